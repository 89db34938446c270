package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"

	"github.com/cspay/cspay/policy"
	"github.com/cspay/cspay/policy/report"
)

// run is the whole command without the process around it.
func run(args []string, stdout, stderr io.Writer) int {
	c, err := parse(args, stderr)
	switch {
	case errors.Is(err, flag.ErrHelp):
		return exitDone
	case err != nil:
		return exitUsage
	case c.verb == "version":
		return print(stderr, version(stdout))
	}
	if info, err := os.Stat(c.dir); err != nil || !info.IsDir() {
		_, _ = fmt.Fprintf(stderr, "cspay: %s is not a folder\n", c.dir)
		return exitUsage
	}
	res, err := c.close()
	if err != nil {
		return c.problems(err, stdout, stderr)
	}
	return c.show(res, stdout, stderr)
}

// close reads the folder and closes its month.
func (c command) close() (*policy.Result, error) {
	p, err := policy.LoadFile(filepath.Join(c.dir, "policy.yaml"))
	if err != nil {
		return nil, err
	}
	m, err := p.LoadMonth(c.dir)
	if err != nil {
		return nil, err
	}
	h, err := c.readHistory()
	if err != nil {
		return nil, err
	}
	return p.Close(m, h)
}

func (c command) readHistory() (policy.History, error) {
	if c.history == "" {
		return policy.History{}, nil
	}
	f, err := os.Open(c.history)
	if err != nil {
		return policy.History{}, err
	}
	defer func() { _ = f.Close() }() // nothing was written
	return policy.ReadHistory(f)
}

// show prints what the verb asks for.
func (c command) show(res *policy.Result, stdout, stderr io.Writer) int {
	switch c.verb {
	case "check":
		return print(stderr, c.showCheck(res, stdout))
	case "explain":
		slip, ok := res.Slip(c.agent)
		if !ok {
			_, _ = fmt.Fprintf(stderr, "cspay: no agent %s in %s\n", c.agent, res.Period())
			return exitUsage
		}
		if c.json {
			return print(stderr, writeSteps(stdout, slip, c.lang))
		}
		return print(stderr, report.Explain(stdout, slip, c.lang))
	}
	if c.historyOut != "" {
		if err := writeHistory(c.historyOut, res.History()); err != nil {
			return print(stderr, err)
		}
	}
	if c.json {
		return print(stderr, res.WriteJSON(stdout))
	}
	return print(stderr, report.Text(stdout, res, c.lang))
}

// print turns an error of writing into a status.
func print(stderr io.Writer, err error) int {
	if err != nil {
		_, _ = fmt.Fprintln(stderr, "cspay:", err)
		return exitProblems
	}
	return exitDone
}

func writeHistory(name string, h policy.History) error {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	return errors.Join(h.Write(f), f.Close())
}

func version(w io.Writer) error {
	v := "devel"
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		v = info.Main.Version
	}
	_, err := fmt.Fprintf(w, "cspay %s, format %s\n", v, policy.Format)
	return err
}
