package payout_test

import (
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/internal/fix"
	"github.com/cspay/cspay/payout"
	"github.com/cspay/cspay/scoring/facts"
)

// byTable is shop ZW's pool.
func byTable() payout.DailyPool {
	return payout.DailyPool{Amount: d("5000"), Share: payout.ByTable, Faults: map[string]decimal.Decimal{
		"wrong_item": d("0.5"), "late": d("0.2"), "promise": d("0.7"), "attitude": d("0.6"), "grave": d("1.5"),
	}}
}

func byErrors() payout.DailyPool {
	return payout.DailyPool{Amount: d("5000"), Share: payout.ByErrorRate, Errors: "errors", Contacts: "contacts"}
}

func byRatio() payout.DailyPool {
	return payout.DailyPool{Amount: d("5000"), Share: payout.ByRatio, Ratio: "spoilt"}
}

// row gives the agent one daily row with cells: "errors", "3", "contacts", "60".
func row(date string, attendance facts.Attendance, cells ...string) func(*facts.Agent) {
	return func(a *facts.Agent) {
		day := facts.Day{Date: on(date), Attendance: attendance, Values: map[string]decimal.Decimal{}}
		for i := 0; i+1 < len(cells); i += 2 {
			day.Values[cells[i]] = d(cells[i+1])
		}
		a.Days = append(a.Days, day)
	}
}

