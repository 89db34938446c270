package scoring

import (
	"slices"
	"strings"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// RedLines are a policy's compiled red lines. They are read-only and safe for
// concurrent use; nil has no lines.
type RedLines struct {
	lines []redLine
	count columns.Ref
}

type redLine struct {
	doc  RedLine
	when columns.When
}

// CompileRedLines compiles the red lines, which may name metrics and accounts.
// They make the figure "red_lines", the number of lines that an agent crossed.
func CompileRedLines(docs []RedLine, schema *columns.Schema, c facts.Check) *RedLines {
	if len(docs) == 0 {
		return nil
	}
	r := &RedLines{}
	seen := map[string]bool{}
	for i, doc := range docs {
		at := c.Index(i)
		columns.CheckOwn(at.At("id"), doc.ID, seen)
		doc.check(at)
		doc.Items = slices.Clone(doc.Items)
		r.lines = append(r.lines, redLine{doc, schema.When(at.At("when"), doc.When)})
	}
	r.count = schema.Add(c, columns.Figure{
		ID: "red_lines", Name: facts.Text{ZH: "触犯红线数", EN: "Red lines crossed"},
		Unit: facts.Count, Better: facts.Lower, Tell: r.tellCount,
	})
	return r
}

// Run fills the figure. Values that conditions lack are reported at c.
func (r *RedLines) Run(t *columns.Table, c facts.Check) {
	if r == nil {
		return
	}
	for row := range int32(t.Rows()) {
		n := int64(0)
		for i := range r.lines {
			holds, state, lack := r.lines[i].when.Holds(t, row)
			if state != explain.Known {
				t.FailLack(c, row, lack, state)
			}
			if holds {
				n++
			}
		}
		t.Set(r.count, row, n, explain.Known)
	}
}

// Crossed returns the lines that a row crossed and whose effect is wanted, in
// the order of the document.
func (r *RedLines) Crossed(t *columns.Table, row int32, want func(RedLine) bool) []RedLine {
	if r == nil || t.At(r.count, row).Num == 0 {
		return nil
	}
	var out []RedLine
	for i := range r.lines {
		l := &r.lines[i]
		if holds, _, _ := l.when.Holds(t, row); holds && want(l.doc) {
			out = append(out, l.doc)
		}
	}
	return out
}

func zeroesScore(l RedLine) bool { return l.Effect == ScoreZero }

// veto makes a score above 0 one of 0 where a red line says so; a red line
// never raises a score.
func (s *scheme) veto(t *columns.Table, row int32, w *work) {
	if w.veto = s.red.Crossed(t, row, zeroesScore); len(w.veto) > 0 {
		w.score = min(w.score, 0)
	}
}

// Docs returns the red lines in the order of the document.
func (r *RedLines) Docs() []RedLine {
	if r == nil {
		return nil
	}
	out := make([]RedLine, len(r.lines))
	for i := range r.lines {
		out[i] = r.lines[i].doc
	}
	return out
}

// Tell tells each of the lines given by what its condition looked at.
func (r *RedLines) Tell(t *columns.Table, row int32, lines []RedLine) []explain.Step {
	var out []explain.Step
	for _, doc := range lines {
		for i := range r.lines {
			if l := &r.lines[i]; l.doc.ID == doc.ID {
				out = append(out, explain.Step{
					Clause: "red_lines." + doc.ID, Code: "red_line", Value: explain.Whole(1, 0, facts.Count),
					Args:   []explain.Arg{explain.T("line", columns.Title(doc.Name, doc.ID)), explain.W("effect", string(doc.Effect))},
					Source: doc.Source, Sample: columns.Sampled(doc.Cite),
					Steps: l.when.Explain(t, row),
				})
			}
		}
	}
	return out
}

func (r *RedLines) tellCount(t *columns.Table, row int32) explain.Step {
	all := r.Crossed(t, row, func(RedLine) bool { return true })
	return explain.Step{
		Clause: "red_lines", Code: "metric.given", Value: r.count.Show(t.At(r.count, row)),
		Args: []explain.Arg{explain.T("metric", r.count.Title())}, Steps: r.Tell(t, row, all),
	}
}

// Names lists the names of red lines in both languages, as a sentence does.
func Names(lines []RedLine) facts.Text {
	var zh, en []string
	for _, l := range lines {
		name := columns.Title(l.Name, l.ID)
		zh, en = append(zh, explain.Say(name, explain.Chinese)), append(en, explain.Say(name, explain.English))
	}
	return facts.Text{ZH: strings.Join(zh, "、"), EN: strings.Join(en, ", ")}
}
