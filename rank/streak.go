package rank

import (
	"strconv"

	"github.com/cspay/cspay/internal/columns"
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
	// They are tried in their order.
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
	// Unranked says what a month does without a place in a ranking that the
	// condition names; breaks when left out.
	Unranked Gap `key:"unranked"`
	facts.Cite
}

// StreakCase is one of the conditions of which one is enough.
type StreakCase struct {
	Name facts.Text `key:"name"`
	// When is the condition.
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
	doc   Streak
	index int // among the streaks
	cases []condition
	// length and hit are the figures ID.months and ID.hit.
	length, hit columns.Ref
}

func (s Streak) compile(schema *columns.Schema, c facts.Check) *streak {
	out := &streak{doc: s}
	if s.Months < 1 || s.Months > maxMonths {
		c.At("months").Fail(facts.CodeNumberRange, "1 to "+strconv.Itoa(maxMonths)+" months", strconv.Itoa(s.Months))
	}
	switch {
	case len(s.When) > 0 && len(s.Cases) > 0:
		c.At("cases").Fail(facts.CodeOneOf, "when or cases", "")
	case len(s.Cases) == 0:
		out.cases = append(out.cases, requireCondition(schema, c.At("when"), s.When))
	}
	for i := range s.Cases {
		out.cases = append(out.cases, requireCondition(schema, c.At("cases").Index(i).At("when"), s.Cases[i].When))
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

func (s *streak) figures(schema *columns.Schema, c facts.Check) {
	name := s.title()
	s.length = schema.Add(c.At("id"), columns.Figure{
		ID: s.doc.ID + ".months", Unit: facts.Count, Better: facts.Lower, Tell: s.tell,
		Name: facts.Text{ZH: explain.Say(name, explain.Chinese) + "(连续月数)", EN: explain.Say(name, explain.English) + " (months in a row)"},
	})
	s.hit = schema.Add(c.At("id"), columns.Figure{
		ID: s.doc.ID + ".hit", Unit: facts.Count, Better: facts.Lower, Tell: s.tellHit, Name: name,
	})
}

func (s *streak) title() facts.Text { return columns.Title(s.doc.Name, s.doc.ID) }

// name is what reports call a rule over the streak: the rule's own name, else
// the streak's, else the rule's id. The streak may be nil.
func (s *streak) name(own facts.Text, id string) facts.Text {
	if own == (facts.Text{}) && s != nil {
		own = s.doc.Name
	}
	return columns.Title(own, id)
}
