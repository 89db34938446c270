package main

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/cspay/cspay/examples/internal/sample"
	"github.com/cspay/cspay/examples/internal/shop"
)

func TestTheCommittedMonthIsReproducedByteForByte(t *testing.T) {
	shop.Reproduced(t, "..", write)
}

func TestFortyAgentsOfTwoRoles(t *testing.T) {
	byRole := map[string]int{}
	for _, p := range roster() {
		byRole[p.Role]++
	}
	assert.Equal(t, map[string]int{preSalesRole: 22, afterSalesRole: 18}, byRole)
}

func TestADaysPartsAreNotMoreThanTheirWhole(t *testing.T) {
	people := roster()
	for _, p := range people {
		for _, d := range sample.WorkedRows(daysOf(people, p)) {
			assert.LessOrEqual(t, d.missed, d.conversations, "%s on day %d", p.ID, d.Day)
			assert.LessOrEqual(t, d.enquiries, d.conversations, "%s on day %d", p.ID, d.Day)
			assert.LessOrEqual(t, d.buyers, d.enquiries, "%s on day %d", p.ID, d.Day)
			assert.LessOrEqual(t, d.invited, d.conversations, "%s on day %d", p.ID, d.Day)
			assert.LessOrEqual(t, d.reviews, d.invited, "%s on day %d", p.ID, d.Day)
			assert.LessOrEqual(t, d.good, d.reviews, "%s on day %d", p.ID, d.Day)
		}
	}
}

func TestNobodyVotesOnThemselves(t *testing.T) {
	for _, p := range roster() {
		for i, v := range voters(p.Team) {
			if v.name == p.ID {
				assert.Equal(t, byte('-'), p.teamwork[i], p.ID)
			}
		}
	}
	people := roster()
	for _, e := range events() {
		for i, v := range judges(sample.Find(people, e.Agent).Team) {
			if v.name == e.Agent && e.Votes != "" {
				assert.Equal(t, byte('-'), e.Votes[i], "%s on day %d", e.Agent, e.Day)
			}
		}
	}
}

func TestVotesArePlacedUnderTheirVoters(t *testing.T) {
	for _, p := range roster() {
		if p.teamwork != "" {
			assert.Len(t, p.teamwork, len(voters(p.Team)), p.ID)
		}
	}
	for _, e := range events() {
		if e.Votes != "" {
			assert.Len(t, e.Votes, len(judges("")), "%s on day %d", e.Agent, e.Day)
		}
	}
}

func TestTwoAgentsHaveTheSameMonthOnOtherDays(t *testing.T) {
	people := roster()
	a, b := sample.WorkedRows(daysOf(people, sample.Find(people, "B29"))), sample.WorkedRows(daysOf(people, sample.Find(people, "B31")))
	assert.Len(t, b, len(a))
	days := func(rows []*row) (list []int) {
		for _, d := range rows {
			list = append(list, d.Day)
		}
		return list
	}
	assert.NotEqual(t, days(a), days(b))
}
