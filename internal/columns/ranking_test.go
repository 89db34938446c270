package columns_test

import (
	"strconv"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/internal/fix"
	"github.com/cspay/cspay/scoring/facts"
)

// places runs one ranking and writes the agents' places in byte order.
func places(t testing.TB, metrics facts.Metrics, doc facts.Ranking, agents ...facts.Agent) []string {
	t.Helper()
	s, c := schema(t, metrics), facts.NewCheck()
	ready, later := s.Rankings(c.At("rankings"), []facts.Ranking{doc}, columns.All(1))
	require.NoError(t, c.Err())
	require.Empty(t, later)
	table := build(t, s, facts.Month{Period: january(), Agents: agents})
	fc := facts.NewFactsCheck()
	ready[0].Run(table, fc)
	require.NoError(t, fc.Err())
	var out []string
	for row := range int32(table.Rows()) {
		out = append(out, show(ready[0].Places(), table.At(ready[0].Places(), row)))
	}
	return out
}

func scored(id, score string) facts.Agent {
	a := facts.Agent{ID: id}
	if score != "" {
		a.Values = values{"score": d(score)}
	}
	return a
}

func TestRankingsPlaceByCompetition(t *testing.T) {
	tests := []struct {
		name   string
		doc    facts.Ranking
		agents []facts.Agent
		want   []string
	}{
		{"YT3: two tied second are 1, 2, 2, 4", facts.Ranking{}, []facts.Agent{scored("a", "90"), scored("b", "80"), scored("c", "80"), scored("d", "70")}, []string{"1", "2", "2", "4"}},
		{"a thousandth decides", facts.Ranking{}, []facts.Agent{scored("a", "79.999"), scored("b", "80")}, []string{"2", "1"}},
		{"lower is better where the ranking says so", facts.Ranking{Better: facts.Lower}, []facts.Agent{scored("a", "90"), scored("b", "80"), scored("c", "70"), scored("d", "70")}, []string{"4", "3", "1", "1"}},
		{"row 62: a group of one", facts.Ranking{}, []facts.Agent{scored("a", "0")}, []string{"1"}},
		{"row 63: all tied", facts.Ranking{}, []facts.Agent{scored("a", "5"), scored("b", "5"), scored("c", "5")}, []string{"1", "1", "1"}},
		{"negative values", facts.Ranking{}, []facts.Agent{scored("a", "-2"), scored("b", "-1"), scored("c", "0")}, []string{"3", "2", "1"}},
		{"who has nothing to rank has no place", facts.Ranking{}, []facts.Agent{scored("a", "1"), scored("b", ""), scored("c", "2")}, []string{"2", "not applicable", "1"}},
		{"row 61: nobody", facts.Ranking{}, nil, nil},
		{
			"within groups",
			facts.Ranking{Within: facts.ByTeam},
			[]facts.Agent{
				{ID: "a", Team: "x", Values: values{"score": d("1")}},
				{ID: "b", Team: "y", Values: values{"score": d("9")}},
				{ID: "c", Team: "x", Values: values{"score": d("2")}},
				{ID: "d", Team: "y", Values: values{"score": d("9")}},
				{ID: "e", Values: values{"score": d("0")}},
			},
			[]string{"2", "1", "1", "1", "1"},
		},
		{
			"the ineligible take no place",
			facts.Ranking{Eligible: facts.When{{Status: []facts.Status{facts.Regular}}}},
			[]facts.Agent{
				{ID: "a", Status: facts.Probation, Values: values{"score": d("99")}}, scored("b", "2"), scored("c", "1"),
			},
			[]string{"not applicable", "1", "2"},
		},
		{
			"who worked no day is not placed, with a value or not",
			facts.Ranking{},
			[]facts.Agent{
				{ID: "a", Values: values{"score": d("99")}, Leave: []facts.Leave{{From: day(1), Until: day(31), Kind: facts.PaidLeave}}}, scored("b", "1"),
			},
			[]string{"not applicable", "1"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			tt.doc.ID, tt.doc.By = "best", "score"
			assert.Equal(t, tt.want, places(t, sales(), tt.doc, tt.agents...))
		})
	}
}

