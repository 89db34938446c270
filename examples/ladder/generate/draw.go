package main

import (
	"slices"

	"github.com/cspay/cspay/examples/internal/sample"
)

// agentMonth is one agent's month as it was drawn and then changed by the
// cases. Numbers below 0 mean that there is none.
type agentMonth struct {
	person
	rows []row

	sales                      int // cents
	inquirers, buyers          int
	customers, items           int
	refunds, disputes          int
	exam, accuracy, speed, dsr int // tenths, tenths of a percent, characters, hundredths
	tests                      []int
	attitude, teamwork         string // a mark of each voter, a dash for none
	committee                  []int

	events []event
}

// worked are the days of the month that were worked, 0 rows for none.
func (a *agentMonth) worked() []*row { return sample.WorkedRows(a.rows) }

// someDay is a worked day drawn from the month.
func (a *agentMonth) someDay(r *sample.RNG) int {
	work := a.worked()
	return work[r.Below(len(work))].Day
}

// drawMonth draws the month of everybody in service.
func drawMonth(m month) []agentMonth {
	var list []agentMonth
	for _, p := range inMonth(m) {
		a := agentMonth{person: p, rows: sample.Rows[row](m.calendar(p.Person))}
		r := m.RNG(p.ID)
		a.drawTotals(r)
		a.drawMarks(r)
		a.drawEvents(r)
		for _, c := range slices.Concat(cases(), careerCases()) {
			if c.month == m.number && c.agent == p.ID {
				c.what(&a)
			}
		}
		a.fill(m, m.RNG(p.ID+"/days"))
		list = append(list, a)
	}
	return list
}

// drawTotals draws what the daily rows are to add up to.
func (a *agentMonth) drawTotals(r *sample.RNG) {
	days := len(a.worked())
	if days == 0 {
		return
	}
	talks := a.conversations * days
	if a.Role == afterSalesRole {
		a.refunds = r.Around(talks*55/100, 6)
		a.disputes = r.Part(a.refunds, r.Around(a.disputed, 25))
		return
	}
	a.sales = a.dayTarget() * days * r.Around(a.attained, 9) / 10 // cents
	a.sales += r.Below(10000)
	var asked int
	if a.inquiries() {
		a.inquirers = r.Around(talks*62/100, 5)
		a.buyers = r.Part(a.inquirers, r.Around(a.converted, 6))
		asked = a.inquirers
	} else {
		asked = talks
		a.buyers = r.Part(talks, r.Around(a.converted, 6))
	}
	a.customers = a.buyers + r.Part(asked, 20)
	a.items = r.Part(a.customers, r.Around(a.basket, 5))
}

// drawMarks draws exams, typing and votes.
func (a *agentMonth) drawMarks(r *sample.RNG) {
	a.exam, a.speed, a.accuracy, a.dsr = -1, -1, -1, -1
	if len(a.worked()) == 0 {
		return
	}
	const half, most = 5, 1000
	a.exam = min(most, r.Around(a.person.exam, 8)/half*half)
	for range 3 + r.Below(2) {
		a.tests = append(a.tests, min(100, r.Around(a.person.exam/10, 9)))
	}
	a.speed = r.Around(a.person.speed, 4)
	a.accuracy = min(most, r.Around(a.person.accuracy, 2))
	if a.Role == afterSalesRole {
		a.dsr = min(500, r.Around(a.stars, 1))
	}
	a.attitude, a.teamwork = a.vote(r), a.vote(r)
}

// vote draws the three marks of a soft item.
func (a *agentMonth) vote(r *sample.RNG) string {
	marks := []byte("000")
	for i := range marks {
		marks[i] = byte('0' + clip(a.soft+r.Below(3)-1, 1, 5))
	}
	return string(marks)
}
