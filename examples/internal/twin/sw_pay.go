package twin

import (
	"cmp"
	"math/big"
)

// placeSW ranks the agents: by score the regular ones of each role, by sales all
// pre-sales whose sales are known, and by the ability block, then by score, all
// after-sales. Who worked no day has no place.
func placeSW(sheets []*swSheet) {
	byRole := map[string][]*swSheet{}
	var sellers, servers []*swSheet
	for _, s := range sheets {
		if s.score == nil {
			continue
		}
		if s.status == "regular" {
			byRole[s.role] = append(byRole[s.role], s)
		}
		switch {
		case s.role == "pre_sales" && s.seen["sales"]:
			sellers = append(sellers, s)
		case s.role == "after_sales":
			servers = append(servers, s)
		}
	}
	for _, list := range byRole {
		competition(list,
			func(a, b *swSheet) int { return b.score.Cmp(a.score) },
			func(s *swSheet, place int) { s.scorePlace = place })
	}
	competition(sellers,
		func(a, b *swSheet) int { return b.sums["sales"].Cmp(a.sums["sales"]) },
		func(s *swSheet, place int) { s.salesPlace = place })
	competition(servers,
		func(a, b *swSheet) int { return cmp.Or(b.ability.Cmp(a.ability), b.score.Cmp(a.score)) },
		func(s *swSheet, place int) { s.starPlace = place })
}

// paySW writes the lines in the order of the plan. The sheets are in order of
// agent ids.
func paySW(c calendar, sheets []*swSheet) error {
	var salesPlaces, starPlaces []int
	for _, s := range sheets {
		salesPlaces = append(salesPlaces, s.salesPlace)
		starPlaces = append(starPlaces, s.starPlace)
	}
	champions := splitAward(championAmounts(), salesPlaces)
	stars := wholeAward(starAmounts(), starPlaces)
	for i, s := range sheets {
		if err := s.basePay(c); err != nil {
			return err
		}
		s.line("bonus", earned, s.bonus(), "")
		s.line("champion", earned, champions[i], "")
		s.line("star", earned, stars[i], "")
	}
	return nil
}

func (s *swSheet) bonus() *big.Rat {
	if s.score == nil {
		return zero()
	}
	return roundHalfUp(mul(swBonusAmount(), swCoefficient(s.score)))
}

// wholeAward gives everybody the amount of their place.
func wholeAward(amounts []*big.Rat, places []int) []*big.Rat {
	list := make([]*big.Rat, len(places))
	for i, place := range places {
		list[i] = amountOf(amounts, place)
	}
	return list
}

// splitAward lets those who share a place share what is paid for the places
// that they fill: three at the first place fill the first, second and third.
// Cents that do not divide go to the earliest.
func splitAward(amounts []*big.Rat, places []int) []*big.Rat {
	tied := map[int][]int{} // who is at a place, in order
	for i, place := range places {
		tied[place] = append(tied[place], i)
	}
	list := make([]*big.Rat, len(places))
	for place, group := range tied {
		pot := zero()
		weights := make([]*big.Rat, len(group))
		for k := range group {
			weights[k] = whole(1)
			if place > 0 {
				pot = add(pot, amountOf(amounts, place+k))
			}
		}
		for k, part := range split(pot, weights) {
			list[group[k]] = part
		}
	}
	return list
}

// amountOf is the award of a place; 0 is no place.
func amountOf(amounts []*big.Rat, place int) *big.Rat {
	if place < 1 || place > len(amounts) {
		return zero()
	}
	return amounts[place-1]
}
