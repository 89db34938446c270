package payout

import (
	"github.com/shopspring/decimal"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/internal/fix"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// BasePay pays a monthly wage for the days that count, by a named day basis
// (底薪按日折算).
//
//	base_pay: {metric: base_wage, basis: calendar}
//
// A wage of 3,100.00 for somebody hired on the 16th of a 31-day month pays
// 3,100 x 16/31 = 1,600.00 by calendar days.
type BasePay struct {
	// Amount is the monthly wage; Metric names a money metric that holds each
	// agent's wage instead.
	Amount decimal.Decimal `key:"amount"`
	Metric string          `key:"metric"`
	// Basis has no default: it decides what a day is worth.
	Basis Basis `key:"basis,required"`
	// Roster names the metric with the days the month's roster asks for; it is
	// required by rostered and attended and refused by the others.
	Roster string `key:"roster"`
}

// Kind returns base_pay.
func (BasePay) Kind() string { return "base_pay" }

type basePay struct {
	wage   wage
	basis  Basis
	roster columns.Ref
	mode   fix.Mode
}

func (b BasePay) compile(c *compiler) evaluator {
	e := basePay{basis: b.Basis, wage: c.wage(b.Amount, b.Metric), mode: c.lines}
	if b.Basis == "" {
		c.At("basis").Fail(facts.CodeRequired, "a day basis", "")
	} else {
		columns.CheckWord(c.At("basis"), b.Basis)
	}
	needs := b.Basis == Rostered || b.Basis == Attended
	switch {
	case needs && b.Roster == "":
		c.At("roster").Fail(facts.CodeRequired, "the metric with the month's rostered days", "")
	case !needs && b.Roster != "":
		c.At("roster").Fail(facts.CodeOneOf, "no roster on this basis", b.Roster)
	case needs:
		e.roster = c.metric("roster", b.Roster)
		if e.roster.ID != "" && e.roster.Parts() {
			c.At("roster").Fail(facts.CodeMetricUnit, "a metric that is one number, in days", string(e.roster.Unit))
		}
	}
	return e
}

func (e basePay) pay(t *columns.Table, row int32) outcome {
	wage, o := e.wage.of(t, row)
	if o.state != explain.Known {
		return o
	}
	num, den, o := e.days(t, row)
	if o.state != explain.Known {
		return o
	}
	return known(fix.MulDiv(wage, num, den, e.mode))
}

func (e basePay) tell(t *columns.Table, row int32, _ outcome) (explain.Code, []explain.Arg, []explain.Step) {
	wage, _ := e.wage.of(t, row)
	num, den, _ := e.days(t, row)
	return "base_pay", []explain.Arg{
		explain.N("wage", explain.Whole(wage, moneyScale, facts.Money)),
		explain.N("num", e.shown(num)), explain.N("den", e.shown(den)),
		explain.W("basis", string(e.basis)),
		explain.N("lost", explain.Whole(int64(t.DaysOf(row, columns.UnpaidLeave, columns.Absent)), 0, facts.Days)),
		explain.N("service", explain.Whole(int64(t.Service(row)), 0, facts.Days)),
	}, nil
}
