package sample

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
)

// Daily writes daily.csv, row by row. Make one with [Month.Daily].
type Daily struct {
	month   Month
	columns int
	b       bytes.Buffer
}

// Daily begins a table with the columns of the shop's own cells.
func (m Month) Daily(columns ...string) *Daily {
	d := &Daily{month: m, columns: len(columns)}
	fmt.Fprintf(&d.b, "agent,date,attendance,%s\n", strings.Join(columns, ","))
	return d
}

// Add writes an agent's day. Cells that are left out at the end stay empty, and
// so do all of a day that was not worked.
func (d *Daily) Add(agent string, day Head, cells ...string) {
	var row []string
	if day.Attendance == Worked {
		row = append(row, cells...)
	}
	for len(row) < d.columns {
		row = append(row, "")
	}
	fmt.Fprintf(&d.b, "%s,%s,%s,%s\n", agent, d.month.Date(day.Day), day.Attendance, strings.Join(row, ","))
}

// Bytes returns the table.
func (d *Daily) Bytes() []byte { return d.b.Bytes() }

// Counts writes whole numbers as cells.
func Counts(numbers ...int) []string {
	cells := make([]string, len(numbers))
	for i, n := range numbers {
		cells[i] = strconv.Itoa(n)
	}
	return cells
}

// Tenths writes a number of tenths, such as seconds, as a cell.
func Tenths(n int) string { return fmt.Sprintf("%d.%d", n/10, n%10) }

// Cents writes an amount as a cell.
func Cents(n int) string { return fmt.Sprintf("%d.%02d", n/100, n%100) }
