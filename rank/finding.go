package rank

import (
	"cmp"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/cspay/cspay/scoring/facts"
)

// Findings are what a month says about careers: proposals for people to decide,
// and what became of earlier ones. They are in byte order of agent ids.
type Findings struct {
	// Moves are promotions and demotions, Candidates those for review.
	Moves      []Move
	Candidates []Candidate
	Plans      []PlanFinding
	// Progress is where each agent stands on the ladder.
	Progress []Progress
	// records are what the month leaves, in the order of rows.
	records []Record
}

// Record returns what the month leaves for an agent's row.
func (f *Findings) Record(row int32) Record {
	if f == nil || int(row) >= len(f.records) {
		return Record{}
	}
	return f.records[row]
}

// Proposal is something put before a person: it is shown again in every month
// until a decision closes it.
type Proposal struct {
	// Clause is what proposed it: ladder.promotion, ladder.demotions.ID,
	// eliminations.ID or gate.ID. A decision names it.
	Clause string `key:"clause,required"`
	// From and To are the levels of a move; a candidate has none.
	From string `key:"from,exact"`
	To   string `key:"to,exact"`
	// Proposed is the month that proposed it.
	Proposed facts.Period `key:"proposed,required"`
	// Rules are the rules behind it.
	Rules []ProposalRule `key:"rules"`
}

// ProposalRule is one rule behind a proposal and the months that it rests on,
// the earliest first.
type ProposalRule struct {
	Rule   string         `key:"rule,required"`
	Months []facts.Period `key:"months"`
}

// move reports whether the proposal is a step on the ladder.
func (p *Proposal) move() bool { return p.To != "" }

// State says where a proposal stands in a month.
type State string

// The states of a proposal.
const (
	Proposed  State = "proposed"  // new this month
	StillOpen State = "open"      // proposed earlier, and nobody has decided
	Effective State = "effective" // a decision accepted it: it takes effect this month
	Rejected  State = "rejected"  // a decision turned it down
	Lapsed    State = "lapsed"    // the level that it starts from is no longer in force
	Exempt    State = "exempt"    // the rule holds and the law protects the agent: nothing is proposed
)

// Words returns the known states.
func (State) Words() []string {
	return []string{"proposed", "open", "effective", "rejected", "lapsed", "exempt"}
}

// Changed reports whether the state is news of the month.
func (s State) Changed() bool { return s != StillOpen }

// Move is a step up or down the ladder.
type Move struct {
	Agent string
	Proposal
	State State
	// Decision is what decided it, nil while nobody has.
	Decision *facts.Decision
	// Hits are the rules behind it that hold this month.
	Hits []RuleHit
}

// Candidate is an agent to be looked at by a person, with the evidence. It is
// no decision and no ground for one by itself.
type Candidate struct {
	Agent string
	Proposal
	State    State
	Decision *facts.Decision
	// Hits are the rules behind it that hold this month.
	Hits []RuleHit
	// Protected tells that the law protects the agent in this month. No ground
	// is known here.
	Protected bool
}

// RuleHit is a rule that holds.
type RuleHit struct {
	Rule   string
	Name   facts.Text
	Source string
	// Months are the months it rests on, and those that it passed over between
	// them, the earliest first.
	Months []EvidenceMonth
}

// EvidenceMonth is one month of the evidence.
type EvidenceMonth struct {
	Month facts.Period
	// Effect is what the month did to the streak: Counts or Pauses.
	Effect Gap
	// Status and Unranked say why there was little to judge, if so, and Known
	// is false for a month of which nothing is known.
	Status   MonthStatus
	Unranked bool
	Known    bool
	// Seen are the values that the rule looked at.
	Seen []Seen

	agent  string
	ranked map[string][]string // with the agent; shared and never written to
}

// Others returns the ids of who else was ranked in a ranking that the rule
// looked at, in byte order.
func (e EvidenceMonth) Others(ranking string) []string {
	all := e.ranked[ranking]
	at, ok := slices.BinarySearch(all, e.agent)
	if !ok {
		return slices.Clone(all)
	}
	return slices.Concat(all[:at], all[at+1:])
}

// PlanFinding is an agent's improvement plan in a month.
type PlanFinding struct {
	Agent string
	PlanState
	Name facts.Text
	// Metric is what the plan is about, Value what it came to this month, nil
	// where there is none, and Goal what passes the plan.
	Metric string
	Value  *decimal.Decimal
	Goal   facts.When
	Source string
	// Changed tells that it was opened, extended or ended this month.
	Changed bool
}

// Progress is where an agent stands on the ladder, and what is still missing
// for the next level.
type Progress struct {
	Agent string
	// Level is the level in force, Next the one above; empty on the highest.
	Level, Next string
	// Window is the next month in which a promotion can be proposed: this one
	// where it is, and zero where the ladder promotes nobody.
	Window facts.Period
	// Clock is the first month that counts; zero where every month does.
	Clock facts.Period
	Needs []Need
}

// Need is one requirement of a promotion.
type Need struct {
	ID   string
	Name facts.Text
	Met  bool
	// Have and Want are months of a streak; Want is 0 for a condition.
	Have, Want int
	// Broken is the latest month that does not count, zero for none.
	Broken facts.Period
}

// pending finds the open proposal of a clause.
func pending(open []Proposal, clause string) int {
	return slices.IndexFunc(open, func(p Proposal) bool { return p.Clause == clause })
}

// rulesOf are the rules that hold, with the months that they rest on.
func rulesOf(hits []RuleHit) []ProposalRule {
	out := make([]ProposalRule, len(hits))
	for i := range hits {
		out[i].Rule = hits[i].Rule
		for _, m := range hits[i].Months {
			if m.Effect == Counts {
				out[i].Months = append(out[i].Months, m.Month)
			}
		}
	}
	return out
}

// Of returns what the findings say about one agent; its lists are shared.
func (f *Findings) Of(agent string) Findings {
	if f == nil {
		return Findings{}
	}
	return Findings{
		Moves:      ownOf(f.Moves, agent, func(m Move) string { return m.Agent }),
		Candidates: ownOf(f.Candidates, agent, func(c Candidate) string { return c.Agent }),
		Plans:      ownOf(f.Plans, agent, func(p PlanFinding) string { return p.Agent }),
		Progress:   ownOf(f.Progress, agent, func(p Progress) string { return p.Agent }),
	}
}

// ownOf cuts an agent's own out of a list in order of agents.
func ownOf[T any](list []T, agent string, of func(T) string) []T {
	from, ok := slices.BinarySearchFunc(list, agent, func(v T, id string) int { return cmp.Compare(of(v), id) })
	to := from
	for ok && to < len(list) && of(list[to]) == agent {
		to++
	}
	return list[from:to]
}

// Reason is why a move was proposed, in a word: promotion, or the id of the
// demotion.
func (m *Move) Reason() string {
	if rest, ok := strings.CutPrefix(m.Clause, demotionClause); ok {
		return rest
	}
	return "promotion"
}

// AlsoNow are the rules behind a proposal with those added that hold now and
// did not make it.
func AlsoNow(rules []ProposalRule, hits []RuleHit) []ProposalRule {
	out := slices.Clone(rules)
	for _, r := range rulesOf(hits) {
		if !slices.ContainsFunc(rules, func(old ProposalRule) bool { return old.Rule == r.Rule }) {
			out = append(out, r)
		}
	}
	return out
}
