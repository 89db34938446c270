package policy

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/payout"
	"github.com/cspay/cspay/scoring"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// schemesPolicy scores by status first and by role then: who is on probation by
// the exam alone, pre-sales and after-sales by blocks of their own.
const schemesPolicy = `format: cspay/v1
id: schemes
currency: CNY
standing: by_ability
metrics:
  exam: {unit: points, better: higher}
  sold: {unit: points, better: higher, missing: not_applicable}
  care: {unit: points, better: higher, missing: not_applicable}
  praises: {unit: count, missing: zero}
schemes:
  - id: trial
    when: [{status: [probation]}]
    indicators: [{id: exam, points: 100, direct: {metric: exam, out_of: 100}}]
  - id: pre_sales
    when: [{role: [pre_sales]}]
    blocks: [{id: kpi, name: {zh: 业绩, en: KPI}, points: 85}, {id: ability, points: 15}]
    indicators:
      - {id: sold, block: kpi, points: 85, direct: {metric: sold, out_of: 100}}
      - {id: exam, block: ability, points: 15, direct: {metric: exam, out_of: 100}}
      - {id: praise, adjust: {metric: praises, each: 2}}
  - id: after_sales
    when: [{role: [after_sales]}]
    blocks: [{id: kpi, points: 80}, {id: ability, points: 20}]
    indicators:
      - {id: care, block: kpi, points: 80, direct: {metric: care, out_of: 100}}
      - {id: exam, block: ability, points: 20, direct: {metric: exam, out_of: 100}}
rankings:
  - {id: by_ability, by: ability.points}
  - {id: by_kpi, by: kpi.points, within: role, eligible: [{metric: ability.points, at_least: 9}]}
pay:
  - {id: bonus, bonus: {amount: 1000, by: score, steps: [{at_least: 80, coefficient: 1}], else: 0.5}}
  - {id: able, when: [{metric: ability.points, over: 12}], bonus: {amount: 100, by: kpi.points, steps: [{at_least: 60, coefficient: 2}], else: 1}}
`

const schemesMonth = `month: 2026-01
agents:
- {id: A, role: pre_sales, values: {exam: 80, sold: 90, praises: 1}}
- {id: B, role: pre_sales, status: probation, values: {exam: 82, sold: 90}}
- {id: C, role: after_sales, values: {exam: 80, care: 50}}
- {id: D, role: after_sales, values: {exam: 40, care: 100}}
- {id: E, role: clerk, values: {exam: 100}}
- {id: F, role: pre_sales, values: {exam: 80, sold: 90}, leave: [{from: 2026-01-01, until: 2026-01-31, kind: paid_leave}]}
`

func closeSchemes(t *testing.T) *Result {
	t.Helper()
	p, err := Load(strings.NewReader(schemesPolicy))
	require.NoError(t, err)
	r, err := shop{facts: schemesMonth}.close(p)
	require.NoError(t, err)
	return r
}

func TestTheFirstSchemeThatHoldsScores(t *testing.T) {
	r := closeSchemes(t)
	tests := []struct {
		name, agent, score string // "" for none
		ability, kpi       int    // places
		bonus, able        []string
		clause             string // of the score
	}{
		// 85 x 90% + 15 x 80% + 2 = 76.5 + 12 + 2; an ability of 12.00 is not over 12
		{"by role, and a praise beside the blocks", "A", "90.50", 2, 1, []string{"1000.00"}, nil, "schemes.pre_sales"},
		{"by status, which comes first", "B", "82.00", 0, 0, []string{"1000.00"}, nil, "schemes.trial"},
		// 80 x 50% + 20 x 80% = 40 + 16
		{"another role", "C", "56.00", 1, 1, []string{"500.00"}, []string{"100.00"}, "schemes.after_sales"},
		// 80 + 20 x 40% = 88; an ability of 8.00 is not 9
		{"a block too low to be ranked", "D", "88.00", 3, 0, []string{"1000.00"}, nil, "schemes.after_sales"},
		{"no scheme is for a clerk", "E", "", 0, 0, []string{"0.00"}, nil, "scheme"},
		{"who worked no day", "F", "", 0, 0, []string{"0.00"}, nil, "schemes.pre_sales"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			slip, ok := r.Slip(tt.agent)
			require.True(t, ok)
			assert.Equal(t, tt.score != "", slip.Scored())
			if tt.score != "" {
				assert.Equal(t, tt.score, slip.Score().StringFixed(2))
			}
			assert.Equal(t, tt.ability, slip.Place())
			assert.Equal(t, tt.kpi, slip.PlaceIn("by_kpi"))
			assert.Equal(t, tt.bonus, paid(t, r, tt.agent, "bonus"))
			assert.Equal(t, tt.able, paid(t, r, tt.agent, "able"))
			assert.Equal(t, tt.clause, slip.Explain().Steps[0].Clause)
		})
	}
}

