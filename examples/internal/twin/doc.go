// Package twin computes the month of the sample shop ZW a second time, slowly:
// one agent after the other, one row after the other, with fractions of
// math/big. It was written from the specification of the mechanisms and shares
// no code with the library, so that the two can be held against each other.
//
// # Flow
//
// [Close] takes a [Month] of plain values and returns a [Result]: exclusions,
// sums, fund, points, places, pay. The figures of the policy are written in
// tariff.go by hand; the twin reads no policy.
//
// # Units
//
// Money in yuan, points in points, rates as fractions, response in seconds.
// Dates are the text 2026-06-16 and compare as text.
//
// # Rounding
//
// Numbers are exact until a points line or a money line, which are rounded
// half up to two decimals; a day's loss in the pool is rounded down.
//
// # Errors
//
// Close returns the first thing that it cannot compute with. It does not check
// facts beyond that: checking is the library's work.
package twin
