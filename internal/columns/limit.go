package columns

import (
	"errors"
	"slices"
	"strconv"

	"github.com/shopspring/decimal"

	"github.com/cspay/cspay/internal/fix"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// Limit is a constant that values of one Ref are compared with.
type Limit struct{ v, mul int64 }

// Limit compiles a constant for comparisons with ref.
func (s *Schema) Limit(c facts.Check, d decimal.Decimal, ref Ref) Limit {
	v, err := fix.FromDecimal(d, ref.Scale)
	if err == nil {
		return Limit{v, 1}
	}
	v, err = fix.FromDecimal(d, MaxDecimals)
	if err != nil || ref.Scale > MaxDecimals {
		Number(c, d, MaxDecimals)
		return Limit{0, 1}
	}
	return Limit{v, fix.Pow10(MaxDecimals - ref.Scale)}
}

// Number converts a decimal of a document or of facts at a scale, reporting
// what does not fit at c.
func Number(c facts.Check, d decimal.Decimal, scale int) int64 {
	v, err := fix.FromDecimal(d, scale)
	switch {
	case err == nil:
	case errors.Is(err, fix.ErrScale):
		if scale == 0 {
			c.Fail(facts.CodeNumberNotInteger, "a whole number", "")
		} else {
			c.Fail(facts.CodeNumberScale, "at most "+strconv.Itoa(scale)+" decimals", "")
		}
	default:
		c.Fail(facts.CodeNumberRange, "at most 18 digits", "")
	}
	return v
}

// CheckWord reports a word outside its closed set.
func CheckWord[W interface {
	~string
	facts.Word
}](c facts.Check, w W,
) bool {
	words := w.Words()
	if slices.Contains(words, string(w)) {
		return true
	}
	want := "one of"
	for _, k := range words {
		want += " " + k
	}
	c.Fail(facts.CodeWordUnknown, want, string(w))
	return false
}

// Cmp compares a known value with a limit, exactly.
func (v Value) Cmp(l Limit) int { return fix.CmpMul(v.Num, l.mul, l.v, v.Den) }

// Show makes the number of an explanation from a limit of ref.
func (l Limit) Show(r Ref) explain.Number {
	scale := r.Scale
	if l.mul > 1 {
		scale = MaxDecimals
	}
	return explain.Number{Unscaled: l.v, Den: 1, Scale: scale, Unit: r.Unit}
}

// Scaled gives the limit as an integer at ref's scale times mul.
func (l Limit) Scaled() (v, mul int64) { return l.v, l.mul }
