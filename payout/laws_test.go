package payout_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/cspay/cspay/payout"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// wholePlan has an item of every kind, and some that are not for everybody.
func wholePlan() payout.Plan {
	charge := payout.Commission{Metric: "sales", Less: "returns", Slabs: shopZW(), Negative: payout.NegativeCharge}
	deducted := byRatio()
	deducted.Treatment = payout.Deducted
	pre, after := facts.When{{Role: []string{"pre_sales"}}}, facts.When{{Role: []string{"after_sales"}}}
	return payout.Plan{Items: []payout.Item{
		{ID: "base", Pay: payout.BasePay{Metric: "wage", Basis: payout.Calendar}},
		{ID: "fixed", Pay: payout.BasePay{Amount: d("321.09"), Basis: payout.Fixed30}},
		{ID: "commission", When: pre, Pay: charge},
		{ID: "bonus", Pay: goldenBonus("mark")},
		{ID: "pool", When: after, Pay: byTable()},
		{ID: "rates", When: after, Pay: byErrors()},
		{ID: "ratio", Pay: deducted},
		{ID: "fund", Pay: payout.Remainder{Account: "fund"}},
		{ID: "champion", When: facts.When{{Metric: "hits", Over: ptr("2")}}, Pay: champion()},
		{ID: "award", Pay: marked(payout.AllMatch)},
		{ID: "over", Pay: payout.Overachievement{Metric: "sales", Target: d("40000"), Step: d("0.1"), Amount: d("33.33"), Count: payout.LinearSteps}},
		{ID: "performance", Pay: payout.PerformancePay{Metric: "wage", By: "mark", OutOf: d("90"), Cap: ptr("1.05")}},
	}}
}

// drawAgent draws one agent's month: service, leave, values and daily rows.
func drawAgent(t *rapid.T, id string, m facts.Period) facts.Agent {
	cents := func(low, high int64, name string) decimal.Decimal {
		return decimal.New(rapid.Int64Range(low, high).Draw(t, name), -2)
	}
	a := facts.Agent{
		ID: id, Role: rapid.SampledFrom([]string{"pre_sales", "after_sales", ""}).Draw(t, "role"),
		Status: rapid.SampledFrom([]facts.Status{facts.Regular, facts.Probation, ""}).Draw(t, "status"),
		Values: map[string]decimal.Decimal{},
	}
	for metric, v := range map[string]decimal.Decimal{
		"wage": cents(0, 1_000_000, "wage"), "sales": cents(0, 9_000_000, "sales"), "returns": cents(0, 9_000_000, "returns"),
		"mark": cents(7000, 10000, "mark"), "hits": decimal.NewFromInt(rapid.Int64Range(0, 5).Draw(t, "hits")),
	} {
		if rapid.IntRange(0, 5).Draw(t, "given") > 0 {
			a.Values[metric] = v
		}
	}
	days := m.Days()
	from, to := rapid.IntRange(1, days).Draw(t, "from"), rapid.IntRange(1, days).Draw(t, "to")
	if rapid.Bool().Draw(t, "part") {
		a.Hired, a.Left = m.First()+facts.Date(min(from, to)-1), m.First()+facts.Date(max(from, to)-1)
	} else {
		from, to = 1, days
	}
	// A row for at least one day: who has none has no cells for byErrors.
	for day := min(from, to); day <= max(from, to); day++ {
		if day > min(from, to) && rapid.Bool().Draw(t, "no row") {
			continue
		}
		contacts := rapid.Int64Range(1, 60).Draw(t, "contacts")
		a.Days = append(a.Days, facts.Day{
			Date: m.First() + facts.Date(day-1),
			Attendance: rapid.SampledFrom([]facts.Attendance{
				"", facts.Worked, facts.Rest, facts.PaidLeave, facts.UnpaidLeave, facts.Absent,
			}).Draw(t, "attendance"),
			Values: map[string]decimal.Decimal{
				"contacts": decimal.NewFromInt(contacts),
				"errors":   decimal.NewFromInt(rapid.Int64Range(0, contacts).Draw(t, "errors")),
				"spoilt":   decimal.New(rapid.Int64Range(0, 1_000_000).Draw(t, "spoilt"), -6),
			},
		})
	}
	return a
}

func drawMonth(t *rapid.T) facts.Month {
	m := month(rapid.SampledFrom([]string{"2026-02", "2028-02", "2026-06", "2026-01"}).Draw(t, "month"))
	for i := range rapid.IntRange(1, 5).Draw(t, "agents") {
		m.Agents = append(m.Agents, drawAgent(t, fmt.Sprintf("A%d", i), m.Period))
	}
	for i := range rapid.IntRange(0, 12).Draw(t, "events") {
		a := rapid.SampledFrom(m.Agents).Draw(t, "who")
		first, last := max(a.Hired, m.Period.First()), m.Period.Last()
		if a.Left != 0 {
			last = a.Left
		}
		m.Events = append(m.Events, facts.Event{
			ID: fmt.Sprintf("e%d", i), Agent: a.ID,
			Kind:   rapid.SampledFrom([]string{"wrong_item", "promise", "attitude", "serious", "minor", "other"}).Draw(t, "kind"),
			Status: rapid.SampledFrom([]facts.EventStatus{"", facts.Upheld, facts.Withdrawn}).Draw(t, "event status"),
			Date:   facts.Date(rapid.Int64Range(int64(first), int64(last)).Draw(t, "date")),
		})
	}
	return m
}

