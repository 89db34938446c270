package formatdoc

import (
	"encoding/json"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// The ways of writing one value, as the reader of package policy takes them. A
// schema sees values after YAML made numbers and booleans of them, so a bare
// 1e5, 010 or +5 is a number to it and only the reader refuses it; and an id
// or a text may look like a number.
const (
	wholePart = `(0|[1-9][0-9]{0,17})`
	plain     = wholePart + `(\.[0-9]+)?`

	numberPattern  = `^-?` + plain + `$`
	percentPattern = `^-?` + plain + `%?$`
	ratePattern    = `^(-?` + plain + `%|-` + plain + `|0(\.[0-9]+)?|1(\.0+)?)$`
	wholePattern   = `^-?` + wholePart + `(\.0+)?$`
	// tooManyDigits finds more than 18 significant digits.
	tooManyDigits = `[1-9](\.?[0-9]){17,}\.?[1-9]`

	dayPattern   = `^(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$`
	monthPattern = `^(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])$`

	// white are the characters that may not stand around an id.
	white     = "\t\n\u000B\f\r \u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000"
	idPattern = `^([^` + white + `]([\s\S]*[^` + white + `])?)?$`

	longestNumber = 64
	// largest bounds numbers of 18 digits, also for programs that round them.
	largest int64 = 1_000_000_000_000_000_000
)

func numberSchema(pattern, about string) members {
	return members{
		{"description", about},
		{"type", list{"number", "string"}},
		{"minimum", -largest},
		{"maximum", largest},
		{"maxLength", longestNumber},
		{"pattern", pattern},
		{"not", members{{"type", "string"}, {"pattern", tooManyDigits}}},
	}
}

// replaced is a schema with another value of one of its keywords.
func (m members) replaced(name string, value any) members {
	out := slices.Clone(m)
	for i := range out {
		if out[i].name == name {
			out[i].value = value
		}
	}
	return out
}

// basic returns the shared schema of one of the ways of writing a value.
func basic(name string) members {
	scalar := list{"string", "number", "boolean"}
	switch name {
	case "number":
		return numberSchema(numberPattern, "A number: digits, a point, a minus sign; no exponent and at most 18 digits.")
	case "percent":
		return numberSchema(percentPattern, "A number, or a number with a percent sign: 60% is 0.6.")
	case "rate":
		return numberSchema(ratePattern, "A share with its percent sign, as 50%, or a fraction of at most 1.").replaced("maximum", 1)
	case "cell":
		return numberSchema(percentPattern, "A metric's value in its unit; with nothing there is none.").
			replaced("type", list{"number", "string", "null"})
	case "whole":
		return numberSchema(wholePattern, "A whole number.").replaced("type", list{"integer", "string"})
	case "day":
		return members{{"description", "A day, as 2026-01-31."}, {"type", "string"}, {"format", "date"}, {"pattern", dayPattern}}
	case "month":
		return members{{"description", "A month, as 2026-01."}, {"type", "string"}, {"pattern", monthPattern}}
	case "id":
		return members{{"type", scalar}, {"pattern", idPattern}}
	case "text":
		return members{{"type", scalar}}
	default:
		return nil
	}
}

// wordSchema is a closed set of words. A word that YAML takes for a number
// may stand unquoted.
func wordSchema(words []string, meaning map[string]string) members {
	var enum, about list
	for _, w := range words {
		enum, about = append(enum, w), append(about, meaning[w])
		if regexp.MustCompile(`^-?(0|[1-9][0-9]*)(\.[0-9]+)?$`).MatchString(w) {
			enum, about = append(enum, json.Number(w)), append(about, meaning[w])
		}
	}
	return members{{"enum", enum}, {"enumDescriptions", about}}
}

// limits are the keywords that say what a validate tag checks. Tags that no
// keyword says are left to the reader.
func limits(k key, t reflect.Type) members {
	least, most := "minLength", "maxLength"
	switch t.Kind() {
	case reflect.String:
	case reflect.Slice:
		least, most = "minItems", "maxItems"
	default:
		return nil
	}
	var found members
	for tag := range strings.SplitSeq(k.checks, ",") {
		name, value, _ := strings.Cut(tag, "=")
		n, err := strconv.Atoi(value)
		switch {
		case name == "omitempty":
			return nil
		case name == "dive":
			return found
		case name == "required" && t.Kind() == reflect.String && k.typ.Kind() != reflect.Pointer:
			found = found.with(least, 1)
		case name == "oneof":
			found = found.with("enum", listOf(strings.Fields(value)))
		case err != nil:
		case name == "min":
			found = found.with(least, n)
		case name == "max":
			found = found.with(most, n)
		case name == "len":
			found = found.with(least, n).with(most, n)
		}
	}
	return found
}
