package columns

import (
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// Teller explains one figure of one row.
type Teller func(t *Table, row int32) explain.Step

// Explain tells where a value of a row comes from: a figure by the stage that
// made it, a metric down to the facts.
func (t *Table) Explain(r Ref, row int32) explain.Step {
	if r.ranking {
		return t.explainPlace(r, row)
	}
	if tell := t.schema.tellers[r.ID]; tell != nil {
		return tell(t, row)
	}
	m, known := t.schema.metrics[r.ID]
	step := explain.Step{
		Clause: "metrics." + r.ID, Code: "metric.given", Value: r.Show(t.At(r, row)),
		Args:   []explain.Arg{explain.T("metric", r.Title())},
		Source: m.Source, Sample: Sampled(m.Cite),
	}
	made := t.schema.composedAt[r.ID]
	switch {
	case !known || m.From.IsZero():
	case made != nil:
		made.tell(t, &step, row)
	case m.From.Amounts != "":
		t.explainAmounts(&step, m.From, row)
	case m.From.Event != "":
		t.explainEvents(&step, m.From, row)
	case m.From.Inspection != "":
		t.explainChats(&step, m.From, row)
	case m.From.Panel != "":
		t.explainPanel(&step, m.From.Panel, row)
	case m.From.Ratio != "":
		step.Code = "metric.ratio"
		for _, id := range []string{m.From.Ratio, m.From.To} {
			step.Steps = append(step.Steps, t.Explain(t.schema.refs[id], row))
		}
	default:
		t.explainDaily(&step, m.From, r, row)
	}
	step.Steps = append(step.Steps, t.explainExclusions(r.ID, row)...)
	return step
}

// explainPlace tells a place by what the ranking ranks, and why there is none by
// the condition that kept the agent out.
func (t *Table) explainPlace(r Ref, row int32) explain.Step {
	ranking := t.schema.rankings[r.ID]
	step := explain.Step{
		Clause: "rankings." + r.ID, Code: "metric.given", Value: r.Show(t.At(r, row)),
		Args:  []explain.Arg{explain.T("metric", r.Title())},
		Steps: []explain.Step{t.Explain(ranking.by, row)},
	}
	if holds, _, _ := ranking.when.Holds(t, row); !holds && !t.Idle(row) {
		step.Steps = append(step.Steps, ranking.when.Explain(t, row)...)
	}
	return step
}

// Title returns the name shown for a ref: its own, or its id.
func (r Ref) Title() facts.Text { return Title(r.Name, r.ID) }

// Sampled reports whether any figure of a clause fills a gap.
func Sampled(c facts.Cite) bool { return c.Sample.All || len(c.Sample.Keys) > 0 }

// Title is the name of a clause as sentences show it: its own, or its id where
// the document gives it none.
func Title(name facts.Text, id string) facts.Text {
	if name == (facts.Text{}) {
		return facts.Text{ZH: id, EN: id}
	}
	return name
}

func (t *Table) explainEvents(step *explain.Step, from facts.From, row int32) {
	step.Code = "metric.events"
	kind := t.schema.events[from.Event]
	events := t.EventsOf(row)
	var who reporters
	for i := range events {
		if e := &events[i]; e.Kind == kind {
			child := t.ExplainEvent(e)
			if !counts(from, e) {
				child.Value.Unscaled = 0
			} else if from.Distinct != "" && !who.first(e) {
				child.Value.Unscaled, child.Code = 0, "event.reporter"
			} else if from.Panel != "" {
				t.explainVerdict(&child, from.Panel, e)
			}
			step.Steps = append(step.Steps, child)
		}
	}
}

// EventName returns the name of an event's kind.
func (t *Table) EventName(e *Event) facts.Text { return t.schema.EventName(e.Word) }

// note makes a remark part of a sentence.
func note(text string) facts.Text {
	if text == "" {
		return facts.Text{}
	}
	return facts.Text{ZH: ";" + text, EN: "; " + text}
}

// ExplainEvent tells one event: its date, status, and whether it is excluded.
func (t *Table) ExplainEvent(e *Event) explain.Step {
	code := explain.Code("event")
	if e.Excluded {
		code = "event.excluded"
	}
	return explain.Step{
		Clause: "events." + e.ID, Code: code,
		Value: explain.Whole(1, 0, facts.Count),
		Args: []explain.Arg{
			explain.W("id", e.ID), explain.W("date", t.Date(int(e.Day)).String()),
			explain.T("kind", t.EventName(e)), explain.T("note", note(e.Note)),
			explain.W("status", string(e.Status)), explain.T("reason", facts.Text{ZH: t.reasons[e.ID], EN: t.reasons[e.ID]}),
		},
	}
}

func (t *Table) explainDaily(step *explain.Step, from facts.From, r Ref, row int32) {
	step.Code = explain.Code("metric.daily." + string(from.Daily))
	days := int64(0)
	at := t.schema.dailyAt[r.ID]
	for i, to := t.Daily(row); i < to; i++ {
		if _, ok := t.Cell(at, i); ok {
			days++
		}
	}
	step.Args = append(step.Args, explain.N("days", explain.Whole(days, 0, facts.Days)))
	if from.Daily != facts.Mean {
		return
	}
	v := t.At(r, row)
	weight := t.schema.refs[from.Weight]
	scale := scaleOf(t.schema.metrics[from.Weight])
	step.Args = append(step.Args, explain.T("weight", weight.Title()))
	if v.State == explain.Known {
		step.Args = append(step.Args,
			explain.N("sum", explain.Number{Unscaled: v.Num, Den: 1, Scale: r.Scale + scale, Unit: facts.Number}),
			explain.N("by", explain.Number{Unscaled: v.Den, Den: 1, Scale: scale, Unit: facts.Number}))
	} else {
		step.Code = "metric.given"
	}
}

// exclusion is what was taken out of a row, kept for explanations.
type exclusion struct {
	metric, reason string
	day            uint8
	by             int64
}

func (t *Table) explainExclusions(metric string, row int32) []explain.Step {
	var out []explain.Step
	for _, x := range t.exclusions[row] {
		_, daily := t.schema.dailyAt[metric]
		whole := x.metric == "" && daily
		if x.metric != metric && !whole {
			continue
		}
		step := explain.Step{Clause: "exclusions", Code: "exclusion.amount", Args: []explain.Arg{
			explain.T("reason", facts.Text{ZH: x.reason, EN: x.reason}),
		}}
		if x.day > 0 {
			step.Args = append(step.Args, explain.W("date", t.Date(int(x.day)).String()))
		} else {
			step.Args = append(step.Args, explain.W("date", t.Period.String()))
		}
		if whole {
			step.Code = "exclusion.day"
		} else {
			m := t.schema.metrics[metric]
			step.Value = explain.Whole(x.by, scaleOf(m), m.Unit)
		}
		out = append(out, step)
	}
	return out
}
