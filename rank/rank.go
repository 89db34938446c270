package rank

import (
	"iter"
	"slices"

	"github.com/shopspring/decimal"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/internal/fix"
	"github.com/cspay/cspay/scoring"
	"github.com/cspay/cspay/scoring/facts"
)

// Standings are the places of one month, by ranking and agent. They own what
// they need and may be read by several goroutines. The zero Standings have no
// ranking.
type Standings struct {
	t     *columns.Table
	board *Board
}

// Rank places the agents of one month by rankings alone, without a score: they
// may rank the metrics and accounts of the terms, and be eligible by those, by
// each other, and by the terms' own rankings. It returns facts.Problems when
// the rankings, the terms (at terms) or the facts have errors.
func Rank(rankings []facts.Ranking, terms scoring.Terms, m facts.Month) (*Standings, error) {
	c := facts.NewCheck()
	schema, given := terms.Compile(c.At("terms"))
	accounts := scoring.CompileAccounts(terms.Accounts, schema, c.At("terms").At("accounts"))
	board := Compile(schema, slices.Clone(rankings), c.At("rankings"))
	board.Finish(schema, c.At("rankings"))
	if err := c.Err(); err != nil {
		return nil, err
	}
	c = facts.NewFactsCheck()
	t := schema.Build(m, c)
	if err := c.Err(); err != nil {
		return nil, err
	}
	for _, r := range given {
		r.Run(t, c)
	}
	accounts.RunAccounts(t, c)
	for stage := range board.Stages() {
		board.Run(stage, t, c)
	}
	if err := c.Err(); err != nil {
		return nil, err
	}
	return &Standings{t, board}, nil
}

// Rankings returns the ids of the rankings in the order given; the slice is
// the caller's.
func (s *Standings) Rankings() []string {
	if s.board == nil {
		return nil
	}
	return s.board.IDs()
}

// Place returns an agent's place in a ranking, 1 for the best; ok is false
// when the agent is unplaced, when there is no such agent or ranking, or when
// its places are not whole (see Standing).
func (s *Standings) Place(ranking, agent string) (place int, ok bool) {
	if s.board == nil {
		return 0, false
	}
	row, ok := s.t.Row(agent)
	if !ok {
		return 0, false
	}
	return s.board.Place(s.t, row, ranking)
}

// Standing is where one agent stands in one ranking (名次). The zero Standing is
// nobody's.
type Standing struct {
	// Place is the place as the ranking's ties count it: whole, half for a mean
	// rank, a share from 0 to 1 for a percent rank.
	Place decimal.Decimal
	// Of is how many were placed: all together, or those within the agent's
	// partition.
	Of int
	// Tied is how many of them the ranking does not part, the agent included: 1
	// for an agent who is tied with nobody.
	Tied int
	// First says that nobody is better.
	First bool
	// Last says that nobody is worse and somebody is better. So nobody is last
	// in a group of one, or where all are tied.
	Last bool
	// Sole says that nobody is tied with the agent: First and Sole is the sole
	// first, First alone one of those tied for it.
	Sole bool
}

// Standing returns where an agent stands in a ranking, whichever way it counts
// ties; ok is false when the agent is unplaced, or when there is no such agent
// or ranking.
func (s *Standings) Standing(ranking, agent string) (standing Standing, ok bool) {
	if s.board == nil {
		return Standing{}, false
	}
	row, ok := s.t.Row(agent)
	if !ok {
		return Standing{}, false
	}
	return s.board.Standing(s.t, row, ranking)
}

// Of yields the placed agents of a ranking with their places, best first and
// equals in byte order of their ids. A ranking held within an attribute yields
// the first of every group before the second of any. Places that are not whole
// are yielded by All alone.
func (s *Standings) Of(ranking string) iter.Seq2[string, int] {
	return func(yield func(agent string, place int) bool) {
		for _, row := range s.placed(ranking) {
			place, ok := s.board.Place(s.t, row, ranking)
			if !ok || !yield(s.t.IDs[row], place) {
				return
			}
		}
	}
}

// All yields the placed agents of a ranking with their standings, in the order
// of Of and whichever way it counts ties.
func (s *Standings) All(ranking string) iter.Seq2[string, Standing] {
	return func(yield func(agent string, standing Standing) bool) {
		for _, row := range s.placed(ranking) {
			standing, ok := s.board.Standing(s.t, row, ranking)
			if !ok || !yield(s.t.IDs[row], standing) {
				return
			}
		}
	}
}

// placed returns the rows that are placed, by their places.
func (s *Standings) placed(ranking string) []int32 {
	if s.board == nil {
		return nil
	}
	st, ok := s.board.places[ranking]
	if !ok {
		return nil
	}
	rows := make([]int32, 0, s.t.Rows())
	at := make([]fix.Standing, s.t.Rows())
	for row := range int32(s.t.Rows()) {
		if at[row], ok = st.Of(s.t, row); ok {
			rows = append(rows, row)
		}
	}
	// Rows stand in byte order of ids, so a stable sort keeps that among equals.
	slices.SortStableFunc(rows, func(i, j int32) int {
		return fix.CmpMul(at[i].Num, at[j].Den, at[j].Num, at[i].Den)
	})
	return rows
}
