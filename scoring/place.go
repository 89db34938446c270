package scoring

import (
	"github.com/shopspring/decimal"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// Place gives a stated share of the points by the agent's place in a ranking
// (名次得分); tied agents share the better place.
//
//	place: {ranking: by_sales, shares: [100%, 90%, 80%], else: 60%}
//
// With 20 points, places 1, 2, 2, 4 give 20.00, 18.00, 18.00, 12.00: the third
// place's mark is not used.
type Place struct {
	Ranking string `key:"ranking,required"`
	// Shares are the shares of the first, second, third place and so on.
	Shares []decimal.Decimal `key:"shares,required,rate"`
	// Else is the share of the places after those; left out, that is an error.
	Else *decimal.Decimal `key:"else,rate"`
}

// Kind returns place.
func (Place) Kind() string { return "place" }

// Share returns the share of the points for one row.
func (p Place) Share(row Row) (Share, error) { return shareAlone(p, row) }

type place struct {
	at     columns.Ref
	shares []int64
	rest   *int64
}

func (p Place) compile(c *compiler) evaluator {
	e := place{rest: c.optional("else", p.Else)}
	st, ok := c.schema.Standings(c.At("ranking"), p.Ranking)
	e.at = st.Places()
	if ok {
		c.refs = append(c.refs, e.at)
		if !st.Whole() {
			c.At("ranking").Fail(facts.CodeOneOf, "a ranking with whole places", string(st.Ties))
		}
	}
	for i, s := range p.Shares {
		e.shares = append(e.shares, columns.Number(c.At("shares").Index(i), s, rateScale))
	}
	if len(p.Shares) == 0 {
		c.At("shares").Fail(facts.CodeRequired, "the share of the first place", "")
	}
	return e
}

func (e place) share(t *columns.Table, row int32) Share {
	v := t.At(e.at, row)
	switch {
	case v.State != explain.Known:
		return Share{state: v.State}
	case v.Num <= int64(len(e.shares)):
		return constant(e.shares[v.Num-1])
	case e.rest == nil:
		return Share{state: explain.Overflow, code: facts.CodeBandNone}
	}
	return constant(*e.rest)
}

func (e place) tell(t *columns.Table, row int32, s Share) (explain.Code, []explain.Arg) {
	if s.state != explain.Known {
		return "place.none", []explain.Arg{explain.T("ranking", e.at.Title())}
	}
	return "place.share", []explain.Arg{
		explain.T("ranking", e.at.Title()), explain.N("place", e.at.Show(t.At(e.at, row))),
		explain.N("share", explain.Whole(s.num, rateScale, facts.Ratio)),
	}
}
