package rankpoints

import (
	"math/big"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/examples/internal/shop"
	"github.com/cspay/cspay/examples/internal/twin"
)

// The cases that the sample month has to contain, with the numbers that the
// page gives for them. They were worked out on paper, not read off.

func TestTheMonthHasItsGoldenLines(t *testing.T) {
	byAgent := yt().Slips(t)
	for name, c := range map[string]struct{ agent, item, want string }{
		"YT5: 104.00 points pay more than the amount":        {"C01", "performance", "2080.00"},
		"YT5: 0.00 points pay nothing":                       {"C25", "performance", "0.00"},
		"YT5: on probation performance pay follows, too":     {"C09", "performance", "1685.00"},
		"YT3: 104.00 points bring the best rate":             {"C01", "commission", "2237.40"},
		"YT3: exactly 80.00 points bring 1%":                 {"C18", "commission", "1412.77"},
		"YT3: 79.99 points bring 0.8%":                       {"C07", "commission", "512.99"},
		"YT3: no commission on probation":                    {"C09", "commission", ""},
		"YT7: shirking leaves no performance pay":            {"C08", "performance", "0.00"},
		"YT7: shirking leaves the lowest rate":               {"C08", "commission", "644.66"},
		"YT7: a broken promise does not change what was due": {"C15", "performance", "1626.60"},
		"the whole wage on paid leave":                       {"C04", "base", "4300.00"},
		"nothing by score without a score":                   {"C04", "performance", "0.00"},
		"left on the 18th: 18 of 30 days":                    {"C07", "base", "2430.00"},
		"27 of 30 days on 4,100.00":                          {"C24", "base", "3690.00"},
		"joined on the 24th: 7 of 30 days":                   {"C25", "base", "816.67"},
	} {
		t.Run(name, func(t *testing.T) {
			assert.Equal(t, c.want, shop.Amount(byAgent[c.agent], c.item, ""))
		})
	}
}

func TestTheMonthHasItsScores(t *testing.T) {
	byAgent := yt().Slips(t)
	for name, c := range map[string]struct{ agent, want string }{
		"YT4, YT5: 3 praises and 1 blame on full marks": {"C01", "104.00"},
		"YT4: 2 blames on nothing stop at 0":            {"C25", "0.00"},
		"YT7: shirking makes the score 0":               {"C08", "0.00"},
		"YT7: a broken promise leaves the score":        {"C15", "81.33"},
		"YT7: both make it 0":                           {"C20", "0.00"},
		"YT1: on probation another scheme":              {"C09", "84.25"},
		"YT1: regular since the 16th":                   {"C22", "79.27"},
		"the score at a step":                           {"C18", "80.00"},
		"the score below a step":                        {"C07", "79.99"},
	} {
		t.Run(name, func(t *testing.T) {
			score := byAgent[c.agent].Score
			require.NotNil(t, score)
			assert.Equal(t, c.want, *score)
		})
	}
	assert.Nil(t, byAgent["C04"].Score, "worked no day")
}

func TestTiesAndPlacesOfTheMonth(t *testing.T) {
	byAgent := yt().Slips(t)
	for name, c := range map[string]struct{ agent, ranking, want string }{
		"YT3: first in sales":                          {"C01", "by_sales", "1"},
		"YT3: two are second":                          {"C02", "by_sales", "2"},
		"YT3: the other of the two":                    {"C13", "by_sales", "2"},
		"YT3: so the next is fourth":                   {"C05", "by_sales", "4"},
		"YT3: who sold more on probation is no one":    {"C09", "by_sales", "none"},
		"YT3: two share the first place in orders":     {"C01", "by_orders", "1"},
		"YT3: the other of those two":                  {"C12", "by_orders", "1"},
		"YT3: so the next is third":                    {"C13", "by_orders", "3"},
		"YT3: and then the fourth":                     {"C02", "by_orders", "4"},
		"YT7: both scores of 0 share the last place":   {"C08", "by_score", "20"},
		"YT7: the other of them":                       {"C20", "by_score", "20"},
		"YT8: the first team":                          {"C02", "pk", "1"},
		"YT8: the second team comes second, not tenth": {"C10", "pk", "2"},
		"YT8: who came in on the 15th is of it":        {"C16", "pk", "2"},
		"YT8: the third team":                          {"C18", "pk", "3"},
		"YT8: unchecked agents are of their team":      {"C25", "pk", "3"},
		"YT8: no place on leave":                       {"C04", "pk", "none"},
	} {
		t.Run(name, func(t *testing.T) {
			assert.Equal(t, c.want, shop.Place(byAgent[c.agent].Places[c.ranking]))
		})
	}
}

