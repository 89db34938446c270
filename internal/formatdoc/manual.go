package formatdoc

import (
	"errors"
	"fmt"
	"reflect"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/cspay/cspay/payout"
	"github.com/cspay/cspay/policy"
	"github.com/cspay/cspay/rank"
	"github.com/cspay/cspay/scoring"
	"github.com/cspay/cspay/scoring/facts"
)

// manual writes the parts of docs/format.md that follow from the code.
type manual struct {
	src *source
	// told are the closed sets and structs that have been explained, each
	// where it first stands.
	told map[reflect.Type]bool
}

// typeByName finds the types that the template asks for.
func typeByName(name string) (reflect.Type, error) {
	for _, t := range []reflect.Type{
		reflect.TypeFor[policy.Document](), reflect.TypeFor[facts.Text](), reflect.TypeFor[facts.Cite](),
		reflect.TypeFor[policy.Rounding](), reflect.TypeFor[facts.EventKind](),
		reflect.TypeFor[facts.Panel](), reflect.TypeFor[scoring.Block](),
		reflect.TypeFor[facts.Metric](), reflect.TypeFor[scoring.Account](), reflect.TypeFor[scoring.Scheme](),
		reflect.TypeFor[scoring.RedLine](),
		reflect.TypeFor[scoring.Indicator](), reflect.TypeFor[facts.Ranking](), reflect.TypeFor[facts.Clause](),
		reflect.TypeFor[payout.Plan](), reflect.TypeFor[payout.Item](), reflect.TypeFor[facts.Month](),
		reflect.TypeFor[facts.Agent](), reflect.TypeFor[facts.Day](), reflect.TypeFor[facts.Event](),
		reflect.TypeFor[facts.Ballot](), reflect.TypeFor[facts.Exclusion](),
		reflect.TypeFor[payout.Guard](), reflect.TypeFor[payout.Jurisdiction](),
		reflect.TypeFor[facts.Inspection](), reflect.TypeFor[facts.Chat](), reflect.TypeFor[rank.Streak](),
		reflect.TypeFor[rank.Elimination](), reflect.TypeFor[rank.ImprovementPlan](), reflect.TypeFor[rank.Ladder](),
		reflect.TypeFor[rank.Gate](), reflect.TypeFor[facts.Decision](),
	} {
		if t.String() == name {
			return t, nil
		}
	}
	return nil, fmt.Errorf("no type %s", name)
}

// typeText says what may stand under a key.
func typeText(k key, t reflect.Type) string {
	title, anchor := home(t)
	switch {
	case t == reflect.TypeFor[decimal.Decimal]() && k.options.rate:
		title, anchor = "rate", "#rates-and-percent"
	case t == reflect.TypeFor[decimal.Decimal]() && k.options.percent:
		title, anchor = "number or percent", "#rates-and-percent"
	}
	switch {
	case title != "":
		return "[" + title + "](" + anchor + ")"
	case t.Kind() == reflect.Pointer:
		return typeText(k, t.Elem())
	case t.Kind() == reflect.Slice:
		return "list: " + typeText(k, t.Elem())
	case t.Kind() == reflect.Map:
		return "map: id → " + typeText(k, t.Elem())
	case t.Kind() == reflect.Struct:
		return "[map](#" + keysAnchor(t) + ")"
	case wordsOf(t) != nil:
		return "[word](#" + wordAnchor(t) + ")"
	case t.Kind() == reflect.Int:
		return "whole number"
	case t.Kind() == reflect.Bool:
		return "true or false"
	case k.prose() && k.longest > 0:
		return "text, at most " + strconv.Itoa(k.longest)
	default:
		return "id"
	}
}

// keysAnchor marks the one table of a map's keys: several kinds may hold it.
func keysAnchor(t reflect.Type) string {
	return "keys-" + strings.ToLower(strings.ReplaceAll(t.String(), ".", "-"))
}

func wordAnchor(t reflect.Type) string {
	return "words-" + strings.ToLower(strings.ReplaceAll(t.String(), ".", "-"))
}

// Keys writes the table of a type's keys, then what they hold that has no
// section of its own.
func (m *manual) Keys(name string) (string, error) {
	t, err := typeByName(name)
	if err != nil {
		return "", err
	}
	return m.keys(t)
}

