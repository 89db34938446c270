package rank

import (
	"github.com/shopspring/decimal"

	"github.com/cspay/cspay/scoring/facts"
)

// Book is what closed months left behind: who was what, and what rules look
// back on. The caller keeps it; nothing here writes to it.
type Book interface {
	// First returns the earliest month of the book, zero when it is empty.
	First() facts.Period
	// Record returns an agent's month; ok is false when the agent has none.
	Record(month facts.Period, agent string) (r Record, ok bool)
	// Latest returns an agent's latest record before a month.
	Latest(before facts.Period, agent string) (month facts.Period, r Record, ok bool)
	// Ranked returns the ids of who had a place in a ranking in a month, in
	// byte order: those of one group where the ranking is held within groups.
	Ranked(month facts.Period, ranking, group string) []string
}

// Record is what a month of an agent left for later ones. The zero Record is
// that of a month of which nothing is known.
type Record struct {
	// Level is the level that was in force.
	Level string
	// Marks are what the month was to each streak.
	Marks []Mark
	// Plans are the improvement plans that were open or ended in the month.
	Plans []PlanState
	// Proposals are those that nobody had decided by the end of the month.
	Proposals []Proposal
	// Clock is the first month that counts toward a promotion; zero where
	// every month does.
	Clock facts.Period
	// Groups are the groups in which the agent was ranked, by ranking, of the
	// rankings that are held within one.
	Groups map[string]string
}

// mark finds the month's mark under a streak.
func (r *Record) mark(streak string) (m Mark, ok bool) {
	for i := range r.Marks {
		if r.Marks[i].Streak == streak {
			return r.Marks[i], true
		}
	}
	return Mark{}, false
}

// Mark is what a month was to a streak. It holds what was found and not what
// follows from it, so that a policy that reads gaps differently later reads
// closed months anew.
type Mark struct {
	// Streak is the streak's id.
	Streak string `key:"streak,required"`
	// Held tells that the streak's condition held, Case which of its cases,
	// from 1.
	Held bool `key:"held"`
	Case int  `key:"case"`
	// Status says why there was little to judge, if so.
	Status MonthStatus `key:"status"`
	// Unranked tells that the condition did not hold, and that the agent had
	// no place in a ranking that it names.
	Unranked bool `key:"unranked"`
	// Seen are the values that the condition looked at, where it held.
	Seen []Seen `key:"seen"`
}

// Seen is one value that a condition looked at.
type Seen struct {
	// Name is the id of a metric, a figure or a ranking.
	Name string `key:"name,required"`
	// Value is the value, or the place in a ranking, rounded to six decimals.
	Value decimal.Decimal `key:"value,required"`
	// Of is how many were ranked, Tied how many of them at this place; both
	// are 0 for a metric.
	Of   int `key:"of"`
	Tied int `key:"tied"`
}

// MonthStatus says why a month says little about an agent.
type MonthStatus string

// The statuses of a month. The empty one is a month like any other.
const (
	OnLeave     MonthStatus = "leave"     // no day was worked
	OnProbation MonthStatus = "probation" // in the trial period
)

// Words returns the known statuses.
func (MonthStatus) Words() []string { return []string{"leave", "probation"} }

// Gap says what a month with little to judge does to a streak.
type Gap string

// What such a month does. The empty Gap is Breaks.
const (
	Breaks Gap = "breaks" // the streak ends before it
	Pauses Gap = "pauses" // it is passed over
	Counts Gap = "counts" // it is judged like any other; with nothing to judge, it is a month of the streak
)

// Words returns what a month can do to a streak.
func (Gap) Words() []string { return []string{"breaks", "pauses", "counts"} }
