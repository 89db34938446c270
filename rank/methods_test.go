package rank_test

import (
	"math/big"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/cspay/cspay/rank"
)

// texts writes decimals as they are, with the digits they carry.
func texts(values []decimal.Decimal) []string {
	out := make([]string, len(values))
	for i, v := range values {
		out[i] = v.StringFixed(-v.Exponent())
		if v.IsZero() {
			out[i] = "0"
		}
	}
	return out
}

func wholeMethods() []rank.Method {
	return []rank.Method{rank.Competition, rank.Modified, rank.Dense, rank.Ordinal}
}

func TestMethods(t *testing.T) {
	t.Parallel()
	cases := []struct {
		name           string
		values         []decimal.Decimal
		whole          [4][]int // by wholeMethods
		means, percent []string
	}{
		{
			"a tie in the middle", ds("9", "7", "7", "5"),
			[4][]int{{1, 2, 2, 4}, {1, 3, 3, 4}, {1, 2, 2, 3}, {1, 2, 3, 4}},
			[]string{"1", "2.5", "2.5", "4"},
			[]string{"0", "0.333333", "0.333333", "1.000000"},
		},
		{
			"ties in the order of the values, best last", ds("5", "7", "9", "7"),
			[4][]int{{4, 2, 1, 2}, {4, 3, 1, 3}, {3, 2, 1, 2}, {4, 2, 1, 3}},
			[]string{"4", "2.5", "1", "2.5"},
			[]string{"1.000000", "0.333333", "0", "0.333333"},
		},
		{
			"three tied have a whole mean", ds("1", "8", "1", "1"),
			[4][]int{{2, 1, 2, 2}, {4, 1, 4, 4}, {2, 1, 2, 2}, {2, 1, 3, 4}},
			[]string{"3", "1", "3", "3"},
			[]string{"0.333333", "0", "0.333333", "0.333333"},
		},
		{
			"a percent rank of two thirds is rounded half up", ds("4", "3", "2", "1"),
			[4][]int{{1, 2, 3, 4}, {1, 2, 3, 4}, {1, 2, 3, 4}, {1, 2, 3, 4}},
			[]string{"1", "2", "3", "4"},
			[]string{"0", "0.333333", "0.666667", "1.000000"},
		},
		{
			"all tied", ds("2", "2.0", "2.00"),
			[4][]int{{1, 1, 1}, {3, 3, 3}, {1, 1, 1}, {1, 2, 3}},
			[]string{"2", "2", "2"},
			[]string{"0", "0", "0"},
		},
		{"one alone", ds("-3.5"), [4][]int{{1}, {1}, {1}, {1}}, []string{"1"}, []string{"0"}},
		{"nobody", nil, [4][]int{{}, {}, {}, {}}, []string{}, []string{}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			turned := make([]decimal.Decimal, len(c.values))
			for i, v := range c.values {
				turned[i] = v.Neg()
			}
			for i, method := range wholeMethods() {
				got, err := rank.Places(c.values, method)
				require.NoError(t, err)
				assert.Equal(t, c.whole[i], got, method)
				got, err = rank.PlacesLowest(turned, method)
				require.NoError(t, err)
				assert.Equal(t, c.whole[i], got, "%s, lowest first", method)
			}
			for _, verb := range []struct {
				of     func([]decimal.Decimal) ([]decimal.Decimal, error)
				values []decimal.Decimal
				want   []string
			}{
				{rank.Means, c.values, c.means},
				{rank.MeansLowest, turned, c.means},
				{rank.Percents, c.values, c.percent},
				{rank.PercentsLowest, turned, c.percent},
			} {
				got, err := verb.of(verb.values)
				require.NoError(t, err)
				assert.Equal(t, verb.want, texts(got))
			}
		})
	}
}

