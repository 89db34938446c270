package main

import "github.com/cspay/cspay/examples/internal/sample"

// firstTeam are C01 to C09, with 4.90 stars and more than 95% of the daily
// tasks. C01 reaches every target, sells most and shares the first place in
// orders. C02 shares the second place in sales with C13 of the other team, so
// that C05 is fourth. C04 is on paid leave all month. C07 left on the 18th. C09
// is on probation and sold more than C05 without a place; exactly 50% of those
// invited are satisfied and exactly 95% of the tasks are done.
func firstTeam() []person {
	return []person{
		{
			Person: sample.Person{ID: "C01", Name: "叶岚", Role: role, Team: teamOne, Hired: "2019-07-08", Wage: "4600.00", Rest: 0},
			exam:   "100", profile: chats(96, 236).sells(520, 352, 18645000, 412).pleases(468, 312, 740, 150).does(131, 132),
		},
		{
			Person: sample.Person{ID: "C02", Name: "施雨", Role: role, Team: teamOne, Hired: "2021-03-15", Wage: "4300.00", Rest: 1},
			exam:   "92.5", profile: chats(93, 264).sells(515, 331, 16888800, 376).pleases(441, 268, 697, 142).does(129, 132),
		},
		{
			Person: sample.Person{ID: "C03", Name: "孔维", Role: role, Team: teamOne, Hired: "2022-06-20", Wage: "4200.00", Rest: 2},
			exam:   "88", profile: chats(88, 281).sells(508, 309, 13170250, 301).pleases(402, 246, 628, 128).does(124, 126),
		},
		{
			Person: sample.Person{
				ID: "C04", Name: "白晓", Role: role, Team: teamOne, Hired: "2020-10-12", Wage: "4300.00",
				Leave:    "{from: 2026-08-17, until: 2026-12-02, kind: paid_leave}",
				Absences: []sample.Absence{{From: 1, Until: 30, Kind: ""}},
			},
		},
		{
			Person: sample.Person{ID: "C05", Name: "康乐", Role: role, Team: teamOne, Hired: "2020-05-06", Wage: "4400.00", Rest: 4},
			exam:   "90", profile: chats(90, 292).sells(512, 318, 15532050, 348).pleases(415, 241, 642, 131).does(127, 132),
		},
		{
			Person: sample.Person{ID: "C06", Name: "毛宁", Role: role, Team: teamOne, Hired: "2023-02-27", Wage: "4100.00", Rest: 5},
			exam:   "85.5", profile: chats(85, 305).sells(503, 297, 12218675, 284).pleases(388, 229, 582, 119).does(125, 126),
		},
		{
			Person: sample.Person{ID: "C07", Name: "邱实", Role: role, Team: teamOne, Hired: "2024-01-15", Left: "2026-09-18", Wage: "4050.00", Last: 18, Rest: 6},
			exam:   "73.75", profile: chats(82, 322).sells(497, 284, 6412390, 152).pleases(216, 121, 342, 70).does(75, 78),
		},
		{
			Person: sample.Person{ID: "C08", Name: "秦放", Role: role, Team: teamOne, Hired: "2022-11-07", Wage: "4150.00", Rest: 0},
			exam:   "81", profile: chats(87, 296).sells(509, 312, 12893140, 296).pleases(397, 219, 574, 118).does(126, 132),
		},
		{
			Person: sample.Person{ID: "C09", Name: "江畔", Role: role, Team: teamOne, Status: "probation", Hired: "2026-07-06", Wage: "3600.00", Rest: 1},
			exam:   "82", profile: chats(92, 287).sells(518, 327, 16024000, 359).pleases(300, 150, 472, 96).does(114, 120),
		},
	}
}
