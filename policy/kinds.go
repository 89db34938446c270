package policy

import (
	"reflect"
	"slices"
	"strings"

	"github.com/cspay/cspay/payout"
	"github.com/cspay/cspay/scoring"
	"github.com/cspay/cspay/scoring/facts"
)

func settingsOf(opts []Option) settings {
	var o settings
	for _, opt := range opts {
		if opt != nil {
			opt(&o)
		}
	}
	return o
}

// newKinds makes the table of kinds a document may use.
func newKinds(opts []Option) (kindTable, Problems) {
	o := settingsOf(opts)
	rules, pays := reflect.TypeFor[scoring.Rule](), reflect.TypeFor[payout.Pay]()
	kinds := kindTable{}
	for _, k := range scoring.Kinds() {
		kinds[rules] = append(kinds[rules], k)
	}
	for _, k := range payout.Kinds() {
		kinds[pays] = append(kinds[pays], k)
	}
	c := facts.NewCheck()
	for i, k := range o.rules {
		if code, want := kinds.refuse(k); code != "" {
			c.At("with").Index(i).Fail(code, want, kindWord(k))
			continue
		}
		kinds[rules] = append(kinds[rules], k)
	}
	return kinds, locate("", nil, c.Problems())
}

// adopt adds the kinds from outside that a literal holds to the table. It
// returns the canonical tree and reports what no document could state.
func adopt(doc Document, kinds kindTable) (*node, facts.Problems) {
	return encodeWith(&encoder{kinds: kinds, literal: true, nodes: maxPolicyNodes}, doc)
}

// endless reports whether a literal holds itself or is enormous: nobody should
// walk it again.
func endless(problems facts.Problems) bool {
	return slices.ContainsFunc(problems, func(p *facts.Problem) bool {
		return p.Code == facts.CodePolicyDepth || p.Code == facts.CodePolicySize
	})
}

// refuse says why a rule from outside can not join the table, if so.
func (t kindTable) refuse(k scoring.Rule) (code facts.Code, want string) {
	if k == nil {
		return facts.CodeKindMissing, "a kind"
	}
	kind := reflect.TypeOf(k)
	if kind.Kind() == reflect.Pointer {
		return facts.CodeKindPointer, "a kind as a value, not a pointer"
	}
	word := kindWord(k)
	switch indicator := (shapes{}).of(reflect.TypeFor[scoring.Indicator]()); {
	case word == "":
		return facts.CodeKindMissing, "a kind with a word"
	case !isWord(word):
		return facts.CodeShape, "a word in lower snake case"
	case indicator.field(word) != nil:
		return facts.CodeNameDuplicate, "a word that is no key of an indicator"
	case t.prototype(reflect.TypeFor[scoring.Rule](), word) != nil:
		return facts.CodeNameDuplicate, "a word that no kind has yet"
	}
	if field := untagged(kind, map[reflect.Type]bool{}); field != "" {
		return facts.CodeShape, "a key tag on the exported field " + field
	}
	return "", ""
}

// isWord reports whether a text is lower snake case, as a document's keys are.
func isWord(text string) bool {
	const first, others = "abcdefghijklmnopqrstuvwxyz", "abcdefghijklmnopqrstuvwxyz0123456789_"
	return len(text) <= facts.MaxGot && strings.Trim(text[:1], first) == "" && strings.Trim(text, others) == ""
}

// untagged returns a field that a document could not state: it has no key tag,
// or it is not exported. The tag "-" says that a field is no parameter.
func untagged(t reflect.Type, seen map[reflect.Type]bool) string {
	if seen[t] || isSpecial(t) {
		return ""
	}
	seen[t] = true
	switch t.Kind() {
	case reflect.Pointer, reflect.Slice, reflect.Array, reflect.Map:
		return untagged(t.Elem(), seen)
	case reflect.Struct:
	default:
		return ""
	}
	for i := range t.NumField() {
		f := t.Field(i)
		tag, tagged := f.Tag.Lookup("key")
		embedded := f.Anonymous && !tagged && f.Type.Kind() == reflect.Struct
		switch {
		case tag == "-":
			continue
		case !embedded && (!tagged || !f.IsExported()):
			return t.Name() + "." + f.Name
		}
		if field := untagged(f.Type, seen); field != "" {
			return field
		}
	}
	return ""
}
