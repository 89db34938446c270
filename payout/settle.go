package payout

import (
	"slices"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/internal/fix"
	"github.com/cspay/cspay/scoring"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// entry is one money line in cents, before anybody reads it.
type entry struct {
	item      *item // nil for a line of the guard
	treatment Treatment
	cents     int64
	loss      loss
	reason    Reason
	review    bool
	red       []scoring.RedLine
	duty      facts.Text
	// limit is what the reason allows, in cents.
	limit int64
}

// till adds up a row's entries.
type till struct {
	emit func(entry) // nil when nobody reads the lines
	// gross is what was earned less what was never earned, variable the part
	// of it that is not base pay, deducted what is to be taken from it.
	gross, variable, deducted int64
	total, uncollected        int64
	review                    bool
	overflow                  bool
}

func (w *till) add(to *int64, cents int64) {
	v, ok := fix.Add(*to, cents)
	if !ok {
		w.overflow = true
		return
	}
	*to = v
}

func (w *till) put(e entry) {
	w.add(&w.total, e.cents)
	if w.emit != nil {
		w.emit(e)
	}
}

// settle makes a row's lines out of what its items pay: red lines take items
// out, penalties come off the variable part, deductions off the rest as far as
// the law allows. It is the one place where that is decided; the total, the
// lines and the explanation all come from it.
func (s *Sheet) settle(t *columns.Table, row int32, now limits, emit func(entry)) (w till, ok bool) {
	w.emit = emit
	w.review = len(s.red.Crossed(t, row, wholeMonth)) > 0
	for i := range s.items {
		s.items[i].settle(s, t, row, &w)
	}
	for i := range s.items {
		s.items[i].absorb(t, row, &w)
	}
	s.guard.settle(t, row, now, &w)
	return w, !w.overflow
}

// wholeMonth reports a red line that leaves every variable line to a person.
func wholeMonth(l scoring.RedLine) bool {
	return l.Effect == scoring.ScoreZero || l.Effect == scoring.OnlyReview && len(l.Items) == 0
}

// settle puts an item's own lines: what it earned, what of it was lost, and
// the veto of a red line.
func (it *item) settle(s *Sheet, t *columns.Table, row int32, w *till) {
	v := t.At(it.earned, row)
	if v.State != explain.Known {
		return
	}
	lost := t.At(it.lost, row).Num
	penal, isPenal := it.eval.(penal)
	zeroed := it.vetoes(s, t, row, scoring.PayZero)
	review := !it.base && w.review || len(it.vetoes(s, t, row, scoring.OnlyReview)) > 0
	if !isPenal || len(zeroed) > 0 {
		w.put(entry{item: it, treatment: Earned, cents: v.Num, review: review})
		w.earn(it, v.Num)
	}
	if isPenal && len(zeroed) == 0 {
		it.penalise(penal, t, row, lost, review, w)
		return
	}
	if l, ok := it.eval.(loser); ok && !isPenal {
		it.lose(l, t, row, lost, len(zeroed) > 0, review, w)
	}
	if left := v.Num - lost; len(zeroed) > 0 && left > 0 {
		w.put(entry{item: it, treatment: NotEarned, cents: -left, reason: Veto, review: true, red: zeroed})
		w.earn(it, -left)
	}
}

// earn adds to what was earned, or takes off what never was.
func (w *till) earn(it *item, cents int64) {
	w.add(&w.gross, cents)
	if !it.base {
		w.add(&w.variable, cents)
	}
}

// vetoes are the red lines of an effect that are about the item.
func (it *item) vetoes(s *Sheet, t *columns.Table, row int32, effect scoring.Effect) []scoring.RedLine {
	if !it.named {
		return nil
	}
	return s.red.Crossed(t, row, func(l scoring.RedLine) bool {
		return l.Effect == effect && slices.Contains(l.Items, it.doc.ID)
	})
}

// lose puts the losses of an item that earned something. Those of an item that
// a red line brings to nothing were never earned.
func (it *item) lose(l loser, t *columns.Table, row int32, lost int64, zeroed, review bool, w *till) {
	treatment := l.treatment()
	if zeroed {
		treatment = NotEarned
	}
	if treatment == Deducted {
		w.add(&w.deducted, lost)
	} else {
		w.earn(it, -lost)
	}
	if w.emit == nil {
		w.add(&w.total, -lost)
		return
	}
	if lost != 0 {
		l.losses(t, row, func(x loss) {
			w.put(entry{item: it, treatment: treatment, cents: -x.cents, loss: x, review: review})
		})
	}
	it.spared(t, row, treatment, w)
}

// penalise puts the losses of a penalty or a charge-back, a line of 0.00 where
// there are none, and the duties that go with them.
func (it *item) penalise(p penal, t *columns.Table, row int32, lost int64, review bool, w *till) {
	if p.treatment() == Deducted {
		w.add(&w.deducted, lost)
	}
	if lost == 0 {
		w.put(entry{item: it, treatment: p.treatment(), review: review})
	} else {
		p.losses(t, row, func(x loss) {
			w.put(entry{item: it, treatment: p.treatment(), cents: -x.cents, loss: x, review: review})
		})
	}
	if w.emit == nil {
		return
	}
	it.spared(t, row, p.treatment(), w)
	for _, d := range p.duties(t, row) {
		w.put(entry{item: it, treatment: p.treatment(), reason: Duty, duty: d})
	}
}

// absorb takes a penalty off the variable part of the pay. What is beyond it
// is uncollected: the base is never touched.
func (it *item) absorb(t *columns.Table, row int32, w *till) {
	p, ok := it.eval.(penal)
	if !ok || p.treatment() != NotEarned || t.At(it.earned, row).State != explain.Known {
		return
	}
	lost := t.At(it.lost, row).Num
	taken := min(lost, max(0, w.variable))
	w.earn(it, -taken)
	if left := lost - taken; left > 0 {
		w.add(&w.uncollected, left)
		w.put(entry{item: it, treatment: NotEarned, cents: left, reason: Uncollected})
	}
}

// spared puts a line for each event that another clause charged already.
func (it *item) spared(t *columns.Table, row int32, treatment Treatment, w *till) {
	p, ok := it.eval.(charger)
	if !ok {
		return
	}
	p.eachSpared(t, row, func(e *columns.Event, _ string) {
		w.put(entry{item: it, treatment: treatment, loss: loss{day: int(e.Day), event: e}, reason: OneCharge})
	})
}
