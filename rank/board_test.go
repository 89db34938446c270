package rank_test

import (
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/rank"
	"github.com/cspay/cspay/scoring"
	"github.com/cspay/cspay/scoring/facts"
)

// pipeline compiles and runs a month the way policy does: rankings over
// metrics, accounts, rankings over those, the scheme, rankings over the score.
type pipeline struct {
	schema   *columns.Schema
	board    *rank.Board
	sheet    *scoring.Sheet
	overFund int
	overAll  int
}

func newPipeline(docs []facts.Ranking, scheme scoring.Scheme, c facts.Check) *pipeline {
	p := &pipeline{schema: columns.NewSchema(terms().Metrics, c.At("metrics"))}
	at := c.At("rankings")
	p.board = rank.Compile(p.schema, docs, at)
	p.sheet = scoring.CompileAccounts(terms().Accounts, p.schema, c.At("accounts"))
	p.overFund = p.board.Advance(p.schema, at)
	p.sheet.CompileScheme(scheme, scoring.DefaultRounding(), p.schema, c.At("scheme"))
	p.overAll = p.board.Advance(p.schema, at)
	p.board.Finish(p.schema, at)
	return p
}

func (p *pipeline) run(m facts.Month, c facts.Check) *columns.Table {
	t := p.schema.Build(m, c)
	p.board.Run(0, t, c)
	p.sheet.RunAccounts(t, c)
	p.board.Run(p.overFund, t, c)
	p.sheet.Run(t, c)
	p.board.Run(p.overAll, t, c)
	return t
}

// byPlace scores the place in sales: the first stage feeds the scheme.
func byPlace() scoring.Scheme {
	return scoring.Scheme{Indicators: []scoring.Indicator{{
		ID: "sales", Points: decimal.NewFromInt(100),
		Rule: scoring.Place{
			Ranking: "by_sales",
			Shares:  ds("1", "0.9"), Else: limit("0.5"),
		},
	}}}
}

func TestBoard(t *testing.T) {
	t.Parallel()
	docs := []facts.Ranking{
		{ID: "by_score", By: "score"},
		{ID: "by_sales", By: "sales"},
		{ID: "by_fund", By: "fund.left"},
		{ID: "good", By: "sales", Better: facts.Lower, Eligible: facts.When{{Metric: "score", AtLeast: limit("90")}}},
		{ID: "best", By: "sales", Eligible: facts.When{{Ranking: "good", AtMost: limit("1")}}},
		{ID: "careful", By: "fund.left", TieBreaks: []string{"score"}},
		{ID: "mean", By: "fund.left", Ties: facts.MeanRank},
	}
	c := facts.NewCheck()
	p := newPipeline(docs, byPlace(), c)
	require.NoError(t, c.Err())

	m := june(agent("a", "300"), agent("b", "200"), agent("c", "100"))
	m.Events = []facts.Event{{ID: "e1", Agent: "a", Kind: "error", Date: m.Period.First()}}
	c = facts.NewFactsCheck()
	table := p.run(m, c)
	require.NoError(t, c.Err())

	want := map[string][]int{ // by agent a, b, c; 0 is unplaced
		"by_sales": {1, 2, 3},
		"by_fund":  {3, 1, 1},
		"by_score": {1, 2, 3}, // 100, 90, 50
		"good":     {2, 1, 0}, // a ranking over a metric waits for the score it is eligible by
		"best":     {0, 1, 0},
		"careful":  {3, 1, 2}, // a ranking over an account waits for the score that breaks its ties
		"mean":     {0, 0, 0}, // 3, 1.5, 1.5, which Value has
	}
	for id, places := range want {
		for row, place := range places {
			got, ok := p.board.Place(table, int32(row), id)
			assert.Equal(t, place > 0, ok, "%s row %d", id, row)
			assert.Equal(t, place, got, "%s row %d", id, row)
		}
	}
	assert.Equal(t, []string{"by_score", "by_sales", "by_fund", "good", "best", "careful", "mean"}, p.board.IDs(), "document order")
	assert.Equal(t, 3, p.board.Stages())
	_, ok := p.board.Place(table, 0, "by_luck")
	assert.False(t, ok)
	for row, place := range []string{"3", "1.5", "1.5"} {
		got, ok := p.board.Value(table, int32(row), "mean")
		assert.True(t, ok)
		assert.Equal(t, []string{place}, texts([]decimal.Decimal{got}))
	}
	_, ok = p.board.Value(table, 0, "by_luck")
	assert.False(t, ok)
}

