package policy

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/payout"
	"github.com/cspay/cspay/scoring"
	"github.com/cspay/cspay/scoring/facts"
)

const awardPolicy = `format: cspay/v1
id: awards
currency: CNY
metrics:
  exam: {unit: points, better: higher}
  sales: {unit: money, better: higher}
  praises: {unit: count, from: {event: praise}}
scheme:
  - {id: exam, points: 100, direct: {metric: exam, out_of: 100}}
  - {id: praise, adjust: {metric: praises, each: 2}}
rankings:
  - {id: by_score, by: score}
pay:
  - {id: wage, spread: true, performance_pay: {amount: 2000, by: score, out_of: 100}}
  - id: single
    award:
      match: first
      cases:
        - {id: champion, name: {zh: 第一名, en: First}, when: [{metric: score, at_least: 80}, {ranking: by_score, first: any_tied}], amount: 100}
        - {when: [{metric: score, at_least: 80}], amount: 50}
  - {id: over, spread: true, when: [{role: [pre_sales]}], overachievement: {metric: sales, target: 338000, step: 10%, amount: 100}}
`

func awardDocument() Document {
	eighty := dec("80")
	pass := facts.Clause{Metric: "score", AtLeast: &eighty}
	return Document{
		ID: "awards", Currency: "CNY",
		Metrics: facts.Metrics{
			"exam":    {Unit: facts.Points, Better: facts.Higher},
			"sales":   {Unit: facts.Money, Better: facts.Higher},
			"praises": {Unit: facts.Count, From: facts.From{Event: "praise"}},
		},
		Scheme: scoring.Scheme{Indicators: []scoring.Indicator{
			{ID: "exam", Points: dec("100"), Rule: scoring.Direct{Metric: "exam", OutOf: dec("100")}},
			{ID: "praise", Rule: scoring.Adjustment{Metric: "praises", Each: dec("2")}},
		}},
		Rankings: []facts.Ranking{{ID: "by_score", By: "score"}},
		Pay: payout.Plan{Items: []payout.Item{
			{ID: "wage", Spread: true, Pay: payout.PerformancePay{Amount: dec("2000"), By: "score", OutOf: dec("100")}},
			{ID: "single", Pay: payout.Award{Match: payout.FirstMatch, Cases: []payout.Case{
				{
					ID: "champion", Name: facts.Text{ZH: "第一名", EN: "First"}, Amount: dec("100"),
					When: facts.When{pass, {Ranking: "by_score", First: facts.AnyTied}},
				},
				{When: facts.When{pass}, Amount: dec("50")},
			}}},
			{
				ID: "over", Spread: true, When: facts.When{{Role: []string{"pre_sales"}}},
				Pay: payout.Overachievement{Metric: "sales", Target: dec("338000"), Step: dec("0.1"), Amount: dec("100")},
			},
		}},
	}
}

// awardMonth has A at 104 points, B at 80, C at 79.99 and D on leave.
func awardMonth() facts.Month {
	of := func(id, exam, sales string) facts.Agent {
		return facts.Agent{ID: id, Role: "pre_sales", Values: map[string]decimal.Decimal{"exam": dec(exam), "sales": dec(sales)}}
	}
	m := facts.Month{Period: period("2026-06"), Agents: []facts.Agent{
		of("A", "100", "507000"), of("B", "80", "405600"), of("C", "79.99", "338000"),
		{ID: "D", Leave: []facts.Leave{{From: day("2026-06-01"), Until: day("2026-06-30"), Kind: facts.PaidLeave}}},
	}}
	m.Agents[2].Role = "after_sales"
	for i := range 2 {
		m.Events = append(m.Events, facts.Event{ID: fmt.Sprintf("p%d", i), Agent: "A", Kind: "praise", Date: day("2026-06-02")})
	}
	return m
}

func awarded(t *testing.T) *Result {
	t.Helper()
	p, err := Load(strings.NewReader(awardPolicy))
	require.NoError(t, err)
	r, err := p.Close(awardMonth(), History{})
	require.NoError(t, err)
	return r
}

func TestAwardsOfADocument(t *testing.T) {
	t.Parallel()
	r := awarded(t)
	for agent, want := range map[string][3][]string{
		"A": {{"2080.00"}, {"100.00"}, {"500.00"}}, // YT5: 104 points of 100
		"B": {{"1600.00"}, {"50.00"}, {"200.00"}},
		"C": {{"1599.80"}, {"0.00"}, nil},
		"D": {{"0.00"}, {"0.00"}, nil},
	} {
		assert.Equal(t, want, [3][]string{paid(t, r, agent, "wage"), paid(t, r, agent, "single"), paid(t, r, agent, "over")}, agent)
	}
	literal, err := New(awardDocument())
	require.NoError(t, err)
	assert.Equal(t, r.Policy().Digest(), literal.Digest(), "the literal is the same policy")
}

