package report

import (
	"errors"
	"io"
	"strconv"
	"strings"

	"github.com/cspay/cspay/policy"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// Problems writes an error of this library, one problem a line with its place
// before it, or the error itself when it is of another sort. It writes nothing
// for no error, and never a value that came from facts.
func Problems(w io.Writer, err error, lang Lang) error {
	var list policy.Problems
	var one *policy.Problem
	var text strings.Builder
	switch {
	case err == nil:
	case errors.As(err, &list):
		for _, p := range list {
			text.WriteString(problemText(p, lang) + "\n")
		}
	case errors.As(err, &one):
		text.WriteString(problemText(one, lang) + "\n")
	default:
		for s := range strings.SplitSeq(err.Error(), "\n") {
			text.WriteString(label("report.error", lang) + ": " + explain.Visible(s) + "\n")
		}
	}
	_, werr := io.WriteString(w, text.String())
	return werr
}

// problemText says a problem in the form that editors know: the place, how bad
// it is, and what it is.
func problemText(p *policy.Problem, lang Lang) string {
	place := placeOf(p.File, p.Line, p.Column)
	if place != "" {
		place += ": "
	}
	word := label("report.error", lang)
	if p.Severity == facts.Warning {
		word = label("report.warning", lang)
	}
	return explain.Visible(place + word + ": " + p.Problem.Error())
}

// placeOf is a place in the form that editors know, as far as it is known.
func placeOf(file string, line, column int) string {
	if file == "" || line == 0 {
		return file
	}
	return file + ":" + strconv.Itoa(line) + ":" + strconv.Itoa(column)
}

// warnings are those of the policy, then those of the facts.
func warnings(res *policy.Result) policy.Problems {
	return append(res.Policy().Warnings(), res.Warnings()...)
}

// Checked writes that a folder is in order, with the warnings there are.
func Checked(w io.Writer, res *policy.Result, lang Lang) error {
	args := append(titleArgs(res, res.Policy().Document()), explain.W("digest", res.Policy().Digest()))
	text := explain.Step{Code: "report.checked", Args: args}.Sentence(lang) + "\n"
	for _, p := range warnings(res) {
		text += problemText(p, lang) + "\n"
	}
	_, err := io.WriteString(w, text)
	return err
}
