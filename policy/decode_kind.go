package policy

import (
	"reflect"
	"slices"

	"github.com/cspay/cspay/scoring/facts"
)

func contains(words []string, w string) bool { return slices.Contains(words, w) }

// oneKind reads the kind of a struct: exactly one of its keys is a kind's
// word. When there is none, an unknown key has been reported already and is
// most likely the misspelt word.
func (d *decoder) oneKind(n *node, v reflect.Value, found []field, words []string, misspelt bool) {
	switch {
	case len(found) == 1:
		d.under(atKey(found[0].key), func() { d.kind(found[0], v) })
	case len(found) > 1:
		d.under(atKey(found[1].key), func() {
			d.fail(facts.CodeOneOf, found[1].at, "one kind; "+found[0].key+" is there already", found[1].key)
		})
	case !misspelt:
		d.fail(facts.CodeKindMissing, n.at, knownWant("kind", "", words), "")
	}
}

// kindAlone reads an interface that is a value of its own, in a list or under
// a key: a map whose only key is the kind's word.
func (d *decoder) kindAlone(n *node, v reflect.Value) {
	words := d.kinds.words(v.Type())
	if n.kind != mapNode {
		d.wrong(n, knownWant("kind", "", words))
		return
	}
	var found, unknown []field
	for _, f := range n.fields {
		if contains(words, f.key) {
			found = append(found, f)
		} else {
			unknown = append(unknown, f)
		}
	}
	d.unknown(unknown, words)
	d.oneKind(n, v, found, words, len(unknown) > 0)
}

// kind reads the parameters of a kind into a new value of its prototype's
// type. A kind without parameters may stand with nothing after its colon.
func (d *decoder) kind(f field, v reflect.Value) {
	proto := reflect.TypeOf(d.kinds.prototype(v.Type(), f.key))
	if proto == nil || proto.Kind() == reflect.Pointer || !proto.AssignableTo(v.Type()) {
		d.fail(facts.CodeKindPointer, f.at, "a kind that is a value type", f.key)
		return
	}
	params := f.value
	if params.kind == nullNode {
		params = &node{kind: mapNode, at: f.at}
	}
	out := reflect.New(proto).Elem()
	d.value(params, out, options{})
	v.Set(out)
}
