package columns_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/internal/fix"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// ranked runs a ranking by score, called best, over agents of these scores.
func ranked(t *testing.T, doc facts.Ranking, scores ...string) (*columns.Schema, *columns.Table) {
	t.Helper()
	doc.ID, doc.By = "best", "score"
	s, c := schema(t, sales()), facts.NewCheck()
	ready, _ := s.Rankings(c, []facts.Ranking{doc}, columns.All(1))
	require.NoError(t, c.Err())
	agents := make([]facts.Agent, len(scores))
	for i, score := range scores {
		agents[i] = scored(string(rune('a'+i)), score)
	}
	table := build(t, s, facts.Month{Period: january(), Agents: agents})
	ready[0].Run(table, facts.NewFactsCheck())
	return s, table
}

func TestStandingsOf(t *testing.T) {
	for _, tt := range []struct {
		ties     facts.Ties
		num, den int64 // the place of the second of 9, 7, 7, 5
		whole    bool
	}{
		{facts.Competition, 2, 1, true},
		{facts.Modified, 3, 1, true},
		{facts.Dense, 2, 1, true},
		{facts.Ordinal, 2, 1, true},
		{facts.MeanRank, 5, 2, false},
		{facts.PercentRank, 1, 3, false},
	} {
		t.Run(string(tt.ties), func(t *testing.T) {
			s, table := ranked(t, facts.Ranking{Ties: tt.ties}, "9", "7", "7", "5", "")
			st, ok := s.Standings(facts.NewCheck(), "best")
			require.True(t, ok)
			assert.Equal(t, tt.ties, st.Ties)
			assert.Equal(t, tt.whole, st.Whole())
			at, ok := st.Of(table, 1)
			assert.True(t, ok)
			assert.Equal(t, fix.Standing{Num: tt.num, Den: tt.den, Better: 1, Tied: 2, Turn: 0, Of: 4}, at)
			at, ok = st.Of(table, 2)
			assert.True(t, ok)
			assert.Equal(t, int32(1), at.Turn, "the second of the tied by id")
			_, ok = st.Of(table, 4)
			assert.False(t, ok, "who is unplaced stands nowhere")
		})
	}
	t.Run("a ranking that has not run places nobody", func(t *testing.T) {
		s, c := schema(t, sales()), facts.NewCheck()
		s.Rankings(c, []facts.Ranking{{ID: "best", By: "score"}}, columns.All(1))
		table := build(t, s, facts.Month{Period: january(), Agents: []facts.Agent{scored("a", "1")}})
		st, _ := s.Standings(c, "best")
		_, ok := st.Of(table, 0)
		assert.False(t, ok)
	})
	t.Run("an unknown ranking is reported", func(t *testing.T) {
		s, c := schema(t, sales()), facts.NewCheck()
		_, ok := s.Standings(c.At("ranking"), "bist")
		assert.False(t, ok)
		assert.Equal(t, []string{"name.unknown ranking"}, list(c.Problems()))
	})
}

