package main

import "github.com/cspay/cspay/examples/internal/sample"

// preSales are A01 to A10. A01 and A07 sell the same; A05 sells more but is on
// probation. A02 is the golden case of the commission; A06 nets exactly the
// first slab; A08 comes back from leave to more returns than sales. A03 scores
// exactly 90.00 and A06 89.99, on the two sides of a step of the bonus.
func preSales() []person {
	const role, one, two = "pre_sales", "售前一组", "售前二组"
	return []person{
		{
			Person: sample.Person{ID: "A01", Name: "王敏", Role: role, Team: one, Hired: "2022-03-07", Wage: "4200.00", Rest: 0},
			exam:   "94", profile: chats(68, 24, 318, 360, 958, 1182, 9).sells(8641250, 342080),
		},
		{
			Person: sample.Person{ID: "A02", Name: "李静", Role: role, Team: one, Hired: "2023-06-12", Wage: "4000.00", Rest: 1},
			exam:   "88.5", profile: chats(61, 31, 342, 340, 941, 1150, 12).sells(6000000, 200000),
		},
		{
			Person: sample.Person{ID: "A03", Name: "张丽", Role: role, Team: one, Hired: "2021-09-01", Wage: "4500.00", Rest: 2},
			exam:   "85.1", profile: chats(72, 19, 365, 330, 930, 1090, 15).sells(7318840, 295930),
		},
		{
			Person: sample.Person{ID: "A04", Name: "刘洋", Role: role, Team: one, Hired: "2024-02-26", Wage: "3900.00", Rest: 3},
			exam:   "84", profile: chats(66, 33, 329, 350, 936, 1120, 14).sells(5786465, 311720),
		},
		{
			Person: sample.Person{ID: "A05", Name: "陈晨", Role: role, Team: one, Status: "probation", Hired: "2026-04-13", Wage: "3600.00", Rest: 4},
			exam:   "79", profile: chats(74, 45, 298, 370, 945, 1205, 8).sells(8977530, 458890),
		},
		{
			Person: sample.Person{ID: "A06", Name: "杨帆", Role: role, Team: two, Hired: "2024-08-19", Wage: "3900.00", Rest: 5},
			exam:   "95.5", profile: chats(58, 42, 388, 320, 921, 1065, 18).sells(5214600, 214600),
		},
		{
			Person: sample.Person{ID: "A07", Name: "赵倩", Role: role, Team: two, Hired: "2022-11-14", Wage: "4200.00", Rest: 6},
			exam:   "97", profile: chats(70, 16, 276, 380, 967, 1231, 6).sells(8641250, 518435),
		},
		{
			Person: sample.Person{
				ID: "A08", Name: "黄磊", Role: role, Team: two, Hired: "2023-10-09", Wage: "4000.00", Rest: 0,
				Absences: []sample.Absence{{From: 1, Until: 23, Kind: "paid_leave"}},
			},
			exam: "82", profile: chats(48, 38, 356, 330, 938, 1110, 13).sells(463920, 587250),
		},
		{
			Person: sample.Person{ID: "A09", Name: "周婷", Role: role, Team: two, Status: "probation", Hired: "2026-06-08", Wage: "3500.00", First: 8, Rest: 2},
			exam:   "71", profile: chats(39, 58, 447, 310, 902, 980, 27).sells(1976380, 48210),
		},
		{
			Person: sample.Person{
				ID: "A10", Name: "吴昊", Role: role, Team: two, Hired: "2025-03-03", Wage: "3800.00", Rest: 4,
				Absences: []sample.Absence{{From: 8, Until: 9, Kind: "unpaid_leave"}},
			},
			exam: "58", profile: chats(52, 83, 632, 300, 829, 796, 61).sells(3429075, 287640),
		},
	}
}

