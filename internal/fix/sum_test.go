package fix

import (
	"math/big"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func TestSumAgreesWithBig(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		draw := func(name string) (Sum, *big.Int) {
			var s Sum
			exact := new(big.Int)
			for range rapid.IntRange(0, 6).Draw(t, name) {
				a := anyInt64().Draw(t, "a")
				if rapid.Bool().Draw(t, "product") {
					// Halved, so that six products stay within the 127 bits.
					a /= 8
					b := anyInt64().Draw(t, "b")
					s.AddMul(a, b)
					exact.Add(exact, bigProduct(a, b))
				} else {
					s.Add(a)
					exact.Add(exact, big.NewInt(a))
				}
			}
			return s, exact
		}
		s, exactS := draw("terms of s")
		u, exactU := draw("terms of u")

		require.False(t, s.Overflow())
		require.Equal(t, exactS.Sign(), s.Sign())
		require.Equal(t, exactS.Cmp(exactU), s.Cmp(u))

		got, ok := s.Int64()
		want, wantOK := within18(exactS)
		require.Equal(t, wantOK, ok)
		require.Equal(t, want, got)

		c, m := anyInt64().Draw(t, "c"), anyMode().Draw(t, "mode")
		got, ok = s.Div(c, m)
		if c == 0 {
			require.False(t, ok)
			return
		}
		want, wantOK = within18(bigRound(exactS, big.NewInt(c), m))
		require.Equal(t, wantOK, ok)
		require.Equal(t, want, got)
	})
}

func TestSum(t *testing.T) {
	var zero Sum
	v, ok := zero.Int64()
	assert.True(t, ok)
	assert.Zero(t, v)
	assert.Zero(t, zero.Sign())

	t.Run("ten thousand items at the finest scale are rounded once", func(t *testing.T) {
		var s Sum
		for range 10_000 {
			s.AddMul(4_999, 1) // 0.4999 each at scale 4: rounded one by one they would be nothing
		}
		got, ok := s.Div(10_000, HalfUp)
		assert.True(t, ok)
		assert.Equal(t, int64(4_999), got)
	})
	t.Run("a sum of exactly Max fits and one more does not", func(t *testing.T) {
		var s Sum
		s.Add(Max)
		got, ok := s.Int64()
		assert.True(t, ok)
		assert.Equal(t, Max, got)
		s.Add(1)
		_, ok = s.Int64()
		assert.False(t, ok)
		s.Add(-1)
		got, ok = s.Int64()
		assert.True(t, ok, "only leaving 128 bits is final")
		assert.Equal(t, Max, got)
	})
}

func TestSumOverflowIsFinal(t *testing.T) {
	// 2^126 fits 128 bits once and its double does not; the mirror ends at -2^127.
	var up Sum
	up.AddMul(minInt, minInt)
	assert.False(t, up.Overflow())
	up.AddMul(minInt, minInt)
	assert.True(t, up.Overflow())
	up.AddMul(minInt, maxInt)
	up.Add(-1)
	assert.True(t, up.Overflow(), "it does not come back")
	assert.Equal(t, 1, up.Sign())
	_, ok := up.Int64()
	assert.False(t, ok)
	_, ok = up.Div(maxInt, HalfUp)
	assert.False(t, ok)

	var down Sum
	for range 2 { // two of -2^126 + 2^63, and the 2^64 that are missing to -2^127
		down.AddMul(minInt, maxInt)
		down.Add(minInt)
	}
	assert.False(t, down.Overflow(), "-2^127 is still held")
	assert.Equal(t, -1, down.Sign())
	_, ok = down.Div(minInt, HalfUp)
	assert.False(t, ok, "2^64 is no value")
	low := down
	down.Add(-1)
	assert.True(t, down.Overflow())
	assert.Equal(t, -1, down.Sign())

	var zero Sum
	assert.Equal(t, 1, up.Cmp(zero))
	assert.Equal(t, -1, zero.Cmp(up))
	assert.Equal(t, -1, down.Cmp(low))
	assert.Equal(t, 0, down.Cmp(down))
	assert.Equal(t, 1, up.Cmp(down))
}
