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

func TestEveryFaultFallsOnAWorkedDay(t *testing.T) {
	people := roster()
	for _, e := range events(people) {
		if e.Kind == badReview {
			continue // reviews arrive when customers write them
		}
		found := false
		for _, d := range sample.WorkedRows(calendar(sample.Find(people, e.Agent))) {
			found = found || d.Day == e.Day
		}
		assert.True(t, found, "%s of %s on day %d", e.Kind, e.Agent, e.Day)
	}
}
