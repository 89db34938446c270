package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/cspay/cspay/examples/internal/sample"
)

// event is one line of the month's book.
type event struct {
	kind   string
	day    int
	status string // upheld when empty
	// cents and order are what a freight promise is about.
	cents int
	order string
	// votes are those on a bad review, a dash for who was absent.
	votes    string
	reporter string
	note     string
}

const (
	summaryDay = 25 // the monthly summary is due
	talkDay    = 26 // and given as a talk
)

// drawEvents draws the everyday part of the book.
func (a *agentMonth) drawEvents(r *sample.RNG) {
	if len(a.worked()) == 0 {
		return
	}
	a.drawSummary(r)
	weak := max(0, 5-a.soft)
	if r.Below(100) < 6+6*weak {
		a.add(event{kind: "peer_complaint", day: a.someDay(r), reporter: "匿名"})
	}
	if r.Below(100) < 8+8*weak {
		a.add(event{kind: "bad_review", day: a.someDay(r), votes: []string{"111", "110", "010", "000", "1-1", "1-0"}[r.Below(6)]})
	}
	if r.Below(100) < 5 {
		a.add(event{kind: "project_done", day: a.someDay(r), note: "专项验收通过"})
	}
	if a.Role == afterSalesRole {
		for range r.Below(2 + weak) {
			a.add(event{kind: "customer_complaint", day: a.someDay(r)})
		}
		return
	}
	if r.Below(100) < 7 {
		a.promise(a.someDay(r), 600+r.Below(2000), "")
	}
}

// drawSummary hands in the monthly summary as often as the agent's marks
// promise, with the talk and the committee's marks.
func (a *agentMonth) drawSummary(r *sample.RNG) {
	if r.Below(10) > 5+a.soft {
		return
	}
	a.add(event{kind: "summary_submitted", day: min(summaryDay, a.Last)})
	if r.Below(10) > 3+a.soft {
		return
	}
	a.add(event{kind: "trial_talk_passed", day: min(talkDay, a.Last)})
	for range 3 {
		a.committee = append(a.committee, r.Around(66+4*a.soft, 8))
	}
}

func (a *agentMonth) add(e event) { a.events = append(a.events, e) }

// promise adds a freight promise with its order.
func (a *agentMonth) promise(day, cents int, status string) {
	order := fmt.Sprintf("TB%s%02d%03d", a.ID[1:], day, cents%1000)
	a.add(event{kind: "freight_promise", day: day, cents: cents, order: order, status: status, note: "答应了不应由店铺承担的运费"})
}

// drop takes the events of some kinds out again.
func (a *agentMonth) drop(kinds ...string) {
	a.events = slices.DeleteFunc(a.events, func(e event) bool { return slices.Contains(kinds, e.kind) })
}

// booked is an event with the agent it is about.
type booked struct {
	event
	agent *agentMonth
}

// book is the month's events by day and agent.
func book(agents []agentMonth) []booked {
	var list []booked
	for i := range agents {
		for _, e := range agents[i].events {
			list = append(list, booked{e, &agents[i]})
		}
	}
	slices.SortStableFunc(list, func(a, b booked) int {
		return cmp.Or(cmp.Compare(a.day, b.day), cmp.Compare(a.agent.ID, b.agent.ID))
	})
	return list
}

// eventID is the id of the i-th event of the book, of its own in the year.
func (m month) eventID(i int) string { return fmt.Sprintf("E%02d%03d", m.number, i+1) }

func eventLines(m month, list []booked) []string {
	var lines []string
	for i, e := range list {
		var f sample.Fields
		f.Add("id", m.eventID(i))
		f.Add("date", m.Date(e.day))
		f.Add("agent", e.agent.ID)
		f.Add("kind", e.kind)
		f.Add("status", e.status)
		f.Add("reporter", e.reporter)
		if e.cents > 0 {
			f.Add("amount", sample.Cents(e.cents))
		}
		f.Add("order", e.order)
		if e.note != "" {
			f.Add("note", `"`+strings.ReplaceAll(e.note, `"`, "")+`"`)
		}
		lines = append(lines, f.String())
	}
	return lines
}
