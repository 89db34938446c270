package scoring_test

import (
	"errors"
	"reflect"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/scoring"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// mine is a kind from outside whose behaviour a test states.
type mine struct {
	word  func() string
	share func(scoring.Row) (scoring.Share, error)
	check func() error
	say   func() string
}

func (k mine) Kind() string {
	if k.word != nil {
		return k.word()
	}
	return "mine"
}

func (k mine) Share(row scoring.Row) (scoring.Share, error) {
	if k.share == nil {
		return scoring.Of(d("1"), d("2")), nil
	}
	return k.share(row)
}

func (k mine) Check() error {
	if k.check == nil {
		return nil
	}
	return k.check()
}

func (k mine) Sentence(explain.Lang) string {
	if k.say == nil {
		return "half of it"
	}
	return k.say()
}

// half embeds a kind of this package and has a share of its own.
type half struct{ scoring.Direct }

func (half) Kind() string { return "half" }

func (h half) Share(row scoring.Row) (scoring.Share, error) {
	s, err := h.Direct.Share(row)
	if err != nil {
		return s, err
	}
	num, den, _ := s.Decimals()
	return scoring.Of(num, den.Mul(d("2"))), nil
}

func angry() string { panic("8000.00") }

func scoreMine(rule scoring.Rule) (*scoring.Cards, error) {
	metrics := withNought(facts.Metrics{"exam": {Unit: facts.Points}, "rate": {Unit: facts.Ratio, From: facts.From{Ratio: "exam", To: "nought"}}})
	return scoring.Score(alone(rule, "10"), scoring.Terms{Metrics: metrics}, agentMonth(values{"exam": d("86.5")}))
}

func TestKindsFromOutside(t *testing.T) {
	share := func(f func(row scoring.Row) (scoring.Share, error)) mine { return mine{share: f} }
	given := func(s scoring.Share) mine {
		return share(func(scoring.Row) (scoring.Share, error) { return s, nil })
	}
	tests := []struct {
		name string
		rule scoring.Rule
		want []string // problems, or
		is   string   // the points of 10
	}{
		{"half of the points", mine{}, nil, "5.00"},
		{"two thirds, rounded once", given(scoring.Of(d("2"), d("3"))), nil, "6.67"},
		{"points of its own", given(scoring.Adjust(d("-1.5"))), nil, "-1.50"},
		{"a value that was not given", given(scoring.Missing()), []string{"metric.missing agents[0].scheme.x"}, ""},
		{"the zero Share is missing", given(scoring.Share{}), []string{"metric.missing agents[0].scheme.x"}, ""},
		{"nothing to measure, alone", given(scoring.NotApplicable()), []string{"scheme.none_applies agents[0]"}, ""},
		{"a share below no denominator", given(scoring.Of(d("1"), d("-2"))), []string{"number.overflow agents[0].scheme.x"}, ""},
		{"a share of ten decimals", given(scoring.Of(d("0.0000000001"), d("1"))), []string{"number.overflow agents[0].scheme.x"}, ""},
		{"an error", share(func(scoring.Row) (scoring.Share, error) { return scoring.Share{}, errors.New("no") }), []string{"kind.failed agents[0].scheme.x"}, ""},
		{"a panic", share(func(scoring.Row) (scoring.Share, error) { panic("no") }), []string{"kind.failed agents[0].scheme.x"}, ""},
		{"a panic of the machine", share(func(scoring.Row) (scoring.Share, error) {
			var none *facts.Agent
			_ = none.ID
			return scoring.Share{}, nil
		}), []string{"kind.failed agents[0].scheme.x"}, ""},
		{"a panic in Kind", mine{word: angry}, []string{"kind.failed scheme.indicators[0]"}, ""},
		{"no word", mine{word: func() string { return "" }}, []string{"kind.missing scheme.indicators[0]"}, ""},
		{"parameters that it refuses", mine{check: func() error { return errors.New("over must be odd") }}, []string{"kind.failed scheme.indicators[0].mine"}, ""},
		{"a panic in Check", mine{check: func() error { angry(); return nil }}, []string{"kind.failed scheme.indicators[0].mine"}, ""},
		{"an embedded rule that is nil", struct{ scoring.Rule }{}, []string{"kind.failed scheme.indicators[0]"}, ""},
		{"an embedded kind with a share of its own", half{scoring.Direct{Metric: "exam", OutOf: d("100")}}, nil, "4.33"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			cards, err := scoreMine(tt.rule)
			assert.Equal(t, tt.want, faults(t, err))
			if err == nil {
				assert.Equal(t, tt.is, points(t, cards, "A01", "x"))
			}
		})
	}
}

