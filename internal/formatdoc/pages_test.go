package formatdoc

import (
	"encoding/json"
	"go/ast"
	"io/fs"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/policy"
	"github.com/cspay/cspay/scoring/facts"
)

// anchors are what links into a page may name: its headings as the forge
// writes them, and explicit ids.
func anchors(page string) []string {
	var list []string
	fenced := false
	for line := range strings.Lines(page) {
		if strings.HasPrefix(line, "```") {
			fenced = !fenced
		}
		title, ok := strings.CutPrefix(strings.TrimLeft(line, "#"), " ")
		if !ok || fenced || !strings.HasPrefix(line, "#") {
			continue
		}
		list = append(list, strings.Map(func(r rune) rune {
			switch {
			case r == ' ':
				return '-'
			case r == '-' || r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r):
				return unicode.ToLower(r)
			}
			return -1
		}, strings.TrimSpace(title)))
	}
	for _, m := range regexp.MustCompile(`<a id="([^"]+)">`).FindAllStringSubmatch(page, -1) {
		list = append(list, m[1])
	}
	return list
}

func TestEveryLinkIntoAPageLeadsSomewhere(t *testing.T) {
	names := []string{"format.md", "problems.md", "results.md"}
	known := map[string][]string{}
	for _, name := range names {
		known[name] = anchors(read(t, "docs/"+name))
		sorted := slices.Sorted(slices.Values(known[name]))
		assert.Equal(t, sorted, slices.Compact(slices.Clone(sorted)), "%s has each heading once", name)
	}
	for _, name := range names {
		links := regexp.MustCompile(`\]\(([a-z]*\.?m?d?)#([^)]+)\)`).FindAllStringSubmatch(read(t, "docs/"+name), -1)
		assert.Greater(t, len(links), 5, name)
		for _, m := range links {
			page := m[1]
			if page == "" {
				page = name
			}
			assert.Contains(t, known[page], m[2], "a link of %s to %s", name, page)
		}
	}
}

// TestReservedCodesAreUsedByNobody finds a code that has come into use and
// needs an example now.
func TestReservedCodesAreUsedByNobody(t *testing.T) {
	src := newSource(tree())
	docs, err := src.of(reflect.TypeFor[facts.Code]())
	require.NoError(t, err)
	require.Greater(t, len(docs.words["Code"]), 50)
	list, err := entries(tree())
	require.NoError(t, err)
	for _, e := range list {
		if e.heads["reserved"] == "" {
			continue
		}
		i := slices.IndexFunc(docs.words["Code"], func(w wordDoc) bool { return w.word == e.code })
		require.GreaterOrEqual(t, i, 0)
		for _, dir := range []string{"internal/columns", "scoring", "rank", "payout", "policy"} {
			files, err := fs.Glob(tree(), dir+"/*.go")
			require.NoError(t, err)
			for _, name := range files {
				assert.NotContains(t, read(t, name), "facts."+docs.words["Code"][i].name, "%s uses a reserved code: give it an example", name)
			}
		}
	}
}

// section returns what stands between a heading and the next of its rank or
// above.
func section(t *testing.T, page, heading string) string {
	t.Helper()
	_, rest, ok := strings.Cut(page, "\n"+heading+"\n")
	require.True(t, ok, heading)
	rank := strings.TrimRight(heading[:strings.Index(heading, " ")], " ")
	for i := len(rank); i > 1; i-- {
		if before, _, ok := strings.Cut(rest, "\n"+strings.Repeat("#", i)+" "); ok {
			rest = before
		}
	}
	return rest
}

func fence(t *testing.T, text string) any {
	t.Helper()
	m := regexp.MustCompile("(?s)```json\n(.*?)```").FindStringSubmatch(text)
	require.Len(t, m, 2)
	var v any
	require.NoError(t, json.Unmarshal([]byte(m[1]), &v))
	return v
}

