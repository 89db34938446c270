package policy

import (
	"cmp"
	"slices"

	"github.com/shopspring/decimal"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/internal/fix"
	"github.com/cspay/cspay/scoring/explain"
)

// loadUnit is an agent, or a daily row, with the load units/days.
type loadUnit struct {
	row, cell   int32
	units, days int64
}

// units lists what is compared in the order of its load, equals by agent and
// day, and counts what has no load.
func (p *loadPlan) units(t *columns.Table) (units []loadUnit, without int) {
	for row := range int32(t.Rows()) {
		if p.days {
			from, to := t.Daily(row)
			for i := from; i < to; i++ {
				if t.Day(row, t.DayNo(i)) != columns.Worked {
					continue
				}
				switch n, state := p.by.DayLoad(t, i); state {
				case explain.Known:
					units = append(units, loadUnit{row, i, n, 1})
				case explain.Missing, explain.NotApplicable, explain.Overflow:
					without++
				}
			}
		} else if n, days, ok := p.by.Load(t, row); ok {
			units = append(units, loadUnit{row: row, units: n, days: days})
		} else {
			without++
		}
	}
	slices.SortFunc(units, func(a, b loadUnit) int {
		return cmp.Or(fix.CmpMul(a.units, b.days, b.units, a.days), cmp.Compare(a.row, b.row), cmp.Compare(a.cell, b.cell))
	})
	return units, without
}

// loadPart is what falls into one band.
type loadPart struct {
	atLeast, under *decimal.Decimal
	units          []loadUnit
}

// parts divides units, which are in the order of their load.
func (p *loadPlan) parts(units []loadUnit) []loadPart {
	if len(p.bounds) == 0 {
		return p.grouped(units)
	}
	var parts []loadPart
	from := 0
	for i := range len(p.bounds) + 1 {
		part, to := loadPart{}, len(units)
		if i > 0 {
			part.atLeast = p.bound(i - 1)
		}
		if i < len(p.bounds) {
			part.under = p.bound(i)
			to, _ = slices.BinarySearchFunc(units, p.bounds[i], p.against)
		}
		part.units, from = units[from:to], to
		if i > 0 || len(part.units) > 0 { // mostly nothing is under the first bound
			parts = append(parts, part)
		}
	}
	return parts
}

func (p *loadPlan) bound(i int) *decimal.Decimal {
	d := fix.ToDecimal(p.bounds[i], loadScale)
	return &d
}

// against compares a load with a bound, exactly.
func (p *loadPlan) against(u loadUnit, bound int64) int {
	return fix.CmpMul(u.units, fix.Pow10(loadScale), bound, u.days*fix.Pow10(p.by.NumScale))
}

// grouped divides units into groups of equal size. Equal loads stay together,
// in the group that the first of them falls into: an id decides nothing.
func (p *loadPlan) grouped(units []loadUnit) []loadPart {
	var parts []loadPart
	n, end := len(units), 0
	for g, from := 0, 0; g < p.groups; g++ {
		end += int(fix.Slice(int64(n), p.groups, g))
		to := max(from, end)
		for to > 0 && to < n && equalLoad(units[to-1], units[to]) {
			to++
		}
		if to > from {
			parts = append(parts, loadPart{units: units[from:to]})
		}
		from = to
	}
	return parts
}

func equalLoad(a, b loadUnit) bool { return fix.CmpMul(a.units, b.days, b.units, a.days) == 0 }
