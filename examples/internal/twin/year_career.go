package twin

import (
	"fmt"
	"math/big"
	"slices"
	"time"
)

// career is where an agent stands between two months.
type career struct {
	level string
	// clock is the first month that counts toward a promotion; empty for all.
	clock string
	// runs are the months of the streaks that go on, by streak.
	runs map[string][]string
	open []proposal
	plan *YearPlan
	// extended is how often the plan runs a month longer.
	extended int
	// owed is what the months so far could not take.
	owed *big.Rat
}

// proposal is what nobody has decided yet: a move, or rules that hold.
type proposal struct {
	clause, reason, from, to string
	rules                    []ruleHeld
}

// ruleHeld is a rule with the months that it rests on.
type ruleHeld struct {
	id     string
	months []string
}

func newCareer(level string) *career {
	return &career{level: textOr(level, tmLevels()[0]), runs: map[string][]string{}, owed: zero()}
}

// later is the month some months after another.
func later(period string, n int) string {
	start, err := time.Parse("2006-01", period)
	if err != nil {
		return ""
	}
	return start.AddDate(0, n, 0).Format("2006-01")
}

// decide takes the open proposals into a month: those that somebody decided
// become effective or are turned down, the others stay open. A move that takes
// effect begins the months toward the next promotion anew.
func decide(m Month, careers map[string]*career, out *YearMonth) error {
	used := 0
	for _, a := range m.Agents {
		c := careers[a.ID]
		var open []proposal
		for _, p := range c.open {
			state := "open"
			for _, d := range m.Decisions {
				if d.Agent == a.ID && d.Clause == p.clause {
					used++
					state = map[string]string{"accepted": "effective", "rejected": "rejected"}[d.Outcome]
				}
			}
			switch {
			case state == "open":
				open = append(open, p)
			case state == "effective" && p.to != "":
				c.level, c.clock = p.to, m.Period
			}
			out.show(a.ID, p, state)
		}
		c.open = open
	}
	if used != len(m.Decisions) {
		return fmt.Errorf("%d of %d decisions are about nothing that is open", len(m.Decisions)-used, len(m.Decisions))
	}
	return nil
}

// show writes a proposal, which is a move if it leads to a level.
func (y *YearMonth) show(agent string, p proposal, state string) {
	if p.to != "" {
		y.Moves = append(y.Moves, YearMove{agent, p.from, p.to, p.reason, state, p.clause})
		return
	}
	for _, r := range p.rules {
		y.Candidates = append(y.Candidates, YearCandidate{agent, r.id, r.months, state, p.clause})
	}
}

// propose puts something before a person, unless it lies there already.
func (c *career) propose(agent string, p proposal, out *YearMonth) {
	if slices.ContainsFunc(c.open, func(o proposal) bool { return o.clause == p.clause }) {
		return
	}
	c.open = append(c.open, p)
	out.show(agent, p, "proposed")
}

// streaks adds a month to the streaks that go on and ends the others. A month
// without the agent ends all of them.
func (c *career) streaks(period string, month map[string]kept) {
	for id, on := range month {
		run := c.runs[id]
		if len(run) > 0 && later(run[len(run)-1], 1) != period {
			run = nil
		}
		if on {
			run = append(slices.Clone(run), period)
		} else {
			run = nil
		}
		c.runs[id] = run
	}
}

// hit reports whether a streak reaches its length, or a multiple of it, in a
// month.
func (c *career) hit(period, id string) bool {
	run := c.runs[id]
	return len(run) > 0 && run[len(run)-1] == period && len(run)%streakLength(id) == 0
}

// evidence are the months of a streak that is reached.
func (c *career) evidence(id string) []string {
	run := c.runs[id]
	return run[len(run)-streakLength(id):]
}

// move proposes a step down for exams missed or failed, which on the lowest
// level makes the months toward a promotion begin anew, and in a window a step
// up for a clean record.
func (c *career) move(period string, s *tmSheet, out *YearMonth) {
	levels := tmLevels()
	at := slices.Index(levels, c.level)
	if s.examHit {
		if at > 0 {
			c.propose(s.agent.ID, proposal{demotionClause, "exam", c.level, levels[at-1], nil}, out)
		} else {
			c.clock = later(period, 1)
		}
	}
	if !promotionWindow(period) || at == len(levels)-1 {
		return
	}
	months := 0
	for _, month := range c.runs[clean] {
		if month >= c.clock {
			months++
		}
	}
	if months >= cleanMonths {
		c.propose(s.agent.ID, proposal{promotionClause, "promotion", c.level, levels[at+1], nil}, out)
	}
}
