package sample

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestTheNumbersOfASeedNeverChange(t *testing.T) {
	r := &RNG{}
	got := []uint64{r.next(), r.next(), r.next()}
	// The first three numbers of SplitMix64 for the seed 0, as published.
	assert.Equal(t, []uint64{0xe220a8397b1dcdaf, 0x6e789e6aa1b965f4, 0x06c45d188009454f}, got)
}
