package payout_test

import (
	"math/big"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/cspay/cspay/payout"
	"github.com/cspay/cspay/scoring/facts"
)

// beyond pays 100.00 for each 10% above 13,000.00 x 26 days.
func beyond(count payout.StepCount) payout.Overachievement {
	return payout.Overachievement{Metric: "sales", Target: d("338000"), Step: d("0.1"), Amount: d("100"), Count: count}
}

func overachievementCases() []payCase {
	whole, linear := beyond(payout.WholeSteps), beyond(payout.LinearSteps)
	capped, own := beyond(""), beyond("")
	capped.Cap = ptr("250")
	own.Target, own.TargetMetric = decimal.Decimal{}, "needed"
	third := payout.Overachievement{Metric: "sales", Target: d("3"), Step: d("0.01"), Amount: d("0.01"), Count: payout.LinearSteps}
	huge := payout.Overachievement{Metric: "sales", Target: d("0.01"), Step: d("0.1"), Amount: d("0.01")}
	return []payCase{
		{it: "TM13: exactly the target is 0.00", pay: beyond(""), given: "sales=338000", want: "0.00"},
		{it: "TM13: a cent below 110% is 0.00", edge: "110%", pay: beyond(""), given: "sales=371799.99", want: "0.00"},
		{it: "TM13: 110% is 100.00", edge: "110%", pay: beyond(""), given: "sales=371800", want: "100.00"},
		{it: "TM13: 405,599.00 (119.99%) is 100.00", edge: "120%", pay: whole, given: "sales=405599", want: "100.00"},
		{it: "TM13: 405,600.00 (120%) is 200.00", edge: "120%", pay: whole, given: "sales=405600", want: "200.00"},
		{it: "074 a cent below 120% is 100.00", edge: "a cent", pay: whole, given: "sales=405599.99", want: "100.00"},
		{it: "a cent above 120% is 200.00", edge: "a cent", pay: whole, given: "sales=405600.01", want: "200.00"},
		{it: "TM13: 507,000.00 (150%) is 500.00", pay: whole, given: "sales=507000", want: "500.00"},
		{it: "TM13: ten times the target is uncapped", edge: "cap", pay: whole, given: "sales=3380000", want: "9000.00"},
		{it: "a cap holds it", edge: "cap", pay: capped, given: "sales=3380000", want: "250.00"},
		{it: "linear is 0.00 at the target", edge: "linear", pay: linear, given: "sales=338000", want: "0.00"},
		{it: "linear pays half a step", edge: "linear", pay: linear, given: "sales=354900", want: "50.00"},
		{it: "TM13: linear, 405,599.00 is 199.997, which rounds up", pay: linear, given: "sales=405599", want: "200.00"},
		// 3.01 is a third of a step of 0.03: 0.0033; 3.02 is two thirds.
		{it: "linear rounds a third of a cent down", edge: "half a cent", pay: third, given: "sales=3.01", want: "0.00"},
		{it: "linear rounds two thirds of a cent up", edge: "half a cent", pay: third, given: "sales=3.02", want: "0.01"},
		{it: "an own target, reached by 100%", edge: "own", pay: own, given: "sales=100, needed=100", want: "0.00"},
		{it: "an own target, reached by 110%", edge: "own", pay: own, given: "sales=110, needed=100", want: "100.00"},
		{it: "077 an own target of 0", edge: "target 0", pay: own, given: "sales=110, needed=0", fails: facts.CodeTargetZero},
		{it: "an own target of a cent", edge: "target 0", pay: own, given: "sales=0.01, needed=0.01", want: "0.00"},
		{it: "078 an own target below 0", pay: own, given: "sales=110, needed=-0.01", fails: facts.CodeTargetNegative},
		{it: "005 an own target that is missing", pay: own, given: "sales=110", fails: facts.CodeMetricMissing},
		{it: "085 returns beyond the sales pay 0.00", pay: whole, given: "sales=-500000", want: "0.00"},
		{it: "no sales are not applicable and 0.00", pay: whole, want: "0.00"},
		// 9,999,999,999,999.99 is 9,999,999,999,999,980 steps of 0.001 above 0.01.
		{it: "022 steps of a tenth of a cent", edge: "18 digits", pay: huge, given: "sales=9999999999999.99", want: "99999999999999.80"},
		{it: "more steps than 18 digits", edge: "18 digits", pay: huge, given: "sales=9999999999999999.99", fails: facts.CodeNumberOverflow},
	}
}

