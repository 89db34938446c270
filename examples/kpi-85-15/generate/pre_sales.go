package main

// preSalesOne are B01 to B11. B01 leads the group and does not vote on herself,
// so that four votes are left: 5, 4, 4, 3. B03 and B08 sell the same as B15. B05
// replied to exactly 99.5% and B06 to exactly 98%; B07 converts exactly the 40%
// of the target. B09 looks after old customers and has no enquirers. B10 scores
// exactly 85.00 and B11 84.99, on the two sides of a step of the bonus.
func preSalesOne() []person {
	const role, team = preSalesRole, "售前一组"
	return []person{
		{
			id: "B01", name: "许薇", role: role, team: team, hired: "2019-04-08", wage: "4800.00", rest: 0,
			target: "105000.00", product: "93", speech: "91.5", done: 18, sent: 18, teamwork: "5443-",
			profile: chats(96, 228, 1236, 4).sells(790, 388, 10846230),
		},
		{
			id: "B02", name: "蒋琪", role: role, team: team, hired: "2022-09-13", wage: "4300.00", rest: 1,
			target: "95000.00", product: "88", speech: "84", done: 16, sent: 18, teamwork: "44544",
			profile: chats(104, 261, 1178, 7).sells(810, 352, 9120855),
		},
		{
			id: "B03", name: "沈洁", role: role, team: team, hired: "2021-03-22", wage: "4500.00", rest: 2,
			target: "110000.00", product: "95", speech: "90", done: 17, sent: 18, teamwork: "55454",
			profile: chats(112, 263, 1187, 6).sells(824, 391, 12864000),
		},
		{
			id: "B04", name: "曹阳", role: role, team: team, hired: "2023-11-20", wage: "4200.00", rest: 3,
			target: "95000.00", product: "79.5", speech: "82", done: 15, sent: 18, teamwork: "43444",
			profile: chats(101, 298, 1121, 9).sells(783, 341, 8464190),
		},
		{
			id: "B05", name: "彭雨", role: role, team: team, hired: "2022-02-14", wage: "4300.00", rest: 4,
			target: "100000.00", product: "90", speech: "87", done: 18, sent: 18, teamwork: "55445",
			profile: chats(98, 239, 1219, 5).sells(805, 379, 10288475).replies(2200, 11),
		},
		{
			id: "B06", name: "袁梦", role: role, team: team, hired: "2024-03-11", wage: "4100.00", rest: 5,
			target: "90000.00", product: "83", speech: "80.5", done: 16, sent: 18, teamwork: "44343",
			profile: chats(93, 274, 1149, 20).sells(798, 357, 8392760).replies(2150, 43),
		},
		{
			id: "B07", name: "邓超", role: role, team: team, hired: "2021-08-30", wage: "4400.00", rest: 6,
			target: "100000.00", product: "91", speech: "93", done: 18, sent: 18, teamwork: "4-554",
			profile: chats(100, 243, 1204, 4).sells(800, 400, 10415320).converts(1800, 720),
		},
		{
			id: "B08", name: "冯媛", role: role, team: team, hired: "2020-11-02", wage: "4500.00", rest: 0,
			target: "115000.00", product: "97", speech: "94", done: 18, sent: 18, teamwork: "45555",
			profile: chats(115, 236, 1243, 3).sells(831, 405, 12864000),
		},
		{
			id: "B09", name: "余淼", role: role, team: team, hired: "2020-06-15", wage: "4300.00", rest: 1,
			target: "60000.00", product: "86", speech: "92", done: 17, sent: 18, teamwork: "54445",
			profile: chats(58, 287, 1131, 3).sells(0, 0, 5526480).none(),
		},
		{
			id: "B10", name: "潘越", role: role, team: team, hired: "2023-05-08", wage: "4200.00", rest: 2,
			target: "95000.00", product: "84", speech: "78", done: 16, sent: 18, teamwork: "44444",
			profile: chats(99, 284, 1152, 8).sells(792, 346, 7822940),
		},
		{
			id: "B11", name: "戴琳", role: role, team: team, hired: "2024-06-24", wage: "4100.00", rest: 3,
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
			id: "B12", name: "程诚", role: role, team: team, hired: "2019-10-14", wage: "4700.00", rest: 4,
			target: "100000.00", product: "92", speech: "95", done: 18, sent: 18, teamwork: "5544-",
			profile: chats(94, 231, 1229, 4).sells(795, 382, 10167710),
		},
		{
			id: "B13", name: "丁宁", role: role, team: team, hired: "2023-02-20", wage: "4200.00", rest: 5,
			target: "90000.00", product: "80", speech: "76", done: 15, sent: 18, teamwork: "43454",
			profile: chats(97, 269, 1158, 20).sells(788, 351, 8531145).replies(2150, 44),
		},
		{
			id: "B14", name: "任静", role: role, team: team, hired: "2024-09-02", wage: "4000.00", rest: 6,
			target: "85000.00", product: "74.5", speech: "79", done: 14, sent: 18, teamwork: "33443",
			profile: chats(91, 305, 1103, 50).sells(779, 328, 7318860).replies(2000, 100),
		},
		{
			id: "B15", name: "姚远", role: role, team: team, hired: "2022-05-30", wage: "4400.00", rest: 0,
			target: "105000.00", product: "89", speech: "91", done: 17, sent: 18, teamwork: "45445",
			profile: chats(113, 251, 1211, 5).sells(828, 398, 12864000),
		},
		{
			id: "B16", name: "卢晓", role: role, team: team, hired: "2025-04-21", wage: "3900.00", rest: 1,
			target: "80000.00", product: "68", speech: "65.5", done: 12, sent: 18, teamwork: "32333",
			profile: chats(86, 382, 1004, 58).sells(761, 251, 5142930),
		},
		{
			id: "B17", name: "钟睿", role: role, team: team, hired: "2023-07-17", wage: "4200.00", rest: 2,
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
			id: "B18", name: "姜楠", role: role, team: team, hired: "2025-01-13", wage: "3900.00", rest: 3,
			target: "80000.00", product: "71", speech: "70", done: 13, sent: 18, teamwork: "33234",
			profile: chats(84, 541, 1048, 22).sells(770, 301, 6209575),
		},
		{
			id: "B19", name: "崔颖", role: role, team: team, status: "probation", hired: "2026-05-11", wage: "3800.00", rest: 4,
			target: "90000.00", product: "87", speech: "88.5", done: 18, sent: 18, teamwork: "44454",
			profile: chats(110, 248, 1197, 5).sells(819, 386, 12695030),
		},
		{
			id: "B20", name: "谭凯", role: role, team: team, hired: "2022-12-05", wage: "4200.00", rest: 5,
			leave:  "{from: 2026-07-20, until: 2026-07-22, kind: unpaid_leave}",
			target: "95000.00", product: "77", speech: "74", done: 13, sent: 16, teamwork: "43334",
			absences: []absence{{13, 13, "absent"}, {20, 22, ""}},
			profile:  chats(92, 276, 1117, 11).sells(786, 339, 7025440),
		},
		{
			id: "B21", name: "陆瑶", role: role, team: team, status: "probation", hired: "2026-04-15", regular: "2026-07-15", wage: "4000.00", rest: 6,
			moves:  "{from: 2026-07-15, status: regular}",
			target: "85000.00", product: "85", speech: "86", done: 17, sent: 18, teamwork: "45444",
			profile: chats(96, 257, 1189, 6).sells(803, 366, 8643305),
		},
		{
			id: "B22", name: "汪洋", role: role, team: team, status: "probation", hired: "2026-07-13", wage: "3720.00", first: 13, rest: 0,
			product: "76", speech: "73", done: 8, sent: 9, teamwork: "434-4",
			profile: chats(71, 312, 1089, 14).sells(774, 312, 2874160),
		},
	}
}
