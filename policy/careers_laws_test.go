package policy

import (
	"bytes"
	"context"
	"fmt"
	"iter"
	"slices"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/cspay/cspay/rank"
	"github.com/cspay/cspay/scoring/facts"
)

// genCareers draws a policy with rules across months: lengths, gaps and edges.
func genCareers(t *rapid.T) *Policy {
	doc, err := Load(strings.NewReader(strings.Replace(careerPolicy, "  exam: {unit", "  mark: {unit: points, better: higher, missing: zero}\n  exam: {unit", 1)))
	require.NoError(t, err)
	d := doc.Document()
	for i := range d.Streaks {
		s := &d.Streaks[i]
		s.Months = rapid.IntRange(1, 3).Draw(t, "months")
		s.Again = rapid.SampledFrom([]rank.Again{"", rank.Restart, rank.Each}).Draw(t, "again")
		gap := func(label string) rank.Gap {
			return rapid.SampledFrom([]rank.Gap{"", rank.Breaks, rank.Pauses, rank.Counts}).Draw(t, label)
		}
		s.Missing, s.Leave, s.Probation, s.Unranked = gap("missing"), gap("leave"), gap("probation"), gap("unranked")
	}
	d.Streaks[0].When[0].Last = rapid.SampledFrom([]facts.Edge{facts.Sole, facts.AnyTied}).Draw(t, "edge")
	d.Rankings[0].Within = rapid.SampledFrom([]facts.Attribute{"", facts.ByTeam}).Draw(t, "within")
	d.Ladder.Promotion.Windows = []int{3, 6, 9}
	d.Ladder.Promotion.AfterMove = rapid.SampledFrom([]rank.Clock{"", rank.ClockContinues}).Draw(t, "clock")
	d.ImprovementPlans[0].Months = rapid.Ptr(rapid.IntRange(1, 2), true).Draw(t, "plan")
	d.ImprovementPlans[0].Extensions = rapid.Ptr(rapid.IntRange(0, 1), true).Draw(t, "extensions")
	if rapid.Bool().Draw(t, "after plan") {
		d.Eliminations[0].AfterPlan = "coaching"
	}
	return mustNew(t, d)
}

// genCareerMonth draws a month of agents who come and go. The decisions are on
// what an earlier result left open.
func genCareerMonth(t *rapid.T, p facts.Period, last *Result) facts.Month {
	m := facts.Month{Period: p}
	for i := range 5 {
		id := fmt.Sprintf("agent-%d", i)
		if rapid.IntRange(0, 9).Draw(t, "gone") == 0 {
			continue
		}
		a := person(id, "sales", rapid.IntRange(1, 3).Draw(t, "sales"), "mark", rapid.SampledFrom([]int{50, 70}).Draw(t, "mark"))
		a.Team = rapid.SampledFrom([]string{"red", "red", "blue"}).Draw(t, "team")
		switch rapid.IntRange(0, 7).Draw(t, "what") {
		case 0:
			a = away(p.String(), a)
		case 1:
			a.Status = facts.Probation
		case 2:
			a.Values["absent"] = decimal.New(1, 0)
		case 3:
			a.Protected = []facts.Span{{From: p.Last()}}
		default:
			a.Values["exam"] = decimal.New(rapid.Int64Range(58, 61).Draw(t, "exam"), 0)
		}
		for k := range rapid.SampledFrom([]int{0, 0, 0, 1, 10}).Draw(t, "complaints") {
			m.Events = append(m.Events, facts.Event{
				ID: fmt.Sprint(id, "c", k), Agent: id, Kind: "peer_complaint", Date: p.First(), Reporter: fmt.Sprint("r", k%4),
			})
		}
		m.Agents = append(m.Agents, a)
	}
	if last != nil {
		genDecisions(t, &m, last)
	}
	return m
}

func genDecisions(t *rapid.T, m *facts.Month, last *Result) {
	h := last.History()
	for i := range m.Agents {
		_, r, _ := book{h}.Latest(m.Period, m.Agents[i].ID)
		moved := false
		for _, p := range r.Proposals {
			outcome := rapid.SampledFrom([]facts.Outcome{"", facts.Accepted, facts.TurnedDown}).Draw(t, "outcome")
			if outcome == "" || outcome == facts.Accepted && p.To != "" && moved {
				continue
			}
			moved = moved || outcome == facts.Accepted && p.To != ""
			m.Decisions = append(m.Decisions, decision(m.Agents[i].ID, p.Clause, outcome, m.Period.First()))
		}
	}
}

// genYear draws a career of months and closes it in one run.
func genYear(t *rapid.T) (*Policy, []facts.Month, []*Result) {
	p := genCareers(t)
	var months []facts.Month
	var results []*Result
	var last *Result
	h := History{}
	at := facts.Period(rapid.IntRange(1510, 1521).Draw(t, "from")) // over the end of a year
	for range rapid.IntRange(2, 9).Draw(t, "months") {
		m := genCareerMonth(t, at, last)
		last = mustClose(t, p, m, h)
		h = last.History()
		months, results = append(months, m), append(results, last)
		at += facts.Period(rapid.SampledFrom([]int{1, 1, 1, 1, 1, 2}).Draw(t, "step"))
	}
	return p, months, results
}