func TestOverachievement(t *testing.T) {
	t.Parallel()
	run(t, overachievementCases())
}

func TestOverachievementCounts(t *testing.T) {
	t.Parallel()
	given := terms()
	given.Metrics["orders"] = facts.Metric{Unit: facts.Count, Better: facts.Higher}
	for orders, want := range map[string]string{"200": "0.00", "219": "0.00", "220": "5.00", "239": "5.00", "240": "10.00"} {
		pay := payout.Overachievement{Metric: "orders", Target: d("200"), Step: d("0.1"), Amount: d("5")}
		slips, err := payout.Make(plan(pay), given, month("2026-01", facts.Agent{ID: "a", Values: map[string]decimal.Decimal{"orders": d(orders)}}))
		require.NoError(t, err)
		s, _ := slips.Of("a")
		assert.Equal(t, want, s.Total().StringFixed(2), "%s orders of 200", orders)
	}
}

func TestOverachievementCompile(t *testing.T) {
	t.Parallel()
	change := func(f func(*payout.Overachievement)) payout.Overachievement {
		o := beyond("")
		f(&o)
		return o
	}
	cases := []struct {
		name string
		pay  payout.Overachievement
		want map[string]facts.Code
	}{
		{"nothing given", payout.Overachievement{}, map[string]facts.Code{
			"metric": facts.CodeNameUnknown, "target": facts.CodeTargetZero, "step": facts.CodeTargetZero,
		}},
		{"a ratio", change(func(o *payout.Overachievement) { o.Metric, o.Target = "hit_rate", d("1") }), map[string]facts.Code{"metric": facts.CodeMetricUnit}},
		{"points", change(func(o *payout.Overachievement) { o.Metric = "mark" }), map[string]facts.Code{"metric": facts.CodeMetricUnit}},
		{"076 a metric without a direction", change(func(o *payout.Overachievement) { o.Metric = "returns" }), map[string]facts.Code{"metric": facts.CodeMetricDirection}},
		{"077 a target of 0", change(func(o *payout.Overachievement) { o.Target = decimal.Decimal{} }), map[string]facts.Code{"target": facts.CodeTargetZero}},
		{"078 a target below 0", change(func(o *payout.Overachievement) { o.Target = d("-1") }), map[string]facts.Code{"target": facts.CodeTargetNegative}},
		{"a target finer than a cent", change(func(o *payout.Overachievement) { o.Target = d("0.001") }), map[string]facts.Code{"target": facts.CodeNumberScale}},
		{"two targets", change(func(o *payout.Overachievement) { o.TargetMetric = "needed" }), map[string]facts.Code{"target_metric": facts.CodeOneOf}},
		{
			"a target in another unit", change(func(o *payout.Overachievement) { o.Target, o.TargetMetric = decimal.Decimal{}, "hits" }),
			map[string]facts.Code{"target_metric": facts.CodeMetricUnit},
		},
		{"an unknown way to count", change(func(o *payout.Overachievement) { o.Count = "half" }), map[string]facts.Code{"count": facts.CodeWordUnknown}},
		{"everything at once", payout.Overachievement{
			Metric: "salse", TargetMetric: "neeed", Step: d("-0.1"), Amount: d("-1"), Count: "x", Cap: ptr("-1"),
		}, map[string]facts.Code{
			"metric": facts.CodeNameUnknown, "target_metric": facts.CodeNameUnknown, "step": facts.CodeNumberNegative,
			"amount": facts.CodeNumberNegative, "count": facts.CodeWordUnknown, "cap": facts.CodeNumberNegative,
		}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			compileFails(t, c.pay, c.want)
		})
	}
}

