package columns_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/cspay/cspay/internal/fix"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// counted has one metric of each sort of days.
func counted() facts.Metrics {
	days := func(sort facts.DayCount) facts.Metric {
		return facts.Metric{Unit: facts.Days, From: facts.From{Days: sort}}
	}
	return facts.Metrics{
		"calendar": days(facts.CalendarDays), "service": days(facts.ServiceDays),
		"rostered": days(facts.RosteredDays), "attended": days(facts.AttendedDays),
		"visitors":  {Unit: facts.Count, Missing: facts.MissingZero},
		"load":      {Unit: facts.Number, From: facts.From{Ratio: "visitors", To: "attended"}},
		"each_day":  {Unit: facts.Money, Missing: facts.MissingNotApplicable},
		"target":    {Unit: facts.Money, Better: facts.Higher, From: facts.From{Days: facts.RosteredDays, Each: dp("13000")}},
		"own":       {Unit: facts.Money, From: facts.From{Days: facts.RosteredDays, EachOf: "each_day"}},
		"or_zero":   {Unit: facts.Days, Missing: facts.MissingZero, From: facts.From{Days: facts.AttendedDays}},
		"or_none":   {Unit: facts.Days, Missing: facts.MissingNotApplicable, From: facts.From{Days: facts.AttendedDays}},
		"half_days": {Unit: facts.Days, From: facts.From{Days: facts.AttendedDays, Each: dp("0.5")}},
	}
}

// worked are rows for the first days of the month.
func worked(n int) (days []facts.Day) {
	for i := 1; i <= n; i++ {
		days = append(days, facts.Day{Date: day(i)})
	}
	return days
}

func leave(from, until int, kind facts.Attendance) facts.Leave {
	return facts.Leave{From: day(from), Until: day(until), Kind: kind}
}

func TestDaysAreCounted(t *testing.T) {
	tests := []struct {
		name  string
		agent facts.Agent
		want  map[string]string
	}{
		{
			"a full month",
			facts.Agent{Days: worked(22)},
			map[string]string{"calendar": "31", "service": "31", "rostered": "22", "attended": "22", "half_days": "11.00"},
		},
		{
			"leave and absence are rostered and not attended",
			facts.Agent{Days: worked(20), Leave: []facts.Leave{leave(21, 23, facts.PaidLeave), leave(24, 24, facts.UnpaidLeave), leave(25, 26, facts.Absent)}},
			map[string]string{"service": "31", "rostered": "26", "attended": "20"},
		},
		{
			"a row may say that the day was rest",
			facts.Agent{Days: append(worked(5), facts.Day{Date: day(6), Attendance: facts.Rest})},
			map[string]string{"rostered": "5", "attended": "5"},
		},
		{
			"hired in the month",
			facts.Agent{Hired: day(16), Days: []facts.Day{{Date: day(16)}, {Date: day(17)}}},
			map[string]string{"calendar": "31", "service": "16", "rostered": "2", "attended": "2"},
		},
		{
			"left in the month",
			facts.Agent{Left: day(10), Days: worked(8)},
			map[string]string{"calendar": "31", "service": "10", "rostered": "8", "attended": "8"},
		},
		{
			"on leave all month",
			facts.Agent{Leave: []facts.Leave{leave(1, 31, facts.PaidLeave)}},
			map[string]string{"service": "31", "rostered": "31", "attended": "0", "load": "not applicable"},
		},
		{
			"without daily rows nobody knows, as for a base pay by the roster",
			facts.Agent{},
			map[string]string{
				"calendar": "31", "service": "31", "rostered": "missing", "attended": "missing", "target": "missing",
				"or_zero": "0", "or_none": "not applicable", "load": "missing",
			},
		},
		{
			"leave alone does not tell the other days",
			facts.Agent{Leave: []facts.Leave{leave(1, 3, facts.PaidLeave)}},
			map[string]string{"service": "31", "rostered": "missing", "attended": "missing"},
		},
		{
			"LF7: 300 visitors a day attended",
			facts.Agent{Days: worked(22), Values: values{"visitors": d("6600")}},
			map[string]string{"load": "6600/22"},
		},
		{
			"each of the agent's own",
			facts.Agent{Days: worked(2), Values: values{"each_day": d("11000.50")}},
			map[string]string{"own": "22001.00"},
		},
		{
			"who has none of their own has no target", facts.Agent{Days: worked(2)}, map[string]string{"own": "not applicable"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			tt.agent.ID = "A01"
			s := schema(t, counted())
			table := build(t, s, facts.Month{Period: january(), Agents: []facts.Agent{tt.agent}})
			for metric, want := range tt.want {
				assert.Equal(t, want, read(t, s, table, "A01", metric), metric)
			}
		})
	}
}

