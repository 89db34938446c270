package policy

import (
	"slices"

	"github.com/shopspring/decimal"

	"github.com/cspay/cspay/payout"
	"github.com/cspay/cspay/scoring"
)

// RedLines returns the ids of the red lines that the agent crossed, in the
// order of the policy.
func (s Slip) RedLines() []string {
	if s.r == nil {
		return nil
	}
	var ids []string
	for _, l := range s.r.policy.red.Crossed(s.r.t, s.row, func(scoring.RedLine) bool { return true }) {
		ids = append(ids, l.ID)
	}
	return ids
}

// NeedsReview reports whether a person has to confirm the slip: a red line was
// crossed, or a line of it says so.
func (s Slip) NeedsReview() bool {
	return len(s.RedLines()) > 0 || slices.ContainsFunc(s.Lines(), func(l payout.Line) bool { return l.Review })
}

// Uncollected returns what penalties and deductions of the month could not
// take, with two decimals.
func (s Slip) Uncollected() decimal.Decimal {
	if s.r == nil {
		return decimal.New(0, -pointScale)
	}
	return s.r.policy.pay.Uncollected(s.r.t, s.row)
}

// UncollectedBefore returns what earlier months of the history left
// uncollected, with two decimals. Nothing takes it by itself: whether and how
// it is collected is for a person to decide.
func (s Slip) UncollectedBefore() decimal.Decimal {
	sum := decimal.New(0, -pointScale)
	if s.r == nil {
		return sum
	}
	for i := range s.r.before.Months {
		for _, c := range s.r.before.Months[i].of(s.Agent()).Uncollected {
			sum = sum.Add(c.Amount)
		}
	}
	return sum
}

// of returns an agent's month, or an empty one.
func (m *HistoryMonth) of(agent string) HistoryAgent {
	at, ok := slices.BinarySearchFunc(m.Agents, agent, func(a HistoryAgent, id string) int {
		switch {
		case a.ID < id:
			return -1
		case a.ID > id:
			return 1
		}
		return 0
	})
	if !ok {
		return HistoryAgent{}
	}
	return m.Agents[at]
}

// uncollected are the slip's lines that could not be taken.
func (s Slip) uncollected() []HistoryClaim {
	var out []HistoryClaim
	for _, l := range s.Lines() {
		switch l.Reason {
		case payout.Uncollected, payout.Ceiling, payout.MinimumPay, payout.ProbationPay:
			out = append(out, HistoryClaim{Clause: l.Clause, Reason: l.Reason, Amount: l.Amount})
		case payout.Veto, payout.ToppedUp, payout.BelowTheLaw, payout.OneCharge, payout.Duty:
		}
	}
	return out
}
