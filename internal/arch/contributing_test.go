package arch_test

import (
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestContributing follows "Add a rule kind in five steps" of
// docs/CONTRIBUTING.md on a copy of the tree, with a kind that the library does
// not have: one file, one line, its cases, its sentences, the generated pages.
// Nothing else may need a change.
func TestContributing(t *testing.T) {
	if testing.Short() {
		t.Skip("builds a copy of the module")
	}
	tree, _ := root(t)
	page, err := os.ReadFile(filepath.Join(tree, "docs", "CONTRIBUTING.md"))
	require.NoError(t, err)
	for _, step := range []string{
		"1. **Write the file** `scoring/<kind>.go`",
		"2. **Add one line to `scoring/kinds.go`**",
		"3. **Add the kind's cases",
		"4. **Add its sentences to the catalogue",
		"5. **Regenerate the documents** with `go generate ./...`",
	} {
		require.Contains(t, string(page), step, "the steps that this test follows")
	}
	dir := copyTree(t, tree)

	// 1. the file, 2. the line
	put(t, dir, "scoring/reached.go", "reached.go.txt")
	edit(t, dir, "scoring/kinds.go", "	Place{},\n", "	Place{},\n	Reached{},\n")
	inCopy(t, dir, true, "build", "./...")
	out := inCopy(t, dir, false, "test", "./scoring", "-run", "TestEveryKind")
	assert.Contains(t, out, "a kind needs a table of cases", "step 3 is not optional")

	// 3. its cases
	put(t, dir, "scoring/reached_test.go", "reached_test.go.txt")
	edit(t, dir, "scoring/kinds_test.go", "		\"place\":      placeCases(),\n", "		\"place\":      placeCases(),\n		\"reached\":    reachedCases(),\n")
	out = inCopy(t, dir, false, "test", "./scoring", "-run", "TestKinds")
	assert.Contains(t, out, "reached names nothing in this test", "a misspelt name is not optional")
	edit(t, dir, "scoring/kinds_test.go", "		{scoring.ZeroOver{Metric: \"revews\", Over: d(\"3\")}, \"metric\", metric + \"reviews\"},\n",
		"		{scoring.ZeroOver{Metric: \"revews\", Over: d(\"3\")}, \"metric\", metric + \"reviews\"},\n"+
			"		{scoring.Reached{Metric: \"exm\", AtLeast: d(\"60\")}, \"metric\", metric + \"exam\"},\n")
	inCopy(t, dir, true, "test", "./scoring")
	out = inCopy(t, dir, false, "test", "./scoring/explain", "-run", "TestCodes")
	assert.Contains(t, out, "has no sentence", "step 4 is not optional")

	// 4. its sentences, 5. the generated pages
	edit(t, dir, "scoring/explain/catalogue_scoring.go", "var scoreSentences = map[Code]facts.Text{\n", "var scoreSentences = map[Code]facts.Text{\n"+
		"	\"reached\": {ZH: \"{metric} {n},达到 {limit},本项 {value}(满分 {full})\", EN: \"{metric} {n}, at least {limit}: {value:bare} of {full}\"},\n"+
		"	\"reached.below\": {ZH: \"{metric} {n},未达到 {limit},本项 {value}(满分 {full})\", EN: \"{metric} {n}, below {limit}: {value:bare} of {full}\"},\n")
	inCopy(t, dir, true, "test", "./scoring/explain", "-run", "TestCodes")
	inCopy(t, dir, true, "generate", "./...")
	format, err := os.ReadFile(filepath.Join(dir, "docs", "format.md"))
	require.NoError(t, err)
	assert.Contains(t, string(format), "#### `reached`")
	inCopy(t, dir, true, "test", "./scoring", "./internal/formatdoc", "./policy")
}

// copyTree copies the module without its history and nested modules.
func copyTree(t *testing.T, tree string) string {
	t.Helper()
	dir := t.TempDir()
	require.NoError(t, filepath.WalkDir(tree, func(name string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		to := filepath.Join(dir, strings.TrimPrefix(name, tree))
		switch {
		case e.IsDir() && e.Name() == ".git":
			return filepath.SkipDir
		case e.IsDir():
			return os.MkdirAll(to, 0o700)
		case !e.Type().IsRegular():
			return nil
		}
		text, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		return os.WriteFile(to, text, 0o600)
	}))
	return dir
}

func put(t *testing.T, dir, name, from string) {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("testdata", "contributing", from))
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(filepath.Join(dir, name), text, 0o600))
}

// edit replaces one place of a file.
func edit(t *testing.T, dir, name, before, after string) {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(dir, name))
	require.NoError(t, err)
	require.Equal(t, 1, strings.Count(string(text), before), "%s has one %q", name, before)
	require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(strings.Replace(string(text), before, after, 1)), 0o600))
}

// inCopy runs the go command in the copy and requires that it passes or fails.
func inCopy(t *testing.T, dir string, passes bool, args ...string) string {
	t.Helper()
	cmd := exec.Command("go", args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOWORK=off", "GOFLAGS=-buildvcs=false")
	out, err := cmd.CombinedOutput()
	if passes {
		require.NoError(t, err, "go %s\n%s", strings.Join(args, " "), out)
	} else {
		require.Error(t, err, "go %s", strings.Join(args, " "))
	}
	return string(out)
}
