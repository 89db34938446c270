package ladder

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/policy"
	"github.com/cspay/cspay/scoring/facts"
)

// moves are those of a result by agent: the step, why and its state.
func moves(t *testing.T, r *policy.Result) map[string]string {
	t.Helper()
	got := map[string]string{}
	for _, m := range found(t, r).Moves {
		got[m.Agent] = strings.TrimSpace(got[m.Agent] + fmt.Sprintf(" %s-%s %s %s", m.From, m.To, m.Reason, m.State))
	}
	return got
}

// plain is a month of an agent on a level to whom nothing happens but events of
// some kinds.
func plain(t *testing.T, level string, kinds ...string) facts.Month {
	t.Helper()
	m := small(t, settler(t, "A", map[string]string{"dsr": "4.9"}))
	m.Agents[0].Level = level
	happened(t, &m, "A", kinds...)
	return m
}

// plains are months of nothing.
func plains(t *testing.T, level string, n int) []facts.Month {
	t.Helper()
	var months []facts.Month
	for range n {
		months = append(months, plain(t, level))
	}
	return months
}

// decided adds a decision to a month.
func decided(t *testing.T, m *facts.Month, n int, clause string, outcome facts.Outcome) {
	t.Helper()
	m.Decisions = append(m.Decisions, facts.Decision{
		Agent: "A", Clause: clause, Outcome: outcome, Who: "W", Date: date(t, fmt.Sprintf("2026-%02d-03", n)),
	})
}

func TestTM6(t *testing.T) {
	const june, december = 6, 12
	for _, c := range []struct {
		it    string
		level string
		spot  map[int]string // what happens, by month
		want  map[int]map[string]string
	}{
		{
			"TM6: six clean months to June are proposed in June, and shown until somebody decides", "P2", nil,
			map[int]map[string]string{5: {}, june: {"A": "P2-P3 promotion proposed"}, 7: {"A": "P2-P3 promotion open"}, december: {"A": "P2-P3 promotion open"}},
		},
		{
			"TM6: a penalty in January: not in June, clean on 31 July, proposed only in December", "P1",
			map[int]string{1: "admin_penalty"},
			map[int]map[string]string{june: {}, 7: {}, 11: {}, december: {"A": "P1-P2 promotion proposed"}},
		},
		{
			"TM6: a peer complaint in July costs December", "P1",
			map[int]string{1: "major_mistake", 7: "peer_complaint"},
			map[int]map[string]string{june: {}, december: {}},
		},
		{
			"TM6: one in June leaves July to December", "P1",
			map[int]string{june: "peer_complaint"},
			map[int]map[string]string{june: {}, december: {"A": "P1-P2 promotion proposed"}},
		},
		{"TM6: a major mistake in June costs June", "P1", map[int]string{june: "major_mistake"}, map[int]map[string]string{june: {}}},
		{"TM5: nobody stands above P6", "P6", nil, map[int]map[string]string{june: {}, december: {}}},
	} {
		t.Run(c.it, func(t *testing.T) {
			var months []facts.Month
			for n := 1; n <= december; n++ {
				var kinds []string
				if kind := c.spot[n]; kind != "" {
					kinds = append(kinds, kind)
				}
				months = append(months, plain(t, c.level, kinds...))
			}
			results := inARow(t, tm().Policy(t), months...)
			for n, want := range c.want {
				assert.Equal(t, want, moves(t, results[n-1]), "month %d", n)
			}
		})
	}
}

func TestTM6BadReviews(t *testing.T) {
	voted := func(votes ...string) facts.Month {
		m := plain(t, "P1", "bad_review")
		for i, v := range votes {
			m.Ballots = append(m.Ballots, facts.Ballot{
				Topic: "attribution", Event: m.Events[0].ID, Voter: fmt.Sprint("V", i), Role: []string{"supervisor", "qa", "team_lead"}[i], Score: d(v),
			})
		}
		return m
	}
	for _, c := range []struct {
		it    string
		month facts.Month
		want  map[string]string
	}{
		{"TM6: a bad review that is the agent's fault costs the window", voted("1", "1", "0"), map[string]string{}},
		{"TM6: one that is not costs nothing", voted("1", "0", "0"), map[string]string{"A": "P1-P2 promotion proposed"}},
		{"TM6: nor does a tie", voted("1", "0"), map[string]string{"A": "P1-P2 promotion proposed"}},
	} {
		t.Run(c.it, func(t *testing.T) {
			months := append(plains(t, "P1", 5), c.month)
			assert.Equal(t, c.want, moves(t, inARow(t, tm().Policy(t), months...)[5]))
		})
	}
}

