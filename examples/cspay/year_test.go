package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/policy"
)

// yearPolicy is that of a shop with careers: last in marks twice running is
// looked at, and a clean record of two months is promoted in March.
const yearPolicy = `format: cspay/v1
id: tea
name: {zh: 茶铺, en: Tea shop}
currency: CNY
metrics:
  mark: {name: {zh: 考核分, en: Mark}, unit: points, better: higher}
  penalties: {name: {zh: 处罚, en: Penalties}, unit: count, from: {event: penalty}}
rankings:
  - {id: by_mark, name: {zh: 考核排名, en: Mark standing}, by: mark}
streaks:
  - {id: low, when: [{ranking: by_mark, last: sole}], months: 2}
  - {id: clean, when: [{metric: penalties, at_most: 0}], months: 2}
eliminations:
  - {id: review, any_of: [{id: low, name: {zh: 连续末位, en: Last in marks}, streak: low}]}
improvement_plans:
  - {id: coaching, name: {zh: 改进, en: Coaching}, opens: [{metric: mark, under: 60}], metric: mark, goal: [{metric: mark, at_least: 60}]}
ladder:
  levels: [{id: P1}, {id: P2, name: {zh: 二级, en: Second}}]
  promotion: {windows: [3], requires: [{id: clean, name: {zh: 无处罚, en: Clean record}, streak: clean}]}
`

// yearShop lays out four months: A1 is last in January and February and passes
// the plan in March, A2 has a penalty in January, and April decides.
func yearShop(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	write := func(name, text string) {
		name = filepath.Join(dir, filepath.FromSlash(name))
		require.NoError(t, os.MkdirAll(filepath.Dir(name), 0o700))
		require.NoError(t, os.WriteFile(name, []byte(text), 0o600))
	}
	write("policy.yaml", yearPolicy)
	roster := func(month, marks string) string {
		m := strings.Fields(marks)
		return "month: " + month + "\nagents:\n- {id: A1, values: {mark: " + m[0] + "}}\n- {id: A2, values: {mark: " + m[1] + "}}\n"
	}
	write("months/2026-01/facts.yaml", roster("2026-01", "50 90")+"events: [{id: e, agent: A2, kind: penalty, date: 2026-01-05}]\n")
	write("months/2026-02/facts.yaml", roster("2026-02", "55 90"))
	write("months/2026-03/facts.yaml", roster("2026-03", "60 90"))
	write("months/2026-04/facts.yaml", roster("2026-04", "95 90"))
	write("months/2026-04/decisions.yaml", "decisions:\n"+
		"- {agent: A1, clause: eliminations.review, outcome: rejected, who: M1, date: 2026-04-02}\n"+
		"- {agent: A2, clause: ladder.promotion, outcome: accepted, who: M1, date: 2026-04-03}\n")
	return dir
}

func TestYear(t *testing.T) {
	t.Parallel()
	dir := yearShop(t)
	assert.Equal(t, outcome{exitDone, `Tea shop

2026-01 (agents: 2)

Improvement plans
agent  plan      state    metric  baseline   this month  goal                     opened   due
A1     Coaching  running  Mark    50 points  50 points   Mark at least 60 points  2026-01  2026-03

2026-02 (agents: 2)

Candidates for review: for a person to look at, no decision
agent  rule           months            state     proposed  clause
A1     Last in marks  2026-01, 2026-02  proposed  2026-02   eliminations.review

2026-03 (agents: 2)

Moves: proposed only, a person decides
agent  from  to      state     proposed  clause            rule   months
A1     P1    Second  proposed  2026-03   ladder.promotion  clean  2026-02, 2026-03
A2     P1    Second  proposed  2026-03   ladder.promotion  clean  2026-02, 2026-03

Improvement plans
agent  plan      state   metric  baseline   this month  goal                     opened   due
A1     Coaching  passed  Mark    50 points  60 points   Mark at least 60 points  2026-01  2026-03

2026-04 (agents: 2)

Moves: proposed only, a person decides
agent  from  to      state     proposed  clause            rule   months            decided by  decided on
A2     P1    Second  accepted  2026-03   ladder.promotion  clean  2026-02, 2026-03  M1          2026-04-03

Candidates for review: for a person to look at, no decision
agent  rule           months            state        proposed  clause               decided by  decided on
A1     Last in marks  2026-01, 2026-02  turned down  2026-02   eliminations.review  M1          2026-04-02

Months: 4; moves proposed 2, moved 1; candidates for review 1; plans opened 1, passed 1, not passed 0; open at the end 1
`, ""}, call(dir, "year", dir, "-lang", "en"))
}

