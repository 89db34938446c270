package twin

import (
	"fmt"
	"math/big"
	"testing"

	"github.com/stretchr/testify/require"
)

func num(t *testing.T, text string) *big.Rat {
	t.Helper()
	n, ok := new(big.Rat).SetString(text)
	require.True(t, ok, text)
	return n
}

// plain is an agent who worked one day of the month, without any fault.
func plain(t *testing.T, id, role, day string) Agent {
	t.Helper()
	cells := map[string]*big.Rat{}
	for name, text := range map[string]string{
		"conversations": "50", "slow": "1", "response": "30", "satisfied": "19", "ratings": "20",
		"questions": "100", "answers": "120", "replied": "99", "enquiries": "100",
	} {
		cells[name] = num(t, text)
	}
	return Agent{
		ID: id, Role: role, Hired: "2024-01-01",
		Values: map[string]*big.Rat{"base_wage": num(t, "3000"), "exam": num(t, "100")},
		Days:   []Day{{Date: day, Values: cells}},
	}
}

// run works the month out and returns the sheets by agent.
func run(t *testing.T, m Month) map[string]*sheet {
	t.Helper()
	list, err := work(m)
	require.NoError(t, err)
	sheets := map[string]*sheet{}
	for _, s := range list {
		sheets[s.agent.ID] = s
	}
	return sheets
}

// amounts lists the lines as "item amount" or "item date amount".
func amounts(s *sheet) []string {
	var list []string
	for _, l := range s.lines {
		text := l.Item + " " + l.Amount
		if l.Date != "" {
			text = l.Item + " " + l.Date + " " + l.Amount
		}
		list = append(list, text)
	}
	return list
}

// repeated returns n upheld events of a kind on one day.
func repeated(kind, agent, date string, n int) []Event {
	var list []Event
	for i := range n {
		list = append(list, Event{ID: fmt.Sprintf("%s-%d", kind, i), Agent: agent, Kind: kind, Date: date})
	}
	return list
}

func fixedAll(list []*big.Rat) []string {
	texts := make([]string, len(list))
	for i, x := range list {
		texts[i] = fixed(x)
	}
	return texts
}
