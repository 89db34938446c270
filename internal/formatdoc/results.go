package formatdoc

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"go/ast"
	"go/token"
	"io/fs"
	"slices"
	"strconv"
	"strings"

	"github.com/cspay/cspay/policy"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

const (
	sampleShop = "examples/daily-pool"
	// sampleAgent is the agent whose slip has a line of each kind.
	sampleAgent = "A12"
	// sampleStep and sampleProblem are shown as the command writes them.
	sampleStep    = "scheme.response"
	sampleProblem = string(facts.CodeNumberNotInteger)
)

// Results writes docs/results.md with examples of the sample shop.
func Results(root fs.FS) ([]byte, error) {
	result, err := closeSample(root)
	if err != nil {
		return nil, err
	}
	slip, ok := result.Slip(sampleAgent)
	if !ok {
		return nil, fmt.Errorf("no agent %s in %s", sampleAgent, sampleShop)
	}
	data := map[string]any{"Agent": sampleAgent, "Month": result.Period().String()}
	var faults []error
	put := func(key string, value any, err error) {
		data[key] = value
		faults = append(faults, err)
	}
	text, err := sampleResult(result, slip)
	put("Result", text, err)
	text, err = sampleHistory(result)
	put("History", text, err)
	text, err = usage(root)
	put("Usage", text, err)
	text, err = sampleProblems(root)
	put("Problems", text, err)
	text, err = sampleExplanation(slip)
	put("Step", text, err)
	text, err = indented(checked{
		Agents: result.Len(), Digest: result.Policy().Digest(), Month: result.Period().String(),
		Policy: result.Policy().ID(), Problems: []problem{},
	})
	put("Checked", text, err)
	if err := errors.Join(faults...); err != nil {
		return nil, err
	}
	return execute(root, "results.tmpl", nil, data)
}

func closeSample(root fs.FS) (*policy.Result, error) {
	shop, err := fs.Sub(root, sampleShop)
	if err != nil {
		return nil, err
	}
	p, err := policy.LoadFS(shop, "policy.yaml")
	if err != nil {
		return nil, err
	}
	month, err := p.LoadMonthFS(shop, ".")
	if err != nil {
		return nil, err
	}
	return p.Close(month, policy.History{})
}

// sampleResult is the result with one slip.
func sampleResult(r *policy.Result, slip policy.Slip) (string, error) {
	text, err := slip.MarshalJSON()
	if err != nil {
		return "", err
	}
	return indented(struct {
		Policy string            `json:"policy"`
		Digest string            `json:"digest"`
		Month  string            `json:"month"`
		Slips  []json.RawMessage `json:"slips"`
	}{r.Policy().ID(), r.Policy().Digest(), r.Period().String(), []json.RawMessage{text}})
}

// sampleHistory is the history with one agent.
func sampleHistory(r *policy.Result) (string, error) {
	h := r.History()
	last := &h.Months[len(h.Months)-1]
	last.Agents = slices.DeleteFunc(last.Agents, func(a policy.HistoryAgent) bool { return a.ID != sampleAgent })
	var b, out bytes.Buffer
	if err := h.Write(&b); err != nil {
		return "", err
	}
	err := json.Indent(&out, bytes.TrimSpace(b.Bytes()), "", "  ")
	return out.String(), err
}

// checked, problem and step are the JSON of the command, whose own types are
// in its package main; a test compares their keys.
type checked struct {
	Agents   int       `json:"agents"`
	Digest   string    `json:"digest"`
	Month    string    `json:"month"`
	Policy   string    `json:"policy"`
	Problems []problem `json:"problems"`
}

type problem struct {
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

type step struct {
	Clause string `json:"clause"`
	Code   string `json:"code"`
	Value  string `json:"value"`
	Text   string `json:"text"`
	Source string `json:"source,omitempty"`
	Sample bool   `json:"sample,omitempty"`
	Steps  []step `json:"steps,omitempty"`
}

// sampleProblems is what the command writes for one of the examples of
// docs/problems.md.
func sampleProblems(root fs.FS) (string, error) {
	list, err := entries(root)
	if err != nil {
		return "", err
	}
	p, err := list[slices.IndexFunc(list, func(e entry) bool { return e.code == sampleProblem })].find(root)
	if err != nil {
		return "", err
	}
	return indented(map[string][]problem{"problems": {{
		Code: string(p.Code), Severity: "error", File: p.File, Line: p.Line, Column: p.Column,
		Path: p.Path, Agent: p.Agent, Want: p.Want,
	}}})
}

func sampleExplanation(slip policy.Slip) (string, error) {
	var found *explain.Step
	slip.Explain().Walk(func(_ int, s explain.Step) {
		if s.Clause == sampleStep {
			found = &s
		}
	})
	if found == nil {
		return "", fmt.Errorf("no step %s in the explanation of %s", sampleStep, sampleAgent)
	}
	return indented(stepOf(*found))
}

func stepOf(s explain.Step) step {
	out := step{
		Clause: s.Clause, Code: string(s.Code), Value: s.Value.Text(explain.English), Text: s.Sentence(explain.English),
		Source: s.Source, Sample: s.Sample,
	}
	for _, child := range s.Steps {
		out.Steps = append(out.Steps, stepOf(child))
	}
	return out
}

func indented(v any) (string, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	err := e.Encode(v)
	return strings.TrimRight(b.String(), "\n"), err
}

// usage reads the constant of that name from the command's source.
func usage(root fs.FS) (string, error) {
	files, err := newSource(root).parse("examples/cspay")
	if err != nil {
		return "", err
	}
	for _, f := range files {
		for _, d := range f.Decls {
			g, ok := d.(*ast.GenDecl)
			if !ok || g.Tok != token.CONST {
				continue
			}
			for _, spec := range g.Specs {
				v, ok := spec.(*ast.ValueSpec)
				if !ok || v.Names[0].Name != "usage" || len(v.Values) != 1 {
					continue
				}
				if text, ok := v.Values[0].(*ast.BasicLit); ok {
					usage, err := strconv.Unquote(text.Value)
					return strings.TrimRight(usage, "\n"), err
				}
			}
		}
	}
	return "", errors.New("the command has no constant usage")
}
