package policy

import (
	"slices"

	"github.com/shopspring/decimal"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/payout"
	"github.com/cspay/cspay/scoring"
	"github.com/cspay/cspay/scoring/facts"
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
func (s Slip) NeedsReview() bool { return len(s.RedLines()) > 0 || anyReview(s.Lines()) }

func anyReview(lines []payout.Line) bool {
	return slices.ContainsFunc(lines, func(l payout.Line) bool { return l.Review })
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
	if a := m.find(agent); a != nil {
		return *a
	}
	return HistoryAgent{}
}

// claims are the slip's amounts that could not be taken.
func (s Slip) claims() []HistoryClaim {
	if s.Uncollected().Sign() == 0 {
		return nil
	}
	var out []HistoryClaim
	for _, l := range s.Lines() {
		if l.Reason.Leaves() {
			out = append(out, HistoryClaim{Clause: l.Clause, Reason: l.Reason, Amount: l.Amount})
		}
	}
	return out
}

// check refuses a claim that no close leaves. Claims are added up, which a
// number of any length would not allow.
func (c *HistoryClaim) check(at facts.Check) {
	if c.Clause == "" {
		at.At("clause").Fail(facts.CodeRequired, "the clause that the amount was due by", "")
	}
	if !c.Reason.Leaves() {
		at.At("reason").Fail(facts.CodeHistory, "why an amount could not be taken", string(c.Reason))
	}
	if at := at.At("amount"); columns.Number(at, c.Amount, pointScale) <= 0 {
		at.Fail(facts.CodeHistory, "an amount above 0", "")
	}
}
