package columns_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

func parsed(t testing.TB, s string) facts.Date {
	t.Helper()
	if s == "" {
		return 0
	}
	d, err := facts.ParseDate(s)
	require.NoError(t, err, s)
	return d
}

// served builds a month of one agent with these dates.
func served(t testing.TB, month string, a facts.Agent) (*columns.Schema, *columns.Table) {
	t.Helper()
	s := schema(t, facts.Metrics{"speed": {Unit: facts.Number, Missing: facts.MissingZero}})
	a.ID = "A01"
	return s, build(t, s, facts.Month{Period: parsed(t, month+"-01").Period(), Agents: []facts.Agent{a}})
}

func TestTenureCountsWholeMonths(t *testing.T) {
	atLeast := func(n string) facts.Clause { return facts.Clause{Tenure: facts.SinceHired, AtLeast: dp(n)} }
	over := func(n string) facts.Clause { return facts.Clause{Tenure: facts.SinceHired, Over: dp(n)} }
	under := func(n string) facts.Clause { return facts.Clause{Tenure: facts.SinceHired, Under: dp(n)} }
	atMost := func(n string) facts.Clause { return facts.Clause{Tenure: facts.SinceHired, AtMost: dp(n)} }
	tests := []struct {
		name, hired, left, month string
		clause                   facts.Clause
		want                     bool
	}{
		{"hired on 1 January: 30 June completes six months", "2026-01-01", "", "2026-06", atLeast("6"), true},
		{"hired on 1 January: 30 June is not over six months", "2026-01-01", "", "2026-06", over("6"), false},
		{"hired on 1 January: 30 June is not under six months", "2026-01-01", "", "2026-06", under("6"), false},
		{"hired on 1 January: 30 June is at most six months", "2026-01-01", "", "2026-06", atMost("6"), true},
		{"hired on 2 January: 30 June is a day short", "2026-01-02", "", "2026-06", atLeast("6"), false},
		{"hired on 2 January: 30 June is under six months", "2026-01-02", "", "2026-06", under("6"), true},
		{"hired on 2 January: 31 July is over six months", "2026-01-02", "", "2026-07", over("6"), true},
		{"hired on 2 January: 31 July is more than at most six months", "2026-01-02", "", "2026-07", atMost("6"), false},
		{"hired on 31 December: 30 June is over six months", "2025-12-31", "", "2026-06", over("6"), true},
		{"hired on 31 August: six months end on 28 February", "2025-08-31", "", "2026-02", atLeast("6"), true},
		{"hired on 31 August: six months end on 29 February", "2023-08-31", "", "2024-02", atLeast("6"), true},
		{"hired on 31 August: 28 February is over six months", "2025-08-31", "", "2026-02", over("6"), true},
		{"hired on 31 August: 31 January is five", "2025-08-31", "", "2026-01", atLeast("6"), false},
		{"left on 29 June, a day short of six months", "2026-01-01", "2026-06-29", "2026-06", atLeast("6"), false},
		{"left on 30 June, with six months", "2026-01-01", "2026-06-30", "2026-06", atLeast("6"), true},
		{"leaving in July does not end June early", "2026-01-01", "2026-07-05", "2026-06", atLeast("6"), true},
		{"hired in the month: no whole month", "2026-06-02", "", "2026-06", atLeast("1"), false},
		{"hired in the month: at least none", "2026-06-02", "", "2026-06", atLeast("0"), true},
		{"hired on the first: the month is one", "2026-06-01", "", "2026-06", atLeast("1"), true},
		{"between two limits", "2026-01-01", "", "2026-06", facts.Clause{Tenure: facts.SinceHired, AtLeast: dp("3"), AtMost: dp("6")}, true},
		{"a hundred years are never reached", "2150-01-01", "", "2199-12", atLeast("1200"), false},
		{"a hundred years from 1900", "1900-01-01", "", "1999-12", atLeast("1200"), true},
		{"the month before a hundred years", "1900-01-01", "", "1999-11", atLeast("1200"), false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s, table := served(t, tt.month, facts.Agent{Hired: parsed(t, tt.hired), Left: parsed(t, tt.left)})
			c := facts.NewCheck()
			when := s.When(c, facts.When{tt.clause})
			require.NoError(t, c.Err())
			holds, state, _ := when.Holds(table, 0)
			assert.Equal(t, explain.Known, state)
			assert.Equal(t, tt.want, holds)
		})
	}
}

