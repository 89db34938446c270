package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"strings"

	"github.com/cspay/cspay/policy/report"
)

// The exit statuses. A command line that is wrong by itself is usage; what is
// wrong with the files and folders it names is a problem.
const (
	exitDone     = 0
	exitProblems = 1
	exitUsage    = 2
)

// command is a parsed command line.
type command struct {
	verb, dir, agent    string
	lang                report.Lang
	json                bool
	history, historyOut string
	planning            planning
}

// parse reads a command line. It returns flag.ErrHelp when help is asked for.
func parse(args []string) (command, error) {
	var c command
	set := c.flags()
	words, err := split(set, args)
	if err != nil {
		return c, err
	}
	if err := c.take(words); err != nil {
		return c, err
	}
	if c.historyOut != "" && c.verb != "close" && c.verb != "year" {
		return c, fmt.Errorf("-history-out goes with close and year, not with %s", c.verb)
	}
	return c, c.planning.check(c.verb)
}

// flags are the flags of every verb, each of which has a value.
func (c *command) flags() *flag.FlagSet {
	set := flag.NewFlagSet("cspay", flag.ContinueOnError)
	set.SetOutput(io.Discard) // run says what is wrong
	set.Func("lang", "", func(s string) error {
		for _, lang := range []report.Lang{report.Chinese, report.English} {
			if s == lang.String() {
				c.lang = lang
				return nil
			}
		}
		return errors.New("want zh or en")
	})
	set.Func("format", "", func(s string) error {
		c.json = s == "json"
		if s != "text" && s != "json" {
			return errors.New("want text or json")
		}
		return nil
	})
	set.Func("history", "", fileName(&c.history))
	set.Func("history-out", "", fileName(&c.historyOut))
	c.planning.flags(set)
	return set
}

// fileName takes the name of a file. An empty one is a script's unset variable
// and not a month without history.
func fileName(to *string) func(string) error {
	return func(s string) error {
		if s == "" {
			return errors.New("want the name of a file")
		}
		*to = s
		return nil
	}
}

// split parses the flags wherever they stand and returns the words. After --
// there are only words.
func split(set *flag.FlagSet, args []string) (words []string, err error) {
	for len(args) > 0 {
		first := args[0]
		switch {
		case first == "--":
			return append(words, args[1:]...), nil
		case len(first) < 2 || first[0] != '-':
			words, args = append(words, first), args[1:]
			continue
		}
		n := 2
		if strings.Contains(first, "=") {
			n = 1
		}
		n = min(n, len(args))
		if err := set.Parse(args[:n]); err != nil {
			return nil, err
		}
		args = args[n:]
	}
	return words, nil
}

// take fills in the words VERB DIR AGENT.
func (c *command) take(words []string) error {
	if len(words) == 0 {
		return errors.New("a verb is missing: check, close, explain, gaps, load, staffing, year or version")
	}
	c.verb, words = words[0], words[1:]
	type place struct {
		name string
		word *string
	}
	dir, agent := place{"DIR", &c.dir}, place{"AGENT", &c.agent}
	var places []place
	switch c.verb {
	case "check", "close", "gaps", "load", "staffing", "year":
		places = []place{dir}
	case "explain":
		places = []place{dir, agent}
	case "version":
	case "help":
		return flag.ErrHelp
	default:
		return fmt.Errorf("no verb %q: there are check, close, explain, gaps, load, staffing, year and version", c.verb)
	}
	for i, p := range places {
		if i >= len(words) || words[i] == "" {
			return fmt.Errorf("%s needs %s", c.verb, p.name)
		}
		*p.word = words[i]
	}
	if len(words) > len(places) {
		return fmt.Errorf("%q is one word too many for %s", words[len(places)], c.verb)
	}
	return nil
}
