package policy

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// derivedPolicy pays a flat amount for each step that a derived metric reaches.
const derivedPolicy = `format: cspay/v1
id: derived
currency: CNY
metrics:
  sales: {unit: money, better: higher}
  target: {unit: money, from: {days: rostered, each: 13000}}
  completion: {unit: ratio, better: higher, from: {ratio: sales, to: target}}
  exam: {unit: points, better: higher}
  test_total: {unit: points}
  test_number: {unit: count}
  tests: {unit: points, better: higher, from: {ratio: test_total, to: test_number}}
  exam_score:
    name: {zh: 考核成绩, en: Exam score}
    unit: points
    better: higher
    from: {blend: [{metric: exam, weight: 70%}, {metric: tests, weight: 30%}]}
  items: {unit: count}
  customers: {unit: count}
  shop_items: {unit: number, from: {ratio: items, to: customers, across: shop}}
  team_share: {unit: ratio, better: higher, from: {ratio: ticked, to: agreed, across: team}}
  agreed: {unit: count}
  ticked: {unit: count}
  duties: {unit: ratio, better: higher, from: {ratio: ticked, to: agreed}}
  attended: {unit: days, from: {days: attended}}
  visitors: {unit: count}
  load: {unit: number, from: {ratio: visitors, to: attended}}
  freight: {unit: money, better: lower, from: {amounts: freight_promise}}
  order_rate: {name: {zh: 下单转化率}, unit: percent, better: higher, missing: not_applicable}
  inquiry_rate: {name: {zh: 询单转化率}, unit: percent, better: higher, missing: not_applicable}
  rate: {name: {zh: 转化率}, unit: percent, better: higher, from: {first_of: [order_rate, inquiry_rate]}}
pay:
  - {id: over, bonus: {amount: 100, by: completion, steps: [{at_least: 120%, coefficient: 2}, {at_least: 110%, coefficient: 1}], else: 0}}
  - {id: exam, bonus: {amount: 50, by: exam_score, steps: [{at_least: 89.9, coefficient: 2}, {at_least: 80, coefficient: 1}], else: 0}}
  - {id: mean, bonus: {amount: 1, by: shop_items, steps: [{at_least: 1.9, coefficient: 1}], else: 0}}
  - {id: team, bonus: {amount: 1, by: team_share, steps: [{at_least: 90%, coefficient: 1}], else: 0}}
  - {id: duty, bonus: {amount: 1, by: duties, steps: [{at_least: 90%, coefficient: 1}], else: 0}}
  - {id: busy, bonus: {amount: 1, by: load, steps: [{at_least: 300, coefficient: 1}], else: 0}}
  - {id: promised, bonus: {amount: 1, by: freight, steps: [{over: 20.49, coefficient: 1}], else: 0}}
  - {id: rate, bonus: {amount: 1, by: rate, steps: [{at_least: 45%, coefficient: 1}], else: 0}}
`

const derivedMonth = `month: 2026-01
agents:
- {id: A, shop: north, team: red, values: {sales: 405600, exam: 92, test_total: 170, test_number: 2, items: 390, customers: 200, agreed: 20, ticked: 19, visitors: 7800, inquiry_rate: 45}}
- {id: B, shop: north, team: red, values: {sales: 405599, exam: 80, test_total: 240, test_number: 3, items: 371, customers: 200, agreed: 80, ticked: 70, visitors: 7799, order_rate: 44.9999, inquiry_rate: 50}}
- {id: C, shop: south, team: blue, values: {sales: 338000, exam: 79.99, test_total: 240, test_number: 3, items: 3, customers: 1, agreed: 10, ticked: 9, visitors: 0, order_rate: 45}}
events:
- {id: f1, agent: A, kind: freight_promise, date: 2026-01-05, amount: 12.50, order: "8801"}
- {id: f2, agent: A, kind: freight_promise, date: 2026-01-06, amount: 8}
- {id: f3, agent: B, kind: freight_promise, date: 2026-01-06, amount: 20.49}
- {id: f4, agent: B, kind: freight_promise, date: 2026-01-07, amount: 100, status: overturned}
`

// firstDays are daily rows for the first days of the month.
func firstDays(days int, agents ...string) string {
	var b strings.Builder
	b.WriteString("agent,date\n")
	for _, agent := range agents {
		for n := range days {
			b.WriteString(agent + "," + (period("2026-01").First() + facts.Date(n)).String() + "\n")
		}
	}
	return b.String()
}

