package payout_test

import (
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/payout"
	"github.com/cspay/cspay/scoring"
	"github.com/cspay/cspay/scoring/facts"
)

// goldenBonus is 2,000.00 x 1.2 from 90, x 1 from 80, else nothing.
func goldenBonus(by string) payout.Bonus {
	return payout.Bonus{
		Amount: d("2000"), By: by, Else: ptr("0"),
		Steps: []payout.Coefficient{{AtLeast: ptr("90"), Coefficient: d("1.2")}, {AtLeast: ptr("80"), Coefficient: d("1")}},
	}
}

func bonusCases() []payCase {
	steps := func(s ...payout.Coefficient) payout.Bonus {
		return payout.Bonus{Amount: d("1000"), By: "hits", Steps: s, Else: ptr("0")}
	}
	over := steps(payout.Coefficient{Over: ptr("3"), Coefficient: d("1")})
	atLeast := steps(payout.Coefficient{AtLeast: ptr("3"), Coefficient: d("1")})
	under := steps(payout.Coefficient{Under: ptr("3"), Coefficient: d("1")})
	atMost := steps(payout.Coefficient{AtMost: ptr("3"), Coefficient: d("1")})
	rate := payout.Bonus{Amount: d("1000"), By: "hit_rate", Steps: []payout.Coefficient{{AtLeast: ptr("0.8"), Coefficient: d("1")}}, Else: ptr("0")}
	strict := goldenBonus("mark")
	strict.Else = nil
	tiny := payout.Bonus{Amount: d("0.05"), By: "mark", Steps: []payout.Coefficient{{AtLeast: ptr("90"), Coefficient: d("0.1")}}, Else: ptr("0.09")}
	return []payCase{
		{it: "90.00 reaches the step of 90", edge: "90", pay: goldenBonus("mark"), given: "mark=90.00", want: "2400.00"},
		{it: "89.99 does not", edge: "90", pay: goldenBonus("mark"), given: "mark=89.99", want: "2000.00"},
		{it: "80.00 reaches the step of 80", edge: "80", pay: goldenBonus("mark"), given: "mark=80.00", want: "2000.00"},
		{it: "79.99 gets what else says", edge: "80", pay: goldenBonus("mark"), given: "mark=79.99", want: "0.00"},
		{it: "no mark is 0.00, as declared", pay: goldenBonus("mark"), want: "0.00"},
		{it: "080 without else, the last step is paid", edge: "no else", pay: strict, given: "mark=80", want: "2000.00"},
		{it: "080 without else, a value below every step is an error", edge: "no else", pay: strict, given: "mark=79.99", fails: facts.CodeBandNone},
		{it: "over 3 excludes 3", edge: "over", pay: over, given: "hits=3", want: "0.00"},
		{it: "over 3 includes 4", edge: "over", pay: over, given: "hits=4", want: "1000.00"},
		{it: "at least 3 excludes 2", edge: "at_least", pay: atLeast, given: "hits=2", want: "0.00"},
		{it: "at least 3 includes 3", edge: "at_least", pay: atLeast, given: "hits=3", want: "1000.00"},
		{it: "under 3 includes 2", edge: "under", pay: under, given: "hits=2", want: "1000.00"},
		{it: "under 3 excludes 3", edge: "under", pay: under, given: "hits=3", want: "0.00"},
		{it: "at most 3 includes 3", edge: "at_most", pay: atMost, given: "hits=3", want: "1000.00"},
		{it: "at most 3 excludes 4", edge: "at_most", pay: atMost, given: "hits=4", want: "0.00"},
		{it: "a rate of exactly 80% reaches 80%", edge: "rate", pay: rate, given: "hits=4, chats=5", want: "1000.00"},
		{it: "072 79.9992% does not reach 80%", edge: "rate", pay: rate, given: "hits=99999, chats=125000", want: "0.00"},
		{it: "a rate without traffic is 0.00", pay: rate, given: "hits=0, chats=0", want: "0.00"},
		{it: "half a cent rounds up", edge: "half a cent", pay: tiny, given: "mark=90", want: "0.01"},
		{it: "less than half a cent rounds down", edge: "half a cent", pay: tiny, given: "mark=89.99", want: "0.00"},
	}
}

