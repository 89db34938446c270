package payout_test

import (
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/payout"
	"github.com/cspay/cspay/scoring"
	"github.com/cspay/cspay/scoring/facts"
)

func seller(id, sales string) facts.Agent {
	return facts.Agent{ID: id, Values: map[string]decimal.Decimal{"needed": d(sales)}}
}

func TestMakeMissing(t *testing.T) {
	t.Parallel()
	commission := payout.Item{ID: "c", Pay: payout.Commission{Metric: "needed", Rate: ptr("0.01")}}
	conditional := payout.Item{
		ID: "b", When: facts.When{{Metric: "needed", Over: ptr("0")}},
		Pay: payout.BasePay{Amount: d("1"), Basis: payout.Calendar},
	}
	agents := []facts.Agent{{ID: "nobody"}, seller("a", "61234.56"), {ID: "b"}}
	cases := []struct {
		name string
		item payout.Item
	}{
		{"that is paid on", commission},
		{"that a condition looks at", conditional},
	}
	for _, c := range cases {
		t.Run("a value "+c.name+" is named with its agent, for every agent", func(t *testing.T) {
			t.Parallel()
			_, err := payout.Make(payout.Plan{Items: []payout.Item{c.item}}, terms(), month("2026-01", agents...))
			assert.Equal(t, map[string]facts.Code{
				"agents[0].values.needed": facts.CodeMetricMissing, "agents[2].values.needed": facts.CodeMetricMissing,
			}, codes(t, err))
			assert.Contains(t, err.Error(), "agent b")
			assert.Contains(t, err.Error(), "agent nobody")
			assert.NotContains(t, err.Error(), "61234")
		})
	}
	t.Run("a daily cell is named with its day", func(t *testing.T) {
		t.Parallel()
		a := facts.Agent{ID: "a"}
		row("2026-06-08", facts.Worked, "errors", "3")(&a)
		_, err := payout.Make(plan(byErrors()), terms(), month("2026-06", a))
		assert.Equal(t, map[string]facts.Code{"agents[0].values.contacts": facts.CodeMetricMissing}, codes(t, err))
		assert.Contains(t, err.Error(), "a value for contacts on 2026-06-08")
	})
	t.Run("a value that no clause covers names the clause and not the value", func(t *testing.T) {
		t.Parallel()
		for _, c := range []struct {
			pay         payout.Pay
			path, value string
			code        facts.Code
		}{
			{payout.Commission{Metric: "sales", Rate: ptr("0.01")}, "agents[0].pay.x", "-61234.56", facts.CodeCommissionReturns},
			{payout.Bonus{Amount: d("1"), By: "sales", Steps: []payout.Coefficient{{AtLeast: ptr("70000"), Coefficient: d("1")}}}, "agents[0].pay.x", "61234.56", facts.CodeBandNone},
			{payout.BasePay{Metric: "sales", Basis: payout.Calendar}, "agents[0].values.sales", "-61234.56", facts.CodeNumberNegative},
		} {
			a := facts.Agent{ID: "a", Values: map[string]decimal.Decimal{"sales": d(c.value)}}
			_, err := payout.Make(plan(c.pay), terms(), month("2026-01", a))
			assert.Equal(t, map[string]facts.Code{c.path: c.code}, codes(t, err))
			assert.Contains(t, err.Error(), "pay.x")
			assert.NotContains(t, err.Error(), "61234")
		}
	})
	t.Run("a total beyond 18 digits is named with its agent", func(t *testing.T) {
		t.Parallel()
		most := payout.BasePay{Amount: d("9999999999999999.99"), Basis: payout.Calendar}
		cent := payout.BasePay{Amount: d("0.01"), Basis: payout.Calendar}
		_, err := payout.Make(payout.Plan{Items: []payout.Item{{ID: "x", Pay: most}}}, terms(), month("2026-01", facts.Agent{ID: "a"}))
		require.NoError(t, err)
		_, err = payout.Make(payout.Plan{Items: []payout.Item{{ID: "x", Pay: most}, {ID: "y", Pay: cent}}}, terms(), month("2026-01", facts.Agent{ID: "a"}))
		assert.Equal(t, map[string]facts.Code{"agents[0]": facts.CodeNumberOverflow}, codes(t, err))
	})
	t.Run("facts that are wrong are not paid", func(t *testing.T) {
		t.Parallel()
		slips, err := payout.Make(payout.Plan{}, terms(), facts.Month{})
		assert.Nil(t, slips)
		assert.ErrorIs(t, err, facts.CodeRequired)
	})
}

func TestMakeWhen(t *testing.T) {
	t.Parallel()
	base := payout.BasePay{Amount: d("310"), Basis: payout.Calendar}
	p := payout.Plan{Items: []payout.Item{
		{ID: "pre", When: facts.When{{Role: []string{"pre_sales"}}}, Pay: base},
		{ID: "after", When: facts.When{{Role: []string{"after_sales"}}}, Pay: base},
		{ID: "top", When: facts.When{{Ranking: "by_sales", AtMost: ptr("1")}}, Pay: base},
	}}
	pre := facts.Agent{ID: "p", Role: "pre_sales", Values: map[string]decimal.Decimal{"sales": d("1")}}
	slips, err := payout.Make(p, terms(), month("2026-01", facts.Agent{ID: "a", Role: "after_sales"}, pre, facts.Agent{ID: "n"}))
	require.NoError(t, err)
	for agent, want := range map[string][]string{
		"a": {"after earned 310.00"},
		"p": {"pre earned 310.00", "top earned 310.00"}, // in the order of the plan
		"n": nil,                                        // who is in no item has no line, not one of 0.00
	} {
		s, ok := slips.Of(agent)
		require.True(t, ok)
		assert.Equal(t, want, lines(s), agent)
		for _, l := range s.Lines() {
			assert.Equal(t, "pay."+l.Item, l.Clause)
		}
	}
}

