package stages

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/cspay/cspay/examples/internal/shop"
)

// The cases that the sample month has to contain, with the numbers that the
// three pay plans give for them. They were worked out on paper, not read off.

func TestTM3_TheMonthHasItsGoldenLines(t *testing.T) {
	for name, c := range map[string]struct{ stage, agent, item, want string }{
		"TM3: 900.00 and 2.5% of 100,000.00":            {"start-up", "S01", "commission", "3400.00"},
		"TM3: net sales of exactly the first slab":      {"start-up", "S05", "commission", "900.00"},
		"TM3: a cent above the first slab adds nothing": {"start-up", "S06", "commission", "900.00"},
		"TM3: more returned than sold":                  {"start-up", "S09", "commission", "0.00"},
		"TM3: no sales on leave":                        {"start-up", "S12", "commission", "0.00"},
		"TM3: half of each target":                      {"growth", "S08", "performance", "1500.00"},
		"TM3: half of each target in the mature stage":  {"mature", "S08", "performance", "1200.00"},
		"TM3: no score, no bonus":                       {"growth", "S12", "performance", "0.00"},
		"TM3: marks of 92 and exactly 80":               {"mature", "S05", "projects", "1200.00"},
		"TM3: marks of 88.5 and 76":                     {"mature", "S02", "projects", "800.00"},
		"TM3: a mark of exactly 80":                     {"mature", "S03", "projects", "800.00"},
		"TM3: marks of 79.99 and 79.5":                  {"mature", "S06", "projects", "0.00"},
		"TM3: the second project alone":                 {"mature", "S07", "projects", "400.00"},
		"TM3: in no project":                            {"mature", "S01", "projects", "0.00"},
		"29 of 31 days on 3,875.00":                     {"start-up", "S10", "base", "3625.00"},
		"joined on the 16th: 16 of 31 days on 3,720.00": {"growth", "S11", "base", "1920.00"},
		"the whole wage on paid leave":                  {"mature", "S12", "base", "4100.00"},
	} {
		t.Run(name, func(t *testing.T) {
			assert.Equal(t, c.want, shop.Amount(stage(t, c.stage).Slips(t)[c.agent], c.item, ""))
		})
	}
}

func TestTM3_ScoresAndPlacesAreTheSameAtEachStage(t *testing.T) {
	startUp := stage(t, "start-up").Slips(t)
	for _, name := range []string{"growth", "mature"} {
		for agent, slip := range stage(t, name).Slips(t) {
			assert.Equal(t, startUp[agent].Score, slip.Score, "%s in %s", agent, name)
			assert.Equal(t, startUp[agent].Places, slip.Places, "%s in %s", agent, name)
		}
	}
	assert.Equal(t, "50.00", *startUp["S08"].Score)
	assert.Nil(t, startUp["S11"].Place, "on probation")
	assert.Nil(t, startUp["S12"].Score, "worked no day")
	// 40, 15 and 20 points carry 100 without enquirers: 53.33, 20.00 and 26.67.
	// 68,743.20 of 70,000.00 are 98.2045…%, and the other two are full.
	assert.Equal(t, "99.04", *startUp["S07"].Score)
}
