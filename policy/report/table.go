package report

import (
	"bufio"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/width"

	"github.com/cspay/cspay/scoring/explain"
)

// gap is the space between two columns of a table.
const gap = "  "

// none stands in a cell for a value that there is not.
const none = "-"

// column is one column of a table; its first cell is the title.
type column struct {
	cells []string
	// number sets the cells to the right.
	number bool
	// keep is for a column that stands even when nothing fills it.
	keep bool
}

// filled reports whether a cell below the title says something.
func (c column) filled() bool {
	return slices.ContainsFunc(c.cells[1:], func(s string) bool { return s != "" && s != none })
}

// writeTable lines the columns up, all with equally many cells, and leaves out
// those that nothing fills.
func writeTable(out *bufio.Writer, table []column) {
	var shown []column
	var widths []int
	for _, c := range table {
		if !c.keep && !c.filled() {
			continue
		}
		cells, widest := make([]string, len(c.cells)), 0
		for i, s := range c.cells {
			cells[i] = explain.Visible(s)
			widest = max(widest, columns(cells[i]))
		}
		shown = append(shown, column{cells: cells, number: c.number})
		widths = append(widths, widest)
	}
	if len(shown) == 0 {
		return
	}
	var b strings.Builder
	for i := range shown[0].cells {
		b.Reset()
		for k, c := range shown {
			pad := strings.Repeat(" ", widths[k]-columns(c.cells[i]))
			if k > 0 {
				b.WriteString(gap)
			}
			if c.number {
				b.WriteString(pad + c.cells[i])
			} else {
				b.WriteString(c.cells[i] + pad)
			}
		}
		// A bufio.Writer keeps its first error, which Flush returns.
		_, _ = out.WriteString(strings.TrimRight(b.String(), " ") + "\n")
	}
}

// columns is how many terminal columns a text takes: two for a wide or
// full-width character, none for what joins the character before it.
func columns(s string) int {
	n := 0
	for _, r := range s {
		switch k := width.LookupRune(r).Kind(); {
		case joins(r):
		case k == width.EastAsianWide || k == width.EastAsianFullwidth:
			n += 2
		default:
			n++
		}
	}
	return n
}

// joins reports whether a character takes no column of its own: a combining
// mark, a format character other than the soft hyphen, or a vowel or final
// consonant of decomposed Korean.
func joins(r rune) bool {
	const softHyphen = '\u00ad'
	return unicode.In(r, unicode.Mn, unicode.Me) || unicode.Is(unicode.Cf, r) && r != softHyphen ||
		r >= '\u1160' && r <= '\u11ff' || r >= '\ud7b0' && r <= '\ud7ff'
}
