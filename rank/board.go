package rank

import (
	"github.com/shopspring/decimal"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/internal/fix"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// Board is a document's rankings, compiled in stages: what policy runs. Stage
// 0 is what Compile found ready, and each Advance adds one. Once compiled it
// is read-only and safe for concurrent use. The zero Board has no ranking.
//
//	board := rank.Compile(schema, docs, c)   // over metrics: run as stage 0
//	...                                      // accounts and scheme add figures
//	scored := board.Advance(schema, c)       // over those: run as this stage
//	board.Finish(schema, c)                  // whatever is left names nothing
type Board struct {
	docs    []facts.Ranking
	pending []int // indexes of docs that are not compiled yet
	stages  [][]columns.Ranking
	places  map[string]columns.Standings
}

// Compile starts a board with the rankings that can be held over what the
// schema knows by now. Problems are reported at c, which stands at the list,
// by the index in docs.
func Compile(schema *columns.Schema, docs []facts.Ranking, c facts.Check) *Board {
	b := &Board{docs: docs, pending: columns.All(len(docs)), places: map[string]columns.Standings{}}
	b.Advance(schema, c)
	return b
}

// Advance compiles the rankings that the stages since the last call have made
// possible, as a stage of its own, and returns its number for Run. A ranking
// waits for the figure it ranks, for its tie-breaks and for every name that its
// eligibility looks at, other rankings included.
func (b *Board) Advance(schema *columns.Schema, c facts.Check) int {
	var stage []columns.Ranking
	w := b.wait(schema)
	for len(w.ready) > 0 {
		i := w.ready[0]
		w.ready = w.ready[1:]
		done, _ := schema.Rankings(c, b.docs, []int{i})
		stage = b.add(stage, done)
		w.release(b.docs[i].ID)
	}
	b.pending = w.rest(b.pending)
	b.stages = append(b.stages, stage)
	return len(b.stages) - 1
}

// Finish reports the names that no stage has made, each at its key.
func (b *Board) Finish(schema *columns.Schema, c facts.Check) {
	// Compiling a ranking whose figure exists reports what its tie-breaks and its
	// eligibility name in vain; its places are of no use, as c has an error then.
	_, later := schema.Rankings(c, b.docs, b.pending)
	schema.Unranked(c, b.docs, later)
	b.pending = nil
}

// waiting sorts the pending rankings by what they wait for. Each is looked at
// once, however long the chains are in which one waits for another.
type waiting struct {
	ready []int            // in the order in which they can be compiled
	by    map[string][]int // by the id of a ranking: who waits for it
	lacks map[int]int      // how many rankings each still waits for
	later map[int]bool     // wait for a figure, which no ranking makes
}

func (b *Board) wait(schema *columns.Schema) *waiting {
	w := &waiting{by: map[string][]int{}, lacks: map[int]int{}, later: map[int]bool{}}
	for _, i := range b.pending {
		doc := &b.docs[i]
		if !measurable(schema, doc) {
			w.later[i] = true
			continue
		}
		for k := range doc.Eligible {
			// The zero Check drops the report: this only asks.
			id := doc.Eligible[k].Ranking
			if _, ok := schema.Ranking(facts.Check{}, id); id != "" && !ok {
				w.by[id] = append(w.by[id], i)
				w.lacks[i]++
			}
		}
		if w.lacks[i] == 0 {
			w.ready = append(w.ready, i)
		}
	}
	return w
}

// release makes those ready that waited only for this ranking any more.
func (w *waiting) release(id string) {
	for _, i := range w.by[id] {
		if w.lacks[i]--; w.lacks[i] == 0 {
			w.ready = append(w.ready, i)
		}
	}
	delete(w.by, id)
}

// rest returns those of the pending that wait on, in document order.
func (w *waiting) rest(pending []int) []int {
	var rest []int
	for _, i := range pending {
		if w.later[i] || w.lacks[i] > 0 {
			rest = append(rest, i)
		}
	}
	return rest
}

// measurable reports whether the figures that a ranking looks at are there.
func measurable(schema *columns.Schema, doc *facts.Ranking) bool {
	if _, ok := schema.Lookup(doc.By); !ok {
		return false
	}
	for _, id := range doc.TieBreaks {
		if _, ok := schema.Lookup(id); !ok {
			return false
		}
	}
	for i := range doc.Eligible {
		if _, ok := schema.Lookup(doc.Eligible[i].Metric); doc.Eligible[i].Metric != "" && !ok {
			return false
		}
	}
	return true
}

func (b *Board) add(stage, done []columns.Ranking) []columns.Ranking {
	for _, r := range done {
		b.places[r.Doc.ID] = r.Standings()
	}
	return append(stage, done...)
}

// Run holds the rankings of one stage over a table whose figures up to that
// stage are filled. Values that are missing are reported at c by agent and
// metric. A stage that there is not holds nothing.
func (b *Board) Run(stage int, t *columns.Table, c facts.Check) {
	if stage < 0 || stage >= len(b.stages) {
		return
	}
	for _, r := range b.stages[stage] {
		r.Run(t, c)
	}
}

// Stages returns how many stages there are to run.
func (b *Board) Stages() int { return len(b.stages) }

// IDs returns the ids of the rankings in document order; the slice is the
// caller's.
func (b *Board) IDs() []string {
	ids := make([]string, len(b.docs))
	for i := range b.docs {
		ids[i] = b.docs[i].ID
	}
	return ids
}

// Place returns a row's place in a ranking; ok is false when the row is
// unplaced, there is no such ranking or its places are not whole (mean and
// percent, see Value).
func (b *Board) Place(t *columns.Table, row int32, id string) (place int, ok bool) {
	st, ok := b.places[id]
	if !ok || !st.Whole() {
		return 0, false
	}
	v := t.At(st.Places(), row)
	return int(v.Num), v.State == explain.Known
}

// Value returns a row's place as a decimal, whichever way it is ranked: a mean
// place with at most one decimal, a percent rank rounded half up to six.
func (b *Board) Value(t *columns.Table, row int32, id string) (place decimal.Decimal, ok bool) {
	s, ok := b.Standing(t, row, id)
	return s.Place, ok
}

// Standing returns where a row stands in a ranking; ok is false when the row is
// unplaced or there is no such ranking.
func (b *Board) Standing(t *columns.Table, row int32, id string) (s Standing, ok bool) {
	st, ok := b.places[id]
	if !ok {
		return Standing{}, false
	}
	at, ok := st.Of(t, row)
	if !ok {
		return Standing{}, false
	}
	place := fix.ToDecimal(at.Num, 0)
	switch st.Ties {
	case facts.MeanRank:
		place = meanRank(at.Num)
	case facts.PercentRank:
		place = percentRank(at.Num, at.Den)
	case facts.Competition, facts.Modified, facts.Dense, facts.Ordinal:
	}
	return Standing{
		Place: place, Of: int(at.Of), Tied: int(at.Tied),
		First: at.First(), Last: at.Last(), Sole: at.Tied == 1,
	}, true
}
