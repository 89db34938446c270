package payout

import (
	"github.com/cspay/cspay/internal/fix"
	"github.com/cspay/cspay/scoring/facts"
)

// flat is what one rate on a whole base pays, between the bounds.
type flat struct {
	bounds bounds
	mode   fix.Mode
}

func (f flat) of(base, rate int64) (cents int64, ok bool) {
	cents, ok = fix.MulDiv(base, rate, fix.Pow10(rateScale), f.mode)
	return f.bounds.hold(cents), ok
}

// jump warns that a cent more than a base, which turns one rate on all of it
// into another, changes the commission by a cent or more beside what the cent
// itself is paid. An accelerator, which depends on facts, is left out.
func (f flat) jump(at facts.Check, base, rate, next int64) {
	change := max(rate, next) - min(rate, next)
	if base <= 0 || fix.CmpMul(base, change, fix.Pow10(rateScale), 1) < 0 {
		return
	}
	before, okB := f.of(base, rate)
	after, okA := f.of(base+1, next)
	if !okB || !okA || before == after {
		return
	}
	got := fix.Text(after-before, moneyScale) + " more"
	if after < before {
		got = fix.Text(before-after, moneyScale) + " less"
	}
	at.Warn(facts.CodeCommissionCliff, "slabs, or a jump that is meant: "+
		fix.Text(base, moneyScale)+" pays "+fix.Text(before, moneyScale)+" and "+
		fix.Text(base+1, moneyScale)+" pays "+fix.Text(after, moneyScale), got)
}
