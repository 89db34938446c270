package payout_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/payout"
	"github.com/cspay/cspay/scoring/facts"
)

// china is the law of the goldens: 20% and 80%, and a city whose minimum wage
// is 2,490 from 2023 and was 2,360 before.
func china() payout.Jurisdiction {
	return payout.Jurisdiction{
		ID: "cn", Name: facts.Text{ZH: "中国大陆", EN: "Chinese mainland"},
		Laws: []payout.Law{
			{From: on("1995-01-01"), DeductionCeiling: ptr("0.2")},
			{From: on("2008-01-01"), DeductionCeiling: ptr("0.2"), ProbationFloor: ptr("0.8")},
		},
		Regions: map[string]payout.Region{
			"city": {MinimumWages: []payout.MinimumWage{
				{From: on("2021-08-01"), Monthly: d("2360")}, {From: on("2023-01-01"), Monthly: d("2490")},
			}},
		},
	}
}

// lawful guards by the law of the goldens.
func lawful() payout.Bounds {
	return payout.Bounds{Guard: payout.Guard{Jurisdiction: "cn", Region: "city"}, Laws: []payout.Jurisdiction{china()}}
}

// TestGuard holds the goldens: what is deducted is at most 20% of the month's
// wage, and what remains is not below the minimum wage.
func TestGuard(t *testing.T) {
	t.Parallel()
	charge := payout.Item{ID: "freight", Pay: freight("1")}
	plain := []payout.Item{base(), charge}
	pool := payout.Item{ID: "pool", Pay: hundredADay("wrong_item", "0.5")}
	kept := pool
	kept.Pay = payout.DailyPool{
		Amount: d("3100"), Share: payout.ByTable, Faults: hundredADay("wrong_item", "0.5").Faults, Treatment: payout.Deducted,
	}
	loss := fined("1200")
	loss.Treatment = payout.Deducted
	open := lawful()
	open.Laws[0].Laws = []payout.Law{{From: on("1995-01-01")}}
	for _, c := range []struct {
		it     string
		items  []payout.Item
		bounds payout.Bounds
		payCase
		want               []string
		total, uncollected string
	}{
		{
			"golden: wage 5,000 and deduction 1,200", plain, lawful(),
			payCase{given: "wage=5000", events: "8 freight=1200"},
			[]string{"base earned 5000.00", "freight deducted -1200.00 e0", "guard deducted 200.00 ceiling"},
			"4000.00", "200.00",
		},
		{
			"golden: wage 2,800, minimum 2,490 and deduction 500", plain, lawful(),
			payCase{given: "wage=2800", events: "8 freight=500"},
			[]string{"base earned 2800.00", "freight deducted -500.00 e0", "guard deducted 190.00 minimum_wage"},
			"2490.00", "190.00",
		},
		{
			// 20% of 2,800 is 560; above 2,490 there are 310
			"both limits at once are two lines", plain, lawful(),
			payCase{given: "wage=2800", events: "8 freight=800"},
			[]string{"base earned 2800.00", "freight deducted -800.00 e0", "guard deducted 240.00 ceiling", "guard deducted 250.00 minimum_wage"},
			"2490.00", "490.00",
		},
		{
			"a deduction at the ceiling", plain, lawful(),
			payCase{given: "wage=5000", events: "8 freight=1000"},
			[]string{"base earned 5000.00", "freight deducted -1000.00 e0"},
			"4000.00", "0.00",
		},
		{
			"a cent over the ceiling", plain, lawful(),
			payCase{given: "wage=5000", events: "8 freight=1000.01"},
			[]string{"base earned 5000.00", "freight deducted -1000.01 e0", "guard deducted 0.01 ceiling"},
			"4000.00", "0.01",
		},
		{
			// 20% of 3,333.33 is 666.666
			"the ceiling is rounded as losses are, down", plain, lawful(),
			payCase{given: "wage=3333.33", events: "8 freight=700"},
			[]string{"base earned 3333.33", "freight deducted -700.00 e0", "guard deducted 33.34 ceiling"},
			"2666.67", "33.34",
		},
		{
			"a deduction down to the minimum wage", plain, lawful(),
			payCase{given: "wage=2800", events: "8 freight=310"},
			[]string{"base earned 2800.00", "freight deducted -310.00 e0"},
			"2490.00", "0.00",
		},
		{
			"a cent below the minimum wage", plain, lawful(),
			payCase{given: "wage=2800", events: "8 freight=310.01"},
			[]string{"base earned 2800.00", "freight deducted -310.01 e0", "guard deducted 0.01 minimum_wage"},
			"2490.00", "0.01",
		},
		{
			"pay below the minimum wage is not raised, and nothing is deducted", plain, lawful(),
			payCase{given: "wage=2000", events: "8 freight=100"},
			[]string{"base earned 2000.00", "freight deducted -100.00 e0", "guard deducted 100.00 minimum_wage"},
			"2000.00", "100.00",
		},
		{
			// 4,800 for 15 of 31 days
			"the minimum wage is not prorated for part of a month", plain, lawful(),
			payCase{given: "wage=4800", events: "20 freight=100", agent: served("2026-01-17", "")},
			[]string{"base earned 2322.58", "freight deducted -100.00 e0", "guard deducted 100.00 minimum_wage"},
			"2322.58", "100.00",
		},
		{
			// 5,000 + 3,100 - 50: 20% of 8,050 is 1,610
			"what was never earned is not in gross, and never guarded",
			[]payout.Item{base(), pool, charge},
			lawful(),
			payCase{given: "wage=5000", events: "8 wrong_item, 9 freight=1700"},
			[]string{"base earned 5000.00", "pool earned 3100.00", "pool not_earned -50.00", "freight deducted -1700.00 e1", "guard deducted 90.00 ceiling"},
			"6440.00", "90.00",
		},
		{
			// 20% of 3,200 is 640; 50 of it are the pool's
			"losses that are deducted are in gross, and guarded",
			[]payout.Item{{ID: "own", Pay: own()}, kept, charge},
			lawful(),
			payCase{given: "sales=100", events: "8 wrong_item, 9 freight=600"},
			[]string{"own earned 100.00", "pool earned 3100.00", "pool deducted -50.00", "freight deducted -600.00 e1", "guard deducted 10.00 ceiling"},
			"2560.00", "10.00",
		},
		{
			// gross 5,000 + 100 - 10; 20% of it is 1,018
			"a penalty lowers gross",
			[]payout.Item{base(), {ID: "own", Pay: own()}, {ID: "exam", Pay: fined("10")}, charge},
			lawful(),
			payCase{given: "wage=5000, sales=100, hits=1", events: "9 freight=1020"},
			[]string{"base earned 5000.00", "own earned 100.00", "exam not_earned -10.00", "freight deducted -1020.00 e0", "guard deducted 2.00 ceiling"},
			"4072.00", "2.00",
		},
		{
			"a penalty that is deducted goes through the guard",
			[]payout.Item{base(), {ID: "loss", Pay: loss}},
			lawful(),
			payCase{given: "wage=5000, hits=1"},
			[]string{"base earned 5000.00", "loss deducted -1200.00", "guard deducted 200.00 ceiling"},
			"4000.00", "200.00",
		},
		{
			"a law without a ceiling leaves the minimum wage", plain, open,
			payCase{given: "wage=5000", events: "8 freight=3000"},
			[]string{"base earned 5000.00", "freight deducted -3000.00 e0", "guard deducted 490.00 minimum_wage"},
			"2490.00", "490.00",
		},
		{
			"the minimum wage of December 2022", plain, lawful(),
			payCase{period: "2022-12", given: "wage=2600", events: "8 freight=300"},
			[]string{"base earned 2600.00", "freight deducted -300.00 e0", "guard deducted 60.00 minimum_wage"},
			"2360.00", "60.00",
		},
		{
			"the minimum wage of January 2023", plain, lawful(),
			payCase{period: "2023-01", given: "wage=2600", events: "8 freight=300"},
			[]string{"base earned 2600.00", "freight deducted -300.00 e0", "guard deducted 190.00 minimum_wage"},
			"2490.00", "190.00",
		},
		{
			"without a guard all that there is may be deducted", plain,
			payout.Bounds{},
			payCase{given: "wage=1000", events: "8 freight=1000"},
			[]string{"base earned 1000.00", "freight deducted -1000.00 e0"},
			"0.00", "0.00",
		},
		{
			"without a guard no more is deducted than there is", plain,
			payout.Bounds{},
			payCase{given: "wage=1000", events: "8 freight=1000.01"},
			[]string{"base earned 1000.00", "freight deducted -1000.01 e0", "guard deducted 0.01 nothing_left"},
			"0.00", "0.01",
		},
	} {
		t.Run(c.it, func(t *testing.T) {
			t.Parallel()
			s := settle(t, c.items, c.bounds, c.payCase)
			assert.Equal(t, c.want, told(s))
			assert.Equal(t, c.total, s.Total().StringFixed(2))
			assert.Equal(t, c.uncollected, s.Uncollected().StringFixed(2))
		})
	}
}

