package payout_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/payout"
	"github.com/cspay/cspay/scoring/facts"
)

func freight(share string) payout.ChargeBack {
	return payout.ChargeBack{Event: "freight", Share: d(share)}
}

func chargeBackCases() []payCase {
	wage := payout.BasePay{Amount: d("3000"), Basis: payout.Calendar}
	return []payCase{
		{it: "TM1: the agent bears 100% of each promise", pay: freight("1"), beside: wage, events: "8 freight=12.00, 9 freight=8.51", want: "2979.49"},
		{it: "half of each, each rounded down", pay: freight("0.5"), beside: wage, events: "8 freight=12.00, 9 freight=8.51", want: "2989.75"},
		{it: "half of a cent is not taken", edge: "a cent", pay: freight("0.5"), beside: wage, events: "8 freight=0.01", want: "3000.00"},
		{it: "half of two cents is a cent", edge: "a cent", pay: freight("0.5"), beside: wage, events: "8 freight=0.02", want: "2999.99"},
		{it: "no promise", pay: freight("1"), beside: wage, want: "3000.00"},
		{it: "events of another kind", pay: freight("1"), beside: wage, events: "8 attitude=50", want: "3000.00"},
		{it: "an amount of 0.00", pay: freight("1"), beside: wage, events: "8 freight=0", want: "3000.00"},
		{it: "all of the pay", edge: "all of it", pay: freight("1"), beside: wage, events: "8 freight=2999.99", want: "0.01"},
		{it: "never below 0", edge: "all of it", pay: freight("1"), beside: wage, events: "8 freight=3000.01", want: "0.00"},
		{it: "an event without an amount", pay: freight("1"), beside: wage, events: "8 freight", fails: facts.CodeMetricMissing},
		{it: "more than 18 digits", pay: freight("1"), events: "8 freight=9999999999999999.99, 9 freight=0.01", fails: facts.CodeNumberOverflow},
	}
}

func TestTM1(t *testing.T) {
	t.Parallel()
	run(t, chargeBackCases())
}

// TestChargeBackLines: a line for each event, with the order it is about. Only
// upheld events count.
func TestChargeBackLines(t *testing.T) {
	t.Parallel()
	m := payCase{given: "wage=3000", events: "8 freight=12, 9 freight=8, 10 freight=5, 11 freight=4, 12 freight=0"}.facts(t)
	m.Events[0].Order = "T-1001"
	m.Events[1].Status, m.Events[2].Status = facts.Reported, facts.Withdrawn
	m.Exclusions = []facts.Exclusion{{Event: "e3", Reason: "platform"}}
	slips, err := payout.Make(payout.Plan{Items: []payout.Item{
		{ID: "base", Pay: payout.BasePay{Metric: "wage", Basis: payout.Calendar}}, {ID: "freight", Pay: freight("1")},
	}}, terms(), m)
	require.NoError(t, err)
	s, _ := slips.Of("a")
	lines := s.Lines()
	require.Len(t, lines, 2)
	assert.Equal(t, payout.Line{
		Item: "freight", Clause: "pay.freight", Treatment: payout.Deducted, Amount: lines[1].Amount,
		Date: on("2026-01-08"), Event: "e0", Order: "T-1001",
	}, lines[1])
	assert.Equal(t, "-12.00", lines[1].Text())
	assert.Equal(t, "2988.00", s.Total().StringFixed(2))
	step := s.Explain().Steps[1]
	assert.Equal(t, "charge_back", string(step.Code))
	require.Len(t, step.Steps, 2, "the event of 0.00 is told and has no line")
	assert.Equal(t, "T-1001", said(step.Steps[0], "order"))
	assert.Equal(t, "charge_back.event", string(step.Steps[1].Code), "an event without an order")
}

func TestChargeBackCompile(t *testing.T) {
	t.Parallel()
	for it, c := range map[string]struct {
		pay  payout.ChargeBack
		want map[string]facts.Code
	}{
		"nothing":          {payout.ChargeBack{}, map[string]facts.Code{"event": facts.CodeRequired, "share": facts.CodeRequired}},
		"more than all":    {freight("1.000001"), map[string]facts.Code{"share": facts.CodeRateAboveOne}},
		"less than none":   {freight("-0.1"), map[string]facts.Code{"share": facts.CodeNumberNegative}},
		"finer than rates": {freight("0.0000001"), map[string]facts.Code{"share": facts.CodeNumberScale}},
	} {
		t.Run(it, func(t *testing.T) {
			t.Parallel()
			want := map[string]facts.Code{}
			for key, code := range c.want {
				want["pay.items[0].charge_back."+key] = code
			}
			_, err := payout.Make(plan(c.pay), terms(), month("2026-01"))
			assert.Equal(t, want, codes(t, err))
		})
	}
}

// TestChargeBackNames the event that has no amount, at its place in the facts,
// and never an amount.
func TestChargeBackNames(t *testing.T) {
	t.Parallel()
	_, err := payout.Make(plan(freight("1")), terms(), payCase{events: "8 freight=77.77, 9 freight"}.facts(t))
	assert.Equal(t, map[string]facts.Code{"events[1].amount": facts.CodeMetricMissing}, codes(t, err))
	require.ErrorContains(t, err, "an amount for event e1 on 2026-01-09")
	assert.NotContains(t, err.Error(), "77.77")
}
