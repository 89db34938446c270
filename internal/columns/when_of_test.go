package columns_test

import (
	"math/big"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/internal/fix"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// targets has a metric and its target, and a quotient beside the shop's.
func targets() facts.Metrics {
	ratio := func(num, den string) facts.From { return facts.From{Ratio: num, To: den} }
	return facts.Metrics{
		"sold":               {Unit: facts.Money, Better: facts.Higher, Missing: facts.MissingZero},
		"target":             {Unit: facts.Money},
		"plan":               {Unit: facts.Money, Missing: facts.MissingNotApplicable},
		"items":              {Unit: facts.Count, Missing: facts.MissingZero},
		"customers":          {Unit: facts.Count, Missing: facts.MissingZero},
		"shop_items":         {Unit: facts.Count, Missing: facts.MissingZero},
		"shop_customers":     {Unit: facts.Count, Missing: facts.MissingZero},
		"items_per_customer": {Unit: facts.Number, Better: facts.Higher, From: ratio("items", "customers")},
		"shop_mean":          {Unit: facts.Number, From: ratio("shop_items", "shop_customers")},
		"reply_rate":         {Unit: facts.Percent, Missing: facts.MissingZero},
		"shop_rate":          {Unit: facts.Ratio, Missing: facts.MissingZero},
		"fine":               {Unit: facts.Number, Decimals: intp(9), Missing: facts.MissingZero},
		"rough":              {Unit: facts.Number, Decimals: intp(0), Missing: facts.MissingZero},
	}
}

// holdsOf says whether one clause holds for one agent.
func holdsOf(t testing.TB, clause facts.Clause, v values) (holds bool, state explain.State, lack string) {
	t.Helper()
	s, c := schema(t, targets()), facts.NewCheck()
	when := s.When(c, facts.When{clause})
	require.NoError(t, c.Err())
	table := build(t, s, facts.Month{Period: january(), Agents: []facts.Agent{{ID: "A01", Values: v}}})
	holds, state, l := when.Holds(table, 0)
	return holds, state, l.Name()
}

func TestTM11LimitsAreSharesOfAnother(t *testing.T) {
	done := func(sold, target string) values { return values{"sold": d(sold), "target": d(target)} }
	mean := func(items, customers, all, of string) values {
		return values{"items": d(items), "customers": d(customers), "shop_items": d(all), "shop_customers": d(of)}
	}
	sixty := facts.Clause{Metric: "sold", AtLeast: dp("0.6"), Of: "target"}
	below := facts.Clause{Metric: "items_per_customer", Under: dp("1"), Of: "shop_mean"}
	tests := []struct {
		name   string
		clause facts.Clause
		values values
		want   bool
	}{
		{"TM11: 60% of the target", sixty, done("60000.00", "100000.00"), true},
		{"TM11: a cent short of 60%", sixty, done("59999.99", "100000.00"), false},
		{"60% of a target that no cent meets, a cent below", sixty, done("199.99", "333.33"), false},
		{"60% of a target that no cent meets, the cent above", sixty, done("200.00", "333.33"), true},
		{"the largest numbers, equal", facts.Clause{Metric: "sold", AtLeast: dp("1"), Of: "target"}, done("9999999999999999.99", "9999999999999999.99"), true},
		{"the largest numbers, a cent apart", facts.Clause{Metric: "sold", AtLeast: dp("1"), Of: "target"}, done("9999999999999999.98", "9999999999999999.99"), false},
		{"over 100% of the target is not reached by the target", facts.Clause{Metric: "sold", Over: dp("1"), Of: "target"}, done("5.00", "5.00"), false},
		{"over 100% of the target by a cent", facts.Clause{Metric: "sold", Over: dp("1"), Of: "target"}, done("5.01", "5.00"), true},
		{"between two shares", facts.Clause{Metric: "sold", AtLeast: dp("0.5"), AtMost: dp("0.6"), Of: "target"}, done("60.00", "100.00"), true},
		{"above the upper of two shares", facts.Clause{Metric: "sold", AtLeast: dp("0.5"), AtMost: dp("0.6"), Of: "target"}, done("60.01", "100.00"), false},
		{"of a target of 0 any share is 0", sixty, done("0.00", "0.00"), true},
		{"a cent is not under 60% of 0", facts.Clause{Metric: "sold", Under: dp("0.6"), Of: "target"}, done("0.01", "0.00"), false},
		{"a share of nine decimals", facts.Clause{Metric: "sold", AtLeast: dp("0.333333334"), Of: "target"}, done("1.00", "3.00"), false},
		{"a share of nine decimals, below a third", facts.Clause{Metric: "sold", AtLeast: dp("0.333333333"), Of: "target"}, done("1.00", "3.00"), true},

		{"TM11: 1.80 is below the shop's mean of 1.85", below, mean("180", "100", "3700", "2000"), true},
		{"TM11: 1.89 is not below the shop's mean of 1.85", below, mean("189", "100", "3700", "2000"), false},
		{"TM11: 1.95 is below the shop's mean of 2.00", below, mean("195", "100", "4000", "2000"), true},
		{"TM11: the mean itself is not below the mean", below, mean("185", "100", "3700", "2000"), false},
		{"equal thirds of different parts", below, mean("1", "3", "333333333333", "999999999999"), false},
		{"a trillionth below", below, mean("1", "3", "333333333334", "999999999999"), true},
		{"nobody bought: nothing to compare", below, mean("0", "0", "3700", "2000"), false},
		{"the shop sold to nobody: nothing to compare with", below, mean("1", "1", "0", "0"), false},

		{"a percentage of a ratio", facts.Clause{Metric: "reply_rate", AtLeast: dp("0.9"), Of: "shop_rate"}, values{"reply_rate": d("90"), "shop_rate": d("1")}, true},
		{"a percentage a little below", facts.Clause{Metric: "reply_rate", AtLeast: dp("0.9"), Of: "shop_rate"}, values{"reply_rate": d("89.9999"), "shop_rate": d("1")}, false},
		{"nine decimals against none", facts.Clause{Metric: "fine", AtLeast: dp("0.5"), Of: "rough"}, values{"fine": d("1.5"), "rough": d("3")}, true},
		{"a billionth short against none", facts.Clause{Metric: "fine", AtLeast: dp("0.5"), Of: "rough"}, values{"fine": d("1.499999999"), "rough": d("3")}, false},
		{"none against nine decimals", facts.Clause{Metric: "rough", AtMost: dp("2"), Of: "fine"}, values{"rough": d("3"), "fine": d("1.5")}, true},
		{"none against a billionth less", facts.Clause{Metric: "rough", AtMost: dp("2"), Of: "fine"}, values{"rough": d("3"), "fine": d("1.499999999")}, false},
		{"a share of a number below 0", facts.Clause{Metric: "fine", Under: dp("0.5"), Of: "rough"}, values{"fine": d("-2"), "rough": d("-3")}, true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if _, given := tt.values["target"]; !given {
				tt.values["target"] = d("1")
			}
			holds, state, _ := holdsOf(t, tt.clause, tt.values)
			assert.Equal(t, explain.Known, state)
			assert.Equal(t, tt.want, holds)
		})
	}
}

