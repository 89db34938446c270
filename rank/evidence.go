package rank

import (
	"slices"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/scoring/facts"
)

// evidence are the latest months of a streak, as many as its length asks for,
// with what each looked at and who was ranked.
func (ru *run) evidence(s *streak, m *agentMonth, length int, from facts.Period) []EvidenceMonth {
	var out []EvidenceMonth
	counted := 0
	s.run(m, from, func(at month, effect Gap) {
		if counted == length {
			return
		}
		e := EvidenceMonth{
			Month: at.period, Effect: effect, Known: at.known, agent: m.id,
			Status: at.mark.Status, Unranked: at.mark.Unranked, Seen: at.mark.Seen,
		}
		if at.mark.Held && at.mark.Case >= 1 && at.mark.Case <= len(s.cases) {
			e.ranked = ru.ranked(m, at.period, s.cases[at.mark.Case-1].rankings)
		}
		out = append(out, e)
		if effect == Counts {
			counted++
		}
	})
	slices.Reverse(out)
	return out
}

// thisMonth is the evidence of a condition of the month.
func (ru *run) thisMonth(co *condition, m *agentMonth) []EvidenceMonth {
	return []EvidenceMonth{{
		Month: m.period, Effect: Counts, Known: true, agent: m.id, Seen: co.seen(m.t, m.row),
		ranked: ru.ranked(m, m.period, co.rankings),
	}}
}

// rankedKey names a list of who was ranked.
type rankedKey struct {
	month          facts.Period
	ranking, group string
}

// ranked are who had a place in the agent's rankings of a month. The lists are
// made once for all agents.
func (ru *run) ranked(m *agentMonth, p facts.Period, rankings []named) map[string][]string {
	if len(rankings) == 0 {
		return nil
	}
	out := make(map[string][]string, len(rankings))
	for i := range rankings {
		r := &rankings[i]
		key := rankedKey{p, r.id, ""}
		if p == m.period {
			key.group = groupOf(m.t, m.row, r.st)
		} else if past, ok := m.at(p); ok {
			key.group = past.Groups[r.id]
		}
		ids, made := ru.lists[key]
		if !made {
			ids = m.listed(key, r.st)
			ru.lists[key] = ids
		}
		out[r.id] = ids
	}
	return out
}

func (m *agentMonth) listed(key rankedKey, st columns.Standings) []string {
	if key.month != m.period {
		return m.book.Ranked(key.month, key.ranking, key.group)
	}
	var ids []string
	for row := range int32(m.t.Rows()) {
		if _, ok := st.Of(m.t, row); ok && groupOf(m.t, row, st) == key.group {
			ids = append(ids, m.t.IDs[row])
		}
	}
	return ids
}

// groupOf is the group within which a ranking places a row.
func groupOf(t *columns.Table, row int32, st columns.Standings) string {
	if st.Within == "" {
		return ""
	}
	return t.Attribute(row, st.Within)
}
