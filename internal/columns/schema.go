package columns

import (
	"maps"
	"slices"
	"strconv"

	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// plain marks a Ref without a denominator column.
const plain = -1

// MaxDecimals is the finest scale a metric may declare.
const MaxDecimals = 9

// Ref is a compiled name: where its numerator and denominator stand.
type Ref struct {
	num, den int32
	// Scale is the number of decimals of the numerator over the denominator.
	Scale  int
	Unit   facts.Unit
	Better facts.Direction
	ID     string
	Name   facts.Text
}

// Schema is what the names of a policy mean. It is built once, then read-only.
type Schema struct {
	refs     map[string]Ref
	rankings map[string]Ref
	width    int32

	metrics facts.Metrics
	ids     []string // metric ids in byte order
	daily   []string // metrics with daily cells, in byte order
	dailyAt map[string]int
	derived []derivation
	tellers map[string]Teller
	events  map[string]int32
	kinds   []string
}

// derivation fills one column from daily rows or events.
type derivation struct {
	id        string
	col, den  int32
	from      facts.From
	daily     int // index of the daily column, for From.Daily
	weight    int
	kind      int32
	missing   facts.Missing
	scale     int
	weightExp int
}

// NewSchema compiles metrics. Problems are reported below c, by metric id.
func NewSchema(metrics facts.Metrics, c facts.Check) *Schema {
	s := &Schema{
		refs: map[string]Ref{}, rankings: map[string]Ref{}, metrics: metrics,
		dailyAt: map[string]int{}, events: map[string]int32{}, tellers: map[string]Teller{},
		ids: slices.Sorted(maps.Keys(metrics)),
	}
	for _, id := range s.ids {
		if metrics[id].From.Daily != "" {
			s.dailyAt[id] = len(s.daily)
			s.daily = append(s.daily, id)
		}
	}
	for _, id := range s.ids {
		s.compile(id, metrics[id], c.At(id))
	}
	for _, id := range s.ids {
		if metrics[id].From.Ratio != "" {
			s.compileRatio(id, metrics[id], c.At(id))
		}
	}
	return s
}

func (s *Schema) column() int32 {
	s.width++
	return s.width - 1
}

func scaleOf(m facts.Metric) int {
	// Decimals out of bounds are reported where the metric is compiled.
	if m.Decimals != nil && *m.Decimals >= 0 && *m.Decimals <= MaxDecimals {
		return *m.Decimals
	}
	return m.Unit.Scale()
}

func (s *Schema) compile(id string, m facts.Metric, c facts.Check) {
	checkID(c, id)
	if m.Unit == "" {
		c.At("unit").Fail(facts.CodeRequired, "a unit", "")
	} else {
		CheckWord(c.At("unit"), m.Unit)
	}
	if m.Better != "" {
		CheckWord(c.At("better"), m.Better)
	}
	if m.Missing != "" {
		CheckWord(c.At("missing"), m.Missing)
	}
	if m.Decimals != nil && (*m.Decimals < 0 || *m.Decimals > MaxDecimals) {
		c.At("decimals").Fail(facts.CodeNumberRange, "0 to 9 decimals", strconv.Itoa(*m.Decimals))
	}
	if m.From.Ratio != "" {
		return // compiled after the metrics it divides
	}
	ref := Ref{num: s.column(), den: plain, Scale: scaleOf(m), Unit: m.Unit, Better: m.Better, ID: id, Name: m.Name}
	s.compileFrom(&ref, m, c.At("from"))
	s.refs[id] = ref
}

func (s *Schema) compileFrom(ref *Ref, m facts.Metric, c facts.Check) {
	f := m.From
	d := derivation{id: ref.ID, col: ref.num, den: plain, from: f, missing: m.Missing, scale: ref.Scale}
	switch {
	case f.Event != "" && f.Daily != "":
		c.Fail(facts.CodeOneOf, "one of event, daily, ratio", "")
	case f.Event != "":
		if f.Status != "" {
			CheckWord(c.At("status"), f.Status)
		}
		d.kind = s.EventKind(f.Event)
		s.derived = append(s.derived, d)
	case f.Daily != "":
		CheckWord(c.At("daily"), f.Daily)
		d.daily = s.dailyAt[ref.ID]
		if f.Daily == facts.Mean {
			ref.den = s.column()
			d.den = ref.den
			w, ok := s.dailyAt[f.Weight]
			if !ok {
				s.unknown(c.At("weight"), facts.CodeMetricUnknown, "a daily metric to weight by", f.Weight)
			}
			d.weight, d.weightExp = w, scaleOf(s.metrics[f.Weight])
		} else if f.Weight != "" {
			c.At("weight").Fail(facts.CodeOneOf, "no weight without daily: mean", f.Weight)
		}
		s.derived = append(s.derived, d)
	}
}

// compileRatio shares the columns of the two metrics it divides.
func (s *Schema) compileRatio(id string, m facts.Metric, c facts.Check) {
	f, c2 := m.From, c.At("from")
	if f.Event != "" || f.Daily != "" {
		c2.Fail(facts.CodeOneOf, "one of event, daily, ratio", "")
	}
	num, okN := s.part(c2.At("ratio"), f.Ratio)
	den, okD := s.part(c2.At("to"), f.To)
	if !okN || !okD {
		return
	}
	ref := Ref{num: num.num, den: den.num, Scale: num.Scale - den.Scale, Unit: m.Unit, Better: m.Better, ID: id, Name: m.Name}
	if ref.Scale < 0 {
		c2.Fail(facts.CodeMetricUnit, "a denominator with no more decimals than the numerator", f.To)
		return
	}
	s.refs[id] = ref
}

func (s *Schema) part(c facts.Check, id string) (Ref, bool) {
	r, ok := s.refs[id]
	if !ok || r.den != plain {
		s.unknown(c, facts.CodeMetricUnknown, "a metric that is not a ratio itself", id)
		return Ref{}, false
	}
	return r, true
}

// Add declares a figure that a stage makes and how it is told. The name must
// be free.
func (s *Schema) Add(c facts.Check, f Figure) Ref {
	ref := Ref{num: s.column(), den: plain, Scale: f.Scale, Unit: f.Unit, Better: facts.Higher, ID: f.ID, Name: f.Name}
	id := f.ID
	if f.Tell != nil {
		s.tellers[id] = f.Tell
	}
	if _, taken := s.refs[id]; taken {
		c.Fail(facts.CodeNameDuplicate, "a name that no metric or figure has yet", id)
		return ref
	}
	s.refs[id] = ref
	return ref
}

// Figure declares a column that a stage adds.
type Figure struct {
	ID    string
	Name  facts.Text
	Unit  facts.Unit
	Scale int
	Tell  Teller // nil for a figure that explains itself by its value
}

// Lookup finds a metric or figure by name.
func (s *Schema) Lookup(id string) (Ref, bool) {
	r, ok := s.refs[id]
	return r, ok
}

// Metric finds a metric or figure, or reports an unknown name at c.
func (s *Schema) Metric(c facts.Check, id string) (Ref, bool) {
	r, ok := s.refs[id]
	if !ok {
		s.unknown(c, facts.CodeNameUnknown, "a metric or a figure of an earlier stage", id)
	}
	return r, ok
}

// Daily finds a metric with daily cells, or reports an unknown name at c.
func (s *Schema) Daily(c facts.Check, id string) (column, scale int, ok bool) {
	at, ok := s.dailyAt[id]
	if !ok {
		s.unknown(c, facts.CodeNameUnknown, "a metric with daily rows", id)
		return 0, 0, false
	}
	return at, scaleOf(s.metrics[id]), true
}

// Ranking finds the places of a ranking, or reports an unknown name at c.
func (s *Schema) Ranking(c facts.Check, id string) (Ref, bool) {
	r, ok := s.rankings[id]
	if !ok {
		want := "a ranking of an earlier stage"
		if n := Nearest(id, slices.Sorted(maps.Keys(s.rankings))); n != "" {
			want += "; nearest: " + n
		}
		c.Fail(facts.CodeNameUnknown, want, id)
	}
	return r, ok
}

// EventKind interns a kind of event that a clause names.
func (s *Schema) EventKind(kind string) int32 {
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

func (s *Schema) unknown(c facts.Check, code facts.Code, want, got string) {
	names := slices.Sorted(maps.Keys(s.refs))
	if n := Nearest(got, names); n != "" {
		want += "; nearest: " + n
	}
	c.Fail(code, want, got)
}

// Show makes the number of an explanation from a value of ref.
func (r Ref) Show(v Value) explain.Number {
	return explain.Number{Unscaled: v.Num, Den: v.Den, Scale: r.Scale, Unit: r.Unit, State: v.State}
}

// Parts reports whether the value is kept as a numerator and a denominator.
func (r Ref) Parts() bool { return r.den != plain }
