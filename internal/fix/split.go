package fix

import (
	"cmp"
	"math/bits"
	"slices"
)

// Split shares total out in proportion to weights, so that out adds up to
// total exactly: each part is the exact share rounded toward zero, and the
// units left over go one each to the largest remainders, the earliest of equal
// ones first. A negative total gives the mirror of the positive one.
//
// It returns false, and leaves out alone, if a weight is negative, all are 0
// (or there is none), or out is not as long as weights. The two may be the same
// slice.
func Split(total int64, weights, out []int64) bool {
	var whole wide
	for _, w := range weights {
		if w < 0 {
			return false
		}
		whole = whole.plus(uint64(w))
	}
	if whole == (wide{}) || len(out) != len(weights) {
		return false
	}

	var buf [24]remainder // enough for the splits of a policy, without the heap
	rests := buf[:0]
	if len(weights) > len(buf) {
		rests = make([]remainder, 0, len(weights))
	}
	neg, left := total < 0, magnitude(total)
	for i, w := range weights {
		hi, lo := bits.Mul64(magnitude(total), uint64(w))
		q, rest := wide{hi, lo}.over(whole)
		out[i] = signed(q, neg)
		left -= q
		rests = append(rests, remainder{rest, i})
	}
	if left == 0 {
		return true
	}
	slices.SortFunc(rests, func(a, b remainder) int {
		return cmp.Or(b.rest.cmp(a.rest), a.part-b.part)
	})
	unit := signed(1, neg)
	for _, r := range rests[:left] { // fewer units are left than there are remainders above 0
		out[r.part] += unit
	}
	return true
}

// Slice returns the i-th, counted from 0, of n equal parts of total. The
// earliest parts carry the odd units, and the n parts add up to total. It
// returns 0 if there is no such part.
func Slice(total int64, n, i int) int64 {
	if n <= 0 || i < 0 || i >= n {
		return 0
	}
	part, odd := total/int64(n), total%int64(n)
	switch {
	case int64(i) < odd:
		part++
	case int64(i) < -odd:
		part--
	}
	return part
}

// remainder is what rounding toward zero left of one part's share.
type remainder struct {
	rest wide
	part int
}

// wide is an unsigned number of 128 bits: weights of 18 digits each may add up
// to more than 64.
type wide struct{ hi, lo uint64 }

func (x wide) plus(v uint64) wide {
	lo, carry := bits.Add64(x.lo, v, 0)
	return wide{x.hi + carry, lo}
}

func (x wide) cmp(y wide) int {
	if x.hi != y.hi {
		return cmp.Compare(x.hi, y.hi)
	}
	return cmp.Compare(x.lo, y.lo)
}

// over returns x/y and the remainder, for a quotient below 2^64.
func (x wide) over(y wide) (uint64, wide) {
	if y.hi == 0 {
		if x.hi == 0 {
			return x.lo / y.lo, wide{0, x.lo % y.lo}
		}
		q, r := bits.Div64(x.hi, x.lo, y.lo)
		return q, wide{0, r}
	}
	// Divide half of x by y's leading 64 bits, which makes the estimate at most
	// one too large; take one off, and put it back if it was right.
	s := uint(bits.LeadingZeros64(y.hi))
	lead := y.hi<<s | y.lo>>1>>(63-s)
	q, _ := bits.Div64(x.hi>>1, x.hi<<63|x.lo>>1, lead)
	q >>= 63 - s
	if q > 0 {
		q--
	}
	hi, lo := bits.Mul64(q, y.lo)
	hi += q * y.hi
	rest := x.minus(wide{hi, lo})
	if rest.cmp(y) >= 0 {
		return q + 1, rest.minus(y)
	}
	return q, rest
}

func (x wide) minus(y wide) wide {
	lo, borrow := bits.Sub64(x.lo, y.lo, 0)
	hi, _ := bits.Sub64(x.hi, y.hi, borrow)
	return wide{hi, lo}
}
