package columns_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

func complaint(n int, reporter string) facts.Event {
	return facts.Event{ID: fmt.Sprintf("E%02d", n), Agent: "A01", Kind: "complaint", Date: day(n), Reporter: reporter}
}

func TestTM7ReportersAreCountedOnce(t *testing.T) {
	s := schema(t, facts.Metrics{
		"complaints":   {Unit: facts.Count, From: facts.From{Event: "complaint"}},
		"complainants": {Unit: facts.Count, From: facts.From{Event: "complaint", Distinct: facts.ByReporter}},
		"reporting":    {Unit: facts.Count, From: facts.From{Event: "complaint", Distinct: facts.ByReporter, Status: facts.Reported}},
	})
	m := facts.Month{Period: january(), Agents: []facts.Agent{{ID: "A01"}, {ID: "A02"}}}
	for n := 1; n <= 10; n++ {
		m.Events = append(m.Events, complaint(n, fmt.Sprint("B", n%4)))
	}
	with := func(n int, status facts.EventStatus) facts.Event {
		e := complaint(n, "C")
		e.Status = status
		return e
	}
	m.Events = append(m.Events, with(11, facts.Withdrawn), with(12, facts.Reported), with(13, facts.Reported), with(14, facts.Overturned), complaint(15, "D"))
	m.Exclusions = []facts.Exclusion{{Event: "E15", Reason: "a mix-up"}}
	m.Events[14].ID = "E15"
	table := build(t, s, m)
	assert.Equal(t, "10", read(t, s, table, "A01", "complaints"))
	assert.Equal(t, "4", read(t, s, table, "A01", "complainants"), "TM7: 10 complaints by 4 colleagues")
	assert.Equal(t, "1", read(t, s, table, "A01", "reporting"))
	assert.Equal(t, "0", read(t, s, table, "A02", "complainants"))

	ref, _ := s.Lookup("complainants")
	step := table.Explain(ref, 0)
	sum := int64(0)
	for _, child := range step.Steps {
		sum += child.Value.Unscaled
		for _, lang := range explain.Langs() {
			assert.NotRegexp(t, `B\d`, child.Sentence(lang), "who complained is told to nobody")
		}
	}
	assert.Equal(t, step.Value.Unscaled, sum, "what the events of the explanation add up to")
	assert.Equal(t, explain.Code("event.reporter"), step.Steps[4].Code, "the fifth is by the first one's reporter")
	assert.Equal(t, "2026-01-05: complaint (event E05, upheld), by somebody who counts already", step.Steps[4].Sentence(explain.English))
}

func TestAnEventWithoutAReporterIsAProblemWhereTheyAreCounted(t *testing.T) {
	m := facts.Month{Period: january(), Agents: []facts.Agent{{ID: "A01"}}, Events: []facts.Event{
		complaint(1, "B"), complaint(2, ""), complaint(3, ""),
	}}
	m.Events[2].Status = facts.Withdrawn
	counted := schema(t, facts.Metrics{"complaints": {Unit: facts.Count, From: facts.From{Event: "complaint"}}})
	build(t, counted, m) // which nobody minds
	s := schema(t, facts.Metrics{"complainants": {Unit: facts.Count, From: facts.From{Event: "complaint", Distinct: facts.ByReporter}}})
	c := facts.NewFactsCheck()
	s.Build(m, c)
	list := c.Problems()
	if assert.Len(t, list, 1) {
		assert.Equal(t, facts.CodeRequired, list[0].Code)
		assert.Equal(t, "events[1].reporter", list[0].Path)
		assert.Equal(t, "A01", list[0].Agent)
	}
}

func TestDistinctGoesWithEventsAlone(t *testing.T) {
	for name, from := range map[string]facts.From{
		"alone":            {Distinct: facts.ByReporter},
		"with amounts":     {Amounts: "freight", Distinct: facts.ByReporter},
		"with a panel":     {Event: "complaint", Panel: "votes", Distinct: facts.ByReporter},
		"an unknown thing": {Event: "complaint", Distinct: "day"},
	} {
		t.Run(name, func(t *testing.T) {
			c := facts.NewCheck()
			columns.NewSchemaWith(columns.Vocabulary{
				Metrics: facts.Metrics{"m": {Unit: facts.Count, From: from}},
				Panels:  facts.Panels{"votes": {About: facts.AboutEvent}},
			}, c)
			assert.Error(t, c.Err())
		})
	}
}
