package fix_test

import (
	"math"
	"math/big"
	"testing"

	"github.com/stretchr/testify/assert"
	"pgregory.net/rapid"

	"github.com/cspay/cspay/internal/fix"
)

func TestCmpProducts(t *testing.T) {
	top, bottom := fix.Max, int64(math.MinInt64)
	tests := []struct {
		name string
		a, b [4]int64
		want int
	}{
		{"equal products of other factors", [4]int64{6, 5, 1, 1}, [4]int64{3, 10, 1, 1}, 0},
		{"one less", [4]int64{29, 1, 1, 1}, [4]int64{3, 10, 1, 1}, -1},
		{"one more", [4]int64{31, 1, 1, 1}, [4]int64{3, 10, 1, 1}, 1},
		{"two negative factors are positive", [4]int64{-3, -10, 1, 1}, [4]int64{3, 10, 1, 1}, 0},
		{"below zero is below zero", [4]int64{-1, 1, 1, 1}, [4]int64{0, 9, 9, 9}, -1},
		{"of two below zero the larger magnitude is less", [4]int64{-31, 1, 1, 1}, [4]int64{-30, 1, 1, 1}, -1},
		{"of two below zero the smaller magnitude is more", [4]int64{-29, 1, 1, 1}, [4]int64{-30, 1, 1, 1}, 1},
		{"zero is zero whatever else", [4]int64{0, top, top, top}, [4]int64{top, -1, 0, 1}, 0},
		{"above zero", [4]int64{1, 1, 1, 1}, [4]int64{0, 1, 1, 1}, 1},
		{"the largest four factors", [4]int64{top, top, top, top}, [4]int64{top, top, top, top}, 0},
		{"one less in 240 bits", [4]int64{top, top, top, top - 1}, [4]int64{top, top, top, top}, -1},
		{"equal in the order of the factors alone", [4]int64{top, top - 1, top - 2, top - 3}, [4]int64{top - 3, top - 2, top - 1, top}, 0},
		{"the smallest int64 four times is 2^252", [4]int64{bottom, bottom, bottom, bottom}, [4]int64{bottom, bottom, bottom, math.MaxInt64}, 1},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			assert.Equal(t, tt.want, fix.CmpProducts(tt.a, tt.b))
			assert.Equal(t, -tt.want, fix.CmpProducts(tt.b, tt.a))
		})
	}
}

// TestCmpProductsIsExact compares with numbers of any size. Near products are
// drawn on purpose: of random ones the first word would decide.
func TestCmpProductsIsExact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var a, b [4]int64
		x, y := big.NewInt(1), big.NewInt(1)
		for i := range a {
			a[i] = rapid.Int64().Draw(t, "a")
			b[i] = a[i]
			if rapid.Bool().Draw(t, "other") {
				b[i] = rapid.OneOf(rapid.Int64(), rapid.Just(a[i]+1), rapid.Just(-a[i])).Draw(t, "b")
			}
			x.Mul(x, big.NewInt(a[i]))
		}
		b[0], b[3] = b[3], b[0]
		for i := range b {
			y.Mul(y, big.NewInt(b[i]))
		}
		assert.Equal(t, x.Cmp(y), fix.CmpProducts(a, b))
	})
}
