package schemacheck

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/policy"
)

const head = "format: cspay/v1\nid: shop\ncurrency: CNY\n"

const sound = head + `metrics:
  exam: {unit: points, better: higher}
  sales: {unit: money}
scheme:
  - {id: exam, points: 100, direct: {metric: exam, out_of: 100}}
pay:
  - {id: base, base_pay: {amount: 3000, basis: 21.75}}
  - {id: commission, commission: {metric: sales, rate: 1.5%}}
`

// TestBrokenPolicies puts one fault into a sound policy. Schema and reader
// both refuse it.
func TestBrokenPolicies(t *testing.T) {
	s := schemas(t)
	require.NoError(t, load(sound))
	require.NoError(t, s.Policy([]byte(sound)))
	for _, c := range []struct{ name, old, new string }{
		{"an unknown key at the top", "currency: CNY", "currency: CNY\ncurency: CNY"},
		{"an unknown key in a kind", "out_of: 100", "outof: 100"},
		{"an unknown key in a metric", "better: higher", "bettr: higher"},
		{"an unknown kind", "direct: {metric: exam, out_of: 100}", "tenure: {years: 3}"},
		{"another format", "cspay/v1", "cspay/v2"},
		{"an empty format", "cspay/v1", `""`},
		{"another currency", "CNY", "USD"},
		{"a wrong word", "basis: 21.75", "basis: calender"},
		{"a number that is no word", "basis: 21.75", "basis: 21.76"},
		{"a word with a capital", "better: higher", "better: Higher"},
		{"a word left empty", "better: higher", "better:"},
		{"a missing id", "id: shop\n", ""},
		{"an empty id", "id: shop", `id: ""`},
		{"an id of 65 characters", "id: shop", "id: " + strings.Repeat("店", 65)},
		{"an id with a blank behind it", "id: shop", `id: "shop "`},
		{"an id with an ideographic space before it", "id: shop", `id: "　shop"`},
		{"a missing parameter", ", basis: 21.75", ""},
		{"a required parameter that is null", "amount: 3000, basis: 21.75", "basis: ~"},
		{"a clause without a kind", ", direct: {metric: exam, out_of: 100}", ""},
		{"two kinds in a clause", "direct: {", "deduct: {metric: exam, each: 1}, direct: {"},
		{"a kind that is no map", "{metric: exam, out_of: 100}", "exam"},
		{"a kind with nothing below it that needs something", "{metric: exam, out_of: 100}", ""},
		{"a kind of pay in the scheme", "direct: {metric: exam, out_of: 100}", "base_pay: {amount: 1, basis: calendar}"},
		{"a rate that is a bare 15", "rate: 1.5%", "rate: 15"},
		{"a rate that is a quoted bare 15", "rate: 1.5%", `rate: "15"`},
		{"a rate just above 1", "rate: 1.5%", "rate: 1.000001"},
		{"a rate with two percent signs", "rate: 1.5%", "rate: 1.5%%"},
		{"a percent sign where an amount is meant", "amount: 3000", "amount: 30%"},
		{"a quoted number with an exponent", "amount: 3000", `amount: "3e3"`},
		{"an exponent that no number of 18 digits has", "amount: 3000", "amount: 3e30"},
		{"quoted junk for a number", "amount: 3000", `amount: "three"`},
		{"a thousands separator", "amount: 3000", `amount: "3,000"`},
		{"an underscore in a number", "amount: 3000", "amount: 3_000"},
		{"a currency sign", "amount: 3000", "amount: ￥3000"},
		{"full-width digits", "amount: 3000", "amount: ３０００"},
		{"a quoted number with a leading zero", "amount: 3000", `amount: "03000"`},
		{"a quoted number with a plus sign", "amount: 3000", `amount: "+3000"`},
		{"a quoted number without a digit before its point", "amount: 3000", `amount: ".5"`},
		{"a quoted number without a digit behind its point", "amount: 3000", `amount: "5."`},
		{"a quoted number with a blank", "amount: 3000", `amount: "3000 "`},
		{"a quoted number of 19 digits", "amount: 3000", `amount: "1234567890.123456789"`},
		{"a quoted number of 65 bytes", "amount: 3000", `amount: "3000.` + strings.Repeat("0", 60) + `"`},
		{"an empty number", "amount: 3000", `amount: ""`},
		{"a number that is null", "amount: 3000", "amount: null"},
		{"a number that is true", "amount: 3000", "amount: true"},
		{"a number that is a list", "amount: 3000", "amount: [3000]"},
		{"a list where a map must be", "metrics:", "rounding: []\nmetrics:"},
		{"a map where a list must be", "scheme:", "accounts: {}\nscheme:"},
		{"a day without its zeros", "currency: CNY", "effective: {from: 2026-1-1}\ncurrency: CNY"},
		{"a day that the calendar does not have", "currency: CNY", "effective: {from: 2026-02-30}\ncurrency: CNY"},
		{"a day before 1900", "currency: CNY", "effective: {from: 1899-12-31}\ncurrency: CNY"},
		{"a fraction for a whole number", "currency: CNY", "rounding: {places: 1.5}\ncurrency: CNY"},
		{"a name in an unknown language", "currency: CNY", "name: {zh: 店, de: Laden}\ncurrency: CNY"},
		{"a name that is a list", "currency: CNY", "name: [店]\ncurrency: CNY"},
		{"a name of 129 characters", "currency: CNY", "name: " + strings.Repeat("店", 129) + "\ncurrency: CNY"},
		{"a sample that is false", "id: base,", "id: base, sample: false,"},
		{"a sample that is a quoted true", "id: base,", `id: base, sample: "true",`},
		{"a condition that is a word", "id: base,", "id: base, when: regular,"},
		{"a heading of a map with nothing below it", "currency: CNY", "rounding:\ncurrency: CNY"},
	} {
		t.Run(c.name, func(t *testing.T) {
			require.Contains(t, sound, c.old)
			text := strings.Replace(sound, c.old, c.new, 1)
			assert.Error(t, load(text), "the reader accepts it")
			assert.Error(t, s.Policy([]byte(text)), "the schema accepts it")
		})
	}
}

