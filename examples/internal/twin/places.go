package twin

import "slices"

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
		func(a, b *sheet) int { return b.score.Cmp(a.score) },
		func(s *sheet, place int) { s.scorePlace = place })
	competition(sellers,
		func(a, b *sheet) int { return b.sums["sales"].Cmp(a.sums["sales"]) },
		func(s *sheet, place int) { s.salesPlace = place })
}

// competition sorts a list, the better ones first, and gives equal ones the
// better place and leaves the next ones out: 1, 2, 2, 4.
func competition[S any](list []S, order func(a, b S) int, set func(s S, place int)) {
	slices.SortStableFunc(list, order)
	place := 0
	for i, s := range list {
		if i == 0 || order(list[i-1], s) != 0 {
			place = i + 1
		}
		set(s, place)
	}
}
