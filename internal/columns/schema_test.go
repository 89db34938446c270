package columns_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

const oneDerivation = "one of event, amounts, daily, ratio, panel, days, blend, first_of, inspection"

func TestNewSchemaChecksMetrics(t *testing.T) {
	with := func(m facts.Metric) facts.Metrics {
		return facts.Metrics{
			"visits": {Unit: facts.Count, From: facts.From{Daily: facts.Sum}},
			"speed":  {Unit: facts.Seconds, From: facts.From{Daily: facts.Mean, Weight: "visits"}},
			"share":  {Unit: facts.Ratio, From: facts.From{Ratio: "visits", To: "visits"}},
			"exam":   {Unit: facts.Points},
			"x":      m,
		}
	}
	tests := []struct {
		name   string
		metric facts.Metric
		want   []string
		says   string // of the first
	}{
		{"a unit is enough", facts.Metric{Unit: facts.Count}, nil, ""},
		{"no unit", facts.Metric{}, []string{"shape.required metrics.x.unit"}, "a unit"},
		{"no known unit", facts.Metric{Unit: "stone"}, []string{"word.unknown metrics.x.unit"}, "one of count money points seconds days ratio percent number"},
		{"no known direction", facts.Metric{Unit: facts.Count, Better: "faster"}, []string{"word.unknown metrics.x.better"}, "one of higher lower"},
		{"no known reading of missing", facts.Metric{Unit: facts.Count, Missing: "null"}, []string{"word.unknown metrics.x.missing"}, "one of error zero not_applicable"},
		{"9 decimals", facts.Metric{Unit: facts.Number, Decimals: intp(9)}, nil, ""},
		{"10 decimals", facts.Metric{Unit: facts.Number, Decimals: intp(10)}, []string{"number.range metrics.x.decimals"}, "0 to 9 decimals"},
		{"0 decimals", facts.Metric{Unit: facts.Number, Decimals: intp(0)}, nil, ""},
		{"-1 decimals", facts.Metric{Unit: facts.Number, Decimals: intp(-1)}, []string{"number.range metrics.x.decimals"}, "0 to 9 decimals"},
		{"a percentage of whole percents", facts.Metric{Unit: facts.Percent, Decimals: intp(2)}, nil, ""},
		{"a percentage that could not hold one percent", facts.Metric{Unit: facts.Percent, Decimals: intp(1)}, []string{"number.range metrics.x.decimals"}, "2 to 9 decimals, of the fraction: 98% is 0.98"},
		{"an event", facts.Metric{Unit: facts.Count, From: facts.From{Event: "praise"}}, nil, ""},
		{"an event in a state that is none", facts.Metric{Unit: facts.Count, From: facts.From{Event: "praise", Status: "done"}}, []string{"word.unknown metrics.x.from.status"}, "one of reported upheld withdrawn overturned"},
		{"event and daily", facts.Metric{Unit: facts.Count, From: facts.From{Event: "praise", Daily: facts.Sum}}, []string{"shape.one_of metrics.x.from"}, oneDerivation},
		{"daily and ratio", facts.Metric{Unit: facts.Count, From: facts.From{Daily: facts.Sum, Ratio: "visits", To: "visits"}}, []string{"shape.one_of metrics.x.from"}, oneDerivation},
		{"a status of nothing, which was a column of zeros", facts.Metric{Unit: facts.Count, From: facts.From{Status: facts.Upheld}}, []string{"shape.one_of metrics.x.from"}, oneDerivation},
		{"a denominator of nothing", facts.Metric{Unit: facts.Count, From: facts.From{To: "visits"}}, []string{"shape.one_of metrics.x.from"}, oneDerivation},
		{"a weight of nothing", facts.Metric{Unit: facts.Count, From: facts.From{Weight: "visits"}}, []string{"shape.one_of metrics.x.from"}, oneDerivation},
		{"a sum with a weight", facts.Metric{Unit: facts.Count, From: facts.From{Daily: facts.Sum, Weight: "visits"}}, []string{"shape.one_of metrics.x.from.weight"}, "no weight without daily: mean"},
		{"a sum with a status", facts.Metric{Unit: facts.Count, From: facts.From{Daily: facts.Sum, Status: facts.Upheld}}, []string{"shape.one_of metrics.x.from.status"}, "no status without event or amounts"},
		{"a sum with a denominator", facts.Metric{Unit: facts.Count, From: facts.From{Daily: facts.Sum, To: "visits"}}, []string{"shape.one_of metrics.x.from.to"}, "no to without ratio"},
		{"an aggregate that is none", facts.Metric{Unit: facts.Count, From: facts.From{Daily: "median"}}, []string{"word.unknown metrics.x.from.daily"}, "one of sum last maximum mean"},
		{"a mean without a weight", facts.Metric{Unit: facts.Count, From: facts.From{Daily: facts.Mean}}, []string{"metric.unknown metrics.x.from.weight"}, "another daily metric to weight by"},
		{"a mean by a misspelt weight", facts.Metric{Unit: facts.Count, From: facts.From{Daily: facts.Mean, Weight: "visit"}}, []string{"metric.unknown metrics.x.from.weight"}, "another daily metric to weight by; nearest: visits"},
		{"a mean by a metric without daily rows", facts.Metric{Unit: facts.Count, From: facts.From{Daily: facts.Mean, Weight: "exam"}}, []string{"metric.unknown metrics.x.from.weight"}, "another daily metric to weight by"},
		{"a mean by itself", facts.Metric{Unit: facts.Count, From: facts.From{Daily: facts.Mean, Weight: "x"}}, []string{"metric.unknown metrics.x.from.weight"}, "another daily metric to weight by"},
		{"a ratio", facts.Metric{Unit: facts.Ratio, From: facts.From{Ratio: "visits", To: "visits"}}, nil, ""},
		{"a ratio to nothing", facts.Metric{Unit: facts.Ratio, From: facts.From{Ratio: "visits"}}, []string{"metric.unknown metrics.x.from.to"}, "a metric that is one number, not a ratio or a mean"},
		{"row 38: a ratio of a misspelt metric", facts.Metric{Unit: facts.Ratio, From: facts.From{Ratio: "visitz", To: "visits"}}, []string{"metric.unknown metrics.x.from.ratio"}, "a metric that is one number, not a ratio or a mean; nearest: visits"},
		{"a ratio of a ratio", facts.Metric{Unit: facts.Ratio, From: facts.From{Ratio: "share", To: "visits"}}, []string{"metric.unknown metrics.x.from.ratio"}, "a metric that is one number, not a ratio or a mean"},
		{"a ratio to a mean", facts.Metric{Unit: facts.Ratio, From: facts.From{Ratio: "visits", To: "speed"}}, []string{"metric.unknown metrics.x.from.to"}, "a metric that is one number, not a ratio or a mean"},
		{"row 39: a ratio of itself", facts.Metric{Unit: facts.Ratio, From: facts.From{Ratio: "x", To: "visits"}}, []string{"metric.cycle metrics.x.from.ratio"}, "a metric that does not lead back here: x > x"},
		{"money a visit", facts.Metric{Unit: facts.Money, From: facts.From{Ratio: "exam", To: "visits"}}, nil, ""},
		{"visits a point, finer below than above", facts.Metric{Unit: facts.Number, From: facts.From{Ratio: "visits", To: "exam"}}, []string{"metric.unit metrics.x.from"}, "a denominator with no more decimals than the numerator"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := facts.NewCheck()
			s := columns.NewSchema(with(tt.metric), c.At("metrics"))
			assert.Equal(t, tt.want, list(c.Problems()))
			if len(tt.want) > 0 {
				assert.Equal(t, c.Problems()[0].Want, tt.says)
			}
			_, known := s.Lookup("x")
			assert.True(t, known, "a faulty metric is not reported again where it is named")
		})
	}
}

