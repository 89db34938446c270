package facts_test

import (
	"math"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/cspay/cspay/scoring/facts"
)

func date(t *testing.T, s string) facts.Date {
	t.Helper()
	d, err := facts.ParseDate(s)
	require.NoError(t, err, s)
	return d
}

func period(t *testing.T, s string) facts.Period {
	t.Helper()
	p, err := facts.ParsePeriod(s)
	require.NoError(t, err, s)
	return p
}

func TestParseDate(t *testing.T) {
	good := []struct {
		name, text       string
		year, month, day int
	}{
		{"an ordinary day", "2026-01-31", 2026, 1, 31},
		{"the leap day of a leap year", "2024-02-29", 2024, 2, 29},
		{"the leap day of a century that 400 divides", "2000-02-29", 2000, 2, 29},
		{"the first day there is", "1900-01-01", 1900, 1, 1},
		{"the last day there is", "2199-12-31", 2199, 12, 31},
	}
	for _, tt := range good {
		t.Run(tt.name, func(t *testing.T) {
			d := date(t, tt.text)
			y, m, day := d.Split()
			assert.Equal(t, []int{tt.year, tt.month, tt.day}, []int{y, int(m), day})
			assert.Equal(t, tt.text, d.String())
		})
	}
	bad := []struct{ name, text string }{
		{"row 51: 30 February of a leap year", "2024-02-30"},
		{"row 51: month 13", "2024-13-01"},
		{"row 51: no dashes", "20240229"},
		{"29 February of a common year", "2026-02-29"},
		{"29 February of a century that 400 does not divide", "2100-02-29"},
		{"31 April", "2026-04-31"},
		{"month 0", "2026-00-10"},
		{"day 0", "2026-01-00"},
		{"day 32", "2026-01-32"},
		{"the day before the first", "1899-12-31"},
		{"the day after the last", "2200-01-01"},
		{"one digit for the month", "2026-1-031"},
		{"a sign among the digits", "2026-01-+1"},
		{"slashes", "2026/01/31"},
		{"a time of day", "2026-01-31T00:00:00Z"},
		{"full-width digits", "２０２６-01-31"},
		{"outer white space", " 2026-01-31"},
		{"nothing", ""},
	}
	for _, tt := range bad {
		t.Run(tt.name, func(t *testing.T) {
			d, err := facts.ParseDate(tt.text)
			require.ErrorIs(t, err, facts.CodeDateInvalid)
			assert.Zero(t, d)
		})
	}
}

func TestNewDateNeverNormalises(t *testing.T) {
	for _, tt := range [][3]int{{2024, 2, 30}, {2024, 13, 1}, {2024, 0, 1}, {2024, 1, 0}, {2024, 1, -1}, {math.MaxInt, 1, 1}} {
		d, err := facts.NewDate(tt[0], time.Month(tt[1]), tt[2])
		require.ErrorIs(t, err, facts.CodeDateInvalid, "%v", tt)
		assert.Zero(t, d)
	}
}

func TestDateCountsCalendarDays(t *testing.T) {
	assert.Equal(t, facts.Date(1), date(t, "1900-01-01"), "the zero Date is no day")
	assert.Equal(t, date(t, "1970-01-01"), date(t, "1969-12-31")+1, "across the Unix day zero")
	assert.Equal(t, date(t, "2024-03-01"), date(t, "2024-02-28")+2, "over a leap day")
	assert.Equal(t, date(t, "2026-03-01"), date(t, "2026-02-28")+1, "over no leap day")
	assert.Equal(t, date(t, "2026-01-01"), date(t, "2025-12-31")+1, "over the year")

	var none facts.Date
	y, m, d := none.Split()
	assert.Equal(t, []int{0, 0, 0}, []int{y, int(m), d})
	assert.Empty(t, none.String())
	assert.Zero(t, none.Period())
	assert.Zero(t, none.AddMonths(1))
}

