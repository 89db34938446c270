package sample

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// The pieces are held to the committed files by each shop's generate test;
// here is what those files could not show.

type agent struct{ Person }

type cellRow struct {
	Head
	n int
}

func rowsOf(days ...Head) []cellRow { return Rows[cellRow](days) }

func n(r *cellRow) *int { return &r.n }

func TestACalendarHasItsRestAndItsAbsences(t *testing.T) {
	m := Month{ID: "2026-02", Days: 28, Sale: []int{6}}
	p := Person{
		First: 5, Last: 9, Rest: 1, // the 6th and the 7th fall on rest
		Absences: []Absence{{From: 8, Until: 8, Kind: "absent"}, {From: 9, Until: 12}},
	}
	assert.Equal(t, []Head{{5, Worked}, {6, Worked}, {7, "rest"}, {8, "absent"}}, m.Calendar(p))
	assert.Equal(t, "2026-02-05", m.Date(5))
}

func TestARosterIsCompletedAndSearched(t *testing.T) {
	people := Complete(Month{Days: 28}, []agent{
		{Person{ID: "a"}},
		{Person{ID: "b", First: 3, Last: 9, Status: "probation"}},
	})
	assert.Equal(t, Person{ID: "a", First: 1, Last: 28, Status: "regular"}, Find(people, "a").Person)
	assert.Equal(t, Person{ID: "b", First: 3, Last: 9, Status: "probation"}, Find(people, "b").Person)
	assert.Zero(t, Find(people, "c"))
}

func TestAColumnMeetsItsTotal(t *testing.T) {
	for name, c := range map[string]struct {
		given, want []int
		total       int
	}{
		"one more for the earliest": {[]int{1, 1, 1}, []int{2, 2, 1}, 5},
		"never below zero":          {[]int{0, 2, 1}, []int{0, 1, 0}, 1},
		"zero asks for nothing":     {[]int{1, 2, 3}, []int{1, 2, 3}, 0},
	} {
		t.Run(name, func(t *testing.T) {
			rows := rowsOf(Head{1, Worked}, Head{2, Worked}, Head{3, Worked})
			work := WorkedRows(rows)
			for i, v := range c.given {
				work[i].n = v
			}
			Meet(work, c.total, n)
			assert.Equal(t, c.want, []int{rows[0].n, rows[1].n, rows[2].n})
		})
	}
}

func TestATotalIsSpreadByWeights(t *testing.T) {
	rows := rowsOf(Head{1, Worked}, Head{2, "rest"}, Head{3, Worked}, Head{4, Worked})
	byDay := func(r *cellRow) int { return r.Day }
	Spread(WorkedRows(rows), 100, 1, byDay, n)
	assert.Equal(t, []int{12, 0, 37, 51}, []int{rows[0].n, rows[1].n, rows[2].n, rows[3].n}, "1, 3 and 4 of 8")
	Spread(WorkedRows(rows), 100, 2, byDay, n)
	assert.Equal(t, []int{12, 0, 100, 51}, []int{rows[0].n, rows[1].n, rows[2].n, rows[3].n}, "every second")
}

func TestACopiedMonthIsSwappedDayByDay(t *testing.T) {
	from := rowsOf(Head{1, Worked}, Head{2, "rest"}, Head{3, Worked}, Head{4, Worked})
	for i := range from {
		from[i].n = 10 * from[i].Day
	}
	rows := rowsOf(Head{5, Worked}, Head{6, Worked}, Head{7, "rest"}, Head{8, Worked})
	CopySwapped(rows, from)
	assert.Equal(t, []cellRow{
		{Head{5, Worked}, 30},
		{Head{6, Worked}, 10},
		{Head{7, "rest"}, 0},
		{Head{8, Worked}, 40},
	}, rows)
}

func TestADailyRowHasAllItsCells(t *testing.T) {
	d := Month{ID: "2026-02"}.Daily("a", "b", "c")
	d.Add("x", Head{1, Worked}, "1", Tenths(25))
	d.Add("x", Head{2, "rest"}, "1", "2", "3")
	d.Add("x", Head{3, Worked}, append(Counts(1, 2), Cents(1205))...)
	assert.Equal(t, "agent,date,attendance,a,b,c\n"+
		"x,2026-02-01,worked,1,2.5,\n"+
		"x,2026-02-02,rest,,,\n"+
		"x,2026-02-03,worked,1,2,12.05\n", string(d.Bytes()))
}
