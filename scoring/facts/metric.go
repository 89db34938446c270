package facts

import "github.com/shopspring/decimal"

// Text is a name in both languages of the catalogue. A language left empty
// falls back to the other.
type Text struct {
	ZH string `key:"zh" validate:"max=128"`
	EN string `key:"en" validate:"max=128"`
}

// Cite says where a clause comes from. It is part of every clause.
type Cite struct {
	// Source is the place in the shop's own handbook.
	Source string `key:"source" validate:"max=256"`
	// Sample marks figures that the shop never stated.
	Sample Sample `key:"sample"`
}

// Sample marks the figures of a clause that fill a gap: all of them (written
// true) or the parameters named. The zero value marks none.
type Sample struct {
	All  bool
	Keys []string
}

// EventKinds are the kinds of event of a policy by their word.
type EventKinds map[string]EventKind

// EventKind names a kind of event for people. A policy that declares any
// declares all the kinds that its clauses count, so that a misspelt word is
// found.
type EventKind struct {
	Name Text `key:"name"`
	Cite
}

// Metrics are the metrics of a policy by id.
type Metrics map[string]Metric

// Metric declares a number that clauses may name: what it is, which way it is
// better, and where it comes from.
type Metric struct {
	Name   Text      `key:"name"`
	Unit   Unit      `key:"unit,required"`
	Better Direction `key:"better"`
	// Decimals replaces the unit's number of decimals, 0 to 9.
	Decimals *int `key:"decimals"`
	// Missing says what an absent value means, for a metric made of others that
	// one it needs is absent; an error when left out.
	Missing Missing `key:"missing"`
	// PublishBy is the day of the month before by which the metric's values, as
	// targets, are to be published; the last day of a shorter month.
	PublishBy *int `key:"publish_by"`
	// From says how the metric is derived; left out, it is given per agent.
	From From `key:"from"`
	Cite
}

// From derives a metric. Exactly one of Event, Amounts, Daily, Ratio, Panel,
// Days, Blend, FirstOf and Inspection is set (Event may go with a Panel); the
// zero value means the month's value is given.
type From struct {
	// Event counts the agent's events of this kind whose status is Status
	// (upheld when left out).
	Event  string      `key:"event" validate:"max=64"`
	Status EventStatus `key:"status"`
	// Distinct counts the reporters of those events instead of the events: 10
	// complaints by 4 colleagues are 4. An event without a reporter is a problem
	// then.
	Distinct Distinct `key:"distinct"`
	// Amounts adds up the amounts of the agent's events of this kind instead of
	// counting them; Status says which. Each event of the kind has an amount
	// then, and the metric is money with 2 decimals.
	Amounts string `key:"amounts" validate:"max=64"`
	// Daily aggregates the metric's own daily cells. Mean is weighted by the
	// daily metric Weight, so that a month is never a mean of means.
	Daily  Aggregate `key:"daily"`
	Weight string    `key:"weight" validate:"max=64"`
	// Panel is the mean of the votes on the agent by that panel; with Event,
	// only the events count that the panel found to be the agent's fault.
	Panel string `key:"panel" validate:"max=64"`
	// Ratio divides the metric named here by the metric To; both stay apart
	// until a points or money line is rounded.
	Ratio string `key:"ratio" validate:"max=64"`
	To    string `key:"to" validate:"max=64"`
	// Across divides the sums over all agents, or over those that share an
	// attribute with the agent, instead of the agent's own two numbers: the
	// weighted mean of the shop, never a mean of means. Whom one of the two does
	// not apply to is left out; whoever lacks one leaves the sums of all open.
	Across Across `key:"across"`
	// Days counts the agent's days of one sort. An agent without daily rows has
	// no days rostered or attended that anybody could count: they are missing.
	Days DayCount `key:"days"`
	// Each is what one of the days brings, as a daily target does: 13,000 on 26
	// rostered days make a target of 338,000. 1 when left out.
	Each *decimal.Decimal `key:"each"`
	// EachOf names the metric of the same unit, one number an agent, that holds
	// what one of the agent's days brings, instead of Each.
	EachOf string `key:"each_of" validate:"max=64"`
	// Blend adds up metrics of the same unit, each times its weight (笔试70% +
	// 平时30%): 92 x 70% + 85 x 30% = 89.9. It is never divided until a points or
	// money line is rounded. Where one does not apply, the blend does not either.
	Blend []BlendPart `key:"blend"`
	// FirstOf takes the first of these metrics of one unit that has a value, and
	// tells which: a substitute with its provenance.
	FirstOf []string `key:"first_of"`
	// Inspection reads Figure off the agent's inspected chats under that
	// inspection.
	Inspection string `key:"inspection" validate:"max=64"`
	// Figure is what is read off the chats, and required with Inspection.
	Figure InspectionFigure `key:"figure"`
	// Source takes the chats of that source only; those of all sources when
	// left out.
	Source string `key:"source,id" validate:"max=64"`
}

