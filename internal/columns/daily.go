package columns

import (
	"cmp"
	"slices"

	"github.com/shopspring/decimal"

	"github.com/cspay/cspay/internal/fix"
	"github.com/cspay/cspay/scoring/facts"
)

// dailyRows appends the agent's daily cells in the order of days. Days without
// a row cost nothing.
func (b *builder) dailyRows(row int32, i int, a *facts.Agent) {
	t := b.t
	order := make([]int, len(a.Days))
	for k := range order {
		order[k] = k
	}
	slices.SortStableFunc(order, func(x, y int) int { return cmp.Compare(a.Days[x].Date, a.Days[y].Date) })
	for n, k := range order {
		day := &a.Days[k]
		if n > 0 && a.Days[order[n-1]].Date == day.Date && day.Date != 0 {
			b.agentAt(i).At("days").Index(k).At("date").Fail(facts.CodeDayDuplicate,
				"one row a date; also at "+b.place(b.agentAt(i).At("days").Index(order[n-1]).At("date")), day.Date.String())
			continue
		}
		if day.Date.Period() != t.Period {
			continue // reported by the calendar
		}
		b.dailyRow(row, i, k, day)
	}
	t.dayStart = append(t.dayStart, int32(len(t.dayNo)))
}

func (b *builder) dailyRow(row int32, i, k int, day *facts.Day) {
	t := b.t
	_, _, no := day.Date.Split()
	at := cell{row, uint8(no)}
	// Paths are made only for problems: a shop has more daily rows than faults.
	values := func() facts.Check { return b.agentAt(i).At("days").Index(k).At("values") }
	t.dayNo = append(t.dayNo, at.day)
	skip := len(b.skipDays) > 0 && b.skipDays[at]
	known := 0
	for col, id := range b.s.daily {
		v, given := day.Values[id]
		value := int64(missing)
		if given {
			known++
			value = b.number(v, b.s.measures[col], func() facts.Check { return values().At(id) })
		}
		if skip {
			value = notApplicable
		}
		t.dayCells[col] = append(t.dayCells[col], value)
	}
	if known < len(day.Values) {
		b.strayValues(values, day.Values, func(id string) string {
			if _, daily := b.s.dailyAt[id]; daily {
				return ""
			}
			return "a metric with daily rows"
		})
	}
	b.unweighted(values)
	b.subtractFrom(at, func(id string) *int64 {
		col, daily := b.s.dailyAt[id]
		if !daily {
			return nil
		}
		return &t.dayCells[col][len(t.dayNo)-1]
	})
}

// unweighted reports a value of the row just added whose mean lacks its
// weight: without it the value would silently count for nothing.
func (b *builder) unweighted(values func() facts.Check) {
	row := len(b.t.dayNo) - 1
	for k := range b.s.derived {
		d := &b.s.derived[k]
		if d.from.Daily != facts.Mean || b.t.dayCells[d.daily][row] <= overflow || b.t.dayCells[d.weight][row] != missing {
			continue
		}
		weight := d.from.Weight
		if rule := b.s.metrics[weight].Missing; rule == "" || rule == facts.MissingError {
			values().At(weight).Fail(facts.CodeMetricMissing, "a value for "+weight+", which weights "+d.id, "")
		}
	}
}

// measure is how a metric's values are written and kept.
type measure struct {
	unit facts.Unit
	// scale is the number of decimals kept, written the number that a value
	// may have: in percent two fewer.
	scale, written int
}

func measureOf(m facts.Metric) measure {
	out := measure{unit: m.Unit, scale: scaleOf(m), written: scaleOf(m)}
	if m.Unit == facts.Percent {
		out.written -= 2
	}
	return out
}

// number converts one value of the facts and checks it against its unit.
func (b *builder) number(d decimal.Decimal, m measure, at func() facts.Check) int64 {
	v, err := fix.FromDecimal(d, m.written)
	if err != nil {
		Number(at(), d, m.written)
		return missing
	}
	switch m.unit {
	case facts.Count, facts.Seconds, facts.Days:
		if v < 0 {
			at().Fail(facts.CodeNumberNegative, "not below 0", "")
		}
	case facts.Ratio, facts.Percent:
		one := fix.Pow10(m.scale)
		if v < 0 {
			at().Fail(facts.CodeNumberNegative, "not below 0", "")
		} else if v > one {
			at().Warn(facts.CodeRatioAboveOne, "a share of at most 1 (100%)", "")
		}
	case facts.Money, facts.Points, facts.Number:
	}
	return v
}
