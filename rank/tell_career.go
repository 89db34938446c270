package rank

import (
	"strings"

	"github.com/shopspring/decimal"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/internal/fix"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// Explain tells an agent of a month's careers: the level, what is missing for
// the next one, the streaks, the plans and the proposals. It names nobody else.
// ok is false where there is nothing to tell.
func (ca *Careers) Explain(t *columns.Table, row int32, all *Findings) (step explain.Step, ok bool) {
	f := all.Of(t.IDs[row])
	step = explain.Step{Clause: "careers", Code: "career"}
	for i := range f.Progress {
		step.Steps = append(step.Steps, ca.ladder.tell(&f.Progress[i])...)
	}
	for _, s := range ca.streaks {
		step.Steps = append(step.Steps, s.tellLength(t, row))
	}
	for i := range f.Plans {
		step.Steps = append(step.Steps, ca.tellPlan(&f.Plans[i]))
	}
	for i := range f.Moves {
		step.Steps = append(step.Steps, ca.tellMove(&f.Moves[i]))
	}
	for i := range f.Candidates {
		step.Steps = append(step.Steps, ca.tellCandidate(&f.Candidates[i])...)
	}
	return step, len(step.Steps) > 0
}

// tell tells where an agent stands on the ladder.
func (l *ladder) tell(p *Progress) []explain.Step {
	out := []explain.Step{{
		Clause: "ladder", Code: "career.level", Args: []explain.Arg{explain.T("level", l.title(p.Level))},
		Value: explain.Whole(int64(l.at[p.Level]+1), 0, facts.Number), Source: l.doc.Source,
	}}
	if l.doc.Promotion == nil {
		return out
	}
	if p.Next == "" {
		out[0].Code = "career.top"
		return out
	}
	next := explain.Step{
		Clause: promotionClause, Code: "career.next", Source: l.doc.Promotion.Source, Args: []explain.Arg{
			explain.T("level", l.title(p.Next)), explain.W("month", p.Window.String()),
		},
	}
	for i := range p.Needs {
		next.Steps = append(next.Steps, p.Needs[i].tell(l.requires[i].doc.Cite))
	}
	if p.Clock != 0 {
		next.Steps = append(next.Steps, explain.Step{
			Clause: promotionClause, Code: "career.clock", Args: []explain.Arg{explain.W("month", p.Clock.String())},
		})
	}
	return append(out, next)
}

// tell tells how a requirement stands.
func (n *Need) tell(cite facts.Cite) explain.Step {
	step := explain.Step{
		Clause: promotionClause + "." + n.ID, Code: "career.need.unmet", Source: cite.Source,
		Sample: columns.Sampled(cite),
		Args:   []explain.Arg{explain.T("need", n.Name), explain.W("month", n.Broken.String())},
	}
	switch {
	case n.Want > 0:
		step.Code, step.Value = "career.need.months", explain.Whole(int64(n.Have), 0, facts.Number)
		if n.Broken != 0 && !n.Met {
			step.Code = "career.need.broken"
		}
		step.Args = append(step.Args, explain.N("want", explain.Whole(int64(n.Want), 0, facts.Number)))
	case n.Met:
		step.Code = "career.need.met"
	}
	return step
}

// title is the name of a level, or its id.
func (l *ladder) title(id string) facts.Text {
	if l == nil {
		return columns.Title(facts.Text{}, id)
	}
	at, ok := l.at[id]
	if !ok {
		return columns.Title(facts.Text{}, id)
	}
	return columns.Title(l.doc.Levels[at].Name, id)
}

// tellPlan tells where an improvement plan stands.
func (ca *Careers) tellPlan(f *PlanFinding) explain.Step {
	step := explain.Step{
		Clause: "improvement_plans." + f.ID, Code: explain.Code("plan." + string(f.Status)), Source: f.Source,
		Args: []explain.Arg{
			explain.T("plan", f.Name), explain.W("opened", f.Opened.String()), explain.W("due", f.Due.String()),
		},
	}
	for _, p := range ca.plans {
		if p.doc.ID == f.ID {
			step.Args = append(step.Args,
				explain.T("metric", p.metric.Title()),
				explain.N("baseline", p.show(f.Baseline)), explain.N("now", p.show(f.Value)))
			step.Sample = columns.Sampled(p.doc.Cite)
		}
	}
	return step
}

// show is a value of the plan's metric as a sentence shows it.
func (p *plan) show(d *decimal.Decimal) explain.Number {
	return Shown(d, p.metric.Unit)
}

// Shown is a value that was kept as evidence, as a sentence shows it: not
// applicable where there is none.
func Shown(d *decimal.Decimal, unit facts.Unit) explain.Number {
	n := explain.Whole(0, seenScale, unit)
	if d == nil {
		n.State = explain.NotApplicable
		return n
	}
	v, err := fix.FromDecimal(*d, seenScale)
	if err != nil {
		n.State = explain.Overflow
	}
	n.Unscaled = v
	return n
}

// tellMove tells what became of a proposed step.
func (ca *Careers) tellMove(m *Move) explain.Step {
	return explain.Step{
		Clause: m.Clause, Code: explain.Code("move." + string(m.State)),
		Args: append(decided(m.Decision),
			explain.T("from", ca.ladder.title(m.From)), explain.T("to", ca.ladder.title(m.To)),
			explain.W("month", m.Proposed.String())),
	}
}

// decided is the day of a decision. Who decided is for the manager's report.
func decided(d *facts.Decision) []explain.Arg {
	if d == nil {
		return nil
	}
	return []explain.Arg{explain.W("date", d.Date.String())}
}

// tellCandidate tells of a review, a step for each rule behind it.
func (ca *Careers) tellCandidate(c *Candidate) []explain.Step {
	out := make([]explain.Step, len(c.Rules))
	for i, r := range c.Rules {
		out[i] = explain.Step{
			Clause: c.Clause, Code: explain.Code("candidate." + string(c.State)),
			Args: append(decided(c.Decision),
				explain.T("rule", ca.ruleName(c.Clause, r.Rule)), explain.W("months", Months(r.Months)),
				explain.W("month", c.Proposed.String())),
		}
	}
	return out
}

// ruleName is the name of a rule of an elimination or of a stage of the gate,
// or its id.
func (ca *Careers) ruleName(clause, rule string) facts.Text {
	for _, e := range ca.eliminations {
		if clause != "eliminations."+e.doc.ID {
			continue
		}
		for i := range e.rules {
			if e.rules[i].doc.ID == rule {
				return columns.Title(e.rules[i].doc.Name, rule)
			}
		}
	}
	for _, s := range ca.gate.stages() {
		if clause == "gate."+s.ID && s.ID == rule {
			return columns.Title(s.Name, rule)
		}
	}
	return columns.Title(facts.Text{}, rule)
}

// Months lists months as sentences show them.
func Months(months []facts.Period) string {
	out := make([]string, len(months))
	for i, m := range months {
		out[i] = m.String()
	}
	return strings.Join(out, ", ")
}
