// Package payout turns a month's facts, points and places into money.
//
// # Flow
//
// A [Plan] lists pay items; each is one [Pay] kind with its parameters and,
// where it is not for everybody, a condition. [Make] pays one month by a plan
// alone; package policy compiles the same document once and closes many
// months. [Slabs] and [Tiers] compute a commission by themselves.
//
// # Units
//
// Money is a decimal with two digits, rates and coefficients are fractions
// with up to six. Every line is earned, not earned or deducted ([Treatment]);
// the sum of an agent's lines is the total.
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
package payout
