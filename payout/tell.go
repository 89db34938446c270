package payout

import (
	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/scoring"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// Explain tells a row's pay item by item, down to the facts, and then what red
// lines, penalties and the guard made of it.
func (s *Sheet) Explain(t *columns.Table, row int32) explain.Step {
	step := explain.Step{
		Clause: "pay", Code: "total",
		Value: explain.Whole(t.At(s.total, row).Num, moneyScale, facts.Money),
	}
	for i := range s.items {
		if o, applies := s.items[i].outcome(t, row); applies {
			step.Steps = append(step.Steps, s.items[i].step(t, row, o))
		}
	}
	now := s.guard.now(t.Period, facts.Check{})
	s.settle(t, row, now, func(e entry) {
		if e.reason != "" {
			step.Steps = append(step.Steps, s.tellEntry(t, row, now, e))
		}
	})
	return step
}

// tellEntry tells a line that is not an item's own.
func (s *Sheet) tellEntry(t *columns.Table, row int32, now limits, e entry) explain.Step {
	step := explain.Step{
		Clause: "guard", Code: explain.Code("settle." + string(e.reason)),
		Value: explain.Whole(e.cents, moneyScale, facts.Money),
		Args:  []explain.Arg{explain.N("limit", explain.Whole(e.limit, moneyScale, facts.Money))},
	}
	if e.item != nil {
		step.Clause = "pay." + e.item.doc.ID
		step.Args = append(step.Args, explain.T("item", e.item.title()))
	}
	switch e.reason {
	case Veto:
		step.Clause = "red_lines"
		step.Args = append(step.Args, explain.T("lines", scoring.Names(e.red)))
		step.Steps = s.red.Tell(t, row, e.red)
	case Duty:
		step.Args = append(step.Args, explain.T("duty", e.duty))
	case OneCharge:
		_, clause := e.item.chargedBy(t, row, e.loss.event)
		step.Args = append(step.Args, explain.W("clause", clause))
		step.Steps = []explain.Step{t.ExplainEvent(e.loss.event)}
	case Ceiling, MinimumPay, ProbationPay, ToppedUp, BelowTheLaw:
		step.Args = append(step.Args, s.guard.tell(now)...)
		step.Source, step.Sample = s.guard.doc.Source, s.guard.doc.Sample.All || len(s.guard.doc.Sample.Keys) > 0
	case Uncollected:
	}
	return step
}

// chargedBy returns the clause that charged an event before the item.
func (it *item) chargedBy(t *columns.Table, row int32, event *columns.Event) (found bool, by string) {
	it.eval.(charger).eachSpared(t, row, func(e *columns.Event, clause string) {
		if e == event {
			found, by = true, clause
		}
	})
	return found, by
}

// tell names the law behind a hit of the guard.
func (g *guard) tell(now limits) []explain.Arg {
	return []explain.Arg{
		explain.T("law", name(g.law.Name, g.law.ID)), explain.T("region", name(g.region.Name, g.doc.Region)),
		explain.N("ceiling", explain.Whole(max(0, now.ceiling), rateScale, facts.Ratio)),
		explain.N("minimum", explain.Whole(now.minimum, moneyScale, facts.Money)),
		explain.N("floor", explain.Whole(now.floor, rateScale, facts.Ratio)),
	}
}

func name(t facts.Text, id string) facts.Text {
	if t == (facts.Text{}) {
		return facts.Text{ZH: id, EN: id}
	}
	return t
}