func dailyPoolCases() []payCase {
	one := served("2026-06-01", "2026-06-01") // the day's slice is 166.67
	worked := func(cells ...string) func(*facts.Agent) {
		return both(one, row("2026-06-01", facts.Worked, cells...))
	}
	june := func(c payCase) payCase {
		c.period = "2026-06"
		return c
	}
	return []payCase{
		june(payCase{it: "no fault is the whole pool", pay: byTable(), want: "5000.00"}),
		june(payCase{it: "ZW2 half a slice of 166.67 keeps 83.34", pay: byTable(), agent: one, events: "1 wrong_item", want: "83.34"}),
		june(payCase{it: "half a slice of 166.66 keeps 83.33", pay: byTable(), agent: served("2026-06-30", "2026-06-30"), events: "30 wrong_item", want: "83.33"}),
		june(payCase{it: "the 20th is the last day of 166.67", edge: "odd cents", pay: byTable(), agent: served("2026-06-20", "2026-06-20"), want: "166.67"}),
		june(payCase{it: "the 21st is the first of 166.66", edge: "odd cents", pay: byTable(), agent: served("2026-06-21", "2026-06-21"), want: "166.66"}),
		{it: "ZW2 joined on the 16th of 31 days is 2,580.64", edge: "join", pay: byTable(), agent: served("2026-01-16", ""), want: "2580.64"},
		{it: "joined on the 15th is a slice more", edge: "join", pay: byTable(), agent: served("2026-01-15", ""), want: "2741.93"},
		{it: "ZW2 left on 15 February of 29 days is 2,586.26", edge: "leave", period: "2028-02", pay: byTable(), agent: served("", "2028-02-15"), want: "2586.26"},
		{it: "left on 16 February is a slice more", edge: "leave", period: "2028-02", pay: byTable(), agent: served("", "2028-02-16"), want: "2758.67"},
		{it: "044 joined and left the same day is one slice", pay: byTable(), agent: served("2026-01-01", "2026-01-01"), want: "161.30"},
		{it: "left before the month is 0", pay: byTable(), agent: served("", "2025-12-31"), want: "0.00"},
		june(payCase{it: "ZW2 70% and 60% on one day take that slice only", edge: "whole slice", pay: byTable(), events: "22 promise, 22 attitude", want: "4833.34"}),
		june(payCase{it: "70% and 20% leave a tenth of it, rounded in the agent's favour", edge: "whole slice", pay: byTable(), events: "22 promise, 22 late", want: "4850.01"}),
		june(payCase{it: "one fault above 100% takes that slice only", pay: byTable(), events: "22 grave", want: "4833.34"}),
		june(payCase{it: "20% and 50% on one day add up to 70%", pay: byTable(), agent: one, events: "1 late, 1 wrong_item", want: "50.01"}),
		june(payCase{it: "a fault outside the table costs nothing", pay: byTable(), agent: one, events: "1 rudeness", want: "166.67"}),

		june(payCase{it: "ZW2 3 errors in 60 contacts lose 8.33", pay: byErrors(), agent: worked("errors", "3", "contacts", "60"), want: "158.34"}),
		june(payCase{it: "no error loses nothing", edge: "error", pay: byErrors(), agent: worked("errors", "0", "contacts", "60"), want: "166.67"}),
		june(payCase{it: "one error in 60 loses 2.77", edge: "error", pay: byErrors(), agent: worked("errors", "1", "contacts", "60"), want: "163.90"}),
		june(payCase{it: "as many errors as contacts lose the slice", pay: byErrors(), agent: worked("errors", "60", "contacts", "60"), want: "0.00"}),
		june(payCase{it: "more errors than contacts lose no more", pay: byErrors(), agent: worked("errors", "61", "contacts", "60"), want: "0.00"}),
		june(payCase{it: "067 no contact and no error lose nothing", edge: "no contact", pay: byErrors(), agent: worked("errors", "0", "contacts", "0"), want: "166.67"}),
		june(payCase{it: "an error without a contact is an error", edge: "no contact", pay: byErrors(), agent: worked("errors", "1", "contacts", "0"), fails: facts.CodePoolShare}),
		june(payCase{it: "a worked day without its cell is an error, not a day without errors", edge: "missing", pay: byErrors(), agent: worked("contacts", "60"), fails: facts.CodeMetricMissing}),
		june(payCase{it: "a rest day without its cells loses nothing", edge: "missing", pay: byErrors(), agent: both(one, row("2026-06-01", facts.Rest)), want: "166.67"}),
		june(payCase{it: "nobody without daily rows is taken to be without errors", pay: byErrors(), fails: facts.CodeMetricMissing}),
		june(payCase{it: "unless the metrics say that a missing value is 0", pay: payout.DailyPool{Amount: d("5000"), Share: payout.ByErrorRate, Errors: "declared", Contacts: "declared"}, want: "5000.00"}),
		june(payCase{it: "contacts below 0 are an error", pay: payout.DailyPool{Amount: d("5000"), Share: payout.ByErrorRate, Errors: "errors", Contacts: "hours"}, agent: worked("errors", "0", "hours", "-1"), fails: facts.CodePoolShare}),
		june(payCase{it: "contacts beyond 18 digits at the errors' scale are an error", pay: payout.DailyPool{Amount: d("5000"), Share: payout.ByErrorRate, Errors: "hours", Contacts: "contacts"}, agent: worked("hours", "1", "contacts", "1000000000000"), fails: facts.CodeNumberOverflow}),
		june(payCase{it: "contacts counted finer than errors are compared exactly", pay: payout.DailyPool{Amount: d("5000"), Share: payout.ByErrorRate, Errors: "errors", Contacts: "hours"}, agent: worked("errors", "1", "hours", "2.5"), want: "100.01"}),
		june(payCase{it: "errors counted finer than contacts too", pay: payout.DailyPool{Amount: d("5000"), Share: payout.ByErrorRate, Errors: "hours", Contacts: "contacts"}, agent: worked("hours", "0.5", "contacts", "5"), want: "150.01"}),

		june(payCase{it: "by ratio: a quarter loses a quarter", pay: byRatio(), agent: worked("spoilt", "0.25"), want: "125.01"}),
		june(payCase{it: "by ratio: 0 loses nothing", pay: byRatio(), agent: worked("spoilt", "0"), want: "166.67"}),
		june(payCase{it: "by ratio: 1 loses the slice", edge: "ratio", pay: byRatio(), agent: worked("spoilt", "1"), want: "0.00"}),
		june(payCase{it: "by ratio: above 1 is an error", edge: "ratio", pay: byRatio(), agent: worked("spoilt", "1.000001"), fails: facts.CodePoolShare}),

		{it: "088 a cent over 31 days is the first day's", edge: "cent", pay: payout.DailyPool{Amount: d("0.01"), Share: payout.ByTable, Faults: byTable().Faults}, agent: served("2026-01-01", "2026-01-01"), want: "0.01"},
		{it: "088 the second day has none", edge: "cent", pay: payout.DailyPool{Amount: d("0.01"), Share: payout.ByTable, Faults: byTable().Faults}, agent: served("2026-01-02", ""), want: "0.00"},
	}
}

func TestDailyPool(t *testing.T) {
	t.Parallel()
	run(t, dailyPoolCases())
}

