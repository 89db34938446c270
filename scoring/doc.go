// Package scoring turns a month's facts into points.
//
// # Flow
//
// A [Scheme] lists indicators; each gives its points to one [Rule] kind, which
// returns the exact share of the points that an agent earned. An [Account] is
// a ledger over events that is run before the scheme; its overflow can be
// taken off the score. A [RedLine] may bring it to 0, and a [Grade] names it.
// [Score] does accounts, scheme and grades for one month of facts; package
// policy compiles the same documents once and closes many months, with several
// schemes and with red lines.
//
// A rule kind of another module is a value type with Kind and Share; [Checker]
// and [Sentencer] are what it may have besides.
//
// # Units
//
// Points have two decimals; a full scheme adds up to 100 unless it says
// otherwise. A share is a fraction of an indicator's points.
//
// # Rounding
//
// A rule never rounds. The scheme multiplies a share with the points and
// rounds that line once, by the policy's mode (half up); the score is the
// exact sum of the lines. Points of indicators that do not apply are spread
// over the others to two decimals by largest remainder.
//
// # Errors
//
// Compiling reports every problem at its key; a month reports every missing
// value with agent and metric. Nothing panics on data, and a panic inside a
// kind from outside becomes a problem. The package is pure: no clock, no input
// or output, no globals.
//
// # Compatibility
//
// Words of closed sets are append-only, and so are the methods that a rule kind
// from outside may have. The zero value of every type here scores nobody and is
// safe to use.
package scoring
