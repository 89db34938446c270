package main

import "slices"

// monthDays is the length of the sample month, July 2026.
const (
	month     = "2026-07"
	monthDays = 31
)

const (
	preSalesRole   = "pre_sales"
	afterSalesRole = "after_sales"
)

// person is one agent of the sample month: what the roster says, how the
// colleagues voted, and how the agent's daily rows are to be drawn.
type person struct {
	id, name, role, team, status string
	hired, regular, left         string
	// moves are memberships and leave from a day of the month on, in YAML.
	moves, leave string
	wage         string
	// target, product and speech are the sales target and the marks of the two
	// exams; done and sent the tasks. Empty and zero mean not given.
	target, product, speech string
	done, sent              int
	// teamwork are the marks of the five voters in the order of voters(), with
	// a dash for one who did not vote.
	teamwork string

	first, last int // days of the month in service
	rest        int // shifts the weekly two days of rest
	absences    []absence
	profile
}

// absence is a span of days, both inclusive, that were not worked. Days of a
// kind that is empty have no row at all: a leave of the roster covers them.
type absence struct {
	from, until int
	kind        string
}

// profile is what an agent's days look like on average. Totals that are not
// zero are met exactly.
type profile struct {
	conversations int // a day
	response      int // tenths of a second
	answers       int // per mille of questions
	missed        int // per mille of conversations

	enquired, converted     int // per mille of conversations, of enquiries
	noEnquiries             bool
	invited, reviewed, good int // per mille of conversations, of invited, of reviews

	conversationTotal, missedTotal int
	enquiryTotal, buyerTotal       int
	salesTotal                     int // cents
	likeRowsOf                     string
}

// chats is the everyday part of a profile: conversations a day, response
// (tenths of a second), answers to questions and conversations missed (both
// per mille).
func chats(conversations, response, answers, missed int) profile {
	return profile{conversations: conversations, response: response, answers: answers, missed: missed}
}

// sells adds what pre-sales do: enquirers among the conversations, buyers among
// the enquirers (both per mille) and the month's sales in cents.
func (p profile) sells(enquired, converted, sales int) profile {
	p.enquired, p.converted, p.salesTotal = enquired, converted, sales
	return p
}

// serves adds what after-sales do: reviews invited, reviews written and good
// ones among them, each per mille of the one before.
func (p profile) serves(invited, reviewed, good int) profile {
	p.invited, p.reviewed, p.good = invited, reviewed, good
	return p
}

// replies fixes the month's conversations and those not replied to.
func (p profile) replies(conversations, missed int) profile {
	p.conversationTotal, p.missedTotal = conversations, missed
	return p
}

// converts fixes the month's enquirers and buyers.
func (p profile) converts(enquiries, buyers int) profile {
	p.enquiryTotal, p.buyerTotal = enquiries, buyers
	return p
}

// blank leaves the cells of enquirers and buyers empty.
func (p profile) blank() profile {
	p.enquired, p.converted = 0, 0
	return p
}

// none writes 0 into the cells of enquirers and buyers.
func (p profile) none() profile {
	p.noEnquiries = true
	return p.blank()
}

// roster returns the 40 agents by id.
func roster() []person {
	people := slices.Concat(preSalesOne(), preSalesTwo(), afterSalesOne(), afterSalesTwo())
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

func find(people []person, id string) person {
	for _, p := range people {
		if p.id == id {
			return p
		}
	}
	return person{}
}
