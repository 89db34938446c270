package kpi8515

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"math/big"

	"go.yaml.in/yaml/v4"

	"github.com/cspay/cspay/examples/internal/twin"
)

// The twin's own way into the files: nothing of the library's readers is used,
// so that a fault of theirs can not hide in the expected result.

// loadTwin reads facts.yaml and daily.csv as the twin wants them.
func loadTwin() (twin.Month, error) {
	facts, err := Files.ReadFile("facts.yaml")
	if err != nil {
		return twin.Month{}, err
	}
	var root yaml.Node
	if err := yaml.Unmarshal(facts, &root); err != nil {
		return twin.Month{}, err
	}
	daily, err := Files.ReadFile("daily.csv")
	if err != nil {
		return twin.Month{}, err
	}
	rows, err := csv.NewReader(bytes.NewReader(daily)).ReadAll()
	if err != nil {
		return twin.Month{}, err
	}
	doc := generic(root.Content[0]).(map[string]any)
	days, err := daysByAgent(rows)
	if err != nil {
		return twin.Month{}, err
	}
	m := twin.Month{Period: text(doc, "month")}
	for _, a := range list(doc, "agents") {
		agent, err := agentOf(a)
		if err != nil {
			return twin.Month{}, err
		}
		agent.Days = days[agent.ID]
		m.Agents = append(m.Agents, agent)
	}
	for _, e := range list(doc, "events") {
		m.Events = append(m.Events, twin.Event{
			ID: text(e, "id"), Agent: text(e, "agent"), Kind: text(e, "kind"), Date: text(e, "date"),
			Status: text(e, "status"),
		})
	}
	for _, b := range list(doc, "ballots") {
		score, err := number(text(b, "score"))
		if err != nil {
			return twin.Month{}, err
		}
		m.Ballots = append(m.Ballots, twin.Ballot{
			Topic: text(b, "topic"), Agent: text(b, "agent"), Event: text(b, "event"),
			Voter: text(b, "voter"), Role: text(b, "role"), Score: score,
		})
	}
	for _, e := range list(doc, "exclusions") {
		subtract, err := numbers(e, "subtract")
		if err != nil {
			return twin.Month{}, err
		}
		m.Exclusions = append(m.Exclusions, twin.Exclusion{
			Event: text(e, "event"), Agent: text(e, "agent"), Date: text(e, "date"), Subtract: subtract,
		})
	}
	return m, nil
}

// generic turns a node into maps, lists and text: no number and no date is
// interpreted on the way.
func generic(n *yaml.Node) any {
	switch n.Kind {
	case yaml.MappingNode:
		m := map[string]any{}
		for i := 0; i < len(n.Content); i += 2 {
			m[n.Content[i].Value] = generic(n.Content[i+1])
		}
		return m
	case yaml.SequenceNode:
		var l []any
		for _, c := range n.Content {
			l = append(l, generic(c))
		}
		return l
	default:
		return n.Value
	}
}

func text(m map[string]any, key string) string {
	s, _ := m[key].(string)
	return s
}

func list(m map[string]any, key string) []map[string]any {
	items, _ := m[key].([]any)
	var l []map[string]any
	for _, item := range items {
		l = append(l, item.(map[string]any))
	}
	return l
}

func numbers(m map[string]any, key string) (map[string]*big.Rat, error) {
	given, ok := m[key].(map[string]any)
	if !ok {
		return nil, nil
	}
	values := map[string]*big.Rat{}
	for name := range given {
		n, err := number(text(given, name))
		if err != nil {
			return nil, err
		}
		values[name] = n
	}
	return values, nil
}

func number(s string) (*big.Rat, error) {
	n, ok := new(big.Rat).SetString(s)
	if !ok {
		return nil, fmt.Errorf("%q is not a number", s)
	}
	return n, nil
}

func agentOf(m map[string]any) (twin.Agent, error) {
	values, err := numbers(m, "values")
	if err != nil {
		return twin.Agent{}, err
	}
	a := twin.Agent{
		ID: text(m, "id"), Role: text(m, "role"), Status: text(m, "status"),
		Hired: text(m, "hired"), Left: text(m, "left"), Values: values,
	}
	for _, move := range list(m, "memberships") {
		a.Memberships = append(a.Memberships, twin.Membership{
			From: text(move, "from"), Role: text(move, "role"), Status: text(move, "status"),
		})
	}
	for _, l := range list(m, "leave") {
		a.Leave = append(a.Leave, twin.Leave{From: text(l, "from"), Until: text(l, "until"), Kind: text(l, "kind")})
	}
	return a, nil
}

func daysByAgent(rows [][]string) (map[string][]twin.Day, error) {
	head := rows[0]
	days := map[string][]twin.Day{}
	for _, row := range rows[1:] {
		d := twin.Day{Date: row[1], Attendance: row[2], Values: map[string]*big.Rat{}}
		for i := 3; i < len(row); i++ {
			if row[i] == "" {
				continue
			}
			n, err := number(row[i])
			if err != nil {
				return nil, err
			}
			d.Values[head[i]] = n
		}
		days[row[0]] = append(days[row[0]], d)
	}
	return days, nil
}
