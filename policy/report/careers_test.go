package report_test

import (
	"bytes"
	"context"
	"fmt"
	"iter"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/policy"
	"github.com/cspay/cspay/policy/report"
	"github.com/cspay/cspay/scoring/facts"
)

const careers = `format: cspay/v1
id: tea
name: {zh: 茶铺, en: Tea shop}
currency: CNY
metrics:
  mark: {name: {zh: 考核分, en: Mark}, unit: points, better: higher}
  late: {name: {zh: 迟到率, en: Late share}, unit: ratio, better: lower, missing: zero}
  talk: {unit: count, missing: zero}
rankings:
  - {id: by_mark, name: {zh: 考核排名, en: Mark standing}, by: mark}
streaks:
  - {id: low, when: [{ranking: by_mark, last: sole}], months: 2, leave: pauses, probation: counts, missing: counts, again: each}
  - {id: fine, when: [{metric: late, at_most: 0}], months: 2}
eliminations:
  - id: review
    any_of:
      - {id: low, name: {zh: 连续末位, en: Last in marks}, streak: low}
      - {id: late, name: {zh: 经常迟到, en: Often late}, when: [{metric: late, over: 50%}]}
improvement_plans:
  - {id: coaching, name: {zh: 改进, en: Coaching}, opens: [{metric: mark, under: 60}], metric: mark, goal: [{metric: mark, at_least: 60}, {ranking: by_mark, at_most: 2}]}
ladder:
  levels: [{id: P1}, {id: P2, name: {zh: 二级, en: Second}}]
  promotion: {windows: [3], requires: [{id: fine, name: {zh: 无迟到, en: Never late}, streak: fine}, {id: talk, name: {zh: 分享, en: Talk}, when: [{metric: talk, at_least: 1}]}]}
`

// values are metrics with their values, in turn.
func values(list ...string) map[string]decimal.Decimal {
	out := map[string]decimal.Decimal{}
	for i := 0; i+1 < len(list); i += 2 {
		out[list[i]] = d(list[i+1])
	}
	return out
}

// careerMonths are three months: A1 is last, on leave, and last again.
func careerMonths(t *testing.T, change func(i int, m *facts.Month)) iter.Seq2[*policy.Result, error] {
	t.Helper()
	p, err := policy.Load(strings.NewReader(careers))
	require.NoError(t, err)
	var months []facts.Month
	for i := range 3 {
		period, err := facts.ParsePeriod(fmt.Sprintf("2026-0%d", i+1))
		require.NoError(t, err)
		m := facts.Month{Period: period}
		for k, mark := range []string{"50", "70", "90"} {
			m.Agents = append(m.Agents, facts.Agent{ID: fmt.Sprint("A", k+1), Name: []string{"王小明", "李雷", "韩梅梅"}[k]})
			m.Agents[k].Values = values("mark", mark)
		}
		if i == 1 {
			m.Agents[0].Leave = []facts.Leave{{From: period.First(), Until: period.Last(), Kind: facts.PaidLeave}}
		}
		if change != nil {
			change(i, &m)
		}
		months = append(months, m)
	}
	return p.CloseMonths(context.Background(), func(yield func(facts.Month, error) bool) {
		for _, m := range months {
			if !yield(m, nil) {
				return
			}
		}
	}, policy.History{})
}

func lastOf(t *testing.T, months iter.Seq2[*policy.Result, error]) *policy.Result {
	t.Helper()
	var last *policy.Result
	for r, err := range months {
		require.NoError(t, err)
		last = r
	}
	return last
}

func TestTheMonthsReportTellsCareers(t *testing.T) {
	t.Parallel()
	res := lastOf(t, careerMonths(t, nil))
	cases := []struct {
		lang report.Lang
		want string
	}{
		{report.Chinese, `
职级变动:系统只作建议,由人工决定`},
		{report.Chinese, `
建议人工复核的人员:仅供复核,不是决定
工号  规则      依据月份          状态  建议月份  条款
A1    连续末位  2026-01, 2026-03  建议  2026-03   eliminations.review

复核材料:A1 连续末位(eliminations.review)
  2026-01:考核排名 第 3 名,共 3 人,同名次另有 0 人;同榜:A2, A3
  2026-02:跳过(全月休假)
  2026-03:考核排名 第 3 名,共 3 人,同名次另有 0 人;同榜:A2, A3
  已核对的例外:休假 2026-02;试用期 无;法定保护 无
  后续步骤:培训或调岗,再订书面改进计划,再由人工决定
`},
		{report.English, `
Candidates for review: for a person to look at, no decision
agent  rule           months            state     proposed  clause
A1     Last in marks  2026-01, 2026-03  proposed  2026-03   eliminations.review

Evidence: A1 Last in marks (eliminations.review)
  2026-01: mark standing place 3 of 3, tied with 0 others; also ranked: A2, A3
  2026-02: passed over (on leave)
  2026-03: mark standing place 3 of 3, tied with 0 others; also ranked: A2, A3
  Exemptions considered: leave 2026-02; trial period none; statutory protection none
  Next steps: training or a transfer, then a written plan, then a decision by a person
`},
		{report.English, `
Improvement plans
agent  plan      state    metric  baseline   this month  goal                                                  opened   due
A1     Coaching  not passed  Mark    50 points  50 points   Mark at least 60 points, Mark standing at most 2      2026-01  2026-03
`},
		{report.English, `
Progress on the ladder
agent  level  next level  window   Never late  Talk
A1     P1     Second      2027-03  1/2         not met
A2     P1     Second      2027-03  3/2         not met
A3     P1     Second      2027-03  3/2         not met
`},
	}
	for i, c := range cases {
		var b bytes.Buffer
		require.NoError(t, report.Text(&b, res, c.lang))
		if i == 0 {
			assert.NotContains(t, b.String(), c.want, "nobody moves")
			continue
		}
		assert.Contains(t, squeezed(b.String()), squeezed(c.want))
		assert.NotContains(t, section(b.String(), "Evidence"), "李雷", "others by id only")
		unforbidden(t, b.String())
	}
}

