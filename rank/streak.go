package rank

import (
	"strconv"

	"github.com/shopspring/decimal"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/internal/fix"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// Streak is a number of consecutive months in which a condition held (连续 N
// 个月): last in sales, an exam missed or failed, a clean record. December and
// January are consecutive.
//
//	streaks:
//	  - {id: last_in_sales, when: [{ranking: by_sales, last: sole}], months: 3}
//
// Sole last in January, tied last in February and sole last in March is a
// streak of 1 in March.
//
// It makes the figures ID.months, how long the streak is by now, and ID.hit, 1
// in a month in which it reaches its length.
type Streak struct {
	ID   string     `key:"id,required" validate:"required,max=64"`
	Name facts.Text `key:"name"`
	// When is the condition of a month. A streak states it or Cases.
	When facts.When `key:"when"`
	// Cases are several conditions of which one is enough: absent or failed.
	Cases []StreakCase `key:"cases"`
	// Months is the length that counts.
	Months int `key:"months,required"`
	// Again says when a longer streak counts again; restart when left out.
	Again Again `key:"again"`
	// Missing says what a month does of which the history knows nothing of the
	// agent; breaks when left out.
	Missing Gap `key:"missing"`
	// Leave says what a month does in which no day was worked; breaks when left
	// out.
	Leave Gap `key:"leave"`
	// Probation says what a month in the trial period does; breaks when left
	// out.
	Probation Gap `key:"probation"`
	// Unranked says what a month does without a place in the rankings that the
	// condition names; breaks when left out.
	Unranked Gap `key:"unranked"`
	facts.Cite
}

// StreakCase is one of the conditions of which one is enough.
type StreakCase struct {
	Name facts.Text `key:"name"`
	When facts.When `key:"when,required"`
}

// Again says when a streak longer than its length counts again.
type Again string

// The ways. The empty one is Restart.
const (
	Restart Again = "restart" // after each further full length: months 3, 6, 9
	Each    Again = "each"    // in each further month: months 3, 4, 5
)

// Words returns the known ways.
func (Again) Words() []string { return []string{"restart", "each"} }

// maxMonths bounds the length of a streak to a career.
const maxMonths = 600

// streak is a compiled Streak.
type streak struct {
	doc       Streak
	cases     []columns.When
	standings []named
	refs      []columns.Ref
	months    columns.Ref
	hit       columns.Ref
}

// named is a ranking that a condition names.
type named struct {
	id string
	st columns.Standings
}

func (s Streak) compile(schema *columns.Schema, c facts.Check) *streak {
	out := &streak{doc: s}
	if s.ID == "" {
		c.At("id").Fail(facts.CodeRequired, "an id", "")
	}
	if s.Months < 1 || s.Months > maxMonths {
		c.At("months").Fail(facts.CodeNumberRange, "1 to "+strconv.Itoa(maxMonths)+" months", strconv.Itoa(s.Months))
	}
	switch {
	case len(s.When) > 0 && len(s.Cases) > 0:
		c.At("cases").Fail(facts.CodeOneOf, "when or cases", "")
	case len(s.When) > 0:
		out.add(schema, c.At("when"), s.When)
	case len(s.Cases) == 0:
		c.At("when").Fail(facts.CodeRequired, "the condition of a month", "")
	}
	for i := range s.Cases {
		at := c.At("cases").Index(i).At("when")
		if len(s.Cases[i].When) == 0 {
			at.Fail(facts.CodeRequired, "a condition", "")
		}
		out.add(schema, at, s.Cases[i].When)
	}
	if s.Again != "" {
		columns.CheckWord(c.At("again"), s.Again)
	}
	for _, g := range []struct {
		key string
		gap Gap
	}{{"missing", s.Missing}, {"leave", s.Leave}, {"probation", s.Probation}, {"unranked", s.Unranked}} {
		if g.gap != "" {
			columns.CheckWord(c.At(g.key), g.gap)
		}
	}
	return out
}

// add compiles one case and notes what it looks at.
func (s *streak) add(schema *columns.Schema, c facts.Check, when facts.When) {
	s.cases = append(s.cases, schema.When(c, when))
	none := facts.Check{} // what is unknown is reported by the condition
	for i := range when {
		if ref, ok := schema.Lookup(when[i].Metric); ok {
			s.refs = append(s.refs, ref)
		}
		if id := when[i].Ranking; id != "" {
			if st, ok := schema.Standings(none, id); ok {
				s.standings = append(s.standings, named{id, st})
			}
		}
	}
}

func (s *streak) figures(schema *columns.Schema, c facts.Check, tell func(*streak) columns.Teller) {
	title := s.doc.title()
	s.months = schema.Add(c.At("id"), columns.Figure{
		ID: s.doc.ID + ".months", Unit: facts.Count, Better: facts.Lower, Tell: tell(s),
		Name: facts.Text{ZH: title.ZH + "(连续月数)", EN: title.EN + " (months in a row)"},
	})
	s.hit = schema.Add(c.At("id"), columns.Figure{
		ID: s.doc.ID + ".hit", Unit: facts.Count, Better: facts.Lower, Tell: tell(s), Name: title,
	})
}

func (s Streak) title() facts.Text { return title(s.Name, s.ID) }

func title(name facts.Text, id string) facts.Text {
	if name == (facts.Text{}) {
		return facts.Text{ZH: id, EN: id}
	}
	return name
}

// mark judges one row's month.
func (s *streak) mark(t *columns.Table, row int32) Mark {
	m := Mark{Status: s.status(t, row)}
	if m.Status == OnLeave {
		return m
	}
	for i, when := range s.cases {
		if holds, state, _ := when.Holds(t, row); holds && state == explain.Known {
			m.Held, m.Case = true, i+1
			break
		}
	}
	return m
}

func (s *streak) status(t *columns.Table, row int32) MonthStatus {
	switch {
	case t.Idle(row):
		return OnLeave
	case t.Status(row) == facts.Probation && s.doc.Probation != Counts:
		return OnProbation
	}
	for _, r := range s.standings {
		if _, ok := r.st.Of(t, row); ok {
			return ""
		}
	}
	if len(s.standings) > 0 {
		return Unranked
	}
	if t.Status(row) == facts.Probation {
		return OnProbation
	}
	return ""
}

// seen are the values that the streak's conditions look at.
func (s *streak) seen(t *columns.Table, row int32) []Seen {
	var out []Seen
	for _, ref := range s.refs {
		v := t.At(ref, row)
		if v.State != explain.Known {
			continue
		}
		out = append(out, Seen{Name: ref.ID, Value: rounded(v, ref.Scale)})
	}
	for _, r := range s.standings {
		if at, ok := r.st.Of(t, row); ok {
			out = append(out, Seen{
				Name: r.id, Value: number(int64(at.Better) + 1), Of: int(at.Of), Tied: int(at.Tied),
			})
		}
	}
	return out
}

// seenScale is the number of decimals of a value kept as evidence.
const seenScale = 6

// rounded gives a value for people: the exact one decided already.
func rounded(v columns.Value, scale int) decimal.Decimal {
	if v.Den == 1 && scale <= seenScale {
		return fix.ToDecimal(v.Num, scale)
	}
	den, ok := fix.Mul(v.Den, fix.Pow10(scale))
	if !ok {
		return decimal.Decimal{}
	}
	n, ok := fix.MulDiv(v.Num, fix.Pow10(seenScale), den, fix.HalfUp)
	if !ok {
		return decimal.Decimal{}
	}
	return fix.ToDecimal(n, seenScale)
}

// month is one month of a streak.
type month struct {
	period facts.Period
	mark   Mark
	known  bool
}

// run walks back from a row's month as far as the streak goes and gives its
// months, the latest first; paused ones are left out. From is the first month
// that may count, zero for any.
func (s *streak) run(book Book, agent string, now month, from facts.Period, emit func(month)) (length int) {
	first := book.First()
	for m := now; ; {
		switch s.effect(m) {
		case Breaks:
			return length
		case Counts:
			length++
			emit(m)
		case Pauses:
		}
		p := m.period - 1
		if first == 0 || p < first || p < from {
			return length
		}
		r, ok := book.Record(p, agent)
		m = month{period: p}
		if ok {
			m.mark, m.known = r.Marks[s.doc.ID]
		}
	}
}

// effect says what a month does to the streak: Counts makes it longer.
func (s *streak) effect(m month) Gap {
	gap := Gap("")
	switch {
	case !m.known:
		gap = s.doc.Missing
	case m.mark.Status == OnLeave:
		gap = s.doc.Leave
	case m.mark.Status == OnProbation:
		gap = s.doc.Probation
		if gap == Counts {
			return judged(m.mark.Held)
		}
	case m.mark.Status == Unranked:
		gap = s.doc.Unranked
	default:
		return judged(m.mark.Held)
	}
	if gap == "" {
		return Breaks
	}
	return gap
}

func judged(held bool) Gap {
	if held {
		return Counts
	}
	return Breaks
}

// reached reports whether a streak of a length counts in its latest month.
func (s *streak) reached(length int) bool {
	if s.doc.Months < 1 || length < s.doc.Months {
		return false
	}
	return s.doc.Again == Each || length%s.doc.Months == 0
}
