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

func TestFortyAgentsOfTwoRoles(t *testing.T) {
	byRole := map[string]int{}
	for _, p := range roster() {
		byRole[p.role]++
	}
	assert.Equal(t, map[string]int{preSalesRole: 22, afterSalesRole: 18}, byRole)
}

func TestADaysPartsAreNotMoreThanTheirWhole(t *testing.T) {
	people := roster()
	for _, p := range people {
		for _, d := range workedRows(daysOf(people, p)) {
			assert.LessOrEqual(t, d.missed, d.conversations, "%s on day %d", p.id, d.day)
			assert.LessOrEqual(t, d.enquiries, d.conversations, "%s on day %d", p.id, d.day)
			assert.LessOrEqual(t, d.buyers, d.enquiries, "%s on day %d", p.id, d.day)
			assert.LessOrEqual(t, d.invited, d.conversations, "%s on day %d", p.id, d.day)
			assert.LessOrEqual(t, d.reviews, d.invited, "%s on day %d", p.id, d.day)
			assert.LessOrEqual(t, d.good, d.reviews, "%s on day %d", p.id, d.day)
		}
	}
}

func TestNobodyVotesOnThemselves(t *testing.T) {
	for _, p := range roster() {
		for i, v := range voters(p.team) {
			if v.name == p.id {
				assert.Equal(t, byte('-'), p.teamwork[i], p.id)
			}
		}
	}
	people := roster()
	for _, e := range events() {
		for i, v := range judges(find(people, e.agent).team) {
			if v.name == e.agent && e.votes != "" {
				assert.Equal(t, byte('-'), e.votes[i], "%s on day %d", e.agent, e.day)
			}
		}
	}
}

func TestVotesArePlacedUnderTheirVoters(t *testing.T) {
	for _, p := range roster() {
		if p.teamwork != "" {
			assert.Len(t, p.teamwork, len(voters(p.team)), p.id)
		}
	}
	for _, e := range events() {
		if e.votes != "" {
			assert.Len(t, e.votes, len(judges("")), "%s on day %d", e.agent, e.day)
		}
	}
}

func TestTwoAgentsHaveTheSameMonthOnOtherDays(t *testing.T) {
	people := roster()
	a, b := workedRows(daysOf(people, find(people, "B29"))), workedRows(daysOf(people, find(people, "B31")))
	assert.Len(t, b, len(a))
	days := func(rows []*row) (list []int) {
		for _, d := range rows {
			list = append(list, d.day)
		}
		return list
	}
	assert.NotEqual(t, days(a), days(b))
}
