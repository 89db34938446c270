package main

import "github.com/cspay/cspay/examples/internal/sample"

// secondTeam are C10 to C17, with exactly 4.80 stars: 4,608 in 960 ratings. C10
// looks after renewals and has no enquirers. C12 shares the first place in
// orders with C01, so that C13 is third; C13 shares the second place in sales
// and missed the exam. C16 came from the first team on the 15th. C17 is on
// probation: one satisfied customer fewer than 50%, exactly 85% of the tasks.
func secondTeam() []person {
	return []person{
		{
			Person: sample.Person{ID: "C10", Name: "史册", Role: role, Team: teamTwo, Hired: "2020-09-21", Wage: "4250.00", Rest: 2},
			exam:   "91", profile: chats(58, 274).sells(0, 0, 9846520, 218).pleases(346, 222, 489, 102).does(118, 126),
		},
		{
			Person: sample.Person{ID: "C11", Name: "顾念", Role: role, Team: teamTwo, Hired: "2023-05-22", Wage: "4100.00", Rest: 3},
			exam:   "84", profile: chats(86, 301).sells(506, 303, 12540980, 289).pleases(391, 226, 604, 126).does(117, 126),
		},
		{
			Person: sample.Person{ID: "C12", Name: "侯亮", Role: role, Team: teamTwo, Hired: "2019-11-04", Wage: "4500.00", Rest: 4},
			exam:   "96", profile: chats(95, 248).sells(519, 338, 15210360, 412).pleases(452, 287, 716, 148).does(126, 132),
		},
		{
			Person:  sample.Person{ID: "C13", Name: "邵阳", Role: role, Team: teamTwo, Hired: "2021-08-16", Wage: "4300.00", Rest: 5},
			profile: chats(94, 258).sells(516, 334, 16888800, 398).pleases(438, 256, 667, 139).does(119, 126),
		},
		{
			Person: sample.Person{ID: "C14", Name: "孟夏", Role: role, Team: teamTwo, Hired: "2022-04-11", Wage: "4150.00", Rest: 6},
			exam:   "79.5", profile: chats(84, 318).sells(501, 291, 11635470, 268).pleases(379, 211, 578, 121).does(115, 126),
		},
		{
			Person: sample.Person{ID: "C15", Name: "龙飞", Role: role, Team: teamTwo, Hired: "2021-12-13", Wage: "4200.00", Rest: 0},
			exam:   "83", profile: chats(89, 289).sells(510, 316, 13652980, 312).pleases(404, 228, 556, 117).does(122, 132),
		},
		{
			Person: sample.Person{
				ID: "C16", Name: "万里", Role: role, Team: teamOne, Hired: "2023-09-18", Wage: "4100.00", Rest: 1,
				Moves: "{from: 2026-09-15, team: 二组}",
			},
			exam: "80", profile: chats(85, 309).sells(504, 299, 12187340, 279).pleases(385, 221, 597, 124).does(121, 132),
		},
		{
			Person: sample.Person{ID: "C17", Name: "段誉之", Role: role, Team: teamTwo, Status: "probation", Hired: "2026-08-03", Wage: "3500.00", Rest: 2},
			exam:   "74", profile: chats(74, 402).sells(489, 263, 7835260, 187).pleases(280, 139, 401, 83).does(102, 120),
		},
	}
}
