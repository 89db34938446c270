package columns_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// even is the inspection with a single source, so that marks add up by
// themselves.
func even(change func(*facts.Inspection)) facts.Inspection {
	q := quality()
	q.Sources = map[string]facts.ChatSource{"random": {Sampled: true}}
	if change != nil {
		change(&q)
	}
	return q
}

// chatsOf makes one random chat of each text: "7 phrase vague" is a chat of
// the 7th with two errors.
func chatsOf(texts ...string) []facts.Chat {
	var out []facts.Chat
	for _, text := range texts {
		words := strings.Fields(text)
		on := 0
		for _, r := range words[0] {
			on = 10*on + int(r-'0')
		}
		out = append(out, found("random", on, words[1:]...))
	}
	return out
}

func TestMarksOfChats(t *testing.T) {
	escalated := func(at int, scope facts.Scope, window facts.Window) func(*facts.Inspection) {
		return func(q *facts.Inspection) {
			q.Escalation = &facts.Escalation{At: at, Scope: scope, Window: window}
			q.Items["late"], q.Items["cold"] = d("1"), d("2")
		}
	}
	month := escalated(3, "", "")
	tests := []struct {
		name               string
		change             func(*facts.Inspection)
		chats              []string
		mark, fatal, found string
	}{
		{"no chat", nil, nil, "not applicable", "0", "0"},
		{"a chat without an error", nil, []string{"5"}, "100.00", "0", "0"},
		{"LF4: one error", nil, []string{"5 phrase"}, "95.00", "0", "1"},
		{"LF4: two errors", nil, []string{"5 phrase vague"}, "35.00", "0", "2"},
		{"LF4: two errors in another order", nil, []string{"5 vague phrase"}, "35.00", "0", "2"},
		{"errors that cost the mark to the point", func(q *facts.Inspection) { q.Items["phrase"] = d("40") }, []string{"5 phrase vague"}, "0.00", "0", "2"},
		{"errors that cost a hundredth less", func(q *facts.Inspection) { q.Items["phrase"] = d("39.99") }, []string{"5 phrase vague"}, "0.01", "0", "2"},
		{"errors that cost more, which stops at 0", func(q *facts.Inspection) { q.Items["phrase"] = d("40.01") }, []string{"5 phrase vague", "5"}, "100.00/2", "0", "2"},
		{"LF3: a fatal error", nil, []string{"5 insult"}, "0.00", "1", "1"},
		{"LF3: a fatal error among others", nil, []string{"5 phrase insult", "6"}, "100.00/2", "1", "2"},
		{"LF5: the same error twice", nil, []string{"5 phrase", "6 phrase"}, "190.00/2", "0", "2"},
		{"LF5: the third is marked 0", nil, []string{"5 phrase", "6 phrase", "7 phrase"}, "190.00/3", "1", "3"},
		{"LF5: later ones too", nil, []string{"5 phrase", "6 phrase", "7 phrase", "8 phrase", "9"}, "290.00/5", "2", "4"},
		{"LF5: all on one day, by id", nil, []string{"5 phrase", "5 phrase", "5 phrase"}, "190.00/3", "1", "3"},
		{"LF5: two errors of two sorts are no third", nil, []string{"5 phrase vague", "6 phrase vague"}, "70.00/2", "0", "4"},
		{"LF5: another error in the third chat goes with it", nil, []string{"5 phrase", "6 phrase", "7 vague phrase"}, "190.00/3", "1", "4"},
		{"LF5: an occurrence in a fatal chat counts", nil, []string{"5 phrase", "6 phrase insult", "7 phrase"}, "95.00/3", "2", "4"},
		{"LF5: a fatal error is no occurrence", month, []string{"5 insult", "6 insult", "7 phrase"}, "95.00/3", "2", "3"},
		{"LF5: without escalation nothing is", func(q *facts.Inspection) { q.Escalation = nil }, []string{"5 phrase", "6 phrase", "7 phrase"}, "285.00/3", "0", "3"},
		{"LF5: from the second on", escalated(2, "", ""), []string{"5 phrase", "6 phrase"}, "95.00/2", "1", "2"},
		{"LF5: any error, the third of three sorts", escalated(3, facts.AnyItem, ""), []string{"5 phrase", "6 late", "7 cold"}, "194.00/3", "1", "3"},
		{"LF5: any error, the second", escalated(3, facts.AnyItem, ""), []string{"5 phrase", "6 late"}, "194.00/2", "0", "2"},
		{"LF5: any error, three in one chat", escalated(3, facts.AnyItem, ""), []string{"5 phrase late cold"}, "0.00", "1", "3"},
		{"LF5: any error, but no fatal one", escalated(3, facts.AnyItem, ""), []string{"5 phrase insult", "6 late"}, "99.00/2", "1", "3"},
		// January 2026 begins on a Thursday: the 4th is a Sunday, the 5th a Monday.
		{"LF5: a week that ends on Sunday", escalated(2, "", facts.WeekWindow), []string{"4 phrase", "5 phrase"}, "190.00/2", "0", "2"},
		{"LF5: a week from Monday to Sunday", escalated(2, "", facts.WeekWindow), []string{"5 phrase", "11 phrase"}, "95.00/2", "1", "2"},
		{"LF5: a week and the Monday after it", escalated(2, "", facts.WeekWindow), []string{"5 phrase", "12 phrase"}, "190.00/2", "0", "2"},
		{"LF5: the part of the first week", escalated(2, "", facts.WeekWindow), []string{"1 phrase", "4 phrase"}, "95.00/2", "1", "2"},
		{"LF5: two on one day", escalated(2, "", facts.DayWindow), []string{"5 phrase", "5 phrase"}, "95.00/2", "1", "2"},
		{"LF5: one each day", escalated(2, "", facts.DayWindow), []string{"5 phrase", "6 phrase"}, "190.00/2", "0", "2"},
		{"LF5: the first and the last of the month", escalated(2, "", facts.MonthWindow), []string{"1 phrase", "31 phrase"}, "95.00/2", "1", "2"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := figures(t, even(tt.change))
			table := build(t, s, inspectedMonth(chatsOf(tt.chats...)...))
			mark := read(t, s, table, "A01", "mark")
			assert.Equal(t, tt.mark, mark)
			assert.Equal(t, tt.fatal, read(t, s, table, "A01", "fatal"))
			assert.Equal(t, tt.found, read(t, s, table, "A01", "errors"))
		})
	}
}

