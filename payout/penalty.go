package payout

import (
	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// Penalty takes the amount of each case whose conditions hold (负激励), or of
// the first, and states the duties that go with it. As not_earned it comes off
// the same month's awards and performance pay, and what is beyond those is
// uncollected; base pay is never touched.
//
//	penalty: {match: all, cases: [{when: [{metric: exam, under: 60}], amount: 10}]}
//
// With an award of 200.00 the line of -10.00 leaves 190.00; with awards of 3.00
// and nothing else but base pay, 3.00 is taken and 7.00 is uncollected.
type Penalty struct {
	// Match says whether the first case that holds counts alone or all that
	// hold add up; it has no default.
	Match Match `key:"match,required"`
	// Cases are looked at in their order.
	Cases []Case `key:"cases,required"`
	// Treatment says what the loss is, not_earned or deducted; not_earned when
	// left out. What is deducted is held within the law by the guard.
	Treatment Treatment `key:"treatment"`
}

// Kind returns penalty.
func (Penalty) Kind() string { return "penalty" }

type penalty struct {
	cases cases
	loss  Treatment
}

func (p Penalty) compile(c *compiler) evaluator {
	for i := range p.Cases {
		if duty := p.Cases[i].Duty; duty != (facts.Text{}) {
			at := c.At("cases").Index(i).At("duty")
			at.Warn(facts.CodeDutyTime, "a duty within paid hours: what is asked for after work is working time", explain.Say(duty, explain.Chinese))
		}
	}
	return penalty{compileCases(c, p.Match, p.Cases), lossTreatment(c.At("treatment"), p.Treatment)}
}

// lossTreatment reads what a loss is: anything but something earned.
func lossTreatment(c facts.Check, t Treatment) Treatment {
	switch t {
	case "", NotEarned:
		return NotEarned
	case Deducted:
		return Deducted
	default:
		c.Fail(facts.CodeWordUnknown, "not_earned or deducted", string(t))
		return NotEarned
	}
}

func (e penalty) pay(t *columns.Table, row int32) outcome {
	sum, _, o := e.cases.pay(t, row)
	if o.state != explain.Known {
		return o
	}
	return outcome{lost: sum}
}

func (e penalty) treatment() Treatment { return e.loss }

// hits are the cases that count for a row.
func (e penalty) hits(t *columns.Table, row int32) []int {
	_, hits, _ := e.cases.pay(t, row)
	return hits
}

func (e penalty) losses(t *columns.Table, row int32, emit func(loss)) {
	for _, i := range e.hits(t, row) {
		if cents := e.cases.list[i].cents; cents != 0 {
			emit(loss{cents: cents})
		}
	}
}

func (e penalty) duties(t *columns.Table, row int32) []facts.Text {
	var out []facts.Text
	for _, i := range e.hits(t, row) {
		if duty := e.cases.list[i].duty; duty != (facts.Text{}) {
			out = append(out, duty)
		}
	}
	return out
}

func (e penalty) tell(t *columns.Table, row int32, _ outcome) (explain.Code, []explain.Arg, []explain.Step) {
	hits := e.hits(t, row)
	steps := make([]explain.Step, 0, len(hits))
	for _, i := range hits {
		k := &e.cases.list[i]
		steps = append(steps, explain.Step{
			Clause: "case", Code: "penalty.case", Value: explain.Whole(-k.cents, moneyScale, facts.Money),
			Args: []explain.Arg{explain.T("case", k.name)},
		})
	}
	steps = append(steps, e.cases.looked(t, row, hits)...)
	if len(hits) == 0 {
		return "penalty.none", nil, steps
	}
	return "penalty", []explain.Arg{explain.W("treatment", string(e.loss))}, steps
}
