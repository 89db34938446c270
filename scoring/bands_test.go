package scoring_test

import "github.com/cspay/cspay/scoring"

func bandsCases() []ruleCase {
	response := scoring.Bands{
		Metric: "response",
		Steps:  []scoring.Band{{AtMost: dp("20"), Share: d("1")}, {AtMost: dp("30"), Share: d("0.8")}}, Else: dp("0"),
	}
	marks := scoring.Bands{Metric: "mark", Steps: []scoring.Band{
		{AtLeast: dp("100"), Share: d("1")}, {AtLeast: dp("90"), Share: d("0.85")}, {Over: dp("80"), Share: d("0.7")},
	}}
	completion := scoring.Bands{
		Metric: "completion", Steps: []scoring.Band{{AtLeast: dp("1.1"), Share: d("1.5")}, {AtLeast: dp("0.8"), Share: d("1")}}, Else: dp("0"),
	}
	below := scoring.Bands{Metric: "response", Steps: []scoring.Band{{Under: dp("20"), Share: d("1")}}, Else: dp("0.333333")}
	seconds := func(n string) values { return values{"response": d(n)} }
	mark := func(n string) values { return values{"mark": d(n)} }
	sold := func(n string) values { return values{"sold": d(n), "target": d("10000.00")} }
	return []ruleCase{
		{name: "20.000 s are in the first band", boundary: "at most 20 s", rule: response, points: "10", values: seconds("20"), want: "10.00"},
		{name: "20.001 s are in the second", boundary: "at most 20 s", beyond: true, rule: response, points: "10", values: seconds("20.001"), want: "8.00"},
		{name: "30.000 s are in the second band", boundary: "at most 30 s", rule: response, points: "10", values: seconds("30"), want: "8.00"},
		{name: "30.001 s are in none: else", boundary: "at most 30 s", beyond: true, rule: response, points: "10", values: seconds("30.001"), want: "0.00"},
		{name: "100 is in the first band", boundary: "at least 100", rule: marks, points: "30", values: mark("100"), want: "30.00"},
		{name: "99.999 is in the second", boundary: "at least 100", beyond: true, rule: marks, points: "30", values: mark("99.999"), want: "25.50"},
		{name: "80.001 is over 80", boundary: "over 80", rule: marks, points: "30", values: mark("80.001"), want: "21.00"},
		{name: "row 80: 80 is in no band and there is no else", boundary: "over 80", beyond: true, rule: marks, points: "30", values: mark("80"), want: "band.none agents[0].scheme.x"},
		{name: "row 74: 110% reach 110%, and a band may give more than all", boundary: "110%", rule: completion, points: "10", values: sold("11000.00"), want: "15.00"},
		{name: "row 74: one cent short of 110% does not", boundary: "110%", beyond: true, rule: completion, points: "10", values: sold("10999.99"), want: "10.00"},
		{name: "row 72: 80% reach 80%", boundary: "80%", rule: completion, points: "10", values: sold("8000.00"), want: "10.00"},
		{name: "row 72: one cent short of 80% does not", boundary: "80%", beyond: true, rule: completion, points: "10", values: sold("7999.99"), want: "0.00"},
		{name: "19.999 s are under 20 s", boundary: "under 20 s", rule: below, points: "10", values: seconds("19.999"), want: "10.00"},
		{name: "20 s are not, and a third of the points is rounded once", boundary: "under 20 s", beyond: true, rule: below, points: "10", values: seconds("20"), want: "3.33"},
		{name: "row 5: no value", rule: response, points: "10", want: "metric.missing agents[0].values.response"},
	}
}

func badBands() []badRule {
	step := func(b ...scoring.Band) scoring.Rule { return scoring.Bands{Metric: "mark", Steps: b} }
	return []badRule{
		{"row 103: zero", scoring.Bands{}, []string{"name.unknown metric", "shape.required steps"}},
		{"row 79: steps out of order", step(scoring.Band{AtLeast: dp("80")}, scoring.Band{AtLeast: dp("90")}), []string{"band.order steps[1]"}},
		{"row 79: steps that look both ways", step(scoring.Band{AtLeast: dp("80")}, scoring.Band{AtMost: dp("90")}), []string{"band.order steps[1]"}},
		{"row 81: an open step", step(scoring.Band{AtLeast: dp("80")}, scoring.Band{}), []string{"band.open steps[1]"}},
		{"a step of two limits", step(scoring.Band{AtLeast: dp("80"), Under: dp("90")}), []string{"band.open steps[0]"}},
		{"a share of seven decimals", step(scoring.Band{AtLeast: dp("80"), Share: d("0.0000001")}), []string{"number.scale steps[0].share"}},
		{"an else of seven decimals", scoring.Bands{Metric: "mark", Steps: []scoring.Band{{AtLeast: dp("80")}}, Else: dp("0.0000001")}, []string{"number.scale else"}},
	}
}
