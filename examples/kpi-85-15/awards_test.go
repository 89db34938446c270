package kpi8515

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/payout"
	"github.com/cspay/cspay/policy"
)

// The awards by place, by the engine: the numbers stand on the shop's page.

func awarded(t *testing.T, r *policy.Result, item string) map[string]string {
	t.Helper()
	out := map[string]string{}
	for slip := range r.Slips() {
		for _, l := range slip.Lines() {
			if l.Item == item && l.Amount.Sign() != 0 {
				out[slip.Agent()] = l.Text()
			}
		}
	}
	return out
}

// closeWith closes the sample month under one changed policy.
func closeWith(t *testing.T, change func(*policy.Document)) *policy.Result {
	t.Helper()
	p := sw().Policy(t)
	doc := p.Document()
	change(&doc)
	changed, err := policy.New(doc)
	require.NoError(t, err)
	r, err := changed.Close(sw().Facts(t, p), policy.History{})
	require.NoError(t, err)
	return r
}

func TestSW5_Engine(t *testing.T) {
	ties := func(way payout.AwardTies) func(*policy.Document) {
		return func(doc *policy.Document) {
			for i := range doc.Pay.Items {
				if award, ok := doc.Pay.Items[i].Pay.(payout.RankAward); ok && doc.Pay.Items[i].ID == "champion" {
					award.Ties = way
					doc.Pay.Items[i].Pay = award
				}
			}
		}
	}
	assert.Equal(t, map[string]string{"B03": "333.34", "B08": "333.33", "B15": "333.33"}, awarded(t, closeWith(t, ties(payout.SplitAward)), "champion"))
	assert.Equal(t, map[string]string{"B03": "1000.00", "B08": "1000.00", "B15": "1000.00"}, awarded(t, closeWith(t, ties(payout.AllWin)), "champion"))
	assert.Empty(t, awarded(t, closeWith(t, ties(payout.NoneWins)), "champion"))
	// By conversion, 880/2208 (39.86%) is more than 829/2101 (39.46%) and 861/2247.
	byConversion := closeWith(t, func(doc *policy.Document) {
		for i := range doc.Rankings {
			if doc.Rankings[i].ID == "by_sales" {
				doc.Rankings[i].TieBreaks = []string{"conversion"}
			}
		}
	})
	assert.Equal(t, map[string]string{"B15": "1000.00"}, awarded(t, byConversion, "champion"))
}

func TestSW11_Engine(t *testing.T) {
	r := sw().Close(t)
	assert.Equal(t, map[string]string{"B28": "500.00"}, awarded(t, r, "star"), "B38 has the same ability block and a lower score")
	for agent, place := range map[string]int{"B28": 1, "B38": 2, "B29": 9, "B31": 9, "B30": 11} {
		slip, ok := r.Slip(agent)
		require.True(t, ok)
		assert.Equal(t, place, slip.PlaceIn("star"), agent)
	}
}
