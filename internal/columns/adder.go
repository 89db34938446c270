package columns

import (
	"github.com/cspay/cspay/scoring/facts"
)

// Adder is a metric that can be added up over several rows or days.
type Adder struct {
	Ref
	// NumScale and DenScale are the decimals of the numerator and of the
	// denominator; Decimals are those of the metric, to round to.
	NumScale, DenScale, Decimals int

	from    facts.From
	day, by int // the daily columns of the two parts
}

// Adder finds a metric that adds up over agents, or reports at c why it does
// not.
func (s *Schema) Adder(c facts.Check, id string) (Adder, bool) {
	m, known := s.metrics[id]
	if !known {
		s.unknown(c, facts.CodeMetricUnknown, "a metric of the policy", id, func() []string { return s.ids })
		return Adder{}, false
	}
	switch {
	case m.From.IsZero() && !summable(m.Unit):
		c.Fail(facts.CodeMetricUnit, "a metric that adds up: of what each agent is given, a count, money or days", id)
		return Adder{}, false
	case !s.addsUp(m):
		c.Fail(facts.CodeMetricDerived, "a metric that adds up over agents: a sum, a count, a ratio of two of them, or a weighted mean", id)
		return Adder{}, false
	}
	ref := s.refs[id]
	a := Adder{Ref: ref, NumScale: ref.Scale, Decimals: scaleOf(m), from: m.From}
	switch {
	case m.From.Ratio != "":
		a.DenScale = s.refs[m.From.To].Scale
	case m.From.Daily == facts.Mean:
		a.DenScale = scaleOf(s.metrics[m.From.Weight])
		a.day, a.by = s.dailyAt[id], s.dailyAt[m.From.Weight]
	case m.From.Daily != "":
		a.day = s.dailyAt[id]
	}
	a.NumScale += a.DenScale
	return a, true
}

// DayAdder finds a metric that adds up over days, or reports at c why it does
// not: it is the sum or the mean of daily cells, or a ratio of such sums.
func (s *Schema) DayAdder(c facts.Check, id string) (Adder, bool) {
	a, ok := s.Adder(c, id)
	if !ok {
		return a, false
	}
	if f := a.from; f.Ratio != "" && s.daySum(f.Ratio) && s.daySum(f.To) {
		a.day, a.by = s.dailyAt[f.Ratio], s.dailyAt[f.To]
	} else if f.Daily == "" {
		c.Fail(facts.CodeMetricDerived, "a metric of daily cells: a sum, a weighted mean, or a ratio of two sums", id)
		return a, false
	}
	return a, true
}

func (s *Schema) daySum(id string) bool { return s.metrics[id].From.Daily == facts.Sum }

// Quotients lists the ratios and means that add up, over days or over agents,
// in byte order.
func (s *Schema) Quotients(days bool) []string {
	find := s.Adder
	if days {
		find = s.DayAdder
	}
	var ids []string
	for _, id := range s.ids {
		if a, ok := find(facts.Check{}, id); ok && a.Parts() {
			ids = append(ids, id)
		}
	}
	return ids
}

// addsUp reports whether the sum of a metric over agents means something, and
// for a ratio the sums of both its parts.
func (s *Schema) addsUp(m facts.Metric) bool {
	switch f := m.From; {
	case f.Ratio != "":
		return f.Across == "" && s.partAdds(f.Ratio) && s.partAdds(f.To)
	case len(f.Blend) > 0 || len(f.FirstOf) > 0:
		return false
	default:
		return f.Distinct == "" && f.Daily != facts.Last && f.Daily != facts.Maximum
	}
}

// partAdds reports whether one part of a ratio can be added up. A part that is
// given may have any unit but a share, as hours and marks may.
func (s *Schema) partAdds(id string) bool {
	m := s.metrics[id]
	if m.From.IsZero() {
		return m.Unit != facts.Ratio && m.Unit != facts.Percent
	}
	return m.From.Ratio == "" && s.addsUp(m)
}

// summable reports whether given values of a unit make a sum. Given seconds are a
// mean and given points a mark, and a mean of them would be a mean of means.
func summable(u facts.Unit) bool { return u == facts.Count || u == facts.Money || u == facts.Days }
