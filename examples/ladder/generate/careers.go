package main

import (
	"bytes"
	"fmt"
	"slices"

	"github.com/cspay/cspay/examples/internal/sample"
)

// resolution is a decision of a month: on whom, on which proposal, with what
// outcome, and where it moves the level, to which.
type resolution struct {
	month, day             int
	agent, clause, outcome string
	level                  string
	who, note              string
}

const (
	promotionClause  = "ladder.promotion"
	examClause       = "ladder.demotions.exam"
	lastPlaceClause  = "eliminations.last_place"
	trainingClause   = "gate.training"
	mentoringClause  = "gate.mentoring"
	accepted         = "accepted"
	turnedDown       = "rejected"
	supervisor       = "陶文静"
	generalManager   = "郑和平"
	peerComplaint    = "peer_complaint"
	badReview        = "bad_review"
	adminPenalty     = "admin_penalty"
	majorMistake     = "major_mistake"
	weeklyExamFailed = "weekly_exam_failed"
	mentorFailed     = "mentor_failed"
)

// resolutions are what people decided on the year's proposals. Those that move
// a level move the roster's from their month on; its other levels are January's.
func resolutions() []resolution {
	return []resolution{
		{5, 6, "T10", examClause, accepted, "P1", supervisor, "面谈后确认,参加补考辅导"},
		{5, 8, "T19", lastPlaceClause, turnedDown, "", generalManager, "新店流量不足所致,继续辅导"},
		{7, 3, "T06", promotionClause, accepted, "P3", generalManager, "竞聘通过"},
		{7, 3, "T04", promotionClause, accepted, "P5", generalManager, "竞聘通过"},
		{7, 3, "T03", promotionClause, turnedDown, "", generalManager, "竞聘未通过,十二月可再参加"},
		{7, 6, "T30", trainingClause, turnedDown, "", supervisor, "补考通过"},
		{7, 6, "T20", mentoringClause, turnedDown, "", supervisor, "更换师傅后复核通过"},
		{9, 2, "T08", promotionClause, accepted, "P6", generalManager, "补充述职后通过"},
		{10, 9, "T29", lastPlaceClause, accepted, "", generalManager, "与本人协商一致,十一月起转岗仓储"},
		{9, 4, "T07", lastPlaceClause, turnedDown, "", generalManager, "投诉经核查多为排班分歧,调组处理"},
	}
}

// decisionsYAML writes the decisions of a month, nothing where there are none.
func decisionsYAML(m month) []byte {
	var b bytes.Buffer
	for _, r := range resolutions() {
		if r.month != m.number {
			continue
		}
		var f sample.Fields
		f.Add("agent", r.agent)
		f.Add("clause", r.clause)
		f.Add("outcome", r.outcome)
		f.Add("who", r.who)
		f.Add("date", m.Date(r.day))
		f.Add("note", `"`+r.note+`"`)
		fmt.Fprintf(&b, "  - %s\n", f.String())
	}
	if b.Len() == 0 {
		return nil
	}
	head := fmt.Sprintf("# Shop TM, %s: what people decided on open proposals. Made up, and written by\n# examples/ladder/generate.\ndecisions:\n", m.Name)
	return slices.Concat([]byte(head), b.Bytes())
}

// careerCases is the table of what careers need of the year, months in a row
// and what breaks them. June is left to cases, which the page of the month is
// about.
func careerCases() []special {
	return slices.Concat(lastPlaces(), manyComplaints(), failings(), clean(), blots())
}

// lastPlaces are who is last, alone or not, and what keeps others from it (TM7).
func lastPlaces() []special {
	return []special{
		// T19 is sole last in sales for three months, and T07 in February in
		// the appraisal.
		{1, "T19", sales(20500000)},
		{2, "T19", sales(19800000)},
		{3, "T19", sales(20900000)},
		{2, "T07", happens("rule_breach", 11, "诱导客户线下付款")},
		{4, "T19", sales(25400000)},
		{5, "T19", sales(25800000)},
		// T20 is sole last in July, tied last with T19 in August and sole last in
		// September.
		{7, "T20", sales(20100000)},
		{8, "T20", sales(20200000)},
		{9, "T20", sales(20300000)},
		{7, "T19", sales(25100000)},
		{8, "T19", sales(20200000)},
		{9, "T19", sales(24900000)},
		{10, "T20", sales(25500000)},
		{11, "T20", sales(26300000)},
		{12, "T20", sales(25900000)},
		{8, "T16", happens("rule_breach", 20, "私下返现要求好评")},
		// T18 is last in October, on leave in November and last in December.
		{10, "T18", sales(20600000)},
		{12, "T18", sales(20700000)},
		{10, "T19", sales(24700000)},
		{11, "T19", sales(25600000)},
		{12, "T19", sales(25300000)},
		// T29 is sole last of after-sales from July to September.
		{7, "T29", settled(1100, 49)},
		{8, "T29", settled(1100, 47)},
		{9, "T29", settled(1100, 52)},
		{9, "T29", angers(3, 9, 14, 20, 26)},
	}
}

