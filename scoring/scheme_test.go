package scoring_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/internal/fix"
	"github.com/cspay/cspay/scoring"
	"github.com/cspay/cspay/scoring/facts"
)

// exam is an indicator that gives its points by the mark of a metric.
func exam(id, points, metric string) scoring.Indicator {
	return scoring.Indicator{ID: id, Points: d(points), Rule: scoring.Direct{Metric: metric, OutOf: d("100")}}
}

// marks are metrics whose missing value is not applicable.
func marks(ids ...string) facts.Metrics {
	out := facts.Metrics{}
	for _, id := range ids {
		out[id] = facts.Metric{Unit: facts.Points, Better: facts.Higher, Missing: facts.MissingNotApplicable}
	}
	return out
}

func agentMonth(values values) facts.Month {
	return facts.Month{Period: month("2026-01"), Agents: []facts.Agent{{ID: "A01", Values: values}}}
}

func TestPointsOfWhatDoesNotApplyAreSpread(t *testing.T) {
	full := d("100")
	tests := []struct {
		name   string
		values values
		want   []string // a to d, and the score
	}{
		{"all apply", values{"a": full, "b": full, "c": full, "d": full}, []string{"5.00", "20.00", "20.00", "15.00", "60.00"}},
		{"5 + 20 + 20 carry 60 and full marks stay full marks", values{"a": full, "b": full, "c": full}, []string{"6.67", "26.67", "26.66", "not applicable", "60.00"}},
		{"each line is rounded from its effective points", values{"a": d("50"), "b": d("50"), "c": d("50")}, []string{"3.34", "13.34", "13.33", "not applicable", "30.01"}},
		{"one line carries it all", values{"b": d("75")}, []string{"not applicable", "45.00", "not applicable", "not applicable", "45.00"}},
		{"a zero is no missing value", values{"a": d("0"), "b": full, "c": full, "d": full}, []string{"0.00", "20.00", "20.00", "15.00", "55.00"}},
	}
	scheme := scoring.Scheme{Total: dp("60"), Indicators: []scoring.Indicator{
		exam("a", "5", "a"), exam("b", "20", "b"), exam("c", "20", "c"), exam("d", "15", "d"),
	}}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			cards, err := scoring.Score(scheme, scoring.Terms{Metrics: marks("a", "b", "c", "d")}, agentMonth(tt.values))
			require.NoError(t, err)
			var got []string
			for _, id := range []string{"a", "b", "c", "d"} {
				got = append(got, points(t, cards, "A01", id))
			}
			assert.Equal(t, tt.want, append(got, total(t, cards, "A01")))
		})
	}
}

func TestWhoHasNoScore(t *testing.T) {
	scheme := scoring.Scheme{Indicators: []scoring.Indicator{
		exam("a", "100", "a"), {ID: "extra", Rule: scoring.Adjustment{Metric: "b", Each: d("1")}},
	}}
	terms := scoring.Terms{Metrics: marks("a", "b")}

	t.Run("nothing applies but an adjustment: an error", func(t *testing.T) {
		_, err := scoring.Score(scheme, terms, agentMonth(values{"b": d("1")}))
		assert.Equal(t, []string{"scheme.none_applies agents[0]"}, faults(t, err))
	})
	t.Run("row 66: no day worked: no score, not 0", func(t *testing.T) {
		m := agentMonth(values{"a": d("100"), "b": d("1")})
		m.Agents[0].Leave = []facts.Leave{{From: date("2026-01-01"), Until: date("2026-01-31"), Kind: facts.PaidLeave}}
		m.Agents = append(m.Agents, facts.Agent{ID: "A00", Values: values{"a": d("90")}})
		cards, err := scoring.Score(scheme, terms, m)
		require.NoError(t, err)
		assert.Equal(t, "not applicable", total(t, cards, "A01"))
		assert.Equal(t, "not applicable", points(t, cards, "A01", "a"))
		assert.Equal(t, "90.00", total(t, cards, "A00"), "who worked beside them")
		card, _ := cards.Of("A01")
		assert.Empty(t, card.Explain().Steps)
	})
	t.Run("row 66: one day worked: a score", func(t *testing.T) {
		m := agentMonth(values{"a": d("100")})
		m.Agents[0].Leave = []facts.Leave{{From: date("2026-01-01"), Until: date("2026-01-30"), Kind: facts.PaidLeave}}
		cards, err := scoring.Score(scheme, terms, m)
		require.NoError(t, err)
		assert.Equal(t, "100.00", total(t, cards, "A01"))
	})
	t.Run("row 5: every missing value is reported at once", func(t *testing.T) {
		terms := scoring.Terms{Metrics: facts.Metrics{"a": {Unit: facts.Points}, "b": {Unit: facts.Count}}}
		m := agentMonth(nil)
		m.Agents = append(m.Agents, facts.Agent{ID: "A00", Values: values{"a": d("1")}})
		_, err := scoring.Score(scheme, terms, m)
		assert.Equal(t, []string{
			"metric.missing agents[1].values.b", "metric.missing agents[0].values.a", "metric.missing agents[0].values.b",
		}, faults(t, err), "agents in byte order")
	})
}

