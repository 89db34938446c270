package ladder

import (
	"fmt"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/policy"
	"github.com/cspay/cspay/scoring/facts"
)

// Small months of literals for the real policy: one agent or a few, who have
// what everybody needs and what the case is about.

func d(text string) decimal.Decimal { return decimal.RequireFromString(text) }

func date(t *testing.T, text string) facts.Date {
	t.Helper()
	day, err := facts.ParseDate(text)
	require.NoError(t, err)
	return day
}

// small is June 2026 with some agents and full marks of the soft items.
func small(t *testing.T, agents ...facts.Agent) facts.Month {
	t.Helper()
	m := facts.Month{Agents: agents, Published: map[string]facts.Date{"day_target": date(t, "2026-05-29")}}
	m.Period = date(t, "2026-06-01").Period()
	for _, a := range agents {
		for _, topic := range []string{"attitude", "teamwork"} {
			m.Ballots = append(m.Ballots,
				facts.Ballot{Topic: topic, Agent: a.ID, Voter: "陶文静", Role: "supervisor", Score: d("5"), Evidence: "事例"},
				facts.Ballot{Topic: topic, Agent: a.ID, Voter: "项前", Role: "qa", Score: d("5"), Evidence: "事例"})
		}
	}
	return m
}

// agent is a regular one with 26 rostered days and the values and cells given,
// which stand on the first of them.
func agent(t *testing.T, id, role string, values, cells map[string]string) facts.Agent {
	t.Helper()
	a := facts.Agent{ID: id, Role: role, Regular: date(t, "2024-01-01"), Values: map[string]decimal.Decimal{"base_wage": d("3000.00")}}
	for name, text := range values {
		a.Values[name] = d(text)
	}
	for n := range 26 {
		a.Days = append(a.Days, facts.Day{
			Date: date(t, fmt.Sprintf("2026-06-%02d", n+1)), Attendance: facts.Worked,
			Values: map[string]decimal.Decimal{"conversations": d("0"), "response": d("20")},
		})
	}
	a.Days[0].Values["conversations"] = d("100")
	for name, text := range cells {
		a.Days[0].Values[name] = d(text)
	}
	return a
}

// seller is a pre-sales agent of the Tmall store.
func seller(t *testing.T, id, sales, items, customers string) facts.Agent {
	t.Helper()
	return agent(t, id, "pre_sales", map[string]string{"day_target": "13000.00"}, map[string]string{
		"sales": sales, "items": items, "customers": customers, "inquirers": "100", "inquiry_buyers": "45",
	})
}

// settler is an after-sales agent.
func settler(t *testing.T, id string, values map[string]string) facts.Agent {
	t.Helper()
	return agent(t, id, "after_sales", values, map[string]string{"refunds": "100", "disputes": "1"})
}

// happened adds upheld events of the agent, each a kind of its own day.
func happened(t *testing.T, m *facts.Month, agent string, kinds ...string) {
	t.Helper()
	for _, kind := range kinds {
		n := len(m.Events)
		m.Events = append(m.Events, facts.Event{ID: fmt.Sprintf("E%d", n), Agent: agent, Kind: kind, Date: date(t, "2026-06-25")})
	}
}

func closed(t *testing.T, m facts.Month) *policy.Result {
	t.Helper()
	r, err := tm().Policy(t).Close(m, policy.History{})
	require.NoError(t, err)
	return r
}

// paid is the sum of an item's lines, with two digits; empty where the item is
// not for the agent.
func paid(t *testing.T, r *policy.Result, agent, item string) string {
	t.Helper()
	slip, ok := r.Slip(agent)
	require.True(t, ok, agent)
	sum, found := decimal.Decimal{}, false
	for _, l := range slip.Lines() {
		if l.Item == item {
			sum, found = sum.Add(l.Amount), true
		}
	}
	if !found {
		return ""
	}
	return sum.StringFixed(2)
}
