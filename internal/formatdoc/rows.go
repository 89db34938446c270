package formatdoc

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// mechanism is one row of the shops' rules, as rows.txt tells it.
type mechanism struct {
	id    string
	heads map[string]string
}

// mechanisms are the rows in their order.
type mechanisms struct{ rows []mechanism }

var errRow = errors.New("a row is malformed")

// rowShop is a shop whose rules are rows.
type rowShop struct {
	prefix, title string
	rows          int
}

// rowShops are the five shops with the number of their rows.
func rowShops() []rowShop {
	return []rowShop{
		{"SW", "SW, a mother-and-baby flagship store", 11},
		{"TM", "TM, an apparel brand with a six-level ladder", 17},
		{"YT", "YT, a telecom flagship store", 8},
		{"ZW", "ZW, a flagship store with a daily pool", 10},
		{"LF", "LF, a wholesale shop with quality inspection", 7},
	}
}

// rowIDs lists every row there must be, in order.
func rowIDs() []string {
	var ids []string
	for _, s := range rowShops() {
		for n := range s.rows {
			ids = append(ids, s.prefix+strconv.Itoa(n+1))
		}
	}
	return ids
}

// rowHeads are the keys of a row.
func rowHeads() []string { return []string{"mechanism", "clause", "sample", "planning", "later"} }

func readRows(root fs.FS) (mechanisms, error) {
	text, err := fs.ReadFile(root, path.Join(own, "rows.txt"))
	if err != nil {
		return mechanisms{}, err
	}
	return parseRows(string(text))
}

func parseRows(text string) (mechanisms, error) {
	var m mechanisms
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		head, value, ok := strings.Cut(line, ": ")
		switch {
		case line == "" || strings.HasPrefix(line, "#"):
		case !ok && slices.Contains(rowIDs(), line):
			m.rows = append(m.rows, mechanism{line, map[string]string{}})
		case !ok || len(m.rows) == 0 || !slices.Contains(rowHeads(), head) || m.rows[len(m.rows)-1].heads[head] != "":
			return m, fmt.Errorf("%w: the line %q", errRow, line)
		default:
			m.rows[len(m.rows)-1].heads[head] = value
		}
	}
	var faults []error
	for i, id := range rowIDs() {
		if i >= len(m.rows) || m.rows[i].id != id {
			return m, fmt.Errorf("%w: %s is missing or out of order", errRow, id)
		}
		faults = append(faults, m.rows[i].shape())
	}
	if len(m.rows) > len(rowIDs()) {
		faults = append(faults, fmt.Errorf("%w: %s comes twice", errRow, m.rows[len(m.rows)-1].id))
	}
	return m, errors.Join(faults...)
}

// shape refuses a row that says too little, or two things at once.
func (r mechanism) shape() error {
	has := func(head string) bool { return r.heads[head] != "" }
	switch {
	case !has("mechanism"):
		return fmt.Errorf("%w: %s has no mechanism", errRow, r.id)
	case has("planning") && (has("clause") || has("later")), !has("planning") && !has("clause") && !has("later"):
		return fmt.Errorf("%w: %s has one of clause, planning, later", errRow, r.id)
	case has("clause") != has("sample"):
		return fmt.Errorf("%w: %s has a clause and a sample, or neither", errRow, r.id)
	case has("clause") && len(r.terms()) == 0:
		return fmt.Errorf("%w: the clause of %s names no word", errRow, r.id)
	}
	return nil
}

// terms are the words of documents that the clause names, a list for each pair
// of backticks.
func (r mechanism) terms() [][]string {
	var terms [][]string
	for _, m := range regexp.MustCompile("`([^`]+)`").FindAllStringSubmatch(r.heads["clause"], -1) {
		terms = append(terms, strings.FieldsFunc(m[1], func(c rune) bool { return c == ':' || c == ' ' }))
	}
	return terms
}

func (r mechanism) samples() []string { return strings.Fields(r.heads["sample"]) }
