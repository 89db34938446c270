package rank_test

import (
	"maps"
	"strconv"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/cspay/cspay/rank"
	"github.com/cspay/cspay/scoring"
	"github.com/cspay/cspay/scoring/facts"
)

// june returns a month of agents, each with what a case states.
func june(agents ...facts.Agent) facts.Month {
	period, _ := facts.NewPeriod(2026, 6)
	return facts.Month{Period: period, Agents: agents}
}

func agent(id, sales string) facts.Agent {
	a := facts.Agent{ID: id, Role: "pre_sales", Values: map[string]decimal.Decimal{}}
	if sales != "" {
		a.Values["sales"] = decimal.RequireFromString(sales)
	}
	return a
}

func limit(s string) *decimal.Decimal {
	d := decimal.RequireFromString(s)
	return &d
}

// terms are the metrics that the cases rank.
func terms() scoring.Terms {
	return scoring.Terms{
		Metrics: facts.Metrics{
			"sales":    {Unit: facts.Money, Better: facts.Higher},
			"response": {Unit: facts.Seconds, Better: facts.Lower, Missing: facts.MissingNotApplicable},
			"late":     {Unit: facts.Count, Missing: facts.MissingZero},
			"chats":    {Unit: facts.Count, Missing: facts.MissingZero},
			"rate":     {Unit: facts.Ratio, Better: facts.Lower, From: facts.From{Ratio: "late", To: "chats"}},
		},
		Accounts: []scoring.Account{{
			ID: "fund", Opening: decimal.RequireFromString("100"), Unit: facts.Money,
			Charges: map[string]decimal.Decimal{"error": decimal.RequireFromString("10")},
		}},
	}
}

// places collects a ranking; unplaced agents are not in it.
func places(s *rank.Standings, ranking string) map[string]int {
	return maps.Collect(s.Of(ranking))
}

func TestRank(t *testing.T) {
	t.Parallel()
	bySales := facts.Ranking{ID: "by_sales", By: "sales"}
	idle := agent("leaver", "900")
	first := june().Period.First()
	idle.Leave = []facts.Leave{{From: first, Until: june().Period.Last(), Kind: facts.PaidLeave}}
	after := agent("after", "100")
	after.Role = "after_sales"
	trainee := agent("trainee", "900")
	trainee.Status = facts.Probation
	ratio := func(id, late, chats string) facts.Agent {
		a := agent(id, "0")
		a.Values["late"], a.Values["chats"] = decimal.RequireFromString(late), decimal.RequireFromString(chats)
		return a
	}
	cases := []struct {
		name    string
		ranking facts.Ranking
		agents  []facts.Agent
		want    map[string]int
	}{
		{
			"one cent more is a better place", bySales,
			[]facts.Agent{agent("a", "500.00"), agent("b", "500.01"), agent("c", "500.00")},
			map[string]int{"b": 1, "a": 2, "c": 2},
		},
		{
			"who worked no day is unplaced, not last", bySales,
			[]facts.Agent{agent("a", "1"), idle},
			map[string]int{"a": 1},
		},
		{
			"who is not eligible takes no place from others",
			facts.Ranking{ID: "by_sales", By: "sales", Eligible: facts.When{{Status: []facts.Status{facts.Regular}}}},
			[]facts.Agent{trainee, agent("a", "1")},
			map[string]int{"a": 1},
		},
		{
			"each role has a first of its own",
			facts.Ranking{ID: "by_sales", By: "sales", Within: facts.ByRole},
			[]facts.Agent{agent("a", "300"), agent("b", "200"), after},
			map[string]int{"a": 1, "after": 1, "b": 2},
		},
		{
			"a rate is compared without dividing: 3 of 150 equals 4 of 200, 1 of 51 is better",
			facts.Ranking{ID: "by_rate", By: "rate"},
			[]facts.Agent{ratio("a", "3", "150"), ratio("b", "4", "200"), ratio("c", "1", "51")},
			map[string]int{"c": 1, "a": 2, "b": 2},
		},
		{
			"who has no traffic has no rate and no place",
			facts.Ranking{ID: "by_rate", By: "rate"},
			[]facts.Agent{ratio("a", "0", "0"), ratio("b", "9", "10")},
			map[string]int{"b": 1},
		},
		{
			"a ranking may turn the metric's direction round",
			facts.Ranking{ID: "by_sales", By: "sales", Better: facts.Lower},
			[]facts.Agent{agent("a", "1"), agent("b", "2")},
			map[string]int{"a": 1, "b": 2},
		},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			s, err := rank.Rank([]facts.Ranking{c.ranking}, terms(), june(c.agents...))
			require.NoError(t, err)
			assert.Equal(t, c.want, places(s, c.ranking.ID))
			for _, a := range c.agents {
				want, placed := c.want[a.ID]
				got, ok := s.Place(c.ranking.ID, a.ID)
				assert.Equal(t, placed, ok, a.ID)
				assert.Equal(t, want, got, a.ID)
			}
		})
	}
}