func TestWhen(t *testing.T) {
	scheme := scoring.Scheme{Indicators: []scoring.Indicator{exam("a", "60", "a"), exam("b", "40", "b")}}
	scheme.Indicators[1].When = facts.When{{Role: []string{"pre_sales"}}}
	m := agentMonth(values{"a": d("100")})
	m.Agents = append(m.Agents, facts.Agent{ID: "A02", Role: "pre_sales", Values: values{"a": d("100"), "b": d("50")}})
	cards, err := scoring.Score(scheme, scoring.Terms{Metrics: marks("a", "b")}, m)
	require.NoError(t, err)
	assert.Equal(t, []string{"100.00", "not applicable"}, []string{points(t, cards, "A01", "a"), points(t, cards, "A01", "b")})
	assert.Equal(t, []string{"60.00", "20.00"}, []string{points(t, cards, "A02", "a"), points(t, cards, "A02", "b")})

	scheme.Indicators[1].When = facts.When{{Metric: "c", Over: dp("0")}}
	_, err = scoring.Score(scheme, scoring.Terms{Metrics: facts.Metrics{
		"a": {Unit: facts.Points}, "b": {Unit: facts.Points}, "c": {Unit: facts.Points},
	}}, agentMonth(values{"a": d("1"), "b": d("1")}))
	assert.Equal(t, []string{"metric.missing agents[0].values.c"}, faults(t, err), "a condition needs its value")
}

