package facts

import "github.com/shopspring/decimal"

// Month is what happened in one calendar month. The zero value is an empty
// month without a period, which no policy closes.
type Month struct {
	Period     Period      `key:"month,required"`
	Agents     []Agent     `key:"agents"`
	Events     []Event     `key:"events"`
	Ballots    []Ballot    `key:"ballots"`
	Exclusions []Exclusion `key:"exclusions"`
	// Chats are the inspected chats.
	Chats []Chat `key:"chats"`
	// Decisions are what people decided on proposals of earlier months.
	Decisions []Decision `key:"decisions"`
	// Published are the days on which the values of metrics were published as
	// targets, by metric id.
	Published map[string]Date `key:"published"`
	// Origin is where a reader found the facts; nil for literals.
	Origin Origin
}

// Agent is one customer-service agent of the month.
type Agent struct {
	ID     string `key:"id,required" validate:"required,max=64"`
	Name   string `key:"name" validate:"max=128"`
	Role   string `key:"role" validate:"max=64"`
	Team   string `key:"team" validate:"max=64"`
	Shop   string `key:"shop" validate:"max=64"`
	Level  string `key:"level" validate:"max=64"`
	Status Status `key:"status"` // the employment status; regular when left out
	// Hired is the first day of service; not given means before the month.
	Hired Date `key:"hired"`
	// Regular is the day of regularisation (转正); not given means unknown.
	Regular Date `key:"regular"`
	// Left is the last day of service, inclusive; not given means still here.
	Left Date `key:"left"`
	// Memberships replace role, team, shop, level and status from a day on.
	Memberships []Membership `key:"memberships"`
	Leave       []Leave      `key:"leave"`
	// Protected are the spans in which the law protects the agent from
	// elimination. No ground is stored.
	Protected []Span `key:"protected,list"`
	// Values are the month's metrics that are given, not derived, by metric id.
	Values map[string]decimal.Decimal `key:"values,values"`
	// Days are the daily rows, at most one a date, in any order.
	Days []Day `key:"days"`
}

// Membership states where an agent belongs from a day on. An empty field
// leaves the attribute as it was.
type Membership struct {
	From   Date   `key:"from,required"`
	Role   string `key:"role" validate:"max=64"`
	Team   string `key:"team" validate:"max=64"`
	Shop   string `key:"shop" validate:"max=64"`
	Level  string `key:"level" validate:"max=64"`
	Status Status `key:"status"`
}

// Leave is a span of days, both inclusive, for days that have no daily row or
// whose row does not state an attendance.
type Leave struct {
	From  Date       `key:"from,required"`
	Until Date       `key:"until,required"`
	Kind  Attendance `key:"kind,required"` // how the days count: paid_leave, unpaid_leave or absent
}

// Span is a span of days, both inclusive.
type Span struct {
	// From is the first day; open when left out.
	From Date `key:"from"`
	// Until is the last day, inclusive; open when left out.
	Until Date `key:"until"`
}

// Decision is what a person decided on a proposal: it takes effect in the month
// whose facts it stands in.
type Decision struct {
	Agent string `key:"agent,required" validate:"required,max=64"`
	// Clause is the clause of the proposal, such as ladder.promotion,
	// ladder.demotions.exam or eliminations.review.
	Clause string `key:"clause,required" validate:"required,max=128"`
	// Outcome is what was decided.
	Outcome Outcome `key:"outcome,required"`
	// Who is who decided, by an id or a name of the shop's own.
	Who string `key:"who,required" validate:"required,max=64"`
	// Date is the day of the decision, in the month or before it.
	Date Date `key:"date,required"`
	// Note is shown beside the decision and never interpreted.
	Note string `key:"note" validate:"max=512"`
}

// Day is one agent's daily row.
type Day struct {
	Date Date `key:"date,required"`
	// Attendance says how the day counts; left out means worked, unless a
	// leave covers the day.
	Attendance Attendance `key:"attendance"`
	// Values are the day's metrics by metric id, in the metric's unit.
	Values map[string]decimal.Decimal `key:"values,values"`
}

