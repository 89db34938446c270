package scoring

import (
	"github.com/shopspring/decimal"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/internal/fix"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// Row is one agent's month as a rule sees it. It is valid only during the
// call. The zero Row has no values.
type Row struct {
	t      *columns.Table
	schema *columns.Schema
	row    int32
	width  int32 // columns of later stages are not seen
}

// NewRow makes a row from literals, to try a rule alone. The metrics declare
// the values' units and directions; a metric that is derived can not be given.
func NewRow(metrics facts.Metrics, values map[string]decimal.Decimal) (Row, error) {
	c := facts.NewCheck()
	s := columns.NewSchema(metrics, c.At("metrics"))
	if err := c.Err(); err != nil {
		return Row{}, err
	}
	c = facts.NewFactsCheck()
	period, err := facts.NewPeriod(2000, 1)
	if err != nil {
		return Row{}, err
	}
	t := s.Build(facts.Month{Period: period, Agents: []facts.Agent{{ID: "row", Values: values}}}, c)
	if err := c.Err(); err != nil {
		return Row{}, err
	}
	return Row{t, s, 0, s.Width()}, nil
}

// Number returns a metric that is one number. ok is false when the name is
// unknown, the value is not known, or it is a quotient (see Parts).
func (r Row) Number(metric string) (d decimal.Decimal, ok bool) {
	num, den, ok := r.Parts(metric)
	if !ok || den.CoefficientInt64() != 1 {
		return decimal.Decimal{}, false
	}
	return num, true
}

// Parts returns a metric as numerator and denominator; a plain metric has the
// denominator 1. ok is false when the name is unknown or the value not known.
func (r Row) Parts(metric string) (num, den decimal.Decimal, ok bool) {
	v, ref, found := r.value(metric)
	if !found || v.State != explain.Known {
		return decimal.Decimal{}, decimal.Decimal{}, false
	}
	return fix.ToDecimal(v.Num, ref.Scale), fix.ToDecimal(v.Den, 0), true
}

// State says whether a metric is known, missing or not applicable; an unknown
// name is missing.
func (r Row) State(metric string) explain.State {
	v, _, found := r.value(metric)
	if !found {
		return explain.Missing
	}
	return v.State
}

func (r Row) value(metric string) (columns.Value, columns.Ref, bool) {
	if r.t == nil {
		return columns.Value{}, columns.Ref{}, false
	}
	ref, ok := r.schema.Lookup(metric)
	if !ok || !ref.Before(r.width) {
		return columns.Value{}, columns.Ref{}, false
	}
	return r.t.At(ref, r.row), ref, true
}

// Attribute returns the agent's team, shop, role, level or status.
func (r Row) Attribute(a facts.Attribute) string {
	if r.t == nil {
		return ""
	}
	return r.t.Attribute(r.row, a)
}

// Hired returns the first day of service, zero when it was not given.
func (r Row) Hired() facts.Date {
	if r.t == nil {
		return 0
	}
	return r.t.Hired[r.row]
}

// Period returns the month that is scored.
func (r Row) Period() facts.Period {
	if r.t == nil {
		return 0
	}
	return r.t.Period
}
