package payout_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/payout"
	"github.com/cspay/cspay/scoring"
	"github.com/cspay/cspay/scoring/facts"
)

// crossing is a red line that a breach or more crosses.
func crossing(id string, effect scoring.Effect, items ...string) scoring.RedLine {
	return scoring.RedLine{ID: id, When: facts.When{{Metric: "breaches", Over: ptr("0")}}, Effect: effect, Items: items}
}

func redTerms(lines ...scoring.RedLine) scoring.Terms {
	t := terms()
	t.Metrics["breaches"] = facts.Metric{Unit: facts.Count, Better: facts.Lower, From: facts.From{Event: "breach"}}
	t.RedLines = lines
	return t
}

func redPlan() []payout.Item {
	return []payout.Item{
		base(), {ID: "own", Pay: own()}, {ID: "pool", Pay: hundredADay("wrong_item", "0.5")}, {ID: "exam", Pay: fined("10")},
	}
}

// TestRedLines: TM2 and YT7 choose the effect for each item; what it does to
// pay is computed and left to a person.
func TestRedLines(t *testing.T) {
	t.Parallel()
	never := scoring.RedLine{ID: "never", When: facts.When{{Metric: "breaches", Over: ptr("9")}}, Effect: scoring.PayZero, Items: []string{"own"}}
	for _, c := range []struct {
		it    string
		lines []scoring.RedLine
		given string
		want  []string
	}{
		{
			"pay_zero: an item pays nothing, its own losses included",
			[]scoring.RedLine{crossing("tmall", scoring.PayZero, "pool")},
			"",
			[]string{
				"base earned 3000.00", "own earned 200.00", "pool earned 3100.00", "pool not_earned -50.00",
				"pool not_earned -3050.00 veto tmall review", "exam not_earned 0.00",
			},
		},
		{
			"several red lines are one veto that lists them all",
			[]scoring.RedLine{crossing("tmall", scoring.PayZero, "own"), never, crossing("promise", scoring.PayZero, "pool", "own")},
			"",
			[]string{
				"base earned 3000.00", "own earned 200.00", "own not_earned -200.00 veto tmall+promise review",
				"pool earned 3100.00", "pool not_earned -50.00", "pool not_earned -3050.00 veto promise review", "exam not_earned 0.00",
			},
		},
		{
			"a penalty finds nothing left of what a red line took",
			[]scoring.RedLine{crossing("tmall", scoring.PayZero, "own", "pool")},
			"hits=1",
			[]string{
				"base earned 3000.00", "own earned 200.00", "own not_earned -200.00 veto tmall review",
				"pool earned 3100.00", "pool not_earned -50.00", "pool not_earned -3050.00 veto tmall review",
				"exam not_earned -10.00", "exam not_earned 10.00 uncollected",
			},
		},
		{
			"review of an item, base pay too, changes no number",
			[]scoring.RedLine{crossing("look", scoring.OnlyReview, "base")},
			"",
			[]string{"base earned 3000.00 review", "own earned 200.00", "pool earned 3100.00", "pool not_earned -50.00", "exam not_earned 0.00"},
		},
		{
			"review without items is about every line but base pay",
			[]scoring.RedLine{crossing("look", scoring.OnlyReview)},
			"",
			[]string{"base earned 3000.00", "own earned 200.00 review", "pool earned 3100.00 review", "pool not_earned -50.00 review", "exam not_earned 0.00 review"},
		},
		{
			"score_zero too: each of them may follow from the score",
			[]scoring.RedLine{crossing("look", scoring.ScoreZero)},
			"",
			[]string{"base earned 3000.00", "own earned 200.00 review", "pool earned 3100.00 review", "pool not_earned -50.00 review", "exam not_earned 0.00 review"},
		},
		{
			"a red line that nobody crossed",
			[]scoring.RedLine{never},
			"",
			[]string{"base earned 3000.00", "own earned 200.00", "pool earned 3100.00", "pool not_earned -50.00", "exam not_earned 0.00"},
		},
	} {
		t.Run(c.it, func(t *testing.T) {
			t.Parallel()
			given := "wage=3000, sales=200"
			if c.given != "" {
				given += ", " + c.given
			}
			s := settleUnder(t, redPlan(), payout.Bounds{}, redTerms(c.lines...), payCase{given: given, events: "8 wrong_item, 9 breach"})
			assert.Equal(t, c.want, told(s))
		})
	}
}

// TestRedLineClause: the line of a veto stands at the first red line, and says
// so in both languages.
func TestRedLineClause(t *testing.T) {
	t.Parallel()
	red := crossing("tmall", scoring.PayZero, "own")
	red.Name = facts.Text{ZH: "平台规则", EN: "Platform rules"}
	s := settleUnder(t, redPlan(), payout.Bounds{}, redTerms(red), payCase{given: "sales=200", events: "9 breach"})
	veto := s.Lines()[2]
	assert.Equal(t, "red_lines.tmall", veto.Clause)
	assert.Equal(t, []string{"tmall"}, veto.RedLines)
	steps := s.Explain().Steps
	step := steps[len(steps)-1]
	assert.Equal(t, "settle.veto", string(step.Code))
	require.Len(t, step.Steps, 1)
	assert.Equal(t, "red_lines.tmall", step.Steps[0].Clause)
	assert.Equal(t, "metrics.breaches", step.Steps[0].Steps[0].Clause)
}

// TestOnlyUpheldEventsCross: an event that is merely reported, or withdrawn,
// overturned or excluded, crosses nothing.
func TestOnlyUpheldEventsCross(t *testing.T) {
	t.Parallel()
	terms := redTerms(crossing("tmall", scoring.PayZero, "own"))
	for _, status := range []facts.EventStatus{facts.Reported, facts.Upheld, facts.Withdrawn, facts.Overturned} {
		m := payCase{given: "sales=200", events: "9 breach"}.facts(t)
		m.Events[0].Status = status
		slips, err := payout.Make(payout.Plan{Items: []payout.Item{{ID: "own", Pay: own()}}}, terms, m)
		require.NoError(t, err)
		s, _ := slips.Of("a")
		want := "200.00"
		if status == facts.Upheld {
			want = "0.00"
		}
		assert.Equal(t, want, s.Total().StringFixed(2), status)
	}
}

// TestRedLineItems: pay_zero is about items that pay, and never about base pay,
// which is for work that was done.
func TestRedLineItems(t *testing.T) {
	t.Parallel()
	own := payout.Item{ID: "own", Part: payout.BasePart, Pay: own()}
	variable := base()
	variable.ID, variable.Part = "variable", payout.VariablePart
	items := []payout.Item{base(), own, variable, {ID: "exam", Pay: fined("1")}, {ID: "freight", Pay: freight("1")}}
	paying := func(effect scoring.Effect, ids ...string) error {
		_, err := payout.Make(payout.Plan{Items: items}, redTerms(crossing("r", effect, ids...)), month("2026-01"))
		return err
	}
	assert.Equal(t, map[string]facts.Code{
		"red_lines[0].items[0]": facts.CodeOneOf, "red_lines[0].items[1]": facts.CodeOneOf,
		"red_lines[0].items[3]": facts.CodeOneOf, "red_lines[0].items[4]": facts.CodeOneOf,
		"red_lines[0].items[5]": facts.CodeNameUnknown,
	}, codes(t, paying(scoring.PayZero, "base", "own", "variable", "exam", "freight", "frieght")))
	require.ErrorContains(t, paying(scoring.PayZero, "frieght"), "nearest: freight")
	require.NoError(t, paying(scoring.OnlyReview, "base", "own", "variable", "exam", "freight"))
}
