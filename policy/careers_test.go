package policy

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
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

func TestTM7LastInSalesThreeMonthsRunning(t *testing.T) {
	const sole, tied, other = "1", "5", "9"
	cases := []struct {
		it string
		// change is what the streak says besides.
		change string
		// months are what A1 sold from January on; A2 sells 5 and A3 9.
		months []string
		want   string // the candidates of the last month
	}{
		{it: "two months are not enough", months: []string{sole, sole}},
		{it: "three months are", months: []string{sole, sole, sole}, want: "A1 sales 2026-01, 2026-02, 2026-03 proposed"},
		{it: "tied last in February ends it: nobody is last alone", months: []string{sole, tied, sole}},
		{it: "tied last counts where the policy says so", change: "any_tied", months: []string{sole, tied, sole}, want: "A1 sales 2026-01, 2026-02, 2026-03 proposed"},
		{it: "leave in February ends it", months: []string{sole, "leave", sole}},
		{it: "leave in February and two months after are not enough", months: []string{sole, "leave", sole, sole}},
		{it: "leave that pauses is passed over", change: "leave: pauses", months: []string{sole, "leave", sole, sole}, want: "A1 sales 2026-01, 2026-03, 2026-04 proposed"},
		{it: "leave that pauses is no month of it", change: "leave: pauses", months: []string{sole, "leave", sole}},
		{it: "leave that counts is", change: "leave: counts", months: []string{sole, "leave", sole}, want: "A1 sales 2026-01, 2026-02, 2026-03 proposed"},
		{it: "the trial period ends it", months: []string{sole, "probation", sole}},
		{it: "the trial period pauses", change: "probation: pauses", months: []string{sole, "probation", sole, sole}, want: "A1 sales 2026-01, 2026-03, 2026-04 proposed"},
		{it: "unranked in the trial period that counts is judged as unranked", change: "probation: counts, unranked: pauses", months: []string{sole, "probation", sole, sole}, want: "A1 sales 2026-01, 2026-03, 2026-04 proposed"},
		{it: "not on the roster ends it", months: []string{sole, "gone", sole, sole}},
		{it: "not on the roster pauses", change: "missing: pauses", months: []string{sole, "gone", sole, sole}, want: "A1 sales 2026-01, 2026-03, 2026-04 proposed"},
		{it: "not on the roster counts", change: "missing: counts", months: []string{sole, "gone", sole}, want: "A1 sales 2026-01, 2026-02, 2026-03 proposed"},
		{it: "months before the first known one never count", change: "missing: counts", months: []string{"gone", "gone", sole}},
		{it: "somebody else last in between ends it", months: []string{sole, sole, other, sole}},
	}
	for _, tt := range cases {
		t.Run("TM7: "+tt.it, func(t *testing.T) {
			change := []string{}
			switch {
			case tt.change == "any_tied":
				change = []string{"last: sole", "last: any_tied"}
			case tt.change != "":
				change = []string{"last: sole}], months: 3", "last: sole}], months: 3, " + tt.change}
			}
			c := newCareer(t, careerPolicy, change...)
			var last *Result
			for i, sold := range tt.months {
				last = c.close(sales(fmt.Sprintf("2026-%02d", i+1), sold, "5", "9"))
			}
			assert.Equal(t, tt.want, strings.Join(candidatesOf(last), "; "))
		})
	}
}

func TestTM7NobodyIsLastAloneOrAmongEquals(t *testing.T) {
	for _, sold := range [][]string{{"5"}, {"5", "5", "5"}, {"5", "leave", "leave"}} {
		t.Run(strings.Join(sold, " "), func(t *testing.T) {
			c := newCareer(t, careerPolicy, "last: sole", "last: any_tied")
			for _, month := range []string{"2026-01", "2026-02", "2026-03"} {
				assert.Empty(t, candidatesOf(c.close(sales(month, sold...))))
			}
		})
	}
}

func TestTM7PeerComplaints(t *testing.T) {
	four := []string{"B1", "B2", "B3", "B4"}
	cases := []struct {
		it, change string
		n          int
		reporters  []string
		want       string
	}{
		{"9 complaints are not enough", "", 9, four, ""},
		{"10 are", "", 10, four, "A1 complaints 2026-05 proposed"},
		{"11 are", "", 11, four, "A1 complaints 2026-05 proposed"},
		{"10 by 4 colleagues are 4 complainants", "complainants", 10, four, ""},
		{"10 by 10 colleagues are 10", "complainants", 10, strings.Split("0123456789", ""), "A1 complaints 2026-05 proposed"},
		{"11 by 9 colleagues are 9", "complainants", 11, strings.Split("012345678", ""), ""},
	}
	for _, tt := range cases {
		t.Run("TM7: "+tt.it, func(t *testing.T) {
			var change []string
			if tt.change != "" {
				change = []string{"metric: complaints, at_least", "metric: " + tt.change + ", at_least"}
			}
			c := newCareer(t, careerPolicy, change...)
			m := sales("2026-05", "1", "5")
			m.Events = happened("2026-05", "A1", "peer_complaint", tt.n, tt.reporters...)
			m.Events = append(m.Events, facts.Event{
				ID: "w", Agent: "A1", Kind: "peer_complaint", Date: period("2026-05").Last(), Reporter: "x", Status: facts.Withdrawn,
			})
			assert.Equal(t, tt.want, strings.Join(candidatesOf(c.close(m)), "; "))
		})
	}
}

