package columns

import (
	"maps"
	"slices"
	"strconv"
	"strings"

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

	missing facts.Missing // what a missing part means, for a ratio
	ranking bool          // the places of a ranking, whose names are their own
}

// Schema is what the names of a policy mean. It is built once, then read-only.
type Schema struct {
	refs     map[string]Ref
	rankings map[string]ranked
	// standings is how many rankings there are.
	standings int32
	width     int32

	metrics facts.Metrics
	ids     []string // metric ids in byte order
	daily   []string // metrics with daily cells, in byte order
	// measures are those of the daily metrics, in the same order.
	measures []measure
	dailyAt  map[string]int
	given    []given
	derived  []derivation
	tellers  map[string]Teller
	events   map[string]int32
	// declared are the kinds of event the policy names; empty when it names
	// none.
	declared facts.EventKinds
	panels   map[string]*panel
	kinds    []string
}

// NewSchema compiles metrics. Problems are reported below c, by metric id. The
// map is not kept.
func NewSchema(metrics facts.Metrics, c facts.Check) *Schema {
	return newSchema(Vocabulary{Metrics: metrics}, c, facts.Check{}, facts.Check{})
}

// Vocabulary is what a policy names before its first stage.
type Vocabulary struct {
	Metrics facts.Metrics
	Events  facts.EventKinds
	Panels  facts.Panels
}

// NewSchemaWith compiles a whole vocabulary. Problems are reported below c, by
// the keys metrics, events and panels.
func NewSchemaWith(v Vocabulary, c facts.Check) *Schema {
	return newSchema(v, c.At("metrics"), c.At("events"), c.At("panels"))
}

func newSchema(v Vocabulary, c, events, panels facts.Check) *Schema {
	metrics := v.Metrics
	s := &Schema{
		declared: maps.Clone(v.Events),
		refs:     map[string]Ref{}, rankings: map[string]ranked{}, metrics: own(metrics),
		dailyAt: map[string]int{}, events: map[string]int32{}, tellers: map[string]Teller{},
		ids: slices.Sorted(maps.Keys(metrics)),
	}
	for _, kind := range slices.Sorted(maps.Keys(v.Events)) {
		checkID(events.At(kind), kind)
	}
	s.compilePanels(v.Panels, panels)
	for _, id := range s.ids {
		if metrics[id].From.Daily != "" {
			s.dailyAt[id] = len(s.daily)
			s.daily = append(s.daily, id)
			s.measures = append(s.measures, measureOf(metrics[id]))
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

// own copies what of the metrics is read after compiling.
func own(metrics facts.Metrics) facts.Metrics {
	out := make(facts.Metrics, len(metrics))
	for id, m := range metrics {
		if m.Decimals != nil {
			decimals := *m.Decimals
			m.Decimals = &decimals
		}
		m.Sample.Keys = slices.Clone(m.Sample.Keys)
		out[id] = m
	}
	return out
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
	if m.Decimals != nil {
		checkDecimals(c.At("decimals"), m)
	}
	if m.From.Ratio != "" {
		return // compiled after the metrics it divides
	}
	ref := Ref{num: s.column(), den: plain, Scale: scaleOf(m), Unit: m.Unit, Better: m.Better, ID: id, Name: m.Name}
	s.compileFrom(&ref, m, c.At("from"))
	s.refs[id] = ref
}

// checkDecimals keeps a metric's own decimals within what its values can have:
// a percentage is written with two fewer than its fraction carries.
func checkDecimals(c facts.Check, m facts.Metric) {
	least, want := 0, "0 to 9 decimals"
	if m.Unit == facts.Percent {
		least, want = 2, "2 to 9 decimals, of the fraction: 98% is 0.98"
	}
	if *m.Decimals < least || *m.Decimals > MaxDecimals {
		c.Fail(facts.CodeNumberRange, want, strconv.Itoa(*m.Decimals))
	}
}

// names returns the names there are in byte order, or none when they are too
// many to look for a near one.
func (s *Schema) names() []string {
	if len(s.refs) > maxKnown {
		return nil
	}
	return slices.Sorted(maps.Keys(s.refs))
}

// Add declares a figure that a stage makes and how it is told. The name must
// be free.
func (s *Schema) Add(c facts.Check, f Figure) Ref {
	ref := Ref{num: s.column(), den: plain, Scale: f.Scale, Unit: f.Unit, Better: f.Better, ID: f.ID, Name: f.Name}
	if ref.Better == "" {
		ref.Better = facts.Higher
	}
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
	ID     string
	Name   facts.Text
	Unit   facts.Unit
	Better facts.Direction // higher when left out
	Scale  int
	Tell   Teller // nil for a figure that explains itself by its value
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
	if t := s.declared[kind].Name; t != (facts.Text{}) {
		return t
	}
	return facts.Text{ZH: kind, EN: kind}
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
