package payout_test

import (
	"fmt"

	"github.com/shopspring/decimal"

	"github.com/cspay/cspay/payout"
	"github.com/cspay/cspay/scoring"
	"github.com/cspay/cspay/scoring/facts"
)

func ExampleSlabs_Of() {
	slabs := payout.Slabs{
		{UpTo: decimal.New(50000, 0), Rate: decimal.New(1, -2)}, // 1% up to 50,000.00
		{Rate: decimal.New(15, -3)},                             // 1.5% above
	}
	commission, err := slabs.Of(decimal.New(58000, 0))
	fmt.Println(commission.StringFixed(2), err)
	// Output: 620.00 <nil>
}

// A slab that ends below the one before it is refused, with both tops.
func ExampleSlabs_Of_error() {
	slabs := payout.Slabs{
		{UpTo: decimal.New(500, 0), Rate: decimal.New(1, -2)},
		{UpTo: decimal.New(300, 0), Rate: decimal.New(2, -2)},
		{Rate: decimal.New(3, -2)},
	}
	_, err := slabs.Of(decimal.New(100, 0))
	fmt.Println(err)
	// Output: band.order at slabs[1].up_to: want a top above 500.00, got "300.00"
}

// The same rates as whole-amount tiers: beyond the first top all of the base is
// at the second rate.
func ExampleTiers_Of() {
	tiers := payout.Tiers{
		{UpTo: decimal.New(50000, 0), Rate: decimal.New(1, -2)}, // 1% up to 50,000.00
		{Rate: decimal.New(15, -3)},                             // 1.5% above
	}
	for _, base := range []decimal.Decimal{decimal.New(50000, 0), decimal.New(5000001, -2), decimal.New(58000, 0)} {
		commission, err := tiers.Of(base)
		fmt.Println(base.StringFixed(2), commission.StringFixed(2), err)
	}
	// Output:
	// 50000.00 500.00 <nil>
	// 50000.01 750.00 <nil>
	// 58000.00 870.00 <nil>
}

// A rate by attainment, half as much again above each agent's own target, and
// at most 1,000.00.
func ExampleCommission() {
	percent := func(n int64) *decimal.Decimal { d := decimal.New(n, -2); return &d }
	most := decimal.New(1000, 0)
	terms := scoring.Terms{Metrics: facts.Metrics{
		"sales": {Unit: facts.Money}, "target": {Unit: facts.Money},
		"attainment": {Unit: facts.Ratio, From: facts.From{Ratio: "sales", To: "target"}},
	}}
	plan := payout.Plan{Items: []payout.Item{{ID: "commission", Pay: payout.Commission{
		Metric: "sales",
		RateBy: &payout.RateBy{Metric: "attainment", Else: percent(1), Steps: []payout.RateStep{
			{AtLeast: percent(120), Rate: decimal.New(15, -3)}, {AtLeast: percent(100), Rate: decimal.New(12, -3)},
		}},
		Accelerator: &payout.Accelerator{TargetMetric: "target", Times: decimal.New(15, -1)},
		Cap:         &most,
	}}}}
	period, err := facts.ParsePeriod("2026-06")
	if err != nil {
		fmt.Println(err)
		return
	}
	month := facts.Month{Period: period}
	for i, sales := range []int64{40000, 55000, 60000, 90000} {
		month.Agents = append(month.Agents, facts.Agent{ID: fmt.Sprintf("A%02d", i+1), Values: map[string]decimal.Decimal{
			"sales": decimal.New(sales, 0), "target": decimal.New(50000, 0),
		}})
	}
	slips, err := payout.Make(plan, terms, month)
	if err != nil {
		fmt.Println(err)
		return
	}
	for slip := range slips.All() {
		fmt.Println(slip.Agent(), slip.Total().StringFixed(2))
	}
	// Output:
	// A01 400.00
	// A02 690.00
	// A03 975.00
	// A04 1000.00
}

func ExampleKinds() {
	for _, kind := range payout.Kinds() {
		fmt.Println(kind.Kind())
	}
	// Output:
	// base_pay
	// commission
	// bonus
	// daily_pool
	// remainder
	// rank_award
	// award
	// overachievement
	// performance_pay
	// penalty
	// charge_back
}

