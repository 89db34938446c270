package explain_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/payout"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// awarded pays the month by awards, over-achievement and performance pay, which
// the plan of the other sentences leaves out.
func awarded(t *testing.T) map[string][]explain.Step {
	t.Helper()
	list := []payout.Case{
		{Name: named("第一名", "First"), When: facts.When{{Ranking: "by_sales", First: facts.AnyTied}}, Amount: d("300")},
		{When: facts.When{{Metric: "exam", AtLeast: p("80")}}, Amount: d("50")},
	}
	performance := payout.PerformancePay{Amount: d("2000"), By: "exam", OutOf: d("90"), Floor: p("0.7"), Cap: p("1")}
	slips, err := payout.Make(payout.Plan{Items: []payout.Item{
		{ID: "first", Name: named("单项奖", "Single award"), Pay: payout.Award{Match: payout.FirstMatch, Cases: list}},
		{ID: "all", Name: named("累计奖", "Awards"), Pay: payout.Award{Match: payout.AllMatch, Cases: list}},
		{ID: "over", Name: named("超额奖", "Over-achievement"), Pay: payout.Overachievement{
			Metric: "sales", Target: d("5000"), Step: d("0.1"), Amount: d("100"), Cap: p("750"),
		}},
		{ID: "linear", Name: named("超额提成", "Above target"), Pay: payout.Overachievement{
			Metric: "sales", Target: d("4000"), Step: d("0.2"), Amount: d("80"), Count: payout.LinearSteps,
		}},
		{ID: "wage", Name: named("绩效工资", "Performance pay"), Pay: performance},
	}}, terms(t), month(t))
	require.NoError(t, err)
	out := map[string][]explain.Step{}
	for slip := range slips.All() {
		out[slip.Agent()] = slip.Explain().Steps
	}
	return out
}

func awardedSentences() []said {
	return []said{
		{"A", "award.case", "单项奖:符合条件(第一名),300.00 元", "Single award: the conditions hold (First), 300.00 yuan"},
		{"B", "award.case", "单项奖:符合条件(#2),50.00 元", "Single award: the conditions hold (#2), 50.00 yuan"},
		{"D", "award.none", "单项奖:不符合任何一项条件,0.00 元", "Single award: the conditions of no case hold, 0.00 yuan"},
		{"A", "award.cases", "累计奖:符合 2 项条件,共 350.00 元", "Awards: the conditions of 2 cases hold, 350.00 yuan together"},
		{"A", "award.part", "第一名:300.00 元", "First: 300.00 yuan"},
		{"A", "award.part", "#2:50.00 元", "#2: 50.00 yuan"},
		{"A", "metric.given", "销售排名 1", "Sales standing 1"},
		{
			"B", "overachievement.none", "超额奖:个人销售额 5000.00 元,未超过目标 5000.00 元,0.00 元",
			"Over-achievement: own sales 5000.00 yuan, not above the target of 5000.00 yuan, 0.00 yuan",
		},
		// 9,000 of 5,000 is 180%: 8 steps of 10%, cut off at 750.00
		{
			"A", "overachievement.steps", "超额奖:个人销售额 9000.00 元,为目标 5000.00 元的 180%,超出部分每满 10% 奖 100.00 元,满 8 次,计 800.00 元",
			"Over-achievement: own sales 9000.00 yuan is 180% of the target of 5000.00 yuan, 100.00 yuan for each full 10% above it, of which there are 8: 800.00 yuan",
		},
		{"A", "commission.cap", "计得 800.00 元,超过封顶,按 750.00 元计", "800.00 yuan is more than the cap, which is 750.00 yuan"},
		// 5,000 of 4,000 is 125%: 1.25 steps of 20%
		{
			"B", "overachievement.linear", "超额提成:个人销售额 5000.00 元,为目标 4000.00 元的 125%,超出部分每 20% 奖 80.00 元,按比例 80.00 元 × 1.25 = 100.00 元",
			"Above target: own sales 5000.00 yuan is 125% of the target of 4000.00 yuan, 80.00 yuan for each 20% above it in proportion: 80.00 yuan × 1.25 = 100.00 yuan",
		},
		// 2,000 x 80/90
		{
			"A", "performance_pay", "绩效工资:月度考试 80 分,2000.00 元 × 80 ÷ 90 = 1777.78 元",
			"Performance pay: monthly test 80 points, 2000.00 yuan × 80 / 90 = 1777.78 yuan",
		},
		{
			"B", "performance_pay.cap", "绩效工资:月度考试 95 分(满分 90 分),超过封顶,按 2000.00 元 × 100% = 2000.00 元计",
			"Performance pay: monthly test 95 points out of 90 points is above the cap, 2000.00 yuan × 100% = 2000.00 yuan",
		},
		{
			"D", "performance_pay.floor", "绩效工资:月度考试 60 分(满分 90 分),不足保底,按 2000.00 元 × 70% = 1400.00 元计",
			"Performance pay: monthly test 60 points out of 90 points is below the floor, 2000.00 yuan × 70% = 1400.00 yuan",
		},
		{"E", "pay.not_applicable", "绩效工资:不适用,0.00 元", "Performance pay: not applicable, 0.00 yuan"},
	}
}
