package policy

import (
	"errors"
	"io"
	"io/fs"
	"path"
	"strconv"
	"strings"

	"github.com/cspay/cspay/scoring/facts"
)

// The files of one month in a shop's folder.
const (
	factsFile = "facts.yaml"
	dailyFile = "daily.csv"
)

// readFacts reads one month of a shop's folder: the roster, events and ballots
// of facts.yaml, which must be there, the daily rows of daily.csv and the
// decisions of decisions.yaml, which may be. The places find problems that are discovered later; they are never
// nil. What could be read is returned even when there are problems.
func readFacts(fsys fs.FS, dir string, metrics facts.Metrics) (facts.Month, *places, Problems) {
	var month facts.Month
	p := &places{
		factsFile: path.Join(dir, factsFile), dailyFile: path.Join(dir, dailyFile),
		columns: map[string]int{},
	}
	lim := factsLimits()
	src, bad := readLimited(fsys, p.factsFile, lim)
	if bad != nil {
		return month, p, bad
	}
	root, problems := parseDocument(p.factsFile, src, lim)
	if root != nil {
		p.root = root
		d := newDecoder(p.factsFile, true, nil)
		d.percent = inPercent(metrics)
		problems = merge(problems, d.decode(root, &month))
	}
	daily := readDailyFile(fsys, p, metrics, &month)
	return month, p, merge(problems, daily, readDecisions(fsys, dir, p, &month))
}

// inPercent tells which metrics are written in percent.
func inPercent(metrics facts.Metrics) func(string) bool {
	return func(id string) bool { return metrics[id].Unit == facts.Percent }
}

// readLimited reads a whole file, but no more of it than the limit and one
// byte, which is how the limit is found to be passed.
func readLimited(fsys fs.FS, name string, lim limits) ([]byte, Problems) {
	f, err := fsys.Open(name)
	if err != nil {
		return nil, unreadable(name, err)
	}
	defer func() { _ = f.Close() }() // nothing was written
	src, err := io.ReadAll(io.LimitReader(f, int64(lim.bytes)+1))
	if err != nil {
		return nil, unreadable(name, err)
	}
	return src, nil
}

func unreadable(name string, err error) Problems {
	r := newReport(name, false) // what the system says is no pay
	want := "a file that can be read"
	if errors.Is(err, fs.ErrNotExist) {
		want = "this file, which is not there"
	}
	r.add(fault{code: facts.CodeUnreadable, want: want, got: err.Error()})
	return r.done()
}

func readDailyFile(fsys fs.FS, p *places, metrics facts.Metrics, month *facts.Month) Problems {
	f, err := fsys.Open(p.dailyFile)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return unreadable(p.dailyFile, err)
	}
	defer func() { _ = f.Close() }() // nothing was written
	d := newDailyReader(p, metrics, month)
	d.readAll(newRowReader(f, maxCSVBytes))
	return d.report.done()
}

// places finds the places of a month's facts.
type places struct {
	factsFile, dailyFile string
	unread               bool // the rows of daily.csv could not be read
	root                 *node
	// decisions is the tree of decisionsFile, nil where there is none.
	decisionsFile string
	decisions     *node
	// first is, per agent, how many days facts.yaml gave: the days after them
	// come from daily.csv, and rows holds the row of each.
	first []int
	rows  [][]int32
	// lines is the line of each row; starts are where its cells begin, width
	// of them a row; columns is the cell of each key.
	lines   []int32
	starts  []uint32
	width   int
	columns map[string]int
}

// find returns the file and the place of a path of the month.
func (p *places) find(where string) (file string, at position) {
	if p.ofDecisions(where) {
		return p.decisionsFile, p.decisions.find(where)
	}
	agent, day, key, ok := cutDay(where)
	if !ok || agent >= len(p.rows) || day < p.first[agent] || day-p.first[agent] >= len(p.rows[agent]) {
		return p.factsFile, p.root.find(where)
	}
	row := int(p.rows[agent][day-p.first[agent]])
	at = position{line: int(p.lines[row]), column: 1}
	if i, ok := p.columns[key]; ok {
		at.column = int(p.starts[row*p.width+i])
	}
	return p.dailyFile, at
}

// cutDay parts agents[3].days[4].values.sales into 3, 4 and sales; a path that
// ends earlier, or goes elsewhere, has no key.
func cutDay(where string) (agent, day int, key string, ok bool) {
	const agents, days, values = "agents", ".days", ".values."
	rest, ok := strings.CutPrefix(where, agents)
	if !ok {
		return 0, 0, "", false
	}
	agent, rest, ok = cutIndexOf(rest)
	if !ok {
		return 0, 0, "", false
	}
	rest, ok = strings.CutPrefix(rest, days)
	if !ok {
		return 0, 0, "", false
	}
	day, rest, ok = cutIndexOf(rest)
	if !ok {
		return 0, 0, "", false
	}
	if metric, ok := strings.CutPrefix(rest, values); ok {
		return agent, day, metric, true
	}
	key, _ = strings.CutPrefix(rest, ".")
	return agent, day, key, true
}

func cutIndexOf(s string) (int, string, bool) {
	if s == "" || s[0] != '[' {
		return 0, "", false
	}
	return cutIndex(s)
}

// rowPath is the path of a row, or of one of its cells, that is at fault while
// it is read, when it may not belong to any agent or day yet.
func rowPath(line int, key string) string {
	p := "daily[" + strconv.Itoa(line) + "]"
	if key != "" {
		p += "." + facts.Cut(key)
	}
	return p
}
