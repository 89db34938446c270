package scoring_test

import "github.com/cspay/cspay/scoring"

func deductCases() []ruleCase {
	rule := scoring.Deduct{Metric: "reviews", Each: d("1.5")}
	hours := scoring.Deduct{Metric: "hours", Each: d("1.5")}
	n := func(n string) values { return values{"reviews": d(n)} }
	h := func(n string) values { return values{"hours": d(n)} }
	return []ruleCase{
		{name: "nothing to take off", rule: rule, points: "5", values: n("0"), want: "5.00"},
		{name: "3 at 1.5 leave 0.50 of 5", boundary: "used up by counts", rule: rule, points: "5", values: n("3"), want: "0.50"},
		{name: "4 at 1.5 leave nothing", boundary: "used up by counts", beyond: true, rule: rule, points: "5", values: n("4"), want: "0.00"},
		{name: "3.33 at 1.5 leave half a hundredth, rounded up", boundary: "used up by hundredths", rule: hours, points: "5", values: h("3.33"), want: "0.01"},
		{name: "3.34 at 1.5 leave nothing, not less", boundary: "used up by hundredths", beyond: true, rule: hours, points: "5", values: h("3.34"), want: "0.00"},
		{name: "a quotient is not rounded on the way", rule: scoring.Deduct{Metric: "vote", Each: d("1")}, points: "5", values: values{"votes": d("10"), "voters": d("3")}, want: "1.67"},
		{name: "below zero takes nothing off", rule: scoring.Deduct{Metric: "sold", Each: d("1")}, points: "5", values: values{"sold": d("-1")}, want: "5.00"},
		{name: "the largest count", rule: rule, points: "5", values: n("999999999999999999"), want: "0.00"},
		{name: "row 5: no count", rule: rule, points: "5", want: "metric.missing agents[0].values.reviews"},
	}
}

func badDeducts() []badRule {
	return []badRule{
		{"row 103: zero", scoring.Deduct{}, []string{"name.unknown metric", "number.negative each"}},
		{"nothing for each", scoring.Deduct{Metric: "reviews"}, []string{"number.negative each"}},
		{"less than nothing for each", scoring.Deduct{Metric: "reviews", Each: d("-0.01")}, []string{"number.negative each"}},
		{"a thousandth for each", scoring.Deduct{Metric: "reviews", Each: d("0.001")}, []string{"number.scale each"}},
	}
}
