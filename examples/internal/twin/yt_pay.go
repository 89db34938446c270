package twin

import (
	"cmp"
	"math/big"
	"slices"
)

// placeYT ranks the regular agents by sales and by orders, and the teams by
// errors a chat. Who worked no day has no place.
func placeYT(sheets []*ytSheet) {
	var regular, all []*ytSheet
	for _, s := range sheets {
		if s.workedDays == 0 {
			continue
		}
		if s.team.chats > 0 {
			all = append(all, s)
		}
		if s.status == "regular" {
			regular = append(regular, s)
		}
	}
	competition(regular,
		func(a, b *ytSheet) int { return b.sums["sales"].Cmp(a.sums["sales"]) },
		func(s *ytSheet, place int) { s.salesPlace = place })
	competition(regular,
		func(a, b *ytSheet) int { return b.sums["orders"].Cmp(a.sums["orders"]) },
		func(s *ytSheet, place int) { s.ordersPlace = place })
	placeTeamsYT(all)
}

// placeTeamsYT gives the agents of a team its place: 1, 2, 3 whatever the number
// of agents.
func placeTeamsYT(sheets []*ytSheet) {
	rate := func(s *ytSheet) *big.Rat { return frac(int64(s.team.errors), int64(s.team.chats)) }
	slices.SortStableFunc(sheets, func(a, b *ytSheet) int { return rate(a).Cmp(rate(b)) })
	for i, s := range sheets {
		switch {
		case i == 0:
			s.pkPlace = 1
		case rate(sheets[i-1]).Cmp(rate(s)) == 0:
			s.pkPlace = sheets[i-1].pkPlace
		default:
			s.pkPlace = sheets[i-1].pkPlace + 1
		}
	}
}

// placeScoresYT ranks the regular agents by score.
func placeScoresYT(sheets []*ytSheet) {
	list := slices.DeleteFunc(slices.Clone(sheets), func(s *ytSheet) bool {
		return s.score == nil || s.status != "regular"
	})
	competition(list,
		func(a, b *ytSheet) int { return b.score.Cmp(a.score) },
		func(s *ytSheet, place int) { s.scorePlace = place })
}

// pay writes the lines in the order of the plan. A promise that was not kept
// takes performance pay and commission; shirking leaves them to a person.
func (s *ytSheet) pay(c calendar) error {
	if err := s.basePay(c); err != nil {
		return err
	}
	score := cmp.Or(s.score, zero())
	s.item("performance", roundHalfUp(mul(ytPerformanceAmount(), div(score, whole(100)))))
	if s.status != "regular" {
		return nil
	}
	commission := zero()
	if s.score != nil {
		commission = roundHalfUp(mul(s.sums["sales"], ytCommissionRate(s.score)))
	}
	s.item("commission", commission)
	return nil
}

// item writes what an item earned, and that it is not paid where a promise was
// broken.
func (s *ytSheet) item(id string, amount *big.Rat) {
	s.line(id, earned, amount, "")
	s.lines[len(s.lines)-1].Review = s.counted["shirking"] > 0
	if s.counted["promise_broken"] == 0 || amount.Sign() == 0 {
		return
	}
	lost := zero().Neg(amount)
	s.lines = append(s.lines, Line{
		Item: id, Treatment: notEarned, Amount: fixed(lost), Clause: "red_lines.promise", amount: lost,
		Reason: "veto", Review: true, RedLines: []string{"promise"},
	})
}
