package policy

import (
	"math"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/payout"
	"github.com/cspay/cspay/scoring"
	"github.com/cspay/cspay/scoring/facts"
)

// withRule is a literal with one indicator of a rule, and withPay one with a
// pay item. What they are about is there, so that nothing but the rule is at
// fault.
func withRule(r scoring.Rule) Document {
	doc := smallDocument()
	doc.Scheme = scoring.Scheme{Indicators: []scoring.Indicator{{ID: "only", Points: dec("100"), Rule: r}}}
	return doc
}

func withPay(p payout.Pay) Document {
	doc := smallDocument()
	doc.Pay.Items = []payout.Item{{ID: "only", Pay: p}}
	return doc
}

// isRefused asserts that a literal does not compile and that each of its
// problems has a path below one of the prefixes.
func isRefused(t *testing.T, doc Document, below string) Problems {
	t.Helper()
	var p *Policy
	var err error
	require.NotPanics(t, func() { p, err = New(doc) })
	assert.Nil(t, p)
	var list Problems
	require.ErrorAs(t, err, &list)
	for _, problem := range list {
		assert.True(t, strings.HasPrefix(problem.Path, below), problem.Error())
		assert.NotEqual(t, facts.CodeKindFailed, problem.Code, problem.Error())
		assert.Empty(t, problem.File)
	}
	return list
}

// zeroOf returns the zero values of a prototype's type: by value, by pointer,
// and a nil pointer.
func zeroOf[K any](prototype K) (value, pointer, none K) {
	t := reflect.TypeOf(prototype)
	value, _ = reflect.Zero(t).Interface().(K)
	pointer, _ = reflect.New(t).Interface().(K)
	none, _ = reflect.Zero(reflect.PointerTo(t)).Interface().(K)
	return value, pointer, none
}

func literalRows(add addRow) {
	const rule, pay = "scheme.indicators[0]", "pay.items[0]"
	add("103", "no rule", func(t *testing.T) {
		require.ErrorIs(t, isRefused(t, withRule(nil), rule), facts.CodeKindMissing)
	})
	add("103", "no pay", func(t *testing.T) {
		require.ErrorIs(t, isRefused(t, withPay(nil), pay), facts.CodeKindMissing)
	})
	for _, k := range scoring.Kinds() {
		value, pointer, none := zeroOf(k)
		add("103", k.Kind()+", all zero", func(t *testing.T) { _ = isRefused(t, withRule(value), rule) })
		add("103", k.Kind()+", a pointer", func(t *testing.T) {
			require.ErrorIs(t, isRefused(t, withRule(pointer), rule), facts.CodeKindPointer)
		})
		add("103", k.Kind()+", a nil pointer", func(t *testing.T) {
			require.ErrorIs(t, isRefused(t, withRule(none), rule), facts.CodeKindPointer)
		})
	}
	for _, k := range payout.Kinds() {
		value, pointer, none := zeroOf(k)
		add("103", k.Kind()+", all zero", func(t *testing.T) { _ = isRefused(t, withPay(value), pay) })
		add("103", k.Kind()+", a pointer", func(t *testing.T) {
			require.ErrorIs(t, isRefused(t, withPay(pointer), pay), facts.CodeKindPointer)
		})
		add("103", k.Kind()+", a nil pointer", func(t *testing.T) {
			require.ErrorIs(t, isRefused(t, withPay(none), pay), facts.CodeKindPointer)
		})
	}
	wholeLiteralRows(add)
	numberLiteralRows(add)
}