func TestAddMonths(t *testing.T) {
	tests := []struct {
		name, from string
		months     int
		want       string
	}{
		{"row 40: 31 January clamps to 28 February", "2026-01-31", 1, "2026-02-28"},
		{"row 40: 31 January clamps to the leap day", "2024-01-31", 1, "2024-02-29"},
		{"30 January clamps as well", "2026-01-30", 1, "2026-02-28"},
		{"28 January does not", "2026-01-28", 1, "2026-02-28"},
		{"31 March clamps to 30 April", "2026-03-31", 1, "2026-04-30"},
		{"row 41: the leap day a year on is 28 February", "2024-02-29", 12, "2025-02-28"},
		{"row 41: the leap day four years on is itself", "2024-02-29", 48, "2028-02-29"},
		{"over the year", "2025-12-15", 1, "2026-01-15"},
		{"back over the year", "2026-01-31", -2, "2025-11-30"},
		{"no month at all", "2026-01-31", 0, "2026-01-31"},
		{"to the last month there is", "2199-11-30", 1, "2199-12-30"},
		{"beyond the last month", "2199-12-01", 1, ""},
		{"before the first month", "1900-01-31", -1, ""},
		{"a wild number of months", "2026-01-31", math.MaxInt, ""},
		{"a wild number of months back", "2026-01-31", math.MinInt, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			assert.Equal(t, tt.want, date(t, tt.from).AddMonths(tt.months).String())
		})
	}
}

func TestPeriod(t *testing.T) {
	lengths := []struct {
		name, month string
		days        int
		last        string
	}{
		{"row 42: 28 days", "2026-02", 28, "2026-02-28"},
		{"row 42: 29 days", "2024-02", 29, "2024-02-29"},
		{"row 42: 30 days", "2026-04", 30, "2026-04-30"},
		{"row 42: 31 days", "2026-01", 31, "2026-01-31"},
		{"a December", "2025-12", 31, "2025-12-31"},
		{"the first month there is", "1900-01", 31, "1900-01-31"},
		{"the last month there is", "2199-12", 31, "2199-12-31"},
	}
	for _, tt := range lengths {
		t.Run(tt.name, func(t *testing.T) {
			p := period(t, tt.month)
			assert.Equal(t, tt.days, p.Days())
			assert.Equal(t, date(t, tt.month+"-01"), p.First())
			assert.Equal(t, date(t, tt.last), p.Last())
			assert.Equal(t, p, p.First().Period())
			assert.Equal(t, p, p.Last().Period())
			assert.Equal(t, p-1, (p.First() - 1).Period(), "the day before belongs to the month before")
			assert.Equal(t, tt.month, p.String())
		})
	}
	assert.Equal(t, period(t, "2026-01"), period(t, "2025-12")+1, "row 53: December, then January")
	for _, text := range []string{"2026-13", "2026-00", "1899-12", "2200-01", "202601", "2026-1", "2026-01-01", "2026/01", "2026-x1", ""} {
		p, err := facts.ParsePeriod(text)
		require.ErrorIs(t, err, facts.CodeDateInvalid, text)
		assert.Zero(t, p)
	}

	var none facts.Period
	y, m := none.Split()
	assert.Equal(t, []int{0, 0}, []int{y, int(m)})
	assert.Empty(t, none.String())
	assert.Zero(t, none.Days())
	assert.Zero(t, none.First())
	assert.Zero(t, none.Last())
}

// TestEveryDayHasItsPlace walks all days there are: the calendar of the
// standard library is the other count.
func TestEveryDayHasItsPlace(t *testing.T) {
	d := facts.Date(0)
	for day := time.Date(1900, 1, 1, 0, 0, 0, 0, time.UTC); day.Year() < 2200; day = day.AddDate(0, 0, 1) {
		d++
		got, err := facts.NewDate(day.Date())
		if err != nil || got != d || got.String() != day.Format(time.DateOnly) {
			require.Equal(t, d, got, "%s: %v", day, err)
		}
	}
	assert.Equal(t, date(t, "2199-12-31"), d)
}

func TestDateRoundTrips(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		first, last := facts.Date(1), facts.Date(109573) // 1900-01-01 and 2199-12-31
		d := facts.Date(rapid.Int32Range(int32(first), int32(last)).Draw(t, "date"))
		back, err := facts.ParseDate(d.String())
		require.NoError(t, err)
		assert.Equal(t, d, back)
		p, err := facts.ParsePeriod(d.Period().String())
		require.NoError(t, err)
		assert.Equal(t, d.Period(), p)
		assert.LessOrEqual(t, p.First(), d)
		assert.GreaterOrEqual(t, p.Last(), d)
	})
}
