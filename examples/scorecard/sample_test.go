package scorecard

import (
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/examples/internal/shop"
	"github.com/cspay/cspay/policy"
	"github.com/cspay/cspay/scoring"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// The cases that the sample month has to contain, with the numbers that the
// scorecard's bands give for them. They were worked out on paper, not read off.

// lines returns what the library's explanations give for the lines of the
// scheme, by agent and clause.
func lines(t *testing.T) map[string]string {
	t.Helper()
	told := map[string]string{}
	for slip := range card().Close(t).Slips() {
		slip.Explain().Walk(func(depth int, step explain.Step) {
			if d, ok := step.Value.Decimal(); ok && depth == 2 {
				told[slip.Agent()+" "+step.Clause] = d.StringFixed(2)
			}
		})
	}
	return told
}

func TestEachEdgeOfABandHasAnAgentOnEitherSide(t *testing.T) {
	told := lines(t)
	for name, c := range map[string]struct{ agent, line, want string }{
		"completion of 118% gives no more":      {"C15", "completion", "30.00"},
		"completion of exactly 100%":            {"C01", "completion", "30.00"},
		"completion of 99.999%":                 {"C02", "completion", "25.50"},
		"completion of exactly 90%":             {"C03", "completion", "25.50"},
		"completion one cent short of 90%":      {"C04", "completion", "21.00"},
		"completion of exactly 80%":             {"C05", "completion", "21.00"},
		"completion of 79.999%":                 {"C06", "completion", "16.50"},
		"completion of exactly 70%":             {"C07", "completion", "16.50"},
		"completion of 69.999%":                 {"C08", "completion", "12.00"},
		"completion of exactly 60%":             {"C09", "completion", "12.00"},
		"completion of 59.999%":                 {"C10", "completion", "7.50"},
		"completion of exactly 50%":             {"C11", "completion", "7.50"},
		"completion of 49.999%":                 {"C12", "completion", "3.00"},
		"completion of exactly 40%":             {"C13", "completion", "3.00"},
		"completion of 39.999%":                 {"C14", "completion", "0.00"},
		"conversion of exactly 45%":             {"C01", "conversion", "20.00"},
		"conversion of 400 of 889":              {"C02", "conversion", "16.00"},
		"conversion of exactly 40%":             {"C03", "conversion", "16.00"},
		"conversion with one enquirer more":     {"C04", "conversion", "12.00"},
		"conversion of exactly 35%":             {"C05", "conversion", "12.00"},
		"conversion of 381 of 1,089":            {"C06", "conversion", "0.00"},
		"a basket of exactly 250":               {"C01", "basket", "20.00"},
		"a basket of 249.9975":                  {"C02", "basket", "16.00"},
		"a basket of exactly 230":               {"C03", "basket", "16.00"},
		"a basket of one cent of sales less":    {"C04", "basket", "12.00"},
		"a basket of exactly 210":               {"C05", "basket", "12.00"},
		"a basket of 209.97":                    {"C06", "basket", "0.00"},
		"first replies of exactly 98%":          {"C01", "first_reply", "20.00"},
		"first replies one less than 98%":       {"C02", "first_reply", "16.00"},
		"first replies of exactly 95%":          {"C03", "first_reply", "16.00"},
		"first replies one less than 95%":       {"C04", "first_reply", "12.00"},
		"first replies of exactly 92%":          {"C05", "first_reply", "12.00"},
		"first replies one less than 92%":       {"C06", "first_reply", "0.00"},
		"a response of exactly 35 s":            {"C01", "response", "5.00"},
		"a response of 35.001 s":                {"C02", "response", "4.00"},
		"a response of exactly 45 s":            {"C03", "response", "4.00"},
		"a response of 45.001 s":                {"C04", "response", "3.00"},
		"a response of exactly 55 s":            {"C05", "response", "3.00"},
		"a response of 55.001 s":                {"C06", "response", "0.00"},
		"full attendance":                       {"C01", "attendance", "5.00"},
		"one attendance event":                  {"C02", "attendance", "4.00"},
		"three, and one withdrawn":              {"C03", "attendance", "4.00"},
		"four attendance events":                {"C04", "attendance", "3.00"},
		"five attendance events":                {"C06", "attendance", "3.00"},
		"one that was overturned":               {"C09", "attendance", "5.00"},
		"three, and one excluded":               {"C15", "attendance", "4.00"},
		"without a target completion is spread": {"C19", "completion", ""},
		"the odd hundredth goes to response":    {"C19", "response", "7.15"},
	} {
		t.Run(name, func(t *testing.T) {
			assert.Equal(t, c.want, told[c.agent+" scheme."+c.line])
		})
	}
}

func TestTheMonthHasItsScoresMedalsAndPay(t *testing.T) {
	byAgent := card().Slips(t)
	for name, c := range map[string]struct{ agent, score, medal, place, pay string }{
		"full marks":                        {"C01", "100.00", "gold", "1", "2000.00"},
		"exactly 90":                        {"C15", "90.00", "gold", "2", "1800.00"},
		"half a point short of 90":          {"C16", "89.50", "silver", "3", "1790.00"},
		"tied for the fourth place":         {"C02", "81.50", "silver", "4", "1630.00"},
		"tied for the fourth place as well": {"C03", "81.50", "silver", "4", "1630.00"},
		"exactly 80":                        {"C17", "80.00", "silver", "6", "1600.00"},
		"half a point short of 80":          {"C18", "79.50", "bronze", "7", "1590.00"},
		"exactly 70":                        {"C08", "70.00", "bronze", "8", "1400.00"},
		"half a point short of 70":          {"C07", "69.50", "", "9", "1390.00"},
		"the last":                          {"C06", "19.50", "", "18", "390.00"},
		"on probation without a place":      {"C19", "87.15", "silver", "none", "1743.00"},
		"on leave all month":                {"C20", "", "", "none", "0.00"},
	} {
		t.Run(name, func(t *testing.T) {
			slip := byAgent[c.agent]
			assert.Equal(t, c.score, text(slip.Score))
			assert.Equal(t, c.medal, text(slip.Grade))
			assert.Equal(t, c.place, shop.Place(slip.Place))
			assert.Equal(t, c.pay, shop.Amount(slip, "performance", ""))
		})
	}
}

// text is a text of a slip, empty for null.
func text(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

func TestTheMedalsBelowAndAtTheirLimits(t *testing.T) {
	doc := card().Policy(t).Document()
	grades := doc.Scheme.Grades
	for score, want := range map[string]string{
		"69.99": "", "70.00": "bronze", "79.99": "bronze", "80.00": "silver", "89.99": "silver", "90.00": "gold", "100.00": "gold",
	} {
		t.Run("a score of "+score, func(t *testing.T) {
			p, err := policy.New(policy.Document{
				ID: "medals", Currency: "CNY",
				Metrics: facts.Metrics{"mark": {Unit: facts.Points}},
				Scheme: scoring.Scheme{Grades: grades, Indicators: []scoring.Indicator{{
					ID: "mark", Points: decimal.New(100, 0), Rule: scoring.Direct{Metric: "mark", OutOf: decimal.New(100, 0)},
				}}},
			})
			require.NoError(t, err)
			month, err := facts.NewPeriod(2026, 9)
			require.NoError(t, err)
			r, err := p.Close(facts.Month{Period: month, Agents: []facts.Agent{{
				ID: "C01", Values: map[string]decimal.Decimal{"mark": decimal.RequireFromString(score)},
			}}}, policy.History{})
			require.NoError(t, err)
			slip, _ := r.Slip("C01")
			assert.Equal(t, want, slip.Grade())
		})
	}
}

func TestTheWeightsAreTheScorecards(t *testing.T) {
	weights := map[string]string{}
	for _, i := range card().Policy(t).Document().Scheme.Indicators {
		weights[i.ID] = i.Points.StringFixed(0)
	}
	assert.Equal(t, map[string]string{
		"completion": "30", "conversion": "20", "basket": "20", "first_reply": "20", "response": "5", "attendance": "5",
	}, weights)
}

func TestThePolicyHasNoWarning(t *testing.T) {
	assert.Empty(t, card().Policy(t).Warnings())
	assert.Empty(t, card().Close(t).Warnings())
}
