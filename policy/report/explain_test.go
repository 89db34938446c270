package report_test

import (
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/payout"
	"github.com/cspay/cspay/policy"
	"github.com/cspay/cspay/policy/report"
	"github.com/cspay/cspay/scoring"
	"github.com/cspay/cspay/scoring/facts"
)

// fundDocument adds to the tiny policy a fund of 50.00 yuan that is paid and
// whose overdraft costs points, and a pool of 3000.00, which is 100.00 a day.
func fundDocument() policy.Document {
	doc, rate := document(), d("1")
	doc.Accounts = []scoring.Account{{
		ID: "fund", Name: facts.Text{ZH: "基金", EN: "Fund"}, Opening: d("50.00"), Unit: facts.Money,
		Charges: map[string]decimal.Decimal{"slip": d("30.00")}, Cite: facts.Cite{Source: "办法一"},
	}}
	doc.Scheme.Indicators = append(doc.Scheme.Indicators, scoring.Indicator{
		ID: "over", Rule: scoring.Overflow{Account: "fund", PointsPerYuan: &rate},
		Cite: facts.Cite{Source: "办法二", Sample: facts.Sample{All: true}},
	})
	doc.Pay.Items = append(doc.Pay.Items,
		payout.Item{ID: "rest", Pay: payout.Remainder{Account: "fund"}},
		payout.Item{ID: "pool", Name: facts.Text{ZH: "日池", EN: "Pool"}, Pay: payout.DailyPool{
			Amount: d("3000.00"), Share: payout.ByTable, Faults: map[string]decimal.Decimal{"late": d("0.5")},
		}, Cite: facts.Cite{Sample: facts.Sample{Keys: []string{"faults"}}}},
	)
	return doc
}

// fundMonth has two slips of A1, 10.00 more than the fund holds, and a late
// reply, which takes 50.00 of a day.
func fundMonth(t *testing.T) facts.Month {
	t.Helper()
	m := month(facts.Agent{ID: "A1", Name: "王敏"}, facts.Agent{ID: "A2"})
	for i, kind := range []string{"slip", "slip", "late"} {
		m.Events = append(m.Events, facts.Event{ID: string(rune('x' + i)), Agent: "A1", Kind: kind, Date: m.Period.First()})
	}
	return m
}

// told explains an agent's slip line by line.
func told(t *testing.T, doc policy.Document, m facts.Month, agent string, lang report.Lang) []string {
	t.Helper()
	p, err := policy.New(doc)
	require.NoError(t, err)
	res, err := p.Close(m, policy.History{})
	require.NoError(t, err)
	slip, ok := res.Slip(agent)
	require.True(t, ok)
	var b strings.Builder
	require.NoError(t, report.Explain(&b, slip, lang))
	return strings.Split(strings.TrimSuffix(b.String(), "\n"), "\n")
}

// notesOf are the indents and notes of the lines of a tree.
func notesOf(lines []string) []string {
	var notes []string
	for _, l := range lines {
		if l == "" {
			return notes
		}
		indent := l[:len(l)-len(strings.TrimLeft(l, " "))]
		_, note, _ := strings.Cut(l, "  [")
		notes = append(notes, indent+strings.TrimSuffix(note, "]"))
	}
	return notes
}

func TestExplainNamesTheClauses(t *testing.T) {
	t.Parallel()
	m := fundMonth(t)
	assert.Equal(t, []string{
		"",
		"  ", // the score
		"    scheme.exam",
		"      ", // the metric
		"    scheme.over · 办法二 · 含示例数值",
		"      accounts.fund · 办法一",
		"        ", "        ", // the slips
		"  pay.base",
		"    ", // the metric
		"  pay.rest",
		"    accounts.fund · 办法一 · 明细见上",
		"  pay.pool · 含示例数值",
		"    ",   // the day
		"      ", // the late reply
	}, notesOf(told(t, fundDocument(), m, "A1", report.Chinese)))
	assert.Equal(t, []string{
		"",
		"  ",
		"    scheme.exam",
		"      ",
		"    scheme.over · 办法二 · sample figures",
		"      accounts.fund · 办法一",
		"  pay.base",
		"    ",
		"  pay.rest",
		"    accounts.fund · 办法一", // nothing happened, and nothing stands above
		"  pay.pool · sample figures",
	}, notesOf(told(t, fundDocument(), m, "A2", report.English)))
}

// TestExplainRefersOnlyToWhatIsAbove has the same metric with the same steps
// behind two clauses.
func TestExplainRefersOnlyToWhatIsAbove(t *testing.T) {
	t.Parallel()
	doc := document()
	doc.Metrics["late"] = facts.Metric{Name: facts.Text{ZH: "迟复", EN: "Late replies"}, Unit: facts.Count, Better: facts.Lower, From: facts.From{Event: "late"}}
	doc.Scheme.Indicators = []scoring.Indicator{
		{ID: "a", Points: d("50"), Rule: scoring.ZeroOver{Metric: "late", Over: d("0")}},
		{ID: "b", Points: d("50"), Rule: scoring.ZeroOver{Metric: "late", Over: d("1")}},
	}
	assert.Equal(t, []string{
		"", "  ",
		"    scheme.a", "      ", "        ",
		"    scheme.b", "      steps as above",
		"  pay.base", "    ",
	}, notesOf(told(t, doc, fundMonth(t), "A1", report.English)))
}

func TestExplainListsTheMoney(t *testing.T) {
	t.Parallel()
	table := func(agent string, lang report.Lang) string {
		_, lines, _ := strings.Cut(strings.Join(told(t, fundDocument(), fundMonth(t), agent, lang), "\n"), "\n\n")
		return "\n" + lines + "\n"
	}
	assert.Equal(t, `
项目      性质    日期        条款      金额(元)
基本工资  应得                pay.base   3000.00
rest      应得                pay.rest      0.00
日池      应得                pay.pool   3000.00
日池      未取得  2026-06-01  pay.pool    -50.00
合计                                     5950.00
`, table("A1", report.Chinese))
	assert.Equal(t, `
item      treatment  clause    amount (yuan)
Base pay  earned     pay.base        3000.00
rest      earned     pay.rest          50.00
Pool      earned     pay.pool        3000.00
total                                6050.00
`, table("A2", report.English), "a column of dates that nothing fills is left out")
}

func TestExplainWithoutPayOrScore(t *testing.T) {
	t.Parallel()
	t.Run("a policy that only scores has no table of money", func(t *testing.T) {
		t.Parallel()
		doc := document()
		doc.Pay = payout.Plan{}
		assert.Equal(t, []string{"", "  ", "    scheme.exam", "      "}, notesOf(told(t, doc, month(facts.Agent{ID: "A1"}), "A1", report.English)))
	})
	t.Run("an agent who did not work has no score", func(t *testing.T) {
		t.Parallel()
		m := month(facts.Agent{ID: "A1"})
		m.Agents[0].Leave = []facts.Leave{{From: m.Period.First(), Until: m.Period.Last(), Kind: facts.PaidLeave}}
		lines := told(t, document(), m, "A1", report.Chinese)
		assert.Equal(t, "A1 2026-06 合计 3000.00 元", lines[0])
		assert.Contains(t, lines[1], "不适用")
		assert.Equal(t, []string{"", "  ", "  pay.base", "    "}, notesOf(lines))
	})
	t.Run("the zero slip has nothing to tell", func(t *testing.T) {
		t.Parallel()
		var b strings.Builder
		require.NoError(t, report.Explain(&b, policy.Slip{}, report.English))
		assert.Empty(t, b.String())
	})
}
