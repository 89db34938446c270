package policy

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// normal returns the NFC form of an id, under which readers compare ids. Text
// that is only shown is left as it was written.
func normal(id string) string {
	for i := range len(id) {
		if id[i] >= utf8.RuneSelf {
			return norm.NFC.String(id)
		}
	}
	return id
}

// outerSpace reports whether an id begins or ends with white space, which no
// eye sees and which makes two ids of one.
func outerSpace(id string) bool { return strings.TrimSpace(id) != id }
