package fix

import (
	"cmp"
	"math/bits"
)

// Sum adds values and products over 128 bits. Its zero value is 0.
//
// A sum that leaves the 128 bits (170 of the largest products) stays there, at
// the end where it left: Overflow tells, Int64 and Div return ok=false, Sign
// and Cmp treat it as infinite.
type Sum struct {
	hi   int64
	lo   uint64
	over int8 // 0, or the sign of the addition that left the range
}

// Add adds v.
func (s *Sum) Add(v int64) { s.add(v>>63, uint64(v)) }

// AddMul adds a*b.
func (s *Sum) AddMul(a, b int64) { s.add(mul(a, b)) }

func (s *Sum) add(hi int64, lo uint64) {
	if s.over != 0 {
		return
	}
	low, carry := bits.Add64(s.lo, lo, 0)
	high := s.hi + hi + int64(carry)
	if (s.hi^high)&(hi^high) < 0 {
		s.over = 1
		if hi < 0 {
			s.over = -1
		}
		return
	}
	s.hi, s.lo = high, low
}

// Overflow reports whether the sum ever left its 128 bits.
func (s Sum) Overflow() bool { return s.over != 0 }

// Sign returns -1, 0 or +1.
func (s Sum) Sign() int {
	switch {
	case s.over != 0:
		return int(s.over)
	case s.hi < 0:
		return -1
	case s.hi|int64(s.lo) == 0:
		return 0
	}
	return 1
}

// Cmp returns -1, 0 or +1 as s is less than, equal to or greater than t.
func (s Sum) Cmp(t Sum) int {
	switch {
	case s.over != 0 || t.over != 0:
		return cmp.Compare(s.over, t.over)
	case s.hi != t.hi:
		return cmp.Compare(s.hi, t.hi)
	}
	return cmp.Compare(s.lo, t.lo)
}

// Int64 returns the sum, or ok=false beyond ±Max.
func (s Sum) Int64() (v int64, ok bool) {
	v = int64(s.lo)
	if s.over != 0 || s.hi != v>>63 || v > Max || v < -Max {
		return 0, false
	}
	return v, true
}

// Div returns the sum divided by c, rounded once by m. It returns ok=false if c
// is 0 or the result is beyond ±Max.
func (s Sum) Div(c int64, m Mode) (quotient int64, ok bool) {
	if s.over != 0 {
		return 0, false
	}
	hi, lo := uint64(s.hi), s.lo
	if s.hi < 0 {
		var borrow uint64
		lo, borrow = bits.Sub64(0, lo, 0)
		hi, _ = bits.Sub64(0, hi, borrow)
	}
	return divide(hi, lo, magnitude(c), (s.hi^c) < 0, m)
}
