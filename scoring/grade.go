package scoring

import (
	"slices"

	"github.com/shopspring/decimal"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// Grade is a name for scores (奖牌, 等级): exactly one limit on the score. The
// first grade of a scheme whose limit holds is the agent's.
//
//	grades: [{id: gold, name: {zh: 金牌, en: Gold}, at_least: 90}, {id: silver, at_least: 80}]
//
// A score of 90.00 is gold and one of 89.99 silver; 79.99 has no grade.
type Grade struct {
	ID   string     `key:"id,required" validate:"required,max=64"`
	Name facts.Text `key:"name"`

	Over    *decimal.Decimal `key:"over"`
	AtLeast *decimal.Decimal `key:"at_least"`
	Under   *decimal.Decimal `key:"under"`
	AtMost  *decimal.Decimal `key:"at_most"`
	facts.Cite
}

// Title returns the grade's name, or its id.
func (g Grade) Title() facts.Text { return columns.Title(g.Name, g.ID) }

// grades are the compiled grades of a scheme.
type grades struct {
	docs  []Grade
	steps columns.Stairs
}

// compileGrades compiles the steps over the score, which the schema has only
// when all of its schemes are compiled.
func compileGrades(docs []Grade, schema *columns.Schema, c facts.Check) grades {
	if len(docs) == 0 {
		return grades{}
	}
	limits := make([]columns.Stair, len(docs))
	seen := map[string]bool{}
	for i, g := range docs {
		columns.CheckOwn(c.Index(i).At("id"), g.ID, seen)
		limits[i] = columns.Stair{Over: g.Over, AtLeast: g.AtLeast, Under: g.Under, AtMost: g.AtMost}
	}
	score := columns.Ref{Scale: pointScale, Unit: facts.Points}
	return grades{slices.Clone(docs), schema.Stairs(c, score, limits)}
}

// find returns the index of the grade of a score, or -1.
func (g grades) find(score int64) int { return g.steps.Find(columns.Value{Num: score, Den: 1}) }

// Grade returns the grade of a row's score; ok is false where it has none.
func (s *Sheet) Grade(t *columns.Table, row int32) (g Grade, ok bool) {
	i, _, _ := s.pick(t, row)
	if i < 0 {
		return Grade{}, false
	}
	v := t.At(s.score, row)
	at := s.schemes[i].grades.find(v.Num)
	if v.State != explain.Known || at < 0 {
		return Grade{}, false
	}
	return s.schemes[i].grades.docs[at], true
}

// Grade returns the grade of the score; ok is false where there is none.
func (c Card) Grade() (g Grade, ok bool) {
	if c.cards == nil {
		return Grade{}, false
	}
	return c.cards.sheet.Grade(c.cards.t, c.row)
}

// tellGrade says the grade with the score, and where it is stated.
func (s *scheme) tellGrade(step *explain.Step, score int64) {
	if len(s.grades.docs) == 0 {
		return
	}
	step.Code = "score.ungraded"
	at := s.grades.find(score)
	if at < 0 {
		return
	}
	g := s.grades.docs[at]
	word, limit := s.grades.steps.Words(at)
	step.Code = "score.graded"
	step.Args = []explain.Arg{explain.W("word", word), explain.N("limit", limit), explain.T("grade", g.Title())}
	step.Source, step.Sample = g.Source, columns.Sampled(g.Cite)
}
