package policy

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/scoring/facts"
)

// badPolicy has one of each: a metric that is given, one of daily rows, one of
// events, and money.
const badPolicy = `format: cspay/v1
id: bad
currency: CNY
metrics:
  exam: {unit: points, better: higher}
  share: {unit: percent, missing: zero}
  calls: {unit: count, missing: zero, from: {daily: sum}}
  sales: {unit: money, better: higher, missing: not_applicable, from: {daily: sum}}
  wage: {unit: money}
  bad_reviews: {unit: count, better: lower, from: {event: bad_review}}
scheme:
  - {id: exam, points: 95, direct: {metric: exam, out_of: 100}}
  - {id: reviews, points: 5, zero_over: {metric: bad_reviews, over: 3}}
rankings: [{id: by_score, by: score}]
pay:
  - {id: base, base_pay: {metric: wage, basis: calendar}}
  - {id: pool, daily_pool: {amount: 5000, share: table, faults: {wrong: 100%}}}
`

func loadBad(t *testing.T) *Policy {
	t.Helper()
	p, err := Load(strings.NewReader(badPolicy))
	require.NoError(t, err)
	return p
}

// month refuses to close a month for exactly these problems.
func month(s shop, want ...spot) func(*testing.T) {
	return func(t *testing.T) {
		r, err := s.close(loadBad(t))
		assert.Nil(t, r)
		refused(t, err, want...)
	}
}

const header = "agent,date,attendance,calls,sales\n"

// roster1 is a month of one agent with further fields.
func roster1(rest string) string {
	return "month: 2026-01\nagents:\n- {id: A1, values: {exam: 90, wage: 3100}" + rest + "}\n"
}

// exam is a month whose exam mark, on line 3 column 27, is the text.
func exam(text string) shop {
	return shop{facts: "month: 2026-01\nagents:\n- {id: A1, values: {exam: " + text + ", wage: 3100}}\n"}
}

// calls is a month whose daily calls, on line 2 column 22, are the cell.
func calls(cell string) shop {
	return shop{roster1(""), header + "A1,2026-01-05,worked," + cell + ",5.00\n"}
}

func factsNumberRows(add addRow) {
	both := func(row, name, text, cell string, code facts.Code) {
		add(row, name+" in facts.yaml", month(exam(text), inFacts(3, 27, code, "A1")))
		add(row, name+" in daily.csv", month(calls(cell), inDaily(2, 22, code, "A1")))
	}
	both("001", "an exponent", "1e1000000000", "1e1000000000", facts.CodeNumberExponent)
	long := strings.Repeat("7", 1<<20)
	both("002", "a megabyte of digits", long, long, facts.CodeNumberTooLong)
	for _, text := range []string{"NaN", "Inf", ".nan"} {
		both("003", text, text, text, facts.CodeNumberSyntax)
	}
	for _, text := range []string{"010", "0x10", "1_000", ".5", "12:30"} {
		both("100", text, text, text, facts.CodeNumberSyntax)
	}
	for _, blank := range []string{`""`, `" "`, `"-"`} {
		add("004", blank+" in facts.yaml", month(exam(blank), inFacts(3, 27, facts.CodeNumberEmpty, "A1")))
	}
	// A cell of a metric that must have a value on a day that was worked.
	required := strings.Replace(badPolicy, "calls: {unit: count, missing: zero,", "calls: {unit: count,", 1)
	for name, cell := range map[string]string{"nothing": "", "a space": " ", "a dash": "-"} {
		add("004", name+" in daily.csv", func(t *testing.T) {
			p, err := Load(strings.NewReader(required))
			require.NoError(t, err)
			r, err := calls(cell).close(p)
			assert.Nil(t, r)
			refused(t, err, inDaily(2, 22, facts.CodeNumberEmpty, "A1"))
		})
	}
	missingRows(add)
}

// missingPolicy scores 95 points by an exam with a reading of a missing mark,
// and 5 by daily calls, of which 1 is too many.
func missingPolicy(reading string) string {
	return `format: cspay/v1
id: missing
currency: CNY
metrics:
  exam: {unit: points, better: higher` + reading + `}
  calls: {unit: count, from: {daily: sum}` + reading + `}
scheme:
  - {id: exam, points: 95, direct: {metric: exam, out_of: 100}}
  - {id: calls, points: 5, zero_over: {metric: calls, over: 1}}
`
}

