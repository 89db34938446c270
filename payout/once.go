package payout

import (
	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/scoring"
)

// charger is an evaluator that charges single events.
type charger interface {
	// wants reports whether an event costs the row something here, unless
	// another clause charged it.
	wants(t *columns.Table, row int32, e *columns.Event) bool
	// spare is where the clauses before it are noted.
	spare() *spare
}

// spare knows the clauses that stand before one that charges events, so that
// no event is charged twice. The zero spare spares nothing.
type spare struct {
	accounts *scoring.Sheet
	before   []*item
}

// by returns the clause that charged an event already. Whichever clause before
// this one wants it, one of them got it: there is no need to ask which of them
// was spared.
func (s *spare) by(t *columns.Table, row int32, e *columns.Event) (clause string, ok bool) {
	if s.accounts != nil {
		if id, charged := s.accounts.Charged(t, row, e); charged {
			return "accounts." + id, true
		}
	}
	for _, it := range s.before {
		if !it.charger.wants(t, row, e) {
			continue
		}
		if holds, _, _ := it.when.Holds(t, row); holds {
			return "pay." + it.doc.ID, true
		}
	}
	return "", false
}

// each gives the events that a clause wants and another charged, with the
// clause that did.
func (s *spare) each(t *columns.Table, row int32, wants func(*columns.Table, int32, *columns.Event) bool, emit func(*columns.Event, string)) {
	if s.accounts == nil && len(s.before) == 0 {
		return
	}
	events := t.EventsOf(row)
	for i := range events {
		if e := &events[i]; wants(t, row, e) {
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
		it := &s.items[i]
		if it.charger == nil {
			continue
		}
		own := it.charger.spare()
		own.accounts, own.before = accounts, before[:len(before):len(before)]
		before = append(before, it)
	}
}
