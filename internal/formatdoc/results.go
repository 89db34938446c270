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

	"github.com/shopspring/decimal"

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
	text, err = help(root)
	put("Help", text, err)
	text, err = sampleProblems(root)
	put("Problems", text, err)
	text, err = sampleExplanation(result, slip)
	put("Step", text, err)
	text, err = indented(checked{
		Policy: result.Policy().ID(), Digest: result.Policy().Digest(), Month: result.Period().String(),
		Agents: result.Len(), Problems: []problem{},
	})
	put("Checked", text, err)
	text, err = sampleLoad(result)
	put("Load", text, err)
	text, err = sampleStaffing(result)
	put("Staffing", text, err)
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

// checked, problem, explained and step are the JSON of the command, whose own types are
// in its package main; a test compares their keys.
type checked struct {
	Policy   string    `json:"policy"`
	Digest   string    `json:"digest"`
	Month    string    `json:"month"`
	Agents   int       `json:"agents"`
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

type explained struct {
	Policy      string `json:"policy"`
	Month       string `json:"month"`
	Agent       string `json:"agent"`
	Total       string `json:"total"`
	Explanation step   `json:"explanation"`
}

type step struct {
	Clause string `json:"clause"`
	Code   string `json:"code"`
	Text   string `json:"text"`
	Value  string `json:"value,omitempty"`
	Num    string `json:"num,omitempty"`
	Den    string `json:"den,omitempty"`
	Unit   string `json:"unit,omitempty"`
	State  string `json:"state"`
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

// sampleExplanation is the explained slip with one indicator of its score.
func sampleExplanation(r *policy.Result, slip policy.Slip) (string, error) {
	total := slip.Explain()
	score, okScore := only(total, "scheme")
	line, okLine := only(score, sampleStep)
	if !okScore || !okLine {
		return "", fmt.Errorf("no step %s in the explanation of %s", sampleStep, sampleAgent)
	}
	score.Steps = []explain.Step{line}
	total.Steps = []explain.Step{score}
	return indented(explained{
		Policy: r.Policy().ID(), Month: r.Period().String(), Agent: slip.Agent(),
		Total: slip.Total().StringFixed(2), Explanation: stepOf(total),
	})
}

// only finds the step of a clause right below another.
func only(s explain.Step, clause string) (explain.Step, bool) {
	i := slices.IndexFunc(s.Steps, func(below explain.Step) bool { return below.Clause == clause })
	if i < 0 {
		return explain.Step{}, false
	}
	return s.Steps[i], true
}

func stepOf(s explain.Step) step {
	out := step{
		Clause: s.Clause, Code: string(s.Code), Text: s.Sentence(explain.English),
		Unit: string(s.Value.Unit), State: "known", Source: s.Source, Sample: s.Sample,
	}
	digits := decimal.New(s.Value.Unscaled, -int32(s.Value.Scale)).StringFixed(int32(s.Value.Scale)) //nolint:gosec // 0 to 18
	if s.Value.Den > 1 {
		out.Num, out.Den = digits, strconv.FormatInt(s.Value.Den, 10)
	} else {
		out.Value = digits
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

// help reads the constant of that name from the command's source, without its
// Chinese half.
func help(root fs.FS) (string, error) {
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
				if !ok || v.Names[0].Name != "help" || len(v.Values) != 1 {
					continue
				}
				if text, ok := v.Values[0].(*ast.BasicLit); ok {
					whole, err := strconv.Unquote(text.Value)
					english, _, _ := strings.Cut(whole, "用法")
					return strings.TrimRight(english, "\n"), err
				}
			}
		}
	}
	return "", errors.New("the command has no constant help")
}
