package twin

import (
	"maps"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// allRounder is an agent who worked one day and reached half of each target,
// net of returns of nothing.
func allRounder(t *testing.T, more map[string]string) Agent {
	t.Helper()
	values := map[string]string{"base_wage": "3100", "sales_target": "1000"}
	maps.Copy(values, more)
	return Agent{
		ID: "S01", Hired: "2024-01-01", Values: cellsOf(t, values),
		Days: []Day{{Date: "2026-05-01", Values: cellsOf(t, map[string]string{
			"sales": "500", "returns": "0", "enquiries": "40", "buyers": "9", "conversations": "50", "response": "45",
			"ratings": "40", "satisfied": "19",
		})}},
	}
}

func TestTM3_EachStagePaysItsOwnItems(t *testing.T) {
	for name, c := range map[string]struct {
		stage func(Month) (Result, error)
		want  map[string]string
		total string
	}{
		"start-up": {CloseStartUp, map[string]string{"base": "3100.00", "commission": "7.50"}, "3107.50"},
		"growth":   {CloseGrowth, map[string]string{"base": "3100.00", "performance": "1500.00"}, "4600.00"},
		"mature": {CloseMature, map[string]string{
			"base": "3100.00", "performance": "1200.00", "projects": "400.00",
		}, "4700.00"},
	} {
		t.Run(name, func(t *testing.T) {
			r, err := c.stage(Month{Period: "2026-05", Agents: []Agent{
				allRounder(t, map[string]string{"campaign": "79.99", "handbook": "80"}),
			}})
			require.NoError(t, err)
			slip := r.Slips[0]
			got := map[string]string{}
			for _, l := range slip.Lines {
				got[l.Item] = l.Amount
			}
			assert.Equal(t, c.want, got)
			assert.Equal(t, "50.00", *slip.Score)
			assert.Equal(t, c.total, slip.Total)
			require.NotNil(t, slip.Place)
			assert.Equal(t, 1, *slip.Place)
		})
	}
}

func TestTM3_TheStartUpsCommission(t *testing.T) {
	for net, want := range map[string]string{
		"0": "0.00", "25000": "375.00", "60000": "900.00", "60000.01": "900.00", "60000.20": "900.01", "160000": "3400.00",
	} {
		assert.Equal(t, want, fixed(roundHalfUp(stageCommission(num(t, net)))), net)
	}
	a := allRounder(t, nil)
	a.Days[0].Values["returns"] = num(t, "600")
	r, err := CloseStartUp(Month{Period: "2026-05", Agents: []Agent{a}})
	require.NoError(t, err)
	assert.Equal(t, "0.00", r.Slips[0].Lines[1].Amount, "more returned than sold")
}

func TestTM3_AStageRefusesWhatItCanNotCompute(t *testing.T) {
	for name, change := range map[string]func(*Month){
		"no target":      func(m *Month) { delete(m.Agents[0].Values, "sales_target") },
		"a target of 0":  func(m *Month) { m.Agents[0].Values["sales_target"] = zero() },
		"no wage":        func(m *Month) { delete(m.Agents[0].Values, "base_wage") },
		"no sales":       func(m *Month) { delete(m.Agents[0].Days[0].Values, "sales") },
		"an event":       func(m *Month) { m.Events = []Event{{ID: "E1"}} },
		"no such period": func(m *Month) { m.Period = "May" },
	} {
		t.Run(name, func(t *testing.T) {
			m := Month{Period: "2026-05", Agents: []Agent{allRounder(t, nil)}}
			_, err := CloseMature(m)
			require.NoError(t, err)
			change(&m)
			_, err = CloseMature(m)
			require.Error(t, err)
		})
	}
}
