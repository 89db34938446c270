package twin

import (
	"math/big"
	"slices"
)

// place ranks the agents: by score among the regular ones, by sales among the
// regular pre-sales ones. Who worked no day has no place.
func place(sheets []*sheet) {
	var scored, sellers []*sheet
	for _, s := range sheets {
		if s.workedDays == 0 || s.status != "regular" {
			continue
		}
		scored = append(scored, s)
		if s.role == "pre_sales" {
			sellers = append(sellers, s)
		}
	}
	competition(scored,
		func(s *sheet) *big.Rat { return s.score },
		func(s *sheet, place int) { s.scorePlace = place })
	competition(sellers,
		func(s *sheet) *big.Rat { return s.sums["sales"] },
		func(s *sheet, place int) { s.salesPlace = place })
}

// competition gives equal values the better place and leaves the next ones
// out: 1, 2, 2, 4.
func competition(list []*sheet, value func(*sheet) *big.Rat, set func(*sheet, int)) {
	slices.SortStableFunc(list, func(a, b *sheet) int { return value(b).Cmp(value(a)) })
	place := 0
	for i, s := range list {
		if i == 0 || value(s).Cmp(value(list[i-1])) != 0 {
			place = i + 1
		}
		set(s, place)
	}
}
