package twin

import (
	"fmt"
	"math/big"
)

// indicator is one line of the scheme: its points and the share that the agent
// reached, nil where the line does not apply.
type indicator struct {
	points *big.Rat
	share  *big.Rat
}

// mark gives the agent a score, unless no day was worked.
func (s *sheet) mark() error {
	if s.workedDays == 0 {
		return nil
	}
	exam := s.agent.Values["exam"]
	if exam == nil {
		return fmt.Errorf("agent %s has no exam", s.agent.ID)
	}
	block := []indicator{
		{whole(20), lowerIsBetter(div(s.weighted, s.weight), whole(30))},
		{whole(25), higherIsBetter(s.ratio("satisfied", "ratings"), frac(95, 100))},
		{whole(15), s.slow()},
		{whole(10), higherIsBetter(s.ratio("answers", "questions"), frac(12, 10))},
		{whole(15), higherIsBetter(s.ratio("replied", "enquiries"), frac(99, 100))},
		{whole(10), mul(exam, frac(1, 100))},
		{whole(5), s.reviews()},
	}
	s.score = sub(zero(), roundHalfUp(mul(s.over, pointsPerYuan())))
	for _, line := range pointsOf(block) {
		s.score = add(s.score, line)
	}
	return nil
}

func (s *sheet) slow() *big.Rat {
	rate := s.ratio("slow", "conversations")
	if rate == nil {
		return nil
	}
	return slowShare(rate)
}

func (s *sheet) reviews() *big.Rat {
	if s.badReviews > reviewLimit {
		return zero()
	}
	return whole(1)
}

// higherIsBetter is actual / target, from 0 to 1.
func higherIsBetter(actual, target *big.Rat) *big.Rat {
	if actual == nil {
		return nil
	}
	return larger(zero(), smaller(whole(1), div(actual, target)))
}

// lowerIsBetter is target / actual, from 0 to 1; an actual of 0 is the cap.
func lowerIsBetter(actual, target *big.Rat) *big.Rat {
	if actual == nil {
		return nil
	}
	if actual.Sign() == 0 {
		return whole(1)
	}
	return larger(zero(), smaller(whole(1), div(target, actual)))
}

// pointsOf spreads the points of the lines that do not apply over the others,
// then rounds each line.
func pointsOf(block []indicator) []*big.Rat {
	total := zero()
	var weights, shares []*big.Rat
	for _, line := range block {
		total = add(total, line.points)
		if line.share != nil {
			weights = append(weights, line.points)
			shares = append(shares, line.share)
		}
	}
	lines := split(total, weights)
	for i, points := range lines {
		lines[i] = roundHalfUp(mul(points, shares[i]))
	}
	return lines
}
