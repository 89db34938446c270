package columns

import "github.com/cspay/cspay/scoring/facts"

// calendar lays out how each day of the month counts: out of service, by the
// daily row, by a leave, else rest (or unknown without any daily row).
func (b *builder) calendar(row int32, i int, a *facts.Agent) {
	t := b.t
	if a.Left != 0 && a.Hired != 0 && a.Left < a.Hired {
		b.agentAt(i).At("left").Fail(facts.CodeDateOrder, "a last day not before the first", a.Left.String())
		return
	}
	if a.Regular != 0 && a.Regular < a.Hired {
		b.agentAt(i).At("regular").Fail(facts.CodeDateOrder, "a day of regularisation not before the first of service", a.Regular.String())
	}
	first, last := t.Period.First(), t.Period.Last()
	from, to := max(first, a.Hired), last
	if a.Left != 0 {
		to = min(to, a.Left)
	}
	days := t.calendar[int(row)*maxDays : int(row)*maxDays+maxDays]
	idle := Rest
	if len(a.Days) == 0 {
		idle = Unknown
	}
	for d := from; d <= to; d++ {
		days[d-first] = idle
	}
	for k := range a.Leave {
		b.leave(days, from, to, &a.Leave[k], b.agentAt(i).At("leave").Index(k))
	}
	for k := range a.Days {
		b.attendance(days, from, to, &a.Days[k], i, k)
	}
	for _, d := range days {
		if d == Worked || d == Unknown {
			t.worked[row]++
		}
	}
}

func (b *builder) leave(days []Day, from, to facts.Date, l *facts.Leave, c facts.Check) {
	switch {
	case l.From == 0:
		c.At("from").Fail(facts.CodeRequired, "a date", "")
		return
	case l.Until == 0:
		c.At("until").Fail(facts.CodeRequired, "a date", "")
		return
	case l.Until < l.From:
		c.At("until").Fail(facts.CodeDateOrder, "a last day not before the first", l.Until.String())
		return
	}
	var kind Day
	switch l.Kind {
	case facts.PaidLeave:
		kind = PaidLeave
	case facts.UnpaidLeave:
		kind = UnpaidLeave
	case facts.Absent:
		kind = Absent
	default: // a day worked or at rest is no leave
		c.At("kind").Fail(facts.CodeWordUnknown, "paid_leave, unpaid_leave or absent", string(l.Kind))
		return
	}
	first := b.t.Period.First()
	for d := max(from, l.From); d <= min(to, l.Until); d++ {
		days[d-first] = kind
	}
}

func (b *builder) attendance(days []Day, from, to facts.Date, day *facts.Day, i, k int) {
	at := func() facts.Check { return b.agentAt(i).At("days").Index(k) }
	switch {
	case day.Date == 0:
		at().At("date").Fail(facts.CodeRequired, "a date", "")
		return
	case day.Date.Period() != b.t.Period:
		at().At("date").Fail(facts.CodeDateMonth, "a date in "+b.t.Period.String(), day.Date.String())
		return
	case day.Date < from || day.Date > to:
		at().At("date").Fail(facts.CodeDateService, "a date in service", day.Date.String())
		return
	}
	slot := &days[day.Date-b.t.Period.First()]
	switch day.Attendance {
	case "":
		if *slot == Rest || *slot == Unknown {
			*slot = Worked
		}
	case facts.Worked:
		*slot = Worked
	case facts.Rest:
		*slot = Rest
	case facts.PaidLeave:
		*slot = PaidLeave
	case facts.UnpaidLeave:
		*slot = UnpaidLeave
	case facts.Absent:
		*slot = Absent
	default:
		CheckWord(at().At("attendance"), day.Attendance)
	}
}

// dates refuses what a literal may hold and a reader never does: numbers that
// are no day of the calendar. Days and events have to lie in the month anyway.
func (b *builder) dates(i int, a *facts.Agent) {
	check := func(d facts.Date, at func() facts.Check) {
		if d != 0 && !d.Valid() {
			at().Fail(facts.CodeDateInvalid, "a day of the years 1900 to 2199", "")
		}
	}
	check(a.Hired, func() facts.Check { return b.agentAt(i).At("hired") })
	check(a.Regular, func() facts.Check { return b.agentAt(i).At("regular") })
	check(a.Left, func() facts.Check { return b.agentAt(i).At("left") })
	for k := range a.Memberships {
		check(a.Memberships[k].From, func() facts.Check { return b.agentAt(i).At("memberships").Index(k).At("from") })
	}
	for k := range a.Leave {
		check(a.Leave[k].From, func() facts.Check { return b.agentAt(i).At("leave").Index(k).At("from") })
		check(a.Leave[k].Until, func() facts.Check { return b.agentAt(i).At("leave").Index(k).At("until") })
	}
}
