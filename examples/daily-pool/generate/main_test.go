package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestTheCommittedMonthIsReproducedByteForByte(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, write(dir))
	for _, name := range []string{"facts.yaml", "daily.csv"} {
		want, err := os.ReadFile(filepath.Join("..", name))
		require.NoError(t, err)
		got, err := os.ReadFile(filepath.Join(dir, name))
		require.NoError(t, err)
		assert.Equal(t, string(want), string(got), name)
	}
}

func TestTheNumbersOfASeedNeverChange(t *testing.T) {
	r := &rng{}
	got := []uint64{r.next(), r.next(), r.next()}
	// The first three numbers of SplitMix64 for the seed 0, as published.
	assert.Equal(t, []uint64{0xe220a8397b1dcdaf, 0x6e789e6aa1b965f4, 0x06c45d188009454f}, got)
}

func TestEveryFaultFallsOnAWorkedDay(t *testing.T) {
	people := roster()
	for _, e := range events(people) {
		if e.kind == badReview {
			continue // reviews arrive when customers write them
		}
		found := false
		for _, d := range workedRows(calendar(find(people, e.agent))) {
			found = found || d.day == e.day
		}
		assert.True(t, found, "%s of %s on day %d", e.kind, e.agent, e.day)
	}
}