// squeezed leaves one space of many, so that widths of columns are not compared.
func squeezed(text string) string {
	for strings.Contains(text, "  ") {
		text = strings.ReplaceAll(text, "  ", " ")
	}
	return text
}

func section(text, from string) string {
	_, after, _ := strings.Cut(text, from)
	return after
}

// unforbidden holds a text to the words that no user may read.
func unforbidden(t *testing.T, text string) {
	t.Helper()
	for _, w := range []string{"dismiss", "terminat", "辞退", "开除", "解雇", "解除劳动合同"} {
		assert.NotContains(t, strings.ToLower(text), w)
	}
}

func TestWhatTheEvidenceSaysOfOddMonths(t *testing.T) {
	t.Parallel()
	cases := []struct {
		it     string
		change func(i int, m *facts.Month)
		want   []string
	}{
		{"protected", func(_ int, m *facts.Month) {
			m.Agents[0].Protected = []facts.Span{{From: m.Period.First()}}
		}, []string{"A1 Last in marks 2026-01, 2026-03 statutory protection", "statutory protection in force", "Statutory protection: nothing is proposed"}},
		{"a month in the trial period", func(i int, m *facts.Month) {
			if i == 2 {
				m.Agents[0].Status = facts.Probation
			}
		}, []string{"trial period 2026-03"}},
		{"a month of which nothing is known", func(i int, m *facts.Month) {
			if i == 1 {
				m.Agents = m.Agents[1:]
			}
		}, []string{"A1 Last in marks 2026-02, 2026-03 proposed", "2026-02: counted (no record)"}},
		{"a rule of the month", func(i int, m *facts.Month) {
			if i == 2 {
				m.Agents[2].Values = values("mark", "90", "late", "0.6")
			}
		}, []string{"A3 Often late 2026-03 proposed", "2026-03: late share 60%"}},
	}
	for _, c := range cases {
		t.Run(c.it, func(t *testing.T) {
			t.Parallel()
			var b bytes.Buffer
			require.NoError(t, report.Text(&b, lastOf(t, careerMonths(t, c.change)), report.English))
			for _, want := range c.want {
				assert.Contains(t, squeezed(b.String()), want)
			}
		})
	}
}

func TestAnAgentReadsOfTheirOwnCareerOnly(t *testing.T) {
	t.Parallel()
	res := lastOf(t, careerMonths(t, nil))
	slip, ok := res.Slip("A1")
	require.True(t, ok)
	for lang, want := range map[report.Lang][]string{
		report.Chinese: {
			"  职业发展", "    当前职级:P1", "    下一级:二级,下一个晋升窗口:2027-03  [ladder.promotion]",
			"      无迟到:已连续 1 个月,需 2 个月;2026-02 不计", "      分享:未满足",
			"    low:已连续 2 个月,满 2 个月计  [streaks.low]",
			"    改进:2026-01 起,2026-03 到期未达标;考核分起点 50 分,本月 50 分  [improvement_plans.coaching]",
			"    建议人工复核:连续末位(2026-01, 2026-03),待人工决定  [eliminations.review]",
		},
		report.English: {"  Career", "      Talk: not met", "    Proposed for review: Last in marks (2026-01, 2026-03); a person decides"},
	} {
		var b bytes.Buffer
		require.NoError(t, report.Explain(&b, slip, lang))
		for _, line := range want {
			assert.Contains(t, b.String(), line)
		}
		for _, other := range []string{"A2", "A3", "李雷", "韩梅梅"} {
			assert.NotContains(t, b.String(), other)
		}
		unforbidden(t, b.String())
	}
}

func TestAYearStopsAtTheFirstMonthThatDoesNotClose(t *testing.T) {
	t.Parallel()
	var b bytes.Buffer
	err := report.Year(&b, careerMonths(t, func(i int, m *facts.Month) {
		if i == 1 {
			m.Agents[1].Values = nil
		}
	}), report.English)
	require.ErrorIs(t, err, facts.CodeMetricMissing)
	assert.Empty(t, b.String())
}

func ExampleYear() {
	p, err := policy.Load(strings.NewReader(careers))
	if err != nil {
		fmt.Println(err)
		return
	}
	january, _ := facts.ParsePeriod("2026-01")
	months := func(yield func(facts.Month, error) bool) {
		for i, mark := range []string{"50", "60"} {
			m := facts.Month{Period: january + facts.Period(i), Agents: []facts.Agent{{ID: "A1", Values: values("mark", mark)}}}
			if !yield(m, nil) {
				return
			}
		}
	}
	var b bytes.Buffer
	err = report.Year(&b, p.CloseMonths(context.Background(), months, policy.History{}), report.English)
	fmt.Print(squeezed(b.String()))
	fmt.Println(err)
	// Output:
	// Tea shop
	//
	// 2026-01 (agents: 1)
	//
	// Improvement plans
	// agent plan state metric baseline this month goal opened due
	// A1 Coaching running Mark 50 points 50 points Mark at least 60 points, Mark standing at most 2 2026-01 2026-03
	//
	// 2026-02 (agents: 1)
	//
	// Improvement plans
	// agent plan state metric baseline this month goal opened due
	// A1 Coaching passed Mark 50 points 60 points Mark at least 60 points, Mark standing at most 2 2026-01 2026-03
	//
	// Months: 2; moves proposed 0, moved 0; candidates for review 0; plans opened 1, passed 1, not passed 0; open at the end 0
	// <nil>
}
