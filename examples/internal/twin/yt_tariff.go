package twin

import "math/big"

// The figures of examples/rank-points/policy.yaml, copied by hand. A change of
// the policy has to be made here a second time, on purpose.

// ytMark is the full mark of a chat that was spot-checked.
const ytMark = 100

// ytCost returns what an error takes off a chat's mark, and whether it is known.
func ytCost(item string) (int, bool) {
	switch item {
	case "shirking", "promise_broken":
		return ytMark, true
	case "wrong_plan":
		return 40, true
	case "vague_answer":
		return 20, true
	case "slow_reply":
		return 10, true
	case "no_farewell":
		return 5, true
	default:
		return 0, false
	}
}

// ytPlaceShare is the share of the points for a place in sales or in orders.
func ytPlaceShare(place int) *big.Rat {
	switch place {
	case 1:
		return whole(1)
	case 2:
		return frac(90, 100)
	case 3:
		return frac(80, 100)
	default:
		return frac(60, 100)
	}
}

// regular are the blocks of the scheme of regular agents.
func (s *ytSheet) regular() [][]swLine {
	return [][]swLine{
		{
			{"conversion", whole(15), higherIsBetter(s.ratio("buyers", "enquiries"), frac(34, 100))},
			{"sales", whole(20), ytPlaceShare(s.salesPlace)},
			{"orders", whole(15), ytPlaceShare(s.ordersPlace)},
			{"response", whole(10), lowerIsBetter(s.response(), whole(30))},
		},
		{
			{"satisfaction", whole(10), higherIsBetter(s.ratio("satisfied", "invited"), frac(60, 100))},
			{"exam", whole(8), s.exam()},
			{"attendance", whole(7), higherIsBetter(frac(int64(s.workedDays), int64(s.rostered())), whole(1))},
		},
		{
			{"dsr", whole(8), ytAtLeast(
				s.team.ratio("stars", "ratings"), frac(30, 100),
				ytStair{frac(49, 10), whole(1)}, ytStair{frac(48, 10), frac(80, 100)}, ytStair{frac(47, 10), frac(60, 100)},
			)},
			{"daily_work", whole(7), higherIsBetter(s.team.ratio("tasks_done", "tasks_due"), frac(95, 100))},
		},
	}
}

// probation are the blocks of the scheme of agents on probation.
func (s *ytSheet) probation() [][]swLine {
	return [][]swLine{
		{
			{"satisfaction", whole(40), ytAtLeast(
				s.ratio("satisfied", "invited"), zero(),
				ytStair{frac(60, 100), whole(1)}, ytStair{frac(50, 100), frac(70, 100)}, ytStair{frac(40, 100), frac(40, 100)},
			)},
		},
		{
			{"response", whole(15), ytAtMost(
				s.response(), zero(), ytStair{whole(30), whole(1)}, ytStair{whole(45), frac(60, 100)},
			)},
			{"daily_work", whole(15), ytAtLeast(
				s.ratio("tasks_done", "tasks_due"), zero(), ytStair{frac(95, 100), whole(1)}, ytStair{frac(85, 100), frac(60, 100)},
			)},
			{"exam", whole(10), s.exam()},
			{"spot_satisfied", whole(8), s.spot("satisfied")},
			{"spot_dissatisfied", whole(12), s.spot("dissatisfied")},
		},
	}
}

// ytNamedPoints are what one praise gives and one blame takes.
func ytNamedPoints() *big.Rat { return whole(2) }

// ytPerformanceAmount is what a score of 100 pays.
func ytPerformanceAmount() *big.Rat { return whole(2000) }

// ytCommissionRate is the rate on own sales that a score brings.
func ytCommissionRate(score *big.Rat) *big.Rat {
	return ytAtLeast(
		score, frac(5, 1000),
		ytStair{whole(90), frac(12, 1000)}, ytStair{whole(80), frac(10, 1000)}, ytStair{whole(60), frac(8, 1000)},
	)
}