// TestLF5 is the golden number: three times in January, and February starts at
// one.
func TestLF5(t *testing.T) {
	s := figures(t, even(nil))
	january := build(t, s, inspectedMonth(chatsOf("5 phrase", "6 phrase", "30 phrase")...))
	assert.Equal(t, "190.00/3", read(t, s, january, "A01", "mark"))
	next := inspectedMonth(chatsOf("5 phrase", "6 phrase")...)
	next.Period++
	next.Agents = []facts.Agent{{ID: "A01"}}
	for i := range next.Chats {
		next.Chats[i].Date = day(31) + facts.Date(i+1)
	}
	february := build(t, s, next)
	assert.Equal(t, "190.00/2", read(t, s, february, "A01", "mark"))
}

// TestEscalationIsOneAgents: what colleagues do is no occurrence.
func TestEscalationIsOneAgents(t *testing.T) {
	chats := chatsOf("12 phrase", "13 phrase", "14 phrase")
	chats[1].Agent = "A02"
	s := figures(t, even(nil))
	table := build(t, s, inspectedMonth(chats...))
	assert.Equal(t, "190.00/2", read(t, s, table, "A01", "mark"))
	assert.Equal(t, "95.00", read(t, s, table, "A02", "mark"))
}

// TestSourcesOfChats has four random chats and two that complaints brought.
func TestSourcesOfChats(t *testing.T) {
	chats := append(chatsOf("5", "5 phrase", "6 phrase", "6"), found("complaint", 5, "vague"), found("complaint", 6, "phrase"))
	for i, passed := range []bool{true, false, true} {
		chats[i].Transferred = &passed
	}
	chats[4].Transferred = new(bool)
	tests := []struct{ name, metric, want string }{
		// The complaint of the 6th has the third phrase of the month and is marked
		// 0: (100 + 95 + 95 + 100) x 1 + (40 + 0) x 0.5 = 410 over 5, here doubled.
		{"LF2: each source by its weight", "mark", "820.00/10"},
		{"LF2: random chats alone", "random_mark", "390.00/4"},
		{"LF2: complaints alone, each counting the same", "complaint_mark", "40.00/2"},
		{"LF2: the sample", "chats", "6"},
		{"LF2: the random sample", "random_chats", "4"},
		{"LF2: what complaints brought", "complaint_chats", "2"},
		{"LF3: fatal chats of all sources", "fatal", "1"},
		{"LF3: random fatal chats", "random_fatal", "0"},
		{"LF5: complaints count toward the third", "complaint_fatal", "1"},
		{"errors of all sources", "errors", "4"},
		{"errors that complaints brought", "complaint_errors", "2"},
		{"LF6: passed on, of those where somebody looked", "transferred", "2/4"},
		{"LF6: random ones", "random_transferred", "2/3"},
		{"LF6: of complaints, where one was looked at", "complaint_transferred", "0"},
		{"a share of counts", "rude_share", "1/6"},
		// Two random chats on each of two days worked.
		{"LF2: complaints are no coverage", "coverage", "4/6"},
	}
	s := figures(t, quality())
	table := build(t, s, inspectedMonth(chats...))
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { assert.Equal(t, tt.want, read(t, s, table, "A01", tt.metric)) })
	}
	for metric, want := range map[string]string{
		"mark": "not applicable", "chats": "0", "fatal": "0", "errors": "0", "transferred": "not applicable", "rude_share": "not applicable",
	} {
		assert.Equal(t, want, read(t, s, table, "A02", metric), "LF2: %s of an agent without a chat", metric)
	}
}

