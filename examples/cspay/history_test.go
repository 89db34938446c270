package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The months of the small shop as they stand in a history; see the facts for
// the numbers. Every month is closed by the same policy.
const (
	januaryHistory = `{"month":"2026-01","policy":"DIGEST","agents":[` +
		`{"id":"A1","places":{"by_score":1},"score":91,"status":"regular","balances":{"fund":50}},` +
		`{"id":"A2","places":{"by_score":2},"score":71,"status":"regular","balances":{"fund":0}}]}`
	februaryHistory = `{"month":"2026-02","policy":"DIGEST","agents":[` +
		`{"id":"A1","places":{"by_score":2},"score":82,"status":"regular","balances":{"fund":50}},` +
		`{"id":"A2","places":{"by_score":1},"score":100,"status":"regular","balances":{"fund":50}}]}`
)

// historyOf writes months as the command does.
func historyOf(t *testing.T, dir string, months ...string) string {
	t.Helper()
	v := strict[jsonCheck](t, call("", "check", dir, "-format=json").stdout)
	require.NotEmpty(t, v.Digest)
	text := `{"format":"cspay-history/v1","months":[` + strings.Join(months, ",") + "]}\n"
	return strings.ReplaceAll(text, "DIGEST", v.Digest)
}

// files lists a folder.
func files(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	names := make([]string, len(entries))
	for i, e := range entries {
		names[i] = e.Name()
	}
	return names
}

func TestHistoryOfTwoMonths(t *testing.T) {
	t.Parallel()
	jan, feb, dir := shop(t), february(t), t.TempDir()
	one, two := filepath.Join(dir, "2026-01.json"), filepath.Join(dir, "2026-02.json")

	plain := call(jan, "close", jan)
	assert.Equal(t, plain, call(jan, "close", jan, "-history-out", one), "writing a history says nothing more")
	assert.Equal(t, historyOf(t, jan, januaryHistory), read(t, one))

	got := call(feb, "close", feb, "-history", one, "-history-out", two, "-lang=en")
	assert.Equal(t, outcome{exitDone, `Tea-shop pay, 2026-02 (agents: 2)

agent  name     role          score  place  Base pay   Bonus  Fund remainder    total
A1     王小明   pre-sales     82.00      2   3000.00  500.00           50.00  3550.00
A2     Ann Lee  after-sales  100.00      1   3100.00  600.00           50.00  3750.00

All totals together: 7300.00 yuan
`, ""}, got)
	assert.Equal(t, historyOf(t, jan, januaryHistory, februaryHistory), read(t, two))
	assert.Equal(t, historyOf(t, jan, januaryHistory), read(t, one), "what was read is left alone")
	assert.Equal(t, []string{"2026-01.json", "2026-02.json"}, files(t, dir))
}

func TestHistoryInPlace(t *testing.T) {
	t.Parallel()
	jan, feb := shop(t), february(t)
	name := filepath.Join(t.TempDir(), "history.json")
	for _, args := range [][]string{
		{"close", jan, "-history-out", name},
		{"close", feb, "-history", name, "-history-out", name},
	} {
		require.Equal(t, exitDone, call("", args...).status)
	}
	both := historyOf(t, jan, januaryHistory, februaryHistory)
	assert.Equal(t, both, read(t, name))

	t.Run("a month that it holds is not closed again", func(t *testing.T) {
		for _, dir := range []string{jan, feb} {
			got := call(name, "close", dir, "-history", name, "-history-out", name, "-lang=en")
			assert.Equal(t, exitProblems, got.status)
			assert.Empty(t, got.stdout)
			for line := range strings.Lines(got.stderr) {
				assert.Regexp(t, `^DIR: error: history\.invalid at history\.months\[[01]\]\.month: want months before the one that is closed\n$`, line)
			}
			assert.Equal(t, both, read(t, name), "nothing was written")
			assert.Equal(t, []string{"history.json"}, files(t, filepath.Dir(name)))
		}
	})
	t.Run("the place in a history is not said to be in the facts", func(t *testing.T) {
		v := strict[jsonProblems](t, call(name, "check", feb, "-history", name, "-format=json").stdout)
		assert.Equal(t, []jsonProblem{{
			Code: "history.invalid", Severity: "error", File: "DIR",
			Path: "history.months[1].month", Want: "months before the one that is closed",
		}}, v.Problems)
	})
}

func TestHistoryThatCanNotBeWritten(t *testing.T) {
	t.Parallel()
	dir := shop(t)
	cases := []struct{ it, name, why string }{
		{"a folder that is not there", filepath.Join(dir, "none", "h.json"), "no such file or directory"},
		{"a folder", dir, "not a file that can be replaced"},
		{"a device", os.DevNull, "not a file that can be replaced"},
	}
	for _, c := range cases {
		t.Run(c.it, func(t *testing.T) {
			t.Parallel()
			got := call("", "close", dir, "-history-out", c.name)
			assert.Equal(t, outcome{exitProblems, "", "cspay: " + c.name + ": the history is not written: " + c.why + "\n"}, got)
			assert.Equal(t, []string{"facts.yaml", "policy.yaml"}, files(t, dir))
		})
	}
}

func TestHistoryReplacesAFileWhole(t *testing.T) {
	t.Parallel()
	jan, dir := shop(t), t.TempDir()
	name, link := filepath.Join(dir, "history.json"), filepath.Join(dir, "latest.json")
	require.NoError(t, os.WriteFile(name, []byte(strings.Repeat("old\n", 1000)), 0o640))
	require.NoError(t, os.Chmod(name, 0o640)) // whatever the umask
	require.NoError(t, os.Symlink("history.json", link))
	old, err := os.Open(name)
	require.NoError(t, err)
	defer func() { assert.NoError(t, old.Close()) }()

	require.Equal(t, exitDone, call("", "close", jan, "-history-out", link).status)
	assert.Equal(t, historyOf(t, jan, januaryHistory), read(t, name))
	assert.Equal(t, []string{"history.json", "latest.json"}, files(t, dir))
	target, err := os.Readlink(link)
	require.NoError(t, err)
	assert.Equal(t, "history.json", target, "a link stays a link")
	info, err := os.Stat(name)
	require.NoError(t, err)
	assert.Equal(t, os.FileMode(0o640), info.Mode().Perm(), "a file keeps its mode")
	was, err := old.Stat()
	require.NoError(t, err)
	assert.False(t, os.SameFile(was, info), "a reader of the old file never sees half of the new one")

	fresh := filepath.Join(dir, "fresh.json")
	require.Equal(t, exitDone, call("", "close", jan, "-history-out", fresh).status)
	info, err = os.Stat(fresh)
	require.NoError(t, err)
	assert.Equal(t, os.FileMode(0o600), info.Mode().Perm(), "a new one is its owner's alone")
}
