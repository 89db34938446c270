package columns

import (
	"strconv"

	"github.com/cspay/cspay/internal/fix"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// blend adds up metrics, each times its weight. It stays a numerator and a
// denominator until a line is rounded.
type blend struct {
	ref     Ref
	missing facts.Missing
	parts   []blended
	// whole is what a weight of 100% is.
	whole int64
}

type blended struct {
	ref    Ref
	weight int64
	// times is the weight at the scale of the blend.
	times int64
}

// rateScale is the number of decimals of a weight.
const rateScale = 6

// minParts is how many metrics a blend or a choice needs.
const minParts = 2

func (k *composition) blend(ref *Ref, m facts.Metric, c facts.Check) composer {
	c = c.At("blend")
	x := &blend{missing: m.Missing, whole: fix.Pow10(rateScale)}
	if len(m.From.Blend) < minParts {
		c.Fail(facts.CodeRequired, "at least two metrics", strconv.Itoa(len(m.From.Blend)))
	}
	seen := map[string]bool{}
	for i, p := range m.From.Blend {
		at := c.Index(i)
		weight := k.weight(at.At("weight"), p)
		k.once(at.At("metric"), seen, p.Metric)
		if r, ok := k.alike(ref, at.At("metric"), p.Metric); ok {
			x.parts = append(x.parts, blended{ref: r, weight: weight})
			ref.Scale = max(ref.Scale, r.Scale)
		}
	}
	x.weights(c, ref)
	ref.num, ref.den = k.column(), k.column()
	x.ref = *ref
	return x
}

func (*composition) weight(c facts.Check, p facts.BlendPart) int64 {
	w := Number(c, p.Weight, rateScale)
	if w <= 0 {
		c.Fail(facts.CodeWeightInvalid, "a weight above 0", fix.Text(w, rateScale))
	}
	return w
}

// once reports a metric that stands twice among the parts of one.
func (*composition) once(c facts.Check, seen map[string]bool, id string) {
	if seen[id] {
		c.Fail(facts.CodeNameDuplicate, "a metric that is not among these yet", id)
	}
	seen[id] = true
}

// weights brings the weights to lowest terms, so that large numbers keep within
// 18 digits, and to the scale of the blend.
func (x *blend) weights(c facts.Check, ref *Ref) {
	var sum fix.Sum
	common, sound := x.whole, !ref.faulty
	for _, p := range x.parts {
		sum.Add(p.weight)
		sound = sound && p.weight > 0
		_, rest := fix.Lowest(p.weight, common)
		common /= rest
	}
	if v, ok := sum.Int64(); ok && sound && v != x.whole {
		c.Warn(facts.CodeBlendWeights, "weights that add up to 100%", fix.Text(v, rateScale))
	}
	x.whole /= common
	for i := range x.parts {
		p := &x.parts[i]
		times, ok := finer(p.weight/common, p.ref.Scale, ref.Scale)
		if !ok {
			c.Index(i).At("weight").Fail(facts.CodeNumberRange, "a smaller weight", fix.Text(p.weight, rateScale))
		}
		p.times = times
	}
}

// state is what the parts leave of a blend: without one of them there is none.
func (x *blend) state(t *Table, row int32) explain.State {
	var is [explain.Overflow + 1]bool
	for _, p := range x.parts {
		is[t.At(p.ref, row).State] = true
	}
	for _, s := range []explain.State{explain.Overflow, explain.NotApplicable, explain.Missing} {
		if is[s] {
			return s
		}
	}
	return explain.Known
}

func (x *blend) at(t *Table, row int32) Value {
	if s := x.state(t, row); s != explain.Known {
		return Value{State: s}
	}
	den, ok := int64(1), true
	for _, p := range x.parts {
		v := t.At(p.ref, row)
		_, d := fix.Lowest(v.Num, v.Den)
		if den, ok = fix.Lcm(den, d); !ok {
			return Value{State: explain.Overflow}
		}
	}
	var sum fix.Sum
	for _, p := range x.parts {
		v := t.At(p.ref, row)
		n, d := fix.Lowest(v.Num, v.Den)
		times, fits := fix.Mul(p.times, den/d)
		ok = ok && fits
		sum.AddMul(n, times)
	}
	num, okNum := sum.Int64()
	den, okDen := fix.Mul(den, x.whole)
	if !ok || !okNum || !okDen {
		return Value{State: explain.Overflow}
	}
	num, den = fix.Lowest(num, den)
	return Value{Num: num, Den: den}
}

func (x *blend) run(b *builder) {
	for row := range int32(b.t.Rows()) {
		v := x.at(b.t, row)
		b.put(x.ref, x.missing, row, v, v.State == explain.Overflow && x.state(b.t, row) == explain.Overflow)
	}
}

func (x *blend) tell(t *Table, step *explain.Step, row int32) {
	step.Code = "metric.blend"
	for _, p := range x.parts {
		child := explain.Step{
			Clause: "metrics." + x.ref.ID, Code: "blend.part", Value: p.ref.Show(t.At(p.ref, row)),
			Args: []explain.Arg{
				explain.T("part", p.ref.Title()), explain.N("weight", explain.Whole(p.weight, rateScale, facts.Ratio)),
			},
		}
		if inner := t.Explain(p.ref, row); inner.Code != "metric.given" || len(inner.Steps) > 0 {
			child.Steps = []explain.Step{inner}
		}
		step.Steps = append(step.Steps, child)
	}
}

func (x *blend) blame(t *Table, c facts.Check, row int32) bool {
	for _, p := range x.parts {
		t.blameEach(c, row, p.ref.ID)
	}
	return true
}
