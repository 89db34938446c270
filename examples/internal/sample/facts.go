package sample

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Event is one line of the inspection book, a bad review or a complaint.
type Event struct {
	Agent, Kind string
	Day         int
	Status      string // upheld when empty
	Reporter    string
	Silent      []string
	// Votes are those of the shop's panel on the event, a dash for one who was
	// absent; empty where nobody votes or has voted.
	Votes string
	Note  string
	// Excluded is the reason why the event does not count.
	Excluded string
}

// Book returns a month's events in the order of the book, by day.
func Book(lists ...[]Event) []Event {
	all := slices.Concat(lists...)
	slices.SortStableFunc(all, func(a, b Event) int {
		return cmp.Or(cmp.Compare(a.Day, b.Day), cmp.Compare(a.Agent, b.Agent))
	})
	return all
}

// EventID is the id of the i-th event of the book.
func EventID(i int) string { return fmt.Sprintf("E%03d", i+1) }

// Fields are the keys and values of one line of facts.yaml.
type Fields []string

// Add adds a key, unless its value is empty.
func (f *Fields) Add(key, value string) {
	if value != "" {
		*f = append(*f, key+": "+value)
	}
}

func (f *Fields) addList(key, items string) {
	if items != "" {
		f.Add(key, "["+items+"]")
	}
}

func (f *Fields) addText(key, text string) {
	if text != "" {
		f.Add(key, fmt.Sprintf("%q", text))
	}
}

func (f Fields) String() string { return "{" + strings.Join(f, ", ") + "}" }

// Agent writes an agent of the roster. The values follow the wage.
func Agent(p Person, values Fields) string {
	given := Fields{"base_wage: " + p.Wage}
	var f Fields
	f.Add("id", p.ID)
	f.Add("name", p.Name)
	f.Add("role", p.Role)
	f.Add("team", p.Team)
	f.Add("status", p.Status)
	f.Add("hired", p.Hired)
	f.Add("regular", p.Regular)
	f.Add("left", p.Left)
	f.addList("memberships", p.Moves)
	f.addList("leave", p.Leave)
	f.Add("values", append(given, values...).String())
	return f.String()
}

// Events writes the book.
func (m Month) Events(book []Event) []string {
	var lines []string
	for i, e := range book {
		var f Fields
		f.Add("id", EventID(i))
		f.Add("date", m.Date(e.Day))
		f.Add("agent", e.Agent)
		f.Add("kind", e.Kind)
		f.Add("status", e.Status)
		f.Add("reporter", e.Reporter)
		f.addList("silent", strings.Join(e.Silent, ", "))
		f.addText("note", e.Note)
		lines = append(lines, f.String())
	}
	return lines
}

// Excluded writes the exclusions of events.
func Excluded(book []Event) []string {
	var lines []string
	for i, e := range book {
		if e.Excluded != "" {
			var f Fields
			f.Add("event", EventID(i))
			f.addText("reason", e.Excluded)
			lines = append(lines, f.String())
		}
	}
	return lines
}

// Section is one list of facts.yaml, an item a line, under a comment or none.
type Section struct {
	Comment, Key string
	Lines        []string
}

// Facts writes facts.yaml.
func (m Month) Facts(agents []string, rest ...Section) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, `# Shop %s, %s: the sample month. Every person and figure here is made up,
# with the size and spread of a real store of %d agents. Written by
# examples/%s/generate; change it there and run the command again.
month: %s
`, m.Shop, m.Name, len(agents), m.Folder, m.ID)
	for _, s := range append([]Section{{Key: "agents", Lines: agents}}, rest...) {
		fmt.Fprintf(&b, "\n%s%s:\n", s.Comment, s.Key)
		for _, line := range s.Lines {
			fmt.Fprintf(&b, "  - %s\n", line)
		}
	}
	return b.Bytes()
}
