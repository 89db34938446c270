package twin

import "math/big"

// The figures of examples/scorecard/policy.yaml, copied by hand. A change of
// the policy has to be made here a second time, on purpose.

// lines6 are the six lines of the scorecard.
func (s *cardSheet) lines6() []cardLine {
	return []cardLine{
		{"completion", whole(30), completionShare(s.completion())},
		{"conversion", whole(20), threeSteps(s.ratio("buyers", "enquiries"), frac(45, 100), frac(40, 100), frac(35, 100))},
		{"basket", whole(20), threeSteps(s.ratio("sales", "buyers"), whole(250), whole(230), whole(210))},
		{"first_reply", whole(20), threeSteps(s.ratio("first_replied", "conversations"), frac(98, 100), frac(95, 100), frac(92, 100))},
		{"response", whole(5), speedShare(div(s.weighted, s.weight))},
		{"attendance", whole(5), lateShare(s.late)},
	}
}

// completionShare is the share of the points for a completion of the target.
func completionShare(rate *big.Rat) *big.Rat {
	if rate == nil {
		return nil
	}
	for _, step := range []struct{ atLeast, share int64 }{
		{100, 100}, {90, 85}, {80, 70}, {70, 55}, {60, 40}, {50, 25}, {40, 10},
	} {
		if rate.Cmp(frac(step.atLeast, 100)) >= 0 {
			return frac(step.share, 100)
		}
	}
	return zero()
}

// threeSteps is all, 80% or 60% of the points by three limits that are reached
// from the limit itself on, and nothing below them.
func threeSteps(actual, first, second, third *big.Rat) *big.Rat {
	switch {
	case actual == nil:
		return nil
	case actual.Cmp(first) >= 0:
		return whole(1)
	case actual.Cmp(second) >= 0:
		return frac(80, 100)
	case actual.Cmp(third) >= 0:
		return frac(60, 100)
	default:
		return zero()
	}
}

// speedShare is the share of the points for a mean response in seconds.
func speedShare(seconds *big.Rat) *big.Rat {
	switch {
	case seconds == nil:
		return nil
	case seconds.Cmp(whole(35)) <= 0:
		return whole(1)
	case seconds.Cmp(whole(45)) <= 0:
		return frac(80, 100)
	case seconds.Cmp(whole(55)) <= 0:
		return frac(60, 100)
	default:
		return zero()
	}
}

// lateShare is the share of the points for a number of attendance events.
func lateShare(events int) *big.Rat {
	switch {
	case events == 0:
		return whole(1)
	case events <= 3:
		return frac(80, 100)
	default:
		return frac(60, 100)
	}
}

// medal is the medal of a score, nil for none.
func medal(score *big.Rat) *string {
	name := ""
	switch {
	case score == nil || score.Cmp(whole(70)) < 0:
		return nil
	case score.Cmp(whole(80)) < 0:
		name = "bronze"
	case score.Cmp(whole(90)) < 0:
		name = "silver"
	default:
		name = "gold"
	}
	return &name
}

// cardPerformance is 2,000.00 in proportion to the score out of 100.
func cardPerformance(score *big.Rat) *big.Rat {
	if score == nil {
		return zero()
	}
	return roundHalfUp(mul(whole(2000), div(score, whole(100))))
}
