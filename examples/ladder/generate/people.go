package main

// firstGroup are T01 to T07 of the Tmall store. T01 leads the group.
func firstGroup() []person {
	const team = "售前一组"
	return []person{
		sells("T01", "苏芮", team, tmall, "P5", "2019-03-11", "2019-06-11", "4600.00", 3).chats(112, 262).brings(1180, 486, 1880).skills(860, 104, 962, 5),
		sells("T02", "何畅", team, tmall, "P4", "2020-06-08", "2020-09-08", "4400.00", 4).chats(105, 281).brings(1120, 471, 1850).skills(840, 97, 955, 4),
		sells("T03", "罗一鸣", team, tmall, "P3", "2021-09-01", "2021-12-01", "4300.00", 5).chats(98, 304).brings(1020, 452, 1790).skills(810, 99, 942, 4),
		sells("T04", "梁静怡", team, tmall, "P4", "2020-11-16", "2021-02-16", "4400.00", 0).chats(108, 273).brings(1090, 468, 1860).skills(880, 92, 958, 5),
		sells("T05", "宋楠", team, tmall, "P5", "2019-08-19", "2019-11-19", "4600.00", 4).chats(118, 255).brings(1260, 495, 1930).skills(850, 101, 967, 5),
		sells("T06", "唐可欣", team, tmall, "P2", "2023-04-10", "2023-07-10", "4100.00", 1).chats(96, 318).brings(980, 441, 1770).skills(780, 84, 938, 4).off("2026-02-09", "2026-02-15", "paid_leave"),
		sells("T07", "韩冰", team, tmall, "P1", "2024-07-15", "2024-10-15", "3900.00", 6).chats(88, 352).brings(870, 412, 1690).skills(690, 74, 921, 3),
	}
}

// secondGroup are T08 to T14 of the Tmall store. T08 leads the group; T12 is
// regular for half a year in the middle of June; T13 left in June and T14 came.
func secondGroup() []person {
	const team = "售前二组"
	return []person{
		sells("T08", "冉倩", team, tmall, "P5", "2018-10-22", "2019-01-22", "4700.00", 1).chats(114, 259).brings(1210, 488, 1890).skills(870, 106, 964, 5),
		sells("T09", "邹凯", team, tmall, "P3", "2021-03-29", "2021-06-29", "4300.00", 2).chats(102, 296).brings(1060, 458, 1840).skills(820, 90, 949, 4),
		sells("T10", "秦朗", team, tmall, "P2", "2022-12-05", "2023-03-05", "4100.00", 3).chats(94, 322).brings(960, 437, 1760).skills(770, 82, 936, 4).off("2026-06-09", "2026-06-11", "unpaid_leave"),
		sells("T11", "毛雪", team, tmall, "P2", "2023-02-13", "2023-05-13", "4100.00", 4).chats(95, 311).brings(990, 444, 1740).skills(790, 79, 941, 4),
		sells("T12", "葛斌", team, tmall, "P1", "2025-09-15", "2025-12-15", "3800.00", 5).chats(86, 347).brings(890, 418, 1700).skills(720, 72, 926, 3),
		sells("T13", "汤敏", team, tmall, "P1", "2024-05-20", "2024-08-20", "3900.00", 6).chats(84, 361).brings(830, 405, 1660).skills(680, 71, 917, 3).leaves("2026-06-20"),
		sells("T14", "尹航", team, tmall, "P1", "2026-06-15", "2026-09-15", "3600.00", 0).chats(70, 389).brings(760, 396, 1650).skills(740, 63, 908, 4),
	}
}

// thirdGroup are T15 to T20 of the market store, which has no tool that counts
// inquiries. T15 leads the group; T20 came in March and is regular since the
// middle of June.
func thirdGroup() []person {
	const team = "售前三组"
	return []person{
		sells("T15", "温岚", team, market, "P4", "2020-02-17", "2020-05-17", "4400.00", 2).chats(101, 277).brings(1140, 332, 1870).skills(850, 98, 957, 5),
		sells("T16", "牛俊", team, market, "P3", "2021-07-05", "2021-10-05", "4200.00", 3).chats(92, 301).brings(1050, 318, 1810).skills(800, 88, 944, 4),
		sells("T17", "柳絮", team, market, "P2", "2023-01-09", "2023-04-09", "4000.00", 4).chats(83, 329).brings(940, 301, 1780).skills(760, 81, 933, 4),
		sells("T18", "祝恒", team, market, "P2", "2022-08-22", "2022-11-22", "4000.00", 5).chats(85, 315).brings(970, 309, 1750).skills(780, 83, 937, 4).off("2026-11-01", "2026-11-30", "paid_leave"),
		sells("T19", "裴悦", team, market, "P1", "2024-10-14", "2025-01-14", "3800.00", 6).chats(76, 358).brings(810, 284, 1680).skills(660, 73, 915, 3),
		sells("T20", "单雨", team, market, "P1", "2026-03-16", "2026-06-16", "3600.00", 0).chats(72, 366).brings(850, 291, 1720).skills(750, 66, 919, 4),
	}
}

// afterSales are T21 to T30. T21 leads the group; T27 is on leave from May to
// August, T29 leaves in October and T30 came in May.
func afterSales() []person {
	return []person{
		settles("T21", "霍敏", "P5", "2019-01-07", "2019-04-07", "4600.00", 1).chats(74, 402).keeps(8, 491).skills(880, 95, 961, 5),
		settles("T22", "关晓", "P4", "2020-09-14", "2020-12-14", "4400.00", 2).chats(78, 421).keeps(11, 488).skills(840, 89, 953, 5),
		settles("T23", "贺兰", "P3", "2021-11-08", "2022-02-08", "4200.00", 3).chats(76, 437).keeps(14, 485).skills(800, 86, 946, 4),
		settles("T24", "匡正", "P2", "2022-10-17", "2023-01-17", "4000.00", 4).chats(71, 468).keeps(19, 480).skills(740, 78, 931, 4).protects("2026-09-01", "2027-02-28"),
		settles("T25", "向阳", "P2", "2023-05-29", "2023-08-29", "4000.00", 5).chats(70, 483).keeps(23, 477).skills(720, 76, 928, 3),
		settles("T26", "伍月", "P3", "2021-06-21", "2021-09-21", "4200.00", 6).chats(77, 429).keeps(16, 484).skills(790, 85, 943, 4),
		settles("T27", "聂蓉", "P3", "2020-12-21", "2021-03-21", "4200.00", 0).chats(75, 441).keeps(15, 486).skills(810, 87, 948, 4).off("2026-05-25", "2026-08-31", "paid_leave"),
		settles("T28", "廖欢", "P1", "2024-04-15", "2024-07-15", "3800.00", 1).chats(68, 497).keeps(28, 474).skills(700, 73, 922, 3).off("2026-06-08", "2026-06-25", "unpaid_leave"),
		settles("T29", "佟磊", "P1", "2024-08-26", "2024-11-26", "3800.00", 2).chats(66, 512).keeps(31, 471).skills(670, 71, 918, 3).leaves("2026-10-31"),
		settles("T30", "路遥", "P1", "2026-05-11", "2026-08-11", "3500.00", 3).chats(58, 534).keeps(26, 478).skills(730, 64, 912, 4),
	}
}
