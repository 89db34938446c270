package columns

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/cspay/cspay/scoring/facts"
)

// maxNameDistance is how many edits a name may be from a known one to be
// offered as what was meant; nor may they be more than half of the name.
const maxNameDistance = 3

// maxKnown is among how many names the nearest is looked for. A document that
// names thousands in vain must not take minutes to say so.
const maxKnown = 1000

// Nearest returns the known name closest to name, or "" when none is close or
// more than a thousand are known.
func Nearest(name string, known []string) string {
	if len(name) > facts.MaxGot || len(known) > maxKnown {
		return ""
	}
	name = strings.ToLower(name)
	best, at := "", maxNameDistance+1
	for _, k := range known {
		if d := distance(name, strings.ToLower(k), at); d < at && 2*d <= max(len(name), len(k)) {
			best, at = k, d
		}
	}
	return best
}

// CheckOwn reports an id that is not there, or that another clause of the list
// has: seen are those before it. It reports whether the id is its own.
func CheckOwn(c facts.Check, id string, seen map[string]bool) bool {
	if id == "" {
		c.Fail(facts.CodeRequired, "an id", "")
		return false
	}
	if seen[id] {
		c.Fail(facts.CodeIDDuplicate, "an id of its own", id)
		return false
	}
	seen[id] = true
	return true
}

// OrNearest completes what was wanted with the name that may have been meant.
func OrNearest(want, got string, known []string) string {
	if n := Nearest(got, known); n != "" {
		want += "; nearest: " + n
	}
	return want
}

// nearest is OrNearest where there may be very many problems: the names are
// asked for only when somebody will read the text.
func nearest(c facts.Check, sev facts.Severity, want, got string, known func() []string) string {
	if c.Full(sev) {
		return want
	}
	return OrNearest(want, got, known())
}

// distance is the number of single-character edits between two names, or some
// number from limit on when they are not nearer than that.
func distance(a, b string, limit int) int {
	if len(a)-len(b) >= limit || len(b)-len(a) >= limit {
		return limit
	}
	prev := make([]int, len(b)+1)
	for j := range prev {
		prev[j] = j
	}
	for i := range len(a) {
		diagonal, least := prev[0], i+1
		prev[0] = i + 1
		for j := range len(b) {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			diagonal, prev[j+1] = prev[j+1], min(prev[j+1]+1, prev[j]+1, diagonal+cost)
			least = min(least, prev[j+1])
		}
		if least >= limit {
			return limit
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
	case !utf8.ValidString(id):
		c.Fail(facts.CodeEncoding, "an id in UTF-8", "") // JSON would write another one
	default:
		return true
	}
	return false
}
