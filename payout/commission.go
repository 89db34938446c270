package payout

import (
	"github.com/shopspring/decimal"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/internal/fix"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// Commission pays a rate on sales net of returns, flat or in marginal slabs
// (销售提成).
//
//	commission: {metric: sales, less: returns, slabs: [{up_to: 50000, rate: 1%}, {rate: 1.5%}]}
//
// Sales of 60,000.00 less returns of 2,000.00 pay 620.00.
type Commission struct {
	// Metric is the money metric with the sales.
	Metric string `key:"metric,required"`
	// Less names a money metric that is taken off first.
	Less string `key:"less"`
	// Rate is a flat rate; Slabs are marginal tiers. Exactly one is given.
	Rate *decimal.Decimal `key:"rate,rate"`
	// Slabs are marginal tiers, from the lowest up.
	Slabs Slabs `key:"slabs"`
	// Negative says what a base below 0 pays; left out, it is an error.
	Negative Negative `key:"negative"`
}

// Negative says what a commission on a base below 0 is.
type Negative string

// The readings of a base below 0.
const (
	// NegativeZero pays nothing.
	NegativeZero Negative = "zero"
	// NegativeCharge charges the first slab's rate: a negative commission.
	NegativeCharge Negative = "charge"
)

// Words returns the known readings.
func (Negative) Words() []string { return []string{"zero", "charge"} }

// Kind returns commission.
func (Commission) Kind() string { return "commission" }

type commission struct {
	gross, less columns.Ref
	net         bool
	tiers       tiers
	negative    Negative
	mode        fix.Mode
}

func (k Commission) compile(c *compiler) evaluator {
	e := commission{gross: c.money("metric", k.Metric), net: k.Less != "", negative: k.Negative, mode: c.lines}
	if e.net {
		e.less = c.money("less", k.Less)
	}
	switch {
	case (k.Rate == nil) == (len(k.Slabs) == 0):
		c.Fail(facts.CodeOneOf, "exactly one of rate, slabs", "")
	case k.Rate != nil:
		e.tiers = tiers{{rate: c.rate(c.At("rate"), *k.Rate)}}
	default:
		e.tiers = k.Slabs.compile(c.At("slabs"))
	}
	if k.Negative != "" {
		columns.CheckWord(c.At("negative"), k.Negative)
	}
	return e
}

// base returns the sales net of returns.
func (e commission) base(t *columns.Table, row int32) (int64, outcome) {
	v := t.At(e.gross, row)
	if v.State != explain.Known || !e.net {
		return v.Num, outcome{state: v.State}
	}
	w := t.At(e.less, row)
	if w.State == explain.NotApplicable {
		return v.Num, outcome{}
	}
	net, ok := fix.Add(v.Num, -w.Num)
	if w.State == explain.Known && !ok {
		return 0, outcome{state: explain.Overflow}
	}
	return net, outcome{state: w.State}
}

func (e commission) pay(t *columns.Table, row int32) outcome {
	base, o := e.base(t, row)
	switch {
	case o.state != explain.Known:
		return o
	case base < 0 && e.negative == "":
		return fault(facts.CodeCommissionReturns)
	case base < 0 && e.negative == NegativeZero:
		return outcome{}
	}
	return known(e.tiers.of(base, e.mode))
}

func (e commission) tell(t *columns.Table, row int32, o outcome) (explain.Code, []explain.Arg, []explain.Step) {
	base, _ := e.base(t, row)
	args := []explain.Arg{
		explain.N("base", explain.Whole(base, moneyScale, facts.Money)),
		explain.N("paid", explain.Whole(o.cents, moneyScale, facts.Money)),
	}
	if base < 0 && e.negative == NegativeZero {
		return "commission.negative", args, nil
	}
	var steps []explain.Step
	e.tiers.parts(base, func(_ int, part, rate int64) {
		steps = append(steps, explain.Step{
			Clause: "slab", Code: "commission.slab",
			Value: explain.Number{Unscaled: part, Den: 1, Scale: moneyScale, Unit: facts.Money},
			Args:  []explain.Arg{explain.N("rate", explain.Whole(rate, rateScale, facts.Ratio))},
		})
	})
	if !e.net || t.At(e.less, row).State != explain.Known {
		return "commission", args, steps
	}
	return "commission.net", append(args,
		explain.T("metric", e.gross.Title()), explain.N("gross", e.gross.Show(t.At(e.gross, row))),
		explain.T("less", e.less.Title()), explain.N("returned", e.less.Show(t.At(e.less, row)))), steps
}
