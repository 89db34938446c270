package columns

import (
	"github.com/cspay/cspay/internal/fix"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// Ranking is a compiled ranking; its places are a column.
type Ranking struct {
	Doc    facts.Ranking
	by     Ref
	places Ref
	desc   bool
	when   When
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
	r := Ranking{Doc: doc, by: s.refs[doc.By]}
	better := doc.Better
	if better == "" {
		better = r.by.Better
	}
	if better == "" {
		c.At("better").Fail(facts.CodeMetricDirection, "higher or lower: the metric does not say", "")
	} else {
		CheckWord(c.At("better"), better)
	}
	r.desc = better != facts.Lower
	if doc.Within != "" {
		CheckWord(c.At("within"), doc.Within)
	}
	if doc.Ties != "" {
		CheckWord(c.At("ties"), doc.Ties)
	}
	r.when = s.When(c.At("eligible"), doc.Eligible)
	r.places = Ref{
		num: s.column(), den: plain, Unit: facts.Number, Better: facts.Lower, ID: doc.ID, Name: doc.Name, ranking: true,
	}
	if !checkID(c.At("id"), doc.ID) {
		return r
	}
	if _, taken := s.rankings[doc.ID]; taken {
		c.At("id").Fail(facts.CodeIDDuplicate, "an id of its own", doc.ID)
	}
	s.rankings[doc.ID], s.ranked[doc.ID] = r.places, r.by
	return r
}

// Run places the eligible rows of each group; the others are not applicable.
func (r Ranking) Run(t *Table, c facts.Check) {
	groups := map[string][]int32{}
	col := fix.Column{Num: make([]int64, t.Rows())}
	if r.by.den != plain {
		col.Den = make([]int64, t.Rows())
	}
	for row := range int32(t.Rows()) {
		t.Set(r.places, row, 0, explain.NotApplicable)
		holds, state, name := r.when.Holds(t, row)
		if state != explain.Known {
			t.FailState(c, row, name, state)
		}
		if !holds || t.Idle(row) {
			continue
		}
		switch v := t.At(r.by, row); v.State {
		case explain.Known:
			col.Num[row] = v.Num
			if col.Den != nil {
				col.Den[row] = v.Den
			}
			key := ""
			if r.Doc.Within != "" {
				key = t.Attribute(row, r.Doc.Within)
			}
			groups[key] = append(groups[key], row)
		case explain.NotApplicable:
		case explain.Missing, explain.Overflow:
			t.FailState(c, row, r.Doc.By, v.State)
		}
	}
	places := make([]int32, t.Rows())
	for _, rows := range groups {
		fix.Compete(col, rows, r.desc, places)
		for _, row := range rows {
			t.Set(r.places, row, int64(places[row]), explain.Known)
		}
	}
}

// Places returns the reference of the ranking's places.
func (r Ranking) Places() Ref { return r.places }

// By returns the reference of the figure that is ranked.
func (r Ranking) By() Ref { return r.by }

// FailState reports a value that a clause needs and that is not there. A
// figure that is not there was reported by the stage that makes it.
func (t *Table) FailState(c facts.Check, row int32, name string, state explain.State) {
	if _, metric := t.schema.metrics[name]; !metric {
		return
	}
	switch state {
	case explain.Missing:
		t.FailRow(c, row, name, facts.CodeMetricMissing, "a value for "+name)
	case explain.Overflow:
		t.FailRow(c, row, name, facts.CodeNumberOverflow, "at most 18 digits in "+name)
	case explain.Known, explain.NotApplicable:
	}
}

// FailClause reports that a clause of the policy has no answer for a row.
func (t *Table) FailClause(c facts.Check, row int32, clause string, code facts.Code, want string) {
	t.Clause(c, row, clause).Fail(code, want, "")
}

// Clause is where problems of a clause with one row are reported.
func (t *Table) Clause(c facts.Check, row int32, clause string) facts.Check {
	return c.Agent(t.IDs[row]).At("agents").Index(int(t.source[row])).At(clause)
}