// TestTM10 is who misses the words a minute that are asked of them: 70 of who
// is regular for over six months, 60 of the others.
func TestTM10(t *testing.T) {
	old := facts.When{{Status: []facts.Status{facts.Regular}}, {Tenure: facts.SinceRegular, Over: dp("6")}, {Metric: "speed", Under: dp("70")}}
	young := facts.When{{Status: []facts.Status{facts.Regular}}, {Tenure: facts.SinceRegular, AtMost: dp("6")}, {Metric: "speed", Under: dp("60")}}
	trial := facts.When{{Status: []facts.Status{facts.Probation}}, {Metric: "speed", Under: dp("60")}}
	tests := []struct {
		name    string
		status  facts.Status
		regular string
		speed   string
		want    []bool // old, young, trial
	}{
		{"TM10: regular for over six months at 69.9", facts.Regular, "2025-12-31", "69.9", []bool{true, false, false}},
		{"TM10: regular for over six months at 70", facts.Regular, "2025-12-31", "70", []bool{false, false, false}},
		{"TM10: regular for six months at 69.9", facts.Regular, "2026-01-01", "69.9", []bool{false, false, false}},
		{"TM10: regular for six months at 59.9", facts.Regular, "2026-01-01", "59.9", []bool{false, true, false}},
		{"TM10: regular for six months at 60", facts.Regular, "2026-01-01", "60", []bool{false, false, false}},
		{"TM10: on probation at 59", facts.Probation, "", "59", []bool{false, false, true}},
		{"TM10: on probation at 60", facts.Probation, "", "60", []bool{false, false, false}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s, table := served(t, "2026-06", facts.Agent{
				Status: tt.status, Hired: parsed(t, "2025-01-01"), Regular: parsed(t, tt.regular), Values: values{"speed": d(tt.speed)},
			})
			for i, w := range []facts.When{old, young, trial} {
				c := facts.NewCheck()
				when := s.When(c, w)
				require.NoError(t, c.Err())
				holds, state, _ := when.Holds(table, 0)
				assert.Equal(t, explain.Known, state)
				assert.Equal(t, tt.want[i], holds, "clause %d", i)
			}
		})
	}
}

// TestTenureIsTold: the explanation of a condition counts as the condition
// does.
func TestTenureIsTold(t *testing.T) {
	for _, tt := range []struct{ name, hired, month, want string }{
		{"six months on 30 June", "2026-01-01", "2026-06", "Hired on 2026-01-01, whole months by 2026-06-30: 6"},
		{"five a day later", "2026-01-02", "2026-06", "Hired on 2026-01-02, whole months by 2026-06-30: 5"},
		{"six at the end of February", "2025-08-31", "2026-02", "Hired on 2025-08-31, whole months by 2026-02-28: 6"},
		{"none in the month of hire", "2026-06-02", "2026-06", "Hired on 2026-06-02, whole months by 2026-06-30: 0"},
		{"none before the day of hire", "2026-07-15", "2026-06", "Hired on 2026-07-15, whole months by 2026-06-30: 0"},
		{"the last month there is", "2199-10-15", "2199-12", "Hired on 2199-10-15, whole months by 2199-12-31: 2"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s, table := served(t, tt.month, facts.Agent{Hired: parsed(t, tt.hired), Values: values{"speed": d("70")}})
			c := facts.NewCheck()
			when := s.When(c, facts.When{
				{Tenure: facts.SinceHired, AtLeast: dp("6")}, {Tenure: facts.SinceHired, Under: dp("12")}, {Tenure: facts.SinceRegular, Over: dp("0")},
			})
			require.NoError(t, c.Err())
			steps := when.Explain(table, 0)
			require.Len(t, steps, 1, "each date once, and none that was not given")
			assert.Equal(t, tt.want, steps[0].Sentence(explain.English))
		})
	}
}

