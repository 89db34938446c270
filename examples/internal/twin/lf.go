package twin

import (
	"cmp"
	"fmt"
	"math/big"
	"slices"
)

// lfSheet is one agent's month in shop LF as it is worked out, from the top
// down.
type lfSheet struct {
	*record
	chats lfChats
	// load is the visitors of a day worked, nil for who worked no day, and
	// shopLoad that of all agents together.
	load, shopLoad *big.Rat
	due            *big.Rat // days to attend

	points map[string]*big.Rat // of the lines that apply, rounded
	score  *big.Rat            // nil: no score

	scorePlace, qualityPlace int // 0: no place
	review                   bool
}

// CloseLF computes the month of shop LF. It returns an error if the facts lack
// something it needs or a chat names something unknown.
func CloseLF(m Month) (Result, error) {
	sheets, err := workLF(m)
	if err != nil {
		return Result{}, err
	}
	r := Result{Month: m.Period}
	for _, s := range sheets {
		slip := s.slipOf(s.score, map[string]int{"by_score": s.scorePlace, "by_quality": s.qualityPlace})
		if s.review {
			slip.Review, slip.RedLines = true, []string{"fatal_chats"}
		}
		r.Slips = append(r.Slips, slip)
	}
	return r, nil
}

// workLF fills the agents' sheets from top to bottom.
func workLF(m Month) ([]*lfSheet, error) {
	c, err := newCalendar(m.Period)
	if err != nil {
		return nil, err
	}
	var sheets []*lfSheet
	for _, a := range m.Agents {
		s, err := newLFSheet(c, a, m)
		if err != nil {
			return nil, err
		}
		sheets = append(sheets, s)
	}
	slices.SortFunc(sheets, func(a, b *lfSheet) int { return cmp.Compare(a.agent.ID, b.agent.ID) })
	for _, ch := range m.Chats {
		if !slices.ContainsFunc(sheets, func(s *lfSheet) bool { return s.agent.ID == ch.Agent }) {
			return nil, fmt.Errorf("chat %s names agent %s, who is not in the roster", ch.ID, ch.Agent)
		}
	}
	compareLoads(sheets)
	for _, s := range sheets {
		s.mark()
	}
	placeLF(sheets)
	return sheets, payLF(c, sheets)
}

// newLFSheet opens the sheet, adds up its days and marks its chats.
func newLFSheet(c calendar, a Agent, m Month) (*lfSheet, error) {
	r, err := newRecord(c, a)
	if err != nil {
		return nil, err
	}
	summed := []string{"visitors", "conversations", "deals", "returned", "satisfied", "ratings"}
	if err := r.total(m.excluded(a.ID), summed); err != nil {
		return nil, err
	}
	s := &lfSheet{record: r, points: map[string]*big.Rat{}}
	s.load = div(s.sums["visitors"], whole(s.workedDays))
	s.due = a.Values["days_without_leave"]
	if s.due == nil {
		rostered := 0
		for _, attendance := range s.attendance {
			if attendance != rest {
				rostered++
			}
		}
		s.due = whole(rostered)
	}
	if err := s.inspect(c, m.Chats); err != nil {
		return nil, err
	}
	return s, s.complete(append(summed, "response")...)
}

// compareLoads tells each agent the shop's visitors of a day worked: all
// visitors over all days, no mean of means.
func compareLoads(sheets []*lfSheet) {
	visitors, days := zero(), 0
	for _, s := range sheets {
		visitors, days = add(visitors, s.sums["visitors"]), days+s.workedDays
	}
	for _, s := range sheets {
		s.shopLoad = div(visitors, whole(days))
	}
}

// mark gives the agent a score, unless no day was worked.
func (s *lfSheet) mark() {
	if s.workedDays == 0 {
		return
	}
	var all []indicator
	var ids []string
	for _, l := range s.scheme() {
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
