package policy

import (
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
		if !ok {
			continue
		}
		if &agents[0] == &m.Agents[0] {
			agents = slices.Clone(agents)
		}
		a := &agents[i]
		at := func() facts.Check { return c.Agent(a.ID).At("agents").Index(i) }
		if a.Level != "" && a.Level != level {
			at().At("level").Warn(facts.CodeLevelDiffers, levelInForce, a.Level)
		}
		a.Level, a.Memberships = level, slices.Clone(a.Memberships)
		for k := range a.Memberships {
			if old := a.Memberships[k].Level; old != "" && old != level {
				at().At("memberships").Index(k).At("level").Warn(facts.CodeLevelDiffers, levelInForce, old)
			}
			a.Memberships[k].Level = ""
		}
	}
	m.Agents = agents
	return m
}

const levelInForce = "the level that the history and the decisions give"