// Event is something that happened to or was done by an agent on a date: a bad
// review, a complaint, an inspection fault, a praise.
type Event struct {
	ID     string      `key:"id,required" validate:"required,max=64"`
	Agent  string      `key:"agent,required" validate:"required,max=64"`
	Kind   string      `key:"kind,required" validate:"required,max=64"`
	Date   Date        `key:"date,required"`
	Status EventStatus `key:"status"` // where the event stands; upheld when left out
	// Reporter is who reported it: an agent id or a name of the shop's own.
	Reporter string `key:"reporter" validate:"max=64"`
	// Silent are the agents who saw it and did not report it (ZW5); they were
	// in service that day.
	Silent []string `key:"silent"`
	// Amount is the money that the event is about, such as freight promised.
	Amount *decimal.Decimal `key:"amount"`
	// Order is the id of the order that the event is about.
	Order string `key:"order" validate:"max=64"`
	// Note is shown beside the event and never interpreted.
	Note string `key:"note" validate:"max=512"`
}

// Ballot is one voter's vote on an agent or on an event.
type Ballot struct {
	// Topic is the id of the panel.
	Topic string `key:"topic,required" validate:"required,max=64"`
	// Agent or Event, one of the two, is what the vote is on.
	Agent string `key:"agent" validate:"max=64"`
	Event string `key:"event" validate:"max=64"`
	// Voter is who votes, by an id of the roster or a name of the shop's own.
	Voter string `key:"voter,required" validate:"required,max=64"`
	// Role is the voter's role, one of the panel's where it states them.
	Role string `key:"role" validate:"max=64"`
	// Score is the vote: a mark on the panel's scale, or 1 when the event is the
	// agent's fault and 0 when it is not.
	Score decimal.Decimal `key:"score,required"`
	// Evidence is what the vote is based on, such as a case.
	Evidence string `key:"evidence,exact" validate:"max=512"`
}

// Chat is one inspected chat of an agent.
type Chat struct {
	ID    string `key:"id,required" validate:"required,max=64"`
	Agent string `key:"agent,required" validate:"required,max=64"`
	Date  Date   `key:"date,required"`
	// Inspection is the inspection whose items it is marked by.
	Inspection string `key:"inspection,required" validate:"required,max=64"`
	// Source is one of the inspection's sources.
	Source string `key:"source,required,id" validate:"required,max=64"`
	// Sampler is who picked it: an agent id, never the agent's own, or a name
	// of the shop's own.
	Sampler string `key:"sampler" validate:"max=64"`
	// Items are the errors found, each once; none for a chat without fault.
	Items []string `key:"items"`
	// Transferred says whether the customer was passed through to the
	// satisfaction survey; nil when nobody looked.
	Transferred *bool `key:"transferred"`
	// Note is shown beside the chat and never interpreted.
	Note string `key:"note" validate:"max=512"`
}

// Exclusion takes an event, a daily row, or amounts of metrics out of the
// month before any metric is computed (ZW10). Exactly one of Event, Date
// without Subtract, or Subtract is what it excludes.
type Exclusion struct {
	// Event is the id of an event that does not count.
	Event string `key:"event" validate:"max=64"`
	// Agent and Date name a daily row; with Subtract, the row or (without
	// Date) the month that the amounts come off.
	Agent string `key:"agent" validate:"max=64"`
	Date  Date   `key:"date"`
	// Subtract are amounts by metric id, in the metric's unit.
	Subtract map[string]decimal.Decimal `key:"subtract,values"`
	// Reason is required: an exclusion without one is refused.
	Reason string `key:"reason,required" validate:"required,max=512"`
}

// Origin tells where facts stood: the file, line and column of a path such as
// agents[3].values.exam, or of its nearest ancestor. Readers set it, so that
// problems found later have their place too.
type Origin interface {
	Locate(path string) (file string, line, column int)
}
