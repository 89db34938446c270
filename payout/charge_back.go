package payout

import (
	"github.com/shopspring/decimal"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/internal/fix"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// ChargeBack takes the amount of each upheld event of a kind from who is
// answerable for it (运费承诺追偿): freight that the agent promised and the shop
// need not have borne. It is always a deduction, which the guard holds within
// the law.
//
//	charge_back: {event: freight_promise, share: 100%}
//
// Promises of 12.00 and 8.50 take 20.50; with a share of 50%, 6.00 and 4.25.
type ChargeBack struct {
	// Event is the kind of event; each has an amount.
	Event string `key:"event,required"`
	// Share is what of the amount the agent bears.
	Share decimal.Decimal `key:"share,required,rate"`
}

// Kind returns charge_back.
func (ChargeBack) Kind() string { return "charge_back" }

type chargeBack struct {
	kind   int32
	word   string
	share  int64
	mode   fix.Mode
	spares *spare
}

func (k ChargeBack) compile(c *compiler) evaluator {
	e := chargeBack{mode: c.losses, word: k.Event, spares: &spare{}}
	if k.Event == "" {
		c.At("event").Fail(facts.CodeRequired, "a kind of event", "")
		return e
	}
	e.kind = c.schema.EventKind(c.At("event"), k.Event)
	e.share = c.rate(c.At("share"), k.Share)
	switch {
	case e.share > fix.Pow10(rateScale):
		c.At("share").Fail(facts.CodeRateAboveOne, "a share of at most 100%", "")
	case k.Share.Sign() == 0:
		c.At("share").Fail(facts.CodeRequired, "a share above 0", "")
	}
	return e
}

func (e chargeBack) due(event *columns.Event) bool { return event.Kind == e.kind && event.Counts() }

func (e chargeBack) charges(t *columns.Table, row int32, event *columns.Event) bool {
	if !e.due(event) {
		return false
	}
	_, spared := e.spares.by(t, row, event)
	return !spared
}

func (e chargeBack) spare() *spare { return e.spares }

func (e chargeBack) eachSpared(t *columns.Table, row int32, emit func(*columns.Event, string)) {
	e.spares.each(t, row, e.due, emit)
}

// cents is what one event takes. A share is at most 1, so it always fits.
func (e chargeBack) cents(event *columns.Event) int64 {
	v, _ := fix.MulDiv(event.Amount, e.share, fix.Pow10(rateScale), e.mode)
	return v
}

func (e chargeBack) pay(t *columns.Table, row int32) outcome {
	var sum fix.Sum
	events := t.EventsOf(row)
	for i := range events {
		event := &events[i]
		if !e.charges(t, row, event) {
			continue
		}
		if !event.HasAmount {
			o := fault(facts.CodeMetricMissing)
			o.metric = e.word
			return o
		}
		sum.Add(e.cents(event))
	}
	cents, ok := sum.Int64()
	if !ok {
		return outcome{state: explain.Overflow}
	}
	return outcome{lost: cents}
}

func (chargeBack) treatment() Treatment { return Deducted }

func (e chargeBack) losses(t *columns.Table, row int32, emit func(loss)) {
	events := t.EventsOf(row)
	for i := range events {
		if event := &events[i]; e.charges(t, row, event) {
			emit(loss{cents: e.cents(event), day: int(event.Day), event: event})
		}
	}
}

func (chargeBack) duties(*columns.Table, int32) []facts.Text { return nil }

func (e chargeBack) tell(t *columns.Table, row int32, o outcome) (explain.Code, []explain.Arg, []explain.Step) {
	var steps []explain.Step
	e.losses(t, row, func(l loss) {
		steps = append(steps, explain.Step{
			Clause: "events." + l.event.ID, Code: "charge_back.event", Value: explain.Whole(-l.cents, moneyScale, facts.Money),
			Args: []explain.Arg{
				explain.W("date", t.Date(l.day).String()), explain.W("id", l.event.ID), explain.W("order", l.event.Order),
				explain.T("kind", t.EventName(l.event)), explain.N("amount", explain.Whole(l.event.Amount, moneyScale, facts.Money)),
				explain.N("share", explain.Whole(e.share, rateScale, facts.Ratio)),
			},
		})
	})
	code := explain.Code("charge_back")
	if o.lost == 0 {
		code = "charge_back.none"
	}
	return code, nil, steps
}
