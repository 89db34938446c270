package payout

import (
	"github.com/shopspring/decimal"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/internal/fix"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// ChargeBack takes the amount of each upheld event of a kind from the agent
// who is answerable for it (运费承诺追偿): freight that was promised and that the
// shop need not have borne. It is always a deduction, which the guard holds
// within the law. The amount is the event's own; an event that counts without
// one is an error.
//
//	charge_back: {event: freight_promise, share: 100%}
//
// Promises of 12.00 and 8.51 take 20.51; with a share of 50%, 6.00 and 4.25.
type ChargeBack struct {
	// Event is the kind of event.
	Event string `key:"event,required"`
	// Share is what of the amount the agent bears, above 0 and at most 100%.
	Share decimal.Decimal `key:"share,required,rate"`
}

// Kind returns charge_back.
func (ChargeBack) Kind() string { return "charge_back" }

type chargeBack struct {
	kind   int32
	share  int64
	mode   fix.Mode
	spared *spare
}

func (k ChargeBack) compile(c *compiler) evaluator {
	e := chargeBack{mode: c.losses, spared: &spare{}}
	if k.Event == "" {
		c.At("event").Fail(facts.CodeRequired, "a kind of event", "")
	} else {
		e.kind = c.schema.EventKind(c.At("event"), k.Event)
	}
	e.share = c.rate(c.At("share"), k.Share)
	switch {
	case e.share > fix.Pow10(rateScale):
		c.At("share").Fail(facts.CodeRateAboveOne, "a share of at most 100%", "")
	case k.Share.Sign() == 0:
		c.At("share").Fail(facts.CodeRequired, "a share above 0", "")
	}
	return e
}

// due reports whether an event is one to charge.
func (e chargeBack) due(event *columns.Event) bool { return event.Kind == e.kind && event.Counts() }

func (e chargeBack) wants(_ *columns.Table, _ int32, event *columns.Event) bool {
	return e.due(event) && e.cents(event) > 0
}

func (e chargeBack) spare() *spare { return e.spared }

// cents is what one event takes. A share is at most 1, so it always fits.
func (e chargeBack) cents(event *columns.Event) int64 {
	v, _ := fix.MulDiv(max(0, event.Amount), e.share, fix.Pow10(rateScale), e.mode)
	return v
}

// each gives the events that the row is charged, with what each takes. It is
// the one place where that is decided.
func (e chargeBack) each(t *columns.Table, row int32, emit func(event *columns.Event, cents int64)) {
	events := t.EventsOf(row)
	for i := range events {
		event := &events[i]
		if !e.due(event) {
			continue
		}
		if _, spared := e.spared.by(t, row, event); !spared {
			emit(event, e.cents(event))
		}
	}
}

func (e chargeBack) pay(t *columns.Table, row int32) outcome {
	var sum fix.Sum
	var bare *columns.Event // an event without an amount
	e.each(t, row, func(event *columns.Event, cents int64) {
		if !event.HasAmount && bare == nil {
			bare = event
		}
		sum.Add(cents)
	})
	if bare != nil {
		o := fault(facts.CodeMetricMissing)
		o.event, o.day = bare, int(bare.Day)
		return o
	}
	cents, ok := sum.Int64()
	if !ok {
		return outcome{state: explain.Overflow}
	}
	return outcome{lost: cents}
}

func (chargeBack) treatment() Treatment { return Deducted }

func (e chargeBack) losses(t *columns.Table, row int32, emit func(loss)) {
	e.each(t, row, func(event *columns.Event, cents int64) {
		if cents != 0 {
			emit(loss{cents: cents, day: int(event.Day), event: event})
		}
	})
}

func (chargeBack) duties(*columns.Table, int32) []facts.Text { return nil }

func (e chargeBack) tell(t *columns.Table, row int32, o outcome) (explain.Code, []explain.Arg, []explain.Step) {
	var steps []explain.Step
	e.each(t, row, func(event *columns.Event, cents int64) {
		steps = append(steps, e.tellEvent(t, event, cents))
	})
	if o.lost == 0 {
		return "charge_back.none", nil, steps
	}
	return "charge_back", nil, steps
}

func (e chargeBack) tellEvent(t *columns.Table, event *columns.Event, cents int64) explain.Step {
	step := explain.Step{
		Clause: "events." + event.ID, Code: "charge_back.event", Value: explain.Whole(-cents, moneyScale, facts.Money),
		Args: []explain.Arg{
			explain.W("date", t.Date(int(event.Day)).String()), explain.W("id", event.ID),
			explain.T("kind", t.EventName(event)), explain.N("amount", explain.Whole(event.Amount, moneyScale, facts.Money)),
			explain.N("share", explain.Whole(e.share, rateScale, facts.Ratio)),
		},
	}
	if event.Order != "" {
		step.Code = "charge_back.order"
		step.Args = append(step.Args, explain.W("order", event.Order))
	}
	return step
}
