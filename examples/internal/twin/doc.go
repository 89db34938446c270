// Package twin computes the months of the sample shops a second time,
// slowly: one agent after the other, one row after the other, with fractions of
// math/big. It was written from the specification of the mechanisms and shares
// no code with the library, so that the two can be held against each other.
//
// # Flow
//
// [Close] takes a [Month] of shop ZW as plain values and returns a [Result]:
// exclusions, sums, fund, points, places, pay. [CloseSW] does the same for shop
// SW, with votes instead of a fund, [CloseYT] for shop YT, with teams, spot
// checks and red lines, and [CloseLF] for shop LF, with inspected chats; the
// others stand in files of their own. [CloseTMYear] closes months of shop TM in a
// row, with what becomes of careers. What the shops begin with is in record.go.
// The figures of the policies are written in tariff.go and its likes by hand; the
// twin reads no policy.
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
// They return the first thing that they cannot compute with. They do not check
// facts beyond that: checking is the library's work.
package twin
