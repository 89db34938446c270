package payout

import (
	"github.com/cspay/cspay/internal/fix"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// charge is one row's base and all that it is paid at: brackets and, where
// there is an accelerator, the amount above which their rates are multiplied.
// Its parts add up to the base and, each times its rate, to the commission.
type charge struct {
	base  int64
	rates brackets
	fast  *accelerator // nil when nothing is accelerated
	from  int64        // at fineScale
	// target is what from is a share of, in cents.
	target int64
}

// part is a piece of a base and what it is paid at.
type part struct {
	amount, rate int64
	fast         bool
}

// fineScale is the scale of amounts beside an accelerator: a share of a target
// need not be a whole number of cents.
const fineScale = moneyScale + rateScale

func (c charge) scale() int {
	if c.fast == nil {
		return moneyScale
	}
	return fineScale
}

// parts gives the base piece by piece, from the lowest up.
func (c charge) parts(emit func(part)) {
	if c.fast == nil {
		c.rates.each(c.base, func(from, to, rate int64) { emit(part{to - from, rate, false}) })
		return
	}
	fine := fix.Pow10(rateScale)
	c.rates.each(c.base, func(from, to, rate int64) {
		from, to = from*fine, to*fine
		turn := min(max(c.from, from), to)
		if turn != from {
			emit(part{turn - from, rate, false})
		}
		if turn != to {
			emit(part{to - turn, rate, true})
		}
	})
}

// total adds the parts up and rounds once.
func (c charge) total(mode fix.Mode) (cents int64, ok bool) {
	var sum fix.Sum
	if c.fast == nil {
		c.parts(func(p part) { sum.AddMul(p.amount, p.rate) })
		return sum.Div(fix.Pow10(rateScale), mode)
	}
	c.parts(func(p part) {
		times := fix.Pow10(rateScale)
		if p.fast {
			times = c.fast.times
		}
		sum.AddMul(p.amount, p.rate*times)
	})
	return sum.Div(fix.Pow10(fineScale-moneyScale+rateScale+rateScale), mode)
}

// steps tells the parts, those of brackets under the clause given.
func (c charge) steps(clause string) []explain.Step {
	var steps []explain.Step
	c.parts(func(p part) {
		step := explain.Step{
			Clause: clause, Code: "commission.slab",
			Value: explain.Whole(p.amount, c.scale(), facts.Money),
			Args:  []explain.Arg{explain.N("rate", explain.Whole(p.rate, rateScale, facts.Ratio))},
		}
		if p.fast {
			step.Clause, step.Code = "accelerator", "commission.accelerated"
			step.Args = append(step.Args,
				explain.N("times", explain.Whole(c.fast.times, rateScale, facts.Number)),
				explain.N("over", explain.Whole(c.fast.over, rateScale, facts.Ratio)),
				explain.N("target", explain.Whole(c.target, moneyScale, facts.Money)))
		}
		steps = append(steps, step)
	})
	return steps
}
