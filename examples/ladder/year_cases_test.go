package ladder

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/cspay/cspay/scoring/facts"
)

// TestTheYearHasItsCases holds the numbers that the story names against the
// slips of the year.
func TestTheYearHasItsCases(t *testing.T) {
	p := tm().Policy(t)
	results := closeYear(t, p, year(t, p), handedOn)
	for _, c := range []struct {
		it     string
		month  int
		agent  string
		streak string
		want   string
	}{
		{"TM7: T19 is sole last in sales in January", 1, "T19", "last_in_sales", "1"},
		{"TM7: and in March for the third time", 3, "T19", "last_in_sales", "3"},
		{"TM7: T07 is sole last in the appraisal in February", 2, "T07", "last_in_score", "1"},
		{"TM7: T20 is sole last in July", 7, "T20", "last_in_sales", "1"},
		{"TM7: shares the last place in August", 8, "T20", "last_in_sales", "0"},
		{"TM7: and so does T19", 8, "T19", "last_in_sales", "0"},
		{"TM7: and is sole last in September for the first time", 9, "T20", "last_in_sales", "1"},
		{"TM7: T18 is sole last in October", 10, "T18", "last_in_sales", "1"},
		{"TM7: on leave in November", 11, "T18", "last_in_sales", "0"},
		{"TM7: and has a streak of 1 in December", 12, "T18", "last_in_sales", "1"},
		{"TM9: T10 in February", 2, "T10", "exam_failing", "2"},
		{"TM9: T10 in March", 3, "T10", "exam_failing", "3"},
		{"TM9: T28 in April", 4, "T28", "exam_failing", "3"},
		{"TM10: T12 in June, regular for over six months", 6, "T12", "typing_below", "1"},
		{"TM10: T12 in August", 8, "T12", "typing_below", "3"},
		{"TM10: T12 reaches 70 in September", 9, "T12", "typing_below", "0"},
		{"TM10: T14 in July", 7, "T14", "typing_below", "2"},
		{"TM6: T15 in June", 6, "T15", "clean", "5"},
		{"TM6: T15 in July", 7, "T15", "clean", "6"},
		{"TM6: a leave counts as clean, T27 in August", 8, "T27", "clean", "7"},
	} {
		t.Run(c.it, func(t *testing.T) {
			assert.Equal(t, c.want, streak(t, results[c.month-1], c.agent, c.streak))
		})
	}
	for month, want := range map[int]string{4: "P2", 5: "P1", 12: "P1"} {
		assert.Equal(t, want, found(t, results[month-1]).Levels["T10"], "TM9: T10 in month %d", month)
	}
	for month, want := range map[int]string{6: "500.00", 7: "800.00"} {
		assert.Equal(t, want, paid(t, results[month-1], "T04", "level_pay"), "TM5: T04 in month %d", month)
	}
	nine, ten := complaintsOf(t, 4, "T16"), complaintsOf(t, 5, "T07")
	assert.Len(t, nine, 9, "TM7: no candidate")
	assert.Len(t, ten, 10, "TM7: a candidate")
	reporters := map[string]bool{}
	for _, by := range ten {
		reporters[by] = true
	}
	assert.Len(t, reporters, 4)
}

// complaintsOf are the reporters of the peer complaints about an agent.
func complaintsOf(t *testing.T, month int, agent string) []string {
	t.Helper()
	var list []string
	for _, e := range year(t, tm().Policy(t))[month-1].Events {
		if e.Agent == agent && e.Kind == "peer_complaint" {
			list = append(list, e.Reporter)
		}
	}
	return list
}

// TestImprovementPlans holds the shop's sample plan, which is in the manner of
// YT6 and ZW6.
func TestImprovementPlans(t *testing.T) {
	// Of 100 points disputes of 10% lose 25 and a DSR of 4 loses 20: 55.
	month := func(good bool, attitude string) facts.Month {
		m := plain(t, "P1")
		if !good {
			m.Agents[0].Days[0].Values["disputes"] = d("10")
			m.Agents[0].Values["dsr"] = d("4")
		}
		for i := range m.Ballots {
			if m.Ballots[i].Topic == "attitude" {
				m.Ballots[i].Score = d(attitude)
			}
		}
		return m
	}
	bad, fine, rude := func() facts.Month { return month(false, "5") }, func() facts.Month { return month(true, "3") }, func() facts.Month { return month(true, "2.9") }
	leave := func() facts.Month {
		m := bad()
		m.Agents[0], m.Ballots = away(m.Agents[0]), nil
		return m
	}
	trial := bad()
	trial.Agents[0].Status = facts.Probation
	for _, c := range []struct {
		it     string
		months []facts.Month
		status string
		due    string
	}{
		{"YT6: under standard opens next month's plan", []facts.Month{bad()}, "open", "2026-03"},
		{"ZW6: the goal met in the first month ends it early", []facts.Month{bad(), fine()}, "passed", "2026-03"},
		{"ZW6: data without attitude is not enough", []facts.Month{bad(), rude()}, "open", "2026-03"},
		{"ZW6: two months, and one more", []facts.Month{bad(), bad(), bad()}, "extended", "2026-04"},
		{"ZW6: passed in the month more", []facts.Month{bad(), bad(), bad(), fine()}, "passed", "2026-04"},
		{"ZW6: failed in the month more", []facts.Month{bad(), bad(), bad(), bad()}, "failed", "2026-04"},
		{"ZW6: the month after opens another", []facts.Month{bad(), bad(), bad(), bad(), bad()}, "open", "2026-07"},
		{"ZW6: a month of leave is passed over", []facts.Month{bad(), bad(), leave()}, "open", "2026-04"},
		{"YT6: nobody is coached on probation", []facts.Month{trial}, "", ""},
		{"YT6: nor above the standard", []facts.Month{fine()}, "", ""},
	} {
		t.Run(c.it, func(t *testing.T) {
			results := inARow(t, tm().Policy(t), c.months...)
			plans := found(t, results[len(results)-1]).Plans
			if c.status == "" {
				assert.Empty(t, plans)
				return
			}
			assert.Len(t, plans, 1)
			assert.Equal(t, c.status, plans[0].Status)
			assert.Equal(t, c.due, plans[0].Due)
		})
	}
}
