package payout_test

import (
	"fmt"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/payout"
	"github.com/cspay/cspay/scoring"
	"github.com/cspay/cspay/scoring/facts"
)

// shop is what the awards of shop TM look at.
func shop() scoring.Terms {
	given := func(unit facts.Unit) facts.Metric { return facts.Metric{Unit: unit, Better: facts.Higher} }
	ratio := func(num, den string) facts.Metric {
		return facts.Metric{Unit: facts.Number, Better: facts.Higher, From: facts.From{Ratio: num, To: den}}
	}
	return scoring.Terms{
		Metrics: facts.Metrics{
			"exam": given(facts.Points),
			"wpm":  given(facts.Count), "accuracy": given(facts.Percent),
			"items": given(facts.Count), "customers": given(facts.Count), "per_customer": ratio("items", "customers"),
			"sales": given(facts.Money), "target": given(facts.Money), "attainment": ratio("sales", "target"),
			"trial_talk": given(facts.Count), "committee": given(facts.Points),
		},
		Rankings: []facts.Ranking{{ID: "by_exam", By: "exam"}, {ID: "by_items", By: "per_customer"}},
	}
}

// awarded pays an award to agents in the order of their values.
func awarded(t *testing.T, award payout.Award, agents ...map[string]decimal.Decimal) []string {
	t.Helper()
	m := month("2026-01")
	for i, values := range agents {
		all := map[string]decimal.Decimal{}
		for id := range shop().Metrics {
			all[id] = d("0")
		}
		for _, derived := range []string{"per_customer", "attainment"} {
			delete(all, derived)
		}
		for id, v := range values {
			all[id] = v
		}
		m.Agents = append(m.Agents, facts.Agent{ID: fmt.Sprintf("A%02d", i), Values: all})
	}
	slips, err := payout.Make(plan(award), shop(), m)
	require.NoError(t, err)
	var got []string
	for slip := range slips.All() {
		got = append(got, slip.Total().StringFixed(2))
	}
	return got
}

func TestTM9(t *testing.T) {
	t.Parallel()
	award := payout.Award{Match: payout.FirstMatch, Cases: []payout.Case{
		{ID: "first", When: facts.When{atLeast("exam", "80"), {Ranking: "by_exam", First: facts.AnyTied}}, Amount: d("100")},
		{ID: "pass", When: facts.When{atLeast("exam", "80")}, Amount: d("50")},
	}}
	for _, c := range []struct {
		name  string
		marks []string
		want  []string
	}{
		{"TM9: 89.9 and rank 1 is 100 instead of 50, rank 2 is 50", []string{"89.9", "89.8"}, []string{"100.00", "50.00"}},
		{"TM9: 80.0 and rank 1 is 100, not 150; 79.9 is nothing", []string{"80.0", "79.9"}, []string{"100.00", "0.00"}},
		{"TM9: 80.0 at rank 2 is 50", []string{"90", "80.0", "79.9"}, []string{"100.00", "50.00", "0.00"}},
		{"TM9: all who tie for first get 100", []string{"85", "85", "85", "80"}, []string{"100.00", "100.00", "100.00", "50.00"}},
		{"TM9: rank 1 below 80 is nothing", []string{"79.9", "10"}, []string{"0.00", "0.00"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			var agents []map[string]decimal.Decimal
			for _, m := range c.marks {
				agents = append(agents, map[string]decimal.Decimal{"exam": d(m)})
			}
			assert.Equal(t, c.want, awarded(t, award, agents...))
		})
	}
}

func TestTM10(t *testing.T) {
	t.Parallel()
	award := payout.Award{Match: payout.FirstMatch, Cases: []payout.Case{
		{When: facts.When{atLeast("wpm", "100"), atLeast("accuracy", "0.9")}, Amount: d("100")},
		{When: facts.When{atLeast("wpm", "80"), atLeast("accuracy", "0.9")}, Amount: d("50")},
	}}
	for _, c := range []struct{ name, wpm, accuracy, want string }{
		{"TM10: 100 wpm at 90% is 100", "100", "0.9", "100.00"},
		{"TM10: 99 wpm at 90% is 50", "99", "0.9", "50.00"},
		{"TM10: 100 wpm at 89.9% is nothing", "100", "0.899", "0.00"},
		{"TM10: 80 wpm at 90% is 50", "80", "0.9", "50.00"},
		{"TM10: 79 wpm at 90% is nothing", "79", "0.9", "0.00"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			values := map[string]decimal.Decimal{"wpm": d(c.wpm), "accuracy": d(c.accuracy).Shift(2)}
			assert.Equal(t, []string{c.want}, awarded(t, award, values))
		})
	}
}

func TestTM11(t *testing.T) {
	t.Parallel()
	reached := atLeast("attainment", "0.6")
	award := payout.Award{Match: payout.FirstMatch, Cases: []payout.Case{
		{When: facts.When{reached, {Ranking: "by_items", First: facts.AnyTied}, {Metric: "per_customer", Over: ptr("1.9")}}, Amount: d("300")},
		{When: facts.When{reached, atLeast("per_customer", "1.9")}, Amount: d("200")},
	}}
	// sold has that many items for 100 customers and that much of a target of 1,000.00.
	sold := func(items, sales string) map[string]decimal.Decimal {
		return map[string]decimal.Decimal{"items": d(items), "customers": d("100"), "sales": d(sales), "target": d("1000")}
	}
	for _, c := range []struct {
		name   string
		agents []map[string]decimal.Decimal
		want   []string
	}{
		{"TM11: rank 1 with 1.95 is 300, rank 2 with 1.90 is 200", []map[string]decimal.Decimal{sold("195", "600"), sold("190", "600")}, []string{"300.00", "200.00"}},
		{"TM11: rank 1 with exactly 1.90 is 200, 1.89 is nothing", []map[string]decimal.Decimal{sold("190", "600"), sold("189", "600")}, []string{"200.00", "0.00"}},
		{"TM11: rank 3 with 1.95 is 200", []map[string]decimal.Decimal{sold("205", "600"), sold("200", "600"), sold("195", "600")}, []string{"300.00", "200.00", "200.00"}},
		{"TM11: at 59.9% attainment nobody gets 300 or 200", []map[string]decimal.Decimal{sold("195", "599"), sold("190", "599")}, []string{"0.00", "0.00"}},
		{"TM11: who is below 60% is ranked all the same", []map[string]decimal.Decimal{sold("200", "599"), sold("195", "600")}, []string{"0.00", "200.00"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			assert.Equal(t, c.want, awarded(t, award, c.agents...))
		})
	}
}

func TestTM12(t *testing.T) {
	t.Parallel()
	award := payout.Award{Match: payout.FirstMatch, Cases: []payout.Case{
		{When: facts.When{atLeast("trial_talk", "1"), atLeast("committee", "80")}, Amount: d("100")},
	}}
	for _, c := range []struct{ name, talk, mark, want string }{
		{"TM12: a summary that passes trial talk and committee is 100", "1", "80", "100.00"},
		{"TM12: one below the committee's mark is nothing", "1", "79.99", "0.00"},
		{"TM12: one that failed the trial talk is nothing", "0", "95", "0.00"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			assert.Equal(t, []string{c.want}, awarded(t, award, map[string]decimal.Decimal{"trial_talk": d(c.talk), "committee": d(c.mark)}))
		})
	}
}