func TestRankingsCompareRatiosByCrossMultiplying(t *testing.T) {
	agent := func(id, sold, target string) facts.Agent {
		return facts.Agent{ID: id, Values: values{"sold": d(sold), "target": d(target)}}
	}
	doc := facts.Ranking{ID: "best", By: "completion"}
	assert.Equal(t, []string{"2", "2", "1", "4"}, places(t, sales(), doc,
		agent("a", "3", "150"), agent("b", "4", "200"), agent("c", "2.01", "100"), agent("d", "1.99", "100")))
	assert.Equal(t, []string{"2", "1"}, places(t, sales(), doc,
		agent("a", "333333333.33", "1000000000.00"), agent("b", "1", "3")), "a third is a little more")
	assert.Equal(t, []string{"not applicable", "1"}, places(t, sales(), doc, agent("a", "5", "0"), agent("b", "-1", "3")))

	metrics := sales()
	m := metrics["completion"]
	m.Missing = facts.MissingZero
	metrics["completion"] = m
	assert.Equal(t, []string{"2", "1", "3"}, places(t, metrics, doc,
		facts.Agent{ID: "a"}, agent("b", "1", "3"), agent("c", "-1", "3")), "a ratio that means zero ranks as zero")
}

func TestRankingsReportMissingValues(t *testing.T) {
	s, c := schema(t, sales()), facts.NewCheck()
	ready, _ := s.Rankings(c, []facts.Ranking{
		{ID: "best", By: "completion", Eligible: facts.When{{Role: []string{"pre_sales"}}}},
		{ID: "gated", By: "score", Eligible: facts.When{{Metric: "sold", Over: dp("0")}}},
	}, columns.All(2))
	require.NoError(t, c.Err())
	table := build(t, s, facts.Month{Period: january(), Agents: []facts.Agent{
		{ID: "B"}, {ID: "A", Role: "pre_sales", Values: values{"sold": d("1")}},
	}})
	fc := facts.NewFactsCheck()
	ready[0].Run(table, fc)
	assert.Equal(t, []string{"metric.missing agents[1].values.completion"}, list(fc.Problems()), "only of the eligible, at their place in the month")
	assert.Equal(t, "A", fc.Problems()[0].Agent)
	fc = facts.NewFactsCheck()
	ready[1].Run(table, fc)
	assert.Equal(t, []string{"metric.missing agents[0].values.sold"}, list(fc.Problems()))
}

func TestRankingsAreChecked(t *testing.T) {
	tests := []struct {
		name string
		doc  facts.Ranking
		want []string
	}{
		{"a metric that says its direction", facts.Ranking{ID: "r", By: "score"}, nil},
		{"row 76: one that does not", facts.Ranking{ID: "r", By: "sold"}, []string{"metric.direction rankings[0].better"}},
		{"no known direction", facts.Ranking{ID: "r", By: "sold", Better: "more"}, []string{"word.unknown rankings[0].better"}},
		{"no known attribute", facts.Ranking{ID: "r", By: "score", Within: "desk"}, []string{"word.unknown rankings[0].within"}},
		{"no known way of ties", facts.Ranking{ID: "r", By: "score", Ties: "denser"}, []string{"word.unknown rankings[0].ties"}},
		{"a known way of ties", facts.Ranking{ID: "r", By: "score", Ties: facts.PercentRank}, nil},
		{"tie-breaks that say their direction", facts.Ranking{ID: "r", By: "score", TieBreaks: []string{"completion", "score"}}, nil},
		{"a tie-break that does not", facts.Ranking{ID: "r", By: "score", TieBreaks: []string{"completion", "sold"}}, []string{"metric.direction rankings[0].tie_breaks[1]"}},
		{"a tie-break by something unknown", facts.Ranking{ID: "r", By: "score", TieBreaks: []string{"scorre"}}, []string{"name.unknown rankings[0].tie_breaks[0]"}},
		{"no id", facts.Ranking{By: "score"}, []string{"shape.required rankings[0].id"}},
		{"white space in an id", facts.Ranking{ID: "r ", By: "score"}, []string{"id.space rankings[0].id"}},
		{"row 38: an unknown metric", facts.Ranking{ID: "r", By: "scorre"}, []string{"name.unknown rankings[0].by"}},
		{"no metric", facts.Ranking{ID: "r"}, []string{"name.unknown rankings[0].by"}},
		{"eligible by something unknown", facts.Ranking{ID: "r", By: "score", Eligible: facts.When{{Metric: "x", Over: dp("1")}}}, []string{"name.unknown rankings[0].eligible[0].metric"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s, c := schema(t, sales()), facts.NewCheck()
			docs := []facts.Ranking{tt.doc}
			_, later := s.Rankings(c.At("rankings"), docs, columns.All(1))
			s.Unranked(c.At("rankings"), docs, later)
			assert.Equal(t, tt.want, list(c.Problems()))
		})
	}
	s, c := schema(t, sales()), facts.NewCheck()
	docs := []facts.Ranking{{ID: "r", By: "score"}, {ID: "r", By: "completion"}, {ID: "s", By: "total"}}
	ready, later := s.Rankings(c, docs, columns.All(3))
	assert.Equal(t, []string{"id.duplicate [1].id"}, list(c.Problems()))
	assert.Len(t, ready, 2)
	assert.Equal(t, []int{2}, later, "what a later stage makes waits for it")
	s.Add(c, columns.Figure{ID: "total"})
	ready, later = s.Rankings(c, docs, later)
	assert.Len(t, ready, 1)
	assert.Empty(t, later)
}

