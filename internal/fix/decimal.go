package fix

import (
	"strconv"

	"github.com/shopspring/decimal"
)

// Err is a reason why a decimal is no value at a scale.
type Err string

const (
	// ErrScale says that the decimal is finer than the scale.
	ErrScale Err = "non-zero digits beyond the scale"

	// ErrRange says that the decimal is beyond ±Max at the scale, or is written
	// with so many digits that nobody should count them.
	ErrRange Err = "more than 18 digits"
)

// Error returns the reason; it never holds the number itself.
func (e Err) Error() string { return string(e) }

// FromDecimal returns d as a count of units of 10^-scale, exactly. Zeros beyond
// the scale are fine. Its time does not depend on d's exponent or length.
//
// It returns ErrScale if d has other digits beyond the scale, else ErrRange if
// d is beyond ±Max. A coefficient of more than 72 digits is ErrRange whatever
// its exponent, and a scale outside 0 to MaxDigits is ErrScale whatever d.
func FromDecimal(d decimal.Decimal, scale int) (int64, error) {
	if scale < 0 || scale > MaxDigits {
		return 0, ErrScale
	}
	if d.IsZero() {
		return 0, nil
	}
	if v, ok := coefficient(d); ok {
		return shift(v, int64(d.Exponent())+int64(scale))
	}
	if tooLong(d) {
		return 0, ErrRange
	}
	// Without its zeros a longer coefficient ends in a digit that counts, so
	// one that is still too long has nothing to drop.
	d = d.Normalize()
	k := int64(d.Exponent()) + int64(scale)
	v, ok := coefficient(d)
	switch {
	case ok:
		return shift(v, k)
	case k < 0:
		return 0, ErrScale
	default:
		return 0, ErrRange
	}
}

// coefficient returns d's coefficient if an int64 holds it. Most methods of
// decimal expand the exponent or walk all digits; a comparison at the same
// exponent does neither, and it ends at once when the lengths differ.
func coefficient(d decimal.Decimal) (int64, bool) {
	v := d.CoefficientInt64()
	return v, d.Cmp(decimal.New(v, d.Exponent())) == 0
}

// tooLong reports whether d's coefficient has more than 72 digits, which is
// more than a document may write and little enough to work on.
func tooLong(d decimal.Decimal) bool {
	e18 := decimal.New(Pow10(18), 0)
	e36 := e18.Mul(e18)
	limit := e36.Mul(e36).Mul(decimal.New(1, d.Exponent())) // the same exponent, so that Cmp is cheap
	return d.Cmp(limit) >= 0 || d.Cmp(limit.Neg()) <= 0
}

// shift returns v*10^k, where v is not 0.
func shift(v, k int64) (int64, error) {
	if k < 0 {
		if k < -MaxDigits { // an int64 has at most 18 zeros to drop
			return 0, ErrScale
		}
		p := Pow10(int(-k))
		if v%p != 0 {
			return 0, ErrScale
		}
		return v / p, nil
	}
	if k > MaxDigits {
		return 0, ErrRange
	}
	scaled, ok := Mul(v, Pow10(int(k)))
	if !ok {
		return 0, ErrRange
	}
	return scaled, nil
}

// ToDecimal returns v units of 10^-scale as a decimal.
func ToDecimal(v int64, scale int) decimal.Decimal {
	return decimal.New(v, int32(-within(scale)))
}

// Append appends v units of 10^-scale to b with exactly scale digits after the
// point, and no point at scale 0: "-0.05", "0.00", "12".
func Append(b []byte, v int64, scale int) []byte {
	scale = within(scale)
	u := magnitude(v)
	if v < 0 {
		b = append(b, '-')
	}
	p := uint64(Pow10(scale))
	b = strconv.AppendUint(b, u/p, 10)
	if scale == 0 {
		return b
	}
	b = append(b, '.')
	for u %= p; p > 1; {
		p /= 10
		b = append(b, byte('0'+u/p%10))
	}
	return b
}

// Text returns what Append appends.
func Text(v int64, scale int) string {
	var buf [24]byte // a sign, 19 digits, a point
	return string(Append(buf[:0], v, scale))
}

// within holds a scale to 0..MaxDigits; a scale outside is a bug of the caller,
// which must not become an index out of range here.
func within(scale int) int { return min(max(scale, 0), MaxDigits) }
