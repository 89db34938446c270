package policy

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/cspay/cspay/scoring/facts"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// badInput is one text that must be refused with exactly these problems.
type badInput struct {
	row  string
	name string
	file string // policy.yaml when left out
	src  string
	want []summary
	says string // part of the first problem's message
}

// over is a policy whose zero_over limit, on line 4 column 23, is the text.
func over(text string) string {
	return "format: cspay/v1\nscheme:\n  - id: a\n    zero_over: {over: " + text + ", metric: m}\n"
}

func overJSON(text string) string {
	return `{"format": "cspay/v1", "scheme": [{"id": "a", "zero_over":` + "\n{" + `"over": ` + text + `, "metric": "m"}}]}`
}

func atOver(code facts.Code) []summary {
	return []summary{{4, 23, code, "scheme[0].zero_over.over"}}
}

func atOverJSON(code facts.Code) []summary {
	return []summary{{2, 10, code, "scheme[0].zero_over.over"}}
}

const good = "format: cspay/v1\n"

func numberInputs() []badInput {
	return []badInput{
		{row: "001", name: "an exponent", src: over("1e1000000000"), want: atOver(facts.CodeNumberExponent)},
		{row: "001", name: "a quoted exponent", src: over(`"1e1000000000"`), want: atOver(facts.CodeNumberExponent)},
		{row: "001", name: "an exponent in JSON", file: "p.json", src: overJSON("1e1000000000"), want: atOverJSON(facts.CodeNumberExponent)},
		{row: "002", name: "half a megabyte of digits", src: over(strings.Repeat("7", 1<<19)), want: atOver(facts.CodeNumberTooLong)},
		{row: "002", name: "half a megabyte of digits in JSON", file: "p.json", src: overJSON(strings.Repeat("7", 1<<19)), want: atOverJSON(facts.CodeNumberTooLong)},
		{row: "003", name: "NaN", src: over("NaN"), want: atOver(facts.CodeNumberSyntax)},
		{row: "003", name: "Inf", src: over("-Inf"), want: atOver(facts.CodeNumberSyntax)},
		{row: "003", name: "YAML's .nan", src: over(".nan"), want: atOver(facts.CodeNumberSyntax)},
		{row: "003", name: "YAML's .inf", src: over(".inf"), want: atOver(facts.CodeNumberSyntax)},
		{row: "004", name: "an empty text", src: over(`""`), want: atOver(facts.CodeNumberEmpty)},
		{row: "004", name: "a space", src: over(`" "`), want: atOver(facts.CodeNumberEmpty)},
		{row: "004", name: "a dash", src: over(`"-"`), want: atOver(facts.CodeNumberEmpty)},
		{row: "005", name: "null", src: over("null"), want: []summary{{4, 23, facts.CodeNumberEmpty, "scheme[0].zero_over.over"}}},
		{row: "006", name: "a comma in a number", src: over(`"1,000"`), want: atOver(facts.CodeNumberSyntax), says: "without grouping"},
		{row: "006", name: "a currency sign", src: over("￥5"), want: atOver(facts.CodeNumberSyntax), says: "currency"},
		{row: "006", name: "full-width digits", src: over("１２"), want: atOver(facts.CodeNumberSyntax), says: "half-width"},
		{row: "006", name: "a percent sign where no rate is meant", src: over("5%"), want: atOver(facts.CodeNumberSyntax), says: "percent"},
		{row: "007", name: "U+2212 for a minus sign", src: over("−5"), want: atOver(facts.CodeNumberSyntax), says: "minus"},
		{row: "100", name: "a leading zero", src: over("010"), want: atOver(facts.CodeNumberSyntax), says: "leading zeros"},
		{row: "100", name: "hexadecimal", src: over("0x10"), want: atOver(facts.CodeNumberSyntax)},
		{row: "100", name: "an underscore", src: over("1_000"), want: atOver(facts.CodeNumberSyntax), says: "underscores"},
		{row: "100", name: "no digit before the point", src: over(".5"), want: atOver(facts.CodeNumberSyntax), says: "0.5"},
		{row: "100", name: "no digit after the point", src: over("5."), want: atOver(facts.CodeNumberSyntax)},
		{row: "100", name: "a plus sign", src: over("+5"), want: atOver(facts.CodeNumberSyntax)},
		{row: "100", name: "a time", src: over("12:30"), want: atOver(facts.CodeNumberSyntax), says: "time"},
		{
			row: "102", name: "nothing after the colon", src: good + "scheme:\n- id: a\n  zero_over:\n    metric: m\n    over:\n",
			want: []summary{{6, 10, facts.CodeNumberEmpty, "scheme[0].zero_over.over"}},
		},
		{
			row: "102", name: "null in JSON", file: "p.json", src: overJSON("null"),
			want: []summary{{2, 10, facts.CodeNumberEmpty, "scheme[0].zero_over.over"}},
		},
		{
			row: "012", name: "a bare number where a rate is meant", src: good + "pay:\n- {id: a, bands: {floor: 15}}\n",
			want: []summary{{3, 26, facts.CodeRateAboveOne, "pay[0].bands.floor"}}, says: "15%",
		},
	}
}

