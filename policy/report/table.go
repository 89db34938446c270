package report

import (
	"bufio"
	"strings"
	"unicode"

	"golang.org/x/text/width"

	"github.com/cspay/cspay/scoring/explain"
)

// gap is the space between two columns of a table.
const gap = "  "

// writeTable lines the columns up: the first left ones to the left, the others,
// which hold numbers, to the right.
func writeTable(out *bufio.Writer, rows [][]string, left int) {
	var widths []int
	for _, row := range rows {
		for i, cell := range row {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], columns(cell))
		}
	}
	for _, row := range rows {
		var b strings.Builder
		for i, cell := range row {
			pad := strings.Repeat(" ", widths[i]-columns(cell))
			if i > 0 {
				b.WriteString(gap)
			}
			if i < left {
				b.WriteString(cell + pad)
			} else {
				b.WriteString(pad + cell)
			}
		}
		_, _ = out.WriteString(strings.TrimRight(b.String(), " ") + "\n")
	}
}

// columns is how many terminal columns a text takes: two for a wide or
// full-width character, none for a mark that joins the one before it.
func columns(s string) int {
	n := 0
	for _, r := range s {
		switch k := width.LookupRune(r).Kind(); {
		case unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Cf, r):
		case k == width.EastAsianWide || k == width.EastAsianFullwidth:
			n += 2
		default:
			n++
		}
	}
	return n
}

// shown makes a name safe to print: control characters are shown, not obeyed.
func shown(name string) string { return explain.Visible(name) }
