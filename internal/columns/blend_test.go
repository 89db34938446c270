package columns_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/internal/fix"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// exams has the score of TM9: the exam for 70%, the mean of the ordinary tests
// for 30%.
func exams() facts.Metrics {
	return facts.Metrics{
		"exam":  {Name: facts.Text{ZH: "月考", EN: "Exam"}, Unit: facts.Points, Better: facts.Higher},
		"total": {Unit: facts.Points, Missing: facts.MissingZero},
		"tests": {Unit: facts.Count, Missing: facts.MissingZero},
		"mean":  {Name: facts.Text{ZH: "平时成绩", EN: "Ordinary tests"}, Unit: facts.Points, Better: facts.Higher, From: facts.From{Ratio: "total", To: "tests"}},
		"score": {Name: facts.Text{ZH: "考核成绩", EN: "Exam score"}, Unit: facts.Points, Better: facts.Higher, From: facts.From{
			Blend: []facts.BlendPart{part("exam", "0.7"), part("mean", "0.3")},
		}},
		"twice": {Unit: facts.Points, From: facts.From{Blend: []facts.BlendPart{part("score", "0.5"), part("exam", "0.5")}}},
	}
}

func sat(exam, total, tests string) facts.Agent {
	a := facts.Agent{ID: "A01", Values: values{}}
	for metric, n := range map[string]string{"exam": exam, "total": total, "tests": tests} {
		if n != "" {
			a.Values[metric] = d(n)
		}
	}
	return a
}

func TestTM9Blend(t *testing.T) {
	tests := []struct {
		name, metric string
		agent        facts.Agent
		rule         facts.Missing
		want         string
	}{
		{"TM9: exam 92, ordinary mean 85", "score", sat("92", "170", "2"), "", "89.90"},
		{"TM9: exactly 80", "score", sat("80", "240", "3"), "", "80.00"},
		{"a mean that ends nowhere stays exact: 92 x 70% + 250/3 x 30% = 89.4", "score", sat("92", "250", "3"), "", "89.40"},
		{"64.4 + 30/7 is 480.8/7", "score", sat("92", "100", "7"), "", "480.80/7"},
		{"a blend of a blend: (89.9 + 92)/2", "twice", sat("92", "170", "2"), "", "90.95"},
		{"a blend of a blend, finer than points: 90.95075", "twice", sat("92", "170.01", "2"), "", "3638.03/40"},
		{"no ordinary test", "score", sat("92", "0", "0"), "", "not applicable"},
		{"no ordinary test and no exam", "score", sat("", "0", "0"), "", "not applicable"},
		{"no exam", "score", sat("", "170", "2"), "", "missing"},
		{"no exam, where that is zero", "score", sat("", "170", "2"), facts.MissingZero, "0.00"},
		{"no exam, where that is not applicable", "score", sat("", "170", "2"), facts.MissingNotApplicable, "not applicable"},
		{"who worked no day", "score", facts.Agent{ID: "A01", Leave: []facts.Leave{leave(1, 31, facts.PaidLeave)}}, "", "not applicable"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			metrics := exams()
			m := metrics["score"]
			m.Missing = tt.rule
			metrics["score"] = m
			s := schema(t, metrics)
			table := build(t, s, facts.Month{Period: january(), Agents: []facts.Agent{tt.agent}})
			assert.Equal(t, tt.want, read(t, s, table, "A01", tt.metric))
		})
	}
}

// TestTM9IsComparedExactly: 80 reaches 80, and what is less by the smallest
// part of a test does not.
func TestTM9IsComparedExactly(t *testing.T) {
	s := schema(t, exams())
	c := facts.NewCheck()
	atLeast := func(limit string) columns.When {
		return s.When(c, facts.When{{Metric: "score", AtLeast: dp(limit)}})
	}
	eighty, almost := atLeast("80"), atLeast("89.9")
	require.NoError(t, c.Err())
	for _, tt := range []struct {
		name  string
		agent facts.Agent
		when  columns.When
		want  bool
	}{
		{"80.0", sat("80", "240", "3"), eighty, true},
		{"a hundredth of one of three tests below", sat("80", "239.99", "3"), eighty, false},
		{"89.9", sat("92", "170", "2"), almost, true},
		{"a hundredth of one of two tests below", sat("92", "169.99", "2"), almost, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			table := build(t, s, facts.Month{Period: january(), Agents: []facts.Agent{tt.agent}})
			holds, state, _ := tt.when.Holds(table, 0)
			assert.Equal(t, tt.want, holds)
			assert.Equal(t, explain.Known, state)
		})
	}
}

func TestABlendOfTwoScales(t *testing.T) {
	s := schema(t, facts.Metrics{
		"coarse": {Unit: facts.Number, Decimals: intp(0)}, "fine": {Unit: facts.Number, Decimals: intp(9)},
		"both": {Unit: facts.Number, From: facts.From{Blend: []facts.BlendPart{part("coarse", "0.75"), part("fine", "0.25")}}},
	})
	table := build(t, s, facts.Month{Period: january(), Agents: []facts.Agent{{ID: "A01", Values: values{"coarse": d("3"), "fine": d("0.000000004")}}}})
	assert.Equal(t, "2.250000001", read(t, s, table, "A01", "both"))
}

