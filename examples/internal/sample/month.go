package sample

import (
	"fmt"
	"slices"
)

// Month is one sample month of a shop. The zero value has no days.
type Month struct {
	Shop   string // the shop's letters, such as ZW
	Folder string // its folder below examples
	ID     string // the month as 2026-06
	Name   string // the month as June 2026
	Days   int    // how many it has
	Seed   uint64 // where the shop's random numbers begin
	Sale   []int  // the days on which nobody has the day off
}

// Date returns a day of the month as 2026-06-05.
func (m Month) Date(day int) string { return fmt.Sprintf("%s-%02d", m.ID, day) }

// Person is what the roster says of one agent. A shop's own type embeds it.
type Person struct {
	ID, Name, Role, Team, Status string
	Hired, Regular, Left         string
	// Moves and Leave are memberships and leave from a day on, in YAML.
	Moves, Leave string
	Wage         string

	First, Last int // days of the month in service
	Rest        int // shifts the weekly two days of rest
	Absences    []Absence
}

func (p *Person) person() *Person { return p }

// Absence is a span of days, both inclusive, that were not worked. Days of a
// kind that is empty have no row at all: a leave of the roster covers them.
type Absence struct {
	From, Until int
	Kind        string
}

// embedsPerson is a pointer to a shop's own type of agent.
type embedsPerson[T any] interface {
	*T
	person() *Person
}

// Complete fills in what a roster leaves out: service all month, and the
// status regular.
func Complete[T any, P embedsPerson[T]](m Month, people []T) []T {
	for i := range people {
		p := P(&people[i]).person()
		if p.First == 0 {
			p.First = 1
		}
		if p.Last == 0 {
			p.Last = m.Days
		}
		if p.Status == "" {
			p.Status = "regular"
		}
	}
	return people
}

// Find returns the agent of an id, or the zero value.
func Find[T any, P embedsPerson[T]](people []T, id string) T {
	i := slices.IndexFunc(people, func(p T) bool { return P(&p).person().ID == id })
	if i < 0 {
		var none T
		return none
	}
	return people[i]
}

// Worked is the attendance of a day with figures.
const Worked = "worked"

// Head is the head of one daily row. A shop's own type embeds it and adds the
// cells, which stay empty on days that were not worked.
type Head struct {
	Day        int
	Attendance string
}

func (d *Head) head() *Head { return d }

// Calendar lists the days in service with their attendance: two days of rest a
// week, none on the days of a sale. Days of leave without a row are left out.
func (m Month) Calendar(p Person) []Head {
	var days []Head
	for day := p.First; day <= p.Last; day++ {
		attendance := Worked
		if (day+p.Rest)%7 < 2 && !slices.Contains(m.Sale, day) {
			attendance = "rest"
		}
		for _, a := range p.Absences {
			if day >= a.From && day <= a.Until {
				attendance = a.Kind
			}
		}
		if attendance != "" {
			days = append(days, Head{Day: day, Attendance: attendance})
		}
	}
	return days
}
