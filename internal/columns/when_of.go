package columns

import (
	"github.com/cspay/cspay/internal/fix"
	"github.com/cspay/cspay/scoring/facts"
)

// shareScale is the number of decimals of a share that a document states;
// finer ones are kept at MaxDecimals.
const shareScale = 6

// shares stands for what a limit is when it is a share of another value.
func shares() Ref { return Ref{Scale: shareScale, Unit: facts.Ratio} }

// other finds what the limits of a clause are shares of: nil where it states
// nothing. ok is false when it was reported.
func (s *Schema) other(c facts.Check, cl *facts.Clause, ref Ref) (other *Ref, ok bool) {
	if cl.Of == "" {
		return nil, true
	}
	if cl.Metric == "" {
		c.Fail(facts.CodeOneOf, "a metric whose limits are shares of it", cl.Of)
		return nil, false
	}
	found, ok := s.Metric(c, cl.Of)
	if ok && ref.ID != "" && !alike(ref.Unit, found.Unit) {
		c.Fail(facts.CodeMetricUnit, "a metric or a figure in "+string(ref.Unit)+", as "+ref.ID+" is", string(found.Unit))
		ok = false
	}
	return &found, ok
}

// alike reports whether values of two units can be compared. A ratio and a
// percentage are the same fraction; a unit that is not there was reported.
func alike(a, b facts.Unit) bool {
	fraction := func(u facts.Unit) bool { return u == facts.Ratio || u == facts.Percent }
	return a == b || a == "" || b == "" || fraction(a) && fraction(b)
}

// cmpShare compares a known value with a share of another, exactly and without
// a division: v.Num/(v.Den*10^a) with limit/10^share times o.Num/(o.Den*10^b).
func (te *test) cmpShare(v, o Value, limit Limit) int {
	share, fine := limit.Scaled()
	left := [...]int64{v.Num, o.Den, fine, 1}
	right := [...]int64{o.Num, v.Den, share, 1}
	if shift := shareScale + te.other.Scale - te.ref.Scale; shift >= 0 {
		left[3] = fix.Pow10(shift)
	} else {
		right[3] = fix.Pow10(-shift)
	}
	return fix.CmpProducts(left, right)
}
