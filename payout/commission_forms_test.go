package payout_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/payout"
	"github.com/cspay/cspay/scoring/facts"
)

// cliff are shop ZW's sample rates as whole-amount tiers.
func cliff() payout.Tiers {
	return payout.Tiers{{UpTo: d("50000"), Rate: d("0.01")}, {Rate: d("0.015")}}
}

func tierCases() []payCase {
	net := payout.Commission{Metric: "sales", Less: "returns", Tiers: cliff()}
	three := payout.Commission{Metric: "sales", Tiers: payout.Tiers{
		{UpTo: d("100"), Rate: d("0.01")}, {UpTo: d("200"), Rate: d("0.1")}, {Rate: d("1")},
	}}
	falling := payout.Commission{Metric: "sales", Tiers: payout.Tiers{{UpTo: d("100"), Rate: d("0.1")}, {Rate: d("0.01")}}}
	one := payout.Commission{Metric: "sales", Tiers: payout.Tiers{{Rate: d("0.01")}}}
	zero, charge := net, net
	zero.Negative, charge.Negative = payout.NegativeZero, payout.NegativeCharge
	return []payCase{
		{it: "tiers: 50,000.00 is all at the first rate", edge: "tier", pay: net, given: "sales=50000", want: "500.00"},
		{it: "tiers: the cent above takes all of it to the second", edge: "tier", pay: net, given: "sales=50000.01", want: "750.00"},
		{it: "tiers: 58,000.00 is all at the second rate", pay: net, given: "sales=58000", want: "870.00"},
		{it: "tiers: sales net of returns decide, at the top", edge: "net tier", pay: net, given: "sales=60000, returns=10000", want: "500.00"},
		{it: "tiers: sales net of returns decide, above it", edge: "net tier", pay: net, given: "sales=60000, returns=9999.99", want: "750.00"},
		{it: "tiers: the top of the second of three is in it", edge: "second tier", pay: three, given: "sales=200", want: "20.00"},
		{it: "tiers: above it the third has all", edge: "second tier", pay: three, given: "sales=200.01", want: "200.01"},
		{it: "tiers: a rate may fall, and a cent more pays less", edge: "falling", pay: falling, given: "sales=100", want: "10.00"},
		{it: "tiers: beyond the top of a rate that falls", edge: "falling", pay: falling, given: "sales=100.01", want: "1.00"},
		{it: "tiers: a single one is a flat rate", pay: one, given: "sales=58000", want: "580.00"},
		{it: "tiers: half a cent rounds up", edge: "tier cent", pay: net, given: "sales=0.50", want: "0.01"},
		{it: "tiers: less than half a cent rounds down", edge: "tier cent", pay: net, given: "sales=0.49", want: "0.00"},
		{it: "tiers: a base of 0 pays nothing", edge: "tier undeclared", pay: net, given: "sales=1, returns=1", want: "0.00"},
		{it: "tiers: 085 a base below 0 is an error where nothing is declared", edge: "tier undeclared", pay: net, given: "sales=1, returns=1.01", fails: facts.CodeCommissionReturns},
		{it: "tiers: 085 declared zero pays nothing", pay: zero, given: "sales=0, returns=60000", want: "0.00"},
		{it: "tiers: 085 declared charge is at the first rate, however far", pay: charge, given: "sales=0, returns=60000", want: "-600.00"},
	}
}

// byHits is 1.5% from 120% on, 1.2% from 100% on, else 0.8%.
func byHits() payout.Commission {
	return payout.Commission{Metric: "sales", Less: "returns", RateBy: &payout.RateBy{
		Metric: "hit_rate", Else: ptr("0.008"),
		Steps: []payout.RateStep{{AtLeast: ptr("1.2"), Rate: d("0.015")}, {AtLeast: ptr("1"), Rate: d("0.012")}},
	}}
}

