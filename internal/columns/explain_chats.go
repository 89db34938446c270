package columns

import (
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// explainChats tells a figure of inspected chats: how many there were by
// source, then one by one those that lost something. A month has sixty chats of
// an agent, so those without a fault are told as a number.
func (t *Table) explainChats(step *explain.Step, from facts.From, row int32) {
	x := t.schema.inspected(facts.Check{}, from)
	if x.in == nil {
		return // a policy with that fault is refused
	}
	all := t.read(x, row)
	step.Args = append(step.Args,
		explain.T("inspection", Title(x.in.name, x.in.id)),
		explain.N("chats", explain.Whole(int64(len(all)), 0, facts.Count)))
	step.Steps = append(step.Steps, t.tellSources(x, all)...)
	lost := func(m *marked) bool { return len(m.found) > 0 }
	switch x.figure {
	case facts.MeanMark:
		step.Code = "metric.chats.mark"
		if step.Value.State == explain.NotApplicable {
			step.Code = "metric.chats.none"
		}
		step.Steps = append(step.Steps, tellClean(x, all)...)
	case facts.ChatCount:
		step.Code = "metric.chats.count"
		return
	case facts.FatalChats:
		step.Code = "metric.chats.count"
		lost = func(m *marked) bool { return m.chat.fatal }
	case facts.ErrorCount:
		step.Code = "metric.chats.count"
	case facts.Coverage:
		t.tellCoverage(step, x, row)
		return
	case facts.Transferred:
		t.tellSurvey(step, x, all)
		return
	}
	for i := range all {
		if lost(&all[i]) {
			step.Steps = append(step.Steps, t.tellChat(x, &all[i]))
		}
	}
}

// marked is a chat with what was found in it.
type marked struct {
	chat  *chat
	found []finding
}

// read marks the chats of a row again, as they were marked when the month was
// laid out, and keeps those that a figure is about.
func (t *Table) read(x inspected, row int32) []marked {
	var out []marked
	y := t.tallies()[x.at]
	chats := t.chats.of(row)
	for i := range chats {
		ch := &chats[i]
		if int(ch.inspection) != x.at {
			continue
		}
		_, _, found := y.next(int(ch.day), t.chats.errorsOf(ch), nil)
		if x.reads(ch) {
			out = append(out, marked{ch, found})
		}
	}
	return out
}

// tellSources tells the size of the sample by source, and what a chat of each
// counts where that differs.
func (t *Table) tellSources(x inspected, all []marked) []explain.Step {
	weighted := x.figure == facts.MeanMark && x.source == everySource && x.in.uneven()
	var steps []explain.Step
	for i := range x.in.sources {
		if x.source != everySource && x.source != i {
			continue
		}
		src, n := &x.in.sources[i], int64(0)
		for k := range all {
			n += one(int(all[k].chat.source) == i)
		}
		step := explain.Step{
			Clause: "inspections." + x.in.id, Code: "chat.source", Value: explain.Whole(n, 0, facts.Count),
			Args:   []explain.Arg{explain.T("source", Title(src.doc.Name, src.id))},
			Source: src.doc.Source, Sample: Sampled(src.doc.Cite),
		}
		if weighted {
			step.Code = "chat.source.weighted"
			step.Args = append(step.Args, explain.N("weight", explain.Whole(src.stated, weightScale, facts.Number)))
		}
		steps = append(steps, step)
	}
	return steps
}

// tellClean sums up the chats without a fault.
func tellClean(x inspected, all []marked) []explain.Step {
	n := int64(0)
	for i := range all {
		n += one(len(all[i].found) == 0)
	}
	if n == 0 {
		return nil
	}
	return []explain.Step{{
		Clause: "inspections." + x.in.id, Code: "chat.clean", Value: explain.Whole(n, 0, facts.Count),
		Args: []explain.Arg{explain.N("mark", explain.Whole(x.in.mark, markScale, facts.Points))},
	}}
}

// chatStep is what every sentence about a chat says.
func (t *Table) chatStep(x inspected, ch *chat, code explain.Code, value explain.Number) explain.Step {
	src := &x.in.sources[ch.source]
	return explain.Step{
		Clause: "chats." + ch.id, Code: code, Value: value,
		Args: []explain.Arg{
			explain.W("date", t.Date(int(ch.day)).String()), explain.W("id", ch.id),
			explain.T("source", Title(src.doc.Name, src.id)), explain.T("note", note(ch.note)),
			explain.N("mark", explain.Whole(x.in.mark, markScale, facts.Points)),
		},
	}
}

// tellChat tells a chat by its errors.
func (t *Table) tellChat(x inspected, m *marked) explain.Step {
	step := t.chatStep(x, m.chat, "chat", explain.Whole(m.chat.mark, markScale, facts.Points))
	for i := range m.found {
		f := &m.found[i]
		child := explain.Step{
			Clause: "inspections." + x.in.id, Code: "chat.error",
			Value: explain.Whole(f.fault.cost, markScale, facts.Points),
			Args:  []explain.Arg{explain.T("error", t.schema.EventName(f.fault.word))},
		}
		switch {
		case f.fault.fatal:
			child.Code, child.Value = "chat.fatal", explain.Whole(x.in.mark, markScale, facts.Points)
		case f.repeated:
			child.Code, child.Value = "chat.repeated", explain.Whole(x.in.mark, markScale, facts.Points)
			if x.in.scope == facts.AnyItem {
				child.Code = "chat.repeated.any"
			}
			child.Args = append(
				child.Args,
				explain.W("window", string(x.in.window)),
				explain.N("nth", explain.Whole(int64(f.nth), 0, facts.Number)),
				explain.N("at", explain.Whole(int64(x.in.at), 0, facts.Number)))
		}
		step.Steps = append(step.Steps, child)
	}
	return step
}

// tellCoverage tells what was sampled and the days that fell short.
func (t *Table) tellCoverage(step *explain.Step, x inspected, row int32) {
	if x.in.perDay == 0 || t.DaysOf(row, Unknown) > 0 {
		return // nothing tells the days worked, and the policy says what that means
	}
	step.Code = "metric.chats.coverage"
	num, den := t.coverage(x, row)
	perDay := x.in.perDay
	step.Args = append(
		step.Args,
		explain.N("sampled", explain.Whole(num, 0, facts.Count)), explain.N("wanted", explain.Whole(den, 0, facts.Count)),
		explain.N("per_day", explain.Whole(perDay, 0, facts.Count)), explain.N("days", explain.Whole(den/perDay, 0, facts.Days)))
	sampled := t.sampled(x, row)
	for day := 1; day <= t.MonthDays; day++ {
		if t.Day(row, day) != Worked || sampled[day] >= perDay {
			continue
		}
		step.Steps = append(step.Steps, explain.Step{
			Clause: "inspections." + x.in.id, Code: "chat.day", Value: explain.Whole(sampled[day], 0, facts.Count),
			Args: []explain.Arg{
				explain.W("date", t.Date(day).String()), explain.N("wanted", explain.Whole(perDay, 0, facts.Count)),
			},
		})
	}
}

// tellSurvey tells the chats whose customers were not asked.
func (t *Table) tellSurvey(step *explain.Step, x inspected, all []marked) {
	step.Code = "metric.chats.transferred"
	if step.Value.State == explain.NotApplicable {
		step.Code = "metric.chats.none"
	}
	yes, looked := int64(0), int64(0)
	for i := range all {
		yes += one(all[i].chat.survey == passedOn)
		looked += one(all[i].chat.survey != nobodyLooked)
		if all[i].chat.survey == notPassedOn {
			step.Steps = append(step.Steps, t.chatStep(x, all[i].chat, "chat.kept", explain.Whole(0, 0, facts.Count)))
		}
	}
	step.Args = append(
		step.Args,
		explain.N("passed", explain.Whole(yes, 0, facts.Count)), explain.N("looked", explain.Whole(looked, 0, facts.Count)))
}
