package main

import (
	"slices"

	"github.com/cspay/cspay/examples/internal/sample"
)

// row is one daily row. Cells of days that were not worked stay empty.
type row struct {
	sample.Head

	conversations, slow, response, satisfied, ratings int
	questions, answers, replied, enquiries            int
	sales, returns                                    int // cents
}

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
		sample.CopySwapped(rows, daysOf(people, sample.Find(people, p.likeRowsOf)))
		return rows
	}
	r := june().RNG(p.ID)
	work := sample.WorkedRows(rows)
	for _, d := range work {
		d.conversations = r.Around(p.conversations*season(d.Day)/100, 15)
	}
	sample.Meet(work, p.conversationTotal, func(d *row) *int { return &d.conversations })
	for _, d := range work {
		d.slow = r.Part(d.conversations, r.Around(p.slow, 60))
	}
	sample.Meet(work, p.slowTotal, func(d *row) *int { return &d.slow })
	for _, d := range work {
		fill(r, p, d)
	}
	breakDown(work, p.outage)
	busy := func(d *row) int { return r.Around(1000, 45) * season(d.Day) / 100 }
	sample.Spread(work, p.salesTotal, 1, busy, func(d *row) *int { return &d.sales })
	sample.Spread(work, p.returnsTotal, 3, busy, func(d *row) *int { return &d.returns })
	return rows
}

func calendar(p person) []row { return sample.Rows[row](june().Calendar(p.Person)) }

// fill draws the cells that follow from a day's conversations.
func fill(r *sample.RNG, p person, d *row) {
	c := d.conversations
	d.response = r.Around(p.response, 14)
	if season(d.Day) > 130 {
		d.response += p.response * 9 / 100
	}
	d.ratings = r.Part(c, r.Around(p.rated, 12))
	d.satisfied = r.Part(d.ratings, p.satisfied)
	d.questions = c * r.Around(56, 12) / 10
	d.answers = r.Part(d.questions, r.Around(p.answers, 7))
	d.replied = c
	d.enquiries = c + r.Part(c, p.missed)
}

// breakDown makes the day on which the line was down look like one.
func breakDown(work []*row, day int) {
	for _, d := range work {
		if d.Day == day {
			d.slow += d.conversations / 3
			d.response = d.response*3 + 7
			d.satisfied -= d.ratings / 4
			d.enquiries += d.conversations / 5
		}
	}
}

func dailyCSV(people []person) []byte {
	daily := june().Daily("conversations", "slow", "response", "satisfied", "ratings", "questions", "answers",
		"replied", "enquiries", "sales", "returns")
	for _, p := range people {
		for _, d := range daysOf(people, p) {
			daily.Add(p.ID, d.Head, cells(p, d)...)
		}
	}
	return daily.Bytes()
}

// cells writes the figures of a day; only pre-sales sell.
func cells(p person, d row) []string {
	list := slices.Concat(
		sample.Counts(d.conversations, d.slow), []string{sample.Tenths(d.response)},
		sample.Counts(d.satisfied, d.ratings, d.questions, d.answers, d.replied, d.enquiries),
	)
	if p.Role == "pre_sales" {
		list = append(list, sample.Cents(d.sales), sample.Cents(d.returns))
	}
	return list
}
