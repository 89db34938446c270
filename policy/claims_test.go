package policy

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/payout"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

const claimedMonths = `{"format": "cspay-history/v1", "months": [
{"month": "2025-10", "agents": [
  {"id": "A0", "uncollected": [{"clause": "guard", "reason": "ceiling", "amount": 99}]},
  {"id": "A1", "uncollected": [{"clause": "guard", "reason": "ceiling", "amount": 200}, {"clause": "pay.fail", "reason": "uncollected", "amount": 7.5}]}]},
{"month": "2025-11", "agents": [{"id": "A1"}]},
{"month": "2025-12", "agents": [{"id": "A1", "uncollected": [{"clause": "pay", "reason": "nothing_left", "amount": 0.01}]}]}]}
`

// closeAfter closes one agent's month of the policy after a history.
func closeAfter(t *testing.T, h History, values map[string]decimal.Decimal, events ...facts.Event) (*Result, error) {
	t.Helper()
	p, err := Load(strings.NewReader(settlePolicy))
	require.NoError(t, err)
	return p.Close(facts.Month{Period: period("2026-01"), Agents: []facts.Agent{{ID: "A1", Values: values}}, Events: events}, h)
}

// TestUncollectedIsRemembered: what could not be taken goes into the history,
// and from there it is shown and never taken.
func TestUncollectedIsRemembered(t *testing.T) {
	before := history(t, claimedMonths)
	failed := map[string]decimal.Decimal{"exam": dec("50"), "wage": dec("3000")}
	breach := facts.Event{ID: "e1", Agent: "A1", Kind: "breach", Date: day("2026-01-05")}
	r, err := closeAfter(t, before, failed, breach)
	require.NoError(t, err)
	slip, _ := r.Slip("A1")
	assert.Equal(t, "10.00", slip.Uncollected().StringFixed(2))
	assert.Equal(t, "207.51", slip.UncollectedBefore().StringFixed(2), "this agent's, of every month")
	assert.Equal(t, "3000.00", slip.Total().StringFixed(2), "nothing is taken for it")

	months := r.History().Months
	require.Len(t, months, 4)
	claims := months[3].Agents[0].Uncollected
	require.Len(t, claims, 1)
	assert.Equal(t, HistoryClaim{Clause: "pay.fail", Reason: payout.Uncollected, Amount: claims[0].Amount}, claims[0])
	assert.Equal(t, "10.00", claims[0].Amount.StringFixed(2))

	var b strings.Builder
	require.NoError(t, r.History().Write(&b))
	again := history(t, b.String())
	var second strings.Builder
	require.NoError(t, again.Write(&second))
	assert.Equal(t, b.String(), second.String())

	var said []string
	slip.Explain().Walk(func(_ int, s explain.Step) {
		if s.Code == "slip.uncollected" {
			said = append(said, s.Sentence(explain.Chinese), s.Sentence(explain.English))
		}
	})
	assert.Equal(t, []string{
		"以前月份未扣合计 207.51 元,本月不自动扣,由人工决定",
		"207.51 yuan uncollected from earlier months; nothing takes it by itself, a person decides",
	}, said)

	// The caller's history is not the result's.
	before.Months[0].Agents[1].Uncollected[0].Amount = dec("1")
	assert.Equal(t, "207.51", slip.UncollectedBefore().StringFixed(2))
}

func TestNothingUncollected(t *testing.T) {
	r, err := closeAfter(t, History{}, map[string]decimal.Decimal{"exam": dec("95"), "wage": dec("3000")})
	require.NoError(t, err)
	slip, _ := r.Slip("A1")
	assert.Nil(t, r.History().Months[0].Agents[0].Uncollected)
	slip.Explain().Walk(func(_ int, s explain.Step) { assert.NotEqual(t, "slip.uncollected", string(s.Code)) })
	text, err := slip.MarshalJSON()
	require.NoError(t, err)
	for _, key := range []string{"needs_review", "red_lines", "uncollected", "reason", "duty", "event", "order"} {
		assert.NotContains(t, string(text), key, "a key with nothing to say is left out")
	}
	for _, none := range []func(Slip) string{
		func(s Slip) string { return s.Uncollected().StringFixed(2) }, func(s Slip) string { return s.UncollectedBefore().StringFixed(2) },
	} {
		assert.Equal(t, "0.00", none(Slip{}))
	}
	assert.False(t, Slip{}.NeedsReview())
	assert.Nil(t, Slip{}.RedLines())
}

