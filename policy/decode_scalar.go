package policy

import (
	"reflect"
	"strconv"

	"github.com/cspay/cspay/scoring/facts"
	"github.com/shopspring/decimal"
)

// scalar reads text, words, integers and yes-or-no.
func (d *decoder) scalar(n *node, v reflect.Value, o options) {
	switch v.Kind() {
	case reflect.String:
		if words, closed := closedWords(v.Type()); closed {
			d.word(n, v, words)
		} else {
			d.text(n, v, o)
		}
	case reflect.Bool:
		if n.kind != scalarNode || n.quoted || n.text != "true" && n.text != "false" {
			d.wrong(n, "true or false")
			return
		}
		v.SetBool(n.text == "true")
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		d.integer(n, v)
	default:
		d.fail(facts.CodeShape, n.at, "no value; "+v.Type().String()+" can not be read", n.String())
	}
}

// text reads a string. Text for people is kept as it was written; any other
// is an id, and compared under NFC.
func (d *decoder) text(n *node, v reflect.Value, o options) {
	switch {
	case n.kind != scalarNode:
		d.wrong(n, "text")
	case o.prose:
		v.SetString(n.text)
	case n.text == "" && !d.report.private:
		// A literal can not tell it from a key that is left out; a document can.
		d.fail(facts.CodeRequired, n.at, "text, or no key at all", "")
	case outerSpace(n.text):
		d.fail(facts.CodeIDSpace, n.at, "an id without white space around it", strconv.Quote(n.text))
	default:
		v.SetString(normal(n.text))
	}
}

func (d *decoder) word(n *node, v reflect.Value, words []string) {
	switch {
	case n.kind != scalarNode:
		d.wrong(n, knownWant("word", "", words))
	case !contains(words, n.text):
		d.fail(facts.CodeWordUnknown, n.at, knownWant("word", n.text, words), n.text)
	default:
		v.SetString(n.text)
	}
}

// number reads the text of a number, or reports why it is none.
func (d *decoder) number(n *node, percent bool) (number, bool) {
	if n.kind == nullNode {
		d.fail(facts.CodeNumberEmpty, n.at, "a number; write 0 if it is zero", n.String())
		return number{}, false
	}
	if n.kind != scalarNode {
		d.wrong(n, "a number")
		return number{}, false
	}
	got, bad := parseNumber(n.text, percent)
	if bad.code != "" {
		d.fail(bad.code, n.at, bad.want, n.text)
		return number{}, false
	}
	return got, true
}

func (d *decoder) decimal(n *node, o options) decimal.Decimal {
	got, ok := d.number(n, o.rate || o.percent)
	if !ok {
		return decimal.Decimal{}
	}
	if o.values {
		return got.value // 5% and 5 are the same in a metric in percent
	}
	if o.rate && !got.percent && got.value.Cmp(decimal.New(1, 0)) > 0 {
		want := "a rate with its percent sign: 15% for 0.15"
		if once, err := decimalText(got.value); err == nil && !d.report.private {
			if times, err := rateText(got.value); err == nil {
				want = "a rate with its percent sign: " + once + "%, or " + times + " if that is meant"
			}
		}
		d.fail(facts.CodeRateAboveOne, n.at, want, n.text)
		return decimal.Decimal{}
	}
	return got.fraction()
}

func (d *decoder) integer(n *node, v reflect.Value) {
	got, ok := d.number(n, false)
	if !ok {
		return
	}
	if got.value.Exponent() < 0 {
		d.fail(facts.CodeNumberNotInteger, n.at, "a whole number", n.text)
		return
	}
	whole := got.value.IntPart() // at most 18 digits, so it fits
	if v.OverflowInt(whole) {
		d.fail(facts.CodeNumberRange, n.at, "a smaller whole number", n.text)
		return
	}
	v.SetInt(whole)
}

func (d *decoder) date(n *node) facts.Date {
	if n.kind == scalarNode {
		if date, err := facts.ParseDate(n.text); err == nil {
			return date
		}
		d.fail(facts.CodeDateInvalid, n.at, "a day of the calendar, as 2026-01-31", n.text)
		return 0
	}
	d.wrong(n, "a day, as 2026-01-31")
	return 0
}

func (d *decoder) period(n *node) facts.Period {
	if n.kind == scalarNode {
		if period, err := facts.ParsePeriod(n.text); err == nil {
			return period
		}
		d.fail(facts.CodeDateInvalid, n.at, "a month, as 2026-01", n.text)
		return 0
	}
	d.wrong(n, "a month, as 2026-01")
	return 0
}

// bilingual reads a name: one text for both languages, or a map of them.
func (d *decoder) bilingual(n *node, out *facts.Text) {
	switch n.kind {
	case scalarNode:
		out.ZH, out.EN = n.text, n.text
		d.finish(&node{kind: mapNode, at: n.at}, reflect.ValueOf(out).Elem(), d.shapes.of(reflect.TypeFor[facts.Text]()), nil)
	case mapNode:
		d.structure(n, reflect.ValueOf(out).Elem())
	default:
		d.wrong(n, "a name, or one in each of zh and en")
	}
}

// sample reads what is a sample figure: true for all, or the keys that are.
func (d *decoder) sample(n *node, out *facts.Sample) {
	switch {
	case n.kind == scalarNode && !n.quoted && n.text == "true":
		out.All = true
	case n.kind == listNode:
		d.list(n, reflect.ValueOf(&out.Keys).Elem(), options{})
	default:
		d.wrong(n, "true, or the list of the keys whose figures are samples")
	}
}
