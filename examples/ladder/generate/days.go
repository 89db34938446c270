package main

import (
	"github.com/cspay/cspay/examples/internal/sample"
)

// row is one daily row. Cells of days that were not worked stay empty.
type row struct {
	sample.Head

	conversations, response int
	sales                   int // cents
	inquirers, buyers       int
	customers, items        int
	refunds, disputes       int
}

// fill draws the daily rows so that they add up to the month's totals.
func (a *agentMonth) fill(m month, r *sample.RNG) {
	work := a.worked()
	if len(work) == 0 {
		return
	}
	for _, d := range work {
		d.conversations = r.Around(a.conversations*m.season(d.Day)/100, 12)
		d.response = r.Around(a.response, 12)
	}
	busy := func(d *row) int { return r.Around(1000, 25) * m.season(d.Day) / 100 }
	sample.Spread(work, a.sales, 1, busy, func(d *row) *int { return &d.sales })
	part := func(total int, cell func(*row) *int) {
		sample.Spread(work, total, 1, func(d *row) int { return d.conversations }, cell)
	}
	part(a.inquirers, func(d *row) *int { return &d.inquirers })
	part(a.customers, func(d *row) *int { return &d.customers })
	part(a.buyers, func(d *row) *int { return &d.buyers })
	part(a.items, func(d *row) *int { return &d.items })
	part(a.refunds, func(d *row) *int { return &d.refunds })
	for range a.disputes {
		work[r.Below(len(work))].disputes++
	}
}

func dailyCSV(m month, agents []agentMonth) []byte {
	daily := m.Daily("conversations", "response", "sales", "inquirers", "inquiry_buyers", "orders", "items", "customers",
		"refunds", "disputes")
	for _, a := range agents {
		for _, d := range a.rows {
			daily.Add(a.ID, d.Head, cells(a, d)...)
		}
	}
	return daily.Bytes()
}

// cells writes the figures of a day; what the role or the shop does not have
// stays empty.
func cells(a agentMonth, d row) []string {
	list := append(sample.Counts(d.conversations), sample.Tenths(d.response))
	if a.Role == afterSalesRole {
		return append(append(list, "", "", "", "", "", ""), sample.Counts(d.refunds, d.disputes)...)
	}
	list = append(list, sample.Cents(d.sales))
	if a.inquiries() {
		list = append(append(list, sample.Counts(d.inquirers, d.buyers)...), "")
	} else {
		list = append(append(list, "", ""), sample.Counts(d.buyers)...)
	}
	return append(list, sample.Counts(d.items, d.customers)...)
}
