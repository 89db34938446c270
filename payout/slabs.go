package payout

import (
	"github.com/shopspring/decimal"

	"github.com/cspay/cspay/scoring/facts"
)

// Slab is one marginal tier: its rate applies to the part of the base above
// the slab before and up to UpTo, inclusive. A top left out is open.
type Slab struct {
	// UpTo is the top of the slab, inclusive; the last slab has none.
	UpTo decimal.Decimal `key:"up_to"`
	// Rate is paid on the part of the base inside the slab.
	Rate decimal.Decimal `key:"rate,required,rate"`
}

// Slabs are marginal tiers (超额累进): each part of the base is paid at its
// own slab's rate. The last one is open. At 1% to 50,000 and 1.5% above,
// 58,000.00 gives 500.00 + 120.00 = 620.00.
type Slabs []Slab

// Of returns the commission on a base of at most two decimals, rounded half up
// to the cent once over all slabs. A base of 0 or below gives 0. It returns
// facts.Problems when the slabs are out of order or a number does not fit.
func (s Slabs) Of(base decimal.Decimal) (decimal.Decimal, error) {
	return alone("slabs", base, func(c facts.Check) rating { return s.compile(c) })
}

func (s Slabs) compile(c facts.Check) brackets { return compileBrackets(c, "slab", s) }
