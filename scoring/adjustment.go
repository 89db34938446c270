package scoring

import (
	"github.com/shopspring/decimal"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/internal/fix"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// Adjustment adds or takes points for each unit of a metric, or once a month,
// beside the points of the scheme (点名表扬加分, 点名批评扣分). The indicator
// states no points.
//
//	adjust: {metric: praises, each: 2, most: 6}
//
// Three praises at 2 and one blame at -2 make +4.00 together; with per: month
// three praises make +2.00.
type Adjustment struct {
	Metric string `key:"metric,required"`
	// Each is what one unit of the metric gives, in points; below 0 it takes.
	Each decimal.Decimal `key:"each,required"`
	// Per says whether every unit gives it or the first of the month alone;
	// event when left out.
	Per AdjustPer `key:"per"`
	// Most and Least bound the line, in points; left out, nothing does.
	Most  *decimal.Decimal `key:"most"`
	Least *decimal.Decimal `key:"least"`
}

// AdjustPer says how often an adjustment counts.
type AdjustPer string

// The ways an adjustment counts. The empty one is PerEvent.
const (
	PerEvent AdjustPer = "event" // for each unit of the metric
	PerMonth AdjustPer = "month" // once, when the metric is above 0
)

// Words returns the known ways.
func (AdjustPer) Words() []string { return []string{"event", "month"} }

// Kind returns adjust.
func (Adjustment) Kind() string { return "adjust" }

// Share returns the points for one row, as an adjustment.
func (a Adjustment) Share(row Row) (Share, error) { return shareAlone(a, row) }

type adjustment struct {
	n           columns.Ref
	each        int64
	monthly     bool
	most, least *int64
}

func (a Adjustment) compile(c *compiler) evaluator {
	e := adjustment{n: c.metric("metric", a.Metric), each: c.number("each", a.Each, pointScale), monthly: a.Per == PerMonth}
	if a.Per != "" {
		columns.CheckWord(c.At("per"), a.Per)
	}
	if a.Each.Sign() == 0 {
		c.At("each").Fail(facts.CodeRequired, "points other than 0", "")
	}
	e.most, e.least = bound(c.At("most"), a.Most), bound(c.At("least"), a.Least)
	if e.most != nil && e.least != nil && *e.least > *e.most {
		c.At("least").Fail(facts.CodeBandOrder, "a least not above the most", "")
	}
	return e
}

func (e adjustment) share(t *columns.Table, row int32) Share {
	v := t.At(e.n, row)
	if v.State != explain.Known {
		return Share{state: v.State}
	}
	s := e.raw(v)
	s.absolute = true
	switch {
	case s.state != explain.Known:
	case e.most != nil && fix.CmpMul(s.num, 1, *e.most, s.den) > 0:
		s.num, s.den = *e.most, 1
	case e.least != nil && fix.CmpMul(s.num, 1, *e.least, s.den) < 0:
		s.num, s.den = *e.least, 1
	}
	return s
}

// raw are the points before they are bounded.
func (e adjustment) raw(v columns.Value) Share {
	switch {
	case !e.monthly:
		return fraction(v.Num, e.each, v.Den, fix.Pow10(e.n.Scale))
	case v.Num > 0:
		return Share{num: e.each, den: 1}
	}
	return Share{den: 1}
}

func (e adjustment) tell(*columns.Table, int32, Share) (explain.Code, []explain.Arg) {
	each := []explain.Arg{explain.N("each", explain.Whole(e.each, pointScale, facts.Points))}
	if e.monthly {
		return "adjust.month", each
	}
	return "adjust", each
}
