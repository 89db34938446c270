package rank

import (
	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// tell tells how long a streak is and what its month looked at.
func (s *streak) tell(t *columns.Table, row int32) explain.Step {
	step := s.tellLength(t, row)
	seen := map[string]bool{}
	for i := range s.cases {
		for _, child := range s.cases[i].when.Explain(t, row) {
			if !seen[child.Clause] {
				seen[child.Clause] = true
				step.Steps = append(step.Steps, child)
			}
		}
	}
	return step
}

// tellHit tells whether a streak reached its length this month.
func (s *streak) tellHit(t *columns.Table, row int32) explain.Step {
	step := s.tell(t, row)
	step.Value = explain.Whole(t.At(s.hit, row).Num, 0, facts.Count)
	step.Code = "streak.no_hit"
	if step.Value.Unscaled > 0 {
		step.Code = "streak.hit"
	}
	step.Args = append(step.Args, explain.N("length", explain.Whole(t.At(s.length, row).Num, 0, facts.Number)))
	return step
}

// tellLength tells how long a streak is.
func (s *streak) tellLength(t *columns.Table, row int32) explain.Step {
	return explain.Step{
		Clause: "streaks." + s.doc.ID, Code: "streak", Value: explain.Whole(t.At(s.length, row).Num, 0, facts.Count),
		Args: []explain.Arg{
			explain.T("streak", s.title()), explain.N("months", explain.Whole(int64(s.doc.Months), 0, facts.Number)),
		},
		Source: s.doc.Source, Sample: columns.Sampled(s.doc.Cite),
	}
}
