package payout

import (
	"github.com/shopspring/decimal"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/internal/fix"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// Overachievement pays an amount for each step beyond the target (超额奖), and
// nothing up to the target itself. It has no cap unless one is written.
//
//	overachievement: {metric: sales, target: 338000, step: 10%, amount: 100}
//
// Sales of 405,599.00 are 119.99% of 338,000.00 and pay 100.00, 405,600.00 are
// 120% and pay 200.00. Sales of 354,900.00 (105%) pay 0.00, or 50.00 when steps
// are counted linear.
type Overachievement struct {
	// Metric is the metric with what was reached: one number, in money or a
	// count, of which more is better.
	Metric string `key:"metric,required"`
	// Target is everybody's target in the metric's unit, above 0.
	Target decimal.Decimal `key:"target"`
	// TargetMetric names the metric that holds each agent's target instead of
	// Target, in the same unit.
	TargetMetric string `key:"target_metric"`
	// Step is the share of the target that a step is, above 0.
	Step decimal.Decimal `key:"step,required,rate"`
	// Amount is what a whole step pays.
	Amount decimal.Decimal `key:"amount,required"`
	// Count says what a part of a step pays; WholeSteps when left out.
	Count StepCount `key:"count"`
	// Cap is the most that the line is, in money; left out, there is none.
	Cap *decimal.Decimal `key:"cap"`
}

// StepCount says how steps are counted.
type StepCount string

// The ways to count steps. The empty way is WholeSteps.
const (
	WholeSteps  StepCount = "whole_steps" // a part of a step pays nothing
	LinearSteps StepCount = "linear"      // a part of a step pays that part of the amount
)

// Words returns the known ways to count steps.
func (StepCount) Words() []string { return []string{"whole_steps", "linear"} }

// Kind returns overachievement.
func (Overachievement) Kind() string { return "overachievement" }

type overachievement struct {
	reached  columns.Ref
	target   goal
	num, den int64 // a step as a share of the target
	amount   int64
	linear   bool
	bounds   bounds
	mode     fix.Mode
}

func (k Overachievement) compile(c *compiler) evaluator {
	e := overachievement{reached: c.reached(k.Metric), amount: c.amount("amount", k.Amount), linear: k.Count == LinearSteps, mode: c.lines}
	e.target = c.goal(e.reached, k.Target, k.TargetMetric)
	e.num, e.den = c.rate(c.At("step"), k.Step), fix.Pow10(rateScale)
	if e.num == 0 {
		c.At("step").Fail(facts.CodeTargetZero, "a share of the target above 0", "")
	}
	const ten = 10
	for e.num != 0 && e.num%ten == 0 && e.den > 1 { // 10% as 1/10 leaves room for large sums
		e.num, e.den = e.num/ten, e.den/ten
	}
	if k.Count != "" {
		columns.CheckWord(c.At("count"), k.Count)
	}
	if k.Cap != nil {
		most := c.amount("cap", *k.Cap)
		e.bounds.most = &most
	}
	return e
}

// steps returns the steps beyond the target as a fraction, 0 up to it.
func (e overachievement) steps(t *columns.Table, row int32) (num, den int64, o outcome) {
	v := t.At(e.reached, row)
	if v.State != explain.Known {
		return 0, 1, outcome{state: v.State}
	}
	target, o := e.target.of(t, row)
	if o.state != explain.Known || v.Num <= target {
		return 0, 1, o
	}
	num, den, ok := fix.Fraction(v.Num-target, e.den, target, e.num)
	if !ok {
		return 0, 1, outcome{state: explain.Overflow}
	}
	return num, den, outcome{}
}

// beyond pays what is beyond the target, before any cap.
func (e overachievement) beyond(t *columns.Table, row int32) outcome {
	num, den, o := e.steps(t, row)
	switch {
	case o.state != explain.Known:
		return o
	case e.linear:
		return known(fix.MulDiv(e.amount, num, den, e.mode))
	}
	return known(fix.Mul(e.amount, num/den))
}

func (e overachievement) pay(t *columns.Table, row int32) outcome {
	o := e.beyond(t, row)
	o.cents = e.bounds.hold(o.cents)
	return o
}

func (e overachievement) tell(t *columns.Table, row int32, _ outcome) (explain.Code, []explain.Arg, []explain.Step) {
	v := t.At(e.reached, row)
	target, _ := e.target.of(t, row)
	args := []explain.Arg{
		explain.T("metric", e.reached.Title()), explain.N("n", e.reached.Show(v)),
		explain.N("target", explain.Whole(target, e.reached.Scale, e.reached.Unit)),
	}
	num, den, _ := e.steps(t, row)
	if num == 0 {
		return "overachievement.none", args, nil
	}
	code := explain.Code("overachievement.steps")
	if e.linear {
		code = "overachievement.linear"
	}
	steps := explain.Whole(num/den, 0, facts.Number)
	if e.linear {
		steps = explain.Number{Unscaled: num, Den: den, Unit: facts.Number}
	}
	o := e.beyond(t, row)
	return code, append(args,
		explain.N("share", explain.Number{Unscaled: v.Num, Den: target, Unit: facts.Ratio}),
		explain.N("step", explain.Number{Unscaled: e.num, Den: e.den, Unit: facts.Ratio}),
		explain.N("amount", explain.Whole(e.amount, moneyScale, facts.Money)),
		explain.N("steps", steps), explain.N("paid", explain.Whole(o.cents, moneyScale, facts.Money)),
	), e.bounds.tell(o.cents)
}
