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

// The methods give equal values different places.
func ExamplePlaces_methods() {
	marks := []decimal.Decimal{decimal.New(9, 0), decimal.New(7, 0), decimal.New(7, 0), decimal.New(5, 0)}
	for _, method := range []rank.Method{rank.Competition, rank.Modified, rank.Dense, rank.Ordinal} {
		places, err := rank.Places(marks, method)
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(places, method)
	}
	// Output:
	// [1 2 2 4] competition
	// [1 3 3 4] modified
	// [1 2 2 3] dense
	// [1 2 3 4] ordinal
}

func ExampleMeans() {
	marks := []decimal.Decimal{decimal.New(9, 0), decimal.New(7, 0), decimal.New(7, 0), decimal.New(5, 0)}
	ranks, err := rank.Means(marks)
	fmt.Println(ranks, err)
	// Output: [1 2.5 2.5 4] <nil>
}

func ExampleMeansLowest() {
	seconds := []decimal.Decimal{decimal.New(285, -1), decimal.New(40, 0), decimal.New(285, -1)}
	ranks, err := rank.MeansLowest(seconds)
	fmt.Println(ranks, err)
	// Output: [1.5 3 1.5] <nil>
}

func ExamplePercents() {
	marks := []decimal.Decimal{decimal.New(9, 0), decimal.New(7, 0), decimal.New(7, 0), decimal.New(5, 0)}
	ranks, err := rank.Percents(marks)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, r := range ranks {
		fmt.Println(r.StringFixed(6))
	}
	// Output:
	// 0.000000
	// 0.333333
	// 0.333333
	// 1.000000
}

func ExamplePercentsLowest() {
	complaints := []decimal.Decimal{decimal.New(3, 0), decimal.New(0, 0), decimal.New(1, 0)}
	ranks, err := rank.PercentsLowest(complaints)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, r := range ranks {
		fmt.Println(r.StringFixed(6))
	}
	// Output:
	// 1.000000
	// 0.000000
	// 0.500000
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

// team is a month of four agents with marks and days of service.
func team() (scoring.Terms, facts.Month) {
	terms := scoring.Terms{Metrics: facts.Metrics{
		"mark":    {Unit: facts.Points, Better: facts.Higher},
		"service": {Unit: facts.Days, Better: facts.Higher},
	}}
	period, _ := facts.NewPeriod(2026, 1)
	agent := func(id string, mark, days int64) facts.Agent {
		return facts.Agent{ID: id, Values: map[string]decimal.Decimal{
			"mark": decimal.New(mark, 0), "service": decimal.New(days, 0),
		}}
	}
	return terms, facts.Month{Period: period, Agents: []facts.Agent{
		agent("A01", 95, 400), agent("A02", 80, 90), agent("A03", 80, 700), agent("A04", 80, 90),
	}}
}

// A tie-break parts A03 from the others; who it leaves tied are last, but
// neither is the sole last.
func ExampleStandings_Standing() {
	terms, month := team()
	standings, err := rank.Rank([]facts.Ranking{
		{ID: "by_mark", By: "mark", TieBreaks: []string{"service"}},
	}, terms, month)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, agent := range []string{"A01", "A03", "A04"} {
		s, _ := standings.Standing("by_mark", agent)
		fmt.Printf("%s: place %s of %d, tied %d, first %t, last %t, sole %t\n",
			agent, s.Place.StringFixed(0), s.Of, s.Tied, s.First, s.Last, s.Sole)
	}
	// Output:
	// A01: place 1 of 4, tied 1, first true, last false, sole true
	// A03: place 2 of 4, tied 1, first false, last false, sole true
	// A04: place 3 of 4, tied 2, first false, last true, sole false
}

func ExampleStandings_All() {
	terms, month := team()
	standings, err := rank.Rank([]facts.Ranking{
		{ID: "by_mark", By: "mark", Ties: facts.PercentRank},
	}, terms, month)
	if err != nil {
		fmt.Println(err)
		return
	}
	for agent, s := range standings.All("by_mark") {
		fmt.Println(agent, s.Place.StringFixed(6))
	}
	// Output:
	// A01 0.000000
	// A02 0.333333
	// A03 0.333333
	// A04 0.333333
}
