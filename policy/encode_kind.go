package policy

import (
	"reflect"

	"github.com/cspay/cspay/scoring"
	"github.com/cspay/cspay/scoring/facts"
)

// kind writes a kind as its word and its parameters, which are written even
// when all of them are empty.
func (e *encoder) kind(v reflect.Value) (word string, params *node) {
	if v.IsNil() {
		e.fail(facts.CodeKindMissing, knownWant("kind", "", e.kinds.words(v.Type())), "nothing")
		return "", nil
	}
	if v.Elem().Kind() == reflect.Pointer {
		e.fail(facts.CodeKindPointer, "a kind by value", v.Elem().Type().String())
		return "", nil
	}
	word = kindWord(v.Interface())
	if rule, ok := v.Interface().(scoring.Rule); ok && e.literal && !e.kinds.has(v.Type(), v.Elem().Type()) {
		if code, want := e.kinds.refuse(rule); code != "" {
			e.fail(code, want, word)
			return "", nil
		}
		e.kinds[v.Type()] = append(e.kinds[v.Type()], rule)
	}
	proto := e.kinds.prototype(v.Type(), word)
	if word == "" || reflect.TypeOf(proto) != v.Elem().Type() {
		e.fail(facts.CodeNameUnknown, knownWant("kind", word, e.kinds.words(v.Type())), word)
		return "", nil
	}
	e.under(atKey(word), func() { params = e.value(v.Elem(), options{}, true) })
	return word, params
}

func (e *encoder) kindAlone(v reflect.Value, keep bool) *node {
	if v.IsNil() && !keep {
		return nil
	}
	word, params := e.kind(v)
	if params == nil {
		return nil
	}
	return &node{kind: mapNode, fields: []field{{key: word, value: params}}}
}

// isZero asks a struct that has required keys and may be left out as a whole.
func isZero(v reflect.Value) bool {
	z, ok := v.Interface().(interface{ IsZero() bool })
	return ok && z.IsZero()
}
