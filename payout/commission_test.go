package payout_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/payout"
	"github.com/cspay/cspay/scoring/facts"
)

// shopZW are the sample rates of shop ZW: 1% to 50,000.00 and 1.5% above.
func shopZW() payout.Slabs {
	return payout.Slabs{{UpTo: d("50000"), Rate: d("0.01")}, {Rate: d("0.015")}}
}

func commissionCases() []payCase {
	net := payout.Commission{Metric: "sales", Less: "returns", Slabs: shopZW()}
	steep := payout.Commission{Metric: "sales", Slabs: payout.Slabs{{UpTo: d("50000"), Rate: d("0.01")}, {Rate: d("1")}}}
	flat := payout.Commission{Metric: "sales", Rate: ptr("0.015")}
	twoHalves := payout.Commission{Metric: "sales", Slabs: payout.Slabs{{UpTo: d("0.50"), Rate: d("0.01")}, {Rate: d("0.01")}}}
	three := payout.Commission{Metric: "sales", Slabs: payout.Slabs{
		{UpTo: d("100"), Rate: d("0.01")}, {UpTo: d("200"), Rate: d("0.1")}, {Rate: d("1")},
	}}
	zero, charge := net, net
	zero.Negative, charge.Negative = payout.NegativeZero, payout.NegativeCharge
	cases := []payCase{
		{it: "ZW1 60,000.00 less 2,000.00 are 620.00", pay: net, given: "sales=60000, returns=2000", want: "620.00"},
		{it: "ZW1 50,000.00 stays in the first slab", edge: "slab", pay: steep, given: "sales=50000.00", want: "500.00"},
		{it: "ZW1 the cent above is at the second slab's rate", edge: "slab", pay: steep, given: "sales=50000.01", want: "500.01"},
		{it: "ZW1 at 1.5% a third of a yuan above gives no cent", edge: "cent", pay: net, given: "sales=50000.33, returns=0", want: "500.00"},
		{it: "ZW1 at 1.5% 0.34 above gives a cent", edge: "cent", pay: net, given: "sales=50000.34, returns=0", want: "500.01"},
		{it: "each of three slabs is paid at its own rate", pay: three, given: "sales=250", want: "61.00"},
		{it: "the top of the second slab is in it", edge: "second slab", pay: three, given: "sales=200", want: "11.00"},
		{it: "above it the third begins", edge: "second slab", pay: three, given: "sales=200.01", want: "11.01"},
		{it: "two halves of a cent make one: slabs are rounded once", pay: twoHalves, given: "sales=1.00", want: "0.01"},
		{it: "a flat rate is on everything", pay: flat, given: "sales=60000", want: "900.00"},
		{it: "half a cent rounds up", edge: "half a cent", pay: flat, given: "sales=33", want: "0.50"},
		{it: "less than half a cent rounds down", edge: "half a cent", pay: flat, given: "sales=32.99", want: "0.49"},
		{it: "without returns the sales are the base", pay: net, given: "sales=60000", want: "650.00"},
		{it: "without sales there is 0.00, as declared", pay: net, given: "returns=2000", want: "0.00"},
		{it: "returns that equal the sales pay 0.00", edge: "undeclared", pay: net, given: "sales=100, returns=100", want: "0.00"},
		{it: "a cent more in returns is an error where nothing is declared", edge: "undeclared", pay: net, given: "sales=100, returns=100.01", fails: facts.CodeCommissionReturns},
		{it: "085 declared zero: a base below 0 pays nothing", edge: "zero", pay: zero, given: "sales=100, returns=200", want: "0.00"},
		{it: "085 declared zero: a base above 0 is paid", edge: "zero", pay: zero, given: "sales=200, returns=100", want: "1.00"},
		{it: "085 declared charge: a base below 0 is charged at the first rate", edge: "charge", pay: charge, given: "sales=100, returns=200", want: "-1.00"},
		{it: "085 declared charge: however far below", pay: charge, given: "sales=0, returns=60000", want: "-600.00"},
		{it: "085 declared charge: a base of 0 pays nothing", edge: "charge", pay: charge, given: "sales=100, returns=100", want: "0.00"},
		{it: "022 huge but legal is exact", pay: payout.Commission{Metric: "sales", Rate: ptr("1")}, given: "sales=999999999999.99", want: "999999999999.99"},
		{it: "the largest sales at 100%", edge: "18 digits", pay: payout.Commission{Metric: "sales", Rate: ptr("1")}, given: "sales=9999999999999999.99", want: "9999999999999999.99"},
		{it: "a millionth of a rate more is out of range", edge: "18 digits", pay: payout.Commission{Metric: "sales", Rate: ptr("1.000001")}, given: "sales=9999999999999999.99", fails: facts.CodeNumberOverflow},
		{it: "a base beyond 18 digits is out of range", pay: net, given: "sales=-9999999999999999.99, returns=1", fails: facts.CodeNumberOverflow},
	}
	return slices.Concat(cases, tierCases(), rateByCases(), acceleratorCases(), boundCases())
}

func TestCommission(t *testing.T) {
	t.Parallel()
	run(t, commissionCases())
}

func TestZW1(t *testing.T) {
	t.Parallel()
	sales := func(t *testing.T, base string) string {
		t.Helper()
		c, err := shopZW().Of(d(base))
		require.NoError(t, err)
		return c.StringFixed(2)
	}
	for base, want := range map[string]string{
		"58000": "620.00", "60000": "650.00", "50000": "500.00", "50000.01": "500.00", "50000.34": "500.01",
		"49999.49": "499.99", "49999.50": "500.00", "0": "0.00", "0.49": "0.00", "0.50": "0.01", "-1": "0.00",
	} {
		t.Run(base, func(t *testing.T) {
			t.Parallel()
			assert.Equal(t, want, sales(t, base))
		})
	}
}

// commissionFault is a commission that does not compile, and why.
type commissionFault struct {
	name string
	pay  payout.Commission
	want map[string]facts.Code
}

func TestCommissionCompile(t *testing.T) {
	t.Parallel()
	cases := []commissionFault{
		{"nothing given", payout.Commission{}, map[string]facts.Code{"metric": facts.CodeNameUnknown, "rate": facts.CodeRequired}},
		{"a rate and slabs", payout.Commission{Metric: "sales", Rate: ptr("0.01"), Slabs: shopZW()}, map[string]facts.Code{"": facts.CodeOneOf}},
		{"sales that are no money", payout.Commission{Metric: "mark", Rate: ptr("0.01")}, map[string]facts.Code{"metric": facts.CodeMetricUnit}},
		{"returns that there are not", payout.Commission{Metric: "sales", Less: "return", Rate: ptr("0.01")}, map[string]facts.Code{"less": facts.CodeNameUnknown}},
		{"a rate below 0", payout.Commission{Metric: "sales", Rate: ptr("-0.01")}, map[string]facts.Code{"rate": facts.CodeNumberNegative}},
		{"an unknown word for negative", payout.Commission{Metric: "sales", Rate: ptr("0.01"), Negative: "carry"}, map[string]facts.Code{"negative": facts.CodeWordUnknown}},
		{"slabs are checked at their index", payout.Commission{Metric: "sales", Slabs: payout.Slabs{{UpTo: d("1"), Rate: d("0.01")}}}, map[string]facts.Code{"slabs[0].up_to": facts.CodeBandOpen}},
	}
	for _, c := range append(cases, commissionFaults()...) {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			compileFails(t, c.pay, c.want)
		})
	}
}
