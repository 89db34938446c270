package facts

// Across says over whom a ratio adds up its two metrics.
type Across string

// The groups of a ratio. The empty one is the agent alone.
const (
	AcrossAll    Across = "all"    // all agents of the month
	AcrossTeam   Across = "team"   // the agents of the same team
	AcrossShop   Across = "shop"   // the agents of the same shop
	AcrossRole   Across = "role"   // the agents of the same role
	AcrossLevel  Across = "level"  // the agents of the same level
	AcrossStatus Across = "status" // the agents of the same employment status
)

// Words returns the known groups.
func (Across) Words() []string { return []string{"all", "team", "shop", "role", "level", "status"} }

// DayCount says which days of an agent are counted.
type DayCount string

// The days that can be counted.
const (
	CalendarDays DayCount = "calendar" // the days of the month
	ServiceDays  DayCount = "service"  // the days in service
	RosteredDays DayCount = "rostered" // the days in service that are not rest by the roster
	AttendedDays DayCount = "attended" // the days worked
)

// Words returns the known sorts of days.
func (DayCount) Words() []string { return []string{"calendar", "service", "rostered", "attended"} }

// InspectionFigure names what a metric reads off inspected chats.
type InspectionFigure string

// The figures of inspected chats.
const (
	MeanMark    InspectionFigure = "mark"        // the mean mark, each chat by the weight of its source
	ChatCount   InspectionFigure = "chats"       // the number of inspected chats: the sample size
	FatalChats  InspectionFigure = "fatal"       // the number of chats with a fatal error, of its own or by repetition
	ErrorCount  InspectionFigure = "errors"      // the number of errors found
	Coverage    InspectionFigure = "coverage"    // the chats sampled, at most per_day a day, over per_day for each worked day
	Transferred InspectionFigure = "transferred" // the chats passed to the survey over those where somebody looked
)

// Words returns the known figures.
func (InspectionFigure) Words() []string {
	return []string{"mark", "chats", "fatal", "errors", "coverage", "transferred"}
}

// Scope says which errors are the same when they are counted.
type Scope string

// The scopes of an escalation. The empty scope is SameItem.
const (
	SameItem Scope = "item" // errors of the same item
	AnyItem  Scope = "any"  // errors of any item that is not fatal by itself
)

// Words returns the known scopes.
func (Scope) Words() []string { return []string{"item", "any"} }

// Window says within which time errors are counted.
type Window string

// The windows of an escalation. The empty window is MonthWindow.
const (
	MonthWindow Window = "month" // the calendar month
	WeekWindow  Window = "week"  // the week from Monday to Sunday, as far as it lies in the month
	DayWindow   Window = "day"   // one day
)

// Words returns the known windows.
func (Window) Words() []string { return []string{"month", "week", "day"} }

// Outcome says what was decided on a proposal.
type Outcome string

// The outcomes of a decision.
const (
	Accepted   Outcome = "accepted" // the proposal takes effect
	TurnedDown Outcome = "rejected" // it does not
)

// Words returns the known outcomes.
func (Outcome) Words() []string { return []string{"accepted", "rejected"} }

// Tenure names the date that whole months of service are counted from.
type Tenure string

// The dates that a tenure is counted from.
const (
	SinceHired   Tenure = "hired"   // the first day of service
	SinceRegular Tenure = "regular" // the day of regularisation (转正)
)

// Words returns the known dates.
func (Tenure) Words() []string { return []string{"hired", "regular"} }
