package columns_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// sales has a completion as a ratio of sales in cents, and a score.
func sales() facts.Metrics {
	return facts.Metrics{
		"sold":       {Unit: facts.Money},
		"target":     {Unit: facts.Money},
		"completion": {Unit: facts.Percent, Better: facts.Higher, From: facts.From{Ratio: "sold", To: "target"}},
		"score":      {Unit: facts.Number, Decimals: intp(3), Better: facts.Higher, Missing: facts.MissingNotApplicable},
		"items":      {Unit: facts.Number, Missing: facts.MissingZero},
		"complaints": {Unit: facts.Count, Missing: facts.MissingZero},
	}
}

func TestWhenComparesExactly(t *testing.T) {
	atLeast := func(metric, limit string) facts.Clause { return facts.Clause{Metric: metric, AtLeast: dp(limit)} }
	over := func(metric, limit string) facts.Clause { return facts.Clause{Metric: metric, Over: dp(limit)} }
	under := func(metric, limit string) facts.Clause { return facts.Clause{Metric: metric, Under: dp(limit)} }
	atMost := func(metric, limit string) facts.Clause { return facts.Clause{Metric: metric, AtMost: dp(limit)} }
	target := func(sold string) values { return values{"sold": d(sold), "target": d("10000.00")} }
	tests := []struct {
		name   string
		values values
		clause facts.Clause
		want   bool
	}{
		{"row 72: 79.999 is not at least 80", values{"score": d("79.999")}, atLeast("score", "80"), false},
		{"row 72: 80 is at least 80", values{"score": d("80")}, atLeast("score", "80"), true},
		{"80 is not over 80", values{"score": d("80")}, over("score", "80"), false},
		{"80.001 is over 80", values{"score": d("80.001")}, over("score", "80"), true},
		{"79.999 is under 80", values{"score": d("79.999")}, under("score", "80"), true},
		{"80 is not under 80", values{"score": d("80")}, under("score", "80"), false},
		{"80 is at most 80", values{"score": d("80")}, atMost("score", "80"), true},
		{"80.001 is not at most 80", values{"score": d("80.001")}, atMost("score", "80"), false},
		{"row 73: 1.9 is not above 1.9", values{"items": d("1.9")}, over("items", "1.9"), false},
		{"row 73: 1.900001 is", values{"items": d("1.900001")}, over("items", "1.9"), true},
		{"row 71: 3 is not over 3", values{"complaints": d("3")}, over("complaints", "3"), false},
		{"row 71: 4 is over 3", values{"complaints": d("4")}, over("complaints", "3"), true},
		{"a count against a limit between counts", values{"complaints": d("3")}, over("complaints", "2.5"), true},
		{"a count below a limit between counts", values{"complaints": d("2")}, over("complaints", "2.5"), false},
		{"row 74: completion of 110% reaches 110%", target("11000.00"), atLeast("completion", "1.1"), true},
		{"row 74: one cent short prints as 110.0000% and does not", target("10999.99"), atLeast("completion", "1.1"), false},
		{"one cent short of 10 million prints as 110.0000% and does not", values{"sold": d("10999999.99"), "target": d("10000000.00")}, atLeast("completion", "1.1"), false},
		{"row 74: 109.9999% is under 110%", target("10999.99"), under("completion", "1.1"), true},
		{"110% exactly is not over it", target("11000.00"), over("completion", "1.1"), false},
		{"one cent more is", target("11000.01"), over("completion", "1.1"), true},
		{"a third is over 0.333333333", values{"sold": d("1"), "target": d("3")}, over("completion", "0.333333333"), true},
		{"a third is under 0.333333334", values{"sold": d("1"), "target": d("3")}, under("completion", "0.333333334"), true},
		{"nothing to sell is no completion", values{"sold": d("1"), "target": d("0")}, atLeast("completion", "0"), false},
		{"nothing to sell is no completion from below either", values{"sold": d("1"), "target": d("0")}, atMost("completion", "9"), false},
		{"no score at all is not below 80", values{}, under("score", "80"), false},
		{"a limit of zero is a limit", values{"items": d("0")}, over("items", "0"), false},
		{"between two limits", values{"score": d("80")}, facts.Clause{Metric: "score", AtLeast: dp("80"), Under: dp("90")}, true},
		{"at the end of two limits", values{"score": d("90")}, facts.Clause{Metric: "score", AtLeast: dp("80"), Under: dp("90")}, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if _, ok := tt.values["sold"]; !ok {
				tt.values["sold"], tt.values["target"] = d("1"), d("1")
			}
			s, c := schema(t, sales()), facts.NewCheck()
			when := s.When(c, facts.When{tt.clause})
			require.NoError(t, c.Err())
			table := build(t, s, facts.Month{Period: january(), Agents: []facts.Agent{{ID: "A01", Values: tt.values}}})
			holds, state, _ := when.Holds(table, 0)
			assert.Equal(t, explain.Known, state)
			assert.Equal(t, tt.want, holds)
		})
	}
}

