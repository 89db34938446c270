package scoring_test

import (
	"fmt"

	"github.com/shopspring/decimal"

	"github.com/cspay/cspay/scoring"
	"github.com/cspay/cspay/scoring/facts"
)

// show prints the share of a rule on one metric.
func show(rule scoring.Rule, metric facts.Metric, value string) {
	row, err := scoring.NewRow(facts.Metrics{"n": metric}, map[string]decimal.Decimal{"n": number(value)})
	if err != nil {
		fmt.Println(err)
		return
	}
	share, err := rule.Share(row)
	if err != nil {
		fmt.Println(err)
		return
	}
	num, den, ok := share.Decimals()
	fmt.Println(value, "gives", num, "/", den, ok)
}

func ExampleZeroOver() {
	rule := scoring.ZeroOver{Metric: "bad_reviews", Over: decimal.New(3, 0)}
	metrics := facts.Metrics{"bad_reviews": {Unit: facts.Count, Better: facts.Lower}}
	for _, n := range []int64{3, 4} {
		row, err := scoring.NewRow(metrics, map[string]decimal.Decimal{"bad_reviews": decimal.New(n, 0)})
		if err != nil {
			fmt.Println(err)
			return
		}
		share, err := rule.Share(row)
		if err != nil {
			fmt.Println(err)
			return
		}
		num, den, _ := share.Decimals()
		fmt.Println(n, "bad reviews keep", num, "of", den)
	}
	// Output:
	// 3 bad reviews keep 1 of 1
	// 4 bad reviews keep 0 of 1
}

func ExampleAttainment() {
	limit := number("1")
	rule := scoring.Attainment{Metric: "n", Target: number("30"), Formula: scoring.ByRatio, Cap: &limit}
	response := facts.Metric{Unit: facts.Seconds, Better: facts.Lower}
	show(rule, response, "40")
	show(rule, response, "20")
	// Output:
	// 40 gives 30000 / 40000 true
	// 20 gives 1000000 / 1000000 true
}

func ExampleBands() {
	first, rest := number("20"), number("0")
	rule := scoring.Bands{Metric: "n", Steps: []scoring.Band{{AtMost: &first, Share: number("0.8")}}, Else: &rest}
	response := facts.Metric{Unit: facts.Seconds, Better: facts.Lower}
	show(rule, response, "20")
	show(rule, response, "20.001")
	// Output:
	// 20 gives 800000 / 1000000 true
	// 20.001 gives 0 / 1000000 true
}

func ExampleDeduct() {
	// Alone, a deduction is of 100 points.
	show(scoring.Deduct{Metric: "n", Each: number("1.5")}, facts.Metric{Unit: facts.Count}, "3")
	// Output:
	// 3 gives 9550 / 10000 true
}

func ExampleDirect() {
	show(scoring.Direct{Metric: "n", OutOf: number("100")}, facts.Metric{Unit: facts.Points}, "86.5")
	// Output:
	// 86.5 gives 8650 / 10000 true
}

func ExampleAdjustment() {
	show(scoring.Adjustment{Metric: "n", Each: number("2")}, facts.Metric{Unit: facts.Count}, "3")
	// Output:
	// 3 gives 6 / 1 true
}

func ExampleOverflow() {
	rate := number("0.1")
	scheme := scoring.Scheme{Indicators: []scoring.Indicator{
		{ID: "exam", Points: number("100"), Rule: scoring.Direct{Metric: "exam"}},
		{ID: "fund_overflow", Rule: scoring.Overflow{Account: "fund", PointsPerYuan: &rate}},
	}}
	terms := scoring.Terms{
		Metrics: facts.Metrics{"exam": {Unit: facts.Points}},
		Accounts: []scoring.Account{{
			ID: "fund", Opening: number("100"), Unit: facts.Money, Charges: map[string]decimal.Decimal{"serious_error": number("10")},
		}},
	}
	day, err := facts.ParseDate("2026-01-05")
	if err != nil {
		fmt.Println(err)
		return
	}
	month := facts.Month{Period: day.Period(), Agents: []facts.Agent{{ID: "A01", Values: map[string]decimal.Decimal{"exam": number("90")}}}}
	for i := range 12 {
		month.Events = append(month.Events, facts.Event{ID: fmt.Sprint("E", i), Agent: "A01", Kind: "serious_error", Date: day})
	}
	cards, err := scoring.Score(scheme, terms, month)
	if err != nil {
		fmt.Println(err)
		return
	}
	card, _ := cards.Of("A01")
	points, _ := card.Points("fund_overflow")
	score, _ := card.Score()
	fmt.Println(points.StringFixed(2), score.StringFixed(2))
	// Output:
	// -2.00 88.00
}

func ExamplePlace() {
	rest := number("0.6")
	scheme := scoring.Scheme{Indicators: []scoring.Indicator{{ID: "place", Points: number("100"), Rule: scoring.Place{
		Ranking: "by_sales", Shares: []decimal.Decimal{number("1"), number("0.9"), number("0.8")}, Else: &rest,
	}}}}
	terms := scoring.Terms{
		Metrics:  facts.Metrics{"sales": {Unit: facts.Money, Better: facts.Higher}},
		Rankings: []facts.Ranking{{ID: "by_sales", By: "sales"}},
	}
	day, err := facts.ParseDate("2026-01-05")
	if err != nil {
		fmt.Println(err)
		return
	}
	month := facts.Month{Period: day.Period()}
	for i, sales := range []string{"9000", "8000", "8000", "7000"} {
		month.Agents = append(month.Agents, facts.Agent{
			ID: fmt.Sprint("A0", i+1), Values: map[string]decimal.Decimal{"sales": number(sales)},
		})
	}
	cards, err := scoring.Score(scheme, terms, month)
	if err != nil {
		fmt.Println(err)
		return
	}
	for card := range cards.All() {
		score, _ := card.Score()
		fmt.Println(card.Agent(), score.StringFixed(2))
	}
	// Output:
	// A01 100.00
	// A02 90.00
	// A03 90.00
	// A04 60.00
}