func TestSchemesAreChecked(t *testing.T) {
	of := func(points ...string) scoring.Scheme {
		var s scoring.Scheme
		for i, p := range points {
			s.Indicators = append(s.Indicators, exam(string(rune('a'+i)), p, "a"))
		}
		return s
	}
	with := func(s scoring.Scheme, spoil func(s *scoring.Scheme)) scoring.Scheme {
		spoil(&s)
		return s
	}
	tests := []struct {
		name   string
		scheme scoring.Scheme
		want   []string
	}{
		{"100 points", of("100"), nil},
		{"row 19: 33.33 three times", of("33.33", "33.33", "33.33"), []string{"weight.sum scheme"}},
		{"row 19: 33.33 three times, declared", with(of("33.33", "33.33", "33.33"), func(s *scoring.Scheme) { s.Total = dp("99.99") }), nil},
		{"row 19: 33.33 twice and 33.34", of("33.33", "33.33", "33.34"), nil},
		{"a hundredth too many", of("33.33", "33.33", "33.35"), []string{"weight.sum scheme"}},
		{"row 20: a negative weight", of("-1", "101"), []string{"weight.invalid scheme.indicators[0].points"}},
		{"row 20: all zero", of("0", "0"), []string{"weight.sum scheme"}},
		{"row 20: all zero, declared", with(of("0", "0"), func(s *scoring.Scheme) { s.Total = dp("0") }), []string{"weight.invalid scheme.total"}},
		{"row 21: 0.75 four times and 97", of("0.75", "0.75", "0.75", "0.75", "97"), nil},
		{"a weight of thousandths", of("0.755", "99.245"), []string{
			"number.scale scheme.indicators[0].points", "number.scale scheme.indicators[1].points", "weight.sum scheme",
		}},
		{"a total of thousandths", with(of("100"), func(s *scoring.Scheme) { s.Total = dp("100.001") }), []string{"number.scale scheme.total", "weight.sum scheme"}},
		{"no id", with(of("100"), func(s *scoring.Scheme) { s.Indicators[0].ID = "" }), []string{"shape.required scheme.indicators[0].id"}},
		{"an id twice", with(of("50", "50", "50"), func(s *scoring.Scheme) { s.Indicators[1].ID = "a" }), []string{"id.duplicate scheme.indicators[1].id"}},
		{"a name that is taken", with(of("100"), func(s *scoring.Scheme) { s.Indicators[0].ID = "taken" }), []string{"name.duplicate scheme.indicators[0].id"}},
		{"row 90: a least above the most", with(of("100"), func(s *scoring.Scheme) { s.Least, s.Most = dp("100.01"), dp("100") }), []string{"band.order scheme.least"}},
		{"a least that is the most", with(of("100"), func(s *scoring.Scheme) { s.Least, s.Most = dp("100"), dp("100") }), nil},
		{"a least of thousandths", with(of("100"), func(s *scoring.Scheme) { s.Least = dp("0.001") }), []string{"number.scale scheme.least"}},
		{"points on an adjustment", with(of("60", "40"), func(s *scoring.Scheme) {
			s.Indicators[1].Rule = scoring.Adjustment{Metric: "a", Each: d("1")}
		}), []string{"weight.invalid scheme.indicators[1].adjust"}},
		{"a deduction without points", with(of("100", "0"), func(s *scoring.Scheme) {
			s.Indicators[1].Rule = scoring.Deduct{Metric: "a", Each: d("1")}
		}), []string{"weight.invalid scheme.indicators[1].deduct"}},
		{"a mark out of its own points, of which there are none", with(of("100", "0"), func(s *scoring.Scheme) {
			s.Indicators[1].Rule = scoring.Direct{Metric: "a"}
		}), []string{"target.zero scheme.indicators[1].direct"}},
		{"row 38: a condition on something unknown", with(of("100"), func(s *scoring.Scheme) {
			s.Indicators[0].When = facts.When{{Metric: "z", Over: dp("1")}}
		}), []string{"name.unknown scheme.indicators[0].when[0].metric"}},
		{"a score that names itself", with(of("100"), func(s *scoring.Scheme) {
			s.Indicators[0].Rule = scoring.Direct{Metric: "score"}
		}), []string{"name.unknown scheme.indicators[0].direct.metric"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			terms := scoring.Terms{Metrics: marks("a", "taken.points")}
			_, err := scoring.Score(tt.scheme, terms, facts.Month{Period: month("2026-01")})
			assert.Equal(t, tt.want, faults(t, err))
		})
	}
	_, err := scoring.Score(of("33.33", "33.33", "33.33"), scoring.Terms{Metrics: marks("a")}, facts.Month{Period: month("2026-01")})
	require.ErrorContains(t, err, `want points that add up to 100.00, got "99.99"`, "row 19: with the sum shown")
	_, err = scoring.Score(of("100"), scoring.Terms{Metrics: facts.Metrics{"a": {Unit: facts.Points}, "score": {Unit: facts.Points}}}, facts.Month{})
	assert.Equal(t, []string{"name.duplicate scheme"}, faults(t, err), "the score's name is its own")
}

func TestScoreRefusesFactsOfNoMonth(t *testing.T) {
	_, err := scoring.Score(scoring.Scheme{}, scoring.Terms{}, facts.Month{})
	assert.Equal(t, []string{"shape.required month"}, faults(t, err))
	_, err = scoring.Score(scoring.Scheme{}, scoring.Terms{Rankings: []facts.Ranking{{ID: "r", By: "x"}}}, facts.Month{})
	assert.Equal(t, []string{"name.unknown rankings[0].by"}, faults(t, err))
}

func TestLeastAndMostBoundTheScore(t *testing.T) {
	scheme := scoring.Scheme{Indicators: []scoring.Indicator{exam("a", "100", "a")}, Least: dp("0"), Most: dp("110")}
	for _, tt := range []struct{ name, mark, want string }{
		{"a hundredth above the least", "0.01", "0.01"},
		{"the least", "0", "0.00"},
		{"row 75: a hundredth below it", "-0.01", "0.00"},
		{"the most", "110", "110.00"},
		{"row 75: a hundredth above it", "110.01", "110.00"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			cards, err := scoring.Score(scheme, scoring.Terms{Metrics: marks("a")}, agentMonth(values{"a": d(tt.mark)}))
			require.NoError(t, err)
			assert.Equal(t, tt.want, total(t, cards, "A01"))
			assert.Equal(t, d(tt.mark).StringFixed(2), points(t, cards, "A01", "a"), "a line is not bound")
		})
	}
}

