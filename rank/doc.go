// Package rank turns points and metrics into places, and months in a row into
// proposals.
//
// # Flow
//
// [Places] places a list of values by itself, as [Means] and [Percents] do where
// a place is not a whole number. [Rank] places the agents of one month of facts
// by rankings over metrics and accounts. A [Board] is what package policy runs:
// it compiles a document's rankings stage by stage, each as soon as everything
// it names exists, and runs each stage at its point of the close.
//
// [Careers] look back over months: a [Streak] counts months in a row, an
// [Elimination] names candidates for review, an [ImprovementPlan] is opened and
// judged, a [Ladder] proposes moves and a [Gate] takes new hires in. They read
// earlier months from a [Book], which the caller keeps, and give [Findings].
// Everything they find is proposed to a person; a decision that comes with a
// later month makes it effective. Only package policy runs them.
//
// # Units
//
// A place is a number from 1, the best; a percent rank goes from 0, the best,
// to 1. Values are compared exactly, never rounded or divided: 79.999 is below
// 80, and 3 of 150 equals 4 of 200. Streaks are counted in calendar months, and
// a level is its number on the ladder, 1 the lowest.
//
// # Ties
//
// A [Method] says how tied values are placed: in a [Competition] ranking they
// share the better place and the next one is left out (1, 2, 2, 4). A ranking's
// tie-breaks part equal values first, in their order and each in its own
// direction; a tie-break that does not apply to an agent is worse than any that
// does. Where an order between the tied is needed, agents stand in byte order
// of their ids.
//
// # First and last
//
// A [Standing] says whether an agent is first or last, alone or tied. Nobody is
// last in a group of one, or where all are tied: last place alone never
// follows from having no colleagues.
//
// # Rounding
//
// A percent rank that is read is rounded half up to six decimals. Conditions
// and orders compare it before that. Nothing else here rounds.
//
// # Unplaced
//
// An agent who is not eligible, worked no day of the month, or has no
// applicable value is unplaced: ok is false. Unplaced is never a last place.
//
// # Errors
//
// Compiling reports every problem at its key. A month reports every missing
// value with agent and metric, never with the value. Both are
// facts.Problems. The package is pure: no clock, no input or output, no
// globals, and nothing panics on data.
//
// # Compatibility
//
// Words of closed sets are append-only. The zero value of every type here places
// nobody and is safe to use.
package rank
