package policy

import (
	"cmp"
	"strconv"
	"strings"

	"github.com/cspay/cspay/scoring/facts"
)

// position is a place in a text, counted from 1 in lines and characters. The
// zero position is unknown.
type position struct{ line, column int }

// trail is where a walk stands in a document. It is written out only when there
// is something to report.
type trail []step

// step is a key, or an index when index is not negative.
type step struct {
	key   string
	index int
}

const noIndex = -1

func (p trail) key(k string) trail { return append(p, step{key: k, index: noIndex}) }

func (p trail) at(i int) trail { return append(p, step{index: i}) }

// String writes the path, as scheme[0].zero_over.over. A key that is longer
// than any that is accepted is cut.
func (p trail) String() string {
	var b strings.Builder
	for _, s := range p {
		if s.index != noIndex {
			b.WriteString("[" + strconv.Itoa(s.index) + "]")
			continue
		}
		if b.Len() > 0 {
			b.WriteByte('.')
		}
		b.WriteString(facts.Cut(s.key))
	}
	return b.String()
}

// locate gives problems of a document the places of their paths. The root may
// be nil, when the document was a literal.
func locate(file string, root *node, problems facts.Problems) Problems {
	located := make(Problems, len(problems))
	for i, p := range problems {
		at := root.find(p.Path)
		located[i] = &Problem{Problem: *p, File: file, Line: at.line, Column: at.column}
	}
	located.sort()
	return located
}

// find returns the place of a path, or of its nearest ancestor that the
// document has.
func (n *node) find(p string) position {
	at, _ := n.reach(p)
	return at
}

// reach returns the place of a path and its value, or the place of the nearest
// ancestor that the document has and no value. Steps that the list shorthand
// leaves out are skipped on either side: scheme.indicators[0] finds scheme[0],
// and the other way round.
func (n *node) reach(p string) (position, *node) {
	if n == nil {
		return position{}, nil
	}
	at := n.at
	for p != "" {
		if p[0] == '[' {
			i, rest, ok := cutIndex(p)
			list := n.listOf()
			if !ok || list == nil || i >= len(list.items) {
				return at, nil
			}
			n, p = list.items[i], rest
			at = n.at
			continue
		}
		p = strings.TrimPrefix(p, ".")
		if n.kind == listNode {
			p = skipName(p)
			continue
		}
		f, rest, ok := n.longest(p)
		if !ok {
			return at, nil
		}
		n, p, at = f.value, rest, f.place()
	}
	return at, n
}

// listOf returns the node when it is a list, or the only list among its
// fields.
func (n *node) listOf() *node {
	if n.kind == listNode {
		return n
	}
	var found *node
	for _, f := range n.fields {
		if f.value.kind == listNode {
			if found != nil {
				return nil
			}
			found = f.value
		}
	}
	return found
}

// longest returns the field whose key the path begins with. Keys may hold dots
// themselves, so the longest key wins.
func (n *node) longest(p string) (found field, rest string, ok bool) {
	for _, f := range n.fields {
		tail, has := strings.CutPrefix(p, f.key)
		if !has || tail != "" && tail[0] != '.' && tail[0] != '[' {
			continue
		}
		if !ok || len(f.key) > len(found.key) {
			found, rest, ok = f, tail, true
		}
	}
	return found, rest, ok
}

func skipName(p string) string {
	if i := strings.IndexAny(p, ".["); i >= 0 {
		return p[i:]
	}
	return ""
}

// cutIndex parts [12].rest.
func cutIndex(p string) (i int, rest string, ok bool) {
	end := strings.IndexByte(p, ']')
	if end < 0 {
		return 0, "", false
	}
	i, err := strconv.Atoi(p[1:end])
	return i, p[end+1:], err == nil && i >= 0
}

// comparePaths orders paths as a document does: agents[2] comes before
// agents[10].
func comparePaths(a, b string) int {
	for {
		i := 0
		for i < len(a) && i < len(b) && a[i] == b[i] && a[i] != '[' {
			i++
		}
		if a[i:] == "" || b[i:] == "" || a[i] != '[' || b[i] != '[' {
			return cmp.Compare(a[i:], b[i:])
		}
		m, restA, okA := cutIndex(a[i:])
		n, restB, okB := cutIndex(b[i:])
		if !okA || !okB {
			return cmp.Compare(a[i:], b[i:])
		}
		if m != n {
			return cmp.Compare(m, n)
		}
		a, b = restA, restB
	}
}
