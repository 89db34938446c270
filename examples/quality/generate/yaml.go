package main

import "github.com/cspay/cspay/examples/internal/sample"

// factsYAML writes the roster and the inspected chats, one a line.
func factsYAML(people []person) []byte {
	var agents, lines []string
	for _, p := range people {
		var values sample.Fields
		values.Add("performance_base", p.full)
		values.Add("days_without_leave", p.due)
		agents = append(agents, sample.Agent(p.Person, values))
	}
	for i, c := range chats(people) {
		lines = append(lines, c.line(i))
	}
	return august().Facts(agents, sample.Section{
		Comment: "# The inspected chats: random picks and what the complaint group submitted.\n",
		Key:     "chats", Lines: lines,
	})
}
