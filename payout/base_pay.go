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

// Basis says what one day of a monthly wage is worth and which days count.
type Basis string

// The day bases. Unpaid leave and absence never count.
const (
	// Calendar pays days in service over the calendar days of the month.
	Calendar Basis = "calendar"
	// PaidDays pays by 21.75 days a month: a whole month less 1/21.75 a day
	// lost, or, for part of a month in service, 1/21.75 a day worked or on
	// paid leave.
	PaidDays Basis = "21.75"
	// Rostered pays days worked or on paid leave over the month's roster.
	Rostered Basis = "rostered"
	// Attended pays days worked over the month's roster.
	Attended Basis = "attended"
	// Fixed30 is like PaidDays with 30 calendar days a month.
	Fixed30 Basis = "fixed_30"
)

// Words returns the known day bases.
func (Basis) Words() []string {
	return []string{"calendar", "21.75", "rostered", "attended", "fixed_30"}
}

// Kind returns base_pay.
func (BasePay) Kind() string { return "base_pay" }

type basePay struct {
	amount    int64
	perAgent  bool
	wage      columns.Ref
	basis     Basis
	roster    columns.Ref
	rosterDay int64 // 10^scale of the roster's days
	mode      fix.Mode
}

func (b BasePay) compile(c *compiler) evaluator {
	e := basePay{basis: b.Basis, perAgent: b.Metric != "", mode: c.lines}
	switch {
	case b.Metric != "" && b.Amount.Sign() != 0:
		c.At("metric").Fail(facts.CodeOneOf, "amount or metric", "")
	case b.Metric != "":
		e.wage = c.money("metric", b.Metric)
	case b.Amount.Sign() == 0:
		c.At("amount").Fail(facts.CodeRequired, "an amount or a metric", "")
	default:
		e.amount = c.amount("amount", b.Amount)
	}
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
		e.rosterDay = fix.Pow10(e.roster.Scale)
	}
	return e
}

// days returns the fraction of the month that is paid.
func (e basePay) days(t *columns.Table, row int32) (num, den int64, o outcome) {
	lost := int64(t.DaysOf(row, columns.UnpaidLeave, columns.Absent))
	service := int64(t.Service(row))
	paid := int64(t.DaysOf(row, columns.Worked, columns.PaidLeave))
	whole := service == int64(t.MonthDays)
	if e.basis != Calendar && e.basis != Fixed30 && (e.roster.ID != "" || !whole) && t.DaysOf(row, columns.Unknown) > 0 {
		return 0, 1, outcome{state: explain.Overflow, code: facts.CodeBasisZero}
	}
	switch e.basis {
	case Calendar:
		return service - lost, int64(t.MonthDays), outcome{}
	case PaidDays:
		const quarters, month = 4, 87 // 21.75 = 87/4
		if whole {
			return max(0, month-quarters*lost), month, outcome{}
		}
		return min(month, quarters*paid), month, outcome{}
	case Fixed30:
		const month = 30
		if whole {
			return max(0, month-lost), month, outcome{}
		}
		return min(month, service-lost), month, outcome{}
	case Attended:
		paid = int64(t.DaysOf(row, columns.Worked))
	case Rostered:
	}
	v := t.At(e.roster, row)
	if v.State != explain.Known {
		return 0, 1, outcome{state: v.State}
	}
	if v.Num <= 0 {
		return 0, 1, outcome{state: explain.Overflow, code: facts.CodeBasisZero}
	}
	num, ok := fix.Mul(paid*e.rosterDay, v.Den)
	if !ok {
		return 0, 1, outcome{state: explain.Overflow}
	}
	return min(num, v.Num), v.Num, outcome{}
}

func (e basePay) monthly(t *columns.Table, row int32) (int64, explain.State) {
	if !e.perAgent {
		return e.amount, explain.Known
	}
	v := t.At(e.wage, row)
	return v.Num, v.State
}

func (e basePay) pay(t *columns.Table, row int32) outcome {
	wage, state := e.monthly(t, row)
	if state == explain.NotApplicable {
		return outcome{}
	}
	if state != explain.Known {
		return outcome{state: state}
	}
	num, den, o := e.days(t, row)
	switch {
	case o.state == explain.NotApplicable:
		return outcome{}
	case o.state != explain.Known:
		return o
	}
	return known(fix.MulDiv(wage, num, den, e.mode))
}

func (e basePay) tell(t *columns.Table, row int32, _ outcome) (explain.Code, []explain.Arg, []explain.Step) {
	wage, state := e.monthly(t, row)
	num, den, o := e.days(t, row)
	if state != explain.Known || o.state != explain.Known {
		return "pay.not_applicable", nil, nil
	}
	return "base_pay", []explain.Arg{
		explain.N("wage", explain.Whole(wage, moneyScale, facts.Money)),
		explain.N("num", e.show(t, row, num)), explain.N("den", e.show(t, row, den)),
		explain.W("basis", string(e.basis)),
		explain.N("lost", explain.Whole(int64(t.DaysOf(row, columns.UnpaidLeave, columns.Absent)), 0, facts.Days)),
		explain.N("service", explain.Whole(int64(t.Service(row)), 0, facts.Days)),
	}, nil
}

// show makes one part of the fraction a number of days again: days counts in
// quarters by 21.75, and in the roster's own decimals by the roster.
func (e basePay) show(t *columns.Table, row int32, v int64) explain.Number {
	switch e.basis {
	case PaidDays:
		return explain.Number{Unscaled: v, Den: 4, Unit: facts.Number}
	case Rostered, Attended:
		return explain.Number{Unscaled: v, Den: t.At(e.roster, row).Den, Scale: e.roster.Scale, Unit: facts.Number}
	case Calendar, Fixed30:
	}
	return explain.Whole(v, 0, facts.Number)
}
