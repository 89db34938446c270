package policy

import (
	"fmt"
	"strings"

	"github.com/cspay/cspay/scoring/facts"
	"github.com/shopspring/decimal"
)

// The columns of daily.csv that are no metrics.
const (
	agentColumn      = "agent"
	dateColumn       = "date"
	attendanceColumn = "attendance"
)

// dailyReader reads the rows of daily.csv into the agents of a month.
type dailyReader struct {
	places  *places
	metrics facts.Metrics
	month   *facts.Month
	report  *report
	// roster finds agents by id; strangers are the ids that it does not have,
	// each reported once. seen are the days there are, with the line of each,
	// negative for a line of facts.yaml.
	roster    map[string]int
	strangers map[string]bool
	seen      map[dayKey]int
	// header is the key of each column, "" for one that is not known; required
	// tells which metrics must have a value on a day that was worked.
	header   []string
	required []bool
	percent  []bool
	// the row in hand
	line  int
	cells []cell
	agent string
}

type dayKey struct {
	agent int
	date  facts.Date
}

func newDailyReader(p *places, metrics facts.Metrics, month *facts.Month) *dailyReader {
	d := &dailyReader{
		places: p, metrics: metrics, month: month, report: newReport(p.dailyFile, true),
		roster: make(map[string]int, len(month.Agents)), strangers: map[string]bool{}, seen: map[dayKey]int{},
	}
	p.first = make([]int, len(month.Agents))
	p.rows = make([][]int32, len(month.Agents))
	for i, a := range month.Agents {
		if _, twice := d.roster[a.ID]; !twice {
			d.roster[a.ID] = i
		}
		p.first[i] = len(a.Days)
		for j, day := range a.Days {
			d.seen[dayKey{i, day.Date}] = -p.root.find(fmt.Sprintf("agents[%d].days[%d]", i, j)).line
		}
	}
	return d
}

func (d *dailyReader) readAll(rows *rowReader) {
	cells, bad := rows.next()
	if cells == nil && bad == nil {
		bad = &fault{code: facts.CodeEmpty, at: position{1, 1}, want: "a header: agent,date,attendance and metrics"}
	}
	if bad != nil {
		d.giveUp(*bad)
		return
	}
	d.line = rows.line
	if !d.readHeader(cells) {
		d.places.unread = true
		return
	}
	for !d.report.full {
		cells, bad := rows.next()
		if bad != nil {
			d.giveUp(*bad)
			return
		}
		if cells == nil {
			return
		}
		d.line, d.cells, d.agent = rows.line, cells, ""
		d.readRow()
	}
}

// fail reports the cell of a column.
func (d *dailyReader) fail(column int, code facts.Code, want string) {
	f := fault{code: code, at: position{d.line, d.cells[column].column}, agent: d.agent, want: want, got: d.cells[column].text}
	f.path = rowPath(d.line, d.header[column])
	d.report.add(f)
}

// readHeader reports whether the rows can be read under this header at all.
func (d *dailyReader) readHeader(cells []cell) bool {
	d.cells = cells
	d.header = make([]string, len(cells))
	d.required = make([]bool, len(cells))
	d.percent = make([]bool, len(cells))
	first, known := map[string]int{}, d.known()
	for i, c := range cells {
		key := normal(c.text)
		d.header[i] = key
		metric, isMetric := d.metrics[key]
		other, twice := first[key]
		switch {
		case d.report.full:
			return false
		case twice:
			d.failHeader(i, facts.CodeNameDuplicate, fmt.Sprintf("each column once; this one is also at column %d", cells[other].column))
			continue
		case key == "":
			d.failHeader(i, facts.CodeRequired, "the name of the column")
			continue
		case outerSpace(key):
			d.failHeader(i, facts.CodeIDSpace, "a name without white space around it")
			continue
		case key != agentColumn && key != dateColumn && key != attendanceColumn && !isMetric:
			d.failHeader(i, facts.CodeMetricUnknown, knownWant("column", key, known))
			continue
		}
		first[key] = i
		d.required[i] = isMetric && metric.Missing != facts.MissingZero && metric.Missing != facts.MissingNotApplicable
		d.percent[i] = isMetric && metric.Unit == facts.Percent
	}
	d.places.columns, d.places.width = first, len(cells)
	return d.needColumn(agentColumn) && d.needColumn(dateColumn) && len(d.report.problems) == 0
}

func (d *dailyReader) failHeader(i int, code facts.Code, want string) {
	d.report.add(fault{
		code: code, at: position{d.line, d.cells[i].column}, path: fmt.Sprintf("daily[%d][%d]", d.line, i),
		want: want, got: d.cells[i].text,
	})
}

func (d *dailyReader) needColumn(key string) bool {
	_, ok := d.places.columns[key]
	if !ok {
		d.report.add(fault{
			code: facts.CodeRequired, at: position{d.line, 1}, path: rowPath(d.line, key),
			want: "a column " + key,
		})
	}
	return ok
}

// known lists the columns there may be, in a fixed order.
func (d *dailyReader) known() []string {
	return append([]string{agentColumn, dateColumn, attendanceColumn}, sortedKeys(d.metrics)...)
}

