package twin

import (
	"fmt"
	"math/big"
)

// swLine is one line of a block by the id of its clause.
type swLine struct {
	id     string
	points *big.Rat
	share  *big.Rat // nil where the line does not apply
}

// mark gives the agent a score by the scheme of the role, unless no day was
// worked.
func (s *swSheet) mark() error {
	if s.workedDays == 0 {
		return nil
	}
	var kpi, ability []swLine
	switch s.role {
	case "pre_sales":
		sales, err := s.salesShare()
		if err != nil {
			return err
		}
		kpi, ability = s.preSalesKPI(sales), s.preSalesAbility()
	case "after_sales":
		kpi, ability = s.afterSalesKPI(), s.afterSalesAbility()
	default:
		return fmt.Errorf("agent %s is %q, which has no scheme", s.agent.ID, s.role)
	}
	base, err := s.block(kpi)
	if err != nil {
		return err
	}
	if s.ability, err = s.block(ability); err != nil {
		return err
	}
	s.score = add(base, s.ability)
	return nil
}

// block writes the lines of a block and returns their sum. The lines that apply
// carry the points of those that do not.
func (s *swSheet) block(lines []swLine) (*big.Rat, error) {
	var all []indicator
	var ids []string
	for _, l := range lines {
		all = append(all, indicator{l.points, l.share})
		if l.share != nil {
			ids = append(ids, l.id)
		}
	}
	if len(ids) == 0 {
		return nil, fmt.Errorf("agent %s has a block in which nothing applies", s.agent.ID)
	}
	sum := zero()
	for i, points := range pointsOf(all) {
		s.points[ids[i]] = points
		sum = add(sum, points)
	}
	return sum, nil
}

// salesShare measures the sales against the agent's own target.
func (s *swSheet) salesShare() (*big.Rat, error) {
	target := s.agent.Values["sales_target"]
	if target == nil || !s.seen["sales"] {
		return nil, nil
	}
	if target.Sign() <= 0 {
		return nil, fmt.Errorf("agent %s has a sales target that is not above 0", s.agent.ID)
	}
	return higherIsBetter(s.sums["sales"], target), nil
}

// gap is 2 - actual / target, from 0 to 1.
func gap(actual, target *big.Rat) *big.Rat {
	if actual == nil {
		return nil
	}
	return larger(zero(), smaller(whole(1), sub(whole(2), div(actual, target))))
}

// given is a value of the month out of a mark, nil where it is not given.
func (s *swSheet) given(name string, outOf int) *big.Rat {
	v := s.agent.Values[name]
	if v == nil {
		return nil
	}
	return div(v, whole(outOf))
}

// tasks is the share of the tasks sent that were done, at most all of them.
func (s *swSheet) tasks() *big.Rat {
	done, sent := s.agent.Values["tasks_done"], s.agent.Values["tasks_sent"]
	if done == nil || sent == nil {
		return nil
	}
	return higherIsBetter(div(done, sent), whole(1))
}

// upTo is full points up to and including a limit and none above it.
func upTo(limit, n int) *big.Rat {
	if n > limit {
		return zero()
	}
	return whole(1)
}

// falling is (limit + 1 - n) / (limit + 1), down to nothing.
func falling(limit, n int) *big.Rat {
	return larger(zero(), frac(int64(limit+1-n), int64(limit+1)))
}
