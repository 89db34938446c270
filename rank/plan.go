package rank

import (
	"strconv"

	"github.com/shopspring/decimal"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// ImprovementPlan is coaching for an agent below standard (改进计划): opened
// when its condition holds, judged by its goal in the months that follow.
//
//	improvement_plans:
//	  - {id: coaching, opens: [{metric: score, under: 60}], metric: score, goal: [{metric: score, at_least: 60}], months: 2}
//
// A score of 58.00 in March opens a plan that is due in May; 61.00 in April
// passes it early.
type ImprovementPlan struct {
	ID   string     `key:"id,required" validate:"required,max=64"`
	Name facts.Text `key:"name"`
	// Opens is what below standard means.
	Opens facts.When `key:"opens,required"`
	// Metric is what the plan is about; its value when the plan is opened is
	// the baseline.
	Metric string `key:"metric,required" validate:"required,max=64"`
	// Goal is what passes the plan.
	Goal facts.When `key:"goal,required"`
	// Months is how long a plan runs; 2 when left out.
	Months *int `key:"months"`
	// Extensions is how often a plan that is due may run one month longer; 0
	// when left out.
	Extensions *int `key:"extensions"`
	// EarlyExit passes a plan in the first month that meets the goal; true when
	// left out.
	EarlyExit *bool `key:"early_exit"`
	facts.Cite
}

// PlanStatus is where an improvement plan stands.
type PlanStatus string

// The life of a plan.
const (
	PlanOpen     PlanStatus = "open"     // running
	PlanExtended PlanStatus = "extended" // running a month longer
	PlanPassed   PlanStatus = "passed"   // the goal was met
	PlanFailed   PlanStatus = "failed"   // due, and the goal was not met
)

// Words returns the known stands of a plan.
func (PlanStatus) Words() []string { return []string{"open", "extended", "passed", "failed"} }

// PlanState is one agent's improvement plan at the end of a month.
type PlanState struct {
	ID     string       `key:"id,required"`
	Opened facts.Period `key:"opened,required"`
	// Due is the month by whose end the goal is to be met.
	Due    facts.Period `key:"due,required"`
	Status PlanStatus   `key:"status,required"`
	// Baseline is the value when the plan was opened, nil where there was none.
	Baseline *decimal.Decimal `key:"baseline"`
	// Extensions is how often it was extended.
	Extensions int `key:"extensions"`
}

// Running reports whether the plan goes on.
func (p PlanState) Running() bool { return p.Status == PlanOpen || p.Status == PlanExtended }

// The lengths of a plan: one or two months by the shops' own words.
const (
	planMonths = 2
	maxPlan    = 12
)

type plan struct {
	doc         ImprovementPlan
	opens, goal columns.When
	metric      columns.Ref
	months      int
	extensions  int
	early       bool
}

func (p ImprovementPlan) compile(schema *columns.Schema, c facts.Check) *plan {
	out := &plan{doc: p, months: planMonths, early: p.EarlyExit == nil || *p.EarlyExit}
	if p.ID == "" {
		c.At("id").Fail(facts.CodeRequired, "an id", "")
	}
	for _, w := range []struct {
		key  string
		when facts.When
	}{{"opens", p.Opens}, {"goal", p.Goal}} {
		if len(w.when) == 0 {
			c.At(w.key).Fail(facts.CodeRequired, "a condition", "")
		}
	}
	out.opens, out.goal = schema.When(c.At("opens"), p.Opens), schema.When(c.At("goal"), p.Goal)
	out.metric, _ = schema.Metric(c.At("metric"), p.Metric)
	if p.Months != nil {
		out.months = *p.Months
		if out.months < 1 || out.months > maxPlan {
			c.At("months").Fail(facts.CodeNumberRange, "1 to 12 months", strconv.Itoa(out.months))
		}
	}
	if p.Extensions != nil {
		out.extensions = *p.Extensions
		if out.extensions < 0 || out.extensions > maxPlan {
			c.At("extensions").Fail(facts.CodeNumberRange, "0 to 12 extensions", strconv.Itoa(out.extensions))
		}
	}
	return out
}

// next is what a month makes of an agent's plan; open tells that there is one
// to show. A month without a day of work is passed over: what is due then runs
// a month longer.
func (p *plan) next(t *columns.Table, row int32, before PlanState, had bool) (PlanState, bool) {
	if !had || !before.Running() {
		return p.open(t, row)
	}
	now := before
	switch {
	case t.Idle(row):
		if now.Due <= t.Period {
			now.Due = t.Period + 1
		}
	case p.met(t, row) && (p.early || now.Due <= t.Period):
		now.Status = PlanPassed
	case now.Due > t.Period:
	case now.Extensions < p.extensions:
		now.Extensions++
		now.Due, now.Status = t.Period+1, PlanExtended
	default:
		now.Status = PlanFailed
	}
	return now, true
}

func (p *plan) met(t *columns.Table, row int32) bool {
	holds, state, _ := p.goal.Holds(t, row)
	return holds && state == explain.Known
}

func (p *plan) open(t *columns.Table, row int32) (PlanState, bool) {
	if t.Idle(row) {
		return PlanState{}, false
	}
	if holds, state, _ := p.opens.Holds(t, row); !holds || state != explain.Known {
		return PlanState{}, false
	}
	out := PlanState{ID: p.doc.ID, Opened: t.Period, Due: t.Period + facts.Period(p.months), Status: PlanOpen}
	if v := t.At(p.metric, row); v.State == explain.Known {
		baseline := rounded(v, p.metric.Scale)
		out.Baseline = &baseline
	}
	return out, true
}
