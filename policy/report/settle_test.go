package report_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/payout"
	"github.com/cspay/cspay/policy"
	"github.com/cspay/cspay/policy/report"
	"github.com/cspay/cspay/scoring"
	"github.com/cspay/cspay/scoring/facts"
)

// settleDocument adds to the tiny policy a commission, a red line that keeps it
// back, a penalty with a duty, and a charge-back.
func settleDocument() policy.Document {
	doc, none, ninetyFive, one := document(), d("0"), d("95"), d("0.01")
	doc.Guard = payout.Guard{} // another test holds what a guard gives back
	doc.Metrics["breaches"] = facts.Metric{
		Name: facts.Text{ZH: "违规", EN: "Breaches"}, Unit: facts.Count, Better: facts.Lower, From: facts.From{Event: "breach"},
	}
	doc.RedLines = []scoring.RedLine{{
		ID: "rules", Name: facts.Text{ZH: "平台规则", EN: "Platform rules"}, When: facts.When{{Metric: "breaches", Over: &none}},
		Effect: scoring.PayZero, Items: []string{"own"}, Cite: facts.Cite{Source: "手册三"},
	}}
	doc.Pay.Items = append(doc.Pay.Items,
		payout.Item{ID: "own", Name: facts.Text{ZH: "提成", EN: "Commission"}, Pay: payout.Commission{Metric: "wage", Rate: &one}},
		payout.Item{ID: "exam", Name: facts.Text{ZH: "负激励", EN: "Penalty"}, Pay: payout.Penalty{Match: payout.AllMatch, Cases: []payout.Case{{
			Name: facts.Text{ZH: "不满 95 分", EN: "Under 95"}, When: facts.When{{Metric: "exam", Under: &ninetyFive}}, Amount: d("10"),
			Duty: facts.Text{ZH: "复习", EN: "Revision"},
		}}}},
		payout.Item{ID: "freight", Name: facts.Text{ZH: "运费追偿", EN: "Freight"}, Pay: payout.ChargeBack{Event: "freight", Share: d("1")}},
	)
	return doc
}

func settleMonth() facts.Month {
	m := month(facts.Agent{ID: "A1", Name: "王敏"}, facts.Agent{ID: "A2"})
	amount := d("3100.00")
	m.Events = []facts.Event{
		{ID: "e1", Agent: "A1", Kind: "breach", Date: m.Period.First()},
		{ID: "e2", Agent: "A1", Kind: "freight", Date: m.Period.First() + 1, Amount: &amount, Order: "T1001"},
	}
	return m
}

// TestTextOfASettlement shows what was given back and who needs a review; both
// columns are left out where nobody fills them.
func TestTextOfASettlement(t *testing.T) {
	t.Parallel()
	assert.Equal(t, `小店薪酬 2026-06 共 2 人

工号  姓名   得分  名次  基本工资   提成  负激励  运费追偿  扣款保护     合计  复核
A1    王敏  90.00     1   3000.00   0.00    0.00  -3100.00    100.00     0.00  待人工复核
A2          90.00     1   3000.00  30.00  -10.00      0.00            3020.00

合计应发 3020.00 元
`, text(t, settleDocument(), settleMonth(), report.Chinese))
	assert.Contains(t, text(t, settleDocument(), settleMonth(), report.English), "  guard    total  review\n")
}

// TestExplainOfASettlement has the sentences and the lines of an agent from
// whom something is taken.
func TestExplainOfASettlement(t *testing.T) {
	t.Parallel()
	lines := told(t, settleDocument(), settleMonth(), "A1", report.English)
	at := len(lines) - 11
	require.Positive(t, at)
	assert.Equal(t, strings.Split(`
item        treatment   date        clause           reason                    review        amount (yuan)
Base pay    earned                  pay.base                                                       3000.00
Commission  earned                  pay.own                                                          30.00
Commission  not earned              red_lines.rules  red line                  needs review         -30.00
Penalty     not earned              pay.exam                                                        -10.00
Penalty     not earned              pay.exam         Revision                                         0.00
Freight     deducted    2026-06-02  pay.freight                                                   -3100.00
Penalty     not earned              pay.exam         uncollected                                     10.00
guard       deducted                pay              no pay left, uncollected                       100.00
total                                                                                                 0.00`, "\n"), lines[at:])
	tree := strings.Join(lines[:at], "\n")
	for _, want := range []string{
		"  Commission: red line crossed (Platform rules), the item pays nothing, to be confirmed by a person: -30.00 yuan\n" +
			"    Red line, platform rules: the items listed pay nothing  [red_lines.rules · 手册三]\n",
		"  Penalty: duty: Revision  [pay.exam]\n",
		"  No more is deducted than there is: 3000.00 yuan may be deducted, 100.00 yuan is uncollected",
	} {
		assert.Contains(t, tree, want)
	}
}

// TestNoTextSpeaksOfDismissal: what follows from a red line is for a person to
// decide, in every text of the slip.
func TestNoTextSpeaksOfDismissal(t *testing.T) {
	t.Parallel()
	for _, lang := range []report.Lang{report.Chinese, report.English} {
		all := strings.ToLower(text(t, settleDocument(), settleMonth(), lang) + strings.Join(told(t, settleDocument(), settleMonth(), "A1", lang), "\n"))
		for _, word := range []string{"dismiss", "terminat", "辞退", "开除", "解雇", "解除劳动合同"} {
			assert.NotContains(t, all, word)
		}
	}
}
