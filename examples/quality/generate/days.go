package main

import (
	"slices"

	"github.com/cspay/cspay/examples/internal/sample"
)

// row is one daily row. Cells of days that were not worked stay empty.
type row struct {
	sample.Head

	visitors, conversations, response int
	deals, returned                   int
	satisfied, ratings                int
}

func calendar(p person) []row { return sample.Rows[row](august().Calendar(p.Person)) }

// daysOf draws the daily rows of one agent.
func daysOf(p person) []row {
	rows := calendar(p)
	r := august().RNG(p.ID)
	work := sample.WorkedRows(rows)
	for _, d := range work {
		d.visitors = r.Around(p.visitors, 18)
		if d.Day == 18 { // the supplier's promotion
			d.visitors += p.visitors / 4
		}
	}
	sample.Meet(work, p.visitors*len(work)+p.extra, func(d *row) *int { return &d.visitors })
	for _, d := range work {
		d.conversations = d.visitors + r.Part(d.visitors, 85)
		d.response = r.Around(p.response, 14)
		d.deals = r.Part(d.visitors, r.Around(p.deals, 12))
		d.ratings = r.Part(d.conversations, r.Around(140, 20))
		d.satisfied = r.Part(d.ratings, p.satisfied)
	}
	sample.Meet(work, p.dealTotal, func(d *row) *int { return &d.deals })
	for _, d := range work {
		d.returned = r.Part(d.deals, p.returned)
	}
	sample.Meet(work, p.returnTotal, func(d *row) *int { return &d.returned })
	return rows
}

func dailyCSV(people []person) []byte {
	daily := august().Daily("visitors", "conversations", "response", "deals", "returned", "satisfied", "ratings")
	for _, p := range people {
		for _, d := range daysOf(p) {
			daily.Add(p.ID, d.Head, slices.Concat(
				sample.Counts(d.visitors, d.conversations), []string{sample.Tenths(d.response)},
				sample.Counts(d.deals, d.returned, d.satisfied, d.ratings),
			)...)
		}
	}
	return daily.Bytes()
}