// readRow adds one row to its agent. A row with an unreadable agent or date
// belongs to no day and is left out whole; its other cells are still checked.
func (d *dailyReader) readRow() {
	if d.allBlank() {
		return // spreadsheets leave rows of commas behind
	}
	if len(d.cells) != len(d.header) {
		d.report.add(fault{
			code: facts.CodeShape, at: position{d.line, 1}, path: rowPath(d.line, ""),
			want: fmt.Sprintf("%d cells, as the header has", len(d.header)), got: fmt.Sprintf("%d cells", len(d.cells)),
		})
		return
	}
	agent, known := d.readAgent()
	day := facts.Day{}
	dated := d.readDate(&day)
	d.readAttendance(&day)
	worked := d.worked(agent, known, day)
	for i, key := range d.header {
		if key != agentColumn && key != dateColumn && key != attendanceColumn {
			d.readValue(i, key, worked, &day)
		}
	}
	if known && dated && d.isNew(agent, day.Date) {
		d.places.keep(agent, d.line, d.cells)
		a := &d.month.Agents[agent]
		a.Days = append(a.Days, day)
	}
}

func (d *dailyReader) allBlank() bool {
	for _, c := range d.cells {
		if strings.TrimSpace(c.text) != "" {
			return false
		}
	}
	return true
}

func (d *dailyReader) readAgent() (agent int, known bool) {
	column := d.places.columns[agentColumn]
	id := normal(d.cells[column].text)
	switch {
	case strings.TrimSpace(id) == "":
		d.fail(column, facts.CodeRequired, "the id of an agent")
		return 0, false
	case outerSpace(id):
		d.fail(column, facts.CodeIDSpace, "an id without white space around it")
		return 0, false
	}
	d.agent = facts.Cut(id)
	agent, known = d.roster[id]
	if !known && d.places.root != nil && !d.strangers[id] {
		d.strangers[id] = true
		d.fail(column, facts.CodeAgentUnknown, "the id of an agent in "+factsFile)
	}
	return agent, known
}

func (d *dailyReader) readDate(day *facts.Day) bool {
	column := d.places.columns[dateColumn]
	date, err := facts.ParseDate(d.cells[column].text)
	if err != nil {
		d.fail(column, facts.CodeDateInvalid, "a day of the calendar, as 2026-01-31")
		return false
	}
	if d.month.Period != 0 && date.Period() != d.month.Period {
		d.fail(column, facts.CodeDateMonth, "a day of "+d.month.Period.String())
		return false
	}
	day.Date = date
	return true
}

func (d *dailyReader) readAttendance(day *facts.Day) {
	column, ok := d.places.columns[attendanceColumn]
	if !ok || d.cells[column].text == "" {
		return
	}
	word := facts.Attendance(d.cells[column].text)
	if words := word.Words(); !contains(words, string(word)) {
		d.fail(column, facts.CodeWordUnknown, "an attendance: "+strings.Join(words, ", ")+", or an empty cell")
		return
	}
	day.Attendance = word
}

// worked reports whether metrics must have values on the day: it is worked
// unless the row or a leave says otherwise.
func (d *dailyReader) worked(agent int, known bool, day facts.Day) bool {
	if day.Attendance != "" || !known {
		return day.Attendance == facts.Worked || day.Attendance == ""
	}
	for _, l := range d.month.Agents[agent].Leave {
		if l.From <= day.Date && day.Date <= l.Until {
			return false
		}
	}
	return true
}

func (d *dailyReader) readValue(column int, key string, worked bool, day *facts.Day) {
	text := d.cells[column].text
	if blank(text) && (!worked || !d.required[column]) {
		return // what a missing value means is for the metric to say
	}
	n, bad := parseNumber(text, d.percent[column])
	if bad.code != "" {
		d.fail(column, bad.code, bad.want)
		return
	}
	if day.Values == nil {
		day.Values = make(map[string]decimal.Decimal, len(d.header))
	}
	day.Values[key] = n.value
}

// isNew reports a second row of the same agent and day.
func (d *dailyReader) isNew(agent int, date facts.Date) bool {
	key := dayKey{agent, date}
	before, twice := d.seen[key]
	if !twice {
		d.seen[key] = d.line
		return true
	}
	first := fmt.Sprintf("line %d", before)
	if before < 0 {
		first = fmt.Sprintf("line %d of %s", -before, factsFile)
	}
	d.fail(d.places.columns[dateColumn], facts.CodeDayDuplicate,
		fmt.Sprintf("one row a day and agent; line %d is a second one after %s", d.line, first))
	return false
}

// keep notes where the cells of an agent's next day stand.
func (p *places) keep(agent, line int, cells []cell) {
	p.rows[agent] = append(p.rows[agent], int32(len(p.lines))) //nolint:gosec // bounded by the file limit
	p.lines = append(p.lines, int32(line))                     //nolint:gosec // bounded by the file limit
	for _, c := range cells {
		p.starts = append(p.starts, uint32(c.column)) //nolint:gosec // bounded by the row limit
	}
}
