package scoring

import (
	"errors"

	"github.com/shopspring/decimal"

	"github.com/cspay/cspay/internal/fix"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// Share is what a rule gives: an exact fraction of the indicator's points, or
// a number of points of its own (an adjustment), or a state that is neither.
// The zero Share is a share of nothing known and counts as missing; make one
// with [Of], [Adjust], [Missing] or [NotApplicable].
type Share struct {
	num, den int64
	state    explain.State
	absolute bool       // num/den are hundredths of a point, not a share
	code     facts.Code // why there is no share, when not the state alone
	why      string     // what a kind from outside said about it
}

// shareDecimals is how many decimals Of keeps of its two numbers.
const shareDecimals = 9

// Of returns num/den of the points. A den of 0 gives NotApplicable; numbers
// with more than 9 decimals or 18 digits, and a negative den, give a share
// that the scheme reports as out of range.
func Of(num, den decimal.Decimal) Share {
	for scale := range shareDecimals + 1 {
		n, errN := fix.FromDecimal(num, scale)
		d, errD := fix.FromDecimal(den, scale)
		switch {
		case errors.Is(errN, fix.ErrScale) || errors.Is(errD, fix.ErrScale):
			continue
		case errN != nil || errD != nil || d < 0:
			return Share{state: explain.Overflow}
		case d == 0:
			return NotApplicable()
		}
		return Share{num: n, den: d}
	}
	return Share{state: explain.Overflow}
}

// Adjust returns a number of points of its own, added to the score whatever
// the indicator's points are. At most two decimals.
func Adjust(points decimal.Decimal) Share {
	v, err := fix.FromDecimal(points, pointScale)
	if err != nil {
		return Share{state: explain.Overflow}
	}
	return Share{num: v, den: 1, absolute: true}
}

// Missing returns the share of a rule whose value was not given; the close
// reports it as an error.
func Missing() Share { return Share{state: explain.Missing} }

// NotApplicable returns the share of a rule with nothing to measure; its
// points are spread over the other indicators.
func NotApplicable() Share { return Share{state: explain.NotApplicable} }

// Decimals returns the share's two exact numbers, of an adjustment its points
// as num/den; ok is false when it is not known.
func (s Share) Decimals() (num, den decimal.Decimal, ok bool) {
	if s.state != explain.Known || s.den <= 0 {
		return decimal.Decimal{}, decimal.Decimal{}, false
	}
	scale := 0
	if s.absolute {
		scale = pointScale
	}
	return fix.ToDecimal(s.num, scale), fix.ToDecimal(s.den, 0), true
}

// State says whether the share is known.
func (s Share) State() explain.State {
	if s.state == explain.Known && s.den <= 0 {
		return explain.Missing
	}
	return s.state
}

// fraction makes a share of a*b/(c*d), or one that is out of range.
func fraction(a, b, c, d int64) Share {
	num, den, ok := fix.Fraction(a, b, c, d)
	if !ok {
		return Share{state: explain.Overflow}
	}
	return Share{num: num, den: den}
}

// rateScale is the number of decimals of shares, rates and coefficients that a
// document states.
const rateScale = 6

// pointScale is the number of decimals of points.
const pointScale = 2

// constant makes a share of a rate in millionths.
func constant(rate int64) Share { return Share{num: rate, den: fix.Pow10(rateScale)} }

// clamp keeps a share between an optional floor and cap in millionths.
func (s Share) clamp(floor, limit *int64) Share {
	if s.state != explain.Known || s.den <= 0 {
		return s
	}
	if floor != nil && fix.CmpMul(s.num, fix.Pow10(rateScale), *floor, s.den) < 0 {
		return constant(*floor)
	}
	if limit != nil && fix.CmpMul(s.num, fix.Pow10(rateScale), *limit, s.den) > 0 {
		return constant(*limit)
	}
	return s
}
