package columns

import (
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// FailState reports a value that a clause needs and that is not there. A
// figure that is not there was reported by the stage that makes it.
func (t *Table) FailState(c facts.Check, row int32, name string, state explain.State) {
	if _, metric := t.schema.metrics[name]; !metric {
		return
	}
	switch state {
	case explain.Missing:
		if t.blameParts(c, row, name) {
			return
		}
		if t.failQuorum(c, row, name) {
			return
		}
		t.FailRow(c, row, name, facts.CodeMetricMissing, "a value for "+name)
	case explain.Overflow:
		t.FailRow(c, row, name, facts.CodeNumberOverflow, "at most 18 digits in "+name)
	case explain.Known, explain.NotApplicable:
	}
}

// FailLevel reports a level that the policy does not know.
func (t *Table) FailLevel(c facts.Check, row int32, want, got string) {
	c.Agent(t.IDs[row]).At("agents").Index(int(t.source[row])).At("level").Fail(facts.CodeNameUnknown, want, got)
}

// FailClause reports that a clause of the policy has no answer for a row.
func (t *Table) FailClause(c facts.Check, row int32, clause string, code facts.Code, want string) {
	t.Clause(c, row, clause).Fail(code, want, "")
}

// FailEvent reports a problem of an event's key, at the event.
func (t *Table) FailEvent(c facts.Check, e *Event, key string, code facts.Code, want string) {
	c.Agent(t.IDs[e.Row]).At("events").Index(int(e.Source)).At(key).Fail(code, want, "")
}

// Clause is where problems of a clause with one row are reported.
func (t *Table) Clause(c facts.Check, row int32, clause string) facts.Check {
	return c.Agent(t.IDs[row]).At("agents").Index(int(t.source[row])).At(clause)
}
