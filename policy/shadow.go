package policy

import (
	"strings"

	"github.com/cspay/cspay/scoring/facts"
)

// unshadowed drops what only follows from a fault that was found before: a sum
// over a list one of whose numbers could not be read is not news, nor is what
// lacks below a value of the wrong shape, nor a key that was given misspelt.
func unshadowed(found facts.Problems, before Problems) facts.Problems {
	dark := shade(before)
	var out facts.Problems
	for _, p := range found {
		if !dark.covers(p) {
			out = append(out, p)
		}
	}
	return out
}

// shadow is what follows from faults that were found before.
type shadow struct {
	over     map[string]bool     // the paths of faults and of all that they lie in
	unread   map[string]bool     // the paths of values that could not be read at all
	misspelt map[string][]string // the unknown keys by the path that they stand at
}

func shade(before Problems) shadow {
	s := shadow{over: map[string]bool{}, unread: map[string]bool{}, misspelt: map[string][]string{}}
	for _, b := range before {
		if b.Severity == facts.Warning {
			continue
		}
		path := plainPath(b.Path)
		s.over[path] = true
		for i := range path {
			if path[i] == '.' || path[i] == '[' {
				s.over[path[:i]] = true
			}
		}
		if b.Code == facts.CodeShape && path != "" {
			s.unread[path] = true
		}
		if parent, ok := strings.CutSuffix(path, "."+b.Got); ok && b.Code == facts.CodeNameUnknown {
			s.misspelt[parent] = append(s.misspelt[parent], b.Got)
		}
	}
	return s
}

func (s shadow) covers(p *facts.Problem) bool {
	path := plainPath(p.Path)
	if s.over[path] {
		return true
	}
	for i := range path {
		if (path[i] == '.' || path[i] == '[') && s.unread[path[:i]] {
			return true
		}
	}
	at := strings.LastIndexByte(path, '.')
	if p.Code != facts.CodeRequired || at < 0 {
		return false
	}
	for _, key := range s.misspelt[path[:at]] {
		if nearest(key, []string{path[at+1:]}) != "" {
			return true
		}
	}
	return false
}

// plainPath leaves out the fields that the list shorthand leaves out.
func plainPath(path string) string {
	path = strings.ReplaceAll(path, "scheme.indicators", "scheme")
	return strings.ReplaceAll(path, "pay.items", "pay")
}