// TestGuardOfFacts: what the guard needs of a month and does not have.
func TestGuardOfFacts(t *testing.T) {
	t.Parallel()
	probation := func(a *facts.Agent) { a.Status = facts.Probation }
	for _, c := range []struct {
		it, agreed string
		payCase
		want map[string]facts.Code
	}{
		{"an agreed wage that is not applicable", "agreed", payCase{agent: probation}, map[string]facts.Code{"agents[0].values.agreed": facts.CodeMetricMissing}},
		{"an agreed wage that is missing", "due", payCase{agent: probation}, map[string]facts.Code{"agents[0].values.due": facts.CodeMetricMissing}},
		{"an agreed wage below 0", "agreed", payCase{agent: probation, given: "agreed=-0.01"}, map[string]facts.Code{"agents[0].values.agreed": facts.CodeNumberNegative}},
		{"a month before the minimum wage", "agreed", payCase{period: "2021-07"}, map[string]facts.Code{"month": facts.CodePolicyPeriod}},
		{"a month before the law", "agreed", payCase{period: "1994-12"}, map[string]facts.Code{"month": facts.CodePolicyPeriod}},
	} {
		t.Run(c.it, func(t *testing.T) {
			t.Parallel()
			bounds := lawful()
			bounds.Guard.Probation = &payout.ProbationGuard{Agreed: c.agreed, Below: payout.TopUp}
			_, err := payout.MakeWithin(plan(own()), bounds, probationTerms(), c.facts(t))
			assert.Equal(t, c.want, codes(t, err))
		})
	}
	t.Run("the first month of the law and the minimum wage", func(t *testing.T) {
		t.Parallel()
		bounds := lawful()
		bounds.Guard.Probation = &payout.ProbationGuard{Agreed: "due", Below: payout.TopUp}
		_, err := payout.MakeWithin(plan(own()), bounds, probationTerms(), payCase{period: "2021-08"}.facts(t))
		require.NoError(t, err, "and a regular agent needs no agreed wage")
	})
}

