package policy

import (
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/scoring"
	"github.com/cspay/cspay/scoring/facts"
)

// dutyScore closes a month of one agent whose score is 10 points for duties
// done of duties due and 90 for a test.
func dutyScore(t *testing.T, done, due, exam string) string {
	t.Helper()
	whole, none := dec("1"), dec("0")
	p, err := New(Document{
		ID: "duties", Currency: "CNY",
		Metrics: facts.Metrics{
			"done":   {Unit: facts.Count, From: facts.From{Daily: facts.Sum}},
			"due":    {Unit: facts.Count, From: facts.From{Daily: facts.Sum}},
			"duties": {Unit: facts.Ratio, Better: facts.Higher, From: facts.From{Ratio: "done", To: "due"}},
			"exam":   {Unit: facts.Points, Better: facts.Higher},
		},
		Scheme: scoring.Scheme{Indicators: []scoring.Indicator{
			{ID: "duties", Points: dec("10"), Rule: scoring.Attainment{Metric: "duties", Target: whole, Floor: &none, Cap: &whole}},
			{ID: "exam", Points: dec("90"), Rule: scoring.Direct{Metric: "exam", OutOf: dec("100")}},
		}},
	})
	require.NoError(t, err)
	r, err := p.Close(facts.Month{Period: period("2026-06"), Agents: []facts.Agent{{
		ID: "A", Values: map[string]decimal.Decimal{"exam": dec(exam)},
		Days: []facts.Day{{Date: day("2026-06-01"), Values: map[string]decimal.Decimal{"done": dec(done), "due": dec(due)}}},
	}}}, History{})
	require.NoError(t, err)
	slip, ok := r.Slip("A")
	require.True(t, ok)
	return slip.Score().StringFixed(2)
}

func TestZW8DutiesCountByTheirCompletion(t *testing.T) {
	t.Parallel()
	assert.Equal(t, "9.00", dutyScore(t, "27", "30", "0"), "27 of 30 self-checks are 9 of 10 points")
	assert.Equal(t, "3.33", dutyScore(t, "1", "3", "0"), "1 of 3 stays a quotient until its line")
	assert.Equal(t, "80.00", dutyScore(t, "0", "0", "80"), "who had no duty is not measured by them: the test carries all 100 points")
	assert.Equal(t, "72.00", dutyScore(t, "0", "5", "80"), "who did none of theirs is")
}

func TestZW9TheMonthlyTestIsAKPI(t *testing.T) {
	t.Parallel()
	assert.Equal(t, "87.40", dutyScore(t, "1", "1", "86"), "86 of 100 are 77.40 of 90 points")
	assert.Equal(t, "10.00", dutyScore(t, "1", "1", "0"))
	assert.Equal(t, "100.00", dutyScore(t, "1", "1", "100"))
}
