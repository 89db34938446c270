package policy

import (
	"cmp"
	"maps"
	"slices"
	"sort"

	"github.com/cspay/cspay/rank"
	"github.com/cspay/cspay/scoring/facts"
)

// book reads a history as the rules across months do.
type book struct{ h History }

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
	a := m.find(agent)
	return a.record(), a != nil
}

// find returns an agent's month, nil where there is none.
func (m *HistoryMonth) find(agent string) *HistoryAgent {
	at := sort.Search(len(m.Agents), func(i int) bool { return m.Agents[i].ID >= agent }) // which copies no agent
	if at == len(m.Agents) || m.Agents[at].ID != agent {
		return nil
	}
	return &m.Agents[at]
}

// Latest returns an agent's latest record before a month.
func (b book) Latest(before facts.Period, agent string) (facts.Period, rank.Record, bool) {
	for i := len(b.h.Months) - 1; i >= 0; i-- {
		if m := &b.h.Months[i]; m.Period < before {
			if a := m.find(agent); a != nil {
				return m.Period, a.record(), true
			}
		}
	}
	return 0, rank.Record{}, false
}

// Ranked returns who had a place in a ranking in a month.
func (b book) Ranked(p facts.Period, ranking, group string) []string {
	m := b.month(p)
	if m == nil {
		return nil
	}
	var ids []string
	for i := range m.Agents {
		if _, ok := m.Agents[i].Places[ranking]; ok && m.Agents[i].Groups[ranking] == group {
			ids = append(ids, m.Agents[i].ID)
		}
	}
	return ids
}

func (a *HistoryAgent) record() rank.Record {
	if a == nil {
		return rank.Record{}
	}
	return rank.Record{
		Level: a.Level, Marks: a.Marks, Plans: a.Plans, Proposals: a.Proposals, Clock: a.Clock, Groups: a.Groups,
	}
}

// keep takes what a month left to later ones.
func (a *HistoryAgent) keep(r rank.Record) {
	a.Marks, a.Plans, a.Proposals, a.Clock, a.Groups = r.Marks, r.Plans, r.Proposals, r.Clock, r.Groups
}

// cloneCareer makes what rules across months left the agent's own. Most agents
// have neither plans nor proposals, which costs nothing.
func (a *HistoryAgent) cloneCareer() {
	a.Marks = slices.Clone(a.Marks)
	for i := range a.Marks {
		a.Marks[i].Seen = slices.Clone(a.Marks[i].Seen)
	}
	if len(a.Plans) > 0 {
		a.Plans = clone(a.Plans)
	}
	if len(a.Proposals) > 0 {
		a.Proposals = clone(a.Proposals)
	}
	a.Groups = maps.Clone(a.Groups)
}

// warnOfGaps warns of months that the history of a policy with streaks lacks:
// what they were to a streak nobody knows.
func (h History) warnOfGaps(month facts.Period, c facts.Check) {
	if !month.Valid() || len(h.Months) == 0 {
		return
	}
	after := h.Months[0].Period
	for i := 1; i <= len(h.Months); i++ {
		next := month
		if i < len(h.Months) {
			next = h.Months[i].Period
		}
		if next > after+1 {
			missing := (after + 1).String()
			if next > after+2 {
				missing += " to " + (next - 1).String()
			}
			c.At("month").Warn(facts.CodeHistoryGap, "a history without gaps: "+missing+" is missing, where streaks end unless they say otherwise", "")
			return
		}
		after = next
	}
}
