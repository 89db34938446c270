package payout_test

import (
	"math/big"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/cspay/cspay/payout"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// drawCommission draws a commission of any form, with or without an accelerator
// and bounds, over small amounts so that every boundary is met often.
func drawCommission(t *rapid.T) payout.Commission {
	k := payout.Commission{Metric: "sales", Less: "returns", Negative: rapid.SampledFrom([]payout.Negative{
		payout.NegativeZero, payout.NegativeCharge,
	}).Draw(t, "negative")}
	rate := func(name string) decimal.Decimal {
		return decimal.New(rapid.Int64Range(0, 1_500_000).Draw(t, name), -6)
	}
	cents := func(low, high int64, name string) *decimal.Decimal {
		v := decimal.New(rapid.Int64Range(low, high).Draw(t, name), -2)
		return &v
	}
	switch rapid.SampledFrom([]string{"rate", "slabs", "tiers", "rate_by"}).Draw(t, "form") {
	case "rate":
		r := rate("rate")
		k.Rate = &r
	case "slabs":
		k.Slabs = drawSlabs(t)
	case "tiers":
		k.Tiers = asTiers(drawSlabs(t))
	default:
		rest := rate("else")
		k.RateBy = &payout.RateBy{Metric: "hit_rate", Else: &rest, Steps: []payout.RateStep{
			{AtLeast: ptr("1"), Rate: rate("high")}, {Over: ptr("0.5"), Rate: rate("middle")},
		}}
	}
	if rapid.Bool().Draw(t, "accelerated") {
		over := decimal.New(rapid.Int64Range(1, 2_000_000).Draw(t, "over"), -6)
		k.Accelerator = &payout.Accelerator{
			TargetMetric: "needed", Over: rapid.SampledFrom([]*decimal.Decimal{nil, &over}).Draw(t, "share"),
			Times: decimal.New(rapid.Int64Range(1, 3_000_000).Draw(t, "times"), -6),
		}
	}
	if rapid.Bool().Draw(t, "floor") {
		k.Floor = cents(-500, 2_000, "floor at")
	}
	if rapid.Bool().Draw(t, "cap") {
		k.Cap = cents(2_000, 300_000, "cap at")
	}
	return k
}

// sale is one agent's month under a commission.
type sale struct{ sales, returns, needed, hits, chats int64 }

func drawSale(t *rapid.T) sale {
	return sale{
		rapid.Int64Range(0, 600_000).Draw(t, "sales"), rapid.Int64Range(0, 200_000).Draw(t, "returns"),
		rapid.Int64Range(1, 600_000).Draw(t, "target"), rapid.Int64Range(0, 12).Draw(t, "hits"), rapid.Int64Range(1, 10).Draw(t, "chats"),
	}
}

func (s sale) month() facts.Month {
	return month("2026-01", facts.Agent{ID: "a", Values: map[string]decimal.Decimal{
		"sales": decimal.New(s.sales, -2), "returns": decimal.New(s.returns, -2), "needed": decimal.New(s.needed, -2),
		"hits": decimal.New(s.hits, 0), "chats": decimal.New(s.chats, 0),
	}})
}

func paid(t *rapid.T, k payout.Commission, s sale) payout.Slip {
	slips, err := payout.Make(plan(k), terms(), s.month())
	require.NoError(t, err)
	slip, ok := slips.Of("a")
	require.True(t, ok)
	return slip
}

func yuan(cents int64) *big.Rat { return big.NewRat(cents, 100) }

func half(r *big.Rat) string {
	s := r.FloatString(2) // rounds half away from zero
	if s == "-0.00" {
		return "0.00"
	}
	return s
}

// slow is the commission by the words of the policy, before rounding and
// bounds, piece by piece of the base.
func slow(k payout.Commission, s sale) *big.Rat {
	base := new(big.Rat).Sub(yuan(s.sales), yuan(s.returns))
	if base.Sign() < 0 && k.Negative == payout.NegativeZero {
		return new(big.Rat)
	}
	type piece struct{ from, to, rate *big.Rat }
	pieces := []piece{}
	whole := func(rate decimal.Decimal) { pieces = append(pieces, piece{new(big.Rat), base, rate.Rat()}) }
	switch attained := big.NewRat(s.hits, s.chats); {
	case k.Rate != nil:
		whole(*k.Rate)
	case k.RateBy != nil && attained.Cmp(big.NewRat(1, 1)) >= 0:
		whole(k.RateBy.Steps[0].Rate)
	case k.RateBy != nil && attained.Cmp(big.NewRat(1, 2)) > 0:
		whole(k.RateBy.Steps[1].Rate)
	case k.RateBy != nil:
		whole(*k.RateBy.Else)
	case k.Tiers != nil:
		i := 0
		for i < len(k.Tiers)-1 && base.Cmp(k.Tiers[i].UpTo.Rat()) > 0 {
			i++
		}
		whole(k.Tiers[i].Rate)
	case base.Sign() < 0:
		whole(k.Slabs[0].Rate)
	default:
		from := new(big.Rat)
		for i, slab := range k.Slabs {
			to := base
			if i < len(k.Slabs)-1 && slab.UpTo.Rat().Cmp(base) < 0 {
				to = slab.UpTo.Rat()
			}
			if to.Cmp(from) > 0 {
				pieces = append(pieces, piece{from, to, slab.Rate.Rat()})
				from = to
			}
		}
	}
	sum := new(big.Rat)
	for _, p := range pieces {
		part := new(big.Rat).Sub(p.to, p.from)
		sum.Add(sum, new(big.Rat).Mul(part, p.rate))
		if k.Accelerator == nil {
			continue
		}
		target := yuan(s.needed)
		if k.Accelerator.Over != nil {
			target.Mul(target, k.Accelerator.Over.Rat())
		}
		if p.from.Cmp(target) > 0 {
			target = p.from
		}
		if above := new(big.Rat).Sub(p.to, target); above.Sign() > 0 {
			more := new(big.Rat).Sub(k.Accelerator.Times.Rat(), big.NewRat(1, 1))
			sum.Add(sum, above.Mul(above, more.Mul(more, p.rate)))
		}
	}
	return sum
}

// held is an amount between the bounds of a commission.
func held(k payout.Commission, r *big.Rat) *big.Rat {
	if k.Floor != nil && r.Cmp(k.Floor.Rat()) < 0 {
		return k.Floor.Rat()
	}
	if k.Cap != nil && r.Cmp(k.Cap.Rat()) > 0 {
		return k.Cap.Rat()
	}
	return r
}

// explained adds up what an explanation says the parts are paid: amount x rate
// x what it is multiplied by.
func explained(t *rapid.T, item explain.Step) *big.Rat {
	sum := new(big.Rat)
	for _, step := range item.Steps {
		if step.Code != "commission.slab" && step.Code != "commission.accelerated" {
			continue
		}
		amount, ok := step.Value.Decimal()
		require.True(t, ok)
		product := amount.Rat()
		for _, a := range step.Args {
			if a.Key == "rate" || a.Key == "times" {
				factor, ok := a.Number.Decimal()
				require.True(t, ok)
				product.Mul(product, factor.Rat())
			}
		}
		sum.Add(sum, product)
	}
	return sum
}

func TestCommissionLaws(t *testing.T) {
	t.Parallel()
	t.Run("a commission is exactly what big numbers give, rounded once", func(t *testing.T) {
		t.Parallel()
		rapid.Check(t, func(t *rapid.T) {
			k, s := drawCommission(t), drawSale(t)
			require.Equal(t, half(held(k, slow(k, s))), paid(t, k, s).Total().StringFixed(2))
		})
	})
	t.Run("the steps of the explanation add up to the line before rounding", func(t *testing.T) {
		t.Parallel()
		rapid.Check(t, func(t *rapid.T) {
			k, s := drawCommission(t), drawSale(t)
			slip := paid(t, k, s)
			item := slip.Explain().Steps[0]
			sum := explained(t, item)
			require.Zero(t, sum.Cmp(slow(k, s)), "%s, want %s", sum, slow(k, s))
			require.Equal(t, half(held(k, sum)), slip.Total().StringFixed(2))
		})
	})
	t.Run("an accelerator of 1 is none", func(t *testing.T) {
		t.Parallel()
		rapid.Check(t, func(t *rapid.T) {
			k, s := drawCommission(t), drawSale(t)
			k.Accelerator = nil
			want := paid(t, k, s).Total().StringFixed(2)
			over := decimal.New(rapid.Int64Range(1, 2_000_000).Draw(t, "any share"), -6)
			k.Accelerator = &payout.Accelerator{TargetMetric: "needed", Over: &over, Times: d("1")}
			require.Equal(t, want, paid(t, k, s).Total().StringFixed(2))
		})
	})
	t.Run("an accelerator above 1 never pays less", func(t *testing.T) {
		t.Parallel()
		rapid.Check(t, func(t *rapid.T) {
			k, s := drawCommission(t), drawSale(t)
			k.Accelerator = nil
			plain := paid(t, k, s).Total()
			k.Accelerator = &payout.Accelerator{TargetMetric: "needed", Times: decimal.New(rapid.Int64Range(100, 300).Draw(t, "more"), -2)}
			require.False(t, paid(t, k, s).Total().LessThan(plain))
		})
	})
	t.Run("a line stays between its floor and its cap", func(t *testing.T) {
		t.Parallel()
		rapid.Check(t, func(t *rapid.T) {
			k, s := drawCommission(t), drawSale(t)
			total := paid(t, k, s).Total()
			require.False(t, k.Floor != nil && total.LessThan(*k.Floor))
			require.False(t, k.Cap != nil && total.GreaterThan(*k.Cap))
		})
	})
	t.Run("slabs are continuous: a cent more pays at most a cent more, and never less", func(t *testing.T) {
		t.Parallel()
		rapid.Check(t, func(t *rapid.T) {
			slabs := drawSlabs(t) // no rate is above 100%
			base := decimal.New(rapid.Int64Range(0, 600_000).Draw(t, "base"), -2)
			if len(slabs) > 1 && rapid.Bool().Draw(t, "at a top") {
				base = slabs[rapid.IntRange(0, len(slabs)-2).Draw(t, "which")].UpTo
			}
			at, err := slabs.Of(base)
			require.NoError(t, err)
			next, err := slabs.Of(base.Add(d("0.01")))
			require.NoError(t, err)
			more := next.Sub(at)
			require.False(t, more.IsNegative() || more.GreaterThan(d("0.01")), more.StringFixed(2))
		})
	})
}
