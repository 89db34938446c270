package columns

import (
	"slices"

	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// When is a compiled condition. The zero When always holds.
type When struct{ tests []test }

type test struct {
	ref    Ref
	onRef  bool
	id     string
	bounds []bound
	other  *Ref // what the limits are shares of
	edge   *edge
	tenure facts.Tenure
	attr   facts.Attribute
	words  []string
}

// bound is one limit; it holds when the comparison's sign is in [lo, hi].
type bound struct {
	limit  Limit
	lo, hi int
}

// When compiles a condition, reporting problems below c.
func (s *Schema) When(c facts.Check, when facts.When) When {
	var w When
	for i := range when {
		if t, ok := s.test(c.Index(i), &when[i]); ok {
			w.tests = append(w.tests, t)
		}
	}
	return w
}

func (s *Schema) test(c facts.Check, cl *facts.Clause) (test, bool) {
	t := test{}
	status := make([]string, len(cl.Status))
	for i, st := range cl.Status {
		CheckWord(c.At("status").Index(i), st)
		status[i] = string(st)
	}
	subjects := 0
	for _, a := range []struct {
		attr  facts.Attribute
		words []string
	}{{facts.ByRole, cl.Role}, {facts.ByTeam, cl.Team}, {facts.ByShop, cl.Shop}, {facts.ByLevel, cl.Level}, {facts.ByStatus, status}} {
		if len(a.words) > 0 {
			subjects++
			t.attr, t.words = a.attr, slices.Clone(a.words)
		}
	}
	ok := true
	if cl.Metric != "" {
		subjects++
		t.onRef, t.id = true, cl.Metric
		t.ref, ok = s.Metric(c.At("metric"), cl.Metric)
	}
	if cl.Ranking != "" {
		subjects++
		t.onRef, t.id = true, cl.Ranking
		t.ref, ok = s.Ranking(c.At("ranking"), cl.Ranking)
	}
	if cl.Tenure != "" {
		subjects++
		t.tenure = cl.Tenure
		ok = CheckWord(c.At("tenure"), cl.Tenure) && ok
	}
	if subjects != 1 {
		c.Fail(facts.CodeOneOf, "exactly one of metric, ranking, tenure, role, team, shop, level, status", "")
		return t, false
	}
	return t, s.limits(c, cl, &t) && ok
}

// limits compiles what a clause compares with. ok is false when it was
// reported.
func (s *Schema) limits(c facts.Check, cl *facts.Clause, t *test) (ok bool) {
	known := t.id == "" || t.ref.ID != ""
	t.other, ok = s.other(c.At("of"), cl, t.ref)
	switch {
	case !known: // which is reported, and what it is compared with is not known
	case t.tenure != "":
		t.bounds = monthBounds(c, cl)
	case t.other != nil:
		t.bounds = s.bounds(c, cl, shares())
	default:
		t.bounds = s.bounds(c, cl, t.ref)
	}
	var whole bool
	if t.edge, whole = s.edge(c, cl); !whole {
		return false
	}
	if limited := t.onRef || t.tenure != ""; known && limited == (len(t.bounds) == 0 && t.edge == nil) {
		c.Fail(facts.CodeOneOf, "a limit with a metric, a ranking or a tenure, and only there", "")
		return false
	}
	return ok && known
}

func (s *Schema) bounds(c facts.Check, cl *facts.Clause, ref Ref) []bound {
	var out []bound
	for _, l := range limitsOf(cl) {
		if l.d != nil {
			out = append(out, bound{s.Limit(c.At(l.key), *l.d, ref), l.lo, l.hi})
		}
	}
	return out
}

// edge compiles a test for the ends of a ranking: nil where a clause states
// none. ok is false when it was reported.
func (s *Schema) edge(c facts.Check, cl *facts.Clause) (e *edge, ok bool) {
	ok = true
	for _, end := range []struct {
		key  string
		word facts.Edge
	}{{"first", cl.First}, {"last", cl.Last}} {
		switch {
		case end.word == "":
			continue
		case cl.Ranking == "":
			c.At(end.key).Fail(facts.CodeOneOf, "a ranking to be "+end.key+" in", string(end.word))
			ok = false
		case !CheckWord(c.At(end.key), end.word):
			ok = false
		}
		e = &edge{first: cl.First, last: cl.Last}
	}
	if ok && e != nil {
		// The clause has found its ranking: the zero Check has nothing to report.
		e.standings, _ = s.Standings(facts.Check{}, cl.Ranking)
	}
	return e, ok
}

// Holds reports whether the condition holds for a row. A value that is missing
// or out of range is not an answer: its state and what it is a value of are
// returned. What is not applicable does not hold. Clauses are looked at in
// their order, up to the first that does not hold.
func (w When) Holds(t *Table, row int32) (holds bool, state explain.State, lack Lack) {
	for i := range w.tests {
		if holds, state, lack = w.tests[i].holds(t, row); !holds {
			return false, state, lack
		}
	}
	return true, explain.Known, Lack{}
}

func (te *test) holds(t *Table, row int32) (holds bool, state explain.State, lack Lack) {
	switch {
	case te.tenure != "":
		return te.served(t, row)
	case !te.onRef:
		return slices.Contains(te.words, t.Attribute(row, te.attr)), explain.Known, Lack{}
	}
	v := t.At(te.ref, row)
	if v.State != explain.Known {
		return unanswered(v.State, te.id)
	}
	if te.other != nil {
		o := t.At(*te.other, row)
		if o.State != explain.Known {
			return unanswered(o.State, te.other.ID)
		}
		return within(te.bounds, func(b bound) int { return te.cmpShare(v, o, b.limit) }), explain.Known, Lack{}
	}
	if te.edge != nil && !te.edge.holds(t, row) {
		return false, explain.Known, Lack{}
	}
	return within(te.bounds, func(b bound) int { return v.Cmp(b.limit) }), explain.Known, Lack{}
}

// within reports whether a comparison with each limit is as it asks.
func within(bounds []bound, sign func(bound) int) bool {
	for _, b := range bounds {
		if at := sign(b); at < b.lo || at > b.hi {
			return false
		}
	}
	return true
}

// unanswered is what a clause says of a value that is not known.
func unanswered(state explain.State, name string) (holds bool, _ explain.State, lack Lack) {
	if state == explain.NotApplicable {
		return false, explain.Known, Lack{}
	}
	return false, state, Lack{name: name}
}
