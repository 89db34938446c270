package payout

import (
	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/internal/fix"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

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
	// Fixed30 is by calendar days of a month of 30: a whole month less 1/30 a
	// day lost, or, for part of a month in service, 1/30 a day in service and
	// not lost, at most the whole. Who lost every day is paid none.
	Fixed30 Basis = "fixed_30"
)

// Words returns the known day bases.
func (Basis) Words() []string {
	return []string{"calendar", "21.75", "rostered", "attended", "fixed_30"}
}

// days returns the fraction of the month that is paid.
func (e basePay) days(t *columns.Table, row int32) (num, den int64, o outcome) {
	month, service := int64(t.MonthDays), int64(t.Service(row))
	lost := int64(t.DaysOf(row, columns.UnpaidLeave, columns.Absent))
	whole := service == month
	switch e.basis {
	case Calendar:
		return service - lost, month, outcome{}
	case Fixed30:
		const thirty = 30
		switch {
		case service == lost: // of 28 days too, and 28 lost of 30 would leave two
			return 0, thirty, outcome{}
		case whole:
			return max(0, thirty-lost), thirty, outcome{}
		}
		return service - lost, thirty, outcome{} // part of a month has at most 30 days
	case PaidDays:
		const paidDays = 87 // quarters of a day: 21.75
		if whole {
			return max(0, paidDays-quarters*lost), paidDays, outcome{}
		}
		paid, o := counted(t, row, columns.Worked, columns.PaidLeave)
		return min(paidDays, quarters*paid), paidDays, o
	case Rostered:
		return e.ofRoster(t, row, columns.Worked, columns.PaidLeave)
	case Attended:
		return e.ofRoster(t, row, columns.Worked)
	}
	return 0, 1, outcome{}
}

// counted counts days of some sorts, which only daily rows can tell.
func counted(t *columns.Table, row int32, sorts ...columns.Day) (int64, outcome) {
	if t.DaysOf(row, columns.Unknown) > 0 {
		return 0, fault(facts.CodeBasisZero)
	}
	return int64(t.DaysOf(row, sorts...)), outcome{}
}

// ofRoster returns the days of some sorts over the month's roster, at most all
// of it.
func (e basePay) ofRoster(t *columns.Table, row int32, sorts ...columns.Day) (num, den int64, o outcome) {
	paid, o := counted(t, row, sorts...)
	v := t.At(e.roster, row)
	switch {
	case o.state != explain.Known:
		return 0, 1, o
	case v.State != explain.Known:
		return 0, 1, outcome{state: v.State}
	case v.Num <= 0:
		return 0, 1, fault(facts.CodeBasisZero)
	}
	return min(paid*fix.Pow10(e.roster.Scale), v.Num), v.Num, outcome{}
}

// quarters is how many parts PaidDays has in a day.
const quarters = 4

// shown makes a part of what days returned readable: in days.
func (e basePay) shown(part int64) explain.Number {
	n := explain.Whole(part, 0, facts.Number)
	switch e.basis {
	case PaidDays:
		n.Den = quarters
	case Rostered, Attended:
		n.Scale = e.roster.Scale
	case Calendar, Fixed30:
	}
	return n
}
