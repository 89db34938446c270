package main

import (
	"slices"

	"github.com/cspay/cspay/examples/internal/sample"
)

// august is the sample month.
func august() sample.Month {
	return sample.Month{
		Shop: "LF", Folder: "quality", ID: "2026-08", Name: "August 2026", Days: 31,
		Seed: 20260801, Sale: []int{18},
	}
}

const role = "service"

// person is one agent of the sample month: what the roster says, and how the
// agent's days and chats are to be drawn.
type person struct {
	sample.Person
	// due are the days rostered less approved leave, where there was any.
	due string
	// full is the performance pay that full marks pay for the days in service.
	full string
	profile
	inspected
}

// profile is what an agent's days look like on average. Totals that are not
// zero are met exactly.
type profile struct {
	visitors  int  // a day, on average exactly
	extra     int  // visitors of the month beside these
	balance   bool // evens out the shop's load
	response  int  // tenths of a second
	deals     int  // per mille of visitors
	returned  int  // per mille of deals
	satisfied int  // per mille of ratings

	dealTotal, returnTotal int
}

// inspected is what the inspection finds on average.
type inspected struct {
	errors int // chats with an error, per mille; 0 leaves all to the tables
	kept   int // chats not passed on to the survey, per mille
	// sample is how many chats were picked on each worked day, in their order;
	// where it ends, three or nearly so.
	sample []int
}

// works is the everyday part of a profile: visitors a day, response in tenths
// of a second, deals of visitors, returns of deals, satisfied of ratings (all per mille).
func works(visitors, response, deals, returned, satisfied int) profile {
	return profile{visitors: visitors, response: response, deals: deals, returned: returned, satisfied: satisfied}
}

// exactly fixes the month's deals and returns.
func (p profile) exactly(deals, returned int) profile {
	p.dealTotal, p.returnTotal = deals, returned
	return p
}

// balancing lets the agent have what the shop lacks in visitors.
func (p profile) balancing() profile {
	p.balance = true
	return p
}

// more adds to the month's visitors.
func (p profile) more(visitors int) profile {
	p.extra = visitors
	return p
}

// roster returns the 18 agents by id.
func roster() []person {
	people := sample.Complete(august(), slices.Concat(teamOne(), teamTwo()))
	for i := range people {
		if people[i].balance {
			people[i].extra = toTwoHundred(people)
		}
	}
	return people
}

// toTwoHundred is what the shop lacks in visitors so that a day attended brings
// 200 on the mean of all.
func toTwoHundred(people []person) int {
	lack := 0
	for _, p := range people {
		days := len(sample.WorkedRows(calendar(p)))
		lack += (200 - p.visitors) * days
		if !p.balance {
			lack -= p.extra
		}
	}
	return lack
}