func seqOf(months []facts.Month) iter.Seq2[facts.Month, error] {
	return func(yield func(facts.Month, error) bool) {
		for _, m := range months {
			if !yield(m, nil) {
				return
			}
		}
	}
}

func TestLawCareersDoNotDependOnHowTheMonthsAreSplit(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, months, want := genYear(t)
		cut := rapid.IntRange(0, len(months)).Draw(t, "cut")
		h := History{}
		i := 0
		for _, part := range [][]facts.Month{months[:cut], months[cut:]} {
			for r, err := range p.CloseMonths(context.Background(), seqOf(part), h) {
				require.NoError(t, err)
				assert.Equal(t, written(t, want[i]), written(t, r), "month %d", i)
				i++
				if i == cut {
					h = throughJSON(t, r.History())
				}
			}
		}
		assert.Equal(t, len(months), i)
	})
}

func TestLawRenamingAgentsOnlyRenames(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, months, want := genYear(t)
		rename := strings.NewReplacer("agent-", "person-0") // in the same order
		h := History{}
		for i, m := range months {
			m = clone(m)
			for k := range m.Agents {
				m.Agents[k].ID = rename.Replace(m.Agents[k].ID)
			}
			for k := range m.Events {
				m.Events[k].ID, m.Events[k].Agent = rename.Replace(m.Events[k].ID), rename.Replace(m.Events[k].Agent)
			}
			for k := range m.Decisions {
				m.Decisions[k].Agent = rename.Replace(m.Decisions[k].Agent)
			}
			r := mustClose(t, p, m, h)
			h = r.History()
			assert.Equal(t, rename.Replace(written(t, want[i])), written(t, r), "month %d", i)
		}
	})
}

func TestLawClosingAMonthOfACareerAgainIsIdentical(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, months, want := genYear(t)
		at := rapid.IntRange(0, len(months)-1).Draw(t, "at")
		h := History{}
		if at > 0 {
			h = want[at-1].History()
		}
		var before bytes.Buffer
		require.NoError(t, h.Write(&before))
		m := shuffle(t, months[at])
		m.Decisions = rapid.Permutation(m.Decisions).Draw(t, "decisions")
		assert.Equal(t, written(t, want[at]), written(t, mustClose(t, p, m, h)))
		var after bytes.Buffer
		require.NoError(t, h.Write(&after))
		assert.Equal(t, before.String(), after.String(), "closed months are never rewritten")
		if at > 0 {
			all := want[at].History()
			assert.Equal(t, want[at-1].History().Months, all.Months[:len(all.Months)-1])
		}
	})
}

// TestLawStreaksAreAsCountedForward holds the walk back over the history
// against a count that goes forward, month by month.
func TestLawStreaksAreAsCountedForward(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, _, results := genYear(t)
		doc := p.Document()
		for _, s := range doc.Streaks {
			ref, ok := p.schema.Lookup(s.ID + ".months")
			require.True(t, ok)
			for i := range 5 {
				id := fmt.Sprintf("agent-%d", i)
				count := forward{doc: s}
				for at := results[0].Period(); at <= results[len(results)-1].Period(); at++ {
					k := slices.IndexFunc(results, func(r *Result) bool { return r.Period() == at })
					if k < 0 {
						count.missing()
						continue
					}
					row, there := results[k].t.Row(id)
					if !there {
						count.missing()
						continue
					}
					r := results[k].findings.Record(row)
					at := slices.IndexFunc(r.Marks, func(m rank.Mark) bool { return m.Streak == s.ID })
					count.known(r.Marks[at])
					assert.Equal(t, int64(count.length), results[k].t.At(ref, row).Num, "%s of %s in %s", s.ID, id, results[k].Period())
				}
			}
		}
	})
}

// forward counts a streak month by month.
type forward struct {
	doc    rank.Streak
	length int
	joined int  // months of which nothing is known, which count when the next known one goes on
	alive  bool // an earlier known month did not break it
}

func (f *forward) missing() {
	switch f.doc.Missing {
	case rank.Counts:
		f.joined++
	case rank.Pauses:
	default:
		*f = forward{doc: f.doc}
	}
}

func (f *forward) known(m rank.Mark) {
	gap := rank.Gap("")
	switch {
	case m.Status == rank.OnLeave:
		gap = f.doc.Leave
	case m.Status == rank.OnProbation && f.doc.Probation != rank.Counts:
		gap = f.doc.Probation
	case m.Held:
		gap = rank.Counts
	case m.Unranked:
		gap = f.doc.Unranked
	}
	switch gap {
	case rank.Counts, rank.Pauses:
		if f.alive {
			f.length += f.joined
		}
		if gap == rank.Counts {
			f.length++
		}
		f.joined, f.alive = 0, true
	default:
		*f = forward{doc: f.doc}
	}
}
