package policy

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/payout"
	"github.com/cspay/cspay/scoring/facts"
)

// settlePolicy has a wage, a bonus by score, a penalty, a charge-back and red
// lines.
const settlePolicy = `format: cspay/v1
id: settle
currency: CNY
metrics:
  exam: {unit: points, better: higher}
  wage: {unit: money}
  insults: {unit: count, better: lower, from: {event: insult}}
  breaches: {unit: count, better: lower, from: {event: breach}}
red_lines:
  - {id: insult, name: {zh: 辱骂客户, en: Insult}, when: [{metric: insults, over: 0}], effect: score_zero, source: 手册二}
  - {id: breach, when: [{metric: breaches, over: 0}], effect: pay_zero, items: [bonus]}
  - {id: many, when: [{metric: breaches, over: 1}], effect: pay_zero, items: [bonus]}
scheme:
  - {id: exam, points: 100, direct: {metric: exam, out_of: 100}}
pay:
  - {id: base, name: {zh: 底薪, en: Base pay}, base_pay: {metric: wage, basis: calendar}}
  - {id: bonus, bonus: {amount: 1000, by: score, steps: [{at_least: 90, coefficient: 1}], else: 0.1}}
  - {id: fail, penalty: {match: all, cases: [{when: [{metric: exam, under: 60}], amount: 10, duty: {zh: 复习, en: Revision}}]}}
  - {id: freight, charge_back: {event: freight, share: 100%}}
`

// settled closes one agent's month of the policy.
func settled(t *testing.T, values string, events ...string) Slip {
	t.Helper()
	p, err := Load(strings.NewReader(settlePolicy))
	require.NoError(t, err)
	src := "month: 2026-01\nagents:\n- {id: A1, name: 甲, values: {" + values + "}}\nevents:\n"
	for i, e := range events {
		src += fmt.Sprintf("- {id: e%d, agent: A1, date: 2026-01-05, %s}\n", i, e)
	}
	r, err := shop{facts: src}.close(p)
	require.NoError(t, err)
	slip, ok := r.Slip("A1")
	require.True(t, ok)
	return slip
}

// linesOf prints a slip's lines as "bonus -1000.00 veto breach+many review".
func linesOf(s Slip) []string {
	var out []string
	for _, l := range s.Lines() {
		text := fmt.Sprintln(l.Item, l.Text(), l.Reason, strings.Join(l.RedLines, "+"))
		if l.Review {
			text += " review"
		}
		out = append(out, strings.Join(strings.Fields(text), " "))
	}
	return out
}

// settleRows are the rows about red lines and about deductions of more than
// there is, through Load and Close.
func settleRows(add addRow) {
	for _, c := range []struct {
		name   string
		events []string
		score  string
		red    []string
		lines  []string
	}{
		{"R nobody crossed one", nil, "92.50", nil, []string{"base 3000.00", "bonus 1000.00", "fail 0.00", "freight 0.00"}},
		{
			"R two about one item are one veto, all listed",
			[]string{"kind: breach", "kind: breach"},
			"92.50",
			[]string{"breach", "many"},
			[]string{"base 3000.00", "bonus 1000.00", "bonus -1000.00 veto breach+many review", "fail 0.00", "freight 0.00"},
		},
		{
			"R a score of 0 and a veto of what it pays",
			[]string{"kind: insult", "kind: breach"},
			"0.00",
			[]string{"insult", "breach"},
			[]string{"base 3000.00", "bonus 100.00 review", "bonus -100.00 veto breach review", "fail 0.00 review", "freight 0.00 review"},
		},
		{
			"R the score alone: the bonus follows it",
			[]string{"kind: insult", "kind: insult"},
			"0.00",
			[]string{"insult"},
			[]string{"base 3000.00", "bonus 100.00 review", "fail 0.00 review", "freight 0.00 review"},
		},
		{
			"R what is merely reported crosses nothing",
			[]string{"kind: insult, status: reported", "kind: breach, status: withdrawn"},
			"92.50", nil,
			[]string{"base 3000.00", "bonus 1000.00", "fail 0.00", "freight 0.00"},
		},
	} {
		add("083", c.name, func(t *testing.T) {
			s := settled(t, "exam: 92.5, wage: 3000", c.events...)
			assert.Equal(t, c.score, s.Score().StringFixed(2))
			assert.Equal(t, c.red, s.RedLines())
			assert.Equal(t, c.lines, linesOf(s))
			assert.Equal(t, len(c.red) > 0, s.NeedsReview())
		})
	}
	add("083", "E everything wrong with red lines at once", func(t *testing.T) {
		src := strings.NewReplacer("effect: score_zero", "effect: score_nil", "items: [bonus]}\n  - {id: many", "items: [base, fail, bonsu]}\n  - {id: breach").Replace(settlePolicy)
		_, err := Load(strings.NewReader(src))
		refused(
			t, err,
			spot{"policy.yaml", 10, 92, facts.CodeWordUnknown, ""},
			spot{"policy.yaml", 11, 81, facts.CodeOneOf, ""}, spot{"policy.yaml", 11, 87, facts.CodeOneOf, ""},
			spot{"policy.yaml", 11, 93, facts.CodeNameUnknown, ""}, spot{"policy.yaml", 12, 10, facts.CodeIDDuplicate, ""},
		)
	})
	add("083", "E an item listed twice", loads("policy.yaml", strings.Replace(settlePolicy, "items: [bonus]", "items: [bonus, bonus]", 1),
		spot{"policy.yaml", 11, 88, facts.CodeNameDuplicate, ""}))
	add("057", "E an item with the id of the guard's lines", loads("policy.yaml", strings.Replace(settlePolicy, "id: freight, ch", "id: guard, ch", 1),
		spot{"policy.yaml", 19, 10, facts.CodeIDDuplicate, ""}))
	add("084", "R all of the pay", func(t *testing.T) {
		s := settled(t, "exam: 80, wage: 3000", "kind: freight, amount: 3100.00")
		assert.Equal(t, "0.00", s.Total().StringFixed(2))
		assert.Equal(t, "0.00", s.Uncollected().StringFixed(2))
	})
	add("084", "R a cent more is uncollected, never below 0", func(t *testing.T) {
		s := settled(t, "exam: 80, wage: 3000", "kind: freight, amount: 3100.01")
		assert.Equal(t, "0.00", s.Total().StringFixed(2))
		assert.Equal(t, "0.01", s.Uncollected().StringFixed(2))
		assert.Equal(t, []HistoryClaim{{Clause: "pay", Reason: payout.NothingLeft, Amount: dec("0.01")}}, s.claims())
	})
	add("084", "R a penalty of more than the variable pay", func(t *testing.T) {
		s := settled(t, "exam: 50, wage: 3000", "kind: breach")
		assert.Equal(t, "3000.00", s.Total().StringFixed(2))
		assert.Equal(t, "10.00", s.Uncollected().StringFixed(2))
	})
}