func TestSchemaChecksNamesOfMetrics(t *testing.T) {
	c := facts.NewCheck()
	columns.NewSchema(facts.Metrics{"": {Unit: facts.Count}, " a": {Unit: facts.Count}}, c.At("metrics"))
	assert.Equal(t, []string{"shape.required metrics.", "id.space metrics. a"}, list(c.Problems()))
}

func TestSchemaKeepsNothingOfTheCaller(t *testing.T) {
	decimals := 1
	metrics := facts.Metrics{"n": {Unit: facts.Number, Decimals: &decimals, Name: facts.Text{EN: "N"}}}
	s := schema(t, metrics)
	decimals = 0
	metrics["n"] = facts.Metric{Unit: facts.Money}
	delete(metrics, "n")
	table := build(t, s, facts.Month{Period: january(), Agents: []facts.Agent{{ID: "A01", Values: values{"n": d("1.5")}}}})
	assert.Equal(t, "1.5", read(t, s, table, "A01", "n"))
}

func TestFigures(t *testing.T) {
	s, c := schema(t, shop()), facts.NewCheck()
	plain := s.Add(c.At("a"), columns.Figure{ID: "total", Unit: facts.Money, Scale: 2})
	over := s.Add(c.At("b"), columns.Figure{ID: "over", Unit: facts.Points, Scale: 2, Better: facts.Lower})
	s.Add(c.At("c"), columns.Figure{ID: "exam"})
	assert.Equal(t, []string{"name.duplicate c"}, list(c.Problems()))
	assert.Equal(t, facts.Higher, plain.Better)
	assert.Equal(t, facts.Lower, over.Better)

	_, ok := s.Metric(c.At("d"), "totl")
	assert.False(t, ok)
	assert.Equal(t, "a metric or a figure of an earlier stage; nearest: total", wants(c.Problems(), "d"))
	_, _, ok = s.Daily(c.At("e"), "exam")
	assert.False(t, ok)
	assert.Equal(t, "a metric with daily rows", wants(c.Problems(), "e"), "exam is near itself, but has none")

	table := build(t, s, facts.Month{Period: january(), Agents: []facts.Agent{{ID: "A01"}}})
	for state, want := range map[explain.State]string{
		explain.Known: "1.50", explain.Missing: "missing", explain.NotApplicable: "not applicable", explain.Overflow: "overflow",
	} {
		table.Set(plain, 0, 150, state)
		assert.Equal(t, want, read(t, s, table, "A01", "total"))
	}
}

func TestNearest(t *testing.T) {
	known := []string{"bad_reviews", "response", "sales", "差评数"}
	tests := []struct{ name, in, want string }{
		{"itself", "sales", "sales"},
		{"one letter off", "sale", "sales"},
		{"another case", "SALES", "sales"},
		{"letters changed places", "reviews_bad", ""},
		{"three edits away", "repons", "response"},
		{"four edits away", "repo", ""},
		{"one character of a Chinese name", "差评树", "差评数"},
		{"nothing", "", ""},
		{"too long to be meant", "bad_reviewsbad_reviewsbad_reviewsbad_reviewsbad_reviewsbad_reviews", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			assert.Equal(t, tt.want, columns.Nearest(tt.in, known))
		})
	}
	assert.Empty(t, columns.Nearest("peak", []string{"exam"}), "three edits of four letters are no likeness")
	assert.Equal(t, "exam", columns.Nearest("exit", []string{"exam"}), "two are")
	assert.Equal(t, "ab1", columns.Nearest("ab3", []string{"ab1", "ab2"}), "the first of equals")
	assert.Empty(t, columns.Nearest("a", nil))
}
