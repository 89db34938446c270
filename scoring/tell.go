package scoring

import (
	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// Explain tells a row's score line by line, down to the facts.
func (s *Sheet) Explain(t *columns.Table, row int32) explain.Step {
	i, _, _ := s.pick(t, row)
	if i < 0 {
		return explain.Step{Clause: "scheme", Code: "score.none", Value: points(0, explain.NotApplicable)}
	}
	return s.schemes[i].explain(t, row)
}

func (s *scheme) explain(t *columns.Table, row int32) explain.Step {
	w := s.newWork()
	s.scoreRow(t, row, w)
	step := explain.Step{Clause: s.clause, Code: "score", Value: points(w.score, w.state)}
	if w.state == explain.NotApplicable {
		step.Code = "score.idle"
		return step
	}
	if w.state == explain.Known {
		s.tellGrade(&step, w.score)
	}
	told := make([]bool, len(s.lines))
	for _, b := range s.blocks {
		if b.doc.ID == "" {
			continue
		}
		step.Steps = append(step.Steps, s.tellBlock(t, row, b, w))
		for _, i := range b.lines {
			told[i] = true
		}
	}
	for i := range s.lines {
		if !told[i] {
			step.Steps = append(step.Steps, s.step(t, row, i, w))
		}
	}
	if w.state == explain.Known {
		step.Steps = append(step.Steps, s.tellBounds(t, row, w)...)
	}
	return step
}

// tellBounds tells what the bounds of the score and the red lines make of the
// sum of its lines.
func (s *scheme) tellBounds(t *columns.Table, row int32, w *work) []explain.Step {
	var steps []explain.Step
	if w.bounded != w.sum {
		bound := "most"
		if w.bounded > w.sum {
			bound = "least"
		}
		steps = append(steps, explain.Step{
			Clause: s.clause, Code: "score.clamped", Value: points(w.bounded-w.sum, explain.Known),
			Args: []explain.Arg{
				explain.N("sum", points(w.sum, explain.Known)), explain.W("bound", bound),
				explain.N("limit", points(w.bounded, explain.Known)),
			},
		})
	}
	if len(w.veto) > 0 {
		steps = append(steps, explain.Step{
			Clause: "red_lines", Code: "score.veto", Value: points(w.score-w.bounded, explain.Known),
			Args: []explain.Arg{
				explain.N("before", points(w.bounded, explain.Known)), explain.N("score", points(w.score, explain.Known)),
				explain.T("lines", Names(w.veto)),
			},
			Steps: s.red.Tell(t, row, w.veto),
		})
	}
	return steps
}

func points(v int64, state explain.State) explain.Number {
	return explain.Number{Unscaled: v, Den: 1, Scale: pointScale, Unit: facts.Points, State: state}
}

func (s *scheme) tellBlock(t *columns.Table, row int32, b block, w *work) explain.Step {
	step := explain.Step{
		Clause: s.clause + "." + b.doc.ID, Code: "score.block", Value: points(s.blockPoints(b, w)),
		Args: []explain.Arg{
			explain.T("block", columns.Title(b.doc.Name, b.doc.ID)), explain.N("full", points(b.points, explain.Known)),
		},
		Source: b.doc.Source, Sample: columns.Sampled(b.doc.Cite),
	}
	for _, i := range b.lines {
		step.Steps = append(step.Steps, s.step(t, row, i, w))
	}
	return step
}

// tellFigure tells the points of an indicator or a block by its id.
func (s *Sheet) tellFigure(t *columns.Table, row int32, id string) explain.Step {
	i, _, _ := s.pick(t, row)
	if i < 0 {
		return s.Explain(t, row)
	}
	sc := s.schemes[i]
	w := sc.newWork()
	sc.scoreRow(t, row, w)
	for k := range sc.lines {
		if sc.lines[k].doc.ID == id {
			return sc.step(t, row, k, w)
		}
	}
	for _, b := range sc.blocks {
		if b.doc.ID == id {
			return sc.tellBlock(t, row, b, w)
		}
	}
	// The agent's scheme has no such line; another's has.
	return explain.Step{
		Clause: sc.clause, Code: "metric.given", Value: points(0, explain.NotApplicable),
		Args: []explain.Arg{explain.T("metric", s.figures[id].Title())},
	}
}

func (s *scheme) step(t *columns.Table, row int32, i int, w *work) explain.Step {
	l := &s.lines[i]
	step := explain.Step{
		Clause: l.clause,
		Value:  points(w.points[i], w.states[i]),
		Source: l.doc.Source, Sample: columns.Sampled(l.doc.Cite),
	}
	full := explain.Whole(w.effective[i], pointScale, facts.Points)
	step.Args = []explain.Arg{explain.T("indicator", columns.Title(l.doc.Name, l.doc.ID)), explain.N("full", full)}
	if len(l.refs) > 0 {
		ref := l.refs[0]
		step.Args = append(step.Args, explain.T("metric", ref.Title()), explain.N("n", ref.Show(t.At(ref, row))))
	}
	if w.states[i] == explain.NotApplicable {
		step.Code = "rule.not_applicable"
	} else {
		code, args := l.eval.tell(t, row, w.shares[i])
		step.Code, step.Args = code, append(step.Args, args...)
	}
	if w.effective[i] != l.points && w.states[i] == explain.Known {
		step.Steps = append(step.Steps, explain.Step{
			Clause: step.Clause, Code: "score.spread", Value: full,
			Args: []explain.Arg{explain.N("points", explain.Whole(l.points, pointScale, facts.Points))},
		})
	}
	for _, ref := range l.refs {
		step.Steps = append(step.Steps, t.Explain(ref, row))
	}
	if holds, _, _ := l.when.Holds(t, row); !holds && !t.Idle(row) {
		step.Steps = append(step.Steps, l.when.Explain(t, row)...) // why it does not apply
	}
	return step
}
