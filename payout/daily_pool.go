package payout

import (
	"github.com/shopspring/decimal"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/internal/fix"
	"github.com/cspay/cspay/scoring/facts"
)

// DailyPool pays a monthly pool day by day and takes from each day's slice
// what that day's mistakes cost (减法绩效, 每日扣减池).
//
//	daily_pool: {amount: 5000, share: table, faults: {wrong_item: 50%}, unpaid_leave: forfeit}
//
// 5,000.00 over 30 days is 20 slices of 166.67 and 10 of 166.66. A fault of
// 50% on a slice of 166.67 loses 83.33 and keeps 83.34.
type DailyPool struct {
	// Amount is the pool of a whole month.
	Amount decimal.Decimal `key:"amount,required"`
	// Share says how a day's loss is measured; it has no default.
	Share PoolShare `key:"share,required"`
	// Faults are the shares lost by kind of event, for share: table. Several
	// on one day add up to at most the slice.
	Faults map[string]decimal.Decimal `key:"faults,rate"`
	// Errors is a daily metric, for share: error_rate. A worked day without
	// its cell is an error, never a day without errors.
	Errors string `key:"errors"`
	// Contacts is the daily metric that the errors are divided by.
	Contacts string `key:"contacts"`
	// Ratio is a daily metric between 0 and 1, for share: ratio.
	Ratio string `key:"ratio"`
	// Treatment says what a loss is, not_earned or deducted; not_earned when
	// left out.
	Treatment Treatment `key:"treatment"`
	// The days not worked keep or forfeit their slice.
	Rest        Slice `key:"rest"`         // what a day of rest does; keep when left out
	PaidLeave   Slice `key:"paid_leave"`   // what a day of paid leave does; keep when left out
	UnpaidLeave Slice `key:"unpaid_leave"` // what a day of unpaid leave does; forfeit when left out
	Absence     Slice `key:"absence"`      // what a day of absence does; forfeit when left out
}

// PoolShare says how a day's loss is measured.
type PoolShare string

// The measures of a day's loss.
const (
	ByTable     PoolShare = "table"      // each upheld event of a listed kind takes its share of the day's slice
	ByErrorRate PoolShare = "error_rate" // the day's errors over the contacts handled, at most the slice
	ByRatio     PoolShare = "ratio"      // a daily metric between 0 and 1
)

// Words returns the known measures.
func (PoolShare) Words() []string { return []string{"table", "error_rate", "ratio"} }

// Slice says what becomes of the slice of a day not worked.
type Slice string

// The fates of a slice.
const (
	Keep    Slice = "keep"    // the slice is paid in full
	Forfeit Slice = "forfeit" // the whole slice is lost
)

// Words returns the known fates.
func (Slice) Words() []string { return []string{"keep", "forfeit"} }

// Kind returns daily_pool.
func (DailyPool) Kind() string { return "daily_pool" }

type dailyPool struct {
	amount  int64
	measure measure
	forfeit map[columns.Day]bool
	loss    Treatment
	mode    fix.Mode
}

func (p DailyPool) compile(c *compiler) evaluator {
	e := dailyPool{amount: c.amount("amount", p.Amount), mode: c.losses}
	e.loss = lossTreatment(c.At("treatment"), p.Treatment)
	e.forfeit = map[columns.Day]bool{
		columns.Rest:        forfeits(c.At("rest"), p.Rest, Keep),
		columns.PaidLeave:   forfeits(c.At("paid_leave"), p.PaidLeave, Keep),
		columns.UnpaidLeave: forfeits(c.At("unpaid_leave"), p.UnpaidLeave, Forfeit),
		columns.Absent:      forfeits(c.At("absence"), p.Absence, Forfeit),
	}
	e.measure = p.compileShare(c)
	return e
}

func forfeits(c facts.Check, s, leftOut Slice) bool {
	if s == "" {
		s = leftOut
	} else {
		columns.CheckWord(c, s)
	}
	return s == Forfeit
}
