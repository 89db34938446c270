package main

import (
	"slices"

	"github.com/cspay/cspay/examples/internal/sample"
)

// person is one agent of the sample month: what the roster says and what the
// month's rows add up to. Every total is met exactly.
type person struct {
	sample.Person
	target string // of sales
	// campaign and handbook are the marks of two projects; empty for who was
	// in neither.
	campaign, handbook string
	totals
}

// totals are the sums of an agent's month.
type totals struct {
	sales, returns     int // cents
	enquiries, buyers  int // no enquirers: the cells stay empty
	conversations      int
	response           int // the exact mean, in thousandths of a second
	ratings, satisfied int
}

// roster returns the 12 agents by id.
func roster() []person {
	return sample.Complete(may(), slices.Concat(first(), second()))
}

// first are S01 to S06. S01 sells most and answers slowly; S02 is good at
// everything. S05 has sales net of returns of exactly 60,000.00, the first slab of
// the commission, serves best and has a mark of exactly 80 in the second project;
// S06 sold one cent more, and 79.99 in the campaign misses its award.
func first() []person {
	return []person{
		{
			Person: sample.Person{ID: "S01", Name: "韩朔", Team: "一组", Hired: "2021-02-22", Wage: "3800.00", Rest: 0},
			target: "150000.00",
			totals: totals{16800000, 800000, 1000, 300, 1900, 42000, 200, 171},
		},
		{
			Person: sample.Person{ID: "S02", Name: "黎曼", Team: "一组", Hired: "2019-09-16", Wage: "4400.00", Rest: 1},
			target: "120000.00", campaign: "88.5", handbook: "76",
			totals: totals{12426030, 531210, 1120, 497, 1760, 30600, 240, 229},
		},
		{
			Person: sample.Person{ID: "S03", Name: "宁远", Team: "一组", Hired: "2022-06-13", Wage: "4000.00", Rest: 2},
			target: "100000.00", campaign: "80",
			totals: totals{9315040, 402080, 980, 391, 1640, 33300, 210, 194},
		},
		{
			Person: sample.Person{ID: "S04", Name: "欧阳琳", Team: "一组", Hired: "2023-03-06", Wage: "3900.00", Rest: 3},
			target: "95000.00",
			totals: totals{7728890, 618800, 920, 345, 1580, 37900, 190, 168},
		},
		{
			Person: sample.Person{ID: "S05", Name: "苏眉", Team: "一组", Hired: "2021-11-01", Wage: "4000.00", Rest: 4},
			target: "80000.00", campaign: "92", handbook: "80",
			totals: totals{6200000, 200000, 600, 276, 1400, 28000, 200, 194},
		},
		{
			Person: sample.Person{ID: "S06", Name: "常乐", Team: "一组", Hired: "2024-01-15", Wage: "3800.00", Rest: 5},
			target: "90000.00", campaign: "79.99", handbook: "79.5",
			totals: totals{6364501, 364500, 760, 288, 1490, 35250, 185, 171},
		},
	}
}

// second are S07 to S12. S07 looks after old customers and has no enquirers. S08
// scores half of everything. S09 was returned more than he sold. S10 has two days
// of unpaid leave. S11 joined on the 16th, on probation. S12 is on leave all month.
func second() []person {
	return []person{
		{
			Person: sample.Person{ID: "S07", Name: "卓然", Team: "二组", Hired: "2020-04-27", Wage: "4300.00", Rest: 6},
			target: "70000.00", handbook: "94",
			totals: totals{sales: 6874320, returns: 120500, conversations: 980, response: 29400, ratings: 160, satisfied: 155},
		},
		{
			Person: sample.Person{ID: "S08", Name: "齐放", Team: "二组", Hired: "2025-06-09", Wage: "3600.00", Rest: 0},
			target: "80000.00",
			totals: totals{4000000, 310000, 800, 180, 1520, 45000, 200, 95},
		},
		{
			Person: sample.Person{ID: "S09", Name: "乔木", Team: "二组", Hired: "2025-09-22", Wage: "3600.00", Rest: 1},
			target: "60000.00",
			totals: totals{1206550, 1348020, 590, 118, 1210, 61200, 150, 112},
		},
		{
			Person: sample.Person{
				ID: "S10", Name: "安宁", Team: "二组", Hired: "2023-10-30", Wage: "3875.00", Rest: 2,
				Leave:    "{from: 2026-05-12, until: 2026-05-13, kind: unpaid_leave}",
				Absences: []sample.Absence{{From: 12, Until: 13, Kind: ""}},
			},
			target: "90000.00",
			totals: totals{7940015, 289990, 850, 344, 1430, 34100, 170, 158},
		},
		{
			Person: sample.Person{
				ID: "S11", Name: "贝宁", Team: "二组", Status: "probation", Hired: "2026-05-16", Wage: "3720.00", First: 16, Rest: 3,
			},
			target: "40000.00",
			totals: totals{2538000, 38000, 410, 123, 690, 39000, 90, 81},
		},
		{
			Person: sample.Person{
				ID: "S12", Name: "简宁", Team: "二组", Hired: "2022-01-17", Wage: "4100.00", Rest: 4,
				Leave:    "{from: 2026-04-06, until: 2026-09-10, kind: paid_leave}",
				Absences: []sample.Absence{{From: 1, Until: 31}},
			},
			target: "90000.00",
		},
	}
}
