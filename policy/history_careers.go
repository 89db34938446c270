package policy

import (
	"unicode/utf8"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/rank"
	"github.com/cspay/cspay/scoring/facts"
)

// checkCareer refuses what rules across months never leave, by the month that
// the agent's stands in: their arithmetic relies on it.
func (a *HistoryAgent) checkCareer(month facts.Period, c func() facts.Check) {
	if a.Clock != 0 && (!a.Clock.Valid() || a.Clock > month+1) {
		c().At("clock").Fail(facts.CodeHistory, "a month not after the next one", a.Clock.String())
	}
	for i := range a.Marks {
		checkMark(&a.Marks[i], a.Marks[:i], func() facts.Check { return c().At("marks").Index(i) })
	}
	for i := range a.Plans {
		checkPlan(&a.Plans[i], a.Plans[:i], month, func() facts.Check { return c().At("plans").Index(i) })
	}
	for i := range a.Proposals {
		checkProposal(&a.Proposals[i], a.Proposals[:i], month, func() facts.Check { return c().At("proposals").Index(i) })
	}
}

func checkMark(m *rank.Mark, before []rank.Mark, c func() facts.Check) {
	if m.Streak == "" {
		c().At("streak").Fail(facts.CodeRequired, "the id of a streak", "")
	}
	for i := range before {
		if before[i].Streak == m.Streak {
			c().At("streak").Fail(facts.CodeHistory, "a streak, each once", m.Streak)
		}
	}
	if m.Status != "" {
		columns.CheckWord(c().At("status"), m.Status)
	}
	switch {
	case m.Held && (m.Status == rank.OnLeave || m.Unranked):
		c().At("held").Fail(facts.CodeHistory, "no condition that held where there was nothing to judge", "")
	case m.Held != (m.Case > 0) || m.Case < 0:
		c().At("case").Fail(facts.CodeHistory, "the number of the case that held, from 1", "")
	}
	for i := range m.Seen {
		if s := &m.Seen[i]; s.Name == "" {
			c().At("seen").Index(i).At("name").Fail(facts.CodeRequired, "what was looked at", "")
		} else if s.Of < 0 || s.Tied < 0 || s.Tied > s.Of {
			c().At("seen").Index(i).At("tied").Fail(facts.CodeHistory, "as many tied as were ranked, or fewer", "")
		}
	}
}

func checkPlan(p *rank.PlanState, before []rank.PlanState, month facts.Period, c func() facts.Check) {
	if p.ID == "" {
		c().At("id").Fail(facts.CodeRequired, "the id of an improvement plan", "")
	}
	for i := range before {
		if before[i].ID == p.ID {
			c().At("id").Fail(facts.CodeHistory, "an improvement plan, each once", p.ID)
		}
	}
	if columns.CheckWord(c().At("status"), p.Status) && p.Running() && p.Due <= month {
		c().At("due").Fail(facts.CodeHistory, "a running plan to be due after the month", p.Due.String())
	}
	switch {
	case !p.Opened.Valid() || p.Opened > month:
		c().At("opened").Fail(facts.CodeHistory, "a month not after the closed one", p.Opened.String())
	case !p.Due.Valid() || p.Due < p.Opened:
		c().At("due").Fail(facts.CodeHistory, "a month not before the plan was opened", p.Due.String())
	}
	if p.Extensions < 0 {
		c().At("extensions").Fail(facts.CodeHistory, "a number not below 0", "")
	}
}

func checkProposal(p *rank.Proposal, before []rank.Proposal, month facts.Period, c func() facts.Check) {
	if p.Clause == "" {
		c().At("clause").Fail(facts.CodeRequired, "the clause that proposed it", "")
	}
	for i := range before {
		if before[i].Clause == p.Clause {
			c().At("clause").Fail(facts.CodeHistory, "a clause, each once", p.Clause)
		}
	}
	if (p.From == "") != (p.To == "") || !utf8.ValidString(p.From) || !utf8.ValidString(p.To) {
		c().At("to").Fail(facts.CodeHistory, "two levels, or neither", "")
	}
	if !p.Proposed.Valid() || p.Proposed > month {
		c().At("proposed").Fail(facts.CodeHistory, "a month not after the closed one", p.Proposed.String())
		return
	}
	for i := range p.Rules {
		last := facts.Period(0)
		for k, m := range p.Rules[i].Months {
			if !m.Valid() || m <= last || m > p.Proposed {
				c().At("rules").Index(i).At("months").Index(k).Fail(facts.CodeHistory, "months in calendar order, none after the proposal", m.String())
			}
			last = m
		}
	}
}
