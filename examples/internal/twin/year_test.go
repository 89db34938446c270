package twin

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestMoreMonths(t *testing.T) {
	for _, c := range []struct {
		it, from, until string
		want            bool
	}{
		{"from 1 January to 30 June are six and no more", "2026-01-01", "2026-06-30", false},
		{"to 1 July are more", "2026-01-01", "2026-07-01", true},
		{"from 31 December six months end on 29 June", "2025-12-31", "2026-06-30", false},
		{"from 31 August they end with February", "2025-08-31", "2026-02-28", false},
		{"and 1 March is more", "2025-08-31", "2026-03-01", true},
		{"TM10: regular since 15 December, 14 June", "2025-12-15", "2026-06-14", false},
		{"TM10: regular since 15 December, 15 June", "2025-12-15", "2026-06-15", true},
		{"a day that nobody knows", "", "2026-06-15", false},
	} {
		assert.Equal(t, c.want, moreMonths(c.from, c.until, 6), c.it)
	}
}

func TestStreaksOfACareer(t *testing.T) {
	c := newCareer("")
	assert.Equal(t, "P1", c.level, "who has no level stands on the lowest")
	month := func(period string, on bool) { c.streaks(period, map[string]kept{lastInSales: kept(on)}) }
	month("2025-11", true)
	month("2025-12", true)
	assert.False(t, c.hit("2025-12", lastInSales))
	month("2026-01", true)
	assert.True(t, c.hit("2026-01", lastInSales), "December and January follow each other")
	assert.Equal(t, []string{"2025-11", "2025-12", "2026-01"}, c.evidence(lastInSales))
	month("2026-02", true)
	assert.False(t, c.hit("2026-02", lastInSales), "a longer streak counts again after its full length")
	month("2026-04", true)
	assert.Equal(t, []string{"2026-04"}, c.runs[lastInSales], "a month that is not there ends it")
	month("2026-05", false)
	assert.Empty(t, c.runs[lastInSales])
}

func TestProtected(t *testing.T) {
	for _, c := range []struct {
		it   string
		span Span
		want bool
	}{
		{"a day of the month is enough", Span{"2026-03-31", "2026-04-30"}, true},
		{"and so is the first", Span{"2026-01-01", "2026-03-01"}, true},
		{"without an end", Span{"2026-01-01", ""}, true},
		{"over before the month", Span{"2026-01-01", "2026-02-28"}, false},
		{"not begun", Span{"2026-04-01", ""}, false},
	} {
		s := &tmSheet{record: &record{agent: Agent{Protected: []Span{c.span}}}}
		assert.Equal(t, c.want, s.protected("2026-03"), c.it)
	}
}

func TestADecisionAboutNothingIsRefused(t *testing.T) {
	m := Month{
		Period: "2026-01", Agents: []Agent{{ID: "A"}},
		Decisions: []Decision{{Agent: "A", Clause: promotionClause, Outcome: "accepted"}},
	}
	_, err := CloseTMYear([]Month{m})
	require.Error(t, err)
}

func TestMonthsFollowEachOther(t *testing.T) {
	_, err := CloseTMYear([]Month{{Period: "2026-01"}, {Period: "2026-03"}})
	require.EqualError(t, err, "2026-03 does not follow 2026-01")
}
