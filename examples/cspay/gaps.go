package main

import (
	"errors"
	"io"
	"path/filepath"

	"github.com/cspay/cspay/policy"
	"github.com/cspay/cspay/policy/report"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// gaps lists the figures that the shop never stated. It needs the policy alone,
// and lists as much as it can of one that is refused.
func (c command) gaps(stdout, stderr io.Writer) int {
	if err := c.folder(); err != nil {
		return c.problems(err, stdout, stderr)
	}
	gaps, err := policy.GapsFile(filepath.Join(c.dir, "policy.yaml"))
	if err != nil && len(gaps) == 0 {
		return c.problems(err, stdout, stderr)
	}
	if werr := c.showGaps(gaps, err, stdout); werr != nil {
		return status(stderr, werr)
	}
	if err == nil {
		return exitDone
	}
	if !c.json {
		_ = report.Problems(stderr, err, c.lang) // there is nowhere else to say it
	}
	return exitProblems
}

func (c command) showGaps(gaps []policy.Gap, err error, stdout io.Writer) error {
	if c.json {
		return writeIndented(stdout, gapsJSON(gaps, err))
	}
	return report.Gaps(stdout, gaps, c.lang)
}

// jsonGaps are the gaps of a policy, and what it is refused for.
type jsonGaps struct {
	Gaps     []jsonGap     `json:"gaps"`
	Problems []jsonProblem `json:"problems,omitempty"`
}

// jsonGap is a figure that the shop never stated; its value is null when it is
// missing.
type jsonGap struct {
	Path    string   `json:"path"`
	Clause  string   `json:"clause"`
	Key     string   `json:"key"`
	Value   *string  `json:"value"`
	Decides jsonText `json:"decides"`
	Name    jsonText `json:"name"`
	Source  string   `json:"source"`
	File    string   `json:"file"`
	Line    int      `json:"line"`
	Column  int      `json:"column"`
	Missing bool     `json:"missing"`
}

type jsonText struct {
	ZH string `json:"zh"`
	EN string `json:"en"`
}

func textJSON(t facts.Text) jsonText {
	return jsonText{ZH: explain.Say(t, report.Chinese), EN: explain.Say(t, report.English)}
}

func gapsJSON(gaps []policy.Gap, err error) jsonGaps {
	out := jsonGaps{Gaps: make([]jsonGap, len(gaps))}
	for i, g := range gaps {
		out.Gaps[i] = jsonGap{
			Path: g.Path, Clause: g.Clause, Key: g.Key, Decides: textJSON(g.Decides), Name: textJSON(g.Name),
			Source: g.Source, File: g.File, Line: g.Line, Column: g.Column, Missing: g.Missing,
		}
		if !g.Missing {
			out.Gaps[i].Value = &g.Value
		}
	}
	var list policy.Problems
	if errors.As(err, &list) {
		out.Problems = problemsJSON(list)
	}
	return out
}
