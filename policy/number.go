package policy

import (
	"strconv"
	"strings"

	"github.com/cspay/cspay/scoring/facts"
	"github.com/shopspring/decimal"
)

const (
	// maxNumberText is the longest text of a number, in bytes.
	maxNumberText = 64
	// maxDigits is how many significant digits a number may have: as many as
	// an int64 holds whatever they are.
	maxDigits = 18
	// percentPlaces is what a percent sign moves the point by.
	percentPlaces = 2
)

// number is a decimal read from a text.
type number struct {
	value decimal.Decimal
	// percent is set when the text had a percent sign; value is then what
	// stood before it, 5 for 5%.
	percent bool
}

// fraction returns the number with a percent sign taken at its word: 5% is
// 0.05.
func (n number) fraction() decimal.Decimal {
	if n.percent {
		return n.value.Shift(-percentPlaces)
	}
	return n.value
}

// numberFault says why a text is no number. The zero numberFault is none.
type numberFault struct {
	code facts.Code
	want string
}

// parseNumber reads the one way to write a number: digits, a point between
// digits, a minus sign, and a percent sign where it is allowed. All limits are
// checked on the text, before a decimal is made of it, because arithmetic on a
// number of a gigantic exponent does not end.
func parseNumber(text string, percent bool) (number, numberFault) {
	if len(text) > maxNumberText {
		return number{}, numberFault{facts.CodeNumberTooLong, "a number of at most " + strconv.Itoa(maxNumberText) + " bytes"}
	}
	if blank(text) {
		return number{}, numberFault{facts.CodeNumberEmpty, "a number; write 0 if it is zero"}
	}
	body, sign := strings.CutSuffix(text, "%")
	if sign && !percent {
		return number{}, numberFault{facts.CodeNumberSyntax, "a number without a percent sign"}
	}
	whole, frac, negative, ok := cutNumber(body)
	if !ok {
		if isExponent(body) {
			return number{}, numberFault{facts.CodeNumberExponent, "a number written out, without an exponent"}
		}
		return number{}, numberFault{facts.CodeNumberSyntax, numberHint(body)}
	}
	// Zeros that close the fraction say nothing: 3.00 is 3, here and in digests.
	frac = strings.TrimRight(frac, "0")
	digits := strings.TrimLeft(whole+frac, "0")
	if len(digits) > maxDigits {
		return number{}, numberFault{facts.CodeNumberRange, "at most " + strconv.Itoa(maxDigits) + " significant digits"}
	}
	return number{value: build(digits, len(frac), negative), percent: sign}, numberFault{}
}

// blank reports whether a text says that there is no number.
func blank(text string) bool {
	text = strings.TrimSpace(text)
	return text == "" || text == "-"
}

// cutNumber parts -12.50 into 12, 50 and its sign. Both parts must be there,
// and nothing may stand before the first digit that a reader could take for a
// base, a time or a code.
func cutNumber(text string) (whole, frac string, negative, ok bool) {
	text, negative = strings.CutPrefix(text, "-")
	whole, frac, point := strings.Cut(text, ".")
	if !allDigits(whole) || point && !allDigits(frac) || len(whole) > 1 && whole[0] == '0' {
		return "", "", false, false
	}
	return whole, frac, negative, true
}

func allDigits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

// build makes a decimal of at most maxDigits digits. A zero that was written
// is not the zero value of decimal.Decimal, so that a check for presence can
// tell the two apart.
func build(digits string, places int, negative bool) decimal.Decimal {
	var v int64
	for i := range len(digits) {
		v = v*10 + int64(digits[i]-'0')
	}
	if negative {
		v = -v
	}
	return decimal.New(v, -int32(places)) //nolint:gosec // places is at most maxNumberText
}

// isExponent reports whether the text is a number in exponent notation.
func isExponent(text string) bool {
	i := strings.IndexAny(text, "eE")
	if i < 0 {
		return false
	}
	mantissa := strings.Trim(text[:i], "+-.0123456789")
	exponent := strings.TrimLeft(text[i+1:], "+-")
	return i > 0 && mantissa == "" && strings.ContainsAny(text[:i], "0123456789") && allDigits(exponent)
}

// numberHint explains the ways of writing a number that people and their tools
// use and that mean something else, or nothing, to another reader. It never
// repeats the text: it may be pay.
func numberHint(text string) string {
	has := func(chars string) bool { return strings.ContainsAny(text, chars) }
	bare := strings.TrimPrefix(text, "-")
	switch {
	case strings.ContainsAny(strings.ToLower(text), "nf") && !has("0123456789"):
		return "a number; NaN and infinity are none"
	case has("０１２３４５６７８９．％"):
		return "a number in half-width characters: 12, not １２"
	case has("−－–—﹣‐‑"):
		return `a number whose minus sign is the plain hyphen "-" (U+002D)`
	case has("￥¥$元€£"):
		return "a number without a currency sign: 5, not ￥5"
	case has(",，'’"):
		return "a number without grouping: 1000, not 1,000"
	case has(" \t\n\r\u3000\u00A0"):
		return "a number without spaces"
	case has("%"):
		return "a number with one percent sign at its end"
	case has(":："):
		return "a number, not a time"
	case has("_"):
		return "a number without underscores: 1000, not 1_000"
	case strings.HasPrefix(text, "+"):
		return "a number without a plus sign"
	case strings.HasPrefix(bare, "."):
		return "a digit before the point: 0.5, not .5"
	case strings.HasSuffix(text, "."):
		return "a digit after the point: 5 or 5.0, not 5."
	case len(bare) > 1 && bare[0] == '0' && bare[1] != '.':
		return "a number in base ten without leading zeros: 10, not 010 or 0x10"
	default:
		return "a plain number, such as 12 or 0.5"
	}
}
