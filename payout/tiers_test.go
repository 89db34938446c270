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

func TestTiersOf(t *testing.T) {
	t.Parallel()
	for base, want := range map[string]string{
		"58000": "870.00", "50000": "500.00", "50000.01": "750.00", "49999.49": "499.99", "49999.50": "500.00",
		"50000.33": "750.00", "50000.34": "750.01", "0": "0.00", "0.49": "0.00", "0.50": "0.01", "-1": "0.00",
	} {
		t.Run(base, func(t *testing.T) {
			t.Parallel()
			got, err := cliff().Of(d(base))
			require.NoError(t, err)
			assert.Equal(t, want, got.StringFixed(2))
		})
	}
}

func TestTiersErrors(t *testing.T) {
	t.Parallel()
	rate := d("0.01")
	cases := []struct {
		name  string
		tiers payout.Tiers
		base  decimal.Decimal
		want  facts.Problem
	}{
		{
			"079 inverted tops name both",
			payout.Tiers{{UpTo: d("500"), Rate: rate}, {UpTo: d("300"), Rate: rate}, {Rate: rate}},
			d("1"),
			facts.Problem{Code: facts.CodeBandOrder, Path: "tiers[1].up_to", Want: "a top above 500.00", Got: "300.00"},
		},
		{
			"079 a tier of no width names both",
			payout.Tiers{{UpTo: d("500"), Rate: rate}, {UpTo: d("500"), Rate: rate}, {Rate: rate}},
			d("1"),
			facts.Problem{Code: facts.CodeBandOrder, Path: "tiers[1].up_to", Want: "a top above 500.00", Got: "500.00"},
		},
		{
			"081 two open tops",
			payout.Tiers{{UpTo: d("500"), Rate: rate}, {Rate: rate}, {Rate: rate}},
			d("1"),
			facts.Problem{Code: facts.CodeBandOpen, Path: "tiers[1].up_to", Want: "a top above 500.00: only the last tier is open"},
		},
		{
			"a closed last top leaves sales above it without a rate",
			payout.Tiers{{UpTo: d("500"), Rate: rate}, {UpTo: d("900"), Rate: rate}},
			d("1"),
			facts.Problem{Code: facts.CodeBandOpen, Path: "tiers[1].up_to", Want: "no top: the last tier is open", Got: "900.00"},
		},
		{
			"no tier", nil, d("1"),
			facts.Problem{Code: facts.CodeRequired, Path: "tiers", Want: "at least one tier"},
		},
		{
			"023 an exponent of a billion is refused before any arithmetic",
			payout.Tiers{{Rate: rate}},
			decimal.New(1, 1_000_000_000),
			facts.Problem{Code: facts.CodeNumberRange, Path: "base", Want: "at most 18 digits"},
		},
		{
			"a commission beyond 18 digits",
			payout.Tiers{{Rate: d("2")}},
			d("9999999999999999.99"),
			facts.Problem{Code: facts.CodeNumberOverflow, Path: "base", Want: "a commission of at most 18 digits"},
		},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			got, err := c.tiers.Of(c.base)
			assert.True(t, got.IsZero())
			var ps facts.Problems
			require.ErrorAs(t, err, &ps)
			require.Len(t, ps, 1)
			assert.Equal(t, c.want, *ps[0])
		})
	}
}

// asTiers are slabs read as whole-amount tiers.
func asTiers(slabs payout.Slabs) payout.Tiers {
	tiers := make(payout.Tiers, len(slabs))
	for i, s := range slabs {
		tiers[i] = payout.Tier(s)
	}
	return tiers
}

func TestTiersLaws(t *testing.T) {
	t.Parallel()
	base := rapid.Int64Range(0, 600_000)
	t.Run("the commission is the base at the rate of its tier, rounded once", func(t *testing.T) {
		t.Parallel()
		rapid.Check(t, func(t *rapid.T) {
			tiers, b := asTiers(drawSlabs(t)), decimal.New(base.Draw(t, "base"), -2)
			rate := tiers[len(tiers)-1].Rate
			for i := len(tiers) - 2; i >= 0; i-- {
				if b.LessThanOrEqual(tiers[i].UpTo) {
					rate = tiers[i].Rate
				}
			}
			got, err := tiers.Of(b)
			require.NoError(t, err)
			require.Equal(t, b.Mul(rate).Round(2).StringFixed(2), got.StringFixed(2))
		})
	})
	t.Run("with one rate throughout they pay what slabs pay", func(t *testing.T) {
		t.Parallel()
		rapid.Check(t, func(t *rapid.T) {
			slabs, b := drawSlabs(t), decimal.New(base.Draw(t, "base"), -2)
			for i := range slabs {
				slabs[i].Rate = slabs[0].Rate
			}
			want, err := slabs.Of(b)
			require.NoError(t, err)
			got, err := asTiers(slabs).Of(b)
			require.NoError(t, err)
			require.Equal(t, want.StringFixed(2), got.StringFixed(2))
		})
	})
	t.Run("inside the first tier they pay what slabs pay", func(t *testing.T) {
		t.Parallel()
		rapid.Check(t, func(t *rapid.T) {
			slabs := drawSlabs(t)
			b := decimal.New(base.Draw(t, "base"), -2)
			if len(slabs) > 1 {
				b = decimal.Min(b, slabs[0].UpTo)
			}
			want, err := slabs.Of(b)
			require.NoError(t, err)
			got, err := asTiers(slabs).Of(b)
			require.NoError(t, err)
			require.Equal(t, want.StringFixed(2), got.StringFixed(2))
		})
	})
}
