package explain_test

import (
	"fmt"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/payout"
	"github.com/cspay/cspay/scoring"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// The month below has something to say for every code: A is the busy one, B
// does well, C joins in what others do, D is new, E is on leave all month.

func d(s string) decimal.Decimal { return decimal.RequireFromString(s) }

func p(s string) *decimal.Decimal { v := d(s); return &v }

func named(zh, en string) facts.Text { return facts.Text{ZH: zh, EN: en} }

func date(t *testing.T, day int) facts.Date {
	t.Helper()
	v, err := facts.NewDate(2026, 6, day)
	require.NoError(t, err)
	return v
}

func metrics() facts.Metrics {
	daily := func(a facts.Aggregate) facts.From { return facts.From{Daily: a} }
	return facts.Metrics{
		"conversations": {Name: named("接待量", "Conversations"), Unit: facts.Count, From: daily(facts.Sum)},
		"response": {
			Name: named("平均响应时间", "Average response time"), Unit: facts.Seconds, Better: facts.Lower,
			From: facts.From{Daily: facts.Mean, Weight: "conversations"},
		},
		"slow":      {Name: named("慢响应量", "Slow replies"), Unit: facts.Count, From: daily(facts.Sum)},
		"slow_rate": {Name: named("慢响应率", "Slow-reply rate"), Unit: facts.Ratio, From: facts.From{Ratio: "slow", To: "conversations"}},
		"peak":      {Name: named("单日最高接待", "Busiest day"), Unit: facts.Count, From: daily(facts.Maximum)},
		"level":     {Name: named("月末评级", "Closing rating"), Unit: facts.Number, From: daily(facts.Last)},

		"bad_reviews": {Name: named("差评", "Bad reviews"), Unit: facts.Count, Better: facts.Lower, From: facts.From{Event: "bad_review"}},
		"praises":     {Name: named("点名表扬", "Praises"), Unit: facts.Count, From: facts.From{Event: "praise"}},

		"late":    {Name: named("迟到", "Late arrivals"), Unit: facts.Count},
		"exam":    {Name: named("月度考试", "Monthly test"), Unit: facts.Points, Better: facts.Higher},
		"sales":   {Name: named("个人销售额", "Own sales"), Unit: facts.Money, Better: facts.Higher},
		"returns": {Name: named("退货额", "Returns"), Unit: facts.Money, Missing: facts.MissingNotApplicable},
		"wage":    {Name: named("基本工资", "Base wage"), Unit: facts.Money},
		"roster":  {Name: named("排班天数", "Rostered days"), Unit: facts.Days},
		"survey":  {Name: named("回访评分", "Call-back mark"), Unit: facts.Points, Missing: facts.MissingNotApplicable},
	}
}

func terms(t *testing.T) scoring.Terms {
	t.Helper()
	scheme, err := facts.NewDate(2025, 10, 1)
	require.NoError(t, err)
	return scoring.Terms{
		Metrics: metrics(),
		Events: facts.EventKinds{
			"serious": {Name: named("严重错误", "Serious error")}, "minor": {Name: named("一般错误", "Minor error")},
			"bad_review": {Name: named("差评", "Bad review")}, "praise": {Name: named("表扬", "Praise")},
			"wrong": {Name: named("答复错误", "Wrong reply")},
		},
		Accounts: []scoring.Account{
			{
				ID: "fund", Name: named("互检基金", "Peer-inspection fund"), Opening: d("100"), Unit: facts.Money,
				Charges: map[string]decimal.Decimal{"serious": d("10")},
				Grace:   &scoring.Grace{From: scheme},
				Silent:  &scoring.Silent{Times: 2, Offender: scoring.Relieved},
			},
			{
				ID: "credit", Name: named("日常分", "Conduct credit"), Opening: d("3"), Unit: facts.Points,
				Charges: map[string]decimal.Decimal{"minor": d("2")},
			},
		},
		Rankings: []facts.Ranking{{ID: "by_sales", Name: named("销售排名", "Sales standing"), By: "sales"}},
	}
}

// tenure is a kind from outside.
type tenure struct{}

func (tenure) Kind() string { return "tenure" }

func (tenure) Share(scoring.Row) (scoring.Share, error) { return scoring.Adjust(d("1")), nil }

func (tenure) Sentence(lang explain.Lang) string {
	return explain.Say(named("满一年加 1 分", "a point for a full year"), lang)
}

func scheme() scoring.Scheme {
	type ind = scoring.Indicator
	return scoring.Scheme{Indicators: []ind{
		{ID: "response", Points: d("10"), Rule: scoring.Attainment{
			Metric: "response", Target: d("30"), Formula: scoring.ByRatio, Floor: p("0"), Cap: p("1"),
		}},
		{ID: "response_gap", Points: d("10"), Rule: scoring.Attainment{
			Metric: "response", Target: d("30"), Formula: scoring.ByGap, Floor: p("0"), Cap: p("1"),
		}},
		{ID: "sales", Points: d("10"), Rule: scoring.Attainment{Metric: "sales", Target: d("10000")}},
		{ID: "slow", Points: d("10"), Rule: scoring.Bands{
			Metric: "slow_rate", Steps: []scoring.Band{{AtMost: p("0.02"), Share: d("1")}}, Else: p("0"),
		}},
		{ID: "exam_band", Points: d("10"), Rule: scoring.Bands{
			Metric: "exam", Steps: []scoring.Band{{AtLeast: p("90"), Share: d("1")}}, Else: p("0.5"),
		}},
		{ID: "reviews", Name: named("差评", "Bad reviews"), Points: d("5"), Rule: scoring.ZeroOver{Metric: "bad_reviews", Over: d("3")}},
		{ID: "late", Points: d("10"), Rule: scoring.ZeroOver{Metric: "late", Over: d("3"), Within: scoring.Linear}},
		{ID: "late_off", Points: d("10"), Rule: scoring.Deduct{Metric: "late", Each: d("1.5")}},
		{ID: "exam", Points: d("10"), Rule: scoring.Direct{Metric: "exam", OutOf: d("100")}},
		{ID: "place", Points: d("10"), Rule: scoring.Place{Ranking: "by_sales", Shares: []decimal.Decimal{d("1"), d("0.9")}, Else: p("0.6")}},
		{ID: "survey", Name: named("回访", "Call-back"), Points: d("5"), Rule: scoring.Direct{Metric: "survey", OutOf: d("100")}},
		{ID: "praise", Rule: scoring.Adjustment{Metric: "praises", Each: d("2")}},
		{ID: "peak", Rule: scoring.Adjustment{Metric: "peak", Each: d("-0.01")}},
		{ID: "level", Rule: scoring.Adjustment{Metric: "level", Each: d("0.5")}},
		{ID: "fund", Rule: scoring.Overflow{Account: "fund", PointsPerYuan: p("0.1")}},
		{ID: "credit", Rule: scoring.Overflow{Account: "credit"}},
		{ID: "tenure", Name: named("工龄", "Tenure"), Rule: tenure{}},
	}}
}

func plan() payout.Plan {
	team := func(ids ...string) facts.When { return facts.When{{Team: ids}} }
	slabs := payout.Slabs{{UpTo: d("5000"), Rate: d("0.01")}, {Rate: d("0.015")}}
	return payout.Plan{Items: []payout.Item{
		{ID: "base", Name: named("底薪", "Base pay"), When: team("one"), Pay: payout.BasePay{Metric: "wage", Basis: payout.PaidDays}},
		{ID: "rostered", Name: named("排班底薪", "Rostered pay"), When: team("two"), Pay: payout.BasePay{
			Amount: d("3100"), Basis: payout.Rostered, Roster: "roster",
		}},
		{ID: "net", Name: named("提成", "Commission"), Pay: payout.Commission{
			Metric: "sales", Less: "returns", Slabs: slabs, Negative: payout.NegativeZero,
		}},
		{ID: "flat", Name: named("固定提成", "Flat commission"), Pay: payout.Commission{Metric: "sales", Rate: p("0.01")}},
		{ID: "bonus", Name: named("绩效奖金", "Bonus"), Pay: payout.Bonus{
			Amount: d("1000"), By: "exam", Steps: []payout.Coefficient{{AtLeast: p("90"), Coefficient: d("1.2")}}, Else: p("0.5"),
		}},
		{ID: "pool", Name: named("每日扣减池", "Daily pool"), Pay: payout.DailyPool{
			Amount: d("5000"), Share: payout.ByTable, Faults: map[string]decimal.Decimal{"wrong": d("0.5")},
		}},
		{ID: "fund", Name: named("基金结余", "Fund remainder"), Pay: payout.Remainder{Account: "fund"}},
		{ID: "champion", Name: named("销售冠军", "Sales champion"), Pay: payout.RankAward{Ranking: "by_sales", Amounts: []decimal.Decimal{d("500")}}},
	}}
}

func month(t *testing.T) facts.Month {
	t.Helper()
	period, err := facts.NewPeriod(2026, 6)
	require.NoError(t, err)
	m := facts.Month{
		Period: period,
		Agents: []facts.Agent{
			{
				ID: "A", Team: "one", Values: values("2", "80", "9000", "1000"),
				Days: []facts.Day{
					day(t, 1, "100", "20", "2", "70", "3"), day(t, 2, "300", "40", "6", "90", "4"), day(t, 3, "50", "90", "50", "99", "1"),
				},
				Leave: []facts.Leave{{From: date(t, 10), Until: date(t, 10), Kind: facts.UnpaidLeave}},
			},
			{ID: "B", Team: "two", Values: values("0", "95", "5000", ""), Days: []facts.Day{day(t, 1, "100", "25", "5", "80", "4")}},
			{
				ID: "C", Team: "two", Values: values("1", "90", "100", "300"),
				Days: []facts.Day{day(t, 1, "10", "30", "0", "10", "4"), day(t, 2, "10", "30", "0", "10", "4")},
			},
			{ID: "D", Team: "two", Hired: date(t, 10), Values: values("0", "60", "50", ""), Days: []facts.Day{day(t, 15, "10", "30", "0", "10", "4")}},
			{ID: "E", Team: "one", Leave: []facts.Leave{{From: date(t, 1), Until: date(t, 30), Kind: facts.PaidLeave}}},
		},
		Exclusions: []facts.Exclusion{
			{Event: "r5", Reason: "恶意差评"},
			{Agent: "A", Date: date(t, 3), Reason: "系统故障"},
			{Agent: "A", Subtract: map[string]decimal.Decimal{"slow": d("5"), "conversations": d("5")}, Reason: "平台报备异常单"},
		},
	}
	delete(m.Agents[2].Values, "survey")
	for day := 1; day <= 12; day++ {
		m.Events = append(m.Events, facts.Event{ID: fmt.Sprintf("s%d", day), Agent: "A", Kind: "serious", Date: date(t, day)})
	}
	for day := 1; day <= 5; day++ {
		m.Events = append(m.Events, facts.Event{ID: fmt.Sprintf("r%d", day), Agent: "A", Kind: "bad_review", Date: date(t, day)})
	}
	for day := 1; day <= 3; day++ {
		m.Events = append(m.Events, facts.Event{ID: fmt.Sprintf("p%d", day), Agent: "A", Kind: "praise", Date: date(t, day)})
	}
	m.Events = append(
		m.Events,
		facts.Event{ID: "m1", Agent: "A", Kind: "minor", Date: date(t, 4)},
		facts.Event{ID: "m2", Agent: "A", Kind: "minor", Date: date(t, 5)},
		facts.Event{ID: "w1", Agent: "A", Kind: "wrong", Date: date(t, 5), Note: "退货政策"},
		facts.Event{ID: "r6", Agent: "B", Kind: "bad_review", Date: date(t, 6), Status: facts.Withdrawn},
		facts.Event{ID: "s13", Agent: "B", Kind: "serious", Date: date(t, 7), Silent: []string{"C"}},
		facts.Event{ID: "m3", Agent: "B", Kind: "minor", Date: date(t, 8), Silent: []string{"C"}},
		facts.Event{ID: "s14", Agent: "D", Kind: "serious", Date: date(t, 20)},
	)
	return m
}

func values(late, exam, sales, returns string) map[string]decimal.Decimal {
	v := map[string]decimal.Decimal{
		"late": d(late), "exam": d(exam), "sales": d(sales), "wage": d("3100"), "roster": d("26"), "survey": d("100"),
	}
	if returns != "" {
		v["returns"] = d(returns)
	}
	return v
}

func day(t *testing.T, no int, conversations, response, slow, peak, level string) facts.Day {
	t.Helper()
	return facts.Day{Date: date(t, no), Values: map[string]decimal.Decimal{
		"conversations": d(conversations), "response": d(response), "slow": d(slow), "peak": d(peak), "level": d(level),
	}}
}

// trees explains the whole month: by agent, the score and the pay.
func trees(t *testing.T) map[string][]explain.Step {
	t.Helper()
	out := map[string][]explain.Step{}
	cards, err := scoring.Score(scheme(), terms(t), month(t))
	require.NoError(t, err)
	for card := range cards.All() {
		out[card.Agent()] = append(out[card.Agent()], card.Explain())
	}
	slips, err := payout.Make(plan(), terms(t), month(t))
	require.NoError(t, err)
	for slip := range slips.All() {
		out[slip.Agent()] = append(out[slip.Agent()], slip.Explain())
	}
	return out
}
