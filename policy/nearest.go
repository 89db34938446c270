package policy

import (
	"maps"
	"slices"
	"strings"

	"github.com/cspay/cspay/scoring/facts"
)

// maxKnown is among how many names the nearest is looked for: a document that
// names thousands in vain must not take minutes to say so.
const maxKnown = 1000

// maxListed is how many known names a message lists.
const maxListed = 12

// knownWant says what could have stood where an unknown name stands: the
// nearest known name if one is near, else the first of them.
func knownWant(what, got string, known []string) string {
	if near := nearest(got, known); near != "" {
		if strings.EqualFold(near, got) {
			return "the " + what + ` "` + near + `", in this case of letters`
		}
		return "a known " + what + `; the nearest is "` + near + `"`
	}
	if len(known) == 0 {
		return "no " + what + " here"
	}
	if len(known) > maxListed {
		return "a known " + what + ": " + strings.Join(known[:maxListed], ", ") + " and others"
	}
	return "a known " + what + ": " + strings.Join(known, ", ")
}

// nearest returns the known name that the given one is most likely a slip of,
// or nothing. Among equally near names the first wins.
func nearest(name string, known []string) string {
	if len(name) > facts.MaxGot || len(known) > maxKnown {
		return ""
	}
	best, least := "", len(name)
	for _, k := range known {
		if strings.EqualFold(k, name) {
			return k
		}
		d := distance(name, k)
		if d < least && d <= slips(k) {
			best, least = k, d
		}
	}
	return best
}

// slips is how many slips of the pen a name of that length may hold.
func slips(name string) int {
	const lettersPerSlip = 3
	return max(1, len([]rune(name))/lettersPerSlip)
}

// distance counts the insertions, deletions, replacements and swaps of
// neighbours that make one name of the other.
func distance(from, to string) int {
	a, b := []rune(from), []rune(to)
	before, last := make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := range a {
		row := make([]int, len(b)+1)
		row[0] = i + 1
		for j := range b {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			row[j+1] = min(last[j+1]+1, row[j]+1, last[j]+cost)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
		before, last = last, row
	}
	return last[len(b)]
}

// sortedKeys returns the keys of a map in byte order.
func sortedKeys[V any](m map[string]V) []string {
	return slices.Sorted(maps.Keys(m))
}