func wholeLiteralRows(add addRow) {
	add("103", "the zero document", func(t *testing.T) {
		list := isRefused(t, Document{}, "")
		var paths []string
		for _, p := range list {
			paths = append(paths, p.Path)
		}
		assert.Equal(t, []string{"currency", "id"}, paths)
	})
	add("103", "lists of zero values", func(t *testing.T) {
		list := isRefused(t, Document{
			ID: "a", Currency: "CNY", Metrics: facts.Metrics{"": {}},
			Accounts: []scoring.Account{{}, {Grace: &scoring.Grace{}, Silent: &scoring.Silent{}}},
			Scheme:   scoring.Scheme{Indicators: []scoring.Indicator{{}, {When: facts.When{{}}}}},
			Rankings: []facts.Ranking{{}, {}},
			Pay:      payout.Plan{Items: []payout.Item{{}, {When: facts.When{{}}}}},
		}, "")
		for _, p := range list {
			assert.NotEmpty(t, p.Path)
		}
		assert.Greater(t, len(list), 9)
	})
	add("103", "steps and slabs of zero values", func(t *testing.T) {
		_ = isRefused(t, withRule(scoring.Bands{Metric: "exam", Steps: make([]scoring.Band, 3)}), "scheme.indicators[0].bands")
		_ = isRefused(t, withPay(payout.Commission{Metric: "wage", Slabs: make(payout.Slabs, 3)}), "pay.items[0].commission")
		_ = isRefused(t, withPay(payout.Commission{Metric: "wage", Tiers: make(payout.Tiers, 3)}), "pay.items[0].commission")
		_ = isRefused(t, withPay(payout.Commission{Metric: "wage", RateBy: &payout.RateBy{}}), "pay.items[0].commission")
		_ = isRefused(t, withPay(payout.Commission{Metric: "wage", Rate: ref(dec("0")), Accelerator: &payout.Accelerator{}}), "pay.items[0].commission")
		_ = isRefused(t, withPay(payout.Bonus{By: "exam", Steps: make([]payout.Coefficient, 3)}), "pay.items[0].bonus")
		_ = isRefused(t, withPay(payout.RankAward{Ranking: "by_score", Amounts: nil}), "pay.items[0].rank_award")
	})
	add("103", "R no metrics, no scheme and no pay", func(t *testing.T) {
		p, err := New(Document{ID: "a", Currency: "CNY"})
		require.NoError(t, err)
		r, err := p.Close(facts.Month{Period: period("2026-01"), Agents: []facts.Agent{{ID: "A1"}}}, History{})
		require.NoError(t, err)
		slip, ok := r.Slip("A1")
		require.True(t, ok)
		assert.False(t, slip.Scored())
		assert.Empty(t, slip.Lines())
		assert.Equal(t, "0.00", slip.Total().StringFixed(2))
		slip.Explain()
	})
	add("103", "the zero month", func(t *testing.T) {
		r, err := loadSmall(t).Close(facts.Month{}, History{})
		assert.Nil(t, r)
		refused(t, err, spot{code: facts.CodeRequired})
	})
	add("103", "zero agents, days, events and votes", func(t *testing.T) {
		m := facts.Month{
			Period: period("2026-01"), Agents: []facts.Agent{{}, {Days: []facts.Day{{}, {}}, Leave: []facts.Leave{{}}, Memberships: []facts.Membership{{}}}},
			Events: []facts.Event{{}, {ID: "e"}}, Ballots: []facts.Ballot{{}}, Exclusions: []facts.Exclusion{{}, {Event: "x"}},
		}
		var err error
		require.NotPanics(t, func() { _, err = loadSmall(t).Close(m, History{}) })
		var list Problems
		require.ErrorAs(t, err, &list)
		for _, p := range list {
			assert.NotEmpty(t, p.Path, p.Error())
		}
	})
	for _, p := range []facts.Period{-1, math.MinInt32, math.MaxInt32, math.MaxInt32 - 1, 3601} {
		add("103", "a period that is no month of the calendar", func(t *testing.T) {
			m := smallMonth()
			m.Period = p
			var err error
			require.NotPanics(t, func() { _, err = loadSmall(t).Close(m, History{}) })
			refused(t, err, spot{code: facts.CodeDateInvalid})
		})
	}
	for _, d := range []facts.Date{-1, math.MinInt32, math.MaxInt32, 109574} {
		add("103", "dates that are no days of the calendar", func(t *testing.T) {
			m := smallMonth()
			a := &m.Agents[0]
			a.Hired, a.Left, a.Regular = d, d, d
			a.Leave = []facts.Leave{{From: d, Until: d, Kind: facts.Absent}}
			a.Days, a.Memberships = []facts.Day{{Date: d}}, []facts.Membership{{From: d}}
			m.Events[0].Date = d
			m.Exclusions = []facts.Exclusion{{Agent: "A1", Date: d, Reason: "x"}}
			var err error
			require.NotPanics(t, func() { _, err = loadSmall(t).Close(m, History{}) })
			require.Error(t, err)
			doc := smallDocument()
			doc.Effective = Effective{From: d, Until: d}
			doc.Accounts = []scoring.Account{{
				ID: "f", Opening: dec("1"), Unit: facts.Money, Charges: map[string]decimal.Decimal{"bad_review": dec("1")},
				Grace: &scoring.Grace{From: d, Span: scoring.FullMonth},
			}}
			list := isRefused(t, doc, "")
			require.ErrorIs(t, list, facts.CodeDateInvalid)
		})
	}
}

