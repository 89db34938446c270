package twin

import "math/big"

// The figures of examples/daily-pool/policy.yaml, copied by hand. A change of
// the policy has to be made here a second time, on purpose.

// schemeStart is the day from which the fund's grace month may run.
const schemeStart = "2025-10-01"

// silentTimes is how many times an item's fine a silent colleague pays.
const silentTimes = 2

func fundOpening() *big.Rat { return whole(100) }

// charge returns the fine of an inspection item, and whether it is one.
func charge(kind string) (*big.Rat, bool) {
	switch kind {
	case "serious_error":
		return whole(10), true
	case "minor_error":
		return whole(5), true
	default:
		return nil, false
	}
}

// pointsPerYuan is what a yuan of overflow costs in points.
func pointsPerYuan() *big.Rat { return frac(1, 10) }

// fault returns the share of a day's slice that a fault of the pool costs, and
// whether the kind is one.
func fault(kind string) (*big.Rat, bool) {
	switch kind {
	case "wrong_reply":
		return frac(20, 100), true
	case "late_follow_up":
		return frac(30, 100), true
	case "order_mishandled":
		return frac(50, 100), true
	case "promise_not_kept":
		return frac(70, 100), true
	case "attitude":
		return frac(60, 100), true
	default:
		return nil, false
	}
}

func poolAmount() *big.Rat { return whole(5000) }

// slowShare is the share of the points for a rate of slow replies.
func slowShare(rate *big.Rat) *big.Rat {
	switch {
	case rate.Cmp(frac(2, 100)) <= 0:
		return whole(1)
	case rate.Cmp(frac(4, 100)) <= 0:
		return frac(80, 100)
	case rate.Cmp(frac(6, 100)) <= 0:
		return frac(50, 100)
	default:
		return zero()
	}
}

// reviewLimit is the number of bad reviews that still keeps full points.
const reviewLimit = 3

// commissionOn is the commission on sales net of returns, before rounding.
func commissionOn(net *big.Rat) *big.Rat {
	top := whole(50000)
	first := mul(smaller(net, top), frac(10, 1000))
	second := mul(larger(sub(net, top), zero()), frac(15, 1000))
	return add(first, second)
}

func bonusAmount() *big.Rat { return whole(1000) }

// coefficient is the bonus coefficient of a score.
func coefficient(score *big.Rat) *big.Rat {
	switch {
	case score.Cmp(whole(90)) >= 0:
		return frac(12, 10)
	case score.Cmp(whole(80)) >= 0:
		return whole(1)
	case score.Cmp(whole(70)) >= 0:
		return frac(8, 10)
	case score.Cmp(whole(60)) >= 0:
		return frac(5, 10)
	default:
		return zero()
	}
}

func championAward() *big.Rat { return whole(500) }
