package facts

import (
	"fmt"
	"time"
)

// Date is a calendar date without a clock or a zone, made by NewDate or
// ParseDate. The zero Date is "not given". Dates compare with the ordinary
// operators and the next day is d+1.
type Date int32

// Period is a calendar month, made by NewPeriod or ParsePeriod. The zero Period
// is "not given". Periods compare with the ordinary operators and the next
// month is p+1.
type Period int32

const (
	secondsPerDay = 24 * 60 * 60
	firstYear     = 1900
	lastYear      = 2199
	monthsPerYear = 12
)

// dayZero is the Unix day of Date 0, 1899-12-31: the first real date is 1.
const dayZero = -25568

// NewDate returns the date, or an error when the calendar has no such day; it
// never normalises 30 February into March. Years run from 1900 to 2199.
func NewDate(year int, month time.Month, day int) (Date, error) {
	t := time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
	if year < firstYear || year > lastYear || t.Year() != year || t.Month() != month || t.Day() != day {
		return 0, CodeDateInvalid
	}
	return Date(t.Unix()/secondsPerDay - dayZero), nil
}

// ParseDate reads 2026-01-31 and nothing else.
func ParseDate(s string) (Date, error) {
	if len(s) != len("2006-01-02") || s[4] != '-' || s[7] != '-' {
		return 0, CodeDateInvalid
	}
	y, okY := digits(s[:4])
	m, okM := digits(s[5:7])
	d, okD := digits(s[8:])
	if !okY || !okM || !okD {
		return 0, CodeDateInvalid
	}
	return NewDate(y, time.Month(m), d)
}

func digits(s string) (int, bool) {
	n := 0
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		n = n*10 + int(s[i]-'0')
	}
	return n, true
}

func (d Date) time() time.Time {
	return time.Unix((int64(d)+dayZero)*secondsPerDay, 0).UTC()
}

// lastDate is 2199-12-31, the last day there is.
const lastDate Date = 109573

// Valid reports whether the date is a day of the years 1900 to 2199, as every
// date made by this package is. The zero Date is none.
func (d Date) Valid() bool { return d > 0 && d <= lastDate }

// Split returns the calendar parts; the zero Date gives 0, 0, 0.
func (d Date) Split() (year int, month time.Month, day int) {
	if d == 0 {
		return 0, 0, 0
	}
	return d.time().Date()
}

// Period returns the month the date lies in.
func (d Date) Period() Period {
	if d == 0 {
		return 0
	}
	y, m, _ := d.Split()
	return Period((y-firstYear)*monthsPerYear + int(m))
}

// AddMonths returns the same day n months later, clamped to the end of a
// shorter month: 31 January and one month is 28 or 29 February. A result
// outside the years 1900 to 2199 is the zero Date.
func (d Date) AddMonths(n int) Date {
	const lastPeriod = (lastYear - firstYear + 1) * monthsPerYear
	if d == 0 || n < -lastPeriod || n > lastPeriod {
		return 0
	}
	p := d.Period() + Period(n)
	if p < 1 || p > lastPeriod {
		return 0
	}
	_, _, day := d.Split()
	return p.First() + Date(min(day, p.Days())-1)
}

// String returns 2026-01-31, or "" for the zero Date.
func (d Date) String() string {
	if d == 0 {
		return ""
	}
	return d.time().Format("2006-01-02")
}

// NewPeriod returns the calendar month, or an error for a month outside 1 to
// 12 or a year outside 1900 to 2199.
func NewPeriod(year int, month time.Month) (Period, error) {
	if year < firstYear || year > lastYear || month < time.January || month > time.December {
		return 0, CodeDateInvalid
	}
	return Period((year-firstYear)*monthsPerYear + int(month)), nil
}

// ParsePeriod reads 2026-01 and nothing else.
func ParsePeriod(s string) (Period, error) {
	if len(s) != len("2006-01") || s[4] != '-' {
		return 0, CodeDateInvalid
	}
	y, okY := digits(s[:4])
	m, okM := digits(s[5:])
	if !okY || !okM {
		return 0, CodeDateInvalid
	}
	return NewPeriod(y, time.Month(m))
}

// Valid reports whether the period is a month of the years 1900 to 2199, as
// every period made by this package is. The zero Period is none.
func (p Period) Valid() bool { return p > 0 && p <= (lastYear-firstYear+1)*monthsPerYear }

// Split returns the year and month; the zero Period gives 0, 0.
func (p Period) Split() (year int, month time.Month) {
	if p == 0 {
		return 0, 0
	}
	return firstYear + int(p-1)/monthsPerYear, time.Month(int(p-1)%monthsPerYear + 1)
}

// First returns the first day of the month.
func (p Period) First() Date {
	if p == 0 {
		return 0
	}
	y, m := p.Split()
	return Date(time.Date(y, m, 1, 0, 0, 0, 0, time.UTC).Unix()/secondsPerDay - dayZero)
}

// Last returns the last day of the month.
func (p Period) Last() Date {
	if p == 0 {
		return 0
	}
	return (p + 1).First() - 1
}

// Days returns the number of calendar days of the month, 28 to 31.
func (p Period) Days() int {
	if p == 0 {
		return 0
	}
	return int(p.Last()-p.First()) + 1
}

// String returns 2026-01, or "" for the zero Period.
func (p Period) String() string {
	if p == 0 {
		return ""
	}
	y, m := p.Split()
	return fmt.Sprintf("%04d-%02d", y, int(m))
}
