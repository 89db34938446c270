package explain

import (
	"strings"

	"github.com/shopspring/decimal"

	"github.com/cspay/cspay/internal/fix"
	"github.com/cspay/cspay/scoring/facts"
)

// State says whether a number is there.
type State uint8

// The states of a value. The zero State is Known.
const (
	Known         State = iota
	Missing             // no value was given
	NotApplicable       // there is nothing to measure: no traffic, a denominator of zero
	Overflow            // beyond 18 digits
)

// Number is an exact value with its unit: Unscaled / (Den * 10^Scale). The
// zero Number is 0 of no unit; Den 0 counts as 1.
type Number struct {
	Unscaled int64
	Den      int64
	Scale    int
	Unit     facts.Unit
	State    State
}

// Whole returns a plain number at a scale.
func Whole(v int64, scale int, unit facts.Unit) Number {
	return Number{Unscaled: v, Den: 1, Scale: scale, Unit: unit}
}

// Decimal returns the value when it is a plain decimal; ok is false for a
// fraction that is kept as two parts and for a value that is not known.
func (n Number) Decimal() (d decimal.Decimal, ok bool) {
	if n.State != Known || n.Den > 1 {
		return decimal.Decimal{}, false
	}
	return fix.ToDecimal(n.Unscaled, n.Scale), true
}

// shownDecimals is how many decimals a quotient is printed with.
const shownDecimals = 4

// Text prints the value with its unit in one language.
func (n Number) Text(lang Lang) string {
	switch n.State {
	case Known:
	case Missing:
		return pick(lang, "未提供", "not given")
	case NotApplicable:
		return pick(lang, "不适用", "not applicable")
	case Overflow:
		return pick(lang, "超出范围", "out of range")
	}
	return n.value() + n.suffix(lang)
}

func (n Number) value() string {
	v, scale, exact := n.Unscaled, n.Scale, true
	shift := 0
	if n.Unit == facts.Ratio || n.Unit == facts.Percent {
		shift = 2
	}
	if n.Den > 1 || shift > 0 {
		v, exact = n.quotient(shift)
		scale = shownDecimals
	}
	s := fix.Text(v, scale)
	if n.Unit != facts.Money && strings.Contains(s, ".") {
		s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	}
	if !exact {
		s = "≈" + s
	}
	return s
}

// quotient gives the value times 10^shift at shownDecimals.
func (n Number) quotient(shift int) (v int64, exact bool) {
	den, up := max(n.Den, 1), shift+shownDecimals-n.Scale
	mul := int64(1)
	if up >= 0 {
		mul = fix.Pow10(up)
	} else {
		d, ok := fix.Mul(den, fix.Pow10(-up))
		if !ok {
			return 0, false
		}
		den = d
	}
	v, ok := fix.MulDiv(n.Unscaled, mul, den, fix.HalfUp)
	return v, ok && fix.CmpMul(n.Unscaled, mul, v, den) == 0
}

func (n Number) suffix(lang Lang) string {
	switch n.Unit {
	case facts.Count:
		return pick(lang, " 个", "")
	case facts.Money:
		return pick(lang, " 元", " yuan")
	case facts.Points:
		return pick(lang, " 分", " points")
	case facts.Seconds:
		return pick(lang, " 秒", " s")
	case facts.Days:
		return pick(lang, " 天", " days")
	case facts.Ratio, facts.Percent:
		return "%"
	case facts.Number:
		return ""
	default:
		return ""
	}
}

// Bare prints the value without its unit.
func (n Number) Bare() string { return n.value() }