// TestMethodLaws holds each method to its definition, counting instead of
// sorting.
func TestMethodLaws(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		values := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) decimal.Decimal {
			return decimal.New(rapid.Int64Range(-6, 6).Draw(t, "unscaled"), -rapid.Int32Range(0, 2).Draw(t, "scale"))
		}), 1, 25).Draw(t, "values")
		n := int64(len(values))
		got := map[rank.Method][]int{}
		for _, method := range wholeMethods() {
			var err error
			got[method], err = rank.Places(values, method)
			require.NoError(t, err)
		}
		means, err := rank.Means(values)
		require.NoError(t, err)
		percents, err := rank.Percents(values)
		require.NoError(t, err)

		sum, seen := new(big.Rat), map[int]bool{}
		for i, v := range values {
			var better, equal, earlier int
			distinct := map[string]bool{}
			for k, w := range values {
				switch w.Cmp(v) {
				case 1:
					better++
					distinct[w.Rat().RatString()] = true
				case 0:
					equal++
					if k < i {
						earlier++
					}
				}
			}
			require.Equal(t, better+1, got[rank.Competition][i], "one more than are better")
			require.Equal(t, better+equal, got[rank.Modified][i], "as many as are at least as good")
			require.Equal(t, len(distinct)+1, got[rank.Dense][i], "one more than there are better values")
			require.Equal(t, better+earlier+1, got[rank.Ordinal][i], "equals in their order")

			mean := big.NewRat(int64(got[rank.Competition][i]+got[rank.Modified][i]), 2)
			require.Equal(t, mean.RatString(), means[i].Rat().RatString(), "the middle of the places that its equals fill")
			require.LessOrEqual(t, got[rank.Dense][i], got[rank.Competition][i])
			require.GreaterOrEqual(t, mean.Cmp(big.NewRat(int64(got[rank.Competition][i]), 1)), 0)
			require.LessOrEqual(t, mean.Cmp(big.NewRat(int64(got[rank.Modified][i]), 1)), 0)

			share := new(big.Rat)
			if n > 1 {
				share.SetFrac64(int64(better), n-1)
			}
			off := new(big.Rat).Sub(percents[i].Rat(), share)
			// At most half of the sixth decimal off, and a half goes up.
			require.LessOrEqual(t, off.Cmp(big.NewRat(1, 2_000_000)), 0)
			require.Positive(t, off.Cmp(big.NewRat(-1, 2_000_000)))

			require.False(t, seen[got[rank.Ordinal][i]], "an ordinal place is given once")
			seen[got[rank.Ordinal][i]] = true
			sum.Add(sum, means[i].Rat())
		}
		require.Equal(t, big.NewRat(n*(n+1), 2).RatString(), sum.RatString(), "mean ranks add up to n(n+1)/2")
	})
}

func TestMethodsDoNotDependOnOrder(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		numbers := rapid.SliceOfN(rapid.Int64Range(0, 5), 0, 20).Draw(t, "values")
		index := make([]int, len(numbers))
		for i := range index {
			index[i] = i
		}
		index = rapid.Permutation(index).Draw(t, "order")
		values, shuffled := make([]decimal.Decimal, len(numbers)), make([]decimal.Decimal, len(numbers))
		for i, n := range numbers {
			values[i] = decimal.New(n, 0)
		}
		for i, from := range index {
			shuffled[i] = values[from]
		}
		// Ordinal places stand in the order of the values, by what they are.
		for _, method := range []rank.Method{rank.Competition, rank.Modified, rank.Dense} {
			before, err := rank.Places(values, method)
			require.NoError(t, err)
			after, err := rank.Places(shuffled, method)
			require.NoError(t, err)
			for i, from := range index {
				require.Equal(t, before[from], after[i], method)
			}
		}
		for _, verb := range []func([]decimal.Decimal) ([]decimal.Decimal, error){rank.Means, rank.Percents} {
			before, err := verb(values)
			require.NoError(t, err)
			after, err := verb(shuffled)
			require.NoError(t, err)
			for i, from := range index {
				require.Equal(t, texts(before)[from], texts(after)[i])
			}
		}
	})
}
