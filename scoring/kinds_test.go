package scoring_test

import (
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/scoring"
	"github.com/cspay/cspay/scoring/facts"
)

// ruleCase is one value of one rule and the points it gives.
type ruleCase struct {
	name string
	// boundary names what the value stands at; each boundary of a kind needs a
	// case on it or before it and one beyond it.
	boundary string
	beyond   bool

	rule   scoring.Rule
	points string // of the indicator, none for an adjustment
	values values
	terms  func(*scoring.Terms)
	month  func(*facts.Month)

	want string // points, or a problem as "code path"
}

// ruleCases are the tables of the kinds, each in the test file of its kind.
func ruleCases() map[string][]ruleCase {
	return map[string][]ruleCase{
		"attainment": attainmentCases(),
		"bands":      bandsCases(),
		"zero_over":  zeroOverCases(),
		"deduct":     deductCases(),
		"direct":     directCases(),
		"adjust":     adjustCases(),
		"overflow":   overflowCases(),
		"place":      placeCases(),
	}
}

func TestEveryKindHasCasesOnBothSidesOfItsBoundaries(t *testing.T) {
	cases := ruleCases()
	for _, kind := range scoring.Kinds() {
		t.Run(kind.Kind(), func(t *testing.T) {
			table := cases[kind.Kind()]
			require.NotEmpty(t, table, "a kind needs a table of cases")
			sides := map[string]map[bool]bool{}
			for _, c := range table {
				assert.IsType(t, kind, c.rule, c.name)
				if c.boundary == "" {
					continue
				}
				if sides[c.boundary] == nil {
					sides[c.boundary] = map[bool]bool{}
				}
				sides[c.boundary][c.beyond] = true
			}
			assert.NotEmpty(t, sides, "a kind has a boundary")
			for boundary, seen := range sides {
				assert.Len(t, seen, 2, "both sides of: %s", boundary)
			}
		})
		delete(cases, kind.Kind())
	}
	assert.Empty(t, cases, "tables of no kind")
}

func TestKinds(t *testing.T) {
	for kind, table := range ruleCases() {
		for _, tt := range table {
			t.Run(kind+": "+tt.name, func(t *testing.T) {
				terms := scoring.Terms{Metrics: withNought(shop())}
				m := facts.Month{Period: month("2026-01"), Agents: []facts.Agent{{ID: "A01", Values: tt.values}}}
				if tt.terms != nil {
					tt.terms(&terms)
				}
				if tt.month != nil {
					tt.month(&m)
				}
				cards, err := scoring.Score(alone(tt.rule, tt.points), terms, m)
				if err != nil {
					assert.Equal(t, []string{tt.want}, faults(t, err))
					return
				}
				assert.Equal(t, tt.want, points(t, cards, "A01", "x"))
			})
		}
	}
}

// badRule is one rule that compile refuses.
type badRule struct {
	name string
	rule scoring.Rule
	want []string // below the rule's key
}

func badRules() []badRule {
	var out []badRule
	for _, table := range [][]badRule{
		badAttainments(), badBands(), badZeroOvers(), badDeducts(), badDirects(), badAdjusts(), badOverflows(), badPlaces(),
	} {
		out = append(out, table...)
	}
	return out
}

func TestKindsRefuse(t *testing.T) {
	for _, tt := range badRules() {
		t.Run(tt.rule.Kind()+": "+tt.name, func(t *testing.T) {
			terms := scoring.Terms{
				Metrics: withNought(shop()), Accounts: []scoring.Account{fund()},
				Rankings: []facts.Ranking{
					{ID: "by_mark", By: "mark"},
					{ID: "by_mean", By: "mark", Ties: facts.MeanRank},
					{ID: "by_percent", By: "mark", Ties: facts.PercentRank},
				},
			}
			points := "10"
			switch tt.rule.(type) {
			case scoring.Adjustment, scoring.Overflow:
				points = ""
			}
			_, err := scoring.Score(alone(tt.rule, points), terms, facts.Month{Period: month("2026-01")})
			var want []string
			for _, w := range tt.want {
				code, key := split(w)
				want = append(want, code+" scheme.indicators[0]."+tt.rule.Kind()+key)
			}
			assert.Equal(t, want, faults(t, err))
		})
	}
}

// split parts "code key" and puts the point before the key.
func split(s string) (code, key string) {
	for i := range s {
		if s[i] == ' ' {
			return s[:i], "." + s[i+1:]
		}
	}
	return s, ""
}

// TestKindsNameTheNearest misspells every name that a kind may state.
func TestKindsNameTheNearest(t *testing.T) {
	terms := scoring.Terms{
		Metrics: withNought(shop()), Accounts: []scoring.Account{fund()},
		Rankings: []facts.Ranking{{ID: "by_mark", By: "mark"}},
	}
	const metric = "a metric or a figure of an earlier stage; nearest: "
	tests := []struct {
		rule      scoring.Rule
		key, want string
	}{
		{scoring.Attainment{Metric: "respons", Target: d("1")}, "metric", metric + "response"},
		{scoring.Attainment{Metric: "sold", TargetMetric: "targte"}, "target_metric", metric + "target"},
		{scoring.Bands{Metric: "respons", Steps: []scoring.Band{{AtMost: dp("1"), Share: d("1")}}}, "metric", metric + "response"},
		{scoring.ZeroOver{Metric: "revews", Over: d("3")}, "metric", metric + "reviews"},
		{scoring.Deduct{Metric: "review", Each: d("1")}, "metric", metric + "reviews"},
		{scoring.Direct{Metric: "exm", OutOf: d("1")}, "metric", metric + "exam"},
		{scoring.Adjustment{Metric: "REVIEWS", Each: d("1")}, "metric", metric + "reviews"},
		{scoring.Overflow{Account: "fnud", PointsPerYuan: dp("0.1")}, "account", "an account; nearest: fund"},
		{scoring.Place{Ranking: "by_marks", Shares: []decimal.Decimal{d("1")}}, "ranking", "a ranking of an earlier stage; nearest: by_mark"},
	}
	named := map[string]bool{}
	for _, tt := range tests {
		named[tt.rule.Kind()] = true
		t.Run(tt.rule.Kind()+": "+tt.key, func(t *testing.T) {
			points := "10"
			switch tt.rule.(type) {
			case scoring.Adjustment, scoring.Overflow:
				points = ""
			}
			_, err := scoring.Score(alone(tt.rule, points), terms, facts.Month{Period: month("2026-01")})
			require.ErrorIs(t, err, facts.CodeNameUnknown)
			path := "scheme.indicators[0]." + tt.rule.Kind() + "." + tt.key
			assert.Equal(t, []string{"name.unknown " + path}, faults(t, err))
			assert.Equal(t, tt.want, want(t, err, path))
		})
	}
	for _, kind := range scoring.Kinds() {
		assert.True(t, named[kind.Kind()], "%s names nothing in this test", kind.Kind())
	}
}

func TestKindsAreACopy(t *testing.T) {
	list := scoring.Kinds()
	list[0] = nil
	assert.NotNil(t, scoring.Kinds()[0])
	words := map[string]bool{}
	for _, k := range scoring.Kinds() {
		assert.False(t, words[k.Kind()], "two kinds of the word %s", k.Kind())
		words[k.Kind()] = true
	}
}
