package twin

import (
	"fmt"
	"math/big"
)

const (
	earned    = "earned"
	notEarned = "not_earned"
)

func (s *record) line(item, treatment string, amount *big.Rat, date string) {
	s.lines = append(s.lines, Line{
		Item: item, Treatment: treatment, Amount: fixed(amount), Clause: "pay." + item, Date: date, amount: amount,
	})
}

// pay writes the lines in the order of the plan.
func (s *sheet) pay(c calendar) error {
	if err := s.basePay(c); err != nil {
		return err
	}
	switch s.role {
	case "pre_sales":
		net := larger(zero(), sub(s.sums["sales"], s.sums["returns"]))
		s.line("commission", earned, roundHalfUp(commissionOn(net)), "")
		s.line("bonus", earned, s.bonus(), "")
	case "after_sales":
		s.pool(c)
	}
	s.line("fund", earned, s.left, "")
	award := zero()
	if s.salesPlace == 1 {
		award = championAward()
	}
	s.line("champion", earned, award, "")
	return nil
}

// basePay pays the wage by calendar days in service that are not unpaid.
func (s *record) basePay(c calendar) error {
	wage := s.agent.Values["base_wage"]
	if wage == nil {
		return fmt.Errorf("agent %s has no base_wage", s.agent.ID)
	}
	paidDays := s.last - s.first + 1 - s.unpaidDays
	s.line("base", earned, roundHalfUp(mul(wage, frac(int64(paidDays), int64(c.days)))), "")
	return nil
}

func (s *sheet) bonus() *big.Rat {
	if s.score == nil {
		return zero()
	}
	return roundHalfUp(mul(bonusAmount(), coefficient(s.score)))
}

// pool writes what the days in service are worth and, day by day, what was
// lost of them.
func (s *sheet) pool(c calendar) {
	slices := slicesOf(c.days)
	worth := zero()
	for day := s.first; day <= s.last; day++ {
		worth = add(worth, slices[day-1])
	}
	s.line("pool", earned, worth, "")
	for day := s.first; day <= s.last; day++ {
		lost := loss(slices[day-1], s.faultsOf(day))
		switch s.attendance[day] {
		case "unpaid_leave", "absent":
			lost = slices[day-1]
		}
		if lost.Sign() > 0 {
			s.line("pool", notEarned, zero().Neg(lost), c.date(day))
		}
	}
}

// slicesOf splits the pool over the days of a month.
func slicesOf(days int) []*big.Rat {
	weights := make([]*big.Rat, days)
	for i := range weights {
		weights[i] = whole(1)
	}
	return split(poolAmount(), weights)
}

// loss is what a share of faults takes from a slice: never more than the
// slice, rounded in the agent's favour.
func loss(slice, share *big.Rat) *big.Rat {
	return roundDown(mul(slice, smaller(whole(1), share)))
}