func TestTM8(t *testing.T) {
	p := tm().Policy(t)
	t.Run("TM8: posts are competed for in June and in December, and nobody moves in between", func(t *testing.T) {
		months := plains(t, "P2", 12)
		decided(t, &months[6], 7, "ladder.promotion", facts.TurnedDown)
		results := inARow(t, p, months...)
		for n, want := range map[int]map[string]string{
			6: {"A": "P2-P3 promotion proposed"}, 7: {"A": "P2-P3 promotion rejected"}, 8: {}, 11: {}, 12: {"A": "P2-P3 promotion proposed"},
		} {
			assert.Equal(t, want, moves(t, results[n-1]), "month %d", n)
		}
	})
	t.Run("TM8: who is promoted in July has six months of the new level in December", func(t *testing.T) {
		months := plains(t, "P2", 12)
		decided(t, &months[6], 7, "ladder.promotion", facts.Accepted)
		results := inARow(t, p, months...)
		for n, want := range map[int]string{6: "P2", 7: "P3", 12: "P3"} {
			assert.Equal(t, want, found(t, results[n-1]).Levels["A"], "month %d", n)
		}
		assert.Equal(t, map[string]string{"A": "P3-P4 promotion proposed"}, moves(t, results[11]))
	})
	t.Run("TM8: in August there are five", func(t *testing.T) {
		months := plains(t, "P2", 12)
		decided(t, &months[7], 8, "ladder.promotion", facts.Accepted)
		assert.Empty(t, moves(t, inARow(t, p, months...)[11]))
	})
	t.Run("TM8: a decision about nothing that was proposed is refused", func(t *testing.T) {
		m := plain(t, "P2")
		decided(t, &m, 6, "ladder.promotion", facts.Accepted)
		_, err := p.Close(m, policy.History{})
		require.ErrorIs(t, err, facts.CodeDecision)
	})
}

func TestTM5(t *testing.T) {
	p := tm().Policy(t)
	for level, want := range map[string]string{"P1": "0.00", "P2": "150.00", "P3": "300.00", "P4": "500.00", "P5": "800.00", "P6": "1200.00", "": "0.00"} {
		r := inARow(t, p, plain(t, level))[0]
		assert.Equal(t, want, paid(t, r, "A", "level_pay"), "TM5: pay of %q", level)
	}
	honours := map[string]string{}
	for _, l := range p.Document().Ladder.Levels {
		if l.Honour {
			honours[l.ID] = l.Name.ZH
		}
	}
	assert.Equal(t, map[string]string{"P3": "高级客服", "P4": "银牌客服", "P5": "金牌客服", "P6": "至尊VIP客服"}, honours, "TM5: honours from P3 on")
}

// hire is a month of a new hire with events of some kinds.
func hire(t *testing.T, kinds ...string) facts.Month {
	t.Helper()
	m := plain(t, "", kinds...)
	m.Agents[0].Status, m.Agents[0].Regular = facts.Probation, 0
	m.Agents[0].Hired = date(t, "2025-12-22") // training to 18 January, mentoring to 15 February, then a week each
	return m
}

func TestTM15(t *testing.T) {
	slow := hire(t)
	slow.Agents[0].Values["typing_speed"] = d("59.9")
	enough := hire(t)
	enough.Agents[0].Values["typing_speed"] = d("60")
	protected := hire(t, "weekly_exam_failed")
	protected.Agents[0].Protected = []facts.Span{{From: date(t, "2026-01-01")}}
	for _, c := range []struct {
		it     string
		months []facts.Month
		want   map[string]string
	}{
		{"TM15: a weekly exam failed in the four weeks", []facts.Month{hire(t, "weekly_exam_failed")}, map[string]string{"A": "training proposed"}},
		{"TM15: after them nobody asks", []facts.Month{hire(t), hire(t, "weekly_exam_failed")}, map[string]string{}},
		{"TM15: the mentoring is not passed", []facts.Month{hire(t), hire(t, "mentor_failed")}, map[string]string{"A": "mentoring proposed"}},
		{"TM15: 59.9 in the week of typing", []facts.Month{hire(t), slow}, map[string]string{"A": "typing proposed"}},
		{"TM15: 60 passes", []facts.Month{hire(t), enough}, map[string]string{}},
		{"TM15: fewer than three days in the warehouse", []facts.Month{hire(t), hire(t, "warehouse_missed")}, map[string]string{"A": "warehouse proposed"}},
		{"TM15: who the law protects is exempt", []facts.Month{protected}, map[string]string{"A": "training exempt"}},
		{"TM15: the gate asks nothing of who came long ago", []facts.Month{plain(t, "", "weekly_exam_failed", "mentor_failed", "warehouse_missed")}, map[string]string{}},
	} {
		t.Run(c.it, func(t *testing.T) {
			results := inARow(t, tm().Policy(t), c.months...)
			last := results[len(results)-1]
			assert.Equal(t, c.want, candidates(t, last))
			slip, ok := last.Slip("A")
			require.True(t, ok)
			if last.Period() == date(t, "2026-01-01").Period() && len(c.want) > 0 {
				assert.Zero(t, slip.PlaceIn("by_score"), "TM15: new hires are not ranked")
			}
		})
	}
}
