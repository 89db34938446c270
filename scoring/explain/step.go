package explain

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/cspay/cspay/scoring/facts"
)

// Lang is a language of the catalogue. The zero Lang is Chinese.
type Lang uint8

// The languages.
const (
	Chinese Lang = iota
	English
)

// Langs lists the languages.
func Langs() []Lang { return []Lang{Chinese, English} }

// String returns zh or en.
func (l Lang) String() string { return pick(l, "zh", "en") }

func pick(l Lang, zh, en string) string {
	if l == English {
		return en
	}
	return zh
}

// Say returns a name in a language, or in the other one where it is missing.
func Say(t facts.Text, l Lang) string {
	s, other := t.ZH, t.EN
	if l == English {
		s, other = t.EN, t.ZH
	}
	if s == "" {
		return other
	}
	return s
}

// Step is one node of an explanation. The zero Step says nothing.
type Step struct {
	// Clause is the id of the clause the step follows: scheme.reviews,
	// pay.pool. A fact has the metric's id or an event's id.
	Clause string
	// Code names the sentence; Args are its values.
	Code Code
	Args []Arg
	// Value is the number the step stands for.
	Value Number
	// Source is where the shop's handbook says so, and Sample tells that
	// figures of the clause fill a gap.
	Source string
	Sample bool
	// Own is the sentence of a kind from outside; it replaces the catalogue.
	Own facts.Text
	// Steps are what the number was made of.
	Steps []Step
}

// Arg is one named value of a sentence: exactly one of Number, Name and Word.
type Arg struct {
	Key    string
	Number *Number
	Name   facts.Text
	// Word is an id, a date, or a word of the document, which the catalogue
	// translates under the argument's key.
	Word string
}

// N is a number of a sentence.
func N(key string, n Number) Arg { return Arg{Key: key, Number: &n} }

// T is a name of a sentence.
func T(key string, t facts.Text) Arg { return Arg{Key: key, Name: t} }

// W is a word of a sentence.
func W(key, word string) Arg { return Arg{Key: key, Word: word} }

func (a Arg) text(lang Lang, option string) string {
	switch {
	case a.Number != nil:
		return a.Number.shown(lang, option)
	case a.Word != "":
		return Word(a.Key, a.Word, lang)
	case option == "lower":
		return lower(Say(a.Name, lang))
	default:
		return Say(a.Name, lang)
	}
}

// lower makes a title part of a sentence: "Bad reviews" becomes "bad reviews"
// and "QA faults" stays.
func lower(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	second, _ := utf8.DecodeRuneInString(s[size:])
	if !unicode.IsUpper(first) || unicode.IsUpper(second) {
		return s
	}
	return string(unicode.ToLower(first)) + s[size:]
}

// Sentence says the step in a language. Control characters and characters that
// change the direction of text are shown escaped, as \u202e. An unknown code
// gives the code itself.
func (s Step) Sentence(lang Lang) string {
	if own := Say(s.Own, lang); own != "" {
		return Visible(own)
	}
	t, ok := Template(s.Code)
	if !ok {
		return Visible(string(s.Code))
	}
	return fill(Say(t, lang), s, lang)
}

// fill puts the values into a template. A brace that is never closed is text,
// and a value that the step does not have is shown as its placeholder.
func fill(template string, s Step, lang Lang) string {
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(template, "{")
		b.WriteString(before)
		if !ok {
			return b.String()
		}
		name, after, ok := strings.Cut(rest, "}")
		if !ok {
			b.WriteString("{" + rest)
			return b.String()
		}
		key, option, _ := strings.Cut(name, ":")
		b.WriteString(Visible(s.arg(key).text(lang, option)))
		template = after
	}
}

func (s Step) arg(key string) Arg {
	if key == "value" {
		return N(key, s.Value)
	}
	for _, a := range s.Args {
		if a.Key == key {
			return a
		}
	}
	return Arg{Word: "{" + key + "}"}
}

// Visible shows what must not be obeyed: control characters, characters that
// change the direction of text or begin a line, and bytes that are no text.
func Visible(s string) string {
	if utf8.ValidString(s) && strings.IndexFunc(s, hidden) < 0 {
		return s
	}
	var b strings.Builder
	for len(s) > 0 {
		r, size := utf8.DecodeRuneInString(s)
		switch {
		case r == utf8.RuneError && size == 1:
			fmt.Fprintf(&b, `\x%02x`, s[0])
		case hidden(r):
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			b.WriteRune(r)
		}
		s = s[size:]
	}
	return b.String()
}

func hidden(r rune) bool {
	const lineSeparator, paragraphSeparator = '\u2028', '\u2029'
	return unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) ||
		r == lineSeparator || r == paragraphSeparator
}

// Walk calls f for the step and everything below it, parents first.
func (s Step) Walk(f func(depth int, s Step)) { s.walk(0, f) }

func (s Step) walk(depth int, f func(int, Step)) {
	f(depth, s)
	for _, c := range s.Steps {
		c.walk(depth+1, f)
	}
}
