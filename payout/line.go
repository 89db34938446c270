package payout

import (
	"github.com/shopspring/decimal"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/internal/fix"
	"github.com/cspay/cspay/scoring"
	"github.com/cspay/cspay/scoring/facts"
)

// Line is one money line of a slip. Amount has two digits and is negative for
// a loss or a deduction.
type Line struct {
	// Item is the pay item's id and Clause its place in the policy; a line of
	// the guard has the item "guard".
	Item, Clause string
	Treatment    Treatment
	Amount       decimal.Decimal
	// Date is set for a line of one day, Event and Order for one event.
	Date         facts.Date
	Event, Order string
	// Reason says what made the line, where it is not the item's own.
	Reason Reason
	// Review tells that a person has to confirm the line.
	Review bool
	// RedLines are the ids of the red lines behind it.
	RedLines []string
	// Duty is work that the line asks for; its amount is 0.
	Duty facts.Text
}

// GuardItem is the item of a line that the guard of the law made.
const GuardItem = "guard"

// Reason says what made a line that is not an item's own.
type Reason string

// The reasons. The empty one is the item itself.
const (
	Veto         Reason = "veto"            // a red line: the item pays nothing
	Uncollected  Reason = "uncollected"     // there is nothing left that the penalty may be taken from
	Ceiling      Reason = "ceiling"         // more than the law lets be deducted
	MinimumPay   Reason = "minimum_wage"    // it would bring the pay below the minimum wage
	ProbationPay Reason = "probation_floor" // it would bring the pay below the floor of the trial period
	ToppedUp     Reason = "top_up"          // the pay was below the floor of the trial period
	BelowTheLaw  Reason = "below_floor"     // the pay is below the floor of the trial period
	OneCharge    Reason = "once"            // another clause charged the event already
	Duty         Reason = "duty"            // work that a penalty asks for
)

// Words returns the known reasons.
func (Reason) Words() []string {
	return []string{
		"veto", "uncollected", "ceiling", "minimum_wage", "probation_floor", "top_up", "below_floor", "once", "duty",
	}
}

// Text returns the amount with two digits, as 1000.00 or -83.33.
func (l Line) Text() string {
	v, err := fix.FromDecimal(l.Amount, moneyScale)
	if err != nil {
		return ""
	}
	return fix.Text(v, moneyScale)
}

// Lines gives a row's money lines in the order of the plan: what an item
// earned, then its losses by day; at the end what penalties and deductions
// could not take. Their sum is the total.
func (s *Sheet) Lines(t *columns.Table, row int32) []Line {
	out := make([]Line, 0, len(s.items))
	s.settle(t, row, s.guard.now(t.Period, facts.Check{}), func(e entry) {
		l := Line{
			Item: GuardItem, Clause: "guard", Treatment: e.treatment, Amount: fix.ToDecimal(e.cents, moneyScale),
			Reason: e.reason, Review: e.review, RedLines: ids(e.red), Duty: e.duty,
		}
		if e.item != nil {
			l.Item, l.Clause = e.item.doc.ID, "pay."+e.item.doc.ID
		}
		if e.reason == Veto {
			l.Clause = "red_lines." + e.red[0].ID
		}
		if e.loss.day > 0 {
			l.Date = t.Date(e.loss.day)
		}
		if e.loss.event != nil {
			l.Event, l.Order = e.loss.event.ID, e.loss.event.Order
		}
		out = append(out, l)
	})
	return out
}

func ids(red []scoring.RedLine) []string {
	var out []string
	for _, l := range red {
		out = append(out, l.ID)
	}
	return out
}

// Uncollected returns what penalties and deductions could not take of a row's
// pay.
func (s *Sheet) Uncollected(t *columns.Table, row int32) decimal.Decimal {
	return fix.ToDecimal(t.At(s.uncollected, row).Num, moneyScale)
}
