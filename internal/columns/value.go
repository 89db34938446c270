package columns

import (
	"math"

	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// Sentinels stand in a column where no number does; numbers stay within 18
// digits, so they never meet.
const (
	missing       = math.MinInt64
	notApplicable = math.MinInt64 + 1
	overflow      = math.MinInt64 + 2
)

// Value is one cell read: Num / (Den * 10^Scale of its Ref) when Known.
type Value struct {
	Num, Den int64
	State    explain.State
}

// At reads the value of a row. A quotient with a denominator of zero or below
// is not applicable; one that lacks a part means what its metric says.
func (t *Table) At(r Ref, row int32) Value {
	num := t.cols[r.num][row]
	if num <= overflow {
		return r.absent(num)
	}
	if r.den == plain {
		return Value{Num: num, Den: 1}
	}
	den := t.cols[r.den][row]
	switch {
	case den <= overflow:
		return r.absent(den)
	case den <= 0:
		return Value{State: explain.NotApplicable}
	}
	return Value{Num: num, Den: den}
}

// absent reads a cell without a number. A plain column applied its metric's
// rule when it was built; a ratio applies its own here.
func (r Ref) absent(cell int64) Value {
	switch {
	case cell == missing && r.missing == facts.MissingZero:
		return Value{Num: 0, Den: 1}
	case cell == missing && r.missing == facts.MissingNotApplicable:
		return Value{State: explain.NotApplicable}
	}
	return Value{State: stateOf(cell)}
}

func stateOf(cell int64) explain.State {
	switch cell {
	case missing:
		return explain.Missing
	case overflow:
		return explain.Overflow
	default:
		return explain.NotApplicable
	}
}

// Set writes a plain figure's cell.
func (t *Table) Set(r Ref, row int32, v int64, state explain.State) {
	switch state {
	case explain.Known:
		t.cols[r.num][row] = v
	case explain.Missing:
		t.cols[r.num][row] = missing
	case explain.NotApplicable:
		t.cols[r.num][row] = notApplicable
	case explain.Overflow:
		t.cols[r.num][row] = overflow
	}
}
