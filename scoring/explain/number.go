package explain

import (
	"math/big"
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
// zero Number is 0 of no unit; a Den below 1 counts as 1, and a Scale outside
// 0 to 18 as the nearest of these.
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

// shownDecimals is how many decimals a quotient is printed with, and
// moneyDecimals how many money has at least.
const (
	shownDecimals = 4
	moneyDecimals = 2
)

// Text prints the value with its unit in one language; a value that is not
// known is said in words.
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
	s := n.value()
	return s + n.suffix(lang, s == "1" || s == "-1")
}

// Bare prints the value without its unit, and nothing when it is not known.
func (n Number) Bare() string {
	if n.State != Known {
		return ""
	}
	return n.value()
}

// shown prints the value as a placeholder asks for.
func (n Number) shown(lang Lang, option string) string {
	switch {
	case option == "one":
		return n.one(lang)
	case option == "bare" && n.State == Known:
		return n.value()
	case option == "signed" && n.State == Known && n.Unscaled > 0:
		return "+" + n.Text(lang)
	default:
		return n.Text(lang)
	}
}

// one prints one of the number's unit: 1 个, 1 秒, 100%.
func (n Number) one(lang Lang) string {
	switch n.Unit {
	case facts.Count:
		return pick(lang, "1 个", "one")
	case facts.Money, facts.Points, facts.Seconds, facts.Days, facts.Ratio, facts.Percent:
		return Whole(1, 0, n.Unit).Text(lang)
	case facts.Number:
		return pick(lang, "1 个单位", "one")
	default:
		return pick(lang, "1 个单位", "one")
	}
}

// value prints the digits. Big numbers serve because a quotient at four more
// digits need not fit an int64, and an explanation may not fail.
func (n Number) value() string {
	scale := min(max(n.Scale, 0), fix.MaxDigits)
	v := new(big.Rat).SetFrac(
		big.NewInt(n.Unscaled),
		new(big.Int).Mul(big.NewInt(max(n.Den, 1)), big.NewInt(fix.Pow10(scale))))
	least, most := 0, shownDecimals
	if n.Den <= 1 {
		most = scale // a plain decimal ends there
	}
	switch n.Unit {
	case facts.Money:
		least = moneyDecimals
	case facts.Ratio, facts.Percent:
		v.Mul(v, big.NewRat(100, 1))
	case facts.Count, facts.Points, facts.Seconds, facts.Days, facts.Number:
	}
	s, exact := digits(v, least, max(least, most))
	if strings.Trim(s, "-0.") == "" {
		s = strings.TrimPrefix(s, "-") // there is no minus zero
	}
	if !exact {
		s = "≈" + s
	}
	return s
}

// digits prints a number with at most so many decimals. One that would look
// round and is not gets more of them: a cent short of 120% is 119.999997%, as
// what stands beside it may be a limit of 120%. What is next to nothing is told
// as 0.
func digits(v *big.Rat, least, most int) (s string, exact bool) {
	for decimals := most; ; decimals++ {
		s = v.FloatString(decimals)
		shown, ok := new(big.Rat).SetString(s)
		exact = ok && shown.Cmp(v) == 0
		s = trim(s, least)
		_, after, _ := strings.Cut(s, ".")
		if exact || len(after) > most-roundLooks || decimals == most+moreDecimals || strings.Trim(s, "-0.") == "" {
			return s, exact
		}
	}
}

// roundLooks is how many zeros at the end of a quotient make it look round, and
// moreDecimals how many digits it may get to show that it is not.
const (
	roundLooks   = 3
	moreDecimals = 8
)

// trim cuts trailing zeros down to the least number of decimals.
func trim(s string, least int) string {
	point := strings.IndexByte(s, '.')
	if point < 0 {
		return s
	}
	end := len(s)
	for end > point+1+least && s[end-1] == '0' {
		end--
	}
	return strings.TrimSuffix(s[:end], ".")
}

func (n Number) suffix(lang Lang, one bool) string {
	switch n.Unit {
	case facts.Count:
		return pick(lang, " 个", "")
	case facts.Money:
		return pick(lang, " 元", " yuan")
	case facts.Points:
		return pick(lang, " 分", plural(" point", one))
	case facts.Seconds:
		return pick(lang, " 秒", " s")
	case facts.Days:
		return pick(lang, " 天", plural(" day", one))
	case facts.Ratio, facts.Percent:
		return "%"
	case facts.Number:
		return ""
	default:
		return ""
	}
}

func plural(noun string, one bool) string {
	if one {
		return noun
	}
	return noun + "s"
}
