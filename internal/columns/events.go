package columns

import (
	"cmp"
	"slices"

	"github.com/cspay/cspay/scoring/facts"
)

// events sorts the month's events by row, day and id with interned kinds.
func (b *builder) events() {
	b.eventAt = make(map[string]int, len(b.m.Events))
	b.t.Events = make([]Event, 0, len(b.m.Events))
	for i := range b.m.Events {
		e := &b.m.Events[i]
		c := b.c.Agent(e.Agent).At("events").Index(i)
		if !checkID(c.At("id"), e.ID) {
			continue
		}
		if first, dup := b.eventAt[e.ID]; dup {
			c.At("id").Fail(facts.CodeIDDuplicate, "an id of its own; also at "+b.place(b.c.At("events").Index(first).At("id")), e.ID)
			continue
		}
		b.eventAt[e.ID] = i
		b.event(i, e, c)
	}
	b.indexEvents()
	b.excludedUnknown()
}

func (b *builder) event(source int, e *facts.Event, c facts.Check) {
	row, ok := b.t.Row(e.Agent)
	if !ok {
		c.At("agent").Fail(facts.CodeAgentUnknown, "an agent of the roster", e.Agent)
		return
	}
	switch {
	case e.Date == 0:
		c.At("date").Fail(facts.CodeRequired, "a date", "")
		return
	case e.Date.Period() != b.t.Period:
		c.At("date").Fail(facts.CodeDateMonth, "a date in "+b.t.Period.String(), e.Date.String())
		return
	}
	_, _, day := e.Date.Split()
	if b.t.Day(row, day) == Outside {
		c.At("date").Fail(facts.CodeDateService, "a date in service", e.Date.String())
		return
	}
	if e.Kind == "" {
		c.At("kind").Fail(facts.CodeRequired, "a kind of event", "")
		return
	}
	kind, named := b.s.events[e.Kind]
	if !named {
		kind = -1
	}
	if _, declared := b.s.declared[e.Kind]; !named && !declared {
		at := c.At("kind")
		at.Warn(facts.CodeNameUnknown, nearest(at, facts.Warning, "a kind that a clause of the policy names", e.Kind, func() []string {
			return b.s.kinds
		}), e.Kind)
	}
	status := e.Status
	if status == "" {
		status = facts.Upheld
	} else if !CheckWord(c.At("status"), status) {
		return
	}
	out := Event{
		ID: e.ID, Source: int32(source), Row: row, Kind: kind, Word: e.Kind, Note: e.Note, Day: uint8(day), Status: status, Excluded: b.skipEvents[e.ID],
		Order: e.Order, Reporter: e.Reporter,
	}
	out.Amount, out.HasAmount = b.amount(e, kind, c)
	for k, id := range e.Silent {
		at := c.At("silent").Index(k)
		w, ok := b.t.Row(id)
		switch {
		case !ok || w == row || slices.Contains(out.Silent, w):
			at.Fail(facts.CodeAgentUnknown, "another agent of the roster, once", id)
		case b.t.Day(w, day) == Outside:
			at.Fail(facts.CodeDateService, "an agent in service on "+e.Date.String(), id)
		default:
			out.Silent = append(out.Silent, w)
		}
	}
	b.t.Events = append(b.t.Events, out)
}

func (b *builder) indexEvents() {
	t := b.t
	slices.SortFunc(t.Events, func(x, y Event) int {
		return cmp.Or(cmp.Compare(x.Row, y.Row), cmp.Compare(x.Day, y.Day), cmp.Compare(x.ID, y.ID))
	})
	at := 0
	for row := range t.IDs {
		for at < len(t.Events) && int(t.Events[at].Row) == row {
			for _, w := range t.Events[at].Silent {
				t.witnessed[w] = append(t.witnessed[w], int32(at))
			}
			at++
		}
		t.eventStart[row+1] = int32(at)
	}
}