func numberLiteralRows(add addRow) {
	quick := func(row, name string, run func(*testing.T)) {
		add(row, name, func(t *testing.T) {
			start := time.Now()
			run(t)
			assert.Less(t, time.Since(start), time.Second)
		})
	}
	long := decimal.RequireFromString(strings.Repeat("7", 100_000))
	for name, n := range map[string]decimal.Decimal{
		"an enormous exponent": decimal.New(1, 1_000_000_000), "a tiny exponent": decimal.New(1, -1_000_000_000), "many digits": long,
	} {
		quick("023", name+" in a policy", func(t *testing.T) {
			doc := smallDocument()
			doc.Scheme.Indicators[0].Points = n
			doc.Pay.Items[1].Pay = payout.Bonus{Amount: n, By: "score", Steps: []payout.Coefficient{{AtLeast: &n, Coefficient: n}}, Else: &n}
			list := isRefused(t, doc, "")
			require.GreaterOrEqual(t, len(list), 4)
		})
		for _, k := range []struct {
			name string
			rule scoring.Rule
			pay  payout.Pay
		}{
			{name: "attainment", rule: scoring.Attainment{Metric: "exam", Target: n, Floor: &n, Cap: &n}},
			{name: "zero_over", rule: scoring.ZeroOver{Metric: "bad_reviews", Over: n, Within: scoring.Linear}},
			{name: "bands", rule: scoring.Bands{Metric: "exam", Steps: []scoring.Band{{AtLeast: &n, Share: n}}, Else: &n}},
			{name: "deduct", rule: scoring.Deduct{Metric: "exam", Each: n}},
			{name: "direct", rule: scoring.Direct{Metric: "exam", OutOf: n}},
			{name: "adjust", rule: scoring.Adjustment{Metric: "exam", Each: n, Most: &n, Least: &n}},
			{name: "base_pay", pay: payout.BasePay{Amount: n, Basis: payout.Calendar}},
			{name: "commission", pay: payout.Commission{Metric: "wage", Slabs: payout.Slabs{{UpTo: n, Rate: n}, {Rate: n}}}},
			{name: "commission", pay: payout.Commission{
				Metric: "wage", Tiers: payout.Tiers{{UpTo: n, Rate: n}, {Rate: n}}, Floor: &n, Cap: &n,
				Accelerator: &payout.Accelerator{Target: n, Over: &n, Times: n},
			}},
			{name: "commission", pay: payout.Commission{
				Metric: "wage", RateBy: &payout.RateBy{Metric: "wage", Steps: []payout.RateStep{{AtLeast: &n, Rate: n}}, Else: &n},
			}},
			{name: "daily_pool", pay: payout.DailyPool{Amount: n, Share: payout.ByTable, Faults: map[string]decimal.Decimal{"x": n}}},
			{name: "rank_award", pay: payout.RankAward{Ranking: "by_score", Amounts: []decimal.Decimal{n}}},
		} {
			quick("023", name+" in "+k.name, func(t *testing.T) {
				if k.rule != nil {
					_ = isRefused(t, withRule(k.rule), "scheme.indicators[0]."+k.name)
				} else {
					_ = isRefused(t, withPay(k.pay), "pay.items[0]."+k.name)
				}
			})
		}
		quick("023", name+" in facts", func(t *testing.T) {
			m := smallMonth()
			m.Agents[0].Values["exam"] = n
			m.Agents[1].Days = []facts.Day{{Date: day("2026-01-05"), Values: map[string]decimal.Decimal{"calls": n}}}
			m.Ballots = []facts.Ballot{{Topic: "x", Agent: "A1", Voter: "v", Score: n}}
			_, err := loadSmall(t).Close(m, History{})
			require.Len(t, spots(t, err), 3)
		})
		quick("023", name+" in a history", func(t *testing.T) {
			h := History{Months: []HistoryMonth{{Period: period("2025-12"), Agents: []HistoryAgent{{ID: "A1", Score: &n}}}}}
			require.Error(t, h.Write(&strings.Builder{}))
		})
	}
	add("024", "R decimal's settings do not matter", func(t *testing.T) {
		want := bytesOf(t, "")
		precision, quotes := decimal.DivisionPrecision, decimal.MarshalJSONWithoutQuotes
		trim, scientific := decimal.TrimTrailingZeros, decimal.UseScientificNotation
		maximum := decimal.ExpMaxIterations
		defer func() {
			decimal.DivisionPrecision, decimal.MarshalJSONWithoutQuotes = precision, quotes
			decimal.TrimTrailingZeros, decimal.UseScientificNotation = trim, scientific
			decimal.ExpMaxIterations = maximum
		}()
		for _, p := range []int{0, 1, 40} {
			decimal.DivisionPrecision, decimal.MarshalJSONWithoutQuotes = p, true
			decimal.TrimTrailingZeros, decimal.UseScientificNotation = p == 0, true
			decimal.ExpMaxIterations = p
			assert.Equal(t, want, bytesOf(t, ""))
		}
	})
}

// bytesOf loads, closes and writes everything there is to write.
func bytesOf(t *testing.T, rest string) string {
	t.Helper()
	p, err := Load(strings.NewReader(smallPolicy))
	require.NoError(t, err)
	m := smallMonth()
	r, err := p.Close(m, History{})
	require.NoError(t, err)
	var b strings.Builder
	require.NoError(t, r.WriteJSON(&b))
	require.NoError(t, r.History().Write(&b))
	require.NoError(t, p.WriteYAML(&b))
	require.NoError(t, p.WriteJSON(&b))
	literal, err := New(smallDocument())
	require.NoError(t, err)
	b.WriteString(literal.Digest() + rest)
	return b.String()
}
