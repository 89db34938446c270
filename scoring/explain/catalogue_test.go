package explain

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/scoring/facts"
)

var placeholder = regexp.MustCompile(`\{([^{}]*)\}`)

// keys returns the values that a template asks for, each once and sorted.
func keys(template string) []string {
	var found []string
	for _, m := range placeholder.FindAllStringSubmatch(template, -1) {
		key, _, _ := strings.Cut(m[1], ":")
		found = append(found, key)
	}
	slices.Sort(found)
	return slices.Compact(found)
}

// forbidden are the words that no text shown to a user may hold: a close
// proposes, a person decides.
func forbidden() []string {
	return []string{"dismiss", "terminat", "fired", "辞退", "开除", "解雇", "解除劳动合同", "末位淘汰"}
}

func TestSentences(t *testing.T) {
	t.Parallel()
	options := []string{"bare", "signed", "one", "lower"}
	for _, code := range Codes() {
		t.Run(string(code), func(t *testing.T) {
			t.Parallel()
			text, ok := Template(code)
			require.True(t, ok)
			assert.Equal(t, keys(text.ZH), keys(text.EN), "both languages say the same values")
			for _, s := range []string{text.ZH, text.EN} {
				checkText(t, s)
				rest := placeholder.ReplaceAllString(s, "")
				assert.NotContains(t, rest, "{", s)
				assert.NotContains(t, rest, "}", s)
				for _, m := range placeholder.FindAllStringSubmatch(s, -1) {
					key, option, given := strings.Cut(m[1], ":")
					assert.Regexp(t, `^[a-z_]+$`, key)
					assert.True(t, !given || slices.Contains(options, option), m[0])
				}
			}
			assert.False(t, strings.ContainsFunc(text.EN, han), text.EN)
		})
	}
}

// checkText holds a text of the catalogue against the house's writing.
func checkText(t *testing.T, s string) {
	t.Helper()
	assert.NotEmpty(t, s)
	assert.Equal(t, strings.TrimSpace(s), s)
	assert.False(t, strings.ContainsFunc(s, wide), "punctuation is half-width: %s", s)
	for _, w := range forbidden() {
		assert.NotContains(t, strings.ToLower(s), w)
	}
}

// wide reports full-width forms and the punctuation of Chinese typography, but
// for the brackets around a name inside a sentence.
func wide(r rune) bool {
	return r >= '\u3000' && r <= '\u303f' && r != '「' && r != '」' || r >= '\uff00' && r <= '\uffef' || r >= '\u2018' && r <= '\u201d'
}

func han(r rune) bool { return unicode.Is(unicode.Han, r) }

func TestCodesAreSortedAndUnique(t *testing.T) {
	t.Parallel()
	codes := Codes()
	total := 0
	for _, part := range catalogue {
		total += len(part)
	}
	assert.True(t, slices.IsSorted(codes))
	assert.Len(t, slices.Compact(slices.Clone(codes)), total)
	assert.NotContains(t, codes, Code(""))
	_, ok := Template("no.such.code")
	assert.False(t, ok)
}

func TestWordsOfTheCatalogue(t *testing.T) {
	t.Parallel()
	assert.True(t, slices.IsSorted(Words()))
	assert.Len(t, Words(), len(words))
	for _, w := range Words() {
		key, word, ok := strings.Cut(w, ".")
		require.True(t, ok, w)
		assert.NotEmpty(t, word, w)
		assert.Regexp(t, `^[a-z]+$`, key)
		checkText(t, words[w].ZH)
		checkText(t, words[w].EN)
		assert.True(t, strings.ContainsFunc(words[w].ZH, han), w)
		assert.False(t, strings.ContainsFunc(words[w].EN, han), w)
		assert.Equal(t, words[w].ZH, Word(key, word, Chinese))
		assert.Equal(t, words[w].EN, Word(key, word, English))
	}
}

func TestWord(t *testing.T) {
	t.Parallel()
	cases := []struct {
		it, key, word string
		zh, en        string
	}{
		{"a treatment", "treatment", "not_earned", "未取得", "not earned"},
		{"a basis with a point in it", "basis", "21.75", "按月计薪 21.75 天", "21.75 paid days a month"},
		{"a role that the shop made up prints itself", "role", "live_stream", "live_stream", "live_stream"},
		{"an id that is spelt like a word stays an id", "event", "upheld", "upheld", "upheld"},
		{"a date prints itself", "date", "2026-06-05", "2026-06-05", "2026-06-05"},
		{"a word without a key prints itself", "", "upheld", "upheld", "upheld"},
		{"a key that is part of the word is not split off", "", "status.upheld", "status.upheld", "status.upheld"},
		{"nothing prints nothing", "status", "", "", ""},
	}
	for _, c := range cases {
		t.Run(c.it, func(t *testing.T) {
			t.Parallel()
			assert.Equal(t, c.zh, Word(c.key, c.word, Chinese))
			assert.Equal(t, c.en, Word(c.key, c.word, English))
		})
	}
}

// TestClosedSets has every word of the closed sets that sentences and reports
// show. Those of payout are in page_test.go.
func TestClosedSets(t *testing.T) {
	t.Parallel()
	for key, set := range map[string][]string{
		"status":     append(facts.EventStatus("").Words(), facts.Status("").Words()...),
		"attendance": facts.Attendance("").Words(),
		"word":       {"over", "at_least", "under", "at_most"},
		"role":       {"pre_sales", "after_sales", "voter"},
		"bound":      {"least", "most"},
		"sort":       facts.DayCount("").Words(),
		"across":     facts.Across("").Words(),
		"window":     facts.Window("").Words(),
	} {
		for _, w := range set {
			assert.Contains(t, words, key+"."+w)
		}
	}
}
