package payout

import (
	"slices"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/internal/fix"
	"github.com/cspay/cspay/scoring"
	"github.com/cspay/cspay/scoring/explain"
)

// settle makes a row's lines out of what its items pay: red lines bring items
// to nothing, penalties come off the variable part, deductions off the rest as
// far as they may. It is the one place where that is decided; the total, the
// lines and the explanation all come from it.
func (s *Sheet) settle(t *columns.Table, row int32, now limits, w *till) {
	w.review = len(s.red.Crossed(t, row, zeroesScore)) > 0
	for i := range s.items {
		it := &s.items[i]
		earned := t.At(it.earned, row)
		if earned.State != explain.Known {
			continue // the item is not for the row
		}
		lost := t.At(it.lost, row).Num
		if it.penal == nil {
			it.settle(s.red, t, row, earned.Num, lost, w)
		} else {
			it.penalise(s.red, t, row, lost, w)
		}
	}
	for i := range s.items {
		s.items[i].absorb(s.red, t, row, w)
	}
	s.guard.settle(t, row, now, w)
}

// zeroesScore reports a red line after which a person has to look at every line
// but base pay.
func zeroesScore(l scoring.RedLine) bool { return l.Effect == scoring.ScoreZero }

// till adds up a row's lines. Gross is what was earned less what was never
// earned; variable is the part of it that is not base pay; deducted is what is
// to be taken from it.
type till struct {
	emit func(entry) // nil when nobody reads the lines

	gross, variable, deducted int64
	total, uncollected        int64
	// review tells that every line but base pay needs a review.
	review   bool
	overflow bool
}

func (w *till) add(to *int64, cents int64) {
	v, ok := fix.Add(*to, cents)
	if !ok {
		w.overflow = true
		return
	}
	*to = v
}

// put adds a line.
func (w *till) put(e entry) {
	w.add(&w.total, e.cents)
	if w.emit != nil {
		w.emit(e)
	}
}

// earn adds to what was earned, or takes off what never was.
func (w *till) earn(it *item, cents int64) {
	w.add(&w.gross, cents)
	if !it.base {
		w.add(&w.variable, cents)
	}
}

// leave notes an amount that could not be taken, as a line that gives it back.
func (w *till) leave(e entry) {
	w.add(&w.uncollected, e.cents)
	w.put(e)
}

// settle puts the lines of an item that pays: what it earned, what of it was
// lost, and the veto of a red line. The losses of an item that a red line
// brings to nothing are not earned either, whatever they are otherwise.
func (it *item) settle(red *scoring.RedLines, t *columns.Table, row int32, earned, lost int64, w *till) {
	review := it.reviewed(red, t, row, w)
	veto := it.vetoes(red, t, row, scoring.PayZero)
	w.put(entry{item: it, treatment: Earned, cents: earned, review: review})
	w.earn(it, earned)
	if it.loser != nil {
		treatment := it.loser.treatment()
		if len(veto) > 0 {
			treatment = NotEarned
		}
		if treatment == Deducted {
			w.add(&w.deducted, lost)
		} else {
			w.earn(it, -lost)
		}
		it.lose(t, row, lost, entry{item: it, treatment: treatment, review: review}, w)
	}
	if left := earned - lost; len(veto) > 0 && left > 0 {
		w.put(entry{item: it, treatment: NotEarned, cents: -left, reason: Veto, review: true, red: veto})
		w.earn(it, -left)
	}
}

// reviewed reports whether a red line leaves the item's lines to a person.
func (it *item) reviewed(red *scoring.RedLines, t *columns.Table, row int32, w *till) bool {
	return w.review && !it.base || len(it.vetoes(red, t, row, scoring.OnlyReview)) > 0
}

// vetoes are the red lines of an effect that are about the item: those that
// list it, and those that list none for every item but base pay.
func (it *item) vetoes(red *scoring.RedLines, t *columns.Table, row int32, effect scoring.Effect) []scoring.RedLine {
	return red.Crossed(t, row, func(l scoring.RedLine) bool {
		if len(l.Items) == 0 {
			return l.Effect == effect && !it.base
		}
		return l.Effect == effect && slices.Contains(l.Items, it.doc.ID)
	})
}

// lose takes a loss off and shows it in lines like e.
func (it *item) lose(t *columns.Table, row int32, lost int64, e entry, w *till) {
	w.add(&w.total, -lost)
	if w.emit != nil {
		it.showLosses(t, row, lost, e, w)
	}
}

// showLosses emits a line for each loss, and one of 0.00 for each event that
// another clause charged already.
func (it *item) showLosses(t *columns.Table, row int32, lost int64, e entry, w *till) {
	if lost != 0 {
		it.loser.losses(t, row, func(l loss) {
			one := e
			one.cents, one.loss = -l.cents, l
			w.emit(one)
		})
	}
	if it.charger != nil {
		it.charger.spare().each(t, row, it.charger.wants, func(event *columns.Event, clause string) {
			one := e
			one.loss, one.reason, one.by = loss{day: int(event.Day), event: event}, OneCharge, clause
			w.emit(one)
		})
	}
}

// penalise puts the losses of a penalty or a charge-back, a line of 0.00 where
// there are none, and the duties that go with them. What they may take is
// decided when everything that is earned stands.
func (it *item) penalise(red *scoring.RedLines, t *columns.Table, row int32, lost int64, w *till) {
	e := entry{item: it, treatment: it.penal.treatment(), review: it.reviewed(red, t, row, w)}
	if e.treatment == Deducted {
		w.add(&w.deducted, lost)
	}
	if lost == 0 {
		w.put(e)
	}
	it.lose(t, row, lost, e, w)
	if w.emit == nil {
		return
	}
	e.reason = Duty
	for _, duty := range it.penal.duties(t, row) {
		e.duty = duty
		w.emit(e)
	}
}

// absorb takes a penalty off the variable part of the pay. What is beyond it
// is uncollected: the base is never touched.
func (it *item) absorb(red *scoring.RedLines, t *columns.Table, row int32, w *till) {
	if it.penal == nil || it.penal.treatment() != NotEarned || t.At(it.earned, row).State != explain.Known {
		return
	}
	lost := t.At(it.lost, row).Num
	taken := min(lost, max(0, w.variable))
	w.earn(it, -taken)
	if left := lost - taken; left > 0 {
		w.leave(entry{item: it, treatment: NotEarned, cents: left, reason: Uncollected, review: it.reviewed(red, t, row, w)})
	}
}
