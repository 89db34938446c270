package policy

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/rank"
	"github.com/cspay/cspay/scoring/facts"
)

// careerPolicy has every rule across months. The figures are those of
// mechanisms.md where it states them.
const careerPolicy = `format: cspay/v1
id: careers
currency: CNY
metrics:
  sales: {unit: money, better: higher}
  exam: {unit: points, better: higher, missing: not_applicable}
  absent: {unit: count, better: lower, missing: zero}
  typing: {unit: count, better: higher, missing: not_applicable}
  penalties: {unit: count, better: lower, from: {event: penalty}}
  complaints: {unit: count, better: lower, from: {event: peer_complaint}}
  complainants: {unit: count, better: lower, from: {event: peer_complaint, distinct: reporter}}
scheme:
  - {id: attitude, points: 100, direct: {metric: mark, out_of: 100}}
rankings:
  - {id: by_sales, by: sales, eligible: [{status: [regular]}]}
streaks:
  - {id: last_in_sales, when: [{ranking: by_sales, last: sole}], months: 3}
  - {id: clean, when: [{metric: penalties, at_most: 0}, {metric: complaints, at_most: 0}], months: 6}
  - id: exam
    cases: [{when: [{metric: absent, at_least: 1}]}, {when: [{metric: exam, under: 60}]}]
    months: 3
eliminations:
  - id: last_place
    any_of:
      - {id: sales, name: {zh: 销售连续末位, en: Last in sales}, streak: last_in_sales}
      - {id: complaints, when: [{metric: complaints, at_least: 10}]}
ladder:
  levels: [{id: P1}, {id: P2}, {id: P3, name: {zh: 高级, en: Senior}, honour: true}]
  promotion: {requires: [{id: clean, streak: clean}]}
  demotions: [{id: exam, streak: exam}]
improvement_plans:
  - {id: coaching, opens: [{metric: score, under: 60}], metric: score, goal: [{metric: score, at_least: 60}]}
`

// career closes months one after the other. Between them the history is
// written and read back.
type career struct {
	t *testing.T
	p *Policy
	h History
}

func newCareer(t *testing.T, src string, changes ...string) *career {
	t.Helper()
	src = strings.Replace(src, "  exam: {unit", "  mark: {unit: points, better: higher, missing: zero}\n  exam: {unit", 1)
	require.Zero(t, len(changes)%2)
	for i := 0; i < len(changes); i += 2 {
		require.Contains(t, src, changes[i])
		src = strings.Replace(src, changes[i], changes[i+1], 1)
	}
	p, err := Load(strings.NewReader(src))
	require.NoError(t, err)
	return &career{t: t, p: p}
}

// person is an agent of a test with a month's values.
func person(id string, values ...any) facts.Agent {
	a := facts.Agent{ID: id, Values: map[string]decimal.Decimal{"sales": dec("100"), "mark": dec("100")}}
	for i := 0; i < len(values); i += 2 {
		a.Values[values[i].(string)] = dec(fmt.Sprint(values[i+1]))
	}
	return a
}

// away is on leave all month.
func away(month string, a facts.Agent) facts.Agent {
	p := period(month)
	a.Leave = []facts.Leave{{From: p.First(), Until: p.Last(), Kind: facts.PaidLeave}}
	a.Values = nil
	return a
}

// happened are n events of a kind, by colleagues in turn.
func happened(month, agent, kind string, n int, reporters ...string) []facts.Event {
	var out []facts.Event
	for i := range n {
		e := facts.Event{ID: fmt.Sprint(agent, kind, i), Agent: agent, Kind: kind, Date: period(month).First() + facts.Date(i), Reporter: "nobody"}
		if len(reporters) > 0 {
			e.Reporter = reporters[i%len(reporters)]
		}
		out = append(out, e)
	}
	return out
}

func decision(agent, clause string, outcome facts.Outcome, day facts.Date) facts.Decision {
	return facts.Decision{Agent: agent, Clause: clause, Outcome: outcome, Who: "M1", Date: day}
}

// close closes a month and carries its history on, through JSON.
func (c *career) close(m facts.Month) *Result {
	c.t.Helper()
	r, err := c.p.Close(m, c.h)
	require.NoError(c.t, err)
	c.h = throughJSON(c.t, r.History())
	return r
}

func throughJSON(t tester, h History) History {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, h.Write(&b))
	again, err := ReadHistory(&b)
	require.NoError(t, err)
	return again
}

// proposed lists the candidates of a result as "A01 sales 2026-01..2026-03 proposed".
func candidatesOf(r *Result) []string {
	var out []string
	for _, c := range r.Candidates() {
		for _, rule := range c.Rules {
			out = append(out, fmt.Sprintf("%s %s %s %s", c.Agent, rule.Rule, rank.Months(rule.Months), c.State))
		}
	}
	return out
}

func movesOf(r *Result) []string {
	var out []string
	for _, m := range r.Moves() {
		out = append(out, fmt.Sprintf("%s %s>%s %s %s", m.Agent, m.From, m.To, m.Reason(), m.State))
	}
	return out
}

func plansOf(r *Result) []string {
	var out []string
	for _, p := range r.Plans() {
		out = append(out, fmt.Sprintf("%s %s %s due %s", p.Agent, p.ID, p.Status, p.Due))
	}
	return out
}

// sales is a month in which each agent sold so much, "leave" for one on leave.
func sales(month string, sold ...string) facts.Month {
	m := facts.Month{Period: period(month)}
	for i, s := range sold {
		a := person(fmt.Sprint("A", i+1))
		switch s {
		case "leave":
			a = away(month, a)
		case "probation":
			a.Status = facts.Probation
		case "gone":
			continue
		default:
			a.Values["sales"] = dec(s)
		}
		m.Agents = append(m.Agents, a)
	}
	return m
}
