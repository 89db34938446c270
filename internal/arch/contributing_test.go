package arch_test

import (
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// insertion is a text that a step puts in front of another one in a file.
type insertion struct{ file, before, text string }

// TestANewKindInFiveSteps follows docs/CONTRIBUTING.md on a copy of the module
// with a kind that the library does not have, and fails when the five steps do
// not do, or when a step that is left out is not noticed.
func TestANewKindInFiveSteps(t *testing.T) {
	t.Parallel()
	if testing.Short() || strconv.IntSize < 64 {
		t.Skip("builds and tests a copy of the module, which is done once")
	}
	dir, _ := root(t)
	steps := contributing(t, dir)
	copied := t.TempDir()
	copyTree(t, dir, copied)

	assert.Contains(t, steps[0], "`scoring/<kind>.go`")
	write(t, copied, "scoring/quota.go", kindFile(t, "quota.go.txt"))
	assert.Contains(t, steps[1], "`scoring/kinds.go`")
	insert(t, copied, insertion{"scoring/kinds.go", "}\n\n// Kinds returns", "\tQuota{},\n"})

	noticed := run(t, copied, false, "go", "test", "./scoring/...", "./internal/formatdoc")
	assert.Contains(t, noticed, "a kind needs a table of cases", "step 3 left out")
	assert.Contains(t, noticed, `code "quota.reached" has no sentence`, "step 4 left out")
	assert.Contains(t, noticed, "go generate", "step 5 left out")

	assert.Contains(t, steps[2], "`TestKindsNameTheNearest`")
	write(t, copied, "scoring/quota_test.go", kindFile(t, "quota_test.go.txt"))
	insert(
		t, copied,
		insertion{"scoring/kinds_test.go", "\t\t\"attainment\": attainmentCases(),\n", "\t\t\"quota\":      quotaCases(),\n"},
		insertion{"scoring/kinds_test.go", "\t} {\n\t\tout = append(out, table...)\n", "\t\tbadQuotas(),\n"},
		insertion{
			"scoring/kinds_test.go", "\t\t{scoring.Attainment{Metric: \"respons\"",
			"\t\t{scoring.Quota{Metric: \"slod\", AtLeast: d(\"1\")}, \"metric\", metric + \"sold\"},\n",
		},
	)
	assert.Contains(t, steps[3], "`scoring/explain`")
	insert(
		t, copied,
		insertion{"scoring/explain/catalogue_scoring.go", "\t\"attainment.higher\": {\n", kindFile(t, "sentences.txt")},
		insertion{
			"scoring/explain/month_test.go", "\t\t{ID: \"response\", Points: d(\"10\"), Rule: scoring.Attainment{\n",
			"\t\t{ID: \"easy\", Rule: scoring.Quota{Metric: \"sales\", AtLeast: d(\"0.01\")}},\n" +
				"\t\t{ID: \"hard\", Rule: scoring.Quota{Metric: \"sales\", AtLeast: d(\"1000000\")}},\n",
		},
	)
	assert.Contains(t, steps[3], "[glossary](glossary.md)")
	insert(t, copied, insertion{"docs/glossary.md", "| zero over a limit |", "| quota | 达标 | full points from a limit on | `quota` |\n"})
	assert.Equal(t, []string{
		"docs/glossary.md",
		"scoring/explain/catalogue_scoring.go",
		"scoring/explain/month_test.go",
		"scoring/kinds.go",
		"scoring/kinds_test.go",
		"scoring/quota.go",
		"scoring/quota_test.go",
	}, changed(t, dir, copied), "what is touched by hand")

	assert.Contains(t, steps[4], "`go generate ./...`")
	run(t, copied, true, "go", "generate", "./...")
	assert.Subset(t, changed(t, dir, copied), []string{"docs/format.md", "docs/sentences.md"})
	run(t, copied, true, "go", "build", "./...")
	run(t, copied, true, "go", "test", "./scoring/...", "./internal/formatdoc")
}

// contributing returns the numbered steps of the page.
func contributing(t *testing.T, dir string) []string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(dir, "docs", "CONTRIBUTING.md"))
	require.NoError(t, err)
	_, section, ok := strings.Cut(string(text), "## Add a rule kind in five steps\n")
	require.True(t, ok)
	section, _, _ = strings.Cut(section, "\n## ")
	var steps []string
	for line := range strings.Lines(section) {
		switch {
		case len(line) > 2 && line[0] >= '1' && line[0] <= '9' && line[1] == '.':
			steps = append(steps, line)
		case strings.HasPrefix(line, "   ") && len(steps) > 0:
			steps[len(steps)-1] += line
		}
	}
	require.Len(t, steps, 5)
	return steps
}

func kindFile(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("testdata", "kind", name))
	require.NoError(t, err)
	return string(text)
}

func write(t *testing.T, dir, name, text string) {
	t.Helper()
	require.NoError(t, os.WriteFile(filepath.Join(dir, filepath.FromSlash(name)), []byte(text), 0o600))
}

func insert(t *testing.T, dir string, all ...insertion) {
	t.Helper()
	for _, in := range all {
		text, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(in.file)))
		require.NoError(t, err)
		require.Equal(t, 1, strings.Count(string(text), in.before), "%s: %s", in.file, in.before)
		write(t, dir, in.file, strings.Replace(string(text), in.before, in.text+in.before, 1))
	}
}

// run runs a command in a directory, which has to succeed or not, and returns
// what it prints.
func run(t *testing.T, dir string, succeed bool, name string, args ...string) string {
	t.Helper()
	cmd := exec.Command(name, args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOWORK=off")
	out, err := cmd.CombinedOutput()
	if succeed {
		require.NoError(t, err, "%s %s\n%s", name, strings.Join(args, " "), out)
	} else {
		require.Error(t, err, "%s %s\n%s", name, strings.Join(args, " "), out)
	}
	return string(out)
}

// files lists what stands in a tree, without what no commit holds.
func files(t *testing.T, dir string) []string {
	t.Helper()
	var names []string
	err := filepath.WalkDir(dir, func(file string, d fs.DirEntry, err error) error {
		name, relErr := filepath.Rel(dir, file)
		switch {
		case err != nil:
			return err
		case relErr != nil:
			return relErr
		case d.IsDir() && (name == ".git" || d.Name() == "rapid"):
			return filepath.SkipDir
		case d.Type().IsRegular() && name != ".git" && !strings.HasSuffix(name, ".test"):
			names = append(names, filepath.ToSlash(name))
		}
		return nil
	})
	require.NoError(t, err)
	return names
}

func copyTree(t *testing.T, from, to string) {
	t.Helper()
	for _, name := range files(t, from) {
		text, err := os.ReadFile(filepath.Join(from, filepath.FromSlash(name)))
		require.NoError(t, err)
		require.NoError(t, os.MkdirAll(filepath.Dir(filepath.Join(to, filepath.FromSlash(name))), 0o700))
		write(t, to, name, string(text))
	}
}

// changed lists the files that are not the same in two trees.
func changed(t *testing.T, before, after string) []string {
	t.Helper()
	names := append(files(t, before), files(t, after)...)
	slices.Sort(names)
	var differ []string
	for _, name := range slices.Compact(names) {
		was, errWas := os.ReadFile(filepath.Join(before, filepath.FromSlash(name)))
		is, errIs := os.ReadFile(filepath.Join(after, filepath.FromSlash(name)))
		if errWas != nil || errIs != nil || string(was) != string(is) {
			differ = append(differ, name)
		}
	}
	return differ
}
