package payout

import (
	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// Award pays the amount of the case whose conditions hold (单项奖): the first
// of them, or all together.
//
//	award: {match: first, cases: [
//	  {name: 第一名, when: [{metric: exam, at_least: 80}, {ranking: by_exam, first: any_tied}], amount: 100},
//	  {name: 合格, when: [{metric: exam, at_least: 80}], amount: 50}]}
//
// The first with 80.00 is paid 100.00, not 150.00, another 50.00, and 79.90
// pays 0.00. Under a match of all the first is paid 150.00.
type Award struct {
	// Match says whether the first case that holds pays alone or all that hold
	// add up; it has no default.
	Match Match `key:"match,required"`
	// Cases are looked at in their order.
	Cases []Case `key:"cases,required"`
}

// Kind returns award.
func (Award) Kind() string { return "award" }

type award struct{ cases }

func (a Award) compile(c *compiler) evaluator {
	for i := range a.Cases {
		if duty := a.Cases[i].Duty; duty != (facts.Text{}) {
			c.At("cases").Index(i).At("duty").Fail(facts.CodeOneOf, "no duty: an award asks for none", "")
		}
	}
	return award{compileCases(c, a.Match, a.Cases)}
}

func (e award) pay(t *columns.Table, row int32) outcome {
	sum, _, o := e.cases.pay(t, row)
	if o.state != explain.Known {
		return o
	}
	return outcome{cents: sum}
}

func (e award) tell(t *columns.Table, row int32, _ outcome) (explain.Code, []explain.Arg, []explain.Step) {
	_, hits, _ := e.cases.pay(t, row)
	looked := e.looked(t, row, hits)
	switch len(hits) {
	case 0:
		return "award.none", nil, looked
	case 1:
		return "award.case", []explain.Arg{explain.T("case", e.list[hits[0]].name)}, looked
	}
	var parts []explain.Step
	for _, i := range hits {
		parts = append(parts, explain.Step{
			Clause: "case", Code: "award.part", Value: explain.Whole(e.list[i].cents, moneyScale, facts.Money),
			Args: []explain.Arg{explain.T("case", e.list[i].name)},
		})
	}
	n := explain.Whole(int64(len(hits)), 0, facts.Number)
	return "award.cases", []explain.Arg{explain.N("n", n)}, append(parts, looked...)
}