func rateByCases() []payCase {
	by := func(s payout.RateStep) payout.Commission {
		s.Rate = d("0.01")
		return payout.Commission{Metric: "sales", RateBy: &payout.RateBy{Metric: "hits", Steps: []payout.RateStep{s}, Else: ptr("0")}}
	}
	over, under, atMost := by(payout.RateStep{Over: ptr("3")}), by(payout.RateStep{Under: ptr("3")}), by(payout.RateStep{AtMost: ptr("3")})
	strict, charge, required := byHits(), byHits(), byHits()
	strict.RateBy = &payout.RateBy{Metric: "hit_rate", Steps: strict.RateBy.Steps}
	charge.Negative = payout.NegativeCharge
	required.RateBy = &payout.RateBy{Metric: "needed", Steps: []payout.RateStep{{AtLeast: ptr("1"), Rate: d("0.01")}}, Else: ptr("0")}
	return []payCase{
		{it: "rate by: 120% reaches the step of 120%", edge: "120%", pay: byHits(), given: "sales=50000, hits=6, chats=5", want: "750.00"},
		{it: "rate by: 074 119.9999% does not", edge: "120%", pay: byHits(), given: "sales=50000, hits=1199999, chats=1000000", want: "600.00"},
		{it: "rate by: 100% reaches the step of 100%", edge: "100%", pay: byHits(), given: "sales=50000, hits=5, chats=5", want: "600.00"},
		{it: "rate by: 99.9999% gets what else says", edge: "100%", pay: byHits(), given: "sales=50000, hits=999999, chats=1000000", want: "400.00"},
		{it: "rate by: the rate is on sales net of returns", pay: byHits(), given: "sales=50000, returns=10000, hits=6, chats=5", want: "600.00"},
		{it: "rate by: 080 without else, the last step is paid", edge: "no rate", pay: strict, given: "sales=50000, hits=5, chats=5", want: "600.00"},
		{it: "rate by: 080 without else, a value below every step is an error", edge: "no rate", pay: strict, given: "sales=50000, hits=4, chats=5", fails: facts.CodeBandNone},
		{it: "rate by: over 3 excludes 3", edge: "rate over", pay: over, given: "sales=100, hits=3", want: "0.00"},
		{it: "rate by: over 3 includes 4", edge: "rate over", pay: over, given: "sales=100, hits=4", want: "1.00"},
		{it: "rate by: under 3 includes 2", edge: "rate under", pay: under, given: "sales=100, hits=2", want: "1.00"},
		{it: "rate by: under 3 excludes 3", edge: "rate under", pay: under, given: "sales=100, hits=3", want: "0.00"},
		{it: "rate by: at most 3 includes 3", edge: "rate at_most", pay: atMost, given: "sales=100, hits=3", want: "1.00"},
		{it: "rate by: at most 3 excludes 4", edge: "rate at_most", pay: atMost, given: "sales=100, hits=4", want: "0.00"},
		{it: "rate by: 067 without traffic there is no attainment, and 0.00", pay: byHits(), given: "sales=50000", want: "0.00"},
		{it: "rate by: without sales there is 0.00", pay: byHits(), given: "hits=6, chats=5", want: "0.00"},
		{it: "rate by: a metric that must be given is an error", pay: required, given: "sales=50000", fails: facts.CodeMetricMissing},
		{it: "rate by: 085 declared charge is at the rate that holds", pay: charge, given: "sales=0, returns=100, hits=6, chats=5", want: "-1.50"},
	}
}

// accelerated is a commission with an accelerator on everybody's target.
func accelerated(k payout.Commission, target, times string) payout.Commission {
	k.Metric = "sales"
	k.Accelerator = &payout.Accelerator{Target: d(target), Times: d(times)}
	return k
}

