package mykinds_test

import (
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/examples/tenure/mykinds"
	"github.com/cspay/cspay/policy"
	"github.com/cspay/cspay/scoring"
	"github.com/cspay/cspay/scoring/facts"
)

func TestTenureCountsWholeMonths(t *testing.T) {
	for name, c := range map[string]struct {
		hired facts.Date
		want  string
	}{
		"three years to the day":             {day(2023, 4, 1), "10.00"},
		"a day less than three years":        {day(2023, 4, 2), "9.72"}, // 35 of 36
		"ten years are no more than three":   {day(2016, 1, 1), "10.00"},
		"27 months":                          {day(2024, 1, 1), "7.50"},
		"the 31st of a month, two months on": {day(2026, 1, 31), "0.56"}, // 2 of 36
		"the first of the month after":       {day(2026, 2, 1), "0.56"},
		"the second of the month after":      {day(2026, 2, 2), "0.28"},
		"the first day of the month":         {day(2026, 3, 1), "0.28"},
		"the second day of the month":        {day(2026, 3, 2), "0.00"},
		"hired after the month":              {day(2026, 4, 15), "0.00"},
	} {
		t.Run(name, func(t *testing.T) {
			cards, err := scoring.Score(
				literal(mykinds.Tenure{Years: 3}).Scheme,
				scoring.Terms{Metrics: literal(nil).Metrics},
				facts.Month{Period: month(2026, 3), Agents: []facts.Agent{{
					ID: "A1", Hired: c.hired, Values: map[string]decimal.Decimal{"exam": decimal.New(1, 0)},
				}}},
			)
			require.NoError(t, err)
			card, _ := cards.Of("A1")
			points, known := card.Points("tenure")
			if c.hired > month(2026, 3).Last() {
				assert.False(t, known, "not in service, so there is no score")
				return
			}
			require.True(t, known)
			assert.Equal(t, c.want, points.StringFixed(2))
		})
	}
}

func TestTheLiteralAndTheDocumentHaveOneDigest(t *testing.T) {
	half := decimal.New(50, -2)
	for name, c := range map[string]struct {
		kind mykinds.Tenure
		text string
	}{
		"years alone":                 {mykinds.Tenure{Years: 3}, "{years: 3}"},
		"a share written with zeros":  {mykinds.Tenure{Years: 5, Unknown: &half}, "{unknown: 50.0%, years: 5}"},
		"a share written as a number": {mykinds.Tenure{Years: 5, Unknown: &half}, "{years: 5, unknown: 0.5}"},
	} {
		t.Run(name, func(t *testing.T) {
			src := strings.Replace(document, "{years: 3}", c.text, 1)
			with := policy.With(mykinds.Tenure{})
			loaded, err := policy.Load(strings.NewReader(src), with)
			require.NoError(t, err)
			fromLiteral, err := policy.New(literal(c.kind))
			require.NoError(t, err)
			assert.Equal(t, loaded.Digest(), fromLiteral.Digest())
			both, err := policy.New(literal(c.kind), with)
			require.NoError(t, err)
			assert.Equal(t, loaded.Digest(), both.Digest())
			assert.Equal(t, c.kind.Years, loaded.Document().Scheme.Indicators[1].Rule.(mykinds.Tenure).Years)

			var yaml, json strings.Builder
			require.NoError(t, fromLiteral.WriteYAML(&yaml))
			require.NoError(t, fromLiteral.WriteJSON(&json))
			for _, text := range []string{yaml.String(), json.String()} {
				again, err := policy.Load(strings.NewReader(text), with)
				require.NoError(t, err, text)
				assert.Equal(t, loaded.Digest(), again.Digest())
			}
		})
	}
	three, err := policy.New(literal(mykinds.Tenure{Years: 3}))
	require.NoError(t, err)
	four, err := policy.New(literal(mykinds.Tenure{Years: 4}))
	require.NoError(t, err)
	assert.NotEqual(t, three.Digest(), four.Digest())
}

func TestBadParametersAreReportedAtTheirPlace(t *testing.T) {
	with := policy.With(mykinds.Tenure{})
	for name, c := range map[string]struct {
		text         string
		code         facts.Code
		line, column int
		says         string
	}{
		"years out of bounds":    {"{years: 51}", facts.CodeKindFailed, 9, 58, "years from 1 to 50"},
		"no years":               {"{}", facts.CodeRequired, 9, 66, "the key years"},
		"a misspelt parameter":   {"{yaers: 3}", facts.CodeNameUnknown, 9, 67, `"years"`},
		"years that are no year": {"{years: 2.5}", facts.CodeNumberNotInteger, 9, 74, "whole"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := policy.Load(strings.NewReader(strings.Replace(document, "{years: 3}", c.text, 1)), with)
			var list policy.Problems
			require.ErrorAs(t, err, &list)
			require.NotEmpty(t, list)
			assert.Equal(t, c.code, list[0].Code)
			assert.Equal(t, []int{c.line, c.column}, []int{list[0].Line, list[0].Column})
			assert.Contains(t, list[0].Error(), c.says)
		})
	}
	_, err := policy.New(literal(mykinds.Tenure{}))
	require.ErrorIs(t, err, facts.CodeKindFailed)
	require.ErrorContains(t, err, "scheme.indicators[1].tenure")
}

func TestWithoutItsPrototypeTheWordIsUnknown(t *testing.T) {
	_, err := policy.Load(strings.NewReader(document))
	require.ErrorIs(t, err, facts.CodeNameUnknown)
	assert.ErrorContains(t, err, "policy.yaml:9:58")
}

func TestAnUnknownDayOfHireIsAnErrorOrTheStatedShare(t *testing.T) {
	m := march()
	m.Agents[0].Hired = 0
	p, err := policy.New(literal(mykinds.Tenure{Years: 3}))
	require.NoError(t, err)
	r, err := p.Close(m, policy.History{})
	assert.Nil(t, r)
	require.ErrorIs(t, err, facts.CodeMetricMissing)
	require.ErrorContains(t, err, "scheme.tenure")
	require.ErrorContains(t, err, "(agent A1)")

	half := decimal.New(5, -1)
	p, err = policy.New(literal(mykinds.Tenure{Years: 3, Unknown: &half}))
	require.NoError(t, err)
	r, err = p.Close(m, policy.History{})
	require.NoError(t, err)
	slip, _ := r.Slip("A1")
	assert.Equal(t, "95.00", slip.Score().StringFixed(2))
}
