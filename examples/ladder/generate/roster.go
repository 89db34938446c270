package main

import (
	"slices"

	"github.com/cspay/cspay/examples/internal/sample"
)

const (
	preSalesRole   = "pre_sales"
	afterSalesRole = "after_sales"
	tmall          = "tmall"
	market         = "market" // the shop's 集市 store
)

// person is one agent of the year: what the roster says, and how the agent's
// months are on average.
type person struct {
	sample.Person
	shop, level string
	// spans are the leaves of the year.
	spans []leave
	// safe is the span in which the law protects the agent, and guarded what the
	// roster of the month writes of it.
	safe    leave
	guarded string

	conversations, response int // a day, and tenths of a second
	// attained is the sales as per mille of the target, converted the buyers as
	// per mille of the inquirers, basket the items of a thousand customers.
	attained, converted, basket int
	// disputed are disputes per mille of the refunds, stars the DSR in
	// hundredths.
	disputed, stars int

	exam, speed, accuracy int // tenths of a point, characters, tenths of a percent
	soft                  int // 0 to 5, the usual mark of the soft items
}

// leave is a span of days off, both inclusive.
type leave struct{ from, until, kind string }

// dayTarget is what a day of a pre-sales agent is to bring, by the shop.
func (p person) dayTarget() int {
	switch {
	case p.Role != preSalesRole:
		return 0
	case p.shop == market:
		return 11000
	default:
		return 13000
	}
}

// inquiries reports whether the agent's shop has the tool that counts them.
func (p person) inquiries() bool { return p.shop == tmall }

// sells describes a pre-sales agent.
func sells(id, name, team, shop, level, hired, regular, wage string, rest int) person {
	return person{
		Person: sample.Person{ID: id, Name: name, Role: preSalesRole, Team: team, Hired: hired, Regular: regular, Wage: wage, Rest: rest},
		shop:   shop, level: level,
	}
}

// settles describes an after-sales agent.
func settles(id, name, level, hired, regular, wage string, rest int) person {
	p := sells(id, name, "售后组", tmall, level, hired, regular, wage, rest)
	p.Role = afterSalesRole
	return p
}

// chats sets conversations a day and the response in tenths of a second.
func (p person) chats(conversations, response int) person {
	p.conversations, p.response = conversations, response
	return p
}

// brings sets attained, converted and basket.
func (p person) brings(attained, converted, basket int) person {
	p.attained, p.converted, p.basket = attained, converted, basket
	return p
}

// keeps sets disputed and stars.
func (p person) keeps(disputed, stars int) person {
	p.disputed, p.stars = disputed, stars
	return p
}

// skills sets exam, speed, accuracy and soft.
func (p person) skills(exam, speed, accuracy, soft int) person {
	p.exam, p.speed, p.accuracy, p.soft = exam, speed, accuracy, soft
	return p
}

// leaves sets the last day of service.
func (p person) leaves(left string) person {
	p.Left = left
	return p
}

// off adds a leave.
func (p person) off(from, until, kind string) person {
	p.spans = append(slices.Clone(p.spans), leave{from, until, kind})
	return p
}

// protects sets the span of statutory protection; nothing says of which kind.
func (p person) protects(from, until string) person {
	p.safe = leave{from: from, until: until}
	return p
}

// roster returns the 30 agents of the year by id.
func roster() []person { return slices.Concat(firstGroup(), secondGroup(), thirdGroup(), afterSales()) }

// inMonth is the roster as a month has it: who was in service, with the status
// and the days off of that month.
func inMonth(m month) []person {
	var list []person
	for _, p := range roster() {
		p.First, p.Last = max(1, m.day(p.Hired)), m.Days
		if p.Left != "" {
			p.Last = min(m.Days, m.day(p.Left))
		}
		if p.First > p.Last {
			continue
		}
		p.status(m)
		for _, l := range p.spans {
			from, until := m.day(l.from), m.day(l.until)
			if from <= m.Days && until >= 1 {
				p.Absences = append(p.Absences, sample.Absence{From: clip(from, 1, m.Days), Until: clip(until, 1, m.Days)})
				p.Leave = joined(p.Leave, "{from: "+l.from+", until: "+l.until+", kind: "+l.kind+"}")
			}
		}
		if p.safe.from != "" && m.day(p.safe.from) <= m.Days && m.day(p.safe.until) >= 1 {
			p.guarded = "{from: " + p.safe.from + ", until: " + p.safe.until + "}"
		}
		for _, r := range resolutions() {
			if r.agent == p.ID && r.month <= m.number && r.level != "" {
				p.level = r.level
			}
		}
		list = append(list, p)
	}
	return list
}

// status sets the status at the month's beginning and what becomes of it.
func (p *person) status(m month) {
	p.Status = "regular"
	day := m.day(p.Regular)
	switch {
	case day > m.Days:
		p.Status, p.Regular = "probation", ""
	case day > 1:
		p.Status = "probation"
		p.Moves = "{from: " + p.Regular + ", status: regular}"
	}
}

func joined(list, item string) string {
	if list == "" {
		return item
	}
	return list + ", " + item
}
