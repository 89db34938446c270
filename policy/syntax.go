package policy

import (
	"bytes"
	"fmt"
	"strconv"

	"github.com/cspay/cspay/scoring/facts"
)

// checkYAMLText refuses what the library would report without a place, or
// would take too much memory for.
func checkYAMLText(src []byte, lim limits) *fault {
	separators := 0
	for i, b := range src {
		switch {
		case b == '\n' || b == ',':
			separators++
		case b < ' ' && b != '\t' && b != '\r':
			return &fault{
				code: facts.CodeSyntax, at: positionOf(src, i),
				want: "text without control characters", got: fmt.Sprintf("U+%04X", b),
			}
		}
	}
	if separators > lim.nodes {
		return &fault{
			code: lim.size, at: position{1, 1}, want: "at most " + strconv.Itoa(lim.nodes) + " values",
			got: "more than that",
		}
	}
	return nil
}

func depthFault(at position, path string, depth int) fault {
	return fault{
		code: facts.CodePolicyDepth, at: at, path: path,
		want: "lists and maps at most " + strconv.Itoa(depth) + " deep", got: "more than that",
	}
}

// syntaxHint looks through lines for the two slips that a manager's editor
// makes: a full-width colon, and a tab in the indentation.
func syntaxHint(src []byte, from, to int) (position, string) {
	line := 0
	for text := range bytes.Lines(src) {
		line++
		if line < from || line > to {
			continue
		}
		if i := bytes.Index(text, []byte("：")); i >= 0 {
			return position{line, positionOf(text, i).column}, colonHint(string(text))
		}
		indent := text[:len(text)-len(bytes.TrimLeft(text, " \t"))]
		if i := bytes.IndexByte(indent, '\t'); i >= 0 {
			return position{line, i + 1}, "; indent with spaces, not with a tab"
		}
	}
	return position{}, ""
}

func clauseFault(at position, path string, lim limits) fault {
	return fault{
		code: lim.size, at: at, path: path,
		want: "at most " + strconv.Itoa(lim.clauses) + " clauses", got: "more than that",
	}
}

func duplicateWant(first, second position) string {
	return fmt.Sprintf("each key once; this one stands on line %d and on line %d", first.line, second.line)
}

// isNull reports whether an unquoted text is YAML's way to say nothing.
func isNull(plain string) bool {
	switch plain {
	case "", "~", "null", "Null", "NULL":
		return true
	default:
		return false
	}
}
