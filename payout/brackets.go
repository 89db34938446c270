package payout

import (
	"github.com/shopspring/decimal"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/internal/fix"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// rating is a compiled way of rating a base: marginal slabs, whole-amount
// tiers, or a rate that a metric decides. A flat rate is one open slab.
type rating interface {
	// of gives the brackets that a row's base is paid by.
	of(t *columns.Table, row int32, base int64) (brackets, outcome)
	// all gives every rate there may be.
	all() brackets
	// tell says which rate was chosen, where one was.
	tell(t *columns.Table, row int32, base int64) []explain.Step
	// cliffs warns, below a commission, of a jump from one cent to the next.
	cliffs(c facts.Check, pays flat)
}

// rating compiles the one way of rating that is given.
func (k Commission) rating(c *compiler) rating {
	given := 0
	for _, is := range []bool{k.Rate != nil, len(k.Slabs) > 0, len(k.Tiers) > 0, k.RateBy != nil} {
		if is {
			given++
		}
	}
	switch {
	case given == 0:
		c.At("rate").Fail(facts.CodeRequired, "a rate, or one of slabs, tiers, rate_by", "")
		return brackets(nil)
	case given != 1:
		c.Fail(facts.CodeOneOf, "exactly one of rate, slabs, tiers, rate_by", "")
		return brackets(nil)
	case k.Rate != nil:
		return brackets{{rate: c.rate(c.At("rate"), *k.Rate)}}
	case k.RateBy != nil:
		return k.RateBy.compile(c, k.Metric)
	case len(k.Tiers) > 0:
		return k.Tiers.compile(c.At("tiers"))
	default:
		return k.Slabs.compile(c.At("slabs"))
	}
}

// brackets are compiled slabs: each rate is paid on its own part of the base.
type brackets []bracket

type bracket struct {
	top  int64 // cents; the last one's is not used
	rate int64 // millionths
}

// compileBrackets compiles what a document calls by a noun: slabs or tiers.
func compileBrackets(c facts.Check, noun string, list []Slab) brackets {
	if len(list) == 0 {
		c.Fail(facts.CodeRequired, "at least one "+noun, "")
	}
	out := make(brackets, len(list))
	before := int64(0)
	for i, slab := range list {
		rate, top := c.Index(i).At("rate"), c.Index(i).At("up_to")
		out[i] = bracket{
			top:  columns.Number(top, slab.UpTo, moneyScale),
			rate: positive(rate, columns.Number(rate, slab.Rate, rateScale)),
		}
		last, open := i == len(list)-1, slab.UpTo.Sign() == 0
		switch got := fix.Text(out[i].top, moneyScale); {
		case open && !last:
			top.Fail(facts.CodeBandOpen, "a top above "+fix.Text(before, moneyScale)+": only the last "+noun+" is open", "")
		case !open && last:
			top.Fail(facts.CodeBandOpen, "no top: the last "+noun+" is open", got)
		case !open && out[i].top <= before:
			top.Fail(facts.CodeBandOrder, "a top above "+fix.Text(before, moneyScale), got)
		}
		before = max(before, out[i].top)
	}
	return out
}

func (bs brackets) of(*columns.Table, int32, int64) (brackets, outcome) { return bs, outcome{} }

func (bs brackets) all() brackets { return bs }

func (brackets) tell(*columns.Table, int32, int64) []explain.Step { return nil }

// Nothing jumps: the cent above a top is all that has the next rate.
func (brackets) cliffs(facts.Check, flat) {}

// each gives the part of a base in each bracket it reaches, from one amount to
// another. A base below 0 is a part of the first.
func (bs brackets) each(base int64, emit func(from, to, rate int64)) {
	from := int64(0)
	for i, b := range bs {
		to := base
		if i < len(bs)-1 {
			to = min(base, b.top)
		}
		if to > from || (i == 0 && to != 0) {
			emit(from, to, b.rate)
		}
		from = max(from, to)
		if base <= from {
			return
		}
	}
}

// alone computes a commission without a policy, rounded half up.
func alone(key string, base decimal.Decimal, compile func(facts.Check) rating) (decimal.Decimal, error) {
	c := facts.NewCheck()
	r := compile(c.At(key))
	v := max(0, columns.Number(c.At("base"), base, moneyScale))
	if err := c.Err(); err != nil {
		return decimal.Decimal{}, err
	}
	rates, _ := r.of(nil, 0, v)
	cents, ok := charge{base: v, rates: rates}.total(fix.HalfUp)
	if !ok {
		c.At("base").Fail(facts.CodeNumberOverflow, "a commission of at most 18 digits", "")
		return decimal.Decimal{}, c.Err()
	}
	return fix.ToDecimal(cents, moneyScale), nil
}
