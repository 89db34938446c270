package columns

import (
	"maps"
	"slices"
	"strconv"

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
	faulty  bool          // made of metrics that were reported
	inside  int32         // how many metrics it is made of
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
	// composed are the metrics made of other metrics that need columns of
	// their own: in the order they are filled, and by id.
	composed   []composer
	composedAt map[string]composer
	// priced are the kinds of event whose amounts a metric adds up.
	priced  map[int32]bool
	tellers map[string]Teller
	events  map[string]int32
	// declared are the kinds of event the policy names; empty when it names
	// none.
	declared facts.EventKinds
	panels   map[string]*panel
	kinds    []string
	// published are the metrics whose values are due by a day, in byte order.
	published []publication
	// inspections are what chats are marked by.
	inspections inspections
}

// NewSchema compiles metrics. Problems are reported below c, by metric id. The
// map is not kept.
func NewSchema(metrics facts.Metrics, c facts.Check) *Schema {
	return newSchema(Vocabulary{Metrics: metrics}, c, facts.Check{}, facts.Check{}, facts.Check{})
}

// Vocabulary is what a policy names before its first stage.
type Vocabulary struct {
	Metrics facts.Metrics
	Events  facts.EventKinds
	Panels  facts.Panels
	// Inspections are compiled before the metrics that read them.
	Inspections facts.Inspections
}

// NewSchemaWith compiles a whole vocabulary. Problems are reported below c, by
// the keys metrics, events, panels and inspections.
func NewSchemaWith(v Vocabulary, c facts.Check) *Schema {
	return newSchema(v, c.At("metrics"), c.At("events"), c.At("panels"), c.At("inspections"))
}

func newSchema(v Vocabulary, c, events, panels, inspections facts.Check) *Schema {
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
	s.compileInspections(v.Inspections, inspections)
	for _, id := range s.ids {
		if metrics[id].From.Daily != "" {
			s.dailyAt[id] = len(s.daily)
			s.daily = append(s.daily, id)
			s.measures = append(s.measures, measureOf(metrics[id]))
		}
	}
	for _, id := range s.ids {
		s.compile(id, s.metrics[id], c.At(id))
	}
	s.compose(c)
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
		if m.From.Each != nil {
			each := *m.From.Each
			m.From.Each = &each
		}
		m.From.Blend, m.From.FirstOf = slices.Clone(m.From.Blend), slices.Clone(m.From.FirstOf)
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
	s.compilePublication(id, m, c)
	if composes(m.From) {
		return // compiled after the metrics it is made of
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
