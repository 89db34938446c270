package policy

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/rank"
	"github.com/cspay/cspay/scoring/facts"
)

// clean closes clean months of the agents up to one.
func (c *career) clean(from, until string, ids ...string) *Result {
	c.t.Helper()
	var r *Result
	for p := period(from); p <= period(until); p++ {
		m := facts.Month{Period: p}
		for _, id := range ids {
			m.Agents = append(m.Agents, person(id))
		}
		r = c.close(m)
	}
	return r
}

func TestAMoveTakesEffectByADecisionOnly(t *testing.T) {
	day := period("2026-07").First() + 2
	cases := []struct {
		it       string
		decide   []facts.Decision
		move     string
		level    string
		after    string // the moves of August
		clock    string
		december string
	}{
		{"nobody decides", nil, "A1 P1>P2 promotion open", "P1", "A1 P1>P2 promotion open", "", "A1 P1>P2 promotion open"},
		{
			"accepted",
			[]facts.Decision{decision("A1", "ladder.promotion", facts.Accepted, day)},
			"A1 P1>P2 promotion effective", "P2", "", "2026-07", "A1 P2>P3 promotion proposed",
		},
		{
			"turned down, and proposed again in the next window",
			[]facts.Decision{decision("A1", "ladder.promotion", facts.TurnedDown, day)},
			"A1 P1>P2 promotion rejected", "P1", "", "", "A1 P1>P2 promotion proposed",
		},
	}
	for _, tt := range cases {
		t.Run(tt.it, func(t *testing.T) {
			c := newCareer(t, careerPolicy)
			c.clean("2026-01", "2026-06", "A1")
			july := c.close(facts.Month{Period: period("2026-07"), Agents: []facts.Agent{person("A1")}, Decisions: tt.decide})
			assert.Equal(t, tt.move, strings.Join(movesOf(july), "; "))
			assert.Equal(t, tt.level, july.History().Months[6].Agents[0].Level)
			assert.Equal(t, tt.clock, july.Progress()[0].Clock.String())
			for _, m := range july.Moves() {
				if len(tt.decide) > 0 {
					require.NotNil(t, m.Decision)
					assert.Equal(t, "M1", m.Decision.Who)
				}
			}
			assert.Equal(t, tt.after, strings.Join(movesOf(c.clean("2026-08", "2026-08", "A1")), "; "))
			assert.Equal(t, tt.december, strings.Join(movesOf(c.clean("2026-09", "2026-12", "A1")), "; "))
		})
	}
}

func TestTheClockStartsAgainWithAMove(t *testing.T) {
	for _, tt := range []struct{ it, change, december string }{
		{"it restarts: August to December are five months", "windows: [6, 12]", ""},
		{"it continues: the months before the move count too", "windows: [6, 12], after_move: continues", "A1 P2>P3 promotion proposed"},
	} {
		t.Run("TM6: "+tt.it, func(t *testing.T) {
			c := newCareer(t, careerPolicy, "promotion: {requires", "promotion: {"+tt.change+", requires")
			c.clean("2026-01", "2026-07", "A1")
			c.close(facts.Month{Period: period("2026-08"), Agents: []facts.Agent{person("A1")}, Decisions: []facts.Decision{
				decision("A1", "ladder.promotion", facts.Accepted, period("2026-08").First()),
			}})
			assert.Equal(t, tt.december, strings.Join(movesOf(c.clean("2026-09", "2026-12", "A1")), "; "))
		})
	}
}

func TestOpenMovesLapseWithTheirLevel(t *testing.T) {
	c := newCareer(t, careerPolicy)
	failing := func(p string, decisions ...facts.Decision) *Result {
		a := person("A1", "exam", 10)
		a.Level = "P2"
		if c.h.Months != nil {
			a.Level = ""
		}
		return c.close(facts.Month{Period: period(p), Agents: []facts.Agent{a}, Decisions: decisions})
	}
	for i := 1; i <= 5; i++ {
		failing(fmt.Sprintf("2026-%02d", i))
	}
	june := failing("2026-06")
	assert.Equal(t, []string{"A1 P2>P1 exam open", "A1 P2>P3 promotion proposed"}, movesOf(june), "the second hit adds nothing")
	first := period("2026-07").First()

	c2 := *c
	july := failing("2026-07", decision("A1", "ladder.demotions.exam", facts.Accepted, first))
	assert.Equal(t, []string{"A1 P2>P1 exam effective", "A1 P2>P3 promotion lapsed"}, movesOf(july))
	august := failing("2026-08")
	assert.Empty(t, movesOf(august))
	assert.Equal(t, "P1", august.Progress()[0].Level)
	_, err := c.p.Close(facts.Month{Period: period("2026-09"), Agents: []facts.Agent{person("A1")}, Decisions: []facts.Decision{
		decision("A1", "ladder.promotion", facts.Accepted, first),
	}}, c.h)
	require.ErrorIs(t, err, facts.CodeDecision)

	_, err = c2.p.Close(facts.Month{Period: period("2026-07"), Agents: []facts.Agent{person("A1")}, Decisions: []facts.Decision{
		decision("A1", "ladder.demotions.exam", facts.Accepted, first), decision("A1", "ladder.promotion", facts.Accepted, first),
	}}, c2.h)
	refused(t, err, spot{code: facts.CodeDecision, agent: "A1"})
}