func TestRankAccounts(t *testing.T) {
	t.Parallel()
	m := june(agent("a", "1"), agent("b", "1"))
	m.Events = []facts.Event{{ID: "e1", Agent: "a", Kind: "error", Date: m.Period.First()}}
	s, err := rank.Rank([]facts.Ranking{
		{ID: "careful", By: "fund.left"},
		{ID: "clean", By: "sales", Eligible: facts.When{{Metric: "fund.left", AtLeast: limit("100")}}},
	}, terms(), m)
	require.NoError(t, err)
	assert.Equal(t, map[string]int{"b": 1, "a": 2}, places(s, "careful"))
	assert.Equal(t, map[string]int{"b": 1}, places(s, "clean"))
}

func TestRankByAnotherRanking(t *testing.T) {
	t.Parallel()
	top := facts.Ranking{ID: "by_sales", By: "sales"}
	fastOfTop := facts.Ranking{ID: "fast", By: "response", Eligible: facts.When{{Ranking: "by_sales", AtMost: limit("2")}}}
	a, b, c := agent("a", "300"), agent("b", "200"), agent("c", "100")
	for i, x := range []*facts.Agent{&a, &b, &c} {
		x.Values["response"] = decimal.NewFromInt(int64(30 - i)) // c is the fastest
	}
	want := map[string]int{"b": 1, "a": 2}
	t.Run("declared before or after it", func(t *testing.T) {
		t.Parallel()
		for _, docs := range [][]facts.Ranking{{top, fastOfTop}, {fastOfTop, top}} {
			s, err := rank.Rank(docs, terms(), june(a, b, c))
			require.NoError(t, err)
			assert.Equal(t, want, places(s, "fast"))
			assert.Equal(t, []string{docs[0].ID, docs[1].ID}, s.Rankings())
		}
	})
	t.Run("of the terms", func(t *testing.T) {
		t.Parallel()
		given := terms()
		given.Rankings = []facts.Ranking{top}
		s, err := rank.Rank([]facts.Ranking{fastOfTop}, given, june(a, b, c))
		require.NoError(t, err)
		assert.Equal(t, want, places(s, "fast"))
		assert.Equal(t, []string{"fast"}, s.Rankings())
	})
}

