package policy

import (
	"context"
	"iter"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/payout"
	"github.com/cspay/cspay/scoring"
	"github.com/cspay/cspay/scoring/facts"
)

func dec(s string) decimal.Decimal { return decimal.RequireFromString(s) }

func day(s string) facts.Date {
	v, err := facts.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return v
}

func period(s string) facts.Period {
	v, err := facts.ParsePeriod(s)
	if err != nil {
		panic(err)
	}
	return v
}

const smallPolicy = `format: cspay/v1
id: small
currency: CNY
metrics:
  exam: {unit: points, better: higher}
  calls: {unit: count, from: {daily: sum}}
  wage: {unit: money}
  bad_reviews: {unit: count, better: lower, from: {event: bad_review}}
scheme:
  - {id: exam, points: 95, direct: {metric: exam, out_of: 100}}
  - {id: reviews, points: 5, zero_over: {metric: bad_reviews, over: 3}}
rankings:
  - {id: by_score, by: score}
pay:
  - {id: base, base_pay: {metric: wage, basis: calendar}}
  - {id: bonus, bonus: {amount: 1000, by: score, steps: [{at_least: 90, coefficient: 1.2}], else: 0}}
`

func smallDocument() Document {
	over90 := dec("90")
	none := dec("0")
	return Document{
		ID: "small", Currency: "CNY",
		Metrics: facts.Metrics{
			"exam":        {Unit: facts.Points, Better: facts.Higher},
			"calls":       {Unit: facts.Count, From: facts.From{Daily: facts.Sum}},
			"wage":        {Unit: facts.Money},
			"bad_reviews": {Unit: facts.Count, Better: facts.Lower, From: facts.From{Event: "bad_review"}},
		},
		Scheme: scoring.Scheme{Indicators: []scoring.Indicator{
			{ID: "exam", Points: dec("95.00"), Rule: scoring.Direct{Metric: "exam", OutOf: dec("100")}},
			{ID: "reviews", Points: dec("5"), Rule: scoring.ZeroOver{Metric: "bad_reviews", Over: dec("3.00")}},
		}},
		Rankings: []facts.Ranking{{ID: "by_score", By: "score"}},
		Pay: payout.Plan{Items: []payout.Item{
			{ID: "base", Pay: payout.BasePay{Metric: "wage", Basis: payout.Calendar}},
			{ID: "bonus", Pay: payout.Bonus{
				Amount: dec("1000.0"), By: "score", Else: &none,
				Steps: []payout.Coefficient{{AtLeast: &over90, Coefficient: dec("1.2")}},
			}},
		}},
	}
}

func smallMonth() facts.Month {
	values := func(exam, wage string) map[string]decimal.Decimal {
		return map[string]decimal.Decimal{"exam": d(exam), "wage": d(wage)}
	}
	m := facts.Month{Period: period("2026-01"), Agents: []facts.Agent{
		{ID: "A2", Name: "乙", Values: values("90", "3100")},
		{ID: "A1", Name: "甲", Values: values("95", "3000")},
	}}
	for _, id := range []string{"e1", "e2", "e3", "e4"} {
		m.Events = append(m.Events, facts.Event{ID: id, Agent: "A2", Kind: "bad_review", Date: day("2026-01-05")})
	}
	return m
}

func loadSmall(t *testing.T) *Policy {
	t.Helper()
	p, err := Load(strings.NewReader(smallPolicy))
	require.NoError(t, err)
	return p
}

func TestCloseOfASmallMonth(t *testing.T) {
	p := loadSmall(t)
	r, err := p.Close(smallMonth(), History{})
	require.NoError(t, err)
	var b strings.Builder
	require.NoError(t, r.WriteJSON(&b))
	assert.Equal(t, `{"policy":"small","digest":"`+p.Digest()+`","month":"2026-01","slips":[
{"agent":"A1","score":"95.25","grade":null,"place":1,"places":{"by_score":1},"lines":[{"item":"base","treatment":"earned","amount":"3000.00","clause":"pay.base"},{"item":"bonus","treatment":"earned","amount":"1200.00","clause":"pay.bonus"}],"total":"4200.00"},
{"agent":"A2","score":"85.50","grade":null,"place":2,"places":{"by_score":2},"lines":[{"item":"base","treatment":"earned","amount":"3100.00","clause":"pay.base"},{"item":"bonus","treatment":"earned","amount":"0.00","clause":"pay.bonus"}],"total":"3100.00"}
]}
`, b.String())
}

