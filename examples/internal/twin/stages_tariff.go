package twin

import "math/big"

// The figures of the three policies below examples/stages, copied by hand. A
// change of a policy has to be made here a second time, on purpose.

// stageLines are the lines of the score, the same at each stage.
func (s *stageSheet) stageLines(target *big.Rat) []indicator {
	return []indicator{
		{whole(40), higherIsBetter(s.sums["sales"], target)},
		{whole(25), higherIsBetter(s.ratio("buyers", "enquiries"), frac(45, 100))},
		{whole(15), gap(div(s.weighted, s.weight), whole(30))},
		{whole(20), higherIsBetter(s.ratio("satisfied", "ratings"), frac(95, 100))},
	}
}

// stageCommission is the commission on sales net of returns, before rounding:
// 1.5% up to 60,000 and 2.5% on what is above.
func stageCommission(net *big.Rat) *big.Rat {
	top := whole(60000)
	return add(
		mul(smaller(net, top), frac(15, 1000)),
		mul(larger(sub(net, top), zero()), frac(25, 1000)))
}

func growthAmount() *big.Rat { return whole(3000) }

func matureAmount() *big.Rat { return whole(2400) }

// projectMark is the least mark of a project that has an award.
func projectMark() *big.Rat { return whole(80) }

// projectAwards are the awards by the metric with the project's mark.
func projectAwards() map[string]*big.Rat {
	return map[string]*big.Rat{"campaign": whole(800), "handbook": whole(400)}
}
