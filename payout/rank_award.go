package payout

import (
	"github.com/shopspring/decimal"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/internal/fix"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// RankAward pays an amount by the agent's place in a ranking (名次奖).
//
//	rank_award: {ranking: by_sales, amounts: [500, 300], ties: all}
//
// Places 1, 1, 3 with amounts 500 and 300 pay 500.00, 500.00, 0.00; split pays
// 400.00, 400.00, 0.00 and none 0.00 to all three. A tie-break is the ranking's
// own (tie_breaks). An agent for whom the item does not hold is placed like the
// others: a part of a split that is theirs is paid to nobody.
type RankAward struct {
	Ranking string `key:"ranking,required"`
	// Amounts are the awards of the first, second place and so on.
	Amounts []decimal.Decimal `key:"amounts,required"`
	// Ties says what agents at one place get; all when left out.
	Ties AwardTies `key:"ties"`
}

// AwardTies says how tied agents share an award.
type AwardTies string

// The ways to share an award. The empty way is AllWin.
const (
	// AllWin gives each of the tied agents the whole amount of their place.
	AllWin AwardTies = "all"
	// SplitAward shares the amounts of the places that the tied agents fill, to
	// the cent, the odd cents to the earliest agent ids.
	SplitAward AwardTies = "split"
	// NoneWins gives tied agents nothing.
	NoneWins AwardTies = "none"
)

// Words returns the known ways.
func (AwardTies) Words() []string { return []string{"all", "split", "none"} }

// Kind returns rank_award.
func (RankAward) Kind() string { return "rank_award" }

type rankAward struct {
	standings columns.Standings
	place     columns.Ref
	amounts   []int64
	ties      AwardTies
}

func (r RankAward) compile(c *compiler) evaluator {
	st, ok := c.schema.Standings(c.At("ranking"), r.Ranking)
	e := rankAward{standings: st, place: st.Places(), ties: r.Ties}
	if ok {
		c.refs = append(c.refs, e.place)
		r.checkRanking(c, st.Ties)
	}
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

// checkRanking refuses a ranking whose places are not whole, and a way of ties
// that its places do not bear out: one that shares places which the tied do not
// fill, or that speaks of ties where the ranking parts equal values.
func (r RankAward) checkRanking(c *compiler, ties facts.Ties) {
	switch ties {
	case facts.MeanRank, facts.PercentRank:
		c.At("ranking").Fail(facts.CodeOneOf, "a ranking with whole places", string(ties))
	case facts.Modified, facts.Dense:
		if r.Ties == SplitAward {
			c.At("ties").Fail(facts.CodeOneOf, "all or none, or a competition ranking to split the places of", string(r.Ties))
		}
	case facts.Ordinal:
		if r.Ties == SplitAward || r.Ties == NoneWins {
			c.At("ties").Fail(facts.CodeOneOf, "all, or a ranking that leaves equal values tied: an ordinal one does not", string(r.Ties))
		}
	case facts.Competition:
	}
}

func (e rankAward) pay(t *columns.Table, row int32) outcome {
	s, ok := e.standings.Of(t, row)
	switch {
	case !ok || s.Num > int64(len(e.amounts)):
		return outcome{}
	case s.Tied > 1 && e.ties == NoneWins:
		return outcome{}
	case s.Tied > 1 && e.ties == SplitAward:
		total, ok := e.filled(s)
		return known(fix.Slice(total, int(s.Tied), int(s.Turn)), ok)
	}
	return outcome{cents: e.amounts[s.Num-1]}
}

// filled sums the amounts of the places that the tied fill; places past the
// amounts add nothing.
func (e rankAward) filled(s fix.Standing) (cents int64, ok bool) {
	first := s.Num - 1
	var sum fix.Sum
	for _, amount := range e.amounts[first:min(first+int64(s.Tied), int64(len(e.amounts)))] {
		sum.Add(amount)
	}
	return sum.Int64()
}

func (e rankAward) tell(t *columns.Table, row int32, o outcome) (explain.Code, []explain.Arg, []explain.Step) {
	v := t.At(e.place, row)
	args := []explain.Arg{explain.T("ranking", e.place.Title()), explain.N("place", e.place.Show(v))}
	if s, ok := e.standings.Of(t, row); ok && s.Tied > 1 && s.Num <= int64(len(e.amounts)) {
		args = append(args, explain.N("tied", explain.Whole(int64(s.Tied), 0, facts.Number)))
		switch e.ties {
		case SplitAward:
			return "rank_award.split", args, nil
		case NoneWins:
			return "rank_award.tied", args, nil
		case AllWin:
		}
	}
	switch {
	case v.State != explain.Known:
		return "rank_award.unplaced", args, nil
	case o.cents == 0:
		return "rank_award.none", args, nil
	default:
		return "rank_award", args, nil
	}
}
