package ladder

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/policy"
	"github.com/cspay/cspay/scoring/facts"
)

// promised is a month of one agent without a scheme, so that the base pay is
// the whole wage, and freight of that amount.
func promised(t *testing.T, wage, freight string, status facts.EventStatus) facts.Month {
	t.Helper()
	m := small(t, agent(t, "A", "trainer", map[string]string{"base_wage": wage}, nil))
	m.Ballots = nil
	amount := d(freight)
	happened(t, &m, "A", "summary_submitted", "freight_promise")
	m.Events[1].Amount, m.Events[1].Order, m.Events[1].Status = &amount, "TB1", status
	return m
}

func TestTM1(t *testing.T) {
	for _, c := range []struct {
		it, wage, freight  string
		status             facts.EventStatus
		taken, uncollected string
		reason             string
	}{
		{"TM1: freight of 20.50 is borne in full", "5000.00", "20.50", "", "20.50", "0.00", ""},
		{"TM1: wage 5,000, 1,200 promised: a fifth is taken", "5000.00", "1200.00", "", "1000.00", "200.00", "ceiling"},
		{"TM1: wage 5,000, exactly a fifth", "5000.00", "1000.00", "", "1000.00", "0.00", ""},
		{"TM1: wage 2,800, 500 promised: the minimum wage of 2,490 is left", "2800.00", "500.00", "", "310.00", "190.00", "minimum_wage"},
		{"TM1: a promise that nobody has upheld costs nothing", "5000.00", "1200.00", facts.Reported, "0.00", "0.00", ""},
		{"TM1: nor does one that was overturned", "5000.00", "1200.00", facts.Overturned, "0.00", "0.00", ""},
	} {
		t.Run(c.it, func(t *testing.T) {
			r := closed(t, promised(t, c.wage, c.freight, c.status))
			slip, _ := r.Slip("A")
			assert.Equal(t, c.taken, d(c.wage).Sub(slip.Total()).StringFixed(2))
			assert.Equal(t, c.uncollected, slip.Uncollected().StringFixed(2))
			var reasons []string
			for _, l := range slip.Lines() {
				if l.Item == "guard" {
					reasons = append(reasons, string(l.Reason))
					assert.Equal(t, c.uncollected, l.Text())
				}
				if l.Item == "freight" && l.Amount.Sign() < 0 {
					assert.Equal(t, "TB1", l.Order)
				}
			}
			if c.reason == "" {
				assert.Empty(t, reasons)
			} else {
				assert.Equal(t, []string{c.reason}, reasons)
			}
		})
	}
	t.Run("TM1: a promise without an amount is refused", func(t *testing.T) {
		m := promised(t, "5000.00", "1.00", "")
		m.Events[1].Amount = nil
		_, err := tm().Policy(t).Close(m, policy.History{})
		require.ErrorIs(t, err, facts.CodeMetricMissing)
	})
}

func TestTM2(t *testing.T) {
	good := func(t *testing.T, kind string) (*policy.Result, policy.Slip) {
		t.Helper()
		m := small(t, seller(t, "A", "405600.00", "0", "0"))
		happened(t, &m, "A", "summary_submitted")
		if kind != "" {
			happened(t, &m, "A", kind)
		}
		r := closed(t, m)
		slip, _ := r.Slip("A")
		return r, slip
	}
	for _, c := range []struct {
		it, kind                       string
		score, performance, commission string // 1,000 + 205,600 x 0.8% = 2,644.80
		over                           string
		review                         bool
	}{
		{"TM2: nothing crossed", "", "100.00", "2000.00", "2644.80", "200.00", false},
		{"TM2: breaking Tmall's rules makes the score 0", "rule_breach", "0.00", "0.00", "2644.80", "200.00", true},
		{"TM2: a faked order pays no commission and no over-achievement", "fake_order", "100.00", "2000.00", "0.00", "0.00", true},
		{"TM2: giving data away changes no number", "data_leak", "100.00", "2000.00", "2644.80", "200.00", true},
	} {
		t.Run(c.it, func(t *testing.T) {
			r, slip := good(t, c.kind)
			assert.Equal(t, c.score, slip.Score().StringFixed(2))
			assert.Equal(t, c.performance, paid(t, r, "A", "performance"))
			assert.Equal(t, c.commission, paid(t, r, "A", "commission"))
			assert.Equal(t, c.over, paid(t, r, "A", "overachievement"))
			assert.Equal(t, "3000.00", paid(t, r, "A", "base"))
			assert.Equal(t, c.review, slip.NeedsReview())
		})
	}
}

