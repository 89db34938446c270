package main

// afterSalesOne are B23 to B31. B23 leads the group. B28 has the same points of
// the ability block as B38 and the better score: the star. B29 and B31 have the
// same month on different days. B30 has four bad reviews, one of them 2-2.
func afterSalesOne() []person {
	const role, team = afterSalesRole, "售后一组"
	return []person{
		{
			id: "B23", name: "田甜", role: role, team: team, hired: "2019-07-01", wage: "4500.00", rest: 1, teamwork: "5454-",
			profile: chats(76, 371, 1242, 3).serves(628, 262, 988),
		},
		{
			id: "B24", name: "范雯", role: role, team: team, hired: "2022-10-17", wage: "4000.00", rest: 2, teamwork: "44454",
			profile: chats(83, 448, 1151, 6).serves(541, 247, 968),
		},
		{
			id: "B25", name: "方圆", role: role, team: team, hired: "2021-12-06", wage: "4100.00", rest: 3, teamwork: "54544",
			profile: chats(81, 409, 1194, 4).serves(587, 255, 974),
		},
		{
			id: "B26", name: "石磊", role: role, team: team, hired: "2024-11-11", wage: "3800.00", rest: 4, teamwork: "33343",
			profile: chats(78, 526, 1038, 12).serves(446, 231, 922),
		},
		{
			id: "B27", name: "熊燕", role: role, team: team, hired: "2023-09-25", wage: "3900.00", rest: 5, teamwork: "43444",
			profile: chats(85, 437, 1129, 8).serves(542, 243, 957),
		},
		{
			id: "B28", name: "金晶", role: role, team: team, hired: "2020-03-16", wage: "4300.00", rest: 6, teamwork: "55554",
			profile: chats(88, 368, 1227, 3).serves(641, 268, 987),
		},
		{
			id: "B29", name: "郝敏", role: role, team: team, hired: "2022-04-11", wage: "4000.00", rest: 0, teamwork: "54454",
			profile: chats(80, 427, 1163, 5).serves(566, 251, 967),
		},
		{
			id: "B30", name: "孔令", role: role, team: team, hired: "2023-06-05", wage: "3900.00", rest: 1, teamwork: "5-44-",
			profile: chats(82, 443, 1146, 7).serves(563, 246, 963),
		},
		{
			id: "B31", name: "白露", role: role, team: team, hired: "2024-01-08", wage: "3900.00", rest: 5, teamwork: "45445",
			profile: profile{likeRowsOf: "B29"},
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
			id: "B32", name: "秦岚", role: role, team: team, hired: "2020-01-13", wage: "4400.00", rest: 2, teamwork: "4545-",
			profile: chats(75, 379, 1231, 4).serves(619, 259, 985),
		},
		{
			id: "B33", name: "江月", role: role, team: team, hired: "2022-07-18", wage: "4000.00", rest: 3, teamwork: "44445",
			profile: chats(84, 422, 1181, 5).serves(572, 252, 969),
		},
		{
			id: "B34", name: "史册", role: role, team: team, hired: "2021-05-24", wage: "4200.00", rest: 4, teamwork: "45454",
			profile: chats(52, 416, 1108, 4),
		},
		{
			id: "B35", name: "顾盼", role: role, team: team, hired: "2023-03-27", wage: "3900.00", rest: 5, teamwork: "44344",
			profile: chats(79, 485, 1117, 7).serves(523, 244, 958),
		},
		{
			id: "B36", name: "侯勇", role: role, team: team, hired: "2025-03-10", wage: "3700.00", rest: 6, teamwork: "32323",
			profile: chats(73, 627, 981, 19).serves(367, 226, 901),
		},
		{
			id: "B37", name: "邵兰", role: role, team: team, hired: "2021-09-06", wage: "4100.00",
			leave:    "{from: 2026-06-22, until: 2026-11-27, kind: paid_leave}",
			absences: []absence{{1, 31, ""}},
		},
		{
			id: "B38", name: "孟夏", role: role, team: team, hired: "2022-01-10", wage: "4100.00", rest: 0, teamwork: "45555",
			profile: chats(86, 384, 1205, 4).serves(598, 257, 976),
		},
		{
			id: "B39", name: "龙飞", role: role, team: team, hired: "2024-08-05", left: "2026-07-20", wage: "3800.00", last: 20, rest: 1, teamwork: "33434",
			profile: chats(70, 455, 1094, 10).serves(521, 238, 954),
		},
		{
			id: "B40", name: "万青", role: role, team: team, status: "probation", hired: "2026-07-16", wage: "3100.00", first: 16, rest: 2, teamwork: "5-4-4",
			profile: chats(57, 468, 1086, 11).serves(533, 240, 961),
		},
	}
}
