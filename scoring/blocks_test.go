package scoring_test

import (
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/cspay/cspay/internal/fix"
	"github.com/cspay/cspay/scoring"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

func blockOf(id, points string) scoring.Block { return scoring.Block{ID: id, Points: d(points)} }

// in puts indicators into a block.
func in(block string, list ...scoring.Indicator) []scoring.Indicator {
	for i := range list {
		list[i].Block = block
	}
	return list
}

// blocks is 60 points of three lines and 40 of two; each line is an exam of the
// metric of its name.
func blocks() scoring.Scheme {
	return scoring.Scheme{
		Blocks:     []scoring.Block{blockOf("kpi", "60"), blockOf("ability", "40")},
		Indicators: append(in("kpi", exam("a", "5", "a"), exam("b", "20", "b"), exam("c", "20", "c"), exam("d", "15", "d")), in("ability", exam("e", "30", "e"), exam("f", "10", "f"))...),
	}
}

func TestPointsAreSpreadWithinTheirBlock(t *testing.T) {
	full, half := d("100"), d("50")
	tests := []struct {
		name   string
		values values
		want   []string // a to f, kpi, ability, score
	}{
		{
			"all apply",
			values{"a": full, "b": full, "c": full, "d": full, "e": full, "f": full},
			[]string{"5.00", "20.00", "20.00", "15.00", "30.00", "10.00", "60.00", "40.00", "100.00"},
		},
		{
			"5 + 20 + 20 carry 60, and the other block is as it was",
			values{"a": full, "b": full, "c": full, "e": half, "f": half},
			[]string{"6.67", "26.67", "26.66", "not applicable", "15.00", "5.00", "60.00", "20.00", "80.00"},
		},
		{
			"one line carries 40, and the other block is as it was",
			values{"a": full, "b": full, "c": full, "d": full, "f": half},
			[]string{"5.00", "20.00", "20.00", "15.00", "not applicable", "20.00", "60.00", "20.00", "80.00"},
		},
		{
			"both blocks spread",
			values{"a": half, "b": half, "c": half, "e": half},
			[]string{"3.34", "13.34", "13.33", "not applicable", "20.00", "not applicable", "30.01", "20.00", "50.01"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			cards, err := scoring.Score(blocks(), scoring.Terms{Metrics: marks("a", "b", "c", "d", "e", "f")}, agentMonth(tt.values))
			require.NoError(t, err)
			var got []string
			for _, id := range []string{"a", "b", "c", "d", "e", "f", "kpi", "ability"} {
				got = append(got, points(t, cards, "A01", id))
			}
			assert.Equal(t, tt.want, append(got, total(t, cards, "A01")))
		})
	}
}

func TestABlockOfWhichNothingApplies(t *testing.T) {
	terms := scoring.Terms{Metrics: marks("a", "b", "c", "d", "e", "f", "x")}
	_, err := scoring.Score(blocks(), terms, agentMonth(values{"a": d("100")}))
	assert.Equal(t, []string{"scheme.none_applies agents[0].scheme.ability"}, faults(t, err))
	assert.Equal(t, "at least one indicator of block scheme.ability that applies", want(t, err, "agents[0].scheme.ability"))

	_, err = scoring.Score(blocks(), terms, agentMonth(nil))
	assert.Equal(t, []string{
		"scheme.none_applies agents[0].scheme.kpi", "scheme.none_applies agents[0].scheme.ability",
	}, faults(t, err), "every such block")

	scheme := blocks()
	scheme.Indicators = append(scheme.Indicators, in("ability", scoring.Indicator{ID: "x", Rule: scoring.Adjustment{Metric: "x", Each: d("1")}})...)
	_, err = scoring.Score(scheme, terms, agentMonth(values{"a": d("100"), "x": d("1")}))
	assert.Equal(t, []string{"scheme.none_applies agents[0].scheme.ability"}, faults(t, err), "an adjustment carries no points")

	m := agentMonth(nil)
	m.Agents[0].Leave = []facts.Leave{{From: date("2026-01-01"), Until: date("2026-01-31"), Kind: facts.PaidLeave}}
	cards, err := scoring.Score(blocks(), terms, m)
	require.NoError(t, err, "who worked no day needs nothing")
	for _, id := range []string{"a", "kpi", "ability"} {
		assert.Equal(t, "not applicable", points(t, cards, "A01", id))
	}
	assert.Equal(t, "not applicable", total(t, cards, "A01"))
}

func TestAnAdjustmentInAndBesideABlock(t *testing.T) {
	adjust := func(id, each string) scoring.Indicator {
		return scoring.Indicator{ID: id, Rule: scoring.Adjustment{Metric: "x", Each: d(each)}}
	}
	scheme := blocks()
	scheme.Indicators = append(scheme.Indicators, in("ability", adjust("inside", "-1.5"))...)
	scheme.Indicators = append(scheme.Indicators, adjust("beside", "2"))
	full := d("100")
	m := agentMonth(values{"a": full, "b": full, "c": full, "d": full, "e": full, "f": full, "x": d("2")})
	cards, err := scoring.Score(scheme, scoring.Terms{Metrics: marks("a", "b", "c", "d", "e", "f", "x")}, m)
	require.NoError(t, err)
	got := []string{points(t, cards, "A01", "inside"), points(t, cards, "A01", "beside"), points(t, cards, "A01", "kpi"), points(t, cards, "A01", "ability"), total(t, cards, "A01")}
	assert.Equal(t, []string{"-3.00", "4.00", "60.00", "37.00", "101.00"}, got)

	card, _ := cards.Of("A01")
	steps := card.Explain().Steps
	require.Len(t, steps, 3, "the blocks, and what stands beside them")
	assert.Equal(t, "kpi 60 of 60 points", steps[0].Sentence(explain.English))
	assert.Equal(t, "ability 37 分(满分 40 分)", steps[1].Sentence(explain.Chinese))
	assert.Equal(t, "scheme.beside", steps[2].Clause)
	assert.Equal(t, "scheme.inside", steps[1].Steps[2].Clause)
}

func TestBlocksAreChecked(t *testing.T) {
	with := func(spoil func(s *scoring.Scheme)) scoring.Scheme {
		s := blocks()
		spoil(&s)
		return s
	}
	tests := []struct {
		name   string
		scheme scoring.Scheme
		want   []string
		says   string // of the first
	}{
		{"60 + 40", blocks(), nil, ""},
		{"indicators below their block", with(func(s *scoring.Scheme) { s.Indicators[0].Points = d("4.99") }), []string{"weight.sum scheme.blocks[0].points"}, "indicators of the block that add up to 60.00"},
		{"indicators above their block", with(func(s *scoring.Scheme) { s.Indicators[5].Points = d("10.01") }), []string{"weight.sum scheme.blocks[1].points"}, "indicators of the block that add up to 40.00"},
		{"right together and wrong in each", with(func(s *scoring.Scheme) { s.Indicators[3].Block = "ability" }), []string{"weight.sum scheme.blocks[0].points", "weight.sum scheme.blocks[1].points"}, "indicators of the block that add up to 60.00"},
		{"blocks that do not add up", with(func(s *scoring.Scheme) {
			s.Blocks[1].Points, s.Indicators[5].Points = d("39"), d("9")
		}), []string{"weight.sum scheme"}, "blocks that add up to 100.00"},
		{"blocks that add up to the total stated", with(func(s *scoring.Scheme) {
			s.Blocks[1].Points, s.Indicators[5].Points, s.Total = d("39"), d("9"), dp("99")
		}), nil, ""},
		{"a block without indicators", with(func(s *scoring.Scheme) {
			s.Blocks = append(s.Blocks, blockOf("empty", "10"))
			s.Total = dp("110")
		}), []string{"weight.sum scheme.blocks[2].points"}, "indicators of the block that add up to 10.00"},
		{"a block of no points", with(func(s *scoring.Scheme) {
			s.Blocks = append(s.Blocks, blockOf("empty", "0"))
		}), []string{"weight.invalid scheme.blocks[2].points"}, "points above 0"},
		{"a block of thousandths", with(func(s *scoring.Scheme) { s.Blocks[1].Points = d("40.001") }), []string{"number.scale scheme.blocks[1].points", "weight.sum scheme"}, "at most 2 decimals"},
		{"an indicator of no block", with(func(s *scoring.Scheme) { s.Indicators[2].Block = "" }), []string{"shape.required scheme.indicators[2].block"}, "the block that the points belong to"},
		{"a misspelt block", with(func(s *scoring.Scheme) { s.Indicators[4].Block = "abilty" }), []string{"name.unknown scheme.indicators[4].block"}, "a block of the scheme; nearest: ability"},
		{"a block where there is none", with(func(s *scoring.Scheme) {
			s.Blocks = nil
		}), []string{
			"name.unknown scheme.indicators[0].block", "name.unknown scheme.indicators[1].block", "name.unknown scheme.indicators[2].block",
			"name.unknown scheme.indicators[3].block", "name.unknown scheme.indicators[4].block", "name.unknown scheme.indicators[5].block",
		}, "no block: the scheme states none"},
		{"a block without an id", with(func(s *scoring.Scheme) {
			s.Blocks[0].ID = ""
			for i := range 4 {
				s.Indicators[i].Block = ""
			}
		}), []string{
			"shape.required scheme.blocks[0].id", "shape.required scheme.indicators[0].block", "shape.required scheme.indicators[1].block",
			"shape.required scheme.indicators[2].block", "shape.required scheme.indicators[3].block",
		}, "an id"},
		{"a block twice", with(func(s *scoring.Scheme) { s.Blocks[1].ID = "kpi" }), []string{
			"id.duplicate scheme.blocks[1].id", "name.unknown scheme.indicators[4].block", "name.unknown scheme.indicators[5].block",
		}, "an id of its own"},
		{"an indicator with the id of a block", with(func(s *scoring.Scheme) { s.Indicators[0].ID = "ability" }), []string{"id.duplicate scheme.indicators[0].id"}, "an id of its own"},
		{"a block with the name of a metric", with(func(s *scoring.Scheme) {
			s.Blocks[1].ID = "taken"
			s.Indicators[4].Block, s.Indicators[5].Block = "taken", "taken"
		}), []string{"name.duplicate scheme.blocks[1].id"}, "a name that no metric or figure has yet"},
		{"blocks without indicators", scoring.Scheme{Blocks: []scoring.Block{blockOf("kpi", "100")}}, []string{"shape.required scheme.indicators"}, "at least one indicator"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			terms := scoring.Terms{Metrics: marks("a", "b", "c", "d", "e", "f", "taken.points")}
			_, err := scoring.Score(tt.scheme, terms, facts.Month{Period: month("2026-01")})
			got := faults(t, err)
			assert.Equal(t, tt.want, got)
			if len(got) > 0 {
				assert.ErrorContains(t, err, "want "+tt.says)
			}
		})
	}
	_, err := scoring.Score(with(func(s *scoring.Scheme) { s.Indicators[0].Points = d("4.99") }), scoring.Terms{Metrics: marks("a", "b", "c", "d", "e", "f")}, facts.Month{})
	assert.ErrorContains(t, err, `add up to 60.00, got "59.99"`, "both numbers")
}

