package explain

import (
	"maps"
	"slices"

	"github.com/cspay/cspay/scoring/facts"
)

// Code names a sentence of the catalogue. Append-only.
type Code string

// catalogue is every sentence, by the package whose steps say it. Nothing
// writes to it.
//
// A template holds the step's values in braces: {value} is the step's own
// number and {key} the argument of that key. After a colon stands how it is
// shown: {key:bare} is a number without its unit, {key:signed} a number with
// its plus sign, {key:one} one of the number's unit, and {key:lower} a name
// inside an English sentence.
var catalogue = []map[Code]facts.Text{
	factSentences,
	chatSentences,
	scoreSentences,
	paySentences,
	awardSentences,
	settleSentences,
	reportSentences,
	planningSentences,
	gapSentences,
	gapReportSentences,
	careerSentences,
	reviewSentences,
}

// Codes returns every code of the catalogue, in byte order.
func Codes() []Code {
	var codes []Code
	for _, part := range catalogue {
		codes = slices.AppendSeq(codes, maps.Keys(part))
	}
	slices.Sort(codes)
	return codes
}

// Template returns the sentence of a code with its values still in braces; ok
// is false for a code that the catalogue does not have.
func Template(code Code) (t facts.Text, ok bool) {
	for _, part := range catalogue {
		if t, ok = part[code]; ok {
			return t, true
		}
	}
	return facts.Text{}, false
}

// Word says a word of the document in a language. The key is that of the
// argument it stands in (status, treatment, basis ...), so that an id which
// happens to be spelt like a word stays an id. An unknown word is returned as
// it is.
func Word(key, word string, lang Lang) string {
	if t, ok := words[key+"."+word]; ok {
		return Say(t, lang)
	}
	return word
}

// Words returns every word of the catalogue as key.word, in byte order.
func Words() []string { return slices.Sorted(maps.Keys(words)) }
