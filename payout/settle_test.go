package payout_test

import (
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/payout"
	"github.com/cspay/cspay/scoring"
	"github.com/cspay/cspay/scoring/facts"
)

// settle pays one agent's month by a plan within bounds.
func settle(t *testing.T, items []payout.Item, bounds payout.Bounds, c payCase) payout.Slip {
	t.Helper()
	return settleUnder(t, items, bounds, terms(), c)
}

func settleUnder(t *testing.T, items []payout.Item, bounds payout.Bounds, terms scoring.Terms, c payCase) payout.Slip {
	t.Helper()
	slips, err := payout.MakeWithin(payout.Plan{Items: items}, bounds, terms, c.facts(t))
	require.NoError(t, err)
	slip, ok := slips.Of("a")
	require.True(t, ok)
	holdsTogether(t, slip)
	return slip
}

// told prints an agent's lines: item, treatment, amount, event, reason, what
// red lines are behind it, and whether it needs a review.
func told(s payout.Slip) []string {
	var out []string
	for _, l := range s.Lines() {
		words := []string{l.Item, string(l.Treatment), l.Text(), l.Event, string(l.Reason), strings.Join(l.RedLines, "+")}
		if l.Review {
			words = append(words, "review")
		}
		out = append(out, strings.Join(strings.Fields(strings.Join(words, " ")), " "))
	}
	return out
}

// base is a month's wage, the agent's own value.
func base() payout.Item {
	return payout.Item{ID: "base", Pay: payout.BasePay{Metric: "wage", Basis: payout.Calendar}}
}

// hundredADay is a pool of 100.00 a day in January, of which one kind of event
// costs a share.
func hundredADay(kind, share string) payout.DailyPool {
	return payout.DailyPool{Amount: d("3100"), Share: payout.ByTable, Faults: map[string]decimal.Decimal{kind: d(share)}}
}

// TestPenaltiesComeOffTheVariablePart: the small negative incentives of TM9 to
// TM12 take from the same month's awards and performance pay; what is beyond
// those is uncollected, and base pay is never touched.
func TestPenaltiesComeOffTheVariablePart(t *testing.T) {
	t.Parallel()
	variable := payout.Item{ID: "own", Pay: own()}
	basePart := payout.Item{ID: "own", Part: payout.BasePart, Pay: own()}
	variableBase := base()
	variableBase.Part = payout.VariablePart
	exam, summary := payout.Item{ID: "exam", Pay: fined("10")}, payout.Item{ID: "summary", Pay: fined("5")}
	pool := payout.Item{ID: "pool", Pay: hundredADay("wrong_item", "0.95")}
	for _, c := range []struct {
		it          string
		items       []payout.Item
		given       string
		events      string
		want        []string
		uncollected string
	}{
		{
			"TM11: an award of 200 and -10 are 190",
			[]payout.Item{base(), variable, exam},
			"wage=3000, sales=200, hits=1", "",
			[]string{"base earned 3000.00", "own earned 200.00", "exam not_earned -10.00"},
			"0.00",
		},
		{
			"TM9: with no award or performance pay all of it is uncollected",
			[]payout.Item{base(), exam},
			"wage=3000, hits=1", "",
			[]string{"base earned 3000.00", "exam not_earned -10.00", "exam not_earned 10.00 uncollected"},
			"10.00",
		},
		{
			"TM10: partly covered",
			[]payout.Item{base(), variable, exam},
			"wage=3000, sales=3, hits=1", "",
			[]string{"base earned 3000.00", "own earned 3.00", "exam not_earned -10.00", "exam not_earned 7.00 uncollected"},
			"7.00",
		},
		{
			"TM12: two penalties take in the order of the plan",
			[]payout.Item{base(), exam, summary, variable},
			"wage=3000, sales=12, hits=1", "",
			[]string{"base earned 3000.00", "exam not_earned -10.00", "summary not_earned -5.00", "own earned 12.00", "summary not_earned 3.00 uncollected"},
			"3.00",
		},
		{
			"a cent short of covered",
			[]payout.Item{variable, exam},
			"sales=9.99, hits=1", "",
			[]string{"own earned 9.99", "exam not_earned -10.00", "exam not_earned 0.01 uncollected"},
			"0.01",
		},
		{
			"another kind declared to be base is not touched either",
			[]payout.Item{basePart, exam},
			"sales=200, hits=1", "",
			[]string{"own earned 200.00", "exam not_earned -10.00", "exam not_earned 10.00 uncollected"},
			"10.00",
		},
		{
			"base pay declared to be variable is touched",
			[]payout.Item{variableBase, exam},
			"wage=3000, hits=1", "",
			[]string{"base earned 3000.00", "exam not_earned -10.00"},
			"0.00",
		},
		{
			"what a pool lost was never there to take from: 100.00 less 95.00 leave 5.00",
			[]payout.Item{pool, exam},
			"hits=1", "31 wrong_item",
			[]string{"pool earned 100.00", "pool not_earned -95.00", "exam not_earned -10.00", "exam not_earned 5.00 uncollected"},
			"5.00",
		},
	} {
		t.Run(c.it, func(t *testing.T) {
			t.Parallel()
			only := func(*facts.Agent) {}
			if c.events != "" { // one day of the month
				only = served("2026-01-31", "")
			}
			s := settle(t, c.items, payout.Bounds{}, payCase{given: c.given, events: c.events, agent: only})
			assert.Equal(t, c.want, told(s))
			assert.Equal(t, c.uncollected, s.Uncollected().StringFixed(2))
		})
	}
}

func TestUncollectedOfNobody(t *testing.T) {
	t.Parallel()
	assert.Equal(t, "0.00", payout.Slip{}.Uncollected().StringFixed(2))
}
