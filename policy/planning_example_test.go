package policy_test

import (
	"fmt"

	"github.com/shopspring/decimal"

	"github.com/cspay/cspay/policy"
	"github.com/cspay/cspay/scoring/facts"
)

func ExampleStaff() {
	for _, total := range []int{30, 31, 32} {
		heads, err := policy.Staff(total, 2, 1) // pre-sales to after-sales
		fmt.Println(heads, err)
	}
	// Output:
	// [20 10] <nil>
	// [21 10] <nil>
	// [21 11] <nil>
}

// experiment closes a month of two agents: A serves 300 visitors on its day, B
// 200.
func experiment() (*policy.Result, error) {
	sum := facts.From{Daily: facts.Sum}
	p, err := policy.New(policy.Document{
		ID: "experiment", Currency: "CNY",
		Metrics: facts.Metrics{
			"visitors":   {Unit: facts.Count, From: sum},
			"buyers":     {Unit: facts.Count, From: sum},
			"conversion": {Unit: facts.Ratio, Better: facts.Higher, From: facts.From{Ratio: "buyers", To: "visitors"}},
		},
	})
	if err != nil {
		return nil, err
	}
	june, err := facts.NewPeriod(2026, 6)
	if err != nil {
		return nil, err
	}
	day := func(visitors, buyers int64) []facts.Day {
		return []facts.Day{{Date: june.First(), Values: map[string]decimal.Decimal{
			"visitors": decimal.New(visitors, 0), "buyers": decimal.New(buyers, 0),
		}}}
	}
	return p.Close(facts.Month{Period: june, Agents: []facts.Agent{
		{ID: "A", Role: "pre_sales", Days: day(300, 54)}, {ID: "B", Role: "after_sales", Days: day(200, 42)},
	}}, policy.History{})
}

func ExampleResult_CompareLoad() {
	res, err := experiment()
	if err != nil {
		fmt.Println(err)
		return
	}
	table, err := res.CompareLoad(policy.LoadQuery{
		By: "visitors", Bands: []decimal.Decimal{decimal.New(200, 0), decimal.New(250, 0)}, Metrics: []string{"conversion"},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, band := range append(table.Bands, table.All) {
		fmt.Println(band.Count, band.Load.Text, band.Figures[0].Value.Text)
	}
	// Output:
	// 1 200.00 0.210000
	// 1 300.00 0.180000
	// 2 250.00 0.192000
}

func ExampleResult_Staffing() {
	res, err := experiment()
	if err != nil {
		fmt.Println(err)
		return
	}
	staffing, err := res.Staffing(policy.StaffShare{Role: "pre_sales", Parts: 2}, policy.StaffShare{Role: "after_sales", Parts: 1})
	for _, role := range staffing.Roles {
		fmt.Println(role.Role, role.Have, role.Want, role.Over())
	}
	fmt.Println(err)
	// Output:
	// pre_sales 1 1 0
	// after_sales 1 1 0
	// <nil>
}
