package sample

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestAWeightedMeanIsMetExactly(t *testing.T) {
	type day struct{ weight, cell int }
	for name, weights := range map[string][]int{
		"no day":                nil,
		"one day lies on it":    {40},
		"two days part":         {40, 55},
		"an odd day lies on it": {40, 55, 61, 38, 47},
	} {
		t.Run(name, func(t *testing.T) {
			var work []*day
			for _, w := range weights {
				work = append(work, &day{weight: w})
			}
			r := Month{Seed: 7}.RNG("A01")
			MeetMean(r, work, 35001, func(d *day) int { return d.weight }, func(d *day) *int { return &d.cell })
			sum, total := 0, 0
			for i, d := range work {
				sum, total = sum+d.weight*d.cell, total+d.weight
				assert.Equal(t, i == len(work)-1 && i%2 == 0, d.cell == 35001, "day %d", i)
			}
			assert.Equal(t, 35001*total, sum)
		})
	}
}
