package main

import (
	"encoding/json"
	"io"
	"strconv"

	"github.com/shopspring/decimal"

	"github.com/cspay/cspay/policy"
	"github.com/cspay/cspay/policy/report"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// jsonProblem is a problem as a program reads it. A value that came from facts
// is left out: it may be pay.
type jsonProblem struct {
	Code     string `json:"code"`
	Severity string `json:"severity"` // error or warning
	File     string `json:"file,omitempty"`
	Line     int    `json:"line,omitempty"`
	Column   int    `json:"column,omitempty"`
	Path     string `json:"path"`
	Agent    string `json:"agent,omitempty"`
	Want     string `json:"want,omitempty"`
	Got      string `json:"got,omitempty"`
}

type jsonProblems struct {
	Problems []jsonProblem `json:"problems"`
}

func problemsJSON(list policy.Problems) []jsonProblem {
	out := make([]jsonProblem, len(list))
	for i, p := range list {
		out[i] = jsonProblem{
			Code: string(p.Code), Severity: "error", File: p.File, Line: p.Line, Column: p.Column,
			Path: p.Path, Agent: p.Agent, Want: p.Want, Got: p.Got,
		}
		if p.Severity == facts.Warning {
			out[i].Severity = "warning"
		}
		if p.Private {
			out[i].Got = ""
		}
	}
	return out
}

// jsonCheck is a folder in order; its problems are warnings.
type jsonCheck struct {
	Policy   string        `json:"policy"`
	Digest   string        `json:"digest"`
	Month    string        `json:"month"`
	Agents   int           `json:"agents"`
	Problems []jsonProblem `json:"problems"`
}

func checkJSON(res *policy.Result) jsonCheck {
	return jsonCheck{
		Policy: res.Policy().ID(), Digest: res.Policy().Digest(), Month: res.Period().String(),
		Agents: res.Len(), Problems: problemsJSON(warnings(res)),
	}
}

type jsonVersion struct {
	Version string `json:"version"`
	Format  string `json:"format"`
}

// jsonSlip is an explained slip.
type jsonSlip struct {
	Policy      string   `json:"policy"`
	Month       string   `json:"month"`
	Agent       string   `json:"agent"`
	Total       string   `json:"total"`
	Explanation jsonStep `json:"explanation"`
}

// jsonStep is a step of an explanation as a program reads it. The value is
// given in digits, or as a quotient that is not divided; it is neither when the
// state says that there is none.
type jsonStep struct {
	Clause string     `json:"clause"`
	Code   string     `json:"code"`
	Text   string     `json:"text"`
	Value  string     `json:"value,omitempty"`
	Num    string     `json:"num,omitempty"`
	Den    string     `json:"den,omitempty"`
	Unit   string     `json:"unit,omitempty"`
	State  string     `json:"state"` // known, missing, not_applicable or overflow
	Source string     `json:"source,omitempty"`
	Sample bool       `json:"sample,omitempty"`
	Steps  []jsonStep `json:"steps,omitempty"`
}

func slipJSON(res *policy.Result, slip policy.Slip, lang report.Lang) jsonSlip {
	return jsonSlip{
		Policy: res.Policy().ID(), Month: res.Period().String(), Agent: slip.Agent(),
		Total: slip.Total().StringFixed(moneyScale), Explanation: stepJSON(slip.Explain(), lang),
	}
}

// moneyScale is the number of decimals of money.
const moneyScale = 2

func stepJSON(s explain.Step, lang report.Lang) jsonStep {
	out := jsonStep{
		Clause: s.Clause, Code: string(s.Code), Text: s.Sentence(lang),
		Unit: string(s.Value.Unit), Source: s.Source, Sample: s.Sample,
	}
	switch s.Value.State {
	case explain.Known:
		out.State = "known"
		digits := decimal.New(s.Value.Unscaled, -int32(s.Value.Scale)).StringFixed(int32(s.Value.Scale))
		if s.Value.Den > 1 {
			out.Num, out.Den = digits, strconv.FormatInt(s.Value.Den, 10)
		} else {
			out.Value = digits
		}
	case explain.Missing:
		out.State = "missing"
	case explain.NotApplicable:
		out.State = "not_applicable"
	case explain.Overflow:
		out.State = "overflow"
	}
	for _, child := range s.Steps {
		out.Steps = append(out.Steps, stepJSON(child, lang))
	}
	return out
}

func writeIndented(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}