func structureInputs() []badInput {
	bomb := "format: cspay/v1\na: &a [x,x,x,x,x,x,x,x,x,x]\n"
	for c := 'b'; c < 'j'; c++ {
		bomb += fmt.Sprintf("%c: &%c [%s*%c]\n", c, c, strings.Repeat(fmt.Sprintf("*%c,", c-1), 9), c-1)
	}
	return []badInput{
		{row: "025", name: "a cycle of aliases", src: "format: &a [*a]", want: []summary{{1, 13, facts.CodeAlias, "format[0]"}}},
		{row: "026", name: "65 lists in flow", src: "any: " + strings.Repeat("[", 65), want: []summary{{1, 70, facts.CodePolicyDepth, ""}}},
		{row: "026", name: "64 lists in a map", src: "any: " + strings.Repeat("[", 64) + strings.Repeat("]", 64), want: []summary{{1, 69, facts.CodePolicyDepth, "any" + strings.Repeat("[0]", 63)}}},
		{row: "026", name: "65 lists in JSON", file: "p.json", src: `{"a":` + strings.Repeat("[", 64), want: []summary{{1, 69, facts.CodePolicyDepth, "a" + strings.Repeat("[0]", 63)}}},
		{row: "027", name: "more than a megabyte", src: strings.Repeat("# x\n", 1<<18) + " ", want: []summary{{0, 0, facts.CodePolicySize, ""}}},
		{row: "027", name: "more than 10,000 clauses", src: good + "pay:\n" + strings.Repeat("- {}\n", 10_001), want: []summary{{10_003, 3, facts.CodePolicySize, "pay[10000]"}}},
		{row: "028", name: "a key twice", src: "format: cspay/v1\nid: a\nformat: cspay/v1\n", want: []summary{{3, 1, facts.CodeNameDuplicate, "format"}}, says: "line 1 and on line 3"},
		{row: "028", name: "a key twice in JSON", file: "p.json", src: "{\"format\": \"cspay/v1\",\n\"id\": 1,\n \"id\": 2}", want: []summary{{3, 2, facts.CodeNameDuplicate, "id"}}, says: "line 2 and on line 3"},
		{row: "028", name: "a key twice, escaped differently", file: "p.json", src: "{\"format\": \"cspay/v1\",\n\"id\": 1,\n \"\\u0069d\": 2}", want: []summary{{3, 2, facts.CodeNameDuplicate, "id"}}},
		{row: "029", name: "an unknown key", src: good + "scheme:\n- {id: a, zero_over: {metric: m, ovre: 3}}\n", want: []summary{{3, 34, facts.CodeNameUnknown, "scheme[0].zero_over.ovre"}}, says: `"over"`},
		{row: "029", name: "an unknown kind", src: good + "scheme:\n- {id: a, zero_ovr: {metric: m, over: 3}}\n", want: []summary{{3, 11, facts.CodeNameUnknown, "scheme[0].zero_ovr"}}, says: `"zero_over"`},
		{row: "030", name: "the wrong case", src: "Format: cspay/v1\n", want: []summary{{1, 1, facts.CodeNameUnknown, "Format"}}, says: `the key "format", in this case`},
		{row: "031", name: "a second document", src: good + "---\nid: a\n", want: []summary{{2, 1, facts.CodeFeature, ""}}},
		{row: "031", name: "a second text in JSON", file: "p.json", src: `{"format": "cspay/v1"} {}`, want: []summary{{1, 24, facts.CodeSyntax, ""}}},
		{row: "032", name: "an empty file", src: "", want: []summary{{1, 1, facts.CodeEmpty, ""}}},
		{row: "032", name: "an empty JSON file", file: "p.json", src: " \n", want: []summary{{1, 1, facts.CodeEmpty, ""}}},
		{row: "032", name: "only comments", src: "# nothing\n", want: []summary{{1, 1, facts.CodeEmpty, ""}}},
		{row: "032", name: "an empty document", src: "---\n", want: []summary{{1, 1, facts.CodeEmpty, ""}}},
		{row: "032", name: "a list at the top", src: "# x\n- a\n", want: []summary{{2, 1, facts.CodeShape, ""}}},
		{row: "032", name: "a text at the top", src: "a", want: []summary{{1, 1, facts.CodeShape, ""}}},
		{row: "034", name: "UTF-16 with a mark", src: "\xFF\xFEf\x00o\x00", want: []summary{{1, 1, facts.CodeEncoding, ""}}, says: "UTF-16"},
		{row: "034", name: "UTF-16 without a mark", src: "\x00f\x00o", want: []summary{{1, 1, facts.CodeEncoding, ""}}, says: "UTF-16"},
		{row: "035", name: "GBK", src: good + "name: \xBF\xCD\xB7\xFE\n", want: []summary{{2, 7, facts.CodeEncoding, ""}}, says: "GBK"},
		{row: "036", name: "a tab for indentation", src: good + "effective:\n\tfrom: 2026-01-01\n", want: []summary{{3, 1, facts.CodeSyntax, ""}}, says: "tab"},
		{row: "036", name: "a full-width colon", src: "format： cspay/v1\nid: a\n", want: []summary{{1, 7, facts.CodeSyntax, ""}}, says: "half-width"},
		{row: "036", name: "a full-width colon alone", src: "format：cspay/v1\n", want: []summary{{1, 1, facts.CodeShape, ""}}, says: "half-width"},
		{row: "036", name: "a full-width colon in flow", src: good + "pay: [{id：a, nothing: }]\n", want: []summary{{2, 7, facts.CodeRequired, "pay[0].id"}, {2, 8, facts.CodeNameUnknown, "pay[0].id：a"}}},
		{row: "051", name: "month 13", src: good + "effective: {from: 2026-13-01}\n", want: []summary{{2, 19, facts.CodeDateInvalid, "effective.from"}}},
		{row: "051", name: "30 February", src: good + "effective: {from: 2024-02-30}\n", want: []summary{{2, 19, facts.CodeDateInvalid, "effective.from"}}},
		{row: "051", name: "a date without hyphens", src: good + "effective: {from: 20240229}\n", want: []summary{{2, 19, facts.CodeDateInvalid, "effective.from"}}},
		{row: "051", name: "a month that is a date", src: good + "effective: {from: 2024-02-29, month: 2024-13}\n", want: []summary{{2, 38, facts.CodeDateInvalid, "effective.month"}}},
		{row: "025", name: "an alias bomb", src: bomb, want: []summary{{2, 0, facts.CodeAlias, ""}}},
	}
}

// readerRows are the rows that the reader decides by itself.
func readerRows(add addRow) {
	for _, in := range append(numberInputs(), structureInputs()...) {
		add(in.row, in.name, in.run)
	}
}

func (in badInput) run(t *testing.T) {
	file := in.file
	if file == "" {
		file = "policy.yaml"
	}
	_, _, problems := read(file, in.src)
	require.NotEmpty(t, problems)
	if in.name == "an alias bomb" {
		// Where the budget runs out is not fixed; that it does is.
		assert.Equal(t, facts.CodeAlias, problems[0].Code)
		assert.Len(t, problems, 1)
		return
	}
	assert.Equal(t, in.want, summaries(problems))
	assert.Contains(t, problems[0].Error()+problems[len(problems)-1].Error(), in.says)
	assert.LessOrEqual(t, len(problems[0].Got), facts.MaxGot)
	require.ErrorIs(t, problems.err(), in.want[0].code)
}

func TestBadInputTakesNoTime(t *testing.T) {
	start := time.Now()
	for range 1000 {
		_, bad := parseNumber("1e1000000000", true)
		require.Equal(t, facts.CodeNumberExponent, bad.code)
	}
	assert.Less(t, time.Since(start), time.Second, "1000 refusals, each under a millisecond")
}
