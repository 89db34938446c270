package policy

import (
	"reflect"
	"strconv"

	"github.com/cspay/cspay/scoring/facts"
)

// What follows holds a literal to what a reader lets through, so that every
// policy there is can be written down and read back.

// tags runs the validate tags of a literal's struct.
func (e *encoder) tags(v reflect.Value, sh *shape) {
	if !e.literal || len(sh.checked) == 0 {
		return
	}
	own := reflect.New(v.Type()).Elem() // the checks ask for an address
	own.Set(v)
	for _, found := range e.checker.check(own, sh) {
		e.under(atKey(found.key), func() { e.fail(found.code, found.want, found.got) })
	}
}

// id checks a text that is an id or names one. Readers compare ids under NFC;
// the ids of a literal have to be in that form already.
func (e *encoder) id(text string, o options) {
	switch {
	case !e.literal || o.prose:
	case outerSpace(text):
		e.fail(facts.CodeIDSpace, "an id without white space around it", strconv.Quote(text))
	case normal(text) != text:
		e.fail(facts.CodeEncoding, "an id in Unicode's normal form NFC", text)
	}
}

// word checks a word of a closed set; whether one must be there at all is for
// compiling to say.
func (e *encoder) word(v reflect.Value) {
	if !e.literal || v.String() == "" {
		return
	}
	if words, closed := closedWords(v.Type()); closed && !contains(words, v.String()) {
		e.fail(facts.CodeWordUnknown, knownWant("word", v.String(), words), v.String())
	}
}
