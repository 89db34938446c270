package formatdoc

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/cspay/cspay/scoring/facts"
)

// entry is one file of the folder problems: what a code means and one example
// of it. A file is named code.txt; a second example of a code is code+name.txt.
//
//	means: what it means, in one sentence
//	mend: how to mend it, in one sentence
//	at: policy.yaml:4:10
//	-- policy.yaml --
//	format: cspay/v1
//
// The place is where the example must give the code: a file, a line and a
// column, or a path where there is no file. Further heads are severity (error
// when left out), among (other codes that the example may give), go (the
// declarations of this package that make the example) and reserved (why no
// document can give the code yet, in place of an example).
type entry struct {
	code     string
	heads    map[string]string
	files    []exampleFile
	severity facts.Severity
	among    []string
}

// exampleFile is one file of an example. In its text, a line "@3 text#" stands
// for three lines text1, text2 and text3, and a line @bytes "…" for the bytes
// of a quoted Go text.
type exampleFile struct{ name, text string }

var errEntry = errors.New("an entry is malformed")

func heads() []string {
	return []string{"means", "mend", "at", "severity", "among", "go", "reserved"}
}

// entries reads the folder of problems.
func entries(root fs.FS) ([]entry, error) {
	names, err := fs.Glob(root, path.Join(own, "problems", "*.txt"))
	if err != nil {
		return nil, err
	}
	list := make([]entry, 0, len(names))
	for _, name := range names {
		text, err := fs.ReadFile(root, name)
		if err != nil {
			return nil, err
		}
		stem, _, _ := strings.Cut(strings.TrimSuffix(path.Base(name), ".txt"), "+")
		e, err := parseEntry(stem, string(text))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		list = append(list, e)
	}
	return list, nil
}

func parseEntry(c, text string) (entry, error) {
	e := entry{code: c, heads: map[string]string{}}
	for line := range strings.Lines(text) {
		if name, ok := fileName(line); ok {
			e.files = append(e.files, exampleFile{name: name})
			continue
		}
		if len(e.files) > 0 {
			e.files[len(e.files)-1].text += line
			continue
		}
		head, value, ok := strings.Cut(strings.TrimSpace(line), ": ")
		if !ok || !slices.Contains(heads(), head) || e.heads[head] != "" {
			return e, fmt.Errorf("%w: the line %q", errEntry, strings.TrimSpace(line))
		}
		e.heads[head] = value
	}
	e.among = strings.Fields(e.heads["among"])
	if e.heads["severity"] == string(facts.Warning) {
		e.severity = facts.Warning
	}
	examples := 0
	for _, has := range []bool{len(e.files) > 0, e.heads["go"] != "", e.heads["reserved"] != ""} {
		if has {
			examples++
		}
	}
	switch {
	case e.heads["means"] == "" || e.heads["mend"] == "":
		return e, fmt.Errorf("%w: means and mend must be there", errEntry)
	case examples != 1:
		return e, fmt.Errorf("%w: one of files, go, reserved must be there", errEntry)
	case e.heads["reserved"] == "" && e.heads["at"] == "":
		return e, fmt.Errorf("%w: the place of the example must be there", errEntry)
	}
	return e, nil
}

// fileName reads a line "-- name --".
func fileName(line string) (string, bool) {
	name, ok := strings.CutPrefix(strings.TrimRight(line, "\n"), "-- ")
	if !ok {
		return "", false
	}
	return strings.CutSuffix(name, " --")
}

// expand writes the file as it is read, with its @ lines resolved.
func (f exampleFile) expand() ([]byte, error) {
	var out []byte
	for line := range strings.Lines(f.text) {
		directive, isDirective := strings.CutPrefix(line, "@")
		if !isDirective {
			out = append(out, line...)
			continue
		}
		head, rest, _ := strings.Cut(directive, " ")
		if head == "bytes" {
			text, err := strconv.Unquote(strings.TrimSpace(rest))
			if err != nil {
				return nil, fmt.Errorf("%w: %q", errEntry, line)
			}
			out = append(out, text...)
			continue
		}
		times, err := strconv.Atoi(strings.TrimSpace(head))
		if err != nil {
			return nil, fmt.Errorf("%w: %q", errEntry, line)
		}
		if rest == "" {
			rest = "\n"
		}
		for i := range times {
			out = append(out, strings.ReplaceAll(rest, "#", strconv.Itoa(i+1))...)
		}
	}
	return out, nil
}

// shown is the file as the page shows it: the first two of repeated lines and
// how many there are.
func (f exampleFile) shown() string {
	var b strings.Builder
	for line := range strings.Lines(f.text) {
		directive, isDirective := strings.CutPrefix(line, "@")
		head, rest, _ := strings.Cut(directive, " ")
		switch times, err := strconv.Atoi(strings.TrimSpace(head)); {
		case !isDirective:
			b.WriteString(line)
		case err != nil:
			text := strings.TrimSpace(rest)
			b.WriteString(strings.TrimSuffix(text[1:len(text)-1], `\n`) + "\n")
		case strings.TrimSpace(rest) == "":
			fmt.Fprintf(&b, "… %d empty lines\n", times)
		default:
			b.WriteString(strings.ReplaceAll(rest, "#", "1") + strings.ReplaceAll(rest, "#", "2"))
			fmt.Fprintf(&b, "%s… and so on, %d of them\n", rest[:len(rest)-len(strings.TrimLeft(rest, " "))], times)
		}
	}
	return strings.TrimRight(b.String(), "\n")
}
