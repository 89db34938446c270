package rank

import (
	"errors"

	"github.com/shopspring/decimal"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/internal/fix"
	"github.com/cspay/cspay/scoring/facts"
)

// Method says how equal values are placed. It is the word that a ranking
// states as its ties, so the two can not drift apart; the empty Method is
// Competition.
type Method = facts.Ties

// Competition gives equal values the better place and leaves the next ones
// out: 1, 2, 2, 4.
const Competition = facts.Competition

// Places returns the place of each value, 1 for the highest, in the order of
// values; values is not changed. It returns facts.Problems at values[i] for a
// value with more than 18 digits or 9 decimals, and at method for an unknown
// method.
func Places(values []decimal.Decimal, method Method) ([]int, error) {
	return place(values, method, true)
}

// PlacesLowest is Places with 1 for the lowest: response times, complaints.
func PlacesLowest(values []decimal.Decimal, method Method) ([]int, error) {
	return place(values, method, false)
}

func place(values []decimal.Decimal, method Method, descending bool) ([]int, error) {
	c := facts.NewFactsCheck()
	if method != "" && method != Competition {
		c.At("method").Fail(facts.CodeWordUnknown, "one of "+string(Competition), string(method))
	}
	col := fix.Column{Num: make([]int64, len(values)), Den: make([]int64, len(values))}
	rows := make([]int32, len(values))
	for i, v := range values {
		rows[i] = int32(i)
		col.Num[i], col.Den[i] = fraction(c, i, v)
	}
	if err := c.Err(); err != nil {
		return nil, err
	}
	at := make([]int32, len(values))
	fix.Compete(col, rows, descending, at)
	places := make([]int, len(values))
	for i, p := range at {
		places[i] = int(p)
	}
	return places, nil
}

// fraction returns a value as an exact fraction at the coarsest scale that
// holds it. Each value has a scale of its own, so that one with many decimals
// does not take digits from one that is large.
func fraction(c facts.Check, i int, v decimal.Decimal) (num, den int64) {
	for scale := range columns.MaxDecimals + 1 {
		num, err := fix.FromDecimal(v, scale)
		if !errors.Is(err, fix.ErrScale) {
			if err != nil {
				columns.Number(c.At("values").Index(i), v, scale)
			}
			return num, fix.Pow10(scale)
		}
	}
	columns.Number(c.At("values").Index(i), v, columns.MaxDecimals)
	return 0, 1
}
