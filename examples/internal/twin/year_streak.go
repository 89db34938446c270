package twin

import (
	"slices"
	"time"
)

// kept is what a month is to a streak: it goes on or it ends. No streak of the
// shop passes a month over.
type kept bool

// streaksOf judges a month of an agent for each streak. A month of leave and
// one of the trial period end a streak, and one without a place that of last
// places; a clean record goes on over a leave, and typing is asked of
// everybody.
func streaksOf(s *tmSheet, all []*tmSheet) map[string]kept {
	away, trial := s.workedDays == 0, s.status == "probation"
	return map[string]kept{
		lastInSales: kept(!away && !trial && soleLast(s, all, func(o *tmSheet) int { return o.salesPlace })),
		lastInScore: kept(!away && !trial && soleLast(s, all, func(o *tmSheet) int {
			if o.role != s.role {
				return 0
			}
			return o.scorePlace
		})),
		clean:       kept(!trial && s.clean()),
		examFailing: kept(!away && !trial && s.missedOrFailed()),
		typingBelow: kept(!away && s.slow()),
	}
}

// soleLast reports whether nobody has a place as low as the agent's. Of two who
// share the last place neither is last.
func soleLast(s *tmSheet, all []*tmSheet, place func(*tmSheet) int) bool {
	if place(s) == 0 {
		return false
	}
	return !slices.ContainsFunc(all, func(o *tmSheet) bool { return o != s && place(o) >= place(s) })
}

// clean is no administrative penalty, no peer complaint, no bad review that is
// the agent's fault and no major mistake.
func (s *tmSheet) clean() bool {
	return s.counts["admin_penalty"] == 0 && s.counts["peer_complaint"] == 0 && s.faultyReviews == 0 && s.counts["major_mistake"] == 0
}

func (s *tmSheet) missedOrFailed() bool {
	return s.counts["exam_absent"] > 0 || s.exam != nil && s.exam.Cmp(examPass()) < 0
}

// slow is typing below what is asked: 70 of who is regular for more than six
// months by the last day in service, 60 of everybody else.
func (s *tmSheet) slow() bool {
	if s.speed == nil {
		return false
	}
	standard := 60
	if s.status == "regular" && moreMonths(s.agent.Regular, s.lastDay, matureMonths) {
		standard = 70
	}
	return s.speed.Cmp(whole(standard)) < 0
}

// moreMonths reports whether more than some months lie between a day and
// another, both included: from 1 January to 30 June are six, and to 1 July more.
func moreMonths(from, until string, months int) bool {
	start, err := time.Parse(dateLayout, from)
	if err != nil {
		return false // regular since nobody knows when
	}
	end, err := time.Parse(dateLayout, until)
	if err != nil {
		return false
	}
	first := time.Date(start.Year(), start.Month()+time.Month(months), 1, 0, 0, 0, 0, time.UTC)
	length := first.AddDate(0, 1, -1).Day()
	full := first.AddDate(0, 0, min(start.Day(), length+1)-1) // the day after the last of them
	return end.AddDate(0, 0, 1).After(full)
}