func TestABlendOutOfRange(t *testing.T) {
	s, c := schema(t, facts.Metrics{
		"coarse": {Unit: facts.Number, Decimals: intp(0)}, "fine": {Unit: facts.Number, Decimals: intp(9)},
		"both": {Unit: facts.Number, From: facts.From{Blend: []facts.BlendPart{part("coarse", "0.5"), part("fine", "0.5")}}},
		"more": {Unit: facts.Number, From: facts.From{Blend: []facts.BlendPart{part("both", "0.5"), part("fine", "0.5")}}},
	}), facts.NewFactsCheck()
	table := s.Build(facts.Month{Period: january(), Agents: []facts.Agent{
		{ID: "A01", Values: values{"coarse": d("999999999"), "fine": d("0")}},
		{ID: "A02", Values: values{"coarse": d("1000000000"), "fine": d("0")}},
	}}, c)
	assert.Equal(t, []string{"number.overflow agents[1].values.both"}, list(c.Problems()), "once, where it arises")
	assert.Equal(t, "499999999.500000000", read(t, s, table, "A01", "both"))
	assert.Equal(t, "overflow", read(t, s, table, "A02", "more"))
}

func TestABlendIsTold(t *testing.T) {
	s := schema(t, exams())
	table := build(t, s, facts.Month{Period: january(), Agents: []facts.Agent{sat("92", "170", "2")}})
	ref, _ := s.Lookup("score")
	step := table.Explain(ref, 0)
	assert.Equal(t, "考核成绩 89.9 分,由以下各项乘以权重相加", step.Sentence(explain.Chinese))
	assert.Equal(t, "Exam score 89.9 points, each of these times its weight, added up", step.Sentence(explain.English))
	require.Len(t, step.Steps, 2)
	assert.Equal(t, "月考 92 分 × 70%", step.Steps[0].Sentence(explain.Chinese))
	assert.Empty(t, step.Steps[0].Steps, "a given number needs no second line")
	assert.Equal(t, "平时成绩 85 分 × 30%", step.Steps[1].Sentence(explain.Chinese))
	require.Len(t, step.Steps[1].Steps, 1)
	assert.Equal(t, explain.Code("metric.ratio"), step.Steps[1].Steps[0].Code)
}

// TestABlendThatLacksAPart is told at the part.
func TestABlendThatLacksAPart(t *testing.T) {
	metrics := exams()
	metrics["total"], metrics["tests"] = facts.Metric{Unit: facts.Points}, facts.Metric{Unit: facts.Count}
	table := build(t, schema(t, metrics), facts.Month{Period: january(), Agents: []facts.Agent{{ID: "A01"}}})
	c := facts.NewFactsCheck()
	table.FailState(c, 0, "twice", explain.Missing)
	assert.Equal(t, []string{"metric.missing agents[0].values.exam", "metric.missing agents[0].values.mean"}, list(c.Problems()))
}

// TestABlendLiesBetweenItsParts: the blend of equals is each of them, and of
// others it is no less than the least and no more than the most.
func TestABlendLiesBetweenItsParts(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		weight := rapid.Int64Range(1, 999_999).Draw(rt, "weight")
		metrics := exams()
		m := metrics["score"]
		m.From.Blend = []facts.BlendPart{
			{Metric: "exam", Weight: fix.ToDecimal(weight, 6)}, {Metric: "mean", Weight: fix.ToDecimal(1_000_000-weight, 6)},
		}
		metrics["score"] = m
		s := schema(t, metrics)
		exam := rapid.Int64Range(-10_000, 10_000).Draw(rt, "exam")
		total := rapid.Int64Range(-100_000, 100_000).Draw(rt, "total")
		tests := rapid.Int64Range(1, 50).Draw(rt, "tests")
		if rapid.Bool().Draw(rt, "equal") {
			total = exam * tests
		}
		table := build(t, s, facts.Month{Period: january(), Agents: []facts.Agent{{ID: "A01", Values: values{
			"exam": fix.ToDecimal(exam, 2), "total": fix.ToDecimal(total, 2), "tests": fix.ToDecimal(tests, 0),
		}}}})
		ref, _ := s.Lookup("score")
		v := table.At(ref, 0)
		require.Equal(rt, explain.Known, v.State)
		// The blend, which is v.Num/v.Den, against exam and total/tests.
		toExam, toMean := fix.CmpMul(v.Num, 1, exam, v.Den), fix.CmpMul(v.Num, tests, total, v.Den)
		require.LessOrEqual(rt, toExam*toMean, 0)
		require.Equal(rt, exam*tests == total, toExam == 0)
	})
}
