package twin

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestSW4_SW10_TeamworkIsTheMeanOfTheVotesThatWereCast(t *testing.T) {
	for marks, want := range map[string]string{
		"55555": "5.00", "5443": "4.00", "544": "4.33", "554": "4.67", "00000": "0.00", "33334": "3.20",
	} {
		for _, role := range []string{"pre_sales", "after_sales"} {
			t.Run(role+" "+marks, func(t *testing.T) {
				m := swMonth(t, best(t, "A", role))
				m.Ballots = marked(t, "A", marks)
				s := runSW(t, m)["A"]
				assert.Equal(t, want, fixed(s.points["teamwork"]))
				assert.Equal(t, want, fixed(sub(s.score, whole(95))))
			})
		}
	}
}

func TestSW4_TheMeanIsNotRoundedBeforeItsPoints(t *testing.T) {
	// 13/3 of 5, carried by 6 points: 5.2 exactly, while 4.33 would give 5.196.
	a := best(t, "A", "pre_sales")
	delete(a.Values, "product_exam")
	m := swMonth(t, a)
	m.Ballots = marked(t, "A", "544")
	s := runSW(t, m)["A"]
	assert.Equal(t, "5.20", fixed(s.points["teamwork"]))
	assert.Zero(t, s.teamwork.Cmp(frac(13, 3)))
}

func TestSW4_FewerVotesThanTheQuorumAreAnError(t *testing.T) {
	m := swMonth(t, best(t, "A", "pre_sales"))
	m.Ballots = marked(t, "A", "54")
	_, err := CloseSW(m)
	require.ErrorContains(t, err, "agent A has 2 votes, fewer than 3")
}

func TestSW4_WhoWorkedNoDayNeedsNoVotes(t *testing.T) {
	a := best(t, "A", "pre_sales")
	a.Days, a.Leave = nil, []Leave{{From: "2026-06-01", Until: "2026-08-31", Kind: "paid_leave"}}
	s := runSW(t, Month{Period: "2026-07", Agents: []Agent{a}})["A"]
	assert.Nil(t, s.score)
	assert.Zero(t, s.scorePlace)
	assert.Zero(t, s.salesPlace)
	assert.Equal(t, "base 3100.00", s.lines[0].Item+" "+s.lines[0].Amount)
	assert.Equal(t, "bonus 0.00", s.lines[1].Item+" "+s.lines[1].Amount)
}

func TestSW6_ABadReviewIsTheAgentsFaultByMoreVotesThanNot(t *testing.T) {
	for name, c := range map[string]struct {
		votes string
		want  int
	}{
		"four to none":               {"1111", 1},
		"three to one":               {"1101", 1},
		"two to two is nobody's":     {"1100", 0},
		"one to three":               {"0001", 0},
		"none to four":               {"0000", 0},
		"two to one, one was absent": {"110", 1},
		"one to two, one was absent": {"010", 0},
	} {
		t.Run(name, func(t *testing.T) {
			m := swMonth(t, best(t, "A", "after_sales"))
			event, votes := judged(t, "E", "A", c.votes)
			m.Events, m.Ballots = []Event{event}, append(m.Ballots, votes...)
			assert.Equal(t, c.want, runSW(t, m)["A"].badReviews)
		})
	}
}

func TestSW6_FewerVotesThanTheQuorumAreAnError(t *testing.T) {
	for _, votes := range []string{"", "1", "11"} {
		t.Run(fmt.Sprintf("%d votes", len(votes)), func(t *testing.T) {
			m := swMonth(t, best(t, "A", "after_sales"))
			event, ballots := judged(t, "E", "A", votes)
			m.Events, m.Ballots = []Event{event}, append(m.Ballots, ballots...)
			_, err := CloseSW(m)
			require.ErrorContains(t, err, fmt.Sprintf("event E has %d votes, fewer than 3", len(votes)))
		})
	}
}

func TestSW6_SW9_OnlyUpheldEventsThatAreNotExcludedCount(t *testing.T) {
	for name, c := range map[string]struct {
		status   string
		excluded bool
		want     int
	}{
		"upheld":              {"upheld", false, 1},
		"without a status":    {"", false, 1},
		"reported":            {"reported", false, 0},
		"withdrawn":           {"withdrawn", false, 0},
		"overturned":          {"overturned", false, 0},
		"upheld and excluded": {"upheld", true, 0},
	} {
		t.Run(name, func(t *testing.T) {
			m := swMonth(t, best(t, "A", "after_sales"))
			review, votes := judged(t, "R", "A", "1111")
			complaint := Event{ID: "C", Agent: "A", Kind: "complaint", Date: "2026-07-31", Status: c.status}
			review.Status = c.status
			m.Events, m.Ballots = []Event{review, complaint}, append(m.Ballots, votes...)
			if c.excluded {
				m.Exclusions = []Exclusion{{Event: "R"}, {Event: "C"}}
			}
			s := runSW(t, m)["A"]
			assert.Equal(t, c.want, s.badReviews)
			assert.Equal(t, c.want, s.complaints)
		})
	}
}

func TestSW6_AReviewThatDoesNotCountNeedsNoVotes(t *testing.T) {
	m := swMonth(t, best(t, "A", "after_sales"))
	event, _ := judged(t, "E", "A", "")
	event.Status = "reported"
	m.Events = []Event{event}
	assert.Zero(t, runSW(t, m)["A"].badReviews)
}