func TestWhatALimitIsAShareOfMustBeThere(t *testing.T) {
	holds, state, lack := holdsOf(t, facts.Clause{Metric: "sold", AtLeast: dp("0.6"), Of: "target"}, values{"sold": d("1")})
	assert.False(t, holds)
	assert.Equal(t, explain.Missing, state)
	assert.Equal(t, "target", lack)

	holds, state, _ = holdsOf(t, facts.Clause{Metric: "sold", Under: dp("0.6"), Of: "plan"}, values{"target": d("1")})
	assert.False(t, holds, "no plan is no plan to be under")
	assert.Equal(t, explain.Known, state)
}

// TestSharesAreExact compares the clause with fractions of any size.
func TestSharesAreExact(t *testing.T) {
	s, c := schema(t, targets()), facts.NewCheck()
	sold, okS := s.Lookup("items_per_customer")
	mean, okM := s.Lookup("shop_mean")
	require.True(t, okS && okM)
	rapid.Check(t, func(t *rapid.T) {
		part := rapid.Int64Range(1, fix.Max)
		items, customers := part.Draw(t, "items"), part.Draw(t, "customers")
		all, of := part.Draw(t, "shop_items"), part.Draw(t, "shop_customers")
		if rapid.Bool().Draw(t, "near") {
			all, of = items, customers
		}
		share := rapid.Int64Range(0, 2_000_000).Draw(t, "share")
		limit := fix.ToDecimal(share, 6)
		when := s.When(c, facts.When{{Metric: "items_per_customer", AtLeast: &limit, Of: "shop_mean"}})
		table := s.Build(facts.Month{Period: january(), Agents: []facts.Agent{{ID: "A01", Values: values{
			"items": fix.ToDecimal(items, 0), "customers": fix.ToDecimal(customers, 0),
			"shop_items": fix.ToDecimal(all, 0), "shop_customers": fix.ToDecimal(of, 0), "target": d("1"),
		}}}}, c)
		require.NoError(t, c.Err())
		require.Equal(t, columns.Value{Num: items, Den: customers}, table.At(sold, 0))
		require.Equal(t, columns.Value{Num: all, Den: of}, table.At(mean, 0))
		want := new(big.Rat).Mul(big.NewRat(share, 1_000_000), big.NewRat(all, of)).Cmp(big.NewRat(items, customers)) <= 0
		holds, _, _ := when.Holds(table, 0)
		assert.Equal(t, want, holds)
	})
}

