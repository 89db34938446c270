package fix

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestModes(t *testing.T) {
	assert.Equal(t, []string{"half_up", "half_even", "half_down", "up", "down"}, ModeWords())
	for i, word := range ModeWords() {
		m, ok := ParseMode(word)
		assert.True(t, ok, word)
		assert.Equal(t, Mode(i), m, word)
		assert.Equal(t, word, m.String())
	}
	for _, word := range []string{"", "HALF_UP", "unknown", "nearest"} {
		_, ok := ParseMode(word)
		assert.False(t, ok, "%q is no mode", word)
	}
	assert.Equal(t, "unknown", Mode(99).String())
	var zero Mode
	assert.Equal(t, HalfUp, zero)
}

func TestMulDivInEveryMode(t *testing.T) {
	// In hundredths: what each mode makes of the number in the first column.
	tests := []struct {
		name                              string
		hundredths                        int64
		halfUp, halfEven, halfDown, up, d int64
	}{
		{"a whole number stays", 200, 2, 2, 2, 2, 2},
		{"one hundredth above a whole number", 201, 2, 2, 2, 3, 2},
		{"just below a half", 249, 2, 2, 2, 3, 2},
		{"a half above an even number", 250, 3, 2, 2, 3, 2},
		{"a half above an odd number", 350, 4, 4, 3, 4, 3},
		{"just above a half", 251, 3, 3, 3, 3, 2},
		{"a half above zero", 50, 1, 0, 0, 1, 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			for m, want := range map[Mode]int64{
				HalfUp: tt.halfUp, HalfEven: tt.halfEven, HalfDown: tt.halfDown, Up: tt.up, Down: tt.d,
			} {
				got, ok := MulDiv(tt.hundredths, 1, 100, m)
				require.True(t, ok)
				assert.Equal(t, want, got, m.String())
				got, ok = MulDiv(-tt.hundredths, 1, 100, m)
				require.True(t, ok)
				assert.Equal(t, -want, got, "%s of the negative", m)
			}
		})
	}
}
