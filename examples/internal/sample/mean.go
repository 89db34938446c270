package sample

import "slices"

// MeetMean draws a column around a mean so that, weighted, it comes to exactly
// that mean: of two days one lies above it and the other below, each by a
// multiple of the other's weight, and an odd day lies on it. The cells are in
// thousandths; a step is from 20 to 69 of them.
func MeetMean[T any](r *RNG, work []*T, mean int, weight func(*T) int, cell func(*T) *int) {
	for pair := range slices.Chunk(work, 2) {
		for _, d := range pair {
			*cell(d) = mean
		}
		if len(pair) < 2 {
			continue
		}
		step := 20 + r.Below(50)
		if r.Below(2) == 0 {
			step = -step
		}
		*cell(pair[0]) += step * weight(pair[1])
		*cell(pair[1]) -= step * weight(pair[0])
	}
}
