package fix

import (
	"math/big"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// places runs Rank over rows and gives each row's place; nil where no place is
// given.
func places(n int, rows []int32, keys []Key, method Method) []*big.Rat {
	out := make([]*big.Rat, n)
	Rank(rows, keys, method, func(row int32, s Standing) { out[row] = big.NewRat(s.Num, s.Den) })
	return out
}

// texts writes places by row: 1, 5/2, or - where none is given.
func texts(places []*big.Rat) []string {
	out := make([]string, len(places))
	for i, p := range places {
		out[i] = "-"
		if p != nil {
			out[i] = p.RatString()
		}
	}
	return out
}

func all(n int) []int32 {
	rows := make([]int32, n)
	for i := range rows {
		rows[i] = int32(i)
	}
	return rows
}

func methods() []Method {
	return []Method{Competition, Modified, Dense, Ordinal, MeanRank, PercentRank}
}

// TestRankMethods has one row of places a method, in the order of methods().
func TestRankMethods(t *testing.T) {
	tests := []struct {
		name string
		nums []int64
		want [6][]string
	}{
		{"a tie in the middle", []int64{9, 7, 7, 5}, [6][]string{
			{"1", "2", "2", "4"},
			{"1", "3", "3", "4"},
			{"1", "2", "2", "3"},
			{"1", "2", "3", "4"},
			{"1", "5/2", "5/2", "4"},
			{"0", "1/3", "1/3", "1"},
		}},
		{"a tie for first and one for last", []int64{5, 9, 5, 9, 5}, [6][]string{
			{"3", "1", "3", "1", "3"},
			{"5", "2", "5", "2", "5"},
			{"2", "1", "2", "1", "2"},
			{"3", "1", "4", "2", "5"},
			{"4", "3/2", "4", "3/2", "4"},
			{"1/2", "0", "1/2", "0", "1/2"},
		}},
		{"all tied", []int64{4, 4, 4}, [6][]string{
			{"1", "1", "1"},
			{"3", "3", "3"},
			{"1", "1", "1"},
			{"1", "2", "3"},
			{"2", "2", "2"},
			{"0", "0", "0"},
		}},
		{"nobody tied", []int64{1, 3, 2}, [6][]string{
			{"3", "1", "2"}, {"3", "1", "2"}, {"3", "1", "2"}, {"3", "1", "2"}, {"3", "1", "2"}, {"1", "0", "1/2"},
		}},
		{"one alone", []int64{-7}, [6][]string{{"1"}, {"1"}, {"1"}, {"1"}, {"1"}, {"0"}}},
		{"nobody", nil, [6][]string{{}, {}, {}, {}, {}, {}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			key := Key{Num: tt.nums, Descending: true}
			for i, method := range methods() {
				got := places(len(tt.nums), all(len(tt.nums)), []Key{key}, method)
				assert.Equal(t, tt.want[i], texts(got), "method %d", method)
			}
		})
	}
}

func TestRankKeys(t *testing.T) {
	score := func(nums ...int64) Key { return Key{Num: nums, Descending: true} }
	seconds := func(nums ...int64) Key { return Key{Num: nums} }
	tests := []struct {
		name     string
		keys     []Key
		rows     []int32
		wantRows []int32
		want     []string // competition places by row
	}{
		{"descending the greatest is best", []Key{score(70, 90, 80, 80)}, all(4), []int32{1, 2, 3, 0}, []string{"4", "1", "2", "2"}},
		{"ascending the least is", []Key{seconds(70, 90, 80, 80)}, []int32{3, 2, 1, 0}, []int32{0, 2, 3, 1}, []string{"1", "4", "2", "2"}},
		{"rows that are not given have no place", []Key{score(9, 8, 7, 6)}, []int32{3, 1}, []int32{1, 3}, []string{"-", "1", "-", "2"}},
		{"equals stand by row, whatever order they come in", []Key{score(5, 5, 5)}, []int32{2, 0, 1}, all(3), []string{"1", "1", "1"}},
		{
			"ratios are compared exactly: 2/3, 667/1000, 4/6",
			[]Key{{Num: []int64{2, 667, 4}, Den: []int64{3, 1000, 6}, Descending: true}},
			all(3),
			[]int32{1, 0, 2},
			[]string{"2", "1", "2"},
		},
		{
			"ratios beyond 64 bits, one unit apart",
			[]Key{{Num: []int64{Max - 1, Max}, Den: []int64{Max, Max}, Descending: true}},
			all(2),
			[]int32{1, 0},
			[]string{"2", "1"},
		},
		{"a second key parts what the first leaves tied, in its own direction", []Key{score(8, 9, 8), seconds(30, 99, 20)}, all(3), []int32{1, 2, 0}, []string{"3", "1", "2"}},
		{"a second key never overrules the first", []Key{score(8, 9), score(100, 0)}, all(2), []int32{1, 0}, []string{"2", "1"}},
		{"a third key parts what two leave", []Key{score(8, 8, 8), score(1, 1, 2), seconds(5, 4, 9)}, all(3), []int32{2, 1, 0}, []string{"3", "2", "1"}},
		{"what every key leaves is tied", []Key{score(8, 8), score(1, 1)}, all(2), all(2), []string{"1", "1"}},
		{"without any key all are tied", nil, []int32{1, 0}, all(2), []string{"1", "1"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := places(len(tt.want), tt.rows, tt.keys, Competition)
			assert.Equal(t, tt.wantRows, tt.rows)
			assert.Equal(t, tt.want, texts(got))
		})
	}
}

func TestStandingEnds(t *testing.T) {
	tests := []struct {
		name        string
		nums        []int64
		first, last []bool
		tied, turn  []int32
	}{
		{"each alone", []int64{3, 2, 1}, []bool{true, false, false}, []bool{false, false, true}, []int32{1, 1, 1}, []int32{0, 0, 0}},
		{"two tied first", []int64{3, 3, 1}, []bool{true, true, false}, []bool{false, false, true}, []int32{2, 2, 1}, []int32{0, 1, 0}},
		{"two tied last", []int64{1, 3, 1}, []bool{false, true, false}, []bool{true, false, true}, []int32{2, 1, 2}, []int32{0, 0, 1}},
		{"nobody is last where all are tied", []int64{2, 2}, []bool{true, true}, []bool{false, false}, []int32{2, 2}, []int32{0, 1}},
		{"nobody is last alone", []int64{2}, []bool{true}, []bool{false}, []int32{1}, []int32{0}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			for _, method := range methods() {
				n := len(tt.nums)
				seen := 0
				Rank(all(n), []Key{{Num: tt.nums, Descending: true}}, method, func(row int32, s Standing) {
					seen++
					assert.Equal(t, tt.first[row], s.First(), "row %d", row)
					assert.Equal(t, tt.last[row], s.Last(), "row %d", row)
					assert.Equal(t, tt.tied[row], s.Tied, "row %d", row)
					assert.Equal(t, tt.turn[row], s.Turn, "row %d", row)
					assert.Equal(t, int32(n), s.Of, "row %d", row)
				})
				assert.Equal(t, n, seen, "each row once")
			}
		})
	}
}