func missingRows(add addRow) {
	closes := func(reading string, s shop) (*Result, error) {
		p, err := Load(strings.NewReader(missingPolicy(reading)))
		if err != nil {
			return nil, err
		}
		return s.close(p)
	}
	noExam := shop{"month: 2026-01\nagents:\n- {id: A1}\n", "agent,date,calls\nA1,2026-01-05,1\n"}
	nullExam := shop{"month: 2026-01\nagents:\n- {id: A1, values: {exam: null}}\n", noExam.daily}
	noCalls := shop{facts: "month: 2026-01\nagents:\n- {id: A1, values: {exam: 100}}\n"}
	blankCalls := shop{noCalls.facts, "agent,date,calls\nA1,2026-01-05,\n"}
	for _, c := range []struct {
		name, reading string
		shop          shop
		want          spot
		score         string
	}{
		{"no mark is an error without a reading", "", noExam, inFacts(3, 3, facts.CodeMetricMissing, "A1"), ""},
		{"no mark under missing: error", ", missing: error", noExam, inFacts(3, 3, facts.CodeMetricMissing, "A1"), ""},
		{"a null under missing: error", ", missing: error", nullExam, inFacts(3, 27, facts.CodeMetricMissing, "A1"), ""},
		{"no daily row under missing: error", ", missing: error", noCalls, inFacts(3, 12, facts.CodeMetricMissing, "A1"), ""},
		{"an empty cell under missing: error", ", missing: error", blankCalls, inDaily(2, 15, facts.CodeNumberEmpty, "A1"), ""},
		{"no mark under missing: zero", ", missing: zero", noExam, spot{}, "5.00"},
		{"a null under missing: zero", ", missing: zero", nullExam, spot{}, "5.00"},
		{"no daily row under missing: zero", ", missing: zero", noCalls, spot{}, "100.00"},
		{"an empty cell under missing: zero", ", missing: zero", blankCalls, spot{}, "100.00"},
		{"no mark under missing: not_applicable", ", missing: not_applicable", noExam, spot{}, "100.00"},
		{"a null under missing: not_applicable", ", missing: not_applicable", nullExam, spot{}, "100.00"},
		{"no daily row under missing: not_applicable", ", missing: not_applicable", noCalls, spot{}, "100.00"},
		{"an empty cell under missing: not_applicable", ", missing: not_applicable", blankCalls, spot{}, "100.00"},
	} {
		add("005", c.name, func(t *testing.T) {
			r, err := closes(c.reading, c.shop)
			if c.want != (spot{}) {
				assert.Nil(t, r)
				refused(t, err, c.want)
				metric := "exam"
				if c.shop == noCalls || c.shop == blankCalls {
					metric = "calls"
				}
				assert.ErrorContains(t, err, metric, "the metric is named")
				return
			}
			require.NoError(t, err)
			slip, ok := r.Slip("A1")
			require.True(t, ok)
			assert.Equal(t, c.score, slip.Score().StringFixed(2))
		})
	}
	add("005", "every indicator without a value is an error", func(t *testing.T) {
		r, err := closes(", missing: not_applicable", shop{facts: "month: 2026-01\nagents:\n- {id: A1}\n"})
		assert.Nil(t, r)
		refused(t, err, inFacts(3, 3, facts.CodeNoneApplies, "A1"))
	})
}

func factsDateRows(add addRow) {
	const e = "events:\n- {id: e1, agent: A1, kind: bad_review, date: "
	serving := ", hired: 2026-01-10, left: 2026-01-20"
	add("045", "left before hired", month(shop{facts: roster1(", hired: 2026-01-20, left: 2026-01-19")},
		inFacts(3, 69, facts.CodeDateOrder, "A1")))
	add("045", "regular before hired", month(shop{facts: roster1(", hired: 2025-06-20, regular: 2025-06-19")},
		inFacts(3, 72, facts.CodeDateOrder, "A1")))
	add("045", "left and hired in the other order, years apart", month(shop{facts: roster1(", hired: 2030-01-20, left: 2020-01-19")},
		inFacts(3, 69, facts.CodeDateOrder, "A1")))
	add("046", "an event before the first day", month(shop{facts: roster1(serving) + e + "2026-01-09}\n"},
		inFacts(5, 47, facts.CodeDateService, "A1")))
	add("046", "an event after the last day", month(shop{facts: roster1(serving) + e + "2026-01-21}\n"},
		inFacts(5, 47, facts.CodeDateService, "A1")))
	add("046", "a daily row outside service", month(shop{roster1(serving), header + "A1,2026-01-21,worked,1,1\n"},
		inDaily(2, 4, facts.CodeDateService, "A1")))
	for _, day := range []string{"2026-01-10", "2026-01-20"} {
		add("046", "R an event on "+day+", the edge of service", func(t *testing.T) {
			r, err := shop{facts: roster1(serving) + e + day + "}\n"}.close(loadBad(t))
			require.NoError(t, err)
			assert.Empty(t, r.Warnings())
		})
	}
	add("050", "a month without its period", month(shop{facts: "agents: [{id: A1}]\n"}, inFacts(1, 1, facts.CodeRequired, "")))
	add("050", "a leave that ends before it begins", month(
		shop{facts: roster1(", leave: [{from: 2026-01-06, until: 2026-01-05, kind: absent}]")},
		inFacts(3, 78, facts.CodeDateOrder, "A1")))
	for _, bad := range []string{"2026-13", "2026-00", "202601"} {
		add("051", bad+" for the month", month(shop{facts: "month: " + bad + "\nagents: [{id: A1}]\n"},
			inFacts(1, 8, facts.CodeDateInvalid, "")))
	}
	for _, bad := range []string{"2026-13-01", "2026-02-30", "20260105", "2026-1-5", "2026-01-05T00:00:00Z"} {
		add("051", bad+" for an event", month(shop{facts: roster1("") + e + bad + "}\n"}, inFacts(5, 47, facts.CodeDateInvalid, "A1")))
		add("051", bad+" in daily.csv", month(shop{roster1(""), header + "A1," + bad + ",worked,1,1\n"},
			inDaily(2, 4, facts.CodeDateInvalid, "A1")))
	}
}