func TestWhenAttributes(t *testing.T) {
	s := schema(t, nil)
	table := build(t, s, facts.Month{Period: january(), Agents: []facts.Agent{
		{ID: "A01", Role: "pre_sales", Team: "a", Shop: "s", Level: "P1", Status: facts.Probation},
	}})
	tests := []struct {
		name string
		when facts.When
		want bool
	}{
		{"nothing always holds", nil, true},
		{"one of the roles", facts.When{{Role: []string{"after_sales", "pre_sales"}}}, true},
		{"none of the roles", facts.When{{Role: []string{"after_sales"}}}, false},
		{"the team", facts.When{{Team: []string{"a"}}}, true},
		{"the shop", facts.When{{Shop: []string{"t"}}}, false},
		{"the level", facts.When{{Level: []string{"P1"}}}, true},
		{"the status", facts.When{{Status: []facts.Status{facts.Regular}}}, false},
		{"all of several", facts.When{{Team: []string{"a"}}, {Shop: []string{"s"}}}, true},
		{"not all of several", facts.When{{Team: []string{"a"}}, {Shop: []string{"t"}}}, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := facts.NewCheck()
			when := s.When(c, tt.when)
			require.NoError(t, c.Err())
			holds, _, _ := when.Holds(table, 0)
			assert.Equal(t, tt.want, holds)
		})
	}

	roles := []string{"pre_sales"}
	when := s.When(facts.NewCheck(), facts.When{{Role: roles}})
	roles[0] = "after_sales"
	holds, _, _ := when.Holds(table, 0)
	assert.True(t, holds, "a compiled condition keeps its own words")
}

func TestWhenAnswersMissingWithItsName(t *testing.T) {
	s := schema(t, sales())
	c := facts.NewCheck()
	when := s.When(c, facts.When{{Metric: "completion", AtLeast: dp("0.6")}})
	require.NoError(t, c.Err())
	table := build(t, s, facts.Month{Period: january(), Agents: []facts.Agent{{ID: "A01"}}})
	holds, state, lack := when.Holds(table, 0)
	assert.False(t, holds)
	assert.Equal(t, explain.Missing, state)
	assert.Equal(t, "completion", lack.Name())
}

func TestWhenIsChecked(t *testing.T) {
	tests := []struct {
		name   string
		clause facts.Clause
		want   []string
	}{
		{"nothing to look at", facts.Clause{}, []string{"shape.one_of when[0]"}},
		{"two things to look at", facts.Clause{Metric: "score", Role: []string{"a"}, Over: dp("1")}, []string{"shape.one_of when[0]"}},
		{"a metric and a ranking", facts.Clause{Metric: "score", Ranking: "best", Over: dp("1")}, []string{"shape.one_of when[0]"}},
		{"two attributes", facts.Clause{Team: []string{"a"}, Role: []string{"a"}}, []string{"shape.one_of when[0]"}},
		{"a metric without a limit", facts.Clause{Metric: "score"}, []string{"shape.one_of when[0]"}},
		{"an attribute with a limit", facts.Clause{Role: []string{"a"}, Over: dp("1")}, []string{"shape.one_of when[0]"}},
		{"row 38: an unknown metric", facts.Clause{Metric: "scorre", Over: dp("1")}, []string{"name.unknown when[0].metric"}},
		{"an unknown ranking", facts.Clause{Ranking: "bist", AtMost: dp("1")}, []string{"name.unknown when[0].ranking"}},
		{"a metric is no ranking", facts.Clause{Ranking: "score", AtMost: dp("1")}, []string{"name.unknown when[0].ranking"}},
		{"a status that is none", facts.Clause{Status: []facts.Status{"boss"}}, []string{"word.unknown when[0].status[0]"}},
		{"the end of a ranking", facts.Clause{Ranking: "best", Last: facts.Sole}, nil},
		{"both ends of a ranking", facts.Clause{Ranking: "best", First: facts.Sole, Last: facts.AnyTied}, nil},
		{"a ranking without a limit or an end", facts.Clause{Ranking: "best"}, []string{"shape.one_of when[0]"}},
		{"no known way to be first", facts.Clause{Ranking: "best", First: "tied"}, []string{"word.unknown when[0].first"}},
		{"the end of a metric", facts.Clause{Metric: "score", Last: facts.Sole}, []string{"shape.one_of when[0].last"}},
		{"the end of a metric with a limit", facts.Clause{Metric: "score", First: facts.Sole, Over: dp("1")}, []string{"shape.one_of when[0].first"}},
		{"the end of a role", facts.Clause{Role: []string{"a"}, First: facts.Sole}, []string{"shape.one_of when[0].first"}},
		{"the end of an unknown ranking", facts.Clause{Ranking: "bist", First: facts.Sole}, []string{"name.unknown when[0].ranking"}},
		{"a limit of ten decimals", facts.Clause{Metric: "score", Over: dp("0.0000000001")}, []string{"number.scale when[0].over"}},
		{"a limit of nine decimals", facts.Clause{Metric: "score", Over: dp("0.000000001")}, nil},
		{"a limit of 19 digits", facts.Clause{Metric: "complaints", Over: dp("1000000000000000000")}, []string{"number.range when[0].over"}},
		{"a limit of 18 digits", facts.Clause{Metric: "complaints", Over: dp("999999999999999999")}, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s, c := schema(t, sales()), facts.NewCheck()
			s.Rankings(c, []facts.Ranking{{ID: "best", By: "score"}}, columns.All(1))
			require.NoError(t, c.Err())
			s.When(c.At("when"), facts.When{tt.clause})
			assert.Equal(t, tt.want, list(c.Problems()))
		})
	}
	s, c := schema(t, sales()), facts.NewCheck()
	s.Rankings(c, []facts.Ranking{{ID: "best", By: "score"}}, columns.All(1))
	s.When(c, facts.When{{Ranking: "bist", AtMost: dp("1")}, {Metric: "scorre", AtMost: dp("1")}})
	assert.Equal(t, "a ranking of an earlier stage; nearest: best", wants(c.Problems(), "[0].ranking"))
	assert.Equal(t, "a metric or a figure of an earlier stage; nearest: score", wants(c.Problems(), "[1].metric"))
}
