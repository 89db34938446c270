package columns_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/cspay/cspay/internal/fix"
	"github.com/cspay/cspay/scoring/facts"
)

// row is a daily row of whole numbers.
func row(n int, pairs ...any) facts.Day {
	out := facts.Day{Date: day(n), Values: values{}}
	for i := 0; i < len(pairs); i += 2 {
		out.Values[pairs[i].(string)] = d(pairs[i+1].(string))
	}
	return out
}

func TestDerivedMetrics(t *testing.T) {
	tests := []struct {
		name, metric string
		days         []facts.Day
		want         string
	}{
		{"a sum adds the days", "conversations", []facts.Day{row(1, "conversations", "200"), row(3, "conversations", "1")}, "201"},
		{"a worked day without its cell is no zero", "conversations", []facts.Day{row(1, "conversations", "200"), row(2), row(3, "conversations", "1")}, "missing"},
		{"a day of rest needs no cell", "conversations", []facts.Day{row(1, "conversations", "200"), {Date: day(2), Attendance: facts.Rest}}, "200"},
		{"a worked day without its cell, where missing means zero", "peak", []facts.Day{row(1, "peak", "3"), row(2)}, "3"},
		{"a worked day without its cell, where missing is not applicable", "stock", []facts.Day{row(1, "stock", "3"), row(2)}, "3"},
		{"a sum of nothing is missing", "conversations", []facts.Day{row(1)}, "missing"},
		{"a maximum", "peak", []facts.Day{row(1, "peak", "3"), row(2, "peak", "9"), row(3, "peak", "4")}, "9"},
		{"a maximum of nothing, where missing means zero", "peak", []facts.Day{row(1)}, "0"},
		{"the last by date, not by order", "stock", []facts.Day{row(9, "stock", "5"), row(2, "stock", "7"), row(10)}, "5"},
		{"the last of nothing, where missing is not applicable", "stock", []facts.Day{row(1)}, "not applicable"},
		{
			"20 s over 300 and 50 s over 100 are 11000/400, not 35 s", "response",
			[]facts.Day{row(1, "conversations", "300", "response", "20"), row(2, "conversations", "100", "response", "50")},
			"11000.000/400",
		},
		{
			"a day without conversations weighs nothing", "response",
			[]facts.Day{row(1, "conversations", "0", "response", "999"), row(2, "conversations", "100", "response", "50")},
			"5000.000/100",
		},
		{"a day with a weight and no value leaves the mean open", "response", []facts.Day{row(1, "conversations", "300"), row(2, "conversations", "100", "response", "50")}, "missing"},
		{"a day that weighs nothing needs no value", "response", []facts.Day{row(1, "conversations", "0"), row(2, "conversations", "100", "response", "50")}, "5000.000/100"},
		{"row 67: a mean of no traffic", "response", []facts.Day{row(1, "conversations", "0", "response", "0")}, "not applicable"},
		{"a mean of nothing is missing", "response", []facts.Day{row(1, "conversations", "5")}, "missing"},
		{"a ratio stays two numbers", "late_rate", []facts.Day{row(1, "conversations", "150", "late", "2"), row(2, "conversations", "50", "late", "6")}, "8/200"},
		{"row 67: a ratio to zero", "late_rate", []facts.Day{row(1, "conversations", "0", "late", "0")}, "not applicable"},
		{"a ratio without a numerator", "late_rate", []facts.Day{row(1, "conversations", "10")}, "missing"},
		{"a ratio without a denominator", "late_rate", []facts.Day{row(1, "late", "10")}, "missing"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := schema(t, shop())
			table := build(t, s, facts.Month{Period: january(), Agents: []facts.Agent{{ID: "A01", Days: tt.days}}})
			assert.Equal(t, tt.want, read(t, s, table, "A01", tt.metric))
		})
	}
}

func TestMissingRules(t *testing.T) {
	idle := []facts.Leave{{From: day(1), Until: day(31), Kind: facts.PaidLeave}}
	tests := []struct {
		name, metric string
		rule         facts.Missing
		agent        facts.Agent
		want         string
	}{
		{"row 5: an absent value is missing", "exam", "", facts.Agent{}, "missing"},
		{"row 5: the error rule says the same", "exam", facts.MissingError, facts.Agent{}, "missing"},
		{"row 5: zero", "exam", facts.MissingZero, facts.Agent{}, "0.00"},
		{"row 5: not applicable", "exam", facts.MissingNotApplicable, facts.Agent{}, "not applicable"},
		{"a given zero is no missing value", "exam", facts.MissingNotApplicable, facts.Agent{Values: values{"exam": d("0")}}, "0.00"},
		{"row 66: who worked no day lacks nothing", "exam", "", facts.Agent{Leave: idle}, "not applicable"},
		{"zero holds for who worked no day too", "exam", facts.MissingZero, facts.Agent{Leave: idle}, "0.00"},
		{"a sum follows its rule", "conversations", facts.MissingZero, facts.Agent{}, "0"},
		{"a mean follows its rule", "response", facts.MissingNotApplicable, facts.Agent{}, "not applicable"},
		{"a mean that means zero", "response", facts.MissingZero, facts.Agent{}, "0.000"},
		{"a ratio without a rule lacks its parts", "late_rate", "", facts.Agent{}, "missing"},
		{"a ratio follows its own rule", "late_rate", facts.MissingNotApplicable, facts.Agent{}, "not applicable"},
		{"a ratio that means zero", "late_rate", facts.MissingZero, facts.Agent{}, "0"},
		{"a ratio to zero is not applicable by any rule", "late_rate", facts.MissingZero, facts.Agent{Days: []facts.Day{row(1, "conversations", "0", "late", "0")}}, "not applicable"},
		{"events are counted, never missing", "bad_reviews", "", facts.Agent{}, "0"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			metrics := shop()
			m := metrics[tt.metric]
			m.Missing = tt.rule
			metrics[tt.metric] = m
			tt.agent.ID = "A01"
			s := schema(t, metrics)
			table := build(t, s, facts.Month{Period: january(), Agents: []facts.Agent{tt.agent}})
			assert.Equal(t, tt.want, read(t, s, table, "A01", tt.metric))
		})
	}
}