func acceleratorCases() []payCase {
	flat := payout.Commission{Rate: ptr("0.01")}
	all := payout.Commission{Rate: ptr("1")}
	own := func(metric string) payout.Commission {
		k := accelerated(flat, "0", "1.5")
		k.Accelerator.TargetMetric = metric
		return k
	}
	part, charge := accelerated(all, "333.33", "3"), accelerated(flat, "100", "3")
	part.Accelerator.Over = ptr("1.1")
	charge.Less, charge.Negative = "returns", payout.NegativeCharge
	far := accelerated(flat, "9999999999999999.99", "1.5")
	return []payCase{
		{it: "accelerator: up to the target nothing is multiplied", edge: "target", pay: accelerated(all, "100", "2"), given: "sales=100", want: "100.00"},
		{it: "accelerator: the cent above it is", edge: "target", pay: accelerated(all, "100", "2"), given: "sales=100.01", want: "100.02"},
		{it: "accelerator: 10,000.00 above 50,000.00 are at 1% x 1.5", pay: accelerated(flat, "50000", "1.5"), given: "sales=60000", want: "650.00"},
		{it: "accelerator: below the target", pay: accelerated(flat, "50000", "1.5"), given: "sales=40000", want: "400.00"},
		{it: "accelerator: 110% of 333.33 are 366.663, which 366.66 does not pass", edge: "share of the target", pay: part, given: "sales=366.66", want: "366.66"},
		{it: "accelerator: and 366.67 does, by 0.7 of a cent", edge: "share of the target", pay: part, given: "sales=366.67", want: "366.68"},
		{it: "accelerator: a target inside the last slab", pay: accelerated(payout.Commission{Slabs: shopZW()}, "55000", "2"), given: "sales=58000", want: "665.00"},
		{it: "accelerator: a target inside the first slab", pay: accelerated(payout.Commission{Slabs: shopZW()}, "40000", "2"), given: "sales=58000", want: "840.00"},
		{it: "accelerator: the whole of the sales chooses the tier", edge: "accelerated tier", pay: accelerated(payout.Commission{Tiers: cliff()}, "40000", "2"), given: "sales=50000", want: "600.00"},
		{it: "accelerator: and its rate is on both parts", edge: "accelerated tier", pay: accelerated(payout.Commission{Tiers: cliff()}, "40000", "2"), given: "sales=50000.01", want: "900.00"},
		{it: "accelerator: a rate by attainment is multiplied too", pay: accelerated(payout.Commission{RateBy: byHits().RateBy}, "40000", "2"), given: "sales=50000, hits=6, chats=5", want: "900.00"},
		{it: "accelerator: a coefficient below 1 slows down", pay: accelerated(flat, "50000", "0.5"), given: "sales=60000", want: "550.00"},
		{it: "accelerator: each agent's own target", pay: own("needed"), given: "sales=60000, needed=50000", want: "650.00"},
		{it: "accelerator: who has no target, as declared, is paid the plain rate", pay: own("wage"), given: "sales=60000", want: "600.00"},
		{it: "accelerator: a target that must be given is an error", pay: own("needed"), given: "sales=60000", fails: facts.CodeMetricMissing},
		{it: "accelerator: 077 a target of 0 is an error", edge: "no target", pay: own("needed"), given: "sales=60000, needed=0", fails: facts.CodeTargetZero},
		{it: "accelerator: a target of a cent is none", edge: "no target", pay: own("needed"), given: "sales=60000, needed=0.01", want: "900.00"},
		{it: "accelerator: 078 a target below 0 is an error", pay: own("needed"), given: "sales=60000, needed=-0.01", fails: facts.CodeTargetNegative},
		{it: "accelerator: 085 what is charged is not multiplied", pay: charge, given: "sales=0, returns=200", want: "-2.00"},
		{it: "accelerator: sales just below 10,000,000,000.00", edge: "accelerated digits", pay: accelerated(all, "1", "1"), given: "sales=9999999999.99", want: "9999999999.99"},
		{it: "accelerator: sales of 10,000,000,000.00 have too many digits beside a share of a target", edge: "accelerated digits", pay: accelerated(all, "1", "1"), given: "sales=10000000000.00", fails: facts.CodeNumberOverflow},
		{it: "accelerator: a target beyond all sales is never passed", pay: far, given: "sales=60000", want: "600.00"},
	}
}

