package main

import (
	"slices"

	"github.com/cspay/cspay/examples/internal/sample"
)

// The kinds of events of the shop.
const (
	praise        = "praise"
	blame         = "blame"
	shirking      = "shirking"
	promiseBroken = "promise_broken"
)

// events returns the month's events in the order of the book, by day.
func events(people []person) []sample.Event {
	return sample.Book(named(), redLines(people))
}

// named are the praises and blames by name. C01 has three and one; a fourth
// praise of hers was withdrawn. One praise of C12 was booked twice.
func named() []sample.Event {
	return []sample.Event{
		{Agent: "C01", Kind: praise, Day: 3, Note: "客户来信表扬"},
		{Agent: "C01", Kind: praise, Day: 12, Note: "主动跟进携号转网 12 单"},
		{Agent: "C01", Kind: praise, Day: 22, Note: "带教新人"},
		{Agent: "C01", Kind: praise, Day: 23, Status: "withdrawn", Note: "与 22 日为同一事"},
		{Agent: "C01", Kind: blame, Day: 18, Note: "首发日交接漏登记"},
		{Agent: "C12", Kind: praise, Day: 8},
		{Agent: "C12", Kind: praise, Day: 18},
		{Agent: "C12", Kind: praise, Day: 19, Excluded: "与 9 月 18 日为同一表扬,重复登记"},
		{Agent: "C14", Kind: blame, Day: 11},
		{Agent: "C17", Kind: praise, Day: 16, Note: "套餐话术整理"},
		{Agent: "C19", Kind: blame, Day: 7},
		{Agent: "C19", Kind: blame, Day: 24},
		{Agent: "C21", Kind: praise, Day: 25},
		{Agent: "C23", Kind: blame, Day: 29, Status: "reported", Note: "月末尚未核实"},
		{Agent: "C25", Kind: blame, Day: 28, Note: "未按流程核实身份"},
		{Agent: "C25", Kind: blame, Day: 29, Note: "值守期间离岗"},
	}
}

// redLines are the cases that the spot checks came upon, each on the day of its
// chat and reported by who picked it.
func redLines(people []person) []sample.Event {
	var list []sample.Event
	for i, c := range spotChecks(people) {
		for _, f := range findings() {
			if f.agent == c.agent && f.week == c.week && f.source == c.source && slices.Contains(c.items, f.item) {
				list = append(list, sample.Event{
					Agent: f.agent, Kind: f.item, Day: c.day, Status: f.status,
					Reporter: c.sampler, Note: "互检会话 " + chatID(i),
				})
			}
		}
	}
	return list
}
