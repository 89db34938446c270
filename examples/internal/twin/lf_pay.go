package twin

import (
	"fmt"
	"slices"
)

// placeLF ranks the regular agents by score, and by the marks of random picks
// alone those who can be compared. Who worked no day has no place.
func placeLF(sheets []*lfSheet) {
	var scored, compared []*lfSheet
	for _, s := range sheets {
		if s.score == nil {
			continue
		}
		if s.status == "regular" {
			scored = append(scored, s)
		}
		if s.comparable() {
			compared = append(compared, s)
		}
	}
	competition(scored,
		func(a, b *lfSheet) int { return b.score.Cmp(a.score) },
		func(s *lfSheet, place int) { s.scorePlace = place })
	competition(compared,
		func(a, b *lfSheet) int { return b.chats.random.value().Cmp(a.chats.random.value()) },
		func(s *lfSheet, place int) { s.qualityPlace = place })
}

// payLF writes the lines in the order of the plan. The sheets are in order of
// agent ids.
func payLF(c calendar, sheets []*lfSheet) error {
	places := make([]int, len(sheets))
	for i, s := range sheets {
		places[i] = s.qualityPlace
	}
	awards := splitAward(lfQualityAmounts(), places)
	for i, s := range sheets {
		if err := s.basePay(c); err != nil {
			return err
		}
		full := s.agent.Values["performance_base"]
		if full == nil {
			return fmt.Errorf("agent %s has no performance_base", s.agent.ID)
		}
		performance := zero()
		if s.score != nil {
			performance = roundHalfUp(mul(full, div(s.score, whole(100))))
		}
		s.line("performance", earned, performance, "")
		s.line("quality_award", earned, awards[i], "")
		if s.chats.fatal >= lfReview {
			s.toReview("performance", "quality_award")
		}
	}
	return nil
}

// toReview marks the lines of items that a person has to look at; their amounts
// stay.
func (s *lfSheet) toReview(items ...string) {
	s.review = true
	for i := range s.lines {
		if slices.Contains(items, s.lines[i].Item) {
			s.lines[i].Review = true
		}
	}
}
