package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"

	"github.com/cspay/cspay/policy"
	"github.com/cspay/cspay/policy/report"
	"github.com/cspay/cspay/scoring/facts"
)

// run is the whole command without the process around it.
func run(args []string, stdout, stderr io.Writer) int {
	c, err := parse(args)
	switch {
	case errors.Is(err, flag.ErrHelp):
		_, err := io.WriteString(stdout, help)
		return status(stderr, err)
	case err != nil:
		_, _ = fmt.Fprintf(stderr, "cspay: %v\n%s", err, synopsis)
		return exitUsage
	case c.verb == "version":
		return status(stderr, c.version(stdout))
	case c.verb == "gaps":
		return c.gaps(stdout, stderr)
	case c.verb == "year":
		return c.year(stdout, stderr)
	}
	res, err := c.closeMonth()
	if err != nil {
		return c.problems(err, stdout, stderr)
	}
	return c.show(res, stdout, stderr)
}

// closeMonth reads the folder and the history and closes the month. What is
// wrong with either is said together.
func (c command) closeMonth() (*policy.Result, error) {
	p, h, badHistory, err := c.open()
	if err != nil {
		return nil, err
	}
	m, err := p.LoadMonth(c.dir)
	if err != nil || badHistory != nil {
		return nil, together(err, badHistory)
	}
	res, err := p.Close(m, h)
	if err != nil {
		return nil, c.inHistory(err)
	}
	return res, nil
}

// folder says what is wrong with the name of the folder.
func (c command) folder() error {
	if info, err := os.Stat(c.dir); err != nil {
		return unreadable(c.dir, "a shop's folder", err)
	} else if !info.IsDir() {
		return unreadable(c.dir, "a shop's folder", errors.New("a file"))
	}
	return nil
}

// open reads the policy and the history. A history at fault comes with the
// policy, so that the facts can be looked at too.
func (c command) open() (p *policy.Policy, h policy.History, badHistory, err error) {
	if err := c.folder(); err != nil {
		return nil, h, nil, err
	}
	h, badHistory = c.readHistory()
	if p, err = policy.LoadFile(filepath.Join(c.dir, "policy.yaml")); err != nil {
		return nil, h, nil, together(err, badHistory)
	}
	return p, h, badHistory, nil
}

// together joins lists of problems, so that one run says all of them.
func together(errs ...error) error {
	var all policy.Problems
	for _, err := range errs {
		var list policy.Problems
		switch {
		case err == nil:
		case errors.As(err, &list):
			all = append(all, list...)
		default:
			return errors.Join(errs...)
		}
	}
	return all
}

// unreadable is the problem of a file or folder that can not be opened.
func unreadable(name, want string, err error) policy.Problems {
	return policy.Problems{{
		Problem: facts.Problem{Code: facts.CodeUnreadable, Want: want, Got: facts.Cut(reason(err))}, File: name,
	}}
}

// reason is why the system refused, without the names of files that the user
// may never have heard of.
func reason(err error) string {
	var path *os.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &path):
		err = path.Err
	case errors.As(err, &link):
		err = link.Err
	}
	return err.Error()
}

// show prints what the verb asks for.
func (c command) show(res *policy.Result, stdout, stderr io.Writer) int {
	switch c.verb {
	case "check":
		return status(stderr, c.showCheck(res, stdout))
	case "explain":
		slip, ok := res.Slip(c.agent)
		if !ok {
			return c.problems(noAgent(res, c), stdout, stderr)
		}
		return status(stderr, c.showSlip(res, slip, stdout))
	case "load":
		return c.showLoad(res, stdout, stderr)
	case "staffing":
		return c.showStaffing(res, stdout, stderr)
	}
	// The history comes first: where it can not be written nothing looks closed.
	if c.historyOut != "" {
		if err := writeHistory(c.historyOut, res.History()); err != nil {
			return status(stderr, fmt.Errorf("%s: the history is not written: %s", c.historyOut, reason(err)))
		}
	}
	return status(stderr, c.showClose(res, stdout, stderr))
}

func noAgent(res *policy.Result, c command) error {
	return policy.Problems{{
		Problem: facts.Problem{
			Code: facts.CodeAgentUnknown, Agent: c.agent, Want: "the id of an agent of " + res.Period().String(),
		},
		File: filepath.Join(c.dir, "facts.yaml"),
	}}
}

// showClose prints every slip. The warnings, which the text ends with, go
// beside the slips of a program.
func (c command) showClose(res *policy.Result, stdout, stderr io.Writer) error {
	if !c.json {
		return report.Text(stdout, res, c.lang)
	}
	_ = report.Problems(stderr, res.Warnings(), c.lang) // there is nowhere else to say it
	return res.WriteJSON(stdout)
}

func (c command) showSlip(res *policy.Result, slip policy.Slip, stdout io.Writer) error {
	if c.json {
		return writeIndented(stdout, slipJSON(res, slip, c.lang))
	}
	return report.Explain(stdout, slip, c.lang)
}

func (c command) showCheck(res *policy.Result, stdout io.Writer) error {
	if c.json {
		return writeIndented(stdout, checkJSON(res))
	}
	return report.Checked(stdout, res, c.lang)
}

// problems prints what is wrong: to stderr for people, to stdout for programs.
func (c command) problems(err error, stdout, stderr io.Writer) int {
	var list policy.Problems
	if c.json && errors.As(err, &list) {
		_ = status(stderr, writeIndented(stdout, jsonProblems{problemsJSON(list)}))
		return exitProblems
	}
	_ = report.Problems(stderr, err, c.lang) // there is nowhere else to say it
	return exitProblems
}

// warnings are those of the policy, then those of the facts.
func warnings(res *policy.Result) policy.Problems {
	return append(res.Policy().Warnings(), res.Warnings()...)
}

// status turns an error of writing into an exit status.
func status(stderr io.Writer, err error) int {
	if err != nil {
		_, _ = fmt.Fprintln(stderr, "cspay:", err)
		return exitProblems
	}
	return exitDone
}

func (c command) version(w io.Writer) error {
	v := "devel"
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		v = strings.Trim(info.Main.Version, "()")
	}
	if c.json {
		return writeIndented(w, jsonVersion{v, policy.Format})
	}
	_, err := fmt.Fprintf(w, "cspay %s, format %s\n", v, policy.Format)
	return err
}
