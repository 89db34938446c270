package policy

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/scoring/explain"
)

// reasonsPolicy judges speed only up to one and a half times the shop's load,
// and ranks whoever had half of it.
const reasonsPolicy = `format: cspay/v1
id: reasons
currency: CNY
events: {推诿: {name: {zh: 推诿责任, en: Shirking}}}
inspections:
  qa: {name: {zh: 质检, en: Quality check}, mark: 100, fatal: [推诿], items: {含糊: 10}, sources: {random: {}}}
metrics:
  visits: {name: {zh: 访客, en: Visitors}, unit: count, from: {daily: sum}}
  attended: {unit: days, from: {days: attended}}
  speed: {name: {zh: 速度, en: Speed}, unit: points, better: higher}
  qa: {unit: points, better: higher, from: {inspection: qa, figure: mark}}
  load: {name: {zh: 日均访客, en: Visitors a day}, unit: number, from: {ratio: visits, to: attended}}
  shop: {name: {zh: 全店日均访客, en: Visitors a day in the shop}, unit: number, from: {ratio: visits, to: attended, across: all}}
scheme:
  - {id: speed, name: {zh: 速度, en: Speed}, points: 40, when: [{metric: load, of: shop, at_most: 150%}], direct: {metric: speed, out_of: 10}}
  - {id: qa, points: 60, direct: {metric: qa, out_of: 100}}
rankings:
  - {id: by_qa, name: {zh: 质量排名, en: Quality standing}, by: qa, eligible: [{metric: load, of: shop, at_least: 50%}]}
pay:
  - {id: award, rank_award: {ranking: by_qa, amounts: [100]}}
`

const reasonsFacts = `month: 2026-01
agents:
- {id: A, values: {speed: 10}}
- {id: B, values: {speed: 5}}
- {id: C, values: {speed: 5}}
chats:
- {id: c1, agent: A, date: 2026-01-05, inspection: qa, source: random, items: [推诿]}
- {id: c2, agent: B, date: 2026-01-05, inspection: qa, source: random, items: [含糊]}
- {id: c3, agent: C, date: 2026-01-05, inspection: qa, source: random}
`

// reasonsDays make a shop's load of 200: A is on the upper limit, C one visitor
// under the lower.
const reasonsDays = "agent,date,visits\nA,2026-01-05,300\nB,2026-01-05,201\nC,2026-01-05,99\n"

func closeReasons(t *testing.T, days string) *Result {
	t.Helper()
	p, err := Load(strings.NewReader(reasonsPolicy))
	require.NoError(t, err)
	r, err := shop{facts: reasonsFacts, daily: days}.close(p)
	require.NoError(t, err)
	return r
}

func TestLF3_LF4_ErrorsAreToldByTheNamesOfTheEvents(t *testing.T) {
	r := closeReasons(t, reasonsDays)
	assert.Contains(t, told(t, r, "A", explain.Chinese), "推诿责任:致命项,100 分全扣")
	assert.Contains(t, told(t, r, "A", explain.English), "Shirking: fatal, all 100 points off")
	assert.Contains(t, told(t, r, "B", explain.English), "含糊: 10 points off", "one that no event names keeps its word")
}

func TestLF7_WhatDoesNotApplyToALoadSaysWhy(t *testing.T) {
	const load, shopLoad = "Visitors a day 99, the first of these over the second", "Visitors a day in the shop 200, over all agents (3): visitors 600 / attended 3 days"
	over := strings.NewReplacer("A,2026-01-05,300", "A,2026-01-05,302", "B,2026-01-05,201", "B,2026-01-05,199")
	tests := []struct {
		name, days, agent string
		says, not         []string
	}{
		{
			"exactly 150% of the shop's load is judged", reasonsDays, "A",
			[]string{"Speed 10 points out of 10 points: 40 of 40 points"},
			[]string{"Speed: not applicable, not counted in the score"},
		},
		{
			"more is not, and the slip has both loads", over.Replace(reasonsDays), "A",
			[]string{"Speed: not applicable, not counted in the score", "Visitors a day 302, the first of these over the second", shopLoad},
			nil,
		},
		{
			"less than half has no place, and the slip has both loads", reasonsDays, "C",
			[]string{"Quality standing not applicable", load, shopLoad},
			nil,
		},
		{"whoever has a place is told no condition", reasonsDays, "B", []string{"Quality standing 1"}, []string{"Visitors a day 201, the first of these over the second"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			said := told(t, closeReasons(t, tt.days), tt.agent, explain.English)
			assert.Subset(t, said, tt.says)
			for _, sentence := range tt.not {
				assert.NotContains(t, said, sentence)
			}
		})
	}
}
