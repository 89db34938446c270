package columns

import (
	"strconv"
	"strings"

	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// firstOf takes the first of several metrics that has a value: where the shop
// has no order conversion, inquiry conversion stands in.
type firstOf struct {
	ref     Ref
	missing facts.Missing
	choices []Ref
}

func (k *composition) firstOf(ref *Ref, m facts.Metric, c facts.Check) composer {
	c = c.At("first_of")
	x := &firstOf{missing: m.Missing}
	if len(m.From.FirstOf) < minParts {
		c.Fail(facts.CodeRequired, "at least two metrics", strconv.Itoa(len(m.From.FirstOf)))
	}
	seen, quotient := map[string]bool{}, false
	for i, id := range m.From.FirstOf {
		k.once(c.Index(i), seen, id)
		if r, ok := k.alike(ref, c.Index(i), id); ok {
			x.choices = append(x.choices, r)
			ref.Scale = max(ref.Scale, r.Scale)
			quotient = quotient || r.Parts()
		}
	}
	ref.num = k.column()
	if quotient {
		ref.den = k.column() // else it is one number, as all of them are
	}
	x.ref = *ref
	return x
}

// choose finds the first metric with a value: its index, or how many there are
// where none has one. A value out of range is chosen too, for it is there.
func (x *firstOf) choose(t *Table, row int32) (chosen int, v Value) {
	none := Value{State: explain.NotApplicable}
	for i, r := range x.choices {
		v := t.At(r, row)
		switch v.State {
		case explain.Known, explain.Overflow:
			return i, v
		case explain.Missing:
			none = v
		case explain.NotApplicable:
		}
	}
	return len(x.choices), none
}

func (x *firstOf) run(b *builder) {
	for row := range int32(b.t.Rows()) {
		i, v := x.choose(b.t, row)
		inherited := v.State == explain.Overflow
		if v.State == explain.Known {
			if num, ok := finer(v.Num, x.choices[i].Scale, x.ref.Scale); ok {
				v.Num = num
			} else {
				v = Value{State: explain.Overflow}
			}
		}
		b.put(x.ref, x.missing, row, v, inherited)
	}
}

// tell says which metric stood in, and for which.
func (x *firstOf) tell(t *Table, step *explain.Step, row int32) {
	i, _ := x.choose(t, row)
	switch {
	case i == len(x.choices):
		step.Code = "metric.first.none"
	case i == 0:
		step.Code = "metric.first"
	default:
		step.Code = "metric.first.substitute"
	}
	if i > 0 {
		step.Args = append(step.Args, explain.T("without", titles(x.choices[:i])))
	}
	if i < len(x.choices) {
		step.Args = append(step.Args, explain.T("used", x.choices[i].Title()))
		step.Steps = append(step.Steps, t.Explain(x.choices[i], row))
	}
}

func (x *firstOf) blame(t *Table, c facts.Check, row int32) bool {
	ids := make([]string, len(x.choices))
	for i, r := range x.choices {
		ids[i] = r.ID
	}
	t.FailRow(c, row, x.ref.ID, facts.CodeMetricMissing, "a value for one of "+strings.Join(ids, ", "))
	return true
}
