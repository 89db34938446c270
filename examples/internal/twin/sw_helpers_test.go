package twin

import (
	"fmt"
	"math/big"
	"testing"

	"github.com/stretchr/testify/require"
)

// cellsOf turns texts into numbers, by metric.
func cellsOf(t *testing.T, texts map[string]string) map[string]*big.Rat {
	t.Helper()
	cells := map[string]*big.Rat{}
	for name, text := range texts {
		cells[name] = num(t, text)
	}
	return cells
}

// best is an agent of shop SW who worked one day and reached every target.
func best(t *testing.T, id, role string) Agent {
	t.Helper()
	cells := map[string]string{
		"conversations": "50", "response": "20", "questions": "100", "answers": "120", "replied": "50",
	}
	values := map[string]string{"base_wage": "3100"}
	switch role {
	case "pre_sales":
		cells["enquiries"], cells["buyers"], cells["sales"] = "40", "16", "1000.00"
		values["sales_target"], values["product_exam"], values["speech_exam"] = "1000.00", "100", "100"
		values["tasks_done"], values["tasks_sent"] = "9", "9"
	case "after_sales":
		cells["invited"], cells["reviews"], cells["good_reviews"] = "30", "100", "98"
	}
	return Agent{
		ID: id, Role: role, Hired: "2024-01-01", Values: cellsOf(t, values),
		Days: []Day{{Date: "2026-07-01", Values: cellsOf(t, cells)}},
	}
}

// marked are votes on an agent's teamwork, one digit each.
func marked(t *testing.T, agent, marks string) []Ballot {
	t.Helper()
	var list []Ballot
	for i, mark := range marks {
		list = append(list, Ballot{Topic: "teamwork", Agent: agent, Voter: fmt.Sprint(i), Score: num(t, string(mark))})
	}
	return list
}

// judged is an upheld bad review with its votes, 1 or 0 each.
func judged(t *testing.T, id, agent, votes string) (Event, []Ballot) {
	t.Helper()
	var list []Ballot
	for i, vote := range votes {
		list = append(list, Ballot{Topic: "attribution", Event: id, Voter: fmt.Sprint(i), Score: num(t, string(vote))})
	}
	return Event{ID: id, Agent: agent, Kind: "bad_review", Date: "2026-07-01"}, list
}

// swMonth is July 2026 with the full marks of all five voters for everybody.
func swMonth(t *testing.T, agents ...Agent) Month {
	t.Helper()
	m := Month{Period: "2026-07", Agents: agents}
	for _, a := range agents {
		m.Ballots = append(m.Ballots, marked(t, a.ID, "55555")...)
	}
	return m
}

// runSW works the month out and returns the sheets by agent.
func runSW(t *testing.T, m Month) map[string]*swSheet {
	t.Helper()
	list, err := workSW(m)
	require.NoError(t, err)
	sheets := map[string]*swSheet{}
	for _, s := range list {
		sheets[s.agent.ID] = s
	}
	return sheets
}

// fixedPoints are the lines of an agent's scheme as text.
func fixedPoints(s *swSheet) map[string]string {
	lines := map[string]string{}
	for id, points := range s.points {
		lines[id] = fixed(points)
	}
	return lines
}