func TestPlacesAreToldByWhatTheyRank(t *testing.T) {
	s, c := schema(t, sales()), facts.NewCheck()
	ready, _ := s.Rankings(c, []facts.Ranking{{ID: "score", By: "score", Name: facts.Text{EN: "Best"}}}, columns.All(1))
	require.NoError(t, c.Err())
	table := build(t, s, facts.Month{Period: january(), Agents: []facts.Agent{scored("a", "80"), scored("b", "90")}})
	ready[0].Run(table, facts.NewFactsCheck())
	step := table.Explain(ready[0].Places(), 0)
	assert.Equal(t, "rankings.score", step.Clause, "not the metric of the same name")
	assert.Equal(t, int64(2), step.Value.Unscaled)
	require.Len(t, step.Steps, 1)
	assert.Equal(t, "metrics.score", step.Steps[0].Clause)
	assert.Equal(t, int64(80_000), step.Steps[0].Value.Unscaled)
}

// TestPlacesHoldTheirLaw compares with counting those who are better, and
// shuffles the agents.
func TestPlacesHoldTheirLaw(t *testing.T) {
	metrics := facts.Metrics{
		"num": {Unit: facts.Count}, "den": {Unit: facts.Count},
		"rate": {Unit: facts.Ratio, Better: facts.Lower, From: facts.From{Ratio: "num", To: "den"}},
	}
	rapid.Check(t, func(rt *rapid.T) {
		n := rapid.IntRange(0, 12).Draw(rt, "agents")
		agents := make([]facts.Agent, n)
		num, den := make([]int64, n), make([]int64, n)
		for i := range agents {
			num[i], den[i] = rapid.Int64Range(0, 6).Draw(rt, "num"), rapid.Int64Range(0, 6).Draw(rt, "den")
			agents[i] = facts.Agent{ID: "A" + strconv.Itoa(100+i), Values: map[string]decimal.Decimal{
				"num": fix.ToDecimal(num[i], 0), "den": fix.ToDecimal(den[i], 0),
			}}
		}
		want := make([]string, 0, n)
		for i := range agents {
			if den[i] == 0 {
				want = append(want, "not applicable")
				continue
			}
			better := 0
			for k := range agents {
				if den[k] > 0 && num[k]*den[i] < num[i]*den[k] {
					better++
				}
			}
			want = append(want, strconv.Itoa(better+1))
		}
		shuffled := rapid.Permutation(agents).Draw(rt, "order")
		got := places(t, metrics, facts.Ranking{ID: "r", By: "rate"}, shuffled...)
		require.Equal(rt, want, append([]string{}, got...))
	})
}
