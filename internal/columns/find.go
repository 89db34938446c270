package columns

import (
	"maps"
	"slices"
	"strings"

	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// Lookup finds a metric or figure by name.
func (s *Schema) Lookup(id string) (Ref, bool) {
	r, ok := s.refs[id]
	return r, ok
}

// Metric finds a metric or figure, or reports an unknown name at c.
func (s *Schema) Metric(c facts.Check, id string) (Ref, bool) {
	r, ok := s.refs[id]
	if !ok {
		s.unknown(c, facts.CodeNameUnknown, "a metric or a figure of an earlier stage", id, s.names)
	}
	return r, ok
}

// Part finds the figure id+suffix, which a clause names by its id alone, as an
// account; an unknown one is reported at c.
func (s *Schema) Part(c facts.Check, id, suffix, want string) (Ref, bool) {
	r, ok := s.refs[id+suffix]
	if !ok {
		s.unknown(c, facts.CodeNameUnknown, want, id, func() (ids []string) {
			for _, name := range s.names() {
				if whole, part := strings.CutSuffix(name, suffix); part {
					ids = append(ids, whole)
				}
			}
			return ids
		})
	}
	return r, ok
}

// Width tells how many columns there are by now.
func (s *Schema) Width() int32 { return s.width }

// Before reports whether the name was there when the schema had a width: it is
// not a figure of a later stage.
func (r Ref) Before(width int32) bool { return r.num < width && r.den < width }

// Daily finds a metric with daily cells, or reports an unknown name at c.
func (s *Schema) Daily(c facts.Check, id string) (column, scale int, ok bool) {
	at, ok := s.dailyAt[id]
	if !ok {
		s.unknown(c, facts.CodeNameUnknown, "a metric with daily rows", id, func() []string { return s.daily })
		return 0, 0, false
	}
	return at, scaleOf(s.metrics[id]), true
}

// Ranking finds the places of a ranking, or reports an unknown name at c.
func (s *Schema) Ranking(c facts.Check, id string) (Ref, bool) {
	r, ok := s.rankings[id]
	if !ok {
		s.unknown(c, facts.CodeNameUnknown, "a ranking of an earlier stage", id, func() []string {
			return slices.Sorted(maps.Keys(s.rankings))
		})
	}
	return r.places, ok
}

// EventName returns the name of a kind of event, or its word.
func (s *Schema) EventName(kind string) facts.Text {
	return Title(s.declared[kind].Name, kind)
}

// EventKind interns a kind of event that a clause names at c. Where a policy
// declares its kinds, another word is reported.
func (s *Schema) EventKind(c facts.Check, kind string) int32 {
	if _, ok := s.declared[kind]; !ok && len(s.declared) > 0 {
		s.unknown(c, facts.CodeNameUnknown, "a kind of event that the policy declares", kind, func() []string {
			return slices.Sorted(maps.Keys(s.declared))
		})
	}
	if k, ok := s.events[kind]; ok {
		return k
	}
	k := int32(len(s.kinds))
	s.events[kind] = k
	s.kinds = append(s.kinds, kind)
	return k
}

// Kind returns the word of an interned kind of event.
func (s *Schema) Kind(k int32) string { return s.kinds[k] }

func (*Schema) unknown(c facts.Check, code facts.Code, want, got string, known func() []string) {
	c.Fail(code, nearest(c, facts.Error, want, got, known), got)
}

// Show makes the number of an explanation from a value of ref.
func (r Ref) Show(v Value) explain.Number {
	return explain.Number{Unscaled: v.Num, Den: v.Den, Scale: r.Scale, Unit: r.Unit, State: v.State}
}

// Parts reports whether the value is kept as a numerator and a denominator.
func (r Ref) Parts() bool { return r.den != plain }
