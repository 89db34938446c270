package scoring

import (
	"github.com/shopspring/decimal"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/internal/fix"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// Deduct takes points off the indicator for each unit of a metric, down to 0
// (每次扣 N 分,扣完为止).
//
//	deduct: {metric: complaints, each: 1.5}
//
// With 5 points, 3 complaints leave 0.50 and 4 leave 0.00.
type Deduct struct {
	Metric string `key:"metric,required"`
	// Each is what one unit of the metric costs, in points above 0.
	Each decimal.Decimal `key:"each,required"`
}

// Kind returns deduct.
func (Deduct) Kind() string { return "deduct" }

// Share returns the share of the points for one row, as of an indicator of
// 100 points.
func (d Deduct) Share(row Row) (Share, error) { return shareAlone(d, row) }

type deduct struct {
	n            columns.Ref
	each, points int64
}

func (d Deduct) compile(c *compiler) evaluator {
	e := deduct{n: c.metric("metric", d.Metric), each: c.number("each", d.Each, pointScale), points: c.points}
	if d.Each.Sign() <= 0 {
		c.At("each").Fail(facts.CodeNumberNegative, "points above 0", "")
	}
	if c.points == 0 {
		c.Fail(facts.CodeWeightInvalid, "an indicator with points; use adjust for one without", "")
	}
	return e
}

func (e deduct) share(t *columns.Table, row int32) Share {
	v := t.At(e.n, row)
	if v.State != explain.Known {
		return Share{state: v.State}
	}
	unit, okA := fix.Mul(v.Den, fix.Pow10(e.n.Scale))
	all, okB := fix.Mul(unit, e.points)
	if !okA || !okB {
		return Share{state: explain.Overflow}
	}
	lost, ok := fix.Mul(max(0, v.Num), e.each)
	if !ok {
		lost = all // it is more than 18 digits, so more than all
	}
	return fraction(max(0, all-lost), 1, all, 1)
}

func (e deduct) tell(*columns.Table, int32, Share) (explain.Code, []explain.Arg) {
	return "deduct", []explain.Arg{explain.N("each", explain.Whole(e.each, pointScale, facts.Points))}
}
