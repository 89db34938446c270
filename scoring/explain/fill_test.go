package explain

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"

	"github.com/cspay/cspay/scoring/facts"
)

func TestFill(t *testing.T) {
	t.Parallel()
	s := Step{
		Value: Whole(-2_00, 2, facts.Points),
		Args: []Arg{
			T("name", facts.Text{ZH: "差评", EN: "Bad reviews"}), T("short", facts.Text{ZH: "质检", EN: "QA faults"}),
			T("half", facts.Text{ZH: "抽检"}), N("n", Whole(4, 0, facts.Count)), N("up", Whole(2_00, 2, facts.Points)),
			N("none", Number{Unscaled: 5, State: Missing}), N("name", Whole(9, 0, facts.Count)),
			W("status", "upheld"), W("id", "upheld"),
		},
	}
	cases := []struct{ it, template, zh, en string }{
		{"no value", "text", "text", "text"},
		{"an empty template", "", "", ""},
		{"the step's own number", "{value}", "-2 分", "-2 points"},
		{"its digits alone", "{value:bare}", "-2", "-2"},
		{"a number with its unit", "{n}", "4 个", "4"},
		{"a rise with its sign", "{up:signed}", "+2 分", "+2 points"},
		{"a fall with its sign", "{value:signed}", "-2 分", "-2 points"},
		{"one of a unit", "{n:one}, {up:one}", "1 个, 1 分", "one, 1 point"},
		{"a value that is not known keeps its word without a unit", "{none:bare}", "未提供", "not given"},
		{"and with a sign", "{none:signed}", "未提供", "not given"},
		{"the first of two values of one name", "{name}", "差评", "Bad reviews"},
		{"a name within a sentence", "{name:lower}", "差评", "bad reviews"},
		{"an abbreviation within a sentence", "{short:lower}", "质检", "QA faults"},
		{"a name in one language only", "{half}", "抽检", "抽检"},
		{"a word of the document", "{status}", "成立", "upheld"},
		{"an id that is spelt like one", "{id}", "upheld", "upheld"},
		{"an option that nobody knows is as if it were not there", "{n:loud}", "4 个", "4"},

		{"a value that the step lacks", "a {gone} b", "a {gone} b", "a {gone} b"},
		{"an open brace at the end", "a {", "a {", "a {"},
		{"a brace never closed", "a {n b", "a {n b", "a {n b"},
		{"a closing brace alone", "a } b", "a } b", "a } b"},
		{"empty braces", "{}", "{}", "{}"},
		{"only an option", "{:bare}", "{}", "{}"},
		{"a brace within braces", "{{n}}", "{{n}}", "{{n}}"},
	}
	for _, c := range cases {
		t.Run(c.it, func(t *testing.T) {
			t.Parallel()
			assert.Equal(t, c.zh, fill(c.template, s, Chinese))
			assert.Equal(t, c.en, fill(c.template, s, English))
		})
	}
}

func TestBadInput(t *testing.T) {
	t.Parallel()
	cases := []struct{ it, name, want string }{
		{"095 a name with a newline", "a\nb", `a\u000ab`},
		{"095 a name with a tab and a carriage return", "a\tb\r", `a\u0009b\u000d`},
		{"095 a name with a NUL", "a\x00b", `a\u0000b`},
		{"095 a name with a delete and a C1 control", "a\x7f\u0085b", `a\u007f\u0085b`},
		{"095 a name with a right-to-left override", "a\u202eb", `a\u202eb`},
		{"095 a name with isolates and marks", "\u2066a\u2069\u200e\u200f\u061c", `\u2066a\u2069\u200e\u200f\u061c`},
		{"095 a name with separators of lines and paragraphs", "a\u2028b\u2029", `a\u2028b\u2029`},
		{"095 bytes that are no text", "a\xffb\xc3", `a\xffb\xc3`},
		{"095 bytes that are no text beside an override", "\xff\u202e", `\xff\u202e`},
		{"095 a replacement character that was given is kept", "a\ufffdb", "a\ufffdb"},
		{"095 a comma and a quote are kept", `a, "b"`, `a, "b"`},
		{"095 Chinese is kept", "差评", "差评"},
		{"095 an emoji joined of two is kept", "👩\u200d💻", "👩\u200d💻"},
	}
	for _, c := range cases {
		t.Run(c.it, func(t *testing.T) {
			t.Parallel()
			name := facts.Text{ZH: c.name, EN: c.name}
			given := Step{Code: "metric.given", Args: []Arg{T("metric", name)}, Value: Whole(3, 0, facts.Number)}
			word := Step{Code: "event", Args: []Arg{W("id", c.name), W("date", "2026-06-05"), W("status", "upheld")}}
			for _, lang := range Langs() {
				assert.Equal(t, c.want+" 3", given.Sentence(lang), "a name")
				assert.Contains(t, word.Sentence(lang), c.want, "an id")
				assert.Equal(t, c.want, Step{Own: name}.Sentence(lang), "a kind's own sentence")
				assert.Equal(t, c.want, Step{Code: Code(c.name)}.Sentence(lang), "an unknown code")
			}
		})
	}
}

