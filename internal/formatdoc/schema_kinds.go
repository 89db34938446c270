package formatdoc

import (
	"fmt"
	"reflect"
	"regexp"
	"strings"
)

// kinds are the words of the kinds that may stand for an interface, each with
// its parameters.
func (s *schema) kinds(iface reflect.Type) (members, error) {
	var found members
	for _, table := range kindTables() {
		kinds, err := kindsOf(table)
		if err != nil {
			return nil, err
		}
		for _, k := range kinds {
			t := reflect.TypeOf(k)
			if !t.Implements(iface) {
				continue
			}
			property, err := s.kind(k, t)
			if err != nil {
				return nil, err
			}
			found = found.with(k.Kind(), property)
		}
	}
	if found == nil {
		return nil, fmt.Errorf("no table has kinds for %s", iface)
	}
	return found, nil
}

// kind is what stands under a kind's word: nothing, when no parameter must be
// there.
func (s *schema) kind(k kind, t reflect.Type) (members, error) {
	d, err := s.manual.kind(k)
	if err != nil {
		return nil, err
	}
	params, err := s.value(key{owner: t, field: "Kind"}, t, false)
	if err != nil {
		return nil, err
	}
	what := capital(strings.TrimPrefix(d.what[0], code(k.Kind())+" "))
	about := members{{"description", plainText(what)}}
	if t.Kind() == reflect.Struct && !objectOf(t).needs() {
		return about.with("anyOf", list{params, members{{"type", "null"}}}), nil
	}
	return append(about, params...), nil
}

// needs reports whether some key must be there.
func (o object) needs() bool {
	for _, k := range o.fields {
		if k.required() {
			return true
		}
	}
	return o.kinds != nil
}

// alone is a kind that is a value of its own: its word is the only key.
func (s *schema) alone(iface reflect.Type) (members, error) {
	kinds, err := s.kinds(iface)
	return members{
		{"type", "object"},
		{"properties", kinds},
		{"minProperties", 1},
		{"maxProperties", 1},
		{"additionalProperties", false},
	}, err
}

// plainText is the first sentence of a text without its links, as an editor
// shows it beside a key.
func plainText(text string) string {
	return firstSentence(regexp.MustCompile(`\[([^\]]*)\]\([^)]*\)`).ReplaceAllString(text, "$1"))
}
