package policy_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/policy"
)

func TestOneFaultIsSaidOnce(t *testing.T) {
	const head = `format: cspay/v1
id: shop
currency: CNY
metrics:
  exam: {unit: points, better: higher}
  mark: {unit: points, better: higher, from: {inspection: qa, figure: mark}}
inspections:
  qa: {mark: 100, items: {vague: 10}, sources: {random: {}}`
	const good = ", escalation: {at: 3}}\n"
	const pay = "pay:\n  - {id: exam, award: {match: first, cases: [{when: [{metric: exam, at_least: 80}], amount: 100}]}}\n"
	tests := []struct {
		name, text string
		want       []string
	}{
		{
			"a required word under a misspelt key is not missing as well",
			head + good + strings.Replace(pay, "match:", "mtch:", 1),
			[]string{"pay[0].award.mtch"},
		},
		{
			"a required word that is just not there is missing",
			head + good + strings.Replace(pay, "match: first, ", "", 1),
			[]string{"pay[0].award.match"},
		},
		{
			"another unknown key hides no missing word",
			head + good + strings.Replace(pay, "match: first", "colour: red", 1),
			[]string{"pay[0].award.colour", "pay[0].award.match"},
		},
		{
			"nothing is said of what lies below a value of the wrong shape",
			head + ", escalation: 3}\n" + pay,
			[]string{"inspections.qa.escalation"},
		},
		{
			"what is wrong elsewhere is said all the same",
			head + ", escalation: 3}\n" + strings.Replace(pay, "metric: exam", "metric: exma", 1),
			[]string{"inspections.qa.escalation", "pay.items[0].award.cases[0].when[0].metric"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := policy.Load(strings.NewReader(tt.text))
			var all policy.Problems
			require.ErrorAs(t, err, &all)
			errs, _ := all.Split()
			var paths []string
			for _, p := range errs {
				paths = append(paths, p.Path)
			}
			assert.ElementsMatch(t, tt.want, paths)
		})
	}
}
