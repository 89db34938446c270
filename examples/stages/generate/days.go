package main

import (
	"fmt"
	"slices"

	"github.com/cspay/cspay/examples/internal/sample"
)

// row is one daily row. Cells of days that were not worked stay empty.
type row struct {
	sample.Head

	conversations, response int // response in thousandths of a second
	enquiries, buyers       int
	ratings, dissatisfied   int
	sales, returns          int // cents
}

// daysOf draws the daily rows of one agent around the totals of the month.
func daysOf(p person) []row {
	rows := sample.Rows[row](may().Calendar(p.Person))
	work := sample.WorkedRows(rows)
	r := may().RNG(p.ID)
	for _, d := range work {
		d.conversations = r.Around(p.conversations/len(work)*season(d.Day)/100, 14)
	}
	sample.Meet(work, p.conversations, func(d *row) *int { return &d.conversations })
	for _, d := range work {
		fill(r, p, d)
	}
	sample.Meet(work, p.enquiries, func(d *row) *int { return &d.enquiries })
	sample.Meet(work, p.buyers, func(d *row) *int { return &d.buyers })
	sample.Meet(work, p.ratings, func(d *row) *int { return &d.ratings })
	sample.Meet(work, p.ratings-p.satisfied, func(d *row) *int { return &d.dissatisfied })
	sample.MeetMean(r, work, p.response,
		func(d *row) int { return d.conversations },
		func(d *row) *int { return &d.response })
	busy := func(d *row) int { return d.conversations * r.Around(100, 25) }
	sample.Spread(work, p.sales, 1, busy, func(d *row) *int { return &d.sales })
	sample.Spread(work, p.returns, 3, busy, func(d *row) *int { return &d.returns })
	return rows
}

// season is how busy a day is, in percent: the days of the campaign more.
func season(day int) int {
	if slices.Contains(may().Sale, day) {
		return 135
	}
	return 100
}

// fill draws the cells that follow from a day's conversations.
func fill(r *sample.RNG, p person, d *row) {
	d.enquiries = r.Part(d.conversations, perMille(p.enquiries, p.conversations))
	d.buyers = r.Part(d.enquiries, perMille(p.buyers, p.enquiries))
	d.ratings = r.Part(d.conversations, r.Around(perMille(p.ratings, p.conversations), 12))
	d.dissatisfied = r.Part(d.ratings, perMille(p.ratings-p.satisfied, p.ratings))
}

func perMille(part, of int) int {
	if of == 0 {
		return 0
	}
	return part * 1000 / of
}

func dailyCSV(people []person) []byte {
	daily := may().Daily("conversations", "response", "ratings", "satisfied", "sales", "returns", "enquiries", "buyers")
	for _, p := range people {
		for _, d := range daysOf(p) {
			daily.Add(p.ID, d.Head, cells(p, d)...)
		}
	}
	return daily.Bytes()
}

// cells writes the figures of a day.
func cells(p person, d row) []string {
	list := slices.Concat(
		sample.Counts(d.conversations),
		[]string{fmt.Sprintf("%d.%03d", d.response/1000, d.response%1000)},
		sample.Counts(d.ratings, d.ratings-d.dissatisfied),
		[]string{sample.Cents(d.sales), sample.Cents(d.returns)},
	)
	if p.enquiries == 0 {
		return list
	}
	return append(list, sample.Counts(d.enquiries, d.buyers)...)
}
