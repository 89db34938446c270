package policy

import (
	"reflect"
	"strconv"

	"github.com/cspay/cspay/scoring/facts"
	"github.com/shopspring/decimal"
)

// decoder reads a tree into Go structs by their key tags. It reads on after a
// fault and collects all of them, one per path.
type decoder struct {
	kinds kindTable
	// percent reports whether a metric's values are written in percent; a
	// cell of another metric may have no percent sign. Nil allows none.
	percent func(metric string) bool
	// strange is said of an unknown key besides what is known.
	strange string
	shapes  shapes
	checker *checker
	report  *report
	path    trail
	agent   string
}

// newDecoder returns a decoder of one file. Faults of private files print no
// values.
func newDecoder(file string, private bool, kinds kindTable) *decoder {
	return &decoder{
		kinds: kinds, shapes: shapes{}, checker: newChecker(), report: newReport(file, private),
	}
}

// decode reads a tree into out, a pointer to a struct. What could be read is
// there even when there are problems.
func (d *decoder) decode(n *node, out any) (problems Problems) {
	if n == nil {
		return nil // the text could not be read at all, and that is reported
	}
	defer func() {
		// Kinds and words may be a user's own code.
		if v := recover(); v != nil {
			d.fail(facts.CodeKindFailed, n.at, "a type that can be read", "a panic")
			problems = d.report.done()
		}
	}()
	d.value(n, reflect.ValueOf(out).Elem(), options{})
	return d.report.done()
}

func (d *decoder) fail(code facts.Code, at position, want, got string) {
	d.report.add(fault{code: code, at: at, path: d.path.String(), agent: d.agent, want: want, got: got})
}

// under runs a reading one step deeper.
func (d *decoder) under(s step, read func()) {
	d.path = append(d.path, s)
	read()
	d.path = d.path[:len(d.path)-1]
}

func atKey(key string) step { return step{key: key, index: noIndex} }

// value reads a node into v as its type asks.
func (d *decoder) value(n *node, v reflect.Value, o options) {
	t := v.Type()
	switch {
	case isSpecial(t):
		d.special(n, v, o)
	case t.Kind() == reflect.Pointer:
		// The value is set even when it was at fault, so that the key counts as
		// given in what follows.
		p := reflect.New(t.Elem())
		d.value(n, p.Elem(), o)
		v.Set(p)
	case t.Kind() == reflect.Struct:
		d.structure(n, v)
	case t.Kind() == reflect.Slice:
		d.list(n, v, o)
	case t.Kind() == reflect.Map:
		d.mapping(n, v, o)
	case t.Kind() == reflect.Interface:
		d.kindAlone(n, v)
	default:
		d.scalar(n, v, o)
	}
}

// special reads the types that are one value in a document.
func (d *decoder) special(n *node, v reflect.Value, o options) {
	switch out := v.Addr().Interface().(type) {
	case *decimal.Decimal:
		*out = d.decimal(n, o)
	case *facts.Date:
		*out = d.date(n)
	case *facts.Period:
		*out = d.period(n)
	case *facts.Text:
		d.bilingual(n, out)
	case *facts.Sample:
		d.sample(n, out)
	}
}

// wrong reports a node of the wrong kind. Nothing where something must be is a
// requirement not met, not a wrong shape.
func (d *decoder) wrong(n *node, want string) {
	code := facts.CodeShape
	if n.kind == nullNode {
		code = facts.CodeRequired
		want += ", or no key at all"
	}
	d.fail(code, n.at, want, n.String())
}

func (d *decoder) list(n *node, v reflect.Value, o options) {
	if n.kind == nullNode {
		return // a heading with nothing below it
	}
	if n.kind != listNode {
		d.wrong(n, "a list")
		return
	}
	o.required = false
	out := reflect.MakeSlice(v.Type(), len(n.items), len(n.items))
	for i, item := range n.items {
		d.under(step{index: i}, func() { d.value(item, out.Index(i), o) })
	}
	v.Set(out)
}

