package payout

import (
	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// evaluator is a compiled pay item. The run, the lines and the explanation all
// come from pay and losses.
type evaluator interface {
	pay(t *columns.Table, row int32) outcome
	// tell gives the sentence of a known outcome.
	tell(t *columns.Table, row int32, o outcome) (explain.Code, []explain.Arg, []explain.Step)
}

// loser is an evaluator whose item also shows losses, one line each.
type loser interface {
	losses(t *columns.Table, row int32, emit func(loss))
	// treatment says what the losses are: not earned, or deducted.
	treatment() Treatment
}

// penal is a loser that earns nothing itself and takes from what others do: a
// penalty or a charge-back.
type penal interface {
	loser
	// duties are what the penalties of a row ask for, in words.
	duties(t *columns.Table, row int32) []facts.Text
}

// loss is one loss: of a day, of an event, or of the month.
type loss struct {
	cents int64
	day   int            // 0 for the month
	event *columns.Event // nil where no event alone decides
}

// outcome is what an item pays one row: cents earned and cents lost (as a
// positive number), or why there is no answer.
type outcome struct {
	cents, lost int64
	// state is Known, NotApplicable for an item that pays 0.00 because there
	// is nothing to measure, or Missing or Overflow for a fault.
	state explain.State
	// code says what is wrong where the state of a value does not; metric, day
	// and event say which value it is about, where there is one.
	code   facts.Code
	metric string
	day    int
	// lack is what a condition of the item's own has no answer for want of.
	lack  columns.Lack
	event *columns.Event
}

// fault is an outcome without an answer for a reason of its own.
func fault(code facts.Code) outcome { return outcome{state: explain.Overflow, code: code} }

func known(cents int64, ok bool) outcome {
	if !ok {
		return outcome{state: explain.Overflow}
	}
	return outcome{cents: cents}
}
