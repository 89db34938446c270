package fix_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/cspay/cspay/internal/fix"
)

func TestLowest(t *testing.T) {
	tests := []struct {
		name                     string
		num, den, wantNum, wantD int64
	}{
		{"halves", 4, 8, 1, 2},
		{"already lowest", 3, 7, 3, 7},
		{"zero", 0, 5, 0, 1},
		{"below zero", -6, 4, -3, 2},
		{"a denominator below zero", 6, -4, -3, 2},
		{"both below zero", -6, -4, 3, 2},
		{"the largest", fix.Max, fix.Max, 1, 1},
		{"no denominator stays what it is", 3, 0, 3, 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			num, den := fix.Lowest(tt.num, tt.den)
			assert.Equal(t, []int64{tt.wantNum, tt.wantD}, []int64{num, den})
		})
	}
}

func TestLcm(t *testing.T) {
	tests := []struct {
		name       string
		a, b, want int64
		ok         bool
	}{
		{"of 4 and 6", 4, 6, 12, true},
		{"of equals", 7, 7, 7, true},
		{"with 1", 1, fix.Max, fix.Max, true},
		{"of the largest with itself", fix.Max, fix.Max, fix.Max, true},
		{"beyond 18 digits", fix.Max, 2, 0, false},
		{"of 0", 0, 5, 0, false},
		{"below zero", 5, -5, 0, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, ok := fix.Lcm(tt.a, tt.b)
			assert.Equal(t, tt.ok, ok)
			assert.Equal(t, tt.want, got)
		})
	}
}

// TestLowestKeepsTheValue holds the reduced fraction to the one it came from.
func TestLowestKeepsTheValue(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		num := rapid.Int64Range(-fix.Max, fix.Max).Draw(rt, "num")
		den := rapid.Int64Range(1, fix.Max).Draw(rt, "den")
		n, d := fix.Lowest(num, den)
		require.Positive(rt, d)
		require.Zero(rt, fix.CmpMul(num, d, n, den))
		m, ok := fix.Lcm(d, den)
		require.True(rt, ok, "den is a multiple of d")
		require.Equal(rt, den, m)
	})
}