// drawKeys draws columns with many ties, and sometimes any numbers at all.
func drawKeys(t *rapid.T, n int) []Key {
	keys := make([]Key, rapid.IntRange(1, 3).Draw(t, "keys"))
	for k := range keys {
		value := rapid.OneOf(rapid.Int64Range(-3, 3), anyInt64())
		den := rapid.OneOf(rapid.Int64Range(1, 3), rapid.Int64Range(1, maxInt))
		keys[k] = Key{Num: rapid.SliceOfN(value, n, n).Draw(t, "num"), Descending: rapid.Bool().Draw(t, "descending")}
		if rapid.Bool().Draw(t, "ratio") {
			keys[k].Den = rapid.SliceOfN(den, n, n).Draw(t, "den")
		}
	}
	return keys
}

// naive compares two rows by big rationals: +1 where i is better.
func naive(keys []Key, i, j int32) int {
	exact := func(k Key, row int32) *big.Rat {
		if k.Den == nil {
			return new(big.Rat).SetInt64(k.Num[row])
		}
		return big.NewRat(k.Num[row], k.Den[row])
	}
	for _, k := range keys {
		order := exact(k, i).Cmp(exact(k, j))
		if !k.Descending {
			order = -order
		}
		if order != 0 {
			return order
		}
	}
	return 0
}

