package main

import (
	"bytes"
	"fmt"
	"strings"
)

const header = `# Shop ZW, June 2026: the sample month. Every person and figure here is made up,
# with the size and spread of a real store of 26 agents. Written by
# examples/daily-pool/generate; change it there and run the command again.
`

// factsYAML writes the roster, the events and the exclusions, one a line.
func factsYAML(people []person) []byte {
	var b bytes.Buffer
	b.WriteString(header)
	fmt.Fprintf(&b, "month: %s\n\nagents:\n", month)
	for _, p := range people {
		fmt.Fprintf(&b, "  - {%s}\n", strings.Join(agentFields(p), ", "))
	}
	b.WriteString("\nevents:\n")
	list := events(people)
	for i, e := range list {
		fmt.Fprintf(&b, "  - {%s}\n", strings.Join(eventFields(eventID(i), e), ", "))
	}
	b.WriteString("\n# What the platform or the supervisor took out of the month, and why.\nexclusions:\n")
	for i, e := range list {
		if e.excluded != "" {
			fmt.Fprintf(&b, "  - {event: %s, reason: %q}\n", eventID(i), e.excluded)
		}
	}
	for _, line := range exclusions() {
		fmt.Fprintf(&b, "  - {%s}\n", line)
	}
	return b.Bytes()
}

// exclusions are the three ways to take amounts out: off the month, off one
// day, and a whole daily row.
func exclusions() []string {
	return []string{
		`agent: A24, subtract: {slow: 5, conversations: 5}, reason: "平台报备异常单:暴雨停运区域"`,
		`agent: A20, date: 2026-06-18, subtract: {slow: 4, conversations: 4}, reason: "平台报备异常单:大促系统延迟"`,
		`agent: A23, date: 2026-06-17, reason: "线路故障,当日数据无效"`,
	}
}

func agentFields(p person) []string {
	fields := []string{
		"id: " + p.id, "name: " + p.name, "role: " + p.role, "team: " + p.team,
		"status: " + p.status, "hired: " + p.hired,
	}
	add := func(key, value string) {
		if value != "" {
			fields = append(fields, key+": "+value)
		}
	}
	add("regular", p.regular)
	add("left", p.left)
	if p.moves != "" {
		add("memberships", "["+p.moves+"]")
	}
	return append(fields, fmt.Sprintf("values: {base_wage: %s, exam: %s}", p.wage, p.exam))
}

func eventFields(id string, e event) []string {
	fields := []string{
		"id: " + id, fmt.Sprintf("date: %s-%02d", month, e.day), "agent: " + e.agent, "kind: " + e.kind,
	}
	if e.status != "" {
		fields = append(fields, "status: "+e.status)
	}
	if e.reporter != "" {
		fields = append(fields, "reporter: "+e.reporter)
	}
	if len(e.silent) > 0 {
		fields = append(fields, "silent: ["+strings.Join(e.silent, ", ")+"]")
	}
	if e.note != "" {
		fields = append(fields, fmt.Sprintf("note: %q", e.note))
	}
	return fields
}
