package policy

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/cspay/cspay/scoring/facts"
)

// Problem is a problem of a document or of facts with the place it was found
// at. A Problem of a Go literal has a path only: its File is empty and its Line
// and Column are 0.
//
// errors.Is(err, facts.CodeNumberRange) asks for a sort of problem, and
// errors.As finds both *policy.Problem and the *facts.Problem inside it.
type Problem struct {
	facts.Problem
	// File is the name the document was read under.
	File string
	// Line and Column count from 1; columns count characters.
	Line, Column int
}

// Error says what is wrong and where, as file:line:column: code at path. It
// never prints a value that came from facts.
func (p *Problem) Error() string {
	if p.File == "" {
		return p.Problem.Error()
	}
	var b strings.Builder
	b.WriteString(p.File)
	if p.Line > 0 {
		b.WriteString(":" + strconv.Itoa(p.Line) + ":" + strconv.Itoa(p.Column))
	}
	b.WriteString(": ")
	b.WriteString(p.Problem.Error())
	return b.String()
}

// Unwrap returns the problem without its place.
func (p *Problem) Unwrap() error { return &p.Problem }

// Problems is a list of problems as one error, sorted by file, line, column
// and path.
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
		if p.Severity == facts.Warning {
			warnings = append(warnings, p)
		} else {
			errs = append(errs, p)
		}
	}
	return errs, warnings
}

// err returns the errors as one error, or nil when there are only warnings.
func (ps Problems) err() error {
	errs, _ := ps.Split()
	if len(errs) == 0 {
		return nil
	}
	return errs
}

// merge joins lists into one sorted list with one fault per file and path: the
// first list that has a fault there wins. Warnings are all kept.
func merge(lists ...Problems) Problems {
	type place struct{ file, path string }
	seen := map[place]bool{}
	var all Problems
	for _, list := range lists {
		var fresh []place
		for _, p := range list {
			at := place{p.File, p.Path}
			if p.Severity != facts.Warning && p.Path != "" {
				if seen[at] {
					continue
				}
				fresh = append(fresh, at)
			}
			all = append(all, p)
		}
		for _, at := range fresh {
			seen[at] = true
		}
	}
	all.sort()
	return all
}

func (ps Problems) sort() {
	slices.SortStableFunc(ps, func(a, b *Problem) int {
		return cmp.Or(
			cmp.Compare(a.File, b.File),
			cmp.Compare(a.Line, b.Line),
			cmp.Compare(a.Column, b.Column),
			comparePaths(a.Path, b.Path),
			cmp.Compare(a.Code, b.Code),
		)
	})
}

// maxProblems is how many problems one file may have before its reader gives
// up: a file of another kind would fail in every cell.
const maxProblems = facts.MaxProblems

// report collects the problems of one file, one fault per path.
type report struct {
	file     string
	private  bool
	problems Problems
	seen     map[string]bool
	full     bool
}

func newReport(file string, private bool) *report {
	return &report{file: file, private: private, seen: map[string]bool{}}
}

// fault is one finding on its way into a report.
type fault struct {
	code      facts.Code
	at        position
	path      string
	agent     string
	want, got string
}

func (r *report) add(f fault) {
	if r.full || r.seen[f.path] && f.path != "" {
		return
	}
	r.seen[f.path] = true
	if len(r.problems) == maxProblems {
		r.full = true
		f = fault{
			code: facts.CodeTooMany, at: f.at,
			want: "no more than " + strconv.Itoa(maxProblems) + " problems; the rest is not listed",
		}
	}
	r.problems = append(r.problems, &Problem{
		Problem: facts.Problem{
			Code: f.code, Path: f.path, Agent: f.agent,
			Want: f.want, Got: facts.Cut(f.got), Private: r.private,
		},
		File: r.file, Line: f.at.line, Column: f.at.column,
	})
}

// only drops what was found so far: a text with a syntax error is reported for
// that alone, since what follows from it is noise.
func (r *report) only(f fault) {
	r.problems, r.full = nil, false
	clear(r.seen)
	r.add(f)
	r.full = true
}

// done returns what was found, sorted.
func (r *report) done() Problems {
	r.problems.sort()
	return r.problems
}
