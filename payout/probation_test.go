package payout_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/cspay/cspay/payout"
	"github.com/cspay/cspay/scoring"
	"github.com/cspay/cspay/scoring/facts"
)

// TestProbationFloor: pay in the trial period is at least 80% of the agreed
// wage and the minimum wage, for the days in service that are paid.
func TestProbationFloor(t *testing.T) {
	t.Parallel()
	probation := func(a *facts.Agent) { a.Status = facts.Probation }
	plain := []payout.Item{base(), {ID: "own", Pay: own()}, {ID: "freight", Pay: freight("1")}}
	half := served("2026-01-17", "") // 15 of 31 days
	for _, c := range []struct {
		it    string
		below payout.BelowFloor
		payCase
		want  []string
		total string
	}{
		{
			"golden: agreed 4,000 is a floor of 3,200.00", payout.TopUp,
			payCase{given: "agreed=4000, wage=3000", agent: probation},
			[]string{"base earned 3000.00", "freight deducted 0.00", "guard earned 200.00 top_up"},
			"3200.00",
		},
		{
			"at the floor nothing is paid", payout.TopUp,
			payCase{given: "agreed=4000, wage=3200", agent: probation},
			[]string{"base earned 3200.00", "freight deducted 0.00"},
			"3200.00",
		},
		{
			"a cent below the floor", payout.TopUp,
			payCase{given: "agreed=4000, wage=3199.99", agent: probation},
			[]string{"base earned 3199.99", "freight deducted 0.00", "guard earned 0.01 top_up"},
			"3200.00",
		},
		{
			"review changes no number", payout.Review,
			payCase{given: "agreed=4000, wage=3000", agent: probation},
			[]string{"base earned 3000.00", "freight deducted 0.00", "guard earned 0.00 below_floor review"},
			"3000.00",
		},
		{
			"what else is earned counts", payout.TopUp,
			payCase{given: "agreed=4000, wage=3000, sales=200", agent: probation},
			[]string{"base earned 3000.00", "own earned 200.00", "freight deducted 0.00"},
			"3200.00",
		},
		{
			"regular agents have no such floor", payout.TopUp,
			payCase{given: "agreed=4000, wage=3000"},
			[]string{"base earned 3000.00", "freight deducted 0.00"},
			"3000.00",
		},
		{
			// 80% of 4,000.01 is 3,200.008
			"the floor is rounded up", payout.TopUp,
			payCase{given: "agreed=4000.01, wage=3200", agent: probation},
			[]string{"base earned 3200.00", "freight deducted 0.00", "guard earned 0.01 top_up"},
			"3200.01",
		},
		{
			// 3,200 x 15/31 is 1,548.387...; the wage 3,100 x 15/31 is 1,500
			"part of a month, rounded up", payout.TopUp,
			payCase{given: "agreed=4000, wage=3100", agent: both(probation, half)},
			[]string{"base earned 1500.00", "freight deducted 0.00", "guard earned 48.39 top_up"},
			"1548.39",
		},
		{
			// 3,200 x 21/31 is 2,167.741...; the wage 3,100 x 21/31 is 2,100
			"days that are not paid have no floor", payout.TopUp,
			payCase{given: "agreed=4000, wage=3100", agent: both(probation, leave(facts.UnpaidLeave, "2026-01-01", "2026-01-10"))},
			[]string{"base earned 2100.00", "freight deducted 0.00", "guard earned 67.75 top_up"},
			"2167.75",
		},
		{
			"80% of the agreed wage may be below the minimum wage", payout.TopUp,
			payCase{given: "agreed=3000, wage=2400", agent: probation},
			[]string{"base earned 2400.00", "freight deducted 0.00", "guard earned 90.00 top_up"},
			"2490.00",
		},
		{
			"deductions stop at the floor", payout.TopUp,
			payCase{given: "agreed=4000, wage=3500", agent: probation, events: "8 freight=500"},
			[]string{"base earned 3500.00", "freight deducted -500.00 e0", "guard deducted 200.00 probation_floor"},
			"3200.00",
		},
		{
			// the ceiling is 20% of 3,200, which is more than 100
			"what tops up is not deducted again", payout.TopUp,
			payCase{given: "agreed=4000, wage=3000", agent: probation, events: "8 freight=100"},
			[]string{"base earned 3000.00", "freight deducted -100.00 e0", "guard earned 200.00 top_up", "guard deducted 100.00 probation_floor"},
			"3200.00",
		},
		{
			// of 2,400 for 18 days nothing may be deducted: the minimum wage is not prorated
			"the minimum wage of the whole month holds for deductions all the same", payout.TopUp,
			payCase{given: "agreed=4000, wage=4000", agent: both(probation, half), events: "20 freight=100"},
			[]string{"base earned 1935.48", "freight deducted -100.00 e0", "guard deducted 100.00 minimum_wage"},
			"1935.48",
		},
	} {
		t.Run(c.it, func(t *testing.T) {
			t.Parallel()
			bounds := lawful()
			bounds.Guard.Probation = &payout.ProbationGuard{Agreed: "agreed", Below: c.below}
			s := settleUnder(t, plain, bounds, probationTerms(), c.payCase)
			var got []string
			for _, l := range told(s) {
				if l != "own earned 0.00" {
					got = append(got, l)
				}
			}
			assert.Equal(t, c.want, got)
			assert.Equal(t, c.total, s.Total().StringFixed(2))
		})
	}
}

func probationTerms() scoring.Terms {
	t := terms()
	t.Metrics["agreed"] = facts.Metric{Unit: facts.Money, Missing: facts.MissingNotApplicable}
	t.Metrics["due"] = facts.Metric{Unit: facts.Money}
	return t
}
