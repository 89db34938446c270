package scoring_test

import (
	"fmt"

	"github.com/shopspring/decimal"

	"github.com/cspay/cspay/scoring"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

func ExampleCard_Grade() {
	limit := func(n int64) *decimal.Decimal { v := decimal.New(n, 0); return &v }
	scheme := scoring.Scheme{
		Indicators: []scoring.Indicator{{
			ID: "exam", Points: decimal.New(100, 0), Rule: scoring.Direct{Metric: "exam", OutOf: decimal.New(100, 0)},
		}},
		Grades: []scoring.Grade{
			{ID: "gold", Name: facts.Text{ZH: "金牌", EN: "Gold"}, AtLeast: limit(90)},
			{ID: "silver", Name: facts.Text{ZH: "银牌", EN: "Silver"}, AtLeast: limit(80)},
		},
	}
	month, err := facts.NewPeriod(2026, 1)
	if err != nil {
		fmt.Println(err)
		return
	}
	cards, err := scoring.Score(scheme, scoring.Terms{Metrics: facts.Metrics{"exam": {Unit: facts.Points}}}, facts.Month{
		Period: month, Agents: []facts.Agent{
			{ID: "A01", Values: map[string]decimal.Decimal{"exam": decimal.New(8999, -2)}},
			{ID: "A02", Values: map[string]decimal.Decimal{"exam": decimal.New(7999, -2)}},
		},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for card := range cards.All() {
		grade, ok := card.Grade()
		fmt.Println(card.Agent(), grade.Title().EN, ok)
		fmt.Println(card.Explain().Sentence(explain.Chinese))
	}
	// Output:
	// A01 Silver true
	// 得分 89.99 分,达到 80 分,等级为银牌
	// A02  false
	// 得分 79.99 分,未达到任何等级
}
