package fix

import (
	"math/big"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func TestSlice(t *testing.T) {
	tests := []struct {
		name       string
		total      int64
		n          int
		dear       int // so many parts
		each, rest int64
	}{
		{"5000.00 over 28 days", 500000, 28, 4, 17858, 17857},
		{"5000.00 over 29 days", 500000, 29, 11, 17242, 17241},
		{"5000.00 over 30 days", 500000, 30, 20, 16667, 16666},
		{"5000.00 over 31 days", 500000, 31, 1, 16130, 16129},
		{"0.01 over 3", 1, 3, 1, 1, 0},
		{"minus 0.01 over 3", -1, 3, 1, -1, 0},
		{"minus 5000.00 over 28 days", -500000, 28, 4, -17858, -17857},
		{"an even split", 300, 3, 3, 100, 0},
		{"nothing", 0, 3, 3, 0, 0},
		{"the smallest int64 in one part", minInt, 1, 1, minInt, 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			weights, split := make([]int64, tt.n), make([]int64, tt.n)
			var sum int64
			for i := range tt.n {
				want := tt.rest
				if i < tt.dear {
					want = tt.each
				}
				assert.Equal(t, want, Slice(tt.total, tt.n, i), "part %d", i)
				sum += Slice(tt.total, tt.n, i)
				weights[i] = 1
			}
			assert.Equal(t, tt.total, sum)
			require.True(t, Split(tt.total, weights, split))
			for i := range tt.n {
				assert.Equal(t, Slice(tt.total, tt.n, i), split[i], "equal weights, part %d", i)
			}
		})
	}
	assert.Zero(t, Slice(100, 0, 0))
	assert.Zero(t, Slice(100, -1, 0))
	assert.Zero(t, Slice(100, 3, -1))
	assert.Zero(t, Slice(100, 3, 3))
	assert.Equal(t, int64(33), Slice(100, 3, 2))
}

func TestSliceGivesTheDaysOfPartOfAMonth(t *testing.T) {
	var joined, left int64
	for day := 16; day <= 31; day++ {
		joined += Slice(500000, 31, day-1)
	}
	for day := 1; day <= 15; day++ {
		left += Slice(500000, 29, day-1)
	}
	assert.Equal(t, int64(258064), joined, "joined on the 16th of a 31-day month")
	assert.Equal(t, int64(258626), left, "left on the 15th of a 29-day month")
}

func TestSliceAddsUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		total := anyInt64().Draw(t, "total")
		n := rapid.IntRange(1, 400).Draw(t, "n")
		var sum int64
		first := Slice(total, n, 0)
		for i := range n {
			part := Slice(total, n, i)
			require.LessOrEqual(t, magnitude(first)-magnitude(part), uint64(1), "earliest parts are the larger")
			sum += part
		}
		require.Equal(t, total, sum)
	})
}

func TestSplit(t *testing.T) {
	tests := []struct {
		name    string
		total   int64
		weights []int64
		want    []int64 // nil: refused
	}{
		{"60 points over 5, 20 and 20", 6000, []int64{5, 20, 20}, []int64{667, 2667, 2666}},
		{"0.01 over 3 goes to the first", 1, []int64{1, 1, 1}, []int64{1, 0, 0}},
		{"minus 0.01 over 3 is the mirror", -1, []int64{1, 1, 1}, []int64{-1, 0, 0}},
		{"the largest remainder goes before the earliest", 10, []int64{1, 1, 4}, []int64{2, 2, 6}},
		{"a weight of zero gets nothing", 5, []int64{0, 1, 0, 1}, []int64{0, 3, 0, 2}},
		{"a total of zero", 0, []int64{1, 2}, []int64{0, 0}},
		{"one part takes all", minInt, []int64{maxInt}, []int64{minInt}},
		{"weights that add up beyond 64 bits", 7, []int64{maxInt, maxInt, maxInt}, []int64{3, 2, 2}},
		{"all weights zero", 5, []int64{0, 0}, nil},
		{"a negative weight", 5, []int64{2, -1}, nil},
		{"no weights", 5, []int64{}, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			out := make([]int64, len(tt.weights))
			ok := Split(tt.total, tt.weights, out)
			assert.Equal(t, tt.want != nil, ok)
			if !ok {
				assert.Equal(t, make([]int64, len(tt.weights)), out, "left alone")
				return
			}
			assert.Equal(t, tt.want, out)
			require.True(t, Split(tt.total, tt.weights, tt.weights), "in place")
			assert.Equal(t, tt.want, tt.weights)
		})
	}
	assert.False(t, Split(5, []int64{1, 1}, make([]int64, 1)), "out is too short")
	assert.False(t, Split(5, []int64{1, 1}, make([]int64, 3)), "out is too long")
}

