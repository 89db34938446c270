package main

import (
	"slices"

	"github.com/cspay/cspay/examples/internal/sample"
)

// june is the sample month, with the two days of the great sale.
func june() sample.Month {
	return sample.Month{
		Shop: "ZW", Folder: "daily-pool", ID: "2026-06", Name: "June 2026", Days: 30,
		Seed: 20260601, Sale: []int{17, 18},
	}
}

// person is one agent of the sample month: what the roster says, and how the
// agent's daily rows are to be drawn.
type person struct {
	sample.Person
	exam   string
	outage int // the day on which the agent's line was down
	profile
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
	return sample.Complete(june(), slices.Concat(preSales(), afterSalesOne(), afterSalesTwo()))
}
