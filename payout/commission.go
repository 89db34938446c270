package payout

import (
	"github.com/shopspring/decimal"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/internal/fix"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// Commission pays a rate on sales net of returns: one flat rate, marginal
// slabs, whole-amount tiers or a rate by attainment (销售提成).
//
//	commission: {metric: sales, less: returns, slabs: [{up_to: 50000, rate: 1%}, {rate: 1.5%}]}
//
// Sales of 60,000.00 less returns of 2,000.00 pay 50,000.00 x 1% + 8,000.00 x
// 1.5% = 620.00. As Tiers the same rates pay 58,000.00 x 1.5% = 870.00. With an
// Accelerator of 2 times above a target of 55,000.00 the slabs pay 500.00 +
// 5,000.00 x 1.5% + 3,000.00 x 1.5% x 2 = 665.00. The line is rounded once,
// over all its parts, and then held between Floor and Cap. A commission that is
// not applicable, for want of sales or of what RateBy looks at, is 0.00.
type Commission struct {
	// Metric is the money metric with the sales.
	Metric string `key:"metric,required"`
	// Less names a money metric that is taken off first.
	Less string `key:"less"`
	// Rate is a flat rate. Exactly one of Rate, Slabs, Tiers and RateBy is
	// given.
	Rate *decimal.Decimal `key:"rate,rate"`
	// Slabs are marginal tiers, from the lowest up: each part of the base at
	// its own rate.
	Slabs Slabs `key:"slabs"`
	// Tiers are whole-amount tiers, from the lowest up: the whole base at the
	// rate of the tier it falls into.
	Tiers Tiers `key:"tiers"`
	// RateBy chooses the rate by a metric or figure, such as an attainment.
	RateBy *RateBy `key:"rate_by"`
	// Accelerator multiplies the rates on the part above a target.
	Accelerator *Accelerator `key:"accelerator"`
	// Floor is the least that the line is, in money; left out, there is none.
	Floor *decimal.Decimal `key:"floor"`
	// Cap is the most that the line is, in money; left out, there is none.
	Cap *decimal.Decimal `key:"cap"`
	// Negative says what a base below 0 pays; left out, it is an error.
	Negative Negative `key:"negative"`
}

// Negative says what a commission on a base below 0 is.
type Negative string

// The readings of a base below 0.
const (
	// NegativeZero pays nothing, or the floor.
	NegativeZero Negative = "zero"
	// NegativeCharge charges the flat rate, the first slab's or tier's, or the
	// one that a metric chooses: a negative commission. Nothing is accelerated.
	NegativeCharge Negative = "charge"
)

// Words returns the known readings.
func (Negative) Words() []string { return []string{"zero", "charge"} }

// Kind returns commission.
func (Commission) Kind() string { return "commission" }

type commission struct {
	gross, less columns.Ref
	net         bool
	rating      rating
	fast        *accelerator
	bounds      bounds
	negative    Negative
	mode        fix.Mode
}

func (k Commission) compile(c *compiler) evaluator {
	e := commission{gross: c.money("metric", k.Metric), net: k.Less != "", negative: k.Negative, mode: c.lines}
	if e.net {
		e.less = c.money("less", k.Less)
	}
	e.rating = k.rating(c)
	if k.Accelerator != nil {
		e.fast = k.Accelerator.compile(c, e.rating.all())
	}
	e.bounds = k.bounds(c)
	if k.Negative != "" {
		columns.CheckWord(c.At("negative"), k.Negative)
	}
	if c.Err() == nil { // a cliff is told of rates that hold
		e.rating.cliffs(c.Check, flat{e.bounds, e.mode})
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

// unpaid reports a base below 0 that is neither paid nor charged.
func (e commission) unpaid(base int64) bool { return base < 0 && e.negative == NegativeZero }

func (e commission) pay(t *columns.Table, row int32) outcome {
	base, o := e.base(t, row)
	switch {
	case o.state != explain.Known:
		return o
	case base < 0 && e.negative == "":
		return fault(facts.CodeCommissionReturns)
	case e.unpaid(base):
		return outcome{cents: e.bounds.hold(0)}
	}
	c, o := e.charge(t, row, base)
	if o.state != explain.Known {
		return o
	}
	cents, ok := c.total(e.mode)
	return known(e.bounds.hold(cents), ok)
}

// charge finds what a row's base is paid at.
func (e commission) charge(t *columns.Table, row int32, base int64) (charge, outcome) {
	rates, o := e.rating.of(t, row, base)
	c := charge{base: base, rates: rates}
	if o.state == explain.Known && e.fast != nil {
		o = e.fast.on(t, row, &c)
	}
	return c, o
}