func TestSplitIsExactAndFair(t *testing.T) {
	weight := rapid.OneOf(rapid.Int64Range(0, 3), rapid.Int64Range(0, 10_000), rapid.Int64Range(0, Max), rapid.Int64Range(maxInt-3, maxInt))
	rapid.Check(t, func(t *rapid.T) {
		total := anyInt64().Draw(t, "total")
		weights := rapid.SliceOfN(weight, 1, 40).Draw(t, "weights")
		whole := new(big.Int)
		for _, w := range weights {
			whole.Add(whole, big.NewInt(w))
		}
		out := make([]int64, len(weights))
		require.Equal(t, whole.Sign() > 0, Split(total, weights, out))
		if whole.Sign() == 0 {
			return
		}

		sum := new(big.Int)
		rests := make([]*big.Int, len(weights)) // what rounding toward zero leaves of each share, times whole
		lifted := make([]bool, len(weights))
		for i, w := range weights {
			sum.Add(sum, big.NewInt(out[i]))
			toward, rest := new(big.Int).QuoRem(bigProduct(total, w), whole, new(big.Int))
			rests[i] = rest.Abs(rest)
			units := new(big.Int).Sub(big.NewInt(out[i]), toward)
			lifted[i] = units.Sign() != 0
			if lifted[i] {
				require.Equal(t, big.NewInt(total).Sign(), int(units.Int64()), "within one unit of the exact share")
				require.Positive(t, rests[i].Sign(), "an exact share gets no unit")
			}
		}
		require.Equal(t, total, sum.Int64())
		require.True(t, sum.IsInt64())
		for i := range weights {
			for j := range weights {
				if lifted[i] && !lifted[j] {
					order := rests[i].Cmp(rests[j])
					require.True(t, order > 0 || order == 0 && i < j, "part %d got a unit before part %d", i, j)
				}
			}
		}
	})
}

// The estimate of a quotient by 128 bits is off by one most often just below a
// multiple of the divisor, where Split itself seldom comes.
func TestWideDivisionAgreesWithBig(t *testing.T) {
	value := func(x wide) *big.Int {
		v := new(big.Int).SetUint64(x.hi)
		return v.Add(v.Lsh(v, 64), new(big.Int).SetUint64(x.lo))
	}
	rapid.Check(t, func(t *rapid.T) {
		y := wide{rapid.Uint64Range(0, 1<<40).Draw(t, "y.hi"), rapid.Uint64Min(1).Draw(t, "y.lo")}
		q := rapid.Uint64Range(0, 1<<63).Draw(t, "q") >> rapid.IntRange(0, 63).Draw(t, "shift")
		rest := rapid.SampledFrom([]wide{{}, {0, 1}, y.minus(wide{0, 1})}).Draw(t, "rest")
		x := value(y)
		x.Add(x.Mul(x, new(big.Int).SetUint64(q)), value(rest))
		if x.BitLen() > 128 || rest.cmp(y) >= 0 {
			t.Skip("no such dividend")
		}
		lo := new(big.Int).And(x, new(big.Int).SetUint64(1<<64-1)).Uint64()
		gotQ, gotRest := wide{new(big.Int).Rsh(x, 64).Uint64(), lo}.over(y)
		require.Equal(t, q, gotQ)
		require.Equal(t, rest, gotRest)
	})
}

func TestSplitOfFewPartsAllocatesNothing(t *testing.T) {
	weights, out := []int64{5, 20, 20, 7, 3}, make([]int64, 5)
	assert.Zero(t, testing.AllocsPerRun(100, func() { Split(6000, weights, out) }))
}

func BenchmarkSplit(b *testing.B) {
	weights, out := []int64{5, 20, 20, 7, 3}, make([]int64, 5)
	for b.Loop() {
		Split(6000, weights, out)
	}
}