func TestTheSameDigestForYAMLJSONAndLiterals(t *testing.T) {
	fromYAML := loadSmall(t)
	var text strings.Builder
	require.NoError(t, fromYAML.WriteJSON(&text))
	fromJSON, err := Load(strings.NewReader(text.String()))
	require.NoError(t, err)
	text.Reset()
	require.NoError(t, fromYAML.WriteYAML(&text))
	again, err := Load(strings.NewReader(text.String()))
	require.NoError(t, err)
	literal, err := New(smallDocument())
	require.NoError(t, err)
	assert.Equal(t, fromYAML.Digest(), fromJSON.Digest())
	assert.Equal(t, fromYAML.Digest(), again.Digest())
	assert.Equal(t, fromYAML.Digest(), literal.Digest(), "3 and 3.00 are the same policy")
	assert.Regexp(t, `^sha256:[0-9a-f]{64}$`, fromYAML.Digest())
	changed := smallDocument()
	changed.Scheme.Indicators[1].Rule = scoring.ZeroOver{Metric: "bad_reviews", Over: dec("4")}
	other, err := New(changed)
	require.NoError(t, err)
	assert.NotEqual(t, fromYAML.Digest(), other.Digest())
}

func TestChangingALiteralAfterwardsChangesNothing(t *testing.T) {
	doc := smallDocument()
	p, err := New(doc)
	require.NoError(t, err)
	r, err := p.Close(smallMonth(), History{})
	require.NoError(t, err)
	doc.Metrics["exam"] = facts.Metric{Unit: facts.Money}
	doc.Scheme.Indicators[0].ID = "other"
	doc.Rankings[0].ID = "other"
	got := p.Document()
	assert.Equal(t, facts.Points, got.Metrics["exam"].Unit)
	assert.Equal(t, "exam", got.Scheme.Indicators[0].ID)
	slip, ok := r.Slip("A1")
	require.True(t, ok)
	assert.Equal(t, 1, slip.PlaceIn("by_score"))
	got.Metrics["exam"] = facts.Metric{}
	assert.Equal(t, facts.Points, p.Document().Metrics["exam"].Unit)
}

// tenFaults has ten faults of the text and of its meaning.
const tenFaults = `format: cspay/v1
id: faulty
currency: CNY
rounding: {places: 99, lines: half_upp}
metrics:
  exam: {unit: pionts, better: higher}
  wage: {unit: money, decimals: 12}
scheme:
  - {id: exam, points: "1,000", direct: {metric: exma, out_of: 100}}
  - {id: reviews, pionts: 5, zero_over: {metric: exam, over: 1e3}}
standing: nowhere
pay:
  - {id: base, base_pay: {metric: wage}}
  - {id: base, bonus: {amount: -1, by: exam, steps: [{at_least: 90, coefficient: 1.2}]}}
`

func TestADocumentWithTenFaultsReportsTenAtTheirPlaces(t *testing.T) {
	_, err := Load(strings.NewReader(tenFaults))
	var list Problems
	require.ErrorAs(t, err, &list)
	type at struct {
		code         facts.Code
		line, column int
	}
	var got []at
	for _, p := range list {
		assert.Equal(t, "policy.yaml", p.File)
		got = append(got, at{p.Code, p.Line, p.Column})
	}
	assert.Equal(t, []at{
		{facts.CodePolicyPlaces, 4, 20},
		{facts.CodeWordUnknown, 4, 31},
		{facts.CodeWordUnknown, 6, 16},
		{facts.CodeNumberRange, 7, 33},
		{facts.CodeNumberSyntax, 9, 24},
		{facts.CodeNameUnknown, 9, 50},
		{facts.CodeNameUnknown, 10, 19},
		{facts.CodeNumberExponent, 10, 62},
		{facts.CodeNameUnknown, 11, 11},
		{facts.CodeRequired, 13, 26},
		{facts.CodeIDDuplicate, 14, 10},
		{facts.CodeNumberNegative, 14, 32},
	}, got)
}

