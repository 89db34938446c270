package scoring

import (
	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// Explain tells a row's score line by line, down to the facts.
func (s *Sheet) Explain(t *columns.Table, row int32) explain.Step {
	w := s.newWork()
	s.scoreRow(t, row, w)
	step := explain.Step{Clause: "scheme", Code: "score", Value: explain.Number{
		Unscaled: w.score, Den: 1, Scale: pointScale, Unit: facts.Points, State: w.state,
	}}
	if w.state == explain.NotApplicable {
		step.Code = "score.idle"
		return step
	}
	for i := range s.lines {
		step.Steps = append(step.Steps, s.step(t, row, i, w))
	}
	return step
}

func (s *Sheet) tellLine(t *columns.Table, row int32, i int) explain.Step {
	w := s.newWork()
	s.scoreRow(t, row, w)
	return s.step(t, row, i, w)
}

func (s *Sheet) step(t *columns.Table, row int32, i int, w *work) explain.Step {
	l := &s.lines[i]
	step := explain.Step{
		Clause: "scheme." + l.doc.ID,
		Value:  explain.Number{Unscaled: w.points[i], Den: 1, Scale: pointScale, Unit: facts.Points, State: w.states[i]},
		Source: l.doc.Source, Sample: l.doc.Sample.All || len(l.doc.Sample.Keys) > 0,
	}
	full := explain.Whole(w.effective[i], pointScale, facts.Points)
	step.Args = []explain.Arg{explain.T("indicator", l.title()), explain.N("full", full)}
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
	return step
}

func (l *line) title() facts.Text {
	if l.doc.Name == (facts.Text{}) {
		return facts.Text{ZH: l.doc.ID, EN: l.doc.ID}
	}
	return l.doc.Name
}
