package policy

import (
	"fmt"
	"maps"
	"slices"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/scoring/facts"
)

// badRow is one numbered row of the list of bad and extreme inputs, as the
// cases that decide it.
type badRow struct{ cases []badCase }

type badCase struct {
	name string
	run  func(*testing.T)
}

// addRow registers a case of a row.
type addRow func(row, name string, run func(*testing.T))

// badRows are all the rows tested here, by number.
func badRows() map[string]*badRow {
	rows := map[string]*badRow{}
	add := func(row, name string, run func(*testing.T)) {
		if rows[row] == nil {
			rows[row] = &badRow{}
		}
		rows[row].cases = append(rows[row].cases, badCase{name, run})
	}
	for _, register := range []func(addRow){
		readerRows, policyRows, factsNumberRows, factsDateRows, factsRosterRows, monthRows, literalRows, outputRows,
		scoreRows, voteRows, rankingRows, settleRows, careerRows,
	} {
		register(add)
	}
	return rows
}

func TestBadInput(t *testing.T) {
	rows := badRows()
	for _, row := range slices.Sorted(maps.Keys(rows)) {
		t.Run(row, func(t *testing.T) {
			for _, c := range rows[row].cases {
				t.Run(c.name, c.run)
			}
		})
	}
}

// TestEveryRowIsTested holds the table to the rows that a month closed end to
// end and shop SW must decide.
func TestEveryRowIsTested(t *testing.T) {
	spans := [][2]int{{1, 5}, {16, 17}, {23, 32}, {42, 46}, {50, 53}, {57, 57}, {61, 66}, {68, 68}, {71, 84}, {99, 103}}
	rows := badRows()
	for _, span := range spans {
		for n := span[0]; n <= span[1]; n++ {
			row := fmt.Sprintf("%03d", n)
			if assert.Contains(t, rows, row) {
				assert.NotEmpty(t, rows[row].cases, row)
			}
		}
	}
}

// spot is what a test compares of a problem that has a place in a file.
type spot struct {
	file         string
	line, column int
	code         facts.Code
	agent        string
}

// spots returns where the problems of an error stand. Whatever they are about,
// no message is long and no problem keeps more than 64 bytes of a value.
func spots(t *testing.T, err error) []spot {
	t.Helper()
	var list Problems
	require.ErrorAs(t, err, &list)
	out := make([]spot, len(list))
	for i, p := range list {
		out[i] = spot{p.File, p.Line, p.Column, p.Code, p.Agent}
		assert.LessOrEqual(t, len(p.Got), facts.MaxGot)
		assert.Less(t, len(p.Error()), 1000)
	}
	return out
}

// refused asserts that an error is exactly these problems.
func refused(t *testing.T, err error, want ...spot) {
	t.Helper()
	require.Error(t, err)
	assert.Equal(t, want, spots(t, err), err.Error())
}

// inFacts and inDaily are problems of the two files of a month.
func inFacts(line, column int, code facts.Code, agent string) spot {
	return spot{"facts.yaml", line, column, code, agent}
}

func inDaily(line, column int, code facts.Code, agent string) spot {
	return spot{"daily.csv", line, column, code, agent}
}

// shop is one month of a folder. Daily is left out when empty.
type shop struct{ facts, daily string }

func (s shop) files() fstest.MapFS {
	files := fstest.MapFS{"facts.yaml": {Data: []byte(s.facts)}}
	if s.daily != "" {
		files["daily.csv"] = &fstest.MapFile{Data: []byte(s.daily)}
	}
	return files
}

// close reads and closes the month.
func (s shop) close(p *Policy) (*Result, error) {
	m, err := p.LoadMonthFS(s.files(), ".")
	if err != nil {
		return nil, err
	}
	return p.Close(m, History{})
}
