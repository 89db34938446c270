package rank

import (
	"slices"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/scoring/facts"
)

// Entries are where the agents of a month stand when it begins: what earlier
// months left, and what decisions made of it. The zero Entries are those of a
// first month.
type Entries struct{ entries map[string]entry }

// entry is where one agent stands.
type entry struct {
	past       Record
	level      string
	clock      facts.Period
	open       []Proposal
	moves      []Move
	candidates []Candidate
}

func (s *Entries) of(agent string) entry {
	if s == nil {
		return entry{}
	}
	return s.entries[agent]
}

// Level returns the level in force; ok is false where the roster's own counts.
func (s *Entries) Level(agent string) (level string, ok bool) {
	if s == nil {
		return "", false
	}
	e, ok := s.entries[agent]
	return e.level, ok && e.level != ""
}

// Enter finds where the agents of a month stand, before its facts are laid
// out. Decisions about nothing that is open are reported at decisions below c.
func (ca *Careers) Enter(m facts.Month, book Book, c facts.Check) *Entries {
	if !ca.Any() {
		ca.stray(m, nil, c)
		return nil
	}
	out := &Entries{entries: make(map[string]entry, len(m.Agents))}
	decided := map[int]bool{}
	for i := range m.Agents {
		id := m.Agents[i].ID
		_, past, _ := book.Latest(m.Period, id)
		e := entry{past: past, level: past.Level, clock: past.Clock}
		if ca.ladder == nil {
			e.level = ""
		} else if e.level == "" {
			e.level = ca.ladder.first(m.Agents[i])
		}
		for _, p := range past.Proposals {
			ca.decide(&e, m, id, p, decided)
		}
		out.entries[id] = e
	}
	ca.stray(m, decided, c)
	return out
}

// decide takes an open proposal into the month: effective or turned down where
// there is a decision, shown again where there is none.
func (ca *Careers) decide(e *entry, m facts.Month, agent string, p Proposal, decided map[int]bool) {
	state, decision := StillOpen, (*facts.Decision)(nil)
	for i := range m.Decisions {
		d := &m.Decisions[i]
		if d.Agent != agent || d.Clause != p.Clause {
			continue
		}
		kept := *d
		decided[i], decision = true, &kept
		if state = Rejected; d.Outcome == facts.Accepted {
			state = Effective
		}
	}
	if state == StillOpen {
		e.open = append(e.open, p)
	}
	if p.To == "" {
		e.candidates = append(e.candidates, Candidate{Agent: agent, Proposal: p, State: state, Decision: decision})
		return
	}
	if state == Effective && ca.ladder != nil {
		e.level = p.To
		if ca.ladder.restarts {
			e.clock = m.Period
		}
	}
	e.moves = append(e.moves, Move{Agent: agent, Proposal: p, State: state, Decision: decision})
}

// stray reports decisions about nothing that is open, and what is wrong with
// the others.
func (ca *Careers) stray(m facts.Month, decided map[int]bool, c facts.Check) {
	for i := range m.Decisions {
		d, at := &m.Decisions[i], c.Agent(m.Decisions[i].Agent).At("decisions").Index(i)
		twice := slices.ContainsFunc(m.Decisions[:i], func(o facts.Decision) bool {
			return o.Agent == d.Agent && o.Clause == d.Clause
		})
		switch {
		case d.Outcome == "":
			at.At("outcome").Fail(facts.CodeRequired, "accepted or rejected", "")
		case !columns.CheckWord(at.At("outcome"), d.Outcome):
		case d.Who == "":
			at.At("who").Fail(facts.CodeRequired, "who decided", "")
		case d.Date == 0:
			at.At("date").Fail(facts.CodeRequired, "the day of the decision", "")
		case twice:
			at.Fail(facts.CodeIDDuplicate, "one decision on a proposal", d.Clause)
		case !decided[i]:
			at.At("clause").Fail(facts.CodeDecision, "the clause of a proposal to the agent that is open", d.Clause)
		}
	}
}
