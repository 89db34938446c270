package scoring_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/scoring"
	"github.com/cspay/cspay/scoring/facts"
)

func zeroOverCases() []ruleCase {
	cliff := scoring.ZeroOver{Metric: "reviews", Over: d("3")}
	linear := scoring.ZeroOver{Metric: "reviews", Over: d("3"), Within: scoring.Linear}
	hours := scoring.ZeroOver{Metric: "hours", Over: d("3"), Within: scoring.Linear}
	seconds := scoring.ZeroOver{Metric: "response", Over: d("30"), Within: scoring.Full}
	none := scoring.ZeroOver{Metric: "reviews"}
	n := func(n string) values { return values{"reviews": d(n)} }
	h := func(n string) values { return values{"hours": d(n)} }
	return []ruleCase{
		{name: "no review keeps the points", rule: cliff, points: "5", values: n("0"), want: "5.00"},
		{name: "SW8, row 71: 3 reviews keep the points", boundary: "over 3", rule: cliff, points: "5", values: n("3"), want: "5.00"},
		{name: "SW8, row 71: 4 reviews take them", boundary: "over 3", beyond: true, rule: cliff, points: "5", values: n("4"), want: "0.00"},
		{name: "the fifth costs nothing more", rule: cliff, points: "5", values: n("5"), want: "0.00"},
		{name: "linear, 0 reviews", rule: linear, points: "5", values: n("0"), want: "5.00"},
		{name: "linear, 1 review", rule: linear, points: "5", values: n("1"), want: "3.75"},
		{name: "linear, 2 reviews", rule: linear, points: "5", values: n("2"), want: "2.50"},
		{name: "linear, 3 reviews", boundary: "over 3, linear", rule: linear, points: "5", values: n("3"), want: "1.25"},
		{name: "linear, 4 reviews", boundary: "over 3, linear", beyond: true, rule: linear, points: "5", values: n("4"), want: "0.00"},
		{name: "linear by a count of hundredths, half a unit", rule: hours, points: "5", values: h("0.5"), want: "4.38"},
		{name: "linear by a count of hundredths, on the limit", boundary: "over 3.00, linear", rule: hours, points: "5", values: h("3"), want: "1.25"},
		{name: "linear by a count of hundredths, one above", boundary: "over 3.00, linear", beyond: true, rule: hours, points: "5", values: h("3.01"), want: "0.00"},
		{name: "30.000 s are not over 30 s", boundary: "over 30 s", rule: seconds, points: "5", values: values{"response": d("30")}, want: "5.00"},
		{name: "30.001 s are", boundary: "over 30 s", beyond: true, rule: seconds, points: "5", values: values{"response": d("30.001")}, want: "0.00"},
		{name: "a limit of 0 allows none", boundary: "over 0", rule: none, points: "5", values: n("0"), want: "5.00"},
		{name: "one is over 0", boundary: "over 0", beyond: true, rule: none, points: "5", values: n("1"), want: "0.00"},
		{name: "row 5: no count", rule: cliff, points: "5", want: "metric.missing agents[0].values.reviews"},
		{name: "the largest count", rule: linear, points: "5", values: n("999999999999999999"), want: "0.00"},
	}
}

func badZeroOvers() []badRule {
	return []badRule{
		{"row 103: zero", scoring.ZeroOver{}, []string{"name.unknown metric"}},
		{"a limit below 0", scoring.ZeroOver{Metric: "reviews", Over: d("-1")}, []string{"number.negative over"}},
		{"a way up that is none", scoring.ZeroOver{Metric: "reviews", Over: d("1"), Within: "half"}, []string{"word.unknown within"}},
		{"linear to half a review", scoring.ZeroOver{Metric: "reviews", Over: d("1.5"), Within: scoring.Linear}, []string{"number.not_integer over"}},
		{"linear over seconds", scoring.ZeroOver{Metric: "response", Over: d("30"), Within: scoring.Linear}, []string{"metric.unit within"}},
		{"row 23: a limit beyond all use", scoring.ZeroOver{Metric: "reviews", Over: d("1e10000")}, []string{"number.range over"}},
	}
}

// TestSW8 counts events: what is not upheld is no review.
func TestSW8(t *testing.T) {
	tests := []struct {
		name   string
		within scoring.Within
		events int
		want   string
	}{
		{"3 upheld reviews keep the 5 points", scoring.Full, 3, "5.00"},
		{"4 upheld reviews take them", scoring.Full, 4, "0.00"},
		{"the fifth costs nothing more", "", 5, "0.00"},
		{"linear, none", scoring.Linear, 0, "5.00"},
		{"linear, 1", scoring.Linear, 1, "3.75"},
		{"linear, 2", scoring.Linear, 2, "2.50"},
		{"linear, 3", scoring.Linear, 3, "1.25"},
		{"linear, 4", scoring.Linear, 4, "0.00"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			m := facts.Month{Period: month("2026-01"), Agents: []facts.Agent{{ID: "A01"}}}
			event := func(id string, status facts.EventStatus) {
				m.Events = append(m.Events, facts.Event{ID: id, Agent: "A01", Kind: "bad_review", Date: date("2026-01-05"), Status: status})
			}
			for i := range tt.events {
				event("up"+string(rune('a'+i)), facts.Upheld)
			}
			for _, status := range []facts.EventStatus{facts.Reported, facts.Withdrawn, facts.Overturned} {
				event(string(status), status)
			}
			cards, err := scoring.Score(
				alone(scoring.ZeroOver{Metric: "bad_reviews", Over: d("3"), Within: tt.within}, "5"),
				scoring.Terms{Metrics: facts.Metrics{
					"bad_reviews": {Unit: facts.Count, Better: facts.Lower, From: facts.From{Event: "bad_review"}},
				}}, m)
			require.NoError(t, err)
			assert.Equal(t, tt.want, total(t, cards, "A01"))
		})
	}
}
