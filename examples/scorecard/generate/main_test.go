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

func TestTwentyAgents(t *testing.T) { assert.Len(t, roster(), 20) }

func TestADaysPartsAreNotMoreThanTheirWhole(t *testing.T) {
	for _, p := range roster() {
		for _, d := range sample.WorkedRows(daysOf(p)) {
			assert.LessOrEqual(t, d.missed, d.conversations, "%s on day %d", p.ID, d.Day)
			assert.LessOrEqual(t, d.enquiries, d.conversations, "%s on day %d", p.ID, d.Day)
			assert.LessOrEqual(t, d.buyers, d.enquiries, "%s on day %d", p.ID, d.Day)
			assert.Positive(t, d.response, "%s on day %d", p.ID, d.Day)
		}
	}
}

func TestAMeanOfResponseIsExactlyTheOneAskedFor(t *testing.T) {
	for _, p := range roster() {
		sum, weight := 0, 0
		for _, d := range sample.WorkedRows(daysOf(p)) {
			sum, weight = sum+d.response*d.conversations, weight+d.conversations
		}
		assert.Equal(t, p.response*weight, sum, p.ID)
	}
}

func TestNobodyComesLateOnADayOff(t *testing.T) {
	people := roster()
	for _, e := range events() {
		worked := false
		for _, d := range daysOf(sample.Find(people, e.Agent)) {
			worked = worked || (d.Day == e.Day && d.Attendance == sample.Worked)
		}
		assert.True(t, worked, "%s on day %d", e.Agent, e.Day)
	}
}
