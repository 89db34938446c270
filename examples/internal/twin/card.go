package twin

import (
	"cmp"
	"fmt"
	"math/big"
	"slices"
)

// cardSheet is one agent's month under the public scorecard as it is worked
// out, from the top down.
type cardSheet struct {
	*record
	late int // attendance events that count

	// points are the lines of the scheme by id, rounded; a line that does not
	// apply is not there.
	points map[string]*big.Rat
	score  *big.Rat // nil: no score
	place  int      // 0: no place
}

// cardLine is one line of the scorecard by the id of its clause.
type cardLine struct {
	id     string
	points *big.Rat
	share  *big.Rat // nil where the line does not apply
}

// CloseCard computes the month of the public scorecard. It returns an error if
// the facts lack something it needs or name somebody or something unknown.
func CloseCard(m Month) (Result, error) {
	sheets, err := workCard(m)
	if err != nil {
		return Result{}, err
	}
	r := Result{Month: m.Period}
	for _, s := range sheets {
		slip := s.slipOf(s.score, map[string]int{"by_score": s.place})
		slip.Grade = medal(s.score)
		r.Slips = append(r.Slips, slip)
	}
	return r, nil
}

// workCard fills the agents' sheets from top to bottom.
func workCard(m Month) ([]*cardSheet, error) {
	c, err := newCalendar(m.Period)
	if err != nil {
		return nil, err
	}
	var sheets []*cardSheet
	for _, a := range m.Agents {
		s, err := newCardSheet(c, a, m.excluded(a.ID))
		if err != nil {
			return nil, err
		}
		sheets = append(sheets, s)
	}
	slices.SortFunc(sheets, func(a, b *cardSheet) int { return cmp.Compare(a.agent.ID, b.agent.ID) })
	if err := countLate(c, m, sheets); err != nil {
		return nil, err
	}
	var placed []*cardSheet
	for _, s := range sheets {
		if s.mark(); s.score != nil && s.status == "regular" {
			placed = append(placed, s)
		}
	}
	competition(placed,
		func(a, b *cardSheet) int { return b.score.Cmp(a.score) },
		func(s *cardSheet, place int) { s.place = place })
	for _, s := range sheets {
		if err := s.basePay(c); err != nil {
			return nil, err
		}
		s.line("performance", earned, cardPerformance(s.score), "")
	}
	return sheets, nil
}

// newCardSheet opens the sheet and adds up its days.
func newCardSheet(c calendar, a Agent, excluded []Exclusion) (*cardSheet, error) {
	r, err := newRecord(c, a)
	if err != nil {
		return nil, err
	}
	summed := []string{"sales", "enquiries", "buyers", "conversations", "first_replied"}
	if err := r.total(excluded, summed); err != nil {
		return nil, err
	}
	return &cardSheet{record: r, points: map[string]*big.Rat{}}, r.complete(append(summed, "response")...)
}

// countLate counts the attendance events.
func countLate(c calendar, m Month, sheets []*cardSheet) error {
	for _, e := range m.counting() {
		i := slices.IndexFunc(sheets, func(s *cardSheet) bool { return s.agent.ID == e.Agent })
		switch {
		case i < 0:
			return fmt.Errorf("event %s names agent %s, who is not in the roster", e.ID, e.Agent)
		case !sheets[i].inService(c, e.Date):
			return fmt.Errorf("event %s of %s: agent %s was not in service", e.ID, e.Date, e.Agent)
		case e.Kind != "attendance":
			return fmt.Errorf("event %s is %q, which nothing counts", e.ID, e.Kind)
		}
		sheets[i].late++
	}
	return nil
}

// mark gives the agent a score, unless no day was worked. The lines that apply
// carry the points of those that do not.
func (s *cardSheet) mark() {
	if s.workedDays == 0 {
		return
	}
	var all []indicator
	var ids []string
	for _, l := range s.lines6() {
		all = append(all, indicator{l.points, l.share})
		if l.share != nil {
			ids = append(ids, l.id)
		}
	}
	s.score = zero()
	for i, points := range pointsOf(all) {
		s.points[ids[i]] = points
		s.score = add(s.score, points)
	}
}

// completion is sales over the agent's own target; without one there is none.
func (s *cardSheet) completion() *big.Rat {
	target := s.agent.Values["sales_target"]
	if target == nil {
		return nil
	}
	return div(s.sums["sales"], target)
}
