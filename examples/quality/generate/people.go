package main

import "github.com/cspay/cspay/examples/internal/sample"

// teamOne are L01 to L09. L01 is agent A of the shop's experiment with 300
// visitors a day, exactly half as many again as the shop's mean, and L02 agent B
// with 200. L03 has one visitor more than L01's load. L04 to L08 make the errors
// of findings.go; L08 also evens out the shop's load. L09 is new, with a sample
// of nine chats.
func teamOne() []person {
	const one = "一组"
	return []person{
		{
			Person: sample.Person{ID: "L01", Name: "陆瑶", Role: role, Team: one, Hired: "2021-03-15", Wage: "3800.00", Rest: 0},
			full:   "2200.00", profile: works(300, 296, 300, 50, 962).exactly(1980, 99), inspected: inspected{kept: 60},
		},
		{
			Person: sample.Person{ID: "L02", Name: "江帆", Role: role, Team: one, Hired: "2022-06-06", Wage: "3600.00", Rest: 1},
			full:   "2000.00", profile: works(200, 268, 312, 41, 968), inspected: inspected{kept: 80},
		},
		{
			Person: sample.Person{ID: "L03", Name: "沈洁", Role: role, Team: one, Hired: "2022-09-19", Wage: "3600.00", Rest: 2},
			full:   "2000.00", profile: works(300, 388, 284, 57, 949).more(1), inspected: inspected{errors: 50, kept: 120},
		},
		{
			Person: sample.Person{ID: "L04", Name: "丁宁", Role: role, Team: one, Hired: "2023-02-13", Wage: "3500.00", Rest: 3},
			full:   "2000.00", profile: works(206, 331, 273, 62, 941), inspected: inspected{kept: 130, sample: []int{3, 3, 4, 3, 3, 2, 1, 3}},
		},
		{
			Person: sample.Person{ID: "L05", Name: "魏来", Role: role, Team: one, Hired: "2023-11-06", Wage: "3400.00", Rest: 4},
			full:   "2000.00", profile: works(193, 342, 261, 68, 928), inspected: inspected{kept: 180},
		},
		{
			Person: sample.Person{ID: "L06", Name: "苏晴", Role: role, Team: one, Hired: "2024-01-08", Wage: "3400.00", Rest: 5},
			full:   "2000.00", profile: works(188, 305, 290, 49, 935), inspected: inspected{kept: 100},
		},
		{
			Person: sample.Person{ID: "L07", Name: "蒋浩", Role: role, Team: one, Hired: "2024-05-20", Wage: "3300.00", Rest: 6},
			full:   "2000.00", profile: works(171, 427, 219, 108, 887), inspected: inspected{kept: 310},
		},
		{
			Person: sample.Person{ID: "L08", Name: "蔡琴", Role: role, Team: one, Hired: "2023-07-03", Wage: "3500.00", Rest: 0},
			full:   "2000.00", profile: works(190, 318, 281, 55, 944).balancing(), inspected: inspected{kept: 110},
		},
		{
			Person: sample.Person{ID: "L09", Name: "贺敏", Role: role, Team: one, Status: "probation", Hired: "2026-08-24", Wage: "3000.00", First: 24, Rest: 1},
			full:   "309.68", profile: works(118, 462, 208, 71, 915),
			inspected: inspected{errors: 150, kept: 250, sample: []int{2, 1, 2, 2, 1, 1}},
		},
	}
}

