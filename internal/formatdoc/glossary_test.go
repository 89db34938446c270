package formatdoc

import (
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/payout"
	"github.com/cspay/cspay/policy"
	"github.com/cspay/cspay/scoring/facts"
)

// translated returns the words of documents that a glossary has in both
// languages: those between backticks in a row whose first cell has Latin
// letters and whose second has Chinese ones.
func translated(page string) []string {
	var words []string
	for line := range strings.Lines(page) {
		cells := strings.Split(strings.Trim(strings.TrimSpace(line), "|"), "|")
		if !strings.HasPrefix(line, "|") || len(cells) < 3 {
			continue
		}
		latin := strings.ContainsFunc(cells[0], func(r rune) bool { return unicode.Is(unicode.Latin, r) })
		chinese := strings.ContainsFunc(cells[1], func(r rune) bool { return unicode.Is(unicode.Han, r) })
		if !latin || !chinese {
			continue
		}
		for _, m := range regexp.MustCompile("`([^`]+)`").FindAllStringSubmatch(line, -1) {
			words = append(words, m[1])
		}
	}
	return words
}

// vocabulary returns the words that a manager meets in documents, each with
// where it comes from: the keys at the top, the kinds, the closed sets.
func vocabulary(t *testing.T) map[string]string {
	t.Helper()
	from := map[string]string{}
	add := func(where string, words ...string) {
		for _, w := range words {
			from[w] = where
		}
	}
	for _, table := range kindTables() {
		kinds, err := kindsOf(table)
		require.NoError(t, err)
		for _, k := range kinds {
			add("the kinds of "+table, k.Kind())
		}
	}
	for _, doc := range []reflect.Type{reflect.TypeFor[policy.Document](), reflect.TypeFor[facts.Month](), reflect.TypeFor[payout.Jurisdiction]()} {
		for _, k := range objectOf(doc).fields {
			add("the keys of "+doc.String(), k.name)
		}
		for _, typ := range reachable(doc) {
			for _, k := range objectOf(typ).fields {
				add("the words of "+element(k.typ).String(), wordsOf(element(k.typ))...)
				if k.typ.Kind() == reflect.Map {
					add("the words of "+k.typ.Key().String(), wordsOf(k.typ.Key())...)
				}
			}
		}
	}
	return from
}

func TestTheGlossaryHasEachWordOfADocument(t *testing.T) {
	words := translated(read(t, "docs/glossary.md"))
	from := vocabulary(t)
	require.Greater(t, len(from), 60)
	for word, where := range from {
		assert.True(t, slices.Contains(words, word), "docs/glossary.md has no row with `%s` and its Chinese, of %s", word, where)
	}
}

func TestTranslated(t *testing.T) {
	page := "| English | 中文 | meaning | in documents |\n|---|---|---|---|\n" +
		"| agent | 客服 | one employee | `agents` |\n" +
		"| place | | no Chinese | `place` |\n" +
		"| 名次 | 名次 | no English | `rank` |\n" +
		"`outside` a table\n"
	assert.Equal(t, []string{"agents"}, translated(page))
}
