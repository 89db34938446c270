package main

import (
	"slices"

	"github.com/cspay/cspay/examples/internal/sample"
)

// september is the sample month, with the day on which the new phones come.
func september() sample.Month {
	return sample.Month{
		Shop: "YT", Folder: "rank-points", ID: "2026-09", Name: "September 2026", Days: 30,
		Seed: 20260901, Sale: []int{18},
	}
}

const (
	role      = "pre_sales"
	teamOne   = "一组"
	teamTwo   = "二组"
	teamThree = "三组"
)

// person is one agent of the sample month: what the roster says, the mark of
// the exam (empty for who missed it), and how the daily rows are to be drawn.
type person struct {
	sample.Person
	exam string
	profile
}

// profile is what an agent's days look like on average. Totals are met exactly.
type profile struct {
	conversations int // a day
	response      int // tenths of a second

	enquired, converted int // per mille of conversations, of enquirers
	sales               int // cents of the month
	orders              int // of the month

	invited, satisfied int // of the month
	ratings, stars     int // of the month
	due, done          int // daily tasks of the month
}

// chats is the everyday part of a profile: conversations a day and response in
// tenths of a second.
func chats(conversations, response int) profile {
	return profile{conversations: conversations, response: response}
}

// sells adds enquirers among the conversations and buyers among the enquirers
// (both per mille), the month's sales in cents and its orders.
func (p profile) sells(enquired, converted, sales, orders int) profile {
	p.enquired, p.converted, p.sales, p.orders = enquired, converted, sales, orders
	return p
}

// pleases adds how many were invited to rate, how many of them were satisfied,
// and the stars and ratings that the shop got for the agent's orders.
func (p profile) pleases(invited, satisfied, stars, ratings int) profile {
	p.invited, p.satisfied, p.stars, p.ratings = invited, satisfied, stars, ratings
	return p
}

// does adds the month's daily tasks: done and due.
func (p profile) does(done, due int) profile {
	p.done, p.due = done, due
	return p
}

// roster returns the 25 agents by id.
func roster() []person {
	return sample.Complete(september(), slices.Concat(firstTeam(), secondTeam(), thirdTeam()))
}
