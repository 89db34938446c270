package policy

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// medals is a policy whose schemes have grades of their own: pre-sales win
// medals, the others pass or fail.
const medals = `format: cspay/v1
id: medals
currency: CNY
metrics:
  exam: {unit: points, better: higher}
schemes:
  - id: pre_sales
    when: [{role: [pre_sales]}]
    indicators: [{id: exam, points: 100, direct: {metric: exam, out_of: 100}}]
    grades:
      - {id: gold, name: {zh: 金牌, en: Gold}, at_least: 90, source: 评分表}
      - {id: silver, name: {zh: 银牌, en: Silver}, at_least: 80, sample: true}
      - {id: bronze, at_least: 70}
  - id: rest
    indicators: [{id: exam, points: 100, direct: {metric: exam, out_of: 100}}]
    grades: [{id: fail, under: 60}, {id: pass, at_most: 100}]
  - id: nobody
    when: [{role: [none]}]
    indicators: [{id: exam, points: 100, direct: {metric: exam, out_of: 100}}]
`

func TestGradesAreNames(t *testing.T) {
	p, err := Load(strings.NewReader(strings.Replace(medals, "  - id: rest\n", "  - id: rest\n    when: [{role: [after_sales]}]\n", 1)))
	require.NoError(t, err)
	for _, tt := range []struct{ name, role, mark, id, zh, said string }{
		{"69.99 has no medal", "pre_sales", "69.99", "", "", "得分 69.99 分,未达到任何等级"},
		{"70.00 is bronze, which has no name", "pre_sales", "70.00", "bronze", "bronze", "得分 70 分,达到 70 分,等级为bronze"},
		{"89.99 is silver", "pre_sales", "89.99", "silver", "银牌", "得分 89.99 分,达到 80 分,等级为银牌"},
		{"90.00 is gold", "pre_sales", "90.00", "gold", "金牌", "得分 90 分,达到 90 分,等级为金牌"},
		{"59.99 fails", "after_sales", "59.99", "fail", "fail", "得分 59.99 分,低于 60 分,等级为fail"},
		{"60 passes", "after_sales", "60", "pass", "pass", "得分 60 分,不超过 100 分,等级为pass"},
		{"a scheme without grades has none", "none", "95", "", "", "得分 95 分"},
		{"nobody's scheme", "clerk", "95", "", "", "没有适用的考核方案,得分不适用"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r, err := shop{facts: "month: 2026-01\nagents:\n- {id: A, role: " + tt.role + ", values: {exam: " + tt.mark + "}}\n"}.close(p)
			require.NoError(t, err)
			slip, _ := r.Slip("A")
			assert.Equal(t, tt.id, slip.Grade())
			assert.Equal(t, tt.zh, slip.GradeName().ZH)
			step := slip.Explain().Steps[0]
			assert.Equal(t, tt.said, step.Sentence(explain.Chinese))
			assert.Equal(t, tt.id == "gold", step.Source == "评分表")
			assert.Equal(t, tt.id == "silver", step.Sample)
			var out struct{ Grade *string }
			text, err := slip.MarshalJSON()
			require.NoError(t, err)
			require.NoError(t, json.Unmarshal(text, &out))
			if tt.id == "" {
				assert.Nil(t, out.Grade)
				assert.Contains(t, string(text), `"grade":null,"place"`)
				return
			}
			require.NotNil(t, out.Grade)
			assert.Equal(t, tt.id, *out.Grade)
		})
	}
	assert.Empty(t, Slip{}.Grade(), "the zero Slip has none")
	assert.Equal(t, facts.Text{}, Slip{}.GradeName())
}

func TestGradesAreRefusedAtTheirPlaces(t *testing.T) {
	src := strings.NewReplacer(
		"at_least: 90, source", "source", "id: bronze, at_least: 70", "id: silver, at_least: 85",
		"{id: fail, under: 60}", "{id: fail, under: 60%}",
	).Replace(strings.Replace(medals, "  - id: nobody\n    when: [{role: [none]}]\n    indicators: [{id: exam, points: 100, direct: {metric: exam, out_of: 100}}]\n", "", 1))
	_, err := Load(strings.NewReader(src))
	in := func(line, column int, code facts.Code) spot { return spot{"policy.yaml", line, column, code, ""} }
	refused(t, err,
		in(11, 9, facts.CodeBandOpen), in(13, 9, facts.CodeBandOrder), in(13, 14, facts.CodeIDDuplicate), in(16, 32, facts.CodeNumberSyntax))
}

func TestGradesHaveOneDigest(t *testing.T) {
	src := strings.Replace(medals, "  - id: rest\n", "  - id: rest\n    when: [{role: [after_sales]}]\n", 1)
	p, err := Load(strings.NewReader(src))
	require.NoError(t, err)
	literal, err := New(p.Document())
	require.NoError(t, err)
	assert.Equal(t, p.Digest(), literal.Digest())
	doc := p.Document()
	doc.Schemes[0].Grades[0].ID = "other"
	assert.Equal(t, "gold", p.Document().Schemes[0].Grades[0].ID, "the document is a copy")
}

func ExampleSlip_Grade() {
	p, err := Load(strings.NewReader(`{"format": "cspay/v1", "id": "medals", "currency": "CNY",
		"metrics": {"exam": {"unit": "points"}},
		"scheme": {
			"indicators": [{"id": "exam", "points": 100, "direct": {"metric": "exam", "out_of": 100}}],
			"grades": [{"id": "gold", "name": {"zh": "金牌", "en": "Gold"}, "at_least": 90}]}}`))
	if err != nil {
		fmt.Println(err)
		return
	}
	exam := func(id string, mark int64) facts.Agent {
		return facts.Agent{ID: id, Values: map[string]decimal.Decimal{"exam": decimal.New(mark, 0)}}
	}
	r, err := p.Close(facts.Month{Period: period("2026-06"), Agents: []facts.Agent{exam("A1", 90), exam("A2", 89)}}, History{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for slip := range r.Slips() {
		fmt.Printf("%s %q %s\n", slip.Agent(), slip.Grade(), slip.GradeName().ZH)
	}
	// Output:
	// A1 "gold" 金牌
	// A2 ""
}
