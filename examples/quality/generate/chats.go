package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/cspay/cspay/examples/internal/sample"
)

// chat is one inspected chat.
type chat struct {
	agent, source, sampler string
	day                    int
	items                  []string
	transferred            string // empty where nobody looked
	note                   string
}

// chats are the inspected chats in the order of their days, those of a day by
// agent, the random picks before what complaints brought.
func chats(people []person) []chat {
	var list []chat
	for _, p := range people {
		list = append(list, picks(p)...)
	}
	for _, f := range complaints() {
		list = append(list, chat{
			agent: f.agent, source: "complaint", sampler: "投诉组", day: f.day, items: f.items, note: f.note,
		})
	}
	slices.SortStableFunc(list, func(a, b chat) int {
		return cmp.Or(cmp.Compare(a.day, b.day), cmp.Compare(a.agent, b.agent))
	})
	return list
}

// picks draws the random picks of one agent and puts the findings of the table
// into theirs.
func picks(p person) []chat {
	r := august().RNG(p.ID + "/chats")
	var list []chat
	for i, d := range sample.WorkedRows(calendar(p)) {
		n := picked(r, p, i)
		for pick := 1; pick <= n; pick++ {
			c := chat{agent: p.ID, source: "random", sampler: sampler(r, p.ID), day: d.Day, transferred: "true"}
			switch n := r.Below(1000); {
			case n < 20:
				c.transferred = ""
			case n < 20+p.kept:
				c.transferred = "false"
			}
			if r.Below(1000) < p.errors {
				c.items = []string{ordinary()[r.Below(len(ordinary()))]}
			}
			for _, f := range findings() {
				if f.agent == p.ID && f.day == d.Day && f.pick == pick {
					c.items, c.note = f.items, f.note
				}
			}
			list = append(list, c)
		}
	}
	return list
}

// picked is how many chats were picked on the i-th day worked: three, and now
// and then one fewer or one more.
func picked(r *sample.RNG, p person, i int) int {
	n := []int{2, 4, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3}[r.Below(20)]
	if i < len(p.sample) {
		return p.sample[i]
	}
	return n
}

// ordinary are the errors of everyday, those that are made more often twice.
func ordinary() []string {
	return []string{
		forbiddenPhrase, impatience, vagueAnswer, vagueAnswer, partialAnswer, partialAnswer, earlyClosing, earlyClosing,
		shirking,
	}
}

// sampler is one of the three inspectors or, now and then, a team lead, who
// does not pick chats of their own.
func sampler(r *sample.RNG, agent string) string {
	list := []string{"质检甲", "质检乙", "质检丙", "L01", "L13"}
	s := list[r.Below(len(list))]
	if s == agent {
		return list[0]
	}
	return s
}

func (c chat) line(i int) string {
	var f sample.Fields
	f.Add("id", fmt.Sprintf("Q%04d", i+1))
	f.Add("agent", c.agent)
	f.Add("date", august().Date(c.day))
	f.Add("inspection", "qa")
	f.Add("source", c.source)
	f.Add("sampler", c.sampler)
	if len(c.items) > 0 {
		f.Add("items", "["+strings.Join(c.items, ", ")+"]")
	}
	f.Add("transferred", c.transferred)
	if c.note != "" {
		f.Add("note", fmt.Sprintf("%q", c.note))
	}
	return f.String()
}
