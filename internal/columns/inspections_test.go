package columns_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/scoring/facts"
)

// quality is an inspection without a fault: a fatal error, two others, random
// chats that are sampled and complaints at half the weight.
func quality() facts.Inspection {
	return facts.Inspection{
		Mark: d("100"), Fatal: []string{"insult"}, Items: values{"phrase": d("5"), "vague": d("60")},
		Escalation: &facts.Escalation{At: 3}, PerDay: intp(3),
		Sources: map[string]facts.ChatSource{"random": {Sampled: true}, "complaint": {Weight: dp("0.5")}},
	}
}

func TestInspectionsAreChecked(t *testing.T) {
	tests := []struct {
		name   string
		change func(*facts.Inspection)
		want   []string
		says   string // of the first
	}{
		{"LF3: one without a fault", func(*facts.Inspection) {}, nil, ""},
		{"a mark of a hundredth", func(q *facts.Inspection) { q.Mark, q.Items = d("0.01"), values{"phrase": d("0.01")} }, nil, ""},
		{"a mark of 0", func(q *facts.Inspection) { q.Mark = d("0") }, []string{"number.range qa.mark"}, "a mark above 0"},
		{"a mark of thousandths", func(q *facts.Inspection) { q.Mark = d("0.001") }, []string{"number.scale qa.mark"}, "at most 2 decimals"},
		{"an error that takes the whole mark", func(q *facts.Inspection) { q.Items["phrase"] = d("100") }, nil, ""},
		{"an error that takes more", func(q *facts.Inspection) { q.Items["phrase"] = d("100.01") }, []string{"number.range qa.items.phrase"}, "points above 0 and at most the mark"},
		{"LF4: an error that takes nothing", func(q *facts.Inspection) { q.Items["phrase"] = d("0") }, []string{"number.range qa.items.phrase"}, "points above 0 and at most the mark"},
		{"an error that gives points", func(q *facts.Inspection) { q.Items["phrase"] = d("-5") }, []string{"number.range qa.items.phrase"}, "points above 0 and at most the mark"},
		{"an error that takes a hundredth", func(q *facts.Inspection) { q.Items["phrase"] = d("0.01") }, nil, ""},
		{"fatal errors alone", func(q *facts.Inspection) { q.Items = nil }, nil, ""},
		{"no fatal errors", func(q *facts.Inspection) { q.Fatal = nil }, nil, ""},
		{"no errors at all", func(q *facts.Inspection) { q.Items, q.Fatal = nil, nil }, []string{"shape.required qa"}, "at least one error under items or fatal"},
		{"an error of both sorts", func(q *facts.Inspection) { q.Items["insult"] = d("1") }, []string{"name.duplicate qa.items.insult"}, "an error that is not among the fatal ones"},
		{"a fatal error twice", func(q *facts.Inspection) { q.Fatal = []string{"insult", "x", "insult"} }, []string{"name.duplicate qa.fatal[2]"}, "each error once"},
		{"a fatal error without a word", func(q *facts.Inspection) { q.Fatal[0] = "" }, []string{"shape.required qa.fatal[0]"}, "an id"},
		{"an error with a space before it", func(q *facts.Inspection) { q.Items[" x"] = d("1") }, []string{"id.space qa.items. x"}, "an id without outer white space"},
		{"no escalation", func(q *facts.Inspection) { q.Escalation = nil }, nil, ""},
		{"LF5: the second occurrence", func(q *facts.Inspection) { q.Escalation.At = 2 }, nil, ""},
		{"LF5: the first occurrence", func(q *facts.Inspection) { q.Escalation.At = 1 }, []string{"number.range qa.escalation.at"}, "2 or more: the first occurrence can not be a repeated one"},
		{"an unknown scope", func(q *facts.Inspection) { q.Escalation.Scope = "all" }, []string{"word.unknown qa.escalation.scope"}, "one of item any"},
		{"an unknown window", func(q *facts.Inspection) { q.Escalation.Window = "year" }, []string{"word.unknown qa.escalation.window"}, "one of month week day"},
		{"no sources", func(q *facts.Inspection) { q.Sources = nil }, []string{"shape.required qa.sources"}, "at least one source of chats"},
		{"LF2: a source that counts nothing", func(q *facts.Inspection) { q.Sources["complaint"] = facts.ChatSource{Weight: dp("0")} }, nil, ""},
		{"sources that all count nothing", func(q *facts.Inspection) {
			q.Sources = map[string]facts.ChatSource{"a": {Weight: dp("0")}, "b": {Weight: dp("0")}}
		}, []string{"weight.invalid qa.sources"}, "at least one source whose chats count"},
		{"a weight below 0", func(q *facts.Inspection) { q.Sources["complaint"] = facts.ChatSource{Weight: dp("-0.000001")} }, []string{"weight.invalid qa.sources.complaint.weight"}, "a weight of 0 or more"},
		{"a weight of too many digits", func(q *facts.Inspection) { q.Sources["complaint"] = facts.ChatSource{Weight: dp("0.0000001")} }, []string{"number.scale qa.sources.complaint.weight"}, "at most 6 decimals"},
		{"a source with a space behind it", func(q *facts.Inspection) { q.Sources["x "] = facts.ChatSource{} }, []string{"id.space qa.sources.x "}, "an id without outer white space"},
		{"a chat a day", func(q *facts.Inspection) { q.PerDay = intp(1) }, nil, ""},
		{"no chat a day", func(q *facts.Inspection) { q.PerDay = intp(0) }, []string{"number.range qa.per_day"}, "1 to 1000 chats"},
		{"the most chats a day", func(q *facts.Inspection) { q.PerDay = intp(1000) }, nil, ""},
		{"more of them", func(q *facts.Inspection) { q.PerDay = intp(1001) }, []string{"number.range qa.per_day"}, "1 to 1000 chats"},
		{
			"everything at once", func(q *facts.Inspection) {
				*q = facts.Inspection{Items: values{"x": d("0")}, Escalation: &facts.Escalation{Window: "x"}, PerDay: intp(-1)}
			},
			[]string{"number.range qa.mark", "number.range qa.items.x", "shape.required qa.sources", "number.range qa.escalation.at", "word.unknown qa.escalation.window", "number.range qa.per_day"},
			"a mark above 0",
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			q := quality()
			tt.change(&q)
			c := facts.NewCheck()
			columns.NewSchemaWith(columns.Vocabulary{Inspections: facts.Inspections{"qa": q}}, c)
			got := list(c.Problems())
			for i := range got {
				got[i] = strings.Replace(got[i], "inspections.", "", 1)
			}
			assert.Equal(t, tt.want, got)
			if len(tt.want) > 0 {
				assert.Equal(t, tt.says, wants(c.Problems(), c.Problems()[0].Path))
			}
		})
	}
	c := facts.NewCheck()
	columns.NewSchemaWith(columns.Vocabulary{Inspections: facts.Inspections{"": quality(), "q ": quality()}}, c)
	assert.Equal(t, []string{"shape.required inspections.", "id.space inspections.q "}, list(c.Problems()), "an id is needed")
}

