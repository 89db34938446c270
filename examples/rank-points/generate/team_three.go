package main

import "github.com/cspay/cspay/examples/internal/sample"

// thirdTeam are C18 to C25, below 4.80 stars. C22 is regular since the 16th. C24
// has unpaid leave and an absence. C25 joined on the 24th, has not sat the exam
// and was not spot-checked yet; the first week went badly.
func thirdTeam() []person {
	return []person{
		{
			Person: sample.Person{ID: "C18", Name: "贺年", Role: role, Team: teamThree, Hired: "2020-02-17", Wage: "4300.00", Rest: 3},
			exam:   "83.75", profile: chats(91, 279).sells(513, 321, 14127690, 327).pleases(418, 249, 634, 133).does(116, 126),
		},
		{
			Person: sample.Person{ID: "C19", Name: "常青", Role: role, Team: teamThree, Hired: "2022-08-08", Wage: "4150.00", Rest: 4},
			exam:   "78", profile: chats(86, 327).sells(502, 288, 11862130, 271).pleases(383, 203, 592, 125).does(118, 132),
		},
		{
			Person: sample.Person{ID: "C20", Name: "武岳", Role: role, Team: teamThree, Hired: "2023-11-27", Wage: "4050.00", Rest: 5},
			exam:   "72.5", profile: chats(83, 336).sells(498, 281, 11043580, 256).pleases(362, 184, 541, 116).does(107, 126),
		},
		{
			Person: sample.Person{ID: "C21", Name: "钱多", Role: role, Team: teamThree, Hired: "2021-05-24", Wage: "4250.00", Rest: 6},
			exam:   "89", profile: chats(92, 271).sells(514, 324, 14489210, 333).pleases(423, 259, 612, 128).does(118, 126),
		},
		{
			Person: sample.Person{
				ID: "C22", Name: "温良", Role: role, Team: teamThree, Status: "probation", Hired: "2026-06-16", Regular: "2026-09-16", Wage: "3900.00", Rest: 0,
				Moves: "{from: 2026-09-16, status: regular}",
			},
			exam: "86", profile: chats(84, 298).sells(505, 301, 11378450, 262).pleases(371, 223, 517, 109).does(119, 132),
		},
		{
			Person: sample.Person{ID: "C23", Name: "齐思", Role: role, Team: teamThree, Hired: "2024-03-04", Wage: "4050.00", Rest: 1},
			exam:   "77", profile: chats(85, 312).sells(500, 293, 11726940, 270).pleases(376, 214, 575, 122).does(117, 132),
		},
		{
			Person: sample.Person{
				ID: "C24", Name: "乔木", Role: role, Team: teamThree, Hired: "2022-10-17", Wage: "4100.00", Rest: 2,
				Leave:    "{from: 2026-09-21, until: 2026-09-22, kind: unpaid_leave}",
				Absences: []sample.Absence{{From: 10, Until: 10, Kind: "absent"}, {From: 21, Until: 22, Kind: ""}},
			},
			exam: "75", profile: chats(81, 331).sells(496, 286, 9738210, 226).pleases(318, 176, 440, 94).does(95, 108),
		},
		{
			Person:  sample.Person{ID: "C25", Name: "安若", Role: role, Team: teamThree, Status: "probation", Hired: "2026-09-24", Wage: "3500.00", First: 24, Rest: 3},
			profile: chats(38, 583).sells(471, 214, 982640, 24).pleases(46, 16, 78, 18).does(19, 30),
		},
	}
}
