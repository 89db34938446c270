package payout

import (
	"github.com/shopspring/decimal"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/internal/fix"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// DailyPool pays a monthly pool day by day and takes from each day's slice
// what that day's mistakes cost (减法绩效, 每日扣减池).
//
//	daily_pool: {amount: 5000, share: table, faults: {wrong_item: 50%}, unpaid_leave: forfeit}
//
// 5,000.00 over 30 days is 20 slices of 166.67 and 10 of 166.66. A fault of
// 50% on a slice of 166.67 loses 83.33 and keeps 83.34.
type DailyPool struct {
	// Amount is the pool of a whole month.
	Amount decimal.Decimal `key:"amount,required"`
	// Share says how a day's loss is measured; it has no default.
	Share PoolShare `key:"share,required"`
	// Faults are the shares lost by kind of event, for share: table. Several
	// on one day add up to at most the slice.
	Faults map[string]decimal.Decimal `key:"faults,rate"`
	// Errors and Contacts are daily metrics, for share: error_rate.
	Errors string `key:"errors"`
	// Contacts is the daily metric that the errors are divided by.
	Contacts string `key:"contacts"`
	// Ratio is a daily metric between 0 and 1, for share: ratio.
	Ratio string `key:"ratio"`
	// Treatment says what a loss is, not_earned or deducted; not_earned when
	// left out.
	Treatment Treatment `key:"treatment"`
	// The days not worked keep or forfeit their slice.
	Rest        Slice `key:"rest"`         // what a day of rest does; keep when left out
	PaidLeave   Slice `key:"paid_leave"`   // what a day of paid leave does; keep when left out
	UnpaidLeave Slice `key:"unpaid_leave"` // what a day of unpaid leave does; forfeit when left out
	Absence     Slice `key:"absence"`      // what a day of absence does; forfeit when left out
}

// PoolShare says how a day's loss is measured.
type PoolShare string

// The measures of a day's loss.
const (
	ByTable     PoolShare = "table"      // each upheld event of a listed kind takes its share of the day's slice
	ByErrorRate PoolShare = "error_rate" // the day's errors over the contacts handled, at most the slice
	ByRatio     PoolShare = "ratio"      // a daily metric between 0 and 1
)

// Words returns the known measures.
func (PoolShare) Words() []string { return []string{"table", "error_rate", "ratio"} }

// Slice says what becomes of the slice of a day not worked.
type Slice string

// The fates of a slice.
const (
	Keep    Slice = "keep"    // the slice is paid in full
	Forfeit Slice = "forfeit" // the whole slice is lost
)

// Words returns the known fates.
func (Slice) Words() []string { return []string{"keep", "forfeit"} }

// Kind returns daily_pool.
func (DailyPool) Kind() string { return "daily_pool" }

type dailyPool struct {
	amount   int64
	share    PoolShare
	faults   map[int32]int64
	num, den int // daily columns
	// numUp and denUp bring the two daily columns to one scale.
	numUp, denUp int64
	forfeit      map[columns.Day]bool
	loss         Treatment
	mode         fix.Mode
}

func (p DailyPool) compile(c *compiler) evaluator {
	e := dailyPool{
		amount: c.amount("amount", p.Amount), share: p.Share, faults: map[int32]int64{},
		numUp: 1, denUp: 1, loss: p.Treatment, mode: c.losses,
	}
	switch p.Treatment {
	case "":
		e.loss = NotEarned
	case NotEarned, Deducted:
	case Earned:
		c.At("treatment").Fail(facts.CodeWordUnknown, "not_earned or deducted", string(p.Treatment))
	default:
		columns.CheckWord(c.At("treatment"), p.Treatment)
	}
	e.forfeit = map[columns.Day]bool{
		columns.Rest:        p.fate(c, "rest", p.Rest, Keep),
		columns.PaidLeave:   p.fate(c, "paid_leave", p.PaidLeave, Keep),
		columns.UnpaidLeave: p.fate(c, "unpaid_leave", p.UnpaidLeave, Forfeit),
		columns.Absent:      p.fate(c, "absence", p.Absence, Forfeit),
	}
	p.compileShare(c, &e)
	return e
}

func (DailyPool) fate(c *compiler, key string, s, def Slice) bool {
	if s == "" {
		s = def
	} else {
		columns.CheckWord(c.At(key), s)
	}
	return s == Forfeit
}

func (p DailyPool) compileShare(c *compiler, e *dailyPool) {
	if p.Share == "" {
		c.At("share").Fail(facts.CodeRequired, "table, error_rate or ratio", "")
		return
	}
	if !columns.CheckWord(c.At("share"), p.Share) {
		return
	}
	for _, k := range []struct {
		key   string
		given bool
		share PoolShare
	}{
		{"faults", len(p.Faults) > 0, ByTable},
		{"errors", p.Errors != "", ByErrorRate},
		{"contacts", p.Contacts != "", ByErrorRate},
		{"ratio", p.Ratio != "", ByRatio},
	} {
		switch {
		case k.given && k.share != p.Share:
			c.At(k.key).Fail(facts.CodeOneOf, "nothing here with share: "+string(p.Share), "")
		case !k.given && k.share == p.Share:
			c.At(k.key).Fail(facts.CodeRequired, "a value with share: "+string(p.Share), "")
		}
	}
	for kind, d := range p.Faults {
		at := c.At("faults").At(kind)
		e.faults[c.schema.EventKind(at, kind)] = c.rate(at, d)
	}
	e.compileColumns(c, p)
}

func (e *dailyPool) compileColumns(c *compiler, p DailyPool) {
	switch p.Share {
	case ByErrorRate:
		num, numScale, okN := c.schema.Daily(c.At("errors"), p.Errors)
		den, denScale, okD := c.schema.Daily(c.At("contacts"), p.Contacts)
		if okN && okD {
			e.num, e.den = num, den
			e.numUp, e.denUp = fix.Pow10(max(0, denScale-numScale)), fix.Pow10(max(0, numScale-denScale))
		}
	case ByRatio:
		if num, scale, ok := c.schema.Daily(c.At("ratio"), p.Ratio); ok {
			e.num, e.denUp = num, fix.Pow10(scale)
		}
	case ByTable:
	}
}

// day is one day's slice and the exact share of it that is lost.
type day struct {
	no       int
	slice    int64
	num, den int64
	forfeit  bool
}

// each gives every day in service with its slice and the share lost. It is the
// one place where a day is decided.
func (e dailyPool) each(t *columns.Table, row int32, emit func(day)) outcome {
	var lost [32]day
	if o := e.shares(t, row, &lost); o.state != explain.Known {
		return o
	}
	for no := 1; no <= t.MonthDays; no++ {
		at := t.Day(row, no)
		if at == columns.Outside {
			continue
		}
		d := lost[no]
		d.no, d.slice = no, fix.Slice(e.amount, t.MonthDays, no-1)
		if e.forfeit[at] {
			d.num, d.den, d.forfeit = 1, 1, true
		}
		emit(d)
	}
	return outcome{}
}

// shares fills the share lost by each day's mistakes.
func (e dailyPool) shares(t *columns.Table, row int32, lost *[32]day) outcome {
	if e.share == ByTable {
		events := t.EventsOf(row)
		for i := range events {
			if share, ok := e.faults[events[i].Kind]; ok && events[i].Counts() {
				d := &lost[events[i].Day]
				d.den = fix.Pow10(rateScale)
				d.num = min(d.num+share, d.den)
			}
		}
		return outcome{}
	}
	from, to := t.Daily(row)
	for i := from; i < to; i++ {
		no := t.DayNo(i)
		num, den, o := e.cell(t, i)
		switch {
		case o.state == explain.Missing && t.Day(row, no) != columns.Worked:
		case o.state == explain.NotApplicable:
		case o.state != explain.Known:
			return o
		default:
			lost[no].num, lost[no].den = num, den
		}
	}
	return outcome{}
}

// cell reads one day's share from its daily metrics.
func (e dailyPool) cell(t *columns.Table, i int32) (num, den int64, o outcome) {
	n, state := t.CellState(e.num, i)
	if state != explain.Known {
		return 0, 1, outcome{state: state}
	}
	if e.share == ByRatio {
		if n < 0 || n > e.denUp {
			return 0, 1, outcome{state: explain.Overflow, code: facts.CodePoolShare}
		}
		return n, e.denUp, outcome{}
	}
	d, state := t.CellState(e.den, i)
	if state != explain.Known {
		return 0, 1, outcome{state: state}
	}
	if d <= 0 && n > 0 || d < 0 || n < 0 {
		return 0, 1, outcome{state: explain.Overflow, code: facts.CodePoolShare}
	}
	num, okN := fix.Mul(n, e.numUp)
	den, okD := fix.Mul(d, e.denUp)
	if !okN || !okD {
		return 0, 1, outcome{state: explain.Overflow}
	}
	return min(num, den), max(1, den), outcome{}
}

// cents is what a day loses of its slice, rounded by the policy's losses.
func (e dailyPool) cents(d day) int64 {
	if d.den == 0 {
		return 0
	}
	v, _ := fix.MulDiv(d.slice, d.num, d.den, e.mode)
	return v
}

func (e dailyPool) pay(t *columns.Table, row int32) outcome {
	var earned, lost fix.Sum
	o := e.each(t, row, func(d day) {
		earned.Add(d.slice)
		lost.Add(e.cents(d))
	})
	if o.state != explain.Known {
		return o
	}
	o.cents, _ = earned.Int64()
	o.lost, _ = lost.Int64()
	return o
}

func (e dailyPool) treatment() Treatment { return e.loss }

func (e dailyPool) losses(t *columns.Table, row int32, emit func(day int, cents int64)) {
	e.each(t, row, func(d day) {
		if cents := e.cents(d); cents != 0 {
			emit(d.no, cents)
		}
	})
}

func (e dailyPool) tell(t *columns.Table, row int32, o outcome) (explain.Code, []explain.Arg, []explain.Step) {
	var steps []explain.Step
	e.each(t, row, func(d day) {
		cents := e.cents(d)
		if cents == 0 {
			return
		}
		step := explain.Step{
			Clause: "day", Code: "daily_pool.loss", Value: explain.Whole(-cents, moneyScale, facts.Money),
			Args: []explain.Arg{
				explain.W("date", t.Date(d.no).String()),
				explain.N("slice", explain.Whole(d.slice, moneyScale, facts.Money)),
				explain.N("share", explain.Number{Unscaled: d.num, Den: d.den, Unit: facts.Ratio}),
				explain.N("loss", explain.Whole(cents, moneyScale, facts.Money)),
			},
		}
		if d.forfeit {
			step.Code = "daily_pool.forfeit"
			step.Args = append(step.Args, explain.W("attendance", string(t.Day(row, d.no).Attendance())))
		} else {
			step.Steps = e.faultSteps(t, row, d.no)
		}
		steps = append(steps, step)
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

func (e dailyPool) faultSteps(t *columns.Table, row int32, no int) []explain.Step {
	var steps []explain.Step
	events := t.EventsOf(row)
	for i := range events {
		share, fault := e.faults[events[i].Kind]
		if !fault || int(events[i].Day) != no {
			continue
		}
		step := t.ExplainEvent(&events[i])
		if events[i].Counts() {
			step.Code = "daily_pool.fault"
			step.Args = append(step.Args, explain.N("share", explain.Whole(share, rateScale, facts.Ratio)))
		}
		steps = append(steps, step)
	}
	return steps
}
