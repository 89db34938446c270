package rank

import (
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
	roster     string // the level that the roster gives
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

// Level returns the level in force; ok is false where it is the roster's own.
func (s *Entries) Level(agent string) (level string, ok bool) {
	if s == nil {
		return "", false
	}
	e, ok := s.entries[agent]
	return e.level, ok && e.level != "" && e.level != e.roster
}

// Enter finds where the agents of a month stand, before its facts are laid
// out. Decisions about nothing that is open are reported at decisions below c.
func (ca *Careers) Enter(m facts.Month, book Book, c facts.Check) *Entries {
	decided := newDecisions(m, c)
	defer decided.stray()
	if !ca.Any() {
		return nil
	}
	out := &Entries{entries: make(map[string]entry, len(m.Agents))}
	for i := range m.Agents {
		a := &m.Agents[i]
		decided.known[a.ID] = true
		_, past, _ := book.Latest(m.Period, a.ID)
		e := entry{past: past, clock: past.Clock, roster: rosterLevel(a, m.Period)}
		e.level = ca.ladder.enter(past.Level, e.roster)
		ca.decide(&e, m.Period, a.ID, decided)
		out.entries[a.ID] = e
	}
	return out
}

// enter is the level that an agent enters a month with: what the history says,
// or where that is no level of the ladder what the roster says, and the lowest
// where neither does.
func (l *ladder) enter(past, roster string) string {
	if l == nil {
		return ""
	}
	if _, known := l.at[past]; known {
		return past
	}
	switch {
	case roster != "":
		return roster
	case past != "" || len(l.doc.Levels) == 0:
		return past
	}
	return l.doc.Levels[0].ID
}

// rosterLevel is the level of the roster on the agent's last day of a month.
func rosterLevel(a *facts.Agent, month facts.Period) string {
	level := a.Level
	for _, m := range a.Memberships {
		if m.Level != "" && m.From <= month.Last() && (a.Left == 0 || m.From <= a.Left) {
			level = m.Level
		}
	}
	return level
}

// decide takes the open proposals into the month: effective or turned down
// where there is a decision, shown again where there is none. A move whose
// level is no longer in force has lapsed.
func (ca *Careers) decide(e *entry, month facts.Period, agent string, decided *decisions) {
	var undecided []Proposal
	for _, p := range e.past.Proposals {
		d, at := decided.on(agent, &p)
		switch {
		case d == nil:
			undecided = append(undecided, p)
		case d.Outcome != facts.Accepted:
			e.tell(agent, p, Rejected, d)
		case !p.move():
			e.tell(agent, p, Effective, d)
		case !ca.ladder.steps(e.level, &p):
			at.At("clause").Fail(facts.CodeDecision, "a move from the level in force to a level of the ladder", d.Clause)
		default:
			e.level = p.To
			if ca.ladder.restarts {
				e.clock = month
			}
			e.tell(agent, p, Effective, d)
		}
	}
	for _, p := range undecided {
		if p.move() && !ca.ladder.steps(e.level, &p) {
			e.tell(agent, p, Lapsed, nil)
			continue
		}
		e.open = append(e.open, p)
		e.tell(agent, p, StillOpen, nil)
	}
}

// steps reports whether a move starts from a level and ends on the ladder.
func (l *ladder) steps(level string, p *Proposal) bool {
	if l == nil || p.From != level {
		return false
	}
	_, known := l.at[p.To]
	return known
}

func (e *entry) tell(agent string, p Proposal, state State, d *facts.Decision) {
	if p.move() {
		e.moves = append(e.moves, Move{Agent: agent, Proposal: p, State: state, Decision: d})
		return
	}
	e.candidates = append(e.candidates, Candidate{Agent: agent, Proposal: p, State: state, Decision: d})
}

// decisions are those of a month, to be found by what they are about.
type decisions struct {
	month facts.Month
	c     facts.Check
	at    map[subject]int
	// known are the agents of the roster, where the policy has rules across
	// months, and used the decisions that something was open for.
	known map[string]bool
	used  []bool
}

// subject is what a decision is about.
type subject struct{ agent, clause string }

func newDecisions(m facts.Month, c facts.Check) *decisions {
	ds := &decisions{
		month: m, c: c, at: make(map[subject]int, len(m.Decisions)), known: map[string]bool{}, used: make([]bool, len(m.Decisions)),
	}
	for i := range m.Decisions {
		key := subject{m.Decisions[i].Agent, m.Decisions[i].Clause}
		if _, twice := ds.at[key]; !twice {
			ds.at[key] = i
		}
	}
	return ds
}

func (ds *decisions) check(i int) facts.Check {
	return ds.c.Agent(ds.month.Decisions[i].Agent).At("decisions").Index(i)
}

// on finds the decision on a proposal, nil where there is none, and where it
// stands.
func (ds *decisions) on(agent string, p *Proposal) (*facts.Decision, facts.Check) {
	i, ok := ds.at[subject{agent, p.Clause}]
	if !ok {
		return nil, facts.Check{}
	}
	ds.used[i] = true
	d := ds.month.Decisions[i]
	at := ds.check(i)
	if d.Date != 0 && d.Date < p.Proposed.First() {
		at.At("date").Fail(facts.CodeDateOrder, "a day not before "+p.Proposed.String()+", which proposed it", d.Date.String())
	}
	return &d, at
}

// stray reports decisions about nothing that is open, and what is wrong with
// the others.
func (ds *decisions) stray() {
	for i := range ds.month.Decisions {
		d, at := &ds.month.Decisions[i], ds.check(i)
		if d.Outcome == "" {
			at.At("outcome").Fail(facts.CodeRequired, "accepted or rejected", "")
		} else {
			columns.CheckWord(at.At("outcome"), d.Outcome)
		}
		if d.Who == "" {
			at.At("who").Fail(facts.CodeRequired, "who decided", "")
		}
		if d.Date == 0 {
			at.At("date").Fail(facts.CodeRequired, "the day of the decision", "")
		} else if ds.month.Period.Valid() && d.Date > ds.month.Period.Last() {
			at.At("date").Fail(facts.CodeDateMonth, "a day of the month or before it", d.Date.String())
		}
		switch {
		case ds.at[subject{d.Agent, d.Clause}] != i:
			at.Fail(facts.CodeIDDuplicate, "one decision on a proposal", d.Clause)
		case ds.used[i]:
		case len(ds.known) > 0 && !ds.known[d.Agent]:
			at.At("agent").Fail(facts.CodeAgentUnknown, "an agent of the roster", d.Agent)
		default:
			at.At("clause").Fail(facts.CodeDecision, "the clause of a proposal to the agent that is open", d.Clause)
		}
	}
}
