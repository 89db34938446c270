package fix

import (
	"math"
	"math/big"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

const (
	minInt = math.MinInt64
	maxInt = math.MaxInt64
)

// anyInt64 draws the values at which arithmetic breaks as often as ordinary ones.
func anyInt64() *rapid.Generator[int64] {
	return rapid.OneOf(
		rapid.Int64(),
		rapid.Int64Range(-Max, Max),
		rapid.Int64Range(-100, 100),
		rapid.SampledFrom([]int64{minInt, minInt + 1, maxInt, maxInt - 1, Max, -Max, Max + 1, -Max - 1, 1 << 32, 1<<32 - 1}),
	)
}

func anyMode() *rapid.Generator[Mode] {
	return rapid.SampledFrom([]Mode{HalfUp, HalfEven, HalfDown, Up, Down})
}

func bigProduct(factors ...int64) *big.Int {
	p := big.NewInt(1)
	for _, f := range factors {
		p.Mul(p, big.NewInt(f))
	}
	return p
}

// bigRound is num/den rounded by m, worked out from the definition of each mode
// on exact fractions: candidates toward zero and away from it, and the distance.
func bigRound(num, den *big.Int, m Mode) *big.Int {
	q, r := new(big.Int).QuoRem(num, den, new(big.Int))
	away := big.NewInt(int64(num.Sign() * den.Sign()))
	away.Add(away, q)
	if r.Sign() == 0 {
		return q
	}
	twice := new(big.Int).Abs(r)
	half := twice.Lsh(twice, 1).CmpAbs(den)
	switch {
	case m == Up, half > 0 && m != Down:
		return away
	case m == Down, half < 0, m == HalfDown:
		return q
	case m == HalfEven && q.Bit(0) == 0:
		return q
	}
	return away
}

// within18 is a big number as the package answers it: itself, or 0 and false.
func within18(x *big.Int) (int64, bool) {
	if x.CmpAbs(big.NewInt(Max)) > 0 {
		return 0, false
	}
	return x.Int64(), true
}

func TestPow10(t *testing.T) {
	for n, want := 0, int64(1); n <= MaxDigits; n, want = n+1, want*10 {
		assert.Equal(t, want, Pow10(n), "10^%d", n)
	}
	assert.Zero(t, Pow10(-1))
	assert.Zero(t, Pow10(19))
}

func TestAddAndMul(t *testing.T) {
	tests := []struct {
		name   string
		op     func(a, b int64) (int64, bool)
		a, b   int64
		want   int64
		wantOK bool
	}{
		{"a sum of exactly Max fits", Add, Max - 1, 1, Max, true},
		{"a sum one above Max does not", Add, Max, 1, 0, false},
		{"a sum of exactly -Max fits", Add, -Max + 1, -1, -Max, true},
		{"a sum one below -Max does not", Add, -Max, -1, 0, false},
		{"a sum that would wrap to a small number does not fit", Add, minInt, minInt, 0, false},
		{"large numbers of opposite sign cancel", Add, maxInt, -maxInt, 0, true},
		{"a product of exactly Max fits", Mul, 333_333_333_333_333_333, 3, Max, true},
		{"a product one above Max does not", Mul, 1_000_000_000, 1_000_000_000, 0, false},
		{"a product of exactly -Max fits", Mul, -333_333_333_333_333_333, 3, -Max, true},
		{"a product one below -Max does not", Mul, -1_000_000_000, 1_000_000_000, 0, false},
		{"a product that would wrap to 0 does not fit", Mul, 1 << 32, 1 << 32, 0, false},
		{"the smallest int64 times -1 does not fit", Mul, minInt, -1, 0, false},
		{"the smallest int64 times 0 is 0", Mul, minInt, 0, 0, true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, ok := tt.op(tt.a, tt.b)
			assert.Equal(t, tt.wantOK, ok)
			assert.Equal(t, tt.want, got)
		})
	}
}

