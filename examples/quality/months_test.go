package quality

import (
	"fmt"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/policy"
	"github.com/cspay/cspay/scoring/facts"
)

// vagueMonth is one agent's month as literals: five days worked, and a chat
// with a vague answer on each of the days given.
func vagueMonth(t *testing.T, month string, days ...int) facts.Month {
	t.Helper()
	date := func(day int) facts.Date {
		d, err := facts.ParseDate(fmt.Sprintf("%s-%02d", month, day))
		require.NoError(t, err)
		return d
	}
	n := decimal.NewFromInt
	a := facts.Agent{ID: "X", Role: "service", Values: map[string]decimal.Decimal{
		"base_wage": n(3000), "performance_base": n(1000),
	}}
	for day := 10; day < 15; day++ {
		a.Days = append(a.Days, facts.Day{Date: date(day), Values: map[string]decimal.Decimal{
			"visitors": n(100), "conversations": n(110), "response": n(25), "deals": n(30), "returned": n(1),
			"satisfied": n(97), "ratings": n(100),
		}})
	}
	yes := true
	m := facts.Month{Period: date(1).Period(), Agents: []facts.Agent{a}}
	for i, day := range days {
		m.Chats = append(m.Chats, facts.Chat{
			ID: fmt.Sprintf("c%d", i), Agent: "X", Date: date(day), Inspection: "qa", Source: "random",
			Items: []string{"vague_answer"}, Transferred: &yes,
		})
	}
	// Seven without an error make a sample of ten.
	for i := range 7 {
		m.Chats = append(m.Chats, facts.Chat{
			ID: fmt.Sprintf("d%d", i), Agent: "X", Date: date(11), Inspection: "qa", Source: "random", Transferred: &yes,
		})
	}
	return m
}

func TestLF5_TheNextMonthBeginsAtOne(t *testing.T) {
	p := lf().Policy(t)
	august, err := p.Close(vagueMonth(t, "2026-08", 10, 12, 14), policy.History{})
	require.NoError(t, err)
	// 85, 85 and 0 with seven times 100 are 870 over 10.
	said := told(t, august, "X")
	assert.Contains(t, said, "QA mark 87 points out of 100 points: 21.75 of 25 points")
	assert.Contains(t, said, "2026-08-10: chat c0 (random pick), 85 of 100 points")
	assert.Contains(t, said, "2026-08-12: chat c1 (random pick), 85 of 100 points")
	assert.Contains(t, said, "2026-08-14: chat c2 (random pick), 0 of 100 points")

	september, err := p.Close(vagueMonth(t, "2026-09", 10, 12), august.History())
	require.NoError(t, err)
	// 85 and 85 with seven times 100 are 870 over 9, a sample of nine; the third
	// of August is not counted on.
	said = told(t, september, "X")
	assert.Contains(t, said, "QA mark ≈96.6667 points, the mean of quality inspection (chats: 9)")
	assert.Contains(t, said, "2026-09-10: chat c0 (random pick), 85 of 100 points")
	assert.Contains(t, said, "2026-09-12: chat c1 (random pick), 85 of 100 points")
	assert.Contains(t, said, "Fatal chats 0, counted in quality inspection (chats: 9)")
}
