package payout_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/payout"
	"github.com/cspay/cspay/scoring/facts"
)

func basePayCases() []payCase {
	wage := func(basis payout.Basis) payout.BasePay { return payout.BasePay{Metric: "wage", Basis: basis} }
	calendar, paidDays, fixed30 := wage(payout.Calendar), wage(payout.PaidDays), wage(payout.Fixed30)
	rostered, attended := wage(payout.Rostered), wage(payout.Attended)
	rostered.Roster, attended.Roster = "roster", "roster"
	unpaid := func(from, until string) func(*facts.Agent) { return leave(facts.UnpaidLeave, from, until) }
	return []payCase{
		{it: "a whole month is the wage", pay: calendar, given: "wage=3100", want: "3100.00"},
		{it: "an amount is everybody's wage", pay: payout.BasePay{Amount: d("3100"), Basis: payout.Calendar}, want: "3100.00"},
		{it: "hired on the 1st is the wage", edge: "first day", pay: calendar, given: "wage=3100", agent: served("2026-01-01", ""), want: "3100.00"},
		{it: "hired on the 2nd is a day less", edge: "first day", pay: calendar, given: "wage=3100", agent: served("2026-01-02", ""), want: "3000.00"},
		{it: "043 hired on the 16th is 16 days of 31", pay: calendar, given: "wage=3100", agent: served("2026-01-16", ""), want: "1600.00"},
		{it: "043 left on the 15th is 15 days of 31", edge: "last day", pay: calendar, given: "wage=3100", agent: served("", "2026-01-15"), want: "1500.00"},
		{it: "043 left on the 16th is 16 days of 31", edge: "last day", pay: calendar, given: "wage=3100", agent: served("", "2026-01-16"), want: "1600.00"},
		{it: "044 joined and left the same day is one day", pay: calendar, given: "wage=3100", agent: served("2026-01-10", "2026-01-10"), want: "100.00"},
		{it: "left before the month is 0", pay: calendar, given: "wage=3100", agent: served("", "2025-12-31"), want: "0.00"},
		{it: "hired after the month is 0", pay: calendar, given: "wage=3100", agent: served("2026-02-01", ""), want: "0.00"},
		{it: "028 days: hired on 28 February is one day of 28", pay: calendar, period: "2026-02", given: "wage=2800", agent: served("2026-02-28", ""), want: "100.00"},
		{it: "029 days: hired on 28 February is two days of 29", edge: "leap day", pay: calendar, period: "2028-02", given: "wage=2900", agent: served("2028-02-28", ""), want: "200.00"},
		{it: "029 days: hired on 29 February is one day of 29", edge: "leap day", pay: calendar, period: "2028-02", given: "wage=2900", agent: served("2028-02-29", ""), want: "100.00"},
		{it: "a day of unpaid leave is lost", pay: calendar, given: "wage=3100", agent: unpaid("2026-01-05", "2026-01-05"), want: "3000.00"},
		{it: "a day of absence is lost", pay: calendar, given: "wage=3100", agent: leave(facts.Absent, "2026-01-05", "2026-01-05"), want: "3000.00"},
		{it: "a day of paid leave is kept", pay: calendar, given: "wage=3100", agent: leave(facts.PaidLeave, "2026-01-05", "2026-01-05"), want: "3100.00"},
		{it: "a leave that outlasts service is lost in service only", pay: calendar, given: "wage=3100", agent: both(served("", "2026-01-10"), unpaid("2026-01-10", "2026-01-20")), want: "900.00"},
		{it: "a whole month of unpaid leave is 0", pay: calendar, given: "wage=3100", agent: unpaid("2026-01-01", "2026-01-31"), want: "0.00"},
		{it: "no wage is 0.00, as declared", pay: calendar, want: "0.00"},
		{it: "a wage of 0 is 0.00", edge: "wage 0", pay: calendar, given: "wage=0", want: "0.00"},
		{it: "a wage below 0 is an error", edge: "wage 0", pay: calendar, given: "wage=-0.01", fails: facts.CodeNumberNegative},
		{it: "half a cent rounds up: 0.15 over 30", edge: "half a cent", pay: fixed30, given: "wage=0.15", agent: served("2026-01-31", ""), want: "0.01"},
		{it: "less than half a cent rounds down: 0.14 over 30", edge: "half a cent", pay: fixed30, given: "wage=0.14", agent: served("2026-01-31", ""), want: "0.00"},
		{it: "1,000.00 for a day of 31 is 32.26", pay: calendar, given: "wage=1000", agent: served("2026-01-31", ""), want: "32.26"},

		{it: "21.75: a whole month is the wage", pay: paidDays, given: "wage=2175", want: "2175.00"},
		{it: "21.75: a day lost of a whole month is 1/21.75", pay: paidDays, given: "wage=2175", agent: unpaid("2026-01-05", "2026-01-05"), want: "2075.00"},
		{it: "21.75: 21 days lost leave three quarters of a day", edge: "21.75 lost", pay: paidDays, given: "wage=2175", agent: unpaid("2026-01-01", "2026-01-21"), want: "75.00"},
		{it: "21.75: 22 days lost leave nothing", edge: "21.75 lost", pay: paidDays, given: "wage=2175", agent: unpaid("2026-01-01", "2026-01-22"), want: "0.00"},
		{it: "21.75: for part of a month, days worked and paid leave count, rest and unpaid leave do not", pay: paidDays, given: "wage=2175", agent: both(served("2026-01-16", ""), days("16-24 worked, 25 paid_leave, 26-27 rest, 28 unpaid_leave")), want: "1000.00"},
		{it: "21.75: 21 days worked of part of a month", edge: "21.75 worked", pay: paidDays, given: "wage=2175", agent: both(served("2026-01-02", ""), days("2-22 worked")), want: "2100.00"},
		{it: "21.75: 22 days worked of part of a month are the wage and no more", edge: "21.75 worked", pay: paidDays, given: "wage=2175", agent: both(served("2026-01-02", ""), days("2-23 worked")), want: "2175.00"},
		{it: "21.75: part of a month without daily rows is an error", pay: paidDays, given: "wage=2175", agent: served("2026-01-02", ""), fails: facts.CodeBasisZero},

		{it: "rostered: the whole roster is the wage", pay: rostered, given: "wage=2200, roster=22", agent: days("1-22 worked"), want: "2200.00"},
		{it: "rostered: paid leave counts", edge: "paid leave of a roster", pay: rostered, given: "wage=2200, roster=22", agent: days("1-21 worked, 22 paid_leave"), want: "2200.00"},
		{it: "rostered: unpaid leave does not count", edge: "paid leave of a roster", pay: rostered, given: "wage=2200, roster=22", agent: days("1-21 worked, 22 unpaid_leave"), want: "2100.00"},
		{it: "rostered: more than the roster is the wage", pay: rostered, given: "wage=2200, roster=22", agent: days("1-23 worked"), want: "2200.00"},
		{it: "rostered: half a day of a roster counts exactly, 21 of 21.5", pay: rostered, given: "wage=2200, roster=21.5", agent: days("1-21 worked"), want: "2148.84"},
		{it: "rostered: a roster of 0 is an error", edge: "roster 0", pay: rostered, given: "wage=2200, roster=0", agent: days("1 worked"), fails: facts.CodeBasisZero},
		{it: "rostered: a roster of a hundredth is enough for a day", edge: "roster 0", pay: rostered, given: "wage=2200, roster=0.01", agent: days("1 worked"), want: "2200.00"},
		{it: "rostered: no daily rows is an error", pay: rostered, given: "wage=2200, roster=22", fails: facts.CodeBasisZero},
		{it: "rostered: no roster is 0.00, as declared", pay: rostered, given: "wage=2200", agent: days("1 worked"), want: "0.00"},
		{it: "attended: paid leave does not count", edge: "attended", pay: attended, given: "wage=2200, roster=22", agent: days("1-21 worked, 22 paid_leave"), want: "2100.00"},
		{it: "attended: the whole roster worked is the wage", edge: "attended", pay: attended, given: "wage=2200, roster=22", agent: days("1-22 worked"), want: "2200.00"},

		{it: "30: a whole month of 31 days is the wage", pay: fixed30, given: "wage=3000", want: "3000.00"},
		{it: "30: a whole month of 28 days is the wage", pay: fixed30, period: "2026-02", given: "wage=3000", want: "3000.00"},
		{it: "30: a day lost of a whole month is 1/30", pay: fixed30, given: "wage=3000", agent: unpaid("2026-01-05", "2026-01-05"), want: "2900.00"},
		{it: "30: 30 days in service of 31 are the wage", edge: "30 days", pay: fixed30, given: "wage=3000", agent: served("2026-01-02", ""), want: "3000.00"},
		{it: "30: 29 days in service of 31 are a day less", edge: "30 days", pay: fixed30, given: "wage=3000", agent: served("2026-01-03", ""), want: "2900.00"},
		{it: "30: 27 of 28 days lost leave three", edge: "all lost", pay: fixed30, period: "2026-02", given: "wage=3000", agent: unpaid("2026-02-01", "2026-02-27"), want: "300.00"},
		{it: "30: 28 of 28 days lost leave nothing, not two", edge: "all lost", pay: fixed30, period: "2026-02", given: "wage=3000", agent: unpaid("2026-02-01", "2026-02-28"), want: "0.00"},
	}
}

