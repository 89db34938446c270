package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// outcome is what a run of the command left.
type outcome struct {
	status         int
	stdout, stderr string
}

// call runs the command. A folder of the test is DIR in what it prints.
func call(dir string, args ...string) outcome {
	var stdout, stderr strings.Builder
	status := run(args, &stdout, &stderr)
	tidy := func(b strings.Builder) string {
		if dir == "" {
			return b.String()
		}
		return strings.ReplaceAll(b.String(), dir, "DIR")
	}
	return outcome{status, tidy(stdout), tidy(stderr)}
}

// shop copies the small shop of testdata to a folder of its own, with texts of
// its files replaced: file, old, new, and so on.
func shop(t *testing.T, edits ...string) string {
	t.Helper()
	dir := t.TempDir()
	for _, name := range []string{"policy.yaml", "facts.yaml"} {
		text := read(t, filepath.Join("testdata", "shop", name))
		for i := 0; i < len(edits); i += 3 {
			if edits[i] == name {
				require.Contains(t, text, edits[i+1])
				text = strings.ReplaceAll(text, edits[i+1], edits[i+2])
			}
		}
		write(t, filepath.Join(dir, name), text)
	}
	return dir
}

// february is the small shop a month later.
func february(t *testing.T) string {
	t.Helper()
	dir := shop(t)
	write(t, filepath.Join(dir, "facts.yaml"), read(t, filepath.Join("testdata", "february.yaml")))
	return dir
}

func read(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(name)
	require.NoError(t, err)
	return string(text)
}

func write(t *testing.T, name, text string) {
	t.Helper()
	require.NoError(t, os.WriteFile(name, []byte(text), 0o600))
}

func TestUsage(t *testing.T) {
	t.Parallel()
	cases := []struct {
		it   string
		args []string
		want string
	}{
		{"nothing", nil, `a verb is missing: check, close, explain, gaps, load, staffing, year or version`},
		{"flags alone", []string{"-lang", "en"}, `a verb is missing: check, close, explain, gaps, load, staffing, year or version`},
		{"an unknown verb", []string{"pay", "shop"}, `no verb "pay": there are check, close, explain, gaps, load, staffing, year and version`},
		{"a verb in capitals", []string{"Close", "shop"}, `no verb "Close": there are check, close, explain, gaps, load, staffing, year and version`},
		{"an empty verb", []string{"", "shop"}, `no verb "": there are check, close, explain, gaps, load, staffing, year and version`},
		{"no folder to check", []string{"check"}, `check needs DIR`},
		{"no folder to close", []string{"close"}, `close needs DIR`},
		{"an empty folder name", []string{"close", ""}, `close needs DIR`},
		{"no folder to explain", []string{"explain"}, `explain needs DIR`},
		{"no agent", []string{"explain", "shop"}, `explain needs AGENT`},
		{"two folders", []string{"close", "shop", "other"}, `"other" is one word too many for close`},
		{"two agents", []string{"explain", "shop", "A1", "A2"}, `"A2" is one word too many for explain`},
		{"the version of something", []string{"version", "shop"}, `"shop" is one word too many for version`},
		{"an unknown flag", []string{"close", "-locale", "en", "shop"}, `flag provided but not defined: -locale`},
		{"an unknown language", []string{"close", "-lang", "fr", "shop"}, `invalid value "fr" for flag -lang: want zh or en`},
		{"a language in capitals", []string{"close", "-lang=EN", "shop"}, `invalid value "EN" for flag -lang: want zh or en`},
		{"an unknown format", []string{"close", "-format", "xml", "shop"}, `invalid value "xml" for flag -format: want text or json`},
		{"a flag without its value", []string{"close", "shop", "-lang"}, `flag needs an argument: -lang`},
		{"an empty history", []string{"close", "shop", "-history", ""}, `invalid value "" for flag -history: want the name of a file`},
		{"an empty history to write", []string{"close", "shop", "-history-out="}, `invalid value "" for flag -history-out: want the name of a file`},
		{"a history to write without a close", []string{"check", "shop", "-history-out", "h.json"}, `-history-out goes with close and year, not with check`},
		{"a flag after --", []string{"close", "--", "shop", "-lang", "en"}, `"-lang" is one word too many for close`},
	}
	for _, c := range cases {
		t.Run(c.it, func(t *testing.T) {
			t.Parallel()
			assert.Equal(t, outcome{exitUsage, "", "cspay: " + c.want + "\n" + synopsis}, call("", c.args...))
		})
	}
}

func TestHelp(t *testing.T) {
	t.Parallel()
	for _, args := range [][]string{
		{"-h"}, {"-help"}, {"--help"}, {"help"}, {"close", "-h"}, {"-lang", "en", "explain", "shop", "--help"}, {"help", "close"},
	} {
		assert.Equal(t, outcome{exitDone, help, ""}, call("", args...), args)
	}
	for _, word := range []string{"check DIR", "close DIR", "explain DIR AGENT", "version", "-lang", "-format", "-history FILE", "-history-out FILE"} {
		assert.Contains(t, help, "\n  "+word+" ")
	}
}

func TestVersion(t *testing.T) {
	t.Parallel()
	got := call("", "version")
	assert.Equal(t, exitDone, got.status)
	assert.Regexp(t, `^cspay [^ ()]+, format cspay/v1\n$`, got.stdout)
	assert.Empty(t, got.stderr)
}

func TestFlagsAnywhere(t *testing.T) {
	t.Parallel()
	dir := shop(t)
	want := call(dir, "explain", dir, "A1", "-lang", "en")
	require.Equal(t, exitDone, want.status, want.stderr)
	require.Contains(t, want.stdout, "A1 王小明, 2026-01: total 3650.00 yuan")
	for _, args := range [][]string{
		{"-lang", "en", "explain", dir, "A1"},
		{"explain", "-lang", "en", dir, "A1"},
		{"explain", dir, "-lang", "en", "A1"},
		{"explain", dir, "-lang=en", "A1"},
		{"explain", dir, "--lang", "en", "A1"},
		{"explain", "--lang=en", dir, "A1", "-format", "text"},
		{"-format=json", "explain", "-lang=zh", dir, "-format=text", "A1", "-lang=en"},
		{"-lang", "en", "--", "explain", dir, "A1"},
		{"explain", "-lang=en", dir, "--", "A1"},
		{"explain", dir, "A1", "-lang=en", "--"},
	} {
		assert.Equal(t, want, call(dir, args...), args)
	}
}

func TestAnAgentWhoseIDLooksLikeAFlag(t *testing.T) {
	t.Parallel()
	dir := shop(t, "facts.yaml", "A1,", "-A1,")
	got := call(dir, "explain", "-lang=en", dir, "--", "-A1")
	assert.Equal(t, exitDone, got.status, got.stderr)
	assert.Contains(t, got.stdout, "-A1 王小明, 2026-01: total 3650.00 yuan\n")
}

func TestAValueThatLooksLikeAFlag(t *testing.T) {
	t.Parallel()
	dir := shop(t)
	got := call(dir, "close", "-history", "--", dir, "-lang", "en")
	assert.Equal(t, outcome{exitProblems, "", "--: error: document.unreadable: want a history file, got \"no such file or directory\"\n"}, got)
}
