package policy

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/cspay/cspay/scoring/facts"
)

// maxRowBytes is the longest row of a CSV file.
const maxRowBytes = 2 << 20

// cell is one cell of a row with the column, in characters, it begins at.
type cell struct {
	text   string
	column int
}

// rowReader reads CSV (RFC 4180) row by row: one row a line, cells between
// commas, quotes around a cell that holds a comma or a quote. The standard
// reader counts columns in bytes and lets a forgotten quote swallow the rest
// of the file.
type rowReader struct {
	r     *bufio.Reader
	line  int
	read  int
	limit int
	cells []cell
}

func newRowReader(r io.Reader, limit int) *rowReader {
	return &rowReader{r: bufio.NewReaderSize(r, maxRowBytes), limit: limit}
}

// next returns the cells of the next row, nil at the end, or what makes the
// rest unreadable. The cells are valid until the next call.
func (rr *rowReader) next() ([]cell, *fault) {
	for {
		text, err := rr.r.ReadSlice('\n')
		if len(text) == 0 && errors.Is(err, io.EOF) {
			return nil, nil
		}
		rr.line++
		rr.read += len(text)
		at := position{rr.line, 1}
		switch {
		case rr.read > rr.limit:
			return nil, &fault{
				code: facts.CodeFactsSize, at: at,
				want: "at most " + strconv.Itoa(rr.limit>>20) + " MiB", got: "more than that",
			}
		case errors.Is(err, bufio.ErrBufferFull):
			return nil, &fault{code: facts.CodeSyntax, at: at, want: "rows of at most " + strconv.Itoa(maxRowBytes>>20) + " MiB"}
		case err != nil && !errors.Is(err, io.EOF):
			return nil, &fault{code: facts.CodeUnreadable, at: at, want: "a file that can be read"}
		}
		if bad := rr.check(&text); bad != nil {
			return nil, bad
		}
		text = bytes.TrimSuffix(bytes.TrimSuffix(text, []byte("\n")), []byte("\r"))
		if len(text) > 0 {
			return rr.split(string(text))
		}
	}
}

// check refuses bytes that are not UTF-8, and takes a byte order mark off the
// first line.
func (rr *rowReader) check(text *[]byte) *fault {
	src := *text
	if rr.line == 1 || !utf8.Valid(src) {
		clean, bad := checkEncoding(src)
		if bad != nil {
			bad.at.line = rr.line
			return bad
		}
		if rr.line == 1 {
			*text = clean
		}
	}
	return nil
}

// split parts a row at its commas.
func (rr *rowReader) split(row string) ([]cell, *fault) {
	rr.cells = rr.cells[:0]
	column := 1
	for {
		at := position{rr.line, column}
		text, raw, ok := cutCell(row)
		if !ok {
			return nil, &fault{
				code: facts.CodeSyntax, at: at,
				want: `quotes around the whole cell, doubled inside it, and closed on the same line`,
			}
		}
		rr.cells = append(rr.cells, cell{text, column})
		column += utf8.RuneCountInString(row[:raw]) + 1
		if raw == len(row) {
			return rr.cells, nil
		}
		row = row[raw+1:]
	}
}

// cutCell returns the first cell of a row and how many bytes it takes there.
func cutCell(row string) (text string, raw int, ok bool) {
	if !strings.HasPrefix(row, `"`) {
		raw = strings.IndexByte(row, ',')
		if raw < 0 {
			raw = len(row)
		}
		return row[:raw], raw, strings.IndexByte(row[:raw], '"') < 0
	}
	end := 1
	for {
		i := strings.IndexByte(row[end:], '"')
		if i < 0 {
			return "", 0, false
		}
		end += i + 1
		if !strings.HasPrefix(row[end:], `"`) {
			break
		}
		end++
	}
	text = strings.ReplaceAll(row[1:end-1], `""`, `"`)
	return text, end, end == len(row) || row[end] == ','
}
