package explain_test

import (
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// derived tells the metrics that are made of others, of days and of amounts: P
// has all the numbers, Q lacks some.
func derived(t *testing.T) map[string][]explain.Step {
	t.Helper()
	c := facts.NewCheck()
	schema := columns.NewSchemaWith(columns.Vocabulary{
		Metrics: derivedMetrics(), Events: facts.EventKinds{"freight": {Name: named("误承诺运费", "Freight promised")}},
	}, c)
	require.NoError(t, c.Err())
	period, err := facts.NewPeriod(2026, 6)
	require.NoError(t, err)
	m := facts.Month{Period: period, Agents: []facts.Agent{
		{ID: "P", Team: "一组", Values: numbers("items", "39", "customers", "20", "exam", "92", "tests", "85", "order", "50", "inquiry", "45")},
		{ID: "Q", Team: "一组", Values: numbers("items", "50", "customers", "100", "exam", "60", "tests", "60", "inquiry", "45")},
		{ID: "R", Values: numbers("items", "1", "customers", "1", "exam", "60", "tests", "60")},
	}}
	for n := 1; n <= 26; n++ {
		m.Agents[0].Days = append(m.Agents[0].Days, facts.Day{Date: date(t, n)})
	}
	m.Events = []facts.Event{
		{ID: "f1", Agent: "P", Kind: "freight", Date: date(t, 3), Amount: p("12.5"), Order: "8801", Note: "退换货"},
		{ID: "f2", Agent: "P", Kind: "freight", Date: date(t, 4), Amount: p("8"), Status: facts.Withdrawn},
	}
	facted := facts.NewFactsCheck()
	table := schema.Build(m, facted)
	require.NoError(t, facted.Err())
	out := map[string][]explain.Step{}
	for row, agent := range table.IDs {
		for _, id := range []string{"freight", "days", "target", "of_team", "of_all", "score", "conversion"} {
			ref, ok := schema.Lookup(id)
			require.True(t, ok)
			out[agent] = append(out[agent], table.Explain(ref, int32(row)))
		}
	}
	return out
}

func derivedMetrics() facts.Metrics {
	points := func(zh, en string) facts.Metric {
		return facts.Metric{Name: named(zh, en), Unit: facts.Points, Better: facts.Higher}
	}
	share := func(zh, en string) facts.Metric {
		return facts.Metric{Name: named(zh, en), Unit: facts.Percent, Better: facts.Higher}
	}
	from := func(m facts.Metric, f facts.From) facts.Metric { m.From = f; return m }
	per := func(zh, en string, over facts.Across) facts.Metric {
		return facts.Metric{Name: named(zh, en), Unit: facts.Number, From: facts.From{Ratio: "items", To: "customers", Across: over}}
	}
	return facts.Metrics{
		"freight":   {Name: named("误承诺运费", "Freight charged"), Unit: facts.Money, From: facts.From{Amounts: "freight"}},
		"days":      {Name: named("应出勤", "Roster"), Unit: facts.Days, From: facts.From{Days: facts.RosteredDays}},
		"target":    {Name: named("销售目标", "Sales target"), Unit: facts.Money, From: facts.From{Days: facts.RosteredDays, Each: p("13000")}},
		"items":     {Name: named("件数", "Items"), Unit: facts.Count},
		"customers": {Name: named("客数", "Customers"), Unit: facts.Count},
		"of_team":   per("小组客件数", "Items per customer of the team", facts.AcrossTeam),
		"of_all":    per("全店客件数", "Items per customer of all", facts.AcrossAll),
		"exam":      points("月考", "Exam"), "tests": points("平时成绩", "Ordinary tests"),
		"score": from(points("考核成绩", "Exam score"), facts.From{Blend: []facts.BlendPart{
			{Metric: "exam", Weight: d("0.7")}, {Metric: "tests", Weight: d("0.3")},
		}}),
		"order": share("下单转化率", "Order conversion"), "inquiry": share("询单转化率", "Inquiry conversion"),
		"conversion": from(share("转化率", "Conversion"), facts.From{FirstOf: []string{"order", "inquiry"}}),
	}
}

func numbers(pairs ...string) map[string]decimal.Decimal {
	out := map[string]decimal.Decimal{}
	for i := 0; i < len(pairs); i += 2 {
		out[pairs[i]] = d(pairs[i+1])
	}
	return out
}

func derivedSentences() []said {
	return []said{
		{"P", "metric.amounts", "误承诺运费 12.50 元,按事件金额合计", "Freight charged 12.50 yuan, the amounts of events added up"},
		{
			"P", "event.amount", "2026-06-03:误承诺运费(事件 f1,订单 8801,成立;退换货),金额 12.50 元",
			"2026-06-03: freight promised (event f1, order 8801, upheld; 退换货), 12.50 yuan",
		},
		{
			"P", "event.amount.none", "2026-06-04:误承诺运费(事件 f2,已撤回),金额 8.00 元,不计入",
			"2026-06-04: freight promised (event f2, withdrawn), 8.00 yuan, not counted",
		},
		{"P", "metric.days", "应出勤 26 天,按排班天数计", "Roster 26 days, counted as rostered days"},
		{"P", "metric.days.each", "销售目标 338000.00 元,排班天数 26 × 13000.00 元", "Sales target 338000.00 yuan, rostered days: 26 × 13000.00 yuan"},
		{
			"Q", "metric.across", "小组客件数 ≈0.7417,小组一组共 2 人合计:件数 89 个 ÷ 客数 120 个",
			"Items per customer of the team ≈0.7417, over the team 一组 (agents: 2): items 89 / customers 120",
		},
		{
			"R", "metric.across.all", "全店客件数 ≈0.7438,全员共 3 人合计:件数 90 个 ÷ 客数 121 个",
			"Items per customer of all ≈0.7438, over all agents (3): items 90 / customers 121",
		},
		// 92 x 0.7 + 85 x 0.3
		{"P", "metric.blend", "考核成绩 89.9 分,由以下各项乘以权重相加", "Exam score 89.9 points, each of these times its weight, added up"},
		{"P", "blend.part", "平时成绩 85 分 × 30%", "Ordinary tests 85 points × 30%"},
		{"P", "metric.first", "转化率 50%,采用:下单转化率", "Conversion 50%, used: order conversion"},
		{"Q", "metric.first.substitute", "转化率 45%,采用:询单转化率;没有:下单转化率", "Conversion 45%, used: inquiry conversion; no order conversion"},
		{"R", "metric.first.none", "转化率 未提供,没有:下单转化率、询单转化率", "Conversion not given: none of Order conversion, Inquiry conversion"},
	}
}
