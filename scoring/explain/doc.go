// Package explain holds the tree of steps behind a number and the catalogue of
// sentences that says each step in Chinese and English.
//
// # Flow
//
// Evaluators build a [Step] with the same functions that made the number; a
// step names its clause, a [Code] of the catalogue and the values of that
// sentence. [Step.Sentence] says it in one language.
//
// # Units
//
// A [Number] is an exact fraction: an unscaled integer at a number of decimals
// over a denominator. Sentences print points and counts without trailing
// zeros, money with two digits or more where it has them, ratios as
// percentages; a quotient that four decimals do not hold is printed rounded
// after "≈", and its parts are steps of their own.
//
// # Errors
//
// Nothing fails: a value that is not known is said in words, a code that is not
// in the catalogue is shown as it is, and so is a placeholder without a value.
//
// # Compatibility
//
// Codes are append-only. Nothing here reads a clock or a locale: the decimal
// point is always "." and there is no digit grouping. The zero Step and the
// zero Number are empty and print as such.
package explain

//go:generate go test . -run ^TestPage$ -update
