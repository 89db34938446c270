package main

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/examples/internal/sample"
	"github.com/cspay/cspay/examples/internal/shop"
)

func TestTheCommittedYearIsReproducedByteForByte(t *testing.T) {
	shop.Reproduced(t, "..", write)
	dir := t.TempDir()
	require.NoError(t, write(dir))
	for n := 1; n <= monthsOfYear; n++ {
		for _, name := range []string{"facts.yaml", "daily.csv"} {
			at := filepath.Join("months", monthOf(n).ID, name)
			want, err := os.ReadFile(filepath.Join("..", at))
			require.NoError(t, err)
			got, err := os.ReadFile(filepath.Join(dir, at))
			require.NoError(t, err)
			require.Equal(t, string(want), string(got), "%s is not what the command writes", at)
		}
		decided := filepath.Join("months", monthOf(n).ID, "decisions.yaml")
		want, _ := os.ReadFile(filepath.Join("..", decided)) // most months have none
		got, _ := os.ReadFile(filepath.Join(dir, decided))
		assert.Equal(t, string(want), string(got), decided)
	}
}

func TestThirtyAgentsOfTwoRoles(t *testing.T) {
	byRole, byShop := map[string]int{}, map[string]int{}
	for _, p := range inMonth(monthOf(shown)) {
		byRole[p.Role]++
		byShop[p.shop]++
	}
	assert.Equal(t, map[string]int{preSalesRole: 20, afterSalesRole: 10}, byRole)
	assert.Equal(t, map[string]int{tmall: 24, market: 6}, byShop)
}

func TestWhoJoinsAndLeavesInTheYear(t *testing.T) {
	var sizes []int
	for n := 1; n <= monthsOfYear; n++ {
		sizes = append(sizes, len(inMonth(monthOf(n))))
	}
	assert.Equal(t, []int{27, 27, 28, 28, 29, 30, 29, 29, 29, 29, 28, 28}, sizes)
	status := func(n int, id string) (string, string) {
		p := sample.Find(inMonth(monthOf(n)), id)
		return p.Status, p.Moves
	}
	for _, c := range []struct {
		month         int
		status, moves string
	}{{5, "probation", ""}, {6, "probation", "{from: 2026-06-16, status: regular}"}, {7, "regular", ""}} {
		got, moves := status(c.month, "T20")
		assert.Equal(t, c.status, got, "month %d", c.month)
		assert.Equal(t, c.moves, moves, "month %d", c.month)
	}
}

func TestTargetsArePublishedInTime(t *testing.T) {
	for number, day := range map[int]string{1: "2025-12-29", 3: "2026-02-28", 6: "2026-05-29", 12: "2026-11-29"} {
		assert.Equal(t, day, monthOf(number).published, "TM14")
	}
}

func TestEveryCaseIsOfSomebodyInService(t *testing.T) {
	for _, c := range slices.Concat(cases(), careerCases()) {
		p := sample.Find(inMonth(monthOf(c.month)), c.agent)
		assert.Equal(t, c.agent, p.ID, "month %d", c.month)
	}
}

func TestADaysPartsAreNotMoreThanTheirWhole(t *testing.T) {
	for n := 1; n <= monthsOfYear; n++ {
		for _, a := range drawMonth(monthOf(n)) {
			for _, d := range a.worked() {
				assert.LessOrEqual(t, d.inquirers, d.conversations, "%s, month %d, day %d", a.ID, n, d.Day)
				assert.LessOrEqual(t, d.buyers, d.conversations, "%s, month %d, day %d", a.ID, n, d.Day)
				assert.LessOrEqual(t, d.customers, d.items, "%s, month %d, day %d", a.ID, n, d.Day)
				assert.LessOrEqual(t, d.disputes, d.refunds, "%s, month %d, day %d", a.ID, n, d.Day)
			}
			if a.Role == preSalesRole {
				assert.LessOrEqual(t, a.buyers, a.customers, "%s, month %d", a.ID, n)
			}
		}
	}
}

func TestNobodyVotesOnThemselves(t *testing.T) {
	for _, p := range roster() {
		for _, v := range superiors(p) {
			assert.NotEqual(t, p.ID, v.name)
		}
	}
}
