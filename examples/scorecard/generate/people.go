package main

import (
	"slices"

	"github.com/cspay/cspay/examples/internal/sample"
)

// person is one agent of the sample month: what the roster says and what the
// month's rows add up to. Every total is met exactly.
type person struct {
	sample.Person
	target string // of sales; empty means not given
	totals
}

// totals are the sums of an agent's month.
type totals struct {
	sales                 int // cents
	enquiries, buyers     int
	conversations, missed int
	response              int // the exact mean, in thousandths of a second
}

// roster returns the 20 agents by id.
func roster() []person {
	return sample.Complete(september(), slices.Concat(edges(), lower(), medals(), others()))
}

// edges are C01 to C06. C01 stands exactly on every first limit, C03 on every
// second and C05 on every third; C02, C04 and C06 fall short of each of them by
// the least there is: a thousandth of a percent of sales or a cent, a customer,
// a conversation, a millisecond, one attendance event.
func edges() []person {
	return []person{
		{
			Person: sample.Person{ID: "C01", Name: "柳青", Team: "一组", Hired: "2020-03-09", Wage: "4500.00", Rest: 0},
			target: "112500.00", totals: totals{11250000, 1000, 450, 1500, 30, 35000},
		},
		{
			Person: sample.Person{ID: "C02", Name: "温雅", Team: "一组", Hired: "2021-06-21", Wage: "4300.00", Rest: 1},
			target: "100000.00", totals: totals{9999900, 889, 400, 1500, 31, 35001},
		},
		{
			Person: sample.Person{ID: "C03", Name: "祁山", Team: "一组", Hired: "2022-02-14", Wage: "4200.00", Rest: 2},
			target: "115000.00", totals: totals{10350000, 1125, 450, 1600, 80, 45000},
		},
		{
			Person: sample.Person{ID: "C04", Name: "骆冰", Team: "一组", Hired: "2022-09-05", Wage: "4200.00", Rest: 3},
			target: "115000.00", totals: totals{10349999, 1126, 450, 1600, 81, 45001},
		},
		{
			Person: sample.Person{ID: "C05", Name: "鲍欣", Team: "一组", Hired: "2023-04-17", Wage: "4000.00", Rest: 4},
			target: "110250.00", totals: totals{8820000, 1200, 420, 1500, 120, 55000},
		},
		{
			Person: sample.Person{ID: "C06", Name: "伍月", Team: "一组", Hired: "2024-07-01", Wage: "3900.00", Rest: 5},
			target: "100000.00", totals: totals{7999900, 1089, 381, 1500, 121, 55001},
		},
	}
}

// lower are C07 to C14, in pairs on the two sides of the limits of 70%, 60%, 50%
// and 40% of completion. C07 scores 69.50 and C08 exactly 70.00.
func lower() []person {
	return []person{
		{
			Person: sample.Person{ID: "C07", Name: "尤佳", Team: "一组", Hired: "2023-08-28", Wage: "4000.00", Rest: 6},
			target: "100000.00", totals: totals{7000000, 700, 290, 1320, 79, 32650},
		},
		{
			Person: sample.Person{ID: "C08", Name: "庞博", Team: "一组", Hired: "2024-03-18", Wage: "3900.00", Rest: 0},
			target: "100000.00", totals: totals{6999900, 640, 300, 1280, 41, 49200},
		},
		{
			Person: sample.Person{ID: "C09", Name: "纪晓", Team: "一组", Hired: "2024-10-14", Wage: "3800.00", Rest: 1},
			target: "100000.00", totals: totals{6000000, 610, 250, 1240, 50, 41075},
		},
		{
			Person: sample.Person{ID: "C10", Name: "舒畅", Team: "一组", Hired: "2025-02-24", Wage: "3800.00", Rest: 2},
			target: "100000.00", totals: totals{5999900, 690, 256, 1200, 18, 33310},
		},
		{
			Person: sample.Person{ID: "C11", Name: "屈楠", Team: "二组", Hired: "2025-05-12", Wage: "3700.00", Rest: 3},
			target: "100000.00", totals: totals{5000000, 560, 225, 1150, 46, 42480},
		},
		{
			Person: sample.Person{ID: "C12", Name: "项南", Team: "二组", Hired: "2025-09-08", Wage: "3700.00", Rest: 4},
			target: "100000.00", totals: totals{4999900, 615, 228, 1130, 40, 39900},
		},
		{
			Person: sample.Person{ID: "C13", Name: "祝佳", Team: "二组", Hired: "2025-11-17", Wage: "3600.00", Rest: 5},
			target: "90000.00", totals: totals{3600000, 470, 156, 1020, 70, 53740},
		},
		{
			Person: sample.Person{ID: "C14", Name: "董卿", Team: "二组", Hired: "2026-01-12", Wage: "3600.00", Rest: 6},
			target: "100000.00", totals: totals{3999900, 520, 196, 1010, 45, 44120},
		},
	}
}

// medals are C15 to C18, whose scores stand on the limits of the medals or half
// a point below: exactly 90.00, 89.50, exactly 80.00 and 79.50.
func medals() []person {
	return []person{
		{
			Person: sample.Person{ID: "C15", Name: "梁栋", Team: "二组", Hired: "2019-05-20", Wage: "4700.00", Rest: 0},
			target: "110000.00", totals: totals{12986350, 1180, 540, 1720, 60, 38260},
		},
		{
			Person: sample.Person{ID: "C16", Name: "杜鹃", Team: "二组", Hired: "2020-08-10", Wage: "4500.00", Rest: 1},
			target: "120000.00", totals: totals{11563420, 960, 452, 1560, 45, 36800},
		},
		{
			Person: sample.Person{ID: "C17", Name: "阮玲", Team: "二组", Hired: "2021-10-25", Wage: "4300.00", Rest: 2},
			target: "115000.00", totals: totals{9827715, 860, 410, 1480, 52, 40500},
		},
		{
			Person: sample.Person{ID: "C18", Name: "蓝天", Team: "二组", Hired: "2022-12-19", Wage: "4100.00", Rest: 3},
			target: "105000.00", totals: totals{9912580, 950, 410, 1450, 58, 48350},
		},
	}
}

// others are C19, who joined on the 14th without a target of sales, and C20, on
// leave all month.
func others() []person {
	return []person{
		{
			Person: sample.Person{
				ID: "C19", Name: "季然", Team: "二组", Status: "probation", Hired: "2026-09-14", Wage: "3600.00", First: 14, Rest: 4,
			},
			totals: totals{4310640, 388, 178, 720, 24, 34150},
		},
		{
			Person: sample.Person{
				ID: "C20", Name: "麦琪", Team: "二组", Hired: "2021-03-15", Wage: "4200.00", Rest: 5,
				Leave:    "{from: 2026-07-13, until: 2026-12-17, kind: paid_leave}",
				Absences: []sample.Absence{{From: 1, Until: 30}},
			},
		},
	}
}
