package columns

import (
	"maps"
	"slices"

	"github.com/cspay/cspay/internal/fix"
	"github.com/cspay/cspay/scoring/facts"
)

// everySource reads chats whatever their source.
const everySource = -1

// inspected reads one figure off the chats of one inspection.
type inspected struct {
	in     *inspection
	at     int // of the inspection
	source int // an index of its sources, or everySource
	figure facts.InspectionFigure
}

// compileInspected compiles a metric that is read off chats. A figure that is
// a share keeps its two parts.
func (s *Schema) compileInspected(ref *Ref, d derivation, m facts.Metric, c facts.Check) {
	ref.Scale = 0 // whatever the unit, chats are counted
	switch m.From.Figure {
	case facts.MeanMark:
		ref.Scale = markScale
		ref.den = s.column()
	case facts.Coverage, facts.Transferred:
		ref.den = s.column()
	case facts.ChatCount, facts.FatalChats, facts.ErrorCount:
	}
	d.den = ref.den
	checkFigure(c.At("figure"), m)
	if d.chats = s.inspected(c, m.From); d.chats.in == nil {
		return // reported, and nothing can be read
	}
	if m.From.Figure == facts.Coverage {
		d.chats.checkCoverage(c)
	}
	s.derived = append(s.derived, d)
}

// checkFigure asks for a figure, in a unit that says what it is.
func checkFigure(c facts.Check, m facts.Metric) {
	figure := m.From.Figure
	if figure == "" {
		c.Fail(facts.CodeRequired, "what is read off the chats: mark, chats, fatal, errors, coverage or transferred", "")
		return
	}
	if !CheckWord(c, figure) || m.Unit == "" {
		return
	}
	switch figure {
	case facts.MeanMark:
		if m.Unit != facts.Points {
			c.Fail(facts.CodeMetricUnit, "a metric in points", string(m.Unit))
		}
	case facts.ChatCount, facts.FatalChats, facts.ErrorCount:
		if m.Unit != facts.Count {
			c.Fail(facts.CodeMetricUnit, "a metric in the unit count", string(m.Unit))
		}
	case facts.Coverage, facts.Transferred:
		if m.Unit != facts.Ratio && m.Unit != facts.Percent {
			c.Fail(facts.CodeMetricUnit, "a metric in the unit ratio, or percent", string(m.Unit))
		}
	}
}

// checkCoverage refuses a coverage that nothing could ever reach.
func (x inspected) checkCoverage(c facts.Check) {
	switch {
	case x.in.perDay == 0:
		c.At("figure").Fail(facts.CodeRequired, "an inspection that states per_day", x.in.id)
	case x.source == everySource && !x.in.sampled():
		c.At("figure").Fail(facts.CodeRequired, "an inspection with a sampled source", x.in.id)
	case x.source != everySource && !x.in.sources[x.source].doc.Sampled:
		c.At("source").Fail(facts.CodeOneOf, "a sampled source: a coverage counts no other chats", x.in.sources[x.source].id)
	}
}

// inspected finds the inspection and the source that a metric names, or
// reports them below c.
func (s *Schema) inspected(c facts.Check, f facts.From) inspected {
	x := inspected{source: everySource, figure: f.Figure}
	at, ok := s.inspections.at[f.Inspection]
	if !ok {
		s.unknown(c.At("inspection"), facts.CodeNameUnknown, "an inspection of the policy", f.Inspection, s.inspectionIDs)
		return x
	}
	x.in, x.at = s.inspections.list[at], at
	if f.Source == "" {
		return x
	}
	source, ok := x.in.sourceAt[f.Source]
	if !ok {
		s.unknown(c.At("source"), facts.CodeNameUnknown, "a source of "+f.Inspection, f.Source, x.in.sourceIDs)
		return x
	}
	x.source = int(source)
	return x
}

func (s *Schema) inspectionIDs() []string { return slices.Sorted(maps.Keys(s.inspections.at)) }

func (in *inspection) sourceIDs() []string { return slices.Sorted(maps.Keys(in.sourceAt)) }