func closeDerived(t *testing.T, policy, month string) (*Result, error) {
	t.Helper()
	p, err := Load(strings.NewReader(policy))
	require.NoError(t, err)
	return shop{facts: month, daily: firstDays(26, "A", "B", "C")}.close(p)
}

func TestDerivedMetricsFromDocumentsToPay(t *testing.T) {
	r, err := closeDerived(t, derivedPolicy, derivedMonth)
	require.NoError(t, err)
	tests := []struct {
		name, item string
		want       [3]string // of A, B, C
	}{
		{"TM13: 120% of 13,000 x 26 days, one yuan less, and the target itself", "over", [3]string{"200.00", "100.00", "0.00"}},
		{"TM9: 89.9, exactly 80, and 0.007 less", "exam", [3]string{"100.00", "50.00", "0.00"}},
		{"TM11: 761/400 of the shop is 1.9025, for all of it", "mean", [3]string{"1.00", "1.00", "1.00"}},
		{"YT1: the team ticked 89 of 100, the other 9 of 10", "team", [3]string{"0.00", "0.00", "1.00"}},
		{"ZW8: agreed points ticked, 95%, 87.5% and 90%", "duty", [3]string{"1.00", "0.00", "1.00"}},
		{"LF7: 300 visitors a day attended, and one visitor less in the month", "busy", [3]string{"1.00", "0.00", "0.00"}},
		{"TM1: 20.50 promised, and 20.49", "promised", [3]string{"1.00", "0.00", "0.00"}},
		{"TM17: inquiries stand in, and only where there are no orders", "rate", [3]string{"1.00", "0.00", "1.00"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			for i, agent := range []string{"A", "B", "C"} {
				assert.Equal(t, []string{tt.want[i]}, paid(t, r, agent, tt.item), agent)
			}
		})
	}
}

func TestDerivedMetricsAreTold(t *testing.T) {
	r, err := closeDerived(t, derivedPolicy, derivedMonth)
	require.NoError(t, err)
	slip, ok := r.Slip("A")
	require.True(t, ok)
	var told []string
	slip.Explain().Walk(func(_ int, s explain.Step) { told = append(told, s.Sentence(explain.Chinese)) })
	for _, want := range []string{
		"target 338000.00 元,排班天数 26 × 13000.00 元",
		"考核成绩 89.9 分,由以下各项乘以权重相加",
		"exam 92 分 × 70%",
		"tests 85 分 × 30%",
		"shop_items 1.9025,店铺north共 2 人合计:items 761 个 ÷ customers 400 个",
		"attended 26 天,按出勤天数计",
		"2026-01-05:freight_promise(事件 f1,订单 8801,成立),金额 12.50 元",
		"转化率 45%,采用:询单转化率;没有:下单转化率",
	} {
		assert.Contains(t, told, want)
	}
}

// TestAGapOfTheShopIsOneProblem: the agent that lacks a number is named, not
// the shop that waits for it.
func TestAGapOfTheShopIsOneProblem(t *testing.T) {
	_, err := closeDerived(t, derivedPolicy, strings.Replace(derivedMonth, "items: 371, ", "", 1))
	var problems Problems
	require.ErrorAs(t, err, &problems)
	require.Len(t, problems, 1)
	assert.Equal(t, facts.CodeMetricMissing, problems[0].Code)
	assert.Equal(t, "agents[1].values.items", problems[0].Path)
	assert.Equal(t, "B", problems[0].Agent)
}

