package report

import (
	"errors"
	"io"

	"github.com/cspay/cspay/policy"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// Problems writes an error of this library, one problem a line, or the error
// itself when it is of another sort.
func Problems(w io.Writer, err error, lang Lang) error {
	var list policy.Problems
	if !errors.As(err, &list) {
		_, werr := io.WriteString(w, err.Error()+"\n")
		return werr
	}
	for _, p := range list {
		if _, werr := io.WriteString(w, problemText(p, lang)+"\n"); werr != nil {
			return werr
		}
	}
	return nil
}

func problemText(p *policy.Problem, lang Lang) string {
	if p.Severity == facts.Warning {
		return label("report.warning", lang) + " " + p.Error()
	}
	return label("report.error", lang) + " " + p.Error()
}

// Checked writes that a folder is in order, with the warnings there are.
func Checked(w io.Writer, res *policy.Result, lang Lang) error {
	doc := res.Policy().Document()
	text := explain.Step{Code: "report.checked", Args: []explain.Arg{
		explain.T("policy", titleOf(doc.Name, doc.ID)), explain.W("month", res.Period().String()),
		explain.N("agents", explain.Whole(int64(res.Len()), 0, facts.Number)), explain.W("digest", res.Policy().Digest()),
	}}.Sentence(lang) + "\n"
	for _, p := range append(res.Policy().Warnings(), res.Warnings()...) {
		text += problemText(p, lang) + "\n"
	}
	_, err := io.WriteString(w, text)
	return err
}