func TestMeanNeedsItsWeight(t *testing.T) {
	lacking := facts.Month{Period: january(), Agents: []facts.Agent{{ID: "A01", Days: []facts.Day{row(1, "response", "50")}}}}
	c := facts.NewFactsCheck()
	schema(t, shop()).Build(lacking, c)
	assert.Equal(t, []string{"metric.missing agents[0].days[0].values.conversations"}, list(c.Problems()))

	metrics := shop()
	m := metrics["conversations"]
	m.Missing = facts.MissingZero
	metrics["conversations"] = m
	s := schema(t, metrics)
	assert.Equal(t, "missing", read(t, s, build(t, s, lacking), "A01", "response"), "a weight of zero weighs nothing")
}

func TestEventMetrics(t *testing.T) {
	events := []facts.Event{
		{ID: "E1", Agent: "A01", Kind: "bad_review", Date: day(1)},
		{ID: "E2", Agent: "A01", Kind: "bad_review", Date: day(1), Status: facts.Upheld},
		{ID: "E3", Agent: "A01", Kind: "bad_review", Date: day(31), Status: facts.Reported},
		{ID: "E4", Agent: "A01", Kind: "bad_review", Date: day(2), Status: facts.Withdrawn},
		{ID: "E5", Agent: "A01", Kind: "bad_review", Date: day(2), Status: facts.Overturned},
		{ID: "E6", Agent: "A02", Kind: "bad_review", Date: day(2)},
		{ID: "E7", Agent: "A01", Kind: "praise", Date: day(2)},
		{ID: "E8", Agent: "A01", Kind: "bad_review", Date: day(3)},
	}
	s := schema(t, shop())
	table := build(t, s, facts.Month{
		Period: january(), Agents: []facts.Agent{{ID: "A01"}, {ID: "A02"}, {ID: "A03"}}, Events: events,
		Exclusions: []facts.Exclusion{{Event: "E8", Reason: "platform fault"}},
	})
	assert.Equal(t, "2", read(t, s, table, "A01", "bad_reviews"), "upheld, and upheld when nothing is said; not the excluded one")
	assert.Equal(t, "1", read(t, s, table, "A01", "reported"))
	assert.Equal(t, "1", read(t, s, table, "A02", "bad_reviews"))
	assert.Equal(t, "0", read(t, s, table, "A03", "bad_reviews"))

	ref, _ := s.Lookup("bad_reviews")
	step := table.Explain(ref, 0)
	sum, told := int64(0), 0
	for _, child := range step.Steps {
		sum += child.Value.Unscaled
		told++
	}
	assert.Equal(t, step.Value.Unscaled, sum, "what the events of the explanation add up to")
	assert.Equal(t, 6, told, "those that do not count are told too")
}

func TestSumOutOfRange(t *testing.T) {
	s, c := schema(t, shop()), facts.NewFactsCheck()
	top := "999999999999999999"
	s.Build(facts.Month{Period: january(), Agents: []facts.Agent{
		{ID: "A01", Days: []facts.Day{row(1, "conversations", top), row(2, "conversations", "0")}},
		{ID: "A02", Days: []facts.Day{row(1, "conversations", top), row(2, "conversations", "1")}},
		{ID: "A03", Days: []facts.Day{row(1, "conversations", top, "response", "2")}},
	}}, c)
	assert.Equal(t, []string{
		"number.overflow agents[1].values.conversations", "number.overflow agents[2].values.response",
	}, list(c.Problems()))
	assert.Equal(t, "A02", c.Problems()[0].Agent)
}

// TestAMonthIsTotalOverTotal holds the derived metrics to the sums of all the
// cells, however the days are cut.
func TestAMonthIsTotalOverTotal(t *testing.T) {
	s := schema(t, shop())
	rapid.Check(t, func(rt *rapid.T) {
		var days []facts.Day
		var sum, weight, late int64
		for n := 1; n <= rapid.IntRange(1, 31).Draw(rt, "days"); n++ {
			w := rapid.Int64Range(0, 500).Draw(rt, "conversations")
			ms := rapid.Int64Range(0, 600_000).Draw(rt, "response")
			l := rapid.Int64Range(0, w).Draw(rt, "late")
			sum, weight, late = sum+w*ms, weight+w, late+l
			days = append(days, facts.Day{Date: day(n), Values: values{
				"conversations": fix.ToDecimal(w, 0), "response": fix.ToDecimal(ms, 3), "late": fix.ToDecimal(l, 0),
			}})
		}
		days = rapid.Permutation(days).Draw(rt, "order")
		table := build(t, s, facts.Month{Period: january(), Agents: []facts.Agent{{ID: "A01", Days: days}}})
		mean, ratio := "not applicable", "not applicable"
		if weight > 0 {
			mean, ratio = fix.Text(sum, 3)+"/"+fix.Text(weight, 0), fix.Text(late, 0)+"/"+fix.Text(weight, 0)
		}
		if weight == 1 {
			mean, ratio = fix.Text(sum, 3), fix.Text(late, 0)
		}
		require.Equal(t, mean, read(t, s, table, "A01", "response"))
		require.Equal(t, ratio, read(t, s, table, "A01", "late_rate"))
	})
}
