package columns

import (
	"slices"

	"github.com/cspay/cspay/scoring/facts"
)

// given is a metric whose value each agent brings.
type given struct {
	id      string
	col     int32
	missing facts.Missing
	measure measure
}

// derivation fills one column from daily rows or events.
type derivation struct {
	id       string
	col, den int32
	from     facts.From
	daily    int // index of the daily column, for From.Daily
	weight   int
	kind     int32
	missing  facts.Missing
	panel    *panel
	chats    inspected
}

func (s *Schema) compileFrom(ref *Ref, m facts.Metric, c facts.Check) {
	f := m.From
	checkFrom(c, f)
	d := derivation{id: ref.ID, col: ref.num, den: plain, from: f, missing: m.Missing}
	switch {
	case f.IsZero():
		s.given = append(s.given, given{ref.ID, ref.num, m.Missing, measureOf(m)})
	case f.Event != "":
		if f.Status != "" {
			CheckWord(c.At("status"), f.Status)
		}
		ref.Scale = 0 // whatever the unit, it is a count
		d.kind = s.EventKind(c.At("event"), f.Event)
		if f.Panel != "" {
			d.panel = s.panel(c.At("panel"), f.Panel, facts.AboutEvent)
		}
		s.derived = append(s.derived, d)
	case f.Panel != "":
		ref.den = s.column()
		ref.Scale = voteScale // the mean is exact: decimals say nothing
		if m.Unit != "" && m.Unit != facts.Points && m.Unit != facts.Number {
			c.At("panel").Fail(facts.CodeMetricUnit, "a metric in points, or a number", string(m.Unit))
		}
		d.den, d.panel = ref.den, s.panel(c.At("panel"), f.Panel, facts.AboutAgent)
		s.derived = append(s.derived, d)
	case f.Inspection != "":
		s.compileInspected(ref, d, m, c)
	case f.Daily != "":
		CheckWord(c.At("daily"), f.Daily)
		d.daily = s.dailyAt[ref.ID]
		if f.Daily == facts.Mean {
			ref.den = s.column()
			d.den = ref.den
			w, ok := s.dailyAt[f.Weight]
			if !ok || f.Weight == ref.ID {
				s.unknown(c.At("weight"), facts.CodeMetricUnknown, "another daily metric to weight by", f.Weight, func() []string {
					return slices.DeleteFunc(slices.Clone(s.daily), func(id string) bool { return id == ref.ID })
				})
			}
			d.weight = w
		}
		s.derived = append(s.derived, d)
	}
}

// checkFrom refuses two derivations at once, and settings of one that is not
// there: a status alone would leave a column of zeros.
func checkFrom(c facts.Check, f facts.From) {
	sorts := 0
	for _, on := range []bool{f.Event != "", f.Daily != "", f.Ratio != "", f.Panel != "" && f.Event == "", f.Inspection != ""} {
		if on {
			sorts++
		}
	}
	if sorts != 1 && !f.IsZero() {
		c.Fail(facts.CodeOneOf, "one of event, daily, ratio, panel, inspection", "")
		return
	}
	checkInspected(c, f)
	if f.Status != "" && f.Event == "" {
		c.At("status").Fail(facts.CodeOneOf, "no status without event", string(f.Status))
	}
	if f.Weight != "" && f.Daily != facts.Mean {
		c.At("weight").Fail(facts.CodeOneOf, "no weight without daily: mean", f.Weight)
	}
	if f.To != "" && f.Ratio == "" {
		c.At("to").Fail(facts.CodeOneOf, "no to without ratio", f.To)
	}
}

// compileRatio shares the columns of the two metrics it divides.
func (s *Schema) compileRatio(id string, m facts.Metric, c facts.Check) {
	f, c := m.From, c.At("from")
	checkFrom(c, f)
	num, okN := s.part(c.At("ratio"), f.Ratio)
	den, okD := s.part(c.At("to"), f.To)
	ref := Ref{
		num: num.num, den: den.num, Scale: num.Scale - den.Scale,
		Unit: m.Unit, Better: m.Better, ID: id, Name: m.Name, missing: m.Missing,
	}
	switch {
	case !okN || !okD:
		ref.Scale = 0
	case ref.Scale < 0:
		c.Fail(facts.CodeMetricUnit, "a denominator with no more decimals than the numerator", f.To)
		ref.Scale = 0
	}
	s.refs[id] = ref // a faulty one too, or every clause that names it would be reported
}

func (s *Schema) part(c facts.Check, id string) (Ref, bool) {
	r, ok := s.refs[id]
	if !ok || r.den != plain {
		s.unknown(c, facts.CodeMetricUnknown, "a metric that is one number, not a ratio or a mean", id, s.plain)
		return Ref{}, false
	}
	return r, true
}

// plain lists the names of one number each, in byte order.
func (s *Schema) plain() []string {
	names := s.names()
	return slices.DeleteFunc(names, func(id string) bool { return s.refs[id].den != plain })
}
