package explain_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/payout"
	"github.com/cspay/cspay/scoring/explain"
)

// commissions pays the month by every form of commission, which the plan of
// the other sentences leaves out.
func commissions(t *testing.T) map[string][]explain.Step {
	t.Helper()
	fast := &payout.Accelerator{Target: d("4000"), Times: d("1.5")}
	tiers := payout.Tiers{{UpTo: d("5000"), Rate: d("0.01")}, {Rate: d("0.015")}}
	slips, err := payout.Make(payout.Plan{Items: []payout.Item{
		{ID: "tiers", Name: named("阶梯提成", "Tiers"), Pay: payout.Commission{
			Metric: "sales", Tiers: tiers, Accelerator: fast, Floor: p("20"), Cap: p("150"),
		}},
		{ID: "by", Name: named("考试提成", "Rate by test"), Pay: payout.Commission{Metric: "sales", RateBy: &payout.RateBy{
			Metric: "exam", Steps: []payout.RateStep{{AtLeast: p("90"), Rate: d("0.012")}}, Else: p("0.008"),
		}}},
		{ID: "owed", Name: named("保底提成", "Guaranteed"), Pay: payout.Commission{
			Metric: "sales", Less: "returns", Rate: p("0.01"), Negative: payout.NegativeZero, Floor: p("20"),
		}},
	}}, terms(t), month(t))
	require.NoError(t, err)
	out := map[string][]explain.Step{}
	for slip := range slips.All() {
		out[slip.Agent()] = slip.Explain().Steps
	}
	return out
}

func commissionSentences() []said {
	return []said{
		{"A", "commission.tier", "9000.00 元,超过 5000.00 元,全额按 1.5% 计提", "9000.00 yuan, more than 5000.00 yuan: all of it at 1.5%"},
		{"B", "commission.tier", "5000.00 元,不超过 5000.00 元,全额按 1% 计提", "5000.00 yuan, at most 5000.00 yuan: all of it at 1%"},
		{"A", "commission.slab", "其中 4000.00 元 × 1.5%", "4000.00 yuan of it × 1.5%"},
		{
			"A", "commission.accelerated", "其中超出目标 4000.00 元 × 100% 的 5000.00 元 × 1.5% × 1.5",
			"5000.00 yuan of it, above 100% of the target of 4000.00 yuan, × 1.5% × 1.5",
		},
		// 4000 x 1.5% + 5000 x 1.5% x 1.5 = 60 + 112.50
		{"A", "commission.cap", "计得 172.50 元,超过封顶,按 150.00 元计", "172.50 yuan is more than the cap, which is 150.00 yuan"},
		{"A", "commission", "阶梯提成:按 9000.00 元计提 150.00 元", "Tiers: 150.00 yuan on 9000.00 yuan"},
		{"C", "commission.floor", "计得 1.00 元,不足保底,按 20.00 元计", "1.00 yuan is less than the floor, which is 20.00 yuan"},
		{"B", "commission.rate_by", "月度考试 95 分,达到 90 分,按 1.2% 计提", "Monthly test 95 points, at least 90 points: the rate is 1.2%"},
		{"A", "commission.rate_else", "月度考试 80 分,未达到任何一档,按 0.8% 计提", "Monthly test 80 points, no step reached: the rate is 0.8%"},
		{
			"C", "commission.negative_floor", "保底提成:-200.00 元,低于 0 不计提,按保底 20.00 元",
			"Guaranteed: -200.00 yuan is below 0 and pays no commission, the floor is 20.00 yuan",
		},
	}
}
