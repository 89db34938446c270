package scoring_test

import (
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/scoring"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

func TestShare(t *testing.T) {
	tests := []struct {
		name  string
		share scoring.Share
		state explain.State
		want  string // num/den in lowest terms where it is known
	}{
		{"half", scoring.Of(d("1"), d("2")), explain.Known, "1/2"},
		{"decimals of both sides", scoring.Of(d("0.5"), d("1.25")), explain.Known, "50/125"},
		{"nine decimals", scoring.Of(d("0.000000001"), d("1")), explain.Known, "1/1000000000"},
		{"ten decimals", scoring.Of(d("0.0000000001"), d("1")), explain.Overflow, ""},
		{"below zero", scoring.Of(d("-1"), d("2")), explain.Known, "-1/2"},
		{"a denominator of zero", scoring.Of(d("1"), d("0")), explain.NotApplicable, ""},
		{"a denominator below zero", scoring.Of(d("1"), d("-1")), explain.Overflow, ""},
		{"18 digits", scoring.Of(d("999999999999999999"), d("1")), explain.Known, "999999999999999999/1"},
		{"19 digits", scoring.Of(d("1000000000000000000"), d("1")), explain.Overflow, ""},
		{"row 23: an exponent beyond all use", scoring.Of(decimal.New(1, 1_000_000_000), d("1")), explain.Overflow, ""},
		{"row 23: below all use", scoring.Of(d("1"), decimal.New(1, -1_000_000_000)), explain.Overflow, ""},
		{"an adjustment in points", scoring.Adjust(d("-2.5")), explain.Known, "-2.5/1"},
		{"an adjustment of thousandths", scoring.Adjust(d("0.001")), explain.Overflow, ""},
		{"missing", scoring.Missing(), explain.Missing, ""},
		{"not applicable", scoring.NotApplicable(), explain.NotApplicable, ""},
		{"zero", scoring.Share{}, explain.Missing, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			assert.Equal(t, tt.state, tt.share.State())
			num, den, ok := tt.share.Decimals()
			assert.Equal(t, tt.state == explain.Known, ok)
			if ok {
				assert.Equal(t, tt.want, num.String()+"/"+den.String())
			}
		})
	}
}

func TestNewRow(t *testing.T) {
	row, err := scoring.NewRow(shop(), values{"sold": d("3"), "target": d("4"), "reviews": d("2")})
	require.NoError(t, err)
	n, ok := row.Number("reviews")
	assert.True(t, ok)
	assert.Equal(t, "2", n.String())
	_, ok = row.Number("completion")
	assert.False(t, ok, "a quotient is two numbers")
	num, den, ok := row.Parts("completion")
	assert.True(t, ok)
	assert.Equal(t, "300/400", num.String()+"/"+den.String(), "cents over cents")
	assert.Equal(t, explain.Missing, row.State("exam"))

	s, err := scoring.Attainment{Metric: "completion", Target: d("1")}.Share(row)
	require.NoError(t, err)
	num, den, ok = s.Decimals()
	assert.True(t, ok)
	assert.Zero(t, num.Mul(d("4")).Cmp(den.Mul(d("3"))), "three quarters")

	_, err = scoring.NewRow(shop(), values{"completion": d("1"), "examm": d("1")})
	assert.Equal(t, []string{"metric.derived agents[0].values.completion", "metric.unknown agents[0].values.examm"}, faults(t, err))
	_, err = scoring.NewRow(facts.Metrics{"a": {Unit: "stone"}}, nil)
	assert.ErrorContains(t, err, `got "stone"`, "a metric is no fact")
}
