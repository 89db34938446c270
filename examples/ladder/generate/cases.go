package main

// special is one thing that the year has to contain: in a month, of an agent,
// a change of what was drawn.
type special struct {
	month int
	agent string
	what  func(*agentMonth)
}

// cases is the table of what the year has to contain. Add a line to it; what is
// not in it is drawn. Cases of one agent and month apply in their order.
func cases() []special {
	return []special{
		// TM13: 26 rostered days at 13,000.00 are a target of 338,000.00.
		{6, "T01", sales(40560000)}, // 120%
		{6, "T02", sales(40559900)}, // 119.99%
		{6, "T03", sales(33800000)}, // the target itself
		{6, "T05", sales(50700000)}, // 150%
		// TM11: items per customer around 1.9, and sales around 60% of 286,000.00.
		{6, "T05", basket(1950, 1000)}, // 1.95, the first
		{6, "T08", basket(1900, 1000)}, // exactly 1.90
		{6, "T09", basket(1701, 900)},  // 1.89
		{6, "T15", basket(1719, 900)},  // 1.91
		{6, "T16", basket(1548, 800)},  // 1.935
		{6, "T16", sales(17159999)},    // one cent short of 60%
		{6, "T17", basket(1344, 700)},  // 1.92
		{6, "T17", sales(17160000)},    // 60%
		// TM9: 89.9 twice, exactly 80, 79.9, and who did not sit.
		{6, "T21", exam(920, 340, 4)},
		{6, "T04", exam(930, 248, 3)}, // 65.1 + 24.8
		{6, "T22", exam(800, 320, 4)},
		{6, "T23", exam(790, 328, 4)},
		{6, "T15", exam(880, 340, 4)},
		{6, "T24", examMissed(12)},
		// TM10: at the limits of the awards and of the standards.
		{6, "T01", typing(100, 900)},
		{6, "T02", typing(99, 900)},
		{6, "T03", typing(100, 899)},
		{6, "T14", typing(59, 912)},
		{6, "T12", typing(65, 921)}, // regular for over six months, since the 15th
		// TM12: marks around 80, a talk not passed, work not one's own.
		{6, "T05", summary(80, 80, 80)},
		{6, "T06", summary(79, 80, 80)},
		{6, "T07", noSummary()},
		{6, "T08", summary(88, 90, 86)},
		{6, "T08", happens("not_own_work", 27, "与他人总结雷同")},
		{6, "T09", summary()},
		{6, "T10", summary(82, -1, 84)},
		// TM1: twice within the law, once above 20% of the wage, once below the
		// minimum wage, and one promise that nobody has decided on.
		{6, "T04", promises(4, 1200)},
		{6, "T04", promises(21, 850)},
		{6, "T26", promises(11, 150000)},
		{6, "T28", promises(3, 50000)},
		{6, "T09", undecided(19, 2600)},
		// TM2: one line of each effect. T25 has nothing left that a penalty could
		// be taken from.
		{6, "T25", happens("rule_breach", 16, "辱骂客户被平台判责")},
		{6, "T25", noSummary()},
		{6, "T18", happens("fake_order", 23, "")},
		{6, "T18", sales(32890000)}, // 115%
		{6, "T22", happens("data_leak", 9, "")},
		// The bands of disputes at their limits, and a vote without a voter.
		{6, "T23", settled(1000, 10)},
		{6, "T26", settled(1000, 20)},
		{6, "T12", soft("4-5", "434")},
	}
}

func sales(cents int) func(*agentMonth) { return func(a *agentMonth) { a.sales = cents } }

// basket sets the items and the customers of the month.
func basket(items, customers int) func(*agentMonth) {
	return func(a *agentMonth) {
		a.items, a.customers, a.buyers = items, customers, min(a.buyers, customers)
	}
}

// exam sets the mark in tenths, and the total and the number of the tests.
func exam(mark, total, tests int) func(*agentMonth) {
	return func(a *agentMonth) {
		a.exam, a.tests = mark, make([]int, tests)
		for i := range a.tests {
			a.tests[i] = total / tests
		}
		a.tests[0] += total % tests
	}
}

// examMissed is an exam that was not sat, on its day.
func examMissed(day int) func(*agentMonth) {
	return func(a *agentMonth) {
		a.exam = -1
		a.add(event{kind: "exam_absent", day: day})
	}
}

// typing sets the characters a minute and the accuracy in tenths of a percent.
func typing(speed, accuracy int) func(*agentMonth) {
	return func(a *agentMonth) { a.speed, a.accuracy = speed, accuracy }
}

// soft sets the marks of attitude and teamwork, a dash for who did not vote.
func soft(attitude, teamwork string) func(*agentMonth) {
	return func(a *agentMonth) { a.attitude, a.teamwork = attitude, teamwork }
}

// settled sets the refunds and disputes of the month.
func settled(refunds, disputes int) func(*agentMonth) {
	return func(a *agentMonth) { a.refunds, a.disputes = refunds, disputes }
}

// noSummary takes the month's summary away.
func noSummary() func(*agentMonth) {
	return func(a *agentMonth) {
		a.drop("summary_submitted", "trial_talk_passed", "not_own_work")
		a.committee = nil
	}
}

// summary is a summary handed in, and with marks a talk that was passed. A mark
// below 0 is a member of the committee who was absent.
func summary(marks ...int) func(*agentMonth) {
	return func(a *agentMonth) {
		noSummary()(a)
		a.add(event{kind: "summary_submitted", day: min(summaryDay, a.Last)})
		if len(marks) > 0 {
			a.add(event{kind: "trial_talk_passed", day: min(talkDay, a.Last)})
		}
		a.committee = marks
	}
}

// happens is an event of a kind on a day.
func happens(kind string, day int, note string) func(*agentMonth) {
	return func(a *agentMonth) { a.add(event{kind: kind, day: day, note: note}) }
}

// promises is a freight promise over some cents; undecided is one that was
// reported and not yet upheld.
func promises(day, cents int) func(*agentMonth) {
	return func(a *agentMonth) { a.promise(day, cents, "") }
}

func undecided(day, cents int) func(*agentMonth) {
	return func(a *agentMonth) { a.promise(day, cents, "reported") }
}

// complains are peer complaints, one on each of the days, by reporters in turn.
func complains(reporters []string, days ...int) func(*agentMonth) {
	return func(a *agentMonth) {
		for i, day := range days {
			a.add(event{kind: "peer_complaint", day: day, reporter: reporters[i%len(reporters)]})
		}
	}
}
