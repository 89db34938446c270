package main

import (
	"fmt"
	"strings"

	"github.com/cspay/cspay/examples/internal/sample"
)

// checked is one chat of the weekly spot check.
type checked struct {
	agent, source, sampler string
	week, day              int
	items                  []string
}

// fridays are the days on which the weeks' checks are done.
func fridays() []int { return []int{4, 11, 18, 25} }

// sources are the two sorts of chats, one of each a week.
func sources() []string { return []string{"satisfied", "dissatisfied"} }

// spotChecks are the chats in the order of the weeks: of everybody who worked
// since the last Friday one chat of each sort, of the last day worked, picked
// by a colleague of another team. C25 was not checked yet.
func spotChecks(people []person) []checked {
	var list []checked
	for week, friday := range fridays() {
		for i, p := range people {
			day := lastWorked(p, friday)
			if day == 0 || p.ID == "C25" {
				continue
			}
			for _, source := range sources() {
				list = append(list, checked{
					agent: p.ID, source: source, sampler: colleague(people, i, week, day),
					week: week, day: day, items: found(p, week, source),
				})
			}
		}
	}
	return list
}

// lastWorked is the last day worked in the week up to a Friday, or 0.
func lastWorked(p person, friday int) int {
	last := 0
	for _, d := range september().Calendar(p.Person) {
		if d.Attendance == sample.Worked && d.Day > friday-7 && d.Day <= friday {
			last = d.Day
		}
	}
	return last
}

// colleague is who picked the chats: the next of the roster, another one each
// week, who is of another team and there all month.
func colleague(people []person, i, week, day int) string {
	for step := 8 + week; ; step++ {
		p := people[(i+step)%len(people)]
		if p.Team != people[i].Team && p.First == 1 && p.Last == 30 && lastWorked(p, day) > 0 {
			return p.ID
		}
	}
}

// found are the errors of a chat: those of the table, or drawn, more of them in
// the third team and in dissatisfied chats.
func found(p person, week int, source string) []string {
	var list []string
	for _, f := range findings() {
		if f.agent == p.ID && f.week == week && f.source == source {
			list = append(list, f.item)
		}
	}
	r := september().RNG(fmt.Sprintf("%s %d %s", p.ID, week, source))
	chance := map[string]int{teamOne: 4, teamTwo: 6, teamThree: 10}[p.Team]
	if source == "dissatisfied" {
		chance *= 2
	}
	for _, item := range []string{"wrong_plan", "vague_answer", "slow_reply", "no_farewell"} {
		if r.Below(100) < chance {
			list = append(list, item)
		}
	}
	return list
}

// finding is a red line that a spot check came upon, and where its case stands.
type finding struct {
	agent, source, item, status string
	week                        int
}

// findings are the red lines: C08 shirked, C15 broke two promises, C20 did
// both. The case of C11 is not decided and that of C18 was overturned.
func findings() []finding {
	return []finding{
		{agent: "C08", week: 1, source: "dissatisfied", item: shirking},
		{agent: "C11", week: 3, source: "dissatisfied", item: promiseBroken, status: "reported"},
		{agent: "C15", week: 0, source: "dissatisfied", item: promiseBroken},
		{agent: "C15", week: 2, source: "satisfied", item: promiseBroken},
		{agent: "C18", week: 2, source: "dissatisfied", item: shirking, status: "overturned"},
		{agent: "C20", week: 1, source: "dissatisfied", item: promiseBroken},
		{agent: "C20", week: 3, source: "dissatisfied", item: shirking},
	}
}

// chatID is the id of the i-th chat.
func chatID(i int) string { return fmt.Sprintf("Q%03d", i+1) }

// chatLines writes the chats.
func chatLines(list []checked) []string {
	var lines []string
	for i, c := range list {
		var f sample.Fields
		f.Add("id", chatID(i))
		f.Add("date", september().Date(c.day))
		f.Add("agent", c.agent)
		f.Add("inspection", "spot_check")
		f.Add("source", c.source)
		f.Add("sampler", c.sampler)
		if len(c.items) > 0 {
			f.Add("items", "["+strings.Join(c.items, ", ")+"]")
		}
		lines = append(lines, f.String())
	}
	return lines
}