func TestABoundOfTheScoreIsTold(t *testing.T) {
	tests := []struct {
		name, mark string
		want       string // of the last step
	}{
		{"on the most", "110", "a 110 points out of 100 points: 110 of 100 points"},
		{"above the most", "118", "The lines add up to 118 points, the highest score is 110 points: -8 points"},
		{"on the least", "10", "a 10 points out of 100 points: 10 of 100 points"},
		{"below the least", "9.99", "The lines add up to 9.99 points, the lowest score is 10 points: +0.01 points"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			scheme := scoring.Scheme{Indicators: []scoring.Indicator{exam("a", "100", "a")}, Least: dp("10"), Most: dp("110")}
			cards, err := scoring.Score(scheme, scoring.Terms{Metrics: marks("a")}, agentMonth(values{"a": d(tt.mark)}))
			require.NoError(t, err)
			card, _ := cards.Of("A01")
			steps := card.Explain().Steps
			assert.Equal(t, tt.want, steps[len(steps)-1].Sentence(explain.English))
		})
	}
}

// TestExplanationsOfBlocksAddUp: a block is the sum of its lines, its figure,
// and with all marks full its points; the score is the sum of the blocks, of
// the lines beside them, and of what a bound adds or takes off.
func TestExplanationsOfBlocksAddUp(t *testing.T) {
	ids := []string{"a", "b", "c", "d", "e", "f"}
	rapid.Check(t, func(rt *rapid.T) {
		scheme := blocks()
		scheme.Indicators = append(scheme.Indicators, in("ability", scoring.Indicator{ID: "x", Rule: scoring.Adjustment{Metric: "x", Each: d("0.7")}})...)
		scheme.Indicators = append(scheme.Indicators, scoring.Indicator{ID: "y", Rule: scoring.Adjustment{Metric: "x", Each: d("-3")}})
		scheme.Least, scheme.Most = dp("20"), dp("95")
		allFull := rapid.Bool().Draw(rt, "all marks are full")
		given := values{"x": d("0")}
		for i, id := range ids {
			always := i == 0 || i == 4 // a line of each block
			switch {
			case !always && rapid.Bool().Draw(rt, "not applicable "+id):
			case allFull:
				given[id] = d("100")
			default:
				given[id] = fix.ToDecimal(rapid.Int64Range(-20_00, 120_00).Draw(rt, id), 2)
			}
		}
		if !allFull {
			given["x"] = fix.ToDecimal(rapid.Int64Range(-9_00, 9_00).Draw(rt, "x"), 2)
		}
		cards, err := scoring.Score(scheme, scoring.Terms{Metrics: marks(append(ids, "x")...)}, agentMonth(given))
		require.NoError(rt, err)
		card, _ := cards.Of("A01")
		tree := card.Explain()
		score, _ := card.Score()
		equal(rt, score, tree.Value)
		require.Zero(rt, score.Cmp(sum(rt, tree.Steps)))
		for i, b := range scheme.Blocks {
			figure, ok := card.Points(b.ID)
			require.True(rt, ok)
			equal(rt, figure, tree.Steps[i].Value)
			require.Zero(rt, figure.Cmp(sum(rt, tree.Steps[i].Steps)))
			if allFull {
				require.Zero(rt, figure.Cmp(b.Points), "full marks stay full marks")
			}
		}
	})
}

func sum(t *rapid.T, steps []explain.Step) decimal.Decimal {
	t.Helper()
	out := decimal.Decimal{}
	for _, s := range steps {
		if s.Value.State == explain.NotApplicable {
			continue
		}
		v, ok := s.Value.Decimal()
		require.True(t, ok)
		out = out.Add(v)
	}
	return out
}