func TestBonus(t *testing.T) {
	t.Parallel()
	run(t, bonusCases())
}

func TestBonusCompile(t *testing.T) {
	t.Parallel()
	change := func(f func(*payout.Bonus)) payout.Bonus {
		b := goldenBonus("mark")
		f(&b)
		return b
	}
	cases := []struct {
		name string
		pay  payout.Bonus
		want map[string]facts.Code
	}{
		{"nothing given", payout.Bonus{}, map[string]facts.Code{"by": facts.CodeNameUnknown, "steps": facts.CodeRequired}},
		{"a score that no scheme makes", change(func(b *payout.Bonus) { b.By = "score" }), map[string]facts.Code{"by": facts.CodeNameUnknown}},
		{"an amount below 0", change(func(b *payout.Bonus) { b.Amount = d("-0.01") }), map[string]facts.Code{"amount": facts.CodeNumberNegative}},
		{"a coefficient below 0", change(func(b *payout.Bonus) { b.Steps[1].Coefficient = d("-1") }), map[string]facts.Code{"steps[1].coefficient": facts.CodeNumberNegative}},
		{"an else below 0", change(func(b *payout.Bonus) { b.Else = ptr("-1") }), map[string]facts.Code{"else": facts.CodeNumberNegative}},
		{"a step without a limit", change(func(b *payout.Bonus) { b.Steps[0].AtLeast = nil }), map[string]facts.Code{"steps[0]": facts.CodeBandOpen}},
		{"a step with two limits", change(func(b *payout.Bonus) { b.Steps[0].AtMost = ptr("95") }), map[string]facts.Code{"steps[0]": facts.CodeBandOpen}},
		{"079 steps out of order", change(func(b *payout.Bonus) { b.Steps[0], b.Steps[1] = b.Steps[1], b.Steps[0] }), map[string]facts.Code{"steps[1]": facts.CodeBandOrder}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			compileFails(t, c.pay, c.want)
		})
	}
	t.Run("079 steps out of order name both bounds", func(t *testing.T) {
		t.Parallel()
		b := goldenBonus("mark")
		b.Steps[0], b.Steps[1] = b.Steps[1], b.Steps[0]
		_, err := payout.Make(plan(b), terms(), month("2026-01"))
		var p *facts.Problem
		require.ErrorAs(t, err, &p)
		assert.Contains(t, p.Want, "80")
		assert.Equal(t, "90", p.Got)
	})
}

// TestBonusByScore runs a plan behind a scheme, as policy does: the exact score
// decides, and who has none for want of a day worked gets 0.00.
func TestBonusByScore(t *testing.T) {
	t.Parallel()
	c := facts.NewCheck()
	schema := columns.NewSchema(terms().Metrics, c)
	scores := scoring.CompileAccounts(nil, schema, c)
	scores.CompileScheme(scoring.Scheme{Indicators: []scoring.Indicator{
		{ID: "exam", Points: d("100"), Rule: scoring.Direct{Metric: "mark", OutOf: d("100")}},
	}}, scoring.DefaultRounding(), schema, c)
	sheet := plan(goldenBonus("score")).Compile(schema, payout.DefaultRounding(), c.At("pay"))
	require.NoError(t, c.Err())

	marked := func(id, mark string) facts.Agent {
		return facts.Agent{ID: id, Values: map[string]decimal.Decimal{"mark": d(mark)}}
	}
	idle := marked("d", "95")
	leave(facts.PaidLeave, "2026-01-01", "2026-01-31")(&idle)
	m := month("2026-01", marked("a", "90.00"), marked("b", "89.99"), marked("c", "79.99"), idle)
	c = facts.NewFactsCheck()
	table := schema.Build(m, c)
	scores.Run(table, c)
	sheet.Run(table, c)
	require.NoError(t, c.Err())
	for row, want := range []string{"2400.00", "2000.00", "0.00", "0.00"} {
		assert.Equal(t, want, sheet.Total(table, int32(row)).StringFixed(2), table.IDs[row])
	}
	step := sheet.Explain(table, 3).Steps[0]
	assert.Equal(t, "pay.not_applicable", string(step.Code))
	assert.Len(t, sheet.Lines(table, 3), 1, "the line is there, with 0.00")
}
