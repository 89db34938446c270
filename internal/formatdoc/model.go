package formatdoc

import (
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/cspay/cspay/scoring/facts"
)

// object is what a document may hold where a Go struct is read.
type object struct {
	typ    reflect.Type
	fields []key
	// kinds is the interface whose kinds' words are keys here too, or nil.
	kinds reflect.Type
}

// key is one key of an object.
type key struct {
	name string
	// owner is the struct that declares the field, which an object embeds or
	// is.
	owner   reflect.Type
	field   string // its name in Go
	typ     reflect.Type
	options options
	longest int    // in characters, 0 for no limit
	checks  string // the validate tag
}

// options are what the key tag says besides the key; see package policy.
type options struct{ required, rate, percent, values, list, exact, id bool }

// objectOf walks a struct by its key tags, embedded structs in their place.
func objectOf(t reflect.Type) object {
	o := object{typ: t}
	o.collect(t)
	return o
}

func (o *object) collect(t reflect.Type) {
	for i := range t.NumField() {
		f := t.Field(i)
		tag, tagged := f.Tag.Lookup("key")
		switch {
		case f.Anonymous && !tagged && f.Type.Kind() == reflect.Struct:
			o.collect(f.Type)
		case !f.IsExported() || !tagged || tag == "-":
		case tag == "*":
			o.kinds = f.Type
		default:
			name, list, _ := strings.Cut(tag, ",")
			checks := f.Tag.Get("validate")
			o.fields = append(o.fields, key{
				name: name, owner: t, field: f.Name, typ: f.Type,
				options: parseOptions(list), longest: longest(checks), checks: checks,
			})
		}
	}
}

func parseOptions(list string) options {
	has := func(name string) bool { return slices.Contains(strings.Split(list, ","), name) }
	return options{has("required"), has("rate"), has("percent"), has("values"), has("list"), has("exact"), has("id")}
}

// longest returns the number of characters that a validate tag allows.
func longest(validate string) int {
	for tag := range strings.SplitSeq(validate, ",") {
		if n, ok := strings.CutPrefix(tag, "max="); ok {
			if i, err := strconv.Atoi(n); err == nil {
				return i
			}
		}
	}
	return 0
}

// element returns what a type holds at the end of its lists, maps and
// pointers.
func element(t reflect.Type) reflect.Type {
	for t.Kind() == reflect.Slice || t.Kind() == reflect.Map || t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	return t
}

// wordsOf returns the closed set that a type is, or nil.
func wordsOf(t reflect.Type) []string {
	if t.Kind() != reflect.String {
		return nil
	}
	w, ok := reflect.Zero(t).Interface().(facts.Word)
	if !ok {
		return nil
	}
	return w.Words()
}

// prose reports the keys of text for people; every other text is an id or
// names one, and so is one whose tag says it.
func (k key) prose() bool {
	return !k.options.id && slices.Contains([]string{"zh", "en", "name", "note", "source", "reason"}, k.name)
}
