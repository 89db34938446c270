package rank_test

import (
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/cspay/cspay/rank"
	"github.com/cspay/cspay/scoring/facts"
)

// ds reads literals of tests.
func ds(values ...string) []decimal.Decimal {
	out := make([]decimal.Decimal, len(values))
	for i, v := range values {
		out[i] = decimal.RequireFromString(v)
	}
	return out
}

func TestPlaces(t *testing.T) {
	t.Parallel()
	cases := []struct {
		name            string
		values          []decimal.Decimal
		highest, lowest []int
	}{
		{"YT3: two tied second leave the third place unused", ds("300", "200", "200", "100"), []int{1, 2, 2, 4}, []int{4, 2, 2, 1}},
		{"places come in the order of the values", ds("70", "90", "80", "80"), []int{4, 1, 2, 2}, []int{1, 4, 2, 2}},
		{"all tied are all first", ds("5", "5", "5"), []int{1, 1, 1}, []int{1, 1, 1}},
		{"one alone is first", ds("0"), []int{1}, []int{1}},
		{"nobody gives nothing", nil, []int{}, []int{}},
		{"79.999 is below 80", ds("80", "79.999"), []int{1, 2}, []int{2, 1}},
		{"zeros at the end are no difference", ds("1.5", "1.500", "1.50"), []int{1, 1, 1}, []int{1, 1, 1}},
		{"-0.00 is 0", ds("0", "-0.00", "-0.01"), []int{1, 1, 3}, []int{2, 2, 1}},
		{"below zero the nearer to it is higher", ds("-3", "-1", "-2"), []int{3, 1, 2}, []int{1, 3, 2}},
		{"the last of nine decimals decides", ds("0.000000001", "0.000000002"), []int{2, 1}, []int{1, 2}},
		{"the last of 18 digits decides", ds("999999999999999999", "999999999999999998"), []int{1, 2}, []int{2, 1}},
		{"a large and a fine value meet exactly", ds("999999999999999999", "999999999.000000001", "999999999"), []int{1, 2, 3}, []int{3, 2, 1}},
		{"one value written at two scales is one value", ds("1e3", "1000.000"), []int{1, 1}, []int{1, 1}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			highest, err := rank.Places(c.values, rank.Competition)
			require.NoError(t, err)
			assert.Equal(t, c.highest, highest, "highest first")
			lowest, err := rank.PlacesLowest(c.values, rank.Competition)
			require.NoError(t, err)
			assert.Equal(t, c.lowest, lowest, "lowest first")
		})
	}
	t.Run("no method is competition", func(t *testing.T) {
		t.Parallel()
		places, err := rank.Places(ds("1", "2", "2"), "")
		require.NoError(t, err)
		assert.Equal(t, []int{3, 1, 1}, places)
	})
}

// TestBadInput holds the rows of bad-inputs.md that end in a place.
func TestBadInput(t *testing.T) {
	t.Parallel()
	places := func(t *testing.T, values ...decimal.Decimal) []int {
		t.Helper()
		got, err := rank.Places(values, rank.Competition)
		require.NoError(t, err)
		return got
	}
	t.Run("061 an empty group has no places", func(t *testing.T) {
		t.Parallel()
		assert.Empty(t, places(t))
		means, err := rank.Means(nil)
		require.NoError(t, err)
		assert.Empty(t, means)
		percents, err := rank.Percents(nil)
		require.NoError(t, err)
		assert.Empty(t, percents)
	})
	t.Run("062 a group of one is first", func(t *testing.T) {
		t.Parallel()
		assert.Equal(t, []int{1}, places(t, ds("7")...))
		percents, err := rank.Percents(ds("7"))
		require.NoError(t, err)
		assert.Equal(t, []string{"0"}, texts(percents))
	})
	t.Run("063 all tied are first", func(t *testing.T) {
		t.Parallel()
		assert.Equal(t, []int{1, 1, 1}, places(t, ds("7", "7.0", "7.00")...))
	})
	t.Run("064 a tie at the third place is decided by the method", func(t *testing.T) {
		t.Parallel()
		for method, want := range map[rank.Method][]int{
			rank.Competition: {1, 2, 3, 3}, rank.Modified: {1, 2, 4, 4}, rank.Dense: {1, 2, 3, 3}, rank.Ordinal: {1, 2, 3, 4},
		} {
			got, err := rank.Places(ds("9", "8", "7", "7"), method)
			require.NoError(t, err)
			assert.Equal(t, want, got, method)
		}
	})
	t.Run("023 an exponent of a billion is refused before any arithmetic", func(t *testing.T) {
		t.Parallel()
		_, err := rank.Places([]decimal.Decimal{decimal.New(1, 1_000_000_000)}, rank.Competition)
		require.ErrorIs(t, err, facts.CodeNumberRange)
		_, err = rank.Places([]decimal.Decimal{decimal.New(1, -1_000_000_000)}, rank.Competition)
		require.ErrorIs(t, err, facts.CodeNumberScale)
	})
}