// BlendPart is one metric of a blend and its weight.
type BlendPart struct {
	Metric string `key:"metric,required" validate:"required,max=64"`
	// Weight is above 0. Weights that do not add up to 100% are a warning.
	Weight decimal.Decimal `key:"weight,required,rate"`
}

// IsZero reports whether nothing is derived: the value is given.
func (f From) IsZero() bool {
	return f.Event == "" && f.Status == "" && f.Distinct == "" && f.Amounts == "" && f.Daily == "" && f.Weight == "" && f.Panel == "" &&
		f.Ratio == "" && f.To == "" && f.Across == "" && f.Days == "" && f.Each == nil && f.EachOf == "" &&
		len(f.Blend) == 0 && len(f.FirstOf) == 0 && f.Inspection == "" && f.Figure == "" && f.Source == ""
}

// Panels are the voting panels of a policy by id, which is the ballots' topic.
type Panels map[string]Panel

// Panel declares who votes on what, on which scale, and what ties and absent
// voters mean (五方评分, 差评责任判定).
type Panel struct {
	Name Text `key:"name"`
	// About says whether the votes are on agents or on events.
	About About `key:"about,required"`
	// Roles are the voters' roles; anybody may vote when left out.
	Roles []string `key:"roles"`
	// Scale bounds the marks on an agent; a vote on an event is 1 (the agent's
	// fault) or 0.
	Scale *Scale `key:"scale"`
	// Quorum is how many votes must be cast: 3 on an agent and 1 on an event
	// when left out.
	Quorum *int `key:"quorum"`
	// BelowQuorum says what fewer votes mean: an error when left out. Nobody
	// votes on an agent who worked no day.
	BelowQuorum BelowQuorum `key:"below_quorum"`
	// Tie says what an even split on an event means; not_attributable when left
	// out.
	Tie Tie `key:"tie"`
	// Evidence requires that every vote states what it is based on.
	Evidence bool `key:"evidence"`
	Cite
}

// Inspections are the quality inspections of a policy by id.
type Inspections map[string]Inspection

// Inspection declares how inspected chats are marked (质检): which errors are
// fatal, what the others cost, when a repeated error becomes fatal, and what
// sampling aims at.
type Inspection struct {
	Name Text `key:"name"`
	// Mark is the full mark of a chat, above 0.
	Mark decimal.Decimal `key:"mark,required"`
	// Fatal are the errors that bring a chat's mark to 0. Errors are named for
	// people where the policy declares events of their words.
	Fatal []string `key:"fatal"`
	// Items are the other errors and what each takes off the mark: more than 0
	// and at most all of it.
	Items map[string]decimal.Decimal `key:"items"`
	// Escalation makes a repeated error fatal; left out, nothing does.
	Escalation *Escalation `key:"escalation"`
	// Sources are where inspected chats come from, at least one. A chat names
	// one of them.
	Sources map[string]ChatSource `key:"sources"`
	// PerDay is how many chats a worked day of an agent should have inspected;
	// required by the figure coverage.
	PerDay *int `key:"per_day"`
	Cite
}