// TestDecisionsAreCheckedAllAtOnce is about decisions of every fault.
func TestDecisionsAreCheckedAllAtOnce(t *testing.T) {
	c := newCareer(t, careerPolicy)
	c.clean("2026-01", "2026-06", "A1", "A2")
	m := facts.Month{Period: period("2026-07"), Agents: []facts.Agent{person("A1"), person("A2")}, Decisions: []facts.Decision{
		{Agent: "A1", Clause: "ladder.promotion"},
		decision("A1", "ladder.promotion", facts.Accepted, period("2026-07").First()),
		decision("A2", "ladder.promotion", "perhaps", period("2026-08").First()),
		decision("A2", "eliminations.last_place", facts.Accepted, period("2026-07").First()),
		decision("A9", "ladder.promotion", facts.Accepted, period("2026-07").First()),
	}}
	_, err := c.p.Close(m, c.h)
	var list Problems
	require.ErrorAs(t, err, &list)
	var found []string
	for _, p := range list {
		found = append(found, string(p.Code)+" "+p.Path)
	}
	assert.Equal(t, []string{
		"shape.required decisions[0].date", "shape.required decisions[0].outcome", "shape.required decisions[0].who",
		"id.duplicate decisions[1]", "date.outside_month decisions[2].date", "word.unknown decisions[2].outcome",
		"decision.unknown decisions[3].clause", "agent.unknown decisions[4].agent",
	}, found)

	early := facts.Month{Period: period("2026-07"), Agents: []facts.Agent{person("A1"), person("A2")}, Decisions: []facts.Decision{
		decision("A1", "ladder.promotion", facts.Accepted, period("2026-05").Last()),
	}}
	_, err = c.p.Close(early, c.h)
	require.ErrorIs(t, err, facts.CodeDateOrder)
	early.Decisions[0].Date = period("2026-06").First()
	_, err = c.p.Close(early, c.h)
	require.NoError(t, err)

	without, err := Load(strings.NewReader(smallPolicy))
	require.NoError(t, err)
	month := smallMonth()
	month.Decisions = []facts.Decision{decision("A1", "ladder.promotion", facts.Accepted, month.Period.First())}
	_, err = without.Close(month, History{})
	require.ErrorIs(t, err, facts.CodeDecision, "a policy without rules across months has nothing to decide")
}

func TestLevels(t *testing.T) {
	closed := func(t *testing.T, h History, a facts.Agent) (*Result, error) {
		t.Helper()
		return newCareer(t, careerPolicy).p.Close(facts.Month{Period: period("2026-02"), Agents: []facts.Agent{a}}, h)
	}
	at := func(level string) History {
		return History{Months: []HistoryMonth{{Period: period("2026-01"), Agents: []HistoryAgent{{ID: "A1", Level: level}}}}}
	}
	with := func(level string, later ...facts.Membership) facts.Agent {
		a := person("A1")
		a.Level, a.Memberships = level, later
		return a
	}
	middle := period("2026-02").First() + 14
	cases := []struct {
		it      string
		history string
		agent   facts.Agent
		level   string
		warned  []string
		code    facts.Code
	}{
		{it: "nobody says: the lowest", agent: with(""), level: "P1"},
		{it: "the roster says it for a first month", agent: with("P2"), level: "P2"},
		{it: "a change within a first month counts", agent: with("P1", facts.Membership{From: middle, Level: "P3"}), level: "P3"},
		{it: "the history says it", history: "P3", agent: with(""), level: "P3"},
		{it: "the history stands before the roster", history: "P3", agent: with("P1"), level: "P3", warned: []string{"agents[0].level"}},
		{it: "and before a change within the month", history: "P3", agent: with("P3", facts.Membership{From: middle, Level: "P1", Role: "x"}), level: "P3", warned: []string{"agents[0].memberships[0].level"}},
		{it: "a level that the ladder has no more is the roster's to say", history: "S3", agent: with("P2"), level: "P2"},
		{it: "and a problem where the roster does not", history: "S3", agent: with(""), code: facts.CodeNameUnknown},
		{it: "an unknown level", agent: with("P9"), code: facts.CodeNameUnknown},
	}
	for _, tt := range cases {
		t.Run("TM5: "+tt.it, func(t *testing.T) {
			h := History{}
			if tt.history != "" {
				h = at(tt.history)
			}
			r, err := closed(t, h, tt.agent)
			if tt.code != "" {
				refused(t, err, spot{code: tt.code, agent: "A1"})
				return
			}
			require.NoError(t, err)
			assert.Equal(t, tt.level, r.Progress()[0].Level)
			var warned []string
			for _, w := range r.Warnings() {
				assert.Equal(t, facts.CodeLevelDiffers, w.Code)
				warned = append(warned, w.Path)
			}
			assert.Equal(t, tt.warned, warned)
		})
	}
}

func TestTM5TheLevelPays(t *testing.T) {
	c := newCareer(t, careerPolicy, "levels: [{id: P1}, {id: P2},", "levels: [{id: P1, pay: 100}, {id: P2, pay: 250.5},",
		"improvement_plans:", "pay:\n  - {id: grade, base_pay: {metric: level.pay, basis: calendar}}\nimprovement_plans:")
	for level, want := range map[string]string{"P1": "100.00", "P2": "250.50", "P3": "0.00"} {
		a := person("A1")
		a.Level = level
		r, err := c.p.Close(facts.Month{Period: period("2026-02"), Agents: []facts.Agent{a}}, History{})
		require.NoError(t, err)
		slip, _ := r.Slip("A1")
		assert.Equal(t, want, slip.Total().StringFixed(2), level)
	}
}

func TestThereIsNothingAboveTheHighestLevel(t *testing.T) {
	c := newCareer(t, careerPolicy)
	c.h = History{Months: []HistoryMonth{{Period: period("2025-12"), Agents: []HistoryAgent{{ID: "A1", Level: "P3"}}}}}
	r := c.clean("2026-01", "2026-06", "A1")
	assert.Empty(t, r.Moves())
	assert.Equal(t, []rank.Progress{{Agent: "A1", Level: "P3"}}, r.Progress())
}
