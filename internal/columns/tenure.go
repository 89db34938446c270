package columns

import (
	"cmp"

	"github.com/shopspring/decimal"

	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// maxMonths is the longest tenure that a clause may ask for, a hundred years.
const maxMonths = 1200

// monthBounds compiles the limits of a tenure: whole months.
func monthBounds(c facts.Check, cl *facts.Clause) []bound {
	var out []bound
	for _, l := range limitsOf(cl) {
		if l.d == nil {
			continue
		}
		n := Number(c.At(l.key), *l.d, 0)
		if n < 0 || n > maxMonths {
			c.At(l.key).Fail(facts.CodeNumberRange, "0 to 1200 whole months", "")
		}
		out = append(out, bound{Limit{n, 1}, l.lo, l.hi})
	}
	return out
}

// limitOf is one limit of a clause and the signs of a comparison it allows.
type limitOf struct {
	key    string
	d      *decimal.Decimal
	lo, hi int
}

// limitsOf are the limits that a clause may state, in the order of its keys.
func limitsOf(cl *facts.Clause) []limitOf {
	return []limitOf{{"over", cl.Over, 1, 1}, {"under", cl.Under, -1, -1}, {"at_least", cl.AtLeast, 0, 1}, {"at_most", cl.AtMost, -1, 0}}
}

// served reports whether the whole months of a tenure are within its limits.
func (te *test) served(t *Table, row int32) (holds bool, state explain.State, lack Lack) {
	start := t.since(te.tenure, row)
	if start == 0 {
		return false, explain.Missing, Lack{date: te.tenure}
	}
	after := t.serviceEnd(row) + 1
	return within(te.bounds, func(b bound) int { return cmpMonths(start, after, int(b.limit.v)) }), explain.Known, Lack{}
}

// cmpMonths compares the time from start to the day after the last with whole
// months. A day beyond the calendar is not reached.
func cmpMonths(start, after facts.Date, months int) int {
	reached := start.AddMonths(months)
	if reached == 0 {
		return -1
	}
	return cmp.Compare(after, reached)
}

// wholeMonths counts the whole months up to the day before after.
func wholeMonths(start, after facts.Date) int {
	n := max(0, int((after-1).Period()-start.Period())+1)
	for n > 0 && cmpMonths(start, after, n) < 0 {
		n--
	}
	return n
}

// since is the date that a tenure is counted from; zero when it was not given.
func (t *Table) since(tenure facts.Tenure, row int32) facts.Date {
	if tenure == facts.SinceRegular {
		return t.Regular[row]
	}
	return t.Hired[row]
}

// serviceEnd is the last day that a tenure is counted to: that of the month,
// or of service where it comes first.
func (t *Table) serviceEnd(row int32) facts.Date {
	last := t.Period.Last()
	if left := t.Left[row]; left != 0 {
		last = min(last, left)
	}
	return last
}

// Lack is what a condition has no answer for want of: a metric or a figure, or
// a date of the agent's. The zero Lack is nothing.
type Lack struct {
	name string
	date facts.Tenure
}

// Name returns the name of the metric or figure, or the key of the date.
func (l Lack) Name() string {
	if l.date != "" {
		return string(l.date)
	}
	return l.name
}

// FailLack reports what a condition lacks for a row at the facts it came from.
func (t *Table) FailLack(c facts.Check, row int32, lack Lack, state explain.State) {
	want := "the first day of service, which a condition counts from"
	switch lack.date {
	case "":
		t.FailState(c, row, lack.name, state)
		return
	case facts.SinceRegular:
		want = "the day of regularisation, which a condition counts from"
	case facts.SinceHired:
	}
	c.Agent(t.IDs[row]).At("agents").Index(int(t.source[row])).At(string(lack.date)).Fail(facts.CodeMetricMissing, want, "")
}
