package twin

import (
	"cmp"
	"fmt"
	"math/big"
	"slices"
)

// swSheet is one agent's month in shop SW as it is worked out, from the top
// down.
type swSheet struct {
	*record
	// teamwork is the mean of the votes; nil for who worked no day.
	teamwork *big.Rat
	// badReviews are those that are the agent's fault.
	badReviews, complaints int

	// points are the lines of the scheme by id, rounded; a line that does not
	// apply is not there.
	points         map[string]*big.Rat
	ability, score *big.Rat // nil: no score

	scorePlace, salesPlace, starPlace int // 0: no place
}

// CloseSW computes the month of shop SW. It returns an error if the facts lack
// something it needs, a vote is below its quorum or a fact names somebody or
// something unknown.
func CloseSW(m Month) (Result, error) {
	sheets, err := workSW(m)
	if err != nil {
		return Result{}, err
	}
	r := Result{Month: m.Period}
	for _, s := range sheets {
		r.Slips = append(r.Slips, s.slipOf(s.score, map[string]int{
			"by_score": s.scorePlace, "by_sales": s.salesPlace, "star": s.starPlace,
		}))
	}
	return r, nil
}

// workSW fills the agents' sheets from top to bottom.
func workSW(m Month) ([]*swSheet, error) {
	c, err := newCalendar(m.Period)
	if err != nil {
		return nil, err
	}
	var sheets []*swSheet
	for _, a := range m.Agents {
		s, err := newSWSheet(c, a, m.excluded(a.ID))
		if err != nil {
			return nil, err
		}
		sheets = append(sheets, s)
	}
	slices.SortFunc(sheets, func(a, b *swSheet) int { return cmp.Compare(a.agent.ID, b.agent.ID) })
	if err := countSW(c, m, sheets); err != nil {
		return nil, err
	}
	for _, s := range sheets {
		if err := s.vote(m.Ballots); err != nil {
			return nil, err
		}
		if err := s.mark(); err != nil {
			return nil, err
		}
	}
	placeSW(sheets)
	return sheets, paySW(c, sheets)
}

// newSWSheet opens the sheet and adds up its days.
func newSWSheet(c calendar, a Agent, excluded []Exclusion) (*swSheet, error) {
	r, err := newRecord(c, a)
	if err != nil {
		return nil, err
	}
	if err := r.total(excluded, []string{
		"conversations", "questions", "answers", "replied", "enquiries", "buyers", "sales",
		"invited", "reviews", "good_reviews",
	}); err != nil {
		return nil, err
	}
	s := &swSheet{record: r, points: map[string]*big.Rat{}}
	return s, s.complete("conversations", "response", "questions", "answers", "replied")
}

// countSW counts the complaints, and the bad reviews that the panel found to be
// the agent's fault.
func countSW(c calendar, m Month, sheets []*swSheet) error {
	for _, e := range m.counting() {
		i := slices.IndexFunc(sheets, func(s *swSheet) bool { return s.agent.ID == e.Agent })
		if i < 0 {
			return fmt.Errorf("event %s names agent %s, who is not in the roster", e.ID, e.Agent)
		}
		s := sheets[i]
		if !s.inService(c, e.Date) {
			return fmt.Errorf("event %s of %s: agent %s was not in service", e.ID, e.Date, e.Agent)
		}
		switch e.Kind {
		case "complaint":
			s.complaints++
		case "bad_review":
			atFault, err := attributable(e.ID, m.Ballots)
			if err != nil {
				return err
			}
			if atFault {
				s.badReviews++
			}
		default:
			return fmt.Errorf("event %s is of kind %s, which this shop does not know", e.ID, e.Kind)
		}
	}
	return nil
}
