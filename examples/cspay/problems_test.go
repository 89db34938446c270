package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestProblemsOfWhatIsNamed(t *testing.T) {
	t.Parallel()
	good, bad := shop(t), shop(t, "policy.yaml", "basis: calendar", "basis: lunar")
	empty, noFacts := t.TempDir(), shop(t)
	require.NoError(t, os.Remove(filepath.Join(noFacts, "facts.yaml")))
	broken := filepath.Join(t.TempDir(), "history.json")
	write(t, broken, "{\n")
	cases := []struct {
		it, dir string
		args    []string
		want    []string // how each line begins
	}{
		{
			"a folder that is not there", filepath.Join(empty, "nowhere"),
			[]string{"close", "DIR"},
			[]string{`DIR: error: document.unreadable: want a shop's folder, got "no such file or directory"`},
		},
		{
			"a file for a folder", filepath.Join(good, "policy.yaml"),
			[]string{"check", "DIR"},
			[]string{`DIR: error: document.unreadable: want a shop's folder, got "a file"`},
		},
		{
			"an empty folder", empty,
			[]string{"check", "DIR"},
			[]string{`DIR/policy.yaml: error: document.unreadable: `},
		},
		{
			"a folder without facts", noFacts,
			[]string{"explain", "DIR", "A1"},
			[]string{`DIR/facts.yaml: error: document.unreadable: `},
		},
		{
			"an agent who is not in the month", good,
			[]string{"explain", "DIR", "A3"},
			[]string{`DIR/facts.yaml: error: agent.unknown (agent A3): want the id of an agent of 2026-01`},
		},
		{
			"an agent whose id would clear the screen", good,
			[]string{"explain", "DIR", "\x1b[2J"},
			[]string{`DIR/facts.yaml: error: agent.unknown (agent \u001b[2J): want the id of an agent of 2026-01`},
		},
		{
			"a history that is not there", good,
			[]string{"close", "DIR", "-history", "DIR/none.json"},
			[]string{`DIR/none.json: error: document.unreadable: want a history file, got "no such file or directory"`},
		},
		{
			"a folder for a history", good,
			[]string{"close", "DIR", "-history", "DIR"},
			[]string{`DIR: error: document.unreadable: want a history file, got "a folder"`},
		},
		{
			"a history that is none, with the name it was given", good,
			[]string{"check", "DIR", "-history", broken},
			[]string{broken + `:2:1: error: document.syntax: `},
		},
		{
			"a bad policy and a bad history in one run", bad,
			[]string{"check", "DIR", "-history", broken},
			[]string{`DIR/policy.yaml:28:80: error: word.unknown at pay[0].base_pay.basis: `, broken + `:2:1: error: document.syntax: `},
		},
	}
	for _, c := range cases {
		t.Run(c.it, func(t *testing.T) {
			t.Parallel()
			args := []string{"-lang=en"}
			for _, a := range c.args {
				args = append(args, strings.Replace(a, "DIR", c.dir, 1))
			}
			got := call(c.dir, args...)
			assert.Equal(t, exitProblems, got.status)
			assert.Empty(t, got.stdout)
			lines := strings.Split(strings.TrimSuffix(got.stderr, "\n"), "\n")
			require.GreaterOrEqual(t, len(lines), len(c.want), got.stderr)
			for i, want := range c.want {
				assert.True(t, strings.HasPrefix(lines[i], want), lines[i])
			}
		})
	}
}

// faulty is the small shop with the month of ten faults.
func faulty(t *testing.T) (dir, facts string) {
	t.Helper()
	dir, facts = shop(t), read(t, filepath.Join("testdata", "ten_faults.yaml"))
	write(t, filepath.Join(dir, "facts.yaml"), facts)
	return dir, facts
}

// tenFaults are what is wrong with testdata/ten_faults.yaml, in its order, and
// the text that each stands at, once in the file unless it is counted.
func tenFaults() []struct{ at, says string } {
	return []struct{ at, says string }{
		{"9o", "number.syntax at agents[0].values.exam (agent A1)"},
		{"98765.432", "number.scale at agents[0].values.wage (agent A1)"},
		{"A1, name: Ann", "id.duplicate at agents[1].id (agent A1)"},
		{`"A3 "`, "id.space at agents[2].id (agent A3 )"},
		{"2026-02-30", "date.invalid at agents[3].hired (agent A4)"},
		{"salry", "name.unknown at agents[4].salry (agent A5)"},
		{`""`, "number.empty at agents[5].values.wage (agent A6)"},
		{"2026-02-01", "date.outside_month at events[0].date (agent A7)"},
		{"A9", "agent.unknown at events[1].agent (agent A9)"},
		{"maybe", "word.unknown at events[2].status (agent A7)"},
	}
}

// placeOf counts the line and the character at which a text stands.
func placeOf(t *testing.T, file, text string) (line, column int) {
	t.Helper()
	before, _, found := strings.Cut(file, text)
	require.True(t, found, text)
	last := before[strings.LastIndex(before, "\n")+1:]
	return strings.Count(before, "\n") + 1, len([]rune(last)) + 1
}

func TestTenFaults(t *testing.T) {
	t.Parallel()
	dir, facts := faulty(t)
	var zh, en []string
	for _, fault := range tenFaults() {
		line, column := placeOf(t, facts, fault.at)
		zh = append(zh, fmt.Sprintf("DIR/facts.yaml:%d:%d: 错误: %s: want ", line, column, fault.says))
		en = append(en, fmt.Sprintf("DIR/facts.yaml:%d:%d: error: %s: want ", line, column, fault.says))
	}
	for _, args := range [][]string{
		{"check", dir},
		{"close", dir, "-history-out", filepath.Join(dir, "out.json")},
		{"explain", dir, "A7"},
	} {
		for lang, want := range map[string][]string{"zh": zh, "en": en} {
			got := call(dir, append(args, "-lang", lang)...)
			assert.Equal(t, exitProblems, got.status)
			assert.Empty(t, got.stdout)
			lines := strings.Split(strings.TrimSuffix(got.stderr, "\n"), "\n")
			require.Len(t, lines, len(want), got.stderr)
			for i := range want {
				assert.True(t, strings.HasPrefix(lines[i], want[i]), "%s\n%s", lines[i], want[i])
			}
		}
	}
	assert.NoFileExists(t, filepath.Join(dir, "out.json"), "nothing was closed")
}

// TestProblemsKeepPayToThemselves looks for every name and every value that is
// wrong in the month of ten faults.
func TestProblemsKeepPayToThemselves(t *testing.T) {
	t.Parallel()
	dir, _ := faulty(t)
	for _, verb := range []string{"check", "close"} {
		for _, format := range []string{"text", "json"} {
			got := call(dir, verb, dir, "-format", format)
			require.Equal(t, exitProblems, got.status)
			for _, secret := range []string{"王小明", "Ann", "9o", "98765", "4321", "3100", "02-30", "02-01", "maybe"} {
				assert.NotContains(t, got.stdout+got.stderr, secret, "%s -format %s", verb, format)
			}
		}
	}
}
