package policy

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/cspay/cspay/scoring/facts"
)

// codesAt writes the problems of an error as "code at path".
func codesAt(t *testing.T, err error) []string {
	t.Helper()
	var list Problems
	require.ErrorAs(t, err, &list)
	var got []string
	for _, p := range list {
		got = append(got, string(p.Code)+" at "+p.Path)
	}
	return got
}

func TestTM16(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		it    string
		total int
		ratio []int
		want  []int
	}{
		{"TM16: 30 people at 2:1 are 20 and 10", 30, []int{2, 1}, []int{20, 10}},
		{"TM16: 31 people at 2:1, the larger remainder takes the odd one", 31, []int{2, 1}, []int{21, 10}},
		{"TM16: 32 people at 2:1", 32, []int{2, 1}, []int{21, 11}},
		{"one person, and the larger part", 1, []int{2, 1}, []int{1, 0}},
		{"among equal remainders the earliest", 1, []int{1, 1}, []int{1, 0}},
		{"nobody", 0, []int{2, 1}, []int{0, 0}},
		{"a part of 0 gets nobody", 5, []int{0, 3}, []int{0, 5}},
		{"three roles", 10, []int{3, 2, 1}, []int{5, 3, 2}},
	} {
		t.Run(c.it, func(t *testing.T) {
			t.Parallel()
			got, err := Staff(c.total, c.ratio...)
			require.NoError(t, err)
			assert.Equal(t, c.want, got)
		})
	}
	t.Run("the parts add up to the whole", func(t *testing.T) {
		t.Parallel()
		rapid.Check(t, func(t *rapid.T) {
			total := rapid.IntRange(0, 1000).Draw(t, "total")
			heads, err := Staff(total, append(rapid.SliceOfN(rapid.IntRange(0, 9), 0, 5).Draw(t, "ratio"), 1)...)
			require.NoError(t, err)
			sum := 0
			for _, n := range heads {
				require.GreaterOrEqual(t, n, 0)
				sum += n
			}
			require.Equal(t, total, sum)
		})
	})
}

func TestStaffRefuses(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		it    string
		total int
		ratio []int
		want  []string
	}{
		{"fewer people than none", -1, []int{2, 1}, []string{"number.negative at total"}},
		{"parts below 0, each of them", 3, []int{-2, 1, -1}, []string{"number.negative at ratio[0]", "number.negative at ratio[2]"}},
		{"no parts", 3, nil, []string{"shape.required at ratio"}},
		{"parts of 0 alone", 3, []int{0, 0}, []string{"shape.required at ratio"}},
	} {
		t.Run(c.it, func(t *testing.T) {
			t.Parallel()
			heads, err := Staff(c.total, c.ratio...)
			assert.Nil(t, heads)
			assert.Equal(t, c.want, codesAt(t, err))
		})
	}
}

func TestStaffing(t *testing.T) {
	t.Parallel()
	m := facts.Month{Period: period("2026-06"), Agents: []facts.Agent{
		{ID: "A", Role: "pre_sales"},
		{ID: "B", Role: "pre_sales"},
		{ID: "C", Role: "after_sales", Memberships: []facts.Membership{{From: day("2026-06-16"), Role: "pre_sales"}}},
		{ID: "D", Role: "after_sales"},
		{ID: "E", Role: "after_sales", Left: day("2026-06-30")},
		{ID: "F", Role: "after_sales", Left: day("2026-06-29")},
		{ID: "G", Role: "after_sales", Hired: day("2026-07-01")},
		{ID: "H", Role: "qa"},
	}}
	r := loadResult(t, m)
	t.Run("TM16: who is in service on the last day counts, in the role of that day", func(t *testing.T) {
		t.Parallel()
		got, err := r.Staffing(StaffShare{"pre_sales", 2}, StaffShare{"after_sales", 1})
		require.NoError(t, err)
		assert.Equal(t, Staffing{
			Policy: "load", Period: period("2026-06"), Total: 5, Others: 1,
			// 5 at 2:1 are 3.33 and 1.67.
			Roles: []StaffedRole{{"pre_sales", 2, 3, 3}, {"after_sales", 1, 2, 2}},
		}, got)
	})
	t.Run("over and short", func(t *testing.T) {
		t.Parallel()
		got, err := r.Staffing(StaffShare{"after_sales", 1}, StaffShare{"qa", 1}, StaffShare{"night", 1})
		require.NoError(t, err)
		assert.Equal(t, []StaffedRole{{"after_sales", 1, 2, 1}, {"qa", 1, 1, 1}, {"night", 1, 0, 1}}, got.Roles)
		assert.Equal(t, []int{1, 0, -1}, []int{got.Roles[0].Over(), got.Roles[1].Over(), got.Roles[2].Over()})
		text, err := got.MarshalJSON()
		require.NoError(t, err)
		assert.JSONEq(t, `{"policy":"load","month":"2026-06","total":3,"others":3,"roles":[`+
			`{"role":"after_sales","parts":1,"have":2,"want":1,"over":1},{"role":"qa","parts":1,"have":1,"want":1,"over":0},`+
			`{"role":"night","parts":1,"have":0,"want":1,"over":-1}]}`, string(text))
	})
	t.Run("every problem at once", func(t *testing.T) {
		t.Parallel()
		got, err := r.Staffing(StaffShare{"qa", 0}, StaffShare{"", 0}, StaffShare{"qa", 0})
		assert.Zero(t, got)
		assert.Equal(t, []string{"shape.required at ratio", "shape.required at ratio[1].role", "name.duplicate at ratio[2].role"}, codesAt(t, err))
	})
}
