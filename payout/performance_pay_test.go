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

func performance() payout.PerformancePay {
	return payout.PerformancePay{Amount: d("2000"), By: "mark", OutOf: d("100")}
}

func performancePayCases() []payCase {
	own := payout.PerformancePay{Metric: "wage", By: "mark", OutOf: d("100")}
	bound := performance()
	bound.Floor, bound.Cap = ptr("0.6"), ptr("1.1")
	rate := payout.PerformancePay{Amount: d("1000"), By: "hit_rate", OutOf: d("0.9"), Cap: ptr("1")}
	tiny := payout.PerformancePay{Amount: d("0.01"), By: "mark", OutOf: d("100")}
	odd := payout.PerformancePay{Amount: d("333.33"), By: "mark", OutOf: d("100"), Cap: ptr("1.1")}
	huge := payout.PerformancePay{Amount: d("9999999999999999.99"), By: "mark", OutOf: d("100")}
	return []payCase{
		{it: "YT5: a score of 100.00 pays the amount", edge: "100", pay: performance(), given: "mark=100.00", want: "2000.00"},
		{it: "YT5: a score of 104.00 pays 2,080.00, as there is no cap", edge: "100", pay: performance(), given: "mark=104.00", want: "2080.00"},
		{it: "TM3: the growth stage pays 85.50 of 100", pay: performance(), given: "mark=85.50", want: "1710.00"},
		{it: "TM3: the amount may be the agent's own", edge: "own", pay: own, given: "wage=3000, mark=80", want: "2400.00"},
		{it: "an own amount of 0 pays 0.00", edge: "own", pay: own, given: "wage=0, mark=80", want: "0.00"},
		{it: "an own amount below 0", pay: own, given: "wage=-0.01, mark=80", fails: facts.CodeNumberNegative},
		{it: "no own amount is not applicable", pay: own, given: "mark=80", want: "0.00"},
		{it: "no score is not applicable and 0.00", pay: performance(), want: "0.00"},
		{it: "no score is 0.00 for all the floor", pay: bound, want: "0.00"},
		{it: "59.99 is held at the floor of 60%", edge: "floor", pay: bound, given: "mark=59.99", want: "1200.00"},
		{it: "60.01 is above the floor", edge: "floor", pay: bound, given: "mark=60.01", want: "1200.20"},
		{it: "109.99 is below the cap of 110%", edge: "cap", pay: bound, given: "mark=109.99", want: "2199.80"},
		{it: "110.01 is held at the cap", edge: "cap", pay: bound, given: "mark=110.01", want: "2200.00"},
		// 333.33 x 110% = 366.663
		{it: "a cap need not be whole cents and is rounded once", pay: odd, given: "mark=150", want: "366.66"},
		{it: "a score below 0 charges nothing", edge: "0", pay: performance(), given: "mark=-0.01", want: "0.00"},
		{it: "a score of 0.01 pays 0.20", edge: "0", pay: performance(), given: "mark=0.01", want: "0.20"},
		{it: "half a cent rounds up", edge: "half a cent", pay: tiny, given: "mark=50", want: "0.01"},
		{it: "less than half a cent rounds down", edge: "half a cent", pay: tiny, given: "mark=49.99", want: "0.00"},
		// 1000 x (2/3) / (9/10) = 740.740...
		{it: "a rate is not divided before the end", edge: "rate", pay: rate, given: "hits=2, chats=3", want: "740.74"},
		{it: "a rate beyond the full mark is held at a cap of 100%", edge: "rate", pay: rate, given: "hits=91, chats=100", want: "1000.00"},
		{it: "067 a rate without traffic is not applicable", pay: rate, given: "hits=0, chats=0", want: "0.00"},
		{it: "022 the largest amount at full marks", edge: "18 digits", pay: huge, given: "mark=100", want: "9999999999999999.99"},
		{it: "more than 18 digits", edge: "18 digits", pay: huge, given: "mark=100.01", fails: facts.CodeNumberOverflow},
	}
}

func TestPerformancePay(t *testing.T) {
	t.Parallel()
	run(t, performancePayCases())
}

// TestTM3 pays the three stages of a shop: each is a plan of its own items.
func TestTM3(t *testing.T) {
	t.Parallel()
	base := payout.Item{ID: "base", Pay: payout.BasePay{Amount: d("3000"), Basis: payout.Calendar}}
	commission := payout.Item{ID: "commission", Pay: payout.Commission{Metric: "sales", Rate: ptr("0.01")}}
	growth := payout.Item{ID: "performance", Pay: performance()}
	project := payout.Item{ID: "project", Pay: payout.Award{Match: payout.AllMatch, Cases: []payout.Case{
		{When: facts.When{atLeast("hits", "1")}, Amount: d("500")},
	}}}
	m := payCase{given: "sales=50000, mark=90, hits=1"}.facts(t)
	for _, c := range []struct {
		name  string
		items []payout.Item
		want  string
	}{
		{"TM3: start-up is base and commission", []payout.Item{base, commission}, "3500.00"},
		{"TM3: growth is base and performance pay", []payout.Item{base, growth}, "4800.00"},
		{"TM3: mature is base, performance pay and project awards", []payout.Item{base, growth, project}, "5300.00"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			slips, err := payout.Make(payout.Plan{Items: c.items}, terms(), m)
			require.NoError(t, err)
			s, _ := slips.Of("a")
			assert.Equal(t, c.want, s.Total().StringFixed(2))
		})
	}
}

