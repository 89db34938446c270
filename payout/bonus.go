package payout

import (
	"github.com/shopspring/decimal"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/internal/fix"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// Bonus pays an amount times the coefficient of the first step that holds
// (绩效系数).
//
//	bonus: {amount: 2000, by: score, steps: [{at_least: 90, coefficient: 1.2}, {at_least: 80, coefficient: 1}], else: 0}
//
// A score of 90.00 pays 2,400.00 and 89.99 pays 2,000.00.
type Bonus struct {
	// Amount is what a coefficient of 1 pays.
	Amount decimal.Decimal `key:"amount,required"`
	// By is the metric or figure that decides, score for the usual bonus.
	By    string        `key:"by,required"`
	Steps []Coefficient `key:"steps,required"`
	// Else is the coefficient when no step holds; left out, that is an error.
	Else *decimal.Decimal `key:"else,percent"`
}

// Coefficient is one step of a Bonus: exactly one limit and what it gives.
type Coefficient struct {
	Over    *decimal.Decimal `key:"over,percent"`
	AtLeast *decimal.Decimal `key:"at_least,percent"`
	Under   *decimal.Decimal `key:"under,percent"`
	AtMost  *decimal.Decimal `key:"at_most,percent"`
	// Coefficient is what the amount is multiplied by.
	Coefficient decimal.Decimal `key:"coefficient,required,percent"`
}

// Kind returns bonus.
func (Bonus) Kind() string { return "bonus" }

type bonus struct {
	amount int64
	by     columns.Ref
	stairs columns.Stairs
	coeffs []int64
	rest   *int64
	mode   fix.Mode
}

func (b Bonus) compile(c *compiler) evaluator {
	e := bonus{amount: c.amount("amount", b.Amount), by: c.metric("by", b.By), mode: c.lines}
	limits := make([]columns.Stair, len(b.Steps))
	for i, s := range b.Steps {
		limits[i] = columns.Stair{Over: s.Over, AtLeast: s.AtLeast, Under: s.Under, AtMost: s.AtMost}
		e.coeffs = append(e.coeffs, c.rate(c.At("steps").Index(i).At("coefficient"), s.Coefficient))
	}
	e.stairs = c.schema.Stairs(c.At("steps"), e.by, limits)
	if b.Else != nil {
		v := c.rate(c.At("else"), *b.Else)
		e.rest = &v
	}
	return e
}

// coefficient returns the step that holds (-1 for none) and its coefficient.
func (e bonus) coefficient(t *columns.Table, row int32) (step int, coeff int64, o outcome) {
	v := t.At(e.by, row)
	if v.State != explain.Known {
		return -1, 0, outcome{state: v.State}
	}
	i := e.stairs.Find(v)
	switch {
	case i >= 0:
		return i, e.coeffs[i], outcome{}
	case e.rest == nil:
		return i, 0, fault(facts.CodeBandNone)
	}
	return i, *e.rest, outcome{}
}

func (e bonus) pay(t *columns.Table, row int32) outcome {
	_, coeff, o := e.coefficient(t, row)
	if o.state != explain.Known {
		return o
	}
	return known(fix.MulDiv(e.amount, coeff, fix.Pow10(rateScale), e.mode))
}

func (e bonus) tell(t *columns.Table, row int32, _ outcome) (explain.Code, []explain.Arg, []explain.Step) {
	i, coeff, _ := e.coefficient(t, row)
	args := []explain.Arg{
		explain.N("amount", explain.Whole(e.amount, moneyScale, facts.Money)),
		explain.N("coefficient", explain.Whole(coeff, rateScale, facts.Number)),
		explain.T("by", e.by.Title()), explain.N("n", e.by.Show(t.At(e.by, row))),
	}
	if i < 0 {
		return "bonus.else", args, nil
	}
	word, limit := e.stairs.Words(i)
	return "bonus.step", append(args, explain.W("word", word), explain.N("limit", limit)), nil
}
