package payout

import (
	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/internal/fix"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// day is one day in service: its slice and what of it is lost.
type day struct {
	no      int
	slice   int64
	lost    share
	forfeit bool
}

// each gives every day in service. It is the one place where a day is decided;
// the pay, the loss lines and the explanation all come from it.
func (e dailyPool) each(t *columns.Table, row int32, emit func(day)) outcome {
	lost, o := e.measure.shares(t, row)
	if o.state != explain.Known {
		return o
	}
	for no := 1; no <= t.MonthDays; no++ {
		at := t.Day(row, no)
		if at == columns.Outside {
			continue
		}
		d := day{no: no, slice: fix.Slice(e.amount, t.MonthDays, no-1), lost: lost[no]}
		if e.forfeit[at] {
			d.lost, d.forfeit = share{1, 1}, true
		}
		emit(d)
	}
	return outcome{}
}

// cents is what a day loses of its slice, rounded by the policy's losses. A
// share is at most 1, so it always fits.
func (e dailyPool) cents(d day) int64 {
	if d.lost.den == 0 {
		return 0
	}
	v, _ := fix.MulDiv(d.slice, d.lost.num, d.lost.den, e.mode)
	return v
}

func (e dailyPool) pay(t *columns.Table, row int32) outcome {
	var out outcome
	// Slices are parts of the amount, so neither sum can leave its range.
	o := e.each(t, row, func(d day) {
		out.cents += d.slice
		out.lost += e.cents(d)
	})
	if o.state != explain.Known {
		return o
	}
	return out
}

func (e dailyPool) treatment() Treatment { return e.loss }

func (e dailyPool) losses(t *columns.Table, row int32, emit func(loss)) {
	e.each(t, row, func(d day) {
		if cents := e.cents(d); cents != 0 {
			emit(loss{cents: cents, day: d.no})
		}
	})
}

func (e dailyPool) tell(t *columns.Table, row int32, o outcome) (explain.Code, []explain.Arg, []explain.Step) {
	var steps []explain.Step
	e.each(t, row, func(d day) {
		if cents := e.cents(d); cents != 0 {
			steps = append(steps, e.tellDay(t, row, d, cents))
		}
	})
	return "daily_pool", []explain.Arg{
		explain.N("amount", explain.Whole(e.amount, moneyScale, facts.Money)),
		explain.N("month", explain.Whole(int64(t.MonthDays), 0, facts.Days)),
		explain.N("service", explain.Whole(int64(t.Service(row)), 0, facts.Days)),
		explain.N("earned", explain.Whole(o.cents, moneyScale, facts.Money)),
		explain.N("lost", explain.Whole(o.lost, moneyScale, facts.Money)),
		explain.W("treatment", string(e.loss)),
	}, steps
}

func (e dailyPool) tellDay(t *columns.Table, row int32, d day, cents int64) explain.Step {
	step := explain.Step{
		Clause: "day", Code: "daily_pool.loss", Value: explain.Whole(-cents, moneyScale, facts.Money),
		Args: []explain.Arg{
			explain.W("date", t.Date(d.no).String()),
			explain.N("slice", explain.Whole(d.slice, moneyScale, facts.Money)),
			explain.N("share", explain.Number{Unscaled: d.lost.num, Den: d.lost.den, Unit: facts.Ratio}),
			explain.N("loss", explain.Whole(cents, moneyScale, facts.Money)),
		},
	}
	if d.forfeit {
		step.Code = "daily_pool.forfeit"
		step.Args = append(step.Args, explain.W("attendance", string(t.Day(row, d.no).Attendance())))
		return step
	}
	step.Steps = e.measure.tellDay(t, row, d.no)
	return step
}

// wants leaves an event of a forfeited day to others: the slice is lost anyway.
func (e dailyPool) wants(t *columns.Table, row int32, event *columns.Event) bool {
	return e.measure.fault(event) && !e.forfeit[t.Day(row, int(event.Day))]
}

func (e dailyPool) spare() *spare { return e.measure.spared }
