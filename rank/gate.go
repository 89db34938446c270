package rank

import (
	"strconv"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// Gate is what a new hire passes (新人关): stages one after the other from the
// first day of service. It makes the figure gate.stage, the number of the stage
// that the month ends in, 0 for everybody else, by which rankings leave new
// hires out. Who fails a stage is a candidate for review.
//
//	gate:
//	  stages: [{id: training, weeks: 4, fails: [{metric: weekly_exams_failed, over: 0}]}]
//
// Hired on 9 March, an agent is in the stage until 5 April: March has the
// figure 1 and April 0.
type Gate struct {
	// Stages are the stages, one right after the other.
	Stages []GateStage `key:"stages"`
	facts.Cite
}

// GateStage is one stage of a Gate.
type GateStage struct {
	ID   string     `key:"id,required" validate:"required,max=64"`
	Name facts.Text `key:"name"`
	// Weeks is how long the stage runs.
	Weeks int `key:"weeks,required"`
	// Fails is what failing it means, judged in each month that the stage has a
	// day in.
	Fails facts.When `key:"fails,required"`
	facts.Cite
}

type gate struct {
	doc   Gate
	stage columns.Ref
	fails []condition
}

const daysPerWeek = 7

// maxWeeks bounds a stage to a year.
const maxWeeks = 53

// compileStage makes the figure, which conditions of the first stage may name.
func (g Gate) compileStage(schema *columns.Schema, c facts.Check) *gate {
	if len(g.Stages) == 0 {
		return nil
	}
	out := &gate{doc: g}
	seen := map[string]bool{}
	for i, s := range g.Stages {
		at := c.At("stages").Index(i)
		columns.CheckOwn(at.At("id"), s.ID, seen)
		if s.Weeks < 1 || s.Weeks > maxWeeks {
			at.At("weeks").Fail(facts.CodeNumberRange, "1 to 53 weeks", strconv.Itoa(s.Weeks))
		}
	}
	out.stage = schema.Add(c, columns.Figure{
		ID: "gate.stage", Name: facts.Text{ZH: "新人关阶段", EN: "Stage of the new-hire gate"},
		Unit: facts.Count, Better: facts.Lower,
	})
	return out
}

// compile resolves the conditions, once the scores are there.
func (g *gate) compile(schema *columns.Schema, c facts.Check) {
	if g == nil {
		return
	}
	for i, s := range g.doc.Stages {
		g.fails = append(g.fails, requireCondition(schema, c.At("stages").Index(i).At("fails"), s.Fails))
	}
}

// run fills the figure.
func (g *gate) run(t *columns.Table) {
	if g == nil {
		return
	}
	for row := range int32(t.Rows()) {
		n := int64(0)
		for i := range g.doc.Stages {
			if from, until, ok := g.span(t, row, i); ok && from <= t.Period.Last() && until >= t.Period.Last() {
				n = int64(i + 1)
			}
		}
		t.Set(g.stage, row, n, explain.Known)
	}
}

// span is the first and the last day of a stage for a row; ok is false for an
// agent whose first day is not known.
func (g *gate) span(t *columns.Table, row int32, stage int) (from, until facts.Date, ok bool) {
	from = t.Hired[row]
	if from == 0 {
		return 0, 0, false
	}
	for i := range stage {
		from += facts.Date(g.doc.Stages[i].Weeks * daysPerWeek)
	}
	return from, from + facts.Date(g.doc.Stages[stage].Weeks*daysPerWeek) - 1, true
}

// stages are the stages of a gate, none without one.
func (g *gate) stages() []GateStage {
	if g == nil {
		return nil
	}
	return g.doc.Stages
}

// failed reports whether a row failed a stage this month. Who worked no day of
// it is not judged.
func (ru *run) failed(stage int, m *agentMonth) (hit RuleHit, ok bool) {
	g := ru.ca.gate
	from, until, ok := g.span(m.t, m.row, stage)
	if !ok || until < m.period.First() || from > m.period.Last() || m.t.Idle(m.row) || !g.fails[stage].ask(m.t, m.row, ru.c) {
		return RuleHit{}, false
	}
	s := &g.doc.Stages[stage]
	return RuleHit{
		Rule: s.ID, Name: columns.Title(s.Name, s.ID), Source: s.Source, Months: ru.thisMonth(&g.fails[stage], m),
	}, true
}
