package explain_test

import (
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/payout"
	"github.com/cspay/cspay/scoring"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// settled pays a month from which something is taken: L crosses two red lines
// and is charged more than the law allows, M has a clean month, N and O are in
// the trial period; P has no law to hold deductions back.
func settled(t *testing.T) map[string][]explain.Step {
	t.Helper()
	terms := settledTerms()
	m := settledMonth(t)
	cards, err := scoring.Score(scoring.Scheme{Indicators: []scoring.Indicator{
		{ID: "mark", Points: d("100"), Rule: scoring.Direct{Metric: "mark", OutOf: d("100")}},
	}}, terms, m)
	require.NoError(t, err)
	out := map[string][]explain.Step{}
	for card := range cards.All() {
		out[card.Agent()] = append(out[card.Agent()], card.Explain())
	}
	pay := func(bounds payout.Bounds) {
		slips, err := payout.MakeWithin(settledPlan(), bounds, terms, m)
		require.NoError(t, err)
		for slip := range slips.All() {
			who := slip.Agent()
			if bounds.Guard.IsZero() {
				if who != "L" {
					continue
				}
				who = "P" // as L, without a law
			}
			out[who] = append(out[who], slip.Explain())
		}
	}
	pay(payout.Bounds{})
	for _, below := range []payout.BelowFloor{payout.TopUp, payout.Review} {
		pay(payout.Bounds{Guard: payout.Guard{
			Jurisdiction: "cn", Region: "city", Probation: &payout.ProbationGuard{Agreed: "agreed", Below: below},
		}, Laws: []payout.Jurisdiction{settledLaw(t)}})
	}
	return out
}

func settledLaw(t *testing.T) payout.Jurisdiction {
	t.Helper()
	from := date(t, 1)
	return payout.Jurisdiction{
		ID: "cn", Name: named("中国大陆", "Chinese mainland"),
		Laws: []payout.Law{{From: from, DeductionCeiling: p("0.2"), ProbationFloor: p("0.8")}},
		Regions: map[string]payout.Region{
			"city": {Name: named("示例城市", "Sample city"), MinimumWages: []payout.MinimumWage{{From: from, Monthly: d("2490")}}},
		},
	}
}

func settledTerms() scoring.Terms {
	return scoring.Terms{
		Metrics: facts.Metrics{
			"wage":   {Name: named("基本工资", "Base wage"), Unit: facts.Money},
			"agreed": {Name: named("约定工资", "Agreed wage"), Unit: facts.Money, Missing: facts.MissingZero},
			"mark":   {Name: named("月度考试", "Monthly test"), Unit: facts.Points, Better: facts.Higher},
			"broken": {Name: named("违规", "Breaches"), Unit: facts.Count, Better: facts.Lower, From: facts.From{Event: "breach"}},
		},
		Events: facts.EventKinds{
			"breach":  {Name: named("违反平台规则", "Breach")},
			"freight": {Name: named("运费承诺", "Freight promise")},
		},
		RedLines: []scoring.RedLine{
			{ID: "tmall", Name: named("平台规则", "Platform rules"), When: facts.When{{Metric: "broken", Over: p("0")}}, Effect: scoring.ScoreZero},
			{ID: "pool", Name: named("失信", "Promise not kept"), When: facts.When{{Metric: "broken", Over: p("0")}}, Effect: scoring.PayZero, Items: []string{"award"}},
		},
	}
}

func settledPlan() payout.Plan {
	typing := payout.Penalty{Match: payout.AllMatch, Cases: []payout.Case{{
		Name: named("考试不及格", "Test failed"), When: facts.When{{Metric: "mark", Under: p("60")}}, Amount: d("10"),
		Duty: named("每天练习 30 分钟", "30 minutes of practice a day"),
	}}}
	return payout.Plan{Items: []payout.Item{
		{ID: "base", Name: named("底薪", "Base pay"), Pay: payout.BasePay{Metric: "wage", Basis: payout.Calendar}},
		{ID: "award", Name: named("达标奖", "Award"), When: facts.When{{Metric: "broken", Over: p("0")}}, Pay: payout.Bonus{
			Amount: d("100"), By: "wage", Steps: []payout.Coefficient{{Over: p("0"), Coefficient: d("1")}},
		}},
		{ID: "typing", Name: named("负激励", "Penalty"), Pay: typing},
		{ID: "freight", Name: named("运费追偿", "Freight"), Pay: payout.ChargeBack{Event: "freight", Share: d("1")}},
		{ID: "half", Name: named("运费分担", "Shared freight"), Pay: payout.ChargeBack{Event: "freight", Share: d("0.5")}},
	}}
}

func settledMonth(t *testing.T) facts.Month {
	t.Helper()
	period, err := facts.NewPeriod(2026, 6)
	require.NoError(t, err)
	agent := func(id, mark, wage, agreed string, status facts.Status) facts.Agent {
		return facts.Agent{ID: id, Status: status, Values: map[string]decimal.Decimal{"mark": d(mark), "wage": d(wage), "agreed": d(agreed)}}
	}
	freight := func(id, agent, amount, order string) facts.Event {
		return facts.Event{ID: id, Agent: agent, Kind: "freight", Date: date(t, 8), Amount: p(amount), Order: order}
	}
	return facts.Month{
		Period: period,
		Agents: []facts.Agent{
			agent("L", "59", "2800", "0", facts.Regular), agent("M", "92.5", "5000", "0", facts.Regular),
			agent("N", "80", "3500", "4000", facts.Probation), agent("O", "80", "3000", "4000", facts.Probation),
		},
		Events: []facts.Event{
			{ID: "b1", Agent: "L", Kind: "breach", Date: date(t, 5)},
			freight("f1", "L", "3000", "T1001"), freight("f2", "M", "12", ""), freight("f3", "N", "500", "T1002"),
		},
	}
}

func settledSentences() []said {
	return []said{
		{"L", "score.veto", "触犯红线(平台规则),得分由 59 分改为 0 分,待人工复核:-59 分", "Red line crossed (Platform rules), the score of 59 points becomes 0 points, to be confirmed by a person: -59 points"},
		{"L", "red_line", "红线(平台规则):当月得分计 0", "Red line, platform rules: the month's score is 0"},
		{"L", "penalty", "负激励:-10.00 元(未取得)", "Penalty: -10.00 yuan (not earned)"},
		{"L", "penalty.case", "符合条件(考试不及格):-10.00 元", "the conditions of test failed hold: -10.00 yuan"},
		{"M", "penalty.none", "负激励:没有符合的条件,0.00 元", "Penalty: no case holds, 0.00 yuan"},
		{"L", "charge_back", "运费追偿:当月合计 -3000.00 元", "Freight: -3000.00 yuan this month"},
		{"L", "charge_back.order", "2026-06-08:运费承诺(事件 f1,订单 T1001)金额 3000.00 元,承担 100%:-3000.00 元", "2026-06-08: freight promise (event f1, order T1001) of 3000.00 yuan, 100% of it to bear: -3000.00 yuan"},
		{"M", "charge_back.event", "2026-06-08:运费承诺(事件 f2)金额 12.00 元,承担 100%:-12.00 元", "2026-06-08: freight promise (event f2) of 12.00 yuan, 100% of it to bear: -12.00 yuan"},
		{"O", "charge_back.none", "运费追偿:当月没有应追偿的事件,0.00 元", "Freight: nothing to charge back this month, 0.00 yuan"},
		{"L", "settle.veto", "达标奖:触犯红线(失信),本项不发,待人工复核:-100.00 元", "Award: red line crossed (Promise not kept), the item pays nothing, to be confirmed by a person: -100.00 yuan"},
		{"L", "settle.uncollected", "负激励:当月绩效与奖励不足,未扣 10.00 元,不动用基本工资", "Penalty: no performance pay or award is left to take it from, 10.00 yuan is uncollected; base pay is not touched"},
		{"L", "settle.duty", "负激励:任务:每天练习 30 分钟", "Penalty: duty: 30 minutes of practice a day"},
		// 20% of 2,800 are 560; above 2,490 there are 310
		{"L", "settle.ceiling", "中国大陆:当月扣款最多为工资的 20%,即 560.00 元,超出的 2440.00 元未扣", "Chinese mainland: at most 20% of the month's wage, 560.00 yuan, may be deducted; 2440.00 yuan is uncollected"},
		{"L", "settle.minimum_wage", "中国大陆:扣款后不得低于示例城市最低工资 2490.00 元,最多可扣 310.00 元,250.00 元未扣", "Chinese mainland: deductions leave at least the minimum wage of sample city, 2490.00 yuan; 310.00 yuan may be deducted, 250.00 yuan is uncollected"},
		{"M", "settle.once", "运费分担:同一事件已由条款 pay.freight 处理,不再扣,0.00 元", "Shared freight: clause pay.freight has charged the event already, it is not charged again, 0.00 yuan"},
		{"N", "settle.probation_floor", "中国大陆:试用期扣款后不得低于约定工资的 80%,最多可扣 300.00 元,200.00 元未扣", "Chinese mainland: in the trial period deductions leave at least 80% of the agreed wage; 300.00 yuan may be deducted, 200.00 yuan is uncollected"},
		{"O", "settle.top_up", "中国大陆:试用期工资不得低于 3200.00 元(约定工资的 80%,且不低于最低工资),补足 200.00 元", "Chinese mainland: pay in the trial period is at least 3200.00 yuan (80% of the agreed wage, and the minimum wage), topped up by 200.00 yuan"},
		{"O", "settle.below_floor", "中国大陆:试用期工资低于 3200.00 元(约定工资的 80%,且不低于最低工资),待人工复核", "Chinese mainland: pay in the trial period is below 3200.00 yuan (80% of the agreed wage, and the minimum wage), to be looked at by a person"},
		// both charge-backs: 3,000 and 1,500 of a wage of 2,800
		{"P", "settle.nothing_left", "扣款不超过当月工资,最多可扣 2800.00 元,1700.00 元未扣", "No more is deducted than there is: 2800.00 yuan may be deducted, 1700.00 yuan is uncollected"},
	}
}