const tenFactFaults = `month: 2026-01
agents:
  - {id: A1, values: {exam: 9x, wage: 3000}}
  - {id: A2, values: {exam: 90.123, wage: 3000, waeg: 1}}
  - {id: A2, values: {exam: 90, wage: 3000}}
  - {id: "A3 ", values: {exam: 90, wage: 3000}}
  - {id: A4, hired: 2026-01-20, left: 2026-01-10, values: {exam: 90, wage: 3000}}
  - {id: A5, values: {exam: 90, wage: 3000}}
  - {id: A6, values: {exam: null, wage: 3000}}
events:
  - {id: e1, agent: A9, kind: bad_review, date: 2026-01-05}
  - {id: e2, agent: A1, kind: bad_review, date: 2026-02-30}
  - {id: e3, agent: A1, kind: bad_review, date: 2026-02-03}
`

func TestFactsWithTenFaultsReportTenAndCloseNothing(t *testing.T) {
	p := loadSmall(t)
	fsys := fstest.MapFS{
		"facts.yaml": {Data: []byte(tenFactFaults)},
		"daily.csv":  {Data: []byte("agent,date,attendance,calls\nA1,2026-01-05,worked,3.7\nA5,2026-01-05,worked,7\nA5,2026-01-05,worked,8\n")},
	}
	m, err := p.LoadMonthFS(fsys, ".")
	assert.Empty(t, m.Agents)
	var list Problems
	require.ErrorAs(t, err, &list)
	var got []string
	for _, problem := range list {
		got = append(got, problem.File+" "+string(problem.Code))
		assert.Positive(t, problem.Line, problem.Path)
		assert.NotContains(t, problem.Error(), "9x", "values of facts are not printed")
		assert.NotContains(t, problem.Error(), "90.123")
	}
	assert.Equal(t, []string{
		"daily.csv number.not_integer",
		"daily.csv day.duplicate",
		"facts.yaml number.syntax",
		"facts.yaml number.scale",
		"facts.yaml metric.unknown",
		"facts.yaml id.duplicate",
		"facts.yaml id.space",
		"facts.yaml date.order",
		"facts.yaml metric.missing",
		"facts.yaml agent.unknown",
		"facts.yaml date.invalid",
		"facts.yaml date.outside_month",
	}, got)
}

func TestCloseNamesThePlaceOfAMissingValue(t *testing.T) {
	p := loadSmall(t)
	fsys := fstest.MapFS{"facts.yaml": {Data: []byte("month: 2026-01\nagents:\n  - {id: A1, values: {wage: 3000}}\n  - {id: A2, values: {exam: null, wage: 1}}\n")}}
	m, err := p.LoadMonthFS(fsys, ".")
	require.NoError(t, err)
	r, err := p.Close(m, History{})
	assert.Nil(t, r)
	var list Problems
	require.ErrorAs(t, err, &list)
	require.Len(t, list, 2)
	require.ErrorIs(t, err, facts.CodeMetricMissing)
	assert.Equal(t, "A1", list[0].Agent)
	assert.Equal(t, []int{3, 14}, []int{list[0].Line, list[0].Column}, "the values, the nearest place there is")
	assert.Equal(t, "A2", list[1].Agent)
	assert.Equal(t, []int{4, 29}, []int{list[1].Line, list[1].Column}, "the null itself")
}

