package explain_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/scoring"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// ballots explains the scores of a month that is voted on: V has votes of all
// sorts, W too few of them, and no scheme is for U.
func ballots(t *testing.T) map[string][]explain.Step {
	t.Helper()
	two := 2
	terms := scoring.Terms{
		Metrics: facts.Metrics{
			"team":    {Name: named("团队协作", "Teamwork"), Unit: facts.Points, Better: facts.Higher, From: facts.From{Panel: "team"}},
			"reviews": {Name: named("差评", "Bad reviews"), Unit: facts.Count, Better: facts.Lower, From: facts.From{Event: "bad_review", Panel: "fault"}},
		},
		Events: facts.EventKinds{"bad_review": {Name: named("差评", "Bad review")}},
		Panels: facts.Panels{
			"team": {
				Name: named("团队评分", "Team vote"), About: facts.AboutAgent, Scale: &facts.Scale{Most: d("5")},
				Quorum: &two, BelowQuorum: facts.QuorumNotApplicable,
			},
			"fault": {About: facts.AboutEvent, Quorum: &two, BelowQuorum: facts.QuorumNotApplicable, Tie: facts.Undecided},
		},
	}
	scheme := scoring.Scheme{
		When: facts.When{{Role: []string{"after_sales"}}}, Most: p("93"),
		Blocks: []scoring.Block{{ID: "ability", Name: named("综合能力", "Ability"), Points: d("100")}},
		Indicators: []scoring.Indicator{
			{ID: "team", Name: named("团队协作", "Teamwork"), Block: "ability", Points: d("50"), Rule: scoring.Direct{Metric: "team", OutOf: d("5")}},
			{ID: "reviews", Block: "ability", Points: d("50"), Rule: scoring.ZeroOver{Metric: "reviews", Over: d("3")}},
		},
	}
	cards, err := scoring.Score(scheme, terms, voted(t))
	require.NoError(t, err)
	out := map[string][]explain.Step{}
	for card := range cards.All() {
		out[card.Agent()] = append(out[card.Agent()], card.Explain())
	}
	return out
}

// voted is the month that ballots explains.
func voted(t *testing.T) facts.Month {
	t.Helper()
	m := facts.Month{Period: date(t, 1).Period(), Agents: []facts.Agent{
		{ID: "V", Role: "after_sales"}, {ID: "W", Role: "after_sales"}, {ID: "U", Role: "clerk"},
	}}
	for _, b := range []facts.Ballot{
		{Agent: "V", Voter: "q", Role: "qa", Score: d("5")},
		{Agent: "V", Voter: "t", Role: "team_lead", Score: d("4")},
		{Agent: "V", Voter: "x", Score: d("4")},
		{Agent: "W", Voter: "q", Role: "qa", Score: d("5")},
	} {
		b.Topic = "team"
		m.Ballots = append(m.Ballots, b)
	}
	for i, votes := range []string{"110", "100", "10", "1"} {
		id := fmt.Sprintf("b%d", i+1)
		m.Events = append(m.Events, facts.Event{ID: id, Agent: "V", Kind: "bad_review", Date: date(t, i+1)})
		for k, v := range votes {
			m.Ballots = append(m.Ballots, facts.Ballot{Topic: "fault", Event: id, Voter: fmt.Sprint(k), Score: d(string(v))})
		}
	}
	return m
}

func voteSentences() []said {
	return []said{
		{"V", "metric.panel", "团队协作 ≈4.3333 分,团队评分共 3 票的平均", "Teamwork ≈4.3333 points, the mean of team vote (votes: 3)"},
		{"V", "vote", "质检:5 分", "QA: 5 points"},
		{"V", "vote", "组长:4 分", "team lead: 4 points"},
		{"V", "vote", "评委:4 分", "voter: 4 points"},
		{"W", "metric.panel.short", "团队协作 不适用,团队评分只有 1 票,不足 2 票", "Teamwork not applicable: 1 of the 2 votes that team vote needs"},
		{
			"V", "event.attributed", "2026-06-01:差评(事件 b1,成立),责任投票 2 比 1,计入",
			"2026-06-01: bad review (event b1, upheld), voted 2 to 1 the agent's fault, counted",
		},
		{
			"V", "event.unattributed", "2026-06-02:差评(事件 b2,成立),责任投票 1 比 2,不计入",
			"2026-06-02: bad review (event b2, upheld), voted 1 to 2 the agent's fault, not counted",
		},
		{
			"V", "event.undecided", "2026-06-03:差评(事件 b3,成立),责任投票 1 比 1 持平待定,不计入",
			"2026-06-03: bad review (event b3, upheld), votes even at 1 to 1, open and not counted",
		},
		{
			"V", "event.short", "2026-06-04:差评(事件 b4,成立),投票人数不足(1 比 0),不计入",
			"2026-06-04: bad review (event b4, upheld), too few votes (1 to 0), not counted",
		},
		// 50 x 13/15 = 43.33, and 50
		{"V", "score.block", "综合能力 93.33 分(满分 100 分)", "Ability 93.33 of 100 points"},
		{
			"V", "score.clamped", "各项合计 93.33 分,得分上限 93 分,计 -0.33 分",
			"The lines add up to 93.33 points, the highest score is 93 points: -0.33 points",
		},
		{"V", "score", "得分 93 分", "Score 93 points"},
		{"U", "score.none", "没有适用的考核方案,得分不适用", "No scheme is for this agent: score not applicable"},
	}
}
