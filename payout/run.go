package payout

import (
	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// Run fills the columns of every item and the total. Values that are missing
// are reported at c by agent and metric.
func (s *Sheet) Run(t *columns.Table, c facts.Check) {
	now := s.guard.now(t.Period)
	s.guard.blameMonth(now, t.Period, c)
	w := &till{}
	for row := range int32(t.Rows()) {
		for i := range s.items {
			s.items[i].run(t, row, c)
		}
		s.guard.blame(t, row, now, c)
		*w = till{}
		s.settle(t, row, now, w)
		if w.overflow {
			t.FailRow(c, row, "", facts.CodeNumberOverflow, "a total of at most 18 digits")
		}
		t.Set(s.total, row, w.total, explain.Known)
		t.Set(s.uncollected, row, w.uncollected, explain.Known)
	}
}

// run fills the item's columns of one row.
func (it *item) run(t *columns.Table, row int32, c facts.Check) {
	o, applies := it.outcome(t, row)
	if o.state == explain.Missing || o.state == explain.Overflow {
		it.blame(t, row, o, c)
	}
	state := explain.NotApplicable // no line
	if applies {
		state = o.lineState()
	}
	t.Set(it.earned, row, o.cents, state)
	t.Set(it.lost, row, o.lost, state)
}

// lineState is the state of an item's columns: what is not applicable to an
// agent whom the item is for is a line of 0.00.
func (o outcome) lineState() explain.State {
	if o.state == explain.NotApplicable {
		return explain.Known
	}
	return o.state
}

// outcome pays one row; applies is false where the item is not for it.
func (it *item) outcome(t *columns.Table, row int32) (o outcome, applies bool) {
	holds, state, _ := it.when.Holds(t, row)
	if state != explain.Known {
		return outcome{state: state}, false
	}
	if !holds {
		return outcome{}, false
	}
	return it.eval.pay(t, row), true
}

// blame reports the value that an item lacks, or the clause that failed on it.
func (it *item) blame(t *columns.Table, row int32, o outcome, c facts.Check) {
	if _, state, lack := it.when.Holds(t, row); state != explain.Known {
		t.FailLack(c, row, lack, state)
		return
	}
	if o.lack.Name() != "" {
		t.FailLack(c, row, o.lack, o.state)
		return
	}
	clause := "pay." + it.doc.ID
	if o.metric != "" && o.code == "" { // a value that a condition of the kind's own looks at
		t.FailState(c, row, o.metric, o.state)
		return
	}
	if o.metric != "" {
		t.FailRow(c, row, o.metric, o.code, o.want(t, clause))
		return
	}
	for _, ref := range it.refs {
		if v := t.At(ref, row); v.State == explain.Missing || v.State == explain.Overflow {
			t.FailState(c, row, ref.ID, v.State)
			return
		}
	}
	if o.code == "" {
		o.code = facts.CodeNumberOverflow
	}
	if o.event != nil {
		t.FailEvent(c, o.event, "amount", o.code, o.want(t, clause))
		return
	}
	t.FailClause(c, row, clause, o.code, o.want(t, clause))
}

// want says what would have given an answer, without the value.
func (o outcome) want(t *columns.Table, clause string) string {
	on := ""
	if o.day > 0 {
		on = " on " + t.Date(o.day).String()
	}
	switch o.code {
	case facts.CodeMetricMissing:
		if o.event != nil {
			return "an amount for event " + o.event.ID + on + ", which clause " + clause + " charges"
		}
		return "a value for " + o.metric + on
	case facts.CodePoolShare:
		return "a share between 0 and 1" + on + " in clause " + clause
	case facts.CodeBasisZero:
		return "daily rows, and a roster above 0, which clause " + clause + " counts by"
	case facts.CodeBandNone:
		return "a value that a step of clause " + clause + " covers"
	case facts.CodeCommissionReturns:
		return "a base not below 0, or a clause " + clause + " that says what one below 0 pays"
	case facts.CodeTargetZero, facts.CodeTargetNegative:
		return "a target above 0 for clause " + clause
	case facts.CodeNumberNegative:
		return "a wage not below 0 for clause " + clause
	default:
		return "at most 18 digits" + on + " in clause " + clause
	}
}

func (it *item) step(t *columns.Table, row int32, o outcome) explain.Step {
	code, args, steps := explain.Code("pay.not_applicable"), []explain.Arg(nil), []explain.Step(nil)
	if o.state == explain.Known {
		code, args, steps = it.eval.tell(t, row, o)
	}
	step := explain.Step{
		Clause: "pay." + it.doc.ID, Code: code,
		Value:  explain.Whole(o.cents-o.lost, moneyScale, facts.Money),
		Args:   append([]explain.Arg{explain.T("item", it.title())}, args...),
		Source: it.doc.Source, Sample: columns.Sampled(it.doc.Cite),
		Steps: steps,
	}
	for _, ref := range it.refs {
		child := t.Explain(ref, row)
		if ref.ID == "score" {
			child.Steps = nil // the score is told once, beside the pay
		}
		step.Steps = append(step.Steps, child)
	}
	return step
}

func (it *item) title() facts.Text { return columns.Title(it.doc.Name, it.doc.ID) }
