package twin

import (
	"fmt"
	"math/big"
)

// ytStair is a limit and what is given from it on.
type ytStair struct{ limit, gives *big.Rat }

// ytAtLeast gives what the first stair gives whose limit is reached, nil where
// nothing was measured.
func ytAtLeast(actual, otherwise *big.Rat, stairs ...ytStair) *big.Rat {
	if actual == nil {
		return nil
	}
	for _, s := range stairs {
		if actual.Cmp(s.limit) >= 0 {
			return s.gives
		}
	}
	return otherwise
}

// ytAtMost gives what the first stair gives whose limit is not exceeded.
func ytAtMost(actual, otherwise *big.Rat, stairs ...ytStair) *big.Rat {
	if actual == nil {
		return nil
	}
	for _, s := range stairs {
		if actual.Cmp(s.limit) <= 0 {
			return s.gives
		}
	}
	return otherwise
}

func (s *ytSheet) response() *big.Rat { return div(s.weighted, s.weight) }

// exam is the share of the full mark, nil for who did not sit it.
func (s *ytSheet) exam() *big.Rat {
	v := s.agent.Values["exam"]
	if v == nil {
		return nil
	}
	return div(v, whole(100))
}

// rostered are the days in service that are not rest by the roster.
func (s *ytSheet) rostered() int {
	n := 0
	for _, kind := range s.attendance {
		if kind != rest {
			n++
		}
	}
	return n
}

// spot is the share of the full mark that the checked chats of one source have
// on average, nil where there is none.
func (s *ytSheet) spot(source string) *big.Rat {
	marks, chats := 0, 0
	for _, chat := range s.chats {
		if chat.Source != source {
			continue
		}
		mark := ytMark
		for _, item := range chat.Items {
			cost, _ := ytCost(item)
			mark = max(0, mark-cost)
		}
		marks, chats = marks+mark, chats+1
	}
	return div(whole(marks), whole(chats*ytMark))
}

// mark gives the agent a score by the scheme of the status, unless no day was
// worked.
func (s *ytSheet) mark() error {
	if s.workedDays == 0 {
		return nil
	}
	var blocks [][]swLine
	switch s.status {
	case "regular":
		blocks = s.regular()
	case "probation":
		blocks = s.probation()
	default:
		return fmt.Errorf("agent %s is %q, which has no scheme", s.agent.ID, s.status)
	}
	s.score = zero()
	for _, lines := range blocks {
		if err := s.block(lines); err != nil {
			return err
		}
	}
	s.points["praise"] = mul(ytNamedPoints(), whole(s.counted["praise"]))
	s.points["blame"] = mul(ytNamedPoints(), whole(-s.counted["blame"]))
	s.score = larger(zero(), add(add(s.score, s.points["praise"]), s.points["blame"]))
	if s.counted["shirking"] > 0 {
		s.score = zero()
	}
	return nil
}

// block writes the lines of a block and adds them to the score. The lines that
// apply carry the points of those that do not.
func (s *ytSheet) block(lines []swLine) error {
	var all []indicator
	var ids []string
	for _, l := range lines {
		all = append(all, indicator{l.points, l.share})
		if l.share != nil {
			ids = append(ids, l.id)
		}
	}
	if len(ids) == 0 {
		return fmt.Errorf("agent %s has a block in which nothing applies", s.agent.ID)
	}
	for i, points := range pointsOf(all) {
		s.points[ids[i]] = points
		s.score = add(s.score, points)
	}
	return nil
}

// redLines are the ids of the red lines that were crossed, in their order.
func (s *ytSheet) redLines() []string {
	var ids []string
	if s.counted["shirking"] > 0 {
		ids = append(ids, "shirking")
	}
	if s.counted["promise_broken"] > 0 {
		ids = append(ids, "promise")
	}
	return ids
}
