package policy

import (
	"iter"

	"github.com/shopspring/decimal"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/internal/fix"
	"github.com/cspay/cspay/payout"
	"github.com/cspay/cspay/rank"
	"github.com/cspay/cspay/scoring"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// Result is a closed month. It owns what it needs: changing the facts
// afterwards changes nothing, and several goroutines may read it.
type Result struct {
	policy   *Policy
	t        *columns.Table
	before   History
	findings *rank.Findings
	warnings Problems
}

// Policy returns the policy that closed the month.
func (r *Result) Policy() *Policy { return r.policy }

// Period returns the month that was closed.
func (r *Result) Period() facts.Period { return r.t.Period }

// Len returns the number of agents.
func (r *Result) Len() int { return r.t.Rows() }

// Warnings returns what is odd about the facts without stopping the close.
func (r *Result) Warnings() Problems { return append(Problems(nil), r.warnings...) }

// History returns the history before the month with the month added.
func (r *Result) History() History {
	h := r.before.with(r.month())
	last := &h.Months[len(h.Months)-1]
	for i := range last.Agents {
		last.Agents[i].cloneCareer() // the findings are the result's own
	}
	return h
}

// Slips yields the slips in byte order of agent ids.
func (r *Result) Slips() iter.Seq[Slip] {
	return func(yield func(Slip) bool) {
		for row := range int32(r.t.Rows()) {
			if !yield(Slip{r, row}) {
				return
			}
		}
	}
}

// Slip returns one agent's slip; ok is false when there is no such agent.
func (r *Result) Slip(agent string) (slip Slip, ok bool) {
	row, ok := r.t.Row(agent)
	if !ok {
		return Slip{}, false
	}
	return Slip{r, row}, true
}

// Slip is one agent's month: score, places, money lines and their sum. The
// zero Slip has no agent, no score, no lines and a total of 0.
type Slip struct {
	r   *Result
	row int32
}

// Agent returns the agent's id.
func (s Slip) Agent() string {
	if s.r == nil {
		return ""
	}
	return s.r.t.IDs[s.row]
}

// Name returns the agent's name as the facts gave it.
func (s Slip) Name() string {
	if s.r == nil {
		return ""
	}
	return s.r.t.Names[s.row]
}

// Attribute returns the agent's team, shop, role, level or status.
func (s Slip) Attribute(a facts.Attribute) string {
	if s.r == nil {
		return ""
	}
	return s.r.t.Attribute(s.row, a)
}

// Scored reports whether the agent has a score: the policy scores and a day
// was worked.
func (s Slip) Scored() bool {
	_, ok := s.score()
	return ok
}

// Score returns the score with two decimals, 0 for an agent without one.
func (s Slip) Score() decimal.Decimal {
	v, _ := s.score()
	return fix.ToDecimal(v, pointScale)
}

func (s Slip) score() (int64, bool) {
	if s.r == nil {
		return 0, false
	}
	ref, ok := s.r.policy.schema.Lookup("score")
	if !ok {
		return 0, false
	}
	v := s.r.t.At(ref, s.row)
	return v.Num, v.State == explain.Known
}

// Grade returns the id of the score's grade, empty where there is none.
func (s Slip) Grade() string { return s.grade().ID }

// GradeName returns the name of the score's grade, or its id in both languages
// where it has no name.
func (s Slip) GradeName() facts.Text { return s.grade().Title() }

func (s Slip) grade() scoring.Grade {
	if s.r == nil {
		return scoring.Grade{}
	}
	g, _ := s.r.policy.scores.Grade(s.r.t, s.row)
	return g
}

// Place returns the place in the policy's standing, or in its first ranking by
// score, 0 when unplaced.
func (s Slip) Place() int {
	if s.r == nil {
		return 0
	}
	return s.PlaceIn(s.r.policy.standing)
}

// Standing returns the place in the policy's standing whichever way it ranks,
// as PlaceValue does.
func (s Slip) Standing() (place decimal.Decimal, ok bool) {
	if s.r == nil {
		return decimal.Decimal{}, false
	}
	return s.PlaceValue(s.r.policy.standing)
}

// PlaceValue returns the place in a ranking whichever way it ranks: 2.5 for a
// mean place, a share of one for a percent rank. ok is false when unplaced or
// unknown.
func (s Slip) PlaceValue(ranking string) (place decimal.Decimal, ok bool) {
	if s.r == nil {
		return decimal.Decimal{}, false
	}
	return s.r.policy.board.Value(s.r.t, s.row, ranking)
}

// PlaceIn returns the place in a ranking, 0 when unplaced or unknown, or when
// the ranking's places are not whole (see PlaceValue).
func (s Slip) PlaceIn(ranking string) int {
	if s.r == nil {
		return 0
	}
	place, _ := s.r.policy.board.Place(s.r.t, s.row, ranking)
	return place
}

// Lines returns the money lines in the order of the policy.
func (s Slip) Lines() []payout.Line {
	if s.r == nil {
		return nil
	}
	return s.r.policy.pay.Lines(s.r.t, s.row)
}

// Total returns the sum of the lines, with two decimals.
func (s Slip) Total() decimal.Decimal {
	if s.r == nil {
		return decimal.New(0, -pointScale)
	}
	return s.r.policy.pay.Total(s.r.t, s.row)
}

// Explain tells the slip from the total down to the facts. The same functions
// made the numbers.
func (s Slip) Explain() explain.Step {
	if s.r == nil {
		return explain.Step{}
	}
	step := s.r.policy.pay.Explain(s.r.t, s.row)
	step.Clause, step.Code = "slip", "slip"
	step.Args = append(step.Args, explain.W("agent", s.Agent()), explain.W("month", s.r.Period().String()))
	if before, err := fix.FromDecimal(s.UncollectedBefore(), pointScale); err == nil && before != 0 {
		step.Steps = append(step.Steps, explain.Step{
			Clause: "history", Code: "slip.uncollected", Args: []explain.Arg{
				explain.N("before", explain.Whole(before, pointScale, facts.Money)),
			},
			Value: explain.Whole(0, pointScale, facts.Money),
		})
	}
	if career, ok := s.r.policy.careers.Explain(s.r.t, s.row, s.r.findings); ok {
		step.Steps = append(step.Steps, career)
	}
	if _, scores := s.r.policy.schema.Lookup("score"); scores {
		step.Steps = append([]explain.Step{s.r.policy.scores.Explain(s.r.t, s.row)}, step.Steps...)
	}
	return step
}

const pointScale = 2
