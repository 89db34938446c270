package main

import (
	"slices"

	"github.com/cspay/cspay/examples/internal/sample"
)

// july is the sample month, with the two days of the mid-year sale.
func july() sample.Month {
	return sample.Month{
		Shop: "SW", Folder: "kpi-85-15", ID: "2026-07", Name: "July 2026", Days: 31,
		Seed: 20260701, Sale: []int{17, 18},
	}
}

const (
	preSalesRole   = "pre_sales"
	afterSalesRole = "after_sales"
)

// person is one agent of the sample month: what the roster says, how the
// colleagues voted, and how the agent's daily rows are to be drawn.
type person struct {
	sample.Person
	// target, product and speech are the sales target and the marks of the two
	// exams; done and sent the tasks. Empty and zero mean not given.
	target, product, speech string
	done, sent              int
	// teamwork are the marks of the five voters in the order of voters(), with
	// a dash for one who did not vote.
	teamwork string
	profile
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
	return sample.Complete(july(), slices.Concat(preSalesOne(), preSalesTwo(), afterSalesOne(), afterSalesTwo()))
}
