package policy_test

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/cspay/cspay/payout"
	"github.com/cspay/cspay/policy"
	"github.com/cspay/cspay/scoring/facts"
)

// law is a jurisdiction file of a program's own.
const law = `format: cspay-jurisdiction/v1
id: own
laws: [{from: 2008-01-01, deduction_ceiling: 20%}]
regions:
  our_city:
    minimum_wages: [{from: 2024-01-01, monthly: 2200.00}, {from: 2026-03-01, monthly: 2330.00}]
`

// underLaw is a policy whose guard names a jurisdiction.
const underLaw = `format: cspay/v1
id: shop
currency: CNY
metrics: {wage: {unit: money}}
pay: [{id: base, base_pay: {metric: wage, basis: calendar}}]
guard: {jurisdiction: %s, region: our_city}
`

func ExampleLoadJurisdiction() {
	j, err := policy.LoadJurisdiction(strings.NewReader(law))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, day := range []string{"2026-02-28", "2026-03-01"} {
		on, err := facts.ParseDate(day)
		if err != nil {
			fmt.Println(err)
			return
		}
		wage, ok := j.Regions["our_city"].At(on)
		fmt.Println(on, wage.Monthly.StringFixed(2), ok)
	}
	_, err = policy.LoadJurisdiction(strings.NewReader(strings.Replace(law, "20%", "20", 1)))
	fmt.Println(err)
	// Output:
	// 2026-02-28 2200.00 true
	// 2026-03-01 2330.00 true
	// jurisdiction.yaml:3:46: rate.above_one at laws[0].deduction_ceiling: want a rate with its percent sign: 20%, or 2000% if that is meant, got "20"
}

func ExampleLoadJurisdictionFile() {
	_, err := policy.LoadJurisdictionFile("jurisdictions/nowhere.yaml")
	fmt.Println(strings.SplitAfter(err.Error(), "not there")[0])
	j, err := policy.LoadJurisdictionFile(filepath.Join("jurisdictions", "cn.yaml"))
	fmt.Println(j.ID, j.Name.ZH, err)
	// Output:
	// jurisdictions/nowhere.yaml: document.unreadable: want this file, which is not there
	// cn 中国大陆 <nil>
}

func ExampleChina() {
	first, err := facts.ParseDate("2024-01-01")
	if err != nil {
		fmt.Println(err)
		return
	}
	j := policy.China()
	j.Regions["our_city"] = payout.Region{MinimumWages: []payout.MinimumWage{{From: first, Monthly: decimal.New(220000, -2)}}}
	doc := fmt.Sprintf(underLaw, "cn")
	_, err = policy.Load(strings.NewReader(doc))
	fmt.Println(err)
	_, err = policy.Load(strings.NewReader(doc), policy.WithJurisdiction(j))
	fmt.Println(err)
	// Output:
	// policy.yaml:6:35: name.unknown at guard.region: want a region of cn, got "our_city"
	// <nil>
}

func ExampleWithJurisdiction() {
	j, err := policy.LoadJurisdiction(strings.NewReader(law))
	if err != nil {
		fmt.Println(err)
		return
	}
	p, err := policy.Load(strings.NewReader(fmt.Sprintf(underLaw, "own")), policy.WithJurisdiction(j))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(p.ID(), p.Document().Guard.Jurisdiction)
	// Output: shop own
}

func ExampleJurisdictionSchema() {
	var schema struct {
		ID       string   `json:"$id"`
		Required []string `json:"required"`
	}
	err := json.Unmarshal(policy.JurisdictionSchema(), &schema)
	fmt.Println(schema.ID, schema.Required, err)
	// Output: urn:cspay:jurisdiction:v1 [format id] <nil>
}
