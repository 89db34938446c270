package policy

import (
	"cmp"
	"maps"
	"slices"

	"github.com/cspay/cspay/rank"
	"github.com/cspay/cspay/scoring/facts"
)

// careerRules are the rules of a document that look across months.
func careerRules(doc Document) rank.CareerRules {
	return rank.CareerRules{
		Streaks: doc.Streaks, Eliminations: doc.Eliminations, Plans: doc.ImprovementPlans,
		Ladder: doc.Ladder, Gate: doc.Gate,
	}
}

// Moves returns the promotions and demotions of the month: proposed now, still
// open, and decided. They are in byte order of agent ids.
func (r *Result) Moves() []rank.Move { return clone(r.findings.Moves) }

// Candidates returns who is put before a person for review, with the evidence,
// in byte order of agent ids.
func (r *Result) Candidates() []rank.Candidate { return clone(r.findings.Candidates) }

// Plans returns the improvement plans of the month, in byte order of agent ids.
func (r *Result) Plans() []rank.PlanFinding { return clone(r.findings.Plans) }

// Progress returns what each agent still lacks for the next level, in byte
// order of agent ids; nothing without a ladder that promotes.
func (r *Result) Progress() []rank.Progress { return clone(r.findings.Progress) }

// promoted gives the agents of a month the levels that history and decisions
// say are in force. The month itself stays as it is. A roster that says
// otherwise is warned of.
func (p *Policy) promoted(m facts.Month, entries *rank.Entries, c facts.Check) facts.Month {
	agents := m.Agents
	for i := range agents {
		level, ok := entries.Level(agents[i].ID)
		if !ok || level == agents[i].Level && len(agents[i].Memberships) == 0 {
			continue
		}
		if &agents[0] == &m.Agents[0] {
			agents = slices.Clone(agents)
		}
		a := &agents[i]
		if a.Level != "" && a.Level != level {
			c.Agent(a.ID).At("agents").Index(i).At("level").Warn(facts.CodeLevelDiffers, "the level that the history and the decisions give", a.Level)
		}
		a.Level, a.Memberships = level, slices.Clone(a.Memberships)
		for k := range a.Memberships {
			a.Memberships[k].Level = ""
		}
	}
	m.Agents = agents
	return m
}

// book reads a history as the rules across months do.
type book struct{ h History }

func newBook(h History) book { return book{h} }

// First returns the earliest month.
func (b book) First() facts.Period {
	if len(b.h.Months) == 0 {
		return 0
	}
	return b.h.Months[0].Period
}

func (b book) month(p facts.Period) *HistoryMonth {
	at, ok := slices.BinarySearchFunc(b.h.Months, p, func(m HistoryMonth, p facts.Period) int { return cmp.Compare(m.Period, p) })
	if !ok {
		return nil
	}
	return &b.h.Months[at]
}

// Record returns an agent's month.
func (b book) Record(p facts.Period, agent string) (rank.Record, bool) {
	m := b.month(p)
	if m == nil {
		return rank.Record{}, false
	}
	a := m.of(agent)
	return record(a), a.ID != ""
}

func record(a HistoryAgent) rank.Record {
	return rank.Record{Level: a.Level, Marks: a.Marks, Plans: a.Plans, Proposals: a.Proposals, Clock: a.Clock}
}

// Latest returns an agent's latest record before a month.
func (b book) Latest(before facts.Period, agent string) (facts.Period, rank.Record, bool) {
	for i := len(b.h.Months) - 1; i >= 0; i-- {
		if m := &b.h.Months[i]; m.Period < before {
			if a := m.of(agent); a.ID != "" {
				return m.Period, record(a), true
			}
		}
	}
	return 0, rank.Record{}, false
}

// Ranked returns who had a place in a ranking in a month.
func (b book) Ranked(p facts.Period, ranking string) []string {
	m := b.month(p)
	if m == nil {
		return nil
	}
	var ids []string
	for i := range m.Agents {
		if _, ok := m.Agents[i].Places[ranking]; ok {
			ids = append(ids, m.Agents[i].ID)
		}
	}
	return ids
}

func cloneMarks(marks map[string]rank.Mark) map[string]rank.Mark {
	out := maps.Clone(marks)
	for id, m := range out {
		m.Seen = slices.Clone(m.Seen)
		out[id] = m
	}
	return out
}
