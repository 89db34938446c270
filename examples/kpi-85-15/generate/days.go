package main

import (
	"slices"

	"github.com/cspay/cspay/examples/internal/sample"
)

// row is one daily row. Cells of days that were not worked stay empty.
type row struct {
	sample.Head

	conversations, response, questions, answers int
	missed                                      int // of the conversations
	enquiries, buyers                           int
	sales                                       int // cents
	invited, reviews, good                      int
}

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
		sample.CopySwapped(rows, daysOf(people, sample.Find(people, p.likeRowsOf)))
		return rows
	}
	r := july().RNG(p.ID)
	work := sample.WorkedRows(rows)
	for _, d := range work {
		d.conversations = r.Around(p.conversations*season(d.Day)/100, 15)
	}
	sample.Meet(work, p.conversationTotal, func(d *row) *int { return &d.conversations })
	for _, d := range work {
		fill(r, p, d)
	}
	sample.Meet(work, p.missedTotal, func(d *row) *int { return &d.missed })
	sample.Meet(work, p.enquiryTotal, func(d *row) *int { return &d.enquiries })
	sample.Meet(work, p.buyerTotal, func(d *row) *int { return &d.buyers })
	busy := func(d *row) int { return r.Around(1000, 35) * season(d.Day) / 100 }
	sample.Spread(work, p.salesTotal, 1, busy, func(d *row) *int { return &d.sales })
	return rows
}

func calendar(p person) []row { return sample.Rows[row](july().Calendar(p.Person)) }

// fill draws the cells that follow from a day's conversations.
func fill(r *sample.RNG, p person, d *row) {
	c := d.conversations
	d.response = r.Around(p.response, 14)
	if season(d.Day) > 130 {
		d.response += p.response * 8 / 100
	}
	d.questions = c * r.Around(52, 12) / 10
	d.answers = r.Part(d.questions, r.Around(p.answers, 6))
	d.missed = r.Part(c, r.Around(p.missed, 60))
	d.enquiries = r.Part(c, r.Around(p.enquired, 8))
	d.buyers = r.Part(d.enquiries, r.Around(p.converted, 12))
	d.invited = r.Part(c, r.Around(p.invited, 9))
	d.reviews = r.Part(d.invited, r.Around(p.reviewed, 14))
	d.good = r.Part(d.reviews, p.good)
}

func dailyCSV(people []person) []byte {
	daily := july().Daily("conversations", "response", "questions", "answers", "replied", "enquiries", "buyers",
		"sales", "invited", "reviews", "good_reviews")
	for _, p := range people {
		for _, d := range daysOf(people, p) {
			daily.Add(p.ID, d.Head, cells(p, d)...)
		}
	}
	return daily.Bytes()
}

// cells writes the figures of a day; what the role does not have stays empty.
func cells(p person, d row) []string {
	list := slices.Concat(
		sample.Counts(d.conversations), []string{sample.Tenths(d.response)},
		sample.Counts(d.questions, d.answers, d.conversations-d.missed),
	)
	switch {
	case p.Role == afterSalesRole && d.invited == 0:
		return list
	case p.Role == afterSalesRole:
		return append(append(list, "", "", ""), sample.Counts(d.invited, d.reviews, d.good)...)
	case p.enquired == 0 && !p.noEnquiries:
		list = append(list, "", "")
	default:
		list = append(list, sample.Counts(d.enquiries, d.buyers)...)
	}
	return append(list, sample.Cents(d.sales))
}