func TestBoardStages(t *testing.T) {
	t.Parallel()
	docs := []facts.Ranking{{ID: "by_score", By: "score"}, {ID: "by_sales", By: "sales"}}
	c := facts.NewCheck()
	p := newPipeline(docs, byPlace(), c)
	require.NoError(t, c.Err())

	t.Run("a stage places nobody by a later one's figures", func(t *testing.T) {
		t.Parallel()
		check := facts.NewFactsCheck()
		table := p.schema.Build(june(agent("a", "1")), check)
		p.board.Run(0, table, check)
		require.NoError(t, check.Err())
		place, ok := p.board.Place(table, 0, "by_sales")
		assert.True(t, ok)
		assert.Equal(t, 1, place)
	})
	t.Run("a stage that there is not holds nothing", func(t *testing.T) {
		t.Parallel()
		check := facts.NewFactsCheck()
		table := p.schema.Build(june(agent("a", "")), check)
		p.board.Run(-1, table, check)
		p.board.Run(p.board.Stages(), table, check)
		require.NoError(t, check.Err(), "a held ranking would miss the sales")
		p.board.Run(0, table, check)
		assert.ErrorIs(t, check.Err(), facts.CodeMetricMissing)
	})
	t.Run("the zero board has nothing", func(t *testing.T) {
		t.Parallel()
		var zero rank.Board
		assert.Empty(t, zero.IDs())
		zero.Run(0, nil, facts.NewFactsCheck())
		_, ok := zero.Place(nil, 0, "by_sales")
		assert.False(t, ok)
	})
}

func TestBoardErrors(t *testing.T) {
	t.Parallel()
	cases := []struct {
		name string
		docs []facts.Ranking
		want map[string]facts.Code
	}{
		{
			"a figure of a later stage than any ranking is unknown",
			[]facts.Ranking{{ID: "by_sales", By: "sales"}, {ID: "r", By: "total"}},
			map[string]facts.Code{"rankings[1].by": facts.CodeNameUnknown},
		},
		{
			"a rule may not name a ranking by the score it makes",
			[]facts.Ranking{{ID: "by_sales", By: "score"}},
			map[string]facts.Code{"scheme.indicators[0].place.ranking": facts.CodeNameUnknown},
		},
		{
			"every unknown name is reported at its index of the document",
			[]facts.Ranking{
				{ID: "by_sales", By: "sales"},
				{ID: "x", By: "luck"},
				{ID: "by_score", By: "score"},
				{ID: "y", By: "score", Eligible: facts.When{{Metric: "luck", Over: limit("0")}, {Ranking: "z", AtMost: limit("1")}}},
			},
			map[string]facts.Code{
				"rankings[1].by":                  facts.CodeNameUnknown,
				"rankings[3].eligible[0].metric":  facts.CodeNameUnknown,
				"rankings[3].eligible[1].ranking": facts.CodeNameUnknown,
			},
		},
		{
			"one id in two stages is reported at the later",
			[]facts.Ranking{{ID: "by_sales", By: "score"}, {ID: "by_sales", By: "sales"}},
			map[string]facts.Code{"rankings[0].id": facts.CodeIDDuplicate},
		},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			check := facts.NewCheck()
			newPipeline(c.docs, byPlace(), check)
			assert.Equal(t, c.want, codes(t, check.Err()))
		})
	}
}
