package payout_test

import (
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/cspay/cspay/payout"
	"github.com/cspay/cspay/scoring/facts"
)

func TestSlabsErrors(t *testing.T) {
	t.Parallel()
	rate := d("0.01")
	cases := []struct {
		name  string
		slabs payout.Slabs
		base  decimal.Decimal
		want  []facts.Problem
	}{
		{
			"079 inverted tops name both",
			payout.Slabs{{UpTo: d("500"), Rate: rate}, {UpTo: d("300"), Rate: rate}, {Rate: rate}},
			d("1"),
			[]facts.Problem{{Code: facts.CodeBandOrder, Path: "slabs[1].up_to", Want: "a top above 500.00", Got: "300.00"}},
		},
		{
			"079 a slab of no width names both",
			payout.Slabs{{UpTo: d("500"), Rate: rate}, {UpTo: d("500"), Rate: rate}, {Rate: rate}},
			d("1"),
			[]facts.Problem{{Code: facts.CodeBandOrder, Path: "slabs[1].up_to", Want: "a top above 500.00", Got: "500.00"}},
		},
		{
			"079 a first top below 0",
			payout.Slabs{{UpTo: d("-1"), Rate: rate}, {Rate: rate}},
			d("1"),
			[]facts.Problem{{Code: facts.CodeBandOrder, Path: "slabs[0].up_to", Want: "a top above 0.00", Got: "-1.00"}},
		},
		{
			"079 unsorted tops are compared with the highest before",
			payout.Slabs{{UpTo: d("500"), Rate: rate}, {UpTo: d("100"), Rate: rate}, {UpTo: d("300"), Rate: rate}, {Rate: rate}},
			d("1"),
			[]facts.Problem{
				{Code: facts.CodeBandOrder, Path: "slabs[1].up_to", Want: "a top above 500.00", Got: "100.00"},
				{Code: facts.CodeBandOrder, Path: "slabs[2].up_to", Want: "a top above 500.00", Got: "300.00"},
			},
		},
		{
			"081 two open tops: the first must have one, above the slab before",
			payout.Slabs{{UpTo: d("500"), Rate: rate}, {Rate: rate}, {Rate: rate}},
			d("1"),
			[]facts.Problem{{Code: facts.CodeBandOpen, Path: "slabs[1].up_to", Want: "a top above 500.00: only the last slab is open"}},
		},
		{
			"a closed last top leaves sales above it without a rate",
			payout.Slabs{{UpTo: d("500"), Rate: rate}, {UpTo: d("900"), Rate: rate}},
			d("1"),
			[]facts.Problem{{Code: facts.CodeBandOpen, Path: "slabs[1].up_to", Want: "no top: the last slab is open", Got: "900.00"}},
		},
		{
			"a rate and a top at fault are both reported",
			payout.Slabs{{UpTo: d("-1"), Rate: d("-0.01")}, {Rate: rate}},
			d("1"),
			[]facts.Problem{
				{Code: facts.CodeNumberNegative, Path: "slabs[0].rate", Want: "not below 0"},
				{Code: facts.CodeBandOrder, Path: "slabs[0].up_to", Want: "a top above 0.00", Got: "-1.00"},
			},
		},
		{
			"no slab", nil, d("1"),
			[]facts.Problem{{Code: facts.CodeRequired, Path: "slabs", Want: "at least one slab"}},
		},
		{
			"a rate finer than a millionth",
			payout.Slabs{{Rate: d("0.0000001")}},
			d("1"),
			[]facts.Problem{{Code: facts.CodeNumberScale, Path: "slabs[0].rate", Want: "at most 6 decimals"}},
		},
		{
			"a top past the cent",
			payout.Slabs{{UpTo: d("0.001"), Rate: rate}, {Rate: rate}},
			d("1"),
			[]facts.Problem{{Code: facts.CodeNumberScale, Path: "slabs[0].up_to", Want: "at most 2 decimals"}},
		},
		{
			"a base past the cent",
			payout.Slabs{{Rate: rate}},
			d("0.001"),
			[]facts.Problem{{Code: facts.CodeNumberScale, Path: "base", Want: "at most 2 decimals"}},
		},
		{
			"023 an exponent of a billion is refused before any arithmetic",
			payout.Slabs{{Rate: rate}},
			decimal.New(1, 1_000_000_000),
			[]facts.Problem{{Code: facts.CodeNumberRange, Path: "base", Want: "at most 18 digits"}},
		},
		{
			"a commission beyond 18 digits",
			payout.Slabs{{Rate: d("2")}},
			d("9999999999999999.99"),
			[]facts.Problem{{Code: facts.CodeNumberOverflow, Path: "base", Want: "a commission of at most 18 digits"}},
		},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			got, err := c.slabs.Of(c.base)
			assert.True(t, got.IsZero())
			var ps facts.Problems
			require.ErrorAs(t, err, &ps)
			found := make([]facts.Problem, len(ps))
			for i, p := range ps {
				found[i] = *p
			}
			assert.ElementsMatch(t, c.want, found)
		})
	}
}

