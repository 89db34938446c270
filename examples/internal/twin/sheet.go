package twin

import "math/big"

// sheet is one agent's month in shop ZW as it is worked out, from the top down.
type sheet struct {
	*record
	badReviews int
	faults     map[int]*big.Rat // sum of the shares by day

	fines, left, over *big.Rat

	score                  *big.Rat // nil: no score
	scorePlace, salesPlace int      // 0: no place
}

// newSheet opens the sheet and adds up its days.
func newSheet(c calendar, a Agent, excluded []Exclusion) (*sheet, error) {
	r, err := newRecord(c, a)
	if err != nil {
		return nil, err
	}
	if err := r.total(excluded, summed()); err != nil {
		return nil, err
	}
	s := &sheet{record: r, faults: map[int]*big.Rat{}, fines: zero()}
	return s, s.complete(append(summed()[:8], "response")...)
}

// summed are the daily metrics that add up; the last two may be missing.
func summed() []string {
	return []string{
		"conversations", "slow", "satisfied", "ratings", "questions", "answers",
		"replied", "enquiries", "sales", "returns",
	}
}