func TestADateThatIsNotThereIsMissing(t *testing.T) {
	s, table := served(t, "2026-06", facts.Agent{Status: facts.Probation})
	for _, tt := range []struct {
		name string
		when facts.When
		want []string
	}{
		{"the day of hire", facts.When{{Tenure: facts.SinceHired, AtLeast: dp("6")}}, []string{"metric.missing agents[0].hired"}},
		{"the day of regularisation", facts.When{{Tenure: facts.SinceRegular, Under: dp("6")}}, []string{"metric.missing agents[0].regular"}},
		{"an earlier clause that does not hold asks for none", facts.When{
			{Status: []facts.Status{facts.Regular}}, {Tenure: facts.SinceRegular, Over: dp("6")},
		}, nil},
		{"a later clause does not help", facts.When{
			{Tenure: facts.SinceRegular, Over: dp("6")}, {Status: []facts.Status{facts.Regular}},
		}, []string{"metric.missing agents[0].regular"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c := facts.NewCheck()
			when := s.When(c, tt.when)
			require.NoError(t, c.Err())
			holds, state, lack := when.Holds(table, 0)
			assert.False(t, holds)
			late := facts.NewFactsCheck()
			if state != explain.Known {
				table.FailLack(late, 0, lack, state)
			}
			assert.Equal(t, tt.want, list(late.Problems()))
			for _, p := range late.Problems() {
				assert.Equal(t, "A01", p.Agent)
			}
		})
	}
}

// TestAMetricNamedAsADate: a metric of the name hired is not the day of hire.
func TestAMetricNamedAsADate(t *testing.T) {
	s := schema(t, facts.Metrics{"hired": {Unit: facts.Count}})
	c := facts.NewCheck()
	when := s.When(c, facts.When{{Metric: "hired", Over: dp("1")}})
	require.NoError(t, c.Err())
	table := build(t, s, facts.Month{Period: january(), Agents: []facts.Agent{{ID: "A01", Hired: day(1)}}})
	_, state, lack := when.Holds(table, 0)
	late := facts.NewFactsCheck()
	table.FailLack(late, 0, lack, state)
	assert.Equal(t, []string{"metric.missing agents[0].values.hired"}, list(late.Problems()))
}

func TestTenureIsChecked(t *testing.T) {
	tests := []struct {
		name   string
		clause facts.Clause
		want   []string
	}{
		{"none at all is a number of months", facts.Clause{Tenure: facts.SinceHired, AtLeast: dp("0")}, nil},
		{"1200 months", facts.Clause{Tenure: facts.SinceHired, AtLeast: dp("1200")}, nil},
		{"1201 months", facts.Clause{Tenure: facts.SinceHired, AtLeast: dp("1201")}, []string{"number.range when[0].at_least"}},
		{"months below 0", facts.Clause{Tenure: facts.SinceHired, Over: dp("-1")}, []string{"number.range when[0].over"}},
		{"half a month", facts.Clause{Tenure: facts.SinceHired, Under: dp("6.5")}, []string{"number.not_integer when[0].under"}},
		{"19 digits of months", facts.Clause{Tenure: facts.SinceHired, AtMost: dp("1000000000000000000")}, []string{"number.range when[0].at_most"}},
		{"both limits at fault", facts.Clause{Tenure: facts.SinceHired, Over: dp("0.5"), AtMost: dp("1201")}, []string{"number.not_integer when[0].over", "number.range when[0].at_most"}},
		{"a date that is none", facts.Clause{Tenure: "born", AtLeast: dp("6")}, []string{"word.unknown when[0].tenure"}},
		{"without a limit", facts.Clause{Tenure: facts.SinceHired}, []string{"shape.one_of when[0]"}},
		{"beside a metric", facts.Clause{Tenure: facts.SinceHired, Metric: "speed", AtLeast: dp("6")}, []string{"shape.one_of when[0]"}},
		{"the first of a tenure", facts.Clause{Tenure: facts.SinceHired, AtLeast: dp("6"), First: facts.Sole}, []string{"shape.one_of when[0].first"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s, c := schema(t, facts.Metrics{"speed": {Unit: facts.Number}}), facts.NewCheck()
			s.When(c.At("when"), facts.When{tt.clause})
			assert.Equal(t, tt.want, list(c.Problems()))
		})
	}
}
