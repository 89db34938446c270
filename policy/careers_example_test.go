package policy_test

import (
	"context"
	"fmt"
	"strings"
	"testing/fstest"

	"github.com/cspay/cspay/policy"
)

// ladderPolicy promotes after two months without a penalty, in any month.
const ladderPolicy = `format: cspay/v1
id: ladder
currency: CNY
metrics:
  penalties: {unit: count, better: lower, from: {event: penalty}}
streaks:
  - {id: clean, when: [{metric: penalties, at_most: 0}], months: 2}
ladder:
  levels: [{id: P1}, {id: P2}]
  promotion: {windows: [1, 2, 3], requires: [{id: clean, streak: clean}]}
`

// A year of a shop lies in folders of months, with the decisions of people
// beside the facts.
func ExamplePolicy_CloseMonths() {
	shop := fstest.MapFS{}
	for name, text := range map[string]string{
		"months/2026-01/facts.yaml":     "month: 2026-01\nagents: [{id: A1}]\n",
		"months/2026-02/facts.yaml":     "month: 2026-02\nagents: [{id: A1}]\n",
		"months/2026-03/facts.yaml":     "month: 2026-03\nagents: [{id: A1}]\n",
		"months/2026-03/decisions.yaml": "decisions: [{agent: A1, clause: ladder.promotion, outcome: accepted, who: M1, date: 2026-03-02}]\n",
	} {
		shop[name] = &fstest.MapFile{Data: []byte(text)}
	}
	p, err := policy.Load(strings.NewReader(ladderPolicy))
	if err != nil {
		fmt.Println(err)
		return
	}
	for r, err := range p.CloseMonths(context.Background(), p.LoadMonthsFS(shop, "."), policy.History{}) {
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(r.Period(), r.Progress()[0].Level)
		for _, m := range r.Moves() {
			fmt.Println(" ", m.Agent, m.From, m.To, m.State)
		}
	}
	// Output:
	// 2026-01 P1
	// 2026-02 P1
	//   A1 P1 P2 proposed
	// 2026-03 P2
	//   A1 P1 P2 effective
}

func ExampleResult_CareersJSON() {
	p, err := policy.Load(strings.NewReader(ladderPolicy))
	if err != nil {
		fmt.Println(err)
		return
	}
	facts := fstest.MapFS{"facts.yaml": {Data: []byte("month: 2026-01\nagents: [{id: A1}]\n")}}
	m, err := p.LoadMonthFS(facts, ".")
	if err != nil {
		fmt.Println(err)
		return
	}
	r, err := p.Close(m, policy.History{})
	if err != nil {
		fmt.Println(err)
		return
	}
	text, err := r.CareersJSON()
	fmt.Println(string(text), err)
	// Output:
	// {"month":"2026-01","moves":[],"candidates":[],"plans":[]} <nil>
}
