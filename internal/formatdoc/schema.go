package formatdoc

import (
	"cmp"
	"fmt"
	"io/fs"
	"reflect"
	"slices"
	"strings"
	"unicode"

	"github.com/shopspring/decimal"

	"github.com/cspay/cspay/payout"
	"github.com/cspay/cspay/policy"
	"github.com/cspay/cspay/scoring/facts"
)

// PolicySchema writes the JSON Schema of a policy document. It accepts every
// document that the reader accepts, and refuses what can be seen in the shape
// of one; what names mean is for the reader alone.
func PolicySchema(root fs.FS) ([]byte, error) {
	return schemaOf(root, reflect.TypeFor[policy.Document](), "policy", "A policy document: policy.yaml.")
}

// FactsSchema writes the JSON Schema of a month's facts.yaml.
func FactsSchema(root fs.FS) ([]byte, error) {
	return schemaOf(root, reflect.TypeFor[facts.Month](), "facts", "What happened in one month: facts.yaml.")
}

// JurisdictionSchema writes the JSON Schema of a jurisdiction file.
func JurisdictionSchema(root fs.FS) ([]byte, error) {
	return schemaOf(root, reflect.TypeFor[payout.Jurisdiction](), "jurisdiction", "The law of a jurisdiction: jurisdictions/ID.yaml.")
}

func schemaOf(root fs.FS, t reflect.Type, name, about string) ([]byte, error) {
	s := &schema{
		manual: &manual{src: newSource(root), told: map[reflect.Type]bool{}},
		begun:  map[string]bool{},
	}
	top, err := s.object(objectOf(t))
	if err != nil {
		return nil, err
	}
	program, version, _ := strings.Cut(policy.Format, "/")
	doc := members{
		{"$schema", "https://json-schema.org/draft/2020-12/schema"},
		{"$id", "urn:" + program + ":" + name + ":" + version},
		{"$comment", "Written by go generate from the key tags and the doc comments. Change those."},
		{"title", policy.Format + " " + name},
		{"description", about},
	}
	doc = append(doc, top...)
	slices.SortFunc(s.defs, func(a, b member) int { return cmp.Compare(a.name, b.name) })
	return jsonText(doc.with("$defs", s.defs))
}

// schema collects the definitions of a JSON Schema.
type schema struct {
	manual *manual
	defs   members
	begun  map[string]bool
}

// define returns a reference to a definition and makes it when it is new. A
// type may hold itself: its name is known before it is made.
func (s *schema) define(name string, build func() (members, error)) (members, error) {
	if !s.begun[name] {
		s.begun[name] = true
		def, err := build()
		if err != nil {
			return nil, err
		}
		s.defs = s.defs.with(name, def)
	}
	return members{{"$ref", "#/$defs/" + name}}, nil
}

func (s *schema) basic(name string) members {
	ref, _ := s.define(name, func() (members, error) { return basic(name), nil })
	return ref
}

// value is what may stand under a key, or below it in its lists and maps. A
// list or a map may be left empty where it is no requirement.
func (s *schema) value(k key, t reflect.Type, empty bool) (members, error) {
	switch {
	case t == reflect.TypeFor[decimal.Decimal]():
		return s.basic(numberOf(k.options)), nil
	case t == reflect.TypeFor[facts.Date]():
		return s.basic("day"), nil
	case t == reflect.TypeFor[facts.Period]():
		return s.basic("month"), nil
	case t == reflect.TypeFor[facts.Text]():
		return s.define(t.String(), s.name)
	case t == reflect.TypeFor[facts.Sample]():
		return s.define(t.String(), s.sample)
	case wordsOf(t) != nil:
		return s.define(t.String(), func() (members, error) { return s.words(t) })
	}
	switch t.Kind() {
	case reflect.Pointer:
		return s.value(k, t.Elem(), empty)
	case reflect.Struct:
		return s.define(t.String(), func() (members, error) { return s.structure(t) })
	case reflect.Interface:
		return s.define(t.String(), func() (members, error) { return s.alone(t) })
	case reflect.Slice:
		items, err := s.value(k, t.Elem(), true)
		return append(members{{"type", orNull("array", empty)}, {"items", items}}, limits(k, t)...), err
	case reflect.Map:
		return s.mapping(k, t, empty)
	case reflect.String:
		if k.options.exact || k.prose() {
			return append(s.basic("text"), limits(k, t)...), nil
		}
		return append(s.basic("id"), limits(k, t)...), nil
	case reflect.Bool:
		return members{{"type", "boolean"}}, nil
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return s.basic("whole"), nil
	default:
		return nil, fmt.Errorf("%s.%s: no schema of %s", k.owner, k.field, t)
	}
}

