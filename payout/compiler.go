package payout

import (
	"github.com/shopspring/decimal"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/internal/fix"
	"github.com/cspay/cspay/scoring/facts"
)

// moneyScale and rateScale are the decimals of money and of rates.
const (
	moneyScale = 2
	rateScale  = 6
)

// compiler resolves the names and numbers of one item; it is the check.
type compiler struct {
	facts.Check
	schema        *columns.Schema
	refs          []columns.Ref
	lines, losses fix.Mode
}

func (c *compiler) metric(key, id string) columns.Ref {
	ref, ok := c.schema.Metric(c.At(key), id)
	if ok {
		c.refs = append(c.refs, ref)
	}
	return ref
}

// amount converts a sum of money under a key.
func (c *compiler) amount(key string, d decimal.Decimal) int64 { return c.cents(c.At(key), d) }

// cents converts a sum of money that may not be negative.
func (*compiler) cents(at facts.Check, d decimal.Decimal) int64 {
	return positive(at, columns.Number(at, d, moneyScale))
}

// rate converts a rate that may not be negative, in millionths.
func (*compiler) rate(at facts.Check, d decimal.Decimal) int64 {
	return positive(at, columns.Number(at, d, rateScale))
}

func positive(at facts.Check, v int64) int64 {
	if v < 0 {
		at.Fail(facts.CodeNumberNegative, "not below 0", "")
	}
	return v
}

// money requires a metric of unit money under a key.
func (c *compiler) money(key, id string) columns.Ref {
	ref := c.metric(key, id)
	if ref.ID != "" && (ref.Unit != facts.Money || ref.Parts() || ref.Scale != moneyScale) {
		c.At(key).Fail(facts.CodeMetricUnit, "a metric in money with 2 decimals", string(ref.Unit))
	}
	return ref
}