func TestRankErrors(t *testing.T) {
	t.Parallel()
	eligible := func(c facts.Clause) []facts.Ranking {
		return []facts.Ranking{{ID: "r", By: "sales", Eligible: facts.When{c}}}
	}
	ok := []facts.Ranking{{ID: "r", By: "sales"}}
	cases := []struct {
		name     string
		rankings []facts.Ranking
		terms    scoring.Terms
		month    facts.Month
		want     map[string]facts.Code
	}{
		{"a metric that there is not", []facts.Ranking{{ID: "r", By: "salse"}}, terms(), june(), map[string]facts.Code{"rankings[0].by": facts.CodeNameUnknown}},
		{"a score, which no scheme makes here", []facts.Ranking{{ID: "r", By: "score"}}, terms(), june(), map[string]facts.Code{"rankings[0].by": facts.CodeNameUnknown}},
		{"eligible by a metric that there is not", eligible(facts.Clause{Metric: "salse", Over: limit("0")}), terms(), june(), map[string]facts.Code{"rankings[0].eligible[0].metric": facts.CodeNameUnknown}},
		{"eligible by a ranking that there is not", eligible(facts.Clause{Ranking: "x", AtMost: limit("1")}), terms(), june(), map[string]facts.Code{"rankings[0].eligible[0].ranking": facts.CodeNameUnknown}},
		{"eligible by itself", eligible(facts.Clause{Ranking: "r", AtMost: limit("1")}), terms(), june(), map[string]facts.Code{"rankings[0].eligible[0].ranking": facts.CodeNameUnknown}},
		{"a metric without a direction", []facts.Ranking{{ID: "r", By: "late"}}, terms(), june(), map[string]facts.Code{"rankings[0].better": facts.CodeMetricDirection}},
		{"an unknown way of ties", []facts.Ranking{{ID: "r", By: "sales", Ties: "denser"}}, terms(), june(), map[string]facts.Code{"rankings[0].ties": facts.CodeWordUnknown}},
		{"a tie-break that there is not", []facts.Ranking{{ID: "r", By: "sales", TieBreaks: []string{"response", "luck"}}}, terms(), june(), map[string]facts.Code{"rankings[0].tie_breaks[1]": facts.CodeNameUnknown}},
		{"a tie-break without a direction", []facts.Ranking{{ID: "r", By: "sales", TieBreaks: []string{"late"}}}, terms(), june(), map[string]facts.Code{"rankings[0].tie_breaks[0]": facts.CodeMetricDirection}},
		{"the end of a metric", eligible(facts.Clause{Metric: "sales", Last: facts.Sole}), terms(), june(), map[string]facts.Code{"rankings[0].eligible[0].last": facts.CodeOneOf}},
		{"an unknown attribute", []facts.Ranking{{ID: "r", By: "sales", Within: "city"}}, terms(), june(), map[string]facts.Code{"rankings[0].within": facts.CodeWordUnknown}},
		{"one id twice", append(ok, ok...), terms(), june(), map[string]facts.Code{"rankings[1].id": facts.CodeIDDuplicate}},
		{"the zero ranking", []facts.Ranking{{}}, terms(), june(), map[string]facts.Code{"rankings[0].by": facts.CodeNameUnknown}},
		{"terms that are wrong", ok, scoring.Terms{Metrics: facts.Metrics{"sales": {Better: facts.Higher}}}, june(), map[string]facts.Code{"terms.metrics.sales.unit": facts.CodeRequired}},
		{"facts without a month", ok, terms(), facts.Month{}, map[string]facts.Code{"month": facts.CodeRequired}},
		{"a value that is missing", ok, terms(), june(agent("a", "1"), agent("b", "")), map[string]facts.Code{"agents[1].values.sales": facts.CodeMetricMissing}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			s, err := rank.Rank(c.rankings, c.terms, c.month)
			assert.Nil(t, s)
			assert.Equal(t, c.want, codes(t, err))
		})
	}
}

func TestStandingsOfNothing(t *testing.T) {
	t.Parallel()
	s, err := rank.Rank([]facts.Ranking{{ID: "r", By: "sales"}}, terms(), june(agent("a", "1")))
	require.NoError(t, err)
	for _, c := range []struct{ ranking, agent string }{{"x", "a"}, {"r", "x"}, {"", ""}} {
		_, ok := s.Place(c.ranking, c.agent)
		assert.False(t, ok, "%q %q", c.ranking, c.agent)
	}
	assert.Empty(t, places(s, "x"))

	var zero rank.Standings
	_, ok := zero.Place("r", "a")
	assert.False(t, ok)
	assert.Empty(t, zero.Rankings())
	assert.Empty(t, places(&zero, "r"))
}

func TestRankLaws(t *testing.T) {
	t.Parallel()
	month := func(t *rapid.T) []facts.Agent {
		agents := make([]facts.Agent, rapid.IntRange(0, 12).Draw(t, "agents"))
		for i := range agents {
			agents[i] = agent("A"+strconv.Itoa(i), strconv.Itoa(rapid.IntRange(0, 5).Draw(t, "sales")))
		}
		return agents
	}
	docs := []facts.Ranking{{ID: "r", By: "sales"}}
	t.Run("the order of the agents changes nobody's place", func(t *testing.T) {
		t.Parallel()
		rapid.Check(t, func(t *rapid.T) {
			agents := month(t)
			want, err := rank.Rank(docs, terms(), june(agents...))
			require.NoError(t, err)
			got, err := rank.Rank(docs, terms(), june(rapid.Permutation(agents).Draw(t, "order")...))
			require.NoError(t, err)
			require.Equal(t, places(want, "r"), places(got, "r"))
		})
	})
	t.Run("other names give the same places to the same sales", func(t *testing.T) {
		t.Parallel()
		rapid.Check(t, func(t *rapid.T) {
			agents := month(t)
			want, err := rank.Rank(docs, terms(), june(agents...))
			require.NoError(t, err)
			renamed := make([]facts.Agent, len(agents))
			for i, a := range agents {
				renamed[i] = a
				renamed[i].ID = "Z" + strconv.Itoa(len(agents)-i) // the other way round
			}
			got, err := rank.Rank(docs, terms(), june(renamed...))
			require.NoError(t, err)
			for i, a := range agents {
				was, _ := want.Place("r", a.ID)
				is, ok := got.Place("r", renamed[i].ID)
				require.True(t, ok)
				require.Equal(t, was, is)
			}
		})
	})
}
