package columns

import (
	"github.com/cspay/cspay/internal/fix"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// across divides two sums over a group of agents: the weighted mean of a shop,
// never a mean of means.
type across struct {
	ref, num, den Ref
	// members is the column with the number of agents added up.
	members int32
	over    facts.Across
	missing facts.Missing
}

// across gives a ratio columns of its own, for the sums.
func (k *composition) across(ref *Ref, num, den Ref, m facts.Metric) composer {
	x := &across{num: num, den: den, over: m.From.Across, missing: m.Missing}
	ref.num, ref.den, x.members = k.column(), k.column(), k.column()
	x.ref = *ref
	return x
}

// within is the attribute that the agents of a group share: of the same word,
// none for all agents together.
func (x *across) within() facts.Attribute {
	if x.over == facts.AcrossAll {
		return ""
	}
	return facts.Attribute(x.over)
}

// sums are the two sums of a group, over how many agents.
type sums struct {
	num, den fix.Sum
	members  int64
	overflow bool // a part of a member is out of range
	gaps     []int32
}

// maxGaps is how many agents of a group are told of when one of them asks why
// it has no value; the others are told when they ask.
const maxGaps = 100

// add adds up a row. Who has nothing to measure is left out, and who lacks a
// number leaves the sums of all open.
func (s *sums) add(row int32, num, den int64) {
	switch {
	case num == notApplicable || den == notApplicable:
	case num == overflow || den == overflow:
		s.overflow = true
	case num == missing || den == missing:
		if len(s.gaps) < maxGaps {
			s.gaps = append(s.gaps, row)
		}
	default:
		s.num.Add(num)
		s.den.Add(den)
		s.members++
	}
}

func (x *across) run(b *builder) {
	t := b.t
	all := make([]int32, t.Rows())
	for row := range all {
		all[row] = int32(row)
	}
	for _, group := range t.groups(all, x.within()) {
		if len(group) == 0 {
			continue
		}
		var s sums
		for _, row := range group {
			s.add(row, t.cols[x.num.num][row], t.cols[x.den.num][row])
		}
		num, den := x.value(b, group[0], &s)
		for _, row := range group {
			t.cols[x.ref.num][row], t.cols[x.ref.den][row], t.cols[x.members][row] = num, den, s.members
		}
	}
}

// value is what the sums of a group make. An overflow is one problem, at the
// first of the group.
func (x *across) value(b *builder, first int32, s *sums) (num, den int64) {
	num, okN := s.num.Int64()
	den, okD := s.den.Int64()
	switch {
	case s.overflow:
		return overflow, 1
	case len(s.gaps) > 0:
		b.t.gap(x.ref.ID, x.word(b.t, first), s.gaps)
		return absent(x.missing, false), 1
	case !okN || !okD:
		b.t.FailRow(b.c, first, x.ref.ID, facts.CodeNumberOverflow, "sums of at most 18 digits")
		return overflow, 1
	}
	return num, den
}

func (t *Table) gap(metric string, word int32, rows []int32) {
	if t.gaps == nil {
		t.gaps = map[string]map[int32][]int32{}
	}
	if t.gaps[metric] == nil {
		t.gaps[metric] = map[int32][]int32{}
	}
	t.gaps[metric][word] = rows
}

// word tells the group of a row from the others.
func (x *across) word(t *Table, row int32) int32 {
	if x.over == facts.AcrossAll {
		return 0
	}
	return t.word(row, x.within())
}

// blame reports the agents that leave the group open at their own metrics: one
// problem each, however many agents ask.
func (x *across) blame(t *Table, c facts.Check, row int32) bool {
	t.blameEach(c, row, x.num.ID, x.den.ID)
	if c.Full(facts.Error) {
		return true
	}
	for _, other := range t.gaps[x.ref.ID][x.word(t, row)] {
		t.blameEach(c, other, x.num.ID, x.den.ID)
	}
	return true
}

func (x *across) tell(t *Table, step *explain.Step, row int32) {
	v := t.At(x.ref, row)
	if v.State == explain.Known {
		step.Code = "metric.across"
		if x.over == facts.AcrossAll {
			step.Code = "metric.across.all"
		}
		step.Args = append(step.Args,
			explain.N("sum", x.num.Show(Value{Num: v.Num, Den: 1})), explain.N("by", x.den.Show(Value{Num: v.Den, Den: 1})),
			explain.T("num", x.num.Title()), explain.T("den", x.den.Title()),
			explain.W("across", string(x.over)), explain.T("group", x.group(t, row)),
			explain.N("agents", explain.Whole(t.cols[x.members][row], 0, facts.Number)))
	}
}

// group names the group of a row.
func (x *across) group(t *Table, row int32) facts.Text {
	if x.over == facts.AcrossAll {
		return facts.Text{}
	}
	word := t.Attribute(row, x.within())
	if word == "" {
		return facts.Text{ZH: "(未填)", EN: "(none)"}
	}
	key := string(x.over)
	return facts.Text{ZH: explain.Word(key, word, explain.Chinese), EN: explain.Word(key, word, explain.English)}
}
