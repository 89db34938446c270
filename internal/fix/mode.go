package fix

// Mode says what becomes of the part of a quotient below one unit. The zero
// value is HalfUp, which a Mode outside the list behaves as too.
type Mode uint8

// The rounding modes. Each rounds a negative number as the mirror of the
// positive one.
const (
	HalfUp   Mode = iota // to the nearest unit, a half away from zero
	HalfEven             // to the nearest unit, a half to the even one
	HalfDown             // to the nearest unit, a half toward zero
	Up                   // away from zero
	Down                 // toward zero
)

// ParseMode returns the mode that a document calls by word; ok is false if
// there is none.
func ParseMode(word string) (m Mode, ok bool) {
	for m := HalfUp; m <= Down; m++ {
		if m.String() == word {
			return m, true
		}
	}
	return HalfUp, false
}

// String returns the mode's word in documents, and "unknown" for a Mode
// outside the list.
func (m Mode) String() string {
	switch m {
	case HalfUp:
		return "half_up"
	case HalfEven:
		return "half_even"
	case HalfDown:
		return "half_down"
	case Up:
		return "up"
	case Down:
		return "down"
	}
	return "unknown"
}

// ModeWords returns the words of all modes, in their order; the slice is the
// caller's.
func ModeWords() []string {
	words := make([]string, 0, int(Down)+1)
	for m := HalfUp; m <= Down; m++ {
		words = append(words, m.String())
	}
	return words
}

// lifts reports whether a quotient of magnitude q with remainder r (below the
// divisor c) becomes q+1.
func (m Mode) lifts(q, r, c uint64) bool {
	if r == 0 {
		return false
	}
	rest := c - r // compared with r instead of doubling r, which may overflow
	switch m {
	case Down:
		return false
	case Up:
		return true
	case HalfDown:
		return r > rest
	case HalfEven:
		return r > rest || r == rest && q&1 == 1
	default:
		return r >= rest
	}
}