func TestYearAsJSON(t *testing.T) {
	t.Parallel()
	dir := yearShop(t)
	history := filepath.Join(t.TempDir(), "history.json")
	out := call(dir, "year", dir, "-format", "json", "-history-out", history)
	require.Equal(t, exitDone, out.status, out.stderr)
	var year struct {
		Policy string
		Months []struct {
			Month      string
			Moves      []struct{ Agent, From, To, Reason, State, Clause, Who, Date string }
			Candidates []struct {
				Agent, Rule, State string
				Months             []string
			}
			Plans []struct{ Agent, Plan, Status, Due string }
		}
	}
	require.NoError(t, json.Unmarshal([]byte(out.stdout), &year))
	assert.Equal(t, "tea", year.Policy)
	require.Len(t, year.Months, 4)
	february, april := year.Months[1], year.Months[3]
	assert.Equal(t, "2026-02", february.Month)
	require.Len(t, february.Candidates, 1)
	assert.Equal(t, "low", february.Candidates[0].Rule)
	assert.Equal(t, []string{"2026-01", "2026-02"}, february.Candidates[0].Months)
	require.Len(t, april.Moves, 2)
	assert.Equal(t, []string{"A1 open", "A2 effective"}, []string{april.Moves[0].Agent + " " + april.Moves[0].State, april.Moves[1].Agent + " " + april.Moves[1].State})
	assert.Equal(t, "promotion", april.Moves[1].Reason)
	assert.Equal(t, "M1", april.Moves[1].Who)

	f, err := os.Open(history)
	require.NoError(t, err)
	h, err := policy.ReadHistory(f)
	require.NoError(t, err)
	require.NoError(t, f.Close())
	require.Len(t, h.Months, 4)
	assert.Equal(t, "P2", h.Months[3].Agents[1].Level)
}

func TestYearSaysWhatIsWrongWhereItStands(t *testing.T) {
	t.Parallel()
	cases := []struct {
		it, file, text, want string
	}{
		{"a decision on nothing", "months/2026-04/decisions.yaml", "decisions:\n- {agent: A1, clause: ladder.promotion, outcome: accepted, who: M1, date: 2026-04-02}\n- {agent: A2, clause: gate.x, outcome: accepted, who: M1, date: 2026-04-02}\n", "months/2026-04/decisions.yaml:3:23: "},
		{"an outcome that is no word", "months/2026-04/decisions.yaml", "decisions:\n- {agent: A1, clause: ladder.promotion, outcome: maybe, who: M1, date: 2026-04-02}\n", "months/2026-04/decisions.yaml:2:50: "},
		{"a decision in both files", "months/2026-04/facts.yaml", "month: 2026-04\nagents: [{id: A1, values: {mark: 1}}]\ndecisions: [{agent: A1, clause: ladder.promotion, outcome: accepted, who: M1, date: 2026-04-02}]\n", "months/2026-04/decisions.yaml:1:1: "},
		{"the facts of another month", "months/2026-02/facts.yaml", "month: 2026-03\n", "months/2026-02/facts.yaml:1:8: "},
		{"a folder that is no month", "months/2026-4/facts.yaml", "month: 2026-04\n", "months/2026-4: "},
	}
	for _, c := range cases {
		t.Run(c.it, func(t *testing.T) {
			t.Parallel()
			dir := yearShop(t)
			name := filepath.Join(dir, filepath.FromSlash(c.file))
			require.NoError(t, os.MkdirAll(filepath.Dir(name), 0o700))
			require.NoError(t, os.WriteFile(name, []byte(c.text), 0o600))
			out := call(dir, "year", dir, "-lang", "en")
			assert.Equal(t, exitProblems, out.status)
			assert.Empty(t, out.stdout)
			assert.Contains(t, filepath.ToSlash(out.stderr), c.want)
			assert.Equal(t, 1, strings.Count(out.stderr, "\n"), out.stderr)
		})
	}
}

func TestYearNeedsMonths(t *testing.T) {
	t.Parallel()
	dir := shop(t)
	out := call(dir, "year", dir, "-lang", "en")
	assert.Equal(t, exitProblems, out.status)
	assert.Contains(t, out.stderr, "months: ")
}