func TestWhoHasNoSchemeIsToldSo(t *testing.T) {
	r := closeSchemes(t)
	slip, _ := r.Slip("E")
	tree := slip.Explain()
	assert.Equal(t, explain.Code("score.none"), tree.Steps[0].Code)
	assert.Equal(t, "没有适用的考核方案,得分不适用", tree.Steps[0].Sentence(explain.Chinese))
	assert.Equal(t, "bonus: not applicable, 0.00 yuan", tree.Steps[1].Sentence(explain.English))
	assert.Equal(t, explain.Code("score.none"), tree.Steps[1].Steps[0].Code, "and why")
	slip, _ = r.Slip("F")
	assert.Equal(t, explain.Code("score.idle"), slip.Explain().Steps[0].Code)
}

// TestFiguresAreSharedBySchemes: exam.points is one figure that three schemes
// make, and is told by the one that scored the agent.
func TestFiguresAreSharedBySchemes(t *testing.T) {
	src := strings.Replace(schemesPolicy, "by: score,", "by: exam.points,", 1)
	src = strings.Replace(src, "{at_least: 80, coefficient: 1}", "{at_least: 16, coefficient: 1}", 1)
	p, err := Load(strings.NewReader(src))
	require.NoError(t, err)
	r, err := shop{facts: schemesMonth}.close(p)
	require.NoError(t, err)
	for agent, want := range map[string][2]string{
		"A": {"500.00", "exam 80 points out of 100 points: 12 of 15 points"},
		"B": {"1000.00", "exam 82 points out of 100 points: 82 of 100 points"},
		"C": {"1000.00", "exam 80 points out of 100 points: 16 of 20 points"},
		"E": {"0.00", "No scheme is for this agent: score not applicable"},
	} {
		assert.Equal(t, want[:1], paid(t, r, agent, "bonus"), agent)
		slip, _ := r.Slip(agent)
		assert.Equal(t, want[1], slip.Explain().Steps[1].Steps[0].Sentence(explain.English), agent)
	}
}

func TestAFigureThatTheSchemeLacksIsNotApplicable(t *testing.T) {
	src := strings.Replace(schemesPolicy, "by: score,", "by: sold.points,", 1)
	p, err := Load(strings.NewReader(src))
	require.NoError(t, err)
	r, err := shop{facts: schemesMonth}.close(p)
	require.NoError(t, err)
	assert.Equal(t, []string{"500.00"}, paid(t, r, "A", "bonus")[:1], "76.50 of 85")
	assert.Equal(t, []string{"0.00"}, paid(t, r, "C", "bonus"), "whose scheme has no such line")
	slip, _ := r.Slip("C")
	told := slip.Explain().Steps[1].Steps[0]
	assert.Equal(t, "sold.points not applicable", told.Sentence(explain.English))
	assert.Equal(t, "schemes.after_sales", told.Clause)
}

// TestExplanationsOfSchemesAddUp holds every tree to its score and its blocks.
func TestExplanationsOfSchemesAddUp(t *testing.T) {
	r := closeSchemes(t)
	for slip := range r.Slips() {
		step := slip.Explain().Steps[0]
		if !slip.Scored() {
			assert.Equal(t, explain.NotApplicable, step.Value.State)
			continue
		}
		sum := dec("0")
		for _, part := range step.Steps {
			value, ok := part.Value.Decimal()
			require.True(t, ok)
			sum = sum.Add(value)
			if part.Code != "score.block" {
				continue
			}
			lines := dec("0")
			for _, line := range part.Steps {
				points, ok := line.Value.Decimal()
				require.True(t, ok)
				lines = lines.Add(points)
			}
			assert.Zero(t, lines.Cmp(value), "%s of %s", part.Clause, slip.Agent())
		}
		assert.Zero(t, sum.Cmp(slip.Score()), slip.Agent())
	}
}

func TestSchemesHaveOneDigest(t *testing.T) {
	p, err := Load(strings.NewReader(schemesPolicy))
	require.NoError(t, err)
	var yaml, json strings.Builder
	require.NoError(t, p.WriteYAML(&yaml))
	require.NoError(t, p.WriteJSON(&json))
	for name, src := range map[string]string{"YAML": yaml.String(), "JSON": json.String()} {
		again, err := Load(strings.NewReader(src))
		require.NoError(t, err, name)
		assert.Equal(t, p.Digest(), again.Digest(), name)
	}
	literal, err := New(p.Document())
	require.NoError(t, err)
	assert.Equal(t, p.Digest(), literal.Digest())

	doc := p.Document()
	doc.Schemes[1].Blocks[0].Points = dec("1")
	doc.Schemes[0].Indicators[0].Rule = scoring.Direct{}
	assert.Equal(t, "85", p.Document().Schemes[1].Blocks[0].Points.StringFixed(0), "the document is a copy")
}