func TestRoundingIsThePolicys(t *testing.T) {
	tests := []struct {
		name string
		r    scoring.Rounding
		mark string
		want int64 // hundredths of a point
	}{
		{"two places, half up", scoring.DefaultRounding(), "86.45", 8_65},
		{"two places, down", scoring.Rounding{Lines: fix.Down, Places: 2}, "86.45", 8_64},
		{"one place, half up, below the half", scoring.Rounding{Lines: fix.HalfUp, Places: 1}, "86.49", 8_60},
		{"one place, half up, on the half", scoring.Rounding{Lines: fix.HalfUp, Places: 1}, "86.5", 8_70},
		{"whole points, below the half", scoring.Rounding{Lines: fix.HalfUp, Places: 0}, "84.99", 8_00},
		{"whole points, on the half", scoring.Rounding{Lines: fix.HalfUp, Places: 0}, "85", 9_00},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := facts.NewCheck()
			schema := columns.NewSchema(marks("a"), c)
			sheet := scoring.CompileAccounts(nil, schema, c)
			sheet.CompileScheme(scoring.Scheme{Total: dp("10"), Indicators: []scoring.Indicator{exam("a", "10", "a")}}, tt.r, schema, c)
			require.NoError(t, c.Err())
			table := schema.Build(agentMonth(values{"a": d(tt.mark)}), c)
			sheet.Run(table, c)
			require.NoError(t, c.Err())
			ref, ok := schema.Lookup("score")
			require.True(t, ok)
			assert.Equal(t, tt.want, table.At(ref, 0).Num)
			line, ok := schema.Lookup("a.points")
			require.True(t, ok)
			assert.Equal(t, tt.want, table.Explain(line, 0).Value.Unscaled, "a figure is told by the stage that made it")
			assert.Equal(t, tt.want, table.Explain(ref, 0).Value.Unscaled)
		})
	}
}

func TestHugeButLegal(t *testing.T) {
	metrics := facts.Metrics{"sold": {Unit: facts.Money, Better: facts.Higher}}
	scheme := alone(scoring.Attainment{Metric: "sold", Target: d("999999999999.99")}, "100")
	cards, err := scoring.Score(scheme, scoring.Terms{Metrics: metrics}, agentMonth(values{"sold": d("999999999999.99")}))
	require.NoError(t, err)
	assert.Equal(t, "100.00", total(t, cards, "A01"), "row 22")

	// Whole points of a share whose denominator has 17 digits.
	c := facts.NewCheck()
	schema := columns.NewSchema(metrics, c)
	sheet := scoring.CompileAccounts(nil, schema, c)
	sheet.CompileScheme(alone(scoring.Attainment{Metric: "sold", Target: d("400000000000000.00")}, "100"), scoring.Rounding{}, schema, c)
	table := schema.Build(agentMonth(values{"sold": d("300000000000000.00")}), c)
	sheet.Run(table, c)
	require.NoError(t, c.Err())
	ref, _ := schema.Lookup("score")
	assert.Equal(t, int64(75_00), table.At(ref, 0).Num)
}

func TestZeroCards(t *testing.T) {
	var cards scoring.Cards
	_, ok := cards.Of("A01")
	assert.False(t, ok)
	for range cards.All() {
		assert.Fail(t, "the zero Cards hold nobody")
	}
	full, err := scoring.Score(alone(scoring.Direct{Metric: "a"}, "100"), scoring.Terms{Metrics: marks("a")}, agentMonth(values{"a": d("1")}))
	require.NoError(t, err)
	card, ok := full.Of("A02")
	assert.False(t, ok)
	assert.Equal(t, scoring.Card{}, card, "not the card of somebody else")
	assert.Empty(t, card.Agent())
	_, ok = card.Score()
	assert.False(t, ok)
	_, ok = card.Points("x")
	assert.False(t, ok)
	assert.Empty(t, card.Explain().Code)
	card, _ = full.Of("A01")
	_, ok = card.Points("y")
	assert.False(t, ok, "an unknown indicator")

	none, err := scoring.Score(scoring.Scheme{}, scoring.Terms{}, agentMonth(nil))
	require.NoError(t, err)
	card, ok = none.Of("A01")
	assert.True(t, ok)
	_, ok = card.Score()
	assert.False(t, ok, "the zero Scheme scores nobody")
}
