package formatdoc

import (
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/policy"
	"github.com/cspay/cspay/scoring/facts"
)

// tree is the module's root.
func tree() fs.FS { return os.DirFS(filepath.FromSlash("../..")) }

func read(t *testing.T, name string) string {
	t.Helper()
	text, err := fs.ReadFile(tree(), name)
	require.NoError(t, err)
	return string(text)
}

func TestTheCommittedPagesAreWhatTheGeneratorWrites(t *testing.T) {
	pages, err := Pages(tree())
	require.NoError(t, err)
	require.Len(t, pages, 7)
	for _, page := range pages {
		assert.Equal(t, string(page.Text), read(t, page.Name), "run go generate ./... for %s", page.Name)
	}
}

// TestTheSmallPolicyCloses checks the numbers that docs/format.md works by
// hand.
func TestTheSmallPolicyCloses(t *testing.T) {
	dir, err := fs.Sub(tree(), own+"/small")
	require.NoError(t, err)
	p, err := policy.Load(strings.NewReader(read(t, own+"/small/policy.yaml")))
	require.NoError(t, err)
	require.Len(t, p.Warnings(), 1)
	require.ErrorIs(t, p.Warnings()[0], facts.CodeRuleCliff, "the fifth bad review costs nothing more")
	month, err := p.LoadMonthFS(dir, ".")
	require.NoError(t, err)
	result, err := p.Close(month, policy.History{})
	require.NoError(t, err)
	assert.Empty(t, result.Warnings())

	page := read(t, "docs/format.md")
	for _, want := range []struct {
		agent, score, total string
		lines               []string
	}{
		{"A01", "97.00", "3550.00", []string{"base 3100.00", "commission 150.00", "champion 300.00"}},
		{"A02", "69.15", "4135.19", []string{"base 1600.00", "commission 35.19", "pool 2580.64", "pool -80.64", "champion 0.00"}},
	} {
		slip, ok := result.Slip(want.agent)
		require.True(t, ok)
		assert.Equal(t, want.score, slip.Score().StringFixed(2), want.agent)
		assert.Equal(t, want.total, slip.Total().StringFixed(2), want.agent)
		var lines []string
		for _, l := range slip.Lines() {
			lines = append(lines, l.Item+" "+l.Text())
			assert.Contains(t, page, strings.TrimPrefix(l.Text(), "-"), "the page shows the line")
		}
		assert.Equal(t, want.lines, lines, want.agent)
		assert.Contains(t, page, "**"+want.score+"**")
		assert.Contains(t, page, "**"+want.total+"**")
	}
	// The scores are the sums of the lines that the page works out.
	for _, points := range []string{"60.00 |", "= 45.00 |", "= 27.00 |", "= 24.15 |", "10.00 |", ": 0.00 |"} {
		assert.Contains(t, page, points)
	}
}

const header = "format: cspay/v1\nid: bench\ncurrency: CNY\n"

// bench declares what the snippets of the kinds name, section by section.
func bench() map[string]string {
	return map[string]string{
		"metrics": `metrics:
  bad_reviews: {unit: count, better: lower, from: {event: bad_review}}
  complaints: {unit: count, better: lower, from: {event: complaint}}
  praises: {unit: count, better: higher, from: {event: praise}}
  response: {unit: seconds, better: lower}
  exam: {unit: points, better: higher}
  completion: {unit: ratio, better: higher}
  sales: {unit: money, better: higher}
  returns: {unit: money, better: lower}
  base_wage: {unit: money}
`,
		"accounts": "accounts:\n  - {id: fund, opening: 100, unit: money, charges: {minor_error: 5}}\n",
		"scheme":   "scheme:\n  - {id: exam, points: 100, direct: {metric: exam, out_of: 100}}\n",
		"rankings": "rankings:\n  - {id: by_sales, by: sales}\n  - {id: by_exam, by: exam}\n",
		"pay":      "pay:\n  - {id: base, base_pay: {metric: base_wage, basis: calendar}}\n",
	}
}

// benchWith is a policy with one section in place of the bench's own.
func benchWith(section, text string) string {
	sections := bench()
	sections[section] = text
	if section == "metrics" || section == "events" || section == "rounding" {
		sections = map[string]string{section: text}
	}
	doc := header
	for _, name := range []string{"rounding", "events", "metrics", "accounts", "scheme", "rankings", "pay"} {
		doc += sections[name]
	}
	return doc
}

func loads(t *testing.T, doc string) {
	t.Helper()
	_, err := policy.Load(strings.NewReader(doc))
	assert.NoError(t, err, doc)
}

