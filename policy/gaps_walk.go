package policy

import (
	"cmp"
	"reflect"
	"slices"
	"strconv"

	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// gapWalk goes through a document as the encoder does and collects the figures
// that are samples.
type gapWalk struct {
	doc   *Document
	kinds kindTable
	// stated is set where a figure that is left out can be told from a zero
	// that is written: in a document and not in a literal.
	stated bool
	// enc writes a figure as the canonical document does.
	enc   *encoder
	path  trail
	found []Gap
}

func newGapWalk(doc *Document, kinds kindTable) *gapWalk {
	return &gapWalk{doc: doc, kinds: kinds, enc: &encoder{
		kinds: kinds, nodes: maxHistoryNodes, shapes: shapes{}, check: facts.NewCheck(), checker: newChecker(),
	}}
}

// samples collects the sample figures of the whole document.
func (g *gapWalk) samples() {
	g.path = nil
	g.value(reflect.ValueOf(g.doc).Elem(), options{}, true, figureAt{})
}

// figureAt is where a walk stands: the clause, and the figure within it.
type figureAt struct {
	clause, source string
	inside         bool // a clause, and not what leads to one
	name           facts.Text
	// owner is what phrases are filed under: a kind's word, or the key whose
	// clauses these are, such as accounts.
	owner string
	// keys lead from the clause or its kind to the figure; shown is that with
	// the elements of lists and tables.
	keys  []string
	shown string
	// entry is the key of a table and number that of a list, counted from 1, as
	// far as there are any.
	entry  string
	number int
	// all and marks are what the clause says is a sample; sample tells that
	// what stands here is one, and named that its own key is marked.
	all, sample, named bool
	marks              []string
}

// below is one key deeper.
func (s figureAt) below(key string) figureAt {
	s.keys = append(slices.Clip(s.keys), key)
	if s.clause == "" {
		s.clause, s.name = key, facts.Text{ZH: key, EN: key}
	}
	if s.shown != "" {
		s.shown += "."
	}
	s.shown += key
	return s.marked(key)
}

// marked is below a key that the clause may have marked.
func (s figureAt) marked(key string) figureAt {
	s.named = slices.Contains(s.marks, key)
	s.sample = s.sample || s.all || s.named
	return s
}

// item is at an element of a list.
func (s figureAt) item(i int) figureAt {
	s.shown += "[" + strconv.Itoa(i) + "]"
	s.number, s.entry = i+1, ""
	return s
}

// cell is at an entry of a table.
func (s figureAt) cell(key string) figureAt {
	s.shown += "." + key
	s.entry = key
	return s.marked(key)
}

func (g *gapWalk) under(s step, walk func()) {
	g.path = append(g.path, s)
	walk()
	g.path = g.path[:len(g.path)-1]
}

func (g *gapWalk) value(v reflect.Value, o options, keep bool, s figureAt) {
	t := v.Type()
	switch {
	case isFigure(t), t.Kind() == reflect.String && s.named:
		g.figure(v, o, keep, s)
	case isSpecial(t):
	case t.Kind() == reflect.Pointer || t.Kind() == reflect.Interface:
		g.elem(v, o, s)
	case t.Kind() == reflect.Struct:
		g.structure(v, s)
	case t.Kind() == reflect.Slice:
		for i := range v.Len() {
			g.under(step{index: i}, func() { g.value(v.Index(i), o, true, s.item(i)) })
		}
	case t.Kind() == reflect.Map && t.Key().Kind() == reflect.String:
		keys := v.MapKeys()
		slices.SortFunc(keys, func(a, b reflect.Value) int { return cmp.Compare(a.String(), b.String()) })
		for _, key := range keys {
			g.under(atKey(key.String()), func() { g.value(v.MapIndex(key), o, true, s.cell(key.String())) })
		}
	}
}

// elem walks what a pointer or a kind that stands alone holds.
func (g *gapWalk) elem(v reflect.Value, o options, s figureAt) {
	switch {
	case v.IsNil():
	case v.Kind() == reflect.Interface:
		g.kind(v, s)
	default:
		g.value(v.Elem(), o, true, s)
	}
}

func (g *gapWalk) structure(v reflect.Value, s figureAt) {
	sh := g.enc.shapes.of(v.Type())
	s = s.enter(v, sh)
	bare := g.bare(v, sh)
	for i := range sh.fields {
		f := &sh.fields[i]
		walk := func() { g.value(v.FieldByIndex(f.index), f.options, f.required, s.below(f.key)) }
		if bare && f.list {
			walk()
		} else {
			g.under(atKey(f.key), walk)
		}
	}
	if sh.kind != nil {
		g.kind(v.FieldByIndex(sh.kind), s)
	}
}

// kind walks the parameters of a kind. A pointer is refused by compiling.
func (g *gapWalk) kind(v reflect.Value, s figureAt) {
	if v.IsNil() || v.Elem().Kind() != reflect.Struct {
		return
	}
	word := kindWord(v.Elem().Interface())
	s = s.marked(word)
	s.owner, s.keys = word, nil
	g.under(atKey(word), func() { g.structure(v.Elem(), s) })
}

// part is a part of the clause, with an id or a key of its own.
func (s figureAt) part(id string) figureAt {
	s.clause += "." + id
	s.name = facts.Text{ZH: id, EN: id}
	return s
}

// enter begins a clause where a struct is one, and otherwise stays. A struct
// above the clauses that has an id, such as a scheme, is part of their ids.
func (s figureAt) enter(v reflect.Value, sh *shape) figureAt {
	cite, isClause := citeOf(v)
	id := s.entry
	if f := sh.field("id"); f != nil && f.index != nil && v.FieldByIndex(f.index).Kind() == reflect.String {
		id = v.FieldByIndex(f.index).String()
	}
	if n := len(s.keys); s.inside && isClause && n > 0 {
		s = s.part(s.keys[n-1])
	}
	element := s.number > 0 || s.entry != ""
	if id != "" && element && (isClause || !s.inside && sh.field("id") != nil) {
		s = s.part(id)
	}
	if !isClause {
		return s
	}
	if f := sh.field("name"); f != nil {
		if name, ok := v.FieldByIndex(f.index).Interface().(facts.Text); ok && name != (facts.Text{}) {
			s.name = name
		}
	}
	if n := len(s.keys); n > 0 {
		s.owner = s.keys[n-1]
	}
	s.inside, s.keys, s.shown, s.entry, s.number = true, nil, "", "", 0
	s.source = cmp.Or(cite.Source, s.source)
	s.all, s.marks = s.sample || s.all || cite.Sample.All, cite.Sample.Keys
	return s
}

// citeOf returns what a clause says about itself; ok is false for a struct that
// is no clause.
func citeOf(v reflect.Value) (c facts.Cite, ok bool) {
	f := v.FieldByName("Cite")
	if !f.IsValid() {
		return facts.Cite{}, false
	}
	c, ok = f.Interface().(facts.Cite)
	return c, ok
}

// bare reports whether the canonical document writes a struct as its list.
func (g *gapWalk) bare(v reflect.Value, sh *shape) bool {
	if sh.list == nil || v.FieldByIndex(sh.list.index).Len() == 0 {
		return false
	}
	return !slices.ContainsFunc(sh.fields, func(f shapeField) bool {
		return !f.list && g.enc.value(v.FieldByIndex(f.index), f.options, f.required) != nil
	})
}

// figure notes a figure that is a sample. What a literal leaves empty is not
// stated.
func (g *gapWalk) figure(v reflect.Value, o options, keep bool, s figureAt) {
	if !s.sample {
		return
	}
	if n := g.enc.value(v, o, keep || g.stated); n != nil && n.text != "" {
		gap := g.gap(s)
		gap.Value = n.text
		g.found = append(g.found, gap)
	}
}

// gap describes the figure where the walk stands.
func (g *gapWalk) gap(s figureAt) Gap {
	entry := facts.Text{ZH: s.entry, EN: s.entry}
	if kind, ok := g.doc.Events[s.entry]; ok && kind.Name != (facts.Text{}) {
		entry = kind.Name
	}
	return Gap{
		Path: g.path.String(), Clause: s.clause, Key: s.shown, Name: s.name, Source: s.source,
		Decides: explain.Decides(s.owner, s.keys, explain.Figure{
			Clause: s.name, Entry: entry, Number: s.number, Key: s.shown,
		}),
	}
}
