package payout

import (
	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/scoring"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// Explain tells a row's pay item by item, down to the facts, and then what red
// lines, penalties and the guard made of it. The numbers below the total add up
// to it.
func (s *Sheet) Explain(t *columns.Table, row int32) explain.Step {
	step := explain.Step{
		Clause: "pay", Code: "total",
		Value: explain.Whole(t.At(s.total, row).Num, moneyScale, facts.Money),
	}
	for i := range s.items {
		if o, applies := s.items[i].outcome(t, row); applies {
			told := s.items[i].step(t, row, o)
			// What changes no number has no line of its own that could tell it.
			told.Steps = append(told.Steps, s.red.Tell(t, row, s.items[i].vetoes(s.red, t, row, scoring.OnlyReview))...)
			step.Steps = append(step.Steps, told)
		}
	}
	now := s.guard.now(t.Period)
	w := till{emit: func(e entry) {
		if e.reason != "" {
			step.Steps = append(step.Steps, s.tellEntry(t, row, now, e))
		}
	}}
	s.settle(t, row, now, &w)
	return step
}

// tellEntry tells a line that is not an item's own.
func (s *Sheet) tellEntry(t *columns.Table, row int32, now limits, e entry) explain.Step {
	step := explain.Step{
		Clause: e.clause(), Code: explain.Code("settle." + string(e.reason)),
		Value: explain.Whole(e.cents, moneyScale, facts.Money),
		Args:  []explain.Arg{explain.N("limit", explain.Whole(e.limit, moneyScale, facts.Money))},
	}
	if e.item != nil {
		step.Args = append(step.Args, explain.T("item", e.item.title()))
	}
	switch e.reason {
	case Veto:
		step.Clause = "red_lines" // each of them is a step of its own
		step.Args = append(step.Args, explain.T("lines", scoring.Names(e.red)))
		step.Steps = s.red.Tell(t, row, e.red)
	case Duty:
		step.Args = append(step.Args, explain.T("duty", e.duty))
	case OneCharge:
		step.Args = append(step.Args, explain.W("clause", e.by))
		step.Steps = []explain.Step{t.ExplainEvent(e.loss.event)}
	case Ceiling, MinimumPay, ProbationPay, ToppedUp, BelowTheLaw:
		s.guard.tell(&step, now, e.reason)
	case Uncollected, NothingLeft:
	}
	return step
}

// tell names the law behind a line of the guard and where it is written.
func (g *guard) tell(step *explain.Step, now limits, reason Reason) {
	step.Args = append(step.Args,
		explain.T("law", columns.Title(g.law.Name, g.law.ID)), explain.T("region", columns.Title(g.region.Name, g.doc.Region)),
		explain.N("ceiling", explain.Whole(max(0, now.ceiling), rateScale, facts.Ratio)),
		explain.N("minimum", explain.Whole(now.minimum, moneyScale, facts.Money)),
		explain.N("floor", explain.Whole(now.floor, rateScale, facts.Ratio)),
	)
	cites := []facts.Cite{now.law.Cite, now.wage.Cite}
	if reason == MinimumPay {
		cites = cites[1:]
	}
	if reason == Ceiling { // the floor of the trial period looks at both
		cites = cites[:1]
	}
	step.Source, step.Sample = g.doc.Source, columns.Sampled(g.doc.Cite)
	for _, c := range cites {
		step.Sample = step.Sample || columns.Sampled(c)
		if step.Source == "" {
			step.Source = c.Source
		}
	}
}
