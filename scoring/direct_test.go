package scoring_test

import "github.com/cspay/cspay/scoring"

func directCases() []ruleCase {
	exam := scoring.Direct{Metric: "exam", OutOf: d("100")}
	vote := scoring.Direct{Metric: "vote"}
	mark := func(n string) values { return values{"exam": d(n)} }
	return []ruleCase{
		{name: "86.5 of 100 give 8.65 of 10", rule: exam, points: "10", values: mark("86.5"), want: "8.65"},
		{name: "86.54 are rounded down", boundary: "half up", rule: exam, points: "10", values: mark("86.54"), want: "8.65"},
		{name: "86.55 are rounded up", boundary: "half up", beyond: true, rule: exam, points: "10", values: mark("86.55"), want: "8.66"},
		{name: "the full mark", boundary: "the mark it is out of", rule: exam, points: "10", values: mark("100"), want: "10.00"},
		{name: "row 75: above the full mark", boundary: "the mark it is out of", beyond: true, rule: exam, points: "10", values: mark("100.1"), want: "10.01"},
		{name: "row 75: below zero", rule: exam, points: "10", values: mark("-10"), want: "-1.00"},
		{name: "SW4: votes of 5, 4, 4 and 3 are 4.00 of 5", rule: vote, points: "5", values: values{"votes": d("16"), "voters": d("4")}, want: "4.00"},
		{name: "SW4: votes of 5, 4 and 4 are 4.33 of 5", rule: vote, points: "5", values: values{"votes": d("13"), "voters": d("3")}, want: "4.33"},
		{name: "a percentage of 98 out of 100%", rule: scoring.Direct{Metric: "share", OutOf: d("1")}, points: "10", values: values{"share": d("98")}, want: "9.80"},
		{name: "nobody voted, alone", rule: vote, points: "5", values: values{"votes": d("0"), "voters": d("0")}, want: "scheme.none_applies agents[0]"},
		{name: "row 5: no mark", rule: exam, points: "10", want: "metric.missing agents[0].values.exam"},
	}
}

func badDirects() []badRule {
	return []badRule{
		{"row 103: zero", scoring.Direct{}, []string{"name.unknown metric"}},
		{"out of less than nothing", scoring.Direct{Metric: "exam", OutOf: d("-1")}, []string{"target.zero out_of"}},
		{"out of a mark of ten decimals", scoring.Direct{Metric: "exam", OutOf: d("0.0000000001")}, []string{"number.scale out_of"}},
	}
}