func TestPayLaws(t *testing.T) {
	t.Parallel()
	t.Run("lines add up to the total, and the explanation says the same numbers", func(t *testing.T) {
		t.Parallel()
		rapid.Check(t, func(t *rapid.T) {
			slips, err := payout.Make(wholePlan(), terms(), drawMonth(t))
			require.NoError(t, err)
			for s := range slips.All() {
				sums, total := map[string]decimal.Decimal{}, decimal.Zero
				losses := map[string][]string{}
				for _, l := range s.Lines() {
					sums[l.Item] = sums[l.Item].Add(l.Amount)
					total = total.Add(l.Amount)
					if l.Date != 0 {
						require.NotEqual(t, payout.Earned, l.Treatment)
						losses[l.Item] = append(losses[l.Item], l.Date.String()+" "+l.Text())
					}
				}
				require.Equal(t, total.StringFixed(2), s.Total().StringFixed(2))
				tree := s.Explain()
				require.Equal(t, "total", string(tree.Code))
				require.Equal(t, total.StringFixed(2), exact(t, tree.Value))
				require.Len(t, tree.Steps, len(sums), "a step for each item that has a line")
				for _, step := range tree.Steps {
					item := strings.TrimPrefix(step.Clause, "pay.")
					if step.Code == "settle.nothing_left" {
						item = payout.GuardItem
					}
					require.Equal(t, sums[item].StringFixed(2), exact(t, step.Value), item)
					require.Equal(t, losses[item], tolled(t, step), item)
				}
			}
		})
	})
	t.Run("the order of agents and events changes nothing", func(t *testing.T) {
		t.Parallel()
		rapid.Check(t, func(t *rapid.T) {
			m := drawMonth(t)
			want := printed(t, m)
			m.Agents = rapid.Permutation(m.Agents).Draw(t, "agents' order")
			m.Events = rapid.Permutation(m.Events).Draw(t, "events' order")
			for i := range m.Agents {
				m.Agents[i].Days = rapid.Permutation(m.Agents[i].Days).Draw(t, "days' order")
			}
			require.Equal(t, want, printed(t, m))
		})
	})
	t.Run("one more fault never pays more", func(t *testing.T) {
		t.Parallel()
		rapid.Check(t, func(t *rapid.T) {
			m := drawMonth(t)
			before := totals(t, m)
			a := m.Agents[0]
			m.Events = append(m.Events, facts.Event{
				ID: "more", Agent: a.ID, Kind: rapid.SampledFrom([]string{"wrong_item", "serious"}).Draw(t, "fault"),
				Date: max(a.Hired, m.Period.First()),
			})
			after := totals(t, m)
			require.False(t, after[a.ID].GreaterThan(before[a.ID]))
			delete(before, a.ID)
			delete(after, a.ID)
			require.Equal(t, fmt.Sprint(len(before)), fmt.Sprint(len(after)))
			for id, total := range before {
				require.Equal(t, total.StringFixed(2), after[id].StringFixed(2), "nobody else's pay changes")
			}
		})
	})
}

// exact prints a number of money with two digits.
func exact(t *rapid.T, n explain.Number) string {
	v, ok := n.Decimal()
	require.True(t, ok)
	return v.StringFixed(2)
}

// tolled lists the days that an explanation says were lost.
func tolled(t *rapid.T, item explain.Step) []string {
	var out []string
	for _, day := range item.Steps {
		if day.Clause != "day" {
			continue
		}
		for _, a := range day.Args {
			if a.Key == "date" {
				out = append(out, a.Word+" "+exact(t, day.Value))
			}
		}
	}
	return out
}

// printed is everything a month's slips say.
func printed(t *rapid.T, m facts.Month) []string {
	slips, err := payout.Make(wholePlan(), terms(), m)
	require.NoError(t, err)
	var out []string
	for s := range slips.All() {
		out = append(out, s.Agent()+" "+s.Total().StringFixed(2))
		out = append(out, lines(s)...)
		s.Explain().Walk(func(depth int, step explain.Step) {
			out = append(out, fmt.Sprint(depth, step.Clause, step.Code, step.Value.Text(explain.English)))
		})
	}
	return out
}

func totals(t *rapid.T, m facts.Month) map[string]decimal.Decimal {
	slips, err := payout.Make(wholePlan(), terms(), m)
	require.NoError(t, err)
	out := map[string]decimal.Decimal{}
	for s := range slips.All() {
		out[s.Agent()] = s.Total()
	}
	return out
}
