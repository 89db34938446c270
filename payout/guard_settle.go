package payout

import (
	"strconv"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/internal/fix"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// limits are what the law of one month allows. The zero limits are those of a
// month without a law.
type limits struct {
	inForce bool
	ceiling int64 // the share of the wage that may be deducted, in millionths; -1 for any
	minimum int64
	floor   int64 // the share of the agreed wage paid in the trial period; 0 for none
	law     Law
	wage    MinimumWage
}

// now takes the law in force on the last day of a month.
func (g *guard) now(p facts.Period) limits {
	if g == nil {
		return limits{}
	}
	law, okLaw := g.law.At(p.Last())
	wage, okWage := g.region.At(p.Last())
	if !okLaw || !okWage {
		return limits{}
	}
	checked := facts.Check{} // both were checked when the jurisdiction was
	l := limits{inForce: true, ceiling: -1, minimum: columns.Number(checked, wage.Monthly, moneyScale), law: law, wage: wage}
	if law.DeductionCeiling != nil {
		l.ceiling = columns.Number(checked, *law.DeductionCeiling, rateScale)
	}
	if law.ProbationFloor != nil {
		l.floor = columns.Number(checked, *law.ProbationFloor, rateScale)
	}
	return l
}

// blameMonth reports a month for which the guard knows no law.
func (g *guard) blameMonth(now limits, p facts.Period, c facts.Check) {
	if g == nil || now.inForce {
		return
	}
	c.At("month").Fail(facts.CodePolicyPeriod, "a month in which the law of "+strconv.Quote(g.doc.Jurisdiction)+
		" and the minimum wage of "+strconv.Quote(g.doc.Region)+" are in force", p.String())
}

// blame reports an agent in the trial period whose agreed wage is not known:
// nobody could say what the law asks to be paid.
func (g *guard) blame(t *columns.Table, row int32, now limits, c facts.Check) {
	if !g.guards(t, row, now) {
		return
	}
	switch v := t.At(g.agreed, row); {
	case v.State == explain.Missing || v.State == explain.NotApplicable:
		t.FailRow(c, row, g.agreed.ID, facts.CodeMetricMissing, "a value for "+g.agreed.ID+" of an agent in the trial period")
	case v.State == explain.Overflow:
		t.FailState(c, row, g.agreed.ID, v.State)
	case v.Num < 0:
		t.FailRow(c, row, g.agreed.ID, facts.CodeNumberNegative, "a wage not below 0")
	}
}

// guards reports whether a row has a floor of the trial period.
func (g *guard) guards(t *columns.Table, row int32, now limits) bool {
	return g != nil && g.doc.Probation != nil && now.floor > 0 && t.Status(row) == facts.Probation
}

// settle sees to the floor of the trial period and gives back what may not be
// deducted. Whatever the policy says, nothing is deducted that is not there.
func (g *guard) settle(t *columns.Table, row int32, now limits, w *till) {
	if !now.inForce {
		w.giveBack(w.deducted, max(0, w.gross), NothingLeft)
		return
	}
	floor := g.probation(t, row, now, w)
	deducted := w.deducted
	if now.ceiling >= 0 {
		ceiling, ok := fix.MulDiv(max(0, w.gross), now.ceiling, fix.Pow10(rateScale), g.mode)
		if !ok {
			w.overflow = true
			return
		}
		deducted = w.giveBack(deducted, ceiling, Ceiling)
	}
	least, reason := now.minimum, MinimumPay
	if floor > least {
		least, reason = floor, ProbationPay
	}
	w.giveBack(deducted, max(0, w.gross-least), reason)
}

// giveBack holds what is deducted to a limit; the rest is uncollected.
func (w *till) giveBack(deducted, limit int64, reason Reason) int64 {
	left := deducted - limit
	if left <= 0 {
		return deducted
	}
	w.leave(entry{treatment: Deducted, cents: left, reason: reason, limit: limit})
	return limit
}

// probation sees to pay in the trial period that is below the floor before
// anything is deducted, and returns the floor, 0 for none.
func (g *guard) probation(t *columns.Table, row int32, now limits, w *till) int64 {
	if !g.guards(t, row, now) {
		return 0
	}
	agreed := t.At(g.agreed, row)
	if agreed.State != explain.Known || agreed.Num < 0 {
		return 0 // Run has reported it
	}
	floor, ok := floorOf(agreed.Num, now, paidDays(t, row), t.MonthDays)
	if !ok {
		w.overflow = true
		return 0
	}
	short := floor - w.gross
	switch {
	case short <= 0:
	case g.doc.Probation.Below == TopUp:
		w.put(entry{treatment: Earned, cents: short, reason: ToppedUp, limit: floor})
		w.add(&w.gross, short)
	default:
		w.put(entry{treatment: Earned, reason: BelowTheLaw, review: true, limit: floor})
	}
	return floor
}

// paidDays are the row's days in service on which work, rest or leave is paid.
func paidDays(t *columns.Table, row int32) int {
	return t.Service(row) - t.DaysOf(row, columns.UnpaidLeave, columns.Absent)
}

// floorOf is the floor of the trial period for some days of the month, the
// larger of the share of the agreed wage and the minimum wage. Each is rounded
// once, up, as less would be below the law.
func floorOf(agreed int64, now limits, days, of int) (cents int64, ok bool) {
	one := fix.Pow10(rateScale)
	share, okShare := fix.MulDiv(agreed, now.floor*int64(days), one*int64(of), fix.Up)
	least, okLeast := fix.MulDiv(now.minimum, int64(days), int64(of), fix.Up)
	return max(share, least), okShare && okLeast
}
