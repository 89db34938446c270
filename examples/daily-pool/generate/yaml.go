package main

import "github.com/cspay/cspay/examples/internal/sample"

// factsYAML writes the roster, the events and the exclusions, one a line.
func factsYAML(people []person) []byte {
	var agents []string
	for _, p := range people {
		agents = append(agents, sample.Agent(p.Person, sample.Fields{"exam: " + p.exam}))
	}
	book := events(people)
	return june().Facts(
		agents,
		sample.Section{Key: "events", Lines: june().Events(book)},
		sample.Section{
			Comment: "# What the platform or the supervisor took out of the month, and why.\n",
			Key:     "exclusions", Lines: append(sample.Excluded(book), exclusions()...),
		},
	)
}

// exclusions are the three ways to take amounts out: off the month, off one
// day, and a whole daily row.
func exclusions() []string {
	return []string{
		`{agent: A24, subtract: {slow: 5, conversations: 5}, reason: "平台报备异常单:暴雨停运区域"}`,
		`{agent: A20, date: 2026-06-18, subtract: {slow: 4, conversations: 4}, reason: "平台报备异常单:大促系统延迟"}`,
		`{agent: A23, date: 2026-06-17, reason: "线路故障,当日数据无效"}`,
	}
}
