package columns_test

import (
	"fmt"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/scoring/facts"
)

// TestOrderOfFactsDoesNotMatter shuffles agents, daily rows, events and
// exclusions: every column stays.
func TestOrderOfFactsDoesNotMatter(t *testing.T) {
	s := schema(t, shop())
	rapid.Check(t, func(rt *rapid.T) {
		var m facts.Month
		m.Period = january()
		number := func(label string, most int) string { return strconv.Itoa(rapid.IntRange(0, most).Draw(rt, label)) }
		for i := range rapid.IntRange(1, 6).Draw(rt, "agents") {
			a := facts.Agent{ID: "A" + strconv.Itoa(i), Team: number("team", 2), Values: values{"exam": d(number("exam", 100))}}
			for n := range rapid.IntRange(1, 5).Draw(rt, "days") {
				a.Days = append(a.Days, row(n+1, "conversations", number("conversations", 90), "late", number("late", 9),
					"response", number("response", 60), "peak", number("peak", 9), "stock", number("stock", 9)))
			}
			for n := range rapid.IntRange(0, 3).Draw(rt, "events") {
				id := fmt.Sprintf("E%d-%d", i, n)
				m.Events = append(m.Events, facts.Event{
					ID: id, Agent: a.ID, Kind: "bad_review", Date: day(1 + n),
					Status: rapid.SampledFrom([]facts.EventStatus{"", facts.Upheld, facts.Withdrawn}).Draw(rt, "status"),
				})
				if n == 1 {
					m.Exclusions = append(m.Exclusions, facts.Exclusion{Event: id, Reason: "r"})
				}
			}
			m.Exclusions = append(m.Exclusions, facts.Exclusion{Agent: a.ID, Date: day(1), Reason: "r"})
			m.Agents = append(m.Agents, a)
		}
		want := dump(t, s, build(t, s, m))
		m.Agents = rapid.Permutation(m.Agents).Draw(rt, "order of agents")
		m.Events = rapid.Permutation(m.Events).Draw(rt, "order of events")
		m.Exclusions = rapid.Permutation(m.Exclusions).Draw(rt, "order of exclusions")
		for i := range m.Agents {
			m.Agents[i].Days = rapid.Permutation(m.Agents[i].Days).Draw(rt, "order of days")
		}
		require.Equal(rt, want, dump(t, s, build(t, s, m)))
	})
}

// dump writes everything a table answers.
func dump(t testing.TB, s *columns.Schema, table *columns.Table) []string {
	t.Helper()
	var out []string
	for r := range int32(table.Rows()) {
		line := fmt.Sprint(table.IDs[r], " ", table.Attribute(r, facts.ByTeam), " ", calendar(table, table.IDs[r]))
		for _, name := range []string{"conversations", "late", "late_rate", "response", "peak", "stock", "bad_reviews", "reported", "exam"} {
			line += " " + read(t, s, table, table.IDs[r], name)
		}
		for _, e := range table.EventsOf(r) {
			line += fmt.Sprint(" ", e.ID, e.Day, e.Status, e.Excluded)
		}
		out = append(out, line)
	}
	return out
}
