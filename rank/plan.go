package rank

import (
	"strconv"

	"github.com/shopspring/decimal"

	"github.com/cspay/cspay/internal/columns"
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
	// Months is how long a plan runs, 1 to 12; 2 when left out.
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
	opens, goal condition
	metric      columns.Ref
	months      int
	extensions  int
	early       bool
}

func (p ImprovementPlan) compile(schema *columns.Schema, c facts.Check) *plan {
	out := &plan{
		doc: p, months: planMonths, early: p.EarlyExit == nil || *p.EarlyExit,
		opens: requireCondition(schema, c.At("opens"), p.Opens),
		goal:  requireCondition(schema, c.At("goal"), p.Goal),
	}
	out.metric, _ = schema.Metric(c.At("metric"), p.Metric)
	if p.Months != nil {
		if out.months = *p.Months; out.months < 1 || out.months > maxPlan {
			c.At("months").Fail(facts.CodeNumberRange, "1 to 12 months", strconv.Itoa(out.months))
		}
	}
	if p.Extensions != nil {
		if out.extensions = *p.Extensions; out.extensions < 0 || out.extensions > maxPlan {
			c.At("extensions").Fail(facts.CodeNumberRange, "0 to 12 extensions", strconv.Itoa(out.extensions))
		}
	}
	return out
}