func TestSpread(t *testing.T) {
	t.Parallel()
	r := awarded(t)
	cases := []struct {
		name, item           string
		highest, lowest, gap string
		agents               int
	}{
		{"YT5: who was on leave all month is not the lowest", "wage", "2080.00", "1599.80", "480.20", 3},
		{"only those whom the item is for", "over", "500.00", "200.00", "300.00", 2},
		{"an award that was not won counts as 0.00", "single", "100.00", "0.00", "100.00", 4},
		{"an item that there is not", "other", "", "", "", 0},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			s, ok := r.Spread(c.item)
			assert.Equal(t, c.agents > 0, ok)
			assert.Equal(t, c.agents, s.Agents)
			if ok {
				assert.Equal(t, c.item, s.Item)
				assert.Equal(t, []string{c.highest, c.lowest, c.gap}, []string{s.Highest.StringFixed(2), s.Lowest.StringFixed(2), s.Gap.StringFixed(2)})
				assert.Equal(t, int32(-2), s.Gap.Exponent(), "two digits")
			}
		})
	}
	t.Run("losses come off", func(t *testing.T) {
		t.Parallel()
		p, err := New(Document{ID: "pool", Currency: "CNY", Pay: payout.Plan{Items: []payout.Item{{ID: "pool", Spread: true, Pay: payout.DailyPool{
			Amount: dec("3000"), Share: payout.ByTable, Faults: map[string]decimal.Decimal{"late": dec("0.5")},
		}}}}})
		require.NoError(t, err)
		m := facts.Month{Period: period("2026-06"), Agents: []facts.Agent{{ID: "A"}, {ID: "B"}}}
		m.Events = []facts.Event{{ID: "e", Agent: "B", Kind: "late", Date: day("2026-06-01")}}
		r, err := p.Close(m, History{})
		require.NoError(t, err)
		s, ok := r.Spread("pool")
		require.True(t, ok)
		assert.Equal(t, []string{"3000.00", "2950.00", "50.00"}, []string{s.Highest.StringFixed(2), s.Lowest.StringFixed(2), s.Gap.StringFixed(2)})
	})
}

func TestSpreadsOfAResult(t *testing.T) {
	t.Parallel()
	write := func(doc Document, m facts.Month) string {
		p, err := New(doc)
		require.NoError(t, err)
		r, err := p.Close(m, History{})
		require.NoError(t, err)
		var b bytes.Buffer
		require.NoError(t, r.WriteJSON(&b))
		return b.String()
	}
	whole := write(awardDocument(), awardMonth())
	_, after, ok := strings.Cut(whole, "\n]")
	require.True(t, ok)
	assert.Equal(t, `,"spreads":[{"item":"wage","highest":"2080.00","lowest":"1599.80","gap":"480.20","agents":3},`+
		`{"item":"over","highest":"500.00","lowest":"200.00","gap":"300.00","agents":2}]}`+"\n", after)
	assert.NotContains(t, after, "single", "only items that publish it")

	empty := awardMonth()
	empty.Agents, empty.Events = nil, nil
	assert.NotContains(t, write(awardDocument(), empty), "spreads", "061 nobody was paid")
	quiet := awardDocument()
	for i := range quiet.Pay.Items {
		quiet.Pay.Items[i].Spread = false
	}
	assert.NotContains(t, write(quiet, awardMonth()), "spreads")
	assert.NotEqual(t, mustDigest(t, quiet), mustDigest(t, awardDocument()), "it is part of the policy")
}

func mustDigest(t *testing.T, doc Document) string {
	t.Helper()
	p, err := New(doc)
	require.NoError(t, err)
	return p.Digest()
}

// TestAwardsAreCheckedAtTheirPlace has a fault of each new kind, each reported
// where it stands.
func TestAwardsAreCheckedAtTheirPlace(t *testing.T) {
	t.Parallel()
	_, err := Load(strings.NewReader(`format: cspay/v1
id: awards
currency: CNY
metrics:
  exam: {unit: points, better: higher}
  sales: {unit: money, better: higher}
pay:
  - id: single
    award:
      match: best
      cases:
        - {amount: 100}
        - {when: [{metric: exam, at_least: 80}], amount: 50, duty: 练习}
        - {when: [{metric: exam, at_least: 60}]}
  - {id: over, overachievement: {metric: sales, step: 10, amount: 100}}
  - {id: wage, performance_pay: {amount: 2000, by: exam, out_of: 0, floor: -1}}
  - {id: more, award: {cases: []}}
`))
	var list Problems
	require.ErrorAs(t, err, &list)
	var got []string
	for _, p := range list {
		got = append(got, fmt.Sprintf("%d:%d %s %s", p.Line, p.Column, p.Path, p.Code))
	}
	assert.Equal(t, []string{
		"10:14 pay[0].award.match word.unknown",
		"12:11 pay.items[0].award.cases[0].when shape.required",
		"13:68 pay.items[0].award.cases[1].duty shape.one_of",
		"14:11 pay[0].award.cases[2].amount shape.required",
		"15:16 pay.items[1].overachievement.target target.zero",
		"15:55 pay[1].overachievement.step rate.above_one",
		"16:66 pay.items[2].performance_pay.out_of target.zero",
		"16:76 pay.items[2].performance_pay.floor number.negative",
		"17:23 pay[3].award.match shape.required",
		"17:24 pay.items[3].award.cases shape.required",
	}, got)
}

func ExampleResult_Spread() {
	p, err := New(awardDocument())
	if err != nil {
		fmt.Println(err)
		return
	}
	res, err := p.Close(awardMonth(), History{})
	if err != nil {
		fmt.Println(err)
		return
	}
	s, ok := res.Spread("wage")
	fmt.Println(s.Highest.StringFixed(2), s.Lowest.StringFixed(2), s.Gap.StringFixed(2), s.Agents, ok)
	// Output: 2080.00 1599.80 480.20 3 true
}

func ExampleResult_Spreads() {
	p, err := New(awardDocument())
	if err != nil {
		fmt.Println(err)
		return
	}
	res, err := p.Close(awardMonth(), History{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, s := range res.Spreads() {
		fmt.Println(s.Item, s.Gap.StringFixed(2))
	}
	// Output:
	// wage 480.20
	// over 300.00
}
