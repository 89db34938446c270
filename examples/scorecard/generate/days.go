package main

import (
	"fmt"
	"slices"

	"github.com/cspay/cspay/examples/internal/sample"
)

// row is one daily row. Cells of days that were not worked stay empty.
type row struct {
	sample.Head

	conversations, missed int
	response              int // thousandths of a second
	enquiries, buyers     int
	sales                 int // cents
}

// daysOf draws the daily rows of one agent around the totals of the month.
func daysOf(p person) []row {
	rows := sample.Rows[row](september().Calendar(p.Person))
	work := sample.WorkedRows(rows)
	r := september().RNG(p.ID)
	for _, d := range work {
		d.conversations = r.Around(p.conversations/len(work), 16)
	}
	sample.Meet(work, p.conversations, func(d *row) *int { return &d.conversations })
	for _, d := range work {
		d.missed = r.Part(d.conversations, perMille(p.missed, p.conversations))
		d.enquiries = r.Part(d.conversations, r.Around(perMille(p.enquiries, p.conversations), 9))
		d.buyers = r.Part(d.enquiries, r.Around(perMille(p.buyers, p.enquiries), 14))
	}
	sample.Meet(work, p.missed, func(d *row) *int { return &d.missed })
	sample.Meet(work, p.enquiries, func(d *row) *int { return &d.enquiries })
	sample.Meet(work, p.buyers, func(d *row) *int { return &d.buyers })
	sample.Spread(work, p.sales, 1,
		func(d *row) int { return d.buyers * r.Around(100, 20) },
		func(d *row) *int { return &d.sales })
	sample.MeetMean(r, work, p.response,
		func(d *row) int { return d.conversations },
		func(d *row) *int { return &d.response })
	return rows
}

func perMille(part, of int) int { return part * 1000 / of }

func dailyCSV(people []person) []byte {
	daily := september().Daily("conversations", "first_replied", "response", "enquiries", "buyers", "sales")
	for _, p := range people {
		for _, d := range daysOf(p) {
			daily.Add(p.ID, d.Head, cells(d)...)
		}
	}
	return daily.Bytes()
}

// cells writes the figures of a day.
func cells(d row) []string {
	return slices.Concat(
		sample.Counts(d.conversations, d.conversations-d.missed),
		[]string{fmt.Sprintf("%d.%03d", d.response/1000, d.response%1000)},
		sample.Counts(d.enquiries, d.buyers),
		[]string{sample.Cents(d.sales)},
	)
}
