package main

import (
	"bytes"
	"fmt"
	"strings"
)

const header = `# Shop SW, July 2026: the sample month. Every person and figure here is made up,
# with the size and spread of a real store of 40 agents. Written by
# examples/kpi-85-15/generate; change it there and run the command again.
`

// factsYAML writes the roster, the events, the votes and the exclusions, one a
// line.
func factsYAML(people []person) []byte {
	var b bytes.Buffer
	b.WriteString(header)
	fmt.Fprintf(&b, "month: %s\n\nagents:\n", month)
	for _, p := range people {
		fmt.Fprintf(&b, "  - {%s}\n", strings.Join(agentFields(p), ", "))
	}
	b.WriteString("\nevents:\n")
	list := events()
	for i, e := range list {
		fmt.Fprintf(&b, "  - {%s}\n", strings.Join(eventFields(eventID(i), e), ", "))
	}
	b.WriteString("\n# The five who mark each colleague's teamwork from 0 to 5, then the four who\n")
	b.WriteString("# decide whose fault a bad review is: 1 the agent's, 0 not.\nballots:\n")
	for _, line := range ballotLines(people) {
		fmt.Fprintf(&b, "  - {%s}\n", line)
	}
	b.WriteString("\n# What the supervisor took out of the month, and why.\nexclusions:\n")
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

// exclusions are what was taken out of the daily rows.
func exclusions() []string {
	return []string{
		`agent: B36, date: 2026-07-17, subtract: {conversations: 6}, reason: "平台消息延迟,6 个会话未送达客服"`,
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
	if p.leave != "" {
		add("leave", "["+p.leave+"]")
	}
	add("values", "{"+strings.Join(valueFields(p), ", ")+"}")
	return fields
}

func valueFields(p person) []string {
	fields := []string{"base_wage: " + p.wage}
	add := func(key, value string) {
		if value != "" {
			fields = append(fields, key+": "+value)
		}
	}
	add("sales_target", p.target)
	add("product_exam", p.product)
	add("speech_exam", p.speech)
	if p.sent > 0 {
		add("tasks_done", fmt.Sprint(p.done))
		add("tasks_sent", fmt.Sprint(p.sent))
	}
	return fields
}

func eventFields(id string, e event) []string {
	fields := []string{
		"id: " + id, fmt.Sprintf("date: %s-%02d", month, e.day), "agent: " + e.agent, "kind: " + e.kind,
	}
	if e.status != "" {
		fields = append(fields, "status: "+e.status)
	}
	if e.note != "" {
		fields = append(fields, fmt.Sprintf("note: %q", e.note))
	}
	return fields
}
