package main

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/scoring/explain"
)

// strict reads one JSON value with no key that the type lacks.
func strict[T any](t *testing.T, text string) T {
	t.Helper()
	var v T
	d := json.NewDecoder(strings.NewReader(text))
	d.DisallowUnknownFields()
	require.NoError(t, d.Decode(&v), text)
	assert.False(t, d.More(), "one value and no more")
	assert.True(t, strings.HasSuffix(text, "\n"))
	return v
}

func TestCloseJSON(t *testing.T) {
	t.Parallel()
	dir := shop(t)
	got := call(dir, "close", dir, "-format", "json")
	require.Equal(t, exitDone, got.status, got.stderr)
	assert.Empty(t, got.stderr)
	type slip struct {
		Agent  string         `json:"agent"`
		Score  *string        `json:"score"`
		Grade  *string        `json:"grade"`
		Place  *int           `json:"place"`
		Places map[string]int `json:"places"`
		Lines  []struct {
			Item      string `json:"item"`
			Treatment string `json:"treatment"`
			Amount    string `json:"amount"`
			Clause    string `json:"clause"`
		} `json:"lines"`
		Total string `json:"total"`
	}
	v := strict[struct {
		Policy string `json:"policy"`
		Digest string `json:"digest"`
		Month  string `json:"month"`
		Slips  []slip `json:"slips"`
	}](t, got.stdout)
	assert.Equal(t, "tea-shop", v.Policy)
	assert.Regexp(t, `^sha256:[0-9a-f]{64}$`, v.Digest)
	assert.Equal(t, "2026-01", v.Month)
	require.Len(t, v.Slips, 2)
	for i, want := range []struct {
		agent, score string
		place        int
		amounts      []string
		total        string
	}{
		{"A1", "91.00", 1, []string{"3000.00", "600.00", "50.00"}, "3650.00"},
		{"A2", "71.00", 2, []string{"3100.00", "500.00", "0.00"}, "3600.00"},
	} {
		s := v.Slips[i]
		assert.Equal(t, want.agent, s.Agent)
		require.NotNil(t, s.Score)
		assert.Equal(t, want.score, *s.Score)
		require.NotNil(t, s.Place)
		assert.Equal(t, want.place, *s.Place)
		assert.Equal(t, map[string]int{"by_score": want.place}, s.Places)
		require.Len(t, s.Lines, 3)
		for k, item := range []string{"base", "bonus", "fund"} {
			assert.Equal(t, item, s.Lines[k].Item)
			assert.Equal(t, "earned", s.Lines[k].Treatment)
			assert.Equal(t, want.amounts[k], s.Lines[k].Amount)
			assert.Equal(t, "pay."+item, s.Lines[k].Clause)
		}
		assert.Equal(t, want.total, s.Total)
	}
}

func TestCheckJSON(t *testing.T) {
	t.Parallel()
	dir := shop(t, "facts.yaml", "A2", "a1")
	got := call(dir, "check", dir, "-format=json")
	assert.Equal(t, exitDone, got.status, "a warning is no fault")
	assert.Empty(t, got.stderr)
	v := strict[jsonCheck](t, got.stdout)
	assert.Regexp(t, `^sha256:[0-9a-f]{64}$`, v.Digest)
	v.Digest = ""
	assert.Equal(t, jsonCheck{Policy: "tea-shop", Month: "2026-01", Agents: 2, Problems: []jsonProblem{{
		Code: "rule.cliff", Severity: "warning", File: "DIR/policy.yaml", Line: 21, Column: 31,
		Path: "scheme.indicators[1].zero_over", Want: "within: linear, or it is meant that number 3 costs nothing more",
	}, {
		Code: "id.near_duplicate", Severity: "warning", File: "DIR/facts.yaml", Line: 12, Column: 10,
		Path: "agents[1].id", Agent: "a1", Want: "an id that differs by more than case from agents[0].id (DIR/facts.yaml:11:10)",
	}}}, v)

	dir = linear(t)
	assert.Contains(t, call(dir, "check", dir, "-format=json").stdout, `"problems": []`, "a list and never null")
}

