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
	// Item is the pay item's id and Clause its place in the policy. What gives
	// back a deduction that may not be taken, or sees to the floor of the trial
	// period, has the item GuardItem.
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
	// RedLines are the ids of the red lines behind a veto.
	RedLines []string
	// Duty is work that the line asks for; its amount is 0.
	Duty facts.Text
}

// GuardItem is the item of the lines that no pay item makes.
const GuardItem = "guard"

// Reason says what made a line that is not an item's own.
type Reason string

// The reasons. The empty one is the item itself.
const (
	Veto         Reason = "veto"            // a red line: the item pays nothing
	Uncollected  Reason = "uncollected"     // there is no variable pay left that the penalty may be taken from
	Ceiling      Reason = "ceiling"         // more than the law lets be deducted
	MinimumPay   Reason = "minimum_wage"    // it would bring the pay below the minimum wage
	ProbationPay Reason = "probation_floor" // it would bring the pay below the floor of the trial period
	NothingLeft  Reason = "nothing_left"    // there is no pay left that it may be taken from
	ToppedUp     Reason = "top_up"          // the pay was below the floor of the trial period
	BelowTheLaw  Reason = "below_floor"     // the pay is below the floor of the trial period
	OneCharge    Reason = "once"            // another clause charged the event already
	Duty         Reason = "duty"            // work that a penalty asks for
)

// Words returns the known reasons.
func (Reason) Words() []string {
	return []string{
		"veto", "uncollected", "ceiling", "minimum_wage", "probation_floor", "nothing_left",
		"top_up", "below_floor", "once", "duty",
	}
}

// Leaves reports whether a line of the reason is an amount that could not be
// taken.
func (r Reason) Leaves() bool {
	switch r {
	case Uncollected, Ceiling, MinimumPay, ProbationPay, NothingLeft:
		return true
	case Veto, ToppedUp, BelowTheLaw, OneCharge, Duty:
	}
	return false
}

// entry is one line in cents, before anybody reads it.
type entry struct {
	item      *item // nil for a line of the guard
	treatment Treatment
	cents     int64
	loss      loss
	reason    Reason
	review    bool
	red       []scoring.RedLine
	duty      facts.Text
	// by is the clause that charged the event already.
	by string
	// limit is what the reason allows, in cents.
	limit int64
}

// clause is where the line comes from.
func (e entry) clause() string {
	switch {
	case e.reason == Veto:
		return "red_lines." + e.red[0].ID
	case e.item != nil:
		return "pay." + e.item.doc.ID
	case e.reason == NothingLeft:
		return "pay"
	default:
		return "guard"
	}
}

func (e entry) line(t *columns.Table) Line {
	l := Line{
		Item: GuardItem, Clause: e.clause(), Treatment: e.treatment, Amount: fix.ToDecimal(e.cents, moneyScale),
		Reason: e.reason, Review: e.review, Duty: e.duty,
	}
	if e.item != nil {
		l.Item = e.item.doc.ID
	}
	for i := range e.red {
		l.RedLines = append(l.RedLines, e.red[i].ID)
	}
	if e.loss.day > 0 {
		l.Date = t.Date(e.loss.day)
	}
	if e.loss.event != nil {
		l.Event, l.Order = e.loss.event.ID, e.loss.event.Order
	}
	return l
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
	w := till{emit: func(e entry) { out = append(out, e.line(t)) }}
	s.settle(t, row, s.guard.now(t.Period), &w)
	return out
}

// Total returns a row's total.
func (s *Sheet) Total(t *columns.Table, row int32) decimal.Decimal {
	return fix.ToDecimal(t.At(s.total, row).Num, moneyScale)
}

// Uncollected returns what penalties and deductions could not take of a row's
// pay.
func (s *Sheet) Uncollected(t *columns.Table, row int32) decimal.Decimal {
	return fix.ToDecimal(t.At(s.uncollected, row).Num, moneyScale)
}
