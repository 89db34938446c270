package explain_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/scoring"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// said is what a step says of an agent's month.
type said struct {
	agent  string
	code   explain.Code
	zh, en string
}

// spoken walks every tree and returns what each step says.
func spoken(t *testing.T) []said {
	t.Helper()
	var out []said
	add := func(agent string) func(int, explain.Step) {
		return func(_ int, s explain.Step) {
			out = append(out, said{agent, s.Code, s.Sentence(explain.Chinese), s.Sentence(explain.English)})
		}
	}
	for _, told := range []map[string][]explain.Step{
		trees(t), commissions(t), awarded(t), voted(t), derived(t), graded(t), inspected(t), settled(t), careered(t),
	} {
		for agent, steps := range told {
			for _, s := range steps {
				s.Walk(add(agent))
			}
		}
	}
	for _, s := range failing(t) {
		s.Walk(add("X"))
	}
	return out
}

// failing explains lines that have no answer, which a score refuses and a
// sheet alone still tells.
func failing(t *testing.T) []explain.Step {
	t.Helper()
	c := facts.NewCheck()
	schema := columns.NewSchema(facts.Metrics{
		"exam": {Name: named("月度考试", "Monthly test"), Unit: facts.Points, Better: facts.Higher},
	}, c)
	docs := []facts.Ranking{{ID: "by_exam", Name: named("考试排名", "Exam standing"), By: "exam"}}
	ready, _ := schema.Rankings(c, docs, columns.All(1))
	sheet := &scoring.Sheet{}
	sheet.CompileScheme(scoring.Scheme{Indicators: []scoring.Indicator{
		{ID: "band", Name: named("考试", "Test"), Points: d("60"), Rule: scoring.Bands{
			Metric: "exam", Steps: []scoring.Band{{AtLeast: p("90"), Share: d("1")}},
		}},
		{ID: "place", Name: named("名次", "Standing"), Points: d("40"), Rule: scoring.Place{
			Ranking: "by_exam", Shares: nil,
		}},
	}}, scoring.DefaultRounding(), schema, facts.NewCheck())
	require.NoError(t, c.Err())
	period, err := facts.NewPeriod(2026, 6)
	require.NoError(t, err)
	table := schema.Build(facts.Month{Period: period, Agents: []facts.Agent{{ID: "X", Values: values("0", "80", "0", "")}}}, facts.NewFactsCheck())
	ready[0].Run(table, facts.NewFactsCheck())
	return []explain.Step{sheet.Explain(table, 0)}
}

// TestEveryCodeIsSaid: the month reaches every sentence of the catalogue, and
// each step brings the values that its sentence asks for.
func TestEveryCodeIsSaid(t *testing.T) {
	t.Parallel()
	reached := map[explain.Code]bool{}
	for _, s := range spoken(t) {
		reached[s.code] = true
		for _, text := range []string{s.zh, s.en} {
			assert.NotContains(t, text, "{", "%s of %s", s.code, s.agent)
			assert.NotContains(t, text, "  ", "%s of %s", s.code, s.agent)
			assert.NotEqual(t, string(s.code), text)
		}
	}
	for _, code := range explain.Codes() {
		part, _, _ := strings.Cut(string(code), ".")
		if part == "slip" || part == "report" || part == "gap" {
			continue // said by policy and its reports, and tested there
		}
		assert.True(t, reached[code], "nothing in the month says %q", code)
	}
}

// TestSaid compares sentences with what a person would write for the month.
func TestSaid(t *testing.T) {
	t.Parallel()
	all := spoken(t)
	for _, want := range sentences() {
		t.Run(want.agent+" "+string(want.code), func(t *testing.T) {
			t.Parallel()
			var near []said
			for _, s := range all {
				if s.agent == want.agent && s.code == want.code {
					near = append(near, s)
				}
			}
			assert.Contains(t, near, want)
		})
	}
}

func sentences() []said {
	return slices.Concat(
		scoreSentences(), paySentences(), commissionSentences(), awardedSentences(),
		votedSentences(), derivedSentences(), gradedSentences(), chatsSaid(), settledSentences(),
	)
}

