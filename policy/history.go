package policy

import (
	"maps"
	"slices"

	"github.com/shopspring/decimal"

	"github.com/cspay/cspay/internal/fix"
	"github.com/cspay/cspay/payout"
	"github.com/cspay/cspay/rank"
	"github.com/cspay/cspay/scoring/facts"
)

// HistoryFormat is the format of a history file.
const HistoryFormat = "cspay-history/v1"

// History is what closed months leave for later ones: plain data that the
// caller stores. Months are in calendar order and are never rewritten. The
// zero History is that of a policy's first month.
//
// Later versions only add fields, and read every older file. An older version
// refuses a file with fields that it does not know: it would write the months
// back without them, and what they stood for would be lost.
type History struct {
	Format string         `key:"format"`
	Months []HistoryMonth `key:"months"`
}

// HistoryMonth is one closed month.
type HistoryMonth struct {
	Period facts.Period   `key:"month,required"`
	Policy string         `key:"policy"` // digest of the policy that closed it
	Agents []HistoryAgent `key:"agents"` // in byte order of ids
}

// HistoryAgent is one agent's closed month.
type HistoryAgent struct {
	// ID and Level are byte for byte what was closed.
	ID string `key:"id,required,exact"`
	// Places are the places by ranking id; an unplaced agent has none. They
	// are decimals because some ways of ranking share a place between two.
	Places map[string]decimal.Decimal `key:"places"`
	// Score is nil for an agent without one.
	Score  *decimal.Decimal `key:"score"`
	Level  string           `key:"level,exact"`
	Status facts.Status     `key:"status"`
	// Balances are what accounts had left, by account id.
	Balances map[string]decimal.Decimal `key:"balances"`
	// Marks are what the month was to each streak.
	Marks []rank.Mark `key:"marks"`
	// Plans are the improvement plans that were open or ended in the month.
	Plans []rank.PlanState `key:"plans"`
	// Proposals are those that nobody had decided by the end of the month.
	Proposals []rank.Proposal `key:"proposals"`
	// Clock is the first month that counts toward a promotion.
	Clock facts.Period `key:"clock"`
	// Groups are the groups in which the agent was ranked, by ranking id.
	Groups map[string]string `key:"groups,exact"`
	// Uncollected is what penalties and deductions of the month could not take.
	Uncollected []HistoryClaim `key:"uncollected"`
}

// HistoryClaim is an amount that could not be taken, by which clause and why.
type HistoryClaim struct {
	Clause string          `key:"clause,required"`
	Reason payout.Reason   `key:"reason,required"`
	Amount decimal.Decimal `key:"amount,required"`
}

// with returns the history with a month added, sharing nothing with h.
func (h History) with(m HistoryMonth) History {
	out := h.clone()
	out.Format = HistoryFormat
	out.Months = append(out.Months, m)
	return out
}

func (h History) clone() History {
	out := History{Format: h.Format, Months: make([]HistoryMonth, len(h.Months))}
	for i, m := range h.Months {
		m.Agents = slices.Clone(m.Agents)
		for k := range m.Agents {
			m.Agents[k].Places = maps.Clone(m.Agents[k].Places)
			m.Agents[k].Balances = maps.Clone(m.Agents[k].Balances)
			m.Agents[k].cloneCareer()
			m.Agents[k].Uncollected = slices.Clone(m.Agents[k].Uncollected)
			if score := m.Agents[k].Score; score != nil {
				own := *score
				m.Agents[k].Score = &own
			}
		}
		out.Months[i] = m
	}
	return out
}

// month is what this result leaves to the history.
func (r *Result) month() HistoryMonth {
	out := HistoryMonth{Period: r.Period(), Policy: r.policy.digest, Agents: make([]HistoryAgent, 0, r.Len())}
	for s := range r.Slips() {
		a := HistoryAgent{
			ID: s.Agent(), Level: s.Attribute(facts.ByLevel), Status: facts.Status(s.Attribute(facts.ByStatus)),
			Places: map[string]decimal.Decimal{}, Balances: map[string]decimal.Decimal{}, Uncollected: s.claims(),
		}
		if v, ok := s.score(); ok {
			score := fix.ToDecimal(v, pointScale)
			a.Score = &score
		}
		for _, id := range r.policy.board.IDs() {
			if place, ok := s.PlaceValue(id); ok {
				a.Places[id] = place
			}
		}
		for _, account := range r.policy.doc.Accounts {
			if ref, ok := r.policy.schema.Lookup(account.ID + ".left"); ok {
				a.Balances[account.ID] = fix.ToDecimal(r.t.At(ref, s.row).Num, ref.Scale)
			}
		}
		a.keep(r.findings.Record(s.row))
		out.Agents = append(out.Agents, a)
	}
	return out
}
