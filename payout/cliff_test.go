package payout_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/payout"
	"github.com/cspay/cspay/scoring/facts"
)

// warnings compiles a pay item that has no errors.
func warnings(t require.TestingT, p payout.Pay) []facts.Problem {
	c := facts.NewCheck()
	schema := columns.NewSchema(terms().Metrics, c)
	plan(p).Compile(schema, payout.DefaultRounding(), c.At("pay"))
	require.NoError(t, c.Err())
	var out []facts.Problem
	for _, w := range c.Problems() {
		out = append(out, *w)
	}
	return out
}

func TestCliffs(t *testing.T) {
	t.Parallel()
	const meant = "slabs, or a jump that is meant: "
	at := func(path, sides, got string) facts.Problem {
		return facts.Problem{
			Code: facts.CodeCommissionCliff, Severity: facts.Warning,
			Path: "pay.items[0].commission." + path, Want: meant + sides, Got: got,
		}
	}
	tiers := func(ts payout.Tiers) payout.Commission { return payout.Commission{Metric: "sales", Tiers: ts} }
	two := func(top, low, high string) payout.Commission {
		return tiers(payout.Tiers{{UpTo: d(top), Rate: d(low)}, {Rate: d(high)}})
	}
	bounded := func(k payout.Commission, floor, most string) payout.Commission {
		if floor != "" {
			k.Floor = ptr(floor)
		}
		if most != "" {
			k.Cap = ptr(most)
		}
		return k
	}
	by := func(metric string, s payout.RateStep) payout.Commission {
		s.Rate = d("0.015")
		return payout.Commission{Metric: "sales", RateBy: &payout.RateBy{Metric: metric, Steps: []payout.RateStep{s}, Else: ptr("0.01")}}
	}
	strict := by("sales", payout.RateStep{AtLeast: ptr("50000")})
	strict.RateBy.Else = nil
	cases := []struct {
		name string
		pay  payout.Pay
		want []facts.Problem
	}{
		{
			"a higher tier", tiers(cliff()),
			[]facts.Problem{at("tiers[0].up_to", "50000.00 pays 500.00 and 50000.01 pays 750.00", "250.00 more")},
		},
		{
			"a lower tier pays less for a cent more", two("50000", "0.015", "0.01"),
			[]facts.Problem{at("tiers[0].up_to", "50000.00 pays 750.00 and 50000.01 pays 500.00", "250.00 less")},
		},
		{
			"each top has its own",
			tiers(payout.Tiers{{UpTo: d("100"), Rate: d("0.1")}, {UpTo: d("200"), Rate: d("0.1")}, {UpTo: d("300"), Rate: d("0.2")}, {Rate: d("0")}}),
			[]facts.Problem{
				at("tiers[1].up_to", "200.00 pays 20.00 and 200.01 pays 40.00", "20.00 more"),
				at("tiers[2].up_to", "300.00 pays 60.00 and 300.01 pays 0.00", "60.00 less"),
			},
		},
		{"a jump of a cent", two("2", "0.01", "0.015"), []facts.Problem{at("tiers[0].up_to", "2.00 pays 0.02 and 2.01 pays 0.03", "0.01 more")}},
		{"a jump of less than a cent is none", two("1.99", "0.01", "0.015"), nil},
		{"a cap on both sides is flat", bounded(tiers(cliff()), "", "500"), nil},
		{
			"a cap on one side", bounded(tiers(cliff()), "", "500.01"),
			[]facts.Problem{at("tiers[0].up_to", "50000.00 pays 500.00 and 50000.01 pays 500.01", "0.01 more")},
		},
		{"a floor on both sides is flat", bounded(tiers(cliff()), "750", ""), nil},
		{
			"a floor on one side", bounded(tiers(cliff()), "749.99", ""),
			[]facts.Problem{at("tiers[0].up_to", "50000.00 pays 749.99 and 50000.01 pays 750.00", "0.01 more")},
		},
		{
			"an accelerator is left out", accelerated(tiers(cliff()), "100", "2"),
			[]facts.Problem{at("tiers[0].up_to", "50000.00 pays 500.00 and 50000.01 pays 750.00", "250.00 more")},
		},
		{"slabs do not jump", payout.Commission{Metric: "sales", Slabs: shopZW()}, nil},
		{"a flat rate does not", payout.Commission{Metric: "sales", Rate: ptr("0.01")}, nil},
		{"a rate by another metric is a step by design", by("needed", payout.RateStep{AtLeast: ptr("50000")}), nil},
		{"a bonus is a step by design", goldenBonus("mark"), nil},
		{
			"a rate by the sales is a tier: at least", by("sales", payout.RateStep{AtLeast: ptr("50000")}),
			[]facts.Problem{at("rate_by.steps[0]", "49999.99 pays 500.00 and 50000.00 pays 750.00", "250.00 more")},
		},
		{
			"a rate by the sales is a tier: over", by("sales", payout.RateStep{Over: ptr("50000")}),
			[]facts.Problem{at("rate_by.steps[0]", "50000.00 pays 500.00 and 50000.01 pays 750.00", "250.00 more")},
		},
		{
			"a rate by the sales is a tier: under", by("sales", payout.RateStep{Under: ptr("50000")}),
			[]facts.Problem{at("rate_by.steps[0]", "49999.99 pays 750.00 and 50000.00 pays 500.00", "250.00 less")},
		},
		{
			"a rate by the sales is a tier: at most", by("sales", payout.RateStep{AtMost: ptr("50000")}),
			[]facts.Problem{at("rate_by.steps[0]", "50000.00 pays 750.00 and 50000.01 pays 500.00", "250.00 less")},
		},
		{"a limit that no amount is at", by("sales", payout.RateStep{AtLeast: ptr("0.005")}), nil},
		{"sales below every step are no jump but an error", strict, nil},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			assert.Equal(t, c.want, warnings(t, c.pay))
		})
	}
}

// TestCliffsAreReal: what a warning says of both sides is what the tiers pay
// there, and where there is none, neighbours differ by no more than a cent
// beside what a cent is paid.
func TestCliffsAreReal(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		tiers := asTiers(drawSlabs(t))
		said := map[string]facts.Problem{}
		for _, w := range warnings(t, payout.Commission{Metric: "sales", Tiers: tiers}) {
			said[w.Path] = w
		}
		for i, tier := range tiers[:len(tiers)-1] {
			next := tier.UpTo.Add(d("0.01"))
			before, err := tiers.Of(tier.UpTo)
			require.NoError(t, err)
			after, err := tiers.Of(next)
			require.NoError(t, err)
			w, warned := said["pay.items[0].commission.tiers["+string(rune('0'+i))+"].up_to"]
			if !warned {
				require.False(t, after.Sub(before).Abs().GreaterThan(d("0.02")))
				continue
			}
			require.Contains(t, w.Want, tier.UpTo.StringFixed(2)+" pays "+before.StringFixed(2)+" and "+next.StringFixed(2)+" pays "+after.StringFixed(2))
		}
	})
}
