package scoring

import (
	"github.com/shopspring/decimal"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// Direct gives the points that a metric already is (直接得分), in proportion
// to the mark it is out of.
//
//	direct: {metric: exam, out_of: 100}
//
// With 10 points, an exam mark of 86.5 gives 8.65. OutOf left out is the
// indicator's own points: 4.33 of 5 gives 4.33.
type Direct struct {
	Metric string `key:"metric,required"`
	// OutOf is the mark that gives the full points, above 0.
	OutOf decimal.Decimal `key:"out_of"`
}

// Kind returns direct.
func (Direct) Kind() string { return "direct" }

// Share returns the share of the points for one row; without OutOf, as of an
// indicator of 100 points.
func (d Direct) Share(row Row) (Share, error) { return shareAlone(d, row) }

type direct struct {
	n     columns.Ref
	outOf columns.Limit
}

func (d Direct) compile(c *compiler) evaluator {
	e := direct{n: c.metric("metric", d.Metric)}
	outOf, key := d.OutOf, "out_of"
	if outOf.Sign() == 0 {
		outOf, key = decimal.New(c.points, -pointScale), ""
	}
	at := c.Check
	if key != "" {
		at = c.At(key)
	}
	if outOf.Sign() <= 0 {
		at.Fail(facts.CodeTargetZero, "a mark above 0 that gives the full points", "")
		return e
	}
	e.outOf = c.schema.Limit(at, outOf, e.n)
	return e
}

func (e direct) share(t *columns.Table, row int32) Share {
	v := t.At(e.n, row)
	if v.State != explain.Known {
		return Share{state: v.State}
	}
	outOf, mul := e.outOf.Scaled()
	return fraction(v.Num, mul, v.Den, outOf)
}

func (e direct) tell(*columns.Table, int32, Share) (explain.Code, []explain.Arg) {
	return "direct", []explain.Arg{explain.N("out_of", e.outOf.Show(e.n))}
}
