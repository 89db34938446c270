package rank

import (
	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// Elimination names who is a candidate for review (末位淘汰): any of its rules
// is enough. A candidate is put before a person, with the evidence; it is never
// a decision.
//
//	eliminations:
//	  - id: last_place
//	    any_of:
//	      - {id: sales, streak: last_in_sales}
//	      - {id: complaints, when: [{metric: peer_complaints, at_least: 10}]}
//
// Nine peer complaints make nobody a candidate, ten do.
type Elimination struct {
	ID   string     `key:"id,required" validate:"required,max=64"`
	Name facts.Text `key:"name"`
	// AnyOf are the rules of which one is enough.
	AnyOf []EliminationRule `key:"any_of,required"`
	// AfterPlan names an improvement plan that must have failed before.
	AfterPlan string `key:"after_plan" validate:"max=64"`
	facts.Cite
}

// EliminationRule is one rule: exactly one of Streak, When and Plan.
type EliminationRule struct {
	ID   string     `key:"id,required" validate:"required,max=64"`
	Name facts.Text `key:"name"`
	// Streak holds in a month in which that streak reaches its length.
	Streak string `key:"streak" validate:"max=64"`
	// When is a condition of the month.
	When facts.When `key:"when"`
	// Plan holds in the month in which that improvement plan fails.
	Plan string `key:"plan" validate:"max=64"`
	facts.Cite
}

type elimination struct {
	doc   Elimination
	rules []eliminationRule
	after *plan
}

type eliminationRule struct {
	doc    EliminationRule
	streak *streak
	when   columns.When
	plan   *plan
}

func (e Elimination) compile(ca *Careers, schema *columns.Schema, c facts.Check) *elimination {
	out := &elimination{doc: e}
	if e.ID == "" {
		c.At("id").Fail(facts.CodeRequired, "an id", "")
	}
	if len(e.AnyOf) == 0 {
		c.At("any_of").Fail(facts.CodeRequired, "at least one rule", "")
	}
	if e.AfterPlan != "" {
		out.after = ca.plan(c.At("after_plan"), e.AfterPlan)
	}
	seen := map[string]bool{}
	for i, doc := range e.AnyOf {
		at := c.At("any_of").Index(i)
		switch {
		case doc.ID == "":
			at.At("id").Fail(facts.CodeRequired, "an id", "")
		case seen[doc.ID]:
			at.At("id").Fail(facts.CodeIDDuplicate, "an id of its own", doc.ID)
		}
		seen[doc.ID] = true
		r := eliminationRule{doc: doc}
		n := 0
		if doc.Streak != "" {
			n++
			r.streak = ca.streak(at.At("streak"), doc.Streak)
		}
		if len(doc.When) > 0 {
			n++
			r.when = schema.When(at.At("when"), doc.When)
		}
		if doc.Plan != "" {
			n++
			r.plan = ca.plan(at.At("plan"), doc.Plan)
		}
		if n != 1 {
			at.Fail(facts.CodeOneOf, "exactly one of streak, when, plan", "")
		}
		out.rules = append(out.rules, r)
	}
	return out
}

// hits are the rules that a row meets this month.
func (e *elimination) hits(ca *Careers, t *columns.Table, row int32, now *agentMonth) []RuleHit {
	if e.after != nil && now.planState(e.after.doc.ID) != PlanFailed {
		return nil
	}
	var out []RuleHit
	for i := range e.rules {
		if hit, ok := e.rules[i].hit(ca, t, row, now); ok {
			out = append(out, hit)
		}
	}
	return out
}

func (r *eliminationRule) hit(ca *Careers, t *columns.Table, row int32, now *agentMonth) (RuleHit, bool) {
	hit := RuleHit{Rule: r.doc.ID, Name: title(r.doc.Name, r.doc.ID), Source: r.doc.Source}
	switch {
	case r.streak != nil:
		at := ca.at[r.streak.doc.ID]
		if !now.reached[at] {
			return hit, false
		}
		hit.Months = ca.evidence(r.streak, now, r.streak.doc.Months)
	case r.plan != nil:
		if now.planState(r.plan.doc.ID) != PlanFailed {
			return hit, false
		}
		hit.Months = []EvidenceMonth{{Month: t.Period}}
	default:
		holds, state, _ := r.when.Holds(t, row)
		if !holds || state != explain.Known {
			return hit, false
		}
		hit.Months = []EvidenceMonth{{Month: t.Period, Seen: seenOf(t, row, r.when)}}
	}
	return hit, true
}

// seenOf are the values that a condition looks at.
func seenOf(t *columns.Table, row int32, when columns.When) []Seen {
	var out []Seen
	for _, ref := range when.Refs() {
		if v := t.At(ref, row); v.State == explain.Known {
			out = append(out, Seen{Name: ref.ID, Value: rounded(v, ref.Scale)})
		}
	}
	return out
}