func TestBasePay(t *testing.T) {
	t.Parallel()
	run(t, basePayCases())
}

func TestBasePayCompile(t *testing.T) {
	t.Parallel()
	cases := []struct {
		name string
		pay  payout.BasePay
		want map[string]facts.Code // by key
	}{
		{"neither amount nor metric, and no basis", payout.BasePay{}, map[string]facts.Code{"amount": facts.CodeRequired, "basis": facts.CodeRequired}},
		{"amount and metric", payout.BasePay{Amount: d("1"), Metric: "wage", Basis: payout.Calendar}, map[string]facts.Code{"metric": facts.CodeOneOf}},
		{"an amount below 0", payout.BasePay{Amount: d("-1"), Basis: payout.Calendar}, map[string]facts.Code{"amount": facts.CodeNumberNegative}},
		{"an amount past the cent", payout.BasePay{Amount: d("0.001"), Basis: payout.Calendar}, map[string]facts.Code{"amount": facts.CodeNumberScale}},
		{"a metric that there is not", payout.BasePay{Metric: "wages", Basis: payout.Calendar}, map[string]facts.Code{"metric": facts.CodeNameUnknown}},
		{"a metric that is no money", payout.BasePay{Metric: "roster", Basis: payout.Calendar}, map[string]facts.Code{"metric": facts.CodeMetricUnit}},
		{"an unknown basis", payout.BasePay{Metric: "wage", Basis: "working_days"}, map[string]facts.Code{"basis": facts.CodeWordUnknown}},
		{"rostered without a roster", payout.BasePay{Metric: "wage", Basis: payout.Rostered}, map[string]facts.Code{"roster": facts.CodeRequired}},
		{"attended with a roster that is a quotient", payout.BasePay{Metric: "wage", Basis: payout.Attended, Roster: "hit_rate"}, map[string]facts.Code{"roster": facts.CodeMetricUnit}},
		{"calendar with a roster", payout.BasePay{Metric: "wage", Basis: payout.Calendar, Roster: "roster"}, map[string]facts.Code{"roster": facts.CodeOneOf}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			compileFails(t, c.pay, c.want)
		})
	}
}

