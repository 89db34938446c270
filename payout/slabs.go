package payout

import (
	"github.com/shopspring/decimal"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/internal/fix"
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

// tiers are compiled slabs.
type tiers []tier

type tier struct {
	top  int64 // cents; the last one's is not used
	rate int64 // millionths
}

// Of returns the commission on a base of at most two decimals, rounded half up
// to the cent once over all slabs. A base of 0 or below gives 0. It returns
// facts.Problems when the slabs are out of order or a number does not fit.
func (s Slabs) Of(base decimal.Decimal) (decimal.Decimal, error) {
	c := facts.NewCheck()
	ts := s.compile(c.At("slabs"))
	v := columns.Number(c.At("base"), base, moneyScale)
	if err := c.Err(); err != nil {
		return decimal.Decimal{}, err
	}
	cents, ok := ts.of(max(0, v), fix.HalfUp)
	if !ok {
		c.At("base").Fail(facts.CodeNumberOverflow, "a commission of at most 18 digits", "")
		return decimal.Decimal{}, c.Err()
	}
	return fix.ToDecimal(cents, moneyScale), nil
}

func (s Slabs) compile(c facts.Check) tiers {
	if len(s) == 0 {
		c.Fail(facts.CodeRequired, "at least one slab", "")
	}
	out := make(tiers, len(s))
	before := int64(0)
	for i, slab := range s {
		rate, top := c.Index(i).At("rate"), c.Index(i).At("up_to")
		out[i] = tier{
			top:  columns.Number(top, slab.UpTo, moneyScale),
			rate: columns.Number(rate, slab.Rate, rateScale),
		}
		if out[i].rate < 0 {
			rate.Fail(facts.CodeNumberNegative, "not below 0", "")
		}
		last, open := i == len(s)-1, slab.UpTo.Sign() == 0
		switch got := fix.Text(out[i].top, moneyScale); {
		case open && !last:
			top.Fail(facts.CodeBandOpen, "a top above "+fix.Text(before, moneyScale)+": only the last slab is open", "")
		case !open && last:
			top.Fail(facts.CodeBandOpen, "no top: the last slab is open", got)
		case !open && out[i].top <= before:
			top.Fail(facts.CodeBandOrder, "a top above "+fix.Text(before, moneyScale), got)
		}
		before = max(before, out[i].top)
	}
	return out
}

// of pays a base in cents; a base below 0 is charged at the first rate.
func (ts tiers) of(base int64, mode fix.Mode) (int64, bool) {
	var sum fix.Sum
	ts.parts(base, func(_ int, part int64, rate int64) { sum.AddMul(part, rate) })
	return sum.Div(fix.Pow10(rateScale), mode)
}

// parts gives the part of the base in each slab it reaches.
func (ts tiers) parts(base int64, emit func(i int, part, rate int64)) {
	from := int64(0)
	for i, t := range ts {
		top := base
		if i < len(ts)-1 {
			top = min(base, t.top)
		}
		if part := top - from; part > 0 || (i == 0 && part != 0) {
			emit(i, part, t.rate)
		}
		from = max(from, top)
		if base <= from {
			return
		}
	}
}
