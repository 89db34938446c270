package policy

import (
	"reflect"
	"slices"

	"github.com/cspay/cspay/scoring/facts"
)

// isFigure reports the types of which a value is a figure: a number, a date, a
// word of a closed set, a yes or no. Any other text is an id or a name.
func isFigure(t reflect.Type) bool {
	if isSpecial(t) {
		return t != reflect.TypeFor[facts.Text]() && t != reflect.TypeFor[facts.Sample]()
	}
	switch t.Kind() {
	case reflect.Bool, reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return true
	case reflect.String:
		_, closed := closedWords(t)
		return closed
	default:
		return false
	}
}

// holdsFigure reports whether a type is a figure or a list, table or part of a
// clause that holds some. A clause is none: its figures are its own.
func holdsFigure(t reflect.Type) bool { return figureTypes{}.holds(t, nil) }

// figureTypes tells where figures stand below a type; all says whether those of
// a clause below count too, and texts, which are gaps where they are named.
type figureTypes struct{ all bool }

func (f figureTypes) holds(t reflect.Type, above []reflect.Type) bool {
	if isFigure(t) {
		return true
	}
	switch t.Kind() {
	case reflect.String:
		return f.all
	case reflect.Pointer, reflect.Slice, reflect.Map:
		return f.holds(t.Elem(), above)
	case reflect.Struct:
		if isSpecial(t) || !f.all && isClause(t) || slices.Contains(above, t) {
			return false
		}
		above = append(slices.Clip(above), t)
		return slices.ContainsFunc((shapes{}).of(t).fields, func(field shapeField) bool {
			return f.holds(t.FieldByIndex(field.index).Type, above)
		})
	default:
		return false
	}
}

// isClause reports a struct that may cite its source and mark samples.
func isClause(t reflect.Type) bool {
	f, ok := t.FieldByName("Cite")
	return ok && f.Type == reflect.TypeFor[facts.Cite]()
}

// visit calls do for every key below a struct that is a figure or holds some,
// with the keys that lead to it.
func (f figureTypes) visit(t reflect.Type, do func(keys []string)) { f.walk(t, nil, nil, do) }

func (f figureTypes) walk(t reflect.Type, keys []string, above []reflect.Type, do func(keys []string)) {
	for t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice || t.Kind() == reflect.Map {
		t = t.Elem()
	}
	if t.Kind() != reflect.Struct || isFigure(t) || isSpecial(t) || slices.Contains(above, t) {
		return
	}
	above = append(slices.Clip(above), t)
	for _, field := range (shapes{}).of(t).fields {
		ft := t.FieldByIndex(field.index).Type
		if !f.holds(ft, nil) || field.prose || field.key == "id" {
			continue // it says what the clause is called
		}
		below := append(slices.Clip(keys), field.key)
		do(below)
		f.walk(ft, below, above, do)
	}
}

// checkSamples reports the keys under sample that mark nothing: the clause has
// no such key, or it is its id or name.
func checkSamples(doc Document, kinds kindTable, c facts.Check) {
	s := sampleCheck{gapWalk: newGapWalk(&doc, kinds), check: c, keys: map[reflect.Type][]string{}}
	s.value(reflect.ValueOf(doc))
}

type sampleCheck struct {
	*gapWalk
	check facts.Check
	// keys are those of the types that were met.
	keys map[reflect.Type][]string
}

// value looks for clauses. The path is that of compiling, which leaves no list
// out.
func (s sampleCheck) value(v reflect.Value) {
	switch t := v.Type(); {
	case isSpecial(t):
	case t.Kind() == reflect.Pointer || t.Kind() == reflect.Interface:
		if !v.IsNil() && v.Elem().Kind() != reflect.Pointer {
			s.value(v.Elem())
		}
	case t.Kind() == reflect.Slice:
		for i := range v.Len() {
			s.under(step{index: i}, func() { s.value(v.Index(i)) })
		}
	case t.Kind() == reflect.Map:
		for _, k := range v.MapKeys() {
			s.under(atKey(k.String()), func() { s.value(v.MapIndex(k)) })
		}
	case t.Kind() == reflect.Struct:
		if cite, ok := citeOf(v); ok && len(cite.Sample.Keys) > 0 {
			s.marks(v, cite.Sample.Keys)
		}
		sh := s.enc.shapes.of(t)
		for _, f := range sh.fields {
			s.under(atKey(f.key), func() { s.value(v.FieldByIndex(f.index)) })
		}
		if sh.kind != nil && !v.FieldByIndex(sh.kind).IsNil() {
			kind := v.FieldByIndex(sh.kind)
			s.under(atKey(kindWord(kind.Elem().Interface())), func() { s.value(kind) })
		}
	}
}

func (s sampleCheck) marks(v reflect.Value, keys []string) {
	known := s.known(v)
	for i, key := range keys {
		if !slices.Contains(known, key) {
			at := s.check.At(s.path.String() + ".sample").Index(i)
			at.Fail(facts.CodeNameUnknown, knownWant("key", key, known), key)
		}
	}
}

// known are the keys of a clause and of its kind that can be marked.
func (s sampleCheck) known(v reflect.Value) []string {
	known := s.entries(v, slices.Clone(s.of(v.Type())))
	sh := s.enc.shapes.of(v.Type())
	if sh.kind == nil || v.FieldByIndex(sh.kind).IsNil() {
		return known
	}
	kind := v.FieldByIndex(sh.kind).Elem()
	if kind.Kind() != reflect.Struct {
		return known
	}
	known = append(known, s.of(kind.Type())...)
	return append(s.entries(kind, known), kindWord(kind.Interface()))
}

// of are the keys below a type that can be marked, each once.
func (s sampleCheck) of(t reflect.Type) []string {
	if keys, ok := s.keys[t]; ok {
		return keys
	}
	var all []string
	figureTypes{all: true}.visit(t, func(keys []string) {
		if key := keys[len(keys)-1]; !slices.Contains(all, key) {
			all = append(all, key)
		}
	})
	s.keys[t] = all
	return all
}

// entries adds the keys of the tables of figures below a struct: one fault of
// several may be a sample.
func (s sampleCheck) entries(v reflect.Value, known []string) []string {
	switch t := v.Type(); {
	case isSpecial(t):
	case t.Kind() == reflect.Pointer:
		if !v.IsNil() {
			known = s.entries(v.Elem(), known)
		}
	case t.Kind() == reflect.Slice:
		for i := range v.Len() {
			known = s.entries(v.Index(i), known)
		}
	case t.Kind() == reflect.Map && t.Key().Kind() == reflect.String && isFigure(t.Elem()):
		for _, k := range v.MapKeys() {
			known = append(known, k.String())
		}
	case t.Kind() == reflect.Struct:
		for _, f := range s.enc.shapes.of(t).fields {
			known = s.entries(v.FieldByIndex(f.index), known)
		}
	}
	return known
}
