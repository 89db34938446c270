package columns

import (
	"slices"
	"strconv"
	"strings"

	"github.com/cspay/cspay/internal/fix"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// composer is a metric made of other metrics that has columns of its own. The
// same arithmetic fills its columns and explains them.
type composer interface {
	// run fills the metric's columns after those of its parts.
	run(b *builder)
	// tell explains a row.
	tell(t *Table, step *explain.Step, row int32)
	// blame reports what leaves a row's value open at the facts that lack it;
	// false where it knows no better place than the metric.
	blame(t *Table, c facts.Check, row int32) bool
}

// composes reports whether a metric is compiled after those it is made of.
func composes(f facts.From) bool {
	return f.Ratio != "" || f.Days != "" || len(f.Blend) > 0 || len(f.FirstOf) > 0
}

// maxInside bounds how many metrics one is made of, all the way down, so that
// no explanation of it grows beyond reading.
const maxInside = 100

// composition compiles the metrics that are made of others, each after its
// parts.
type composition struct {
	*Schema
	c    facts.Check // at the metrics
	done map[string]bool
	// way are the metrics that are being compiled, each a part of the one
	// before it.
	way []string
}

func (s *Schema) compose(c facts.Check) {
	k := composition{Schema: s, c: c, done: map[string]bool{}}
	for _, id := range s.ids {
		if composes(s.metrics[id].From) {
			k.metric(id)
		}
	}
}

func (k *composition) metric(id string) {
	if k.done[id] {
		return
	}
	m := k.metrics[id]
	c := k.c.At(id).At("from")
	checkFrom(c, m.From)
	k.way = append(k.way, id)
	ref := Ref{den: plain, Unit: m.Unit, Better: m.Better, ID: id, Name: m.Name}
	var made composer
	switch {
	case m.From.Ratio != "":
		made = k.ratio(&ref, m, c)
	case m.From.Days != "":
		made = k.daysOf(&ref, m, c)
	case len(m.From.Blend) > 0:
		made = k.blend(&ref, m, c)
	default:
		made = k.firstOf(&ref, m, c)
	}
	k.way = k.way[:len(k.way)-1]
	if ref.inside > maxInside && !ref.faulty {
		c.Fail(facts.CodePolicySize, "at most "+strconv.Itoa(maxInside)+" metrics inside one", id)
		ref.faulty = true
	}
	k.done[id] = true
	k.refs[id] = ref // a faulty one too, or every clause that names it would be reported
	if made != nil {
		if k.composedAt == nil {
			k.composedAt = map[string]composer{}
		}
		k.composed, k.composedAt[id] = append(k.composed, made), made
	}
}

// part finds a metric that whole is made of. ok is false where it was reported,
// here or where it is declared.
func (k *composition) part(whole *Ref, c facts.Check, id, want string, fits func(Ref) bool) (r Ref, ok bool) {
	if m, known := k.metrics[id]; known && composes(m.From) && !k.done[id] {
		if at := slices.Index(k.way, id); at >= 0 {
			c.Fail(facts.CodeMetricCycle, "a metric that does not lead back here: "+cycle(k.way[at:]), id)
			whole.faulty = true
			return Ref{}, false
		}
		if len(k.way) >= maxInside {
			c.Fail(facts.CodePolicySize, "at most "+strconv.Itoa(maxInside)+" metrics inside one", id)
			whole.faulty = true
			return Ref{}, false
		}
		k.metric(id)
	}
	r, ok = k.refs[id]
	if !ok || !fits(r) {
		k.unknown(c, facts.CodeMetricUnknown, want, id, func() []string {
			return slices.DeleteFunc(k.names(), func(id string) bool { return !fits(k.refs[id]) })
		})
		ok = false
	}
	whole.inside += r.inside + 1
	whole.faulty = whole.faulty || r.faulty || !ok
	return r, ok && !r.faulty
}

// cycle writes the way from a metric back to itself.
func cycle(way []string) string {
	const most = 8
	names := slices.Clone(way)
	if len(names) > most {
		names = slices.Concat(names[:most-1], []string{"…"}, names[len(names)-1:])
	}
	return strings.Join(append(names, way[0]), " > ")
}

func isPlain(r Ref) bool { return r.den == plain }

// plain finds a part that must be one number.
func (k *composition) plain(whole *Ref, c facts.Check, id string) (Ref, bool) {
	return k.part(whole, c, id, "a metric that is one number, not a ratio or a mean", isPlain)
}

// alike finds a part that must be measured as the whole is.
func (k *composition) alike(whole *Ref, c facts.Check, id string) (Ref, bool) {
	r, ok := k.part(whole, c, id, "a metric of the policy", func(Ref) bool { return true })
	switch {
	case !ok:
	case r.Unit != whole.Unit && r.Unit != "" && whole.Unit != "":
		c.Fail(facts.CodeMetricUnit, "a metric in "+string(whole.Unit), string(r.Unit))
		whole.faulty = true
	case r.Better != whole.Better && r.Better != "" && whole.Better != "":
		c.Fail(facts.CodeMetricDirection, "a metric of which "+string(whole.Better)+" is better", string(r.Better))
		whole.faulty = true
	}
	return r, ok
}

// ratio shares the columns of the two metrics it divides, unless it adds them
// up over a group.
func (k *composition) ratio(ref *Ref, m facts.Metric, c facts.Check) composer {
	num, okN := k.plain(ref, c.At("ratio"), m.From.Ratio)
	den, okD := k.plain(ref, c.At("to"), m.From.To)
	ref.num, ref.den, ref.missing = num.num, max(den.num, 0), m.Missing
	switch {
	case !okN || !okD:
	case num.Scale < den.Scale:
		c.Fail(facts.CodeMetricUnit, "a denominator with no more decimals than the numerator", m.From.To)
	default:
		ref.Scale = num.Scale - den.Scale
	}
	if m.From.Across == "" || !CheckWord(c.At("across"), m.From.Across) {
		return nil
	}
	return k.across(ref, num, den, m)
}

// blameParts reports a metric that is missing at what it is made of. A ratio of
// two numbers that the facts give is reported as itself.
func (t *Table) blameParts(c facts.Check, row int32, name string) bool {
	s := t.schema
	if made := s.composedAt[name]; made != nil {
		return made.blame(t, c, row)
	}
	f := s.metrics[name].From
	inner := func(id string) bool {
		return s.composedAt[id] != nil && t.At(s.refs[id], row).State == explain.Missing
	}
	if !inner(f.Ratio) && !inner(f.To) {
		return false
	}
	return t.blameEach(c, row, f.Ratio, f.To)
}

// blameEach reports those of some metrics that are missing.
func (t *Table) blameEach(c facts.Check, row int32, ids ...string) (found bool) {
	for _, id := range ids {
		if t.At(t.schema.refs[id], row).State == explain.Missing {
			t.FailState(c, row, id, explain.Missing)
			found = true
		}
	}
	return found
}

// put writes what a composed metric is on a row. An overflow is reported where
// it arises: those of its parts have been.
func (b *builder) put(r Ref, rule facts.Missing, row int32, v Value, inherited bool) {
	num, den := v.Num, max(v.Den, 1)
	switch v.State {
	case explain.Known:
	case explain.Missing:
		num = absent(rule, b.t.Idle(row))
	case explain.NotApplicable:
		num = notApplicable
	case explain.Overflow:
		num = overflow
		if !inherited {
			b.t.FailRow(b.c, row, r.ID, facts.CodeNumberOverflow, "at most 18 digits")
		}
	}
	b.t.cols[r.num][row] = num
	if r.den != plain {
		b.t.cols[r.den][row] = den
	}
}

// finer brings an integer from one scale to a finer one.
func finer(v int64, from, to int) (int64, bool) { return fix.Mul(v, fix.Pow10(to-from)) }

// titles lists metrics for a sentence.
func titles(refs []Ref) facts.Text {
	var zh, en []string
	for _, r := range refs {
		zh = append(zh, explain.Say(r.Title(), explain.Chinese))
		en = append(en, explain.Say(r.Title(), explain.English))
	}
	return facts.Text{ZH: strings.Join(zh, "、"), EN: strings.Join(en, ", ")}
}
