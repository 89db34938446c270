package columns_test

import (
	"cmp"
	"fmt"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// genInspection draws an inspection with two sources and four errors.
func genInspection(t *rapid.T) facts.Inspection {
	q := quality()
	q.Items["late"], q.Items["cold"] = d("33.34"), d("33.33")
	q.Escalation = &facts.Escalation{
		At:     rapid.IntRange(2, 5).Draw(t, "at"),
		Scope:  rapid.SampledFrom([]facts.Scope{"", facts.SameItem, facts.AnyItem}).Draw(t, "scope"),
		Window: rapid.SampledFrom([]facts.Window{"", facts.MonthWindow, facts.WeekWindow, facts.DayWindow}).Draw(t, "window"),
	}
	return q
}

// genChats draws a month of chats of two agents.
func genChats(t *rapid.T) facts.Month {
	var chats []facts.Chat
	words := []string{"insult", "phrase", "vague", "late", "cold"}
	for i := range rapid.IntRange(0, 25).Draw(t, "chats") {
		ch := found(rapid.SampledFrom([]string{"random", "complaint"}).Draw(t, "source"), rapid.IntRange(10, 20).Draw(t, "day"))
		ch.ID = fmt.Sprintf("C%02d", i)
		ch.Agent = rapid.SampledFrom([]string{"A01", "A02"}).Draw(t, "agent")
		ch.Items = rapid.SliceOfNDistinct(rapid.SampledFrom(words[min(1, i%5):]), 0, 3, rapid.ID).Draw(t, "errors")
		if looked := rapid.IntRange(0, 2).Draw(t, "looked"); looked > 0 {
			passed := looked == 1
			ch.Transferred = &passed
		}
		chats = append(chats, ch)
	}
	m := inspectedMonth(chats...)
	m.Agents[0].Days = []facts.Day{{Date: day(10)}, {Date: day(11)}, {Date: day(12)}}
	m.Agents[1].Days = []facts.Day{{Date: day(15)}}
	return m
}

// everyFigure writes all figures of both agents, and how they are told.
func everyFigure(t *testing.T, s *columns.Schema, m facts.Month) []string {
	t.Helper()
	table := build(t, s, m)
	var out []string
	for row, agent := range table.IDs {
		for _, figure := range facts.InspectionFigure("").Words() {
			ref, _ := s.Lookup(figure)
			line := agent + " " + figure + " " + read(t, s, table, agent, figure)
			table.Explain(ref, int32(row)).Walk(func(_ int, step explain.Step) { line += "\n" + step.Sentence(explain.English) })
			out = append(out, line)
		}
	}
	return out
}

func TestOrderOfChatsDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		s := figures(t, genInspection(rt))
		m := genChats(rt)
		want := everyFigure(t, s, m)
		m.Chats = rapid.Permutation(m.Chats).Draw(rt, "order of chats")
		for i := range m.Chats {
			m.Chats[i].Items = rapid.Permutation(m.Chats[i].Items).Draw(rt, "order of errors")
		}
		require.Equal(rt, want, everyFigure(t, s, m))
	})
}

// value is an agent's figure as a fraction.
func value(t *testing.T, s *columns.Schema, m facts.Month, agent, name string) columns.Value {
	t.Helper()
	table := build(t, s, m)
	ref, ok := s.Lookup(name)
	require.True(t, ok, name)
	row, _ := table.Row(agent)
	return table.At(ref, row)
}

// TestAnErrorNeverRaisesTheMark adds an error to a chat, also one before
// others that it may make fatal.
func TestAnErrorNeverRaisesTheMark(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		s := figures(t, genInspection(rt))
		m := genChats(rt)
		if len(m.Chats) == 0 {
			return
		}
		ch := &m.Chats[rapid.IntRange(0, len(m.Chats)-1).Draw(rt, "chat")]
		word := rapid.SampledFrom([]string{"insult", "phrase", "vague", "late", "cold"}).Draw(rt, "error")
		if slices.Contains(ch.Items, word) {
			return
		}
		before, fatal := value(t, s, m, ch.Agent, "mark"), value(t, s, m, ch.Agent, "fatal")
		ch.Items = append(ch.Items, word)
		after := value(t, s, m, ch.Agent, "mark")
		require.Equal(rt, before.Den, after.Den, "as many chats as before")
		require.LessOrEqual(rt, after.Num, before.Num)
		require.GreaterOrEqual(rt, value(t, s, m, ch.Agent, "fatal").Num, fatal.Num)
	})
}