func TestOverachievementExplains(t *testing.T) {
	t.Parallel()
	capped := beyond("")
	capped.Cap = ptr("150")
	cases := []struct {
		name, given string
		pay         payout.Overachievement
		code        string
		args        map[string]string
		below       []string
	}{
		{"at the target", "sales=338000", beyond(""), "overachievement.none", map[string]string{"n": "338000.00", "target": "338000.00"}, []string{"metrics.sales"}},
		{"whole steps", "sales=405600", beyond(""), "overachievement.steps", map[string]string{"share": "120", "step": "10", "steps": "2", "paid": "200.00"}, []string{"metrics.sales"}},
		{"just not two steps", "sales=405599", beyond(""), "overachievement.steps", map[string]string{"share": "≈119.9997", "steps": "1", "paid": "100.00"}, []string{"metrics.sales"}},
		{"linear", "sales=354900", beyond(payout.LinearSteps), "overachievement.linear", map[string]string{"share": "105", "steps": "0.5", "paid": "50.00"}, []string{"metrics.sales"}},
		{"capped", "sales=405600", capped, "overachievement.steps", map[string]string{"paid": "200.00"}, []string{"cap", "metrics.sales"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			step := slip(t, c.pay, payCase{given: c.given}.facts(t)).Explain().Steps[0]
			assert.Equal(t, c.code, string(step.Code))
			for key, want := range c.args {
				assert.Equal(t, want, said(step, key), key)
			}
			var got []string
			for _, s := range step.Steps {
				got = append(got, s.Clause)
			}
			assert.Equal(t, c.below, got)
		})
	}
}

// TestOverachievementLaws holds both ways to count against quotients of whole
// numbers of any size.
func TestOverachievementLaws(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		sales := rapid.Int64Range(-1_000_00, 10_000_000_00).Draw(t, "sales")
		target := rapid.Int64Range(1, 1_000_000_00).Draw(t, "target")
		step := rapid.Int64Range(1_000, 1_000_000).Draw(t, "step")
		amount := rapid.Int64Range(0, 1_000_00).Draw(t, "amount")
		pay := func(sales int64, count payout.StepCount) int64 {
			p := payout.Overachievement{
				Metric: "sales", Target: decimal.New(target, -2), Step: decimal.New(step, -6), Amount: decimal.New(amount, -2), Count: count,
			}
			a := facts.Agent{ID: "a", Values: map[string]decimal.Decimal{"sales": decimal.New(sales, -2)}}
			slips, err := payout.Make(plan(p), terms(), month("2026-01", a))
			require.NoError(t, err)
			s, _ := slips.Of("a")
			return s.Total().Shift(2).IntPart()
		}
		// amount x 10^6 x (sales - target) / (target x step)
		over := big.NewInt(max(sales-target, 0) * 1_000_000)
		unit := new(big.Int).Mul(big.NewInt(target), big.NewInt(step))
		steps := new(big.Int).Quo(over, unit)
		whole := pay(sales, payout.WholeSteps)
		require.Equal(t, steps.Mul(steps, big.NewInt(amount)).Int64(), whole)
		twice := over.Mul(over, big.NewInt(2*amount))
		half := new(big.Int).Quo(twice.Add(twice, unit), new(big.Int).Mul(unit, big.NewInt(2)))
		linear := pay(sales, payout.LinearSteps)
		require.Equal(t, half.Int64(), linear, "half a cent rounds up")
		require.LessOrEqual(t, whole, linear, "a part of a step never pays less than nothing")
		more := sales + rapid.Int64Range(0, 1_000_00).Draw(t, "more")
		require.LessOrEqual(t, whole, pay(more, payout.WholeSteps), "more sales never pay less")
		require.LessOrEqual(t, linear, pay(more, payout.LinearSteps), "more sales never pay less")
	})
}
