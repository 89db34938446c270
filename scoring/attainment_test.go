package scoring_test

import (
	"github.com/cspay/cspay/scoring"
	"github.com/cspay/cspay/scoring/facts"
)

func attainmentCases() []ruleCase {
	seconds := func(n string) values { return values{"response": d(n)} }
	sold := func(n, target string) values { return values{"sold": d(n), "target": d(target)} }
	byRatio := func(limit string) scoring.Rule {
		return scoring.Attainment{Metric: "response", Target: d("30"), Formula: scoring.ByRatio, Cap: dp(limit)}
	}
	byGap := func(floor, limit string) scoring.Rule {
		a := scoring.Attainment{Metric: "response", Target: d("30"), Formula: scoring.ByGap}
		if floor != "" {
			a.Floor = dp(floor)
		}
		if limit != "" {
			a.Cap = dp(limit)
		}
		return a
	}
	completion := func(floor, limit string) scoring.Rule {
		a := scoring.Attainment{Metric: "completion", Target: d("1")}
		if floor != "" {
			a.Floor = dp(floor)
		}
		if limit != "" {
			a.Cap = dp(limit)
		}
		return a
	}
	own := scoring.Attainment{Metric: "sold", TargetMetric: "target"}
	return []ruleCase{
		{name: "40 s against 30 s by ratio give 7.50 of 10", rule: byRatio("1"), points: "10", values: seconds("40"), want: "7.50"},
		{name: "40 s against 30 s by gap give 6.67 of 10", rule: byGap("", ""), points: "10", values: seconds("40"), want: "6.67"},

		{name: "faster than the target stays at the cap", boundary: "cap by ratio", rule: byRatio("1"), points: "10", values: seconds("29.999"), want: "10.00"},
		{name: "the target itself is the cap", boundary: "cap by ratio", rule: byRatio("1"), points: "10", values: seconds("30"), want: "10.00"},
		{name: "a tenth of a second slower is below it", boundary: "cap by ratio", beyond: true, rule: byRatio("1"), points: "10", values: seconds("30.1"), want: "9.97"},
		{name: "24.9 s stay at a cap of 120%", boundary: "cap of 120%", rule: byRatio("1.2"), points: "10", values: seconds("24.9"), want: "12.00"},
		{name: "25.1 s are below a cap of 120%", boundary: "cap of 120%", beyond: true, rule: byRatio("1.2"), points: "10", values: seconds("25.1"), want: "11.95"},
		{name: "0 s are the cap", boundary: "an actual of 0", rule: byRatio("1.2"), points: "10", values: seconds("0"), want: "12.00"},
		{name: "a thousandth of a second is the cap too", boundary: "an actual of 0", beyond: true, rule: byRatio("1.2"), points: "10", values: seconds("0.001"), want: "12.00"},

		{name: "twice the target by gap is nothing", boundary: "floor by gap", rule: byGap("0", "1"), points: "10", values: seconds("60"), want: "0.00"},
		{name: "more than twice by gap stays at a floor of 0", boundary: "floor by gap", beyond: true, rule: byGap("0", "1"), points: "10", values: seconds("60.1"), want: "0.00"},
		{name: "row 75: more than twice by gap is negative without a floor", rule: byGap("", "1"), points: "10", values: seconds("60.1"), want: "-0.03"},
		{name: "0 s by gap are twice the points without a cap", rule: byGap("", ""), points: "10", values: seconds("0"), want: "20.00"},
		{name: "0 s by gap stay at a cap", rule: byGap("", "1"), points: "10", values: seconds("0"), want: "10.00"},

		{name: "99.9949% are 99.99 of 100", boundary: "half up", rule: completion("", ""), points: "100", values: sold("9999.49", "10000.00"), want: "99.99"},
		{name: "99.995% are 100.00 of 100", boundary: "half up", beyond: true, rule: completion("", ""), points: "100", values: sold("9999.50", "10000.00"), want: "100.00"},
		{name: "row 75: half as much again without a cap", rule: completion("", ""), points: "100", values: sold("15000", "10000"), want: "150.00"},
		{name: "row 75: below zero without a floor", rule: completion("", ""), points: "100", values: sold("-1000", "10000"), want: "-10.00"},
		{name: "109.99% are below a cap of 110%", boundary: "cap of 110%", rule: completion("0.5", "1.1"), points: "100", values: sold("10999", "10000"), want: "109.99"},
		{name: "110.01% stay at it", boundary: "cap of 110%", beyond: true, rule: completion("0.5", "1.1"), points: "100", values: sold("11001", "10000"), want: "110.00"},
		{name: "50.01% are above a floor of 50%", boundary: "floor of 50%", rule: completion("0.5", "1.1"), points: "100", values: sold("5001", "10000"), want: "50.01"},
		{name: "49.99% stay at it", boundary: "floor of 50%", beyond: true, rule: completion("0.5", "1.1"), points: "100", values: sold("4999", "10000"), want: "50.00"},

		{name: "a target of each agent's own", rule: own, points: "100", values: sold("5000", "10000"), want: "50.00"},
		{name: "a target finer than the metric", rule: scoring.Attainment{Metric: "exam", TargetMetric: "norm"}, points: "100", values: values{"exam": d("3"), "norm": d("4.5")}, want: "66.67"},
		{name: "a metric finer than the target", rule: scoring.Attainment{Metric: "norm", TargetMetric: "exam"}, points: "100", values: values{"norm": d("4.5"), "exam": d("3")}, want: "150.00"},
		{name: "a cent of a target", boundary: "an agent's target of 0", rule: own, points: "100", values: sold("0.01", "0.01"), want: "100.00"},
		{name: "row 77: a target of 0", boundary: "an agent's target of 0", beyond: true, rule: own, points: "100", values: sold("1", "0"), want: "target.zero agents[0].scheme.x"},
		{name: "row 78: a target below 0", rule: own, points: "100", values: sold("1", "-0.01"), want: "target.negative agents[0].scheme.x"},
		{name: "row 5: no actual", rule: own, points: "100", values: values{"target": d("1")}, want: "metric.missing agents[0].values.sold"},
		{name: "row 5: no target of the agent's", rule: own, points: "100", values: values{"sold": d("1")}, want: "metric.missing agents[0].values.target"},
		{name: "row 67: completion of nothing, alone", rule: completion("", ""), points: "100", values: sold("1", "0"), want: "scheme.none_applies agents[0]"},
	}
}

