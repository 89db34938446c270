package payout

import (
	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

func (e commission) tell(t *columns.Table, row int32, o outcome) (explain.Code, []explain.Arg, []explain.Step) {
	base, _ := e.base(t, row)
	args := []explain.Arg{
		explain.N("base", explain.Whole(base, moneyScale, facts.Money)),
		explain.N("paid", explain.Whole(o.cents, moneyScale, facts.Money)),
	}
	switch {
	case e.unpaid(base) && o.cents == 0:
		return "commission.negative", args, nil
	case e.unpaid(base):
		return "commission.negative_floor", args, nil
	}
	steps := e.parts(t, row, base)
	if !e.net || t.At(e.less, row).State != explain.Known {
		return "commission", args, steps
	}
	return "commission.net", append(args,
		explain.T("metric", e.gross.Title()), explain.N("gross", e.gross.Show(t.At(e.gross, row))),
		explain.T("less", e.less.Title()), explain.N("returned", e.less.Show(t.At(e.less, row)))), steps
}

// parts tells how the rate was chosen, what of the base is paid at it, and the
// bound that decided, if one did.
func (e commission) parts(t *columns.Table, row int32, base int64) []explain.Step {
	c, _ := e.charge(t, row, base)
	cents, _ := c.total(e.mode)
	steps, clause := e.rating.tell(t, row, base), "part"
	if len(steps) == 0 {
		clause = "slab"
	}
	steps = append(steps, c.steps(clause)...)
	return append(steps, e.bounds.tell(cents)...)
}
