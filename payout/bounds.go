package payout

import (
	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/internal/fix"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// bounds hold a line between a floor and a cap, each where it is stated.
type bounds struct{ floor, most *int64 }

func (k Commission) bounds(c *compiler) bounds {
	var b bounds
	if k.Floor != nil {
		v := columns.Number(c.At("floor"), *k.Floor, moneyScale)
		b.floor = &v
	}
	if k.Cap != nil {
		v := c.amount("cap", *k.Cap)
		b.most = &v
	}
	if b.floor != nil && b.most != nil && *b.floor > *b.most {
		c.At("floor").Fail(facts.CodeBandOrder,
			"a floor not above the cap of "+fix.Text(*b.most, moneyScale), fix.Text(*b.floor, moneyScale))
	}
	return b
}

// hold returns the amount, or the bound it is beyond. Both are whole cents, so
// it makes no difference whether the amount is rounded before or after.
func (b bounds) hold(cents int64) int64 {
	switch {
	case b.floor != nil && cents < *b.floor:
		return *b.floor
	case b.most != nil && cents > *b.most:
		return *b.most
	}
	return cents
}

// tell says that an amount was beyond a bound.
func (b bounds) tell(cents int64) []explain.Step {
	held := b.hold(cents)
	step := explain.Step{
		Clause: "floor", Code: "commission.floor", Value: explain.Whole(held, moneyScale, facts.Money),
		Args: []explain.Arg{explain.N("n", explain.Whole(cents, moneyScale, facts.Money))},
	}
	switch {
	case held == cents:
		return nil
	case held < cents:
		step.Clause, step.Code = "cap", "commission.cap"
	}
	return []explain.Step{step}
}