func TestSchemesAreChecked(t *testing.T) {
	head := "format: cspay/v1\nid: a\ncurrency: CNY\nmetrics: {exam: {unit: points}}\n"
	const line = "[{id: exam, points: 100, direct: {metric: exam, out_of: 100}}]"
	in := func(line, column int, code facts.Code) spot { return spot{"policy.yaml", line, column, code, ""} }
	for _, tt := range []struct {
		name, src string
		want      []spot
	}{
		{"scheme and schemes", "scheme: " + line + "\nschemes:\n- {id: all, indicators: " + line + "}\n", []spot{in(6, 1, facts.CodeOneOf)}},
		{"a scheme without a condition before another", "schemes:\n- {id: all, indicators: " + line + "}\n- {id: rest, when: [{role: [x]}], indicators: " + line + "}\n", []spot{in(6, 3, facts.CodeBandOpen)}},
		{"two without a condition", "schemes:\n- {id: all, indicators: " + line + "}\n- {id: rest, indicators: " + line + "}\n", []spot{in(6, 3, facts.CodeBandOpen)}},
		{"an id twice", "schemes:\n- {id: a, when: [{role: [x]}], indicators: " + line + "}\n- {id: a, indicators: " + line + "}\n", []spot{in(7, 8, facts.CodeIDDuplicate)}},
		{"no id", "schemes:\n- {indicators: " + line + "}\n", []spot{in(6, 3, facts.CodeRequired)}},
		{"no indicators", "schemes:\n- {id: a}\n", []spot{in(6, 3, facts.CodeRequired)}},
		{"a misspelt metric in a condition", "schemes:\n- {id: a, when: [{metric: exm, over: 5}], indicators: " + line + "}\n", []spot{in(6, 27, facts.CodeNameUnknown)}},
		{"a condition on the score", "schemes:\n- {id: a, when: [{metric: score, over: 5}], indicators: " + line + "}\n", []spot{in(6, 27, facts.CodeNameUnknown)}},
		{"a total that is missed in the second", "schemes:\n- {id: a, when: [{role: [x]}], indicators: " + line + "}\n- {id: b, total: 90, indicators: " + line + "}\n", []spot{in(7, 3, facts.CodeWeightSum)}},
		{"one scheme alone, for some", "schemes:\n- {id: a, when: [{role: [x]}], indicators: " + line + "}\n", nil},
		{"the last without a condition", "schemes:\n- {id: a, when: [{role: [x]}], indicators: " + line + "}\n- {id: rest, indicators: " + line + "}\n", nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := Load(strings.NewReader(head + tt.src))
			if tt.want == nil {
				require.NoError(t, err)
				return
			}
			refused(t, err, tt.want...)
		})
	}
}

func TestAConditionOfASchemeNeedsItsValue(t *testing.T) {
	src := strings.Replace(schemesPolicy, "when: [{status: [probation]}]", "when: [{metric: exam, under: 50}]", 1)
	p, err := Load(strings.NewReader(src))
	require.NoError(t, err)
	s := shop{facts: strings.Replace(schemesMonth, "{exam: 82, sold: 90}", "{sold: 90}", 1)}
	_, err = s.close(p)
	refused(t, err, inFacts(4, 47, facts.CodeMetricMissing, "B"))
}

// TestCliffsAreWarnings: a limit above which nothing is left to lose is said
// when the policy is read, with its place, and stops nothing.
func TestCliffsAreWarnings(t *testing.T) {
	src := func(rule string) string {
		return "format: cspay/v1\nid: a\ncurrency: CNY\nmetrics: {n: {unit: count, better: lower}, s: {unit: seconds, better: lower}}\n" +
			"scheme:\n- {id: only, points: 100, zero_over: {" + rule + "}}\n"
	}
	for _, tt := range []struct{ name, rule, want string }{
		{"SW8: the fifth", "metric: n, over: 3", "number 5 costs nothing more"},
		{"full, said", "metric: n, over: 3, within: full", "number 5 costs nothing more"},
		{"none is allowed", "metric: n, over: 0", "number 2 costs nothing more"},
		{"half a review more", "metric: n, over: 3.5", "number 5 costs nothing more"},
		{"a limit in seconds", "metric: s, over: 30", "it makes no difference how far the limit is passed"},
		{"linear", "metric: n, over: 3, within: linear", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p, err := Load(strings.NewReader(src(tt.rule)))
			require.NoError(t, err)
			if tt.want == "" {
				assert.Empty(t, p.Warnings())
				return
			}
			assert.Equal(t, []spot{{"policy.yaml", 6, 27, facts.CodeRuleCliff, ""}}, spots(t, p.Warnings()))
			assert.Equal(t, facts.Warning, p.Warnings()[0].Severity)
			assert.Contains(t, p.Warnings()[0].Want, tt.want)
			p.Warnings()[0] = nil
			assert.NotNil(t, p.Warnings()[0], "the list is a copy")
		})
	}
	doc := smallDocument()
	doc.Pay = payout.Plan{}
	p, err := New(doc)
	require.NoError(t, err)
	require.Len(t, p.Warnings(), 1)
	assert.Equal(t, "scheme.indicators[1].zero_over", p.Warnings()[0].Path, "a literal has a path")
	assert.Empty(t, p.Warnings()[0].File)
}
