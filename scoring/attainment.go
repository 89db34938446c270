package scoring

import (
	"github.com/shopspring/decimal"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/internal/fix"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// Attainment gives the points in proportion to how far a target was reached
// (完成率), from floor to cap where these are stated.
//
//	attainment: {metric: response, target: 30, formula: ratio, cap: 100%}
//
// Higher is better: actual / target. Lower is better: ratio is target /
// actual (an actual of 0 gives the cap), gap is 2 - actual / target. A target
// of 30 s, an actual of 40 s and 10 points give 7.50 by ratio, 6.67 by gap.
type Attainment struct {
	Metric string `key:"metric,required"`
	// Target is the target in the metric's unit, above 0.
	Target decimal.Decimal `key:"target,percent"`
	// TargetMetric names the metric or figure that holds each agent's target
	// instead of Target.
	TargetMetric string `key:"target_metric"`
	// Formula is required where lower is better.
	Formula Formula `key:"formula"`
	// Floor and Cap bound the share of the points; left out, nothing does.
	Floor *decimal.Decimal `key:"floor,percent"`
	Cap   *decimal.Decimal `key:"cap,percent"`
}

// Formula says how a metric that is better lower attains its target.
type Formula string

// The two formulas; neither is a default.
const (
	ByRatio Formula = "ratio" // target / actual; an actual of 0 gives the cap, which is then required
	ByGap   Formula = "gap"   // 2 - actual / target
)

// Words returns the known formulas.
func (Formula) Words() []string { return []string{"ratio", "gap"} }

// Kind returns attainment.
func (Attainment) Kind() string { return "attainment" }

// Share returns the share of the points for one row.
func (a Attainment) Share(row Row) (Share, error) { return shareAlone(a, row) }

type attainment struct {
	n, target columns.Ref
	limit     columns.Limit
	perAgent  bool
	formula   Formula
	lower     bool
	floor     *int64
	limitCap  *int64
}

func (a Attainment) compile(c *compiler) evaluator {
	e := attainment{
		n: c.metric("metric", a.Metric), formula: a.Formula, perAgent: a.TargetMetric != "",
		floor: c.optional("floor", a.Floor), limitCap: c.optional("cap", a.Cap),
	}
	switch {
	case a.TargetMetric != "" && a.Target.Sign() != 0:
		c.At("target_metric").Fail(facts.CodeOneOf, "target or target_metric", "")
	case a.TargetMetric != "":
		e.target = c.metric("target_metric", a.TargetMetric)
	case a.Target.Sign() == 0:
		c.At("target").Fail(facts.CodeTargetZero, "a target above 0", "")
	case a.Target.Sign() < 0:
		c.At("target").Fail(facts.CodeTargetNegative, "a target above 0", "")
	default:
		e.limit = c.schema.Limit(c.At("target"), a.Target, e.n)
	}
	e.lower = e.n.Better == facts.Lower
	if e.n.ID != "" && e.n.Better == "" {
		c.At("metric").Fail(facts.CodeMetricDirection, "a metric that says whether higher or lower is better", a.Metric)
	}
	switch {
	case a.Formula != "" && !columns.CheckWord(c.At("formula"), a.Formula):
	case e.lower && a.Formula == "":
		c.At("formula").Fail(facts.CodeRequired, "ratio or gap, as lower is better", "")
	case e.lower && a.Formula == ByRatio && a.Cap == nil:
		c.At("cap").Fail(facts.CodeRequired, "a cap: it is what an actual of 0 gives", "")
	case !e.lower && a.Formula != "" && e.n.ID != "":
		c.At("formula").Fail(facts.CodeOneOf, "no formula where higher is better", string(a.Formula))
	}
	if e.floor != nil && e.limitCap != nil && *e.floor > *e.limitCap {
		c.At("floor").Fail(facts.CodeBandOrder, "a floor not above the cap", "")
	}
	return e
}

// attained returns actual / target as a share.
func (e attainment) attained(t *columns.Table, row int32) Share {
	v := t.At(e.n, row)
	if v.State != explain.Known {
		return Share{state: v.State}
	}
	if !e.perAgent {
		limit, mul := e.limit.Scaled()
		return fraction(v.Num, mul, v.Den, limit)
	}
	w := t.At(e.target, row)
	switch {
	case w.State != explain.Known:
		return Share{state: w.State}
	case w.Num == 0:
		return Share{state: explain.Overflow, code: facts.CodeTargetZero}
	case w.Num < 0:
		return Share{state: explain.Overflow, code: facts.CodeTargetNegative}
	}
	num, okN := fix.Mul(v.Num, fix.Pow10(max(0, e.target.Scale-e.n.Scale)))
	den, okD := fix.Mul(w.Num, fix.Pow10(max(0, e.n.Scale-e.target.Scale)))
	if !okN || !okD {
		return Share{state: explain.Overflow}
	}
	return fraction(num, w.Den, v.Den, den)
}

func (e attainment) share(t *columns.Table, row int32) Share {
	s := e.attained(t, row)
	switch {
	case s.state != explain.Known || !e.lower:
	case e.formula == ByGap:
		twice, okA := fix.Mul(s.den, 2)
		left, okB := fix.Add(twice, -s.num)
		if !okA || !okB {
			return Share{state: explain.Overflow}
		}
		s.num = left
	case s.num <= 0:
		return constant(*e.limitCap)
	default:
		s.num, s.den = s.den, s.num
	}
	return s.clamp(e.floor, e.limitCap)
}

func (e attainment) tell(t *columns.Table, row int32, _ Share) (explain.Code, []explain.Arg) {
	target := e.limit.Show(e.n)
	if e.perAgent {
		target = e.target.Show(t.At(e.target, row))
	}
	code := explain.Code("attainment.higher")
	if e.lower {
		code = explain.Code("attainment." + string(e.formula))
	}
	return code, []explain.Arg{explain.N("target", target)}
}
