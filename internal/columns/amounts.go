package columns

import (
	"strings"

	"github.com/cspay/cspay/internal/fix"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// centScale is the number of decimals of an event's amount.
const centScale = 2

// amounts compiles a metric that adds up what events are about, and returns
// their kind. From now on an event of that kind needs an amount.
func (s *Schema) amounts(c facts.Check, m facts.Metric) int32 {
	if m.From.Status != "" {
		CheckWord(c.At("status"), m.From.Status)
	}
	if m.Unit != "" && (m.Unit != facts.Money || scaleOf(m) != centScale) {
		c.At("amounts").Fail(facts.CodeMetricUnit, "a metric in money with 2 decimals", string(m.Unit))
	}
	kind := s.EventKind(c.At("amounts"), m.From.Amounts)
	if s.priced == nil {
		s.priced = map[int32]bool{}
	}
	s.priced[kind] = true
	return kind
}

// amount converts the money that an event is about. It is checked whether or
// not a metric reads it.
func (b *builder) amount(e *facts.Event, kind int32, c facts.Check) (cents int64, given bool) {
	if e.Amount == nil {
		if b.s.priced[kind] {
			c.At("amount").Fail(facts.CodeRequired, "the money that the event is about", "")
		}
		return 0, false
	}
	at := c.At("amount")
	cents = Number(at, *e.Amount, centScale)
	if cents < 0 {
		at.Fail(facts.CodeNumberNegative, "not below 0", "")
	}
	return cents, true
}

func (b *builder) sumAmounts(d *derivation, row int32) int64 {
	var sum fix.Sum
	events := b.t.EventsOf(row)
	for i := range events {
		if e := &events[i]; e.Kind == d.kind {
			sum.Add(adds(d.from, e))
		}
	}
	v, ok := sum.Int64()
	if !ok {
		return overflow
	}
	return v
}

// adds is what an event of its kind adds to a metric of amounts.
func adds(from facts.From, e *Event) int64 {
	if !counts(from, e) {
		return 0
	}
	return e.Amount
}

func (t *Table) explainAmounts(step *explain.Step, from facts.From, row int32) {
	step.Code = "metric.amounts"
	kind := t.schema.events[from.Amounts]
	events := t.EventsOf(row)
	for i := range events {
		if e := &events[i]; e.Kind == kind {
			child := t.ExplainEvent(e)
			child.Value = explain.Whole(adds(from, e), centScale, facts.Money)
			child.Args = append(child.Args,
				explain.N("amount", explain.Whole(e.Amount, centScale, facts.Money)),
				explain.T("order", orderOf(e)))
			switch {
			case e.Excluded:
			case counts(from, e):
				child.Code = "event.amount"
			default:
				child.Code = "event.amount.none"
			}
			step.Steps = append(step.Steps, child)
		}
	}
}

// orderOf makes the order of an event part of a sentence.
func orderOf(e *Event) facts.Text {
	if strings.TrimSpace(e.Order) == "" {
		return facts.Text{}
	}
	return facts.Text{ZH: ",订单 " + e.Order, EN: ", order " + e.Order}
}
