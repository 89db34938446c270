package columns

import "github.com/cspay/cspay/scoring/facts"

// reporters finds out which events count where each reporter counts once: the
// first of theirs, by day and id.
type reporters struct{ seen map[string]bool }

// first reports whether nobody saw this reporter before.
func (r *reporters) first(e *Event) bool {
	if r.seen[e.Reporter] {
		return false
	}
	if r.seen == nil {
		r.seen = map[string]bool{}
	}
	r.seen[e.Reporter] = true
	return true
}

// countReporters counts who reported the events that count. Who did not say so
// may be one of the others or not: that is a problem, and not a guess.
func (b *builder) countReporters(d *derivation, row int32) int64 {
	var who reporters
	n := int64(0)
	events := b.t.EventsOf(row)
	for i := range events {
		e := &events[i]
		if e.Kind != d.kind || !counts(d.from, e) {
			continue
		}
		if e.Reporter == "" {
			b.c.Agent(b.t.IDs[row]).At("events").Index(b.eventAt[e.ID]).At("reporter").Fail(facts.CodeRequired,
				"who reported it, by whom "+d.id+" counts", "")
		} else if who.first(e) {
			n++
		}
	}
	return n
}