// TestTM13: 13,000 a day x 26 rostered days = 338,000.
func TestTM13Target(t *testing.T) {
	s := schema(t, counted())
	table := build(t, s, facts.Month{Period: january(), Agents: []facts.Agent{
		{ID: "A01", Days: worked(24), Leave: []facts.Leave{leave(25, 26, facts.PaidLeave)}},
	}})
	assert.Equal(t, "338000.00", read(t, s, table, "A01", "target"))
	ref, _ := s.Lookup("target")
	step := table.Explain(ref, 0)
	assert.Equal(t, "target 338000.00 元,排班天数 26 × 13000.00 元", step.Sentence(explain.Chinese))
	assert.Equal(t, "target 338000.00 yuan, rostered days: 26 × 13000.00 yuan", step.Sentence(explain.English))
	assert.Empty(t, step.Steps)
}

func TestDaysAreTold(t *testing.T) {
	s := schema(t, counted())
	table := build(t, s, facts.Month{Period: january(), Agents: []facts.Agent{
		{ID: "A01", Days: worked(2), Values: values{"each_day": d("11000")}}, {ID: "A02"},
	}})
	say := func(metric string, row int32) (string, int) {
		ref, ok := s.Lookup(metric)
		require.True(t, ok)
		step := table.Explain(ref, row)
		return step.Sentence(explain.English), len(step.Steps)
	}
	for _, tt := range []struct {
		metric, want string
		row          int32
		inside       int
	}{
		{"attended", "attended 2 days, counted as days attended", 0, 0},
		{"own", "own 22000.00 yuan, rostered days: 2 × 11000.00 yuan", 0, 1},
		{"attended", "attended not given", 1, 0},
		{"or_zero", "or_zero 0 days", 1, 0},
	} {
		got, inside := say(tt.metric, tt.row)
		assert.Equal(t, tt.want, got)
		assert.Equal(t, tt.inside, inside, tt.metric)
	}
}

// TestDaysThatLackRows: what is missing is told at the days, also where
// another metric is made of them.
func TestDaysThatLackRows(t *testing.T) {
	metrics := counted()
	metrics["each_day"] = facts.Metric{Unit: facts.Money}
	s := schema(t, metrics)
	table := build(t, s, facts.Month{Period: january(), Agents: []facts.Agent{{ID: "A01"}, {ID: "A02", Days: worked(1)}}})
	for _, tt := range []struct {
		name, metric string
		row          int32
		want         []string
	}{
		{"no rows", "attended", 0, []string{"metric.missing agents[0].days"}},
		{"no rows for a load", "load", 0, []string{"metric.missing agents[0].days"}},
		{"no rows and no number a day", "own", 0, []string{"metric.missing agents[0].days", "metric.missing agents[0].values.each_day"}},
		{"no number a day", "own", 1, []string{"metric.missing agents[1].values.each_day"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c := facts.NewFactsCheck()
			table.FailState(c, tt.row, tt.metric, explain.Missing)
			assert.Equal(t, tt.want, list(c.Problems()))
		})
	}
}

func TestATargetOutOfRange(t *testing.T) {
	s, c := schema(t, counted()), facts.NewFactsCheck()
	top := values{"each_day": d("9999999999999999.99")}
	table := s.Build(facts.Month{Period: january(), Agents: []facts.Agent{
		{ID: "A01", Days: worked(1), Values: top}, {ID: "A02", Days: worked(2), Values: top},
	}}, c)
	assert.Equal(t, []string{"number.overflow agents[1].values.own"}, list(c.Problems()))
	assert.Equal(t, "9999999999999999.99", read(t, s, table, "A01", "own"))
}

// TestEveryDayCountsOnce: a day in service is rest or rostered, and who works
// more days has the greater target.
func TestEveryDayCountsOnce(t *testing.T) {
	s := schema(t, counted())
	rapid.Check(t, func(rt *rapid.T) {
		a := facts.Agent{ID: "A01"}
		rest := 0
		for n := 1; n <= 31; n++ {
			how := rapid.SampledFrom([]facts.Attendance{facts.Worked, facts.Rest, facts.PaidLeave, facts.UnpaidLeave, facts.Absent}).Draw(rt, "how")
			if how == facts.Rest {
				rest++
			}
			a.Days = append(a.Days, facts.Day{Date: day(n), Attendance: how})
		}
		table := build(t, s, facts.Month{Period: january(), Agents: []facts.Agent{a}})
		require.Equal(rt, fix.Text(int64(31-rest), 0), read(t, s, table, "A01", "rostered"))
		require.Equal(rt, fix.Text(int64(31-rest)*1_300_000, 2), read(t, s, table, "A01", "target"))
	})
}
