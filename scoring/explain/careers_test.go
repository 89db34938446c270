package explain_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/policy"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// careerShop has a rule of every kind that looks across months.
const careerShop = `format: cspay/v1
id: careers
currency: CNY
metrics:
  mark: {name: {zh: 考核分, en: Mark}, unit: points, better: higher}
  trial: {unit: count, missing: zero}
  complainants: {unit: count, from: {event: complaint, distinct: reporter}}
rankings:
  - {id: by_mark, by: mark}
streaks:
  - {id: low, name: {zh: 连续末位, en: Last in marks}, when: [{ranking: by_mark, last: sole}], months: 2}
  - {id: clean, name: {zh: 无投诉, en: No complaint}, when: [{metric: complainants, at_most: 0}], months: 2}
eliminations:
  - id: review
    any_of:
      - {id: low, name: {zh: 连续末位, en: Last in marks}, streak: low}
      - {id: mark, when: [{metric: mark, under: 20}]}
improvement_plans:
  - id: coaching
    name: {zh: 改进计划, en: Improvement plan}
    opens: [{metric: mark, under: 60}]
    metric: mark
    goal: [{metric: mark, at_least: 60}]
    months: 1
    extensions: 1
ladder:
  levels: [{id: P1}, {id: P2, name: {zh: 二级, en: Second}}, {id: P3}]
  promotion:
    windows: [1, 2, 3]
    requires: [{id: clean, name: {zh: 无投诉, en: No complaint}, streak: clean}, {id: trial, when: [{metric: trial, at_least: 1}]}]
  demotions: [{id: low, streak: low}]
pay:
  - {id: low, when: [{metric: low.hit, at_least: 0}, {metric: low.months, at_least: 0}], award: {match: all, cases: [
      {when: [{metric: low.hit, at_least: 0}], amount: 1}, {when: [{metric: low.months, at_least: 0}], amount: 1},
      {when: [{metric: clean.months, at_least: 0}], amount: 1}]}}
`

// careered explains the slips of four months: plans that pass, are extended and
// fail, moves and reviews that are decided and some that nobody decides.
func careered(t *testing.T) map[string][]explain.Step {
	t.Helper()
	p, err := policy.Load(strings.NewReader(careerShop))
	require.NoError(t, err)
	out := map[string][]explain.Step{}
	var h policy.History
	for i, marks := range []map[string]string{
		{"A": "50", "B": "30", "C": "90", "D": "10", "E": "100"},
		{"A": "70", "B": "30", "C": "90", "D": "10", "E": "100"},
		{"A": "70", "B": "10", "C": "90", "D": "9", "E": "100"},
		{"A": "70", "B": "35", "C": "90", "D": "30", "E": "100"},
		{"A": "70", "B": "30", "C": "90", "D": "5", "E": "100"},
	} {
		m := careerMonth(t, i, marks)
		r, err := p.Close(m, h)
		require.NoError(t, err)
		h = r.History()
		for slip := range r.Slips() {
			out[slip.Agent()] = append(out[slip.Agent()], slip.Explain().Steps...)
		}
	}
	return out
}

func careerMonth(t *testing.T, i int, marks map[string]string) facts.Month {
	t.Helper()
	period, err := facts.ParsePeriod(fmt.Sprintf("2026-0%d", i+1))
	require.NoError(t, err)
	m := facts.Month{Period: period}
	for _, id := range []string{"A", "B", "C", "D", "E"} {
		a := facts.Agent{ID: id, Values: values("0", "0", "0", "")}
		clear(a.Values)
		a.Values["mark"], a.Values["trial"] = d(marks[id]), d("1")
		a.Level = map[string]string{"C": "P3", "D": "P2", "B": "P2"}[id]
		if id == "D" && i == 4 {
			a.Protected = []facts.Span{{From: period.First()}}
		}
		if id == "B" && i > 0 {
			a.Values["trial"] = d("0")
		}
		m.Agents = append(m.Agents, a)
	}
	decide := func(agent, clause string, outcome facts.Outcome) {
		m.Decisions = append(m.Decisions, facts.Decision{Agent: agent, Clause: clause, Outcome: outcome, Who: "M", Date: period.First()})
	}
	switch i {
	case 0:
		for k := range 2 {
			m.Events = append(m.Events, facts.Event{ID: fmt.Sprint("e", k), Agent: "B", Kind: "complaint", Date: period.First(), Reporter: "x"})
		}
	case 2:
		decide("D", "ladder.demotions.low", facts.TurnedDown)
		decide("D", "eliminations.review", facts.Accepted)
		decide("A", "ladder.promotion", facts.Accepted)
	case 3:
		decide("D", "eliminations.review", facts.TurnedDown)
	case 4:
		decide("D", "eliminations.review", facts.TurnedDown)
		decide("D", "ladder.demotions.low", facts.Accepted)
	}
	return m
}

// TestWhatCareersSay compares sentences with what a person would write.
func TestWhatCareersSay(t *testing.T) {
	t.Parallel()
	said := map[string][]string{}
	for agent, steps := range careered(t) {
		for _, s := range steps {
			s.Walk(func(_ int, s explain.Step) {
				said[agent] = append(said[agent], s.Sentence(explain.Chinese), s.Sentence(explain.English))
			})
		}
	}
	for agent, want := range map[string][]string{
		"A": {
			"当前职级:P1", "Level: P1", "下一级:二级,下一个晋升窗口:2026-02", "Next level: Second; next window: 2026-02",
			"无投诉:已连续 1 个月,需 2 个月", "No complaint: months in a row 1 of 2",
			"改进计划:2026-01 起,2026-02 到期;考核分起点 50 分,本月 50 分",
			"Improvement plan: from 2026-01, due 2026-02; mark 50 points at first, 50 points this month",
			"Improvement plan: from 2026-01, passed this month; mark 50 points at first, 70 points this month",
			"建议由 P1 调为 二级,待人工决定", "Proposed: from P1 to Second; a person decides",
			"自本月起由 P1 调为 二级(2026-03-01 决定)", "晋升从 2026-03 起计月",
		},
		"B": {
			"Improvement plan: from 2026-01, extended to 2026-03; mark 30 points at first, 30 points this month",
			"改进计划:2026-01 起,2026-03 到期未达标;考核分起点 30 分,本月 10 分",
			"No complaint: months in a row 1 of 2; 2026-01 does not count", "trial: not met",
		},
		"C": {"当前职级:P3,已是最高级"},
		"D": {
			"Last in marks: months in a row 2; it counts at 2",
			"建议人工复核:mark(2026-01),待人工决定", "2026-01 建议人工复核:mark(2026-01),尚未决定",
			"The proposal from Second to P3 has lapsed: the level has changed",
			"Not moved from Second to P1 (decided on 2026-03-01)",
			"The review was accepted (decided on 2026-03-01): mark (2026-01)",
			"Last in marks: months in a row 2; it counts this month, at 2",
			"Last in marks: months in a row 3; not this month, but at 2 it counts",
			"mark holds (2026-05); statutory protection, nothing is proposed",
		},
	} {
		for _, sentence := range want {
			assert.Contains(t, said[agent], sentence, agent)
		}
	}
	for _, sentence := range said["A"] {
		assert.NotContains(t, sentence, "eliminations", "an agent reads of no clause by its key")
	}
}
