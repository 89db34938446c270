package main

import (
	"encoding/json"
	"errors"
	"io"

	"github.com/cspay/cspay/policy"
	"github.com/cspay/cspay/policy/report"
	"github.com/cspay/cspay/scoring/explain"
)

// jsonProblem is a problem as a program reads it. A value that came from facts
// is left out: it may be pay.
type jsonProblem struct {
	Code     string `json:"code"`
	Severity string `json:"severity"`
	File     string `json:"file,omitempty"`
	Line     int    `json:"line,omitempty"`
	Column   int    `json:"column,omitempty"`
	Path     string `json:"path"`
	Agent    string `json:"agent,omitempty"`
	Want     string `json:"want,omitempty"`
	Got      string `json:"got,omitempty"`
}

func problemsJSON(list policy.Problems) []jsonProblem {
	out := make([]jsonProblem, len(list))
	for i, p := range list {
		out[i] = jsonProblem{
			Code: string(p.Code), Severity: string(p.Severity), File: p.File, Line: p.Line, Column: p.Column,
			Path: p.Path, Agent: p.Agent, Want: p.Want, Got: p.Got,
		}
		if p.Severity == "" {
			out[i].Severity = "error"
		}
		if p.Private {
			out[i].Got = ""
		}
	}
	return out
}

func writeIndented(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}

// problems prints what is wrong: to stderr for people, to stdout for programs.
func (c command) problems(err error, stdout, stderr io.Writer) int {
	var list policy.Problems
	if c.json && errors.As(err, &list) {
		if werr := writeIndented(stdout, map[string]any{"problems": problemsJSON(list)}); werr != nil {
			return print(stderr, werr)
		}
		return exitProblems
	}
	_ = report.Problems(stderr, err, c.lang) // there is nowhere else to say it
	return exitProblems
}

// showCheck says that the folder is in order, and what is odd.
func (c command) showCheck(res *policy.Result, stdout io.Writer) error {
	warnings := append(res.Policy().Warnings(), res.Warnings()...)
	if c.json {
		return writeIndented(stdout, map[string]any{
			"policy": res.Policy().ID(), "digest": res.Policy().Digest(), "month": res.Period().String(),
			"agents": res.Len(), "problems": problemsJSON(warnings),
		})
	}
	return report.Checked(stdout, res, c.lang)
}

// jsonStep is a step of an explanation as a program reads it.
type jsonStep struct {
	Clause string     `json:"clause"`
	Code   string     `json:"code"`
	Value  string     `json:"value"`
	Text   string     `json:"text"`
	Source string     `json:"source,omitempty"`
	Sample bool       `json:"sample,omitempty"`
	Steps  []jsonStep `json:"steps,omitempty"`
}

func stepJSON(s explain.Step, lang report.Lang) jsonStep {
	out := jsonStep{
		Clause: s.Clause, Code: string(s.Code), Value: s.Value.Text(lang), Text: s.Sentence(lang),
		Source: s.Source, Sample: s.Sample,
	}
	for _, child := range s.Steps {
		out.Steps = append(out.Steps, stepJSON(child, lang))
	}
	return out
}

func writeSteps(w io.Writer, slip policy.Slip, lang report.Lang) error {
	return writeIndented(w, stepJSON(slip.Explain(), lang))
}
