package twin

import "math/big"

// The figures of examples/ladder/policy.yaml, copied by hand. A change of the
// policy has to be made here a second time, on purpose.

// The fewest votes of a panel and the top mark of a soft item.
const (
	tmQuorum  = 2
	tmTopMark = 5
)

func (s *tmSheet) tmPreSales() []swLine {
	var sales *big.Rat
	if s.target != nil && s.seen["sales"] {
		sales = higherIsBetter(s.sums["sales"], s.target)
	}
	return []swLine{
		{"response", whole(20), lowerIsBetter(div(s.weighted, s.weight), whole(30))},
		{"conversion", whole(30), higherIsBetter(s.conversion, frac(45, 100))},
		{"sales", whole(40), sales},
	}
}

func (s *tmSheet) tmAfterSales() []swLine {
	return []swLine{
		{"response", whole(20), lowerIsBetter(div(s.weighted, s.weight), whole(45))},
		{"disputes", whole(25), disputeShare(s.ratio("disputes", "refunds"))},
		{"complaints", whole(25), takenOff(25, 5, s.counts["customer_complaint"])},
		{"dsr", whole(20), dsrShare(s.agent.Values["dsr"])},
	}
}

// takenOff is the share that is left of some points when each of n things takes
// some off, down to nothing.
func takenOff(points, each int64, n int) *big.Rat {
	left := max(0, points-each*int64(n))
	return frac(left, points)
}

// disputeShare is the share of the points for a rate of refund disputes.
func disputeShare(rate *big.Rat) *big.Rat {
	switch {
	case rate == nil:
		return nil
	case rate.Cmp(frac(1, 100)) <= 0:
		return whole(1)
	case rate.Cmp(frac(2, 100)) <= 0:
		return frac(80, 100)
	case rate.Cmp(frac(4, 100)) <= 0:
		return frac(50, 100)
	default:
		return zero()
	}
}

// dsrShare is the share of the points for a DSR.
func dsrShare(dsr *big.Rat) *big.Rat {
	switch {
	case dsr == nil:
		return nil
	case dsr.Cmp(frac(49, 10)) >= 0:
		return whole(1)
	case dsr.Cmp(frac(48, 10)) >= 0:
		return frac(80, 100)
	case dsr.Cmp(frac(47, 10)) >= 0:
		return frac(50, 100)
	default:
		return zero()
	}
}

// tmPerformance is what a score pays, before rounding.
func tmPerformance(score *big.Rat) *big.Rat { return mul(whole(2000), div(score, whole(100))) }

// tmCommission is the commission on sales, before rounding.
func tmCommission(sales *big.Rat) *big.Rat {
	top := whole(200000)
	first := mul(smaller(sales, top), frac(5, 1000))
	return add(first, mul(larger(sub(sales, top), zero()), frac(8, 1000)))
}

func tmProject() *big.Rat { return whole(300) }

// examAward is 100 for the first, alone or not, and 50 for the others, from 80
// points on.
func (s *tmSheet) examAward() *big.Rat {
	switch {
	case s.exam == nil || s.exam.Cmp(whole(80)) < 0:
		return zero()
	case s.examPlace == 1:
		return whole(100)
	default:
		return whole(50)
	}
}

// typingAward wants an accuracy of 90 percent whatever the speed.
func (s *tmSheet) typingAward() *big.Rat {
	switch {
	case s.speed == nil || s.accuracy == nil || s.accuracy.Cmp(whole(90)) < 0:
		return zero()
	case s.speed.Cmp(whole(100)) >= 0:
		return whole(100)
	case s.speed.Cmp(whole(80)) >= 0:
		return whole(50)
	default:
		return zero()
	}
}

// itemsAward is for sales of at least 60% of the target: 300 for a first with
// more than 1.9, 200 for everybody else who is placed and has at least 1.9.
func (s *tmSheet) itemsAward() *big.Rat {
	if s.target == nil || s.itemsPlace == 0 || s.sums["sales"].Cmp(mul(s.target, frac(60, 100))) < 0 {
		return zero()
	}
	switch limit := s.perCustomer.Cmp(frac(19, 10)); {
	case limit > 0 && s.itemsPlace == 1:
		return whole(300)
	case limit >= 0:
		return whole(200)
	default:
		return zero()
	}
}

// summaryAward is for an own summary with the talk passed and a mark of 80.
func (s *tmSheet) summaryAward() *big.Rat {
	if s.counts["summary_submitted"] == 0 || s.counts["not_own_work"] > 0 || s.counts["trial_talk_passed"] == 0 {
		return zero()
	}
	if s.committee == nil || s.committee.Cmp(whole(80)) < 0 {
		return zero()
	}
	return whole(100)
}

// overTarget is 100 for each whole tenth of the target beyond it.
func (s *tmSheet) overTarget() *big.Rat {
	if s.target == nil || s.target.Sign() == 0 || !s.seen["sales"] {
		return zero()
	}
	steps := div(mul(sub(s.sums["sales"], s.target), whole(10)), s.target)
	if steps.Sign() <= 0 {
		return zero()
	}
	n := new(big.Int).Quo(steps.Num(), steps.Denom())
	return mul(whole(100), new(big.Rat).SetInt(n))
}

// belowMean reports items per customer below the shop's mean.
func (s *tmSheet) belowMean() bool {
	return s.perCustomer != nil && s.mallPerCustomer != nil && s.perCustomer.Cmp(s.mallPerCustomer) < 0
}

func productStudy() Text {
	return Text{ZH: "30分钟产品学习", EN: "30 minutes of product study"}
}

func typingPractice() Text {
	return Text{ZH: "每天下班后练习打字30分钟", EN: "30 minutes of typing practice a day after work"}
}

// The law: at most a fifth of the wage is deducted, and the minimum wage of the
// sample city in 2026 is left.
func deductionCeiling() *big.Rat { return frac(20, 100) }

func minimumWage() *big.Rat { return whole(2490) }
