package policy

import (
	"bytes"
	"context"
	"fmt"
	"iter"
	"sync"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

func mustNew(t *rapid.T, doc Document) *Policy {
	p, err := New(doc)
	require.NoError(t, err)
	return p
}

func mustClose(t tester, p *Policy, m facts.Month, h History) *Result {
	t.Helper()
	r, err := p.Close(m, h)
	require.NoError(t, err)
	return r
}

// written is everything a result writes.
func written(t tester, r *Result) string {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, r.WriteJSON(&b))
	require.NoError(t, r.History().Write(&b))
	return b.String()
}

func TestLawLinesAddUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		addsUp(t, mustClose(t, mustNew(t, genPolicy(t, false)), genMonth(t), History{}))
	})
}

func TestLawTheOrderOfFactsChangesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, m := mustNew(t, genPolicy(t, false)), genMonth(t)
		assert.Equal(t, written(t, mustClose(t, p, m, History{})), written(t, mustClose(t, p, shuffle(t, m), History{})))
	})
}

func TestLawThePolicyReadsBackAndClosesTheSame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, m := mustNew(t, genPolicy(t, false)), genMonth(t)
		want := written(t, mustClose(t, p, m, History{}))
		var b bytes.Buffer
		require.NoError(t, p.WriteYAML(&b))
		again, err := Load(&b)
		require.NoError(t, err)
		assert.Equal(t, want, written(t, mustClose(t, again, m, History{})))
	})
}

// netOf is what an item pays an agent after its losses.
func netOf(t tester, r *Result, agent, item string) decimal.Decimal {
	slip, ok := r.Slip(agent)
	require.True(t, ok)
	sum := decimal.Decimal{}
	for _, l := range slip.Lines() {
		if l.Item == item {
			sum = sum.Add(l.Amount)
		}
	}
	return sum
}

// genMonthOf draws a month whose events are all of some kinds, most of them
// one agent's, and that month with one more such event of the agent.
func genMonthOf(t *rapid.T, kinds ...string) (m, more facts.Month, agent string) {
	m = genMonth(t)
	a := rapid.SampledFrom(m.Agents).Draw(t, "whose")
	// Few days, so that several events meet on one of them.
	event := func(id string) facts.Event {
		on := m.Period.Last() - facts.Date(rapid.IntRange(0, 2).Draw(t, "on"))
		return facts.Event{ID: id, Agent: a.ID, Date: max(on, a.Hired), Kind: rapid.SampledFrom(kinds).Draw(t, "what")}
	}
	for i := range m.Events {
		m.Events[i].Kind = rapid.SampledFrom(kinds).Draw(t, "kind")
	}
	for i := range rapid.IntRange(0, 4).Draw(t, "others") {
		m.Events = append(m.Events, event(fmt.Sprint("own", i)))
	}
	more = clone(m)
	more.Events = append(more.Events, event("z-one-more"))
	return m, more, a.ID
}

func TestLawMoreBadReviewsNeverScoreMore(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := mustNew(t, genPolicy(t, false))
		m, more, agent := genMonthOf(t, "bad_review")
		before := mustClose(t, p, m, History{})
		after := mustClose(t, p, more, History{})
		was, _ := before.Slip(agent)
		is, _ := after.Slip(agent)
		require.Equal(t, was.Scored(), is.Scored())
		assert.LessOrEqual(t, is.Score().Cmp(was.Score()), 0, "%s after %s", is.Score().StringFixed(2), was.Score().StringFixed(2))
		for other := range before.Slips() {
			if slip, _ := after.Slip(other.Agent()); other.Agent() != agent {
				assert.Equal(t, other.Score().StringFixed(2), slip.Score().StringFixed(2), "nobody else's score moves")
			}
		}
	})
}

func TestLawMoreFaultsNeverPayMoreOfThePool(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		doc := genPolicy(t, false)
		doc.Pay.Items = lawItems()
		p := mustNew(t, doc)
		m, more, agent := genMonthOf(t, "late", "rude")
		before := mustClose(t, p, m, History{})
		after := mustClose(t, p, more, History{})
		for _, item := range []string{"pool", "fund"} {
			was, is := netOf(t, before, agent, item), netOf(t, after, agent, item)
			assert.LessOrEqual(t, is.Cmp(was), 0, item)
			assert.GreaterOrEqual(t, is.Sign(), 0, item)
		}
	})
}

