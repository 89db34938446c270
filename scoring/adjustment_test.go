package scoring_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/scoring"
	"github.com/cspay/cspay/scoring/facts"
)

func adjustCases() []ruleCase {
	praise := scoring.Adjustment{Metric: "reviews", Each: d("2"), Most: dp("6")}
	blame := scoring.Adjustment{Metric: "reviews", Each: d("-2"), Least: dp("-6")}
	monthly := scoring.Adjustment{Metric: "reviews", Each: d("2"), Per: scoring.PerMonth}
	n := func(n string) values { return values{"reviews": d(n)} }
	return []ruleCase{
		{name: "no praise", rule: praise, values: n("0"), want: "0.00"},
		{name: "2 praises at 2 are below the most", boundary: "most", rule: praise, values: n("2"), want: "4.00"},
		{name: "3 praises at 2 are the most", boundary: "most", rule: praise, values: n("3"), want: "6.00"},
		{name: "4 praises at 2 stay at the most", boundary: "most", beyond: true, rule: praise, values: n("4"), want: "6.00"},
		{name: "3 blames at -2 are the least", boundary: "least", rule: blame, values: n("3"), want: "-6.00"},
		{name: "4 blames at -2 stay at the least", boundary: "least", beyond: true, rule: blame, values: n("4"), want: "-6.00"},
		{name: "without bounds there is none", rule: scoring.Adjustment{Metric: "reviews", Each: d("2")}, values: n("1000"), want: "2000.00"},
		{name: "a quotient is rounded once", rule: scoring.Adjustment{Metric: "vote", Each: d("2")}, values: values{"votes": d("13"), "voters": d("3")}, want: "8.67"},
		{name: "row 14: a little below zero prints no sign", rule: scoring.Adjustment{Metric: "norm", Each: d("-0.01")}, values: values{"norm": d("0.4")}, want: "0.00"},
		{name: "YT4: once a month, no praise", boundary: "per: month", rule: monthly, values: n("0"), want: "0.00"},
		{name: "YT4: once a month, one praise", boundary: "per: month", beyond: true, rule: monthly, values: n("1"), want: "2.00"},
		{name: "YT4: once a month, three praises are one", rule: monthly, values: n("3"), want: "2.00"},
		{name: "YT4: once a month, three blames are one", rule: scoring.Adjustment{Metric: "reviews", Each: d("-2"), Per: scoring.PerMonth}, values: n("3"), want: "-2.00"},
		{name: "YT4: per event, said", rule: scoring.Adjustment{Metric: "reviews", Each: d("2"), Per: scoring.PerEvent}, values: n("3"), want: "6.00"},
		{name: "once a month for a little above 0", rule: scoring.Adjustment{Metric: "norm", Each: d("2"), Per: scoring.PerMonth}, values: values{"norm": d("0.000001")}, want: "2.00"},
		{name: "once a month is no loss below 0", rule: scoring.Adjustment{Metric: "norm", Each: d("2"), Per: scoring.PerMonth}, values: values{"norm": d("-1")}, want: "0.00"},
		{name: "once a month has a most too", rule: scoring.Adjustment{Metric: "reviews", Each: d("2"), Per: scoring.PerMonth, Most: dp("1.5")}, values: n("1"), want: "1.50"},
		{name: "once a month has a least too", rule: scoring.Adjustment{Metric: "reviews", Each: d("-2"), Per: scoring.PerMonth, Least: dp("-1.5")}, values: n("1"), want: "-1.50"},
		{name: "nothing to measure adds nothing", rule: scoring.Adjustment{Metric: "vote", Each: d("2")}, values: values{"votes": d("0"), "voters": d("0")}, want: "not applicable"},
		{name: "row 5: no count", rule: praise, want: "metric.missing agents[0].values.reviews"},
	}
}

func badAdjusts() []badRule {
	return []badRule{
		{"row 103: zero", scoring.Adjustment{}, []string{"name.unknown metric", "shape.required each"}},
		{"a way of counting that is none", scoring.Adjustment{Metric: "reviews", Each: d("1"), Per: "week"}, []string{"word.unknown per"}},
		{"nothing for each", scoring.Adjustment{Metric: "reviews"}, []string{"shape.required each"}},
		{"a thousandth for each", scoring.Adjustment{Metric: "reviews", Each: d("0.001")}, []string{"number.scale each"}},
		{"bounds of a thousandth", scoring.Adjustment{Metric: "reviews", Each: d("1"), Most: dp("0.001"), Least: dp("-0.001")}, []string{"number.scale most", "number.scale least"}},
		{"row 90: a least above the most", scoring.Adjustment{Metric: "reviews", Each: d("1"), Most: dp("1"), Least: dp("1.01")}, []string{"band.order least"}},
	}
}

func TestYT4(t *testing.T) {
	scheme := scoring.Scheme{Indicators: []scoring.Indicator{
		{ID: "exam", Points: d("100"), Rule: scoring.Direct{Metric: "exam", OutOf: d("100")}},
		{ID: "praise", Rule: scoring.Adjustment{Metric: "praises", Each: d("2")}},
		{ID: "blame", Rule: scoring.Adjustment{Metric: "blames", Each: d("-2")}},
	}}
	metrics := facts.Metrics{
		"exam":    {Unit: facts.Points},
		"praises": {Unit: facts.Count, From: facts.From{Event: "praise"}},
		"blames":  {Unit: facts.Count, From: facts.From{Event: "blame"}},
	}
	m := facts.Month{Period: month("2026-01"), Agents: []facts.Agent{{ID: "A01", Values: values{"exam": d("98")}}}}
	for i, kind := range []string{"praise", "praise", "praise", "blame"} {
		m.Events = append(m.Events, facts.Event{ID: string(rune('a' + i)), Agent: "A01", Kind: kind, Date: date("2026-01-05")})
	}
	cards, err := scoring.Score(scheme, scoring.Terms{Metrics: metrics}, m)
	require.NoError(t, err)
	assert.Equal(t, "6.00", points(t, cards, "A01", "praise"))
	assert.Equal(t, "-2.00", points(t, cards, "A01", "blame"))
	assert.Equal(t, "102.00", total(t, cards, "A01"), "3 praises and 1 blame are +4, and a score may pass 100")
}
