package columns

import "github.com/cspay/cspay/scoring/facts"

// tally marks the chats of one agent under one inspection. Chats are shown to
// it in their order, by day and id, whatever their source: an error is an
// error also where a complaint brought it to light.
type tally struct {
	in *inspection
	// seen counts the occurrences in the window by error, or of all that are
	// not fatal by themselves.
	seen   []int
	window int
	monday int // the number of days of the month's first week before day 1
}

// daysPerWeek makes weeks of days.
const daysPerWeek = 7

// tallies are one for each inspection.
func (t *Table) tallies() []tally {
	out := make([]tally, len(t.schema.inspections.list))
	for i := range out {
		// Date 1, 1900-01-01, was a Monday.
		out[i] = tally{in: t.schema.inspections.list[i], monday: int(t.Period.First()-1) % daysPerWeek}
		out[i].seen = make([]int, max(len(out[i].in.errors), 1))
	}
	return out
}

// reset begins with another agent.
func (y *tally) reset() {
	clear(y.seen)
	y.window = 0
}

// finding is one error of a chat and what came of it.
type finding struct {
	fault *fault
	// nth is which occurrence of its window it is, 0 where that is not
	// counted.
	nth int
	// repeated errors are fatal because of the occurrences before them.
	repeated bool
}

// next marks the next chat: 0 where an error is fatal, else the full mark less
// what the errors cost, but not below 0. It appends what it found. An error of
// a chat that is fatal anyway counts as an occurrence all the same.
func (y *tally) next(day int, errors []uint16, found []finding) (mark int64, fatal bool, _ []finding) {
	y.turn(day)
	mark = y.in.mark
	for _, e := range errors {
		f := finding{fault: &y.in.errors[e]}
		if f.fault.fatal {
			fatal = true
		} else if y.in.at > 0 {
			f.nth = y.count(e)
			f.repeated = f.nth >= y.in.at
			fatal = fatal || f.repeated
		}
		mark = max(mark-f.fault.cost, 0) // step by step, so that nothing overflows
		found = append(found, f)
	}
	if fatal {
		mark = 0
	}
	return mark, fatal, found
}

// count counts an occurrence and returns which one it is.
func (y *tally) count(e uint16) int {
	if y.in.scope == facts.AnyItem {
		e = 0
	}
	y.seen[e]++
	return y.seen[e]
}

// turn forgets what was seen when the day lies in another window.
func (y *tally) turn(day int) {
	window := 0
	switch y.in.window {
	case facts.WeekWindow:
		window = (day - 1 + y.monday) / daysPerWeek
	case facts.DayWindow:
		window = day
	case facts.MonthWindow:
	}
	if window != y.window {
		clear(y.seen)
		y.window = window
	}
}
