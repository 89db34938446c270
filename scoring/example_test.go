package scoring_test

import (
	"fmt"

	"github.com/shopspring/decimal"

	"github.com/cspay/cspay/scoring"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

func number(s string) decimal.Decimal { return decimal.RequireFromString(s) }

// sample is a small scheme, what it may name, and one month.
func sample() (scoring.Scheme, scoring.Terms, facts.Month) {
	scheme := scoring.Scheme{Indicators: []scoring.Indicator{
		{ID: "exam", Name: facts.Text{ZH: "月度考试", EN: "Monthly test"}, Points: number("95"), Rule: scoring.Direct{Metric: "exam", OutOf: number("100")}},
		{ID: "reviews", Name: facts.Text{ZH: "差评", EN: "Bad reviews"}, Points: number("5"), Rule: scoring.ZeroOver{Metric: "bad_reviews", Over: number("3")}},
	}}
	terms := scoring.Terms{Metrics: facts.Metrics{
		"exam":        {Name: facts.Text{ZH: "考试成绩", EN: "Test mark"}, Unit: facts.Points, Better: facts.Higher},
		"bad_reviews": {Name: facts.Text{ZH: "差评", EN: "Bad reviews"}, Unit: facts.Count, Better: facts.Lower},
	}}
	january, err := facts.NewPeriod(2026, 1)
	if err != nil {
		fmt.Println(err)
	}
	month := facts.Month{Period: january, Agents: []facts.Agent{
		{ID: "A02", Values: map[string]decimal.Decimal{"exam": number("90"), "bad_reviews": number("4")}},
		{ID: "A01", Values: map[string]decimal.Decimal{"exam": number("86.5"), "bad_reviews": number("3")}},
	}}
	return scheme, terms, month
}

func ExampleScore() {
	cards, err := scoring.Score(sample())
	if err != nil {
		fmt.Println(err)
		return
	}
	for card := range cards.All() {
		score, _ := card.Score()
		fmt.Println(card.Agent(), score.StringFixed(2))
	}
	// Output:
	// A01 87.18
	// A02 85.50
}

func ExampleScore_problems() {
	scheme, terms, month := sample()
	scheme.Indicators[1].Rule = scoring.ZeroOver{Metric: "bad_review", Over: number("3")}
	_, err := scoring.Score(scheme, terms, month)
	fmt.Println(err)
	// Output:
	// name.unknown at scheme.indicators[1].zero_over.metric: want a metric or a figure of an earlier stage; nearest: bad_reviews, got "bad_review"
}

func ExampleCards_Of() {
	cards, err := scoring.Score(sample())
	if err != nil {
		fmt.Println(err)
		return
	}
	card, ok := cards.Of("A02")
	points, _ := card.Points("reviews")
	fmt.Println(card.Agent(), ok, points.StringFixed(2))
	_, ok = cards.Of("A03")
	fmt.Println("A03", ok)
	// Output:
	// A02 true 0.00
	// A03 false
}

func ExampleCard_Explain() {
	cards, err := scoring.Score(sample())
	if err != nil {
		fmt.Println(err)
		return
	}
	card, _ := cards.Of("A02")
	card.Explain().Walk(func(depth int, step explain.Step) {
		fmt.Printf("%*s%s\n", 2*depth, "", step.Sentence(explain.English))
	})
	// Output:
	// Score 85.5 points
	//   Test mark 90 points out of 100 points: 85.5 of 95 points
	//     Test mark 90 points
	//   4 bad reviews, more than 3: 0 of 5 points
	//     Bad reviews 4
}

func ExampleTerms_Compile() {
	_, terms, _ := sample()
	terms.Rankings = []facts.Ranking{{ID: "by_exam", By: "exm"}}
	c := facts.NewCheck()
	terms.Compile(c)
	fmt.Println(c.Err())
	// Output:
	// name.unknown at rankings[0].by: want a metric or a figure of an earlier stage; nearest: exam, got "exm"
}

func ExampleKinds() {
	for _, kind := range scoring.Kinds()[:3] {
		fmt.Println(kind.Kind())
	}
	// Output:
	// attainment
	// bands
	// zero_over
}

func ExampleNewRow() {
	row, err := scoring.NewRow(
		facts.Metrics{"response": {Unit: facts.Seconds, Better: facts.Lower}},
		map[string]decimal.Decimal{"response": number("40")},
	)
	if err != nil {
		fmt.Println(err)
		return
	}
	response, ok := row.Number("response")
	fmt.Println(response.StringFixed(3), ok)
	// Output:
	// 40.000 true
}

func ExampleRow_Parts() {
	row, err := scoring.NewRow(
		facts.Metrics{
			"late":      {Unit: facts.Count},
			"contacts":  {Unit: facts.Count},
			"late_rate": {Unit: facts.Ratio, Better: facts.Lower, From: facts.From{Ratio: "late", To: "contacts"}},
		},
		map[string]decimal.Decimal{"late": number("3"), "contacts": number("195")},
	)
	if err != nil {
		fmt.Println(err)
		return
	}
	num, den, ok := row.Parts("late_rate")
	fmt.Println(num, "/", den, ok)
	_, ok = row.Number("late_rate")
	fmt.Println("one number:", ok)
	// Output:
	// 3 / 195 true
	// one number: false
}

func ExampleOf() {
	share := scoring.Of(number("2"), number("3"))
	num, den, ok := share.Decimals()
	fmt.Println(num, "/", den, ok)
	// Output:
	// 2 / 3 true
}

func ExampleAdjust() {
	share := scoring.Adjust(number("-2"))
	points, per, ok := share.Decimals()
	fmt.Println(points, "/", per, ok)
	// Output:
	// -2 / 1 true
}

func ExampleMissing() {
	_, _, ok := scoring.Missing().Decimals()
	fmt.Println(ok, scoring.Missing().State() == explain.Missing)
	// Output:
	// false true
}

func ExampleNotApplicable() {
	_, _, ok := scoring.NotApplicable().Decimals()
	fmt.Println(ok, scoring.NotApplicable().State() == explain.NotApplicable)
	// Output:
	// false true
}

func ExampleDefaultRounding() {
	r := scoring.DefaultRounding()
	fmt.Println(r.Lines, r.Places)
	// Output:
	// half_up 2
}

// Tenure is a kind of a shop's own: full points from a number of months on.
type Tenure struct{ Months int }

func (Tenure) Kind() string { return "tenure" }

func (t Tenure) Share(row scoring.Row) (scoring.Share, error) {
	if row.Hired() == 0 {
		return scoring.Missing(), nil
	}
	served := int64(row.Period() - row.Hired().Period())
	months := int64(t.Months)
	return scoring.Of(decimal.New(min(served, months), 0), decimal.New(months, 0)), nil
}

func ExampleRule() {
	scheme, terms, month := sample()
	scheme.Indicators[1] = scoring.Indicator{ID: "tenure", Points: number("5"), Rule: Tenure{Months: 12}}
	for i := range month.Agents {
		hired, err := facts.ParseDate("2025-04-01")
		if err != nil {
			fmt.Println(err)
		}
		month.Agents[i].Hired = hired
	}
	cards, err := scoring.Score(scheme, terms, month)
	if err != nil {
		fmt.Println(err)
		return
	}
	card, _ := cards.Of("A01")
	points, _ := card.Points("tenure")
	fmt.Println(points.StringFixed(2))
	// Output:
	// 3.75
}
