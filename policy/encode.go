package policy

import (
	"cmp"
	"reflect"
	"slices"
	"unicode/utf8"

	"github.com/cspay/cspay/scoring/facts"
	"github.com/shopspring/decimal"
)

// encode makes the canonical tree of a value by the same key tags it is read
// with: keys in the order of the struct, map keys sorted, what is empty left
// out, one way to write each number. It reports what no document can state.
func encode(v any, kinds kindTable) (root *node, problems facts.Problems) {
	limit := maxPolicyNodes
	if kinds == nil {
		limit = maxHistoryNodes
	}
	return encodeWith(&encoder{kinds: kinds, nodes: limit}, v)
}

func encodeWith(e *encoder, v any) (root *node, problems facts.Problems) {
	e.shapes, e.check, e.checker = shapes{}, facts.NewCheck(), newChecker()
	defer func() {
		// Kinds and words may be a user's own code.
		if recover() != nil {
			e.fail(facts.CodeKindFailed, "a value that can be written", "a panic")
			root, problems = &node{kind: mapNode}, e.check.Problems()
		}
	}()
	rv := reflect.ValueOf(v)
	for rv.Kind() == reflect.Pointer && !rv.IsNil() {
		rv = rv.Elem()
	}
	if rv.Kind() != reflect.Struct {
		e.fail(facts.CodeShape, "a struct", "")
		return &node{kind: mapNode}, e.check.Problems()
	}
	root = e.structure(rv, true)
	return root, e.check.Problems()
}

type encoder struct {
	kinds kindTable
	// literal is set for a document that may hold what no reader lets through:
	// its texts are checked, and kinds from outside join the table.
	literal bool
	checker *checker
	// nodes is how many more values may be written; stopped is set when there
	// were too many.
	nodes   int
	stopped bool
	shapes  shapes
	check   facts.Check
	path    trail
}

func (e *encoder) fail(code facts.Code, want, got string) {
	e.check.At(e.path.String()).Fail(code, want, got)
}

func (e *encoder) under(s step, write func()) {
	e.path = append(e.path, s)
	write()
	e.path = e.path[:len(e.path)-1]
}

// value writes v, or returns nil when it is empty and may be left out. A keep
// value is written even when it is empty: an element, or a key that must be
// there.
func (e *encoder) value(v reflect.Value, o options, keep bool) *node {
	if e.endless() {
		return nil
	}
	t := v.Type()
	switch {
	case isSpecial(t):
		return e.special(v, o, keep)
	case t.Kind() == reflect.Pointer:
		if v.IsNil() {
			return nil
		}
		return e.value(v.Elem(), o, true)
	case t.Kind() == reflect.Struct:
		return e.structure(v, keep)
	case t.Kind() == reflect.Slice:
		return e.list(v, o, keep)
	case t.Kind() == reflect.Map:
		return e.mapping(v, o, keep)
	case t.Kind() == reflect.Interface:
		return e.kindAlone(v, keep)
	default:
		return e.scalar(v, o, keep)
	}
}

// endless stops at a literal that points at itself, or holds too much: a
// document can not be that deep or long.
func (e *encoder) endless() bool {
	e.nodes--
	switch {
	case e.stopped:
	case len(e.path) > 2*maxDepth: // the trail is about as long as the tree is deep
		e.fail(facts.CodePolicyDepth, "a value that does not hold itself", "")
		e.stopped = true
	case e.nodes < 0:
		e.check.Fail(facts.CodePolicySize, "fewer values", "")
		e.stopped = true
	}
	return e.stopped
}

func (e *encoder) special(v reflect.Value, o options, keep bool) *node {
	switch x := v.Interface().(type) {
	case decimal.Decimal:
		if !keep && x.Sign() == 0 {
			return nil
		}
		return e.decimal(x, o)
	case facts.Date:
		e.calendar(x == 0 || x.Valid())
		return textNode(x.String(), keep)
	case facts.Period:
		e.calendar(x == 0 || x.Valid())
		return textNode(x.String(), keep)
	case facts.Text:
		if x.ZH == x.EN {
			e.tags(v, e.shapes.of(v.Type()))
			return e.text(x.ZH, keep)
		}
		return e.structure(v, keep)
	case facts.Sample:
		if x.All {
			return &node{kind: scalarNode, text: "true"}
		}
		return e.list(reflect.ValueOf(x.Keys), options{}, keep)
	default:
		return nil
	}
}