func TestMulDiv(t *testing.T) {
	tests := []struct {
		name    string
		a, b, c int64
		mode    Mode
		want    int64
		wantOK  bool
	}{
		{"half of 166.67 rounds half up to 83.34", 16667, 50, 100, HalfUp, 8334, true},
		{"half of 166.67 lost, rounded down, is 83.33", 16667, 50, 100, Down, 8333, true},
		{"3 errors in 60 contacts lose 8.33 of 166.67", 16667, 3, 60, Down, 833, true},
		{"5.00 x 2 / 3 is 3.33", 500, 2, 3, HalfUp, 333, true},
		{"a result of exactly Max fits", Max, Max, Max, HalfUp, Max, true},
		{"Max and a half stays Max when halves go down", 2*Max + 1, 1, 2, HalfDown, Max, true},
		{"Max and a half is out of range when halves go up", 2*Max + 1, 1, 2, HalfUp, 0, false},
		{"a result one above Max does not fit", Max + 1, 5, 5, HalfUp, 0, false},
		{"a quotient beyond 64 bits does not fit", maxInt, maxInt, 1, HalfUp, 0, false},
		{"division by zero is refused", 1, 1, 0, HalfUp, 0, false},
		{"zero over zero is refused", 0, 0, 0, HalfUp, 0, false},
		{"zero is 0 and not lifted", 0, 7, -3, Up, 0, true},
		{"the smallest int64 three times over is itself, out of range", minInt, minInt, minInt, HalfUp, 0, false},
		{"the smallest int64 over itself is 1", minInt, 1, minInt, HalfUp, 1, true},
		{"three negatives are negative", -3, -3, -3, HalfUp, -3, true},
		{"an unknown mode rounds half up", 1, 1, 2, Mode(99), 1, true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, ok := MulDiv(tt.a, tt.b, tt.c, tt.mode)
			assert.Equal(t, tt.wantOK, ok)
			assert.Equal(t, tt.want, got)
		})
	}
}

func TestMulDivAgreesWithBig(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		checkMulDiv(t, anyInt64().Draw(t, "a"), anyInt64().Draw(t, "b"), anyInt64().Draw(t, "c"), anyMode().Draw(t, "mode"))
	})
	// Halves are rare among random numbers: make them.
	rapid.Check(t, func(t *rapid.T) {
		c := rapid.Int64Range(1, maxInt/2).Draw(t, "half of c")
		odd := rapid.Int64Range(-1000, 1000).Draw(t, "a")*2 + 1
		checkMulDiv(t, odd, c, 2*c, anyMode().Draw(t, "mode"))
	})
}

func checkMulDiv(t require.TestingT, a, b, c int64, m Mode) {
	got, ok := MulDiv(a, b, c, m)
	if c == 0 {
		require.False(t, ok)
		return
	}
	want, wantOK := within18(bigRound(bigProduct(a, b), big.NewInt(c), m))
	require.Equal(t, wantOK, ok)
	require.Equal(t, want, got)
}

func FuzzMulDiv(f *testing.F) {
	f.Add(int64(16667), int64(50), int64(100), uint8(HalfUp))
	f.Add(int64(minInt), int64(minInt), int64(minInt), uint8(HalfEven))
	f.Add(2*Max+1, int64(-1), int64(2), uint8(HalfDown))
	f.Fuzz(func(t *testing.T, a, b, c int64, m uint8) {
		checkMulDiv(t, a, b, c, Mode(m%5))
	})
}

func TestAddMulAndCmpMulAgreeWithBig(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := anyInt64().Draw(t, "a"), anyInt64().Draw(t, "b")
		c, d := anyInt64().Draw(t, "c"), anyInt64().Draw(t, "d")

		got, ok := Add(a, b)
		want, wantOK := within18(new(big.Int).Add(big.NewInt(a), big.NewInt(b)))
		require.Equal(t, wantOK, ok)
		require.Equal(t, want, got)

		got, ok = Mul(a, b)
		want, wantOK = within18(bigProduct(a, b))
		require.Equal(t, wantOK, ok)
		require.Equal(t, want, got)

		require.Equal(t, bigProduct(a, b).Cmp(bigProduct(c, d)), CmpMul(a, b, c, d))
		require.Zero(t, CmpMul(a, b, b, a))
	})
}

