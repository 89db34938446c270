package main

import (
	"bytes"
	"fmt"

	"github.com/cspay/cspay/examples/internal/sample"
)

// factsYAML writes the roster, the events and the votes, one a line.
func factsYAML(m month, agents []agentMonth) []byte {
	list := book(agents)
	var b bytes.Buffer
	fmt.Fprintf(&b, `# Shop TM, %s: a month of the sample year. Every person and figure here is
# made up, with the size and spread of a real shop of 30 agents. Written by
# examples/ladder/generate; change it there and run the command again.
month: %s
published: {day_target: %s}
`, m.Name, m.ID, m.published)
	section := func(comment, key string, lines []string) {
		fmt.Fprintf(&b, "\n%s%s:\n", comment, key)
		for _, line := range lines {
			fmt.Fprintf(&b, "  - %s\n", line)
		}
	}
	section("", "agents", agentLines(agents))
	section("", "events", eventLines(m, list))
	section("# The marks of the soft items, those of the summary committee, then the votes on\n"+
		"# whose fault a bad review is: 1 the agent's, 0 not.\n", "ballots", ballotLines(m, agents, list))
	return b.Bytes()
}

func agentLines(agents []agentMonth) []string {
	var lines []string
	for _, a := range agents {
		var f sample.Fields
		f.Add("id", a.ID)
		f.Add("name", a.Name)
		f.Add("role", a.Role)
		f.Add("team", a.Team)
		f.Add("shop", a.shop)
		f.Add("level", a.level)
		f.Add("status", a.Status)
		f.Add("hired", a.Hired)
		f.Add("regular", a.Regular)
		f.Add("left", a.Left)
		addList(&f, "memberships", a.Moves)
		addList(&f, "leave", a.Leave)
		addList(&f, "protected", a.guarded)
		f.Add("values", a.values().String())
		lines = append(lines, f.String())
	}
	return lines
}

func addList(f *sample.Fields, key, items string) {
	if items != "" {
		f.Add(key, "["+items+"]")
	}
}

// values are what the roster gives for the month.
func (a *agentMonth) values() sample.Fields {
	var f sample.Fields
	f.Add("base_wage", a.Wage)
	if target := a.dayTarget(); target > 0 {
		f.Add("day_target", sample.Cents(target*100))
	}
	given := func(key string, n int, write func(int) string) {
		if n >= 0 {
			f.Add(key, write(n))
		}
	}
	given("dsr", a.dsr, sample.Cents)
	given("exam_mark", a.exam, tenth)
	if len(a.tests) > 0 {
		total := 0
		for _, mark := range a.tests {
			total += mark
		}
		f.Add("test_total", fmt.Sprint(total))
		f.Add("tests", fmt.Sprint(len(a.tests)))
	}
	given("typing_speed", a.speed, func(n int) string { return fmt.Sprint(n) })
	given("typing_accuracy", a.accuracy, tenth)
	return f
}
