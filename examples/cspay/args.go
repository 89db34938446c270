package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"slices"

	"github.com/cspay/cspay/policy/report"
)

// The exit statuses.
const (
	exitDone     = 0
	exitProblems = 1
	exitUsage    = 2
)

const usage = `usage: cspay VERB [flags] DIR [AGENT]

verbs
  check DIR           read the policy and the facts and say what is wrong
  close DIR           close the month and print every slip
  explain DIR AGENT   say where each yuan of an agent's slip comes from
  version             print the version

flags, anywhere
  -lang zh|en         the language of the text (zh)
  -format text|json   text for people, json for programs (text)
  -history FILE       the history of the months before
  -history-out FILE   where close writes the history with this month
`

// command is a parsed command line.
type command struct {
	verb, dir, agent    string
	lang                report.Lang
	json                bool
	history, historyOut string
}

var errUsage = errors.New("usage")

// parse reads flags wherever they stand among the words.
func parse(args []string, stderr io.Writer) (command, error) {
	var c command
	var lang, format string
	set := flag.NewFlagSet("cspay", flag.ContinueOnError)
	set.SetOutput(stderr)
	set.Usage = func() { _, _ = io.WriteString(stderr, usage) }
	set.StringVar(&lang, "lang", "zh", "")
	set.StringVar(&format, "format", "text", "")
	set.StringVar(&c.history, "history", "", "")
	set.StringVar(&c.historyOut, "history-out", "", "")
	var words []string
	for len(args) > 0 {
		if err := set.Parse(args); err != nil {
			return c, err
		}
		if args = set.Args(); len(args) > 0 {
			words, args = append(words, args[0]), args[1:]
		}
	}
	if err := c.fill(words); err != nil {
		return c, fail(stderr, err.Error())
	}
	switch lang {
	case "zh":
		c.lang = report.Chinese
	case "en":
		c.lang = report.English
	default:
		return c, fail(stderr, "-lang is zh or en")
	}
	if format != "text" && format != "json" {
		return c, fail(stderr, "-format is text or json")
	}
	c.json = format == "json"
	return c, nil
}

func fail(stderr io.Writer, why string) error {
	_, _ = fmt.Fprintf(stderr, "cspay: %s\n\n%s", why, usage)
	return errUsage
}

// fill takes the words VERB DIR AGENT.
func (c *command) fill(words []string) error {
	if len(words) == 0 {
		return errors.New("a verb is missing")
	}
	c.verb, words = words[0], words[1:]
	wanted := map[string][]*string{
		"check": {&c.dir}, "close": {&c.dir}, "explain": {&c.dir, &c.agent}, "version": {},
	}
	places, known := wanted[c.verb]
	if !known {
		return fmt.Errorf("no verb %q", c.verb)
	}
	if len(words) != len(places) {
		names := slices.Repeat([]string{"DIR AGENT"}, 1)[0]
		return fmt.Errorf("%s takes %d of %s, not %d", c.verb, len(places), names, len(words))
	}
	for i, w := range words {
		*places[i] = w
	}
	return nil
}