// afterSalesOne are A11 to A18. A11 has exactly 2% slow replies; A13 and A15
// have the same month on different days; A14 will empty the fund.
func afterSalesOne() []person {
	const role, one = "after_sales", "售后一组"
	return []person{
		{
			Person: sample.Person{ID: "A11", Name: "徐佳", Role: role, Team: one, Hired: "2020-07-20", Wage: "3000.00", Rest: 1},
			exam:   "98", profile: chats(84, 20, 271, 340, 971, 1240, 5).exactly(1850, 37),
		},
		{
			Person: sample.Person{ID: "A12", Name: "孙悦", Role: role, Team: one, Hired: "2023-04-17", Wage: "2800.00", Rest: 2},
			exam:   "83", profile: chats(79, 41, 371, 310, 924, 1102, 17),
		},
		{
			Person: sample.Person{ID: "A13", Name: "胡雪", Role: role, Team: one, Hired: "2022-05-16", Wage: "2900.00", Rest: 1},
			exam:   "90", profile: chats(76, 27, 333, 330, 946, 1164, 11),
		},
		{
			Person: sample.Person{ID: "A14", Name: "朱琳", Role: role, Team: one, Hired: "2025-01-06", Wage: "2700.00", Rest: 4},
			exam:   "67.5", profile: chats(71, 64, 468, 300, 873, 958, 34),
		},
		{
			Person: sample.Person{ID: "A15", Name: "高峰", Role: role, Team: one, Hired: "2024-10-28", Wage: "2800.00", Rest: 2},
			exam:   "90", profile: profile{likeRowsOf: "A13"},
		},
		{
			Person: sample.Person{ID: "A16", Name: "林芳", Role: role, Team: one, Hired: "2023-12-04", Wage: "2800.00", Rest: 5},
			exam:   "86", profile: chats(81, 34, 347, 320, 933, 1128, 13),
		},
		{
			Person: sample.Person{
				ID: "A17", Name: "何苗", Role: role, Team: one, Hired: "2024-05-13", Wage: "2800.00", Rest: 6,
				Moves: "{from: 2026-06-15, team: 售后二组}",
			},
			exam: "85", profile: chats(77, 36, 352, 320, 931, 1116, 14),
		},
		{
			Person: sample.Person{
				ID: "A18", Name: "郭涛", Role: role, Team: one, Hired: "2025-07-07", Wage: "2700.00", Rest: 0,
				Absences: []sample.Absence{{From: 9, Until: 9, Kind: "absent"}, {From: 22, Until: 22, Kind: "absent"}},
			},
			exam: "72", profile: chats(69, 52, 419, 300, 897, 1031, 25),
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
			Person: sample.Person{ID: "A19", Name: "马骏", Role: role, Team: two, Hired: "2022-08-22", Wage: "2900.00", Rest: 1},
			exam:   "89", profile: chats(83, 29, 322, 340, 949, 1171, 10),
		},
		{
			Person: sample.Person{ID: "A20", Name: "罗丹", Role: role, Team: two, Hired: "2024-03-18", Wage: "2800.00", Rest: 2},
			exam:   "81", profile: chats(78, 39, 378, 310, 919, 1088, 18).exactly(1629, 70),
		},
		{
			Person: sample.Person{ID: "A21", Name: "梁爽", Role: role, Team: two, Status: "probation", Hired: "2026-05-20", Wage: "2600.00", Rest: 3},
			exam:   "74", profile: chats(57, 55, 431, 300, 905, 1012, 22),
		},
		{
			Person: sample.Person{ID: "A22", Name: "宋佳", Role: role, Team: two, Hired: "2025-02-17", Left: "2026-06-12", Wage: "2700.00", Last: 12, Rest: 4},
			exam:   "77", profile: chats(9, 35, 402, 0, 0, 1047, 20),
		},
		{
			Person: sample.Person{
				ID: "A23", Name: "郑凯", Role: role, Team: two, Hired: "2023-08-07", Wage: "2800.00", Rest: 5,
				Absences: []sample.Absence{{From: 5, Until: 5, Kind: "paid_leave"}, {From: 25, Until: 26, Kind: "unpaid_leave"}},
			},
			exam: "80", outage: 17,
			profile: chats(75, 36, 361, 310, 928, 1097, 16),
		},
		{
			Person: sample.Person{ID: "A24", Name: "谢颖", Role: role, Team: two, Status: "probation", Hired: "2026-06-16", Wage: "2600.00", First: 16, Rest: 3},
			exam:   "69", profile: chats(17, 40, 449, 340, 914, 1008, 21).exactly(200, 8),
		},
		{
			Person: sample.Person{ID: "A25", Name: "韩雪", Role: role, Team: two, Hired: "2021-11-29", Wage: "2900.00", Absences: []sample.Absence{{From: 1, Until: 30, Kind: "paid_leave"}}},
			exam:   "92",
		},
		{
			Person: sample.Person{
				ID: "A26", Name: "唐宁", Role: role, Team: two, Status: "probation", Hired: "2026-03-16", Regular: "2026-06-15", Wage: "2700.00", Rest: 0,
				Moves: "{from: 2026-06-15, status: regular}",
			},
			exam: "87", profile: chats(73, 40, 339, 330, 940, 1139, 12).exactly(1575, 63),
		},
	}
}