func factsRosterRows(add addRow) {
	add("057", "one id twice", func(t *testing.T) {
		_, err := shop{facts: "month: 2026-01\nagents:\n- {id: A1, values: {exam: 1, wage: 1}}\n- {id: A2, values: {exam: 1, wage: 1}}\n- {id: A1, values: {exam: 1, wage: 1}}\n"}.close(loadBad(t))
		refused(t, err, inFacts(5, 8, facts.CodeIDDuplicate, "A1"))
		assert.ErrorContains(t, err, "facts.yaml:3:8", "the other place")
	})
	add("057", "one id twice in a literal", func(t *testing.T) {
		m := smallMonth()
		m.Agents[1].ID = m.Agents[0].ID
		_, err := loadSmall(t).Close(m, History{})
		refused(t, err, spot{code: facts.CodeIDDuplicate, agent: "A2"})
		require.ErrorContains(t, err, "agents[1].id")
		require.ErrorContains(t, err, "agents[0].id")
	})
	add("057", "three times: two problems", func(t *testing.T) {
		_, err := shop{facts: "month: 2026-01\nagents:\n" + strings.Repeat("- {id: A1, values: {exam: 1, wage: 1}}\n", 3)}.close(loadBad(t))
		refused(t, err, inFacts(4, 8, facts.CodeIDDuplicate, "A1"), inFacts(5, 8, facts.CodeIDDuplicate, "A1"))
	})
	add("057", "one event id twice", func(t *testing.T) {
		const e = "- {id: e1, agent: A1, kind: bad_review, date: 2026-01-05}\n"
		_, err := shop{facts: roster1("") + "events:\n" + e + e}.close(loadBad(t))
		refused(t, err, inFacts(6, 8, facts.CodeIDDuplicate, "A1"))
		assert.ErrorContains(t, err, "facts.yaml:5:8")
	})
	stranger := func(name, rest string, want spot) {
		add("068", name, month(shop{facts: roster1("") + rest}, want))
	}
	stranger("in an event", "events:\n- {id: e1, agent: A9, kind: bad_review, date: 2026-01-05}\n", inFacts(5, 19, facts.CodeAgentUnknown, "A9"))
	stranger("in another case", "events:\n- {id: e1, agent: a1, kind: bad_review, date: 2026-01-05}\n", inFacts(5, 19, facts.CodeAgentUnknown, "a1"))
	stranger("as a silent colleague", "events:\n- {id: e1, agent: A1, kind: bad_review, date: 2026-01-05, silent: [A9]}\n", inFacts(5, 68, facts.CodeAgentUnknown, "A1"))
	stranger("in a ballot", "ballots:\n- {topic: teamwork, agent: A9, voter: QA, score: 5}\n", inFacts(5, 28, facts.CodeAgentUnknown, "A9"))
	stranger("in an exclusion", "exclusions:\n- {agent: A9, date: 2026-01-05, reason: storm}\n", inFacts(5, 11, facts.CodeAgentUnknown, "A9"))
	add("068", "in daily.csv", month(shop{roster1(""), header + "A9,2026-01-05,worked,1,1\n"}, inDaily(2, 1, facts.CodeAgentUnknown, "A9")))
}
