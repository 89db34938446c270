package columns_test

import (
	"testing"
	"time"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/scoring/facts"
)

func TestBuildChecksNumbers(t *testing.T) {
	tests := []struct {
		name, metric, value string
		want                []string // problems, or
		is                  string   // the value
	}{
		{"row 8: a negative count", "conversations", "-1", []string{"number.negative"}, ""},
		{"a count of zero", "conversations", "0", nil, "0"},
		{"row 9: a count of 3.7", "conversations", "3.7", []string{"number.not_integer"}, ""},
		{"row 9: 3.0 is 3", "conversations", "3.0", nil, "3"},
		{"row 10: 2147483648 on every platform", "conversations", "2147483648", nil, "2147483648"},
		{"row 10: a count of 18 digits", "conversations", "999999999999999999", nil, "999999999999999999"},
		{"row 10: a count of 19 digits", "conversations", "1000000000000000000", []string{"number.range"}, ""},
		{"row 23: an exponent beyond all use", "conversations", "1e10000", []string{"number.range"}, ""},
		{"points with two decimals", "exam", "86.55", nil, "86.55"},
		{"points with three", "exam", "86.555", []string{"number.scale"}, ""},
		{"points below zero", "exam", "-1", nil, "-1.00"},
		{"row 13: money past the cent", "bonus", "100.001", []string{"number.scale"}, ""},
		{"money with zeros past the cent", "bonus", "100.0100", nil, "100.01"},
		{"negative money", "bonus", "-100.01", nil, "-100.01"},
		{"seconds have three decimals", "response", "30.001", nil, "30.001"},
		{"seconds with four", "response", "30.0001", []string{"number.scale"}, ""},
		{"negative seconds", "response", "-0.001", []string{"number.negative"}, ""},
		{"a ratio of exactly one", "sick_rate", "1", nil, "1.000000"},
		{"row 11: a ratio just above one", "sick_rate", "1.000001", []string{"W ratio.above_one"}, "1.000001"},
		{"row 11: a ratio of 1.5", "sick_rate", "1.5", []string{"W ratio.above_one"}, "1.500000"},
		{"row 11: a ratio of -0.1", "sick_rate", "-0.1", []string{"number.negative"}, ""},
		{"percent is written in percent", "satisfaction", "98.5", nil, "0.985000"},
		{"percent of exactly a hundred", "satisfaction", "100", nil, "1.000000"},
		{"percent just above a hundred", "satisfaction", "100.0001", []string{"W ratio.above_one"}, "1.000001"},
		{"percent with four decimals", "satisfaction", "0.0001", nil, "0.000001"},
		{"percent with five", "satisfaction", "0.00001", []string{"number.scale"}, ""},
		{"percent below zero", "satisfaction", "-1", []string{"number.negative"}, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			metrics := shop()
			a := facts.Agent{ID: "A01", Values: values{tt.metric: d(tt.value)}}
			path := "agents[0].values." + tt.metric
			if !metrics[tt.metric].From.IsZero() {
				cells := values{"conversations": d("1"), tt.metric: d(tt.value)}
				a.Values, a.Days = nil, []facts.Day{{Date: day(1), Values: cells}}
				path = "agents[0].days[0].values." + tt.metric
			}
			s, c := schema(t, metrics), facts.NewFactsCheck()
			table := s.Build(facts.Month{Period: january(), Agents: []facts.Agent{a}}, c)
			var want []string
			for _, p := range tt.want {
				want = append(want, p+" "+path)
			}
			assert.Equal(t, want, list(c.Problems()))
			if c.Err() == nil {
				assert.Equal(t, tt.is, read(t, s, table, "A01", tt.metric))
			} else {
				assert.NotContains(t, c.Err().Error(), tt.value, "row 96: no value of the facts in a message")
			}
		})
	}
}

func TestBuildChecksNames(t *testing.T) {
	m := facts.Month{Period: january(), Agents: []facts.Agent{{
		ID:     "A01",
		Values: values{"nought": d("1"), "late": d("1"), "late_rate": d("1"), "bad_reviews": d("1"), "examen": d("1")},
		Days: []facts.Day{{Date: day(1), Values: values{
			"exam": d("1"), "zzz": d("1"), "bad_reviews": d("1"), "late_rate": d("1"), "conversation": d("1"),
		}}},
	}}}
	want := []string{
		"metric.derived agents[0].days[0].values.bad_reviews",
		"metric.unknown agents[0].days[0].values.conversation",
		"metric.derived agents[0].days[0].values.exam",
		"metric.derived agents[0].days[0].values.late_rate",
		"metric.unknown agents[0].days[0].values.zzz",
		"metric.derived agents[0].values.bad_reviews",
		"metric.unknown agents[0].values.examen",
		"metric.derived agents[0].values.late",
		"metric.derived agents[0].values.late_rate",
		"metric.unknown agents[0].values.nought",
	}
	for range 20 { // the order of problems is not that of a map
		c := facts.NewFactsCheck()
		schema(t, shop()).Build(m, c)
		require.Equal(t, want, list(c.Problems()))
	}
}

func TestBuildRefusesAnExponentAtOnce(t *testing.T) {
	started := time.Now()
	for _, v := range []decimal.Decimal{decimal.New(1, 1_000_000_000), decimal.New(1, -1_000_000_000)} {
		c := facts.NewFactsCheck()
		schema(t, shop()).Build(facts.Month{Period: january(), Agents: []facts.Agent{{ID: "A01", Values: values{"exam": v}}}}, c)
		require.Error(t, c.Err(), "row 23: at the API edge")
	}
	assert.Less(t, time.Since(started), time.Second, "nobody counts a billion zeros")
}
