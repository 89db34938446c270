package policy

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/scoring/explain"
)

// inspectedPolicy is the regime of shop LF: five fatal and six other errors,
// the third of the same becomes fatal, three chats a day. Its points fill gaps.
const inspectedPolicy = `format: cspay/v1
id: inspected
currency: CNY
inspections:
  qa:
    name: {zh: 质检, en: Quality check}
    mark: 100
    fatal: [辱骂客户, 不回复, 错误信息, 未跟进, 虚假操作]
    items: {禁用语: 5, 不耐烦: 10, 推诿: 20, 含糊: 10, 漏答: 10, 提前结束: 5}
    escalation: {at: 3}
    sources:
      random: {name: {zh: 随机抽检, en: Random pick}, sampled: true}
      complaint: {name: {zh: 投诉组提报, en: Complaint group}, weight: 50%}
    per_day: 3
    sample: [items, mark]
  pk:
    name: {zh: 互检, en: Mutual check}
    mark: 10
    items: {敷衍: 4}
    sources: {satisfied: {sampled: true}, dissatisfied: {sampled: true}}
metrics:
  qa: {name: {zh: 质检分, en: QA mark}, unit: points, better: higher, from: {inspection: qa, figure: mark}}
  qa_random: {unit: points, better: higher, from: {inspection: qa, figure: mark, source: random}}
  fatal: {name: {zh: 致命会话, en: Fatal chats}, unit: count, better: lower, from: {inspection: qa, figure: fatal}}
  coverage: {name: {zh: 覆盖率, en: Coverage}, unit: percent, better: higher, from: {inspection: qa, figure: coverage}}
  survey: {name: {zh: 转评价率, en: Survey rate}, unit: ratio, better: higher, from: {inspection: qa, figure: transferred}}
  pk_good: {unit: points, better: higher, from: {inspection: pk, figure: mark, source: satisfied}}
  pk_bad: {unit: points, better: higher, from: {inspection: pk, figure: mark, source: dissatisfied}}
  calls: {unit: count, missing: zero, from: {daily: sum}}
scheme:
  - {id: qa, name: {zh: 质检, en: QA}, points: 50, direct: {metric: qa, out_of: 100}, source: 质检制度}
  - {id: fatal, name: {zh: 致命项, en: Fatal errors}, points: 10, zero_over: {metric: fatal, over: 1}}
  - {id: survey, points: 20, direct: {metric: survey, out_of: 1}}
  - {id: pk_good, points: 10, direct: {metric: pk_good, out_of: 10}}
  - {id: pk_bad, points: 10, direct: {metric: pk_bad, out_of: 10}}
pay:
  - {id: full, when: [{metric: coverage, at_least: 100%}], bonus: {amount: 100, by: score, steps: [{at_least: 80, coefficient: 1}], else: 0}}
`

// inspectedFacts begin at line 7 with their chats.
const inspectedFacts = `month: 2026-01
agents:
- {id: A1}
- {id: A2}
- {id: A3}
chats:
`

// inspectedDays are two days of work of A1 and one each of the others.
const inspectedDays = "agent,date,calls\nA1,2026-01-05,9\nA1,2026-01-06,9\nA2,2026-01-05,9\nA3,2026-01-05,9\n"

// inspectedChats are a month of A1 with a third 禁用语, of A2 with a fatal
// error, and of A3 with none.
const inspectedChats = `- {id: c1, agent: A1, date: 2026-01-05, inspection: qa, source: random, transferred: true}
- {id: c2, agent: A1, date: 2026-01-05, inspection: qa, source: random, items: [禁用语], transferred: true}
- {id: c3, agent: A1, date: 2026-01-05, inspection: qa, source: random, items: [推诿, 禁用语], transferred: false}
- {id: c4, agent: A1, date: 2026-01-06, inspection: qa, source: complaint, items: [禁用语]}
- {id: c5, agent: A1, date: 2026-01-06, inspection: qa, source: random, transferred: true}
- {id: c6, agent: A2, date: 2026-01-05, inspection: qa, source: random, items: [辱骂客户, 含糊], note: 客户截图}
- {id: c7, agent: A2, date: 2026-01-05, inspection: qa, source: random, items: [不回复]}
- {id: c8, agent: A2, date: 2026-01-05, inspection: qa, source: random}
- {id: p1, agent: A1, date: 2026-01-08, inspection: pk, source: satisfied, sampler: A2}
- {id: p2, agent: A1, date: 2026-01-08, inspection: pk, source: dissatisfied, sampler: A2, items: [敷衍]}
- {id: p3, agent: A1, date: 2026-01-15, inspection: pk, source: dissatisfied, sampler: A3}
- {id: p4, agent: A2, date: 2026-01-08, inspection: pk, source: dissatisfied, sampler: A1, items: [敷衍]}
`

