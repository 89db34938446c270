package rank

import (
	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// first is the level of an agent whom no month has a level of: the roster's,
// or the lowest.
func (l *ladder) first(a facts.Agent) string {
	if a.Level != "" || len(l.doc.Levels) == 0 {
		return a.Level
	}
	return l.doc.Levels[0].ID
}

// run fills the figures of the levels.
func (l *ladder) run(t *columns.Table, c facts.Check) {
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
func (ca *Careers) climb(t *columns.Table, row int32, m *agentMonth, f *Findings) {
	l := ca.ladder
	if l == nil {
		return
	}
	at, ok := l.at[t.Attribute(row, facts.ByLevel)]
	if !ok {
		return // reported
	}
	m.level = at
	for i := range l.demote {
		l.demoteFor(&l.demote[i], ca, m, f)
	}
	if l.doc.Promotion == nil {
		return
	}
	p := Progress{Agent: m.id, Level: l.doc.Levels[at].ID}
	if at+1 < len(l.doc.Levels) {
		p.Next = l.doc.Levels[at+1].ID
		met := l.needs(ca, t, row, m, &p)
		p.Window = l.nextWindow(t.Period)
		if met && l.window(t.Period) && !t.Idle(row) {
			l.promote(t, m, &p, f)
		} else if l.window(t.Period) {
			p.Window = l.nextWindow(t.Period + 1)
		}
	}
	f.Progress = append(f.Progress, p)
}

// needs tells how each requirement stands.
func (l *ladder) needs(ca *Careers, t *columns.Table, row int32, m *agentMonth, p *Progress) (met bool) {
	met = true
	for i := range l.requires {
		r := &l.requires[i]
		need := Need{ID: r.doc.ID, Name: title(r.doc.Name, r.doc.ID)}
		if r.streak == nil {
			holds, state, _ := r.when.Holds(t, row)
			need.Met = holds && state == explain.Known
		} else {
			now := month{period: t.Period, mark: m.marks[ca.at[r.streak.doc.ID]], known: true}
			earliest := t.Period + 1
			need.Have = r.streak.run(m.book, m.id, now, m.clock, func(at month) { earliest = at.period })
			need.Want, need.Met = r.months, need.Have >= r.months
			if !need.Met && earliest-1 >= max(m.clock, m.book.First()) && m.book.First() > 0 || earliest > t.Period {
				need.Broken = earliest - 1
			}
		}
		met = met && need.Met
		p.Needs = append(p.Needs, need)
	}
	return met
}

const promotionClause = "ladder.promotion"

func (l *ladder) promote(t *columns.Table, m *agentMonth, p *Progress, f *Findings) {
	if pending(m.open, promotionClause) >= 0 {
		return
	}
	proposal := Proposal{Clause: promotionClause, From: p.Level, To: p.Next, Proposed: t.Period}
	for _, n := range p.Needs {
		proposal.Rules = append(proposal.Rules, n.ID)
	}
	m.open = append(m.open, proposal)
	f.Moves = append(f.Moves, Move{Agent: m.id, Proposal: proposal, State: Proposed})
}

// demoteFor proposes steps down. On the lowest level the months so far no
// longer count toward a promotion.
func (l *ladder) demoteFor(d *demotion, ca *Careers, m *agentMonth, f *Findings) {
	if d.streak == nil || !m.reached[ca.at[d.streak.doc.ID]] {
		return
	}
	if m.level == 0 {
		m.clock = m.period + 1
		return
	}
	clause := "ladder.demotions." + d.doc.ID
	if pending(m.open, clause) >= 0 {
		return
	}
	hit := RuleHit{
		Rule: d.doc.ID, Name: title(d.doc.Name, d.doc.ID), Source: d.doc.Source,
		Months: ca.evidence(d.streak, m, d.streak.doc.Months),
	}
	p := Proposal{
		Clause: clause, From: l.doc.Levels[m.level].ID, To: l.doc.Levels[max(0, m.level-d.levels)].ID,
		Proposed: m.period, Rules: []string{d.doc.ID}, Months: monthsOf([]RuleHit{hit}),
	}
	m.open = append(m.open, p)
	f.Moves = append(f.Moves, Move{Agent: m.id, Proposal: p, State: Proposed, Hits: []RuleHit{hit}})
}

// tellStreak tells how long a streak is.
func tellStreak(s *streak) columns.Teller {
	return func(t *columns.Table, row int32) explain.Step {
		length := t.At(s.months, row).Num
		code := explain.Code("streak.none")
		if length > 0 {
			code = "streak"
		}
		step := explain.Step{
			Clause: "streaks." + s.doc.ID, Code: code, Value: explain.Whole(length, 0, facts.Count),
			Args: []explain.Arg{
				explain.T("streak", s.doc.title()),
				explain.N("months", explain.Whole(int64(s.doc.Months), 0, facts.Count)),
			},
			Source: s.doc.Source, Sample: s.doc.Sample.All || len(s.doc.Sample.Keys) > 0,
		}
		for _, when := range s.cases {
			step.Steps = append(step.Steps, when.Explain(t, row)...)
		}
		return step
	}
}
