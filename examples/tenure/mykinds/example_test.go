package mykinds_test

import (
	"fmt"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/cspay/cspay/examples/tenure/mykinds"
	"github.com/cspay/cspay/policy"
	"github.com/cspay/cspay/scoring"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

const document = `
format: cspay/v1
id: loyalty
currency: CNY
metrics:
  exam: {unit: points, better: higher}
scheme:
  - {id: exam, points: 90, direct: {metric: exam, out_of: 100}}
  - {id: tenure, name: {zh: 工龄, en: Tenure}, points: 10, tenure: {years: 3}, source: 手册 4.2}
`

// A document that uses the kind's word is loaded with its prototype.
func ExampleTenure() {
	p, err := policy.Load(strings.NewReader(document), policy.With(mykinds.Tenure{}))
	if err != nil {
		fmt.Println(err)
		return
	}
	r, err := p.Close(march(), policy.History{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for slip := range r.Slips() {
		fmt.Println(slip.Agent(), slip.Score().StringFixed(2))
	}
	slip, _ := r.Slip("A1")
	slip.Explain().Walk(func(_ int, s explain.Step) {
		if s.Clause == "scheme.tenure" {
			fmt.Println(s.Sentence(explain.English))
			fmt.Println(s.Sentence(explain.Chinese))
		}
	})
	// Output:
	// A1 97.50
	// A2 90.00
	// Tenure: full points from 3 years of service, by the month before (7.5 points, worth 10 points)
	// 工龄:工龄满 3 年得满分,不满按月折算(得 7.5 分,分值 10 分)
}

// As a literal the kind is used like any other.
func ExampleTenure_literal() {
	p, err := policy.New(literal(mykinds.Tenure{Years: 3}))
	if err != nil {
		fmt.Println(err)
		return
	}
	r, err := p.Close(march(), policy.History{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for slip := range r.Slips() {
		fmt.Println(slip.Agent(), slip.Score().StringFixed(2), slip.Place())
	}
	// Output:
	// A1 97.50 0
	// A2 90.00 0
}

// march has one agent of 27 months and one of the first day after it.
func march() facts.Month {
	exam := func(points int64) map[string]decimal.Decimal {
		return map[string]decimal.Decimal{"exam": decimal.New(points, 0)}
	}
	return facts.Month{
		Period: month(2026, 3),
		Agents: []facts.Agent{
			{ID: "A1", Hired: day(2024, 1, 1), Values: exam(100)},
			{ID: "A2", Hired: day(2026, 3, 2), Values: exam(100)},
		},
	}
}

func literal(rule scoring.Rule) policy.Document {
	return policy.Document{
		ID: "loyalty", Currency: "CNY",
		Metrics: facts.Metrics{"exam": {Unit: facts.Points, Better: facts.Higher}},
		Scheme: scoring.Scheme{Indicators: []scoring.Indicator{
			{ID: "exam", Points: decimal.New(90, 0), Rule: scoring.Direct{Metric: "exam", OutOf: decimal.New(100, 0)}},
			{
				ID: "tenure", Name: facts.Text{ZH: "工龄", EN: "Tenure"}, Points: decimal.New(10, 0), Rule: rule,
				Cite: facts.Cite{Source: "手册 4.2"},
			},
		}},
	}
}

// The helpers take days that the calendar has.
func day(y, m, d int) facts.Date {
	date, _ := facts.ParseDate(fmt.Sprintf("%04d-%02d-%02d", y, m, d))
	return date
}

func month(y, m int) facts.Period { return day(y, m, 1).Period() }