func (m *manual) keys(t reflect.Type) (string, error) {
	var b strings.Builder
	b.WriteString("| key | type | required | meaning |\n|---|---|---|---|\n")
	o := objectOf(t)
	var faults []error
	for _, k := range o.fields {
		text, err := m.meaning(k)
		faults = append(faults, err)
		required := ""
		if k.options.required {
			required = "yes"
		}
		fmt.Fprintf(&b, "| `%s` | %s | %s | %s |\n", k.name, typeText(k, k.typ), required, cell(text))
	}
	if o.kinds != nil {
		b.WriteString("| the kind's word | map | yes | The kind, one of those below, with its keys. |\n")
	}
	if err := errors.Join(faults...); err != nil {
		return "", err
	}
	err := m.below(&b, o)
	return b.String(), err
}

// below writes the words and the maps that a table names.
func (m *manual) below(b *strings.Builder, o object) error {
	for _, k := range o.fields {
		t := element(k.typ)
		title, _ := home(t)
		if title != "" || m.told[t] {
			continue
		}
		switch {
		case wordsOf(t) != nil:
			m.told[t] = true
			if err := m.words(b, k.name, t); err != nil {
				return err
			}
		case t.Kind() == reflect.Struct:
			m.told[t] = true
			if err := m.nested(b, k, t); err != nil {
				return err
			}
		}
	}
	return nil
}

// nested writes the keys of a map that stands under one key.
func (m *manual) nested(b *strings.Builder, k key, t reflect.Type) error {
	d, err := m.describe(t, code(k.name))
	if err != nil {
		return err
	}
	table, err := m.keys(t)
	if err != nil {
		return err
	}
	what := d.what[0]
	for _, verb := range []string{" is ", " says ", " states "} {
		if rest, ok := strings.CutPrefix(what, code(k.name)+verb); ok && verb == " is " {
			what = capital(rest)
		}
	}
	title := "The keys of `" + k.name + "`. "
	if k.typ.Kind() == reflect.Slice {
		title = "The keys of each of `" + k.name + "`. "
	}
	b.WriteString("\n<a id=\"" + keysAnchor(t) + "\"></a>\n" + wrap(title+what) + "\n")
	if d.snippet != "" {
		b.WriteString("```yaml\n" + strings.TrimRight(d.snippet, "\n") + "\n```\n\n" + paragraphs(d.worked) + "\n")
	}
	b.WriteString(table)
	return nil
}

// wordMeanings returns what each word of a closed set means.
func (m *manual) wordMeanings(t reflect.Type) (map[string]string, error) {
	docs, err := m.src.of(t)
	if err != nil {
		return nil, err
	}
	meaning := map[string]string{}
	for _, w := range docs.words[t.Name()] {
		text := strings.Join(strings.Fields(w.doc), " ")
		text = capital(rename(strings.TrimPrefix(text, w.name+" "), wordNames(docs.words[t.Name()])))
		meaning[w.word] = sentence(unbroken(text))
	}
	for _, w := range wordsOf(t) {
		if strings.Trim(meaning[w], ".") == "" {
			return nil, fmt.Errorf("the word %s of %s has no comment", w, t)
		}
	}
	return meaning, nil
}

// words writes a closed set with the meaning of each word.
func (m *manual) words(b *strings.Builder, name string, t reflect.Type) error {
	meaning, err := m.wordMeanings(t)
	if err != nil {
		return err
	}
	_, scaled := reflect.Zero(t).Interface().(scaler)
	head := "| word | meaning |\n|---|---|\n"
	if scaled {
		head = "| word | decimals | meaning |\n|---|---|---|\n"
	}
	fmt.Fprintf(b, "\n<a id=\"%s\"></a>\nThe words of `%s`:\n\n%s", wordAnchor(t), name, head)
	for _, w := range wordsOf(t) {
		column := ""
		if scaled {
			if decimals, ok := reflect.ValueOf(w).Convert(t).Interface().(scaler); ok {
				column = fmt.Sprintf(" %d |", decimals.Scale())
			}
		}
		fmt.Fprintf(b, "| `%s` |%s %s |\n", w, column, cell(meaning[w]))
	}
	return nil
}

// scaler is a word that says how many decimals it means, as a unit does.
type scaler interface{ Scale() int }

func wordNames(list []wordDoc) map[string]string {
	names := map[string]string{}
	for _, w := range list {
		names[w.name] = code(w.word)
	}
	return names
}

// cell makes a text fit for a table.
func cell(text string) string { return strings.ReplaceAll(text, "|", `\|`) }