func TestGuardCompile(t *testing.T) {
	t.Parallel()
	for it, c := range map[string]struct {
		guard payout.Guard
		want  map[string]facts.Code
	}{
		"a word that is none":             {payout.Guard{Jurisdiction: "cn", Region: "city", Penalties: "twice"}, map[string]facts.Code{"guard.penalties": facts.CodeWordUnknown}},
		"names left out":                  {payout.Guard{Penalties: payout.EachClause}, map[string]facts.Code{"guard.jurisdiction": facts.CodeRequired}},
		"a jurisdiction that nobody gave": {payout.Guard{Jurisdiction: "cm", Region: "city"}, map[string]facts.Code{"guard.jurisdiction": facts.CodeNameUnknown}},
		"no region":                       {payout.Guard{Jurisdiction: "cn"}, map[string]facts.Code{"guard.region": facts.CodeRequired}},
		"a region that it does not have":  {payout.Guard{Jurisdiction: "cn", Region: "town"}, map[string]facts.Code{"guard.region": facts.CodeNameUnknown}},
		"a trial period without its words": {
			payout.Guard{Jurisdiction: "cn", Region: "city", Probation: &payout.ProbationGuard{}},
			map[string]facts.Code{"guard.probation.agreed": facts.CodeNameUnknown, "guard.probation.below": facts.CodeRequired},
		},
		"an agreed wage that is no money": {
			payout.Guard{Jurisdiction: "cn", Region: "city", Probation: &payout.ProbationGuard{Agreed: "hits", Below: "raise"}},
			map[string]facts.Code{"guard.probation.agreed": facts.CodeMetricUnit, "guard.probation.below": facts.CodeWordUnknown},
		},
	} {
		t.Run(it, func(t *testing.T) {
			t.Parallel()
			bounds := lawful()
			bounds.Guard = c.guard
			_, err := payout.MakeWithin(plan(own()), bounds, terms(), month("2026-01"))
			assert.Equal(t, c.want, codes(t, err))
		})
	}
	t.Run("what is wrong with the laws is reported too", func(t *testing.T) {
		t.Parallel()
		bounds := lawful()
		bounds.Laws = append(bounds.Laws, china())
		bounds.Laws[0].Laws[1].DeductionCeiling = ptr("20")
		_, err := payout.MakeWithin(plan(own()), bounds, terms(), month("2026-01"))
		assert.Equal(t, map[string]facts.Code{
			"laws[0].laws[1].deduction_ceiling": facts.CodeRateAboveOne, "laws[1].id": facts.CodeIDDuplicate,
		}, codes(t, err))
	})
}
