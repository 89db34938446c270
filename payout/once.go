package payout

import (
	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/scoring"
)

// charger is an evaluator that charges single events.
type charger interface {
	// charges reports whether it charges an event of the row.
	charges(t *columns.Table, row int32, e *columns.Event) bool
	// eachSpared gives the events that it does not charge because another
	// clause did, and that clause.
	eachSpared(t *columns.Table, row int32, emit func(e *columns.Event, clause string))
	// spare is where the clauses before it are noted.
	spare() *spare
}

// spare knows the clauses that stand before one that charges events, so that
// no event is charged twice. The zero spare spares nothing.
type spare struct {
	accounts *scoring.Sheet
	before   []*item
}

// by returns the clause that charged an event already.
func (s *spare) by(t *columns.Table, row int32, e *columns.Event) (clause string, ok bool) {
	if s.accounts != nil {
		if id, charged := s.accounts.Charged(t, row, e); charged {
			return "accounts." + id, true
		}
	}
	for _, it := range s.before {
		if holds, _, _ := it.when.Holds(t, row); holds && it.eval.(charger).charges(t, row, e) {
			return "pay." + it.doc.ID, true
		}
	}
	return "", false
}

// each gives the events that are spared among those that a clause would charge.
func (s *spare) each(t *columns.Table, row int32, would func(*columns.Event) bool, emit func(*columns.Event, string)) {
	if s.accounts == nil && len(s.before) == 0 {
		return
	}
	events := t.EventsOf(row)
	for i := range events {
		if e := &events[i]; would(e) {
			if clause, ok := s.by(t, row, e); ok {
				emit(e, clause)
			}
		}
	}
}

// chargeOnce notes before each item that charges events those that charge them
// before it: the accounts, then the items in their order.
func (s *Sheet) chargeOnce(accounts *scoring.Sheet) {
	var before []*item
	for i := range s.items {
		c, ok := s.items[i].eval.(charger)
		if !ok {
			continue
		}
		own := c.spare()
		own.accounts, own.before = accounts, before[:len(before):len(before)]
		before = append(before, &s.items[i])
	}
}
