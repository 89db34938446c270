package columns

import (
	"math"
	"slices"

	"github.com/cspay/cspay/internal/fix"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// Ranking is a compiled ranking; its places are a column.
type Ranking struct {
	Doc    facts.Ranking
	by     []key // what is ranked, then the tie-breaks
	places Ref
	method fix.Method
	index  int32 // among the schema's rankings
	when   When
}

// key is one figure that rows are sorted by.
type key struct {
	ref  Ref
	desc bool
}

// All returns the indexes of n rankings, none compiled yet.
func All(n int) []int {
	pending := make([]int, n)
	for i := range pending {
		pending[i] = i
	}
	return pending
}

// Rankings compiles the rankings whose figure exists by now and returns the
// others, which a later stage tries again. Indexes are those of the document.
func (s *Schema) Rankings(c facts.Check, docs []facts.Ranking, pending []int) (ready []Ranking, later []int) {
	for _, i := range pending {
		if _, known := s.refs[docs[i].By]; !known {
			later = append(later, i)
			continue
		}
		ready = append(ready, s.ranking(c.Index(i), docs[i]))
	}
	return ready, later
}

// Unranked reports the rankings whose figure never came.
func (s *Schema) Unranked(c facts.Check, docs []facts.Ranking, pending []int) {
	for _, i := range pending {
		s.Metric(c.Index(i).At("by"), docs[i].By)
	}
}

func (s *Schema) ranking(c facts.Check, doc facts.Ranking) Ranking {
	doc.TieBreaks, doc.Eligible = slices.Clone(doc.TieBreaks), slices.Clone(doc.Eligible)
	r := Ranking{Doc: doc, index: s.standings}
	s.standings++
	by := s.refs[doc.By]
	better := doc.Better
	if better == "" {
		better = by.Better
	}
	if better == "" {
		c.At("better").Fail(facts.CodeMetricDirection, "higher or lower: the metric does not say", "")
	} else {
		CheckWord(c.At("better"), better)
	}
	r.by = []key{{by, better != facts.Lower}}
	s.tieBreaks(&r, c.At("tie_breaks"))
	if doc.Within != "" {
		CheckWord(c.At("within"), doc.Within)
	}
	if doc.Ties != "" {
		CheckWord(c.At("ties"), doc.Ties)
	}
	r.when = s.When(c.At("eligible"), doc.Eligible)
	r.places = s.placesOf(doc)
	r.method = MethodOf(doc.Ties)
	if !checkID(c.At("id"), doc.ID) {
		return r
	}
	if _, taken := s.rankings[doc.ID]; taken {
		c.At("id").Fail(facts.CodeIDDuplicate, "an id of its own", doc.ID)
	}
	s.rankings[doc.ID] = ranked{r.places, by, r.index, doc.Ties, r.when, doc.Within}
	return r
}

func (s *Schema) tieBreaks(r *Ranking, c facts.Check) {
	for i, id := range r.Doc.TieBreaks {
		ref, ok := s.Metric(c.Index(i), id)
		if ok && ref.Better == "" {
			c.Index(i).Fail(facts.CodeMetricDirection, "a metric that says whether higher or lower is better", id)
		}
		r.by = append(r.by, key{ref, ref.Better != facts.Lower})
	}
}

// placesOf makes the column of places. A mean place has one decimal; a percent
// rank stays two columns.
func (s *Schema) placesOf(doc facts.Ranking) Ref {
	ref := Ref{
		num: s.column(), den: plain, Unit: facts.Number, Better: facts.Lower, ID: doc.ID, Name: doc.Name, ranking: true,
	}
	switch doc.Ties {
	case facts.MeanRank:
		ref.Scale = meanScale
	case facts.PercentRank:
		ref.den, ref.Unit = s.column(), facts.Ratio
	case facts.Competition, facts.Modified, facts.Dense, facts.Ordinal:
	}
	return ref
}

// A mean place is a number of halves, kept in tenths: 5 of them each.
const (
	meanScale = 1
	tenths    = 5
)

// MethodOf returns the method of a known word, competition for the empty one.
func MethodOf(t facts.Ties) fix.Method {
	switch t {
	case facts.Modified:
		return fix.Modified
	case facts.Dense:
		return fix.Dense
	case facts.Ordinal:
		return fix.Ordinal
	case facts.MeanRank:
		return fix.MeanRank
	case facts.PercentRank:
		return fix.PercentRank
	case facts.Competition:
	}
	return fix.Competition
}

// Run places the eligible rows of each group; the others are not applicable.
func (r Ranking) Run(t *Table, c facts.Check) {
	for int(r.index) >= len(t.standings) {
		t.standings = append(t.standings, nil)
	}
	t.standings[r.index] = make([]standing, t.Rows())
	keys, rows := r.keys(t.Rows()), make([]int32, 0, t.Rows())
	for row := range int32(t.Rows()) {
		t.Set(r.places, row, 0, explain.NotApplicable)
		if r.eligible(t, row, c) && r.read(t, row, keys, c) {
			rows = append(rows, row)
		}
	}
	for _, group := range t.groups(rows, r.Doc.Within) {
		fix.Rank(group, keys, r.method, func(row int32, s fix.Standing) { r.place(t, row, s) })
	}
}

// keys makes the columns that rows are sorted by, still empty.
func (r *Ranking) keys(rows int) []fix.Key {
	keys := make([]fix.Key, len(r.by))
	for i, k := range r.by {
		keys[i] = fix.Key{Num: make([]int64, rows), Descending: k.desc}
		if k.ref.Parts() {
			keys[i].Den = make([]int64, rows)
		}
	}
	return keys
}

// eligible reports whether a row may be ranked: its condition holds and a day
// was worked.
func (r *Ranking) eligible(t *Table, row int32, c facts.Check) bool {
	holds, state, lack := r.when.Holds(t, row)
	if state != explain.Known {
		t.FailLack(c, row, lack, state)
	}
	return holds && !t.Idle(row)
}

// read fills a row's keys; ok is false where there is no value to rank.
func (r *Ranking) read(t *Table, row int32, keys []fix.Key, c facts.Check) (ok bool) {
	for i := range r.by {
		v := t.At(r.by[i].ref, row)
		switch v.State {
		case explain.Known:
		case explain.NotApplicable:
			if i == 0 {
				return false
			}
			v = worst(r.by[i].desc)
		case explain.Missing, explain.Overflow:
			t.FailState(c, row, r.by[i].ref.ID, v.State)
			return false
		}
		keys[i].Num[row] = v.Num
		if keys[i].Den != nil {
			keys[i].Den[row] = v.Den
		}
	}
	return true
}

// worst stands for a tie-break that does not apply: all of these are equal,
// and worse than any number, as numbers stay within 18 digits.
func worst(descending bool) Value {
	if descending {
		return Value{Num: -math.MaxInt64, Den: 1}
	}
	return Value{Num: math.MaxInt64, Den: 1}
}

func (r *Ranking) place(t *Table, row int32, s fix.Standing) {
	num := s.Num
	switch r.method {
	case fix.MeanRank:
		num *= tenths
	case fix.PercentRank:
		t.cols[r.places.den][row] = s.Den
	case fix.Competition, fix.Modified, fix.Dense, fix.Ordinal:
	}
	t.Set(r.places, row, num, explain.Known)
	t.standings[r.index][row] = standing{s.Better, s.Tied, s.Turn, s.Of}
}

// Places returns the reference of the ranking's places.
func (r Ranking) Places() Ref { return r.places }

// Standings returns what stands behind the places.
func (r Ranking) Standings() Standings { return Standings{r.places, r.index, r.Doc.Ties, r.Doc.Within} }

// By returns the reference of the figure that is ranked.
func (r Ranking) By() Ref { return r.by[0].ref }