// TestOtherSpellings are ways to write the same or another sound policy. Schema
// and reader both accept them.
func TestOtherSpellings(t *testing.T) {
	s := schemas(t)
	for _, c := range []struct{ name, old, new string }{
		{"an id that looks like a number", "id: shop", "id: 00123"},
		{"an id that looks like yes or no", "id: shop", "id: true"},
		{"an id of 64 characters", "id: shop", "id: " + strings.Repeat("店", 64)},
		{"a quoted word", "better: higher", `better: "higher"`},
		{"a word that looks like a number, quoted", "basis: 21.75", `basis: "21.75"`},
		{"a source that looks like a number", "id: base,", "id: base, source: 3.1,"},
		{"a name that looks like a year", "currency: CNY", "name: 2026\ncurrency: CNY"},
		{"a name in one language", "currency: CNY", "name: {zh: 店}\ncurrency: CNY"},
		{"a rate as a fraction", "rate: 1.5%", "rate: 0.015"},
		{"a rate of exactly 1", "rate: 1.5%", "rate: 1"},
		{"a quoted rate of exactly 1", "rate: 1.5%", `rate: "1.00"`},
		{"a rate above 100%", "rate: 1.5%", "rate: 101%"},
		{"a quoted number", "amount: 3000", `amount: "3000.00"`},
		{"a number of 18 digits", "amount: 3000", "amount: 1234567890123456.78"},
		{"a quoted number of 18 digits and zeros", "amount: 3000", `amount: "1234567890123456.78000000"`},
		{"a whole number with zeros behind its point", "currency: CNY", "rounding: {places: 1.0}\ncurrency: CNY"},
		{"a sample of all", "id: base,", "id: base, sample: true,"},
		{"a sample of some", "id: base,", "id: base, sample: [amount],"},
		{"a heading of a list with nothing below it", "currency: CNY", "rankings:\ncurrency: CNY"},
		{"a scheme as a map", "scheme:\n  - {id", "scheme:\n  indicators:\n  - {id"},
		{"the first and the last day", "currency: CNY", "effective: {from: 1900-01-01, until: 2199-12-31}\ncurrency: CNY"},
	} {
		t.Run(c.name, func(t *testing.T) {
			require.Contains(t, sound, c.old)
			text := strings.Replace(sound, c.old, c.new, 1)
			assert.NoError(t, load(text), "the reader refuses it")
			assert.NoError(t, s.Policy([]byte(text)), "the schema refuses it")
		})
	}
}

const soundMonth = `month: 2026-01
agents:
  - {id: A01, status: regular, hired: 2024-01-01, values: {exam: 90, sales: 1000.00}}
events:
  - {id: E1, agent: A01, kind: bad_review, date: 2026-01-05}
`

func TestBrokenFacts(t *testing.T) {
	s := schemas(t)
	p, err := policy.Load(strings.NewReader(sound))
	require.NoError(t, err)
	require.NoError(t, loadFacts(p, soundMonth))
	require.NoError(t, s.Facts([]byte(soundMonth)))
	for _, c := range []struct{ name, old, new string }{
		{"no month", "month: 2026-01\n", ""},
		{"a month that is none", "2026-01\n", "2026-13\n"},
		{"a day for a month", "2026-01\n", "2026-01-01\n"},
		{"an unknown key", "hired", "hird"},
		{"a wrong word", "status: regular", "status: permanent"},
		{"a value with letters in it", "exam: 90", "exam: 9o"},
		{"an empty value", "exam: 90", `exam: ""`},
		{"an event without a kind", "kind: bad_review, ", ""},
		{"an event on a day that is none", "2026-01-05", "2026-01-32"},
		{"a note of 513 characters", "kind: bad_review,", "kind: bad_review, note: " + strings.Repeat("注", 513) + ","},
		{"an exclusion without a reason", "events:", "exclusions: [{event: E1}]\nevents:"},
	} {
		t.Run(c.name, func(t *testing.T) {
			require.Contains(t, soundMonth, c.old)
			text := strings.Replace(soundMonth, c.old, c.new, 1)
			assert.Error(t, loadFacts(p, text), "the reader accepts it")
			assert.Error(t, s.Facts([]byte(text)), "the schema accepts it")
		})
	}
	for _, c := range []struct{ name, old, new string }{
		{"no value yet", "exam: 90", "exam:"},
		{"a quoted value", "exam: 90", `exam: "90.0"`},
		{"an agent whose id is a number", "events:", "  - {id: 7}\nevents:"},
		{"no events", "events:\n  - {id: E1, agent: A01, kind: bad_review, date: 2026-01-05}\n", "events:\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			require.Contains(t, soundMonth, c.old)
			text := strings.Replace(soundMonth, c.old, c.new, 1)
			assert.NoError(t, loadFacts(p, text), "the reader refuses it")
			assert.NoError(t, s.Facts([]byte(text)), "the schema refuses it")
		})
	}
}
