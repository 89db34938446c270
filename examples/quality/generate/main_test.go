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

func TestEveryFindingIsInAChat(t *testing.T) {
	found := map[string]int{}
	for _, c := range chats(roster()) {
		if len(c.items) > 0 && c.source == "random" {
			found[c.agent]++
		}
	}
	want := map[string]int{}
	for _, f := range findings() {
		want[f.agent]++
	}
	for agent, n := range want {
		if sample.Find(roster(), agent).errors > 0 {
			assert.GreaterOrEqual(t, found[agent], n, agent)
			continue
		}
		assert.Equal(t, n, found[agent], agent)
	}
}

func TestLF2_NobodyPicksTheirOwnChatsAndAllWereAtWork(t *testing.T) {
	people := roster()
	for i, c := range chats(people) {
		assert.NotEqual(t, c.agent, c.sampler, "chat %d", i)
		atWork := false
		for _, d := range sample.WorkedRows(calendar(sample.Find(people, c.agent))) {
			atWork = atWork || d.Day == c.day
		}
		assert.True(t, atWork, "%s on day %d", c.agent, c.day)
	}
}

func TestLF7_TheShopHasTwoHundredVisitorsADay(t *testing.T) {
	visitors, days := 0, 0
	load := map[string][2]int{}
	for _, p := range roster() {
		sum, work := 0, 0
		for _, d := range daysOf(p) {
			sum += d.visitors
			if d.Attendance == sample.Worked {
				work++
			}
		}
		visitors, days, load[p.ID] = visitors+sum, days+work, [2]int{sum, work}
	}
	assert.Equal(t, 200*days, visitors)
	assert.Equal(t, [2]int{300 * 22, 22}, load["L01"], "agent A")
	assert.Equal(t, [2]int{200 * 23, 23}, load["L02"], "agent B")
	assert.Equal(t, [2]int{300*23 + 1, 23}, load["L03"])
	assert.Equal(t, [2]int{100 * 21, 21}, load["L13"])
	assert.Equal(t, [2]int{100*21 - 1, 21}, load["L14"])
}

func TestADaysPartsAreNotMoreThanTheirWhole(t *testing.T) {
	for _, p := range roster() {
		for _, d := range daysOf(p) {
			assert.LessOrEqual(t, d.visitors, d.conversations, "%s on day %d", p.ID, d.Day)
			assert.LessOrEqual(t, d.deals, d.visitors, "%s on day %d", p.ID, d.Day)
			assert.LessOrEqual(t, d.returned, d.deals, "%s on day %d", p.ID, d.Day)
			assert.LessOrEqual(t, d.satisfied, d.ratings, "%s on day %d", p.ID, d.Day)
		}
	}
}
