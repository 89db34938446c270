package payout_test

import (
	"testing"

	"github.com/cspay/cspay/payout"
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
