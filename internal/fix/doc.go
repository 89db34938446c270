// Package fix is the one arithmetic of the library: whole numbers at a
// declared scale, multiplied over 128 bits and divided once, at the end.
//
// # Flow
//
// [FromDecimal] takes a decimal in at the edge, exactly or not at all. Inside,
// columns of int64 are added ([Add], [Sum]), multiplied ([Mul], [MulDiv]),
// compared without dividing ([CmpMul], [Key]), ranked ([Rank]) and shared out
// ([Split], [Slice]). [Fraction] carries a quotient that is not to be divided
// yet. [ToDecimal], [Append] and [Text] hand a value out again with fixed
// digits.
//
// # Units
//
// A value is a count of units of 10^-scale: at scale 2, 500000 is 5000.00. The
// scale is not stored; it belongs to the column, and whoever multiplies two
// columns adds their scales. A scale is 0 to [MaxDigits], and a value that
// leaves a function lies within ±[Max], which is 18 digits. Arguments may be
// any int64, math.MinInt64 included: nothing here panics or wraps on a value.
// Only indexes into a Key must exist, as for any slice.
//
// # Rounding
//
// Rounding happens in [MulDiv] and [Sum.Div] alone, once, by the [Mode] named
// in the call. Every mode treats a negative number as the mirror of the
// positive one. Split and Slice do not round: their parts add up to the whole,
// and the odd units go to the largest remainders, the earliest of equals first.
//
// # Errors
//
// FromDecimal answers with an [Err], a constant that errors.Is compares.
// Arithmetic answers ok=false, and 0, for a division by zero or a result that
// is too large; the caller knows the agent and the clause and makes the error.
//
// All functions are pure. Rank, Split and the methods of Sum write to what
// they are given and to nothing else.
package fix
