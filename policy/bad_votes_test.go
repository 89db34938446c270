package policy

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/scoring/facts"
)

// voted is a policy that scores teamwork by marks and bad reviews by verdicts;
// rest is added to both panels.
func voted(rest string) string {
	return `format: cspay/v1
id: votes
currency: CNY
panels:
  teamwork: {about: agent, roles: [qa, lead, boss], scale: {least: 0, most: 5}, quorum: 2` + rest + `}
  attribution: {about: event, roles: [qa, lead, boss], quorum: 2` + rest + `}
metrics:
  exam: {unit: points, missing: zero}
  teamwork: {unit: points, better: higher, from: {panel: teamwork}}
  bad_reviews: {unit: count, better: lower, from: {event: bad_review, panel: attribution}}
scheme:
  - {id: exam, points: 90, direct: {metric: exam, out_of: 100}}
  - {id: teamwork, points: 5, direct: {metric: teamwork}}
  - {id: reviews, points: 5, zero_over: {metric: bad_reviews, over: 0}}
`
}

// tied is the policy with a reading of an even split.
func tied(tie string) string {
	return strings.Replace(voted(""), "boss], quorum: 2}", "boss], quorum: 2, tie: "+tie+"}", 1)
}

// ballots is a month of one agent with a bad review, and lines of votes from
// line 7 on.
func ballots(lines ...string) shop {
	return shop{facts: "month: 2026-01\nagents:\n- {id: A1, values: {exam: 100}}\nevents:\n" +
		"- {id: E1, agent: A1, kind: bad_review, date: 2026-01-05}\nballots:\n" + strings.Join(lines, "\n") + "\n"}
}

// The votes that everything can be decided by: a mean of 4.5, and 2-0.
const (
	markA = "- {topic: teamwork, agent: A1, voter: Q, role: qa, score: 5}"
	markB = "- {topic: teamwork, agent: A1, voter: L, role: lead, score: 4}"
	forA  = "- {topic: attribution, event: E1, voter: Q, role: qa, score: 1}"
	forB  = "- {topic: attribution, event: E1, voter: L, role: lead, score: 1}"
	markC = "- {topic: teamwork, agent: A1, voter: B, role: boss, score: 4}"
	forC  = "- {topic: attribution, event: E1, voter: B, role: boss, score: 1}"
	notB  = "- {topic: attribution, event: E1, voter: L, role: lead, score: 0}"
)

func voteRows(add addRow) {
	all := ballots(markA, markB, forA, forB)
	add("082", "R enough votes", scores(voted(""), all, "94.50"))
	quorumRows(add)

	warned := func(tie, want string, warns ...spot) func(*testing.T) {
		return func(t *testing.T) {
			p, err := Load(strings.NewReader(tied(tie)))
			require.NoError(t, err)
			r, err := ballots(markA, markB, forA, notB).close(p)
			require.NoError(t, err)
			slip, _ := r.Slip("A1")
			assert.Equal(t, want, slip.Score().StringFixed(2))
			if len(warns) > 0 {
				assert.Equal(t, warns, spots(t, r.Warnings()))
			} else {
				assert.Empty(t, r.Warnings())
			}
		}
	}
	add("082", "R an even split is not attributable", scores(voted(""), ballots(markA, markB, forA, notB), "99.50"))
	add("082", "R an even split, declared not attributable", warned("not_attributable", "99.50"))
	add("082", "R an even split, declared against", warned("against", "94.50"))
	add("082", "R an even split, declared undecided", warned("undecided", "99.50", inFacts(5, 3, facts.CodeVoteUndecided, "A1")))

	for _, c := range []struct {
		name, vote string
		want       spot
	}{
		{"a voter outside the panel", strings.Replace(markB, "role: lead", "role: owner", 1), inFacts(8, 48, facts.CodeVoteRole, "A1")},
		{"a voter without a role", strings.Replace(markB, ", role: lead", "", 1), inFacts(8, 3, facts.CodeVoteRole, "A1")},
		{"a double vote", strings.Replace(markB, "voter: L", "voter: Q", 1), inFacts(8, 39, facts.CodeVoteDouble, "A1")},
		{"a vote on oneself", strings.Replace(markB, "voter: L", "voter: A1", 1), inFacts(8, 39, facts.CodeVoteSelf, "A1")},
		{"a vote above the scale", strings.Replace(markB, "score: 4", "score: 5.01", 1), inFacts(8, 61, facts.CodeVoteScale, "A1")},
		{"a vote below the scale", strings.Replace(markB, "score: 4", "score: -0.01", 1), inFacts(8, 61, facts.CodeVoteScale, "A1")},
		{"a vote of nobody", strings.Replace(markB, "agent: A1", "agent: A9", 1), inFacts(8, 28, facts.CodeAgentUnknown, "A9")},
		{"a vote on no event", strings.Replace(notB, "event: E1", "event: E9", 1), inFacts(8, 31, facts.CodeNameUnknown, "")},
		{"a vote on an event of one's own", strings.Replace(notB, "voter: L", "voter: A1", 1), inFacts(8, 42, facts.CodeVoteSelf, "A1")},
		{"half a verdict", strings.Replace(notB, "score: 0", "score: 0.5", 1), inFacts(8, 64, facts.CodeVoteScale, "A1")},
	} {
		add("082", c.name, refuses(voted(""), ballots(markA, c.vote, markC, forA, forC), c.want))
	}
	add("082", "a double vote names the other", func(t *testing.T) {
		p, err := Load(strings.NewReader(voted("")))
		require.NoError(t, err)
		_, err = ballots(markA, markB, forA, forB, markA).close(p)
		refused(t, err, inFacts(11, 39, facts.CodeVoteDouble, "A1"))
		assert.ErrorContains(t, err, "also at ballots[0].voter (facts.yaml:7:39)")
	})
}

func quorumRows(add addRow) {
	const spared = ", below_quorum: not_applicable"
	short := inFacts(3, 12, facts.CodeVoteQuorum, "A1")
	add("082", "too few marks", refuses(voted(""), ballots(markA, forA, forB), short))
	add("082", "too few marks, declared an error", refuses(voted(", below_quorum: error"), ballots(markA, forA, forB), short))
	add("082", "too few verdicts", refuses(voted(""), ballots(markA, markB, forA), inFacts(5, 3, facts.CodeVoteQuorum, "A1")))
	add("082", "too few of both", refuses(voted(""), ballots(markA), short, inFacts(5, 3, facts.CodeVoteQuorum, "A1")))
	// The other 90 and 5 carry the 100: 94.74 and 5.26, of which the review takes 5.26.
	add("082", "R too few marks, declared not applicable", scores(voted(spared), ballots(markA, forA, forB), "94.74"))
	add("082", "R too few verdicts, declared not applicable", scores(voted(spared), ballots(markA, markB, forA), "99.50"))
	add("082", "R who worked no day needs no votes", func(t *testing.T) {
		p, err := Load(strings.NewReader(voted("")))
		require.NoError(t, err)
		s := ballots(markA)
		s.facts = strings.Replace(s.facts, "values: {exam: 100}", "leave: [{from: 2026-01-01, until: 2026-01-31, kind: paid_leave}]", 1)
		r, err := s.close(p)
		require.NoError(t, err)
		slip, _ := r.Slip("A1")
		assert.False(t, slip.Scored())
	})
}
