package main

import "github.com/cspay/cspay/examples/internal/sample"

// preSalesOne are B01 to B11. B01 leads the group and does not vote on herself,
// so that four votes are left: 5, 4, 4, 3. B03 and B08 sell the same as B15. B05
// replied to exactly 99.5% and B06 to exactly 98%; B07 converts exactly the 40%
// of the target. B09 looks after old customers and has no enquirers. B10 scores
// exactly 85.00 and B11 84.99, on the two sides of a step of the bonus.
func preSalesOne() []person {
	const role, team = preSalesRole, "售前一组"
	return []person{
		{
			Person: sample.Person{ID: "B01", Name: "许薇", Role: role, Team: team, Hired: "2019-04-08", Wage: "4800.00", Rest: 0},
			target: "105000.00", product: "93", speech: "91.5", done: 18, sent: 18, teamwork: "5443-",
			profile: chats(96, 228, 1236, 4).sells(790, 388, 10846230),
		},
		{
			Person: sample.Person{ID: "B02", Name: "蒋琪", Role: role, Team: team, Hired: "2022-09-13", Wage: "4300.00", Rest: 1},
			target: "95000.00", product: "88", speech: "84", done: 16, sent: 18, teamwork: "44544",
			profile: chats(104, 261, 1178, 7).sells(810, 352, 9120855),
		},
		{
			Person: sample.Person{ID: "B03", Name: "沈洁", Role: role, Team: team, Hired: "2021-03-22", Wage: "4500.00", Rest: 2},
			target: "110000.00", product: "95", speech: "90", done: 17, sent: 18, teamwork: "55454",
			profile: chats(112, 263, 1187, 6).sells(824, 391, 12864000),
		},
		{
			Person: sample.Person{ID: "B04", Name: "曹阳", Role: role, Team: team, Hired: "2023-11-20", Wage: "4200.00", Rest: 3},
			target: "95000.00", product: "79.5", speech: "82", done: 15, sent: 18, teamwork: "43444",
			profile: chats(101, 298, 1121, 9).sells(783, 341, 8464190),
		},
		{
			Person: sample.Person{ID: "B05", Name: "彭雨", Role: role, Team: team, Hired: "2022-02-14", Wage: "4300.00", Rest: 4},
			target: "100000.00", product: "90", speech: "87", done: 18, sent: 18, teamwork: "55445",
			profile: chats(98, 239, 1219, 5).sells(805, 379, 10288475).replies(2200, 11),
		},
		{
			Person: sample.Person{ID: "B06", Name: "袁梦", Role: role, Team: team, Hired: "2024-03-11", Wage: "4100.00", Rest: 5},
			target: "90000.00", product: "83", speech: "80.5", done: 16, sent: 18, teamwork: "44343",
			profile: chats(93, 274, 1149, 20).sells(798, 357, 8392760).replies(2150, 43),
		},
		{
			Person: sample.Person{ID: "B07", Name: "邓超", Role: role, Team: team, Hired: "2021-08-30", Wage: "4400.00", Rest: 6},
			target: "100000.00", product: "91", speech: "93", done: 18, sent: 18, teamwork: "4-554",
			profile: chats(100, 243, 1204, 4).sells(800, 400, 10415320).converts(1800, 720),
		},
		{
			Person: sample.Person{ID: "B08", Name: "冯媛", Role: role, Team: team, Hired: "2020-11-02", Wage: "4500.00", Rest: 0},
			target: "115000.00", product: "97", speech: "94", done: 18, sent: 18, teamwork: "45555",
			profile: chats(115, 236, 1243, 3).sells(831, 405, 12864000),
		},
		{
			Person: sample.Person{ID: "B09", Name: "余淼", Role: role, Team: team, Hired: "2020-06-15", Wage: "4300.00", Rest: 1},
			target: "60000.00", product: "86", speech: "92", done: 17, sent: 18, teamwork: "54445",
			profile: chats(58, 287, 1131, 3).sells(0, 0, 5526480).none(),
		},
		{
			Person: sample.Person{ID: "B10", Name: "潘越", Role: role, Team: team, Hired: "2023-05-08", Wage: "4200.00", Rest: 2},
			target: "95000.00", product: "84", speech: "78", done: 16, sent: 18, teamwork: "44444",
			profile: chats(99, 284, 1152, 8).sells(792, 346, 7822940),
		},
		{
			Person: sample.Person{ID: "B11", Name: "戴琳", Role: role, Team: team, Hired: "2024-06-24", Wage: "4100.00", Rest: 3},
			target: "90000.00", product: "81", speech: "80", done: 17, sent: 18, teamwork: "43445",
			profile: chats(95, 279, 1166, 7).sells(801, 349, 7022750),
		},
	}
}

