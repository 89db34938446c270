package payout_test

import (
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/payout"
	"github.com/cspay/cspay/scoring"
	"github.com/cspay/cspay/scoring/facts"
)

// TestSpreadOfAVeto holds that what a red line keeps back is not published as
// paid: sales of 10,000.00 and 30,000.00 at 1%, the higher one vetoed.
func TestSpreadOfAVeto(t *testing.T) {
	t.Parallel()
	c := facts.NewCheck()
	schema := columns.NewSchema(facts.Metrics{
		"sales":    {Unit: facts.Money, Better: facts.Higher},
		"breaches": {Unit: facts.Count, Better: facts.Lower},
	}, c.At("metrics"))
	rate, none := d("0.01"), d("0")
	red := scoring.CompileRedLines([]scoring.RedLine{{
		ID: "rules", When: facts.When{{Metric: "breaches", Over: &none}}, Effect: scoring.PayZero, Items: []string{"own"},
	}}, schema, c)
	plan := payout.Plan{Items: []payout.Item{{ID: "own", Spread: true, Pay: payout.Commission{Metric: "sales", Rate: &rate}}}}
	sheet := plan.Compile(schema, payout.DefaultRounding(), c)
	sheet.Restrain(payout.Restraints{RedLines: red}, payout.DefaultRounding(), schema, c)
	require.NoError(t, c.Err())
	period, err := facts.NewPeriod(2026, 6)
	require.NoError(t, err)
	table := schema.Build(facts.Month{Period: period, Agents: []facts.Agent{
		{ID: "A1", Values: map[string]decimal.Decimal{"sales": d("10000"), "breaches": d("0")}},
		{ID: "A2", Values: map[string]decimal.Decimal{"sales": d("30000"), "breaches": d("1")}},
	}}, c)
	red.Run(table, c)
	sheet.Run(table, c)
	require.NoError(t, c.Err())
	spread, ok := sheet.Spread(table, "own")
	require.True(t, ok)
	assert.Equal(t, [3]string{"100.00", "0.00", "100.00"}, [3]string{
		payout.Line{Amount: spread.Highest}.Text(), payout.Line{Amount: spread.Lowest}.Text(), payout.Line{Amount: spread.Gap}.Text(),
	})
}
