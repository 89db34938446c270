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

func TestTwentyFiveAgentsOfThreeTeams(t *testing.T) {
	byTeam := map[string]int{}
	for _, p := range roster() {
		byTeam[p.Team]++
	}
	assert.Equal(t, map[string]int{teamOne: 10, teamTwo: 7, teamThree: 8}, byTeam, "C16 begins the month in the first team")
}

func TestADaysPartsAreNotMoreThanTheirWhole(t *testing.T) {
	for _, p := range roster() {
		for _, d := range sample.WorkedRows(daysOf(p)) {
			assert.LessOrEqual(t, d.enquiries, d.conversations, "%s on day %d", p.ID, d.Day)
			assert.LessOrEqual(t, d.buyers, d.enquiries, "%s on day %d", p.ID, d.Day)
			assert.LessOrEqual(t, d.invited, d.conversations, "%s on day %d", p.ID, d.Day)
			assert.LessOrEqual(t, d.unsatisfied, d.invited, "%s on day %d", p.ID, d.Day)
			assert.LessOrEqual(t, d.starsMissed, d.ratings, "%s on day %d", p.ID, d.Day)
			assert.LessOrEqual(t, d.ratings, d.orders, "%s on day %d", p.ID, d.Day)
			assert.LessOrEqual(t, d.missed, d.due, "%s on day %d", p.ID, d.Day)
		}
	}
}

func TestASpotCheckIsMutual(t *testing.T) {
	people := roster()
	list := spotChecks(people)
	assert.Len(t, list, 182, "23 agents in four weeks, C07 in three, two chats each, less one week of C24?")
	for _, c := range list {
		agent, sampler := sample.Find(people, c.agent), sample.Find(people, c.sampler)
		assert.NotEqual(t, agent.Team, sampler.Team, "%s on day %d", c.agent, c.day)
		assert.Positive(t, lastWorked(sampler, c.day), "%s picked a chat of day %d", c.sampler, c.day)
	}
}

func TestEachRedLineIsOfAChat(t *testing.T) {
	people := roster()
	list := redLines(people)
	assert.Len(t, list, len(findings()))
	for _, e := range list {
		assert.Equal(t, e.Day, lastWorked(sample.Find(people, e.Agent), e.Day))
	}
}