func TestSay(t *testing.T) {
	t.Parallel()
	both := facts.Text{ZH: "差评", EN: "Bad reviews"}
	assert.Equal(t, "差评", Say(both, Chinese))
	assert.Equal(t, "Bad reviews", Say(both, English))
	assert.Equal(t, "Bad reviews", Say(facts.Text{EN: "Bad reviews"}, Chinese))
	assert.Equal(t, "差评", Say(facts.Text{ZH: "差评"}, English))
	assert.Empty(t, Say(facts.Text{}, Chinese))
	assert.Empty(t, Say(facts.Text{}, English))
}

func TestLang(t *testing.T) {
	t.Parallel()
	assert.Equal(t, []Lang{Chinese, English}, Langs())
	assert.Equal(t, "zh", Chinese.String())
	assert.Equal(t, "en", English.String())
	assert.Equal(t, Chinese, Lang(0), "the zero value is Chinese")
	assert.Equal(t, "zh", Lang(9).String(), "a language that is not there is Chinese")
}

func TestSentenceOfASmallStep(t *testing.T) {
	t.Parallel()
	for _, lang := range Langs() {
		assert.Empty(t, Step{}.Sentence(lang), "the zero step says nothing")
		assert.Equal(t, "no.such.code", Step{Code: "no.such.code"}.Sentence(lang))
	}
	own := Step{Code: "total", Own: facts.Text{ZH: "工龄奖"}}
	assert.Equal(t, "工龄奖", own.Sentence(English), "a kind's own sentence replaces the catalogue")
	bare := Step{Code: "bands.step"}
	assert.Equal(t, "{metric} {n}, {word} {limit}, {share} of the points: 0 of {full}", bare.Sentence(English))
}

func TestWalkGoesParentsFirst(t *testing.T) {
	t.Parallel()
	tree := Step{Clause: "a", Steps: []Step{{Clause: "b", Steps: []Step{{Clause: "c"}}}, {Clause: "d"}}}
	var order []string
	tree.Walk(func(depth int, s Step) { order = append(order, strings.Repeat("-", depth)+s.Clause) })
	assert.Equal(t, []string{"a", "-b", "--c", "-d"}, order)
}

// FuzzFill: whatever the template, the number and the name, the sentence is
// valid text without characters that a terminal or a browser would obey, and
// names never become placeholders.
func FuzzFill(f *testing.F) {
	f.Add("{metric} {n:bare} {value:signed}", "Bad reviews", int64(4), int64(3), 2, "money", uint8(0))
	f.Add("{", "{value}", int64(-1), int64(0), -1, "ratio", uint8(3))
	f.Add("}{metric:lower}{n:one}{", "\u202e\xff", int64(-1<<63), int64(1<<62), 99, "", uint8(200))
	f.Fuzz(func(t *testing.T, template, name string, v, den int64, scale int, unit string, state uint8) {
		n := Number{Unscaled: v, Den: den, Scale: scale, Unit: facts.Unit(unit), State: State(state)}
		s := Step{Value: n, Args: []Arg{N("n", n), T("metric", facts.Text{ZH: name}), W("status", name)}}
		for _, lang := range Langs() {
			for _, c := range Codes() {
				s.Code = c
				assertClean(t, s.Sentence(lang))
			}
			if name != "" {
				assert.Equal(t, Visible(name), fill("{metric}", s, lang))
			}
			got := fill(template, s, lang)
			if !strings.Contains(template, "{") {
				assert.Equal(t, template, got)
			}
		}
	})
}

func assertClean(t *testing.T, s string) {
	t.Helper()
	assert.True(t, utf8.ValidString(s), "%q", s)
	assert.False(t, strings.ContainsFunc(s, hidden), "%q", s)
}