// documented asserts that each key has its row in a text.
func documented(t *testing.T, text string, keys []string) {
	t.Helper()
	for _, k := range keys {
		assert.Regexp(t, "(?m)^\\| [^|]*`"+k+"`", text, "the key %s has a row", k)
	}
}

// keysIn are the keys of a JSON value, but not those of maps by id.
func keysIn(v any) []string {
	var keys []string
	switch v := v.(type) {
	case []any:
		for _, item := range v {
			keys = append(keys, keysIn(item)...)
		}
	case map[string]any:
		for k, below := range v {
			keys = append(keys, k)
			if k != "places" && k != "balances" {
				keys = append(keys, keysIn(below)...)
			}
		}
	}
	return keys
}

func TestTheResultOfThePageIsTheTwins(t *testing.T) {
	page := section(t, read(t, "docs/results.md"), "## The result")
	shown, ok := fence(t, page).(map[string]any)
	require.True(t, ok)
	documented(t, page, keysIn(shown))

	var expected struct {
		Month string           `json:"month"`
		Slips []map[string]any `json:"slips"`
	}
	require.NoError(t, json.Unmarshal([]byte(read(t, sampleShop+"/expected.json")), &expected))
	assert.Equal(t, expected.Month, shown["month"])
	slips, ok := shown["slips"].([]any)
	require.True(t, ok)
	require.Len(t, slips, 1)
	i := slices.IndexFunc(expected.Slips, func(s map[string]any) bool { return s["agent"] == sampleAgent })
	require.GreaterOrEqual(t, i, 0)
	assert.Equal(t, any(expected.Slips[i]), slips[0])

	treatments := section(t, read(t, "docs/results.md"), "### Treatments")
	documented(t, treatments, []string{"earned", "not_earned", "deducted"})
}

func TestEveryKeyOfTheHistoryIsDocumented(t *testing.T) {
	page := section(t, read(t, "docs/results.md"), "## History")
	documented(t, page, keysIn(fence(t, page)))
	for _, typ := range []reflect.Type{reflect.TypeFor[policy.History](), reflect.TypeFor[policy.HistoryMonth](), reflect.TypeFor[policy.HistoryAgent](), reflect.TypeFor[policy.HistoryClaim]()} {
		for _, k := range objectOf(typ).fields {
			documented(t, page, []string{k.name})
		}
	}
}

// TestTheCommandsJSONIsDocumented compares the keys with those that the
// command's own types have, which no other package can import.
func TestTheCommandsJSONIsDocumented(t *testing.T) {
	files, err := newSource(tree()).parse("examples/cspay")
	require.NoError(t, err)
	tags := map[string][]string{}
	for _, f := range files {
		ast.Inspect(f, func(n ast.Node) bool {
			spec, ok := n.(*ast.TypeSpec)
			if !ok {
				return true
			}
			if st, ok := spec.Type.(*ast.StructType); ok {
				for _, f := range st.Fields.List {
					if f.Tag != nil {
						tags[spec.Name.Name] = append(tags[spec.Name.Name], strings.Trim(f.Tag.Value, "`"))
					}
				}
			}
			return true
		})
	}
	page := section(t, read(t, "docs/results.md"), "### JSON of the command")
	assert.Equal(t, []string{`json:"problems"`}, tags["jsonProblems"])
	documented(t, page, []string{"problems"})
	for name, ours := range map[string]reflect.Type{
		"jsonProblem": reflect.TypeFor[problem](), "jsonCheck": reflect.TypeFor[checked](),
		"jsonSlip": reflect.TypeFor[explained](), "jsonStep": reflect.TypeFor[step](),
	} {
		var want []string
		for i := range ours.NumField() {
			want = append(want, string(ours.Field(i).Tag))
			key, _, _ := strings.Cut(ours.Field(i).Tag.Get("json"), ",")
			documented(t, page, []string{key})
		}
		assert.Equal(t, want, tags[name], "the command's %s", name)
	}
}