func TestDerivationsThatCanNotBe(t *testing.T) {
	tests := []struct {
		name, old, with string
		line            int
		code            facts.Code
	}{
		{"two at once", "{days: rostered, each: 13000}", "{days: rostered, each: 13000, event: sale}", 6, facts.CodeOneOf},
		{"each without days", "{days: rostered, each: 13000}", "{amounts: sale, each: 13000}", 6, facts.CodeOneOf},
		{"a misspelt part", "metric: tests,", "metric: testz,", 16, facts.CodeMetricUnknown},
		{"a bare weight", "weight: 70%", "weight: 70", 16, facts.CodeRateAboveOne},
		{"a weight of nothing", "weight: 70%", "weight: 0%", 16, facts.CodeWeightInvalid},
		{"a cycle", "[order_rate, inquiry_rate]", "[order_rate, rate]", 30, facts.CodeMetricCycle},
		{"a group that is none", "across: team", "across: teams", 20, facts.CodeWordUnknown},
		{"days that are none", "target: {unit: money, from: {days: rostered, each: 13000}}", "target: {unit: money, from: {daily: sum}}\n  shifts: {unit: days, from: {days: worked}}", 7, facts.CodeWordUnknown},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			require.Contains(t, derivedPolicy, tt.old)
			_, err := Load(strings.NewReader(strings.Replace(derivedPolicy, tt.old, tt.with, 1)))
			var problems Problems
			require.ErrorAs(t, err, &problems)
			require.NotEmpty(t, problems)
			assert.Equal(t, tt.code, problems[0].Code)
			assert.Equal(t, tt.line, problems[0].Line, "%v", problems)
			assert.Len(t, problems, 1, "%v", problems)
		})
	}
}

// TestBasePayAgreesWithTheDays: the roster that a base pay divides by may be
// counted, and both count the same days.
func TestBasePayAgreesWithTheDays(t *testing.T) {
	const policy = `format: cspay/v1
id: base
currency: CNY
metrics:
  roster: {unit: days, from: {days: rostered}}
  worked: {unit: days, from: {days: attended}}
  share: {unit: ratio, from: {ratio: worked, to: roster}}
pay:
  - {id: rostered, base_pay: {amount: 2600, basis: rostered, roster: roster}}
  - {id: attended, base_pay: {amount: 2600, basis: attended, roster: roster}}
  - {id: share, bonus: {amount: 2600, by: share, steps: [{at_least: 84.61%, coefficient: 1}], else: 0}}
`
	month := func(agent string) string { return "month: 2026-01\nagents:\n- " + agent + "\n" }
	// 22 of the 26 days are worked, two are paid leave and two absences.
	r, err := shop{
		facts: month("{id: A, leave: [{from: 2026-01-23, until: 2026-01-24, kind: paid_leave}, {from: 2026-01-25, until: 2026-01-26, kind: absent}]}"),
		daily: firstDays(22, "A"),
	}.close(must(Load(strings.NewReader(policy)))(t))
	require.NoError(t, err)
	assert.Equal(t, []string{"2400.00"}, paid(t, r, "A", "rostered"), "2,600 x 24/26")
	assert.Equal(t, []string{"2200.00"}, paid(t, r, "A", "attended"), "2,600 x 22/26")
	assert.Equal(t, []string{"2600.00"}, paid(t, r, "A", "share"), "22/26 is 84.615...%")

	_, err = shop{facts: month("{id: A}")}.close(must(Load(strings.NewReader(policy)))(t))
	var problems Problems
	require.ErrorAs(t, err, &problems)
	require.Len(t, problems, 1, "%v", problems)
	assert.Equal(t, facts.CodeMetricMissing, problems[0].Code)
	assert.Equal(t, "agents[0].days", problems[0].Path)
}

func must(p *Policy, err error) func(*testing.T) *Policy {
	return func(t *testing.T) *Policy {
		t.Helper()
		require.NoError(t, err)
		return p
	}
}

// TestADerivationOfNothingIsRefused: a list or a name that is left empty would
// else be a metric that everybody has to bring (TM9, TM13, TM17).
func TestADerivationOfNothingIsRefused(t *testing.T) {
	src := "format: cspay/v1\nid: p\ncurrency: CNY\nmetrics:\n" +
		"  a: {unit: points, from: {first_of: []}}\n" +
		"  b: {unit: points, from: {blend: []}}\n" +
		"  c: {unit: money, from: {amounts: \"\"}}\n" +
		"  d: {unit: count, from: {event: \"\"}}\n"
	in := func(line, column int) spot { return spot{"policy.yaml", line, column, facts.CodeRequired, ""} }
	_, err := Load(strings.NewReader(src))
	refused(t, err, in(5, 28), in(6, 28), in(7, 36), in(8, 34))

	empty := facts.From{FirstOf: []string{}}
	_, err = New(Document{Format: Format, ID: "p", Currency: "CNY", Metrics: facts.Metrics{"a": {Unit: facts.Points, From: empty}}})
	assert.ErrorIs(t, err, facts.CodeRequired)
}