// ChatSource is one way in which chats come to inspection.
type ChatSource struct {
	Name Text `key:"name"`
	// Weight is what a chat counts in the mean mark; 1 when left out.
	Weight *decimal.Decimal `key:"weight,percent"`
	// Sampled says that its chats count toward the coverage; those that a
	// complaint brought do not.
	Sampled bool `key:"sampled"`
	Cite
}

// Escalation makes a repeated error fatal: the occurrence that reaches At, and
// each later one of its window.
type Escalation struct {
	// At is the occurrence that becomes fatal, 2 or more.
	At int `key:"at,required"`
	// Scope says what counts as the same error; item when left out.
	Scope Scope `key:"scope"`
	// Window says within which time; month when left out.
	Window Window `key:"window"`
}

// Scale bounds the marks of a panel, both inclusive.
type Scale struct {
	// Least is the lowest mark; 0 when left out.
	Least decimal.Decimal `key:"least"`
	// Most is the highest mark.
	Most decimal.Decimal `key:"most,required"`
}

// When is a condition: every clause must hold. The zero value always holds.
type When []Clause

// Clause is one typed comparison. Exactly one of Metric, Ranking, Tenure and
// the attribute lists is what it looks at. At least one limit goes with a
// metric, a ranking or a tenure; limits are pointers because 0 means 0. Over and Under exclude
// the limit, AtLeast and AtMost include it (Civil Code art. 1259).
type Clause struct {
	// Metric is a metric or a figure of an earlier stage.
	Metric string `key:"metric" validate:"max=64"`
	// Ranking looks at the agent's place; an unplaced agent never matches.
	Ranking string `key:"ranking" validate:"max=64"`
	// Tenure compares the whole calendar months from a date of the agent's to
	// the end of the month, or of service; the limits are whole months. A date
	// that was not given is missing, which is an error.
	Tenure Tenure `key:"tenure"`
	// Of makes the limits of a metric shares of another metric or figure:
	// at_least 60% of the target, under 100% of the shop's mean. The two have
	// one unit, and a limit above 1 is written with its percent sign.
	Of string `key:"of,shares" validate:"max=64"`

	// First looks at the top of a ranking instead of a limit.
	First Edge `key:"first"`
	// Last looks at the bottom. Nobody is last in a group of one or where all
	// are equal.
	Last Edge `key:"last"`

	Over    *decimal.Decimal `key:"over,percent"`
	Under   *decimal.Decimal `key:"under,percent"`
	AtLeast *decimal.Decimal `key:"at_least,percent"`
	AtMost  *decimal.Decimal `key:"at_most,percent"`

	// The attribute lists hold when the agent's attribute is one of them.
	Role   []string `key:"role"`
	Team   []string `key:"team"`
	Shop   []string `key:"shop"`
	Level  []string `key:"level"`
	Status []Status `key:"status"`
}

// Ranking declares places once, for every stage that uses them.
type Ranking struct {
	ID   string `key:"id,required" validate:"required,max=64"`
	Name Text   `key:"name"`
	// By is the metric or figure that is ranked.
	By string `key:"by,required" validate:"required,max=64"`
	// Better is needed only where the metric does not state its direction.
	Better Direction `key:"better"`
	// Within holds one ranking per value of the attribute; all agents
	// together when left out.
	Within Attribute `key:"within"`
	// Ties says how equal values are placed; competition when left out.
	Ties Ties `key:"ties"`
	// TieBreaks are metrics or figures that part equal values, in their order
	// and each in its own direction; what they leave equal is tied.
	TieBreaks []string `key:"tie_breaks"`
	// Eligible says who is ranked at all.
	Eligible When `key:"eligible"`
	Cite
}
