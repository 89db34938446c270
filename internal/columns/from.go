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

// derivation fills one column from daily rows or events. What is made of other
// metrics is a composer.
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
	case f.Amounts != "":
		d.kind = s.amounts(c, m)
		s.derived = append(s.derived, d)
	case f.Event != "":
		if f.Status != "" {
			CheckWord(c.At("status"), f.Status)
		}
		ref.Scale = 0 // whatever the unit, it is a count
		d.kind = s.EventKind(c.At("event"), f.Event)
		if f.Distinct != "" {
			CheckWord(c.At("distinct"), f.Distinct)
		}
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
	if f.FirstOf != nil && len(f.FirstOf) == 0 {
		c.At("first_of").Fail(facts.CodeRequired, "at least two metrics", "0")
	}
	if f.Blend != nil && len(f.Blend) == 0 {
		c.At("blend").Fail(facts.CodeRequired, "at least two metrics", "0")
	}
	sorts := 0
	for _, on := range []bool{
		f.Event != "", f.Amounts != "", f.Daily != "", f.Ratio != "", f.Panel != "" && f.Event == "",
		f.Days != "", len(f.Blend) > 0, len(f.FirstOf) > 0, f.Inspection != "",
	} {
		if on {
			sorts++
		}
	}
	if sorts != 1 && !f.IsZero() {
		c.Fail(facts.CodeOneOf, "one of event, amounts, daily, ratio, panel, days, blend, first_of, inspection", "")
		return
	}
	checkInspected(c, f)
	if f.Status != "" && f.Event == "" && f.Amounts == "" {
		c.At("status").Fail(facts.CodeOneOf, "no status without event or amounts", string(f.Status))
	}
	if f.Distinct != "" && (f.Event == "" || f.Panel != "") {
		c.At("distinct").Fail(facts.CodeOneOf, "no distinct without event, nor with panel", string(f.Distinct))
	}
	if f.Weight != "" && f.Daily != facts.Mean {
		c.At("weight").Fail(facts.CodeOneOf, "no weight without daily: mean", f.Weight)
	}
	if f.To != "" && f.Ratio == "" {
		c.At("to").Fail(facts.CodeOneOf, "no to without ratio", f.To)
	}
	if f.Across != "" && f.Ratio == "" {
		c.At("across").Fail(facts.CodeOneOf, "no across without ratio", string(f.Across))
	}
	checkEach(c, f)
}

// checkEach refuses what a day brings where no days are counted, or twice.
func checkEach(c facts.Check, f facts.From) {
	switch {
	case f.Days == "" && f.Each != nil:
		c.At("each").Fail(facts.CodeOneOf, "no each without days", "")
	case f.Days == "" && f.EachOf != "":
		c.At("each_of").Fail(facts.CodeOneOf, "no each_of without days", f.EachOf)
	case f.Each != nil && f.EachOf != "":
		c.At("each_of").Fail(facts.CodeOneOf, "each or each_of", f.EachOf)
	}
}
