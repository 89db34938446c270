package policy

import (
	"reflect"
	"slices"
	"strings"

	"github.com/cspay/cspay/scoring/facts"
	"github.com/shopspring/decimal"
)

// kindTable lists, for each Go interface a document may hold, the prototypes
// of the kinds that may stand there. Each has Kind() string, its word.
type kindTable map[reflect.Type][]any

// kinded is what a prototype of a kind must offer.
type kinded interface{ Kind() string }

// options are what a key tag says about its field besides the key:
//
//	required  the key must be there, and a zero is written out
//	rate      a share that may be written 50%; a bare number above 1 is refused
//	percent   a number that may be written 60%, which means 0.6
//	values    a map by metric id, whose cells are in the metric's unit
//	list      the struct may be written as the bare list that this field is
//	exact     text is read byte for byte, also where it is an id
//	shares    where it is given, the percent numbers beside it are rates
//	id        text is an id, whatever text for people its key holds elsewhere
type options struct {
	required, rate, percent, values, list, shares bool
	// prose is text for people, which is kept as written; every other text is
	// an id or names one, and is compared under NFC.
	prose bool
}

// proseKeys are the keys of text for people.
func proseKeys() []string { return []string{"zh", "en", "name", "note", "source", "reason"} }

// shape is what a document may hold where a Go struct is read or written.
type shape struct {
	fields []shapeField
	// kind is the index path of the interface field tagged "*", or nil.
	kind     []int
	kindType reflect.Type
	// list is the field that the bare list stands for, or nil.
	list *shapeField
	// shares is the field that makes the numbers beside it rates, or nil.
	shares *shapeField
	// checked are the fields with a validate tag, by their Go names.
	checked []checkedField
}

type shapeField struct {
	key   string
	index []int
	options
}

type checkedField struct{ name, key string }

// shapes finds out shapes once per reader. There is no package-wide cache: the
// package keeps no state.
type shapes map[reflect.Type]*shape

func (s shapes) of(t reflect.Type) *shape {
	if known, ok := s[t]; ok {
		return known
	}
	sh := &shape{}
	sh.collect(t, nil, "")
	for i := range sh.fields {
		if sh.fields[i].list {
			sh.list = &sh.fields[i]
		}
		if sh.fields[i].shares {
			sh.shares = &sh.fields[i]
		}
	}
	s[t] = sh
	return sh
}

func (sh *shape) collect(t reflect.Type, index []int, prefix string) {
	for i := range t.NumField() {
		f := t.Field(i)
		at := append(slices.Clip(index), i)
		tag, tagged := f.Tag.Lookup("key")
		if f.Anonymous && !tagged && f.Type.Kind() == reflect.Struct {
			sh.collect(f.Type, at, prefix+f.Name+".")
			continue
		}
		if !f.IsExported() || !tagged || tag == "-" {
			continue
		}
		key, rest, _ := strings.Cut(tag, ",")
		if f.Tag.Get("validate") != "" {
			sh.checked = append(sh.checked, checkedField{prefix + f.Name, key})
		}
		if key == "*" {
			sh.kind, sh.kindType = at, f.Type
			continue
		}
		sh.fields = append(sh.fields, shapeField{key: key, index: at, options: parseOptions(key, rest)})
	}
}

func parseOptions(key, list string) options {
	var o options
	named := false
	for name := range strings.SplitSeq(list, ",") {
		switch name {
		case "required":
			o.required = true
		case "rate":
			o.rate = true
		case "percent":
			o.percent = true
		case "values":
			o.values = true
		case "list":
			o.list = true
		case "exact":
			o.prose = true
		case "shares":
			o.shares = true
		case "id":
			named = true
		}
	}
	o.prose = o.prose || slices.Contains(proseKeys(), key) && !named
	return o
}

// beside are the options of a field: what may be in percent is a rate where
// the struct says of what it is a share.
func (f shapeField) beside(shares bool) options {
	o := f.options
	if shares && o.percent {
		o.percent, o.rate = false, true
	}
	return o
}

func (sh *shape) field(key string) *shapeField {
	for i := range sh.fields {
		if sh.fields[i].key == key {
			return &sh.fields[i]
		}
	}
	return nil
}

func (sh *shape) keys() []string {
	keys := make([]string, len(sh.fields))
	for i, f := range sh.fields {
		keys[i] = f.key
	}
	return keys
}

// kindWord asks a kind for its word. Kinds may be a user's own code, so a
// panic is answered with no word.
func kindWord(k any) (word string) {
	defer func() {
		if recover() != nil {
			word = ""
		}
	}()
	named, ok := k.(kinded)
	if !ok {
		return ""
	}
	return named.Kind()
}

// words returns the words of the kinds that may stand for an interface.
func (t kindTable) words(iface reflect.Type) []string {
	words := make([]string, 0, len(t[iface]))
	for _, k := range t[iface] {
		if w := kindWord(k); w != "" {
			words = append(words, w)
		}
	}
	return words
}

// has reports whether a type is one of the kinds that may stand for an
// interface.
func (t kindTable) has(iface, kind reflect.Type) bool {
	return slices.ContainsFunc(t[iface], func(k any) bool { return reflect.TypeOf(k) == kind })
}

func (t kindTable) prototype(iface reflect.Type, word string) any {
	for _, k := range t[iface] {
		if kindWord(k) == word {
			return k
		}
	}
	return nil
}

// isSpecial reports types that are written as one value although they are
// structs or numbers in Go.
func isSpecial(t reflect.Type) bool {
	switch t {
	case reflect.TypeFor[decimal.Decimal](), reflect.TypeFor[facts.Date](), reflect.TypeFor[facts.Period](),
		reflect.TypeFor[facts.Text](), reflect.TypeFor[facts.Sample]():
		return true
	default:
		return false
	}
}

// closedWords returns the words of a type that is a closed set of them.
func closedWords(t reflect.Type) ([]string, bool) {
	if t.Kind() != reflect.String || !t.Implements(reflect.TypeFor[facts.Word]()) {
		return nil, false
	}
	w, ok := reflect.Zero(t).Interface().(facts.Word)
	if !ok {
		return nil, false
	}
	return w.Words(), true
}