// manyComplaints are nine and ten peer complaints in a month (TM7).
func manyComplaints() []special {
	four := []string{"T01", "T02", "T05", "T08"}
	return []special{
		// Nine peer complaints in April, ten by four colleagues in May.
		{4, "T16", complains(four, 2, 3, 7, 8, 10, 14, 16, 21, 23)},
		{5, "T07", only(complains(four, 5, 6, 8, 11, 12, 14, 18, 20, 25, 27))},
		// T24 is protected since September, and ten complaints change nothing.
		{10, "T24", complains([]string{"T21", "T22", "T23", "T26"}, 6, 8, 9, 12, 14, 15, 19, 21, 26, 28)},
	}
}

// failings are exams and typing (TM9, TM10), one penalty (TM6) and the gate
// (TM15).
func failings() []special {
	return []special{
		// TM9: absent, failed, absent; T10 stands on P2, T28 on the lowest level.
		{1, "T10", examMissed(20)},
		{2, "T10", exam(520, 165, 3)},
		{3, "T10", examMissed(19)},
		{4, "T10", exam(780, 231, 3)},
		{2, "T28", examMissed(20)},
		{3, "T28", exam(500, 174, 3)},
		{4, "T28", examMissed(21)},
		{5, "T28", exam(740, 219, 3)},
		// TM10: T14 on probation, after 59 in June; T12, regular for over six
		// months since the middle of June, after 65.
		{7, "T14", typing(59, 908)},
		{8, "T14", typing(61, 908)},
		{7, "T12", typing(69, 922)},
		{8, "T12", typing(68, 925)},
		{9, "T12", typing(70, 923)},

		// TM6: one penalty on 15 January costs the window of June.
		{1, "T15", happens(adminPenalty, 15, "违反排班纪律")},
		// TM15: a new hire who fails a weekly exam, and one who does not pass the
		// mentoring.
		{5, "T30", happens(weeklyExamFailed, 29, "第三周周考58分")},
		{5, "T20", happens(mentorFailed, 8, "独立接待评估未过")},
	}
}

// clean keeps those clean who are to be proposed, or to be not for one reason.
func clean() []special {
	spans := []struct {
		agent       string
		from, until int
	}{
		{"T03", 1, 5},
		{"T04", 1, 5},
		{"T06", 1, 5},
		{"T08", 1, 5},
		{"T28", 1, 5},
		{"T10", 1, 5},
		{"T15", 1, 5},
		{"T15", 7, 12},
		{"T28", 7, 12},
		{"T06", 7, 12},
	}
	var list []special
	for _, s := range spans {
		for n := s.from; n <= s.until; n++ {
			list = append(list, special{n, s.agent, only(nothing)})
		}
	}
	return list
}

// blots are what keeps others from a proposal in June and in December.
func blots() []special {
	return []special{
		{2, "T02", badReviews(24)},
		{3, "T17", complains([]string{"T15"}, 12)},
		{4, "T18", badReviews(9)},
		{3, "T21", complains([]string{"T22"}, 25)},
		{5, "T22", complains([]string{"T26"}, 19)},
		{2, "T24", complains([]string{"T21"}, 5)},
		{5, "T25", happens(majorMistake, 28, "批量误发优惠券")},
		{9, "T19", badReviews(13)},
		{10, "T07", badReviews(22)},
		{8, "T12", complains([]string{"T11"}, 26)},
		{11, "T20", badReviews(17)},
	}
}

func nothing(*agentMonth) {}

// only takes the month's peer complaints and bad reviews away before a change.
func only(what func(*agentMonth)) func(*agentMonth) {
	return func(a *agentMonth) {
		a.drop(peerComplaint, badReview)
		what(a)
	}
}

// angers are complaints of customers.
func angers(days ...int) func(*agentMonth) {
	return func(a *agentMonth) {
		for _, day := range days {
			a.add(event{kind: "customer_complaint", day: day})
		}
	}
}

// badReviews are bad reviews that all three voters find to be the agent's fault.
func badReviews(days ...int) func(*agentMonth) {
	return func(a *agentMonth) {
		for _, day := range days {
			a.add(event{kind: badReview, day: day, votes: "111"})
		}
	}
}
