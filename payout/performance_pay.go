package payout

import (
	"github.com/shopspring/decimal"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/internal/fix"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// PerformancePay pays an amount in proportion to a score (绩效工资). It has no
// cap unless one is written: who scores more than the full mark is paid more
// than the amount.
//
//	performance_pay: {amount: 2000, by: score, out_of: 100}
//
// A score of 85.50 pays 1,710.00 and one of 104.00 pays 2,080.00, or 2,000.00
// with a cap of 100%.
type PerformancePay struct {
	// Amount is what the full mark pays; Metric names a money metric that holds
	// each agent's amount instead.
	Amount decimal.Decimal `key:"amount"`
	Metric string          `key:"metric"`
	// By is the metric or figure that decides, score for the usual one.
	By string `key:"by,required"`
	// OutOf is the mark that pays the whole amount, above 0.
	OutOf decimal.Decimal `key:"out_of,required,percent"`
	// Floor is the least share of the amount that is paid; 0 when left out, as
	// a mark below 0 charges nothing.
	Floor *decimal.Decimal `key:"floor,percent"`
	// Cap is the greatest share of the amount; left out, there is none.
	Cap *decimal.Decimal `key:"cap,percent"`
}

// Kind returns performance_pay.
func (PerformancePay) Kind() string { return "performance_pay" }

type performancePay struct {
	wage  wage
	by    columns.Ref
	outOf columns.Limit
	floor int64  // millionths of the amount
	most  *int64 // nil for none
	mode  fix.Mode
}

func (p PerformancePay) compile(c *compiler) evaluator {
	e := performancePay{wage: c.wage(p.Amount, p.Metric), by: c.metric("by", p.By), mode: c.lines}
	if e.by.Better == facts.Lower {
		c.At("by").Fail(facts.CodeMetricDirection, "a metric or figure of which more is better", string(e.by.Better))
	}
	if p.OutOf.Sign() <= 0 {
		c.At("out_of").Fail(facts.CodeTargetZero, "a mark above 0 that pays the whole amount", "")
	} else {
		e.outOf = c.schema.Limit(c.At("out_of"), p.OutOf, e.by)
	}
	if p.Floor != nil {
		e.floor = c.rate(c.At("floor"), *p.Floor)
	}
	if p.Cap != nil {
		most := c.rate(c.At("cap"), *p.Cap)
		e.most = &most
		if e.floor > most {
			c.At("floor").Fail(facts.CodeBandOrder, "a floor not above the cap of "+fix.Text(most, rateScale), fix.Text(e.floor, rateScale))
		}
	}
	return e
}

// share returns the share of the amount that a known mark pays, as a fraction,
// and the bound that made it so: floor, cap or none.
func (e performancePay) share(v columns.Value) (num, den int64, bound explain.Code, o outcome) {
	whole := fix.Pow10(rateScale)
	limit, mul := e.outOf.Scaled()
	num, den, ok := fix.Fraction(v.Num, mul, v.Den, limit)
	switch {
	case !ok:
		return 0, 1, "", outcome{state: explain.Overflow}
	case fix.CmpMul(num, whole, e.floor, den) < 0:
		return e.floor, whole, "performance_pay.floor", outcome{}
	case e.most != nil && fix.CmpMul(num, whole, *e.most, den) > 0:
		return *e.most, whole, "performance_pay.cap", outcome{}
	}
	return num, den, "performance_pay", outcome{}
}

func (e performancePay) pay(t *columns.Table, row int32) outcome {
	amount, o := e.wage.of(t, row)
	if o.state != explain.Known {
		return o
	}
	v := t.At(e.by, row)
	if v.State != explain.Known {
		return outcome{state: v.State}
	}
	num, den, _, o := e.share(v)
	if o.state != explain.Known {
		return o
	}
	return known(fix.MulDiv(amount, num, den, e.mode))
}

func (e performancePay) tell(t *columns.Table, row int32, _ outcome) (explain.Code, []explain.Arg, []explain.Step) {
	amount, _ := e.wage.of(t, row)
	v := t.At(e.by, row)
	num, den, code, _ := e.share(v)
	return code, []explain.Arg{
		explain.T("by", e.by.Title()), explain.N("n", e.by.Show(v)), explain.N("out_of", e.outOf.Show(e.by)),
		explain.N("amount", explain.Whole(amount, moneyScale, facts.Money)),
		explain.N("share", explain.Number{Unscaled: num, Den: den, Unit: facts.Ratio}),
	}, nil
}
