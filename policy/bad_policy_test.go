package policy

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/scoring/facts"
)

// paying is a policy whose bonus amount, on line 6 column 28, is the text.
func paying(amount string) string {
	return `format: cspay/v1
id: paying
currency: CNY
metrics: {exam: {unit: points, better: higher}}
pay:
  - {id: bonus, bonus: {amount: ` + amount + `, by: exam, steps: [{at_least: 90, coefficient: 1}], else: 0}}
`
}

// amountIs asserts that a bonus of the text is refused at the text.
func amountIs(amount string, code facts.Code) func(*testing.T) {
	return func(t *testing.T) {
		p, err := Load(strings.NewReader(paying(amount)))
		assert.Nil(t, p)
		refused(t, err, spot{"policy.yaml", 6, 33, code, ""})
	}
}

// loads asserts that a document is refused with these problems, whether it
// comes from a stream or from a file.
func loads(name, src string, want ...spot) func(*testing.T) {
	return func(t *testing.T) {
		p, err := Load(strings.NewReader(src))
		assert.Nil(t, p)
		refused(t, err, want...)
		p, err = LoadFS(fstest.MapFS{name: {Data: []byte(src)}}, name)
		assert.Nil(t, p)
		refused(t, err, want...)
	}
}

func inPolicy(line, column int, code facts.Code) spot {
	return spot{"policy.yaml", line, column, code, ""}
}

// policyRows are the rows about documents, through the public verbs.
func policyRows(add addRow) {
	add("001", "an exponent in a policy", amountIs("1e1000000000", facts.CodeNumberExponent))
	add("002", "a long number in a policy", amountIs(strings.Repeat("7", 600_000), facts.CodeNumberTooLong))
	add("003", "NaN in a policy", amountIs("NaN", facts.CodeNumberSyntax))
	add("003", "infinity in a policy", amountIs("Inf", facts.CodeNumberSyntax))
	add("003", "YAML's not a number in a policy", amountIs(".nan", facts.CodeNumberSyntax))
	for _, blank := range []string{`""`, `" "`, `"-"`} {
		add("004", blank+" for an amount", amountIs(blank, facts.CodeNumberEmpty))
	}
	for _, text := range []string{"010", "0x10", "1_000", ".5", "12:30"} {
		add("100", text+" for an amount", amountIs(text, facts.CodeNumberSyntax))
	}
	add("102", "null for an amount", amountIs("null", facts.CodeNumberEmpty))
	add("102", "nothing for an amount", amountIs("", facts.CodeNumberEmpty))
	roundingRows(add)
	hostileRows(add)
	periodRows(add)
}

// rounded is a policy with one score line of 77.777… and one money line of
// 500.005, under a rounding.
func rounded(rounding string) string {
	return `format: cspay/v1
id: rounded
currency: CNY
` + rounding + `
metrics: {exam: {unit: points, better: higher}, wage: {unit: money}}
scheme: [{id: exam, points: 100, direct: {metric: exam, out_of: 90}}]
pay: [{id: base, base_pay: {metric: wage, basis: calendar}}]
`
}

func roundingRows(add addRow) {
	for _, places := range []string{"99", "-1", "3"} {
		add("016", "places: "+places, loads("policy.yaml", rounded("rounding: {places: "+places+"}"),
			inPolicy(4, 20, facts.CodePolicyPlaces)))
	}
	add("016", "places: 99 in a literal", func(t *testing.T) {
		doc := smallDocument()
		places := 99
		doc.Rounding.Places = &places
		_, err := New(doc)
		refused(t, err, spot{code: facts.CodePolicyPlaces})
	})
	add("017", "an unknown mode", loads("policy.yaml", rounded("rounding: {lines: bankers, losses: half_upp}"),
		inPolicy(4, 19, facts.CodeWordUnknown), inPolicy(4, 36, facts.CodeWordUnknown)))
	add("017", "an unknown mode in a literal", func(t *testing.T) {
		doc := smallDocument()
		doc.Rounding.Lines = "bankers"
		_, err := New(doc)
		refused(t, err, spot{code: facts.CodePolicyRounding})
	})
	month := shop{facts: "month: 2026-06\nagents: [{id: A1, left: 2026-06-15, values: {exam: 70, wage: 1000.01}}]\n"}
	for _, c := range []struct{ row, rounding, score, total string }{
		{"016", "rounding: {places: 2}", "77.78", "500.01"},
		{"016", "rounding: {places: 1}", "77.80", "500.01"},
		{"016", "rounding: {places: 0}", "78.00", "500.01"},
		{"017", "", "77.78", "500.01"},
		{"017", "rounding: {lines: half_up}", "77.78", "500.01"},
		{"017", "rounding: {lines: half_even}", "77.78", "500.00"},
		{"017", "rounding: {lines: half_down}", "77.78", "500.00"},
		{"017", "rounding: {lines: up}", "77.78", "500.01"},
		{"017", "rounding: {lines: down}", "77.77", "500.00"},
	} {
		add(c.row, "R "+c.rounding, func(t *testing.T) {
			p, err := Load(strings.NewReader(rounded(c.rounding)))
			require.NoError(t, err)
			r, err := month.close(p)
			require.NoError(t, err)
			slip, ok := r.Slip("A1")
			require.True(t, ok)
			assert.Equal(t, c.score, slip.Score().StringFixed(2))
			assert.Equal(t, c.total, slip.Total().StringFixed(2))
		})
	}
}

