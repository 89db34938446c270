package fix

import "math/bits"

const (
	// MaxDigits is the number of significant digits of a value, and the
	// largest scale.
	MaxDigits = 18

	// Max is the largest value, 18 nines; -Max is the smallest.
	Max int64 = 999_999_999_999_999_999
)

// Pow10 returns 10^n for n from 0 to MaxDigits, and 0 for any other n.
func Pow10(n int) int64 {
	if n < 0 || n > MaxDigits {
		return 0
	}
	return [...]int64{
		1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9,
		1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18,
	}[n]
}

// Add returns a+b, or ok=false beyond ±Max.
func Add(a, b int64) (sum int64, ok bool) {
	sum = a + b
	if (a^sum)&(b^sum) < 0 || sum > Max || sum < -Max {
		return 0, false
	}
	return sum, true
}

// Mul returns a*b, or ok=false beyond ±Max.
func Mul(a, b int64) (product int64, ok bool) {
	hi, lo := mul(a, b)
	product = int64(lo)
	if hi != product>>63 || product > Max || product < -Max {
		return 0, false
	}
	return product, true
}

// MulDiv returns a*b/c rounded once by m; the product has 128 bits. It returns
// ok=false if c is 0 or the result is beyond ±Max.
func MulDiv(a, b, c int64, m Mode) (quotient int64, ok bool) {
	hi, lo := bits.Mul64(magnitude(a), magnitude(b))
	return divide(hi, lo, magnitude(c), (a^b^c) < 0, m)
}

// CmpMul returns the sign of a*b - c*d: -1, 0 or +1, exactly.
func CmpMul(a, b, c, d int64) int {
	hi1, lo1 := mul(a, b)
	hi2, lo2 := mul(c, d)
	switch {
	case hi1 < hi2:
		return -1
	case hi1 > hi2:
		return 1
	case lo1 < lo2:
		return -1
	case lo1 > lo2:
		return 1
	}
	return 0
}

// Fraction returns (a*b)/(c*d) as an exact num/den with den > 0. It is in
// lowest terms only when the plain products would not fit. It returns ok=false
// if c*d is 0 or the fraction in lowest terms is still beyond ±Max.
func Fraction(a, b, c, d int64) (num, den int64, ok bool) {
	if c == 0 || d == 0 {
		return 0, 0, false
	}
	num, okNum := Mul(a, b)
	den, okDen := Mul(c, d)
	if okNum && okDen {
		if den < 0 {
			num, den = -num, -den
		}
		return num, den, true
	}
	x, y, u, v := magnitude(a), magnitude(b), magnitude(c), magnitude(d)
	x, u = reduce(x, u)
	x, v = reduce(x, v)
	y, u = reduce(y, u)
	y, v = reduce(y, v)
	hiNum, loNum := bits.Mul64(x, y)
	hiDen, loDen := bits.Mul64(u, v)
	if hiNum|hiDen != 0 || loNum > uint64(Max) || loDen > uint64(Max) {
		return 0, 0, false
	}
	return signed(loNum, (a^b^c^d) < 0), int64(loDen), true
}

// reduce divides x and y by their greatest common divisor; y is not 0.
func reduce(x, y uint64) (uint64, uint64) {
	g, rest := y, x
	for rest != 0 {
		g, rest = rest, g%rest
	}
	return x / g, y / g
}

// mul returns a*b as a two's complement number of 128 bits, which holds every
// such product.
func mul(a, b int64) (hi int64, lo uint64) {
	// Read as unsigned, a negative factor is 2^64 too large: take the other
	// factor off the upper half again.
	h, lo := bits.Mul64(uint64(a), uint64(b))
	return int64(h) - (a>>63)&b - (b>>63)&a, lo
}

// divide returns (hi, lo)/c, made negative if neg, rounded once by m.
func divide(hi, lo, c uint64, neg bool, m Mode) (int64, bool) {
	var q, r uint64
	switch {
	case hi >= c: // the quotient needs more than 64 bits, or c is 0
		return 0, false
	case hi == 0:
		q, r = lo/c, lo%c
	default:
		q, r = bits.Div64(hi, lo, c)
	}
	if q > uint64(Max) {
		return 0, false
	}
	if m.lifts(q, r, c) {
		if q++; q > uint64(Max) {
			return 0, false
		}
	}
	return signed(q, neg), true
}

// magnitude returns |v|, which for the smallest int64 only a uint64 holds.
func magnitude(v int64) uint64 {
	if v < 0 {
		return -uint64(v)
	}
	return uint64(v)
}

// signed is the way back from a magnitude.
func signed(u uint64, neg bool) int64 {
	if neg {
		return int64(-u)
	}
	return int64(u)
}