// drawSlabs draws slabs in order and with them how each base is paid by hand.
func drawSlabs(t *rapid.T) payout.Slabs {
	n := rapid.IntRange(1, 5).Draw(t, "slabs")
	slabs := make(payout.Slabs, n)
	top := int64(0)
	for i := range slabs {
		slabs[i].Rate = decimal.New(rapid.Int64Range(0, 1_000_000).Draw(t, "rate"), -6)
		if i < n-1 {
			top += rapid.Int64Range(1, 100_000).Draw(t, "width")
			slabs[i].UpTo = decimal.New(top, -2)
		}
	}
	return slabs
}

func TestSlabsLaws(t *testing.T) {
	t.Parallel()
	base := rapid.Int64Range(0, 600_000)
	t.Run("the commission is the sum over every cent of its slab's rate, rounded once", func(t *testing.T) {
		t.Parallel()
		rapid.Check(t, func(t *rapid.T) {
			slabs, cents := drawSlabs(t), base.Draw(t, "base")
			exact, from := decimal.Zero, decimal.Zero
			for i, s := range slabs {
				top := decimal.New(cents, -2)
				if i < len(slabs)-1 {
					top = decimal.Min(top, s.UpTo)
				}
				if top.GreaterThan(from) {
					exact = exact.Add(top.Sub(from).Mul(s.Rate))
					from = top
				}
			}
			got, err := slabs.Of(decimal.New(cents, -2))
			require.NoError(t, err)
			require.Equal(t, exact.Round(2).StringFixed(2), got.StringFixed(2))
		})
	})
	t.Run("more sales never pay less", func(t *testing.T) {
		t.Parallel()
		rapid.Check(t, func(t *rapid.T) {
			slabs, a, b := drawSlabs(t), base.Draw(t, "a"), base.Draw(t, "b")
			less, err := slabs.Of(decimal.New(min(a, b), -2))
			require.NoError(t, err)
			more, err := slabs.Of(decimal.New(max(a, b), -2))
			require.NoError(t, err)
			require.False(t, more.LessThan(less), "%s at %d, %s at %d", less.StringFixed(2), min(a, b), more.StringFixed(2), max(a, b))
		})
	})
	t.Run("cutting a slab in two at one rate changes nothing", func(t *testing.T) {
		t.Parallel()
		rapid.Check(t, func(t *rapid.T) {
			slabs, cents := drawSlabs(t), base.Draw(t, "base")
			first := slabs[0]
			limit := int64(500_000)
			if len(slabs) > 1 {
				limit = first.UpTo.Mul(d("100")).IntPart()
			}
			if limit < 2 {
				t.Skip("the first slab is a cent wide")
			}
			cut := payout.Slab{UpTo: decimal.New(rapid.Int64Range(1, limit-1).Draw(t, "cut"), -2), Rate: first.Rate}
			want, err := slabs.Of(decimal.New(cents, -2))
			require.NoError(t, err)
			got, err := append(payout.Slabs{cut}, slabs...).Of(decimal.New(cents, -2))
			require.NoError(t, err)
			require.Equal(t, want.StringFixed(2), got.StringFixed(2))
		})
	})
}
