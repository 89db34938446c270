package ladder

import (
	"fmt"
	"io/fs"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/policy"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// The golden numbers of months in a row, on the real policy and on months of a
// few agents.

// inMonth is a month of June, moved to another one of the year.
func inMonth(t *testing.T, m facts.Month, n int) facts.Month {
	t.Helper()
	moved := func(day facts.Date) facts.Date {
		if day == 0 {
			return 0
		}
		_, _, d := day.Split()
		return date(t, fmt.Sprintf("2026-%02d-%02d", n, d))
	}
	m.Period = date(t, fmt.Sprintf("2026-%02d-01", n)).Period()
	m.Published = map[string]facts.Date{"day_target": date(t, "2025-12-29")}
	for i := range m.Agents {
		for k := range m.Agents[i].Days {
			m.Agents[i].Days[k].Date = moved(m.Agents[i].Days[k].Date)
		}
	}
	for i := range m.Events {
		m.Events[i].Date = moved(m.Events[i].Date)
	}
	return m
}

// away takes every day of work away: a month of leave.
func away(a facts.Agent) facts.Agent {
	for i := range a.Days {
		a.Days[i] = facts.Day{Date: a.Days[i].Date, Attendance: facts.PaidLeave}
	}
	return a
}

// inARow closes months from January on, each with the history of the one
// before.
func inARow(t *testing.T, p *policy.Policy, months ...facts.Month) []*policy.Result {
	t.Helper()
	for i := range months {
		months[i] = inMonth(t, months[i], i+1)
	}
	return closeYear(t, p, months, handedOn)
}

// reworded is the real policy with a few of its words replaced.
func reworded(t *testing.T, pairs ...string) *policy.Policy {
	t.Helper()
	text, err := fs.ReadFile(Files, "policy.yaml")
	require.NoError(t, err)
	for i := 0; i < len(pairs); i += 2 {
		require.Equal(t, 1, strings.Count(string(text), pairs[i]), "%q stands in the policy once", pairs[i])
	}
	p, err := policy.Load(strings.NewReader(strings.NewReplacer(pairs...).Replace(string(text))))
	require.NoError(t, err)
	return p
}

// candidates are those of a result by agent: the rules and the state.
func candidates(t *testing.T, r *policy.Result) map[string]string {
	t.Helper()
	got := map[string]string{}
	for _, c := range found(t, r).Candidates {
		got[c.Agent] = strings.TrimSpace(got[c.Agent] + " " + c.Rule + " " + c.State)
	}
	return got
}

// sold is a month of three sellers; C sells what is given. All are over the
// target of 338,000, so that the appraisal tells nobody from the others.
func sold(t *testing.T, c string) facts.Month {
	t.Helper()
	return small(t, seller(t, "A", "500000.00", "0", "0"), seller(t, "B", "450000.00", "0", "0"), seller(t, "C", c, "0", "0"))
}

func TestTM7LastInSales(t *testing.T) {
	last := func() facts.Month { return sold(t, "400000.00") }
	leave, trial := last(), last()
	leave.Agents[2] = away(leave.Agents[2])
	trial.Agents[2].Status = facts.Probation
	tied, better := sold(t, "450000.00"), sold(t, "470000.00")
	const sole, pause = "when: [{ranking: by_sales, last: sole}], months: 3", "when: [{ranking: by_sales, last: sole}], leave: pauses, months: 3"
	anyTied := strings.Replace(sole, "sole", "any_tied", 1)
	for _, c := range []struct {
		it     string
		months []facts.Month
		words  []string
		want   map[string]string
	}{
		{"TM7: sole last in January, February and March", []facts.Month{last(), last(), last()}, nil, map[string]string{"C": "sales proposed"}},
		{"TM7: two months are not three", []facts.Month{better, last(), last()}, nil, map[string]string{}},
		{"TM7: sole last, tied last, sole last is no candidate", []facts.Month{last(), tied, last()}, nil, map[string]string{}},
		{"TM7: any-tied counts the tied month", []facts.Month{last(), tied, last()}, []string{sole, anyTied}, map[string]string{"C": "sales proposed"}},
		{"TM7: leave in February breaks", []facts.Month{last(), leave, last()}, nil, map[string]string{}},
		{"TM7: and starts anew: the third month after it", []facts.Month{last(), leave, last(), last(), last()}, nil, map[string]string{"C": "sales proposed"}},
		{"TM7: pause passes it over", []facts.Month{last(), last(), leave, last()}, []string{sole, pause}, map[string]string{"C": "sales proposed"}},
		{"TM7: a month of the trial period breaks", []facts.Month{last(), trial, last()}, nil, map[string]string{}},
	} {
		t.Run(c.it, func(t *testing.T) {
			results := inARow(t, reworded(t, c.words...), c.months...)
			assert.Equal(t, c.want, candidates(t, results[len(results)-1]))
		})
	}
}

func TestTM7StreakAfterLeave(t *testing.T) {
	last := func() facts.Month { return sold(t, "400000.00") }
	leave := last()
	leave.Agents[2] = away(leave.Agents[2])
	results := inARow(t, tm().Policy(t), last(), leave, last())
	assert.Equal(t, "1", streak(t, results[2], "C", "last_in_sales"), "TM7: leave in February, streak 1 in March")
}

// streak is how long a streak of an agent is, as the slip tells it.
func streak(t *testing.T, r *policy.Result, agent, id string) string {
	t.Helper()
	slip, ok := r.Slip(agent)
	require.True(t, ok)
	length := ""
	slip.Explain().Walk(func(_ int, step explain.Step) {
		if step.Clause == "streaks."+id {
			length = step.Value.Bare()
		}
	})
	return length
}

func TestTM7LastInTheAppraisal(t *testing.T) {
	// Responses decide: of 45 s for 20 points, C has the most.
	marked := func(id, response string) facts.Agent {
		a := settler(t, id, map[string]string{"dsr": "4.9"})
		for i := range a.Days {
			a.Days[i].Values["response"] = d(response)
		}
		return a
	}
	month := func(c string) facts.Month { return small(t, marked("A", "45"), marked("B", "50"), marked("C", c)) }
	for _, c := range []struct {
		it   string
		got  []facts.Month
		want map[string]string
	}{
		{"TM7: sole last in the appraisal of the role three months running", []facts.Month{month("60"), month("60"), month("60")}, map[string]string{"C": "appraisal proposed"}},
		{"TM7: shared last place is nobody's", []facts.Month{month("60"), month("50"), month("60")}, map[string]string{}},
	} {
		t.Run(c.it, func(t *testing.T) {
			results := inARow(t, tm().Policy(t), c.got...)
			assert.Equal(t, c.want, candidates(t, results[len(results)-1]))
		})
	}
}

func TestTM7PeerComplaints(t *testing.T) {
	complained := func(n int, status facts.EventStatus) facts.Month {
		m := small(t, settler(t, "A", map[string]string{"dsr": "4.9"}), settler(t, "B", map[string]string{"dsr": "4.9"}))
		for i := range n {
			happened(t, &m, "A", "peer_complaint")
			m.Events[i].Reporter, m.Events[i].Status = []string{"W", "X", "Y", "Z"}[i%4], status
		}
		return m
	}
	protected := func(from, until string) facts.Month {
		m := complained(10, "")
		m.Agents[0].Protected = []facts.Span{{From: date(t, from), Until: date(t, until)}}
		return m
	}
	trial := complained(10, "")
	trial.Agents[0].Status = facts.Probation
	const complaints, byFour = "from: {event: peer_complaint}", "from: {event: peer_complaint, distinct: reporter}"
	for _, c := range []struct {
		it    string
		month facts.Month
		words []string
		want  map[string]string
	}{
		{"TM7: nine peer complaints make nobody a candidate", complained(9, ""), nil, map[string]string{}},
		{"TM7: ten do, by four colleagues", complained(10, ""), nil, map[string]string{"A": "complaints proposed"}},
		{"TM7: ten by four colleagues are four complainants", complained(10, ""), []string{complaints, byFour}, map[string]string{}},
		{"TM7: those that nobody has upheld do not count", complained(10, facts.Reported), nil, map[string]string{}},
		{"TM7: who the law protects is exempt", protected("2026-01-31", "2026-02-01"), nil, map[string]string{"A": "complaints exempt"}},
		{"TM7: from the month after the protection on no longer", protected("2025-01-01", "2025-12-31"), nil, map[string]string{"A": "complaints proposed"}},
		{"TM15: new hires on probation are on no list", trial, nil, map[string]string{}},
	} {
		t.Run(c.it, func(t *testing.T) {
			assert.Equal(t, c.want, candidates(t, inARow(t, reworded(t, c.words...), c.month)[0]))
		})
	}
}
