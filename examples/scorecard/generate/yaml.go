package main

import "github.com/cspay/cspay/examples/internal/sample"

const attendance = "attendance"

// factsYAML writes the roster, the attendance events and the exclusions, one a
// line.
func factsYAML(people []person) []byte {
	var agents []string
	for _, p := range people {
		var f sample.Fields
		f.Add("sales_target", p.target)
		agents = append(agents, sample.Agent(p.Person, f))
	}
	book := events()
	return september().Facts(
		agents,
		sample.Section{
			Comment: "# Who came late, left early or did not clock in. Leave is no event.\n",
			Key:     "events", Lines: september().Events(book),
		},
		sample.Section{
			Comment: "# What the supervisor took out of the month, and why.\n",
			Key:     "exclusions", Lines: sample.Excluded(book),
		},
	)
}

// events are the attendance events: none for C01, one for C02, exactly three
// for C03 (a fourth was withdrawn), four for C04 and C05 and five for C06. The one
// of C09 was overturned, and of the four of C15 one is excluded.
func events() []sample.Event {
	var list []sample.Event
	add := func(agent, note string, days ...int) {
		for _, day := range days {
			list = append(list, sample.Event{Agent: agent, Kind: attendance, Day: day, Note: note})
		}
	}
	add("C02", "迟到", 9)
	add("C03", "迟到", 3, 16, 24)
	add("C04", "缺卡", 3, 10, 17, 27)
	add("C05", "迟到", 7, 14, 21, 29)
	add("C06", "早退", 1, 7, 15, 22, 28)
	add("C07", "迟到", 11)
	add("C08", "缺卡", 2, 9, 17, 23, 30)
	add("C10", "迟到", 18, 25)
	add("C12", "早退", 14)
	add("C14", "迟到", 4, 17)
	add("C15", "迟到", 5, 19, 27)
	add("C16", "缺卡", 22)
	add("C17", "迟到", 3, 10, 18, 25)
	add("C18", "迟到", 3, 14, 24, 29)
	add("C19", "迟到", 22)
	return sample.Book(append(list,
		sample.Event{Agent: "C03", Kind: attendance, Day: 28, Status: "withdrawn", Note: "补卡成功,撤回"},
		sample.Event{Agent: "C09", Kind: attendance, Day: 16, Status: "overturned", Note: "核实为公出"},
		sample.Event{Agent: "C15", Kind: attendance, Day: 12, Note: "迟到", Excluded: "台风停运,全员不计"},
	))
}
