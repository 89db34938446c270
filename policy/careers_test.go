package policy

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/cspay/cspay/rank"
	"github.com/cspay/cspay/scoring/facts"
)

func TestTM7LastInSalesThreeMonthsRunning(t *testing.T) {
	const sole, tied, other = "1", "5", "9"
	cases := []struct {
		it string
		// change is what the streak says besides.
		change string
		// months are what A1 sold from January on; A2 sells 5 and A3 9.
		months []string
		want   string // the candidates of the last month
	}{
		{it: "two months are not enough", months: []string{sole, sole}},
		{it: "three months are", months: []string{sole, sole, sole}, want: "A1 sales 2026-01, 2026-02, 2026-03 proposed"},
		{it: "tied last in February ends it: nobody is last alone", months: []string{sole, tied, sole}},
		{it: "tied last counts where the policy says so", change: "any_tied", months: []string{sole, tied, sole}, want: "A1 sales 2026-01, 2026-02, 2026-03 proposed"},
		{it: "leave in February ends it", months: []string{sole, "leave", sole}},
		{it: "leave in February and two months after are not enough", months: []string{sole, "leave", sole, sole}},
		{it: "leave that pauses is passed over", change: "leave: pauses", months: []string{sole, "leave", sole, sole}, want: "A1 sales 2026-01, 2026-03, 2026-04 proposed"},
		{it: "leave that pauses is no month of it", change: "leave: pauses", months: []string{sole, "leave", sole}},
		{it: "leave that counts is", change: "leave: counts", months: []string{sole, "leave", sole}, want: "A1 sales 2026-01, 2026-02, 2026-03 proposed"},
		{it: "the trial period ends it", months: []string{sole, "probation", sole}},
		{it: "the trial period pauses", change: "probation: pauses", months: []string{sole, "probation", sole, sole}, want: "A1 sales 2026-01, 2026-03, 2026-04 proposed"},
		{it: "unranked in the trial period that counts is judged as unranked", change: "probation: counts, unranked: pauses", months: []string{sole, "probation", sole, sole}, want: "A1 sales 2026-01, 2026-03, 2026-04 proposed"},
		{it: "not on the roster ends it", months: []string{sole, "gone", sole, sole}},
		{it: "not on the roster pauses", change: "missing: pauses", months: []string{sole, "gone", sole, sole}, want: "A1 sales 2026-01, 2026-03, 2026-04 proposed"},
		{it: "not on the roster counts", change: "missing: counts", months: []string{sole, "gone", sole}, want: "A1 sales 2026-01, 2026-02, 2026-03 proposed"},
		{it: "months before the first known one never count", change: "missing: counts", months: []string{"gone", "gone", sole}},
		{it: "somebody else last in between ends it", months: []string{sole, sole, other, sole}},
	}
	for _, tt := range cases {
		t.Run("TM7: "+tt.it, func(t *testing.T) {
			change := []string{}
			switch {
			case tt.change == "any_tied":
				change = []string{"last: sole", "last: any_tied"}
			case tt.change != "":
				change = []string{"last: sole}], months: 3", "last: sole}], months: 3, " + tt.change}
			}
			c := newCareer(t, careerPolicy, change...)
			var last *Result
			for i, sold := range tt.months {
				last = c.close(sales(fmt.Sprintf("2026-%02d", i+1), sold, "5", "9"))
			}
			assert.Equal(t, tt.want, strings.Join(candidatesOf(last), "; "))
		})
	}
}

func TestTM7NobodyIsLastAloneOrAmongEquals(t *testing.T) {
	for _, sold := range [][]string{{"5"}, {"5", "5", "5"}, {"5", "leave", "leave"}} {
		t.Run(strings.Join(sold, " "), func(t *testing.T) {
			c := newCareer(t, careerPolicy, "last: sole", "last: any_tied")
			for _, month := range []string{"2026-01", "2026-02", "2026-03"} {
				assert.Empty(t, candidatesOf(c.close(sales(month, sold...))))
			}
		})
	}
}

