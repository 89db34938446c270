package columns

import (
	"strings"
	"unicode"

	"github.com/cspay/cspay/scoring/facts"
)

// maxNameDistance is how many edits a name may be from a known one to be
// offered as what was meant; nor may they be more than half of the name.
const maxNameDistance = 3

// Nearest returns the known name closest to name, or "" when none is close.
func Nearest(name string, known []string) string {
	if len(name) > facts.MaxGot {
		return ""
	}
	best, at := "", maxNameDistance+1
	for _, k := range known {
		if d := distance(strings.ToLower(name), strings.ToLower(k)); d < at && 2*d <= max(len(name), len(k)) {
			best, at = k, d
		}
	}
	return best
}

// distance is the number of single-character edits between two names.
func distance(a, b string) int {
	prev := make([]int, len(b)+1)
	for j := range prev {
		prev[j] = j
	}
	for i := range len(a) {
		diagonal := prev[0]
		prev[0] = i + 1
		for j := range len(b) {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			diagonal, prev[j+1] = prev[j+1], min(prev[j+1]+1, prev[j]+1, diagonal+cost)
		}
	}
	return prev[len(b)]
}

// checkID reports an id that is empty or has outer white space.
func checkID(c facts.Check, id string) bool {
	switch {
	case id == "":
		c.Fail(facts.CodeRequired, "an id", "")
	case strings.TrimFunc(id, unicode.IsSpace) != id:
		c.Fail(facts.CodeIDSpace, "an id without outer white space", id)
	default:
		return true
	}
	return false
}
