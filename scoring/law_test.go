package scoring_test

import (
	"fmt"
	"strconv"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/cspay/cspay/internal/fix"
	"github.com/cspay/cspay/scoring"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// every has one line of every kind, some of which may not apply.
func every() (scoring.Scheme, scoring.Terms) {
	line := func(id, points string, rule scoring.Rule) scoring.Indicator {
		return scoring.Indicator{ID: id, Points: d(points), Rule: rule}
	}
	pre := line("pre", "10", scoring.Direct{Metric: "mark", OutOf: d("100")})
	pre.When = facts.When{{Role: []string{"pre_sales"}}}
	scheme := scoring.Scheme{Indicators: []scoring.Indicator{
		line("response", "20", scoring.Attainment{Metric: "response", Target: d("30"), Formula: scoring.ByRatio, Cap: dp("1")}),
		line("gap", "5", scoring.Attainment{Metric: "response", Target: d("30"), Formula: scoring.ByGap}),
		line("completion", "15", scoring.Attainment{Metric: "completion", Target: d("0.95"), Floor: dp("0"), Cap: dp("1.2")}),
		line("bands", "10", scoring.Bands{Metric: "mark", Steps: []scoring.Band{{AtLeast: dp("90"), Share: d("1")}, {AtLeast: dp("60"), Share: d("0.333333")}}, Else: dp("0")}),
		line("cliff", "5", scoring.ZeroOver{Metric: "reviews", Over: d("3")}),
		line("linear", "5", scoring.ZeroOver{Metric: "reviews", Over: d("5"), Within: scoring.Linear}),
		line("deduct", "5", scoring.Deduct{Metric: "reviews", Each: d("1.5")}),
		line("exam", "10", scoring.Direct{Metric: "exam", OutOf: d("100")}),
		pre,
		line("place", "15", scoring.Place{Ranking: "by_mark", Shares: []decimal.Decimal{d("1"), d("0.9")}, Else: dp("0.6")}),
		{ID: "blame", Rule: scoring.Adjustment{Metric: "reviews", Each: d("-0.25"), Least: dp("-1")}},
		{ID: "over", Rule: scoring.Overflow{Account: "fund", PointsPerYuan: dp("0.1")}},
	}}
	metrics := shop()
	m := metrics["exam"]
	m.Missing = facts.MissingNotApplicable
	metrics["exam"] = m
	account := fund()
	account.Opening = d("20")
	account.Silent = &scoring.Silent{Times: 2, Offender: scoring.Relieved}
	account.Grace = &scoring.Grace{From: date("2025-10-01")}
	return scheme, scoring.Terms{
		Metrics: metrics, Accounts: []scoring.Account{account},
		Rankings: []facts.Ranking{{ID: "by_mark", By: "mark", Within: facts.ByRole, Eligible: facts.When{{Status: []facts.Status{facts.Regular}}}}},
	}
}

func drawMonth(t *rapid.T) facts.Month {
	m := facts.Month{Period: month("2026-01")}
	number := func(label string, most int64, scale int) decimal.Decimal {
		return fix.ToDecimal(rapid.Int64Range(0, most).Draw(t, label), scale)
	}
	n := rapid.IntRange(0, 6).Draw(t, "agents")
	for i := range n {
		a := facts.Agent{
			ID: "A" + strconv.Itoa(i), Role: rapid.SampledFrom([]string{"pre_sales", "after_sales"}).Draw(t, "role"),
			Status: rapid.SampledFrom([]facts.Status{facts.Regular, facts.Probation}).Draw(t, "status"),
			Values: values{
				"response": number("response", 90_000, 3), "mark": number("mark", 110_000, 3), "reviews": number("reviews", 7, 0),
				"sold": number("sold", 2_000_00, 2), "target": number("target", 3, 0).Mul(d("500")),
			},
		}
		if rapid.Bool().Draw(t, "sat the exam") {
			a.Values["exam"] = number("exam", 100_00, 2)
		}
		if rapid.IntRange(0, 5).Draw(t, "leave") == 0 {
			a.Leave = []facts.Leave{{From: date("2026-01-01"), Until: date("2026-01-31"), Kind: facts.PaidLeave}}
		}
		if rapid.IntRange(0, 5).Draw(t, "new") == 0 {
			a.Hired = date("2026-01-01")
		}
		m.Agents = append(m.Agents, a)
	}
	for i := 0; n > 1 && i < rapid.IntRange(0, 8).Draw(t, "events"); i++ {
		who := rapid.IntRange(0, n-1).Draw(t, "who")
		e := facts.Event{
			ID: "E" + strconv.Itoa(i), Agent: "A" + strconv.Itoa(who), Date: date("2026-01-05"),
			Kind:   rapid.SampledFrom([]string{"serious_error", "minor_error"}).Draw(t, "kind"),
			Status: rapid.SampledFrom([]facts.EventStatus{"", facts.Withdrawn}).Draw(t, "status of the event"),
		}
		if rapid.Bool().Draw(t, "witnessed") {
			e.Silent = []string{"A" + strconv.Itoa((who+1)%n)}
		}
		m.Events = append(m.Events, e)
	}
	return m
}

// TestExplanationsEqualTheirColumns holds each tree to the numbers of its card:
// the root is the score, each line its points, and the lines add up.
func TestExplanationsEqualTheirColumns(t *testing.T) {
	scheme, terms := every()
	rapid.Check(t, func(rt *rapid.T) {
		cards, err := scoring.Score(scheme, terms, drawMonth(rt))
		require.NoError(rt, err)
		for card := range cards.All() {
			tree := card.Explain()
			score, ok := card.Score()
			require.Equal(rt, ok, tree.Value.State == explain.Known, card.Agent())
			if !ok {
				require.Equal(rt, explain.NotApplicable, tree.Value.State)
				require.Empty(rt, tree.Steps)
				continue
			}
			equal(rt, score, tree.Value)
			require.Len(rt, tree.Steps, len(scheme.Indicators))
			sum := decimal.Decimal{}
			for i, step := range tree.Steps {
				require.Equal(rt, "scheme."+scheme.Indicators[i].ID, step.Clause)
				points, ok := card.Points(scheme.Indicators[i].ID)
				require.Equal(rt, ok, step.Value.State == explain.Known, step.Clause)
				if ok {
					equal(rt, points, step.Value)
					sum = sum.Add(points)
				}
			}
			require.Zero(rt, sum.Cmp(score), "the lines of %s add up to %s, not %s", card.Agent(), sum, score)
			tree.Walk(func(_ int, step explain.Step) {
				for _, lang := range explain.Langs() {
					require.NotEqual(rt, string(step.Code), step.Sentence(lang), "every step has a sentence")
				}
			})
		}
	})
}

func equal(t *rapid.T, want decimal.Decimal, got explain.Number) {
	t.Helper()
	value, ok := got.Decimal()
	require.True(t, ok)
	require.Zero(t, want.Cmp(value), "%s against %s in the explanation", want, value)
}

// TestOrderOfAgentsDoesNotMatter compares every number and every explanation.
func TestOrderOfAgentsDoesNotMatter(t *testing.T) {
	scheme, terms := every()
	rapid.Check(t, func(rt *rapid.T) {
		m := drawMonth(rt)
		want, err := scoring.Score(scheme, terms, m)
		require.NoError(rt, err)
		m.Agents = rapid.Permutation(m.Agents).Draw(rt, "order of agents")
		m.Events = rapid.Permutation(m.Events).Draw(rt, "order of events")
		got, err := scoring.Score(scheme, terms, m)
		require.NoError(rt, err)
		require.Equal(rt, dump(want), dump(got))
	})
}

func dump(cards *scoring.Cards) []string {
	var out []string
	for card := range cards.All() {
		card.Explain().Walk(func(depth int, step explain.Step) {
			out = append(out, fmt.Sprint(card.Agent(), depth, step.Clause, step.Value, step.Sentence(explain.Chinese)))
		})
	}
	return out
}

// TestRow24 changes decimal's package-wide settings: they belong to the host.
func TestRow24(t *testing.T) {
	scheme, terms := every()
	m := rapid.Custom(drawMonth).Example(7)
	want, err := scoring.Score(scheme, terms, m)
	require.NoError(t, err)
	before := dump(want)

	precision, trim, scientific, zero := decimal.DivisionPrecision, decimal.TrimTrailingZeros, decimal.UseScientificNotation, decimal.Zero
	t.Cleanup(func() {
		decimal.DivisionPrecision, decimal.TrimTrailingZeros, decimal.UseScientificNotation, decimal.Zero = precision, trim, scientific, zero
	})
	decimal.DivisionPrecision, decimal.TrimTrailingZeros, decimal.UseScientificNotation, decimal.Zero = 0, !trim, !scientific, d("7")
	got, err := scoring.Score(scheme, terms, m)
	require.NoError(t, err)
	require.Equal(t, before, dump(got))
}
