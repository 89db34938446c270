package payout

import (
	"github.com/shopspring/decimal"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// wage is a monthly amount: everybody's, or what a money metric holds for each
// agent.
type wage struct {
	amount   int64
	own      columns.Ref
	perAgent bool
}

// wage compiles the keys amount and metric, of which one is given.
func (c *compiler) wage(amount decimal.Decimal, metric string) wage {
	w := wage{perAgent: metric != ""}
	switch {
	case w.perAgent && amount.Sign() != 0:
		c.At("metric").Fail(facts.CodeOneOf, "amount or metric", "")
	case w.perAgent:
		w.own = c.money("metric", metric)
	case amount.Sign() == 0:
		c.At("amount").Fail(facts.CodeRequired, "an amount or a metric", "")
	default:
		w.amount = c.amount("amount", amount)
	}
	return w
}

// of returns a row's amount, which is not below 0 when it is known.
func (w wage) of(t *columns.Table, row int32) (int64, outcome) {
	if !w.perAgent {
		return w.amount, outcome{}
	}
	v := t.At(w.own, row)
	if v.State == explain.Known && v.Num < 0 {
		o := fault(facts.CodeNumberNegative)
		o.metric = w.own.ID
		return 0, o
	}
	return v.Num, outcome{state: v.State}
}
