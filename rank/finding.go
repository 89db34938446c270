package rank

import (
	"github.com/cspay/cspay/scoring/facts"
)

// Findings are what a month says about careers: proposals for people to decide,
// and what became of earlier ones. They are in byte order of agent ids.
type Findings struct {
	// Moves are promotions and demotions, Candidates those for review.
	Moves      []Move
	Candidates []Candidate
	Plans      []PlanFinding
	// Progress is what each agent still lacks for the next level.
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
	// eliminations.ID or gate.ID.
	Clause string `key:"clause,required"`
	// From and To are the levels of a move; a candidate has none.
	From string `key:"from,exact"`
	To   string `key:"to,exact"`
	// Proposed is the month that proposed it, and Rules are the rules behind it.
	Proposed facts.Period `key:"proposed,required"`
	Rules    []string     `key:"rules"`
	// Months are the months of the rule that reach back the farthest.
	Months []facts.Period `key:"months"`
}

// State says where a proposal stands in a month.
type State string

// The states of a proposal.
const (
	Proposed  State = "proposed"  // new this month
	StillOpen State = "open"      // proposed earlier, and nobody has decided
	Effective State = "effective" // a decision made it effective this month
	Rejected  State = "rejected"  // a decision turned it down
)

// Words returns the known states.
func (State) Words() []string { return []string{"proposed", "open", "effective", "rejected"} }

// Move is a step up or down the ladder.
type Move struct {
	Agent string
	Proposal
	State State
	// Decision is what decided it, nil while nobody has.
	Decision *facts.Decision
	// Hits are the rules behind a new one, with their months.
	Hits []RuleHit
}

// Candidate is an agent to be looked at by a person, with the evidence. It is
// no decision and no ground for one by itself.
type Candidate struct {
	Agent string
	Proposal
	State    State
	Decision *facts.Decision
	// Hits are the rules behind a new one, with their months and values.
	Hits []RuleHit
	// Exempt tells that the agent is protected by statute in the month: the
	// rule holds and nothing is proposed.
	Exempt bool
}

// RuleHit is a rule that holds.
type RuleHit struct {
	Rule   string
	Name   facts.Text
	Source string
	// Months are the months it rests on, the earliest first.
	Months []EvidenceMonth
}

// EvidenceMonth is one month of the evidence.
type EvidenceMonth struct {
	Month facts.Period
	// Seen are the values that the rule looked at.
	Seen []Seen
	// Others are the ids of who else was ranked, by ranking.
	Others map[string][]string
}

// PlanFinding is an agent's improvement plan in a month.
type PlanFinding struct {
	Agent string
	PlanState
	Name facts.Text
}

// Progress is what an agent still lacks for the next level.
type Progress struct {
	Agent string
	// Level is the level in force, Next the one above; empty on the highest.
	Level, Next string
	// Window is the next month in which a promotion can be proposed.
	Window facts.Period
	Needs  []Need
}

// Need is one requirement of a promotion.
type Need struct {
	ID   string
	Name facts.Text
	Met  bool
	// Have and Want are months of a streak; both are 0 for a condition.
	Have, Want int
	// Broken is the latest month that does not count, zero for none.
	Broken facts.Period
}

// pending finds the open proposal of a clause.
func pending(open []Proposal, clause string) int {
	for i := range open {
		if open[i].Clause == clause {
			return i
		}
	}
	return -1
}
