package scoring

import (
	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/scoring/facts"
)

// RedLine is something that must never happen (高压线) and what follows from
// it: a veto. Several at once are one veto that lists them all.
//
//	red_lines:
//	  - {id: tmall_rule, when: [{metric: rule_breaches, over: 0}], effect: score_zero}
//
// One breach makes a score of 92.50 a score of 0.00; two breaches too. Who
// worked no day has no score, crossed or not.
type RedLine struct {
	ID   string     `key:"id,required" validate:"required,max=64"`
	Name facts.Text `key:"name"`
	// When are the conditions on which the line is crossed, on metrics and
	// accounts.
	When facts.When `key:"when,required"`
	// Effect is what follows; it has no default.
	Effect Effect `key:"effect,required"`
	// Items are the pay items that the effects pay_zero and review are about;
	// every item but base pay when left out of review.
	Items []string `key:"items"`
	facts.Cite
}

// Effect says what follows from crossing a red line. Its effect on pay is
// computed, and a person confirms it: the lines are marked needs_review.
type Effect string

// The effects of a red line.
const (
	ScoreZero  Effect = "score_zero" // the score of the month is 0
	PayZero    Effect = "pay_zero"   // the items listed pay nothing
	OnlyReview Effect = "review"     // no number changes
)

// Words returns the known effects.
func (Effect) Words() []string { return []string{"score_zero", "pay_zero", "review"} }

func (r RedLine) check(c facts.Check) {
	if len(r.When) == 0 {
		c.At("when").Fail(facts.CodeRequired, "a condition: without one everybody crosses the line", "")
	}
	switch {
	case r.Effect == "":
		c.At("effect").Fail(facts.CodeRequired, "score_zero, pay_zero or review", "")
	case !columns.CheckWord(c.At("effect"), r.Effect):
	case r.Effect == PayZero && len(r.Items) == 0:
		c.At("items").Fail(facts.CodeRequired, "the pay items that pay nothing", "")
	case r.Effect == ScoreZero && len(r.Items) > 0:
		c.At("items").Fail(facts.CodeOneOf, "no items: score_zero is about the score", r.Items[0])
	}
}
