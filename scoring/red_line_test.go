package scoring_test

import (
	"fmt"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/scoring"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// broken is a red line that more than some bad reviews cross.
func broken(id string, effect scoring.Effect, over string) scoring.RedLine {
	return scoring.RedLine{ID: id, Effect: effect, When: facts.When{{Metric: "reviews", Over: dp(over)}}}
}

// underRedLines scores one agent: a mark out of 100, and 5 points off for each
// whole unit of norm.
func underRedLines(t *testing.T, agent facts.Agent, bounds func(*scoring.Scheme), lines ...scoring.RedLine) scoring.Card {
	t.Helper()
	scheme := scoring.Scheme{Indicators: []scoring.Indicator{
		{ID: "mark", Points: d("100"), Rule: scoring.Direct{Metric: "mark", OutOf: d("100")}},
		{ID: "off", Rule: scoring.Adjustment{Metric: "norm", Each: d("-5")}},
	}}
	if bounds != nil {
		bounds(&scheme)
	}
	agent.ID = "a"
	terms := scoring.Terms{Metrics: shop(), RedLines: lines}
	cards, err := scoring.Score(scheme, terms, facts.Month{Period: month("2026-01"), Agents: []facts.Agent{agent}})
	require.NoError(t, err)
	card, ok := cards.Of("a")
	require.True(t, ok)
	return card
}

// TestTM2: a red line makes the score 0, whatever the lines add up to; it never
// raises one. YT7 is the same veto.
func TestTM2(t *testing.T) {
	t.Parallel()
	zero := broken("tmall_rule", scoring.ScoreZero, "0")
	leave := []facts.Leave{{From: date("2026-01-01"), Until: date("2026-01-31"), Kind: facts.PaidLeave}}
	for _, c := range []struct {
		it                   string
		mark, norm, reviews  string
		leave                []facts.Leave
		bounds               func(*scoring.Scheme)
		lines                []scoring.RedLine
		want                 string
		steps                []explain.Code // beside those of the lines
		before, off, crossed string         // of the veto
	}{
		{it: "no breach", mark: "92.5", norm: "0", reviews: "0", lines: []scoring.RedLine{zero}, want: "92.50"},
		{
			it: "one breach is enough", mark: "92.5", norm: "0", reviews: "1", lines: []scoring.RedLine{zero}, want: "0.00",
			steps: []explain.Code{"score.veto"}, before: "92.5", off: "-92.5", crossed: "tmall_rule",
		},
		{
			it: "several at once are one veto", mark: "92.5", norm: "0", reviews: "3",
			lines: []scoring.RedLine{zero, broken("never", scoring.ScoreZero, "9"), broken("look", scoring.OnlyReview, "0"), broken("promise", scoring.ScoreZero, "2")},
			want:  "0.00", steps: []explain.Code{"score.veto"}, before: "92.5", off: "-92.5", crossed: "tmall_rule, promise",
		},
		{it: "review and pay_zero change no score", mark: "92.5", norm: "0", reviews: "3", lines: []scoring.RedLine{
			broken("look", scoring.OnlyReview, "0"), {ID: "pay", Effect: scoring.PayZero, Items: []string{"bonus"}, When: zero.When},
		}, want: "92.50"},
		{
			it: "the lowest score does not hold against it", mark: "50", norm: "0", reviews: "1", lines: []scoring.RedLine{zero},
			bounds: func(s *scoring.Scheme) { s.Least = dp("60") }, want: "0.00",
			steps: []explain.Code{"score.clamped", "score.veto"}, before: "60", off: "-60", crossed: "tmall_rule",
		},
		{
			it: "a score below 0 is not raised", mark: "0", norm: "2", reviews: "1", lines: []scoring.RedLine{zero}, want: "-10.00",
			steps: []explain.Code{"score.veto"}, before: "-10", off: "0", crossed: "tmall_rule",
		},
		{it: "who worked no day has no score to bring to 0", mark: "0", norm: "0", reviews: "1", leave: leave, lines: []scoring.RedLine{zero}, want: "not applicable"},
	} {
		t.Run(c.it, func(t *testing.T) {
			t.Parallel()
			card := underRedLines(t, facts.Agent{
				Values: values{"mark": d(c.mark), "norm": d(c.norm), "reviews": d(c.reviews)}, Leave: c.leave,
			}, c.bounds, c.lines...)
			score, ok := card.Score()
			got := "not applicable"
			if ok {
				got = score.StringFixed(2)
			}
			assert.Equal(t, c.want, got)
			tree := card.Explain()
			var steps []explain.Code
			sum := decimal.Zero
			for _, s := range tree.Steps {
				value, _ := s.Value.Decimal()
				sum = sum.Add(value)
				if s.Code == "score.clamped" || s.Code == "score.veto" {
					steps = append(steps, s.Code)
				}
				if s.Code == "score.veto" {
					assert.Equal(t, c.before, arg(s, "before"))
					assert.Equal(t, c.off, s.Value.Bare())
					assert.Equal(t, c.crossed, arg(s, "lines"))
				}
			}
			assert.Equal(t, c.steps, steps)
			if ok {
				assert.Equal(t, c.want, sum.StringFixed(2), "the steps add up to the score")
			}
		})
	}
}

// arg is the value of a sentence's key.
func arg(s explain.Step, key string) string {
	for _, a := range s.Args {
		switch {
		case a.Key != key:
		case a.Number != nil:
			return a.Number.Bare()
		default:
			return a.Name.EN + a.Word
		}
	}
	return ""
}

func TestRedLinesAreChecked(t *testing.T) {
	t.Parallel()
	over := facts.When{{Metric: "reviews", Over: dp("0")}}
	terms := scoring.Terms{Metrics: withNought(shop()), RedLines: []scoring.RedLine{
		{},
		{ID: "a", When: over, Effect: scoring.PayZero},
		{ID: "a", When: over, Effect: scoring.ScoreZero, Items: []string{"bonus"}},
		{ID: "b", When: facts.When{{Metric: "review", Over: dp("0")}}, Effect: "fine"},
		{ID: "c", When: facts.When{{Metric: "score", Under: dp("60")}}, Effect: scoring.OnlyReview},
	}}
	_, err := scoring.Score(alone(scoring.Direct{Metric: "exam"}, "100"), terms, facts.Month{Period: month("2026-01")})
	assert.ElementsMatch(t, []string{
		"shape.required red_lines[0].id", "shape.required red_lines[0].when", "shape.required red_lines[0].effect",
		"shape.required red_lines[1].items",
		"id.duplicate red_lines[2].id", "shape.one_of red_lines[2].items",
		"name.unknown red_lines[3].when[0].metric", "word.unknown red_lines[3].effect",
		"name.unknown red_lines[4].when[0].metric",
	}, faults(t, err), "a condition can not name the score, which the red lines decide")
}

func TestARedLineNeedsItsValues(t *testing.T) {
	t.Parallel()
	terms := scoring.Terms{Metrics: shop(), RedLines: []scoring.RedLine{broken("tmall_rule", scoring.ScoreZero, "0")}}
	m := facts.Month{Period: month("2026-01"), Agents: []facts.Agent{{ID: "a", Values: values{"exam": d("80")}}}}
	_, err := scoring.Score(alone(scoring.Direct{Metric: "exam"}, "100"), terms, m)
	assert.Equal(t, []string{"metric.missing agents[0].values.reviews"}, faults(t, err), "missing is not zero")
}

// ExampleRedLine makes a score of 92.50 a score of 0.00 for one breach.
func ExampleRedLine() {
	over := number("0")
	scheme := scoring.Scheme{Indicators: []scoring.Indicator{
		{ID: "exam", Points: number("100"), Rule: scoring.Direct{Metric: "exam", OutOf: number("100")}},
	}}
	terms := scoring.Terms{
		Metrics: facts.Metrics{
			"exam":     {Unit: facts.Points, Better: facts.Higher},
			"breaches": {Unit: facts.Count, Better: facts.Lower, From: facts.From{Event: "tmall_breach"}},
		},
		RedLines: []scoring.RedLine{{
			ID: "tmall_rule", Name: facts.Text{ZH: "违反平台规则", EN: "Breach of the platform's rules"},
			When: facts.When{{Metric: "breaches", Over: &over}}, Effect: scoring.ScoreZero,
		}},
	}
	day, err := facts.ParseDate("2026-01-08")
	if err != nil {
		fmt.Println(err)
	}
	cards, err := scoring.Score(scheme, terms, facts.Month{
		Period: day.Period(),
		Agents: []facts.Agent{{ID: "A01", Values: map[string]decimal.Decimal{"exam": number("92.50")}}},
		Events: []facts.Event{{ID: "E1", Agent: "A01", Kind: "tmall_breach", Date: day}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	card, _ := cards.Of("A01")
	score, _ := card.Score()
	fmt.Println(score.StringFixed(2))
	steps := card.Explain().Steps
	fmt.Println(steps[len(steps)-1].Sentence(explain.English))
	// Output:
	// 0.00
	// Red line crossed (Breach of the platform's rules), the score of 92.5 points becomes 0 points, to be confirmed by a person: -92.5 points
}
