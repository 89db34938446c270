package payout

import (
	"github.com/shopspring/decimal"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/internal/fix"
	"github.com/cspay/cspay/scoring"
	"github.com/cspay/cspay/scoring/explain"
)

// Spread is how far apart the pay of one item is. Its amounts have two digits.
// The zero Spread is that of an item which nobody was paid.
type Spread struct {
	// Item is the id of the pay item.
	Item string
	// Highest and Lowest are the most and the least that an agent got of it,
	// less what was lost of it or kept back by a red line, and Gap is the difference.
	Highest, Lowest, Gap decimal.Decimal
	// Agents is how many agents were paid, 0.00 or more.
	Agents int
}

// Spread measures an item over all rows that have a line of it. A line of 0.00
// for want of anything to measure, as after a month on leave, does not count.
// ok is false when there is no such item or nobody was paid.
func (s *Sheet) Spread(t *columns.Table, item string) (spread Spread, ok bool) {
	var most, least int64
	for i := range s.items {
		it := &s.items[i]
		if it.doc.ID != item {
			continue
		}
		for row := range int32(t.Rows()) {
			v, measured := it.net(s.red, t, row)
			if !measured {
				continue
			}
			if spread.Agents == 0 {
				most, least = v, v
			}
			spread.Agents++
			most, least = max(most, v), min(least, v)
		}
	}
	if spread.Agents == 0 {
		return Spread{}, false
	}
	spread.Item = item
	spread.Highest, spread.Lowest = fix.ToDecimal(most, moneyScale), fix.ToDecimal(least, moneyScale)
	spread.Gap = fix.ToDecimal(most-least, moneyScale)
	return spread, true
}

// net is what an item comes to for a row that it measured: nothing where a red
// line keeps it back.
func (it *item) net(red *scoring.RedLines, t *columns.Table, row int32) (cents int64, measured bool) {
	earned, lost := t.At(it.earned, row), t.At(it.lost, row)
	if earned.State != explain.Known {
		return 0, false
	}
	o, _ := it.outcome(t, row)
	cents = earned.Num - lost.Num
	if cents > 0 && len(it.vetoes(red, t, row, scoring.PayZero)) > 0 {
		cents = 0
	}
	return cents, o.state == explain.Known
}