// TestASourceThatCountsNothing is kept apart: marked for itself, and nothing
// among the others.
func TestASourceThatCountsNothing(t *testing.T) {
	q := quality()
	q.Sources["complaint"] = facts.ChatSource{Weight: dp("0")}
	s := figures(t, q)
	table := build(t, s, inspectedMonth(found("random", 5, "phrase"), found("complaint", 5, "vague")))
	assert.Equal(t, "95.00", read(t, s, table, "A01", "mark"))
	assert.Equal(t, "40.00", read(t, s, table, "A01", "complaint_mark"))
	table = build(t, s, inspectedMonth(found("complaint", 5, "vague")))
	assert.Equal(t, "not applicable", read(t, s, table, "A01", "mark"))
	assert.Equal(t, "1", read(t, s, table, "A01", "chats"))
}

func TestWeightsOfSources(t *testing.T) {
	for _, tt := range []struct{ name, random, complaint, want string }{
		{"equal ones", "1", "1", "140.00/2"},
		{"equal ones of any size", "0.3", "0.3", "140.00/2"},
		{"2 to 1", "1", "0.5", "240.00/3"},
		{"3 to 2", "0.6", "0.4", "380.00/5"},
		{"a millionth", "1", "0.000001", "100000040.00/1000001"},
	} {
		t.Run("LF2: "+tt.name, func(t *testing.T) {
			q := quality()
			q.Sources = map[string]facts.ChatSource{"random": {Weight: dp(tt.random)}, "complaint": {Weight: dp(tt.complaint)}}
			q.PerDay = nil
			c := facts.NewCheck()
			s := columns.NewSchemaWith(columns.Vocabulary{Inspections: facts.Inspections{"qa": q}, Metrics: facts.Metrics{
				"mark": {Unit: facts.Points, From: facts.From{Inspection: "qa", Figure: facts.MeanMark}},
			}}, c)
			assert.Empty(t, list(c.Problems()))
			table := build(t, s, inspectedMonth(found("random", 5), found("complaint", 5, "vague")))
			assert.Equal(t, tt.want, read(t, s, table, "A01", "mark"))
		})
	}
}

