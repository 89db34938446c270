package payout

import (
	"github.com/shopspring/decimal"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// RateBy chooses the rate by the first step that holds on a metric or figure
// (按完成率定提成点); the whole base is paid at it.
//
//	commission:
//	  metric: sales
//	  rate_by: {metric: completion, steps: [{at_least: 120%, rate: 1.5%}, {at_least: 100%, rate: 1.2%}], else: 0.8%}
//
// At a completion of 119.99% sales of 50,000.00 pay 600.00, at 120% 750.00.
type RateBy struct {
	Metric string     `key:"metric,required"`
	Steps  []RateStep `key:"steps,required"`
	// Else is the rate when no step holds; left out, that is an error.
	Else *decimal.Decimal `key:"else,rate"`
}

// RateStep is one step of a rate by a metric: exactly one limit and the rate it gives.
type RateStep struct {
	Over    *decimal.Decimal `key:"over,percent"`
	AtLeast *decimal.Decimal `key:"at_least,percent"`
	Under   *decimal.Decimal `key:"under,percent"`
	AtMost  *decimal.Decimal `key:"at_most,percent"`
	// Rate is paid on the whole base.
	Rate decimal.Decimal `key:"rate,required,rate"`
}

type rateBy struct {
	by     columns.Ref
	stairs columns.Stairs
	rates  brackets // one for each step, then that of else
	steps  int
	rest   bool
	// own is set when the sales themselves decide.
	own bool
}

// compile compiles the rates of a commission on a money metric.
func (r RateBy) compile(c *compiler, on string) rateBy {
	at := c.At("rate_by")
	e := rateBy{by: c.metric("rate_by.metric", r.Metric), steps: len(r.Steps), rest: r.Else != nil, own: r.Metric == on}
	limits := make([]columns.Stair, len(r.Steps))
	for i, s := range r.Steps {
		limits[i] = columns.Stair{Over: s.Over, AtLeast: s.AtLeast, Under: s.Under, AtMost: s.AtMost}
		e.rates = append(e.rates, bracket{rate: c.rate(at.At("steps").Index(i).At("rate"), s.Rate)})
	}
	e.stairs = c.schema.Stairs(at.At("steps"), e.by, limits)
	if e.rest {
		e.rates = append(e.rates, bracket{rate: c.rate(at.At("else"), *r.Else)})
	}
	return e
}

// find returns the step that a value takes, and the rate's index or -1.
func (e rateBy) find(v columns.Value) (step, rate int) {
	step = e.stairs.Find(v)
	switch {
	case step >= 0:
		return step, step
	case e.rest:
		return step, len(e.rates) - 1
	}
	return step, -1
}

func (e rateBy) all() brackets { return e.rates }

func (e rateBy) of(t *columns.Table, row int32, _ int64) (brackets, outcome) {
	v := t.At(e.by, row)
	if v.State != explain.Known {
		return nil, outcome{state: v.State}
	}
	_, i := e.find(v)
	if i < 0 {
		return nil, fault(facts.CodeBandNone)
	}
	return e.rates[i : i+1], outcome{}
}

func (e rateBy) tell(t *columns.Table, row int32, _ int64) []explain.Step {
	v := t.At(e.by, row)
	step, i := e.find(v)
	out := explain.Step{
		Clause: "rate_by", Code: "commission.rate_else", Value: explain.Whole(e.rates[i].rate, rateScale, facts.Ratio),
		Args: []explain.Arg{explain.T("by", e.by.Title()), explain.N("n", e.by.Show(v))},
	}
	if step >= 0 {
		word, limit := e.stairs.Words(step)
		out.Code = "commission.rate_by"
		out.Args = append(out.Args, explain.W("word", word), explain.N("limit", limit))
	}
	return []explain.Step{out}
}

// cliffs knows the amounts beside a limit only where the sales decide: such
// steps are tiers by another name.
func (e rateBy) cliffs(c facts.Check, pays flat) {
	for i := 0; e.own && i < e.steps; i++ {
		word, limit := e.stairs.Words(i)
		if limit.Scale != moneyScale {
			continue // no amount of sales is at it
		}
		below := limit.Unscaled
		if word == "at_least" || word == "under" {
			below--
		}
		_, rate := e.find(columns.Value{Num: below, Den: 1})
		_, next := e.find(columns.Value{Num: below + 1, Den: 1})
		if rate >= 0 && next >= 0 {
			pays.jump(c.At("rate_by").At("steps").Index(i), below, e.rates[rate].rate, e.rates[next].rate)
		}
	}
}
