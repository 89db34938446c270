package policy_test

import (
	"fmt"
	"strings"
	"testing/fstest"

	"github.com/shopspring/decimal"

	"github.com/cspay/cspay/payout"
	"github.com/cspay/cspay/policy"
	"github.com/cspay/cspay/scoring/facts"
)

func ExamplePolicy_Gaps() {
	p, err := policy.Load(strings.NewReader(`
format: cspay/v1
id: shop
currency: CNY
pay:
  - {id: base, name: {zh: 底薪, en: Base pay}, base_pay: {amount: 3000.00, basis: calendar}, sample: [amount]}
`))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, g := range p.Gaps() {
		fmt.Printf("%s:%d:%d: %s %s = %s\n%s\n%s\n", g.File, g.Line, g.Column, g.Clause, g.Key, g.Value, g.Decides.ZH, g.Decides.EN)
	}
	// Output:
	// policy.yaml:6:65: pay.base amount = 3000
	// 决定「底薪」每月多少元
	// how many yuan a month Base pay pays
}

func ExampleGapsFrom() {
	gaps, err := policy.GapsFrom(strings.NewReader(`
format: cspay/v1
id: shop
currency: CNY
metrics:
  sales: {unit: money, better: higher}
pay:
  - {id: commission, commission: {metric: sales}}
  - {id: base, base_pay: {amount: 3000.00, basis: calendar}, sample: [basis]}
`))
	fmt.Println(err)
	for _, g := range gaps {
		fmt.Printf("%s missing=%t: %s\n", g.Path, g.Missing, g.Decides.EN)
	}
	// Output:
	// policy.yaml:8:22: shape.required at pay.items[0].commission.rate: want a rate, or one of slabs, tiers, rate_by
	// pay[0].commission.rate missing=true: the rate that commission pays
	// pay[1].base_pay.basis missing=false: by which days base is prorated
}

func ExampleGapsFile() {
	gaps, err := policy.GapsFile("../examples/daily-pool/policy.yaml")
	fmt.Println(len(gaps), err)
	// Output: 59 <nil>
}

func ExampleGapsFS() {
	_, err := policy.GapsFS(fstest.MapFS{}, "policy.yaml")
	fmt.Println(err)
	// Output: policy.yaml: document.unreadable: want this file, which is not there, got "open policy.yaml: file does not exist"
}

func ExampleGapsOf() {
	gaps, _ := policy.GapsOf(policy.Document{
		ID: "shop", Currency: "CNY",
		Pay: payout.Plan{Items: []payout.Item{
			{ID: "base", Pay: payout.BasePay{Basis: payout.Calendar}},
			{ID: "meal", Pay: payout.BasePay{Amount: decimal.RequireFromString("300"), Basis: payout.Calendar}, Cite: facts.Cite{
				Sample: facts.Sample{Keys: []string{"amount"}},
			}},
		}},
	})
	for _, g := range gaps {
		fmt.Printf("%s missing=%t value=%q\n", g.Path, g.Missing, g.Value)
	}
	// Output:
	// pay[0].base_pay.amount missing=true value=""
	// pay[1].base_pay.amount missing=false value="300"
}