func TestLawClosingAgainGivesTheSameBytes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, m := mustNew(t, genPolicy(t, false)), genMonth(t)
		first := mustClose(t, p, m, History{})
		want := written(t, first)
		h := first.History()
		// The history has been stored and read again since.
		var b bytes.Buffer
		require.NoError(t, h.Write(&b))
		stored, err := ReadHistory(&b)
		require.NoError(t, err)
		next := facts.Month{Period: m.Period + 1, Agents: clone(m.Agents)}
		for i := range next.Agents {
			next.Agents[i].Days, next.Agents[i].Leave = nil, nil
		}
		second := written(t, mustClose(t, p, next, h))
		assert.Equal(t, second, written(t, mustClose(t, p, next, h)))
		assert.Equal(t, second, written(t, mustClose(t, p, next, stored)))
		assert.Equal(t, want, written(t, first), "later months change no result")
		_, err = p.Close(m, h)
		require.ErrorIs(t, err, facts.CodeHistory, "a month is closed once")
	})
}

func TestLawGroupsCloseAsTheWhole(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, m := mustNew(t, genPolicy(t, true)), genMonth(t)
		teams := []string{"red", "blue"}
		groups := func(yield func(facts.Month, error) bool) {
			for _, team := range teams {
				if !yield(ofTeam(m, team), nil) {
					return
				}
			}
		}
		slips := map[string]string{}
		i := 0
		for r, err := range p.CloseEach(context.Background(), iter.Seq2[facts.Month, error](groups), History{}) {
			require.NoError(t, err)
			assert.Equal(t, written(t, mustClose(t, p, ofTeam(m, teams[i]), History{})), written(t, r))
			for s := range r.Slips() {
				text, err := s.MarshalJSON()
				require.NoError(t, err)
				slips[s.Agent()] = string(text)
			}
			i++
		}
		require.Equal(t, len(teams), i)
		whole := mustClose(t, p, m, History{})
		require.Equal(t, len(slips), whole.Len())
		for s := range whole.Slips() {
			text, err := s.MarshalJSON()
			require.NoError(t, err)
			assert.Equal(t, slips[s.Agent()], string(text))
		}
	})
}

// spoil changes everything in a month that can be changed in place.
func spoil(m facts.Month) {
	for i := range m.Agents {
		a := &m.Agents[i]
		for _, d := range a.Days {
			clear(d.Values)
		}
		clear(a.Values)
		clear(a.Leave)
		clear(a.Days)
		*a = facts.Agent{ID: "X"}
	}
	for i := range m.Events {
		clear(m.Events[i].Silent)
		m.Events[i] = facts.Event{}
	}
	for i := range m.Chats {
		clear(m.Chats[i].Items)
		if passed := m.Chats[i].Transferred; passed != nil {
			*passed = !*passed
		}
		m.Chats[i] = facts.Chat{}
	}
	clear(m.Exclusions)
}

func TestLawAResultOwnsWhatItTells(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, m := mustNew(t, genPolicy(t, false)), genMonth(t)
		kept := clone(m)
		earlier := clone(facts.Month{Period: m.Period - 1, Agents: m.Agents})
		for i := range earlier.Agents {
			earlier.Agents[i].Days, earlier.Agents[i].Leave = nil, nil
		}
		h := mustClose(t, p, earlier, History{}).History()
		r := mustClose(t, p, m, h)
		assert.Equal(t, kept, m, "closing changes no facts")
		want := written(t, r)
		told := tell(r)
		spoil(m)
		h.Months[0] = HistoryMonth{Period: 1}
		got := r.History()
		for _, month := range got.Months {
			month.Agents[0].Places["by_score"], month.Agents[0].Balances["purse"] = decimal.New(99, 0), dec("99")
			month.Agents[0].ID = "X"
		}
		assert.Equal(t, want, written(t, r))
		assert.Equal(t, told, tell(r))
	})
}

// tell is every explanation of a result, in one text.
func tell(r *Result) string {
	var b bytes.Buffer
	for s := range r.Slips() {
		s.Explain().Walk(func(_ int, step explain.Step) {
			b.WriteString(step.Clause + " " + step.Sentence(explain.English) + "\n")
		})
	}
	return b.String()
}

func TestLawOnePolicyClosesForManyAtOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := mustNew(t, genPolicy(t, false))
		months := []facts.Month{genMonth(t), genMonth(t)}
		want := []string{
			written(t, mustClose(t, p, months[0], History{})),
			written(t, mustClose(t, p, months[1], History{})),
		}
		got := make([]string, 8)
		var wait sync.WaitGroup
		for i := range got {
			wait.Go(func() {
				r, err := p.Close(months[i%2], History{})
				if err != nil {
					return
				}
				var b bytes.Buffer
				if r.WriteJSON(&b) == nil && r.History().Write(&b) == nil && tell(r) != "" {
					got[i] = b.String()
				}
			})
		}
		wait.Wait()
		for i, text := range got {
			assert.Equal(t, want[i%2], text)
		}
	})
}