func TestTM4(t *testing.T) {
	m := small(t, settler(t, "A", map[string]string{"dsr": "4.9"}))
	m.Ballots[0].Evidence = ""
	_, err := tm().Policy(t).Close(m, policy.History{})
	require.ErrorIs(t, err, facts.CodeRequired, "TM4: a vote without a case is refused")
	var list policy.Problems
	require.ErrorAs(t, err, &list)
	require.Len(t, list, 1)
	assert.Equal(t, "ballots[0].evidence", list[0].Path)
}

func TestTM14(t *testing.T) {
	for _, c := range []struct {
		it, month, told string
		want            []facts.Code
	}{
		{"TM14: July's targets on 29 June", "2026-07-01", "2026-06-29", nil},
		{"TM14: July's targets on 30 June", "2026-07-01", "2026-06-30", []facts.Code{facts.CodeTargetLate}},
		{"TM14: March's targets on 28 February, which has no 29th", "2026-03-01", "2026-02-28", nil},
		{"TM14: March's targets on 1 March", "2026-03-01", "2026-03-01", []facts.Code{facts.CodeTargetLate}},
		{"TM14: nobody has said when", "2026-07-01", "", []facts.Code{facts.CodeTargetUnpublished}},
	} {
		t.Run(c.it, func(t *testing.T) {
			m := facts.Month{Period: date(t, c.month).Period(), Published: map[string]facts.Date{}}
			if c.told != "" {
				m.Published["day_target"] = date(t, c.told)
			}
			r := closed(t, m)
			var got []facts.Code
			for _, w := range r.Warnings() {
				got = append(got, w.Code)
			}
			assert.Equal(t, c.want, got)
		})
	}
}

func TestTM17(t *testing.T) {
	// 45% is the target and 30 points: 30 of 100 conversations are 20.00 points,
	// 36 of 100 inquirers 24.00.
	for _, c := range []struct {
		it    string
		cells map[string]string
		score string
	}{
		{"TM17: with the tool the inquiry conversion counts", map[string]string{"inquirers": "100", "inquiry_buyers": "36", "orders": "30"}, "94.00"},
		{"TM17: without it the order conversion does", map[string]string{"orders": "30"}, "90.00"},
		{"TM17: nobody inquired, and the orders count", map[string]string{"inquirers": "0", "inquiry_buyers": "0", "orders": "30"}, "90.00"},
		{"TM17: with neither the points are spread", nil, "100.00"},
	} {
		t.Run(c.it, func(t *testing.T) {
			cells := map[string]string{"sales": "338000.00"}
			for name, n := range c.cells {
				cells[name] = n
			}
			r := closed(t, small(t, agent(t, "A", "pre_sales", map[string]string{"day_target": "13000.00"}, cells)))
			slip, _ := r.Slip("A")
			assert.Equal(t, c.score, slip.Score().StringFixed(2))
		})
	}
}

func TestTM16(t *testing.T) {
	staffing, err := tm().Close(t).Staffing(policy.StaffShare{Role: "pre_sales", Parts: 2}, policy.StaffShare{Role: "after_sales", Parts: 1})
	require.NoError(t, err)
	have := map[string][2]int{}
	for _, role := range staffing.Roles {
		have[role.Role] = [2]int{role.Have, role.Want}
	}
	// T13 left on the 20th; the 29 others are 19 and 10, as 2:1 asks for.
	assert.Equal(t, map[string][2]int{"pre_sales": {19, 19}, "after_sales": {10, 10}}, have)
}
