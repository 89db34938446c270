package facts

// Word is a closed set of words of the document. Readers refuse any other
// text and the schema lists the set.
type Word interface{ Words() []string }

// Status is an employment status.
type Status string

// The employment statuses. The empty status counts as regular.
const (
	Regular   Status = "regular"   // a regular employee (正式)
	Probation Status = "probation" // in the trial period (试用期)
	Intern    Status = "intern"    // an intern (实习)
)

// Words returns the known statuses.
func (Status) Words() []string { return []string{"regular", "probation", "intern"} }

// Attendance says how one calendar day of one agent counts.
type Attendance string

// The ways a day can count.
const (
	Worked      Attendance = "worked"       // a day of work
	Rest        Attendance = "rest"         // a day off by the roster
	PaidLeave   Attendance = "paid_leave"   // leave with pay (带薪假)
	UnpaidLeave Attendance = "unpaid_leave" // leave without pay (无薪假)
	Absent      Attendance = "absent"       // not there without leave (缺勤)
)

// Words returns the known ways a day can count.
func (Attendance) Words() []string {
	return []string{"worked", "rest", "paid_leave", "unpaid_leave", "absent"}
}

// EventStatus is where an event stands in its life.
type EventStatus string

// The life of an event. The empty status counts as upheld.
const (
	Reported   EventStatus = "reported"   // said, not yet decided
	Upheld     EventStatus = "upheld"     // decided: it happened and it counts
	Withdrawn  EventStatus = "withdrawn"  // taken back by who reported it
	Overturned EventStatus = "overturned" // decided: it does not count
)

// Words returns the known statuses of an event.
func (EventStatus) Words() []string {
	return []string{"reported", "upheld", "withdrawn", "overturned"}
}

// Distinct says what is counted in place of events.
type Distinct string

// ByReporter counts who reported the events, each once.
const ByReporter Distinct = "reporter" // those who reported them, each once

// Words returns what can be counted in place of events.
func (Distinct) Words() []string { return []string{"reporter"} }

// Direction says which way a metric is better.
type Direction string

// The two directions. A metric without one can not be used where the
// direction matters.
const (
	Higher Direction = "higher" // more is better: sales
	Lower  Direction = "lower"  // less is better: response time
)

// Words returns the known directions.
func (Direction) Words() []string { return []string{"higher", "lower"} }

// Aggregate says how a metric's daily cells become the month's value.
type Aggregate string

// The aggregations over daily rows. Mean needs the weight it is weighted by.
const (
	Sum     Aggregate = "sum"     // the sum of the cells
	Last    Aggregate = "last"    // the cell of the latest day that has one
	Maximum Aggregate = "maximum" // the largest cell
	Mean    Aggregate = "mean"    // the mean of the cells, each weighted by the same day's weight
)

// Words returns the known aggregations.
func (Aggregate) Words() []string { return []string{"sum", "last", "maximum", "mean"} }

// Missing says what a value that is not there means.
type Missing string

// The readings of a missing value. The empty reading is MissingError.
const (
	MissingError         Missing = "error"          // a problem that names the agent and the metric
	MissingZero          Missing = "zero"           // the value 0
	MissingNotApplicable Missing = "not_applicable" // nothing to measure: points are spread over the other indicators
)

// Words returns the known readings of a missing value.
func (Missing) Words() []string { return []string{"error", "zero", "not_applicable"} }

// About says what a panel votes on.
type About string

// What a panel can vote on.
const (
	AboutAgent About = "agent" // an agent's work, with a mark on a scale
	AboutEvent About = "event" // whether an event is the agent's fault, with 1 or 0
)

// Words returns what a panel can vote on.
func (About) Words() []string { return []string{"agent", "event"} }

// BelowQuorum says what too few votes mean.
type BelowQuorum string

// The readings of too few votes. The empty reading is QuorumError.
const (
	QuorumError         BelowQuorum = "error"          // a problem, unless the metric says what missing means
	QuorumNotApplicable BelowQuorum = "not_applicable" // no mark of the agent; an event that does not count
)

// Words returns the readings of too few votes.
func (BelowQuorum) Words() []string { return []string{"error", "not_applicable"} }

// Tie says what an even split of a panel on an event means.
type Tie string

// The readings of an even split. The empty reading is NotAttributable.
const (
	NotAttributable Tie = "not_attributable" // the event does not count
	Against         Tie = "against"          // the event counts
	Undecided       Tie = "undecided"        // the event does not count, with a warning that it is open
)

// Words returns the readings of an even split.
func (Tie) Words() []string { return []string{"not_attributable", "against", "undecided"} }

// Unit says what a metric counts, and with it how many decimals it carries.
type Unit string

// The units. A value in percent is written 5 or 5% and means 0.05.
const (
	Count   Unit = "count"   // a whole number, never negative
	Money   Unit = "money"   // an amount of the policy's currency
	Points  Unit = "points"  // a score or a mark
	Seconds Unit = "seconds" // a time, never negative
	Days    Unit = "days"    // a number of days, never negative
	Ratio   Unit = "ratio"   // a fraction: 0.98
	Percent Unit = "percent" // a fraction that facts write in percent: 98 or 98% for 0.98
	Number  Unit = "number"  // any other number
)

// Words returns the known units.
func (Unit) Words() []string {
	return []string{"count", "money", "points", "seconds", "days", "ratio", "percent", "number"}
}

// Scale is the number of decimals a value of the unit carries by default.
func (u Unit) Scale() int {
	switch u {
	case Count:
		return 0
	case Money, Points, Days:
		return 2
	case Seconds:
		return 3
	case Ratio, Percent, Number:
		return 6
	default:
		return 6
	}
}

// Ties says how equal values are placed.
type Ties string

// The ways of placing equal values, by what they give to 9, 7, 7, 5. The empty
// way is Competition.
const (
	Competition Ties = "competition" // 1, 2, 2, 4: the better place, the next left out
	Modified    Ties = "modified"    // 1, 3, 3, 4: the worse place
	Dense       Ties = "dense"       // 1, 2, 2, 3: no place left out
	Ordinal     Ties = "ordinal"     // 1, 2, 3, 4: equals by agent id
	MeanRank    Ties = "mean"        // 1, 2.5, 2.5, 4: the mean of the places they fill
	PercentRank Ties = "percent"     // 0, 1/3, 1/3, 1: the share of the others that are better
)

// Words returns the known ways of placing ties.
func (Ties) Words() []string {
	return []string{"competition", "modified", "dense", "ordinal", "mean", "percent"}
}

// Edge says whether an agent must stand alone at the end of a ranking.
type Edge string

// The ways to be first or last.
const (
	// Sole is the only one there.
	Sole Edge = "sole"
	// AnyTied is one of those there, alone or not.
	AnyTied Edge = "any_tied"
)

// Words returns the known ways to be first or last.
func (Edge) Words() []string { return []string{"sole", "any_tied"} }

// Attribute names a property of an agent that a ranking may be held within.
type Attribute string

// The attributes. The empty attribute means all agents together.
const (
	ByTeam   Attribute = "team"   // one ranking a team
	ByShop   Attribute = "shop"   // one ranking a shop
	ByRole   Attribute = "role"   // one ranking a role
	ByLevel  Attribute = "level"  // one ranking a level
	ByStatus Attribute = "status" // one ranking an employment status
)

// Words returns the known attributes.
func (Attribute) Words() []string { return []string{"team", "shop", "role", "level", "status"} }
