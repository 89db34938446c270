package scoring

import (
	"strconv"

	"github.com/shopspring/decimal"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/internal/fix"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// ZeroOver gives the full points up to and including a limit and none above it
// (超过 N 个得 0 分).
//
//	zero_over: {metric: bad_reviews, over: 3}
//
// With 5 points, 3 bad reviews give 5.00 and 4 give 0.00. Within: linear lets
// the points fall on the way, points x (limit + 1 - n) / (limit + 1): 5.00,
// 3.75, 2.50, 1.25, 0.00 for n = 0 to 4.
type ZeroOver struct {
	Metric string `key:"metric,required"`
	// Over is the limit, which still has points; none are left above it.
	Over decimal.Decimal `key:"over,required,percent"`
	// Within says what the points are up to the limit; full when left out.
	Within Within `key:"within"`
}

// Within says how points run up to a limit.
type Within string

// The two ways up to a limit.
const (
	Full   Within = "full"   // the full points at every value up to the limit
	Linear Within = "linear" // points x (limit + 1 - n) / (limit + 1), for a count
)

// Words returns the known ways.
func (Within) Words() []string { return []string{"full", "linear"} }

// Kind returns zero_over.
func (ZeroOver) Kind() string { return "zero_over" }

// Share returns the share of the points for one row.
func (z ZeroOver) Share(row Row) (Share, error) { return shareAlone(z, row) }

type zeroOver struct {
	n      columns.Ref
	over   columns.Limit
	linear int64 // limit + 1, or 0 for the cliff
}

func (z ZeroOver) compile(c *compiler) evaluator {
	n := c.metric("metric", z.Metric)
	e := zeroOver{n: n, over: c.schema.Limit(c.At("over"), z.Over, n)}
	if z.Over.Sign() < 0 {
		c.At("over").Fail(facts.CodeNumberNegative, "a limit not below 0", "")
	}
	if z.Within != "" {
		columns.CheckWord(c.At("within"), z.Within)
	}
	if z.Within == Linear {
		if n.ID != "" && n.Unit != facts.Count {
			c.At("within").Fail(facts.CodeMetricUnit, "a metric that is a count", string(n.Unit))
		}
		e.linear = c.number("over", z.Over, 0) + 1
	} else if n.ID != "" && z.Over.Sign() >= 0 {
		e.warn(c)
	}
	return e
}

// warn tells of the cliff: what comes after the one that takes the points
// costs nothing more.
func (e zeroOver) warn(c *compiler) {
	want := "within: linear, or it is meant that "
	if e.n.Unit != facts.Count {
		c.Warn(facts.CodeRuleCliff, want+"it makes no difference how far the limit is passed", "")
		return
	}
	limit, mul := e.over.Scaled()
	whole := limit / mul / fix.Pow10(e.n.Scale)
	c.Warn(facts.CodeRuleCliff, want+"number "+strconv.FormatInt(whole+2, 10)+" costs nothing more", "")
}

func (e zeroOver) share(t *columns.Table, row int32) Share {
	v := t.At(e.n, row)
	switch {
	case v.State != explain.Known:
		return Share{state: v.State}
	case v.Cmp(e.over) > 0:
		return Share{num: 0, den: 1}
	case e.linear == 0:
		return Share{num: 1, den: 1}
	}
	unit, okA := fix.Mul(v.Den, fix.Pow10(e.n.Scale))
	all, okB := fix.Mul(e.linear, unit)
	if !okA || !okB {
		return Share{state: explain.Overflow}
	}
	return fraction(max(0, all-max(0, v.Num)), 1, all, 1)
}

func (e zeroOver) tell(t *columns.Table, row int32, s Share) (explain.Code, []explain.Arg) {
	code := explain.Code("zero_over.within")
	switch {
	case s.state == explain.Known && t.At(e.n, row).Cmp(e.over) > 0:
		code = "zero_over.over"
	case e.linear > 0:
		code = "zero_over.linear"
	}
	return code, []explain.Arg{explain.N("limit", e.over.Show(e.n))}
}