func closeInspected(t *testing.T, chats string) *Result {
	t.Helper()
	p, err := Load(strings.NewReader(inspectedPolicy))
	require.NoError(t, err)
	r, err := shop{facts: inspectedFacts + chats, daily: inspectedDays}.close(p)
	require.NoError(t, err)
	return r
}

// told returns what an agent's explanation says, one sentence a line.
func told(t *testing.T, r *Result, agent string, lang explain.Lang) []string {
	t.Helper()
	slip, ok := r.Slip(agent)
	require.True(t, ok)
	var out []string
	slip.Explain().Walk(func(_ int, s explain.Step) { out = append(out, s.Sentence(lang)) })
	return out
}

// pointsOf returns the points of an agent's indicators by their clause.
func pointsOf(t *testing.T, r *Result, agent string) map[string]string {
	t.Helper()
	slip, ok := r.Slip(agent)
	require.True(t, ok)
	out := map[string]string{}
	for _, s := range slip.Explain().Steps[0].Steps {
		out[strings.TrimPrefix(s.Clause, "scheme.")] = s.Value.Bare()
	}
	return out
}

func TestInspectedMonth(t *testing.T) {
	r := closeInspected(t, inspectedChats)
	assert.Empty(t, r.Warnings())
	tests := []struct {
		name, agent string
		points      map[string]string
		score, pay  string
	}{
		{
			// 100, 95, 75 and 100 count whole, the complaint at 0 half: 370 over 4.5
			// of 50 points. Three of four looked at were passed on.
			"LF5: the third 禁用语 is marked 0, though a complaint brought it", "A1",
			map[string]string{"qa": "41.11", "fatal": "10", "survey": "15", "pk_good": "10", "pk_bad": "8"},
			"84.11", "0.00",
		},
		{
			// 100 over 3; 50, 10 and 10 points carry 100 as 71.43, 14.29 and 14.28.
			"LF3: two fatal chats are marked 0 and cost the month's points as well", "A2",
			map[string]string{"qa": "23.81", "fatal": "0", "survey": "", "pk_good": "", "pk_bad": "8.57"},
			"32.38", "0.00",
		},
		{
			"LF2: nothing to measure without a chat", "A3",
			map[string]string{"qa": "", "fatal": "100", "survey": "", "pk_good": "", "pk_bad": ""},
			"100.00", "0.00",
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			assert.Equal(t, tt.points, pointsOf(t, r, tt.agent))
			slip, _ := r.Slip(tt.agent)
			assert.Equal(t, tt.score, slip.Score().StringFixed(2))
			assert.Equal(t, tt.pay, slip.Total().StringFixed(2))
		})
	}
}

