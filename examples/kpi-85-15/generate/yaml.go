package main

import (
	"strconv"

	"github.com/cspay/cspay/examples/internal/sample"
)

// factsYAML writes the roster, the events, the votes and the exclusions, one a
// line.
func factsYAML(people []person) []byte {
	var agents []string
	for _, p := range people {
		agents = append(agents, sample.Agent(p.Person, values(p)))
	}
	book := events()
	return july().Facts(
		agents,
		sample.Section{Key: "events", Lines: july().Events(book)},
		sample.Section{
			Comment: "# The five who mark each colleague's teamwork from 0 to 5, then the four who\n" +
				"# decide whose fault a bad review is: 1 the agent's, 0 not.\n",
			Key: "ballots", Lines: ballotLines(people, book),
		},
		sample.Section{
			Comment: "# What the supervisor took out of the month, and why.\n",
			Key:     "exclusions", Lines: append(sample.Excluded(book), exclusions()...),
		},
	)
}

// exclusions are what was taken out of the daily rows.
func exclusions() []string {
	return []string{
		`{agent: B36, date: 2026-07-17, subtract: {conversations: 6}, reason: "平台消息延迟,6 个会话未送达客服"}`,
	}
}

// values are what the roster gives beside the wage.
func values(p person) sample.Fields {
	var f sample.Fields
	f.Add("sales_target", p.target)
	f.Add("product_exam", p.product)
	f.Add("speech_exam", p.speech)
	if p.sent > 0 {
		f.Add("tasks_done", strconv.Itoa(p.done))
		f.Add("tasks_sent", strconv.Itoa(p.sent))
	}
	return f
}
