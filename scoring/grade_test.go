package scoring_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/scoring"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// medals are the grades of the public scorecard.
func medals() []scoring.Grade {
	return []scoring.Grade{
		{ID: "gold", Name: facts.Text{ZH: "金牌", EN: "Gold"}, AtLeast: dp("90"), Cite: facts.Cite{Source: "评分表"}},
		{ID: "silver", AtLeast: dp("80")},
		{ID: "bronze", AtLeast: dp("70")},
	}
}

func TestGradesOfTheScorecard(t *testing.T) {
	tests := []struct{ name, mark, want string }{
		{"69.99 has no medal", "69.99", ""},
		{"70.00 is bronze", "70.00", "bronze"},
		{"79.99 is bronze", "79.99", "bronze"},
		{"80.00 is silver", "80.00", "silver"},
		{"89.99 is silver", "89.99", "silver"},
		{"90.00 is gold", "90.00", "gold"},
		{"a score above 100 is gold", "130", "gold"},
	}
	scheme := scoring.Scheme{Grades: medals(), Indicators: []scoring.Indicator{exam("a", "100", "a")}}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			cards, err := scoring.Score(scheme, scoring.Terms{Metrics: marks("a")}, agentMonth(values{"a": d(tt.mark)}))
			require.NoError(t, err)
			card, _ := cards.Of("A01")
			g, ok := card.Grade()
			assert.Equal(t, tt.want, g.ID)
			assert.Equal(t, tt.want != "", ok)
			code := explain.Code("score.graded")
			if tt.want == "" {
				code = "score.ungraded"
			}
			step := card.Explain()
			assert.Equal(t, code, step.Code)
			assert.Equal(t, tt.want == "gold", step.Source == "评分表")
		})
	}
}

// TestGradesCompareTheSumOfTheLines: three lines of a little over 23.333 are
// rounded to 23.33 each, and their sum of 69.99 is no 70.
func TestGradesCompareTheSumOfTheLines(t *testing.T) {
	scheme := scoring.Scheme{Grades: medals(), Indicators: []scoring.Indicator{
		exam("a", "33", "a"), exam("b", "33", "a"), exam("c", "34", "b"),
	}}
	terms := scoring.Terms{Metrics: facts.Metrics{
		"a": {Unit: facts.Number, Decimals: intp(6)}, "b": {Unit: facts.Number, Decimals: intp(6)},
	}}
	// 33 x 70.707071% = 23.33333343 and 34 x 68.627451% = 23.33333334: exactly
	// they would be 70.0000002
	cards, err := scoring.Score(scheme, terms, agentMonth(values{"a": d("70.707071"), "b": d("68.627451")}))
	require.NoError(t, err)
	assert.Equal(t, "69.99", total(t, cards, "A01"))
	card, _ := cards.Of("A01")
	_, ok := card.Grade()
	assert.False(t, ok)
}

func TestGradesBoundTheScoreFirst(t *testing.T) {
	scheme := scoring.Scheme{Most: dp("89.99"), Grades: medals(), Indicators: []scoring.Indicator{exam("a", "100", "a")}}
	cards, err := scoring.Score(scheme, scoring.Terms{Metrics: marks("a")}, agentMonth(values{"a": d("100")}))
	require.NoError(t, err)
	card, _ := cards.Of("A01")
	g, _ := card.Grade()
	assert.Equal(t, "silver", g.ID, "the score is 89.99")
	assert.Equal(t, facts.Text{ZH: "silver", EN: "silver"}, g.Title(), "a grade without a name has its id")
}

func TestWhoHasNoGrade(t *testing.T) {
	away := agentMonth(values{"a": d("100")})
	away.Agents[0].Leave = []facts.Leave{{From: date("2026-01-01"), Until: date("2026-01-31"), Kind: facts.PaidLeave}}
	scheme := scoring.Scheme{
		When: facts.When{{Role: []string{"pre_sales"}}}, Grades: []scoring.Grade{{ID: "low", Under: dp("60")}},
		Indicators: []scoring.Indicator{exam("a", "100", "a")},
	}
	for name, m := range map[string]facts.Month{
		"nobody's scheme":          agentMonth(values{"a": d("0")}),
		"no day worked is not a 0": away,
	} {
		t.Run(name, func(t *testing.T) {
			if name != "nobody's scheme" {
				m.Agents[0].Role = "pre_sales"
			}
			cards, err := scoring.Score(scheme, scoring.Terms{Metrics: marks("a")}, m)
			require.NoError(t, err)
			card, _ := cards.Of("A01")
			_, ok := card.Grade()
			assert.False(t, ok)
		})
	}
	_, ok := scoring.Card{}.Grade()
	assert.False(t, ok, "the zero Card has none")
}

func TestGradesAreChecked(t *testing.T) {
	tests := []struct {
		name   string
		grades []scoring.Grade
		want   []string
	}{
		{"falling", medals(), nil},
		{"rising upper limits", []scoring.Grade{{ID: "d", Under: dp("60")}, {ID: "c", AtMost: dp("70")}}, nil},
		{"no id and one twice", []scoring.Grade{{AtLeast: dp("90")}, {ID: "b", AtLeast: dp("80")}, {ID: "b", AtLeast: dp("70")}}, []string{
			"shape.required scheme.grades[0].id", "id.duplicate scheme.grades[2].id",
		}},
		{"no limit", []scoring.Grade{{ID: "a"}}, []string{"band.open scheme.grades[0]"}},
		{"two limits", []scoring.Grade{{ID: "a", AtLeast: dp("1"), Under: dp("2")}}, []string{"band.open scheme.grades[0]"}},
		{"a step that nothing is left for", []scoring.Grade{{ID: "a", AtLeast: dp("80")}, {ID: "b", AtLeast: dp("90")}}, []string{"band.order scheme.grades[1]"}},
		{"ten decimals", []scoring.Grade{{ID: "a", AtLeast: dp("0.0000000001")}}, []string{"number.scale scheme.grades[0].at_least"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			scheme := scoring.Scheme{Grades: tt.grades, Indicators: []scoring.Indicator{exam("a", "100", "a")}}
			_, err := scoring.Score(scheme, scoring.Terms{Metrics: marks("a")}, agentMonth(values{"a": d("1")}))
			assert.Equal(t, tt.want, faults(t, err))
		})
	}
	_, err := scoring.Score(scoring.Scheme{Grades: medals()}, scoring.Terms{}, agentMonth(nil))
	assert.Equal(t, []string{"shape.required scheme.indicators"}, faults(t, err), "grades alone are no scheme")
}
