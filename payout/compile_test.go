package payout_test

import (
	"reflect"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/payout"
	"github.com/cspay/cspay/scoring"
	"github.com/cspay/cspay/scoring/facts"
)

// lookalike is a type of a host program that embeds a Pay to satisfy it.
type lookalike struct{ payout.Pay }

// TestBadInput103 gives compile what a Go literal may hold in place of a kind.
func TestBadInput103(t *testing.T) {
	t.Parallel()
	cases := []struct {
		name string
		pay  payout.Pay
		want facts.Code
	}{
		{"nothing", nil, facts.CodeKindMissing},
		{"a pointer", &payout.BasePay{Amount: d("1"), Basis: payout.Calendar}, facts.CodeKindPointer},
		{"a nil pointer", (*payout.Commission)(nil), facts.CodeKindPointer},
		{"a struct that embeds nothing", lookalike{}, facts.CodeKindMissing},
		{"a struct that embeds a kind", lookalike{payout.BasePay{Amount: d("1"), Basis: payout.Calendar}}, facts.CodeKindMissing},
		{"a pointer to such a struct", &lookalike{}, facts.CodeKindPointer},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			_, err := payout.Make(plan(c.pay), terms(), month("2026-01"))
			assert.Equal(t, map[string]facts.Code{"pay.items[0]": c.want}, codes(t, err))
		})
	}
	for _, k := range payout.Kinds() {
		t.Run("all zero values of "+k.Kind(), func(t *testing.T) {
			t.Parallel()
			zero, ok := reflect.Zero(reflect.TypeOf(k)).Interface().(payout.Pay)
			require.True(t, ok)
			_, err := payout.Make(plan(zero), terms(), month("2026-01"))
			require.Error(t, err)
			for path := range codes(t, err) {
				assert.Contains(t, path, "pay.items[0]."+k.Kind())
			}
			_, err = payout.Make(plan(zero), scoring.Terms{}, month("2026-01"))
			require.Error(t, err, "without terms")
		})
	}
	t.Run("an item of all zero values", func(t *testing.T) {
		t.Parallel()
		_, err := payout.Make(payout.Plan{Items: []payout.Item{{}}}, terms(), month("2026-01"))
		assert.Equal(t, map[string]facts.Code{"pay.items[0].id": facts.CodeRequired, "pay.items[0]": facts.CodeKindMissing}, codes(t, err))
	})
	t.Run("the zero plan pays nothing", func(t *testing.T) {
		t.Parallel()
		slips, err := payout.Make(payout.Plan{}, scoring.Terms{}, month("2026-01", facts.Agent{ID: "a"}))
		require.NoError(t, err)
		s, ok := slips.Of("a")
		require.True(t, ok)
		assert.Empty(t, s.Lines())
		assert.Equal(t, "0.00", s.Total().StringFixed(2))
	})
}

func TestPlanCompile(t *testing.T) {
	t.Parallel()
	base := payout.BasePay{Amount: d("1"), Basis: payout.Calendar}
	item := func(id string) payout.Item { return payout.Item{ID: id, Pay: base} }
	when := func(c facts.Clause) payout.Item {
		it := item("x")
		it.When = facts.When{c}
		return it
	}
	cases := []struct {
		name  string
		items []payout.Item
		terms scoring.Terms
		want  map[string]facts.Code
	}{
		{"one id twice", []payout.Item{item("x"), item("x")}, terms(), map[string]facts.Code{"pay.items[1].id": facts.CodeIDDuplicate}},
		{
			"an item's figure may not take a metric's name, and the index is the document's",
			[]payout.Item{item("x"), item("x"), item("y")},
			scoring.Terms{Metrics: facts.Metrics{"y.pay": {Unit: facts.Money, Missing: facts.MissingZero}}},
			map[string]facts.Code{"pay.items[1].id": facts.CodeIDDuplicate, "pay.items[2].id": facts.CodeNameDuplicate},
		},
		{
			"a metric may not be called total",
			nil,
			scoring.Terms{Metrics: facts.Metrics{"total": {Unit: facts.Money}}},
			map[string]facts.Code{"pay": facts.CodeNameDuplicate},
		},
		{"a condition on a metric that there is not", []payout.Item{when(facts.Clause{Metric: "sale", Over: ptr("1")})}, terms(), map[string]facts.Code{"pay.items[0].when[0].metric": facts.CodeNameUnknown}},
		{"a condition on a ranking that there is not", []payout.Item{when(facts.Clause{Ranking: "by_luck", AtMost: ptr("1")})}, terms(), map[string]facts.Code{"pay.items[0].when[0].ranking": facts.CodeNameUnknown}},
		{"a condition on another item's pay, which is a later figure", []payout.Item{item("y"), when(facts.Clause{Metric: "y.pay", Over: ptr("1")})}, terms(), map[string]facts.Code{"pay.items[1].when[0].metric": facts.CodeNameUnknown}},
		{"a condition without a limit", []payout.Item{when(facts.Clause{Metric: "sales"})}, terms(), map[string]facts.Code{"pay.items[0].when[0]": facts.CodeOneOf}},
		{
			"everything at once",
			[]payout.Item{
				{ID: "a", Pay: payout.Commission{Metric: "salse", Rate: ptr("0.01")}},
				{ID: "b", Pay: payout.Remainder{Account: "found"}},
				{ID: "c", Pay: payout.RankAward{Ranking: "by_luck", Amounts: ds("1")}},
			},
			terms(),
			map[string]facts.Code{
				"pay.items[0].commission.metric":  facts.CodeNameUnknown,
				"pay.items[1].remainder.account":  facts.CodeNameUnknown,
				"pay.items[2].rank_award.ranking": facts.CodeNameUnknown,
			},
		},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			_, err := payout.Make(payout.Plan{Items: c.items}, c.terms, month("2026-01"))
			assert.Equal(t, c.want, codes(t, err))
		})
	}
	t.Run("an unknown name comes with the nearest known one", func(t *testing.T) {
		t.Parallel()
		_, err := payout.Make(plan(payout.Commission{Metric: "salse", Rate: ptr("0.01")}), terms(), month("2026-01"))
		var p *facts.Problem
		require.ErrorAs(t, err, &p)
		assert.Contains(t, p.Want, "nearest: sales")
		assert.Equal(t, "salse", p.Got)
	})
	t.Run("a compile gives the same problems in the same order", func(t *testing.T) {
		t.Parallel()
		p := byTable()
		for kind := range p.Faults {
			p.Faults[kind] = d("-1")
		}
		_, want := payout.Make(plan(p), terms(), month("2026-01"))
		require.Error(t, want)
		for range 20 {
			_, got := payout.Make(plan(p), terms(), month("2026-01"))
			require.EqualError(t, got, want.Error())
		}
	})
}