func TestAHistoryTakenIsTheCallers(t *testing.T) {
	p := loadSmall(t)
	first, err := p.Close(smallMonth(), History{})
	require.NoError(t, err)
	h := first.History()
	m := smallMonth()
	m.Period++
	for i := range m.Events {
		m.Events[i].Date = day("2026-02-05")
	}
	second, err := p.Close(m, h)
	require.NoError(t, err)
	*h.Months[0].Agents[0].Score = dec("0")
	assert.Equal(t, "95.25", second.History().Months[0].Agents[0].Score.StringFixed(2))
}

func TestPlacesThatAreNotWhole(t *testing.T) {
	doc := smallDocument()
	doc.Rankings = []facts.Ranking{
		{ID: "by_mean", By: "wage", Better: facts.Higher, Ties: facts.MeanRank},
		{ID: "by_percent", By: "exam", Ties: facts.PercentRank},
	}
	doc.Standing = "by_mean"
	p, err := New(doc)
	require.NoError(t, err)
	m := smallMonth()
	m.Agents[0].Values["wage"] = dec("3000")
	r, err := p.Close(m, History{})
	require.NoError(t, err)
	slip, _ := r.Slip("A2")
	place, ok := slip.Standing()
	assert.True(t, ok)
	assert.Equal(t, "1.5", place.String())
	assert.Zero(t, slip.Place(), "there is no place 1.5 to compare with 1")
	text, err := slip.MarshalJSON()
	require.NoError(t, err)
	assert.Contains(t, string(text), `"place":1.5,"places":{"by_mean":1.5,"by_percent":1}`)
	assert.Equal(t, "1.5", r.History().Months[0].Agents[0].Places["by_mean"].String())
	assert.Zero(t, r.History().Months[0].Agents[0].Places["by_percent"].Sign(), "the best")
	var file strings.Builder
	require.NoError(t, r.History().Write(&file))
	again, err := ReadHistory(strings.NewReader(file.String()))
	require.NoError(t, err)
	assert.Equal(t, "1.5", again.Months[0].Agents[0].Places["by_mean"].String())
}

func TestASlipOfNobodyIsEmpty(t *testing.T) {
	r, err := loadSmall(t).Close(smallMonth(), History{})
	require.NoError(t, err)
	slip, ok := r.Slip("nobody")
	assert.False(t, ok)
	assert.Empty(t, slip.Agent())
	assert.Empty(t, slip.Name())
	assert.Empty(t, slip.Attribute(facts.ByTeam))
	assert.False(t, slip.Scored())
	assert.Zero(t, slip.Place())
	assert.Empty(t, slip.Lines())
	assert.Equal(t, "0.00", slip.Total().StringFixed(2))
	assert.Empty(t, slip.Explain().Steps)
	text, err := slip.MarshalJSON()
	require.NoError(t, err)
	assert.JSONEq(t, `{"agent":"","score":null,"grade":null,"place":null,"places":{},"lines":[],"total":"0.00"}`, string(text))
}

func TestCloseEachStopsAtTheFirstGroupThatFails(t *testing.T) {
	p := loadSmall(t)
	bad := smallMonth()
	bad.Agents[0].Values = nil
	groups := func(months ...facts.Month) iter.Seq2[facts.Month, error] {
		return func(yield func(facts.Month, error) bool) {
			for _, m := range months {
				if !yield(m, nil) {
					return
				}
			}
		}
	}
	var closed int
	var last error
	for r, err := range p.CloseEach(context.Background(), groups(smallMonth(), bad, smallMonth()), History{}) {
		last = err
		if err == nil {
			closed += r.Len()
		}
	}
	assert.Equal(t, 2, closed)
	require.ErrorIs(t, last, facts.CodeMetricMissing)

	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	closed = 0
	for r, err := range p.CloseEach(ctx, groups(smallMonth(), smallMonth()), History{}) {
		if err != nil {
			last = err
			break
		}
		closed += r.Len()
		cancel()
	}
	assert.Equal(t, 2, closed)
	assert.ErrorIs(t, last, context.Canceled)
}
