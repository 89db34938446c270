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

// graded scores a small month with medals, a vote that rests on a case and
// praise that counts once: G is praised and gets a medal, H neither.
func graded(t *testing.T) map[string][]explain.Step {
	t.Helper()
	quorum := 1
	terms := scoring.Terms{
		Panels: facts.Panels{"attitude": {
			Name: named("服务态度评分", "Attitude vote"), About: facts.AboutAgent, Scale: &facts.Scale{Most: d("5")},
			Quorum: &quorum, Evidence: true,
		}},
		Metrics: facts.Metrics{
			"attitude": {Name: named("服务态度", "Attitude"), Unit: facts.Points, Better: facts.Higher, From: facts.From{Panel: "attitude"}},
			"praises":  {Name: named("点名表扬", "Praises"), Unit: facts.Count},
		},
	}
	scheme := scoring.Scheme{
		Indicators: []scoring.Indicator{
			{ID: "attitude", Points: d("100"), Rule: scoring.Direct{Metric: "attitude", OutOf: d("5")}},
			{ID: "praise", Rule: scoring.Adjustment{Metric: "praises", Each: d("2"), Per: scoring.PerMonth}},
		},
		Grades: []scoring.Grade{{ID: "silver", Name: named("银牌", "Silver"), AtLeast: p("80")}, {ID: "bronze", AtLeast: p("70")}},
	}
	period, err := facts.NewPeriod(2026, 6)
	require.NoError(t, err)
	agent := func(id, praises string) facts.Agent {
		return facts.Agent{ID: id, Hired: date(t, 1), Values: map[string]decimal.Decimal{"praises": d(praises)}}
	}
	vote := func(agent, score, evidence string) facts.Ballot {
		return facts.Ballot{Topic: "attitude", Agent: agent, Voter: "Q", Role: "qa", Score: d(score), Evidence: evidence}
	}
	m := facts.Month{
		Period: period, Agents: []facts.Agent{agent("G", "3"), agent("H", "0")},
		Ballots: []facts.Ballot{vote("G", "4", "订单 88 安抚到位"), vote("H", "3", "会话 12")},
	}
	cards, err := scoring.Score(scheme, terms, m)
	require.NoError(t, err)
	plan := payout.Plan{Items: []payout.Item{{ID: "practice", Pay: payout.Penalty{
		Match: payout.AllMatch, Cases: []payout.Case{{When: facts.When{{Tenure: facts.SinceHired, Over: p("6")}}, Amount: d("10")}},
	}}}}
	slips, err := payout.Make(plan, terms, m)
	require.NoError(t, err)
	out := map[string][]explain.Step{}
	for slip := range slips.All() {
		out[slip.Agent()] = append(out[slip.Agent()], slip.Explain())
	}
	for card := range cards.All() {
		out[card.Agent()] = append(out[card.Agent()], card.Explain())
	}
	return out
}

func gradedSentences() []said {
	return []said{
		// 4/5 of 100 and 2 for three praises
		{"G", "score.graded", "得分 82 分,达到 80 分,等级为银牌", "Score 82 points, at least 80 points: grade Silver"},
		{"H", "score.ungraded", "得分 60 分,未达到任何等级", "Score 60 points, no grade reached"},
		{"G", "adjust.month", "点名表扬 3 个,当月有即计 +2 分,不按次数累加,本项计 +2 分", "Praises 3, +2 points once a month for any: +2 points"},
		{"H", "adjust.month", "点名表扬 0 个,当月有即计 +2 分,不按次数累加,本项计 0 分", "Praises 0, +2 points once a month for any: 0 points"},
		{"G", "when.tenure", "2026-06-01 入职,至 2026-06-30 满 1 个月", "Hired on 2026-06-01, whole months by 2026-06-30: 1"},
		{"G", "vote", "质检:4 分;订单 88 安抚到位", "QA: 4 points; 订单 88 安抚到位"},
	}
}
