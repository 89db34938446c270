package main

import (
	"bytes"
	"fmt"
)

// row is one daily row. Cells of days that were not worked stay empty.
type row struct {
	day        int
	attendance string

	conversations, slow, response, satisfied, ratings int
	questions, answers, replied, enquiries            int
	sales, returns                                    int // cents
}

const worked = "worked"

// season is how busy a day is, in percent: the store's great sale runs up to
// 18 June, and the first days of the month open it.
func season(day int) int {
	switch {
	case day >= 16 && day <= 18:
		return 145
	case day <= 3, day == 15, day == 19:
		return 118
	default:
		return 100
	}
}

// daysOf draws the daily rows of one agent.
func daysOf(people []person, p person) []row {
	rows := calendar(p)
	if p.likeRowsOf != "" {
		copyRows(rows, daysOf(people, find(people, p.likeRowsOf)))
		return rows
	}
	r := newRNG(p.id)
	work := workedRows(rows)
	for _, d := range work {
		d.conversations = r.around(p.conversations*season(d.day)/100, 15)
	}
	meet(work, p.conversationTotal, func(d *row) *int { return &d.conversations })
	for _, d := range work {
		d.slow = r.part(d.conversations, r.around(p.slow, 60))
	}
	meet(work, p.slowTotal, func(d *row) *int { return &d.slow })
	for _, d := range work {
		fill(r, p, d)
	}
	breakDown(work, p.outage)
	spread(r, work, p.salesTotal, 1, func(d *row) *int { return &d.sales })
	spread(r, work, p.returnsTotal, 3, func(d *row) *int { return &d.returns })
	return rows
}

// calendar lists the days in service with their attendance: two days of rest a
// week, none on the two days of the great sale.
func calendar(p person) []row {
	var rows []row
	for day := p.first; day <= p.last; day++ {
		attendance := worked
		if (day+p.rest)%7 < 2 && day != 17 && day != 18 {
			attendance = "rest"
		}
		for _, a := range p.absences {
			if day >= a.from && day <= a.until {
				attendance = a.kind
			}
		}
		rows = append(rows, row{day: day, attendance: attendance})
	}
	return rows
}

func workedRows(rows []row) []*row {
	var work []*row
	for i := range rows {
		if rows[i].attendance == worked {
			work = append(work, &rows[i])
		}
	}
	return work
}

// fill draws the cells that follow from a day's conversations.
func fill(r *rng, p person, d *row) {
	c := d.conversations
	d.response = r.around(p.response, 14)
	if season(d.day) > 130 {
		d.response += p.response * 9 / 100
	}
	d.ratings = r.part(c, r.around(p.rated, 12))
	d.satisfied = r.part(d.ratings, p.satisfied)
	d.questions = c * r.around(56, 12) / 10
	d.answers = r.part(d.questions, r.around(p.answers, 7))
	d.replied = c
	d.enquiries = c + r.part(c, p.missed)
}

// breakDown makes the day on which the line was down look like one.
func breakDown(work []*row, day int) {
	for _, d := range work {
		if d.day == day {
			d.slow += d.conversations / 3
			d.response = d.response*3 + 7
			d.satisfied -= d.ratings / 4
			d.enquiries += d.conversations / 5
		}
	}
}

// meet moves a column's cells by one, day after day, until they add up to the
// total asked for.
func meet(work []*row, total int, cell func(*row) *int) {
	if total == 0 {
		return
	}
	sum := 0
	for _, d := range work {
		sum += *cell(d)
	}
	for i := 0; sum != total; i++ {
		c := cell(work[i%len(work)])
		switch {
		case sum < total:
			*c++
			sum++
		case *c > 0:
			*c--
			sum--
		}
	}
}

// spread splits a month's amount over every step-th worked day by random
// weights; the last of them takes what is left.
func spread(r *rng, work []*row, total, step int, cell func(*row) *int) {
	if total == 0 {
		return
	}
	var chosen []*row
	var weights []int
	sum := 0
	for i := len(work) % step; i < len(work); i += step {
		w := r.around(1000, 45) * season(work[i].day) / 100
		chosen, weights, sum = append(chosen, work[i]), append(weights, w), sum+w
	}
	left := total
	for i, d := range chosen {
		amount := int(int64(total) * int64(weights[i]) / int64(sum))
		if i == len(chosen)-1 {
			amount = left
		}
		*cell(d) = amount
		left -= amount
	}
}

// copyRows gives an agent the worked days of another, each swapped with its
// neighbour: both months add up to the same while no two days are alike.
func copyRows(rows, from []row) {
	to, source := workedRows(rows), workedRows(from)
	for i, d := range to {
		s := *source[i^1]
		s.day, s.attendance = d.day, d.attendance
		*d = s
	}
}

func find(people []person, id string) person {
	for _, p := range people {
		if p.id == id {
			return p
		}
	}
	return person{}
}

func dailyCSV(people []person) []byte {
	var b bytes.Buffer
	b.WriteString("agent,date,attendance,conversations,slow,response,satisfied,ratings,questions,answers,replied,enquiries,sales,returns\n")
	for _, p := range people {
		for _, d := range daysOf(people, p) {
			fmt.Fprintf(&b, "%s,%s-%02d,%s,", p.id, month, d.day, d.attendance)
			b.WriteString(cells(p, d))
			b.WriteByte('\n')
		}
	}
	return b.Bytes()
}

func cells(p person, d row) string {
	if d.attendance != worked {
		return ",,,,,,,,,,"
	}
	s := fmt.Sprintf("%d,%d,%d.%d,%d,%d,%d,%d,%d,%d,", d.conversations, d.slow, d.response/10, d.response%10,
		d.satisfied, d.ratings, d.questions, d.answers, d.replied, d.enquiries)
	if p.role != "pre_sales" {
		return s + ","
	}
	return s + fmt.Sprintf("%d.%02d,%d.%02d", d.sales/100, d.sales%100, d.returns/100, d.returns%100)
}
