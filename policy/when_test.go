package policy

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// award pays 200 where a condition holds.
func award(when string) string {
	return `format: cspay/v1
id: award
currency: CNY
metrics:
  sales: {unit: money, better: higher}
  sales_target: {unit: money, publish_by: 29}
  speed: {unit: number, better: higher}
  one: {unit: points, missing: zero}
pay:
  - {id: award, when: ` + when + `, bonus: {amount: 200, by: one, steps: [{at_least: 0, coefficient: 1}]}}
`
}

// oneAgent is a month of one agent; rest is added to its facts.
func oneAgent(agent, values, rest string) shop {
	return shop{facts: "month: 2026-06\nagents:\n- {id: A" + agent + ", values: {" + values + "}}\n" + rest}
}

const onTime = "published: {sales_target: 2026-05-29}\n"

func TestTM11ShareOfATarget(t *testing.T) {
	p, err := Load(strings.NewReader(award("[{metric: sales, at_least: 60%, of: sales_target}]")))
	require.NoError(t, err)
	for _, tt := range []struct {
		name, sales string
		want        []string
	}{
		{"TM11: attainment of 60%", "60000.00", []string{"200.00"}},
		{"TM11: attainment of 59.9%", "59900.00", nil},
		{"TM11: a cent short of 60%", "59999.99", nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r, err := oneAgent("", "speed: 70, sales: "+tt.sales+", sales_target: 100000.00", onTime).close(p)
			require.NoError(t, err)
			assert.Equal(t, tt.want, paid(t, r, "A", "award"))
		})
	}
	t.Run("a target that is missing is named", func(t *testing.T) {
		_, err := oneAgent("", "speed: 70, sales: 1", onTime).close(p)
		refused(t, err, inFacts(3, 11, facts.CodeMetricMissing, "A"))
		assert.Contains(t, err.Error(), "a value for sales_target")
	})
}

// TestSharesAreWrittenWithTheirSign: beside of a limit is a rate, so that 60
// is not sixty times the target.
func TestSharesAreWrittenWithTheirSign(t *testing.T) {
	_, err := Load(strings.NewReader(award("[{metric: sales, at_least: 60, of: sales_target}]")))
	refused(t, err, spot{"policy.yaml", 10, 50, facts.CodeRateAboveOne, ""})
	assert.Contains(t, err.Error(), "60%, or 6000% if that is meant")
	for _, limit := range []string{"at_least: 0.6", "at_least: 60%", "over: 120%"} {
		p, err := Load(strings.NewReader(award("[{metric: sales, " + limit + ", of: sales_target}]")))
		require.NoError(t, err, limit)
		literal, err := New(p.Document())
		require.NoError(t, err)
		assert.Equal(t, p.Digest(), literal.Digest())
		var yaml strings.Builder
		require.NoError(t, p.WriteYAML(&yaml))
		again, err := Load(strings.NewReader(yaml.String()))
		require.NoError(t, err, yaml.String())
		assert.Equal(t, p.Digest(), again.Digest())
	}
	_, err = Load(strings.NewReader(award("[{metric: sales, at_least: 60}]")))
	require.NoError(t, err, "without of it is an amount")
}

func TestTM10ADateThatACaseNeeds(t *testing.T) {
	p, err := Load(strings.NewReader(award("[{status: [regular]}, {tenure: regular, over: 6}, {metric: speed, at_least: 70}]")))
	require.NoError(t, err)
	const values = "speed: 70, sales: 1, sales_target: 1"
	for _, tt := range []struct {
		name, agent string
		want        []string
	}{
		{"TM10: regular for over six months", ", regular: 2025-12-31", []string{"200.00"}},
		{"TM10: regular for six months", ", regular: 2026-01-01", nil},
		{"TM10: on probation nobody asks for the day", ", status: probation", nil},
		{"TM10: left before the seventh month began", ", regular: 2025-12-31, left: 2026-06-29", nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r, err := oneAgent(tt.agent, values, onTime).close(p)
			require.NoError(t, err)
			assert.Equal(t, tt.want, paid(t, r, "A", "award"))
		})
	}
	_, err = oneAgent("", values, onTime).close(p)
	refused(t, err, inFacts(3, 3, facts.CodeMetricMissing, "A"))
	var list Problems
	require.ErrorAs(t, err, &list)
	assert.Equal(t, "agents[0].regular", list[0].Path)
}

func TestTM14TargetsThatAreLateAreWarnedOf(t *testing.T) {
	p, err := Load(strings.NewReader(award("[{metric: sales, at_least: 60%, of: sales_target}]")))
	require.NoError(t, err)
	for _, tt := range []struct {
		name, rest string
		want       []spot
	}{
		{"TM14: on the 29th", onTime, nil},
		{"TM14: on the 30th", "published:\n  sales_target: 2026-05-30\n", []spot{inFacts(5, 17, facts.CodeTargetLate, "")}},
		{"TM14: not said", "", []spot{inFacts(1, 1, facts.CodeTargetUnpublished, "")}},
		{"TM14: of a metric that is not published", "published:\n  sales_target: 2026-05-29\n  sales: 2026-05-29\n", []spot{inFacts(6, 10, facts.CodeOneOf, "")}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r, err := oneAgent("", "speed: 70, sales: 60, sales_target: 100", tt.rest).close(p)
			require.NoError(t, err)
			assert.Equal(t, []string{"200.00"}, paid(t, r, "A", "award"), "a warning stops nothing")
			if tt.want == nil {
				assert.Empty(t, r.Warnings())
				return
			}
			assert.Equal(t, tt.want, spots(t, r.Warnings()))
		})
	}
	_, err = oneAgent("", "speed: 70, sales: 60, sales_target: 100", onTime+"x: 1\n").close(p)
	require.ErrorIs(t, err, facts.CodeNameUnknown)
	_, err = oneAgent("", "speed: 70, sales: 60, sales_target: 100", "published: {sales_tarjet: 2026-05-29}\n").close(p)
	require.ErrorIs(t, err, facts.CodeMetricUnknown)
}

func TestTM4EvidenceIsRequiredAtItsKey(t *testing.T) {
	src := strings.Replace(voted(", evidence: true"), "{metric: teamwork}", "{metric: teamwork, out_of: 5}", 1)
	proven := func(line, text string) string { return strings.TrimSuffix(line, "}") + ", evidence: " + text + "}" }
	s := ballots(proven(markA, "订单 88"), proven(markB, "''"), proven(forA, "会话 12"), forB)
	p, err := Load(strings.NewReader(src))
	require.NoError(t, err)
	_, err = s.close(p)
	refused(t, err, inFacts(8, 74, facts.CodeRequired, "A1"), inFacts(10, 3, facts.CodeRequired, "A1"))
	s = ballots(proven(markA, "'订单 88; '"), proven(markB, "会话 9"), proven(forA, "会话 12"), proven(forB, "会话 12"))
	r, err := s.close(p)
	require.NoError(t, err)
	slip, _ := r.Slip("A1")
	assert.Equal(t, "94.50", slip.Score().StringFixed(2), "90 + 4.5, and 0 for the review")
	var told []string
	slip.Explain().Walk(func(_ int, s explain.Step) {
		if s.Code == "vote" {
			told = append(told, s.Sentence(explain.Chinese))
		}
	})
	assert.Equal(t, []string{"lead:4 分;会话 9", "质检:5 分;订单 88; "}, told, "by voter, the text as it was written")
}