func boundCases() []payCase {
	between := payout.Commission{Metric: "sales", Less: "returns", Rate: ptr("0.01"), Floor: ptr("500"), Cap: ptr("800")}
	zero, charge, none := between, between, between
	zero.Negative, charge.Negative = payout.NegativeZero, payout.NegativeCharge
	charge.Floor = ptr("-5")
	none.Floor, none.Cap = ptr("0"), ptr("0")
	return []payCase{
		{it: "floor: above it the rate pays", edge: "floor", pay: between, given: "sales=50001", want: "500.01"},
		{it: "floor: below it the floor does", edge: "floor", pay: between, given: "sales=49999", want: "500.00"},
		{it: "cap: below it the rate pays", edge: "cap", pay: between, given: "sales=79999", want: "799.99"},
		{it: "cap: above it the cap does", edge: "cap", pay: between, given: "sales=80001", want: "800.00"},
		{it: "floor: no sales are 500.00", edge: "no sales", pay: between, given: "sales=0", want: "500.00"},
		{it: "floor: sales that are not applicable are 0.00", edge: "no sales", pay: between, want: "0.00"},
		{it: "floor: 085 a base below 0 is still an error where nothing is declared", pay: between, given: "sales=0, returns=1", fails: facts.CodeCommissionReturns},
		{it: "floor: 085 declared zero pays the floor", pay: zero, given: "sales=0, returns=1", want: "500.00"},
		{it: "floor: 085 a charge above a floor below 0", edge: "charge floor", pay: charge, given: "sales=0, returns=499", want: "-4.99"},
		{it: "floor: 085 a charge below it", edge: "charge floor", pay: charge, given: "sales=0, returns=501", want: "-5.00"},
		{it: "cap: 0 pays nothing", pay: none, given: "sales=1000000", want: "0.00"},
		{it: "YT5 no cap is written, and none is there", pay: payout.Commission{Metric: "sales", Rate: ptr("0.01")}, given: "sales=9999999999", want: "99999999.99"},
	}
}

