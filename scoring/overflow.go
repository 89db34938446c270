package scoring

import (
	"github.com/shopspring/decimal"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/internal/fix"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// Overflow takes what an account could not cover off the score (基金扣完后扣
// 考核分). The indicator states no points.
//
//	overflow: {account: fund, points_per_yuan: 0.1}
//
// An account of 100.00 charged 120.00 is 20.00 over: -2.00 points at 0.1.
type Overflow struct {
	// Account is the id of the account.
	Account string `key:"account,required"`
	// PointsPerYuan is required for an account in money and refused for one
	// in points.
	PointsPerYuan *decimal.Decimal `key:"points_per_yuan"`
}

// Kind returns overflow.
func (Overflow) Kind() string { return "overflow" }

// Share returns the points for one row, as an adjustment.
func (o Overflow) Share(row Row) (Share, error) { return shareAlone(o, row) }

type overflow struct {
	over  columns.Ref
	rate  int64 // millionths of a point a yuan
	money bool
}

func (o Overflow) compile(c *compiler) evaluator {
	ref, ok := c.schema.Part(c.At("account"), o.Account, ".over", "an account")
	if !ok {
		return overflow{}
	}
	c.refs = append(c.refs, ref)
	e := overflow{over: ref, rate: fix.Pow10(rateScale), money: ref.Unit == facts.Money}
	switch {
	case e.money && o.PointsPerYuan == nil:
		c.At("points_per_yuan").Fail(facts.CodeRequired, "points for a yuan", "")
	case !e.money && o.PointsPerYuan != nil:
		c.At("points_per_yuan").Fail(facts.CodeOneOf, "nothing: the account is in points", "")
	case e.money:
		e.rate = c.number("points_per_yuan", *o.PointsPerYuan, rateScale)
		if e.rate < 0 {
			c.At("points_per_yuan").Fail(facts.CodeNumberNegative, "not below 0", "")
		}
	}
	return e
}

func (e overflow) share(t *columns.Table, row int32) Share {
	v := t.At(e.over, row)
	if v.State != explain.Known {
		return Share{state: v.State}
	}
	s := fraction(-v.Num, e.rate, fix.Pow10(rateScale), 1)
	s.absolute = true
	return s
}

func (e overflow) tell(t *columns.Table, row int32, _ Share) (explain.Code, []explain.Arg) {
	over := explain.N("over", e.over.Show(t.At(e.over, row)))
	if !e.money {
		return "overflow.points", []explain.Arg{over}
	}
	return "overflow.money", []explain.Arg{over, explain.N("rate", explain.Whole(e.rate, rateScale, facts.Points))}
}
