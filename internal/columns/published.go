package columns

import (
	"maps"
	"slices"
	"strconv"

	"github.com/cspay/cspay/scoring/facts"
)

// lastDay is the latest day by which values can be due.
const lastDay = 31

// publication is a metric whose values, as targets, are published by a day of
// the month before.
type publication struct {
	id  string
	day int
}

// compilePublication checks the day by which a metric's values are published.
func (s *Schema) compilePublication(id string, m facts.Metric, c facts.Check) {
	if m.PublishBy == nil {
		return
	}
	day := *m.PublishBy
	if day < 1 || day > lastDay {
		c.At("publish_by").Fail(facts.CodeNumberRange, "a day of the month, 1 to 31", strconv.Itoa(day))
		return
	}
	s.published = append(s.published, publication{id, day})
}

// due is the day by which values of a month are published: of the month before,
// and its last one where it has no such day.
func (p publication) due(month facts.Period) facts.Date {
	before := month - 1
	if !before.Valid() {
		return 0 // there is no month before the first
	}
	return before.First() + facts.Date(min(p.day, before.Days())-1)
}

// published warns of targets that were published late or not at all.
func (b *builder) published() {
	c := b.c.At("published")
	for _, id := range slices.Sorted(maps.Keys(b.m.Published)) {
		at, day := c.At(id), b.m.Published[id]
		m, known := b.s.metrics[id]
		switch {
		case !known:
			b.unknownMetric(at, id)
		case day == 0:
			at.Fail(facts.CodeRequired, "a date", "")
		case !day.Valid():
			at.Fail(facts.CodeDateInvalid, "a day of the years 1900 to 2199", "")
		case m.PublishBy == nil:
			at.Warn(facts.CodeOneOf, "no day of publication without publish_by of the metric", day.String())
		}
	}
	for _, p := range b.s.published {
		due, at := p.due(b.t.Period), c.At(p.id)
		switch day, given := b.m.Published[p.id]; {
		case due == 0:
		case !given:
			at.Warn(facts.CodeTargetUnpublished, "the day on which "+p.id+" was published, by "+due.String(), "")
		case day > due && day.Valid():
			at.Warn(facts.CodeTargetLate, "a day not after "+due.String(), day.String())
		}
	}
}
