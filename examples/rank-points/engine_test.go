package rankpoints

import (
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/payout"
	"github.com/cspay/cspay/policy"
	"github.com/cspay/cspay/scoring"
)

// What the page says of the library beyond the month's result: the lines of the
// score, what is published, and how other readings come out.

// closeWith closes the sample month under one changed policy.
func closeWith(t *testing.T, change func(*policy.Document)) *policy.Result {
	t.Helper()
	p := yt().Policy(t)
	doc := p.Document()
	change(&doc)
	changed, err := policy.New(doc)
	require.NoError(t, err)
	r, err := changed.Close(yt().Facts(t, p), policy.History{})
	require.NoError(t, err)
	return r
}

// lines are the lines of an agent's score by id, blocks and adjustments too.
func lines(t *testing.T, r *policy.Result, agent string) map[string]string {
	t.Helper()
	slip, ok := r.Slip(agent)
	require.True(t, ok)
	out := map[string]string{}
	score := slip.Explain().Steps[0]
	for _, step := range score.Steps {
		for _, line := range append(step.Steps, step) {
			if id := line.Clause[strings.LastIndex(line.Clause, ".")+1:]; strings.HasPrefix(line.Clause, "schemes.") {
				if d, known := line.Value.Decimal(); known {
					out[id] = d.StringFixed(2)
				}
			}
		}
	}
	return out
}

func TestYT3_MarksByPlace(t *testing.T) {
	r := yt().Close(t)
	for agent, want := range map[string][2]string{
		"C01": {"20.00", "15.00"},
		"C02": {"18.00", "9.00"},  // second in sales, fourth in orders
		"C13": {"18.00", "12.00"}, // second in sales, third in orders
		"C05": {"12.00", "9.00"},  // fourth in sales
		"C12": {"12.00", "15.00"}, // first in orders
	} {
		got := lines(t, r, agent)
		assert.Equal(t, want, [2]string{got["sales"], got["orders"]}, agent)
	}
	for slip := range r.Slips() {
		got := lines(t, r, slip.Agent())
		if slip.Agent() != "C10" { // whose 16.00 are 60% of 26.67
			assert.NotEqual(t, "16.00", got["sales"], "third place's mark, %s", slip.Agent())
		}
		assert.NotEqual(t, "13.50", got["orders"], "second place's mark, %s", slip.Agent())
	}
}

func TestYT1_WhatDoesNotApplyIsCarriedWithinItsBlock(t *testing.T) {
	r := yt().Close(t)
	c10 := lines(t, r, "C10")
	assert.Equal(t, "16.00", c10["sales"], "60% of 26.67 is 16.002")
	assert.Equal(t, "12.00", c10["orders"], "60% of 20.00")
	assert.NotContains(t, c10, "conversion")
	assert.Equal(t, "10.00", c10["satisfaction"], "the other blocks are untouched")
	c13 := lines(t, r, "C13")
	assert.Equal(t, "14.33", c13["satisfaction"])
	assert.Equal(t, "10.29", c13["attendance"])
	assert.NotContains(t, c13, "exam")
}

func TestYT4_ThreePraisesAndOneBlame(t *testing.T) {
	got := lines(t, yt().Close(t), "C01")
	assert.Equal(t, "6.00", got["praise"])
	assert.Equal(t, "-2.00", got["blame"])

	t.Run("once a month they cancel out", func(t *testing.T) {
		r := closeWith(t, adjusted(func(a *scoring.Adjustment) { a.Per = scoring.PerMonth }))
		slip, _ := r.Slip("C01")
		assert.Equal(t, "100.00", slip.Score().StringFixed(2))
	})
	t.Run("with a cap of 4 points they are +2", func(t *testing.T) {
		most := decimal.RequireFromString("4")
		r := closeWith(t, adjusted(func(a *scoring.Adjustment) { a.Most = &most }))
		slip, _ := r.Slip("C01")
		assert.Equal(t, "102.00", slip.Score().StringFixed(2))
	})
	t.Run("without a least a score goes below 0", func(t *testing.T) {
		r := closeWith(t, func(doc *policy.Document) {
			for i := range doc.Schemes {
				doc.Schemes[i].Least = nil
			}
		})
		slip, _ := r.Slip("C25")
		assert.Equal(t, "-4.00", slip.Score().StringFixed(2))
	})
}

// adjusted changes every adjustment of the policy.
func adjusted(change func(*scoring.Adjustment)) func(*policy.Document) {
	return func(doc *policy.Document) {
		for _, scheme := range doc.Schemes {
			for i := range scheme.Indicators {
				if a, ok := scheme.Indicators[i].Rule.(scoring.Adjustment); ok {
					change(&a)
					scheme.Indicators[i].Rule = a
				}
			}
		}
	}
}

func TestYT5_ThereIsNoCapUntilOneIsWritten(t *testing.T) {
	whole := decimal.RequireFromString("1")
	r := closeWith(t, func(doc *policy.Document) {
		for i := range doc.Pay.Items {
			if p, ok := doc.Pay.Items[i].Pay.(payout.PerformancePay); ok {
				p.Cap = &whole
				doc.Pay.Items[i].Pay = p
			}
		}
	})
	for agent, want := range map[string][2]string{"C01": {"2080.00", "2000.00"}, "C12": {"1877.40", "1877.40"}} {
		assert.Equal(t, want, [2]string{performance(t, yt().Close(t), agent), performance(t, r, agent)}, agent)
	}
}

func performance(t *testing.T, r *policy.Result, agent string) string {
	t.Helper()
	slip, ok := r.Slip(agent)
	require.True(t, ok)
	for _, l := range slip.Lines() {
		if l.Item == "performance" {
			return l.Text()
		}
	}
	return ""
}

func TestYT5_TheSpreadIsPublished(t *testing.T) {
	spreads := yt().Close(t).Spreads()
	require.Len(t, spreads, 1)
	assert.Equal(t, "performance", spreads[0].Item)
	assert.Equal(t, "2080.00", spreads[0].Highest.StringFixed(2))
	assert.Equal(t, "0.00", spreads[0].Lowest.StringFixed(2))
	assert.Equal(t, "2080.00", spreads[0].Gap.StringFixed(2))
	assert.Equal(t, 24, spreads[0].Agents, "all but C04, who has no score")
}

func TestThePolicyHasNoWarnings(t *testing.T) {
	assert.Empty(t, yt().Policy(t).Warnings())
	assert.Empty(t, yt().Close(t).Warnings())
}
