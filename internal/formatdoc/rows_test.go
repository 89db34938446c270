package formatdoc

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestEveryRowHasItsPlace is what the page promises, row by row.
func TestEveryRowHasItsPlace(t *testing.T) {
	t.Parallel()
	assert.Len(t, rowIDs(), 53)
	m, err := readRows(tree())
	require.NoError(t, err)
	tests, err := rowTests(tree())
	require.NoError(t, err)
	require.NoError(t, m.check(tree(), tests))
	page := read(t, "docs/mechanisms.md")
	for _, id := range rowIDs() {
		assert.Equal(t, 1, strings.Count(page, `<a id="`+strings.ToLower(id)+`"></a>`+id+" | "), id)
	}
	var later []string
	for _, r := range m.rows {
		if r.heads["later"] != "" {
			later = append(later, r.id)
		}
	}
	assert.Equal(t, []string{"ZW1", "ZW7"}, later, "what is not built yet")
}

// TestARowWithoutItsPlaceFails breaks the page's promises, one after another.
func TestARowWithoutItsPlaceFails(t *testing.T) {
	t.Parallel()
	tests, err := rowTests(tree())
	require.NoError(t, err)
	const rows, zw2 = own + "/rows.txt", "clause: `daily_pool: share: table`"
	for _, c := range []struct{ it, file, before, after, want string }{
		{"a row is missing", rows, "\nZW2\n", "\n", `the line "mechanism: After-sales`},
		{"rows out of order", rows, "\nZW2\n", "\nZW3\n", "ZW2 is missing or out of order"},
		{"a row that there is not", rows, "\nLF7\n", "\nLF8\n", `the line "LF8"`},
		{"a row twice", rows, "\nLF7\n", "\nLF7\nmechanism: x\nplanning: x\n\nLF7\n", "LF7 comes twice"},
		{"no mechanism", rows, "mechanism: After-sales agents", "# After-sales agents", "ZW2 has no mechanism"},
		{"no clause", rows, zw2, "# ", "ZW2 has one of clause, planning, later"},
		{"a clause and a plan", rows, zw2, "planning: x\n" + zw2, "ZW2 has one of clause, planning, later"},
		{"a clause without a word", rows, "clause: `direct: out_of`", "clause: a mark", "the clause of ZW9 names no word"},
		{"a clause without a sample", rows, "sample: daily-pool\n\nZW3", "\nZW3", "ZW2 has a clause and a sample, or neither"},
		{"a kind that there is not", rows, "`daily_pool: share", "`dayly_pool: share", "ZW2 names `dayly_pool`, which no document has"},
		{"a sample that there is not", rows, "sample: daily-pool\n\nZW3", "sample: monthly-pool\n\nZW3", "the sample monthly-pool of ZW2: "},
		{"a sample that does not show it", rows, "sample: daily-pool\n\nZW3", "sample: kpi-85-15\n\nZW3", "the sample kpi-85-15 of ZW2 does not say `daily_pool`"},
		{"a word in a comment of a sample alone", "examples/kpi-85-15/policy.yaml", "format:", "# daily_pool share table\nformat:", ""},
	} {
		t.Run(c.it, func(t *testing.T) {
			t.Parallel()
			root := edit(t, c.file, c.before, c.after)
			m, err := readRows(root)
			if err == nil {
				err = m.check(root, tests)
			}
			if c.want == "" {
				require.NoError(t, err)
				return
			}
			require.Error(t, err)
			assert.Contains(t, err.Error(), c.want)
		})
	}
}

func TestARowWithoutATestFails(t *testing.T) {
	t.Parallel()
	root := tree()
	m, err := readRows(root)
	require.NoError(t, err)
	tests, err := rowTests(root)
	require.NoError(t, err)
	delete(tests, "ZW8")
	require.EqualError(t, m.check(root, tests), "no test names ZW8 in its own name or in a case's")
}

func TestRowTestsAreFoundByTheirNames(t *testing.T) {
	t.Parallel()
	src := func(body string) *fstest.MapFile { return &fstest.MapFile{Data: []byte("package p\n" + body)} }
	found, err := rowTests(fstest.MapFS{
		"a/a_test.go": src(`
// TestOther speaks of ZW9 and is no test of it.
func TestOther(t *testing.T) { t.Run("the rest", nil) }
func TestSW1_SW2_Both(t *testing.T) {}
func TestCases(t *testing.T) { for _, c := range cases() { t.Run(c.it, nil) }; t.Run("TM16: 2:1", nil) }
func BenchmarkZW3(b *testing.B) {}
func TestNone(t *testing.T) { id := "ZW99"; _ = id }
`),
		"a/cases_test.go":               src("func cases() []c { return []c{{`LF7: load`}, {`LF7 again, and ZW10`}} }\n"),
		"b/b_test.go":                   src("func ExampleZW1() {}\nfunc (x) helper() { _ = `ZW2` }\n"),
		"b/b.go":                        src("func TestZW3() {}\n"),
		"testdata/c_test.go":            src("func TestZW4(t *testing.T) {}\n"),
		slowTwin + "/twin_test.go":      src("func TestZW5(t *testing.T) {}\n"),
		"deep/er/still/d_test.go":       src("func FuzzYT3(f *testing.F) {}\n"),
		"deep/er/still/broken_notes.md": {Data: []byte("ZW6")},
	})
	require.NoError(t, err)
	both := []rowTest{{"a/a_test.go", "TestSW1_SW2_Both"}}
	cases := []rowTest{{"a/a_test.go", "TestCases"}}
	assert.Equal(t, map[string][]rowTest{
		"SW1": both, "SW2": both, "TM16": cases, "LF7": cases, "ZW10": cases,
		"ZW1": {{"b/b_test.go", "ExampleZW1"}}, "YT3": {{"deep/er/still/d_test.go", "FuzzYT3"}},
	}, found)
	_, err = rowTests(fstest.MapFS{"a/a_test.go": src("func TestZW1(")})
	require.Error(t, err)
}
