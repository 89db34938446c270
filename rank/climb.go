package rank

import (
	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// run fills the figures of the levels.
func (l *ladder) run(t *columns.Table, c facts.Check) {
	if l == nil {
		return
	}
	for row := range int32(t.Rows()) {
		id := t.Attribute(row, facts.ByLevel)
		at, ok := l.at[id]
		if !ok {
			t.FailLevel(c, row, "a level of the ladder", id)
			continue
		}
		t.Set(l.level, row, int64(at+1), explain.Known)
		t.Set(l.paid, row, l.pay[at], explain.Known)
	}
}

// climb proposes the row's moves and tells what is still missing for the next
// level.
func (ru *run) climb(m *agentMonth) {
	l := ru.ca.ladder
	if l == nil {
		return
	}
	at, ok := l.at[m.t.Attribute(m.row, facts.ByLevel)]
	if !ok {
		return // reported
	}
	m.level = at
	for i := range l.demote {
		ru.demote(l, &l.demote[i], m)
	}
	p := Progress{Agent: m.id, Level: l.doc.Levels[at].ID, Clock: m.clock}
	if l.doc.Promotion != nil && at+1 < len(l.doc.Levels) {
		p.Next, p.Window = l.doc.Levels[at+1].ID, l.nextWindow(m.period)
		if met := ru.needs(l, m, &p); met && l.window(m.period) && !m.t.Idle(m.row) {
			ru.promote(l, m, &p)
		} else if l.window(m.period) {
			p.Window = l.nextWindow(m.period + 1)
		}
	}
	ru.f.Progress = append(ru.f.Progress, p)
}

// needs tells how each requirement stands.
func (ru *run) needs(l *ladder, m *agentMonth, p *Progress) (met bool) {
	met = true
	for i := range l.requires {
		r := &l.requires[i]
		need := Need{ID: r.doc.ID, Name: r.streak.name(r.doc.Name, r.doc.ID)}
		if r.streak == nil {
			need.Met = !m.t.Idle(m.row) && r.when.ask(m.t, m.row, ru.c)
		} else {
			need.since(r, m)
		}
		met = met && need.Met
		p.Needs = append(p.Needs, need)
	}
	return met
}

// since counts the months that a requirement has been met for, and finds the
// month that ended those before.
func (n *Need) since(r *requirement, m *agentMonth) {
	earliest := m.period + 1
	n.Have = r.streak.run(m, m.clock, func(at month, _ Gap) { earliest = at.period })
	n.Want, n.Met = r.months, n.Have >= r.months
	if broken := earliest - 1; broken >= m.clock && (broken == m.period || m.book.First() != 0 && broken >= m.book.First()) {
		n.Broken = broken
	}
}

// The clauses of moves; the id of a demotion follows.
const (
	promotionClause = "ladder.promotion"
	demotionClause  = "ladder.demotions."
)

func (ru *run) promote(l *ladder, m *agentMonth, p *Progress) {
	if pending(m.open, promotionClause) >= 0 {
		return
	}
	hits := make([]RuleHit, len(l.requires))
	for i := range l.requires {
		r := &l.requires[i]
		hits[i] = RuleHit{Rule: r.doc.ID, Name: r.streak.name(r.doc.Name, r.doc.ID), Source: r.doc.Source}
		if r.streak == nil {
			hits[i].Months = ru.thisMonth(&r.when, m)
		} else {
			hits[i].Months = ru.evidence(r.streak, m, r.months, m.clock)
		}
	}
	m.move(ru.f, Proposal{Clause: promotionClause, From: p.Level, To: p.Next}, hits)
}

// demote proposes steps down. On the lowest level the months so far no longer
// count toward a promotion.
func (ru *run) demote(l *ladder, d *demotion, m *agentMonth) {
	if !m.reached[d.streak.index] {
		return
	}
	if m.level == 0 {
		m.clock = m.period + 1
		return
	}
	clause := demotionClause + d.doc.ID
	if pending(m.open, clause) >= 0 {
		return
	}
	m.move(ru.f, Proposal{
		Clause: clause, From: l.doc.Levels[m.level].ID, To: l.doc.Levels[max(0, m.level-d.levels)].ID,
	}, []RuleHit{{
		Rule: d.doc.ID, Name: d.streak.name(d.doc.Name, d.doc.ID), Source: d.doc.Source,
		Months: ru.evidence(d.streak, m, d.streak.doc.Months, 0),
	}})
}

// move proposes a step.
func (m *agentMonth) move(f *Findings, p Proposal, hits []RuleHit) {
	p.Proposed, p.Rules = m.period, rulesOf(hits)
	m.open = append(m.open, p)
	f.Moves = append(f.Moves, Move{Agent: m.id, Proposal: p, State: Proposed, Hits: hits})
}