func TestWhyAKindFailedIsAField(t *testing.T) {
	_, err := scoreMine(mine{share: func(scoring.Row) (scoring.Share, error) { panic("a salary of 8000.00") }})
	var p *facts.Problem
	require.ErrorAs(t, err, &p)
	assert.Equal(t, "the kind panicked: a salary of 8000.00", p.Got)
	assert.Equal(t, "A01", p.Agent)
	assert.NotContains(t, err.Error(), "8000", "row 96: not in the message")
}

func TestKindsFromOutsideSpeakForThemselves(t *testing.T) {
	for name, tt := range map[string]struct {
		rule scoring.Rule
		want string
	}{
		"its sentence":      {mine{}, "half of it"},
		"a panic: its word": {mine{say: angry}, "mine"},
	} {
		t.Run(name, func(t *testing.T) {
			cards, err := scoreMine(tt.rule)
			require.NoError(t, err)
			card, _ := cards.Of("A01")
			assert.Contains(t, card.Explain().Steps[0].Sentence(explain.English), tt.want)
		})
	}
}

func TestRowsShowTheMonthUpToTheirStage(t *testing.T) {
	var seen []string
	_, err := scoreMine(mine{share: func(row scoring.Row) (scoring.Share, error) {
		exam, ok := row.Number("exam")
		require.True(t, ok)
		assert.Equal(t, "86.50", exam.StringFixed(2))
		_, ok = row.Number("rate")
		assert.False(t, ok, "a quotient by zero")
		assert.Equal(t, explain.NotApplicable, row.State("rate"))
		for _, name := range []string{"score", "x.points", "nobody"} {
			_, _, ok := row.Parts(name)
			assert.False(t, ok, name)
			assert.Equal(t, explain.Missing, row.State(name))
		}
		_, err := scoring.Direct{Metric: "score"}.Share(row)
		seen = append(seen, faults(t, err)...)
		assert.Equal(t, month("2026-01"), row.Period())
		assert.Zero(t, row.Hired())
		assert.Equal(t, "regular", row.Attribute(facts.ByStatus))
		return scoring.Of(d("1"), d("1")), nil
	}})
	require.NoError(t, err)
	assert.Equal(t, []string{"name.unknown "}, seen, "a kind of ours sees no more")

	var none scoring.Row
	_, ok := none.Number("exam")
	assert.False(t, ok)
	assert.Equal(t, explain.Missing, none.State("exam"))
	assert.Empty(t, none.Attribute(facts.ByTeam))
	assert.Zero(t, none.Hired())
	assert.Zero(t, none.Period())
	s, err := scoring.ZeroOver{Metric: "exam"}.Share(none)
	require.ErrorIs(t, err, facts.CodeMetricMissing)
	assert.Equal(t, explain.Missing, s.State())
}

// TestBadInput103 passes what a Go literal can hold by mistake.
func TestBadInput103(t *testing.T) {
	rule := func(r scoring.Rule) error {
		_, err := scoring.Score(alone(r, "100"), scoring.Terms{}, facts.Month{Period: month("2026-01")})
		return err
	}
	assert.Equal(t, []string{"kind.missing scheme.indicators[0]"}, faults(t, rule(nil)))
	assert.Equal(t, []string{"kind.pointer scheme.indicators[0]"}, faults(t, rule(&mine{})))
	for _, kind := range scoring.Kinds() {
		t.Run(kind.Kind(), func(t *testing.T) {
			pointer := reflect.New(reflect.TypeOf(kind))
			got, ok := pointer.Interface().(scoring.Rule)
			require.True(t, ok)
			assert.Equal(t, []string{"kind.pointer scheme.indicators[0]"}, faults(t, rule(got)))
			null, ok := reflect.Zero(pointer.Type()).Interface().(scoring.Rule)
			require.True(t, ok)
			assert.Equal(t, []string{"kind.pointer scheme.indicators[0]"}, faults(t, rule(null)))

			for _, fault := range faults(t, rule(kind)) {
				_, path, _ := strings.Cut(fault, " ")
				assert.True(t, strings.HasPrefix(path, "scheme.indicators[0]."), fault)
			}
			require.Error(t, rule(kind), "all zero values")
			row, err := scoring.NewRow(marks("a"), nil)
			require.NoError(t, err)
			_, err = kind.Share(row)
			require.Error(t, err, "alone too")
		})
	}
	_, err := scoring.Score(scoring.Scheme{Indicators: make([]scoring.Indicator, 2)}, scoring.Terms{
		Metrics: facts.Metrics{"": {}}, Accounts: make([]scoring.Account, 2), Rankings: make([]facts.Ranking, 2),
	}, facts.Month{})
	require.Error(t, err)
}
