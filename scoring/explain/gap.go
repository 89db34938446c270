package explain

import (
	"strconv"
	"strings"

	"github.com/cspay/cspay/scoring/facts"
)

// Figure is a figure of a policy whose meaning is told.
type Figure struct {
	// Clause is the name of the clause that the figure is part of.
	Clause facts.Text
	// Entry names the entry of a table, such as a kind of event, and Number
	// counts the element of a list from 1; left out where there is none.
	Entry  facts.Text
	Number int
	// Key is the figure within its clause, for a figure without a phrase.
	Key string
}

// Decides says in one sentence what a figure of a policy decides. The owner is
// the word of its kind, or the key whose clauses these are (accounts), and keys
// lead from there to the figure. See DecidesCode for how the phrase is chosen; a
// figure without one, as kinds from outside have them, is told by its key.
func Decides(owner string, keys []string, f Figure) facts.Text {
	code, ok := DecidesCode(owner, keys)
	if !ok {
		code = "gap"
	}
	if f.Entry == (facts.Text{}) {
		f.Entry = facts.Text{ZH: "每种事件", EN: "event of each kind"} // a table that is not there
	}
	step := Step{Code: code, Args: []Arg{
		T("clause", f.Clause), T("entry", f.Entry), W("key", f.Key), W("number", strconv.Itoa(max(1, f.Number))),
	}}
	return facts.Text{ZH: step.Sentence(Chinese), EN: step.Sentence(English)}
}

// DecidesCode returns the code of the sentence that says what a figure decides:
// the one of the most of its keys, and of those the owner's own before the one
// that all owners share. For the keys steps and at_least of a bonus that is the
// first there is of gap.bonus.steps.at_least, gap.steps.at_least,
// gap.bonus.at_least and gap.at_least.
func DecidesCode(owner string, keys []string) (code Code, ok bool) {
	for ; len(keys) > 0; keys = keys[1:] {
		key := strings.Join(keys, ".")
		for _, code := range []Code{Code("gap." + owner + "." + key), Code("gap." + key)} {
			if _, ok := Template(code); ok {
				return code, true
			}
		}
	}
	return "", false
}
