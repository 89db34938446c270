package fix

import (
	"cmp"
	"slices"
)

// Column is one number per row: Num, or Num/Den where Den is not nil. Every
// denominator is above 0. Ratios are compared exactly, without dividing. The
// zero value has no rows.
type Column struct{ Num, Den []int64 }

// Cmp returns -1, 0 or +1 as row i is less than, equal to or greater than row j.
func (c Column) Cmp(i, j int32) int {
	if c.Den == nil {
		return cmp.Compare(c.Num[i], c.Num[j])
	}
	return CmpMul(c.Num[i], c.Den[j], c.Num[j], c.Den[i])
}

// Compete sorts rows in place, best first and equals by row number, and sets
// places[row] of each to its competition place: equals share the better place
// and the next one is skipped (1, 2, 2, 4). The best is the greatest if
// descending, else the least. Places of rows that are not given stay as they
// are.
func Compete(c Column, rows []int32, descending bool, places []int32) {
	// The direction is decided here rather than in each of the comparisons.
	if descending {
		slices.SortFunc(rows, func(i, j int32) int {
			if order := c.Cmp(j, i); order != 0 {
				return order
			}
			return cmp.Compare(i, j)
		})
	} else {
		slices.SortFunc(rows, func(i, j int32) int {
			if order := c.Cmp(i, j); order != 0 {
				return order
			}
			return cmp.Compare(i, j)
		})
	}
	place := int32(0)
	for k, row := range rows {
		if k == 0 || c.Cmp(rows[k-1], row) != 0 {
			place = int32(k) + 1
		}
		places[row] = place
	}
}
