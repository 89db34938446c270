package columns

import (
	"slices"

	"github.com/shopspring/decimal"

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
	edge   *edge
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
	if subjects != 1 {
		c.Fail(facts.CodeOneOf, "exactly one of metric, ranking, role, team, shop, level, status", "")
		return t, false
	}
	if !ok {
		return t, false
	}
	t.bounds = s.bounds(c, cl, t.ref)
	if t.edge, ok = s.edge(c, cl); !ok {
		return t, false
	}
	if t.onRef == (len(t.bounds) == 0 && t.edge == nil) {
		c.Fail(facts.CodeOneOf, "a limit with a metric or a ranking, and only there", "")
		return t, false
	}
	return t, true
}

func (s *Schema) bounds(c facts.Check, cl *facts.Clause, ref Ref) []bound {
	var out []bound
	for _, l := range []struct {
		key    string
		d      *decimal.Decimal
		lo, hi int
	}{{"over", cl.Over, 1, 1}, {"under", cl.Under, -1, -1}, {"at_least", cl.AtLeast, 0, 1}, {"at_most", cl.AtMost, -1, 0}} {
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
// or out of range is not an answer: its state and the name it belongs to are
// returned. What is not applicable does not hold.
func (w When) Holds(t *Table, row int32) (holds bool, state explain.State, name string) {
	for i := range w.tests {
		te := &w.tests[i]
		if !te.onRef {
			if !slices.Contains(te.words, t.Attribute(row, te.attr)) {
				return false, explain.Known, ""
			}
			continue
		}
		v := t.At(te.ref, row)
		switch v.State {
		case explain.Known:
		case explain.NotApplicable:
			return false, explain.Known, ""
		case explain.Missing, explain.Overflow:
			return false, v.State, te.id
		}
		if te.edge != nil && !te.edge.holds(t, row) {
			return false, explain.Known, ""
		}
		for _, b := range te.bounds {
			if sign := v.Cmp(b.limit); sign < b.lo || sign > b.hi {
				return false, explain.Known, ""
			}
		}
	}
	return true, explain.Known, ""
}
