package fix

import (
	"math/big"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func TestCompete(t *testing.T) {
	tests := []struct {
		name       string
		column     Column
		rows       []int32
		descending bool
		wantRows   []int32
		wantPlaces []int32 // by row; -1 where no place is given
	}{
		{
			"equals share the better place and the next is skipped",
			Column{Num: []int64{70, 90, 80, 80}},
			[]int32{0, 1, 2, 3},
			true,
			[]int32{1, 2, 3, 0},
			[]int32{4, 1, 2, 2},
		},
		{
			"ascending the least is best",
			Column{Num: []int64{70, 90, 80, 80}},
			[]int32{3, 2, 1, 0},
			false,
			[]int32{0, 2, 3, 1},
			[]int32{1, 4, 2, 2},
		},
		{
			"everyone equal is first",
			Column{Num: []int64{5, 5, 5}},
			[]int32{2, 0, 1},
			true,
			[]int32{0, 1, 2},
			[]int32{1, 1, 1},
		},
		{
			"rows that are not given keep what they have",
			Column{Num: []int64{9, 8, 7, 6}},
			[]int32{3, 1},
			true,
			[]int32{1, 3},
			[]int32{-1, 1, -1, 2},
		},
		{
			"ratios are compared exactly: 2/3, 667/1000, 4/6",
			Column{Num: []int64{2, 667, 4}, Den: []int64{3, 1000, 6}},
			[]int32{0, 1, 2},
			true,
			[]int32{1, 0, 2},
			[]int32{2, 1, 2},
		},
		{
			"ratios beyond 64 bits, one unit apart",
			Column{Num: []int64{Max - 1, Max}, Den: []int64{Max, Max}},
			[]int32{0, 1},
			true,
			[]int32{1, 0},
			[]int32{2, 1},
		},
		{"one row is first", Column{Num: []int64{0}}, []int32{0}, true, []int32{0}, []int32{1}},
		{"no rows", Column{Num: []int64{1}}, []int32{}, true, []int32{}, []int32{-1}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			places := slices.Repeat([]int32{-1}, len(tt.column.Num))
			Compete(tt.column, tt.rows, tt.descending, places)
			assert.Equal(t, tt.wantRows, tt.rows)
			assert.Equal(t, tt.wantPlaces, places)
		})
	}
}

func TestCompeteGivesOneMoreThanTheNumberOfBetterRows(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 60).Draw(t, "rows")
		value := rapid.OneOf(rapid.Int64Range(-3, 3), anyInt64())
		den := rapid.OneOf(rapid.Int64Range(1, 3), rapid.Int64Range(1, maxInt))
		c := Column{Num: rapid.SliceOfN(value, n, n).Draw(t, "num")}
		if rapid.Bool().Draw(t, "ratio") {
			c.Den = rapid.SliceOfN(den, n, n).Draw(t, "den")
		}
		descending := rapid.Bool().Draw(t, "descending")
		exact := func(row int32) *big.Rat {
			if c.Den == nil {
				return new(big.Rat).SetInt64(c.Num[row])
			}
			return big.NewRat(c.Num[row], c.Den[row])
		}
		better := func(i, j int32) bool {
			order := exact(i).Cmp(exact(j))
			return descending && order > 0 || !descending && order < 0
		}

		all := make([]int32, n)
		for i := range all {
			all[i] = int32(i)
		}
		rows := rapid.Permutation(all).Draw(t, "order")
		places := make([]int32, n)
		Compete(c, rows, descending, places)

		for _, i := range all {
			want := int32(1)
			for _, j := range all {
				if better(j, i) {
					want++
				}
			}
			require.Equal(t, want, places[i], "row %d", i)
		}
		for k := 1; k < n; k++ {
			i, j := rows[k-1], rows[k]
			require.True(t, better(i, j) || places[i] == places[j] && i < j, "rows %d and %d", i, j)
		}
		slices.Sort(rows)
		require.Equal(t, all, rows, "no row is lost")
	})
}

func TestCompeteAllocatesNothing(t *testing.T) {
	c := Column{Num: []int64{3, 1, 2, 2, 5}}
	rows, places := []int32{0, 1, 2, 3, 4}, make([]int32, 5)
	assert.Zero(t, testing.AllocsPerRun(100, func() { Compete(c, rows, true, places) }))
}

func BenchmarkCompete(b *testing.B) {
	const team = 25
	c := Column{Num: make([]int64, team)}
	for i := range c.Num {
		c.Num[i] = int64(i * 7919 % 101)
	}
	rows, places := make([]int32, team), make([]int32, team)
	for b.Loop() {
		for i := range rows {
			rows[i] = int32(i)
		}
		Compete(c, rows, true, places)
	}
}