func TestAnInspectionNamesAtMostTenThousandErrors(t *testing.T) {
	for n, want := range map[int][]string{9_999: nil, 10_000: {"number.range inspections.qa"}} {
		q := quality()
		q.Items = values{}
		for i := range n { // besides the fatal one
			q.Items[fmt.Sprint("e", i)] = d("1")
		}
		c := facts.NewCheck()
		columns.NewSchemaWith(columns.Vocabulary{Inspections: facts.Inspections{"qa": q}}, c)
		assert.Equal(t, want, list(c.Problems()))
	}
}

func TestFiguresOfChatsAreChecked(t *testing.T) {
	read := func(unit facts.Unit, figure facts.InspectionFigure, source string) facts.Metric {
		return facts.Metric{Unit: unit, From: facts.From{Inspection: "qa", Figure: figure, Source: source}}
	}
	tests := []struct {
		name   string
		metric facts.Metric
		want   []string
		says   string
	}{
		{"a mark in points", read(facts.Points, facts.MeanMark, ""), nil, ""},
		{"a mark as a number", read(facts.Number, facts.MeanMark, ""), []string{"metric.unit metrics.x.from.figure"}, "a metric in points"},
		{"chats in count", read(facts.Count, facts.ChatCount, ""), nil, ""},
		{"chats in points", read(facts.Points, facts.ChatCount, ""), []string{"metric.unit metrics.x.from.figure"}, "a metric in the unit count"},
		{"LF3: fatal chats in count", read(facts.Count, facts.FatalChats, ""), nil, ""},
		{"fatal chats in percent", read(facts.Percent, facts.FatalChats, ""), []string{"metric.unit metrics.x.from.figure"}, "a metric in the unit count"},
		{"errors in count", read(facts.Count, facts.ErrorCount, ""), nil, ""},
		{"errors as a number", read(facts.Number, facts.ErrorCount, ""), []string{"metric.unit metrics.x.from.figure"}, "a metric in the unit count"},
		{"LF2: a coverage as a ratio", read(facts.Ratio, facts.Coverage, ""), nil, ""},
		{"a coverage in percent", read(facts.Percent, facts.Coverage, "random"), nil, ""},
		{"a coverage in count", read(facts.Count, facts.Coverage, ""), []string{"metric.unit metrics.x.from.figure"}, "a metric in the unit ratio, or percent"},
		{"LF6: transfers as a ratio", read(facts.Ratio, facts.Transferred, ""), nil, ""},
		{"transfers in points", read(facts.Points, facts.Transferred, ""), []string{"metric.unit metrics.x.from.figure"}, "a metric in the unit ratio, or percent"},
		{"no unit, which is said once", read("", facts.Transferred, ""), []string{"shape.required metrics.x.unit"}, "a unit"},
		{"no figure", read(facts.Points, "", ""), []string{"shape.required metrics.x.from.figure"}, "what is read off the chats: mark, chats, fatal, errors, coverage or transferred"},
		{"an unknown figure", read(facts.Points, "median", ""), []string{"word.unknown metrics.x.from.figure"}, "one of mark chats fatal errors coverage transferred"},
		{"a source", read(facts.Points, facts.MeanMark, "complaint"), nil, ""},
		{"a misspelt source", read(facts.Points, facts.MeanMark, "complain"), []string{"name.unknown metrics.x.from.source"}, "a source of qa; nearest: complaint"},
		{"a coverage of complaints", read(facts.Ratio, facts.Coverage, "complaint"), []string{"shape.one_of metrics.x.from.source"}, "a sampled source: a coverage counts no other chats"},
		{"a misspelt inspection", facts.Metric{Unit: facts.Points, From: facts.From{Inspection: "qaa", Figure: facts.MeanMark, Source: "random"}}, []string{"name.unknown metrics.x.from.inspection"}, "an inspection of the policy; nearest: qa"},
		{"a coverage without per_day", facts.Metric{Unit: facts.Ratio, From: facts.From{Inspection: "bare", Figure: facts.Coverage}}, []string{"shape.required metrics.x.from.figure"}, "an inspection that states per_day"},
		{"a coverage without a sampled source", facts.Metric{Unit: facts.Ratio, From: facts.From{Inspection: "biased", Figure: facts.Coverage}}, []string{"shape.required metrics.x.from.figure"}, "an inspection with a sampled source"},
		{"an inspection and events", facts.Metric{Unit: facts.Count, From: facts.From{Inspection: "qa", Figure: facts.ErrorCount, Event: "e"}}, []string{"shape.one_of metrics.x.from"}, oneDerivation},
		{"a figure of events", facts.Metric{Unit: facts.Count, From: facts.From{Event: "e", Figure: facts.ErrorCount, Source: "random"}}, []string{"shape.one_of metrics.x.from.figure", "shape.one_of metrics.x.from.source"}, "no figure without inspection"},
		{"an inspection and a status", facts.Metric{Unit: facts.Count, From: facts.From{Inspection: "qa", Figure: facts.ErrorCount, Status: facts.Upheld}}, []string{"shape.one_of metrics.x.from.status"}, "no status without event or amounts"},
		{"a share of two counts", facts.Metric{Unit: facts.Ratio, From: facts.From{Ratio: "fatal", To: "all"}}, nil, ""},
		{"a share of a mean mark", facts.Metric{Unit: facts.Ratio, From: facts.From{Ratio: "mean", To: "all"}}, []string{"metric.unknown metrics.x.from.ratio"}, "a metric that is one number, not a ratio or a mean"},
	}
	bare, biased := quality(), quality()
	bare.PerDay = nil
	biased.Sources = map[string]facts.ChatSource{"complaint": {}}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := facts.NewCheck()
			columns.NewSchemaWith(columns.Vocabulary{
				Inspections: facts.Inspections{"qa": quality(), "bare": bare, "biased": biased},
				Metrics: facts.Metrics{
					"x": tt.metric, "fatal": read(facts.Count, facts.FatalChats, ""), "all": read(facts.Count, facts.ChatCount, ""),
					"mean": read(facts.Points, facts.MeanMark, ""),
				},
			}, c)
			assert.Equal(t, tt.want, list(c.Problems()))
			if len(tt.want) > 0 {
				assert.Equal(t, tt.says, wants(c.Problems(), c.Problems()[0].Path))
			}
		})
	}
}