// TestAFarEscalationIsNone: where the occurrence is never reached, all is as
// without escalation.
func TestAFarEscalationIsNone(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		q := genInspection(rt)
		q.Escalation.At = 1_000_000_000
		m := genChats(rt)
		far := everyFigure(t, figures(t, q), m)
		q.Escalation = nil
		require.Equal(rt, far, everyFigure(t, figures(t, q), m))
	})
}

// TestSourcesAddUp: what is counted by source is all that is counted, and the
// marks stay between 0 and the full one.
func TestSourcesAddUp(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		s := figures(t, genInspection(rt))
		m := genChats(rt)
		for _, agent := range []string{"A01", "A02"} {
			for _, figure := range []string{"chats", "fatal", "errors"} {
				all := value(t, s, m, agent, figure).Num
				require.Equal(rt, all, value(t, s, m, agent, "random_"+figure).Num+value(t, s, m, agent, "complaint_"+figure).Num)
			}
			if v := value(t, s, m, agent, "mark"); v.State == explain.Known {
				require.GreaterOrEqual(rt, v.Num, int64(0))
				require.LessOrEqual(rt, v.Num, 100_00*v.Den)
			}
		}
	})
}

// TestMarksHaveATwin marks chats a second time, slowly: for each chat, count
// what was before it.
func TestMarksHaveATwin(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		q := genInspection(rt)
		s := figures(t, q)
		m := genChats(rt)
		chats := slices.SortedFunc(slices.Values(m.Chats), func(x, y facts.Chat) int {
			return cmp.Or(cmp.Compare(x.Date, y.Date), cmp.Compare(x.ID, y.ID))
		})
		for _, agent := range []string{"A01", "A02"} {
			marks, fatal := int64(0), int64(0)
			for i, ch := range chats {
				if ch.Agent != agent {
					continue
				}
				mark, dead := twin(q, chats[:i], ch)
				fatal += dead
				weight := int64(2)
				if ch.Source == "complaint" {
					weight = 1
				}
				marks += weight * mark
			}
			require.Equal(rt, fatal, value(t, s, m, agent, "fatal").Num)
			if v := value(t, s, m, agent, "mark"); v.State == explain.Known {
				require.Equal(rt, marks, v.Num)
			}
		}
	})
}

// twin marks a chat, in hundredths of a point, by the chats before it.
func twin(q facts.Inspection, before []facts.Chat, ch facts.Chat) (mark, fatal int64) {
	mark = 100_00
	earlier := 0 // errors of any sort in this chat
	for _, word := range ch.Items {
		if slices.Contains(q.Fatal, word) {
			fatal = 1
			continue
		}
		mark -= q.Items[word].Shift(2).IntPart()
		n := 1
		if q.Escalation.Scope == facts.AnyItem {
			n += earlier
		}
		for _, old := range before {
			if old.Agent != ch.Agent || !together(q.Escalation.Window, old.Date, ch.Date) {
				continue
			}
			for _, w := range old.Items {
				if w == word || q.Escalation.Scope == facts.AnyItem && !slices.Contains(q.Fatal, w) {
					n++
				}
			}
		}
		if n >= q.Escalation.At {
			fatal = 1
		}
		earlier++
	}
	return max(mark, 0) * (1 - fatal), fatal
}

// together reports whether two days are of one window. 5 January 2026 was a
// Monday.
func together(w facts.Window, x, y facts.Date) bool {
	switch w {
	case facts.DayWindow:
		return x == y
	case facts.WeekWindow:
		return (x-day(5)+7)/7 == (y-day(5)+7)/7
	case facts.MonthWindow:
	}
	return true
}

// BenchmarkChats lays out a month of 40 agents with 3 chats on each of 22 days.
func BenchmarkChats(b *testing.B) {
	s := figures(b, quality())
	m := facts.Month{Period: january()}
	for a := range 40 {
		id := fmt.Sprintf("A%02d", a)
		m.Agents = append(m.Agents, facts.Agent{ID: id})
		for n := range 66 {
			ch := facts.Chat{ID: fmt.Sprintf("%s-%02d", id, n), Agent: id, Date: day(1 + n/3), Inspection: "qa", Source: "random"}
			if n%10 == 0 {
				ch.Items = []string{"phrase"}
			}
			m.Chats = append(m.Chats, ch)
		}
	}
	b.ReportAllocs()
	for b.Loop() {
		c := facts.NewFactsCheck()
		s.Build(m, c)
		assert.Empty(b, c.Problems())
	}
}
