package twin

import (
	"fmt"
	"math/big"
)

// apply books one event that counts: a bad review, a fault of the pool or a
// fine of the fund.
func apply(c calendar, sheets map[string]*sheet, e Event) error {
	offender, err := present(c, sheets, e.Agent, e)
	if err != nil {
		return err
	}
	if e.Kind == "bad_review" {
		offender.badReviews++
		return nil
	}
	if share, ok := fault(e.Kind); ok {
		for day := offender.first; day <= offender.last; day++ {
			if c.date(day) == e.Date {
				offender.faults[day] = add(offender.faultsOf(day), share)
			}
		}
		return nil
	}
	return fine(c, sheets, offender, e)
}

// faultsOf returns the sum of a day's shares, not capped.
func (s *sheet) faultsOf(day int) *big.Rat {
	if sum := s.faults[day]; sum != nil {
		return sum
	}
	return zero()
}

// fine charges the offender, or in the offender's stead the colleagues who kept
// silent. Nobody pays for somebody in the grace month, and nobody in the grace
// month pays.
func fine(c calendar, sheets map[string]*sheet, offender *sheet, e Event) error {
	amount, ok := charge(e.Kind)
	if !ok || offender.inGrace(e.Date) {
		return nil
	}
	relieved := false
	for _, id := range e.Silent {
		colleague, err := present(c, sheets, id, e)
		if err != nil {
			return err
		}
		if colleague.inGrace(e.Date) {
			continue
		}
		colleague.fines = add(colleague.fines, mul(amount, whole(silentTimes)))
		relieved = true
	}
	if !relieved {
		offender.fines = add(offender.fines, amount)
	}
	return nil
}

// present returns the sheet of an agent who was in service on the event's day.
func present(c calendar, sheets map[string]*sheet, id string, e Event) (*sheet, error) {
	s := sheets[id]
	if s == nil {
		return nil, fmt.Errorf("event %s names agent %s, who is not in the roster", e.ID, id)
	}
	if !s.inService(c, e.Date) {
		return nil, fmt.Errorf("event %s of %s: agent %s was not in service", e.ID, e.Date, id)
	}
	return s, nil
}

// inGrace reports whether a date lies in the agent's grace month: from the
// start of the scheme or of the service, whichever is later, to the end of
// that calendar month.
func (s *sheet) inGrace(date string) bool {
	start := max(schemeStart, s.agent.Hired)
	return date >= start && date[:len("2026-06")] == start[:len("2026-06")]
}

// settle closes the fund.
func (s *sheet) settle() {
	s.left = larger(zero(), sub(fundOpening(), s.fines))
	s.over = larger(zero(), sub(s.fines, fundOpening()))
}