func numberOf(o options) string {
	switch {
	case o.values:
		return "cell"
	case o.rate:
		return "rate"
	case o.percent:
		return "percent"
	default:
		return "number"
	}
}

func orNull(name string, empty bool) any {
	if empty {
		return list{name, "null"}
	}
	return name
}

// mapping is a map by ids, or by the words of a closed set.
func (s *schema) mapping(k key, t reflect.Type, empty bool) (members, error) {
	below, err := s.value(k, t.Elem(), true)
	if err != nil {
		return nil, err
	}
	m := members{{"type", orNull("object", empty)}}
	words := wordsOf(t.Key())
	if words == nil {
		return m.with("propertyNames", s.basic("id").with("minLength", 1)).with("additionalProperties", below), nil
	}
	meaning, err := s.manual.wordMeanings(t.Key())
	if err != nil {
		return nil, err
	}
	var properties members
	for _, w := range words {
		properties = properties.with(w, below.with("description", meaning[w]))
	}
	return m.with("properties", properties).with("additionalProperties", false), nil
}

func (s *schema) words(t reflect.Type) (members, error) {
	meaning, err := s.manual.wordMeanings(t)
	if err != nil {
		return nil, err
	}
	return wordSchema(wordsOf(t), meaning), nil
}

// name is one text for both languages, or a map of them.
func (s *schema) name() (members, error) {
	o := objectOf(reflect.TypeFor[facts.Text]())
	both, err := s.object(o)
	if err != nil {
		return nil, err
	}
	one, err := s.value(o.fields[0], o.fields[0].typ, false)
	return members{{"anyOf", list{one, both}}}, err
}

// sample is true for all figures, or a list of keys.
func (s *schema) sample() (members, error) {
	keys := members{{"type", "array"}, {"items", s.basic("id")}}
	return members{{"anyOf", list{members{{"const", true}}, keys}}}, nil
}

// structure is an object, or the bare list that stands for it.
func (s *schema) structure(t reflect.Type) (members, error) {
	d, err := s.manual.describe(t, spaced(t.Name()))
	if err != nil {
		return nil, err
	}
	about := members{{"description", plainText(d.what[0])}}
	o := objectOf(t)
	object, err := s.object(o)
	if err != nil {
		return nil, err
	}
	i := slices.IndexFunc(o.fields, func(k key) bool { return k.options.list })
	others := func(k key) bool { return k.required() && !k.options.list }
	if i < 0 || slices.ContainsFunc(o.fields, others) {
		return append(about, object...), nil
	}
	bare, err := s.value(o.fields[i], o.fields[i].typ, false)
	return about.with("anyOf", list{bare, object}), err
}

// object is a map with known keys and, where the struct holds a kind, exactly
// one key that is a kind's word.
func (s *schema) object(o object) (members, error) {
	var properties, choice members
	var required, oneOf list
	for _, k := range o.fields {
		property, err := s.property(k)
		if err != nil {
			return nil, err
		}
		properties = properties.with(k.name, property)
		if k.required() {
			required = append(required, k.name)
		}
	}
	if o.kinds != nil {
		kinds, err := s.kinds(o.kinds)
		if err != nil {
			return nil, err
		}
		for _, k := range kinds {
			oneOf = append(oneOf, members{{"required", list{k.name}}})
		}
		properties = append(properties, kinds...)
		choice = members{{"oneOf", oneOf}}
	}
	m := members{{"type", "object"}, {"properties", properties}}
	if required != nil {
		m = m.with("required", required)
	}
	return append(m, choice...).with("additionalProperties", false), nil
}

func (s *schema) property(k key) (members, error) {
	text, err := s.manual.meaning(k)
	if err != nil {
		return nil, err
	}
	about := members{{"description", plainText(text)}}
	if format := formatOf(k.owner); format != "" && k.name == "format" {
		return about.with("const", format), nil
	}
	value, err := s.value(k, k.typ, !k.required())
	return append(about, value...), err
}

// formatOf returns the format of a document that says its own.
func formatOf(t reflect.Type) string {
	switch t {
	case reflect.TypeFor[policy.Document]():
		return policy.Format
	case reflect.TypeFor[payout.Jurisdiction]():
		return payout.JurisdictionFormat
	default:
		return ""
	}
}

// required reports keys without which the reader refuses the object.
func (k key) required() bool {
	return k.options.required || k.typ.Kind() == reflect.String && slices.Contains(strings.Split(k.checks, ","), "required")
}

// spaced writes a Go name as a document's words: event kind for EventKind.
func spaced(name string) string {
	var b strings.Builder
	for i, r := range name {
		if i > 0 && unicode.IsUpper(r) {
			b.WriteByte(' ')
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}
