package explain_test

import (
	"fmt"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/scoring"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// inspected scores a month of inspected chats: Q has some of every sort, R has
// none.
func inspected(t *testing.T) map[string][]explain.Step {
	t.Helper()
	three := 3
	read := func(zh, en string, unit facts.Unit, inspection string, figure facts.InspectionFigure) facts.Metric {
		return facts.Metric{
			Name: named(zh, en), Unit: unit, Better: facts.Higher, Missing: facts.MissingNotApplicable,
			From: facts.From{Inspection: inspection, Figure: figure},
		}
	}
	terms := scoring.Terms{
		Inspections: facts.Inspections{
			"qa": {
				Name: named("质检", "Quality check"), Mark: d("100"), Fatal: []string{"辱骂"}, PerDay: &three,
				Items: pair("敷衍", "10", "推诿", "5"), Escalation: &facts.Escalation{At: 3},
				Sources: map[string]facts.ChatSource{
					"random": {Name: named("随机抽检", "Random pick"), Sampled: true}, "complaint": {Name: named("投诉组", "Complaint group"), Weight: p("0.5")},
				},
			},
			"pk": {
				Mark: d("10"), Items: pair("vague", "1", "slow", "2"), Sources: map[string]facts.ChatSource{"mutual": {}},
				Escalation: &facts.Escalation{At: 2, Scope: facts.AnyItem, Window: facts.WeekWindow},
			},
		},
		Metrics: facts.Metrics{
			"mark":     read("质检分", "QA mark", facts.Points, "qa", facts.MeanMark),
			"fatal":    read("致命会话", "Fatal chats", facts.Count, "qa", facts.FatalChats),
			"coverage": read("抽检覆盖率", "Coverage", facts.Ratio, "qa", facts.Coverage),
			"survey":   read("转评价率", "Survey rate", facts.Percent, "qa", facts.Transferred),
			"pk":       read("互检分", "PK mark", facts.Points, "pk", facts.MeanMark),
			"exam":     {Unit: facts.Points},
		},
	}
	scheme := scoring.Scheme{Indicators: []scoring.Indicator{
		{ID: "mark", Points: d("40"), Rule: scoring.Direct{Metric: "mark", OutOf: d("100")}},
		{ID: "fatal", Points: d("10"), Rule: scoring.ZeroOver{Metric: "fatal", Over: d("1")}},
		{ID: "coverage", Points: d("10"), Rule: scoring.Direct{Metric: "coverage", OutOf: d("1")}},
		{ID: "survey", Points: d("10"), Rule: scoring.Direct{Metric: "survey", OutOf: d("1")}},
		{ID: "pk", Points: d("10"), Rule: scoring.Direct{Metric: "pk", OutOf: d("10")}},
		{ID: "exam", Points: d("20"), Rule: scoring.Direct{Metric: "exam", OutOf: d("100")}},
	}}
	cards, err := scoring.Score(scheme, terms, inspectedMonth(t))
	require.NoError(t, err)
	out := map[string][]explain.Step{}
	for card := range cards.All() {
		out[card.Agent()] = append(out[card.Agent()], card.Explain())
	}
	return out
}

func inspectedMonth(t *testing.T) facts.Month {
	t.Helper()
	period, err := facts.NewPeriod(2026, 6)
	require.NoError(t, err)
	exam := pair("exam", "90", "exam", "90")
	m := facts.Month{Period: period, Agents: []facts.Agent{
		{ID: "Q", Values: exam, Days: []facts.Day{{Date: date(t, 1)}, {Date: date(t, 2)}}},
		{ID: "R", Values: exam},
	}}
	add := func(no int, inspection, source, note string, passed *bool, items ...string) {
		m.Chats = append(m.Chats, facts.Chat{
			ID: fmt.Sprintf("c%d", len(m.Chats)+1), Agent: "Q", Date: date(t, no), Inspection: inspection, Source: source,
			Items: items, Note: note, Transferred: passed, Sampler: "组长",
		})
	}
	yes, no := true, false
	add(1, "qa", "random", "", &yes)
	add(1, "qa", "random", "", &yes, "推诿")
	add(1, "qa", "random", "未核实", &no, "推诿", "敷衍")
	add(2, "qa", "random", "", nil)
	add(2, "qa", "complaint", "", nil, "推诿")
	add(3, "qa", "complaint", "", nil, "辱骂")
	add(8, "pk", "mutual", "", nil, "vague")
	add(14, "pk", "mutual", "", nil, "slow")
	return m
}

// chatsSaid are worked by hand: marks of 100, 95, 85 and 100 count whole, the
// complaints, both marked 0, half: 380 over 5 is 76.
func chatsSaid() []said {
	return []said{
		{"Q", "metric.chats.mark", "质检分 76 分,质检共 6 个会话的平均", "QA mark 76 points, the mean of quality check (chats: 6)"},
		{"Q", "chat.source.weighted", "来源随机抽检:会话 4 个,每个按 1 计", "Chats from random pick: 4, 1 for each"},
		{"Q", "chat.source.weighted", "来源投诉组:会话 2 个,每个按 0.5 计", "Chats from complaint group: 2, 0.5 for each"},
		{"Q", "chat.clean", "无差错会话 2 个,每个 100 分", "Chats without an error: 2, 100 points each"},
		{"Q", "chat", "2026-06-01:会话 c2(随机抽检),95 分(满分 100 分)", "2026-06-01: chat c2 (random pick), 95 of 100 points"},
		{"Q", "chat", "2026-06-01:会话 c3(随机抽检;未核实),85 分(满分 100 分)", "2026-06-01: chat c3 (random pick; 未核实), 85 of 100 points"},
		{"Q", "chat", "2026-06-02:会话 c5(投诉组),0 分(满分 100 分)", "2026-06-02: chat c5 (complaint group), 0 of 100 points"},
		{"Q", "chat.error", "敷衍:扣 10 分", "敷衍: 10 points off"},
		{"Q", "chat.error", "推诿:扣 5 分", "推诿: 5 points off"},
		{"Q", "chat.repeated", "推诿:本月第 3 次,第 3 次起按致命项计,100 分全扣", "推诿: occurrence 3 this month, fatal from occurrence 3 on, all 100 points off"},
		{"Q", "chat.fatal", "辱骂:致命项,100 分全扣", "辱骂: fatal, all 100 points off"},
		{"Q", "metric.chats.count", "致命会话 2 个,质检共 6 个会话", "Fatal chats 2, counted in quality check (chats: 6)"},
		{"Q", "chat.source", "来源投诉组:会话 2 个", "Chats from complaint group: 2"},
		{
			"Q", "metric.chats.coverage", "抽检覆盖率 ≈66.6667%,出勤 2 天,每天应抽 3 个,共应抽 6 个,计入 4 个",
			"Coverage ≈66.6667%: 4 of 6 chats, 3 a day over 2 days worked",
		},
		{"Q", "chat.day", "2026-06-02:抽检 1 个,应抽 3 个", "2026-06-02: 1 of 3 chats"},
		{"Q", "metric.chats.transferred", "转评价率 ≈66.6667%,查看的 3 个会话中转满意度评价 2 个", "Survey rate ≈66.6667%: 2 of 3 chats passed on to the survey"},
		{"Q", "chat.kept", "2026-06-01:会话 c3(随机抽检;未核实)未转满意度评价", "2026-06-01: chat c3 (random pick; 未核实) not passed on to the survey"},
		{"Q", "chat.source", "来源mutual:会话 2 个", "Chats from mutual: 2"},
		{
			"Q", "chat.repeated.any", "slow:本周第 2 个非致命差错,第 2 个起按致命项计,10 分全扣",
			"slow: error 2 this week, fatal from error 2 on, all 10 points off",
		},
		{"R", "metric.chats.none", "质检分 不适用,质检没有可计的会话", "QA mark not applicable: quality check has no chat to go by"},
		{"R", "metric.given", "抽检覆盖率 不适用", "Coverage not applicable"},
		{"R", "metric.chats.none", "转评价率 不适用,质检没有可计的会话", "Survey rate not applicable: quality check has no chat to go by"},
	}
}

func pair(a, x, b, y string) map[string]decimal.Decimal {
	return map[string]decimal.Decimal{a: d(x), b: d(y)}
}
