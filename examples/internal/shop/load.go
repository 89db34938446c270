package shop

import (
	"encoding/csv"
	"fmt"
	"io/fs"
	"math/big"
	"testing"

	"github.com/cspay/cspay/examples/internal/twin"
)

// The twin's own way into the files: nothing of the library's readers is used,
// so that a fault of theirs can not hide in the expected result.

// document is facts.yaml. Numbers and dates are text, so that no decoder
// interprets them on the way.
type document struct {
	Month  string
	Agents []struct {
		ID, Role, Team, Level, Status, Hired, Regular, Left string

		Memberships []twin.Membership
		Leave       []twin.Leave
		Protected   []twin.Span
		Values      map[string]string
	}
	Events  []twin.Event
	Chats   []twin.Chat
	Ballots []struct {
		Topic, Agent, Event, Voter, Role, Score string
	}
	Exclusions []struct {
		Event, Agent, Date string
		Subtract           map[string]string
	}
}

// Month reads facts.yaml and daily.csv as the twin wants them.
func (s Shop) Month(t testing.TB) twin.Month {
	t.Helper()
	text, err := fs.ReadFile(s.Files, "facts.yaml")
	must(t, err)
	var doc document
	must(t, s.YAML(text, &doc))
	daily, err := s.Files.Open("daily.csv")
	must(t, err)
	rows, err := csv.NewReader(daily).ReadAll()
	must(t, err)
	must(t, daily.Close())
	days, err := daysByAgent(rows)
	must(t, err)
	m, err := doc.month(days)
	must(t, err)
	return m
}

func (doc document) month(days map[string][]twin.Day) (twin.Month, error) {
	m := twin.Month{Period: doc.Month, Events: doc.Events, Chats: doc.Chats}
	for _, a := range doc.Agents {
		values, err := numbers(a.Values)
		if err != nil {
			return twin.Month{}, err
		}
		m.Agents = append(m.Agents, twin.Agent{
			ID: a.ID, Role: a.Role, Team: a.Team, Level: a.Level, Status: a.Status, Hired: a.Hired, Regular: a.Regular, Left: a.Left,
			Memberships: a.Memberships, Leave: a.Leave, Protected: a.Protected, Values: values, Days: days[a.ID],
		})
	}
	for _, b := range doc.Ballots {
		score, err := number(b.Score)
		if err != nil {
			return twin.Month{}, err
		}
		m.Ballots = append(m.Ballots, twin.Ballot{
			Topic: b.Topic, Agent: b.Agent, Event: b.Event, Voter: b.Voter, Role: b.Role, Score: score,
		})
	}
	for _, e := range doc.Exclusions {
		subtract, err := numbers(e.Subtract)
		if err != nil {
			return twin.Month{}, err
		}
		m.Exclusions = append(m.Exclusions, twin.Exclusion{
			Event: e.Event, Agent: e.Agent, Date: e.Date, Subtract: subtract,
		})
	}
	return m, nil
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

// numbers leaves what was not given as nil.
func numbers(given map[string]string) (map[string]*big.Rat, error) {
	if given == nil {
		return nil, nil
	}
	values := map[string]*big.Rat{}
	for name, text := range given {
		n, err := number(text)
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
