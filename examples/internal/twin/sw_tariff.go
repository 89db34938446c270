package twin

import "math/big"

// The figures of examples/kpi-85-15/policy.yaml, copied by hand. A change of
// the policy has to be made here a second time, on purpose.

// The fewest votes that make a panel's decision.
const (
	teamworkQuorum    = 3
	attributionQuorum = 3
)

// The numbers of bad reviews and complaints that are not yet too many, and the
// top mark of the vote on teamwork.
const (
	badReviewLimit = 3
	complaintLimit = 3
	topMark        = 5
)

func (s *swSheet) preSalesKPI(sales *big.Rat) []swLine {
	return []swLine{
		{"conversion", whole(25), higherIsBetter(s.ratio("buyers", "enquiries"), frac(40, 100))},
		{"sales", whole(25), sales},
		{"response", whole(15), gap(div(s.weighted, s.weight), whole(25))},
		{"answer_ask", whole(10), higherIsBetter(s.ratio("answers", "questions"), frac(12, 10))},
		{"reply", whole(10), replyShare(s.ratio("replied", "conversations"))},
	}
}

func (s *swSheet) preSalesAbility() []swLine {
	return []swLine{
		{"product_exam", frac(25, 10), s.given("product_exam", 100)},
		{"speech_exam", frac(25, 10), s.given("speech_exam", 100)},
		{"teamwork", whole(5), div(s.teamwork, whole(topMark))},
		{"tasks", whole(5), s.tasks()},
	}
}

func (s *swSheet) afterSalesKPI() []swLine {
	return []swLine{
		{"response", whole(25), lowerIsBetter(div(s.weighted, s.weight), whole(40))},
		{"answer_ask", whole(15), higherIsBetter(s.ratio("answers", "questions"), frac(12, 10))},
		{"invite", whole(20), higherIsBetter(s.ratio("invited", "conversations"), frac(60, 100))},
		{"good_rate", whole(25), higherIsBetter(s.ratio("good_reviews", "reviews"), frac(98, 100))},
	}
}

func (s *swSheet) afterSalesAbility() []swLine {
	return []swLine{
		{"reviews", whole(5), upTo(badReviewLimit, s.badReviews)},
		{"complaints", whole(5), falling(complaintLimit, s.complaints)},
		{"teamwork", whole(5), div(s.teamwork, whole(topMark))},
	}
}

// replyShare is the share of the points for a rate of replies.
func replyShare(rate *big.Rat) *big.Rat {
	switch {
	case rate == nil:
		return nil
	case rate.Cmp(frac(995, 1000)) >= 0:
		return whole(1)
	case rate.Cmp(frac(98, 100)) >= 0:
		return frac(80, 100)
	case rate.Cmp(frac(95, 100)) >= 0:
		return frac(50, 100)
	default:
		return zero()
	}
}

func swBonusAmount() *big.Rat { return whole(1500) }

// swCoefficient is the bonus coefficient of a score.
func swCoefficient(score *big.Rat) *big.Rat {
	switch {
	case score.Cmp(whole(95)) >= 0:
		return frac(12, 10)
	case score.Cmp(whole(85)) >= 0:
		return whole(1)
	case score.Cmp(whole(75)) >= 0:
		return frac(8, 10)
	case score.Cmp(whole(60)) >= 0:
		return frac(5, 10)
	default:
		return zero()
	}
}

// The awards by place, from the first place on.
func championAmounts() []*big.Rat { return []*big.Rat{whole(1000)} }

func starAmounts() []*big.Rat { return []*big.Rat{whole(500)} }
