package twin

import (
	"math/big"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestTheScorecardsBandsAtTheirEdges(t *testing.T) {
	bands := map[string]func(*big.Rat) *big.Rat{
		"completion":  completionShare,
		"conversion":  func(x *big.Rat) *big.Rat { return threeSteps(x, num(t, "0.45"), num(t, "0.4"), num(t, "0.35")) },
		"basket":      func(x *big.Rat) *big.Rat { return threeSteps(x, num(t, "250"), num(t, "230"), num(t, "210")) },
		"first_reply": func(x *big.Rat) *big.Rat { return threeSteps(x, num(t, "0.98"), num(t, "0.95"), num(t, "0.92")) },
		"response":    speedShare,
	}
	for _, c := range []struct{ line, actual, want string }{
		{"completion", "1.18", "1.00"},
		{"completion", "1", "1.00"},
		{"completion", "0.99999", "0.85"},
		{"completion", "0.9", "0.85"},
		{"completion", "0.89999", "0.70"},
		{"completion", "0.8", "0.70"},
		{"completion", "0.79999", "0.55"},
		{"completion", "0.7", "0.55"},
		{"completion", "0.69999", "0.40"},
		{"completion", "0.6", "0.40"},
		{"completion", "0.59999", "0.25"},
		{"completion", "0.5", "0.25"},
		{"completion", "0.49999", "0.10"},
		{"completion", "0.4", "0.10"},
		{"completion", "0.39999", "0.00"},
		{"conversion", "0.45", "1.00"},
		{"conversion", "0.44999", "0.80"},
		{"conversion", "0.34999", "0.00"},
		{"basket", "230", "0.80"},
		{"basket", "229.99", "0.60"},
		{"first_reply", "0.92", "0.60"},
		{"first_reply", "0.91999", "0.00"},
		{"response", "35", "1.00"},
		{"response", "35.001", "0.80"},
		{"response", "45.001", "0.60"},
		{"response", "55", "0.60"},
		{"response", "55.001", "0.00"},
	} {
		t.Run(c.line+" of "+c.actual, func(t *testing.T) {
			assert.Equal(t, c.want, fixed(bands[c.line](num(t, c.actual))))
		})
	}
	for events, want := range map[int]string{0: "1.00", 1: "0.80", 3: "0.80", 4: "0.60", 9: "0.60"} {
		assert.Equal(t, want, fixed(lateShare(events)), "%d events", events)
	}
}

func TestTheScorecardsMedals(t *testing.T) {
	for score, want := range map[string]string{
		"69.99": "", "70": "bronze", "79.99": "bronze", "80": "silver", "89.99": "silver", "90": "gold",
	} {
		t.Run(score, func(t *testing.T) {
			got := medal(num(t, score))
			if want == "" {
				assert.Nil(t, got)
				return
			}
			require.NotNil(t, got)
			assert.Equal(t, want, *got)
		})
	}
	assert.Nil(t, medal(nil), "no score, no medal")
}

// dealer is an agent of the scorecard who worked one day and has every first
// limit.
func dealer(t *testing.T, id string) Agent {
	t.Helper()
	return Agent{
		ID: id, Hired: "2024-01-01",
		Values: cellsOf(t, map[string]string{"base_wage": "3000", "sales_target": "2250"}),
		Days: []Day{{Date: "2026-09-01", Values: cellsOf(t, map[string]string{
			"sales": "2250", "enquiries": "20", "buyers": "9", "conversations": "50", "first_replied": "49", "response": "35",
		})}},
	}
}

func TestTheScorecardSpreadsWhatDoesNotApply(t *testing.T) {
	a := dealer(t, "C01")
	delete(a.Values, "sales_target")
	list, err := workCard(Month{Period: "2026-09", Agents: []Agent{a, dealer(t, "C02")}})
	require.NoError(t, err)
	points := map[string]string{}
	for id, p := range list[0].points {
		points[id] = fixed(p)
	}
	// 100 over 20 : 20 : 20 : 5 : 5 is 28.5714... and 7.1428...
	assert.Equal(t, map[string]string{
		"conversion": "28.57", "basket": "28.57", "first_reply": "28.57", "response": "7.15", "attendance": "7.14",
	}, points)
	assert.Equal(t, "100.00", fixed(list[0].score))
	assert.Equal(t, "100.00", fixed(list[1].score))
	assert.Equal(t, []int{1, 1}, []int{list[0].place, list[1].place})
}

func TestTheScorecardRefusesWhatItCanNotCompute(t *testing.T) {
	event := Event{ID: "E1", Agent: "C01", Kind: "attendance", Date: "2026-09-01"}
	for name, change := range map[string]func(*Month){
		"an unknown agent":    func(m *Month) { m.Events[0].Agent = "X" },
		"an unknown event":    func(m *Month) { m.Events[0].Kind = "strike" },
		"a day of no service": func(m *Month) { m.Agents[0].Hired = "2026-09-02" },
		"a missing response":  func(m *Month) { delete(m.Agents[0].Days[0].Values, "response") },
		"a missing wage":      func(m *Month) { delete(m.Agents[0].Values, "base_wage") },
	} {
		t.Run(name, func(t *testing.T) {
			m := Month{Period: "2026-09", Agents: []Agent{dealer(t, "C01")}, Events: []Event{event}}
			_, err := CloseCard(m)
			require.NoError(t, err)
			change(&m)
			_, err = CloseCard(m)
			require.Error(t, err)
		})
	}
}