// preSalesTwo are B12 to B22. B13 replied to one conversation less than 98%, B14
// to exactly 95%, B16 to fewer. B17 has empty cells where the enquirers should
// be, and missed the product exam. B18 takes more than twice the target's
// seconds. B19 is on probation and fourth in sales. B20 has unpaid leave and an
// absence, B21 is regular since the 15th, B22 joined on the 13th without a target.
func preSalesTwo() []person {
	const role, team = preSalesRole, "售前二组"
	return append([]person{
		{
			Person: sample.Person{ID: "B12", Name: "程诚", Role: role, Team: team, Hired: "2019-10-14", Wage: "4700.00", Rest: 4},
			target: "100000.00", product: "92", speech: "95", done: 18, sent: 18, teamwork: "5544-",
			profile: chats(94, 231, 1229, 4).sells(795, 382, 10167710),
		},
		{
			Person: sample.Person{ID: "B13", Name: "丁宁", Role: role, Team: team, Hired: "2023-02-20", Wage: "4200.00", Rest: 5},
			target: "90000.00", product: "80", speech: "76", done: 15, sent: 18, teamwork: "43454",
			profile: chats(97, 269, 1158, 20).sells(788, 351, 8531145).replies(2150, 44),
		},
		{
			Person: sample.Person{ID: "B14", Name: "任静", Role: role, Team: team, Hired: "2024-09-02", Wage: "4000.00", Rest: 6},
			target: "85000.00", product: "74.5", speech: "79", done: 14, sent: 18, teamwork: "33443",
			profile: chats(91, 305, 1103, 50).sells(779, 328, 7318860).replies(2000, 100),
		},
		{
			Person: sample.Person{ID: "B15", Name: "姚远", Role: role, Team: team, Hired: "2022-05-30", Wage: "4400.00", Rest: 0},
			target: "105000.00", product: "89", speech: "91", done: 17, sent: 18, teamwork: "45445",
			profile: chats(113, 251, 1211, 5).sells(828, 398, 12864000),
		},
		{
			Person: sample.Person{ID: "B16", Name: "卢晓", Role: role, Team: team, Hired: "2025-04-21", Wage: "3900.00", Rest: 1},
			target: "80000.00", product: "68", speech: "65.5", done: 12, sent: 18, teamwork: "32333",
			profile: chats(86, 382, 1004, 58).sells(761, 251, 5142930),
		},
		{
			Person: sample.Person{ID: "B17", Name: "钟睿", Role: role, Team: team, Hired: "2023-07-17", Wage: "4200.00", Rest: 2},
			target: "90000.00", speech: "83", done: 16, sent: 18, teamwork: "444-5",
			profile: chats(90, 266, 1163, 6).sells(0, 0, 8476015).blank(),
		},
	}, preSalesRest()...)
}

// preSalesRest are B18 to B22, the rest of the second team.
func preSalesRest() []person {
	const role, team = preSalesRole, "售前二组"
	return []person{
		{
			Person: sample.Person{ID: "B18", Name: "姜楠", Role: role, Team: team, Hired: "2025-01-13", Wage: "3900.00", Rest: 3},
			target: "80000.00", product: "71", speech: "70", done: 13, sent: 18, teamwork: "33234",
			profile: chats(84, 541, 1048, 22).sells(770, 301, 6209575),
		},
		{
			Person: sample.Person{ID: "B19", Name: "崔颖", Role: role, Team: team, Status: "probation", Hired: "2026-05-11", Wage: "3800.00", Rest: 4},
			target: "90000.00", product: "87", speech: "88.5", done: 18, sent: 18, teamwork: "44454",
			profile: chats(110, 248, 1197, 5).sells(819, 386, 12695030),
		},
		{
			Person: sample.Person{
				ID: "B20", Name: "谭凯", Role: role, Team: team, Hired: "2022-12-05", Wage: "4200.00", Rest: 5,
				Leave:    "{from: 2026-07-20, until: 2026-07-22, kind: unpaid_leave}",
				Absences: []sample.Absence{{From: 13, Until: 13, Kind: "absent"}, {From: 20, Until: 22, Kind: ""}},
			},
			target: "95000.00", product: "77", speech: "74", done: 13, sent: 16, teamwork: "43334",
			profile: chats(92, 276, 1117, 11).sells(786, 339, 7025440),
		},
		{
			Person: sample.Person{
				ID: "B21", Name: "陆瑶", Role: role, Team: team, Status: "probation", Hired: "2026-04-15", Regular: "2026-07-15", Wage: "4000.00", Rest: 6,
				Moves: "{from: 2026-07-15, status: regular}",
			},
			target: "85000.00", product: "85", speech: "86", done: 17, sent: 18, teamwork: "45444",
			profile: chats(96, 257, 1189, 6).sells(803, 366, 8643305),
		},
		{
			Person:  sample.Person{ID: "B22", Name: "汪洋", Role: role, Team: team, Status: "probation", Hired: "2026-07-13", Wage: "3720.00", First: 13, Rest: 0},
			product: "76", speech: "73", done: 8, sent: 9, teamwork: "434-4",
			profile: chats(71, 312, 1089, 14).sells(774, 312, 2874160),
		},
	}
}