func scoreSentences() []said {
	return []said{
		{"E", "score.idle", "本月没有出勤,得分不适用", "No day worked this month: score not applicable"},
		{
			"C", "score.spread", "本项原为 10 分,分担不适用各项的分值后为 10.53 分",
			"10 points become 10.53 points: the points of indicators that do not apply are spread over the others",
		},
		{"C", "rule.not_applicable", "回访:不适用,不计入得分", "Call-back: not applicable, not counted in the score"},
		{"X", "rule.none", "考试:超出范围,无法计分", "Test: out of range, it can not be scored"},
		{
			"X", "place.none", "名次:考试排名的名次没有对应的分值(超出范围),无法计分",
			"Standing: no points are stated for the place in exam standing (out of range), it can not be scored",
		},
		{"A", "rule.outside", "工龄:满一年加 1 分(得 1 分,分值 0 分)", "Tenure: a point for a full year (1 point, worth 0 points)"},

		{
			"A", "attainment.ratio", "平均响应时间 35 秒,目标 30 秒,按 目标÷实际 计分,本项 8.57 分(满分 10 分)",
			"Average response time 35 s against a target of 30 s, counted as target / actual: 8.57 of 10 points",
		},
		{
			"A", "attainment.gap", "平均响应时间 35 秒,目标 30 秒,按 2-实际÷目标 计分,本项 8.33 分(满分 10 分)",
			"Average response time 35 s against a target of 30 s, counted as 2 - actual / target: 8.33 of 10 points",
		},
		{
			"A", "attainment.higher", "个人销售额 9000.00 元,目标 10000.00 元,按 实际÷目标 计分,本项 9 分(满分 10 分)",
			"Own sales 9000.00 yuan against a target of 10000.00 yuan, counted as actual / target: 9 of 10 points",
		},
		{
			"A", "bands.step", "慢响应率 ≈0.7595%,不超过 2%,得分值的 100%,本项 10 分(满分 10 分)",
			"Slow-reply rate ≈0.7595%, at most 2%, 100% of the points: 10 of 10 points",
		},
		{
			"B", "bands.step", "月度考试 95 分,达到 90 分,得分值的 100%,本项 10 分(满分 10 分)",
			"Monthly test 95 points, at least 90 points, 100% of the points: 10 of 10 points",
		},
		{
			"A", "bands.else", "月度考试 80 分,未达到任何一档,得分值的 50%,本项 5 分(满分 10 分)",
			"Monthly test 80 points, no step reached, 50% of the points: 5 of 10 points",
		},
		{"A", "zero_over.over", "差评 4 个,超过 3 个,本项 0 分(满分 5 分)", "4 bad reviews, more than 3: 0 of 5 points"},
		{"B", "zero_over.within", "差评 0 个,未超过 3 个,本项 5 分(满分 5 分)", "Bad reviews 0, not more than 3: 5 of 5 points"},
		{
			"A", "zero_over.linear", "迟到 2 个,未超过 3 个,按数量递减,本项 5 分(满分 10 分)",
			"Late arrivals 2, not more than 3, fewer points for each: 5 of 10 points",
		},
		{
			"A", "deduct", "迟到 2 个,每 1 个扣 1.5 分,扣完为止,本项 7 分(满分 10 分)",
			"Late arrivals 2, 1.5 points off for each one, down to 0: 7 of 10 points",
		},
		{
			"A", "direct", "月度考试 80 分,以 100 分为满,折合本项 8 分(满分 10 分)",
			"Monthly test 80 points out of 100 points: 8 of 10 points",
		},
		{"A", "adjust", "点名表扬 3 个,每 1 个计 +2 分,本项计 +6 分", "Praises 3, +2 points for each one: +6 points"},
		{"A", "adjust", "单日最高接待 90 个,每 1 个计 -0.01 分,本项计 -0.9 分", "Busiest day 90, -0.01 points for each one: -0.9 points"},
		{"A", "adjust", "月末评级 4,每 1 个单位计 +0.5 分,本项计 +2 分", "Closing rating 4, +0.5 points for each one: +2 points"},
		{
			"A", "overflow.money", "互检基金超扣 20.00 元,每元扣 0.1 分,本项计 -2 分",
			"Peer-inspection fund 20.00 yuan over, 0.1 points off for each yuan: -2 points",
		},
		{"A", "overflow.points", "日常分超扣 1 分,本项计 -1 分", "Conduct credit 1 point over: -1 point"},
		{
			"A", "place.share", "销售排名第 1 名,得分值的 100%,本项 10 分(满分 10 分)",
			"Place 1 in sales standing, 100% of the points: 10 of 10 points",
		},

		{"A", "account.over", "互检基金期初 100.00 元,本月扣 120.00 元,超扣 20.00 元", "Peer-inspection fund: 100.00 yuan to begin with, 120.00 yuan charged, 20.00 yuan over"},
		{"C", "account.left", "互检基金期初 100.00 元,本月扣 20.00 元,结余 80.00 元", "Peer-inspection fund: 100.00 yuan to begin with, 20.00 yuan charged, 80.00 yuan left"},
		{"A", "account.charge", "2026-06-12:严重错误(事件 s12),扣 10.00 元", "2026-06-12: serious error (event s12), 10.00 yuan charged"},
		{
			"D", "account.grace", "2026-06-20:严重错误(事件 s14)在免罚期内,只通报不扣(标准 10.00 元)",
			"2026-06-20: serious error (event s14) falls into the grace, reported and not charged (listed at 10.00 yuan)",
		},
		{
			"B", "account.relieved", "2026-06-07:严重错误(事件 s13)由知情未报的同事代罚,本人不扣(标准 10.00 元)",
			"2026-06-07: serious error (event s13) is charged to the colleagues who kept silent, not here (listed at 10.00 yuan)",
		},
		{
			"C", "account.silent", "2026-06-07:对严重错误(事件 s13)知情未报,10.00 元 × 2 = 扣 20.00 元",
			"2026-06-07: kept silent about serious error (event s13), 10.00 yuan × 2 = 20.00 yuan charged",
		},
		{
			"C", "account.silent_free", "2026-06-08:对一般错误(事件 m3)知情未报,本账户不因此扣减(标准 2 分)",
			"2026-06-08: kept silent about minor error (event m3), for which this account charges nothing (listed at 2 points)",
		},

		{"A", "metric.given", "月度考试 80 分", "Monthly test 80 points"},
		{"A", "metric.events", "差评 4 个,按事件计数", "Bad reviews 4, counted from events"},
		{"A", "metric.ratio", "慢响应率 ≈0.7595%,由以下两项相除", "Slow-reply rate ≈0.7595%, the first of these over the second"},
		{"A", "metric.daily.sum", "慢响应量 3 个,2 天日报合计", "Slow replies 3, the sum of 2 days"},
		{"D", "metric.daily.sum", "慢响应量 0 个,1 天日报合计", "Slow replies 0, the sum of 1 day"},
		{"A", "metric.daily.last", "月末评级 4,取 2 天日报中的最后一天", "Closing rating 4, the last of 2 days"},
		{"A", "metric.daily.maximum", "单日最高接待 90 个,取 2 天日报中的最大值", "Busiest day 90, the largest of 2 days"},
		{
			"A", "metric.daily.mean", "平均响应时间 35 秒,2 天日报按接待量加权平均:14000 ÷ 400",
			"Average response time 35 s, the mean of 2 days weighted by conversations: 14000 / 400",
		},
		{"A", "event", "2026-06-01:差评(事件 r1,成立)", "2026-06-01: bad review (event r1, upheld)"},
		{"B", "event", "2026-06-06:差评(事件 r6,已撤回)", "2026-06-06: bad review (event r6, withdrawn)"},
		{
			"A", "daily_pool.fault", "2026-06-05:答复错误(事件 w1,成立;退货政策),扣当日份额的 50%",
			"2026-06-05: wrong reply (event w1, upheld; 退货政策), 50% of the day's slice",
		},
		{"A", "event.excluded", "2026-06-05:差评(事件 r5)已剔除,原因:恶意差评", "2026-06-05: bad review (event r5) excluded, reason: 恶意差评"},
		{"A", "exclusion.amount", "2026-06:剔除 5 个,原因:平台报备异常单", "2026-06: 5 excluded, reason: 平台报备异常单"},
		{"A", "exclusion.day", "2026-06-03:当日数据全部剔除,原因:系统故障", "2026-06-03: all figures of the day excluded, reason: 系统故障"},
	}
}