func TestCmpMul(t *testing.T) {
	tests := []struct {
		name       string
		a, b, c, d int64
		want       int
	}{
		{"2/3 is below 667/1000", 2, 1000, 667, 3, -1},
		{"2/3 is above 666/1000", 2, 1000, 666, 3, 1},
		{"2/3 equals 4/6", 2, 6, 4, 3, 0},
		{"products beyond 64 bits that differ by one", Max, Max, Max - 1, Max + 1, 1},
		{"the largest product of all against the smallest", minInt, minInt, minInt, maxInt, 1},
		{"a negative against zero", -1, 1, 0, minInt, -1},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			assert.Equal(t, tt.want, CmpMul(tt.a, tt.b, tt.c, tt.d))
			assert.Equal(t, -tt.want, CmpMul(tt.c, tt.d, tt.a, tt.b))
		})
	}
}

func TestFraction(t *testing.T) {
	tests := []struct {
		name       string
		a, b, c, d int64
		num, den   int64
		wantOK     bool
	}{
		{"small products stay as they are", 6, 4, 8, 1, 24, 8, true},
		{"the denominator is made positive", 6, 4, -8, 1, -24, 8, true},
		{"large factors are cancelled across", Max, Max, Max, 1, Max, 1, true},
		{"both numerators cancel against both denominators", 6 * Pow10(16), 35 * Pow10(16), 10 * Pow10(16), 21 * Pow10(16), 1, 1, true},
		{"the smallest int64 over itself", minInt, minInt, minInt, minInt, 1, 1, true},
		{"zero over a huge denominator", 0, minInt, minInt, minInt, 0, 1, true},
		{"a fraction in lowest terms of exactly Max fits", Max, 1, 1, 2, Max, 2, true},
		{"one above Max does not", Max + 1, 1, 1, 3, 0, 0, false},
		{"a denominator beyond Max does not", 1, 1, Max, 2, 0, 0, false},
		{"a zero denominator is refused", 1, 1, 0, 5, 0, 0, false},
		{"the other zero denominator is refused", 1, 1, 5, 0, 0, 0, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			num, den, ok := Fraction(tt.a, tt.b, tt.c, tt.d)
			assert.Equal(t, tt.wantOK, ok)
			assert.Equal(t, []int64{tt.num, tt.den}, []int64{num, den})
		})
	}
}

func TestFractionAgreesWithBig(t *testing.T) {
	// Factors of one another, so that there is something to cancel.
	factor := rapid.OneOf(anyInt64(), rapid.Custom(func(t *rapid.T) int64 {
		return rapid.Int64Range(-1000, 1000).Draw(t, "x") * Pow10(rapid.IntRange(0, 15).Draw(t, "zeros"))
	}))
	rapid.Check(t, func(t *rapid.T) {
		a, b := factor.Draw(t, "a"), factor.Draw(t, "b")
		c, d := factor.Draw(t, "c"), factor.Draw(t, "d")
		num, den, ok := Fraction(a, b, c, d)
		if c == 0 || d == 0 {
			require.False(t, ok)
			return
		}
		exact := new(big.Rat).SetFrac(bigProduct(a, b), bigProduct(c, d))
		_, numFits := within18(exact.Num())
		_, denFits := within18(exact.Denom())
		require.Equal(t, numFits && denFits, ok)
		if ok {
			require.Positive(t, den)
			require.LessOrEqual(t, max(num, -num, den), Max)
			require.Zero(t, exact.Cmp(big.NewRat(num, den)))
		}
	})
}

func BenchmarkMulDiv(b *testing.B) {
	for _, bm := range []struct {
		name    string
		a, b, c int64
	}{
		{"a product of 64 bits", 16667, 50, 100},
		{"a product of 128 bits", Max, 123_456_789, 987_654_321},
	} {
		b.Run(bm.name, func(b *testing.B) {
			var total int64
			for i := range int64(b.N) {
				v, _ := MulDiv(bm.a-i&1023, bm.b, bm.c, HalfUp)
				total ^= v
			}
			if total == 1 {
				b.Log(total) // keeps the work alive
			}
		})
	}
}
