package payout_test

import (
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/payout"
	"github.com/cspay/cspay/scoring"
	"github.com/cspay/cspay/scoring/facts"
)

// TestTM10ACaseNamesWhatItLacks: a value or a date that a case needs is
// reported at the agent's facts.
func TestTM10ACaseNamesWhatItLacks(t *testing.T) {
	number := func(s string) *decimal.Decimal { v := decimal.RequireFromString(s); return &v }
	regular, err := facts.ParseDate("2025-12-31")
	require.NoError(t, err)
	june, err := facts.ParsePeriod("2026-06")
	require.NoError(t, err)
	plan := payout.Plan{Items: []payout.Item{{ID: "typing", Pay: payout.Penalty{
		Match: payout.AllMatch, Cases: []payout.Case{{
			When:   facts.When{{Tenure: facts.SinceRegular, Over: number("6")}, {Metric: "speed", Under: number("70")}},
			Amount: *number("10"),
		}},
	}}}}
	terms := scoring.Terms{Metrics: facts.Metrics{"speed": {Unit: facts.Number}}}
	for _, tt := range []struct {
		name   string
		agent  facts.Agent
		values map[string]decimal.Decimal
		want   []string
	}{
		{"the day of regularisation", facts.Agent{}, map[string]decimal.Decimal{"speed": *number("60")}, []string{"metric.missing agents[0].regular"}},
		{"the speed", facts.Agent{Regular: regular}, nil, []string{"metric.missing agents[0].values.speed"}},
		{"the speed of who has served too little is not asked for", facts.Agent{Regular: june.First()}, nil, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			tt.agent.ID, tt.agent.Values = "A01", tt.values
			_, err := payout.Make(plan, terms, facts.Month{Period: june, Agents: []facts.Agent{tt.agent}})
			if tt.want == nil {
				require.NoError(t, err)
				return
			}
			var ps facts.Problems
			require.ErrorAs(t, err, &ps)
			var got []string
			for _, p := range ps {
				got = append(got, string(p.Code)+" "+p.Path)
			}
			assert.Equal(t, tt.want, got)
		})
	}
}