func TestYT7_AVetoIsALineForAPerson(t *testing.T) {
	byAgent := yt().Slips(t)
	veto := func(item, amount string) twin.Line {
		return twin.Line{
			Item: item, Treatment: "not_earned", Amount: amount, Clause: "red_lines.promise", Reason: "veto",
			Review: true, RedLines: []string{"promise"},
		}
	}
	for name, c := range map[string]struct {
		agent    string
		redLines []string
		vetoes   []twin.Line
		reviewed []string
		total    string
	}{
		"shirking alone: a score of 0, for a person to look at": {
			"C08", []string{"shirking"}, nil, []string{"performance", "commission"}, "4794.66",
		},
		"two broken promises are one veto": {
			"C15",
			[]string{"promise"},
			[]twin.Line{veto("performance", "-1626.60"), veto("commission", "-1365.30")},
			nil, "4200.00",
		},
		"both at once are both listed": {
			"C20",
			[]string{"shirking", "promise"},
			[]twin.Line{veto("commission", "-552.18")},
			[]string{"performance", "commission"},
			"4050.00",
		},
		"a case that is not decided":   {"C11", nil, nil, nil, "6965.90"},
		"a case that was overturned":   {"C18", nil, nil, nil, "7312.77"},
		"who crossed none":             {"C01", nil, nil, nil, "8917.40"},
		"a probation without red line": {"C09", nil, nil, nil, "5285.00"},
	} {
		t.Run(name, func(t *testing.T) {
			slip := byAgent[c.agent]
			var vetoes []twin.Line
			var reviewed []string
			for _, l := range slip.Lines {
				switch {
				case l.Reason != "":
					vetoes = append(vetoes, l)
				case l.Review:
					reviewed = append(reviewed, l.Item)
				}
			}
			assert.Equal(t, c.vetoes, vetoes)
			assert.Equal(t, c.reviewed, reviewed)
			assert.Equal(t, c.redLines, slip.RedLines)
			assert.Equal(t, len(c.redLines) > 0, slip.Review)
			assert.Equal(t, c.total, slip.Total)
		})
	}
}

func TestYT1_TheSecondTeamHasExactlyTheStep(t *testing.T) {
	m := yt().Month(t)
	stars, ratings := fact(m, "C10", "team stars"), fact(m, "C10", "team ratings")
	assert.Equal(t, "4608", stars.RatString())
	assert.Equal(t, "960", ratings.RatString())
	assert.Equal(t, big.NewRat(48, 10), new(big.Rat).Quo(stars, ratings))
}

func TestYT8_TheMonthHasItsSpotChecks(t *testing.T) {
	m := yt().Month(t)
	bySource := map[string]int{}
	for _, c := range m.Chats {
		bySource[c.Source]++
		assert.NotEqual(t, c.Agent, c.Sampler, c.ID)
	}
	assert.Equal(t, map[string]int{"satisfied": 91, "dissatisfied": 91}, bySource)
	for agent, want := range map[string][2]string{"C01": {"62", "18"}, "C16": {"64", "19"}, "C25": {"56", "29"}} {
		assert.Equal(t, want[0], fact(m, agent, "team chats").RatString(), agent)
		assert.Equal(t, want[1], fact(m, agent, "team errors").RatString(), agent)
	}
	assert.Zero(t, fact(m, "C25", "satisfied chats").Sign(), "not checked yet")
}

func TestTheMonthIsWhatItSays(t *testing.T) {
	m := yt().Month(t)
	assert.Equal(t, "2026-09", m.Period)
	assert.Len(t, m.Agents, 25)
	byStatus := map[string]int{}
	for _, a := range m.Agents {
		byStatus[a.Status]++
		assert.Equal(t, "pre_sales", a.Role, a.ID)
	}
	assert.Equal(t, map[string]int{"regular": 21, "probation": 4}, byStatus, "C22 begins on probation")
}
