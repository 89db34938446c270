package payout

import (
	"github.com/shopspring/decimal"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// RankAward pays an amount by the agent's place in a ranking (名次奖).
//
//	rank_award: {ranking: by_sales, amounts: [500, 300], ties: all}
//
// Places 1, 1, 3 with amounts 500 and 300 pay 500.00, 500.00, 0.00.
type RankAward struct {
	Ranking string `key:"ranking,required"`
	// Amounts are the awards of the first, second place and so on.
	Amounts []decimal.Decimal `key:"amounts,required"`
	// Ties says what agents at one place get; all the whole amount when left
	// out.
	Ties AwardTies `key:"ties"`
}

// AwardTies says how tied agents share an award.
type AwardTies string

// AllWin gives each of the tied agents the whole amount.
const AllWin AwardTies = "all"

// Words returns the known ways.
func (AwardTies) Words() []string { return []string{"all"} }

// Kind returns rank_award.
func (RankAward) Kind() string { return "rank_award" }

type rankAward struct {
	place   columns.Ref
	amounts []int64
}

func (r RankAward) compile(c *compiler) evaluator {
	ref, ok := c.schema.Ranking(c.At("ranking"), r.Ranking)
	if ok {
		c.refs = append(c.refs, ref)
	}
	e := rankAward{place: ref}
	if len(r.Amounts) == 0 {
		c.At("amounts").Fail(facts.CodeRequired, "the award of the first place", "")
	}
	for i, d := range r.Amounts {
		e.amounts = append(e.amounts, c.cents(c.At("amounts").Index(i), d))
	}
	if r.Ties != "" {
		columns.CheckWord(c.At("ties"), r.Ties)
	}
	return e
}

func (e rankAward) pay(t *columns.Table, row int32) outcome {
	v := t.At(e.place, row)
	if v.State == explain.Known && v.Num <= int64(len(e.amounts)) {
		return outcome{cents: e.amounts[v.Num-1]}
	}
	return outcome{}
}

func (e rankAward) tell(t *columns.Table, row int32, o outcome) (explain.Code, []explain.Arg, []explain.Step) {
	v := t.At(e.place, row)
	args := []explain.Arg{explain.T("ranking", e.place.Title()), explain.N("place", e.place.Show(v))}
	switch {
	case v.State != explain.Known:
		return "rank_award.unplaced", args, nil
	case o.cents == 0:
		return "rank_award.none", args, nil
	default:
		return "rank_award", args, nil
	}
}