// textbook gives a row's place by the definition of each method, counting the
// rows over and over instead of sorting them.
func textbook(keys []Key, n int, row int32, method Method) *big.Rat {
	var better, equal, earlier int64
	var distinct []int32 // one row of each better value
	var turns []int64    // the ordinal places of its equals
	for _, j := range all(n) {
		switch naive(keys, j, row) {
		case 1:
			better++
			if !slices.ContainsFunc(distinct, func(d int32) bool { return naive(keys, d, j) == 0 }) {
				distinct = append(distinct, j)
			}
		case 0:
			equal++
			if j < row {
				earlier++
			}
		}
	}
	for k := range equal {
		turns = append(turns, better+k+1)
	}
	switch method {
	case Competition: // one more than are better
		return big.NewRat(better+1, 1)
	case Modified: // as many as are at least as good
		return big.NewRat(better+equal, 1)
	case Dense: // one more than there are better values
		return big.NewRat(int64(len(distinct))+1, 1)
	case Ordinal: // one more than are better, or equal and earlier
		return big.NewRat(better+earlier+1, 1)
	case MeanRank: // the mean of the ordinal places of the equals
		sum := int64(0)
		for _, turn := range turns {
			sum += turn
		}
		return big.NewRat(sum, int64(len(turns)))
	case PercentRank: // the share of the others that are better
		if n == 1 {
			return new(big.Rat)
		}
		return big.NewRat(better, int64(n)-1)
	}
	return nil
}

func TestRankGivesTheTextbookPlaces(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 30).Draw(t, "rows")
		keys := drawKeys(t, n)
		for _, method := range methods() {
			rows := rapid.Permutation(all(n)).Draw(t, "order")
			got := places(n, rows, keys, method)
			for _, row := range all(n) {
				want := textbook(keys, n, row, method)
				require.Equal(t, want.RatString(), got[row].RatString(), "method %d row %d", method, row)
			}
			for k := 1; k < n; k++ {
				order := naive(keys, rows[k-1], rows[k])
				require.True(t, order == 1 || order == 0 && rows[k-1] < rows[k], "rows %d and %d", rows[k-1], rows[k])
			}
			slices.Sort(rows)
			require.Equal(t, all(n), rows, "no row is lost")
		}
	})
}

func TestRankMethodsAmongEachOther(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 40).Draw(t, "rows")
		keys := drawKeys(t, n)
		by := map[Method][]*big.Rat{}
		for _, method := range methods() {
			by[method] = places(n, all(n), keys, method)
		}
		sum, seen := new(big.Rat), make([]bool, n)
		for row := range n {
			order := []*big.Rat{by[Dense][row], by[Competition][row], by[MeanRank][row], by[Modified][row]}
			for k := 1; k < len(order); k++ {
				require.LessOrEqual(t, order[k-1].Cmp(order[k]), 0, "dense, competition, mean, modified of row %d", row)
			}
			require.LessOrEqual(t, by[Competition][row].Cmp(by[Ordinal][row]), 0)
			require.LessOrEqual(t, by[Ordinal][row].Cmp(by[Modified][row]), 0)
			require.GreaterOrEqual(t, by[PercentRank][row].Sign(), 0)
			require.LessOrEqual(t, by[PercentRank][row].Cmp(big.NewRat(1, 1)), 0)
			turn := by[Ordinal][row].Num().Int64()
			require.False(t, seen[turn-1], "ordinal place %d is given twice", turn)
			seen[turn-1] = true
			sum.Add(sum, by[MeanRank][row])
		}
		require.Equal(t, big.NewRat(int64(n)*(int64(n)+1), 2), sum, "mean ranks add up to n(n+1)/2")
	})
}

func TestRankAllocatesNothing(t *testing.T) {
	keys := []Key{{Num: []int64{3, 1, 2, 2, 5}, Descending: true}}
	rows, got := all(5), make([]int64, 5)
	emit := func(row int32, s Standing) { got[row] = s.Num }
	assert.Zero(t, testing.AllocsPerRun(100, func() { Rank(rows, keys, Competition, emit) }))
	assert.Equal(t, []int64{2, 5, 3, 3, 1}, got)
}

func BenchmarkRank(b *testing.B) {
	const team = 25
	keys := []Key{{Num: make([]int64, team), Descending: true}}
	for i := range keys[0].Num {
		keys[0].Num[i] = int64(i * 7919 % 101)
	}
	rows, got := make([]int32, team), make([]int64, team)
	emit := func(row int32, s Standing) { got[row] = s.Num }
	for b.Loop() {
		for i := range rows {
			rows[i] = int32(i)
		}
		Rank(rows, keys, Competition, emit)
	}
}