// TestTheEndsOfARanking holds TM7's readings of last, and first alike.
func TestTheEndsOfARanking(t *testing.T) {
	tests := []struct {
		name                                   string
		doc                                    facts.Ranking
		scores                                 []string
		soleFirst, anyFirst, soleLast, anyLast string // the agents for whom each holds
	}{
		{"nobody tied", facts.Ranking{}, []string{"3", "2", "1"}, "a", "a", "c", "c"},
		{"two tied first", facts.Ranking{}, []string{"3", "3", "1"}, "", "ab", "c", "c"},
		{"TM7: a tie for last has no sole last", facts.Ranking{}, []string{"3", "1", "1"}, "a", "a", "", "bc"},
		{"a tie in the middle is no end", facts.Ranking{}, []string{"4", "2", "2", "1"}, "a", "a", "d", "d"},
		{"row 63: all tied are first, and nobody is last", facts.Ranking{}, []string{"2", "2", "2"}, "", "abc", "", ""},
		{"row 62: one alone is first, and nobody is last", facts.Ranking{}, []string{"2"}, "a", "a", "", ""},
		{"row 66: the unplaced are at no end", facts.Ranking{}, []string{"3", "2", ""}, "a", "a", "b", "b"},
		{"one placed of several is alone", facts.Ranking{}, []string{"", "2", ""}, "b", "b", "", ""},
		{"nobody placed", facts.Ranking{}, []string{"", ""}, "", "", "", ""},
		{"lower is better", facts.Ranking{Better: facts.Lower}, []string{"3", "2", "1"}, "c", "c", "a", "a"},
		{"ordinal places do not part the tied", facts.Ranking{Ties: facts.Ordinal}, []string{"3", "3", "1", "1"}, "", "ab", "", "cd"},
		{"dense places, whose last is not the number of agents", facts.Ranking{Ties: facts.Dense}, []string{"3", "3", "1"}, "", "ab", "c", "c"},
		{"percent places", facts.Ranking{Ties: facts.PercentRank}, []string{"3", "2", "2"}, "a", "a", "", "bc"},
		{"mean places", facts.Ranking{Ties: facts.MeanRank}, []string{"3", "2", "2"}, "a", "a", "", "bc"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s, table := ranked(t, tt.doc, tt.scores...)
			for _, c := range []struct {
				clause facts.Clause
				want   string
			}{
				{facts.Clause{First: facts.Sole}, tt.soleFirst},
				{facts.Clause{First: facts.AnyTied}, tt.anyFirst},
				{facts.Clause{Last: facts.Sole}, tt.soleLast},
				{facts.Clause{Last: facts.AnyTied}, tt.anyLast},
				{facts.Clause{First: facts.AnyTied, Last: facts.AnyTied}, ""},
			} {
				c.clause.Ranking = "best"
				check, got := facts.NewCheck(), ""
				when := s.When(check, facts.When{c.clause})
				require.NoError(t, check.Err())
				for row := range int32(table.Rows()) {
					holds, state, _ := when.Holds(table, row)
					assert.Equal(t, explain.Known, state)
					if holds {
						got += table.IDs[row]
					}
				}
				assert.Equal(t, c.want, got, "first %s, last %s", c.clause.First, c.clause.Last)
			}
		})
	}
}

func TestPlacesInConditions(t *testing.T) {
	tests := []struct {
		name   string
		ties   facts.Ties
		clause facts.Clause
		want   string
	}{
		{"at most place 2", facts.Competition, facts.Clause{AtMost: dp("2")}, "abc"},
		{"under place 2", facts.Competition, facts.Clause{Under: dp("2")}, "a"},
		{"the third place that modified gives", facts.Modified, facts.Clause{AtLeast: dp("3")}, "bcd"},
		{"a mean place of 2.5 is at most 2.5", facts.MeanRank, facts.Clause{AtMost: dp("2.5")}, "abc"},
		{"a mean place of 2.5 is over 2.4", facts.MeanRank, facts.Clause{Over: dp("2.4")}, "bcd"},
		{"a third is not at most 0.333333333", facts.PercentRank, facts.Clause{AtMost: dp("0.333333333")}, "a"},
		{"a third is under 0.333333334", facts.PercentRank, facts.Clause{Under: dp("0.333333334")}, "abc"},
		{"a limit and an end together", facts.Competition, facts.Clause{AtLeast: dp("2"), Last: facts.Sole}, "d"},
		{"a limit that the end does not reach", facts.Competition, facts.Clause{AtMost: dp("3"), Last: facts.Sole}, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s, table := ranked(t, facts.Ranking{Ties: tt.ties}, "9", "7", "7", "5", "")
			tt.clause.Ranking = "best"
			c, got := facts.NewCheck(), ""
			when := s.When(c, facts.When{tt.clause})
			require.NoError(t, c.Err())
			for row := range int32(table.Rows()) {
				if holds, _, _ := when.Holds(table, row); holds {
					got += table.IDs[row]
				}
			}
			assert.Equal(t, tt.want, got)
		})
	}
}
