// Package facts describes what happened in one month as plain data: agents,
// daily rows, dated events, ballots, inspected chats, exclusions and decisions.
// It also holds the vocabulary that scoring, rank and payout share: metrics,
// kinds of event, panels, inspections, conditions, rankings and problems.
//
// # Flow
//
// A caller fills a [Month] from literals, or lets package policy read one from
// facts.yaml and daily.csv. Nothing in this package computes a score or a
// yuan: how a metric is derived is declared here ([Metric], [From], [Panel],
// [Inspection]) and computed when a month is laid out as columns.
//
// # Units
//
// Every number is a [decimal.Decimal]. A metric's [Unit] says what it counts
// and how many decimals it carries (money 2, counts 0, ratios 6); digits beyond
// that are an error, never rounded away.
//
// # Errors
//
// Every problem is a [Problem] with a [Code] and a path. Problems are reported
// all at once as [Problems], which works with errors.Is (against a Code) and
// errors.As (against *Problem).
//
// # Compatibility
//
// The package is pure: no clock, no input or output, no globals. Codes are
// append-only. The zero value of every type here is an empty description and
// safe to use; a zero [Date] or [Period] means "not given".
//
// [decimal.Decimal]: https://pkg.go.dev/github.com/shopspring/decimal#Decimal
package facts