// slip pays one agent by one kind.
func slip(t *testing.T, p payout.Pay, m facts.Month) payout.Slip {
	t.Helper()
	slips, err := payout.Make(plan(p), terms(), m)
	require.NoError(t, err)
	s, ok := slips.Of("a")
	require.True(t, ok)
	return s
}

func TestZW2(t *testing.T) {
	t.Parallel()
	t.Run("slices", func(t *testing.T) {
		t.Parallel()
		for _, c := range []struct {
			it, period  string
			many, fewer string
			n, m        int
		}{
			{"28 days are 4 of 178.58 and 24 of 178.57", "2026-02", "-178.58", "-178.57", 4, 24},
			{"29 days are 11 of 172.42 and 18 of 172.41", "2028-02", "-172.42", "-172.41", 11, 18},
			{"30 days are 20 of 166.67 and 10 of 166.66", "2026-06", "-166.67", "-166.66", 20, 10},
			{"31 days are 1 of 161.30 and 30 of 161.29", "2026-01", "-161.30", "-161.29", 1, 30},
		} {
			t.Run(c.it, func(t *testing.T) {
				t.Parallel()
				a := facts.Agent{ID: "a"}
				m := month(c.period)
				// Who is absent all month loses each slice on a line of its own.
				leave(facts.Absent, m.Period.First().String(), m.Period.Last().String())(&a)
				m.Agents = []facts.Agent{a}
				s := slip(t, byTable(), m)
				got := s.Lines()
				require.Len(t, got, 1+c.n+c.m)
				assert.Equal(t, "5000.00", got[0].Text(), "the slices add up to the pool")
				assert.Equal(t, "0.00", s.Total().StringFixed(2))
				for i, l := range got[1:] {
					want := c.many
					if i >= c.n {
						want = c.fewer
					}
					assert.Equal(t, want, l.Text())
					assert.Equal(t, m.Period.First()+facts.Date(i), l.Date)
				}
			})
		}
	})
	t.Run("a pool shows what was earned and a line for each loss", func(t *testing.T) {
		t.Parallel()
		m := month("2026-06", facts.Agent{ID: "a"})
		m.Events = []facts.Event{
			{ID: "e3", Agent: "a", Kind: "attitude", Date: on("2026-06-22")},
			{ID: "e2", Agent: "a", Kind: "promise", Date: on("2026-06-22")},
			{ID: "e1", Agent: "a", Kind: "wrong_item", Date: on("2026-06-08")},
		}
		s := slip(t, byTable(), m)
		assert.Equal(t, []string{
			"x earned 5000.00",
			"x not_earned -83.33 2026-06-08",
			"x not_earned -166.66 2026-06-22",
		}, lines(s))
		assert.Equal(t, "4750.01", s.Total().StringFixed(2))
	})
	t.Run("only upheld faults that are not excluded cost anything", func(t *testing.T) {
		t.Parallel()
		m := month("2026-06", facts.Agent{ID: "a"})
		for i, status := range []facts.EventStatus{"", facts.Upheld, facts.Reported, facts.Withdrawn, facts.Overturned, facts.Upheld} {
			m.Events = append(m.Events, facts.Event{
				ID: "e" + string(rune('0'+i)), Agent: "a", Kind: "wrong_item", Date: on("2026-06-01") + facts.Date(i), Status: status,
			})
		}
		m.Exclusions = []facts.Exclusion{{Event: "e5", Reason: "platform fault"}}
		assert.Equal(t, []string{
			"x earned 5000.00",
			"x not_earned -83.33 2026-06-01",
			"x not_earned -83.33 2026-06-02",
		}, lines(slip(t, byTable(), m)))
	})
	t.Run("an excluded day costs nothing", func(t *testing.T) {
		t.Parallel()
		a := facts.Agent{ID: "a"}
		both(row("2026-06-01", facts.Worked, "errors", "3", "contacts", "60"), row("2026-06-02", facts.Worked, "errors", "3", "contacts", "60"))(&a)
		m := month("2026-06", a)
		m.Exclusions = []facts.Exclusion{{Agent: "a", Date: on("2026-06-01"), Reason: "system down"}}
		assert.Equal(t, []string{"x earned 5000.00", "x not_earned -8.33 2026-06-02"}, lines(slip(t, byErrors(), m)))
	})
}

