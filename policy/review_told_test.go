package policy

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/scoring/explain"
)

// TestTM2_LF3_AReviewIsToldWhereItIsMarked: a red line that changes no number
// stands below each item that it leaves to a person, once.
func TestTM2_LF3_AReviewIsToldWhereItIsMarked(t *testing.T) {
	const body = `format: cspay/v1
id: reviewed
currency: CNY
events: {breach: {name: {zh: 违规, en: Breach}}}
metrics:
  wage: {unit: money}
  breaches: {name: {zh: 违规数, en: Breaches}, unit: count, better: lower, from: {event: breach}}
red_lines:
  - {id: promise, name: {zh: 承诺未兑现, en: Promise not kept}, when: [{metric: breaches, over: 0}], effect: review, items: ITEMS}
pay:
  - {id: base, base_pay: {metric: wage, basis: calendar}}
  - {id: award, award: {match: first, cases: [{amount: 100}]}}
  - {id: other, award: {match: first, cases: [{amount: 50}]}}
`
	const month = `month: 2026-01
agents: [{id: A, values: {wage: 3000}}, {id: B, values: {wage: 3000}}]
events: [{id: e1, agent: A, kind: breach, date: 2026-01-05}]
`
	const said = "Red line, promise not kept: to be looked at by a person"
	for _, c := range []struct {
		it, items string
		under     []string
	}{
		{"one item", ", items: [award]", []string{"pay.award"}},
		{"two items", ", items: [other, award]", []string{"pay.award", "pay.other"}},
		{"all but base pay", "", []string{"pay.award", "pay.other"}},
	} {
		t.Run(c.it, func(t *testing.T) {
			p, err := Load(strings.NewReader(strings.Replace(body, ", items: ITEMS", c.items, 1)))
			require.NoError(t, err)
			r, err := shop{facts: month}.close(p)
			require.NoError(t, err)
			for agent, want := range map[string][]string{"A": c.under, "B": nil} {
				slip, ok := r.Slip(agent)
				require.True(t, ok)
				var under []string
				for _, item := range slip.Explain().Steps {
					item.Walk(func(_ int, s explain.Step) {
						if s.Sentence(explain.English) == said {
							under = append(under, item.Clause)
						}
					})
				}
				assert.Equal(t, want, under, agent)
				assert.Equal(t, "3150.00", slip.Total().StringFixed(2))
			}
		})
	}
}