func TestPerformancePayCompile(t *testing.T) {
	t.Parallel()
	change := func(f func(*payout.PerformancePay)) payout.PerformancePay {
		p := performance()
		f(&p)
		return p
	}
	cases := []struct {
		name string
		pay  payout.PerformancePay
		want map[string]facts.Code
	}{
		{"nothing given", payout.PerformancePay{}, map[string]facts.Code{
			"amount": facts.CodeRequired, "by": facts.CodeNameUnknown, "out_of": facts.CodeTargetZero,
		}},
		{"an amount and a metric", change(func(p *payout.PerformancePay) { p.Metric = "wage" }), map[string]facts.Code{"metric": facts.CodeOneOf}},
		{
			"a metric that is no money", change(func(p *payout.PerformancePay) { p.Amount, p.Metric = decimal.Decimal{}, "mark" }),
			map[string]facts.Code{"metric": facts.CodeMetricUnit},
		},
		{"a score that no scheme makes", change(func(p *payout.PerformancePay) { p.By = "score" }), map[string]facts.Code{"by": facts.CodeNameUnknown}},
		{"a full mark below 0", change(func(p *payout.PerformancePay) { p.OutOf = d("-100") }), map[string]facts.Code{"out_of": facts.CodeTargetZero}},
		{"090 a floor above the cap", change(func(p *payout.PerformancePay) { p.Floor, p.Cap = ptr("1.01"), ptr("1") }), map[string]facts.Code{"floor": facts.CodeBandOrder}},
		{"everything at once", payout.PerformancePay{Amount: d("-1"), By: "marc", OutOf: d("0"), Floor: ptr("-1"), Cap: ptr("-2")}, map[string]facts.Code{
			"amount": facts.CodeNumberNegative, "by": facts.CodeNameUnknown, "out_of": facts.CodeTargetZero,
			"floor": facts.CodeNumberNegative, "cap": facts.CodeNumberNegative,
		}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			compileFails(t, c.pay, c.want)
		})
	}
	t.Run("a metric that is better lower", func(t *testing.T) {
		t.Parallel()
		given := terms()
		given.Metrics["response"] = facts.Metric{Unit: facts.Seconds, Better: facts.Lower}
		p := performance()
		p.By = "response"
		_, err := payout.Make(plan(p), given, month("2026-01"))
		assert.Equal(t, map[string]facts.Code{"pay.items[0].performance_pay.by": facts.CodeMetricDirection}, codes(t, err))
	})
}

func TestPerformancePayExplains(t *testing.T) {
	t.Parallel()
	bound := performance()
	bound.Floor, bound.Cap = ptr("0.6"), ptr("1.1")
	for _, c := range []struct {
		name, given, code, share string
	}{
		{"between the bounds", "mark=104", "performance_pay", "104"},
		{"at the floor itself", "mark=60", "performance_pay", "60"},
		{"below the floor", "mark=59", "performance_pay.floor", "60"},
		{"at the cap itself", "mark=110", "performance_pay", "110"},
		{"above the cap", "mark=111", "performance_pay.cap", "110"},
		{"without a mark", "", "pay.not_applicable", "nothing"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			step := slip(t, bound, payCase{given: c.given}.facts(t)).Explain().Steps[0]
			assert.Equal(t, c.code, string(step.Code))
			assert.Equal(t, c.share, said(step, "share"))
		})
	}
}

// TestPerformancePayLaws: a better mark never pays less, and the bounds hold to
// the cent.
func TestPerformancePayLaws(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		amount := rapid.Int64Range(1, 10_000_00).Draw(t, "amount")
		least := rapid.Int64Range(0, 100).Draw(t, "floor")
		most := least + rapid.Int64Range(0, 100).Draw(t, "cap")
		floor, limit := decimal.New(least, -2), decimal.New(most, -2)
		pay := func(mark int64) int64 {
			p := payout.PerformancePay{Amount: decimal.New(amount, -2), By: "mark", OutOf: d("100"), Floor: &floor, Cap: &limit}
			a := facts.Agent{ID: "a", Values: map[string]decimal.Decimal{"mark": decimal.New(mark, -2)}}
			slips, err := payout.Make(plan(p), terms(), month("2026-01", a))
			require.NoError(t, err)
			s, _ := slips.Of("a")
			return s.Total().Shift(2).IntPart()
		}
		mark := rapid.Int64Range(-10_00, 300_00).Draw(t, "mark")
		share := min(max(mark, least*100), most*100) // hundredths of a percent
		require.Equal(t, (amount*share+5000)/10000, pay(mark), "rounded once, half up")
		require.LessOrEqual(t, pay(mark), pay(mark+rapid.Int64Range(0, 50_00).Draw(t, "better")))
	})
}
