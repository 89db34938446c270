package main

// preSales are A01 to A10. A01 and A07 sell the same; A05 sells more but is on
// probation. A02 is the golden case of the commission; A06 nets exactly the
// first slab; A08 comes back from leave to more returns than sales. A03 scores
// exactly 90.00 and A06 89.99, on the two sides of a step of the bonus.
func preSales() []person {
	const role, one, two = "pre_sales", "售前一组", "售前二组"
	return []person{
		{
			id: "A01", name: "王敏", role: role, team: one, hired: "2022-03-07", wage: "4200.00", exam: "94", rest: 0,
			profile: chats(68, 24, 318, 360, 958, 1182, 9).sells(8641250, 342080),
		},
		{
			id: "A02", name: "李静", role: role, team: one, hired: "2023-06-12", wage: "4000.00", exam: "88.5", rest: 1,
			profile: chats(61, 31, 342, 340, 941, 1150, 12).sells(6000000, 200000),
		},
		{
			id: "A03", name: "张丽", role: role, team: one, hired: "2021-09-01", wage: "4500.00", exam: "85.1", rest: 2,
			profile: chats(72, 19, 365, 330, 930, 1090, 15).sells(7318840, 295930),
		},
		{
			id: "A04", name: "刘洋", role: role, team: one, hired: "2024-02-26", wage: "3900.00", exam: "84", rest: 3,
			profile: chats(66, 33, 329, 350, 936, 1120, 14).sells(5786465, 311720),
		},
		{
			id: "A05", name: "陈晨", role: role, team: one, status: "probation", hired: "2026-04-13", wage: "3600.00", exam: "79", rest: 4,
			profile: chats(74, 45, 298, 370, 945, 1205, 8).sells(8977530, 458890),
		},
		{
			id: "A06", name: "杨帆", role: role, team: two, hired: "2024-08-19", wage: "3900.00", exam: "95.5", rest: 5,
			profile: chats(58, 42, 388, 320, 921, 1065, 18).sells(5214600, 214600),
		},
		{
			id: "A07", name: "赵倩", role: role, team: two, hired: "2022-11-14", wage: "4200.00", exam: "97", rest: 6,
			profile: chats(70, 16, 276, 380, 967, 1231, 6).sells(8641250, 518435),
		},
		{
			id: "A08", name: "黄磊", role: role, team: two, hired: "2023-10-09", wage: "4000.00", exam: "82", rest: 0,
			absences: []absence{{1, 23, "paid_leave"}},
			profile:  chats(48, 38, 356, 330, 938, 1110, 13).sells(463920, 587250),
		},
		{
			id: "A09", name: "周婷", role: role, team: two, status: "probation", hired: "2026-06-08", wage: "3500.00", exam: "71", first: 8, rest: 2,
			profile: chats(39, 58, 447, 310, 902, 980, 27).sells(1976380, 48210),
		},
		{
			id: "A10", name: "吴昊", role: role, team: two, hired: "2025-03-03", wage: "3800.00", exam: "58", rest: 4,
			absences: []absence{{8, 9, "unpaid_leave"}},
			profile:  chats(52, 83, 632, 300, 829, 796, 61).sells(3429075, 287640),
		},
	}
}