func TestMeanMarksThatAreTooLarge(t *testing.T) {
	q := even(func(q *facts.Inspection) { q.Mark = d("9999999999999999.99") })
	m := inspectedMonth(chatsOf("5", "6")...)
	s := figures(t, q)
	c := facts.NewFactsCheck()
	table := s.Build(m, c)
	assert.Equal(t, []string{"number.overflow agents[0].values.mark", "number.overflow agents[0].values.random_mark"}, list(c.Problems()))
	assert.Equal(t, "overflow", read(t, s, table, "A01", "mark"))
	table = build(t, s, inspectedMonth(chatsOf("5")...))
	assert.Equal(t, "9999999999999999.99", read(t, s, table, "A01", "mark"))
}

// TestLF2 is the coverage of three chats a day.
func TestLF2(t *testing.T) {
	days := func(kinds ...facts.Attendance) (out []facts.Day) {
		for i, kind := range kinds {
			out = append(out, facts.Day{Date: day(i + 5), Attendance: kind})
		}
		return out
	}
	two := days(facts.Worked, facts.Worked)
	tests := []struct {
		name  string
		days  []facts.Day
		chats []string
		want  string
	}{
		{"three on each of two days", two, []string{"5", "5", "5", "6", "6", "6"}, "6/6"},
		{"two on one of them", two, []string{"5", "5", "5", "6", "6"}, "5/6"},
		{"a fourth makes up for none that is lacking", two, []string{"5", "5", "5", "5", "6", "6"}, "5/6"},
		{"none at all", two, nil, "0/6"},
		{"a day of rest asks for none", days(facts.Worked, facts.Rest), []string{"5", "5", "5"}, "3/3"},
		{"nor does a leave", days(facts.Worked, facts.PaidLeave), []string{"5"}, "1/3"},
		{"chats on a day of rest count nothing", days(facts.Worked, facts.Rest), []string{"5", "6", "6"}, "1/3"},
		{"who worked no day", days(facts.Rest, facts.Absent), []string{"5"}, "not applicable"},
		{"nobody knows the days worked", nil, []string{"5"}, "missing"},
	}
	s := figures(t, even(nil))
	for _, tt := range tests {
		t.Run("LF2: "+tt.name, func(t *testing.T) {
			m := inspectedMonth(chatsOf(tt.chats...)...)
			m.Agents[0].Days = tt.days
			table := build(t, s, m)
			assert.Equal(t, tt.want, read(t, s, table, "A01", "coverage"))
		})
	}
}

// TestCoverageWithoutDailyRows: only daily rows tell the days worked, so that
// the policy has to say what a month without them means.
func TestCoverageWithoutDailyRows(t *testing.T) {
	for rule, want := range map[facts.Missing]string{
		"": "missing", facts.MissingError: "missing", facts.MissingZero: "0", facts.MissingNotApplicable: "not applicable",
	} {
		c := facts.NewCheck()
		s := columns.NewSchemaWith(columns.Vocabulary{Inspections: facts.Inspections{"qa": even(nil)}, Metrics: facts.Metrics{
			"coverage": {Unit: facts.Ratio, Missing: rule, From: facts.From{Inspection: "qa", Figure: facts.Coverage}},
		}}, c)
		m := inspectedMonth(chatsOf("5")...)
		m.Agents[0].Days = nil
		table := build(t, s, m)
		assert.Equal(t, want, read(t, s, table, "A01", "coverage"), rule)
		table.FailState(c, 0, "coverage", explain.Missing)
		assert.Equal(t, []string{"metric.missing agents[0].values.coverage"}, list(c.Problems()))
		assert.Equal(t, "daily rows, which tell the days worked that coverage is about", c.Problems()[0].Want)
	}
}
