// Package payout turns a month's facts, points and places into money.
//
// # Flow
//
// A [Plan] lists pay items; each is one [Pay] kind with its parameters and,
// where it is not for everybody, a condition. [Make] pays one month by a plan
// alone and [MakeWithin] within the law that a [Guard] names; package policy
// compiles the same document once and closes many months. [Slabs] and [Tiers]
// compute a commission by themselves, [Law] and [MinimumWage] are found by day
// with [Jurisdiction.At] and [Region.At].
//
// # Settlement
//
// One walk settles what the items gave, agent by agent: what red lines keep
// back, what penalties take off the variable part, what the guard lets be
// deducted, and the floor of the trial period. Lines, totals, explanations and
// what is left uncollected all come from it. Nothing that is uncollected is
// taken later by itself.
//
// # Units
//
// Money is a decimal with two digits, rates and coefficients are fractions
// with up to six. Every line is earned, not earned or deducted ([Treatment]);
// the sum of an agent's lines is the total. A line that is not an item's plain
// amount has a [Reason].
//
// # Rounding
//
// A money line is rounded once, half up, and a loss is rounded down so that
// the odd part of a cent stays with the agent; a policy may state other modes.
// Every split adds up: the slices of a pool are whole cents and sum to it.
//
// # Errors
//
// Compiling reports every problem at its key. A month reports every missing
// value with agent and metric, never with the value. The package is pure: no
// clock, no input or output, no globals, and nothing panics on data.
//
// # Compatibility
//
// Words of closed sets and reasons of lines are append-only. The zero value of
// every type here pays nobody and is safe to use.
package payout