func TestPlacesErrors(t *testing.T) {
	t.Parallel()
	cases := []struct {
		name   string
		values []decimal.Decimal
		method rank.Method
		want   map[string]facts.Code // by path
	}{
		{"19 digits are too many", ds("1000000000000000000", "1"), rank.Competition, map[string]facts.Code{"values[0]": facts.CodeNumberRange}},
		{"19 digits with a decimal are too many", ds("1", "999999999999999999.9"), rank.Competition, map[string]facts.Code{"values[1]": facts.CodeNumberRange}},
		{"ten decimals are too many", ds("0.0000000001"), rank.Competition, map[string]facts.Code{"values[0]": facts.CodeNumberScale}},
		{
			"every bad value is reported", ds("0.0000000001", "5", "-1e18"), rank.Competition,
			map[string]facts.Code{"values[0]": facts.CodeNumberScale, "values[2]": facts.CodeNumberRange},
		},
		{"a word that is no method is refused", ds("1"), "standard", map[string]facts.Code{"method": facts.CodeWordUnknown}},
		{"mean places are not whole", ds("1"), facts.MeanRank, map[string]facts.Code{"method": facts.CodeOneOf}},
		{"percent ranks are not whole", ds("1"), facts.PercentRank, map[string]facts.Code{"method": facts.CodeOneOf}},
		{
			"a bad method and a bad value are reported together", ds("1e18"), "standard",
			map[string]facts.Code{"method": facts.CodeWordUnknown, "values[0]": facts.CodeNumberRange},
		},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			places, err := rank.Places(c.values, c.method)
			assert.Nil(t, places)
			assert.Equal(t, c.want, codes(t, err))
		})
	}
	t.Run("a method without whole places names the verb that has them", func(t *testing.T) {
		t.Parallel()
		_, err := rank.Places(ds("1"), facts.MeanRank)
		require.ErrorContains(t, err, "Means has mean ranks")
		_, err = rank.PlacesLowest(ds("1"), facts.PercentRank)
		require.ErrorContains(t, err, "Percents has percent ranks")
	})
	t.Run("ranks that are not whole have the errors of places", func(t *testing.T) {
		t.Parallel()
		for _, verb := range []func([]decimal.Decimal) ([]decimal.Decimal, error){
			rank.Means, rank.MeansLowest, rank.Percents, rank.PercentsLowest,
		} {
			got, err := verb(ds("1", "0.0000000001"))
			assert.Nil(t, got)
			assert.Equal(t, map[string]facts.Code{"values[1]": facts.CodeNumberScale}, codes(t, err))
		}
	})
	t.Run("a message never prints the value", func(t *testing.T) {
		t.Parallel()
		_, err := rank.Places(ds("1234567890123456789"), rank.Competition)
		require.Error(t, err)
		assert.NotContains(t, err.Error(), "12345")
	})
}

// codes gives the code of each problem of an error by its path.
func codes(t *testing.T, err error) map[string]facts.Code {
	t.Helper()
	var ps facts.Problems
	require.ErrorAs(t, err, &ps)
	out := map[string]facts.Code{}
	for _, p := range ps {
		out[p.Path] = p.Code
	}
	return out
}

// values draws values that meet often and carry decimals of any length.
func values(t *rapid.T) []decimal.Decimal {
	one := rapid.Custom(func(t *rapid.T) decimal.Decimal {
		return decimal.New(rapid.Int64Range(-20, 20).Draw(t, "coefficient"), rapid.Int32Range(-9, 9).Draw(t, "exponent"))
	})
	return rapid.SliceOfN(one, 0, 30).Draw(t, "values")
}

func TestPlacesLaws(t *testing.T) {
	t.Parallel()
	t.Run("a place is one more than the number of strictly better values", func(t *testing.T) {
		t.Parallel()
		rapid.Check(t, func(t *rapid.T) {
			vs := values(t)
			highest, err := rank.Places(vs, rank.Competition)
			require.NoError(t, err)
			lowest, err := rank.PlacesLowest(vs, rank.Competition)
			require.NoError(t, err)
			for i, v := range vs {
				above, below := 1, 1
				for _, w := range vs {
					switch w.Cmp(v) {
					case 1:
						above++
					case -1:
						below++
					}
				}
				require.Equal(t, above, highest[i])
				require.Equal(t, below, lowest[i])
			}
		})
	})
	t.Run("the order of the values changes nobody's place", func(t *testing.T) {
		t.Parallel()
		rapid.Check(t, func(t *rapid.T) {
			vs := values(t)
			order := make([]int, len(vs))
			for i := range order {
				order[i] = i
			}
			order = rapid.Permutation(order).Draw(t, "order")
			shuffled := make([]decimal.Decimal, len(vs))
			for i, from := range order {
				shuffled[i] = vs[from]
			}
			before, err := rank.Places(vs, rank.Competition)
			require.NoError(t, err)
			after, err := rank.Places(shuffled, rank.Competition)
			require.NoError(t, err)
			for i, from := range order {
				require.Equal(t, before[from], after[i])
			}
		})
	})
	t.Run("values are not changed", func(t *testing.T) {
		t.Parallel()
		vs := ds("3", "1.50", "2")
		_, err := rank.Places(vs, rank.Competition)
		require.NoError(t, err)
		assert.Equal(t, ds("3", "1.50", "2"), vs)
	})
}
