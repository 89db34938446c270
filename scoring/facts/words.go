package facts

// Word is a closed set of words of the document. Readers refuse any other
// text and the schema lists the set.
type Word interface{ Words() []string }

// Status is an employment status.
type Status string

// The employment statuses. The empty status counts as regular.
const (
	Regular   Status = "regular"
	Probation Status = "probation"
	Intern    Status = "intern"
)

// Words returns the known statuses.
func (Status) Words() []string { return []string{"regular", "probation", "intern"} }

// Attendance says how one calendar day of one agent counts.
type Attendance string

// The ways a day can count.
const (
	Worked      Attendance = "worked"
	Rest        Attendance = "rest"
	PaidLeave   Attendance = "paid_leave"
	UnpaidLeave Attendance = "unpaid_leave"
	Absent      Attendance = "absent"
)

// Words returns the known ways a day can count.
func (Attendance) Words() []string {
	return []string{"worked", "rest", "paid_leave", "unpaid_leave", "absent"}
}

// EventStatus is where an event stands in its life.
type EventStatus string

// The life of an event. The empty status counts as upheld.
const (
	Reported   EventStatus = "reported"
	Upheld     EventStatus = "upheld"
	Withdrawn  EventStatus = "withdrawn"
	Overturned EventStatus = "overturned"
)

// Words returns the known statuses of an event.
func (EventStatus) Words() []string {
	return []string{"reported", "upheld", "withdrawn", "overturned"}
}

// Direction says which way a metric is better.
type Direction string

// The two directions. A metric without one can not be used where the
// direction matters.
const (
	Higher Direction = "higher"
	Lower  Direction = "lower"
)

// Words returns the known directions.
func (Direction) Words() []string { return []string{"higher", "lower"} }

// Aggregate says how a metric's daily cells become the month's value.
type Aggregate string

// The aggregations over daily rows. Mean needs the weight it is weighted by.
const (
	Sum     Aggregate = "sum"
	Last    Aggregate = "last"
	Maximum Aggregate = "maximum"
	Mean    Aggregate = "mean"
)

// Words returns the known aggregations.
func (Aggregate) Words() []string { return []string{"sum", "last", "maximum", "mean"} }

// Missing says what a value that is not there means.
type Missing string

// The readings of a missing value. The empty reading is MissingError.
const (
	MissingError         Missing = "error"
	MissingZero          Missing = "zero"
	MissingNotApplicable Missing = "not_applicable"
)

// Words returns the known readings of a missing value.
func (Missing) Words() []string { return []string{"error", "zero", "not_applicable"} }

// Unit says what a metric counts, and with it how many decimals it carries.
type Unit string

// The units. A value in percent is written 5 or 5% and means 0.05.
const (
	Count   Unit = "count"   // 0 decimals, never negative
	Money   Unit = "money"   // 2 decimals
	Points  Unit = "points"  // 2 decimals
	Seconds Unit = "seconds" // 3 decimals
	Days    Unit = "days"    // 2 decimals
	Ratio   Unit = "ratio"   // 6 decimals, a fraction: 0.98
	Percent Unit = "percent" // 6 decimals as a fraction, written in percent: 98 or 98%
	Number  Unit = "number"  // 6 decimals
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

// Competition gives equal values the better place and leaves the next ones
// out: 1, 2, 2, 4.
const Competition Ties = "competition"

// Words returns the known ways of placing ties.
func (Ties) Words() []string { return []string{"competition"} }

// Attribute names a property of an agent that a ranking may be held within.
type Attribute string

// The attributes. The empty attribute means all agents together.
const (
	ByTeam   Attribute = "team"
	ByShop   Attribute = "shop"
	ByRole   Attribute = "role"
	ByLevel  Attribute = "level"
	ByStatus Attribute = "status"
)

// Words returns the known attributes.
func (Attribute) Words() []string { return []string{"team", "shop", "role", "level", "status"} }
