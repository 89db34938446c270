package scoring

import (
	"github.com/shopspring/decimal"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// Bands gives a stated share of the points by the first step whose limit holds
// (分档计分).
//
//	bands: {metric: response, steps: [{at_most: 20, share: 100%}, {at_most: 30, share: 80%}], else: 0%}
//
// With 10 points, 20.000 s give 10.00 and 20.001 s give 8.00; 31 s give 0.00.
type Bands struct {
	Metric string `key:"metric,required"`
	Steps  []Band `key:"steps,required"`
	// Else is the share when no step holds; left out, that is an error.
	Else *decimal.Decimal `key:"else,rate"`
}

// Band is one step of Bands: exactly one limit and the share it gives.
type Band struct {
	Over    *decimal.Decimal `key:"over,percent"`
	AtLeast *decimal.Decimal `key:"at_least,percent"`
	Under   *decimal.Decimal `key:"under,percent"`
	AtMost  *decimal.Decimal `key:"at_most,percent"`
	// Share is the share of the points that the step gives.
	Share decimal.Decimal `key:"share,required,rate"`
}

// Kind returns bands.
func (Bands) Kind() string { return "bands" }

// Share returns the share of the points for one row.
func (b Bands) Share(row Row) (Share, error) { return shareAlone(b, row) }

type bands struct {
	n      columns.Ref
	stairs columns.Stairs
	shares []int64
	rest   *int64
}

func (b Bands) compile(c *compiler) evaluator {
	e := bands{n: c.metric("metric", b.Metric), rest: c.optional("else", b.Else)}
	limits := make([]columns.Stair, len(b.Steps))
	for i, s := range b.Steps {
		limits[i] = columns.Stair{Over: s.Over, AtLeast: s.AtLeast, Under: s.Under, AtMost: s.AtMost}
		e.shares = append(e.shares, columns.Number(c.At("steps").Index(i).At("share"), s.Share, rateScale))
	}
	e.stairs = c.schema.Stairs(c.At("steps"), e.n, limits)
	return e
}

func (e bands) share(t *columns.Table, row int32) Share {
	v := t.At(e.n, row)
	if v.State != explain.Known {
		return Share{state: v.State}
	}
	if i := e.stairs.Find(v); i >= 0 {
		return constant(e.shares[i])
	}
	if e.rest == nil {
		return Share{state: explain.Overflow, code: facts.CodeBandNone}
	}
	return constant(*e.rest)
}

func (e bands) tell(t *columns.Table, row int32, s Share) (explain.Code, []explain.Arg) {
	if s.state != explain.Known {
		return "rule.none", nil
	}
	share := explain.N("share", explain.Whole(s.num, rateScale, facts.Ratio))
	i := e.stairs.Find(t.At(e.n, row))
	if i < 0 {
		return "bands.else", []explain.Arg{share}
	}
	word, limit := e.stairs.Words(i)
	return "bands.step", []explain.Arg{share, explain.W("word", word), explain.N("limit", limit)}
}