func (d *decoder) mapping(n *node, v reflect.Value, o options) {
	if n.kind == nullNode {
		return
	}
	t := v.Type()
	if n.kind != mapNode || t.Key().Kind() != reflect.String {
		d.wrong(n, "a map: keys with values")
		return
	}
	o.required = false
	words, closed := closedWords(t.Key())
	out := reflect.MakeMapWithSize(t, len(n.fields))
	for _, f := range n.fields {
		d.under(atKey(f.key), func() {
			if !d.mapKey(f, words, closed) {
				return
			}
			if o.values && f.value.kind == nullNode {
				return // no value; what that means is for the metric to say
			}
			cell := reflect.New(t.Elem()).Elem()
			co := o
			co.percent = o.percent || o.values && d.percent != nil && d.percent(f.key)
			d.value(f.value, cell, co)
			out.SetMapIndex(reflect.ValueOf(f.key).Convert(t.Key()), cell)
		})
	}
	v.Set(out)
}

func (d *decoder) mapKey(f field, words []string, closed bool) bool {
	switch {
	case closed && !contains(words, f.key):
		d.fail(facts.CodeWordUnknown, f.at, knownWant("word", f.key, words), f.key)
	case f.key == "":
		d.fail(facts.CodeRequired, f.at, "an id before the colon", f.key)
	case outerSpace(f.key):
		d.fail(facts.CodeIDSpace, f.at, "an id without white space around it", strconv.Quote(f.key))
	default:
		return true
	}
	return false
}

func (d *decoder) structure(n *node, v reflect.Value) {
	sh := d.shapes.of(v.Type())
	if n.kind == listNode && sh.list != nil {
		d.value(n, v.FieldByIndex(sh.list.index), sh.list.options)
		n = &node{kind: mapNode, at: n.at, fields: []field{{key: sh.list.key, value: n}}}
		d.finish(n, v, sh, nil)
		return
	}
	if n.kind != mapNode {
		d.wrong(n, knownWant("key", "", sh.keys())+", with its value")
		return
	}
	defer d.speakOf(n, v.Type())()
	var found, unknown []field
	words := d.kinds.words(sh.kindType)
	shares := sh.shares != nil && n.get(sh.shares.key) != nil
	for _, f := range n.fields {
		known := sh.field(f.key)
		switch {
		case known != nil:
			d.under(atKey(f.key), func() { d.value(f.value, v.FieldByIndex(known.index), known.beside(shares)) })
		case contains(words, f.key):
			found = append(found, f)
		default:
			unknown = append(unknown, f)
		}
	}
	near := d.unknown(unknown, append(sh.keys(), words...))
	if sh.kind != nil {
		d.oneKind(n, v.FieldByIndex(sh.kind), found, words, len(unknown) > 0)
	}
	d.finish(n, v, sh, near)
}

// unknown reports keys that nothing here has, and returns the known keys they
// were probably meant to be.
func (d *decoder) unknown(fields []field, known []string) map[string]bool {
	near := map[string]bool{}
	for _, f := range fields {
		if d.report.full {
			break
		}
		meant := nearest(f.key, known)
		near[meant] = true
		d.under(atKey(f.key), func() {
			want := knownWant("key", f.key, known) + colonHint(f.key) + groupHint(f) + d.strange
			d.fail(facts.CodeNameUnknown, f.at, want, f.key)
		})
	}
	return near
}

// finish reports the keys that are missing and what the struct's own checks
// find. A key that was given under a misspelt name is not missing as well.
func (d *decoder) finish(n *node, v reflect.Value, sh *shape, near map[string]bool) {
	for _, f := range sh.fields {
		if given := n.get(f.key); f.required && !near[f.key] && (given == nil || given.kind == nullNode) {
			d.under(atKey(f.key), func() { d.fail(facts.CodeRequired, n.at, "the key "+f.key, "") })
		}
	}
	for _, found := range d.checker.check(v, sh) {
		if near[found.key] {
			continue
		}
		at := n.at
		if given := n.get(found.key); given != nil {
			at = given.at
		}
		d.under(atKey(found.key), func() { d.fail(found.code, at, found.want, found.got) })
	}
}

// speakOf notes the agent that private faults below are about, and returns
// what undoes it.
func (d *decoder) speakOf(n *node, t reflect.Type) func() {
	before := d.agent
	if d.report.private {
		key := "agent"
		if t == reflect.TypeFor[facts.Agent]() || t == reflect.TypeFor[HistoryAgent]() {
			key = "id"
		}
		if id := n.get(key); id != nil && id.kind == scalarNode {
			d.agent = facts.Cut(normal(id.text))
		}
	}
	return func() { d.agent = before }
}
