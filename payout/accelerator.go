package payout

import (
	"github.com/shopspring/decimal"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/internal/fix"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// Accelerator multiplies the rates on the part of the base above a target
// (超额加速); the part up to it keeps them. The rates themselves are chosen by
// the whole base, as without it.
//
//	commission: {metric: sales, rate: 1%, accelerator: {target: 50000, over: 100%, times: 1.5}}
//
// Sales of 60,000.00 pay 50,000.00 x 1% + 10,000.00 x 1% x 1.5 = 650.00. Beside
// an accelerator the base is below 10,000,000,000.00.
type Accelerator struct {
	// Target is everybody's target in money, above 0.
	Target decimal.Decimal `key:"target"`
	// TargetMetric names the money metric or figure that holds each agent's
	// target instead of Target. To whom it does not apply, nothing is
	// multiplied.
	TargetMetric string `key:"target_metric"`
	// Over is the share of the target above which it works; 100% when left
	// out.
	Over *decimal.Decimal `key:"over,rate"`
	// Times is what the rates are multiplied by, above 0: 1.5 or 150%.
	Times decimal.Decimal `key:"times,required,percent"`
}

type accelerator struct {
	target      columns.Ref
	perAgent    bool
	amount      int64 // everybody's target, in cents
	over, times int64 // millionths
}

// compile compiles the accelerator of some rates.
func (a Accelerator) compile(c *compiler, rates brackets) *accelerator {
	at := c.At("accelerator")
	e := &accelerator{perAgent: a.TargetMetric != "", over: fix.Pow10(rateScale), times: c.rate(at.At("times"), a.Times)}
	switch {
	case e.perAgent && a.Target.Sign() != 0:
		at.At("target_metric").Fail(facts.CodeOneOf, "target or target_metric", "")
	case e.perAgent:
		e.target = c.money("accelerator.target_metric", a.TargetMetric)
	case a.Target.Sign() == 0:
		at.At("target").Fail(facts.CodeTargetZero, "a target above 0", "")
	case a.Target.Sign() < 0:
		at.At("target").Fail(facts.CodeTargetNegative, "a target above 0", "")
	default:
		e.amount = c.cents(at.At("target"), a.Target)
	}
	if a.Over != nil {
		e.over = c.rate(at.At("over"), *a.Over)
		if a.Over.Sign() == 0 {
			at.At("over").Fail(facts.CodeTargetZero, "a share of the target above 0", "")
		}
	}
	if a.Times.Sign() == 0 {
		at.At("times").Fail(facts.CodeRequired, "what the rates are multiplied by, above 0", "")
	}
	for _, r := range rates {
		// The row multiplies them without looking.
		if _, ok := fix.Mul(r.rate, max(e.times, fix.Pow10(rateScale))); !ok {
			at.At("times").Fail(facts.CodeNumberRange, "a rate times it of at most 18 digits", "")
		}
	}
	return e
}

// on makes a row's charge one that is accelerated.
func (a *accelerator) on(t *columns.Table, row int32, c *charge) outcome {
	target := a.amount
	if a.perAgent {
		v := t.At(a.target, row)
		switch {
		case v.State == explain.NotApplicable:
			return outcome{}
		case v.State != explain.Known:
			return outcome{state: v.State}
		case v.Num == 0:
			return a.fault(facts.CodeTargetZero)
		case v.Num < 0:
			return a.fault(facts.CodeTargetNegative)
		}
		target = v.Num
	}
	if _, ok := fix.Mul(c.base, fix.Pow10(rateScale)); !ok {
		return outcome{state: explain.Overflow}
	}
	from, ok := fix.Mul(target, a.over)
	if !ok {
		from = fix.Max // above every base
	}
	c.fast, c.from, c.target = a, from, target
	return outcome{}
}

func (a *accelerator) fault(code facts.Code) outcome {
	o := fault(code)
	o.metric = a.target.ID
	return o
}
