package twin

import (
	"cmp"
	"fmt"
	"math/big"
	"slices"
)

// lfChats are an agent's inspected chats as they were marked.
type lfChats struct {
	all, random       lfMean
	size, fatal       int
	covered           int // random picks, at most three a day
	looked, passed    int
	errors            map[string]int // how often each error was found this month
	randomPicksOfADay map[string]int
}

// lfMean is a weighted sum of marks and the sum of the weights.
type lfMean struct{ marks, weights *big.Rat }

func (m *lfMean) take(mark, weight *big.Rat) {
	m.marks, m.weights = add(m.marks, mul(mark, weight)), add(m.weights, weight)
}

// value is nil where there is no chat to go by.
func (m *lfMean) value() *big.Rat { return div(m.marks, m.weights) }

// inspect marks the chats of an agent in the order of their days, those of a
// day by id, since the third of the same error is fatal.
func (s *lfSheet) inspect(c calendar, all []Chat) error {
	var own []Chat
	for _, ch := range all {
		if ch.Agent == s.agent.ID {
			own = append(own, ch)
		}
	}
	slices.SortFunc(own, func(a, b Chat) int { return cmp.Or(cmp.Compare(a.Date, b.Date), cmp.Compare(a.ID, b.ID)) })
	s.chats = lfChats{
		all: lfMean{zero(), zero()}, random: lfMean{zero(), zero()},
		errors: map[string]int{}, randomPicksOfADay: map[string]int{},
	}
	for _, ch := range own {
		if !s.inService(c, ch.Date) {
			return fmt.Errorf("chat %s of %s: agent %s was not in service", ch.ID, ch.Date, ch.Agent)
		}
		if err := s.chats.take(ch); err != nil {
			return err
		}
	}
	for day, attendance := range s.attendance {
		if attendance == worked {
			s.chats.covered += min(lfPerDay, s.chats.randomPicksOfADay[c.date(day)])
		}
	}
	return nil
}

func (x *lfChats) take(ch Chat) error {
	mark, fatal, err := x.mark(ch)
	if err != nil {
		return err
	}
	switch ch.Source {
	case "random":
		x.random.take(mark, whole(1))
		x.all.take(mark, whole(1))
		x.randomPicksOfADay[ch.Date]++
	case "complaint":
		x.all.take(mark, lfComplaintWeight())
	default:
		return fmt.Errorf("chat %s comes from %q, which this shop does not know", ch.ID, ch.Source)
	}
	x.size++
	if fatal {
		x.fatal++
	}
	if ch.Transferred != nil {
		x.looked++
		if *ch.Transferred {
			x.passed++
		}
	}
	return nil
}

// mark is the full mark less what the errors cost, or nothing where one of them
// is fatal: by itself, or found for the third time in the month or later.
func (x *lfChats) mark(ch Chat) (mark *big.Rat, fatal bool, err error) {
	mark = lfFullMark()
	for _, item := range ch.Items {
		if lfFatal(item) {
			fatal = true
			continue
		}
		cost, known := lfCost(item)
		if !known {
			return nil, false, fmt.Errorf("chat %s has the error %q, which this shop does not know", ch.ID, item)
		}
		x.errors[item]++
		fatal = fatal || x.errors[item] >= lfFatalFrom
		mark = sub(mark, cost)
	}
	if fatal {
		return zero(), true, nil
	}
	return larger(zero(), mark), false, nil
}