// teamTwo are L10 to L18. L10 is new with a sample of ten chats. L11 has 48 of
// 60 chats sampled, L12 47: picks beyond three a day do not make up for other
// days. L13 has exactly half the shop's load, L14 a visitor less, on loan to the
// warehouse. L15 is on leave, L16 leaves on the 12th; L17 attended 19 of 20 days
// and L18 18 of 20.
func teamTwo() []person {
	const two = "二组"
	return []person{
		{
			Person: sample.Person{ID: "L10", Name: "尹霜", Role: role, Team: two, Status: "probation", Hired: "2026-08-21", Wage: "3000.00", First: 21, Rest: 3},
			full:   "425.81", profile: works(131, 441, 226, 66, 922),
			inspected: inspected{kept: 220, sample: []int{1, 2, 1, 2, 2, 1, 1, 0, 0}},
		},
		{
			Person: sample.Person{
				ID: "L11", Name: "白桦", Role: role, Team: two, Hired: "2022-04-11", Wage: "3600.00", Rest: 2,
				Absences: []sample.Absence{{From: 9, Until: 11, Kind: "paid_leave"}},
			},
			full: "2000.00", due: "20", profile: works(214, 289, 303, 47, 957),
			inspected: inspected{errors: 40, kept: 70, sample: []int{3, 3, 3, 0, 3, 3, 4, 3, 0, 3, 3, 3, 0, 3, 3, 3, 0, 3, 3, 3}},
		},
		{
			Person: sample.Person{
				ID: "L12", Name: "石磊", Role: role, Team: two, Hired: "2023-05-29", Wage: "3500.00", Rest: 2,
				Absences: []sample.Absence{{From: 14, Until: 16, Kind: "paid_leave"}},
			},
			full: "2000.00", due: "20", profile: works(209, 301, 297, 52, 953),
			inspected: inspected{errors: 30, kept: 90, sample: []int{3, 3, 0, 3, 3, 5, 2, 3, 3, 0, 3, 3, 3, 0, 3, 3, 3, 0, 3, 3}},
		},
		{
			Person: sample.Person{ID: "L13", Name: "康宁", Role: role, Team: two, Hired: "2021-10-25", Wage: "3700.00", Rest: 5},
			full:   "2200.00", profile: works(100, 244, 327, 38, 973), inspected: inspected{kept: 50},
		},
		{
			Person: sample.Person{ID: "L14", Name: "范舟", Role: role, Team: two, Hired: "2022-12-05", Wage: "3500.00", Rest: 6},
			full:   "2000.00", profile: works(100, 251, 319, 44, 966).more(-1), inspected: inspected{errors: 20, kept: 60},
		},
		{
			Person: sample.Person{ID: "L15", Name: "方晴", Role: role, Team: two, Hired: "2021-06-21", Wage: "3600.00", Absences: []sample.Absence{{From: 1, Until: 31, Kind: "paid_leave"}}}, full: "2000.00",
		},
		{
			Person: sample.Person{
				ID: "L16", Name: "任飞", Role: role, Team: two, Hired: "2024-09-09", Left: "2026-08-12", Wage: "3300.00", Last: 12, Rest: 4,
				Absences: []sample.Absence{{From: 7, Until: 7, Kind: "absent"}},
			},
			full: "774.19", profile: works(166, 377, 242, 74, 908), inspected: inspected{errors: 80, kept: 240},
		},
		{
			Person: sample.Person{
				ID: "L17", Name: "秦月", Role: role, Team: two, Hired: "2023-08-28", Wage: "3500.00", Rest: 0,
				Absences: []sample.Absence{{From: 12, Until: 13, Kind: "paid_leave"}, {From: 20, Until: 20, Kind: "absent"}},
			},
			full: "2000.00", due: "20", profile: works(221, 312, 293, 51, 951), inspected: inspected{errors: 60, kept: 100},
		},
		{
			Person: sample.Person{
				ID: "L18", Name: "顾然", Role: role, Team: two, Status: "probation", Hired: "2026-04-20", Regular: "2026-08-20", Wage: "3300.00", Rest: 1,
				Moves:    "{from: 2026-08-20, status: regular}",
				Absences: []sample.Absence{{From: 4, Until: 5, Kind: "absent"}, {From: 15, Until: 17, Kind: "paid_leave"}},
			},
			full: "1800.00", due: "20", profile: works(183, 336, 268, 60, 937), inspected: inspected{errors: 70, kept: 140},
		},
	}
}
