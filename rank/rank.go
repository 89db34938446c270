package rank

import (
	"cmp"
	"iter"
	"slices"

	"github.com/cspay/cspay/internal/columns"
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
// when the agent is unplaced, or when there is no such agent or ranking.
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

// Of yields the placed agents of a ranking with their places, best first and
// equals in byte order of their ids. A ranking held within an attribute yields
// the first of every group before the second of any.
func (s *Standings) Of(ranking string) iter.Seq2[string, int] {
	return func(yield func(agent string, place int) bool) {
		for _, p := range s.placed(ranking) {
			if !yield(s.t.IDs[p.row], p.place) {
				return
			}
		}
	}
}

type placed struct {
	row   int32
	place int
}

func (s *Standings) placed(ranking string) []placed {
	var out []placed
	if s.board == nil {
		return out
	}
	for row := range int32(s.t.Rows()) {
		if place, ok := s.board.Place(s.t, row, ranking); ok {
			out = append(out, placed{row, place})
		}
	}
	// Rows stand in byte order of ids, so a stable sort keeps that among equals.
	slices.SortStableFunc(out, func(a, b placed) int { return cmp.Compare(a.place, b.place) })
	return out
}
