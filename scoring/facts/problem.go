package facts

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// Code names a sort of problem. Codes are append-only and listed in
// docs/problems.md. A Code is an error, so errors.Is(err, facts.CodeX) asks
// whether a list of problems holds one of that sort.
type Code string

// Error returns the code's text.
func (c Code) Error() string { return string(c) }

// Severity says whether a problem stops the work.
type Severity string

// The severities. The zero Severity is an error.
const (
	Error   Severity = ""
	Warning Severity = "warning"
)

// MaxProblems is how many problems of one severity a list holds. When there
// are more, a last one of CodeTooMany says so: nobody reads them all, and
// hostile facts could have millions.
const MaxProblems = 1000

// MaxGot is how many bytes of an offending value a problem keeps.
const MaxGot = 64

// Problem is one fault or warning at one path of a document or of facts.
type Problem struct {
	Code     Code
	Severity Severity
	// Path is the place: scheme[0].zero_over.over, agents[3].values.exam.
	Path string
	// Agent is the id of the agent concerned, if any.
	Agent string
	// Want says what was expected; Got is what stood there, cut to MaxGot
	// bytes.
	Want, Got string
	// Private is set for facts: Got may be pay and Error does not print it.
	Private bool
}

// Error says what is wrong and where. It never prints a value that came from
// facts.
func (p *Problem) Error() string {
	var b strings.Builder
	b.WriteString(string(p.Code))
	if p.Path != "" {
		b.WriteString(" at " + p.Path)
	}
	if p.Agent != "" {
		fmt.Fprintf(&b, " (agent %s)", p.Agent)
	}
	if p.Want != "" {
		b.WriteString(": want " + p.Want)
	}
	if p.Got != "" && !p.Private {
		fmt.Fprintf(&b, ", got %q", p.Got)
	}
	return b.String()
}

// Is reports whether the target is the problem's code.
func (p *Problem) Is(target error) bool {
	var c Code
	return errors.As(target, &c) && c == p.Code
}

// Problems is a list of problems as one error.
type Problems []*Problem

// Error lists the problems, one a line.
func (ps Problems) Error() string {
	lines := make([]string, len(ps))
	for i, p := range ps {
		lines[i] = p.Error()
	}
	return strings.Join(lines, "\n")
}

// Unwrap gives errors.Is and errors.As the single problems.
func (ps Problems) Unwrap() []error {
	errs := make([]error, len(ps))
	for i, p := range ps {
		errs[i] = p
	}
	return errs
}

// Split parts a list into errors and warnings, each in its order.
func (ps Problems) Split() (errs, warnings Problems) {
	for _, p := range ps {
		if p.Severity == Warning {
			warnings = append(warnings, p)
		} else {
			errs = append(errs, p)
		}
	}
	return errs, warnings
}

// Check reports problems at one place of a document or of facts. Every compile
// gets one and walks it along its own keys; the first fault at a path wins.
// The zero Check drops what it is told.
type Check struct {
	path  string
	agent string
	sink  *sink
}

type sink struct {
	problems Problems
	listed   map[Severity]int
	seen     map[string]bool
	private  bool
}

// NewCheck returns a Check at the root of a document.
func NewCheck() Check { return Check{sink: &sink{seen: map[string]bool{}, listed: map[Severity]int{}}} }

// NewFactsCheck returns a Check at the root of facts, whose problems are
// private: their messages do not print the value.
func NewFactsCheck() Check {
	return Check{sink: &sink{seen: map[string]bool{}, listed: map[Severity]int{}, private: true}}
}

// At returns the Check one key deeper.
func (c Check) At(key string) Check {
	if c.path == "" {
		c.path = key
	} else {
		c.path += "." + key
	}
	return c
}

// Index returns the Check at an element of a list.
func (c Check) Index(i int) Check {
	c.path += "[" + strconv.Itoa(i) + "]"
	return c
}

// Agent returns the Check with the agent that problems are about.
func (c Check) Agent(id string) Check {
	c.agent = id
	return c
}

// Path returns where the Check stands.
func (c Check) Path() string { return c.path }

// Fail reports an error here.
func (c Check) Fail(code Code, want, got string) { c.add(code, Error, want, got) }

// Warn reports a warning here.
func (c Check) Warn(code Code, want, got string) { c.add(code, Warning, want, got) }

// Full reports whether another problem of a severity would be dropped, so that
// nothing need be found out for its text. The zero Check is full.
func (c Check) Full(sev Severity) bool {
	return c.sink == nil || c.sink.listed[sev] > MaxProblems
}

func (c Check) add(code Code, sev Severity, want, got string) {
	if c.Full(sev) {
		return
	}
	key := string(sev) + c.path
	if sev == Warning {
		key += string(code)
	}
	if c.sink.seen[key] {
		return
	}
	c.sink.seen[key] = true
	if c.sink.listed[sev]++; c.Full(sev) {
		code, got = CodeTooMany, ""
		want = "no more than " + strconv.Itoa(MaxProblems) + " problems; the rest is not listed"
	}
	c.sink.problems = append(c.sink.problems, &Problem{
		Code: code, Severity: sev, Path: c.path, Agent: c.agent,
		Want: want, Got: Cut(got), Private: c.sink.private,
	})
}

// Problems returns what was reported, in the order it was reported.
func (c Check) Problems() Problems {
	if c.sink == nil {
		return nil
	}
	return c.sink.problems
}

// Err returns the errors as one error, or nil when there are only warnings.
func (c Check) Err() error {
	errs, _ := c.Problems().Split()
	if len(errs) == 0 {
		return nil
	}
	return errs
}

// Cut shortens a value to MaxGot bytes without splitting a character.
func Cut(s string) string {
	if len(s) <= MaxGot {
		return s
	}
	end := MaxGot - len("…")
	for end > 0 && s[end]&0xC0 == 0x80 {
		end--
	}
	return s[:end] + "…"
}