func TestTM7PeerComplaints(t *testing.T) {
	four := []string{"B1", "B2", "B3", "B4"}
	cases := []struct {
		it, change string
		n          int
		reporters  []string
		want       string
	}{
		{"9 complaints are not enough", "", 9, four, ""},
		{"10 are", "", 10, four, "A1 complaints 2026-05 proposed"},
		{"11 are", "", 11, four, "A1 complaints 2026-05 proposed"},
		{"10 by 4 colleagues are 4 complainants", "complainants", 10, four, ""},
		{"10 by 10 colleagues are 10", "complainants", 10, strings.Split("0123456789", ""), "A1 complaints 2026-05 proposed"},
		{"11 by 9 colleagues are 9", "complainants", 11, strings.Split("012345678", ""), ""},
	}
	for _, tt := range cases {
		t.Run("TM7: "+tt.it, func(t *testing.T) {
			var change []string
			if tt.change != "" {
				change = []string{"metric: complaints, at_least", "metric: " + tt.change + ", at_least"}
			}
			c := newCareer(t, careerPolicy, change...)
			m := sales("2026-05", "1", "5")
			m.Events = happened("2026-05", "A1", "peer_complaint", tt.n, tt.reporters...)
			m.Events = append(m.Events, facts.Event{
				ID: "w", Agent: "A1", Kind: "peer_complaint", Date: period("2026-05").Last(), Reporter: "x", Status: facts.Withdrawn,
			})
			assert.Equal(t, tt.want, strings.Join(candidatesOf(c.close(m)), "; "))
		})
	}
}

func TestTM6SixCleanMonthsInTheWindow(t *testing.T) {
	c := newCareer(t, careerPolicy)
	month := func(p string, events ...facts.Event) *Result {
		m := facts.Month{Period: period(p), Agents: []facts.Agent{person("A1"), person("A2")}, Events: events}
		return c.close(m)
	}
	jan := happened("2026-01", "A2", "penalty", 15)[14] // on 15 January
	month("2026-01", jan)
	for _, p := range []string{"2026-02", "2026-03", "2026-04", "2026-05"} {
		assert.Empty(t, movesOf(month(p)), "no window")
	}
	june := month("2026-06")
	assert.Equal(t, []string{"A1 P1>P2 promotion proposed"}, movesOf(june), "TM6: a penalty on 15 January is in the window of 30 June")
	assert.Equal(t, rank.Need{
		ID: "clean", Name: facts.Text{ZH: "clean", EN: "clean"}, Have: 5, Want: 6, Broken: period("2026-01"),
	}, june.Progress()[1].Needs[0])
	assert.Equal(t, period("2026-12"), june.Progress()[1].Window)

	july := month("2026-07")
	assert.Equal(t, []string{"A1 P1>P2 promotion open"}, movesOf(july), "shown again, and nothing in July")
	need := july.Progress()[1].Needs[0]
	assert.True(t, need.Met, "TM6: clean on 31 July, February to July")
	assert.Equal(t, 6, need.Have)
	for _, p := range []string{"2026-08", "2026-09", "2026-10", "2026-11"} {
		month(p)
	}
	assert.Equal(t, []string{"A1 P1>P2 promotion open", "A2 P1>P2 promotion proposed"}, movesOf(month("2026-12")))
}

func TestTM6ADirtyMonthBeforeDecemberPutsItOff(t *testing.T) {
	c := newCareer(t, careerPolicy)
	for i := 1; i <= 12; i++ {
		p := fmt.Sprintf("2026-%02d", i)
		m := facts.Month{Period: period(p), Agents: []facts.Agent{person("A1")}}
		if i == 1 || i == 10 {
			m.Events = happened(p, "A1", "penalty", 1)
		}
		assert.Empty(t, movesOf(c.close(m)), p)
	}
}

func TestTM9ThreeExamsMissedOrFailed(t *testing.T) {
	const absent, fail, pass = "absent", "59.99", "60"
	cases := []struct {
		it     string
		level  string
		months []string
		want   string
		clock  string
	}{
		{"absent, failed and absent propose a grade down", "P2", []string{absent, fail, absent}, "A1 P2>P1 exam proposed", ""},
		{"two are not enough", "P2", []string{absent, fail}, "", ""},
		{"four propose once", "P2", []string{absent, fail, absent, fail}, "A1 P2>P1 exam open", ""},
		{"60.00 is a pass and ends it", "P2", []string{absent, fail, pass, absent}, "", ""},
		{"on P1 the clock of the promotion starts again", "P1", []string{absent, fail, absent}, "", "2026-04"},
	}
	for _, tt := range cases {
		t.Run("TM9: "+tt.it, func(t *testing.T) {
			c := newCareer(t, careerPolicy)
			var last *Result
			for i, what := range tt.months {
				a := person("A1", "absent", 1)
				a.Level = tt.level
				if what != absent {
					a = person("A1", "exam", what)
				}
				last = c.close(facts.Month{Period: period(fmt.Sprintf("2026-%02d", i+1)), Agents: []facts.Agent{a}})
			}
			assert.Equal(t, tt.want, strings.Join(movesOf(last), "; "))
			assert.Equal(t, tt.clock, last.Progress()[0].Clock.String())
		})
	}
}
