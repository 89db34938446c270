package policy

import (
	"reflect"
	"strings"

	"github.com/cspay/cspay/scoring/facts"
)

// missing makes a gap of a problem that says that a figure is not there: a
// required one, one that was left blank, or a step without its limit. The root
// is nil for a literal.
func (g *gapWalk) missing(p *Problem, root *node) (Gap, bool) {
	if p.Severity == facts.Warning {
		return Gap{}, false
	}
	g.path = nil
	v, s, ok := g.seek(target{v: reflect.ValueOf(g.doc).Elem()}, figureAt{}, p.Path)
	absent := p.Code == facts.CodeRequired
	switch {
	case !ok || s.clause == "":
		return Gap{}, false
	case p.Code == facts.CodeBandOpen:
		absent = openStep(v.v, g.enc.shapes)
	case !absent && root != nil:
		_, n := root.reach(p.Path)
		absent = n == nil || n.kind == nullNode
	case !absent:
		absent = g.enc.value(v.v, v.options, false) == nil
	}
	if !absent || !holdsFigure(v.v.Type()) {
		return Gap{}, false
	}
	out := g.gap(s)
	out.Missing = true
	out.File, out.Line, out.Column = p.File, p.Line, p.Column
	return out, true
}

// openStep reports a step that states none of the limits that it could.
func openStep(v reflect.Value, known shapes) bool {
	if v.Kind() != reflect.Struct {
		return false
	}
	sh, limits := known.of(v.Type()), 0
	for _, key := range []string{"over", "under", "at_least", "at_most"} {
		f := sh.field(key)
		if f == nil {
			continue
		}
		limits++
		if !v.FieldByIndex(f.index).IsZero() {
			return false
		}
	}
	return limits > 0
}

// target is a value that a path leads to, and how its key is read.
type target struct {
	v reflect.Value
	options
}

// seek follows a path through the document; what is not there counts as empty.
func (g *gapWalk) seek(at target, s figureAt, path string) (target, figureAt, bool) {
	for at.v.Kind() == reflect.Pointer {
		if at.v.IsNil() {
			at.v = reflect.New(at.v.Type().Elem())
		}
		at.v = at.v.Elem()
	}
	if at.v.Kind() == reflect.Struct && !isSpecial(at.v.Type()) {
		s = s.enter(at.v, g.enc.shapes.of(at.v.Type()))
	}
	if path == "" {
		return at, s, true
	}
	switch at.v.Kind() {
	case reflect.Struct:
		return g.seekField(at.v, s, path)
	case reflect.Slice:
		i, rest, ok := cutIndex(path)
		if path[0] != '[' || !ok || i >= at.v.Len() {
			return target{}, s, false
		}
		g.path = g.path.at(i)
		return g.seek(target{at.v.Index(i), at.options}, s.item(i), rest)
	case reflect.Map:
		return g.seekEntry(at, s, path)
	default:
		return target{}, s, false
	}
}

func (g *gapWalk) seekField(v reflect.Value, s figureAt, path string) (target, figureAt, bool) {
	sh := g.enc.shapes.of(v.Type())
	bare := g.bare(v, sh)
	if path[0] == '[' && sh.list != nil {
		path = sh.list.key + path
	}
	path = strings.TrimPrefix(path, ".")
	for i := range sh.fields {
		f := &sh.fields[i]
		if rest, ok := cutKey(path, f.key); ok {
			if !bare || !f.list {
				g.path = g.path.key(f.key)
			}
			return g.seek(target{v.FieldByIndex(f.index), f.options}, s.below(f.key), rest)
		}
	}
	if sh.kind == nil || v.FieldByIndex(sh.kind).IsNil() {
		return target{}, s, false
	}
	kind := v.FieldByIndex(sh.kind).Elem()
	word := kindWord(kind.Interface())
	rest, ok := cutKey(path, word)
	if !ok || kind.Kind() != reflect.Struct {
		return target{}, s, false
	}
	g.path = g.path.key(word)
	s.owner, s.keys = word, nil
	return g.seek(target{v: kind}, s, rest)
}

// seekEntry looks for the longest key, as keys may hold dots themselves.
func (g *gapWalk) seekEntry(at target, s figureAt, path string) (target, figureAt, bool) {
	path = strings.TrimPrefix(path, ".")
	found, rest := "", ""
	for _, k := range at.v.MapKeys() {
		if tail, ok := cutKey(path, k.String()); ok && len(k.String()) > len(found) {
			found, rest = k.String(), tail
		}
	}
	if found == "" {
		return target{}, s, false
	}
	g.path = g.path.key(found)
	v := at.v.MapIndex(reflect.ValueOf(found).Convert(at.v.Type().Key()))
	return g.seek(target{v, at.options}, s.cell(found), rest)
}

// cutKey parts a path after its first key.
func cutKey(path, key string) (rest string, ok bool) {
	rest, ok = strings.CutPrefix(path, key)
	return rest, ok && key != "" && (rest == "" || rest[0] == '.' || rest[0] == '[')
}
