package twin

import (
	"cmp"
	"fmt"
	"math/big"
	"slices"
)

// ytSheet is one agent's month in shop YT as it is worked out, from the top
// down.
type ytSheet struct {
	*record
	team  *ytTeam
	chats []Chat
	// counted are the events that count, by kind.
	counted map[string]int

	// points are the lines of the scheme by id, rounded; a line that does not
	// apply is not there.
	points map[string]*big.Rat
	score  *big.Rat // nil: no score

	scorePlace, salesPlace, ordersPlace, pkPlace int // 0: no place
}

// ytTeam is what the agents of a team have together.
type ytTeam struct {
	sums          map[string]*big.Rat
	chats, errors int
}

func (t *ytTeam) ratio(top, bottom string) *big.Rat { return div(t.sums[top], t.sums[bottom]) }

// CloseYT computes the month of shop YT. It returns an error if the facts lack
// something it needs or name somebody or something unknown.
func CloseYT(m Month) (Result, error) {
	sheets, err := workYT(m)
	if err != nil {
		return Result{}, err
	}
	r := Result{Month: m.Period}
	for _, s := range sheets {
		slip := s.slipOf(s.score, map[string]int{
			"by_score": s.scorePlace, "by_sales": s.salesPlace, "by_orders": s.ordersPlace, "pk": s.pkPlace,
		})
		slip.RedLines = s.redLines()
		slip.Review = len(slip.RedLines) > 0
		r.Slips = append(r.Slips, slip)
	}
	return r, nil
}

// workYT fills the agents' sheets from top to bottom.
func workYT(m Month) ([]*ytSheet, error) {
	c, err := newCalendar(m.Period)
	if err != nil {
		return nil, err
	}
	var sheets []*ytSheet
	for _, a := range m.Agents {
		s, err := newYTSheet(c, a, m.excluded(a.ID))
		if err != nil {
			return nil, err
		}
		sheets = append(sheets, s)
	}
	slices.SortFunc(sheets, func(a, b *ytSheet) int { return cmp.Compare(a.agent.ID, b.agent.ID) })
	if err := countYT(c, m, sheets); err != nil {
		return nil, err
	}
	gatherTeamsYT(c, sheets)
	placeYT(sheets)
	for _, s := range sheets {
		if err := s.mark(); err != nil {
			return nil, err
		}
	}
	placeScoresYT(sheets)
	for _, s := range sheets {
		if err := s.pay(c); err != nil {
			return nil, err
		}
	}
	return sheets, nil
}

// newYTSheet opens the sheet and adds up its days.
func newYTSheet(c calendar, a Agent, excluded []Exclusion) (*ytSheet, error) {
	r, err := newRecord(c, a)
	if err != nil {
		return nil, err
	}
	if err := r.total(excluded, []string{
		"conversations", "enquiries", "buyers", "sales", "orders", "invited", "satisfied", "stars", "ratings",
		"tasks_done", "tasks_due",
	}); err != nil {
		return nil, err
	}
	s := &ytSheet{record: r, counted: map[string]int{}, points: map[string]*big.Rat{}}
	return s, s.complete("conversations", "response", "invited", "satisfied", "sales", "orders")
}

// countYT gives each agent the events that count and the chats that were
// checked.
func countYT(c calendar, m Month, sheets []*ytSheet) error {
	of := func(what, agent, date string) (*ytSheet, error) {
		i := slices.IndexFunc(sheets, func(s *ytSheet) bool { return s.agent.ID == agent })
		if i < 0 {
			return nil, fmt.Errorf("%s names agent %s, who is not in the roster", what, agent)
		}
		if !sheets[i].inService(c, date) {
			return nil, fmt.Errorf("%s of %s: agent %s was not in service", what, date, agent)
		}
		return sheets[i], nil
	}
	for _, e := range m.counting() {
		s, err := of("event "+e.ID, e.Agent, e.Date)
		if err != nil {
			return err
		}
		switch e.Kind {
		case "praise", "blame", "shirking", "promise_broken":
			s.counted[e.Kind]++
		default:
			return fmt.Errorf("event %s is of kind %s, which this shop does not know", e.ID, e.Kind)
		}
	}
	for _, chat := range m.Chats {
		s, err := of("chat "+chat.ID, chat.Agent, chat.Date)
		if err != nil {
			return err
		}
		for _, item := range chat.Items {
			if _, ok := ytCost(item); !ok {
				return fmt.Errorf("chat %s has the error %s, which this shop does not know", chat.ID, item)
			}
		}
		s.chats = append(s.chats, chat)
	}
	return nil
}

// gatherTeamsYT adds up what the agents of each team have together. An agent is
// of the team in force on the last day of service, with the whole month.
func gatherTeamsYT(c calendar, sheets []*ytSheet) {
	teams := map[string]*ytTeam{}
	for _, s := range sheets {
		name := s.agent.Team
		for _, m := range s.agent.Memberships {
			if m.From <= c.date(s.last) {
				name = textOr(m.Team, name)
			}
		}
		t := teams[name]
		if t == nil {
			t = &ytTeam{sums: map[string]*big.Rat{}}
			for _, metric := range []string{"stars", "ratings", "tasks_done", "tasks_due"} {
				t.sums[metric] = zero()
			}
			teams[name] = t
		}
		s.team = t
		for metric := range t.sums {
			t.sums[metric] = add(t.sums[metric], s.sums[metric])
		}
		for _, chat := range s.chats {
			t.chats++
			t.errors += len(chat.Items)
		}
	}
}
