package policy_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/policy"
)

func TestAnUnreadDailyFileIsOneFault(t *testing.T) {
	p, err := policy.Load(strings.NewReader(`format: cspay/v1
id: shop
currency: CNY
metrics:
  calls: {unit: count, from: {daily: sum}}
  sales: {unit: money, better: higher, from: {daily: sum}}
  exam: {unit: points, better: higher}
rankings: [{id: by_sales, by: sales}, {id: by_exam, by: exam}]
`))
	require.NoError(t, err)
	const both = "month: 2026-01\nagents: [{id: A1, values: {exam: 90}}, {id: A2, values: {exam: 80}}]\n"
	const row = "A1,2026-01-05,7,5.00\nA2,2026-01-05,7,5.00\n"
	tests := []struct {
		name, facts, daily string
		want               []string
	}{
		{"a misspelt column is all that is said", both, "agent,date,calls,saels\n" + row, []string{"daily[1][3]"}},
		{"a column of agents that is not there", both, "agnt,date,calls,sales\n" + row, []string{"daily[1][0]", "daily[1].agent"}},
		{
			"what is given and missing is said beside it", strings.Replace(both, "{exam: 80}", "{}", 1),
			"agent,date,calls,saels\n" + row,
			[]string{"daily[1][3]", "agents[1].values.exam"},
		},
		{
			"a row that could be read and lacks a cell leaves the others checked", both,
			"agent,date,calls,sales\nA1,2026-01-05,7,\n",
			[]string{"daily[2].sales", "agents[1].values.sales"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := p.LoadMonthFS(fstest.MapFS{
				"facts.yaml": {Data: []byte(tt.facts)}, "daily.csv": {Data: []byte(tt.daily)},
			}, ".")
			var all policy.Problems
			require.ErrorAs(t, err, &all)
			errs, _ := all.Split()
			var paths []string
			for _, problem := range errs {
				paths = append(paths, problem.Path)
			}
			assert.ElementsMatch(t, tt.want, paths)
		})
	}
}

func TestAGroupedNumberInBracesIsTold(t *testing.T) {
	const text = `format: cspay/v1
id: shop
currency: CNY
pay: [{id: base, base_pay: {amount: 10,000, basis: calendar}}]
`
	_, err := policy.Load(strings.NewReader(text))
	require.ErrorContains(t, err, "a number has no grouping: 1000, not 1,000")
	_, err = policy.Load(strings.NewReader(strings.Replace(text, "10,000", "10000, 6th", 1)))
	require.ErrorContains(t, err, `got "6th"`)
	assert.NotContains(t, err.Error(), "grouping", "a key that is no number")
}
