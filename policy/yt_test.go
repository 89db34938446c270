package policy

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/scoring/explain"
)

// ytPolicy is shop YT's pre-sales score: nine indicators, the three highest
// with the shop's own weights, sales and orders by place, and praise and blame
// beside the total. The other six weights and all marks are samples.
const ytPolicy = `format: cspay/v1
id: yt
currency: CNY
events:
  praise: {name: {zh: 点名表扬, en: Named praise}}
  blame: {name: {zh: 点名批评, en: Named blame}}
metrics:
  conversion: {unit: percent, better: higher}
  sales: {unit: money, better: higher}
  orders: {unit: count, better: higher}
  response: {unit: seconds, better: lower}
  invites: {unit: percent, better: higher}
  dsr: {unit: points, better: higher}
  exam: {unit: points, better: higher}
  daily_work: {unit: percent, better: higher}
  attendance: {unit: percent, better: higher}
  praises: {name: {zh: 点名表扬, en: Praises}, unit: count, from: {event: praise}}
  blames: {name: {zh: 点名批评, en: Blames}, unit: count, from: {event: blame}}
rankings:
  - {id: by_sales, name: {zh: 销售排名, en: Sales standing}, by: sales}
  - {id: by_orders, by: orders}
scheme:
  least: 0
  indicators:
    - {id: conversion, points: 15, attainment: {metric: conversion, target: 50%, cap: 100%}}
    - {id: sales, points: 20, place: {ranking: by_sales, shares: [100%, 90%, 80%], else: 60%}, sample: [shares, else]}
    - {id: orders, points: 15, place: {ranking: by_orders, shares: [100%, 90%, 80%], else: 60%}, sample: [shares, else]}
    - {id: response, points: 10, sample: [points], attainment: {metric: response, target: 30, formula: ratio, cap: 100%}}
    - {id: invites, points: 10, sample: [points], attainment: {metric: invites, target: 80%, cap: 100%}}
    - {id: dsr, points: 10, sample: [points], direct: {metric: dsr, out_of: 5}}
    - {id: exam, points: 10, sample: [points], direct: {metric: exam, out_of: 100}}
    - {id: daily_work, points: 5, sample: [points], attainment: {metric: daily_work, target: 100%, cap: 100%}}
    - {id: attendance, points: 5, sample: [points], attainment: {metric: attendance, target: 100%, cap: 100%}}
    - {id: praise, adjust: {metric: praises, each: 2}}
    - {id: blame, adjust: {metric: blames, each: -2}}
`

// ytMonth has a best agent with praise, two who are second in sales, and one
// who is blamed more often than there are points.
func ytMonth() string {
	var b strings.Builder
	b.WriteString(`month: 2026-06
agents:
- {id: A, values: {conversion: 50, sales: 90000, orders: 300, response: 30, invites: 80, dsr: 5, exam: 100, daily_work: 100, attendance: 100}}
- {id: B, values: {conversion: 40, sales: 80000, orders: 250, response: 40, invites: 60, dsr: 4, exam: 80, daily_work: 90, attendance: 100}}
- {id: C, values: {conversion: 25, sales: 80000, orders: 240, response: 60, invites: 40, dsr: 2.5, exam: 50, daily_work: 50, attendance: 50}}
- {id: D, values: {conversion: 0, sales: 1, orders: 1, response: 30000, invites: 0, dsr: 0, exam: 0, daily_work: 0, attendance: 0}}
events:
`)
	for i, e := range append([]string{"A praise", "A praise", "A praise", "A blame", "B blame"}, strings.Split(strings.Repeat("D blame,", 11), ",")[:11]...) {
		agent, kind, _ := strings.Cut(e, " ")
		fmt.Fprintf(&b, "- {id: e%d, agent: %s, kind: %s, date: 2026-06-%02d}\n", i, agent, kind, i+1)
	}
	return b.String()
}

func closeYT(t *testing.T, src string) *Result {
	t.Helper()
	p, err := Load(strings.NewReader(src))
	require.NoError(t, err)
	r, err := shop{facts: ytMonth()}.close(p)
	require.NoError(t, err)
	return r
}

func TestYTScoresOfAMonth(t *testing.T) {
	r := closeYT(t, ytPolicy)
	for _, tt := range []struct {
		name, agent   string
		sales, orders int
		points        map[string]string
		score         string
	}{
		{
			"YT2, YT4, YT5: full marks, and 3 praises and 1 blame are +4 above 100", "A", 1, 1,
			map[string]string{"sales": "20.00", "orders": "15.00", "conversion": "15.00", "praise": "6.00", "blame": "-2.00"},
			"104.00",
		},
		// 12 + 18 + 13.5 + 7.5 + 7.5 + 8 + 8 + 4.5 + 5 - 2
		{
			"YT3: one of two second in sales has the second mark", "B", 2, 2,
			map[string]string{"sales": "18.00", "orders": "13.50", "response": "7.50", "praise": "0.00", "blame": "-2.00"},
			"82.00",
		},
		// 7.5 + 18 + 12 + 5 + 5 + 5 + 5 + 2.5 + 2.5
		{
			"YT3: the other of the two has it too", "C", 2, 3,
			map[string]string{"sales": "18.00", "orders": "12.00", "dsr": "5.00"},
			"62.50",
		},
		// 12 + 9 + 0.01 - 22 is below 0
		{
			"YT3, YT4: the fourth has what is left, and no score is below 0", "D", 4, 4,
			map[string]string{"sales": "12.00", "orders": "9.00", "response": "0.01", "blame": "-22.00"},
			"0.00",
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			slip, ok := r.Slip(tt.agent)
			require.True(t, ok)
			assert.Equal(t, tt.score, slip.Score().StringFixed(2))
			assert.Equal(t, tt.sales, slip.PlaceIn("by_sales"))
			assert.Equal(t, tt.orders, slip.PlaceIn("by_orders"))
			got := map[string]string{}
			for _, line := range slip.Explain().Steps[0].Steps {
				id := strings.TrimPrefix(line.Clause, "scheme.")
				if _, asked := tt.points[id]; asked {
					value, ok := line.Value.Decimal()
					require.True(t, ok)
					got[id] = value.StringFixed(2)
				}
			}
			assert.Equal(t, tt.points, got)
		})
	}
}

func TestYT4OnceAMonth(t *testing.T) {
	r := closeYT(t, strings.NewReplacer("each: 2}", "each: 2, per: month}", "each: -2}", "each: -2, per: month}").Replace(ytPolicy))
	for agent, want := range map[string]string{
		"A": "100.00", // +2 and -2, however often
		"B": "82.00", "C": "62.50",
		"D": "19.01", // 21.01 - 2
	} {
		slip, _ := r.Slip(agent)
		assert.Equal(t, want, slip.Score().StringFixed(2), agent)
	}
	slip, _ := r.Slip("A")
	steps := slip.Explain().Steps[0].Steps
	assert.Equal(t, "点名表扬 3 个,当月有即计 +2 分,不按次数累加,本项计 +2 分", steps[9].Sentence(explain.Chinese))
}

func TestYT2WeightsAddUp(t *testing.T) {
	_, err := Load(strings.NewReader(strings.Replace(ytPolicy, "{id: dsr, points: 10", "{id: dsr, points: 9", 1)))
	refused(t, err, spot{"policy.yaml", 22, 1, "weight.sum", ""})
}
