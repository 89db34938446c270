package twin

import (
	"fmt"
	"math/big"
)

// attributable reports whether more voters found the agent at fault than did
// not; an even vote is in the agent's favour.
func attributable(event string, ballots []Ballot) (bool, error) {
	votes, guilty, innocent := 0, 0, 0
	for _, b := range ballots {
		if b.Topic != "attribution" || b.Event != event {
			continue
		}
		votes++
		switch {
		case b.Score.Cmp(whole(1)) == 0:
			guilty++
		case b.Score.Sign() == 0:
			innocent++
		default:
			return false, fmt.Errorf("event %s has a vote that is neither 1 nor 0", event)
		}
	}
	if votes < attributionQuorum {
		return false, fmt.Errorf("event %s has %d votes, fewer than %d", event, votes, attributionQuorum)
	}
	return guilty > innocent, nil
}

// vote takes the mean of the votes that were cast on the agent's teamwork. Who
// worked no day needs none.
func (s *swSheet) vote(ballots []Ballot) error {
	if s.workedDays == 0 {
		return nil
	}
	var marks []*big.Rat
	for _, b := range ballots {
		if b.Topic == "teamwork" && b.Agent == s.agent.ID {
			marks = append(marks, b.Score)
		}
	}
	if len(marks) < teamworkQuorum {
		return fmt.Errorf("agent %s has %d votes, fewer than %d", s.agent.ID, len(marks), teamworkQuorum)
	}
	sum := zero()
	for _, m := range marks {
		sum = add(sum, m)
	}
	s.teamwork = div(sum, whole(len(marks)))
	return nil
}