func commissionFaults() []commissionFault {
	type codes = map[string]facts.Code
	with := func(change func(*payout.Commission)) payout.Commission {
		k := payout.Commission{Metric: "sales", Rate: ptr("0.01")}
		change(&k)
		return k
	}
	fast := func(a payout.Accelerator) payout.Commission {
		return with(func(k *payout.Commission) { k.Accelerator = &a })
	}
	by := func(r payout.RateBy) payout.Commission { return payout.Commission{Metric: "sales", RateBy: &r} }
	step := payout.RateStep{AtLeast: ptr("1"), Rate: d("0.01")}
	return []commissionFault{
		{"slabs and tiers", payout.Commission{Metric: "sales", Slabs: shopZW(), Tiers: cliff()}, codes{"": facts.CodeOneOf}},
		{"a rate and a rate by a metric", with(func(k *payout.Commission) { k.RateBy = &payout.RateBy{} }), codes{"": facts.CodeOneOf}},
		{"all four", payout.Commission{Metric: "sales", Rate: ptr("0"), Slabs: shopZW(), Tiers: cliff(), RateBy: &payout.RateBy{}}, codes{"": facts.CodeOneOf}},
		{"tiers are checked at their index", payout.Commission{Metric: "sales", Tiers: payout.Tiers{{UpTo: d("1"), Rate: d("-1")}}}, codes{"tiers[0].up_to": facts.CodeBandOpen, "tiers[0].rate": facts.CodeNumberNegative}},
		{"a rate by nothing", by(payout.RateBy{}), codes{"rate_by.metric": facts.CodeNameUnknown, "rate_by.steps": facts.CodeRequired}},
		{"a step without a limit", by(payout.RateBy{Metric: "mark", Steps: []payout.RateStep{{Rate: d("0.01")}}}), codes{"rate_by.steps[0]": facts.CodeBandOpen}},
		{"a step with two limits, by the sales", by(payout.RateBy{Metric: "sales", Steps: []payout.RateStep{{Over: ptr("1"), AtMost: ptr("2")}}}), codes{"rate_by.steps[0]": facts.CodeBandOpen}},
		{"079 steps out of order", by(payout.RateBy{Metric: "mark", Steps: []payout.RateStep{step, {AtLeast: ptr("1.2"), Rate: d("0.02")}}}), codes{"rate_by.steps[1]": facts.CodeBandOrder}},
		{"rates below 0", by(payout.RateBy{Metric: "mark", Steps: []payout.RateStep{{AtLeast: ptr("1"), Rate: d("-1")}}, Else: ptr("-1")}), codes{"rate_by.steps[0].rate": facts.CodeNumberNegative, "rate_by.else": facts.CodeNumberNegative}},
		{"an accelerator of all zero values", fast(payout.Accelerator{}), codes{"accelerator.target": facts.CodeTargetZero, "accelerator.times": facts.CodeRequired}},
		{"two targets", fast(payout.Accelerator{Target: d("1"), TargetMetric: "needed", Times: d("2")}), codes{"accelerator.target_metric": facts.CodeOneOf}},
		{"078 a target below 0", fast(payout.Accelerator{Target: d("-1"), Times: d("2")}), codes{"accelerator.target": facts.CodeTargetNegative}},
		{"a target past the cent", fast(payout.Accelerator{Target: d("0.001"), Times: d("2")}), codes{"accelerator.target": facts.CodeNumberScale}},
		{"a target that is no money", fast(payout.Accelerator{TargetMetric: "mark", Times: d("2")}), codes{"accelerator.target_metric": facts.CodeMetricUnit}},
		{"a target that there is not", fast(payout.Accelerator{TargetMetric: "targets", Times: d("2")}), codes{"accelerator.target_metric": facts.CodeNameUnknown}},
		{"a share of the target of 0", fast(payout.Accelerator{Target: d("1"), Over: ptr("0"), Times: d("2")}), codes{"accelerator.over": facts.CodeTargetZero}},
		{"a share of the target below 0", fast(payout.Accelerator{Target: d("1"), Over: ptr("-1"), Times: d("2")}), codes{"accelerator.over": facts.CodeNumberNegative}},
		{"times below 0", fast(payout.Accelerator{Target: d("1"), Times: d("-2")}), codes{"accelerator.times": facts.CodeNumberNegative}},
		{"a rate times an accelerator of more than 18 digits", fast(payout.Accelerator{Target: d("1"), Times: d("100000000")}), codes{"accelerator.times": facts.CodeNumberRange}},
		{"a cap below 0", with(func(k *payout.Commission) { k.Cap = ptr("-0.01") }), codes{"cap": facts.CodeNumberNegative}},
		{"a floor past the cent", with(func(k *payout.Commission) { k.Floor = ptr("0.001") }), codes{"floor": facts.CodeNumberScale}},
		{"090 a floor above the cap", with(func(k *payout.Commission) { k.Floor, k.Cap = ptr("100.01"), ptr("100") }), codes{"floor": facts.CodeBandOrder}},
	}
}

func TestBadInput090(t *testing.T) {
	t.Parallel()
	k := payout.Commission{Metric: "sales", Rate: ptr("0.01"), Floor: ptr("100.01"), Cap: ptr("100")}
	_, err := payout.Make(plan(k), terms(), month("2026-01"))
	var p *facts.Problem
	require.ErrorAs(t, err, &p)
	assert.Equal(t, "a floor not above the cap of 100.00", p.Want)
	assert.Equal(t, "100.01", p.Got)
	k.Floor = ptr("100")
	_, err = payout.Make(plan(k), terms(), month("2026-01"))
	require.NoError(t, err, "a floor at the cap")
}

// TestLimitDigits is the largest rate times an accelerator that compiles.
func TestLimitDigits(t *testing.T) {
	t.Parallel()
	k := payout.Commission{Metric: "sales", Rate: ptr("0.01"), Accelerator: &payout.Accelerator{Target: d("1"), Times: d("99999999")}}
	_, err := payout.Make(plan(k), terms(), month("2026-01"))
	require.NoError(t, err)
}