// june pays two agents: a seller by commission, a colleague of after-sales by
// a pool from which one fault took half of a day.
func june() (*payout.Slips, error) {
	plan := payout.Plan{Items: []payout.Item{
		{
			ID:   "commission",
			When: facts.When{{Role: []string{"pre_sales"}}},
			Pay: payout.Commission{Metric: "sales", Less: "returns", Slabs: payout.Slabs{
				{UpTo: decimal.New(50000, 0), Rate: decimal.New(1, -2)}, {Rate: decimal.New(15, -3)},
			}},
		},
		{
			ID:   "pool",
			When: facts.When{{Role: []string{"after_sales"}}},
			Pay: payout.DailyPool{
				Amount: decimal.New(5000, 0), Share: payout.ByTable,
				Faults: map[string]decimal.Decimal{"wrong_item": decimal.New(50, -2)},
			},
		},
	}}
	terms := scoring.Terms{Metrics: facts.Metrics{"sales": {Unit: facts.Money}, "returns": {Unit: facts.Money}}}
	period, err := facts.ParsePeriod("2026-06")
	if err != nil {
		return nil, err
	}
	month := facts.Month{
		Period: period,
		Agents: []facts.Agent{
			{ID: "A01", Role: "pre_sales", Values: map[string]decimal.Decimal{
				"sales": decimal.New(60000, 0), "returns": decimal.New(2000, 0),
			}},
			{ID: "A02", Role: "after_sales"},
		},
		Events: []facts.Event{{ID: "E1", Agent: "A02", Kind: "wrong_item", Date: period.First() + 7}},
	}
	return payout.Make(plan, terms, month)
}

func ExampleMake() {
	slips, err := june()
	if err != nil {
		fmt.Println(err)
		return
	}
	for slip := range slips.All() {
		fmt.Println(slip.Agent(), slip.Total().StringFixed(2))
	}
	// Output:
	// A01 620.00
	// A02 4916.67
}

func ExampleSlip_Lines() {
	slips, err := june()
	if err != nil {
		fmt.Println(err)
		return
	}
	slip, _ := slips.Of("A02")
	for _, line := range slip.Lines() {
		fmt.Println(line.Clause, line.Treatment, line.Text())
	}
	fmt.Println("total", slip.Total().StringFixed(2))
	// Output:
	// pay.pool earned 5000.00
	// pay.pool not_earned -83.33
	// total 4916.67
}

func ExampleSlip_Explain() {
	slips, err := june()
	if err != nil {
		fmt.Println(err)
		return
	}
	slip, _ := slips.Of("A01")
	for _, item := range slip.Explain().Steps {
		value, _ := item.Value.Decimal()
		fmt.Println(item.Clause, value.StringFixed(2))
		for _, part := range item.Steps {
			value, _ := part.Value.Decimal()
			fmt.Println("-", part.Clause, value.StringFixed(2))
		}
	}
	// Output:
	// pay.commission 620.00
	// - slab 50000.00
	// - slab 8000.00
	// - metrics.sales 60000.00
	// - metrics.returns 2000.00
}

func ExampleSlips_Of() {
	slips, err := june()
	if err != nil {
		fmt.Println(err)
		return
	}
	_, ok := slips.Of("A99")
	fmt.Println(ok)
	// Output: false
}

// ExampleMakeWithin deducts 1,200.00 from a wage of 5,000.00: the law lets 20%
// be taken, and the rest is left as uncollected.
func ExampleMakeWithin() {
	amount, ceiling := decimal.New(1200, 0), decimal.New(20, -2)
	day, err := facts.ParseDate("2026-01-08")
	if err != nil {
		fmt.Println(err)
	}
	plan := payout.Plan{Items: []payout.Item{
		{ID: "base", Pay: payout.BasePay{Amount: decimal.New(5000, 0), Basis: payout.Calendar}},
		{ID: "freight", Pay: payout.ChargeBack{Event: "freight_promise", Share: decimal.New(1, 0)}},
	}}
	law := payout.Jurisdiction{
		ID: "cn", Laws: []payout.Law{{From: day - 365, DeductionCeiling: &ceiling}},
		Regions: map[string]payout.Region{
			"city": {MinimumWages: []payout.MinimumWage{{From: day - 365, Monthly: decimal.New(2490, 0)}}},
		},
	}
	slips, err := payout.MakeWithin(plan, payout.Bounds{
		Guard: payout.Guard{Jurisdiction: "cn", Region: "city"}, Laws: []payout.Jurisdiction{law},
	}, scoring.Terms{}, facts.Month{
		Period: day.Period(), Agents: []facts.Agent{{ID: "A01"}},
		Events: []facts.Event{{ID: "E1", Agent: "A01", Kind: "freight_promise", Date: day, Amount: &amount, Order: "T1001"}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	slip, _ := slips.Of("A01")
	for _, line := range slip.Lines() {
		fmt.Println(line.Item, line.Treatment, line.Text())
	}
	fmt.Println("total", slip.Total().StringFixed(2), "uncollected", slip.Uncollected().StringFixed(2))
	// Output:
	// base earned 5000.00
	// freight deducted -1200.00
	// guard deducted 200.00
	// total 4000.00 uncollected 200.00
}