func badAttainments() []badRule {
	return []badRule{
		{"row 103: zero", scoring.Attainment{}, []string{"name.unknown metric", "target.zero target"}},
		{"row 76: a metric without a direction", scoring.Attainment{Metric: "undirected", Target: d("1")}, []string{"metric.direction metric"}},
		{"row 77: a target of 0", scoring.Attainment{Metric: "sold"}, []string{"target.zero target"}},
		{"row 78: a target below 0", scoring.Attainment{Metric: "sold", Target: d("-0.01")}, []string{"target.negative target"}},
		{"a target finer than nine decimals", scoring.Attainment{Metric: "sold", Target: d("0.0000000001")}, []string{"number.scale target"}},
		{"two targets", scoring.Attainment{Metric: "sold", Target: d("1"), TargetMetric: "target"}, []string{"shape.one_of target_metric"}},
		{"lower is better without a formula", scoring.Attainment{Metric: "response", Target: d("30")}, []string{"shape.required formula"}},
		{"by ratio without a cap", scoring.Attainment{Metric: "response", Target: d("30"), Formula: scoring.ByRatio}, []string{"shape.required cap"}},
		{"a formula that is none", scoring.Attainment{Metric: "response", Target: d("30"), Formula: "best"}, []string{"word.unknown formula"}},
		{"a formula where higher is better", scoring.Attainment{Metric: "sold", Target: d("30"), Formula: scoring.ByGap}, []string{"shape.one_of formula"}},
		{"row 90: a floor above the cap", scoring.Attainment{Metric: "sold", Target: d("30"), Floor: dp("1.000001"), Cap: dp("1")}, []string{"band.order floor"}},
		{"a floor of seven decimals", scoring.Attainment{Metric: "sold", Target: d("30"), Floor: dp("0.0000001")}, []string{"number.scale floor"}},
		{"a figure of this stage", scoring.Attainment{Metric: "x.points", Target: d("30")}, []string{"name.unknown metric"}},
	}
}

// fund is the peer-inspection fund of shop ZW, without grace.
func fund() scoring.Account {
	return scoring.Account{
		ID: "fund", Opening: d("100.00"), Unit: facts.Money,
		Charges: values{"serious_error": d("10"), "minor_error": d("5")},
	}
}
