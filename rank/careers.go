package rank

import (
	"slices"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/scoring/facts"
)

// CareerRules are a policy's rules across months.
type CareerRules struct {
	Streaks      []Streak
	Eliminations []Elimination
	Plans        []ImprovementPlan
	Ladder       Ladder
	Gate         Gate
}

// Careers are compiled rules across months: what policy runs. They are
// read-only and safe for concurrent use.
type Careers struct {
	rules        CareerRules
	streaks      []*streak
	plans        []*plan
	eliminations []*elimination
	ladder       *ladder
	gate         *gate
	// grouped are the rankings that streaks look at and that are held within
	// groups, which the history keeps.
	grouped []named
}

// StartCareers compiles what the first stage may name: the levels of the
// ladder and the stages of the gate. Problems are reported below c, by the
// keys of a document.
func StartCareers(rules CareerRules, schema *columns.Schema, c facts.Check) *Careers {
	return &Careers{
		rules:  rules,
		ladder: rules.Ladder.compileLevels(schema, c.At("ladder")),
		gate:   rules.Gate.compileStage(schema, c.At("gate")),
	}
}

// Finish compiles the rest once the scores and rankings are there. Streaks make
// the figures ID.months and ID.hit, which pay may name.
func (ca *Careers) Finish(schema *columns.Schema, c facts.Check) {
	ca.compileStreaks(schema, c.At("streaks"))
	seen := map[string]bool{}
	for i, doc := range ca.rules.Plans {
		at := c.At("improvement_plans").Index(i)
		columns.CheckOwn(at.At("id"), doc.ID, seen)
		ca.plans = append(ca.plans, doc.compile(schema, at))
	}
	seen = map[string]bool{}
	for i, doc := range ca.rules.Eliminations {
		at := c.At("eliminations").Index(i)
		columns.CheckOwn(at.At("id"), doc.ID, seen)
		ca.eliminations = append(ca.eliminations, doc.compile(ca, schema, at))
	}
	ca.ladder.compile(ca, schema, c.At("ladder"))
	ca.gate.compile(schema, c.At("gate"))
}

// compileStreaks makes the streaks and then their figures, so that none looks
// at another.
func (ca *Careers) compileStreaks(schema *columns.Schema, c facts.Check) {
	seen := map[string]bool{}
	for i, doc := range ca.rules.Streaks {
		own := columns.CheckOwn(c.Index(i).At("id"), doc.ID, seen)
		s := doc.compile(schema, c.Index(i))
		if s.index = len(ca.streaks); own {
			ca.streaks = append(ca.streaks, s)
		}
	}
	for i, s := range ca.streaks {
		s.figures(schema, c.Index(i))
		for k := range s.cases {
			ca.group(s.cases[k].rankings)
		}
	}
}

func (ca *Careers) group(rankings []named) {
	for _, n := range rankings {
		if n.st.Within != "" && !slices.ContainsFunc(ca.grouped, func(o named) bool { return o.id == n.id }) {
			ca.grouped = append(ca.grouped, n)
		}
	}
}

// streak finds a streak by its id, or reports an unknown one.
func (ca *Careers) streak(c facts.Check, id string) *streak {
	ids := make([]string, len(ca.streaks))
	for i, s := range ca.streaks {
		if s.doc.ID == id {
			return s
		}
		ids[i] = s.doc.ID
	}
	c.Fail(facts.CodeNameUnknown, columns.OrNearest("the id of a streak", id, ids), id)
	return nil
}

// plan finds an improvement plan by its id, or reports an unknown one.
func (ca *Careers) plan(c facts.Check, id string) *plan {
	ids := make([]string, len(ca.plans))
	for i, p := range ca.plans {
		if p.doc.ID == id {
			return p
		}
		ids[i] = p.doc.ID
	}
	c.Fail(facts.CodeNameUnknown, columns.OrNearest("the id of an improvement plan", id, ids), id)
	return nil
}

// Any reports whether the policy has rules across months.
func (ca *Careers) Any() bool {
	return len(ca.rules.Streaks)+len(ca.rules.Eliminations)+len(ca.rules.Plans) > 0 || ca.ladder != nil || ca.gate != nil
}

// LookBack reports whether the policy has streaks, for which months that the
// history lacks make a difference.
func (ca *Careers) LookBack() bool { return len(ca.rules.Streaks) > 0 }
