package policy

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/scoring/facts"
)

// careerRows are the rows about months in a row.
func careerRows(add addRow) {
	add("052", "a month that the history lacks ends a streak, with a warning", func(t *testing.T) {
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
	add("052", "a gap of many months within the history", func(t *testing.T) {
		c := newCareer(t, careerPolicy)
		c.close(sales("2025-10", "1", "5"))
		c.close(sales("2026-02", "1", "5"))
		r := c.close(sales("2026-03", "1", "5"))
		require.Len(t, r.Warnings(), 1)
		assert.Contains(t, r.Warnings()[0].Want, "2025-11 to 2026-01 is missing")
	})
	add("052", "a policy without streaks does not mind", func(t *testing.T) {
		h := History{Months: []HistoryMonth{{Period: smallMonth().Period - 5}}}
		r, err := loadSmall(t).Close(smallMonth(), h)
		require.NoError(t, err)
		assert.Empty(t, r.Warnings())
	})
	add("053", "December and January are consecutive", func(t *testing.T) {
		c := newCareer(t, careerPolicy)
		c.close(sales("2025-11", "1", "5"))
		c.close(sales("2025-12", "1", "5"))
		r := c.close(sales("2026-01", "1", "5"))
		assert.Equal(t, []string{"A1 sales 2025-11, 2025-12, 2026-01 proposed"}, candidatesOf(r))
		assert.Empty(t, r.Warnings())
	})
}

// TestRulesAcrossMonthsAreCheckedAllAtOnce compiles a policy whose every clause
// is at fault.
func TestRulesAcrossMonthsAreCheckedAllAtOnce(t *testing.T) {
	const src = `format: cspay/v1
id: bad
currency: CNY
metrics:
  mark: {unit: points, better: higher}
streaks:
  - {id: a, months: 3}
  - {id: a, when: [{metric: mark, under: 60}], months: 0}
  - {id: b, when: [{metric: mrak, under: 60}], cases: [{when: [{metric: mark, under: 60}]}], months: 601}
  - {id: c, when: [{metric: mark, under: 60}], months: 1, again: often, leave: stops}
eliminations:
  - id: e
    after_plan: q
    any_of:
      - {id: x, streak: c, plan: p}
      - {id: x, streak: d}
      - {id: y}
      - {id: z, plan: r}
  - {id: e, any_of: []}
improvement_plans:
  - {id: p, opens: [], metric: nothing, goal: [{metric: mark, at_least: 60}], months: 13, extensions: -1}
ladder:
  levels: [{id: P1, pay: -1}, {id: P1}, {id: P2}]
  promotion:
    windows: [0, 6, 6]
    after_move: stops
    requires: [{id: r, streak: c, months: 0}, {id: r, when: [{metric: mark, at_least: 1}], months: 2}, {id: s}]
  demotions: [{id: d, streak: c, levels: 3}, {id: d, streak: nope}]
gate:
  stages: [{id: g, weeks: 0, fails: []}, {id: g, weeks: 54, fails: [{metric: x, over: 0}]}]
`
	_, err := Load(strings.NewReader(src))
	var list Problems
	require.ErrorAs(t, err, &list)
	var found []string
	for _, p := range list {
		found = append(found, string(p.Code)+" "+p.Path)
	}
	assert.Equal(t, []string{
		"shape.required streaks[0].when",
		"id.duplicate streaks[1].id", "number.range streaks[1].months",
		"shape.one_of streaks[2].cases", "number.range streaks[2].months",
		"word.unknown streaks[3].again", "word.unknown streaks[3].leave",
		"name.unknown eliminations[0].after_plan",
		"shape.one_of eliminations[0].any_of[0]",
		"id.duplicate eliminations[0].any_of[1].id", "name.unknown eliminations[0].any_of[1].streak",
		"shape.one_of eliminations[0].any_of[2]",
		"name.unknown eliminations[0].any_of[3].plan",
		"id.duplicate eliminations[1].id", "shape.required eliminations[1].any_of",
		"shape.required improvement_plans[0].opens", "name.unknown improvement_plans[0].metric",
		"number.range improvement_plans[0].months", "number.range improvement_plans[0].extensions",
		"number.negative ladder.levels[0].pay", "id.duplicate ladder.levels[1].id",
		"number.range ladder.promotion.windows[0]", "number.range ladder.promotion.windows[2]",
		"word.unknown ladder.promotion.after_move",
		"number.range ladder.promotion.requires[0].months",
		"id.duplicate ladder.promotion.requires[1].id", "number.range ladder.promotion.requires[1].months",
		"shape.one_of ladder.promotion.requires[2]",
		"number.range ladder.demotions[0].levels",
		"id.duplicate ladder.demotions[1].id", "name.unknown ladder.demotions[1].streak",
		"number.range gate.stages[0].weeks", "shape.required gate.stages[0].fails",
		"id.duplicate gate.stages[1].id", "number.range gate.stages[1].weeks", "name.unknown gate.stages[1].fails[0].metric",
	}, found)
}

// TestARuleThatLacksAValueSaysSo is about months: missing is not false.
func TestARuleThatLacksAValueSaysSo(t *testing.T) {
	for clause, change := range map[string][]string{
		"a streak":        {"when: [{metric: penalties, at_most: 0}, {metric: complaints, at_most: 0}]", "when: [{metric: given, at_most: 0}]"},
		"an elimination":  {"when: [{metric: complaints, at_least: 10}]", "when: [{metric: given, at_least: 10}]"},
		"a plan's start":  {"opens: [{metric: score, under: 60}]", "opens: [{metric: given, under: 60}]"},
		"a requirement":   {"requires: [{id: clean, streak: clean}]", "requires: [{id: clean, when: [{metric: given, at_least: 1}]}]"},
		"a stage":         {"improvement_plans:", "gate: {stages: [{id: a, weeks: 53, fails: [{metric: given, over: 0}]}]}\nimprovement_plans:"},
		"a case of many":  {"{when: [{metric: absent, at_least: 1}]}", "{when: [{metric: given, at_least: 1}]}"},
		"a plan's metric": nil,
	} {
		t.Run(clause, func(t *testing.T) {
			c := newCareer(t, careerPolicy, append([]string{"  penalties: {unit", "  given: {unit: count, better: lower}\n  penalties: {unit"}, change...)...)
			a := person("A1")
			a.Hired = period("2026-01").First()
			m := facts.Month{Period: period("2026-02"), Agents: []facts.Agent{a}}
			_, err := c.p.Close(m, History{})
			if change == nil {
				require.NoError(t, err, "nothing asks for it")
				return
			}
			refused(t, err, spot{code: facts.CodeMetricMissing, agent: "A1"})
			m.Agents[0] = away("2026-02", a)
			_, err = c.p.Close(m, History{})
			require.NoError(t, err, "who worked no day is not judged")
		})
	}
}
