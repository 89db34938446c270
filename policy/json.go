package policy

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/cspay/cspay/scoring/facts"
)

// parseJSON reads one JSON text (RFC 8259) and nothing beside it. It is our
// own because the standard decoder keeps no positions and takes the last of
// two equal keys, and because a YAML reader fails on surrogate pairs.
func parseJSON(src string, lim limits, r *report) *node {
	p := jsonParser{src: src, report: r, budget: budget{limits: lim}, mark: position{1, 1}}
	p.space()
	if p.off == len(src) {
		emptyDocument(r)
		return nil
	}
	root := p.value(0)
	if !p.stopped {
		p.space()
		if p.off < len(src) {
			p.syntax("nothing after the end of the document")
		}
	}
	if p.stopped {
		return nil
	}
	return root
}

type jsonParser struct {
	src    string
	off    int
	report *report
	budget budget
	path   trail
	// mark is the position of offset marked, from which the next is counted.
	mark    position
	marked  int
	stopped bool
}

// here returns the position of the next character. Offsets only grow, so a
// whole text is counted once.
func (p *jsonParser) here() position {
	for _, r := range p.src[p.marked:p.off] {
		if r == '\n' {
			p.mark = position{p.mark.line + 1, 1}
		} else {
			p.mark.column++
		}
	}
	p.marked = p.off
	return p.mark
}

func (p *jsonParser) stop(f fault) {
	if !p.stopped {
		p.stopped = true
		p.report.only(f)
	}
}

// syntax reports what should have stood here and ends the reading.
func (p *jsonParser) syntax(want string) {
	got := "the end of the text"
	if p.off < len(p.src) {
		r, _ := utf8.DecodeRuneInString(p.src[p.off:])
		got = string(r)
	}
	p.stop(fault{code: facts.CodeSyntax, at: p.here(), want: "JSON: " + want, got: got})
}

func (p *jsonParser) space() {
	for p.off < len(p.src) && strings.IndexByte(" \t\r\n", p.src[p.off]) >= 0 {
		p.off++
	}
}

// next takes a byte if it comes next.
func (p *jsonParser) next(b byte) bool {
	if p.off < len(p.src) && p.src[p.off] == b {
		p.off++
		return true
	}
	return false
}

func (p *jsonParser) value(depth int) *node {
	n := &node{at: p.here()}
	p.budget.usedNodes++
	if p.budget.usedNodes > p.budget.nodes {
		p.stop(fault{
			code: p.budget.size, at: n.at, path: p.path.String(),
			want: "at most " + strconv.Itoa(p.budget.nodes) + " values", got: "more than that",
		})
		return n
	}
	if p.off == len(p.src) {
		p.syntax("a value")
		return n
	}
	switch c := p.src[p.off]; {
	case c == '{' || c == '[':
		if depth >= p.budget.depth {
			p.stop(depthFault(n.at, p.path.String(), p.budget.depth))
			return n
		}
		p.off++
		if c == '{' {
			p.object(n, depth)
		} else {
			p.array(n, depth)
		}
	case c == '"':
		n.kind, n.quoted = scalarNode, true
		n.text = p.text()
	case c == '-' || c >= '0' && c <= '9':
		n.kind = scalarNode
		n.text = p.number()
	default:
		p.word(n)
	}
	return n
}

func (p *jsonParser) word(n *node) {
	for _, w := range []string{"true", "false", "null"} {
		if strings.HasPrefix(p.src[p.off:], w) {
			p.off += len(w)
			if w != "null" {
				n.kind, n.text = scalarNode, w
			}
			return
		}
	}
	p.syntax("a value")
}

func (p *jsonParser) array(n *node, depth int) {
	n.kind = listNode
	p.space()
	if p.next(']') {
		return
	}
	for !p.stopped {
		p.space()
		p.path = p.path.at(len(n.items))
		item := p.value(depth + 1)
		if item.kind == mapNode && !p.budget.clause() {
			p.stop(clauseFault(item.at, p.path.String(), p.budget.limits))
		}
		p.path = p.path[:len(p.path)-1]
		n.items = append(n.items, item)
		p.space()
		if p.next(']') {
			return
		}
		if !p.next(',') {
			p.syntax(`"," or "]"`)
		}
	}
}

func (p *jsonParser) object(n *node, depth int) {
	n.kind = mapNode
	var keys keySet
	p.space()
	if p.next('}') {
		return
	}
	for !p.stopped {
		p.space()
		p.member(n, &keys, depth)
		p.space()
		if p.next('}') {
			return
		}
		if !p.next(',') {
			p.syntax(`"," or "}"`)
		}
	}
}

func (p *jsonParser) member(n *node, keys *keySet, depth int) {
	if p.off == len(p.src) || p.src[p.off] != '"' {
		p.syntax(`a key in double quotes`)
		return
	}
	f := field{at: p.here()}
	f.key = normal(p.text())
	p.space()
	if !p.next(':') {
		p.syntax(`":"`)
		return
	}
	p.space()
	p.path = p.path.key(f.key)
	first, twice := keys.find(n.fields, f.key)
	if twice && !p.stopped {
		p.report.add(fault{
			code: facts.CodeNameDuplicate, at: f.at, path: p.path.String(),
			want: duplicateWant(first, f.at), got: f.key,
		})
	}
	f.value = p.value(depth + 1)
	if !twice {
		n.fields = append(n.fields, f)
	}
	p.path = p.path[:len(p.path)-1]
}

// number takes a JSON number and keeps its text: what it may be is decided by
// the field it is read into.
func (p *jsonParser) number() string {
	start := p.off
	p.next('-')
	if !p.next('0') && !p.digits() {
		p.syntax("a digit")
		return ""
	}
	if p.next('.') && !p.digits() {
		p.syntax("a digit after the point")
		return ""
	}
	if p.next('e') || p.next('E') {
		if !p.next('+') {
			p.next('-')
		}
		if !p.digits() {
			p.syntax("a digit in the exponent")
			return ""
		}
	}
	return p.src[start:p.off]
}

func (p *jsonParser) digits() bool {
	start := p.off
	for p.off < len(p.src) && p.src[p.off] >= '0' && p.src[p.off] <= '9' {
		p.off++
	}
	return p.off > start
}