// hostileRows are texts whose shape is meant to do harm. A loader has to stop
// at them before it makes anything of them.
func hostileRows(add addRow) {
	for _, in := range structureInputs() {
		if in.row < "025" || in.row > "032" {
			continue
		}
		add(in.row, in.name+", through Load", func(t *testing.T) {
			name := in.file
			if name == "" {
				name = "policy.yaml"
			}
			p, err := LoadFS(fstest.MapFS{name: {Data: []byte(in.src)}}, name)
			assert.Nil(t, p)
			require.ErrorIs(t, err, in.want[0].code)
			for _, s := range spots(t, err) {
				assert.Equal(t, name, s.file)
			}
			if !strings.HasSuffix(name, ".json") {
				_, err = Load(strings.NewReader(in.src))
				require.ErrorIs(t, err, in.want[0].code)
			}
		})
	}
	add("028", "a key twice in facts.yaml", func(t *testing.T) {
		_, err := loadSmall(t).LoadMonthFS(shop{facts: "month: 2026-01\nagents:\n- {id: A1, name: a, name: b, values: {exam: 1, wage: 1}}\nmonth: 2026-02\n"}.files(), ".")
		refused(t, err, inFacts(3, 21, facts.CodeNameDuplicate, ""), inFacts(4, 1, facts.CodeNameDuplicate, ""))
		assert.ErrorContains(t, err, "line 1 and on line 4")
	})
	add("029", "an unknown key in facts.yaml", func(t *testing.T) {
		_, err := loadSmall(t).LoadMonthFS(shop{facts: "month: 2026-01\nagents:\n- {id: A1, hierd: 2026-01-01, values: {exam: 1, wage: 1}}\n"}.files(), ".")
		refused(t, err, inFacts(3, 12, facts.CodeNameUnknown, "A1"))
		assert.ErrorContains(t, err, `"hired"`)
	})
	for name, src := range map[string]string{"an empty facts.yaml": "", "a facts.yaml of comments": "# nothing\n"} {
		add("032", name, func(t *testing.T) {
			_, err := loadSmall(t).LoadMonthFS(shop{facts: src}.files(), ".")
			refused(t, err, inFacts(1, 1, facts.CodeEmpty, ""))
		})
	}
	add("032", "a facts.yaml that is a list", func(t *testing.T) {
		_, err := loadSmall(t).LoadMonthFS(shop{facts: "- month: 2026-01\n"}.files(), ".")
		refused(t, err, inFacts(1, 1, facts.CodeShape, ""))
	})
}

func periodRows(add addRow) {
	effective := func(span string) string {
		return strings.Replace(paying("1"), "currency", "effective: "+span+"\ncurrency", 1)
	}
	add("050", "a policy that ends before it begins", loads("policy.yaml", effective("{from: 2026-02-01, until: 2026-01-31}"),
		inPolicy(3, 38, facts.CodePolicyPeriod)))
	add("050", "a policy in force on one day", func(t *testing.T) {
		p, err := Load(strings.NewReader(effective("{from: 2026-01-31, until: 2026-01-31}")))
		require.NoError(t, err)
		_, err = shop{facts: "month: 2026-01\nagents: [{id: A1, values: {exam: 90}}]\n"}.close(p)
		require.NoError(t, err)
		for _, month := range []string{"2025-12", "2026-02"} {
			_, err = shop{facts: "month: " + month + "\nagents: [{id: A1, values: {exam: 90}}]\n"}.close(p)
			refused(t, err, inFacts(1, 8, facts.CodePolicyPeriod, ""))
		}
	})
	for _, bad := range []string{"2026-13-01", "2024-02-30", "20240229"} {
		add("051", bad+" in a policy", loads("policy.yaml", effective("{from: "+bad+"}"), inPolicy(3, 19, facts.CodeDateInvalid)))
	}
}