// calendar reports a literal that is no day or month of the calendar.
func (e *encoder) calendar(ok bool) {
	if !ok {
		e.fail(facts.CodeDateInvalid, "a date of the years 1900 to 2199", "")
	}
}

func (e *encoder) decimal(d decimal.Decimal, o options) *node {
	text, err := "", error(nil)
	if o.rate {
		text, err = rateText(d)
	} else {
		text, err = decimalText(d)
	}
	if err != nil {
		// The digits are not shown: writing them out could take for ever.
		e.fail(facts.CodeNumberRange, "a number that a document can state, of at most 18 digits", "")
		return nil
	}
	return &node{kind: scalarNode, quoted: o.rate, text: text}
}

// textNode is a text, or nothing when it is empty and need not be kept.
func textNode(text string, keep bool) *node {
	if text == "" && !keep {
		return nil
	}
	return &node{kind: scalarNode, quoted: true, text: text}
}

func (e *encoder) text(text string, keep bool) *node {
	if !utf8.ValidString(text) {
		e.fail(facts.CodeEncoding, "text in UTF-8", "")
		return nil
	}
	return textNode(text, keep)
}

func (e *encoder) scalar(v reflect.Value, o options, keep bool) *node {
	plain := &node{kind: scalarNode}
	switch v.Kind() {
	case reflect.String:
		e.word(v)
		e.id(v.String(), o)
		return e.text(v.String(), keep)
	case reflect.Bool:
		plain.text = "false"
		if v.Bool() {
			plain.text = "true"
		}
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return e.integer(v.Int(), keep)
	default:
		e.fail(facts.CodeShape, "no value; "+v.Type().String()+" can not be written", "")
		return nil
	}
	if v.IsZero() && !keep {
		return nil
	}
	return plain
}

func (e *encoder) integer(i int64, keep bool) *node {
	if i == 0 && !keep {
		return nil
	}
	return e.decimal(decimal.New(i, 0), options{})
}

func (e *encoder) list(v reflect.Value, o options, keep bool) *node {
	if v.Len() == 0 && !keep {
		return nil
	}
	n := &node{kind: listNode}
	for i := range v.Len() {
		e.under(step{index: i}, func() {
			item := e.value(v.Index(i), o, true)
			if item == nil {
				item = e.nothing()
			}
			n.items = append(n.items, item)
		})
	}
	return n
}

// nothing reports a value that must be there and is not, such as a nil pointer
// in a list.
func (e *encoder) nothing() *node {
	e.fail(facts.CodeRequired, "a value", "nothing")
	return &node{kind: nullNode}
}

func (e *encoder) mapping(v reflect.Value, o options, keep bool) *node {
	if v.Len() == 0 && !keep {
		return nil
	}
	n := &node{kind: mapNode}
	if v.Type().Key().Kind() != reflect.String {
		e.fail(facts.CodeShape, "a map with text for keys", v.Type().String())
		return n
	}
	keys := v.MapKeys()
	slices.SortFunc(keys, func(a, b reflect.Value) int { return cmp.Compare(a.String(), b.String()) })
	for _, key := range keys {
		e.under(atKey(key.String()), func() {
			e.id(key.String(), options{})
			name := e.text(key.String(), true)
			cell := e.value(v.MapIndex(key), o, true)
			if name == nil {
				return
			}
			if cell == nil {
				cell = e.nothing()
			}
			n.fields = append(n.fields, field{key: name.text, value: cell})
		})
	}
	return n
}

// structure writes a struct as a map, or as the bare list where it holds
// nothing else and may be read as one.
func (e *encoder) structure(v reflect.Value, keep bool) *node {
	if !keep && isZero(v) {
		return nil
	}
	sh := e.shapes.of(v.Type())
	e.tags(v, sh)
	n := &node{kind: mapNode}
	var bare *node
	shares := sh.shares != nil && !v.FieldByIndex(sh.shares.index).IsZero()
	for _, f := range sh.fields {
		e.under(atKey(f.key), func() {
			if value := e.value(v.FieldByIndex(f.index), f.beside(shares), f.required); value != nil {
				n.fields = append(n.fields, field{key: f.key, value: value})
				if f.list {
					bare = value
				}
			}
		})
	}
	if sh.kind != nil {
		if word, params := e.kind(v.FieldByIndex(sh.kind)); params != nil {
			n.fields = append(n.fields, field{key: word, value: params})
		}
	}
	if len(n.fields) == 0 && !keep {
		return nil
	}
	if bare != nil && len(n.fields) == 1 {
		return bare
	}
	return n
}
