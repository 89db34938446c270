package payout

import (
	"github.com/shopspring/decimal"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// reached finds the metric under the key metric that a target is compared
// with: one number, in money or a count, of which more is better.
func (c *compiler) reached(id string) columns.Ref {
	ref := c.metric("metric", id)
	switch {
	case ref.ID == "":
	case ref.Parts() || ref.Unit != facts.Money && ref.Unit != facts.Count:
		c.At("metric").Fail(facts.CodeMetricUnit, "a metric that is one number, in money or a count", string(ref.Unit))
	case ref.Better != facts.Higher:
		c.At("metric").Fail(facts.CodeMetricDirection, "a metric of which more is better", string(ref.Better))
	}
	return ref
}

// goal is a target at the scale of what is compared with it: everybody's, or
// each agent's own.
type goal struct {
	all      int64
	own      columns.Ref
	perAgent bool
}

// goal compiles the keys target and target_metric beside the metric of that
// ref.
func (c *compiler) goal(of columns.Ref, target decimal.Decimal, metric string) goal {
	g := goal{perAgent: metric != ""}
	switch {
	case g.perAgent && target.Sign() != 0:
		c.At("target_metric").Fail(facts.CodeOneOf, "target or target_metric", "")
	case g.perAgent:
		g.own = c.metric("target_metric", metric)
		if g.own.ID != "" && of.ID != "" && (g.own.Parts() || g.own.Unit != of.Unit || g.own.Scale != of.Scale) {
			c.At("target_metric").Fail(facts.CodeMetricUnit, "a metric in the unit of "+of.ID+", with as many decimals", string(g.own.Unit))
		}
	case target.Sign() == 0:
		c.At("target").Fail(facts.CodeTargetZero, "a target above 0", "")
	case target.Sign() < 0:
		c.At("target").Fail(facts.CodeTargetNegative, "a target above 0", "")
	case of.ID != "":
		g.all = columns.Number(c.At("target"), target, of.Scale)
	}
	return g
}

// of returns a row's target, which is above 0 when it is known.
func (g goal) of(t *columns.Table, row int32) (int64, outcome) {
	if !g.perAgent {
		return g.all, outcome{}
	}
	v := t.At(g.own, row)
	if v.State != explain.Known || v.Num > 0 {
		return v.Num, outcome{state: v.State}
	}
	o := fault(facts.CodeTargetNegative)
	if v.Num == 0 {
		o = fault(facts.CodeTargetZero)
	}
	o.metric = g.own.ID
	return 0, o
}
