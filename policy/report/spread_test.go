package report_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/cspay/cspay/payout"
	"github.com/cspay/cspay/policy/report"
	"github.com/cspay/cspay/scoring/facts"
)

// TestTextOfSpreads publishes an item in both languages, after the sum and
// without a name.
func TestTextOfSpreads(t *testing.T) {
	t.Parallel()
	doc := document()
	doc.Pay.Items = append(doc.Pay.Items, payout.Item{
		ID: "performance", Name: facts.Text{ZH: "绩效工资", EN: "Performance pay"}, Spread: true,
		Pay: payout.PerformancePay{Amount: d("2000"), By: "score", OutOf: d("100")},
	}, payout.Item{ID: "nobody", Spread: true, When: facts.When{{Role: []string{"boss"}}}, Pay: payout.BasePay{Metric: "wage", Basis: payout.Calendar}})
	m := month(facts.Agent{ID: "A1"}, facts.Agent{ID: "A2"})
	m.Agents[0].Values["exam"] = d("95.5")
	assert.Equal(t, `小店薪酬 2026-06 共 2 人

工号   得分  名次  基本工资  绩效工资     合计
A1    95.50     1   3000.00   1910.00  4910.00
A2    90.00     2   3000.00   1800.00  4800.00

合计应发 9710.00 元
绩效工资:最高 1910.00 元,最低 1800.00 元,相差 110.00 元,共 2 人
`, text(t, doc, m, report.Chinese))
	assert.Contains(t, text(t, doc, m, report.English),
		"\nAll totals together: 9710.00 yuan\nPerformance pay: highest 1910.00 yuan, lowest 1800.00 yuan, gap 110.00 yuan (agents: 2)\n")
}