func TestOfIsChecked(t *testing.T) {
	tests := []struct {
		name   string
		clause facts.Clause
		want   []string
	}{
		{"of a metric", facts.Clause{Metric: "sold", AtLeast: dp("0.6"), Of: "target"}, nil},
		{"row 38: of an unknown metric", facts.Clause{Metric: "sold", AtLeast: dp("0.6"), Of: "tarte"}, []string{"name.unknown when[0].of"}},
		{"both unknown", facts.Clause{Metric: "slod", AtLeast: dp("0.6"), Of: "tarte"}, []string{"name.unknown when[0].metric", "name.unknown when[0].of"}},
		{"of another unit", facts.Clause{Metric: "sold", AtLeast: dp("0.6"), Of: "items"}, []string{"metric.unit when[0].of"}},
		{"of a number beside a count", facts.Clause{Metric: "items", AtLeast: dp("0.6"), Of: "rough"}, []string{"metric.unit when[0].of"}},
		{"of a ratio beside a percentage", facts.Clause{Metric: "reply_rate", AtLeast: dp("0.6"), Of: "shop_rate"}, nil},
		{"with a ranking", facts.Clause{Ranking: "best", AtMost: dp("1"), Of: "target"}, []string{"shape.one_of when[0].of"}},
		{"with the end of a ranking", facts.Clause{Ranking: "best", First: facts.Sole, Of: "target"}, []string{"shape.one_of when[0].of"}},
		{"with a role", facts.Clause{Role: []string{"a"}, Of: "target"}, []string{"shape.one_of when[0].of"}},
		{"with a tenure", facts.Clause{Tenure: facts.SinceHired, AtLeast: dp("6"), Of: "target"}, []string{"shape.one_of when[0].of"}},
		{"alone", facts.Clause{Of: "target"}, []string{"shape.one_of when[0]"}},
		{"without a limit", facts.Clause{Metric: "sold", Of: "target"}, []string{"shape.one_of when[0]"}},
		{"a share of ten decimals", facts.Clause{Metric: "sold", Over: dp("0.0000000001"), Of: "target"}, []string{"number.scale when[0].over"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s, c := schema(t, targets()), facts.NewCheck()
			s.Rankings(c, []facts.Ranking{{ID: "best", By: "sold"}}, columns.All(1))
			require.NoError(t, c.Err())
			s.When(c.At("when"), facts.When{tt.clause})
			assert.Equal(t, tt.want, list(c.Problems()))
		})
	}
}

func TestWhatALimitIsAShareOfIsTold(t *testing.T) {
	s, c := schema(t, targets()), facts.NewCheck()
	when := s.When(c, facts.When{
		{Metric: "sold", AtLeast: dp("0.6"), Of: "target"}, {Metric: "sold", Under: dp("1"), Of: "target"},
	})
	require.NoError(t, c.Err())
	table := build(t, s, facts.Month{Period: january(), Agents: []facts.Agent{{ID: "A01", Values: values{"sold": d("6"), "target": d("10")}}}})
	var said []string
	for _, step := range when.Explain(table, 0) {
		said = append(said, step.Sentence(explain.English))
	}
	assert.Equal(t, []string{"sold 6.00 yuan", "target 10.00 yuan"}, said)
}
