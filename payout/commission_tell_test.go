package payout_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/payout"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// TestExplainCommission reads the steps of each form: how the rate was chosen,
// what is paid at it, and the bound that decided.
func TestExplainCommission(t *testing.T) {
	t.Parallel()
	change := func(k payout.Commission, f func(*payout.Commission)) payout.Commission {
		f(&k)
		return k
	}
	tiers := payout.Commission{Metric: "sales", Tiers: cliff()}
	bounded := change(tiers, func(k *payout.Commission) { k.Floor, k.Cap = ptr("300"), ptr("800") })
	owed := payout.Commission{Metric: "sales", Rate: ptr("0.01"), Negative: payout.NegativeZero, Floor: ptr("300")}
	share := accelerated(payout.Commission{Slabs: shopZW()}, "33333.33", "1.5")
	share.Accelerator.Over = ptr("1.1")
	own := accelerated(payout.Commission{Rate: ptr("0.01")}, "0", "1.5")
	own.Accelerator.TargetMetric = "wage"
	cases := []struct {
		payCase
		code  string
		steps []string // of the commission itself, without the metrics
	}{
		{
			payCase{it: "a tier", pay: tiers, given: "sales=50000"},
			"commission",
			[]string{"tier: 50000.00 yuan, at most 50000.00 yuan: all of it at 1%", "part: 50000.00 yuan of it × 1%"},
		},
		{
			payCase{it: "the last tier", pay: tiers, given: "sales=50000.01"},
			"commission",
			[]string{"tier: 50000.01 yuan, more than 50000.00 yuan: all of it at 1.5%", "part: 50000.01 yuan of it × 1.5%"},
		},
		{
			payCase{it: "a single tier", pay: payout.Commission{Metric: "sales", Tiers: cliff()[1:]}, given: "sales=100"},
			"commission",
			[]string{"slab: 100.00 yuan of it × 1.5%"},
		},
		{
			payCase{it: "a rate by a step", pay: byHits(), given: "sales=100, hits=6, chats=5"},
			"commission",
			[]string{"rate_by: hit_rate 120%, at least 120%: the rate is 1.5%", "part: 100.00 yuan of it × 1.5%"},
		},
		{
			payCase{it: "a rate by else", pay: byHits(), given: "sales=100, hits=4, chats=5"},
			"commission",
			[]string{"rate_by: hit_rate 80%, no step reached: the rate is 0.8%", "part: 100.00 yuan of it × 0.8%"},
		},
		{
			payCase{it: "an accelerator in slabs, from a part of a cent on", pay: share, given: "sales=60000"},
			"commission",
			[]string{
				"slab: 36666.663 yuan of it × 1%",
				"accelerator: 13333.337 yuan of it, above 110% of the target of 33333.33 yuan, × 1% × 1.5",
				"accelerator: 10000.00 yuan of it, above 110% of the target of 33333.33 yuan, × 1.5% × 1.5",
			},
		},
		{
			payCase{it: "an accelerator that is not reached", pay: share, given: "sales=100"},
			"commission",
			[]string{"slab: 100.00 yuan of it × 1%"},
		},
		{
			payCase{it: "an accelerator without a target", pay: own, given: "sales=100"},
			"commission",
			[]string{"slab: 100.00 yuan of it × 1%"},
		},
		{
			payCase{it: "an accelerated tier", pay: accelerated(tiers, "50000", "2"), given: "sales=60000"},
			"commission",
			[]string{
				"tier: 60000.00 yuan, more than 50000.00 yuan: all of it at 1.5%", "part: 50000.00 yuan of it × 1.5%",
				"accelerator: 10000.00 yuan of it, above 100% of the target of 50000.00 yuan, × 1.5% × 2",
			},
		},
		{
			payCase{it: "a floor", pay: bounded, given: "sales=29999"},
			"commission",
			[]string{
				"tier: 29999.00 yuan, at most 50000.00 yuan: all of it at 1%", "part: 29999.00 yuan of it × 1%",
				"floor: 299.99 yuan is less than the floor, which is 300.00 yuan",
			},
		},
		{
			payCase{it: "a cap", pay: bounded, given: "sales=60000"},
			"commission",
			[]string{
				"tier: 60000.00 yuan, more than 50000.00 yuan: all of it at 1.5%", "part: 60000.00 yuan of it × 1.5%",
				"cap: 900.00 yuan is more than the cap, which is 800.00 yuan",
			},
		},
		{
			payCase{it: "at the floor it does not decide", pay: bounded, given: "sales=30000"},
			"commission",
			[]string{"tier: 30000.00 yuan, at most 50000.00 yuan: all of it at 1%", "part: 30000.00 yuan of it × 1%"},
		},
		{payCase{it: "a floor below sales below 0", pay: owed, given: "sales=-1"}, "commission.negative_floor", nil},
	}
	for _, c := range cases {
		t.Run(c.it, func(t *testing.T) {
			t.Parallel()
			item := slip(t, c.pay, c.facts(t)).Explain().Steps[0]
			assert.Equal(t, c.code, string(item.Code))
			var got []string
			for _, s := range item.Steps {
				if !strings.HasPrefix(s.Clause, "metrics.") {
					got = append(got, s.Clause+": "+s.Sentence(explain.English))
				}
			}
			assert.Equal(t, c.steps, got)
		})
	}
}

// TestExplainTarget shows each metric that a commission looked at.
func TestExplainTarget(t *testing.T) {
	t.Parallel()
	k := byHits()
	k.Accelerator = &payout.Accelerator{TargetMetric: "needed", Times: d("2")}
	c := payCase{pay: k, given: "sales=100, returns=1, needed=50, hits=5, chats=5"}
	var seen []string
	for _, s := range slip(t, k, c.facts(t)).Explain().Steps[0].Steps {
		if id, ok := strings.CutPrefix(s.Clause, "metrics."); ok {
			seen = append(seen, id)
		}
	}
	assert.Equal(t, []string{"sales", "returns", "hit_rate", "needed"}, seen)
}

// TestTargetIsBlamed: the problem of an agent's target stands at the target and
// does not say what it is.
func TestTargetIsBlamed(t *testing.T) {
	t.Parallel()
	k := accelerated(payout.Commission{Rate: ptr("0.01")}, "0", "2")
	k.Accelerator.TargetMetric = "needed"
	c := payCase{pay: k, given: "sales=100, needed=-50"}
	_, err := payout.Make(plan(k), terms(), c.facts(t))
	var p *facts.Problem
	require.ErrorAs(t, err, &p)
	assert.Equal(t, "agents[0].values.needed", p.Path)
	assert.Equal(t, "target.negative at agents[0].values.needed (agent a): want a target above 0 for clause pay.x", p.Error())
}
