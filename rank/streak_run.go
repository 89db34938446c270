package rank

import (
	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/scoring/facts"
)

// mark judges one row's month, and reports values that it lacks to do so. The
// cases are tried up to the first that holds: who was absent needs no mark.
func (s *streak) mark(t *columns.Table, row int32, c facts.Check) Mark {
	m := Mark{Streak: s.doc.ID}
	switch {
	case t.Idle(row):
		m.Status = OnLeave
		return m
	case t.Status(row) == facts.Probation:
		m.Status = OnProbation
	}
	for i := range s.cases {
		if s.cases[i].ask(t, row, c) {
			m.Held, m.Case, m.Unranked, m.Seen = true, i+1, false, s.cases[i].seen(t, row)
			return m
		}
		m.Unranked = m.Unranked || s.cases[i].unranked(t, row)
	}
	return m
}

// month is one month of a streak.
type month struct {
	period facts.Period
	mark   Mark
	known  bool
}

// now is the month that is judged.
func (s *streak) now(m *agentMonth) month {
	return month{period: m.period, mark: m.marks[s.index], known: true}
}

// effect says what a month does to the streak: Counts makes it longer.
func (s *streak) effect(m month) Gap {
	gap := Counts
	switch {
	case !m.known:
		gap = s.doc.Missing
	case m.mark.Status == OnLeave:
		gap = s.doc.Leave
	case m.mark.Status == OnProbation && s.doc.Probation != Counts:
		gap = s.doc.Probation
	case m.mark.Held:
	case m.mark.Unranked:
		gap = s.doc.Unranked
	default:
		gap = Breaks
	}
	if gap == "" {
		return Breaks
	}
	return gap
}

// run walks back from a row's month as far as the streak goes, gives its
// months, the latest first, and returns how many of them count; the others are
// those it passes over. From is the first month that may count, zero for any.
// Before the first month that the book has of the agent there is no streak: a
// month of which nothing is known only joins two others.
func (s *streak) run(m *agentMonth, from facts.Period, emit func(month, Gap)) (length int) {
	if from > m.period {
		return 0
	}
	first := max(m.book.First(), from)
	var gap []month
	for at := s.now(m); ; {
		effect := s.effect(at)
		switch {
		case effect == Breaks:
			return length
		case !at.known:
			gap = append(gap, at)
		default:
			for _, unknown := range gap {
				length += s.tally(unknown, emit)
			}
			gap = gap[:0]
			length += s.tally(at, emit)
		}
		p := at.period - 1
		if p < first || m.book.First() == 0 {
			return length
		}
		at = month{period: p}
		if r, ok := m.at(p); ok {
			at.mark, at.known = r.mark(s.doc.ID)
		}
	}
}

// tally gives one month of the streak and returns what it adds to its length.
func (s *streak) tally(at month, emit func(month, Gap)) int {
	effect := s.effect(at)
	emit(at, effect)
	if effect == Counts {
		return 1
	}
	return 0
}

// reached reports whether a streak of a length counts in its latest month.
func (s *streak) reached(length int) bool {
	if s.doc.Months < 1 || length < s.doc.Months {
		return false
	}
	return s.doc.Again == Each || length%s.doc.Months == 0
}
