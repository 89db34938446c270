package columns_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/scoring/facts"
)

func part(metric, weight string) facts.BlendPart {
	return facts.BlendPart{Metric: metric, Weight: d(weight)}
}

// TestComposedMetricsAreChecked has the faults of metrics made of others, each
// once and at its key.
func TestComposedMetricsAreChecked(t *testing.T) {
	with := func(m facts.Metric) facts.Metrics {
		return facts.Metrics{
			"visits": {Unit: facts.Count, From: facts.From{Daily: facts.Sum}},
			"orders": {Unit: facts.Count, From: facts.From{Daily: facts.Sum}},
			"speed":  {Unit: facts.Seconds, From: facts.From{Daily: facts.Mean, Weight: "visits"}},
			"share":  {Unit: facts.Ratio, Better: facts.Higher, From: facts.From{Ratio: "orders", To: "visits"}},
			"loss":   {Unit: facts.Ratio, Better: facts.Lower, From: facts.From{Ratio: "orders", To: "visits"}},
			"exam":   {Unit: facts.Points, Better: facts.Higher},
			"test":   {Unit: facts.Points, Better: facts.Higher},
			"daily":  {Unit: facts.Money},
			"fine":   {Unit: facts.Money, Decimals: intp(4)},
			"x":      m,
		}
	}
	type (
		metric = facts.Metric
		from   = facts.From
	)
	at := func(problems ...string) []string { return problems }
	tests := []struct {
		name   string
		metric metric
		want   []string
		says   string // of the first
	}{
		{"amounts in money", metric{Unit: facts.Money, From: from{Amounts: "freight"}}, nil, ""},
		{"amounts with a status", metric{Unit: facts.Money, From: from{Amounts: "freight", Status: facts.Reported}}, nil, ""},
		{"amounts in a status that is none", metric{Unit: facts.Money, From: from{Amounts: "freight", Status: "done"}}, at("word.unknown metrics.x.from.status"), "one of reported upheld withdrawn overturned"},
		{"amounts as a count", metric{Unit: facts.Count, From: from{Amounts: "freight"}}, at("metric.unit metrics.x.from.amounts"), "a metric in money with 2 decimals"},
		{"amounts of four decimals", metric{Unit: facts.Money, Decimals: intp(4), From: from{Amounts: "freight"}}, at("metric.unit metrics.x.from.amounts"), "a metric in money with 2 decimals"},
		{"amounts and a count at once", metric{Unit: facts.Money, From: from{Amounts: "freight", Event: "freight"}}, at("shape.one_of metrics.x.from"), oneDerivation},

		{"days", metric{Unit: facts.Days, From: from{Days: facts.AttendedDays}}, nil, ""},
		{"days that are none", metric{Unit: facts.Days, From: from{Days: "work"}}, at("word.unknown metrics.x.from.days"), "one of calendar service rostered attended"},
		{"days in money, without what each brings", metric{Unit: facts.Money, From: from{Days: facts.RosteredDays}}, at("metric.unit metrics.x.from.days"), "a metric in days, a count or a number, or what each of the days brings"},
		{"days as a ratio", metric{Unit: facts.Ratio, From: from{Days: facts.RosteredDays, Each: dp("1")}}, at("metric.unit metrics.x.from.days"), "a metric in days, a count, a number, money, points or seconds"},
		{"TM13: 13,000 a day", metric{Unit: facts.Money, From: from{Days: facts.RosteredDays, Each: dp("13000")}}, nil, ""},
		{"a tenth of a cent a day", metric{Unit: facts.Money, From: from{Days: facts.RosteredDays, Each: dp("0.001")}}, at("number.scale metrics.x.from.each"), "at most 2 decimals"},
		{"less than nothing a day", metric{Unit: facts.Money, From: from{Days: facts.RosteredDays, Each: dp("-0.01")}}, at("number.negative metrics.x.from.each"), "not below 0"},
		{"each of the agent's own", metric{Unit: facts.Money, From: from{Days: facts.RosteredDays, EachOf: "daily"}}, nil, ""},
		{"each and each_of", metric{Unit: facts.Money, From: from{Days: facts.RosteredDays, Each: dp("1"), EachOf: "daily"}}, at("shape.one_of metrics.x.from.each_of"), "each or each_of"},
		{"each without days", metric{Unit: facts.Money, From: from{Each: dp("1")}}, at("shape.one_of metrics.x.from"), oneDerivation},
		{"each beside a sum", metric{Unit: facts.Money, From: from{Daily: facts.Sum, Each: dp("1")}}, at("shape.one_of metrics.x.from.each"), "no each without days"},
		{"each_of beside a sum", metric{Unit: facts.Money, From: from{Daily: facts.Sum, EachOf: "daily"}}, at("shape.one_of metrics.x.from.each_of"), "no each_of without days"},
		{"each_of a misspelt metric", metric{Unit: facts.Money, From: from{Days: facts.RosteredDays, EachOf: "dialy"}}, at("metric.unknown metrics.x.from.each_of"), "a metric that is one number, not a ratio or a mean; nearest: daily"},
		{"each_of a ratio", metric{Unit: facts.Money, From: from{Days: facts.RosteredDays, EachOf: "share"}}, at("metric.unknown metrics.x.from.each_of"), "a metric that is one number, not a ratio or a mean"},
		{"each_of another unit", metric{Unit: facts.Money, From: from{Days: facts.RosteredDays, EachOf: "exam"}}, at("metric.unit metrics.x.from.each_of"), "a metric in money"},
		{"each_of more decimals", metric{Unit: facts.Money, From: from{Days: facts.RosteredDays, EachOf: "fine"}}, at("metric.unit metrics.x.from.each_of"), "a metric with no more decimals than this one"},
		{"each_of fewer decimals", metric{Unit: facts.Money, Decimals: intp(4), From: from{Days: facts.RosteredDays, EachOf: "daily"}}, nil, ""},

		{"across the shop", metric{Unit: facts.Ratio, From: from{Ratio: "orders", To: "visits", Across: facts.AcrossShop}}, nil, ""},
		{"across what is no group", metric{Unit: facts.Ratio, From: from{Ratio: "orders", To: "visits", Across: "town"}}, at("word.unknown metrics.x.from.across"), "one of all team shop role level status"},
		{"across nothing", metric{Unit: facts.Ratio, From: from{Across: facts.AcrossAll}}, at("shape.one_of metrics.x.from"), oneDerivation},
		{"across beside a sum", metric{Unit: facts.Count, From: from{Daily: facts.Sum, Across: facts.AcrossAll}}, at("shape.one_of metrics.x.from.across"), "no across without ratio"},
		{"across a mean", metric{Unit: facts.Seconds, From: from{Ratio: "speed", To: "visits", Across: facts.AcrossAll}}, at("metric.unknown metrics.x.from.ratio"), "a metric that is one number, not a ratio or a mean"},

		{"TM9: a blend", metric{Unit: facts.Points, Better: facts.Higher, From: from{Blend: []facts.BlendPart{part("exam", "0.7"), part("test", "0.3")}}}, nil, ""},
		{"a blend of one", metric{Unit: facts.Points, From: from{Blend: []facts.BlendPart{part("exam", "1")}}}, at("shape.required metrics.x.from.blend"), "at least two metrics"},
		{"a blend of one twice", metric{Unit: facts.Points, From: from{Blend: []facts.BlendPart{part("exam", "0.5"), part("exam", "0.5")}}}, at("name.duplicate metrics.x.from.blend[1].metric"), "a metric that is not among these yet"},
		{"a weight of nothing", metric{Unit: facts.Points, From: from{Blend: []facts.BlendPart{part("exam", "1"), part("test", "0")}}}, at("weight.invalid metrics.x.from.blend[1].weight"), "a weight above 0"},
		{"a weight below nothing", metric{Unit: facts.Points, From: from{Blend: []facts.BlendPart{part("exam", "1.1"), part("test", "-0.1")}}}, at("weight.invalid metrics.x.from.blend[1].weight"), "a weight above 0"},
		{"a weight of seven decimals", metric{Unit: facts.Points, From: from{Blend: []facts.BlendPart{part("exam", "0.9999999"), part("test", "0.1")}}}, at("number.scale metrics.x.from.blend[0].weight"), "at most 6 decimals"},
		{"weights of 99%", metric{Unit: facts.Points, From: from{Blend: []facts.BlendPart{part("exam", "0.7"), part("test", "0.29")}}}, at("W blend.weights metrics.x.from.blend"), "weights that add up to 100%"},
		{"weights of 100.0001%", metric{Unit: facts.Points, From: from{Blend: []facts.BlendPart{part("exam", "0.7"), part("test", "0.300001")}}}, at("W blend.weights metrics.x.from.blend"), "weights that add up to 100%"},
		{"a blend of two units", metric{Unit: facts.Points, From: from{Blend: []facts.BlendPart{part("exam", "0.7"), part("share", "0.3")}}}, at("metric.unit metrics.x.from.blend[1].metric"), "a metric in points"},
		{"a blend of two directions", metric{Unit: facts.Ratio, Better: facts.Higher, From: from{Blend: []facts.BlendPart{part("share", "0.7"), part("loss", "0.3")}}}, at("metric.direction metrics.x.from.blend[1].metric"), "a metric of which higher is better"},
		{"two names that are none", metric{Unit: facts.Points, From: from{Blend: []facts.BlendPart{part("exan", "0.7"), part("tests", "0.3")}}}, at("metric.unknown metrics.x.from.blend[0].metric", "metric.unknown metrics.x.from.blend[1].metric"), "a metric of the policy; nearest: exam"},
		{"a blend and a choice", metric{Unit: facts.Points, From: from{Blend: []facts.BlendPart{part("exam", "0.7"), part("test", "0.3")}, FirstOf: []string{"exam", "test"}}}, at("shape.one_of metrics.x.from"), oneDerivation},

		{"TM17: a substitute", metric{Unit: facts.Points, Better: facts.Higher, From: from{FirstOf: []string{"exam", "test"}}}, nil, ""},
		{"the first of one", metric{Unit: facts.Points, From: from{FirstOf: []string{"exam"}}}, at("shape.required metrics.x.from.first_of"), "at least two metrics"},
		{"the first of one twice", metric{Unit: facts.Points, From: from{FirstOf: []string{"exam", "exam"}}}, at("name.duplicate metrics.x.from.first_of[1]"), "a metric that is not among these yet"},
		{"the first of two units", metric{Unit: facts.Points, From: from{FirstOf: []string{"exam", "share"}}}, at("metric.unit metrics.x.from.first_of[1]"), "a metric in points"},
		{"the first of two directions", metric{Unit: facts.Ratio, Better: facts.Higher, From: from{FirstOf: []string{"share", "loss"}}}, at("metric.direction metrics.x.from.first_of[1]"), "a metric of which higher is better"},
		{"the first of a misspelt metric", metric{Unit: facts.Points, From: from{FirstOf: []string{"exam", "tesst"}}}, at("metric.unknown metrics.x.from.first_of[1]"), "a metric of the policy; nearest: test"},
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

// TestCycles: row 39, a cycle is one problem, whoever else names its metrics.
func TestCycles(t *testing.T) {
	first := func(ids ...string) facts.Metric {
		return facts.Metric{Unit: facts.Points, From: facts.From{FirstOf: ids}}
	}
	blend := func(ids ...string) facts.Metric {
		m := facts.Metric{Unit: facts.Points}
		for _, id := range ids {
			m.From.Blend = append(m.From.Blend, part(id, "0.5"))
		}
		return m
	}
	tests := []struct {
		name    string
		metrics facts.Metrics
		want    []string
		says    string
	}{
		{"row 39: a metric of itself", facts.Metrics{"a": first("exam", "a")}, []string{"metric.cycle metrics.a.from.first_of[1]"}, "a metric that does not lead back here: a > a"},
		{"row 39: two of each other", facts.Metrics{"a": first("exam", "b"), "b": blend("a", "exam")}, []string{"metric.cycle metrics.b.from.blend[0].metric"}, "a metric that does not lead back here: a > b > a"},
		{"row 39: three, and one that looks on", facts.Metrics{"a": first("b", "exam"), "b": first("exam", "c"), "c": blend("b", "exam"), "d": blend("a", "c")}, []string{"metric.cycle metrics.c.from.blend[0].metric"}, "a metric that does not lead back here: b > c > b"},
		{"no cycle: the same part by two ways", facts.Metrics{"a": first("b", "c"), "b": first("exam", "test"), "c": blend("exam", "test")}, nil, ""},
		{"a fault is told where it is", facts.Metrics{"a": first("b", "exam"), "b": first("exam", "none"), "c": blend("b", "a")}, []string{"metric.unknown metrics.b.from.first_of[1]"}, "a metric of the policy"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			tt.metrics["exam"], tt.metrics["test"] = facts.Metric{Unit: facts.Points}, facts.Metric{Unit: facts.Points}
			c := facts.NewCheck()
			columns.NewSchema(tt.metrics, c.At("metrics"))
			assert.Equal(t, tt.want, list(c.Problems()))
			if len(tt.want) > 0 {
				assert.Equal(t, c.Problems()[0].Want, tt.says)
			}
		})
	}
}

// TestALongCycleIsCutShort: the way round is told by its ends.
func TestALongCycleIsCutShort(t *testing.T) {
	metrics := facts.Metrics{"exam": {Unit: facts.Points}}
	for i := range 20 {
		metrics[fmt.Sprintf("m%02d", i)] = facts.Metric{Unit: facts.Points, From: facts.From{FirstOf: []string{fmt.Sprintf("m%02d", (i+1)%20), "exam"}}}
	}
	c := facts.NewCheck()
	columns.NewSchema(metrics, c)
	require.Equal(t, []string{"metric.cycle m19.from.first_of[0]"}, list(c.Problems()))
	assert.Equal(t, "a metric that does not lead back here: m00 > m01 > m02 > m03 > m04 > m05 > m06 > … > m19 > m00", c.Problems()[0].Want)
}

// TestMetricsWithinMetrics: how many there may be does not depend on the order
// in which they are found, and nothing runs out of stack.
func TestMetricsWithinMetrics(t *testing.T) {
	chain := func(n int, name func(int) string) facts.Problems {
		metrics := facts.Metrics{"exam": {Unit: facts.Points}, "test": {Unit: facts.Points}}
		for i := range n {
			inner := "test"
			if i > 0 {
				inner = name(i - 1)
			}
			metrics[name(i)] = facts.Metric{Unit: facts.Points, From: facts.From{FirstOf: []string{inner, "exam"}}}
		}
		c := facts.NewCheck()
		columns.NewSchema(metrics, c)
		return c.Problems()
	}
	up := func(i int) string { return fmt.Sprintf("m%06d", i) }
	down := func(i int) string { return fmt.Sprintf("m%06d", 999_999-i) }
	for _, name := range []func(int) string{up, down} {
		assert.Empty(t, list(chain(50, name)), "50 of two each are 100")
		assert.Equal(t, []facts.Code{facts.CodePolicySize}, codes(chain(51, name)))
		assert.NotEmpty(t, chain(5_000, name))
	}
}

func codes(ps facts.Problems) (out []facts.Code) {
	for _, p := range ps {
		out = append(out, p.Code)
	}
	return out
}

// TestComposedMetricsKeepNothingOfTheCaller: the lists of a literal are copied.
func TestComposedMetricsKeepNothingOfTheCaller(t *testing.T) {
	each, parts, ids := d("2"), []facts.BlendPart{part("exam", "0.5"), part("test", "0.5")}, []string{"exam", "test"}
	s := schema(t, facts.Metrics{
		"exam": {Unit: facts.Points}, "test": {Unit: facts.Points},
		"blend":  {Unit: facts.Points, From: facts.From{Blend: parts}},
		"first":  {Unit: facts.Points, From: facts.From{FirstOf: ids}},
		"target": {Unit: facts.Points, From: facts.From{Days: facts.CalendarDays, Each: &each}},
	})
	each, parts[0], ids[0] = d("9"), part("test", "1"), "test"
	table := build(t, s, facts.Month{Period: january(), Agents: []facts.Agent{{ID: "A01", Values: values{"exam": d("90"), "test": d("80")}}}})
	assert.Equal(t, "85.00", read(t, s, table, "A01", "blend"))
	assert.Equal(t, "90.00", read(t, s, table, "A01", "first"))
	assert.Equal(t, "62.00", read(t, s, table, "A01", "target"))
	ref, _ := s.Lookup("blend")
	assert.Len(t, table.Explain(ref, 0).Steps, 2)
}
