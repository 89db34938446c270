package rank

import (
	"github.com/cspay/cspay/internal/columns"
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
	// AfterPlan names an improvement plan: a rule counts only where that plan
	// failed in one of the months that the rule rests on.
	AfterPlan string `key:"after_plan" validate:"max=64"`
	facts.Cite
}

// EliminationRule is one rule: exactly one of Streak, When and Plan.
type EliminationRule struct {
	ID   string     `key:"id,required" validate:"required,max=64"`
	Name facts.Text `key:"name"`
	// Streak holds in a month in which that streak reaches its length.
	Streak string `key:"streak" validate:"max=64"`
	// When is a condition of the month; who worked no day never meets it.
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
	when   *condition
	plan   *plan
}

func (e Elimination) compile(ca *Careers, schema *columns.Schema, c facts.Check) *elimination {
	out := &elimination{doc: e}
	if len(e.AnyOf) == 0 {
		c.At("any_of").Fail(facts.CodeRequired, "at least one rule", "")
	}
	if e.AfterPlan != "" {
		out.after = ca.plan(c.At("after_plan"), e.AfterPlan)
	}
	seen := map[string]bool{}
	for i, doc := range e.AnyOf {
		at := c.At("any_of").Index(i)
		columns.CheckOwn(at.At("id"), doc.ID, seen)
		out.rules = append(out.rules, doc.compile(ca, schema, at))
	}
	return out
}

func (doc EliminationRule) compile(ca *Careers, schema *columns.Schema, c facts.Check) eliminationRule {
	r := eliminationRule{doc: doc}
	n := 0
	if doc.Streak != "" {
		n++
		r.streak = ca.streak(c.At("streak"), doc.Streak)
	}
	if len(doc.When) > 0 {
		n++
		when := compileCondition(schema, c.At("when"), doc.When)
		r.when = &when
	}
	if doc.Plan != "" {
		n++
		r.plan = ca.plan(c.At("plan"), doc.Plan)
	}
	if n != 1 {
		c.Fail(facts.CodeOneOf, "exactly one of streak, when, plan", "")
	}
	return r
}

// hits are the rules that a row meets this month.
func (ru *run) hits(e *elimination, m *agentMonth) []RuleHit {
	var out []RuleHit
	for i := range e.rules {
		r := &e.rules[i]
		months := ru.hit(r, m)
		if len(months) == 0 || e.after != nil && !m.failed(e.after, months[0].Month) {
			continue
		}
		out = append(out, RuleHit{Rule: r.doc.ID, Name: r.streak.name(r.doc.Name, r.doc.ID), Source: r.doc.Source, Months: months})
	}
	return out
}

// hit are the months that a rule rests on, none where it does not hold.
func (ru *run) hit(r *eliminationRule, m *agentMonth) []EvidenceMonth {
	switch {
	case r.streak != nil && m.reached[r.streak.index]:
		return ru.evidence(r.streak, m, r.streak.doc.Months, 0)
	case r.plan != nil && m.failed(r.plan, m.period):
		return m.planned(r.plan)
	case r.when != nil && !m.t.Idle(m.row) && r.when.ask(m.t, m.row, ru.c):
		return ru.thisMonth(r.when, m)
	}
	return nil
}