func TestZW2UnworkedDays(t *testing.T) {
	t.Parallel()
	a := facts.Agent{ID: "a"}
	for i, kind := range []facts.Attendance{facts.Worked, facts.Rest, facts.PaidLeave, facts.UnpaidLeave, facts.Absent} {
		row((on("2026-06-01") + facts.Date(i)).String(), kind)(&a)
	}
	m := month("2026-06", a) // the days without a row are rest
	t.Run("rest and paid leave keep, unpaid leave and absence forfeit", func(t *testing.T) {
		t.Parallel()
		assert.Equal(t, []string{
			"x earned 5000.00",
			"x not_earned -166.67 2026-06-04",
			"x not_earned -166.67 2026-06-05",
		}, lines(slip(t, byTable(), m)))
	})
	t.Run("each the other way round", func(t *testing.T) {
		t.Parallel()
		p := byTable()
		p.PaidLeave, p.UnpaidLeave, p.Absence = payout.Forfeit, payout.Keep, payout.Keep
		assert.Equal(t, []string{"x earned 5000.00", "x not_earned -166.67 2026-06-03"}, lines(slip(t, p, m)))
		p.PaidLeave, p.Rest = payout.Keep, payout.Forfeit
		got := lines(slip(t, p, m))
		assert.Len(t, got, 1+26, "the 2nd and the 25 days from the 6th")
		assert.Equal(t, []string{"x not_earned -166.67 2026-06-02", "x not_earned -166.67 2026-06-06"}, got[1:3])
	})
	t.Run("written out, the defaults change nothing", func(t *testing.T) {
		t.Parallel()
		p := byTable()
		p.Rest, p.PaidLeave, p.UnpaidLeave, p.Absence = payout.Keep, payout.Keep, payout.Forfeit, payout.Forfeit
		assert.Equal(t, lines(slip(t, byTable(), m)), lines(slip(t, p, m)))
	})
	t.Run("a fault on a day that is forfeited costs no more", func(t *testing.T) {
		t.Parallel()
		faulty := m
		faulty.Events = []facts.Event{{ID: "e", Agent: "a", Kind: "wrong_item", Date: on("2026-06-04")}}
		assert.Equal(t, lines(slip(t, byTable(), m)), lines(slip(t, byTable(), faulty)))
	})
	t.Run("a fault on a rest day costs its share of the slice", func(t *testing.T) {
		t.Parallel()
		faulty := m
		faulty.Events = []facts.Event{{ID: "e", Agent: "a", Kind: "wrong_item", Date: on("2026-06-02")}}
		assert.Contains(t, lines(slip(t, byTable(), faulty)), "x not_earned -83.33 2026-06-02")
	})
	t.Run("a loss may be a deduction", func(t *testing.T) {
		t.Parallel()
		p := byTable()
		p.Treatment = payout.Deducted
		assert.Equal(t, "x deducted -166.67 2026-06-04", lines(slip(t, p, m))[1])
	})
}

// TestDailyPoolRounding runs a loss of 83.335 by each mode of losses.
func TestDailyPoolRounding(t *testing.T) {
	t.Parallel()
	m := month("2026-06", facts.Agent{ID: "a"})
	m.Events = []facts.Event{{ID: "e", Agent: "a", Kind: "wrong_item", Date: on("2026-06-01")}}
	for mode, want := range map[fix.Mode]string{
		fix.Down: "-83.33", fix.HalfDown: "-83.33", fix.HalfUp: "-83.34", fix.Up: "-83.34", fix.HalfEven: "-83.34",
	} {
		t.Run(mode.String(), func(t *testing.T) {
			t.Parallel()
			c := facts.NewCheck()
			schema := columns.NewSchema(nil, c)
			sheet := plan(byTable()).Compile(schema, payout.Rounding{Losses: mode}, c)
			require.NoError(t, c.Err())
			table := schema.Build(m, c)
			sheet.Run(table, c)
			require.NoError(t, c.Err())
			got := sheet.Lines(table, 0)
			require.Len(t, got, 2)
			assert.Equal(t, want, got[1].Text())
		})
	}
}

