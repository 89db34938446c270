package main

import "github.com/cspay/cspay/examples/internal/sample"

// afterSalesOne are B23 to B31. B23 leads the group. B28 has the same points of
// the ability block as B38 and the better score: the star. B29 and B31 have the
// same month on different days. B30 has four bad reviews, one of them 2-2.
func afterSalesOne() []person {
	const role, team = afterSalesRole, "售后一组"
	return []person{
		{
			Person:   sample.Person{ID: "B23", Name: "田甜", Role: role, Team: team, Hired: "2019-07-01", Wage: "4500.00", Rest: 1},
			teamwork: "5454-",
			profile:  chats(76, 371, 1242, 3).serves(628, 262, 988),
		},
		{
			Person:   sample.Person{ID: "B24", Name: "范雯", Role: role, Team: team, Hired: "2022-10-17", Wage: "4000.00", Rest: 2},
			teamwork: "44454",
			profile:  chats(83, 448, 1151, 6).serves(541, 247, 968),
		},
		{
			Person:   sample.Person{ID: "B25", Name: "方圆", Role: role, Team: team, Hired: "2021-12-06", Wage: "4100.00", Rest: 3},
			teamwork: "54544",
			profile:  chats(81, 409, 1194, 4).serves(587, 255, 974),
		},
		{
			Person:   sample.Person{ID: "B26", Name: "石磊", Role: role, Team: team, Hired: "2024-11-11", Wage: "3800.00", Rest: 4},
			teamwork: "33343",
			profile:  chats(78, 526, 1038, 12).serves(446, 231, 922),
		},
		{
			Person:   sample.Person{ID: "B27", Name: "熊燕", Role: role, Team: team, Hired: "2023-09-25", Wage: "3900.00", Rest: 5},
			teamwork: "43444",
			profile:  chats(85, 437, 1129, 8).serves(542, 243, 957),
		},
		{
			Person:   sample.Person{ID: "B28", Name: "金晶", Role: role, Team: team, Hired: "2020-03-16", Wage: "4300.00", Rest: 6},
			teamwork: "55554",
			profile:  chats(88, 368, 1227, 3).serves(641, 268, 987),
		},
		{
			Person:   sample.Person{ID: "B29", Name: "郝敏", Role: role, Team: team, Hired: "2022-04-11", Wage: "4000.00", Rest: 0},
			teamwork: "54454",
			profile:  chats(80, 427, 1163, 5).serves(566, 251, 967),
		},
		{
			Person:   sample.Person{ID: "B30", Name: "孔令", Role: role, Team: team, Hired: "2023-06-05", Wage: "3900.00", Rest: 1},
			teamwork: "5-44-",
			profile:  chats(82, 443, 1146, 7).serves(563, 246, 963),
		},
		{
			Person:   sample.Person{ID: "B31", Name: "白露", Role: role, Team: team, Hired: "2024-01-08", Wage: "3900.00", Rest: 5},
			teamwork: "45445",
			profile:  profile{likeRowsOf: "B29"},
		},
	}
}

// afterSalesTwo are B32 to B40. B32 leads the group. B34 settles disputes:
// invites no reviews and gets none. B37 is on paid leave all month and has no
// row and no vote. B39 left on the 20th; B40 joined on the 16th, too late for
// two of the five voters.
func afterSalesTwo() []person {
	const role, team = afterSalesRole, "售后二组"
	return []person{
		{
			Person:   sample.Person{ID: "B32", Name: "秦岚", Role: role, Team: team, Hired: "2020-01-13", Wage: "4400.00", Rest: 2},
			teamwork: "4545-",
			profile:  chats(75, 379, 1231, 4).serves(619, 259, 985),
		},
		{
			Person:   sample.Person{ID: "B33", Name: "江月", Role: role, Team: team, Hired: "2022-07-18", Wage: "4000.00", Rest: 3},
			teamwork: "44445",
			profile:  chats(84, 422, 1181, 5).serves(572, 252, 969),
		},
		{
			Person:   sample.Person{ID: "B34", Name: "史册", Role: role, Team: team, Hired: "2021-05-24", Wage: "4200.00", Rest: 4},
			teamwork: "45454",
			profile:  chats(52, 416, 1108, 4),
		},
		{
			Person:   sample.Person{ID: "B35", Name: "顾盼", Role: role, Team: team, Hired: "2023-03-27", Wage: "3900.00", Rest: 5},
			teamwork: "44344",
			profile:  chats(79, 485, 1117, 7).serves(523, 244, 958),
		},
		{
			Person:   sample.Person{ID: "B36", Name: "侯勇", Role: role, Team: team, Hired: "2025-03-10", Wage: "3700.00", Rest: 6},
			teamwork: "32323",
			profile:  chats(73, 627, 981, 19).serves(367, 226, 901),
		},
		{
			Person: sample.Person{
				ID: "B37", Name: "邵兰", Role: role, Team: team, Hired: "2021-09-06", Wage: "4100.00",
				Leave:    "{from: 2026-06-22, until: 2026-11-27, kind: paid_leave}",
				Absences: []sample.Absence{{From: 1, Until: 31, Kind: ""}},
			},
		},
		{
			Person:   sample.Person{ID: "B38", Name: "孟夏", Role: role, Team: team, Hired: "2022-01-10", Wage: "4100.00", Rest: 0},
			teamwork: "45555",
			profile:  chats(86, 384, 1205, 4).serves(598, 257, 976),
		},
		{
			Person:   sample.Person{ID: "B39", Name: "龙飞", Role: role, Team: team, Hired: "2024-08-05", Left: "2026-07-20", Wage: "3800.00", Last: 20, Rest: 1},
			teamwork: "33434",
			profile:  chats(70, 455, 1094, 10).serves(521, 238, 954),
		},
		{
			Person:   sample.Person{ID: "B40", Name: "万青", Role: role, Team: team, Status: "probation", Hired: "2026-07-16", Wage: "3100.00", First: 16, Rest: 2},
			teamwork: "5-4-4",
			profile:  chats(57, 468, 1086, 11).serves(533, 240, 961),
		},
	}
}
