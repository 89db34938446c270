package schemacheck

import (
	"encoding/json"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/policy"
)

// repo is the whole tree that this module lies in.
func repo() fs.FS { return os.DirFS(filepath.FromSlash("../..")) }

func read(t *testing.T, name string) string {
	t.Helper()
	text, err := fs.ReadFile(repo(), name)
	require.NoError(t, err)
	return string(text)
}

func schemas(t *testing.T) *Schemas {
	t.Helper()
	s, err := New()
	require.NoError(t, err)
	return s
}

func load(text string) error {
	_, err := policy.Load(strings.NewReader(text))
	return err
}

// loadFacts reads a facts.yaml as the month of a policy.
func loadFacts(p *policy.Policy, text string) error {
	_, err := p.LoadMonthFS(fstest.MapFS{"facts.yaml": {Data: []byte(text)}}, ".")
	return err
}

// shops are the folders with a policy and its month.
func shops(t *testing.T) []string {
	t.Helper()
	var found []string
	for _, pattern := range []string{"examples/*/policy.yaml", "examples/*/*/policy.yaml", "examples/*/testdata/*/policy.yaml", "internal/formatdoc/*/policy.yaml"} {
		names, err := fs.Glob(repo(), pattern)
		require.NoError(t, err)
		for _, name := range names {
			found = append(found, path.Dir(name))
		}
	}
	return found
}

func TestSamples(t *testing.T) {
	s := schemas(t)
	valid := 0
	for _, shop := range shops(t) {
		t.Run(shop, func(t *testing.T) {
			text := read(t, shop+"/policy.yaml")
			// A sample may use what is still to be built: then both say so.
			if err := load(text); err != nil {
				require.Error(t, s.Policy([]byte(text)), "the schema knows more than the reader: %v", err)
				return
			}
			valid++
			require.NoError(t, s.Policy([]byte(text)))
			assert.NoError(t, s.Facts([]byte(read(t, shop+"/facts.yaml"))))
		})
	}
	assert.GreaterOrEqual(t, valid, 3)
}

// TestSnippets takes the YAML of docs/format.md: whole documents, and parts
// that begin with a key of one.
func TestSnippets(t *testing.T) {
	s := schemas(t)
	var top struct{ Properties map[string]any }
	require.NoError(t, json.Unmarshal(policy.Schema(), &top))
	whole, parts := 0, 0
	for _, fence := range regexp.MustCompile("(?s)```yaml\n(.*?)```").FindAllStringSubmatch(read(t, "docs/format.md"), -1) {
		text := fence[1]
		switch first, _, _ := strings.Cut(text, ":"); {
		case first == "format":
			whole++
			assert.NoError(t, s.Policy([]byte(text)), text)
		case first == "month":
			whole++
			assert.NoError(t, s.Facts([]byte(text)), text)
		case first == "exclusions":
			parts++
			assert.NoError(t, s.Facts([]byte("month: 2026-01\n"+text)), text)
		case top.Properties[first] != nil && first != "name":
			parts++
			assert.NoError(t, s.Policy([]byte(head+text)), text)
		}
	}
	assert.GreaterOrEqual(t, whole, 2)
	assert.GreaterOrEqual(t, parts, 9)
}

// TestWrittenPolicies validates what the library itself writes.
func TestWrittenPolicies(t *testing.T) {
	s := schemas(t)
	p, err := policy.LoadFS(repo(), "examples/daily-pool/policy.yaml")
	require.NoError(t, err)
	for name, write := range map[string]func(*strings.Builder) error{
		"as YAML": func(b *strings.Builder) error { return p.WriteYAML(b) },
		"as JSON": func(b *strings.Builder) error { return p.WriteJSON(b) },
	} {
		t.Run(name, func(t *testing.T) {
			var b strings.Builder
			require.NoError(t, write(&b))
			assert.NoError(t, s.Policy([]byte(b.String())))
		})
	}
}

// example is a file of an example of docs/problems.md.
type example struct{ code, name, text string }

// examples returns the files of internal/formatdoc/problems that hold one text
// as it is.
func examples(t *testing.T, name string) []example {
	t.Helper()
	names, err := fs.Glob(repo(), "internal/formatdoc/problems/*.txt")
	require.NoError(t, err)
	var found []example
	for _, file := range names {
		_, rest, ok := strings.Cut(read(t, file), "-- "+name+" --\n")
		if !ok || strings.Contains(rest, "\n@") {
			continue
		}
		text, _, _ := strings.Cut(rest, "\n-- ")
		code, _, _ := strings.Cut(strings.TrimSuffix(path.Base(file), ".txt"), "+")
		found = append(found, example{code, name, text})
	}
	require.Greater(t, len(found), 5)
	return found
}

// TestProblems looks at the example of each code: what can be seen in the shape
// of a document, the schema sees.
func TestProblems(t *testing.T) {
	s := schemas(t)
	seen := map[string]bool{}
	for _, e := range examples(t, "policy.yaml") {
		if s.Policy([]byte(e.text)) != nil {
			seen[e.code] = true
			assert.Error(t, load(e.text), "%s: the schema refuses what the reader accepts", e.code)
		}
	}
	shop, err := policy.LoadFS(repo(), "internal/formatdoc/problems/shop.yaml")
	require.NoError(t, err)
	for _, e := range examples(t, "facts.yaml") {
		if s.Facts([]byte(e.text)) != nil {
			seen[e.code] = true
			assert.Error(t, loadFacts(shop, e.text), "%s: the schema refuses what the reader accepts", e.code)
		}
	}
	for _, code := range []string{
		"date.invalid", "id.space", "kind.missing", "number.empty", "number.syntax",
		"policy.format", "rate.above_one", "shape.invalid", "shape.required", "word.unknown",
	} {
		assert.True(t, seen[code], "the schema does not see the example of %s", code)
	}
	t.Log(len(seen), "codes are seen by the schema")
}