// afterSalesOne are A11 to A18. A11 has exactly 2% slow replies; A13 and A15
// have the same month on different days; A14 will empty the fund.
func afterSalesOne() []person {
	const role, one = "after_sales", "售后一组"
	return []person{
		{
			id: "A11", name: "徐佳", role: role, team: one, hired: "2020-07-20", wage: "3000.00", exam: "98", rest: 1,
			profile: chats(84, 20, 271, 340, 971, 1240, 5).exactly(1850, 37),
		},
		{
			id: "A12", name: "孙悦", role: role, team: one, hired: "2023-04-17", wage: "2800.00", exam: "83", rest: 2,
			profile: chats(79, 41, 371, 310, 924, 1102, 17),
		},
		{
			id: "A13", name: "胡雪", role: role, team: one, hired: "2022-05-16", wage: "2900.00", exam: "90", rest: 1,
			profile: chats(76, 27, 333, 330, 946, 1164, 11),
		},
		{
			id: "A14", name: "朱琳", role: role, team: one, hired: "2025-01-06", wage: "2700.00", exam: "67.5", rest: 4,
			profile: chats(71, 64, 468, 300, 873, 958, 34),
		},
		{
			id: "A15", name: "高峰", role: role, team: one, hired: "2024-10-28", wage: "2800.00", exam: "90", rest: 2,
			profile: profile{likeRowsOf: "A13"},
		},
		{
			id: "A16", name: "林芳", role: role, team: one, hired: "2023-12-04", wage: "2800.00", exam: "86", rest: 5,
			profile: chats(81, 34, 347, 320, 933, 1128, 13),
		},
		{
			id: "A17", name: "何苗", role: role, team: one, hired: "2024-05-13", wage: "2800.00", exam: "85", rest: 6,
			moves:   "{from: 2026-06-15, team: 售后二组}",
			profile: chats(77, 36, 352, 320, 931, 1116, 14),
		},
		{
			id: "A18", name: "郭涛", role: role, team: one, hired: "2025-07-07", wage: "2700.00", exam: "72", rest: 0,
			absences: []absence{{9, 9, "absent"}, {22, 22, "absent"}},
			profile:  chats(69, 52, 419, 300, 897, 1031, 25),
		},
	}
}

// afterSalesTwo are A19 to A26. A20 has one slow reply more than 4% once the
// exclusion is applied, A26 exactly 4%; A22 leaves on the 12th after a handover
// without ratings; A23's line was down on the 17th; A24 joins on the 16th with 8
// slow replies of 200, five of which are excluded; A25 is on leave.
func afterSalesTwo() []person {
	const role, two = "after_sales", "售后二组"
	return []person{
		{
			id: "A19", name: "马骏", role: role, team: two, hired: "2022-08-22", wage: "2900.00", exam: "89", rest: 1,
			profile: chats(83, 29, 322, 340, 949, 1171, 10),
		},
		{
			id: "A20", name: "罗丹", role: role, team: two, hired: "2024-03-18", wage: "2800.00", exam: "81", rest: 2,
			profile: chats(78, 39, 378, 310, 919, 1088, 18).exactly(1629, 70),
		},
		{
			id: "A21", name: "梁爽", role: role, team: two, status: "probation", hired: "2026-05-20", wage: "2600.00", exam: "74", rest: 3,
			profile: chats(57, 55, 431, 300, 905, 1012, 22),
		},
		{
			id: "A22", name: "宋佳", role: role, team: two, hired: "2025-02-17", left: "2026-06-12", wage: "2700.00", exam: "77", last: 12, rest: 4,
			profile: chats(9, 35, 402, 0, 0, 1047, 20),
		},
		{
			id: "A23", name: "郑凯", role: role, team: two, hired: "2023-08-07", wage: "2800.00", exam: "80", rest: 5,
			absences: []absence{{5, 5, "paid_leave"}, {25, 26, "unpaid_leave"}},
			profile:  chats(75, 36, 361, 310, 928, 1097, 16),
			outage:   17,
		},
		{
			id: "A24", name: "谢颖", role: role, team: two, status: "probation", hired: "2026-06-16", wage: "2600.00", exam: "69", first: 16, rest: 3,
			profile: chats(17, 40, 449, 340, 914, 1008, 21).exactly(200, 8),
		},
		{
			id: "A25", name: "韩雪", role: role, team: two, hired: "2021-11-29", wage: "2900.00", exam: "92",
			absences: []absence{{1, 30, "paid_leave"}},
		},
		{
			id: "A26", name: "唐宁", role: role, team: two, status: "probation", hired: "2026-03-16", regular: "2026-06-15", wage: "2700.00", exam: "87", rest: 0,
			moves:   "{from: 2026-06-15, status: regular}",
			profile: chats(73, 40, 339, 330, 940, 1139, 12).exactly(1575, 63),
		},
	}
}