func TestTM6SixCleanMonthsInTheWindow(t *testing.T) {
	c := newCareer(t, careerPolicy)
	month := func(p string, events ...facts.Event) *Result {
		m := facts.Month{Period: period(p), Agents: []facts.Agent{person("A1"), person("A2")}, Events: events}
		return c.close(m)
	}
	jan := happened("2026-01", "A2", "penalty", 15)[14] // on 15 January
	month("2026-01", jan)
	for _, p := range []string{"2026-02", "2026-03", "2026-04", "2026-05"} {
		assert.Empty(t, movesOf(month(p)), "no window")
	}
	june := month("2026-06")
	assert.Equal(t, []string{"A1 P1>P2 promotion proposed"}, movesOf(june), "TM6: a penalty on 15 January is in the window of 30 June")
	assert.Equal(t, rank.Need{
		ID: "clean", Name: facts.Text{ZH: "clean", EN: "clean"}, Have: 5, Want: 6, Broken: period("2026-01"),
	}, june.Progress()[1].Needs[0])
	assert.Equal(t, period("2026-12"), june.Progress()[1].Window)

	july := month("2026-07")
	assert.Equal(t, []string{"A1 P1>P2 promotion open"}, movesOf(july), "shown again, and nothing in July")
	need := july.Progress()[1].Needs[0]
	assert.True(t, need.Met, "TM6: clean on 31 July, February to July")
	assert.Equal(t, 6, need.Have)
	for _, p := range []string{"2026-08", "2026-09", "2026-10", "2026-11"} {
		month(p)
	}
	assert.Equal(t, []string{"A1 P1>P2 promotion open", "A2 P1>P2 promotion proposed"}, movesOf(month("2026-12")))
}

func TestTM6ADirtyMonthBeforeDecemberPutsItOff(t *testing.T) {
	c := newCareer(t, careerPolicy)
	for i := 1; i <= 12; i++ {
		p := fmt.Sprintf("2026-%02d", i)
		m := facts.Month{Period: period(p), Agents: []facts.Agent{person("A1")}}
		if i == 1 || i == 10 {
			m.Events = happened(p, "A1", "penalty", 1)
		}
		assert.Empty(t, movesOf(c.close(m)), p)
	}
}

func TestTM9ThreeExamsMissedOrFailed(t *testing.T) {
	const absent, fail, pass = "absent", "59.99", "60"
	cases := []struct {
		it     string
		level  string
		months []string
		want   string
		clock  string
	}{
		{"absent, failed and absent propose a grade down", "P2", []string{absent, fail, absent}, "A1 P2>P1 exam proposed", ""},
		{"two are not enough", "P2", []string{absent, fail}, "", ""},
		{"four propose once", "P2", []string{absent, fail, absent, fail}, "A1 P2>P1 exam open", ""},
		{"60.00 is a pass and ends it", "P2", []string{absent, fail, pass, absent}, "", ""},
		{"on P1 the clock of the promotion starts again", "P1", []string{absent, fail, absent}, "", "2026-04"},
	}
	for _, tt := range cases {
		t.Run("TM9: "+tt.it, func(t *testing.T) {
			c := newCareer(t, careerPolicy)
			var last *Result
			for i, what := range tt.months {
				a := person("A1", "absent", 1)
				a.Level = tt.level
				if what != absent {
					a = person("A1", "exam", what)
				}
				last = c.close(facts.Month{Period: period(fmt.Sprintf("2026-%02d", i+1)), Agents: []facts.Agent{a}})
			}
			assert.Equal(t, tt.want, strings.Join(movesOf(last), "; "))
			assert.Equal(t, tt.clock, last.Progress()[0].Clock.String())
		})
	}
}

func TestRows52And53OfTheBadInputs(t *testing.T) {
	t.Run("TestBadInput/052: a month that the history lacks ends a streak, with a warning", func(t *testing.T) {
		c := newCareer(t, careerPolicy)
		c.close(sales("2026-01", "1", "5"))
		c.close(sales("2026-02", "1", "5"))
		r := c.close(sales("2026-04", "1", "5"))
		assert.Empty(t, candidatesOf(r))
		require.Len(t, r.Warnings(), 1)
		assert.Equal(t, facts.CodeHistoryGap, r.Warnings()[0].Code)
		assert.Equal(t, "month", r.Warnings()[0].Path)
		assert.Contains(t, r.Warnings()[0].Want, "2026-03 is missing")
	})
	t.Run("TestBadInput/053: December and January are consecutive", func(t *testing.T) {
		c := newCareer(t, careerPolicy)
		c.close(sales("2025-11", "1", "5"))
		c.close(sales("2025-12", "1", "5"))
		r := c.close(sales("2026-01", "1", "5"))
		assert.Equal(t, []string{"A1 sales 2025-11, 2025-12, 2026-01 proposed"}, candidatesOf(r))
		assert.Empty(t, r.Warnings())
	})
}
