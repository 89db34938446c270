package rank_test

import (
	"fmt"

	"github.com/shopspring/decimal"

	"github.com/cspay/cspay/rank"
	"github.com/cspay/cspay/scoring"
	"github.com/cspay/cspay/scoring/facts"
)

func ExamplePlaces() {
	sales := []decimal.Decimal{decimal.New(31000, 0), decimal.New(28000, 0), decimal.New(28000, 0), decimal.New(9000, 0)}
	places, err := rank.Places(sales, rank.Competition)
	fmt.Println(places, err)
	// Output: [1 2 2 4] <nil>
}

func ExamplePlacesLowest() {
	seconds := []decimal.Decimal{decimal.New(285, -1), decimal.New(40, 0), decimal.New(285, -1)}
	places, err := rank.PlacesLowest(seconds, rank.Competition)
	fmt.Println(places, err)
	// Output: [1 3 1] <nil>
}

func ExampleRank() {
	terms := scoring.Terms{Metrics: facts.Metrics{
		"sales": {Unit: facts.Money, Better: facts.Higher},
	}}
	bySales := facts.Ranking{
		ID: "by_sales", By: "sales",
		Eligible: facts.When{{Status: []facts.Status{facts.Regular}}},
	}
	period, _ := facts.NewPeriod(2026, 1)
	sold := func(yuan int64) map[string]decimal.Decimal {
		return map[string]decimal.Decimal{"sales": decimal.New(yuan, 0)}
	}
	month := facts.Month{Period: period, Agents: []facts.Agent{
		{ID: "A01", Values: sold(28000)},
		{ID: "A02", Values: sold(31000)},
		{ID: "A03", Values: sold(28000)},
		{ID: "A04", Values: sold(45000), Status: facts.Probation},
	}}
	standings, err := rank.Rank([]facts.Ranking{bySales}, terms, month)
	if err != nil {
		fmt.Println(err)
		return
	}
	for agent, place := range standings.Of("by_sales") {
		fmt.Println(place, agent)
	}
	_, placed := standings.Place("by_sales", "A04")
	fmt.Println("A04 placed:", placed)
	// Output:
	// 1 A02
	// 2 A01
	// 2 A03
	// A04 placed: false
}

func ExampleStandings_Rankings() {
	terms := scoring.Terms{Metrics: facts.Metrics{
		"sales":    {Unit: facts.Money, Better: facts.Higher},
		"response": {Unit: facts.Seconds, Better: facts.Lower},
	}}
	period, _ := facts.NewPeriod(2026, 1)
	standings, err := rank.Rank([]facts.Ranking{
		{ID: "by_sales", By: "sales"}, {ID: "by_response", By: "response"},
	}, terms, facts.Month{Period: period})
	fmt.Println(standings.Rankings(), err)
	// Output: [by_sales by_response] <nil>
}
