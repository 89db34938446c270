package columns

import (
	"maps"
	"slices"

	"github.com/cspay/cspay/internal/fix"
	"github.com/cspay/cspay/scoring/facts"
)

// excluded sorts the exclusions by what they take out, before any metric.
func (b *builder) excluded() {
	b.skipEvents, b.skipDays, b.subtract = map[string]bool{}, map[cell]bool{}, map[cell][]int{}
	for i := range b.m.Exclusions {
		x := &b.m.Exclusions[i]
		c := b.c.Agent(x.Agent).At("exclusions").Index(i)
		if x.Reason == "" {
			c.At("reason").Fail(facts.CodeRequired, "a reason", "")
		}
		if x.Event != "" {
			if x.Agent != "" || x.Date != 0 || len(x.Subtract) > 0 {
				c.Fail(facts.CodeOneOf, "an event alone, or an agent with a date or amounts", "")
			}
			b.skipEvents[x.Event] = true
			b.t.reasons[x.Event] = x.Reason
			continue
		}
		b.excludeRow(i, x, c)
	}
}

func (b *builder) excludeRow(i int, x *facts.Exclusion, c facts.Check) {
	row, ok := b.t.Row(x.Agent)
	if !ok {
		c.At("agent").Fail(facts.CodeAgentUnknown, "an agent of the roster", x.Agent)
		return
	}
	if x.Date != 0 && x.Date.Period() != b.t.Period {
		c.At("date").Fail(facts.CodeDateMonth, "a date in "+b.t.Period.String(), x.Date.String())
		return
	}
	_, _, day := x.Date.Split()
	at := cell{row, uint8(day)}
	switch {
	case len(x.Subtract) == 0 && day == 0:
		c.Fail(facts.CodeOneOf, "an event, a date, or amounts to subtract", "")
		return
	case day > 0 && !b.hasRow(row, x.Date):
		c.At("date").Fail(facts.CodeNameUnknown, "a date with a daily row", x.Date.String())
		return
	case len(x.Subtract) == 0:
		b.skipDays[at] = true
		b.t.exclusions[row] = append(b.t.exclusions[row], exclusion{day: at.day, reason: x.Reason})
	}
	for _, id := range slices.Sorted(maps.Keys(x.Subtract)) {
		b.checkSubtract(c.At("subtract").At(id), id, day)
	}
	b.subtract[at] = append(b.subtract[at], i)
}

func (b *builder) hasRow(row int32, d facts.Date) bool {
	days := b.m.Agents[b.t.source[row]].Days
	return slices.ContainsFunc(days, func(r facts.Day) bool { return r.Date == d })
}

func (b *builder) checkSubtract(c facts.Check, id string, day int) {
	m, ok := b.s.metrics[id]
	switch {
	case !ok:
		b.unknownMetric(c, id)
	case !m.From.IsZero() && m.From.Daily == "":
		c.Fail(facts.CodeMetricDerived, "a metric that is given or counted by day", id)
	case day > 0 && m.From.Daily == "":
		c.Fail(facts.CodeMetricDerived, "a metric with daily rows", id)
	case day == 0 && m.From.Daily != "" && m.From.Daily != facts.Sum:
		c.Fail(facts.CodeMetricDerived, "a date: only a sum can be lowered for the whole month", id)
	}
}

// subtractFrom takes the amounts off a row's day or month, in the order
// written. where gives the cell that holds a metric by now, or nil.
func (b *builder) subtractFrom(at cell, where func(id string) *int64) {
	if len(b.subtract) == 0 {
		return
	}
	for _, i := range b.subtract[at] {
		x := &b.m.Exclusions[i]
		for _, id := range slices.Sorted(maps.Keys(x.Subtract)) {
			m, known := b.s.metrics[id]
			if !known {
				continue
			}
			v := where(id)
			if v == nil {
				continue
			}
			c := b.c.Agent(x.Agent).At("exclusions").Index(i).At("subtract").At(id)
			by := b.number(x.Subtract[id], measureOf(m), func() facts.Check { return c })
			if by != missing {
				b.takeOff(v, by, c)
				b.t.exclusions[at.row] = append(b.t.exclusions[at.row], exclusion{metric: id, day: at.day, by: by, reason: x.Reason})
			}
		}
	}
}

func (b *builder) takeOff(v *int64, by int64, c facts.Check) {
	switch {
	case by < 0:
		c.Fail(facts.CodeNumberNegative, "not below 0", "")
		return
	case *v <= overflow || by > *v:
		c.Fail(facts.CodeExclusionAbove, "no more than there is", "")
		return
	}
	left, ok := fix.Add(*v, -by)
	if !ok {
		left = overflow
	}
	*v = left
}

// excludedUnknown reports the exclusions of events that are not there.
func (b *builder) excludedUnknown() {
	for i := range b.m.Exclusions {
		id := b.m.Exclusions[i].Event
		if _, known := b.eventAt[id]; id != "" && !known {
			b.c.At("exclusions").Index(i).At("event").Fail(facts.CodeNameUnknown, "an event of the month", id)
		}
	}
}
