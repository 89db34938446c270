package columns

import (
	"slices"

	"github.com/cspay/cspay/internal/fix"
	"github.com/cspay/cspay/scoring/facts"
)

// derive fills the columns that come from daily rows and events.
func (b *builder) derive() {
	for i := range b.s.derived {
		d := &b.s.derived[i]
		for row := range int32(len(b.t.IDs)) {
			switch {
			case d.from.Amounts != "":
				b.t.cols[d.col][row] = b.sumAmounts(d, row)
			case d.from.Event != "" && d.from.Panel != "":
				b.t.cols[d.col][row] = b.countAttributed(d, row)
			case d.from.Panel != "":
				b.panelMean(d, row)
			case d.from.Inspection != "":
				b.inspect(d, row)
			case d.from.Distinct != "":
				b.t.cols[d.col][row] = b.countReporters(d, row)
			case d.from.Event != "":
				b.t.cols[d.col][row] = b.count(d, row)
			case d.from.Daily == facts.Mean:
				b.mean(d, row)
			default:
				b.t.cols[d.col][row] = b.aggregate(d, row)
			}
			b.checkOverflow(d, row)
		}
	}
	for row := range int32(len(b.t.IDs)) {
		b.subtractFrom(cell{row, 0}, func(id string) *int64 {
			if b.s.metrics[id].From.Daily != facts.Sum {
				return nil
			}
			return &b.t.cols[b.s.refs[id].num][row]
		})
	}
}

func (b *builder) count(d *derivation, row int32) int64 {
	n := int64(0)
	events := b.t.EventsOf(row)
	for i := range events {
		if e := &events[i]; e.Kind == d.kind && counts(d.from, e) {
			n++
		}
	}
	return n
}

// counts reports whether a metric counts an event of its kind.
func counts(from facts.From, e *Event) bool {
	want := from.Status
	if want == "" {
		want = facts.Upheld
	}
	return e.Status == want && !e.Excluded
}

// none is what a metric without a daily cell means: what its rule says, or
// nothing to measure where exclusions took every daily row out.
func (b *builder) none(d *derivation, row int32) int64 {
	v := absent(d.missing, b.t.worked[row] == 0)
	from, to := b.t.Daily(row)
	kept := func(cell int64) bool { return cell != notApplicable }
	if v == missing && from < to && !slices.ContainsFunc(b.t.dayCells[d.daily][from:to], kept) {
		return notApplicable
	}
	return v
}

// gap reports whether a worked day lacks a cell that its metric must have: a
// month summed over the other days would be a guess.
func (b *builder) gap(d *derivation, row, i int32) bool {
	return d.missing != facts.MissingZero && d.missing != facts.MissingNotApplicable &&
		b.t.dayCells[d.daily][i] == missing && b.t.Day(row, b.t.DayNo(i)) == Worked
}

// aggregate sums, takes the last or the largest of the cells that are there.
func (b *builder) aggregate(d *derivation, row int32) int64 {
	var sum fix.Sum
	var last, most int64
	found, gap := false, false
	from, to := b.t.Daily(row)
	for i := from; i < to; i++ {
		v, ok := b.t.Cell(d.daily, i)
		if !ok {
			gap = gap || b.gap(d, row, i)
			continue
		}
		if !found || v > most {
			most = v
		}
		found, last = true, v
		sum.Add(v)
	}
	switch {
	case !found:
		return b.none(d, row)
	case gap:
		return missing
	}
	switch d.from.Daily {
	case facts.Last:
		return last
	case facts.Maximum:
		return most
	case facts.Sum, facts.Mean:
	}
	v, ok := sum.Int64()
	if !ok {
		return overflow
	}
	return v
}

// mean keeps the weighted sum and the weight apart.
func (b *builder) mean(d *derivation, row int32) {
	var num, den fix.Sum
	found, gap := false, false
	from, to := b.t.Daily(row)
	for i := from; i < to; i++ {
		v, okV := b.t.Cell(d.daily, i)
		w, okW := b.t.Cell(d.weight, i)
		if okV && okW {
			found = true
			num.AddMul(v, w)
			den.Add(w)
		}
		gap = gap || okW && w != 0 && !okV && b.gap(d, row, i)
	}
	n, okN := num.Int64()
	w, okW := den.Int64()
	switch {
	case !found:
		n, w = b.none(d, row), 1
	case gap:
		n, w = missing, 1
	case !okN || !okW:
		n, w = overflow, 1
	}
	b.t.cols[d.col][row], b.t.cols[d.den][row] = n, w
}

func (b *builder) checkOverflow(d *derivation, row int32) {
	if b.t.cols[d.col][row] == overflow {
		b.t.FailRow(b.c, row, d.id, facts.CodeNumberOverflow, "at most 18 digits")
	}
}