func TestDailyPoolLaws(t *testing.T) {
	t.Parallel()
	t.Run("no day loses more than its slice, and the slices are the pool", func(t *testing.T) {
		t.Parallel()
		rapid.Check(t, func(t *rapid.T) {
			p := payout.DailyPool{
				Amount: decimal.New(rapid.Int64Range(0, 1_000_000).Draw(t, "pool"), -2), Share: payout.ByTable,
				Faults: map[string]decimal.Decimal{"f": decimal.New(rapid.Int64Range(0, 2_000_000).Draw(t, "share"), -6)},
			}
			m := month(rapid.SampledFrom([]string{"2026-02", "2028-02", "2026-06", "2026-01"}).Draw(t, "month"), facts.Agent{ID: "a"})
			for i := range rapid.IntRange(0, 40).Draw(t, "faults") {
				m.Events = append(m.Events, facts.Event{
					ID: string(rune('A' + i)), Agent: "a", Kind: "f",
					Date: m.Period.First() + facts.Date(rapid.IntRange(0, m.Period.Days()-1).Draw(t, "day")),
				})
			}
			slips, err := payout.Make(plan(p), terms(), m)
			require.NoError(t, err)
			s, _ := slips.Of("a")
			ls := s.Lines()
			require.Equal(t, p.Amount.StringFixed(2), ls[0].Text())
			upper := p.Amount.Div(decimal.NewFromInt(int64(m.Period.Days()))).RoundUp(2)
			for _, l := range ls[1:] {
				require.False(t, l.Amount.Neg().GreaterThan(upper), l.Text())
				require.True(t, l.Amount.IsNegative())
			}
			require.False(t, s.Total().IsNegative())
		})
	})
}

func TestDailyPoolCompile(t *testing.T) {
	t.Parallel()
	change := func(p payout.DailyPool, f func(*payout.DailyPool)) payout.DailyPool {
		f(&p)
		return p
	}
	cases := []struct {
		name string
		pay  payout.DailyPool
		want map[string]facts.Code
	}{
		{"no share", payout.DailyPool{}, map[string]facts.Code{"share": facts.CodeRequired}},
		{"an unknown share", change(byTable(), func(p *payout.DailyPool) { p.Share = "faults" }), map[string]facts.Code{"share": facts.CodeWordUnknown}},
		{"an amount below 0", change(byTable(), func(p *payout.DailyPool) { p.Amount = d("-1") }), map[string]facts.Code{"amount": facts.CodeNumberNegative}},
		{"a table without faults", change(byTable(), func(p *payout.DailyPool) { p.Faults = nil }), map[string]facts.Code{"faults": facts.CodeRequired}},
		{"a fault below 0", change(byTable(), func(p *payout.DailyPool) { p.Faults = map[string]decimal.Decimal{"late": d("-0.1")} }), map[string]facts.Code{"faults.late": facts.CodeNumberNegative}},
		{"a table with the metrics of an error rate", change(byTable(), func(p *payout.DailyPool) { p.Errors, p.Contacts = "errors", "contacts" }), map[string]facts.Code{"errors": facts.CodeOneOf, "contacts": facts.CodeOneOf}},
		{"an error rate without contacts", change(byErrors(), func(p *payout.DailyPool) { p.Contacts = "" }), map[string]facts.Code{"contacts": facts.CodeRequired}},
		{"an error rate of metrics without daily rows", change(byErrors(), func(p *payout.DailyPool) { p.Errors, p.Contacts = "hits", "none" }), map[string]facts.Code{"errors": facts.CodeNameUnknown, "contacts": facts.CodeNameUnknown}},
		{"a ratio that there is not", change(byRatio(), func(p *payout.DailyPool) { p.Ratio = "spoiled" }), map[string]facts.Code{"ratio": facts.CodeNameUnknown}},
		{"a loss that is earned", change(byTable(), func(p *payout.DailyPool) { p.Treatment = payout.Earned }), map[string]facts.Code{"treatment": facts.CodeWordUnknown}},
		{"an unknown treatment", change(byTable(), func(p *payout.DailyPool) { p.Treatment = "fined" }), map[string]facts.Code{"treatment": facts.CodeWordUnknown}},
		{
			"unknown fates of slices",
			change(byTable(), func(p *payout.DailyPool) { p.Rest, p.PaidLeave, p.UnpaidLeave, p.Absence = "a", "b", "c", "d" }),
			map[string]facts.Code{"rest": facts.CodeWordUnknown, "paid_leave": facts.CodeWordUnknown, "unpaid_leave": facts.CodeWordUnknown, "absence": facts.CodeWordUnknown},
		},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			compileFails(t, c.pay, c.want)
		})
	}
}
