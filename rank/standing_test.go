package rank_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/rank"
	"github.com/cspay/cspay/scoring/facts"
)

// stood is a Standing as text: its place, of how many, tied with how many, and
// F, L and S where it is first, last and sole.
type stood struct {
	place    string
	of, tied int
	ends     string
}

func told(s rank.Standing) stood {
	ends := ""
	for _, end := range []struct {
		is   bool
		word string
	}{{s.First, "F"}, {s.Last, "L"}, {s.Sole, "S"}} {
		if end.is {
			ends += end.word
		}
	}
	return stood{texts(ds(s.Place.StringFixed(-s.Place.Exponent())))[0], s.Of, s.Tied, ends}
}

func TestStanding(t *testing.T) {
	t.Parallel()
	four := []facts.Agent{agent("a", "9"), agent("b", "7"), agent("c", "7"), agent("d", "5")}
	teams := []facts.Agent{agent("a", "9"), agent("b", "7"), agent("c", "7")}
	teams[1].Team, teams[2].Team = "x", "x"
	breaks := []facts.Agent{fast(agent("a", "7"), "30"), fast(agent("b", "7"), "20"), agent("c", "7"), agent("d", "7")}
	cases := []struct {
		name    string
		ranking facts.Ranking
		agents  []facts.Agent
		want    map[string]stood
	}{
		{"competition", facts.Ranking{}, four, map[string]stood{"a": {"1", 4, 1, "FS"}, "b": {"2", 4, 2, ""}, "c": {"2", 4, 2, ""}, "d": {"4", 4, 1, "LS"}}},
		{"modified", facts.Ranking{Ties: rank.Modified}, four, map[string]stood{"a": {"1", 4, 1, "FS"}, "b": {"3", 4, 2, ""}, "c": {"3", 4, 2, ""}, "d": {"4", 4, 1, "LS"}}},
		{"dense", facts.Ranking{Ties: rank.Dense}, four, map[string]stood{"a": {"1", 4, 1, "FS"}, "b": {"2", 4, 2, ""}, "c": {"2", 4, 2, ""}, "d": {"3", 4, 1, "LS"}}},
		{"ordinal places are parted, equals are not", facts.Ranking{Ties: rank.Ordinal}, four, map[string]stood{"a": {"1", 4, 1, "FS"}, "b": {"2", 4, 2, ""}, "c": {"3", 4, 2, ""}, "d": {"4", 4, 1, "LS"}}},
		{"mean", facts.Ranking{Ties: facts.MeanRank}, four, map[string]stood{"a": {"1", 4, 1, "FS"}, "b": {"2.5", 4, 2, ""}, "c": {"2.5", 4, 2, ""}, "d": {"4", 4, 1, "LS"}}},
		{"percent", facts.Ranking{Ties: facts.PercentRank}, four, map[string]stood{"a": {"0", 4, 1, "FS"}, "b": {"0.333333", 4, 2, ""}, "c": {"0.333333", 4, 2, ""}, "d": {"1.000000", 4, 1, "LS"}}},
		{"lower is better", facts.Ranking{Better: facts.Lower}, four, map[string]stood{"a": {"4", 4, 1, "LS"}, "b": {"2", 4, 2, ""}, "c": {"2", 4, 2, ""}, "d": {"1", 4, 1, "FS"}}},
		{"062 one alone is first and not last", facts.Ranking{}, four[:1], map[string]stood{"a": {"1", 1, 1, "FS"}}},
		{"062 the percent rank of one alone is 0", facts.Ranking{Ties: facts.PercentRank}, four[:1], map[string]stood{"a": {"0", 1, 1, "FS"}}},
		{"063 all tied are first, and nobody is last", facts.Ranking{}, four[1:3], map[string]stood{"b": {"1", 2, 2, "F"}, "c": {"1", 2, 2, "F"}}},
		{"065 two tied for last", facts.Ranking{}, four[:3], map[string]stood{"a": {"1", 3, 1, "FS"}, "b": {"2", 3, 2, "L"}, "c": {"2", 3, 2, "L"}}},
		{"within a team, of which one is alone and one all tied", facts.Ranking{Within: facts.ByTeam}, teams, map[string]stood{"a": {"1", 1, 1, "FS"}, "b": {"1", 2, 2, "F"}, "c": {"1", 2, 2, "F"}}},
		{
			"a tie-break, the last two without a response time",
			facts.Ranking{TieBreaks: []string{"response"}},
			breaks,
			map[string]stood{"b": {"1", 4, 1, "FS"}, "a": {"2", 4, 1, "S"}, "c": {"3", 4, 2, "L"}, "d": {"3", 4, 2, "L"}},
		},
		{"061 nobody is eligible", facts.Ranking{Eligible: facts.When{{Role: []string{"nobody"}}}}, four, map[string]stood{}},
		{"061 no agent", facts.Ranking{}, nil, map[string]stood{}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			c.ranking.ID, c.ranking.By = "r", "sales"
			s, err := rank.Rank([]facts.Ranking{c.ranking}, terms(), june(c.agents...))
			require.NoError(t, err)
			all := map[string]stood{}
			for id, standing := range s.All("r") {
				all[id] = told(standing)
			}
			assert.Equal(t, c.want, all)
			for _, a := range c.agents {
				standing, ok := s.Standing("r", a.ID)
				want, placed := c.want[a.ID]
				assert.Equal(t, placed, ok, a.ID)
				if placed {
					assert.Equal(t, want, told(standing), a.ID)
				} else {
					assert.Equal(t, rank.Standing{}, standing, a.ID)
				}
			}
		})
	}
}