func TestSlips(t *testing.T) {
	t.Parallel()
	p := plan(payout.Commission{Metric: "needed", Rate: ptr("0.01")})
	t.Run("agents come in byte order of their ids", func(t *testing.T) {
		t.Parallel()
		slips, err := payout.Make(p, terms(), month("2026-01", seller("b", "1"), seller("B", "1"), seller("张", "1"), seller("a", "1")))
		require.NoError(t, err)
		var ids []string
		for s := range slips.All() {
			ids = append(ids, s.Agent())
		}
		assert.Equal(t, []string{"B", "a", "b", "张"}, ids)
		for s := range slips.All() {
			assert.Equal(t, "B", s.Agent())
			break
		}
	})
	t.Run("an agent that there is not has nobody's slip", func(t *testing.T) {
		t.Parallel()
		slips, err := payout.Make(p, terms(), month("2026-01", seller("a", "100")))
		require.NoError(t, err)
		s, ok := slips.Of("b")
		assert.False(t, ok)
		assert.Equal(t, payout.Slip{}, s, "not the first agent's")
	})
	t.Run("nobody's slip is empty", func(t *testing.T) {
		t.Parallel()
		var s payout.Slip
		assert.Empty(t, s.Agent())
		assert.Empty(t, s.Lines())
		assert.Equal(t, "0.00", s.Total().StringFixed(2))
		assert.Empty(t, s.Explain())
	})
	t.Run("the zero slips pay nobody", func(t *testing.T) {
		t.Parallel()
		var slips payout.Slips
		for range slips.All() {
			assert.Fail(t, "somebody is paid")
		}
		_, ok := slips.Of("a")
		assert.False(t, ok)
	})
	t.Run("061 an empty month has no slips", func(t *testing.T) {
		t.Parallel()
		slips, err := payout.Make(p, terms(), month("2026-01"))
		require.NoError(t, err)
		for range slips.All() {
			assert.Fail(t, "somebody is paid")
		}
	})
	t.Run("changing the facts afterwards changes nothing", func(t *testing.T) {
		t.Parallel()
		m := month("2026-06", facts.Agent{ID: "a"})
		m.Events = []facts.Event{{ID: "e", Agent: "a", Kind: "wrong_item", Date: on("2026-06-01")}}
		pool := byTable()
		slips, err := payout.Make(plan(pool), terms(), m)
		require.NoError(t, err)
		s, _ := slips.Of("a")
		before, told := lines(s), s.Explain()
		m.Agents[0] = seller("z", "1")
		m.Events[0] = facts.Event{ID: "x", Agent: "z", Kind: "promise", Date: on("2026-06-02")}
		pool.Faults["wrong_item"] = d("1")
		assert.Equal(t, []string{"x earned 5000.00", "x not_earned -83.33 2026-06-01"}, before)
		assert.Equal(t, before, lines(s))
		assert.Equal(t, told, s.Explain())
		assert.Equal(t, "a", s.Agent())
	})
	t.Run("a metric that the terms declare wrongly is reported at its key", func(t *testing.T) {
		t.Parallel()
		_, err := payout.Make(payout.Plan{}, scoring.Terms{Metrics: facts.Metrics{"m": {}}}, month("2026-01"))
		assert.Equal(t, map[string]facts.Code{"metrics.m.unit": facts.CodeRequired}, codes(t, err))
	})
}

// TestHostSettings flips decimal's package settings, which belong to the host
// program. It is not parallel, so it runs before the parallel tests go on.
func TestHostSettings(t *testing.T) {
	precision, quotes := decimal.DivisionPrecision, decimal.MarshalJSONWithoutQuotes
	t.Cleanup(func() { decimal.DivisionPrecision, decimal.MarshalJSONWithoutQuotes = precision, quotes })
	decimal.DivisionPrecision, decimal.MarshalJSONWithoutQuotes = 1, true
	c := payCase{
		pay: byTable(), period: "2026-06", agent: served("2026-06-01", "2026-06-01"), events: "1 wrong_item", want: "83.34",
	}
	c.run(t)
	commission, err := shopZW().Of(d("58000"))
	require.NoError(t, err)
	assert.Equal(t, "620.00", commission.StringFixed(2))
}

func TestLineText(t *testing.T) {
	t.Parallel()
	for amount, want := range map[string]string{"1000": "1000.00", "-83.33": "-83.33", "-0.05": "-0.05", "0": "0.00", "-0.00": "0.00"} {
		assert.Equal(t, want, payout.Line{Amount: d(amount)}.Text())
	}
	assert.Empty(t, payout.Line{Amount: d("0.001")}.Text(), "an amount past the cent is no line of ours")
	assert.Equal(t, "0.00", payout.Line{}.Text())
}
