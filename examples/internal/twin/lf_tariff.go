package twin

import "math/big"

// The figures of examples/quality/policy.yaml, copied by hand. A change of the
// policy has to be made here a second time, on purpose.

const (
	// lfFatalFrom is the occurrence of one error from which it is fatal.
	lfFatalFrom = 3
	// lfPerDay is how many chats of a day worked are to be picked.
	lfPerDay = 3
	// lfSample is the smallest sample that is scored.
	lfSample = 10
	// lfReview is the number of fatal chats from which a person has a look.
	lfReview = 3
)

func lfFullMark() *big.Rat { return whole(100) }

// lfComplaintWeight is what a chat that a complaint brought counts in the mark
// of all chats.
func lfComplaintWeight() *big.Rat { return frac(1, 2) }

func lfFatal(item string) bool {
	switch item {
	case "insult", "no_reply", "wrong_information", "no_follow_up", "faked_operation":
		return true
	default:
		return false
	}
}

// lfCost is what an error that is not fatal takes off the mark.
func lfCost(item string) (cost *big.Rat, known bool) {
	switch item {
	case "early_closing":
		return whole(5), true
	case "forbidden_phrase", "partial_answer":
		return whole(10), true
	case "impatience", "vague_answer":
		return whole(15), true
	case "shirking":
		return whole(25), true
	default:
		return nil, false
	}
}

// scheme has the lines of the score. Who has more than half as many visitors again as the
// shop's mean is not judged by speed, and a sample of fewer than ten chats is
// not scored.
func (s *lfSheet) scheme() []swLine {
	response := lowerIsBetter(div(s.weighted, s.weight), whole(25))
	if s.load.Cmp(mul(s.shopLoad, frac(150, 100))) > 0 {
		response = nil
	}
	var quality *big.Rat
	if s.chats.size >= lfSample {
		quality = div(s.chats.all.value(), lfFullMark())
	}
	return []swLine{
		{"deal_rate", whole(20), higherIsBetter(s.ratio("deals", "visitors"), frac(30, 100))},
		{"response", whole(15), response},
		{"return_rate", whole(10), gap(s.ratio("returned", "deals"), frac(5, 100))},
		{"satisfaction", whole(10), higherIsBetter(s.ratio("satisfied", "ratings"), frac(97, 100))},
		{"attendance", whole(5), lfAttendance(div(whole(s.workedDays), s.due))},
		{"qa", whole(25), quality},
		{"fatal", whole(5), upTo(0, s.chats.fatal)},
		{"transferred", whole(10), higherIsBetter(div(whole(s.chats.passed), whole(s.chats.looked)), frac(90, 100))},
	}
}

// lfAttendance is the share of the points for a rate of attendance.
func lfAttendance(rate *big.Rat) *big.Rat {
	switch {
	case rate == nil:
		return nil
	case rate.Cmp(whole(1)) >= 0:
		return whole(1)
	case rate.Cmp(frac(95, 100)) >= 0:
		return frac(80, 100)
	case rate.Cmp(frac(90, 100)) >= 0:
		return frac(50, 100)
	default:
		return zero()
	}
}

// lfQualityAmounts are the awards by place, from the first place on.
func lfQualityAmounts() []*big.Rat { return []*big.Rat{whole(500), whole(300), whole(200)} }

// comparable reports whether an agent is compared by quality: regular, at least
// four fifths of the picks made, and at least half the shop's visitors a day.
func (s *lfSheet) comparable() bool {
	coverage := div(whole(s.chats.covered), whole(lfPerDay*s.workedDays))
	return s.score != nil && s.status == "regular" && s.chats.random.value() != nil &&
		coverage.Cmp(frac(80, 100)) >= 0 && s.load.Cmp(mul(s.shopLoad, frac(50, 100))) >= 0
}
