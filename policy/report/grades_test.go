package report_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/cspay/cspay/policy/report"
	"github.com/cspay/cspay/scoring"
	"github.com/cspay/cspay/scoring/facts"
)

// TestGradesHaveAColumn: it stands beside the score where somebody has a grade.
func TestGradesHaveAColumn(t *testing.T) {
	t.Parallel()
	limit := d("90")
	doc := document()
	doc.Scheme.Grades = []scoring.Grade{{ID: "gold", Name: facts.Text{ZH: "金牌", EN: "Gold"}, AtLeast: &limit}}
	m := month(facts.Agent{ID: "A1"}, facts.Agent{ID: "A2"})
	m.Agents[1].Values["exam"] = d("89.99")
	assert.Equal(t, `小店薪酬 2026-06 共 2 人

工号   得分  等级  名次  基本工资     合计
A1    90.00  金牌     1   3000.00  3000.00
A2    89.99           2   3000.00  3000.00

合计应发 6000.00 元
`, text(t, doc, m, report.Chinese))
	assert.Contains(t, text(t, doc, m, report.English), "A1     90.00  Gold       1")

	nobody := d("95")
	doc.Scheme.Grades[0].AtLeast = &nobody
	assert.NotContains(t, text(t, doc, m, report.Chinese), "等级", "nobody has one")
	assert.Contains(t, told(t, doc, m, "A1", report.Chinese), "  得分 90 分,未达到任何等级")
}
