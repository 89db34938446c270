package fix

import (
	"cmp"
	"slices"
)

// Key is one number per row that rows are sorted by: Num, or Num/Den where Den
// is not nil. Every denominator is above 0. Ratios are compared exactly,
// without dividing. The zero value has no rows.
type Key struct {
	Num, Den []int64
	// Descending says that the greatest is the best, not the least.
	Descending bool
}

// Cmp returns -1, 0 or +1 as row i is better than, equal to or worse than row j.
func (k *Key) Cmp(i, j int32) int {
	if k.Descending {
		i, j = j, i
	}
	if k.Den == nil {
		return cmp.Compare(k.Num[i], k.Num[j])
	}
	return CmpMul(k.Num[i], k.Den[j], k.Num[j], k.Den[i])
}

// sortRows sorts rows in place, best first: by the first key, its equals by
// the next one, and what no key parts by row number.
func sortRows(rows []int32, keys []Key) {
	slices.SortFunc(rows, func(i, j int32) int {
		if order := cmpKeys(keys, i, j); order != 0 {
			return order
		}
		return cmp.Compare(i, j)
	})
}

func cmpKeys(keys []Key, i, j int32) int {
	for k := range keys {
		if order := keys[k].Cmp(i, j); order != 0 {
			return order
		}
	}
	return 0
}