// TestSlipJSONOfASettlement has each key of a slip from which something is
// taken, by hand.
func TestSlipJSONOfASettlement(t *testing.T) {
	amount := dec("4000")
	r, err := closeAfter(t, history(t, claimedMonths), map[string]decimal.Decimal{"exam": dec("50"), "wage": dec("3000")},
		facts.Event{ID: "e1", Agent: "A1", Kind: "breach", Date: day("2026-01-05")},
		facts.Event{ID: "e2", Agent: "A1", Kind: "freight", Date: day("2026-01-06"), Amount: &amount, Order: "T1001"},
	)
	require.NoError(t, err)
	slip, _ := r.Slip("A1")
	text, err := json.Marshal(slip)
	require.NoError(t, err)
	want := `{"agent":"A1","score":"50.00","grade":null,"place":null,"places":{},"lines":[` +
		`{"item":"base","treatment":"earned","amount":"3000.00","clause":"pay.base"},` +
		`{"item":"bonus","treatment":"earned","amount":"100.00","clause":"pay.bonus"},` +
		`{"item":"bonus","treatment":"not_earned","amount":"-100.00","clause":"red_lines.breach","reason":"veto","needs_review":true,"red_lines":["breach"]},` +
		`{"item":"fail","treatment":"not_earned","amount":"-10.00","clause":"pay.fail"},` +
		`{"item":"fail","treatment":"not_earned","amount":"0.00","clause":"pay.fail","reason":"duty","duty":{"zh":"复习","en":"Revision"}},` +
		`{"item":"freight","treatment":"deducted","amount":"-4000.00","clause":"pay.freight","date":"2026-01-06","event":"e2","order":"T1001"},` +
		`{"item":"fail","treatment":"not_earned","amount":"10.00","clause":"pay.fail","reason":"uncollected"},` +
		`{"item":"guard","treatment":"deducted","amount":"1000.00","clause":"pay","reason":"nothing_left"}],` +
		`"total":"0.00","needs_review":true,"red_lines":["breach"],"uncollected":"1010.00","uncollected_before":"207.51"}`
	assert.Equal(t, want, string(text))
}

func TestClaimsThatNoCloseLeaves(t *testing.T) {
	for name, c := range map[string]struct {
		claim HistoryClaim
		key   string
		code  facts.Code
	}{
		"an amount of 0":            {HistoryClaim{"guard", payout.Ceiling, dec("0")}, "amount", facts.CodeHistory},
		"an amount below 0":         {HistoryClaim{"guard", payout.Ceiling, dec("-1")}, "amount", facts.CodeHistory},
		"a reason that leaves none": {HistoryClaim{"guard", payout.ToppedUp, dec("1")}, "reason", facts.CodeHistory},
		"no reason":                 {HistoryClaim{"guard", "", dec("1")}, "reason", facts.CodeHistory},
		"no clause":                 {HistoryClaim{"", payout.Ceiling, dec("1")}, "clause", facts.CodeRequired},
		"parts of a cent":           {HistoryClaim{"guard", payout.Ceiling, dec("0.001")}, "amount", facts.CodeNumberScale},
	} {
		t.Run(name, func(t *testing.T) {
			h := History{Months: []HistoryMonth{{Period: period("2025-12"), Agents: []HistoryAgent{{ID: "A1", Uncollected: []HistoryClaim{c.claim}}}}}}
			_, err := closeAfter(t, h, map[string]decimal.Decimal{"exam": dec("95"), "wage": dec("3000")})
			var p *Problem
			require.ErrorAs(t, err, &p)
			assert.Equal(t, c.code, p.Code)
			assert.Equal(t, "history.months[0].agents[0].uncollected[0]."+c.key, p.Path)
			require.ErrorIs(t, h.Write(&strings.Builder{}), c.code)
		})
	}
	t.Run("a number of a billion digits takes no time", func(t *testing.T) {
		h := History{Months: []HistoryMonth{{Period: period("2025-12"), Agents: []HistoryAgent{
			{ID: "A1", Uncollected: []HistoryClaim{{"guard", payout.Ceiling, decimal.New(1, 1_000_000_000)}}},
		}}}}
		_, err := closeAfter(t, h, map[string]decimal.Decimal{"exam": dec("95"), "wage": dec("3000")})
		require.Error(t, err)
	})
}
