package main

import "github.com/cspay/cspay/examples/internal/sample"

// row is one daily row. Cells of days that were not worked stay empty.
type row struct {
	sample.Head

	conversations, response int
	enquiries, buyers       int
	sales                   int // cents
	orders                  int
	invited, unsatisfied    int
	ratings, starsMissed    int // of five a rating
	due, missed             int
}

// season is how busy a day is, in percent: members' days on the 8th and 28th,
// and the day on which the new phones come.
func season(day int) int {
	switch day {
	case 18:
		return 145
	case 8, 28:
		return 120
	default:
		return 100
	}
}

// daysOf draws the daily rows of one agent.
func daysOf(p person) []row {
	rows := sample.Rows[row](september().Calendar(p.Person))
	r := september().RNG(p.ID)
	work := sample.WorkedRows(rows)
	if len(work) == 0 {
		return rows
	}
	for _, d := range work {
		fill(r, p, d, len(work))
	}
	for _, total := range []struct {
		want int
		cell func(*row) *int
	}{
		{p.orders, func(d *row) *int { return &d.orders }},
		{p.invited, func(d *row) *int { return &d.invited }},
		{p.invited - p.satisfied, func(d *row) *int { return &d.unsatisfied }},
		{p.ratings, func(d *row) *int { return &d.ratings }},
		{5*p.ratings - p.stars, func(d *row) *int { return &d.starsMissed }},
		{p.due, func(d *row) *int { return &d.due }},
		{p.due - p.done, func(d *row) *int { return &d.missed }},
	} {
		sample.Meet(work, total.want, total.cell)
	}
	busy := func(d *row) int { return r.Around(1000, 35) * season(d.Day) / 100 }
	sample.Spread(work, p.sales, 1, busy, func(d *row) *int { return &d.sales })
	return rows
}

// fill draws the cells of a day, of which there are so many; the totals are met
// afterwards.
func fill(r *sample.RNG, p person, d *row, days int) {
	d.conversations = r.Around(p.conversations*season(d.Day)/100, 15)
	d.response = r.Around(p.response, 14)
	if season(d.Day) > 130 {
		d.response += p.response * 8 / 100
	}
	d.enquiries = r.Part(d.conversations, r.Around(p.enquired, 8))
	d.buyers = r.Part(d.enquiries, r.Around(p.converted, 12))
	d.orders = r.Around(p.orders*season(d.Day)/100/days, 20)
	d.invited = r.Around(p.invited*season(d.Day)/100/days, 12)
	d.unsatisfied = d.invited * r.Around(p.invited-p.satisfied, 15) / p.invited
	d.ratings = r.Around(p.ratings*season(d.Day)/100/days, 25)
	d.due = (p.due + days - 1) / days
}

func dailyCSV(people []person) []byte {
	daily := september().Daily("conversations", "response", "enquiries", "buyers", "sales", "orders",
		"invited", "satisfied", "stars", "ratings", "tasks_done", "tasks_due")
	for _, p := range people {
		for _, d := range daysOf(p) {
			daily.Add(p.ID, d.Head, cells(p, d)...)
		}
	}
	return daily.Bytes()
}

// cells writes the figures of a day; who has no enquirers has empty cells.
func cells(p person, d row) []string {
	list := append(sample.Counts(d.conversations), sample.Tenths(d.response))
	if p.enquired == 0 {
		list = append(list, "", "")
	} else {
		list = append(list, sample.Counts(d.enquiries, d.buyers)...)
	}
	list = append(list, sample.Cents(d.sales))
	return append(list, sample.Counts(d.orders, d.invited, d.invited-d.unsatisfied,
		5*d.ratings-d.starsMissed, d.ratings, d.due-d.missed, d.due)...)
}
