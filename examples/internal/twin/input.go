package twin

import "math/big"

// Month is what happened in one calendar month.
type Month struct {
	// Period is the month as 2026-06.
	Period     string
	Agents     []Agent
	Events     []Event
	Ballots    []Ballot
	Exclusions []Exclusion
	// Decisions are what people decided on what earlier months proposed.
	Decisions []Decision
	// Chats are the inspected chats.
	Chats []Chat
}

// counting returns the events that count: upheld and not excluded.
func (m Month) counting() []Event {
	dropped := map[string]bool{}
	for _, e := range m.Exclusions {
		dropped[e.Event] = true
	}
	var list []Event
	for _, e := range m.Events {
		if textOr(e.Status, "upheld") == "upheld" && !dropped[e.ID] {
			list = append(list, e)
		}
	}
	return list
}

// excluded returns what is taken out of an agent's rows.
func (m Month) excluded(agent string) []Exclusion {
	var list []Exclusion
	for _, e := range m.Exclusions {
		if e.Event == "" && e.Agent == agent {
			list = append(list, e)
		}
	}
	return list
}

// Agent is one agent with the daily rows.
type Agent struct {
	ID, Role, Level, Status string
	Team                    string
	// Hired and Left are the first and last day of service; empty means
	// before and after the month.
	Hired, Left string
	// Regular is the day of regularisation; empty means unknown.
	Regular     string
	Memberships []Membership
	Leave       []Leave
	// Protected are the spans in which the law protects the agent.
	Protected []Span
	// Values are the figures given for the month, such as base_wage.
	Values map[string]*big.Rat
	Days   []Day
}

// Membership replaces role, team and status from a day on; an empty field
// leaves what was.
type Membership struct{ From, Role, Team, Status string }

// Leave is a span of days, both inclusive, that applies where no daily row
// states an attendance.
type Leave struct{ From, Until, Kind string }

// Span is a span of days, both inclusive; an empty day leaves it open.
type Span struct{ From, Until string }

// Decision is what a person decided on a proposal of an earlier month.
type Decision struct{ Agent, Clause, Outcome, Who, Date string }

// Day is one daily row; cells that are not in Values are empty.
type Day struct {
	Date, Attendance string
	Values           map[string]*big.Rat
}

// Event is one fault, error or bad review.
type Event struct {
	ID, Agent, Kind, Date, Status string
	// Silent are the colleagues who saw it and kept silent.
	Silent []string
	// Amount and Order are what a promise is about; empty for other events.
	Amount, Order string
}

// Ballot is one vote on an agent or on an event.
type Ballot struct {
	Topic, Agent, Event, Voter, Role string
	// Score is the mark, or 1 for and 0 against.
	Score *big.Rat
}

// Exclusion takes something out of the month: an event; a daily row; or, with
// Subtract, amounts off a row (with Date) or off the month (without).
type Exclusion struct {
	Event, Agent, Date string
	Subtract           map[string]*big.Rat
}