func (in *inspection) errorWords() []string { return slices.Sorted(maps.Keys(in.errorAt)) }

// checkInspected refuses settings of an inspection that is not there.
func checkInspected(c facts.Check, f facts.From) {
	if f.Inspection != "" {
		return
	}
	if f.Figure != "" {
		c.At("figure").Fail(facts.CodeOneOf, "no figure without inspection", string(f.Figure))
	}
	if f.Source != "" {
		c.At("source").Fail(facts.CodeOneOf, "no source without inspection", f.Source)
	}
}

// reads reports whether a chat is one of those that the figure is about.
func (x inspected) reads(ch *chat) bool {
	return int(ch.inspection) == x.at && (x.source == everySource || int(ch.source) == x.source)
}

// weight is what a chat counts in the mean mark. Among chats of one source all
// count the same, also where they count nothing beside others.
func (x inspected) weight(ch *chat) int64 {
	if x.source != everySource {
		return 1
	}
	return x.in.sources[ch.source].weight
}

// inspect fills the cells of a metric that is read off chats.
func (b *builder) inspect(d *derivation, row int32) {
	num, den := b.t.figure(d.chats, row)
	if d.chats.figure == facts.Coverage && b.t.DaysOf(row, Unknown) > 0 {
		num, den = absent(d.missing, false), 1 // only daily rows tell the days worked
	}
	b.t.cols[d.col][row] = num
	if d.den != plain {
		b.t.cols[d.den][row] = den
	}
}

// figure computes one figure of a row: a count, or the two parts of a share. A
// share of nothing has a denominator of 0 and is not applicable.
func (t *Table) figure(x inspected, row int32) (num, den int64) {
	if x.figure == facts.Coverage {
		return t.coverage(x, row)
	}
	var marks, weights fix.Sum
	chats := t.chats.of(row)
	for i := range chats {
		ch := &chats[i]
		if !x.reads(ch) {
			continue
		}
		switch x.figure {
		case facts.MeanMark:
			w := x.weight(ch)
			marks.AddMul(w, ch.mark)
			weights.Add(w)
		case facts.ChatCount:
			num++
		case facts.FatalChats:
			num += one(ch.fatal)
		case facts.ErrorCount:
			num += int64(ch.to - ch.from)
		case facts.Transferred:
			num += one(ch.survey == passedOn)
			den += one(ch.survey != nobodyLooked)
		case facts.Coverage:
		}
	}
	if x.figure != facts.MeanMark {
		return num, den
	}
	num, okN := marks.Int64()
	den, okD := weights.Int64()
	if !okN || !okD {
		return overflow, 1
	}
	return num, den
}

func one(yes bool) int64 {
	if yes {
		return 1
	}
	return 0
}

// coverage is the chats sampled on days worked, at most per_day of a day, and
// the chats that these days should have.
func (t *Table) coverage(x inspected, row int32) (num, den int64) {
	perDay := x.in.perDay
	sampled := t.sampled(x, row)
	for day := 1; day <= t.MonthDays; day++ {
		if t.Day(row, day) == Worked {
			num += min(sampled[day], perDay)
			den += perDay
		}
	}
	return num, den
}

// sampled counts the sampled chats of a row by the day of the month.
func (t *Table) sampled(x inspected, row int32) (counts [maxDays + 1]int64) {
	chats := t.chats.of(row)
	for i := range chats {
		if ch := &chats[i]; x.reads(ch) && x.in.sources[ch.source].doc.Sampled {
			counts[ch.day]++
		}
	}
	return counts
}

// failDays reports a coverage that is missing because nothing tells the days
// worked. It reports false where that is not why.
func (t *Table) failDays(c facts.Check, row int32, metric string) bool {
	if t.schema.metrics[metric].From.Figure != facts.Coverage {
		return false
	}
	t.FailRow(c, row, metric, facts.CodeMetricMissing, "daily rows, which tell the days worked that "+metric+" is about")
	return true
}
