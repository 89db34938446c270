package main

import (
	"bytes"
	"fmt"
)

// row is one daily row. Cells of days that were not worked stay empty.
type row struct {
	day        int
	attendance string

	conversations, response, questions, answers int
	missed                                      int // of the conversations
	enquiries, buyers                           int
	sales                                       int // cents
	invited, reviews, good                      int
}

const worked = "worked"

// season is how busy a day is, in percent: members' days on the 8th, 18th and
// 28th, and the two days of the mid-year sale.
func season(day int) int {
	switch day {
	case 17, 18:
		return 140
	case 8, 28:
		return 122
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
		fill(r, p, d)
	}
	meet(work, p.missedTotal, func(d *row) *int { return &d.missed })
	meet(work, p.enquiryTotal, func(d *row) *int { return &d.enquiries })
	meet(work, p.buyerTotal, func(d *row) *int { return &d.buyers })
	spread(r, work, p.salesTotal)
	return rows
}

// calendar lists the days in service with their attendance: two days of rest a
// week, none on the two days of the sale. Days of leave without a row are left
// out.
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
		if attendance != "" {
			rows = append(rows, row{day: day, attendance: attendance})
		}
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
		d.response += p.response * 8 / 100
	}
	d.questions = c * r.around(52, 12) / 10
	d.answers = r.part(d.questions, r.around(p.answers, 6))
	d.missed = r.part(c, r.around(p.missed, 60))
	d.enquiries = r.part(c, r.around(p.enquired, 8))
	d.buyers = r.part(d.enquiries, r.around(p.converted, 12))
	d.invited = r.part(c, r.around(p.invited, 9))
	d.reviews = r.part(d.invited, r.around(p.reviewed, 14))
	d.good = r.part(d.reviews, p.good)
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

// spread splits a month's sales over the worked days by random weights; the
// last day takes what is left.
func spread(r *rng, work []*row, total int) {
	weights := make([]int, len(work))
	sum, left := 0, total
	for i, d := range work {
		weights[i] = r.around(1000, 35) * season(d.day) / 100
		sum += weights[i]
	}
	for i, d := range work {
		d.sales = int(int64(total) * int64(weights[i]) / int64(sum))
		if i == len(work)-1 {
			d.sales = left
		}
		left -= d.sales
	}
}

// copyRows gives an agent the worked days of another, each swapped with its
// neighbour: both months add up to the same on different days. It needs as many
// worked days as the other has.
func copyRows(rows, from []row) {
	to, source := workedRows(rows), workedRows(from)
	for i, d := range to {
		s := *source[min(i^1, len(source)-1)]
		s.day, s.attendance = d.day, d.attendance
		*d = s
	}
}

func dailyCSV(people []person) []byte {
	var b bytes.Buffer
	b.WriteString("agent,date,attendance,conversations,response,questions,answers,replied,enquiries,buyers,sales,invited,reviews,good_reviews\n")
	for _, p := range people {
		for _, d := range daysOf(people, p) {
			fmt.Fprintf(&b, "%s,%s-%02d,%s,%s\n", p.id, month, d.day, d.attendance, cells(p, d))
		}
	}
	return b.Bytes()
}

// cells writes the figures of a day; what the role does not have stays empty.
func cells(p person, d row) string {
	if d.attendance != worked {
		return ",,,,,,,,,,"
	}
	s := fmt.Sprintf("%d,%d.%d,%d,%d,%d,", d.conversations, d.response/10, d.response%10,
		d.questions, d.answers, d.conversations-d.missed)
	switch {
	case p.role == afterSalesRole && d.invited == 0:
		return s + ",,,,,"
	case p.role == afterSalesRole:
		return s + fmt.Sprintf(",,,%d,%d,%d", d.invited, d.reviews, d.good)
	case p.enquired == 0 && !p.noEnquiries:
		s += ",,"
	default:
		s += fmt.Sprintf("%d,%d,", d.enquiries, d.buyers)
	}
	return s + fmt.Sprintf("%d.%02d,,,", d.sales/100, d.sales%100)
}