func TestProblemsJSON(t *testing.T) {
	t.Parallel()
	dir, facts := faulty(t)
	for _, verb := range []string{"check", "close"} {
		got := call(dir, verb, dir, "-format=json")
		assert.Equal(t, exitProblems, got.status)
		assert.Empty(t, got.stderr)
		v := strict[jsonProblems](t, got.stdout)
		require.Len(t, v.Problems, len(tenFaults()))
		for i, fault := range tenFaults() {
			line, column := placeOf(t, facts, fault.at)
			p := v.Problems[i]
			assert.Equal(t, fault.says, p.Code+" at "+p.Path+" (agent "+p.Agent+")")
			assert.Equal(t, "error", p.Severity)
			assert.Equal(t, "DIR/facts.yaml", p.File)
			assert.Equal(t, []int{line, column}, []int{p.Line, p.Column}, fault.says)
			assert.NotEmpty(t, p.Want)
			assert.Empty(t, p.Got)
		}
	}
	t.Run("what stood in a policy is shown, for it is nobody's pay", func(t *testing.T) {
		t.Parallel()
		dir := shop(t, "policy.yaml", "basis: calendar", "basis: lunar")
		v := strict[jsonProblems](t, call(dir, "check", dir, "-format=json").stdout)
		require.Len(t, v.Problems, 1)
		assert.Equal(t, "lunar", v.Problems[0].Got)
	})
	t.Run("a file that is not there is a problem of the same shape", func(t *testing.T) {
		t.Parallel()
		v := strict[jsonProblems](t, call("", "check", "nowhere", "-format=json").stdout)
		assert.Equal(t, []jsonProblem{{
			Code: "document.unreadable", Severity: "error", File: "nowhere",
			Want: "a shop's folder", Got: "no such file or directory",
		}}, v.Problems)
	})
}

func TestExplainJSON(t *testing.T) {
	t.Parallel()
	dir := shop(t)
	got := call(dir, "explain", dir, "A2", "-format=json", "-lang=en")
	require.Equal(t, exitDone, got.status, got.stderr)
	v := strict[jsonSlip](t, got.stdout)
	top := v.Explanation
	v.Explanation = jsonStep{}
	assert.Equal(t, jsonSlip{Policy: "tea-shop", Month: "2026-01", Agent: "A2", Total: "3600.00"}, v)
	require.Len(t, top.Steps, 4)
	assert.Equal(t, "3600.00", top.Value)
	score := top.Steps[0]
	require.Len(t, score.Steps, 3)
	reviews := score.Steps[1]
	require.Len(t, reviews.Steps, 1)
	require.Len(t, reviews.Steps[0].Steps, 2)
	reviews.Steps = nil
	assert.Equal(t, jsonStep{
		Clause: "scheme.reviews", Code: "zero_over.over", Text: "2 bad reviews, more than 1: 0 of 10 points",
		Value: "0.00", Unit: "points", State: "known", Source: "考核三", Sample: true,
	}, reviews)
	charges := func(s jsonStep) []jsonStep { return s.Steps[len(s.Steps)-1].Steps }
	assert.Len(t, charges(score.Steps[2]), 3)
	assert.Equal(t, charges(score.Steps[2]), charges(top.Steps[3]), "a program reads the whole tree, however often a part comes")
}

func TestStepJSON(t *testing.T) {
	t.Parallel()
	cases := []struct {
		it    string
		value explain.Number
		want  jsonStep
	}{
		{"money has its cents", explain.Number{Unscaled: -5, Scale: 2, Unit: "money"}, jsonStep{Value: "-0.05", Unit: "money", State: "known"}},
		{"a count has none", explain.Number{Unscaled: 12, Unit: "count"}, jsonStep{Value: "12", Unit: "count", State: "known"}},
		{"the zero number is 0", explain.Number{}, jsonStep{Value: "0", State: "known"}},
		{"a denominator of 1 is a plain number", explain.Number{Unscaled: 7, Den: 1, Scale: 1}, jsonStep{Value: "0.7", State: "known"}},
		{"a quotient keeps both parts", explain.Number{Unscaled: 10, Den: 3, Scale: 1, Unit: "ratio"}, jsonStep{Num: "1.0", Den: "3", Unit: "ratio", State: "known"}},
		{"the largest", explain.Number{Unscaled: 999999999999999999, Scale: 18}, jsonStep{Value: "0.999999999999999999", State: "known"}},
		{"missing", explain.Number{State: explain.Missing}, jsonStep{State: "missing"}},
		{"not applicable", explain.Number{State: explain.NotApplicable}, jsonStep{State: "not_applicable"}},
		{"overflow", explain.Number{Unscaled: 1, State: explain.Overflow}, jsonStep{State: "overflow"}},
	}
	for _, c := range cases {
		t.Run(c.it, func(t *testing.T) {
			t.Parallel()
			got := stepJSON(explain.Step{Clause: "c", Code: "score", Value: c.value}, explain.English)
			assert.NotEmpty(t, got.Text)
			c.want.Clause, c.want.Code, c.want.Text = "c", "score", got.Text
			assert.Equal(t, c.want, got)
		})
	}
}

func TestVersionJSON(t *testing.T) {
	t.Parallel()
	v := strict[jsonVersion](t, call("", "version", "-format=json").stdout)
	assert.NotEmpty(t, v.Version)
	assert.Equal(t, "cspay/v1", v.Format)
}
