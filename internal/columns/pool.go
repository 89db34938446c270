package columns

import (
	"github.com/cspay/cspay/internal/fix"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// Pool adds a metric up over several rows or days: a ratio's numerators and
// denominators each for themselves, so that it is never a mean of means. The
// zero Pool is empty.
type Pool struct {
	num, den fix.Sum
	// Days are the days of what was added.
	Days int64
	// Of is how many rows or days had a value.
	Of int
	// lacks says why one had none; a missing value is told before others.
	lacks explain.State
}

// Sum is the whole of what was added; a quotient without a denominator above
// 0 does not apply.
func (p *Pool) Sum(a Adder) Value {
	if p.Of == 0 {
		return Value{State: p.state()}
	}
	if !a.Parts() {
		return p.over(1)
	}
	den, ok := p.den.Int64()
	switch {
	case !ok && p.den.Sign() > 0:
		return Value{State: explain.Overflow}
	case p.den.Sign() <= 0:
		return Value{State: explain.NotApplicable}
	}
	return p.over(den)
}

// PerDay is the sum by the days that it came from. A quotient has none.
func (p *Pool) PerDay(a Adder) Value {
	switch {
	case a.Parts() || p.Of > 0 && p.Days <= 0:
		return Value{State: explain.NotApplicable}
	case p.Of == 0:
		return Value{State: p.state()}
	}
	return p.over(p.Days)
}

func (p *Pool) over(den int64) Value {
	num, ok := p.num.Int64()
	if !ok {
		return Value{State: explain.Overflow}
	}
	return Value{Num: num, Den: den}
}

// state is why nothing is known: nothing to measure, if nobody lacked a value.
func (p *Pool) state() explain.State {
	if p.lacks == explain.Known {
		return explain.NotApplicable
	}
	return p.lacks
}

func (p *Pool) lack(cell int64) {
	if state := stateOf(cell); p.lacks != explain.Missing {
		p.lacks = state
	}
}

// AddRow adds a row's month, which had so many days, to a pool.
func (a Adder) AddRow(t *Table, row int32, days int64, p *Pool) {
	num := t.cols[a.num][row]
	if a.from.Daily == facts.Mean && num > overflow {
		// The column of a mean without a cell holds what missing means, and its
		// weight would be made up.
		for i, to := t.Daily(row); i < to; i++ {
			v, w := t.dayCells[a.day][i], t.dayCells[a.by][i]
			if v > overflow && w > overflow {
				p.num.AddMul(v, w)
				p.den.Add(w)
			}
		}
		p.Of, p.Days = p.Of+1, p.Days+days
		return
	}
	den := int64(0)
	if a.Parts() {
		den = t.cols[a.den][row]
	}
	if a.from.Panel != "" && a.Parts() && len(t.votes[subject{panel: a.from.Panel, row: row}]) < t.schema.panels[a.from.Panel].quorum {
		num = missing // the column holds what that means, and one vote that nobody cast
	}
	a.add(num, den, days, p)
}

// AddDay adds one daily row to a pool.
func (a Adder) AddDay(t *Table, i int32, p *Pool) {
	num, den := a.cell(t, a.day, i), int64(0)
	if a.Parts() {
		den = a.cell(t, a.by, i)
	}
	if a.from.Daily == facts.Mean {
		if num > overflow && den > overflow {
			p.num.AddMul(num, den)
			p.den.Add(den)
			p.Of, p.Days = p.Of+1, p.Days+1
			return
		}
		p.lack(min(num, den))
		return
	}
	a.add(num, den, 1, p)
}

// add adds what is known of both parts. A ratio's numerator that is absent and
// means 0 still has the weight of its denominator.
func (a Adder) add(num, den, days int64, p *Pool) {
	if num == missing && den > overflow && a.from.Ratio != "" && a.missing == facts.MissingZero {
		num = 0
	}
	if num <= overflow || den <= overflow {
		p.lack(min(num, den))
		return
	}
	p.num.Add(num)
	p.den.Add(den)
	p.Of, p.Days = p.Of+1, p.Days+days
}

// cell reads a daily cell as the month's sum does: one that is absent is 0
// where its metric says so.
func (a Adder) cell(t *Table, column int, i int32) int64 {
	v := t.dayCells[column][i]
	if v == missing && a.from.Daily != facts.Mean {
		return absent(t.schema.metrics[t.schema.daily[column]].Missing, false)
	}
	return v
}

// Load reads what a row's month brought and on how many days worked; ok is
// false when either is not known or there was no day.
func (a Adder) Load(t *Table, row int32) (units, days int64, ok bool) {
	v, days := t.At(a.Ref, row), int64(t.DaysOf(row, Worked))
	return v.Num, days, v.State == explain.Known && days > 0
}

// DayLoad reads what a daily row brought.
func (a Adder) DayLoad(t *Table, i int32) (units int64, state explain.State) {
	v := a.cell(t, a.day, i)
	if v <= overflow {
		return 0, stateOf(v)
	}
	return v, explain.Known
}
