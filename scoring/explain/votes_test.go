package explain_test

import (
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/payout"
	"github.com/cspay/cspay/scoring"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// voted scores and pays a small month with panels, blocks and shared places: V
// is voted on and clamped, W has too few votes, Z is for no scheme.
func voted(t *testing.T) map[string][]explain.Step {
	t.Helper()
	quorum := 3
	event := func(panel string) facts.From { return facts.From{Event: "bad_review", Panel: panel} }
	count := func(panel string) facts.Metric {
		return facts.Metric{Name: named("差评", "Bad reviews"), Unit: facts.Count, Better: facts.Lower, From: event(panel)}
	}
	terms := scoring.Terms{
		Events: facts.EventKinds{"bad_review": {Name: named("差评", "Bad review")}},
		Panels: facts.Panels{
			"team": {
				Name: named("协作评分", "Teamwork vote"), About: facts.AboutAgent, Scale: &facts.Scale{Most: d("5")},
				Quorum: &quorum, BelowQuorum: facts.QuorumNotApplicable,
			},
			"blame": {About: facts.AboutEvent, Tie: facts.Undecided},
			"court": {About: facts.AboutEvent, Quorum: &quorum, BelowQuorum: facts.QuorumNotApplicable},
		},
		Metrics: facts.Metrics{
			"team":  {Name: named("团队协作", "Teamwork"), Unit: facts.Points, Better: facts.Higher, From: facts.From{Panel: "team"}},
			"blame": count("blame"), "court": count("court"),
			"sales": {Unit: facts.Money, Better: facts.Higher},
		},
		Rankings: []facts.Ranking{{ID: "by_sales", Name: named("销售排名", "Sales standing"), By: "sales"}},
	}
	scheme := scoring.Scheme{
		When: facts.When{{Role: []string{"after_sales"}}}, Most: p("70"),
		Blocks: []scoring.Block{
			{ID: "kpi", Name: named("业绩", "KPI"), Points: d("85")}, {ID: "ability", Name: named("能力", "Ability"), Points: d("15")},
		},
		Indicators: []scoring.Indicator{
			{ID: "reviews", Block: "kpi", Points: d("85"), Rule: scoring.ZeroOver{Metric: "blame", Over: d("3")}},
			{ID: "team", Block: "ability", Points: d("10"), Rule: scoring.Direct{Metric: "team", OutOf: d("5")}},
			{ID: "court", Block: "ability", Points: d("5"), Rule: scoring.ZeroOver{Metric: "court", Over: d("3")}},
		},
	}
	m := votedMonth(t)
	cards, err := scoring.Score(scheme, terms, m)
	require.NoError(t, err)
	award := func(id string, ties payout.AwardTies) payout.Item {
		return payout.Item{ID: id, Name: named("销售冠军", "Sales champion"), Pay: payout.RankAward{
			Ranking: "by_sales", Amounts: []decimal.Decimal{d("500")}, Ties: ties,
		}}
	}
	slips, err := payout.Make(payout.Plan{Items: []payout.Item{award("split", payout.SplitAward), award("none", payout.NoneWins)}}, terms, m)
	require.NoError(t, err)
	out := map[string][]explain.Step{}
	for card := range cards.All() {
		out[card.Agent()] = append(out[card.Agent()], card.Explain())
	}
	for slip := range slips.All() {
		out[slip.Agent()] = append(out[slip.Agent()], slip.Explain().Steps...)
	}
	return out
}

func votedMonth(t *testing.T) facts.Month {
	t.Helper()
	period, err := facts.NewPeriod(2026, 6)
	require.NoError(t, err)
	sold := func(s string) map[string]decimal.Decimal { return map[string]decimal.Decimal{"sales": d(s)} }
	m := facts.Month{Period: period, Agents: []facts.Agent{
		{ID: "V", Role: "after_sales", Values: sold("900")},
		{ID: "W", Role: "after_sales", Values: sold("900")},
		{ID: "Z", Role: "pre_sales", Values: sold("100")},
	}}
	vote := func(topic, agent, event, voter, role, score string) {
		m.Ballots = append(m.Ballots, facts.Ballot{Topic: topic, Agent: agent, Event: event, Voter: voter, Role: role, Score: d(score)})
	}
	for i, score := range []string{"5", "4", "4"} {
		vote("team", "V", "", string(rune('a'+i)), "qa", score)
	}
	vote("team", "W", "", "a", "qa", "5")
	for i, id := range []string{"e1", "e2", "e3"} {
		m.Events = append(m.Events, facts.Event{ID: id, Agent: "V", Kind: "bad_review", Date: date(t, i+1)})
	}
	for event, scores := range map[string][]string{"e1": {"1", "1"}, "e2": {"0", "0"}, "e3": {"1", "0"}} {
		for i, score := range scores {
			vote("blame", "", event, string(rune('a'+i)), "qa", score)
		}
	}
	return m
}

func votedSentences() []said {
	return []said{
		{"V", "metric.panel", "团队协作 ≈4.3333 分,协作评分共 3 票的平均", "Teamwork ≈4.3333 points, the mean of teamwork vote (votes: 3)"},
		{"W", "metric.panel.short", "团队协作 不适用,协作评分只有 1 票,不足 3 票", "Teamwork not applicable: 1 of the 3 votes that teamwork vote needs"},
		{"V", "vote", "质检:5 分", "QA: 5 points"},
		{
			"V", "event.attributed", "2026-06-01:差评(事件 e1,成立),责任投票 2 比 0,计入",
			"2026-06-01: bad review (event e1, upheld), voted 2 to 0 the agent's fault, counted",
		},
		{
			"V", "event.unattributed", "2026-06-02:差评(事件 e2,成立),责任投票 0 比 2,不计入",
			"2026-06-02: bad review (event e2, upheld), voted 0 to 2 the agent's fault, not counted",
		},
		{
			"V", "event.undecided", "2026-06-03:差评(事件 e3,成立),责任投票 1 比 1 持平待定,不计入",
			"2026-06-03: bad review (event e3, upheld), votes even at 1 to 1, open and not counted",
		},
		{
			"V", "event.short", "2026-06-01:差评(事件 e1,成立),投票人数不足(0 比 0),不计入",
			"2026-06-01: bad review (event e1, upheld), too few votes (0 to 0), not counted",
		},
		// 13/15 of 10 points are 8.67, and 5 for no review that the court counts
		{"V", "score.block", "能力 13.67 分(满分 15 分)", "Ability 13.67 of 15 points"},
		{"V", "score.clamped", "各项合计 98.67 分,得分上限 70 分,计 -28.67 分", "The lines add up to 98.67 points, the highest score is 70 points: -28.67 points"},
		{"Z", "score.none", "没有适用的考核方案,得分不适用", "No scheme is for this agent: score not applicable"},
		{"V", "rank_award.split", "销售冠军:销售排名第 1 名,2 人并列平分,得 250.00 元", "Sales champion: place 1 in sales standing, shared by 2: 250.00 yuan"},
		{"W", "rank_award.tied", "销售冠军:销售排名第 1 名,2 人并列不发,0.00 元", "Sales champion: place 1 in sales standing is held by 2 and not paid, 0.00 yuan"},
	}
}
