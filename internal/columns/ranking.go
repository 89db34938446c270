package columns

import (
	"cmp"
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
	r.method = methodOf(doc.Ties)
	if !checkID(c.At("id"), doc.ID) {
		return r
	}
	if _, taken := s.rankings[doc.ID]; taken {
		c.At("id").Fail(facts.CodeIDDuplicate, "an id of its own", doc.ID)
	}
	s.rankings[doc.ID] = ranked{r.places, by, r.index, doc.Ties}
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

// meanScale is the number of decimals of a mean place: halves.
const meanScale = 1

func methodOf(t facts.Ties) fix.Method {
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
	groups := map[string][]int32{}
	for row := range int32(t.Rows()) {
		t.Set(r.places, row, 0, explain.NotApplicable)
		if !r.eligible(t, row, c) {
			continue
		}
		group := ""
		if r.Doc.Within != "" {
			group = t.Attribute(row, r.Doc.Within)
		}
		groups[group] = append(groups[group], row)
	}
	for _, rows := range groups {
		slices.SortFunc(rows, func(i, j int32) int { return cmp.Or(r.cmp(t, i, j), cmp.Compare(i, j)) })
		equal := func(i, j int32) bool { return r.cmp(t, i, j) == 0 }
		fix.Rank(rows, equal, r.method, func(row int32, s fix.Standing) { r.place(t, row, s) })
	}
}

// eligible reports whether a row is ranked: its condition holds, a day was
// worked and there is a value to rank.
func (r Ranking) eligible(t *Table, row int32, c facts.Check) bool {
	holds, state, name := r.when.Holds(t, row)
	if state != explain.Known {
		t.FailState(c, row, name, state)
	}
	if !holds || t.Idle(row) {
		return false
	}
	for i, k := range r.by {
		switch v := t.At(k.ref, row); v.State {
		case explain.Known:
		case explain.NotApplicable:
			if i == 0 {
				return false
			}
		case explain.Missing, explain.Overflow:
			t.FailState(c, row, k.ref.ID, v.State)
			return false
		}
	}
	return true
}

// cmp orders two rows, the better first: by what is ranked, then by the
// tie-breaks. A tie-break that does not apply is worse than any that does.
func (r Ranking) cmp(t *Table, i, j int32) int {
	for _, k := range r.by {
		a, b := t.At(k.ref, i), t.At(k.ref, j)
		order := 0
		switch {
		case a.State == explain.Known && b.State == explain.Known:
			order = fix.CmpMul(a.Num, b.Den, b.Num, a.Den)
			if k.desc {
				order = -order
			}
		case a.State == explain.Known:
			order = -1
		case b.State == explain.Known:
			order = 1
		}
		if order != 0 {
			return order
		}
	}
	return 0
}

func (r Ranking) place(t *Table, row int32, s fix.Standing) {
	num := s.Num
	switch r.method {
	case fix.MeanRank:
		num *= 5 // halves in tenths
	case fix.PercentRank:
		t.cols[r.places.den][row] = s.Den
	case fix.Competition, fix.Modified, fix.Dense, fix.Ordinal:
	}
	t.Set(r.places, row, num, explain.Known)
	t.standings[r.index][row] = standing{s.Better, s.Tied, s.Turn, s.Of}
}

// Places returns the reference of the ranking's places.
func (r Ranking) Places() Ref { return r.places }

// By returns the reference of the figure that is ranked.
func (r Ranking) By() Ref { return r.by[0].ref }