func TestEachSnippetOfAKindCompiles(t *testing.T) {
	m := &manual{src: newSource(tree()), told: map[reflect.Type]bool{}}
	for _, table := range kindTables() {
		kinds, err := kindsOf(table)
		require.NoError(t, err)
		require.NotEmpty(t, kinds)
		for _, k := range kinds {
			t.Run(k.Kind(), func(t *testing.T) {
				d, err := m.kind(k)
				require.NoError(t, err)
				clause := strings.TrimSpace(d.snippet)
				switch {
				case table == "pay":
					loads(t, benchWith("pay", "pay:\n  - {id: it, "+clause+"}\n"))
				case strings.Contains(strings.Join(d.what, " "), "states no points"):
					loads(t, benchWith("scheme", bench()["scheme"]+"  - {id: it, "+clause+"}\n"))
				default:
					loads(t, benchWith("scheme", "scheme:\n  - {id: it, points: 100, "+clause+"}\n"))
				}
			})
		}
	}
}

// TestEachSnippetOfThePageCompiles takes the page's other snippets, too.
func TestEachSnippetOfThePageCompiles(t *testing.T) {
	fences := regexp.MustCompile("(?s)```yaml\n(.*?)```").FindAllStringSubmatch(read(t, "docs/format.md"), -1)
	seen := 0
	for _, fence := range fences {
		text := fence[1]
		section, _, _ := strings.Cut(text, ":")
		switch section {
		case "format":
			loads(t, text)
		case "metrics", "events", "accounts", "scheme", "rankings", "pay", "rounding":
			if strings.Contains(text, "ID") {
				continue
			}
			seen++
			loads(t, benchWith(section, text))
		case "red_lines":
			seen++
			loads(t, benchWith("pay", "pay:\n  - {id: bonus, remainder: {account: fund}}\n"+text))
		case "commission":
			seen++
			clause := strings.ReplaceAll(strings.TrimSpace(text), "\n", "\n    ")
			loads(t, benchWith("pay", "pay:\n  - id: it\n    "+clause+"\n"))
		case "when":
			seen++
			loads(t, benchWith("pay", "pay:\n  - id: it\n    "+strings.ReplaceAll(strings.TrimSpace(text), "\n", "\n    ")+
				"\n    base_pay: {amount: 1, basis: calendar}\n"))
		}
	}
	assert.GreaterOrEqual(t, seen, 9)
}

// TestEveryKeyOfASampleIsDocumented follows real documents down the model.
func TestEveryKeyOfASampleIsDocumented(t *testing.T) {
	for _, shop := range []string{sampleShop, own + "/small"} {
		dir, err := fs.Sub(tree(), shop)
		require.NoError(t, err)
		p, err := policy.LoadFS(dir, "policy.yaml")
		require.NoError(t, err)
		var b strings.Builder
		require.NoError(t, p.WriteJSON(&b))
		var doc any
		require.NoError(t, json.Unmarshal([]byte(b.String()), &doc))
		assert.Greater(t, follow(t, doc, reflect.TypeFor[policy.Document]()), 30, shop)
	}
}

// follow checks that a type's object has each key of a value, and returns how
// many there are.
func follow(t *testing.T, value any, typ reflect.Type) int {
	t.Helper()
	n := 0
	switch value := value.(type) {
	case []any:
		if typ.Kind() == reflect.Struct {
			for _, k := range objectOf(typ).fields {
				if k.options.list {
					typ = k.typ
				}
			}
		}
		for _, item := range value {
			n += follow(t, item, elem(typ))
		}
	case map[string]any:
		if typ.Kind() == reflect.Map {
			for _, cell := range value {
				n += follow(t, cell, typ.Elem())
			}
			return n
		}
		if typ.Kind() != reflect.Struct {
			return n
		}
		for name, below := range value {
			n++
			to, ok := child(objectOf(typ), name)
			if assert.True(t, ok, "%s has no key %s", typ, name) {
				n += follow(t, below, to)
			}
		}
	}
	return n
}

func elem(t reflect.Type) reflect.Type {
	for t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice {
		t = t.Elem()
	}
	return t
}

func child(o object, name string) (reflect.Type, bool) {
	for _, k := range o.fields {
		if k.name == name {
			for k.typ.Kind() == reflect.Pointer {
				k.typ = k.typ.Elem()
			}
			return k.typ, true
		}
	}
	for _, table := range kindTables() {
		kinds, err := kindsOf(table)
		if err != nil {
			return nil, false
		}
		for _, k := range kinds {
			if k.Kind() == name && o.kinds != nil && reflect.TypeOf(k).Implements(o.kinds) {
				return reflect.TypeOf(k), true
			}
		}
	}
	return nil, false
}
