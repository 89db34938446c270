package rank

import (
	"slices"

	"github.com/shopspring/decimal"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/scoring/facts"
)

// improve takes the row's improvement plans a month further.
func (ru *run) improve(m *agentMonth) {
	for _, p := range ru.ca.plans {
		before := PlanState{}
		if at := slices.IndexFunc(m.past.Plans, func(s PlanState) bool { return s.ID == p.doc.ID }); at >= 0 {
			before = m.past.Plans[at]
		}
		now, ok := p.next(m, before, ru.c)
		if !ok {
			continue
		}
		m.plans = append(m.plans, now)
		ru.f.Plans = append(ru.f.Plans, PlanFinding{
			Agent: m.id, PlanState: now, Name: columns.Title(p.doc.Name, p.doc.ID), Metric: p.doc.Metric, Value: p.value(m),
			Goal: p.doc.Goal, Source: p.doc.Source,
			Changed: !before.Running() || now.Status != before.Status || now.Extensions != before.Extensions,
		})
	}
}

// next is what a month makes of an agent's plan; ok tells that there is one to
// show. What was due while the agent worked no day, or had left, is due in the
// first month of work.
func (p *plan) next(m *agentMonth, before PlanState, c facts.Check) (now PlanState, ok bool) {
	if !before.Running() {
		return p.open(m, c)
	}
	now = before
	now.Due = max(now.Due, m.period)
	switch {
	case m.t.Idle(m.row):
		now.Due = max(now.Due, m.period+1)
	case p.goal.ask(m.t, m.row, c) && (p.early || now.Due == m.period):
		now.Status = PlanPassed
	case now.Due > m.period:
	case now.Extensions < p.extensions:
		now.Extensions++
		now.Due, now.Status = m.period+1, PlanExtended
	default:
		now.Status = PlanFailed
	}
	return now, true
}

func (p *plan) open(m *agentMonth, c facts.Check) (now PlanState, ok bool) {
	if m.t.Idle(m.row) || !p.opens.ask(m.t, m.row, c) {
		return PlanState{}, false
	}
	return PlanState{
		ID: p.doc.ID, Opened: m.period, Due: m.period + facts.Period(p.months), Status: PlanOpen, Baseline: p.value(m),
	}, true
}

// value is what the plan is about, nil where there is nothing known.
func (p *plan) value(m *agentMonth) *decimal.Decimal {
	d, ok := shown(m.t.At(p.metric, m.row), p.metric.Scale)
	if !ok {
		return nil
	}
	return &d
}

// failed reports whether the agent's plan failed in one of the months from one
// to this one.
func (m *agentMonth) failed(p *plan, from facts.Period) bool {
	ended := func(s PlanState) bool { return s.ID == p.doc.ID && s.Status == PlanFailed }
	if slices.ContainsFunc(m.plans, ended) {
		return true
	}
	for at := m.period - 1; at >= max(from, m.book.First()); at-- {
		if r, ok := m.at(at); ok && slices.ContainsFunc(r.Plans, ended) {
			return true
		}
	}
	return false
}

// planned are the month in which a plan was opened, with its baseline, and this
// one in which it ended, with the value.
func (m *agentMonth) planned(p *plan) []EvidenceMonth {
	var out []EvidenceMonth
	add := func(at facts.Period, value *decimal.Decimal) {
		e := EvidenceMonth{Month: at, Effect: Counts, Known: true, agent: m.id}
		if value != nil {
			e.Seen = []Seen{{Name: p.doc.Metric, Value: *value}}
		}
		out = append(out, e)
	}
	for _, s := range m.plans {
		if s.ID == p.doc.ID {
			add(s.Opened, s.Baseline)
		}
	}
	add(m.period, p.value(m))
	return out
}
