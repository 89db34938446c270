package payout

import (
	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// Remainder pays what an account in money has left (基金结余返还).
//
//	remainder: {account: fund}
//
// A fund of 100.00 charged 40.00 pays 60.00; charged 120.00 it pays 0.00.
type Remainder struct {
	// Account is the id of the account.
	Account string `key:"account,required"`
}

// Kind returns remainder.
func (Remainder) Kind() string { return "remainder" }

type remainder struct{ left columns.Ref }

func (r Remainder) compile(c *compiler) evaluator {
	ref, ok := c.schema.Part(c.At("account"), r.Account, ".left", "an account")
	if !ok {
		return remainder{}
	}
	if ref.Unit != facts.Money {
		c.At("account").Fail(facts.CodeMetricUnit, "an account in money", string(ref.Unit))
	}
	c.refs = append(c.refs, ref)
	return remainder{ref}
}

func (e remainder) pay(t *columns.Table, row int32) outcome {
	v := t.At(e.left, row)
	return outcome{cents: v.Num, state: v.State}
}

func (e remainder) tell(*columns.Table, int32, outcome) (explain.Code, []explain.Arg, []explain.Step) {
	return "remainder", []explain.Arg{explain.T("account", e.left.Title())}, nil
}
