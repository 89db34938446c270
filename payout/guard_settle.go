package payout

import (
	"strconv"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/internal/fix"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// limits are what the law of one month allows. The zero limits allow anything.
type limits struct {
	law     bool
	ceiling int64 // the share of the wage that may be deducted, in millionths; -1 for any
	minimum int64
	floor   int64 // the share of the agreed wage paid in the trial period; 0 for none
}

// now takes the law in force on the last day of a month. A month without one
// is reported at c.
func (g *guard) now(p facts.Period, c facts.Check) limits {
	if g == nil {
		return limits{}
	}
	law, okLaw := g.law.At(p.Last())
	wage, okWage := g.region.At(p.Last())
	if !okLaw || !okWage {
		c.At("month").Fail(facts.CodePolicyPeriod, "a month in which the law of "+strconv.Quote(g.doc.Jurisdiction)+
			" and the minimum wage of "+strconv.Quote(g.doc.Region)+" are in force", p.String())
		return limits{}
	}
	// Both were checked when the jurisdiction was.
	none := facts.Check{}
	l := limits{law: true, ceiling: -1, minimum: columns.Number(none, wage.Monthly, moneyScale)}
	if law.DeductionCeiling != nil {
		l.ceiling = columns.Number(none, *law.DeductionCeiling, rateScale)
	}
	if law.ProbationFloor != nil {
		l.floor = columns.Number(none, *law.ProbationFloor, rateScale)
	}
	return l
}

// settle gives back what may not be deducted, and sees to the floor of the
// trial period.
func (g *guard) settle(t *columns.Table, row int32, now limits, w *till) {
	if g == nil || !now.law {
		return
	}
	allowed := w.deducted
	if now.ceiling >= 0 {
		ceiling, ok := fix.MulDiv(max(0, w.gross), now.ceiling, fix.Pow10(rateScale), g.mode)
		if !ok {
			w.overflow = true
			return
		}
		allowed = w.giveBack(allowed, ceiling, Ceiling)
	}
	least, reason := now.minimum, MinimumPay
	if floor, ok := g.probation(t, row, now, w); ok && floor >= least {
		least, reason = floor, ProbationPay
	}
	w.giveBack(allowed, max(0, w.gross-least), reason)
}

// giveBack holds what is deducted to a limit; the rest is uncollected.
func (w *till) giveBack(deducted, limit int64, reason Reason) int64 {
	left := deducted - limit
	if left <= 0 {
		return deducted
	}
	w.add(&w.uncollected, left)
	w.put(entry{treatment: Deducted, cents: left, reason: reason, limit: limit})
	return limit
}

// probation returns the floor of an agent in the trial period, for the part of
// the month in service, and sees to pay that is below it before anything is
// deducted.
func (g *guard) probation(t *columns.Table, row int32, now limits, w *till) (floor int64, ok bool) {
	p := g.doc.Probation
	if p == nil || now.floor == 0 || t.Status(row) != facts.Probation {
		return 0, false
	}
	v := t.At(g.agreed, row)
	if v.State != explain.Known || v.Num < 0 {
		return 0, false // Run reports it
	}
	whole, okA := fix.MulDiv(v.Num, now.floor, fix.Pow10(rateScale), fix.Up)
	whole = max(whole, now.minimum)
	floor, okB := fix.MulDiv(whole, int64(t.Service(row)), int64(t.MonthDays), fix.Up)
	if !okA || !okB {
		w.overflow = true
		return 0, false
	}
	if short := floor - w.gross; short > 0 {
		if p.Below == TopUp {
			w.put(entry{treatment: Earned, cents: short, reason: ToppedUp, limit: floor})
			w.add(&w.gross, short)
		} else {
			w.put(entry{treatment: Earned, reason: BelowTheLaw, review: true, limit: floor})
		}
	}
	return floor, true
}