// fast gives an agent a response time.
func fast(a facts.Agent, seconds string) facts.Agent {
	a.Values["response"] = *limit(seconds)
	return a
}

func TestStandingsInOrder(t *testing.T) {
	t.Parallel()
	agents := []facts.Agent{agent("d", "5"), agent("c", "7"), agent("b", "7"), agent("a", "1"), agent("e", "9")}
	for i := range agents[:4] {
		agents[i].Team = "x"
	}
	ids := func(s *rank.Standings, ranking string) (all, of []string) {
		for id := range s.All(ranking) {
			all = append(all, id)
		}
		for id := range s.Of(ranking) {
			of = append(of, id)
		}
		return all, of
	}
	s, err := rank.Rank([]facts.Ranking{
		{ID: "together", By: "sales"},
		{ID: "percent", By: "sales", Ties: facts.PercentRank, Within: facts.ByTeam},
		{ID: "mean", By: "sales", Ties: facts.MeanRank, Within: facts.ByTeam},
		{ID: "dense", By: "sales", Ties: facts.Dense, Within: facts.ByTeam},
	}, terms(), june(agents...))
	require.NoError(t, err)

	all, of := ids(s, "together")
	assert.Equal(t, []string{"e", "b", "c", "d", "a"}, all, "best first, equals by id")
	assert.Equal(t, all, of)
	all, of = ids(s, "percent") // 0, 0, 2/3 and 1 of the team, 0 of who is alone
	assert.Equal(t, []string{"b", "c", "e", "d", "a"}, all, "the first of each group before anybody else")
	assert.Empty(t, of, "places that are not whole are yielded by All alone")
	all, _ = ids(s, "mean") // 1 alone, 1.5 twice, 3, 4
	assert.Equal(t, []string{"e", "b", "c", "d", "a"}, all)
	all, of = ids(s, "dense")
	assert.Equal(t, []string{"b", "c", "e", "d", "a"}, all)
	assert.Equal(t, all, of)

	t.Run("a place that is not whole is a Standing alone", func(t *testing.T) {
		t.Parallel()
		_, ok := s.Place("mean", "b")
		assert.False(t, ok)
		standing, ok := s.Standing("mean", "b")
		assert.True(t, ok)
		assert.Equal(t, stood{"1.5", 4, 2, "F"}, told(standing))
	})
	t.Run("a loop may stop", func(t *testing.T) {
		t.Parallel()
		n := 0
		for range s.All("together") {
			if n++; n == 2 {
				break
			}
		}
		assert.Equal(t, 2, n)
	})
	t.Run("nobody stands in a ranking that there is not", func(t *testing.T) {
		t.Parallel()
		for _, c := range []struct{ ranking, agent string }{{"x", "a"}, {"together", "x"}, {"", ""}} {
			_, ok := s.Standing(c.ranking, c.agent)
			assert.False(t, ok, "%q %q", c.ranking, c.agent)
		}
		all, of := ids(s, "x")
		assert.Empty(t, all)
		assert.Empty(t, of)
		var zero rank.Standings
		_, ok := zero.Standing("together", "a")
		assert.False(t, ok)
		all, _ = ids(&zero, "together")
		assert.Empty(t, all)
	})
}
