package policy

import (
	"strings"

	"github.com/cspay/cspay/scoring/facts"
	"github.com/shopspring/decimal"
)

// maxExponent bounds the exponents that are looked at: further out, a number
// is out of range whatever its digits.
const maxExponent = maxNumberText

// maxBits bounds the coefficients that are written in base ten.
const maxBits = 256

// decimalText writes a decimal the one canonical way: no exponent, no zeros
// that say nothing. It is decimal's own String with none of its globals, and
// returns an error for a literal that no document could state, before any
// arithmetic on it.
func decimalText(d decimal.Decimal) (string, error) {
	exp := int(d.Exponent())
	if exp > maxExponent || exp < -maxExponent {
		if d.Sign() == 0 {
			return "0", nil
		}
		return "", facts.CodeNumberRange
	}
	coefficient := d.Coefficient()
	if coefficient.BitLen() > maxBits {
		return "", facts.CodeNumberRange
	}
	digits, negative := strings.CutPrefix(coefficient.String(), "-")
	text := place10(digits, exp)
	if negative {
		text = "-" + text
	}
	if _, bad := parseNumber(text, false); bad.code != "" {
		return "", bad.code
	}
	return text, nil
}

// place10 writes digits with the decimal point moved by exp, trimmed.
func place10(digits string, exp int) string {
	if exp >= 0 {
		digits += strings.Repeat("0", exp)
		return orZero(strings.TrimLeft(digits, "0"))
	}
	if short := -exp - len(digits); short >= 0 {
		digits = strings.Repeat("0", short+1) + digits
	}
	whole, frac := digits[:len(digits)+exp], digits[len(digits)+exp:]
	whole = orZero(strings.TrimLeft(whole, "0"))
	frac = strings.TrimRight(frac, "0")
	if frac == "" {
		return whole
	}
	return whole + "." + frac
}

func orZero(digits string) string {
	if digits == "" {
		return "0"
	}
	return digits
}

// rateText writes a rate with its percent sign, as a document states one.
func rateText(d decimal.Decimal) (string, error) {
	if e := d.Exponent(); e > maxExponent || e < -maxExponent {
		if d.Sign() != 0 {
			return "", facts.CodeNumberRange
		}
		return "0%", nil
	}
	text, err := decimalText(d.Shift(percentPlaces))
	return text + "%", err
}
