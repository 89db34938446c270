package twin

import (
	"fmt"
	"math/big"
	"time"
)

const (
	dateLayout = "2006-01-02"
	worked     = "worked"
	rest       = "rest"
)

// record is what the sheets of all shops begin with: who the agent was, how the
// days count and what the daily rows add up to.
type record struct {
	agent        Agent
	role, status string
	// first and last are the days of the month in service, from 1.
	first, last int
	// attendance is how each day in service counts, by day of the month.
	attendance map[int]string
	workedDays int
	unpaidDays int // unpaid leave and absence

	sums map[string]*big.Rat
	// seen are the daily metrics of which there is at least one cell.
	seen map[string]bool
	// weighted is the sum of response times conversations, over the
	// conversations in weight.
	weighted, weight *big.Rat

	lines []Line
}

// calendar is the month's length and the text of its days.
type calendar struct {
	period string
	days   int
}

func newCalendar(period string) (calendar, error) {
	start, err := time.Parse("2006-01", period)
	if err != nil {
		return calendar{}, fmt.Errorf("month %q: %w", period, err)
	}
	return calendar{period, start.AddDate(0, 1, -1).Day()}, nil
}

func (c calendar) date(day int) string { return fmt.Sprintf("%s-%02d", c.period, day) }

// newRecord settles who the agent was, which days were in service and how each
// of them counts.
func newRecord(c calendar, a Agent) (*record, error) {
	s := &record{
		agent: a, role: a.Role, status: a.Status, attendance: map[int]string{},
		sums: map[string]*big.Rat{}, seen: map[string]bool{}, weighted: zero(), weight: zero(),
	}
	for day := 1; day <= c.days; day++ {
		date := c.date(day)
		if date < a.Hired || (a.Left != "" && date > a.Left) {
			continue
		}
		if s.first == 0 {
			s.first = day
		}
		s.last = day
	}
	if s.first == 0 {
		return nil, fmt.Errorf("agent %s has no day of service in %s", a.ID, c.period)
	}
	for _, m := range a.Memberships { // in force on the last day of service
		if m.From <= c.date(s.last) {
			s.role = textOr(m.Role, s.role)
			s.status = textOr(m.Status, s.status)
		}
	}
	s.status = textOr(s.status, "regular")
	s.attend(c)
	return s, nil
}

func textOr(text, otherwise string) string {
	if text != "" {
		return text
	}
	return otherwise
}

// attend settles each day: what its row states, else a leave that covers it,
// else worked where there is a row and rest where there is none.
func (s *record) attend(c calendar) {
	for day := s.first; day <= s.last; day++ {
		date := c.date(day)
		kind := rest
		stated := false
		for _, d := range s.agent.Days {
			if d.Date == date {
				kind, stated = textOr(d.Attendance, worked), d.Attendance != ""
			}
		}
		for _, l := range s.agent.Leave {
			if !stated && l.From <= date && date <= l.Until {
				kind = l.Kind
			}
		}
		s.attendance[day] = kind
		switch kind {
		case worked:
			s.workedDays++
		case "unpaid_leave", "absent":
			s.unpaidDays++
		}
	}
}

// inService reports whether a date is a day of the month in service.
func (s *record) inService(c calendar, date string) bool {
	return c.date(s.first) <= date && date <= c.date(s.last)
}

// total adds up the named metrics of the daily rows after taking out what is
// excluded.
func (s *record) total(excluded []Exclusion, summed []string) error {
	for _, name := range summed {
		s.sums[name] = zero()
	}
	for _, d := range s.agent.Days {
		for name := range d.Values {
			s.seen[name] = true
		}
		cells, err := remaining(d, excluded)
		if err != nil {
			return fmt.Errorf("agent %s: %w", s.agent.ID, err)
		}
		for _, name := range summed {
			if v := cells[name]; v != nil {
				s.sums[name] = add(s.sums[name], v)
			}
		}
		if r, w := cells["response"], cells["conversations"]; r != nil && w != nil {
			s.weighted = add(s.weighted, mul(r, w))
			s.weight = add(s.weight, w)
		}
	}
	for _, e := range excluded {
		if e.Date != "" {
			continue
		}
		for name, amount := range e.Subtract {
			left := sub(s.sums[name], amount)
			if left.Sign() < 0 {
				return fmt.Errorf("agent %s: more %s excluded than there is", s.agent.ID, name)
			}
			s.sums[name] = left
		}
	}
	return nil
}

// remaining returns the cells of a row that count.
func remaining(d Day, excluded []Exclusion) (map[string]*big.Rat, error) {
	cells := map[string]*big.Rat{}
	for name, v := range d.Values {
		cells[name] = v
	}
	for _, e := range excluded {
		switch {
		case e.Date != d.Date:
		case e.Subtract == nil:
			return nil, nil
		default:
			for name, amount := range e.Subtract {
				if cells[name] == nil || cells[name].Cmp(amount) < 0 {
					return nil, fmt.Errorf("more %s excluded on %s than there is", name, d.Date)
				}
				cells[name] = sub(cells[name], amount)
			}
		}
	}
	return cells, nil
}

// complete refuses an agent who worked without a metric that is not allowed to
// be missing.
func (s *record) complete(required ...string) error {
	if s.workedDays == 0 {
		return nil
	}
	for _, name := range required {
		if !s.seen[name] {
			return fmt.Errorf("agent %s has no %s", s.agent.ID, name)
		}
	}
	return nil
}

// ratio is the quotient of two sums, nil where nothing is known of one of them
// or the lower one is 0.
func (s *record) ratio(top, bottom string) *big.Rat {
	if !s.seen[top] || !s.seen[bottom] {
		return nil
	}
	return div(s.sums[top], s.sums[bottom])
}