// compileFails requires a kind's problems, by its own keys.
func compileFails(t *testing.T, p payout.Pay, want map[string]facts.Code) {
	t.Helper()
	_, err := payout.Make(plan(p), terms(), month("2026-01"))
	at := map[string]facts.Code{}
	for key, code := range want {
		path := "pay.items[0]." + p.Kind()
		if key != "" {
			path += "." + key
		}
		at[path] = code
	}
	assert.Equal(t, at, codes(t, err))
}

// TestBadInputService holds the rows of bad-inputs.md about service.
func TestBadInputService(t *testing.T) {
	t.Parallel()
	p := plan(payout.BasePay{Amount: d("3100"), Basis: payout.Calendar})
	t.Run("045 leave before join is an error", func(t *testing.T) {
		t.Parallel()
		a := facts.Agent{ID: "a"}
		served("2026-01-11", "2026-01-10")(&a)
		_, err := payout.Make(p, terms(), month("2026-01", a))
		assert.Equal(t, map[string]facts.Code{"agents[0].left": facts.CodeDateOrder}, codes(t, err))
	})
	t.Run("046 an event outside service is an error", func(t *testing.T) {
		t.Parallel()
		a := facts.Agent{ID: "a"}
		served("2026-01-11", "")(&a)
		m := month("2026-01", a)
		m.Events = []facts.Event{
			{ID: "in", Agent: "a", Kind: "serious", Date: on("2026-01-11")},
			{ID: "out", Agent: "a", Kind: "serious", Date: on("2026-01-10")},
		}
		_, err := payout.Make(p, terms(), m)
		require.Error(t, err)
		assert.Equal(t, map[string]facts.Code{"events[1].date": facts.CodeDateService}, codes(t, err))
	})
}
