package rank

import (
	"errors"

	"github.com/shopspring/decimal"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/internal/fix"
	"github.com/cspay/cspay/scoring/facts"
)

// Method says how tied values are placed. It is the word that a ranking states
// as its ties, so the two can not drift apart; the empty Method is Competition.
type Method = facts.Ties

// The methods of whole places, by what they give to 9, 7, 7, 5.
const (
	// Competition gives tied values the better place and leaves the next ones
	// out: 1, 2, 2, 4 (并列占位排名).
	Competition = facts.Competition
	// Modified gives tied values the worse place and leaves those before it
	// out: 1, 3, 3, 4 (并列取后名次).
	Modified = facts.Modified
	// Dense gives tied values one place and leaves none out: 1, 2, 2, 3
	// (并列不占位排名).
	Dense = facts.Dense
	// Ordinal ties nobody: equal values stand in their order, 1, 2, 3, 4
	// (顺序排名).
	Ordinal = facts.Ordinal
)

// Places returns the place of each value, 1 for the highest, in the order of
// values; values is not changed. It returns facts.Problems at values[i] for a
// value with more than 18 digits or 9 decimals, and at method for an unknown
// method or one whose places are not whole: see [Means] and [Percents].
func Places(values []decimal.Decimal, method Method) ([]int, error) {
	return whole(values, method, true)
}

// PlacesLowest is [Places] with 1 for the lowest: response times, complaints.
func PlacesLowest(values []decimal.Decimal, method Method) ([]int, error) {
	return whole(values, method, false)
}

// Means returns the mean rank of each value (平均名次), 1 for the highest: tied
// values share the mean of the places they fill, so that 9, 7, 7, 5 give 1,
// 2.5, 2.5, 4. The ranks of n values add up to n(n+1)/2, exactly. Errors are
// those of [Places].
func Means(values []decimal.Decimal) ([]decimal.Decimal, error) {
	return parts(values, fix.MeanRank, true)
}

// MeansLowest is [Means] with 1 for the lowest.
func MeansLowest(values []decimal.Decimal) ([]decimal.Decimal, error) {
	return parts(values, fix.MeanRank, false)
}

// Percents returns the percent rank of each value (百分比排名), 0 for the highest:
// the share of the others that are better, (place-1)/(n-1) by competition
// places, rounded half up to six decimals. 9, 7, 7, 5 give 0, 0.333333,
// 0.333333, 1; a value alone gives 0. Errors are those of [Places].
func Percents(values []decimal.Decimal) ([]decimal.Decimal, error) {
	return parts(values, fix.PercentRank, true)
}

// PercentsLowest is [Percents] with 0 for the lowest.
func PercentsLowest(values []decimal.Decimal) ([]decimal.Decimal, error) {
	return parts(values, fix.PercentRank, false)
}

func whole(values []decimal.Decimal, method Method, descending bool) ([]int, error) {
	c := facts.NewFactsCheck()
	checkMethod(c.At("method"), method)
	places := make([]int, len(values))
	stand(c, values, columns.MethodOf(method), descending, func(i int32, s fix.Standing) { places[i] = int(s.Num) })
	if err := c.Err(); err != nil {
		return nil, err
	}
	return places, nil
}

// checkMethod refuses a method whose places are not whole, and names the verb
// that has them.
func checkMethod(c facts.Check, method Method) {
	const known = "one of competition, modified, dense, ordinal"
	switch method {
	case "", facts.Competition, facts.Modified, facts.Dense, facts.Ordinal:
	case facts.MeanRank:
		c.Fail(facts.CodeOneOf, known+"; Means has mean ranks", string(method))
	case facts.PercentRank:
		c.Fail(facts.CodeOneOf, known+"; Percents has percent ranks", string(method))
	default:
		c.Fail(facts.CodeWordUnknown, known, string(method))
	}
}

func parts(values []decimal.Decimal, method fix.Method, descending bool) ([]decimal.Decimal, error) {
	c := facts.NewFactsCheck()
	ranks := make([]decimal.Decimal, len(values))
	stand(c, values, method, descending, func(i int32, s fix.Standing) {
		if method == fix.MeanRank {
			ranks[i] = meanRank(s.Num)
		} else {
			ranks[i] = percentRank(s.Num, s.Den)
		}
	})
	if err := c.Err(); err != nil {
		return nil, err
	}
	return ranks, nil
}

// stand gives the standing of each value. It gives none after a problem.
func stand(c facts.Check, values []decimal.Decimal, method fix.Method, descending bool, emit func(i int32, s fix.Standing)) {
	key := fix.Key{Num: make([]int64, len(values)), Den: make([]int64, len(values)), Descending: descending}
	rows := make([]int32, len(values))
	for i, v := range values {
		rows[i] = int32(i)
		key.Num[i], key.Den[i] = fraction(c, i, v)
	}
	if c.Err() == nil {
		fix.Rank(rows, []fix.Key{key}, method, emit)
	}
}

// meanRank reads a number of halves, a whole one without a decimal.
func meanRank(halves int64) decimal.Decimal {
	if halves%2 == 0 {
		return fix.ToDecimal(halves/2, 0)
	}
	return fix.ToDecimal(halves*5, 1)
}

// percentScale is the number of decimals of a percent rank that is read.
const percentScale = 6

func percentRank(num, den int64) decimal.Decimal {
	v, _ := fix.MulDiv(num, fix.Pow10(percentScale), den, fix.HalfUp)
	return fix.ToDecimal(v, percentScale)
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