// TestInspectedRows holds one row each against what the slip says.
func TestInspectedRows(t *testing.T) {
	r := closeInspected(t, inspectedChats)
	tests := []struct {
		name, agent string
		zh, en      []string
	}{
		{
			"LF2: the sample by source, complaints apart", "A1",
			[]string{"质检分 ≈82.2222 分,质检共 5 个会话的平均", "来源随机抽检:会话 4 个,每个按 1 计", "来源投诉组提报:会话 1 个,每个按 0.5 计", "无差错会话 2 个,每个 100 分"},
			[]string{"QA mark ≈82.2222 points, the mean of quality check (chats: 5)", "Chats from random pick: 4, 1 for each", "Chats from complaint group: 1, 0.5 for each", "Chats without an error: 2, 100 points each"},
		},
		{
			"LF3: a fatal chat", "A2",
			[]string{"2026-01-05:会话 c6(随机抽检;客户截图),0 分(满分 100 分)", "辱骂客户:致命项,100 分全扣", "不回复:致命项,100 分全扣", "致命会话 2 个,超过 1 个,本项 0 分(满分 14.29 分)"},
			[]string{"2026-01-05: chat c6 (random pick; 客户截图), 0 of 100 points", "辱骂客户: fatal, all 100 points off", "不回复: fatal, all 100 points off", "2 fatal chats, more than 1: 0 of 14.29 points"},
		},
		{
			"LF4: errors that are not fatal", "A1",
			[]string{"2026-01-05:会话 c3(随机抽检),75 分(满分 100 分)", "推诿:扣 20 分", "禁用语:扣 5 分"},
			[]string{"2026-01-05: chat c3 (random pick), 75 of 100 points", "推诿: 20 points off", "禁用语: 5 points off"},
		},
		{
			"LF5: the third time this month", "A1",
			[]string{"2026-01-06:会话 c4(投诉组提报),0 分(满分 100 分)", "禁用语:本月第 3 次,第 3 次起按致命项计,100 分全扣"},
			[]string{"2026-01-06: chat c4 (complaint group), 0 of 100 points", "禁用语: occurrence 3 this month, fatal from occurrence 3 on, all 100 points off"},
		},
		{
			"LF6: who was passed on, of those looked at", "A1",
			[]string{"转评价率 75%,查看的 4 个会话中转满意度评价 3 个", "2026-01-05:会话 c3(随机抽检)未转满意度评价"},
			[]string{"Survey rate 75%: 3 of 4 chats passed on to the survey", "2026-01-05: chat c3 (random pick) not passed on to the survey"},
		},
		{
			"YT8: satisfied and dissatisfied chats are figures of their own", "A1",
			[]string{"pk_good 10 分,互检共 1 个会话的平均", "pk_bad 8 分,互检共 2 个会话的平均", "来源dissatisfied:会话 2 个"},
			[]string{"pk_good 10 points, the mean of mutual check (chats: 1)", "pk_bad 8 points, the mean of mutual check (chats: 2)", "Chats from dissatisfied: 2"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			assert.Subset(t, told(t, r, tt.agent, explain.Chinese), tt.zh)
			assert.Subset(t, told(t, r, tt.agent, explain.English), tt.en)
		})
	}
	for _, sentence := range told(t, r, "A1", explain.English) {
		assert.NotContains(t, sentence, "c1", "a chat without an error is not listed")
		assert.NotContains(t, sentence, "A2", "YT8: nobody is told who sampled")
	}
}

// TestCoverageOfAMonth pays for full coverage: three random chats on each day
// worked.
func TestCoverageOfAMonth(t *testing.T) {
	full := strings.Replace(inspectedChats, "source: complaint, items: [禁用语]}", "source: random}", 1) +
		"- {id: c9, agent: A1, date: 2026-01-06, inspection: qa, source: random}\n"
	late := strings.Replace(full, "{id: c9, agent: A1, date: 2026-01-06", "{id: c9, agent: A1, date: 2026-01-07", 1)
	tests := []struct{ name, chats, pay string }{
		{"LF2: six chats on two days", full, "100.00"},
		{"LF2: the sixth on a day of rest", late, "0.00"},
		{"LF2: a complaint is none of the three", strings.Replace(full, "source: random}\n- {id: c5", "source: complaint}\n- {id: c5", 1), "0.00"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			slip, _ := closeInspected(t, tt.chats).Slip("A1")
			assert.Equal(t, tt.pay, slip.Total().StringFixed(2))
		})
	}
}

// TestAnotherMonthBeginsAtOne closes the same chats a month later.
func TestAnotherMonthBeginsAtOne(t *testing.T) {
	later := strings.NewReplacer("2026-01", "2026-02")
	p, err := Load(strings.NewReader(inspectedPolicy))
	require.NoError(t, err)
	two := "- {id: c1, agent: A1, date: 2026-01-05, inspection: qa, source: random, items: [禁用语]}\n" +
		"- {id: c2, agent: A1, date: 2026-01-06, inspection: qa, source: random, items: [禁用语]}\n"
	january, err := shop{facts: inspectedFacts + two, daily: inspectedDays}.close(p)
	require.NoError(t, err)
	m, err := p.LoadMonthFS(shop{facts: later.Replace(inspectedFacts + two), daily: later.Replace(inspectedDays)}.files(), ".")
	require.NoError(t, err)
	february, err := p.Close(m, january.History())
	require.NoError(t, err)
	for _, r := range []*Result{january, february} {
		assert.Contains(t, told(t, r, "A1", explain.English), "Fatal chats 0, counted in quality check (chats: 2)", "LF5: the next month starts at one")
	}
}
