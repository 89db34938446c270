package columns

import (
	"github.com/cspay/cspay/internal/fix"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// daysOf counts an agent's days of one sort, and takes them times what a day
// brings.
type daysOf struct {
	ref     Ref
	sort    facts.DayCount
	missing facts.Missing
	// each is what a day brings at the ref's scale; of names the metric that
	// holds it instead.
	each int64
	of   Ref
}

func (k *composition) daysOf(ref *Ref, m facts.Metric, c facts.Check) composer {
	f := m.From
	CheckWord(c.At("days"), f.Days)
	x := &daysOf{sort: f.Days, missing: m.Missing, each: 1}
	timed := f.Each != nil || f.EachOf != ""
	ref.num = k.column()
	if timed {
		ref.Scale = scaleOf(m) // else a number of days is whole, whatever the unit
	}
	switch m.Unit {
	case facts.Days, facts.Count, facts.Number, "":
	case facts.Money, facts.Points, facts.Seconds:
		if !timed {
			c.At("days").Fail(facts.CodeMetricUnit, "a metric in days, a count or a number, or what each of the days brings", string(m.Unit))
		}
	case facts.Ratio, facts.Percent:
		c.At("days").Fail(facts.CodeMetricUnit, "a metric in days, a count, a number, money, points or seconds", string(m.Unit))
	}
	switch {
	case f.Each != nil:
		x.each = Number(c.At("each"), *f.Each, ref.Scale)
		if x.each < 0 {
			c.At("each").Fail(facts.CodeNumberNegative, "not below 0", fix.Text(x.each, ref.Scale))
		}
	case f.EachOf != "":
		of, ok := k.plain(ref, c.At("each_of"), f.EachOf)
		switch {
		case !ok:
		case of.Unit != m.Unit && of.Unit != "" && m.Unit != "":
			c.At("each_of").Fail(facts.CodeMetricUnit, "a metric in "+string(m.Unit), string(of.Unit))
		case of.Scale > ref.Scale:
			c.At("each_of").Fail(facts.CodeMetricUnit, "a metric with no more decimals than this one", f.EachOf)
		}
		x.of = of
	}
	x.ref = *ref
	return x
}

// calendarDays are the days of the calendar that a sort counts; the whole month has
// none.
func calendarDays(of facts.DayCount) []Day {
	switch of {
	case facts.RosteredDays:
		return []Day{Worked, PaidLeave, UnpaidLeave, Absent}
	case facts.AttendedDays:
		return []Day{Worked}
	case facts.CalendarDays, facts.ServiceDays:
	}
	return nil
}

// days counts the row's days. Which of them were worked only daily rows tell.
func (x *daysOf) days(t *Table, row int32) (n int64, known bool) {
	switch x.sort {
	case facts.CalendarDays:
		return int64(t.MonthDays), true
	case facts.ServiceDays:
		return int64(t.Service(row)), true
	case facts.RosteredDays, facts.AttendedDays:
	}
	return int64(t.DaysOf(row, calendarDays(x.sort)...)), t.DaysOf(row, Unknown) == 0
}

// brings is what one of the row's days brings.
func (x *daysOf) brings(t *Table, row int32) Value {
	if x.of.ID == "" {
		return Value{Num: x.each, Den: 1}
	}
	return t.At(x.of, row)
}

func (x *daysOf) at(t *Table, row int32) Value {
	n, known := x.days(t, row)
	each := x.brings(t, row)
	switch {
	case each.State == explain.NotApplicable || each.State == explain.Overflow:
		return each
	case !known:
		return Value{State: explain.Missing}
	case each.State != explain.Known:
		return each
	}
	scale := x.ref.Scale
	if x.of.ID != "" {
		scale = x.of.Scale
	}
	v, ok := finer(each.Num, scale, x.ref.Scale)
	if ok {
		v, ok = fix.Mul(v, n)
	}
	if !ok {
		return Value{State: explain.Overflow}
	}
	return Value{Num: v, Den: 1}
}

func (x *daysOf) run(b *builder) {
	for row := range int32(b.t.Rows()) {
		b.put(x.ref, x.missing, row, x.at(b.t, row), x.brings(b.t, row).State == explain.Overflow)
	}
}

func (x *daysOf) tell(t *Table, step *explain.Step, row int32) {
	n, known := x.days(t, row)
	each := x.brings(t, row)
	if !known || each.State != explain.Known {
		return
	}
	step.Code = "metric.days"
	step.Args = append(step.Args, explain.W("sort", string(x.sort)))
	shown := explain.Whole(x.each, x.ref.Scale, x.ref.Unit)
	switch {
	case x.of.ID != "":
		shown = x.of.Show(each)
		step.Steps = append(step.Steps, t.Explain(x.of, row))
	case t.schema.metrics[x.ref.ID].From.Each == nil:
		return
	}
	step.Code = "metric.days.each"
	step.Args = append(step.Args, explain.N("days", explain.Whole(n, 0, facts.Days)), explain.N("each", shown))
}

func (x *daysOf) blame(t *Table, c facts.Check, row int32) bool {
	if _, known := x.days(t, row); !known {
		t.Clause(c, row, "days").Fail(facts.CodeMetricMissing, "daily rows, which tell the days of "+x.ref.ID, "")
	}
	if x.of.ID != "" {
		t.blameEach(c, row, x.of.ID)
	}
	return true
}
