package main

import "slices"

// monthDays is the length of the sample month, June 2026.
const (
	month     = "2026-06"
	monthDays = 30
)

// person is one agent of the sample month: what the roster says, and how the
// agent's daily rows are to be drawn.
type person struct {
	id, name, role, team, status string
	hired, regular, left         string
	// moves are memberships from a day of the month on, in YAML.
	moves      string
	wage, exam string

	first, last int // days of the month in service
	rest        int // shifts the weekly two days of rest
	absences    []absence
	outage      int // the day on which the agent's line was down
	profile
}

// absence is a span of days, both inclusive, that were not worked.
type absence struct {
	from, until int
	kind        string
}

// profile is what an agent's days look like on average. Totals that are not
// zero are met exactly.
type profile struct {
	conversations int // a day
	slow          int // per mille of conversations
	response      int // tenths of a second
	rated         int // per mille of conversations
	satisfied     int // per mille of ratings
	answers       int // per mille of questions
	missed        int // per mille of conversations

	conversationTotal, slowTotal int
	salesTotal, returnsTotal     int // cents
	likeRowsOf                   string
}

// chats is the everyday part of a profile: conversations a day, slow replies
// (per mille), response (tenths of a second), conversations rated, ratings
// satisfied, answers to questions and enquiries missed (all per mille).
func chats(conversations, slow, response, rated, satisfied, answers, missed int) profile {
	return profile{
		conversations: conversations, slow: slow, response: response, rated: rated,
		satisfied: satisfied, answers: answers, missed: missed,
	}
}

// exactly fixes the month's conversations and slow replies.
func (p profile) exactly(conversations, slow int) profile {
	p.conversationTotal, p.slowTotal = conversations, slow
	return p
}

// sells fixes the month's sales and returns, in cents.
func (p profile) sells(sales, returns int) profile {
	p.salesTotal, p.returnsTotal = sales, returns
	return p
}

// roster returns the 26 agents by id.
func roster() []person {
	people := slices.Concat(preSales(), afterSalesOne(), afterSalesTwo())
	for i := range people {
		p := &people[i]
		if p.first == 0 {
			p.first = 1
		}
		if p.last == 0 {
			p.last = monthDays
		}
		if p.status == "" {
			p.status = "regular"
		}
	}
	return people
}
