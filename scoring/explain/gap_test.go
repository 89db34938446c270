package explain_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

func ExampleDecides() {
	bonus := explain.Figure{Clause: facts.Text{ZH: "绩效奖金", EN: "Bonus"}, Number: 2, Key: "steps[1].at_least"}
	fmt.Println(explain.Decides("bonus", []string{"steps", "at_least"}, bonus).ZH)
	fmt.Println(explain.Decides("bonus", []string{"steps", "at_least"}, bonus).EN)
	// Output:
	// 决定「绩效奖金」第 2 档至少要达到多少
	// what step 2 of Bonus has to reach
}

func ExampleDecidesCode() {
	fmt.Println(explain.DecidesCode("bonus", []string{"steps", "at_least"}))
	fmt.Println(explain.DecidesCode("tenure", []string{"years"}))
	// Output:
	// gap.steps.at_least true
	//  false
}

func TestDecides(t *testing.T) {
	t.Parallel()
	pool := facts.Text{ZH: "日池", EN: "Pool"}
	cases := []struct {
		it, owner string
		keys      []string
		figure    explain.Figure
		want      facts.Text
	}{
		{
			"the owner's own phrase goes first", "daily_pool",
			[]string{"amount"},
			explain.Figure{},
			facts.Text{ZH: "决定「日池」每月共有多少元", EN: "how many yuan Pool holds each month"},
		},
		{
			"another owner has the shared one", "bonus",
			[]string{"amount"},
			explain.Figure{},
			facts.Text{ZH: "决定「日池」的基数是多少元", EN: "how many yuan Pool starts from"},
		},
		{
			"more keys go before the owner", "bands",
			[]string{"steps", "share"},
			explain.Figure{Number: 3},
			facts.Text{ZH: "决定「日池」第 3 档得满分的多少", EN: "what share of the points step 3 of Pool gives"},
		},
		{
			"a condition is told by its limit", "items",
			[]string{"when", "under"},
			explain.Figure{Number: 1},
			facts.Text{ZH: "决定「日池」要低于多少", EN: "what has to be stayed below in Pool"},
		},
		{
			"an entry of a table stands in the sentence", "daily_pool",
			[]string{"faults"},
			explain.Figure{Entry: facts.Text{ZH: "迟复", EN: "Late reply"}},
			facts.Text{ZH: "决定一次「迟复」扣「日池」当日份额的多少", EN: "what share of the day's slice of Pool one late reply costs"},
		},
		{
			"a table that is not there is told as a whole", "daily_pool",
			[]string{"faults"},
			explain.Figure{},
			facts.Text{ZH: "决定一次「每种事件」扣「日池」当日份额的多少", EN: "what share of the day's slice of Pool one event of each kind costs"},
		},
		{
			"a list that is not there is told by its first", "rank_award",
			[]string{"amounts"},
			explain.Figure{},
			facts.Text{ZH: "决定「日池」第 1 名奖多少元", EN: "how many yuan place 1 gets from Pool"},
		},
		{
			"a figure from outside is told by its key", "tenure",
			[]string{"years"},
			explain.Figure{Key: "years"},
			facts.Text{ZH: "决定「日池」的 years", EN: "what years is in Pool"},
		},
	}
	for _, c := range cases {
		t.Run(c.it, func(t *testing.T) {
			t.Parallel()
			c.figure.Clause = pool
			assert.Equal(t, c.want, explain.Decides(c.owner, c.keys, c.figure))
		})
	}
}
