package payout

import (
	"github.com/shopspring/decimal"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// Tier is one whole-amount tier: its rate applies to the whole base when the
// base lies above the tier before and not above UpTo. A top left out is open.
//
//	commission: {metric: sales, tiers: [{up_to: 50000, rate: 1%}, {rate: 1.5%}]}
//
// Sales of 50,000.00 pay 500.00 and 50,000.01 pay 750.00. Such a jump is a
// cliff, of which the policy warns; slabs have none.
type Tier struct {
	// UpTo is the top of the tier, inclusive; the last tier has none.
	UpTo decimal.Decimal `key:"up_to"`
	// Rate is paid on the whole base.
	Rate decimal.Decimal `key:"rate,required,rate"`
}

// Tiers are whole-amount tiers (全额阶梯): the whole base is paid at the rate of
// the tier it falls into. The last one is open. At 1% to 50,000 and 1.5% above,
// 50,000.00 gives 500.00, the cent above it 750.00, and 58,000.00 gives 870.00:
// each top between two rates is a cliff, which [Slabs] do not have.
type Tiers []Tier

// Of returns the commission on a base of at most two decimals, rounded half up
// to the cent. A base of 0 or below gives 0. It returns facts.Problems when the
// tiers are out of order or a number does not fit.
func (ts Tiers) Of(base decimal.Decimal) (decimal.Decimal, error) {
	return alone("tiers", base, func(c facts.Check) rating { return ts.compile(c) })
}

func (ts Tiers) compile(c facts.Check) whole {
	list := make([]Slab, len(ts))
	for i, t := range ts {
		list[i] = Slab(t)
	}
	return whole(compileBrackets(c, "tier", list))
}

// whole are compiled tiers.
type whole brackets

// find returns the tier that a base falls into; one below 0 is in the first.
func (w whole) find(base int64) int {
	for i := range len(w) - 1 {
		if base <= w[i].top {
			return i
		}
	}
	return len(w) - 1
}

func (w whole) all() brackets { return brackets(w) }

func (w whole) of(_ *columns.Table, _ int32, base int64) (brackets, outcome) {
	i := w.find(base)
	return brackets(w[i : i+1]), outcome{}
}

func (w whole) tell(_ *columns.Table, _ int32, base int64) []explain.Step {
	i := w.find(base)
	word, limit := "at_most", w[i].top
	switch {
	case len(w) == 1:
		return nil // every base is in it
	case i == len(w)-1:
		word, limit = "over", w[i-1].top
	}
	return []explain.Step{{
		Clause: "tier", Code: "commission.tier", Value: explain.Whole(w[i].rate, rateScale, facts.Ratio),
		Args: []explain.Arg{
			explain.N("base", explain.Whole(base, moneyScale, facts.Money)),
			explain.W("word", word), explain.N("limit", explain.Whole(limit, moneyScale, facts.Money)),
		},
	}}
}

func (w whole) cliffs(c facts.Check, pays flat) {
	for i := range len(w) - 1 {
		pays.jump(c.At("tiers").Index(i).At("up_to"), w[i].top, w[i].rate, w[i+1].rate)
	}
}
