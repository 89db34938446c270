package columns_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/scoring/facts"
)

func TestCalendar(t *testing.T) {
	worked := func(n int) facts.Day { return facts.Day{Date: day(n)} }
	tests := []struct {
		name    string
		agent   facts.Agent
		want    string
		service int
		idle    bool
	}{
		{"nothing known", facts.Agent{}, strings.Repeat("?", 31), 31, false},
		{"row 43: joined on the 16th, inclusive", facts.Agent{Hired: day(16)}, strings.Repeat(".", 15) + strings.Repeat("?", 16), 16, false},
		{"row 43: left on the 15th, inclusive", facts.Agent{Left: day(15)}, strings.Repeat("?", 15) + strings.Repeat(".", 16), 15, false},
		{"row 44: joined and left the same day", facts.Agent{Hired: day(10), Left: day(10)}, strings.Repeat(".", 9) + "?" + strings.Repeat(".", 21), 1, false},
		{"joined on the first", facts.Agent{Hired: day(1)}, strings.Repeat("?", 31), 31, false},
		{"left on the last", facts.Agent{Left: day(31)}, strings.Repeat("?", 31), 31, false},
		{"joined next month", facts.Agent{Hired: day(31) + 1}, strings.Repeat(".", 31), 0, true},
		{"left last month", facts.Agent{Left: day(1) - 1}, strings.Repeat(".", 31), 0, true},
		{"one daily row makes the others rest", facts.Agent{Days: []facts.Day{worked(2)}}, "rw" + strings.Repeat("r", 29), 31, false},
		{"every way a row can count", facts.Agent{Days: []facts.Day{
			{Date: day(5), Attendance: facts.Absent},
			{Date: day(1), Attendance: facts.Worked},
			{Date: day(3), Attendance: facts.PaidLeave},
			{Date: day(2), Attendance: facts.Rest},
			{Date: day(4), Attendance: facts.UnpaidLeave},
		}}, "wrpua" + strings.Repeat("r", 26), 31, false},
		{"a leave fills days without a row, and a row that says nothing", facts.Agent{
			Leave: []facts.Leave{{From: day(2), Until: day(4), Kind: facts.PaidLeave}},
			Days:  []facts.Day{worked(1), worked(3), {Date: day(4), Attendance: facts.Worked}},
		}, "wppw" + strings.Repeat("r", 27), 31, false},
		{"a leave over both ends of the month", facts.Agent{
			Leave: []facts.Leave{{From: day(1) - 9, Until: day(31) + 9, Kind: facts.UnpaidLeave}},
		}, strings.Repeat("u", 31), 31, true},
		{"row 66: a leave over all of the service", facts.Agent{
			Hired: day(30), Leave: []facts.Leave{{From: day(1), Until: day(31), Kind: facts.Absent}},
		}, strings.Repeat(".", 29) + "aa", 2, true},
		{"rows of rest alone", facts.Agent{Days: []facts.Day{{Date: day(1), Attendance: facts.Rest}}}, strings.Repeat("r", 31), 31, true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			tt.agent.ID = "A01"
			table := build(t, schema(t, nil), facts.Month{Period: january(), Agents: []facts.Agent{tt.agent}})
			assert.Equal(t, tt.want, calendar(table, "A01"))
			assert.Equal(t, tt.service, table.Service(0))
			assert.Equal(t, tt.idle, table.Idle(0))
		})
	}
	for month, days := range map[string]int{"2026-02": 28, "2024-02": 29, "2026-04": 30, "2026-01": 31} {
		p, err := facts.ParsePeriod(month)
		require.NoError(t, err)
		table := build(t, schema(t, nil), facts.Month{Period: p, Agents: []facts.Agent{{ID: "A01"}}})
		assert.Equal(t, strings.Repeat("?", days), calendar(table, "A01"), "row 42: "+month)
		assert.Equal(t, p.Last(), table.Date(days))
	}
}

func TestMemberships(t *testing.T) {
	joined := func(left facts.Date) facts.Agent {
		return facts.Agent{
			ID: "A01", Role: "pre_sales", Team: "a", Shop: "s", Level: "P1", Status: facts.Probation, Left: left,
			Memberships: []facts.Membership{
				{From: day(10), Team: "b"},
				{From: day(20), Role: "after_sales", Status: facts.Regular},
				{From: day(31) + 1, Team: "c", Level: "P2"},
			},
		}
	}
	tests := []struct {
		name string
		left facts.Date
		want [5]string // role, team, shop, level, status
	}{
		{"row 70: the month's end", 0, [5]string{"after_sales", "b", "s", "P1", "regular"}},
		{"left on the day a membership starts", day(20), [5]string{"after_sales", "b", "s", "P1", "regular"}},
		{"left the day before", day(19), [5]string{"pre_sales", "b", "s", "P1", "probation"}},
		{"left before them all", day(9), [5]string{"pre_sales", "a", "s", "P1", "probation"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			table := build(t, schema(t, nil), facts.Month{Period: january(), Agents: []facts.Agent{joined(tt.left)}})
			assert.Equal(t, tt.want, [5]string{
				table.Attribute(0, facts.ByRole), table.Attribute(0, facts.ByTeam), table.Attribute(0, facts.ByShop),
				table.Attribute(0, facts.ByLevel), table.Attribute(0, facts.ByStatus),
			})
		})
	}
	table := build(t, schema(t, nil), facts.Month{Period: january(), Agents: []facts.Agent{{ID: "A01"}}})
	assert.Equal(t, facts.Regular, table.Status(0), "no status counts as regular")
}
