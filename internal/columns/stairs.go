package columns

import (
	"strconv"

	"github.com/shopspring/decimal"

	"github.com/cspay/cspay/internal/fix"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// Stairs are the steps of a band or a coefficient table: the first whose limit
// holds is taken.
type Stairs struct {
	bounds []bound
	ref    Ref
}

// Stair is one step's limit as the document states it: exactly one is set.
type Stair struct{ Over, AtLeast, Under, AtMost *decimal.Decimal }

// Stairs compiles steps over ref. They must all look the same way and each
// must exclude something that the one before it did not take.
func (s *Schema) Stairs(c facts.Check, ref Ref, steps []Stair) Stairs {
	out := Stairs{ref: ref}
	if len(steps) == 0 {
		c.Fail(facts.CodeRequired, "at least one step", "")
	}
	up := 0
	for i, st := range steps {
		b, ok := s.stair(c.Index(i), ref, st)
		if !ok {
			up = 0 // the next step has none before it that it could follow
			out.bounds = append(out.bounds, bound{})
			continue
		}
		way := 1 // at_least, over
		if b.lo < 0 {
			way = -1
		}
		if up != 0 && (way != up || !follows(out.bounds[i-1], b, way)) {
			c.Index(i).Fail(facts.CodeBandOrder, "a step beyond the one before it ("+
				out.bounds[i-1].limit.Show(ref).Bare()+"), looking the same way", b.limit.Show(ref).Bare())
		}
		up = way
		out.bounds = append(out.bounds, b)
	}
	return out
}

func (s *Schema) stair(c facts.Check, ref Ref, st Stair) (bound, bool) {
	bounds := s.bounds(c, &facts.Clause{Over: st.Over, Under: st.Under, AtLeast: st.AtLeast, AtMost: st.AtMost}, ref)
	if len(bounds) != 1 {
		c.Fail(facts.CodeBandOpen, "exactly one of over, at_least, under, at_most", strconv.Itoa(len(bounds)))
		return bound{}, false
	}
	return bounds[0], true
}

// follows reports whether b takes values that a, before it, does not.
func follows(a, b bound, way int) bool {
	sign := fix.CmpMul(b.limit.v, a.limit.mul, a.limit.v, b.limit.mul) * way
	strictA, strictB := a.lo == a.hi, b.lo == b.hi
	return sign < 0 || (sign == 0 && strictA && !strictB)
}

// Find returns the first step that holds, or -1.
func (st Stairs) Find(v Value) int {
	for i, b := range st.bounds {
		if sign := v.Cmp(b.limit); sign >= b.lo && sign <= b.hi {
			return i
		}
	}
	return -1
}

// Words returns the document's word and number of a step's limit.
func (st Stairs) Words(i int) (word string, limit explain.Number) {
	b := st.bounds[i]
	switch {
	case b.lo == 1:
		word = "over"
	case b.lo == 0:
		word = "at_least"
	case b.hi == -1:
		word = "under"
	default:
		word = "at_most"
	}
	return word, b.limit.Show(st.ref)
}
