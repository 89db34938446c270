package twin

import (
	"cmp"
	"fmt"
	"math/big"
	"slices"
)

// tmSheet is one agent's month in shop TM as it is worked out, from the top
// down. Numbers that do not apply are nil.
type tmSheet struct {
	*record
	counts              map[string]int // events that count, by kind
	promises            []Event
	rostered            int
	attitude, teamwork  *big.Rat
	committee           *big.Rat
	target, conversion  *big.Rat
	exam, perCustomer   *big.Rat
	speed, accuracy     *big.Rat
	points              map[string]*big.Rat // the lines of the scheme by id, rounded
	score               *big.Rat
	scorePlace          int // 0: no place
	salesPlace          int
	examPlace           int
	itemsPlace          int
	mallPerCustomer     *big.Rat // the same for everybody
	gross, variable     *big.Rat
	deducted, withstood *big.Rat // to be taken, and what could not be
	// level is the one in force. examHit and typingHit tell that the streaks of
	// the exam and of typing are reached this month.
	level              string
	examHit, typingHit bool
	// lastDay is the last day in service, faultyReviews the bad reviews that are
	// the agent's fault.
	lastDay       string
	faultyReviews int
}

// CloseTM computes the month of shop TM without any month before it, so that
// nothing is in a row yet and levels are the roster's. It returns an error if
// the facts lack something it needs, a vote is below its quorum or an event
// names somebody unknown.
func CloseTM(m Month) (Result, error) {
	sheets, err := workTM(m)
	if err != nil {
		return Result{}, err
	}
	return resultTM(m, sheets), nil
}

// resultTM writes the slips.
func resultTM(m Month, sheets []*tmSheet) Result {
	r := Result{Month: m.Period}
	for _, s := range sheets {
		slip := s.slipOf(s.score, map[string]int{
			"by_score": s.scorePlace, "by_sales": s.salesPlace, "by_exam": s.examPlace, "by_items": s.itemsPlace,
		})
		slip.RedLines = s.crossed()
		slip.Review = len(slip.RedLines) > 0
		if s.withstood.Sign() > 0 {
			slip.Uncollected = fixed(s.withstood)
		}
		r.Slips = append(r.Slips, slip)
	}
	return r
}

// workTM fills the agents' sheets from top to bottom.
func workTM(m Month) ([]*tmSheet, error) {
	sheets, err := placedTM(m)
	if err != nil {
		return nil, err
	}
	return sheets, payTM(m, sheets)
}

// payTM writes what the sheets pay.
func payTM(m Month, sheets []*tmSheet) error {
	c, err := newCalendar(m.Period)
	if err != nil {
		return err
	}
	for _, s := range sheets {
		if err := s.pay(c); err != nil {
			return err
		}
	}
	return nil
}

// placedTM fills the sheets down to the places.
func placedTM(m Month) ([]*tmSheet, error) {
	c, err := newCalendar(m.Period)
	if err != nil {
		return nil, err
	}
	var sheets []*tmSheet
	for _, a := range m.Agents {
		s, err := newTMSheet(c, a, m.excluded(a.ID))
		if err != nil {
			return nil, err
		}
		sheets = append(sheets, s)
	}
	slices.SortFunc(sheets, func(a, b *tmSheet) int { return cmp.Compare(a.agent.ID, b.agent.ID) })
	if err := countTM(c, m, sheets); err != nil {
		return nil, err
	}
	for _, s := range sheets {
		if err := s.vote(m.Ballots); err != nil {
			return nil, err
		}
		s.derive()
	}
	shareMean(sheets)
	for _, s := range sheets {
		if err := s.mark(); err != nil {
			return nil, err
		}
	}
	placeTM(sheets)
	return sheets, nil
}

// newTMSheet opens the sheet and adds up its days.
func newTMSheet(c calendar, a Agent, excluded []Exclusion) (*tmSheet, error) {
	r, err := newRecord(c, a)
	if err != nil {
		return nil, err
	}
	if err := r.total(excluded, []string{
		"conversations", "sales", "inquirers", "inquiry_buyers", "orders", "items", "customers", "refunds", "disputes",
	}); err != nil {
		return nil, err
	}
	s := &tmSheet{
		record: r, counts: map[string]int{}, points: map[string]*big.Rat{},
		gross: zero(), variable: zero(), deducted: zero(), withstood: zero(), level: textOr(a.Level, tmLevels()[0]), lastDay: c.date(r.last),
	}
	for _, kind := range r.attendance {
		if kind != rest {
			s.rostered++
		}
	}
	return s, s.complete("conversations", "response")
}

// countTM counts the events by kind and keeps the freight promises, the
// earliest first.
func countTM(c calendar, m Month, sheets []*tmSheet) error {
	for _, e := range m.counting() {
		i := slices.IndexFunc(sheets, func(s *tmSheet) bool { return s.agent.ID == e.Agent })
		if i < 0 {
			return fmt.Errorf("event %s names agent %s, who is not in the roster", e.ID, e.Agent)
		}
		s := sheets[i]
		if !s.inService(c, e.Date) {
			return fmt.Errorf("event %s of %s: agent %s was not in service", e.ID, e.Date, e.Agent)
		}
		s.counts[e.Kind]++
		switch e.Kind {
		case "freight_promise":
			s.promises = append(s.promises, e)
		case "bad_review":
			s.faultyReviews += blame(e.ID, m.Ballots)
		}
	}
	for _, s := range sheets {
		slices.SortFunc(s.promises, func(a, b Event) int { return cmp.Or(cmp.Compare(a.Date, b.Date), cmp.Compare(a.ID, b.ID)) })
	}
	return nil
}
