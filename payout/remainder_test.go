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

func remainderCases() []payCase {
	fund := payout.Remainder{Account: "fund"}
	return []payCase{
		{it: "nothing charged pays the whole fund", pay: fund, want: "100.00"},
		{it: "ZW3 three serious and two minor errors leave 60.00", pay: fund, events: "1 serious, 2 serious, 3 serious, 3 minor, 9 minor", want: "60.00"},
		{it: "ZW3 twelve serious errors leave 0.00, never less", pay: fund, events: "1 serious, 1 serious, 1 serious, 1 serious, 2 serious, 2 serious, 2 serious, 2 serious, 3 serious, 3 serious, 3 serious, 3 serious", want: "0.00"},
		{it: "nine serious and one minor leave the last 5.00", edge: "empty", pay: fund, events: "1 serious, 1 serious, 1 serious, 1 serious, 1 serious, 1 serious, 1 serious, 1 serious, 1 serious, 2 minor", want: "5.00"},
		{it: "ten serious errors empty the fund", edge: "empty", pay: fund, events: "1 serious, 1 serious, 1 serious, 1 serious, 1 serious, 1 serious, 1 serious, 1 serious, 1 serious, 1 serious", want: "0.00"},
		{it: "an event that the fund does not charge leaves it", pay: fund, events: "1 attitude", want: "100.00"},
	}
}

func TestZW3(t *testing.T) {
	t.Parallel()
	run(t, remainderCases())
}

// TestRemainderOverflow charges more than 18 digits can hold.
func TestRemainderOverflow(t *testing.T) {
	t.Parallel()
	most := d("9999999999999999.99")
	accounts := scoring.Terms{Accounts: []scoring.Account{
		{ID: "fund", Opening: most, Unit: facts.Money, Charges: map[string]decimal.Decimal{"all": most, "cent": d("0.01")}},
	}}
	m := month("2026-01", facts.Agent{ID: "a"})
	m.Events = []facts.Event{{ID: "e1", Agent: "a", Kind: "all", Date: m.Period.First()}}
	slips, err := payout.Make(plan(payout.Remainder{Account: "fund"}), accounts, m)
	require.NoError(t, err)
	s, _ := slips.Of("a")
	assert.Equal(t, "0.00", s.Total().StringFixed(2))

	m.Events = append(m.Events, facts.Event{ID: "e2", Agent: "a", Kind: "cent", Date: m.Period.First()})
	_, err = payout.Make(plan(payout.Remainder{Account: "fund"}), accounts, m)
	assert.Equal(t, map[string]facts.Code{"agents[0].accounts.fund": facts.CodeNumberOverflow}, codes(t, err))
}

func TestRemainderCompile(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		account string
		code    facts.Code
	}{
		"nothing given":                {"", facts.CodeNameUnknown},
		"an account that there is not": {"found", facts.CodeNameUnknown},
		"a metric is no account":       {"wage", facts.CodeNameUnknown},
		"an account in points":         {"marks", facts.CodeMetricUnit},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			compileFails(t, payout.Remainder{Account: c.account}, map[string]facts.Code{"account": c.code})
		})
	}
}
