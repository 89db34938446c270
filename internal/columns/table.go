package columns

import (
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// maxDays is the stride of the calendar: the days of the longest month.
const maxDays = 31

// Day says how one calendar day of one agent counts.
type Day uint8

// The ways a day counts. Outside is a day out of service; Unknown is a day in
// service of an agent without any daily row.
const (
	Outside Day = iota
	Unknown
	Worked
	Rest
	PaidLeave
	UnpaidLeave
	Absent
)

// Table is one month as columns. Rows are agents in byte order of their ids; a
// row is an agent's segment of the month, of which there is one for now.
type Table struct {
	Period facts.Period
	// MonthDays is the number of calendar days of the month.
	MonthDays int
	IDs       []string
	Names     []string
	Hired     []facts.Date
	// Regular are the days of regularisation and Left the last days of
	// service, zero where they were not given.
	Regular, Left []facts.Date

	status    []facts.Status
	protected []bool
	attrs     [attributes][]int32
	dict      dictionary

	cols     [][]int64
	calendar []Day // maxDays a row
	worked   []int32

	dayStart []int32
	dayNo    []uint8
	dayCells [][]int64 // by daily metric

	eventStart []int32
	Events     []Event
	witnessed  map[int32][]int32
	votes      map[subject][]vote
	chats      chats
	short      map[string]int32 // where an event stood that too few voted on, by id
	standings  [][]standing     // by ranking
	// gaps are the rows that leave the value of a group open, by metric and by
	// the group's word.
	gaps map[string]map[int32][]int32

	source     []int32 // row -> index in Month.Agents
	schema     *Schema
	exclusions map[int32][]exclusion
	reasons    map[string]string // by excluded event
}

// Event is one event of the month in its row's order: by day, then id.
type Event struct {
	ID     string
	Row    int32
	Source int32 // index in Month.Events
	Kind   int32 // -1 when no clause of the policy names it
	Word   string
	Note   string
	Day    uint8
	Status facts.EventStatus
	// Excluded events never count; they stay for explanations.
	Excluded bool
	// Amount is the money that the event is about, in cents; HasAmount tells
	// whether one was given. Order is the order that it is about.
	Amount    int64
	HasAmount bool
	Order     string
	// Reporter is who reported it. No explanation tells it.
	Reporter string
	Silent   []int32
}

// Counts reports whether the event counts by default: upheld, not excluded.
func (e *Event) Counts() bool { return e.Status == facts.Upheld && !e.Excluded }

// Rows returns the number of rows.
func (t *Table) Rows() int { return len(t.IDs) }

// Row finds an agent's row by id.
func (t *Table) Row(id string) (int32, bool) {
	lo, hi := 0, len(t.IDs)
	for lo < hi {
		mid := int(uint(lo+hi) >> 1)
		if t.IDs[mid] < id {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo < len(t.IDs) && t.IDs[lo] == id {
		return int32(lo), true
	}
	return 0, false
}

// Day returns how a day of the month (1 to 31) counts for a row.
func (t *Table) Day(row int32, day int) Day { return t.calendar[int(row)*maxDays+day-1] }

// DaysOf counts the row's days of one sort.
func (t *Table) DaysOf(row int32, sorts ...Day) int {
	n := 0
	for day := 1; day <= t.MonthDays; day++ {
		at := t.Day(row, day)
		for _, s := range sorts {
			if at == s {
				n++
			}
		}
	}
	return n
}

// Service counts the row's days in service.
func (t *Table) Service(row int32) int { return t.MonthDays - t.DaysOf(row, Outside) }

// Idle reports whether the row worked no day of the month. An agent without
// any daily row or leave is taken to have worked.
func (t *Table) Idle(row int32) bool { return t.worked[row] == 0 }

// Daily returns the range of the row's daily cells and their days.
func (t *Table) Daily(row int32) (from, to int32) { return t.dayStart[row], t.dayStart[row+1] }

// DayNo returns the day of the month of a daily row.
func (t *Table) DayNo(i int32) int { return int(t.dayNo[i]) }

// Cell returns a daily cell; ok is false where it is missing.
func (t *Table) Cell(column int, i int32) (v int64, ok bool) {
	v = t.dayCells[column][i]
	return v, v > overflow
}

// EventsOf returns the row's events by day.
func (t *Table) EventsOf(row int32) []Event {
	return t.Events[t.eventStart[row]:t.eventStart[row+1]]
}

// Witnessed returns the indexes of events the row kept silent about.
func (t *Table) Witnessed(row int32) []int32 { return t.witnessed[row] }

// Date returns the date of a day of the month.
func (t *Table) Date(day int) facts.Date { return t.Period.First() + facts.Date(day-1) }

// Status returns the row's employment status.
func (t *Table) Status(row int32) facts.Status { return t.status[row] }

// Protected reports whether the law protects the row from elimination on any
// day of the month.
func (t *Table) Protected(row int32) bool { return t.protected[row] }

// Attribute returns the row's value of an attribute.
func (t *Table) Attribute(row int32, a facts.Attribute) string {
	if a == facts.ByStatus {
		return string(t.status[row])
	}
	return t.dict.words[t.attrs[slot(a)][row]]
}

// FailRow reports a problem of one row's metric at the facts it came from.
func (t *Table) FailRow(c facts.Check, row int32, metric string, code facts.Code, want string) {
	c = c.Agent(t.IDs[row]).At("agents").Index(int(t.source[row]))
	if metric != "" {
		c = c.At("values").At(metric)
	}
	c.Fail(code, want, "")
}

// The attributes that a table interns; the status has a column of its own.
const (
	slotTeam = iota
	slotShop
	slotRole
	slotLevel
	attributes
)

func slot(a facts.Attribute) int {
	switch a {
	case facts.ByShop:
		return slotShop
	case facts.ByRole:
		return slotRole
	case facts.ByLevel:
		return slotLevel
	case facts.ByTeam, facts.ByStatus:
		return slotTeam
	default:
		return slotTeam
	}
}

// dictionary interns the words of attributes.
type dictionary struct {
	at    map[string]int32
	words []string
}

func (d *dictionary) intern(w string) int32 {
	if at, ok := d.at[w]; ok {
		return at
	}
	at := int32(len(d.words))
	d.at[w] = at
	d.words = append(d.words, w)
	return at
}

// CellState reads a daily cell with its state.
func (t *Table) CellState(column int, i int32) (int64, explain.State) {
	v := t.dayCells[column][i]
	if v <= overflow {
		return 0, stateOf(v)
	}
	return v, explain.Known
}
