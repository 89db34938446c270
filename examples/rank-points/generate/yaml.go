package main

import "github.com/cspay/cspay/examples/internal/sample"

// factsYAML writes the roster, the events, the chats of the spot checks and the
// exclusions, one a line.
func factsYAML(people []person) []byte {
	var agents []string
	for _, p := range people {
		var values sample.Fields
		values.Add("exam", p.exam)
		agents = append(agents, sample.Agent(p.Person, values))
	}
	book := events(people)
	return september().Facts(
		agents,
		sample.Section{Key: "events", Lines: september().Events(book)},
		sample.Section{
			Comment: "# The weekly spot check: one satisfied and one dissatisfied chat of each agent,\n" +
				"# picked by a colleague of another team.\n",
			Key: "chats", Lines: chatLines(spotChecks(people)),
		},
		sample.Section{
			Comment: "# What the supervisor took out of the month, and why.\n",
			Key:     "exclusions", Lines: sample.Excluded(book),
		},
	)
}