func paySentences() []said {
	return []said{
		{
			"A", "base_pay", "底薪:月薪 3100.00 元 × 20.75/21.75(按月计薪 21.75 天;在职 30 天,其中无薪假与缺勤 1 天)= 2957.47 元",
			"Base pay: 3100.00 yuan × 20.75/21.75 (21.75 paid days a month; 30 days in service, 1 day of them unpaid or absent) = 2957.47 yuan",
		},
		{
			"C", "base_pay", "排班底薪:月薪 3100.00 元 × 2/26(按排班天数;在职 30 天,其中无薪假与缺勤 0 天)= 238.46 元",
			"Rostered pay: 3100.00 yuan × 2/26 (rostered days; 30 days in service, 0 days of them unpaid or absent) = 238.46 yuan",
		},
		{"E", "pay.not_applicable", "底薪:不适用,0.00 元", "Base pay: not applicable, 0.00 yuan"},
		{"E", "pay.not_applicable", "绩效奖金:不适用,0.00 元", "Bonus: not applicable, 0.00 yuan"},
		{
			"A", "commission.net", "提成:个人销售额 9000.00 元 - 退货额 1000.00 元 = 8000.00 元,计提 95.00 元",
			"Commission: own sales 9000.00 yuan - returns 1000.00 yuan = 8000.00 yuan, which pays 95.00 yuan",
		},
		{"A", "commission.slab", "其中 5000.00 元 × 1%", "5000.00 yuan of it × 1%"},
		{"A", "commission.slab", "其中 3000.00 元 × 1.5%", "3000.00 yuan of it × 1.5%"},
		{"B", "commission", "提成:按 5000.00 元计提 50.00 元", "Commission: 50.00 yuan on 5000.00 yuan"},
		{"A", "commission", "固定提成:按 9000.00 元计提 90.00 元", "Flat commission: 90.00 yuan on 9000.00 yuan"},
		{
			"C", "commission.negative", "提成:-200.00 元,低于 0 不计提,0.00 元",
			"Commission: -200.00 yuan is below 0 and pays no commission, 0.00 yuan",
		},
		{
			"B", "bonus.step", "绩效奖金:月度考试 95 分,达到 90 分,1000.00 元 × 1.2 = 1200.00 元",
			"Bonus: monthly test 95 points, at least 90 points, 1000.00 yuan × 1.2 = 1200.00 yuan",
		},
		{
			"A", "bonus.else", "绩效奖金:月度考试 80 分,未达到任何一档,1000.00 元 × 0.5 = 500.00 元",
			"Bonus: monthly test 80 points, no step reached, 1000.00 yuan × 0.5 = 500.00 yuan",
		},
		{
			"A", "daily_pool", "每日扣减池:月额 5000.00 元按 30 天分摊,在职 30 天共 5000.00 元,未取得 250.00 元,实得 4750.00 元",
			"Daily pool: 5000.00 yuan over 30 days, 30 days in service worth 5000.00 yuan, 250.00 yuan not earned, which leaves 4750.00 yuan",
		},
		{
			"A", "daily_pool.loss", "2026-06-05:扣减比例 50%,当日份额 166.67 元,少得 83.33 元",
			"2026-06-05: 50% of the day's slice of 166.67 yuan, 83.33 yuan less",
		},
		{
			"A", "daily_pool.forfeit", "2026-06-10:无薪假,当日份额 166.67 元不计发,少得 166.67 元",
			"2026-06-10: unpaid leave, the day's slice of 166.67 yuan is not paid, 166.67 yuan less",
		},
		{"B", "remainder", "基金结余:互检基金结余 100.00 元", "Fund remainder: 100.00 yuan left in peer-inspection fund"},
		{"A", "rank_award", "销售冠军:销售排名第 1 名,奖 500.00 元", "Sales champion: place 1 in sales standing, 500.00 yuan"},
		{
			"B", "rank_award.none", "销售冠军:销售排名第 2 名,该名次没有奖金,0.00 元",
			"Sales champion: place 2 in sales standing has no award, 0.00 yuan",
		},
		{"E", "rank_award.unplaced", "销售冠军:在销售排名中没有名次,0.00 元", "Sales champion: no place in sales standing, 0.00 yuan"},
		// 2957.47 + 95 + 90 + 500 + 4750 + 0 + 500
		{"A", "total", "合计 8892.47 元", "Total 8892.47 yuan"},
		// 8.57 + 8.33 + 9 + 10 + 5 + 0 + 5 + 7 + 8 + 10 + 5 + 6 - 0.90 + 2 - 2 - 1 + 1
		{"A", "score", "得分 81 分", "Score 81 points"},
	}
}