// TestInspectionsAreCopied changes the inspection that a schema was made of.
func TestInspectionsAreCopied(t *testing.T) {
	q := quality()
	c := facts.NewCheck()
	s := columns.NewSchemaWith(columns.Vocabulary{
		Inspections: facts.Inspections{"qa": q},
		Metrics: facts.Metrics{
			"mark":     {Unit: facts.Points, From: facts.From{Inspection: "qa", Figure: facts.MeanMark}},
			"coverage": {Unit: facts.Ratio, From: facts.From{Inspection: "qa", Figure: facts.Coverage}},
		},
	}, c)
	require.Empty(t, list(c.Problems()))
	q.Fatal[0], q.Items["phrase"], q.Sources["random"], q.Escalation.At, *q.PerDay = "phrase", d("99"), facts.ChatSource{}, 2, 9
	m := inspectedMonth(found("random", 5, "phrase"), found("random", 5, "phrase"))
	table := build(t, s, m)
	assert.Equal(t, "380.00/4", read(t, s, table, "A01", "mark"), "95 and 95, each counting twice as much as a complaint")
	assert.Equal(t, "2/6", read(t, s, table, "A01", "coverage"))
}

// TestFaultyInspectionsAreBuilt: what is refused still lays out and tells, so
// that all problems of a policy and a month can be found at once.
func TestFaultyInspectionsAreBuilt(t *testing.T) {
	read := func(inspection string, figure facts.InspectionFigure) facts.Metric {
		return facts.Metric{Unit: facts.Ratio, From: facts.From{Inspection: inspection, Figure: figure}}
	}
	c := facts.NewCheck()
	s := columns.NewSchemaWith(columns.Vocabulary{
		Inspections: facts.Inspections{"qa": {Items: values{"phrase": d("-1")}, Sources: map[string]facts.ChatSource{"random": {Weight: dp("-1")}}}},
		Metrics: facts.Metrics{
			"a": read("none", facts.MeanMark), "b": read("qa", facts.Coverage), "c": read("qa", "x"), "d": read("qa", facts.MeanMark),
		},
	}, c)
	require.Error(t, c.Err())
	table := s.Build(inspectedMonth(found("random", 5, "phrase"), found("x", 5)), facts.NewFactsCheck())
	for _, id := range []string{"a", "b", "c", "d"} {
		ref, ok := s.Lookup(id)
		require.True(t, ok)
		assert.NotEmpty(t, table.Explain(ref, 0).Code)
	}
}
