package report_test

import (
	"fmt"
	"os"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/cspay/cspay/payout"
	"github.com/cspay/cspay/policy"
	"github.com/cspay/cspay/policy/report"
	"github.com/cspay/cspay/scoring"
	"github.com/cspay/cspay/scoring/facts"
)

func d(s string) decimal.Decimal { return decimal.RequireFromString(s) }

// document is a tiny policy: a test of 100 points, and a wage.
func document() policy.Document {
	return policy.Document{
		ID: "tiny", Name: facts.Text{ZH: "小店薪酬", EN: "Tiny pay"}, Currency: "CNY",
		Metrics: facts.Metrics{
			"exam": {Name: facts.Text{ZH: "考试", EN: "Test"}, Unit: facts.Points, Better: facts.Higher},
			"wage": {Name: facts.Text{ZH: "月薪", EN: "Wage"}, Unit: facts.Money},
		},
		Scheme: scoring.Scheme{Indicators: []scoring.Indicator{
			{ID: "exam", Points: d("100"), Rule: scoring.Direct{Metric: "exam", OutOf: d("100")}},
		}},
		Rankings: []facts.Ranking{{ID: "by_score", By: "score"}},
		Pay: payout.Plan{Items: []payout.Item{{
			ID: "base", Name: facts.Text{ZH: "基本工资", EN: "Base pay"},
			Pay: payout.BasePay{Metric: "wage", Basis: payout.Calendar},
		}}},
		Effective: policy.Effective{Published: 46000}, // in December 2025
		Guard:     payout.Guard{Jurisdiction: "cn", Region: "sample_city"},
	}
}

// month is June 2026 of agents who all have 90 points and 3000.00 yuan.
func month(agents ...facts.Agent) facts.Month {
	june, err := facts.ParsePeriod("2026-06")
	if err != nil {
		return facts.Month{}
	}
	for i := range agents {
		agents[i].Values = map[string]decimal.Decimal{"exam": d("90"), "wage": d("3000.00")}
	}
	return facts.Month{Period: june, Agents: agents}
}

// closed closes a month under the tiny policy.
func closed(agents ...facts.Agent) (*policy.Result, error) {
	p, err := policy.New(document())
	if err != nil {
		return nil, err
	}
	return p.Close(month(agents...), policy.History{})
}

func ExampleText() {
	res, err := closed(facts.Agent{ID: "A1", Name: "王敏"}, facts.Agent{ID: "A2", Name: "Ann Lee"})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, lang := range []report.Lang{report.Chinese, report.English} {
		if err := report.Text(os.Stdout, res, lang); err != nil {
			fmt.Println(err)
		}
		fmt.Println("--")
	}
	// Output:
	// 小店薪酬 2026-06 共 2 人
	//
	// 工号  姓名      得分  名次  基本工资     合计
	// A1    王敏     90.00     1   3000.00  3000.00
	// A2    Ann Lee  90.00     1   3000.00  3000.00
	//
	// 合计应发 6000.00 元
	// --
	// Tiny pay, 2026-06 (agents: 2)
	//
	// agent  name     score  place  Base pay    total
	// A1     王敏     90.00      1   3000.00  3000.00
	// A2     Ann Lee  90.00      1   3000.00  3000.00
	//
	// All totals together: 6000.00 yuan
	// --
}

func ExampleExplain() {
	res, err := closed(facts.Agent{ID: "A1", Name: "王敏"})
	if err != nil {
		fmt.Println(err)
		return
	}
	slip, _ := res.Slip("A1")
	if err := report.Explain(os.Stdout, slip, report.English); err != nil {
		fmt.Println(err)
	}
	// Output:
	// A1 王敏, 2026-06: total 3000.00 yuan
	//   Score 90 points
	//     Test 90 points out of 100 points: 90 of 100 points  [scheme.exam]
	//       Test 90 points
	//   Base pay: 3000.00 yuan × 30/30 (calendar days; 30 days in service, 0 days of them unpaid or absent) = 3000.00 yuan  [pay.base]
	//     Wage 3000.00 yuan
	//
	// item      treatment  clause    amount (yuan)
	// Base pay  earned     pay.base        3000.00
	// total                                3000.00
}

func ExampleProblems() {
	doc := document()
	doc.Standing = "by_scor"
	doc.Currency = "USD"
	_, err := policy.New(doc)
	if err := report.Problems(os.Stdout, err, report.English); err != nil {
		fmt.Println(err)
	}
	// Output:
	// error: word.unknown at currency: want CNY, got "USD"
	// error: name.unknown at standing: want the id of a ranking; nearest: by_score, got "by_scor"
}

func ExampleChecked() {
	res, err := closed(facts.Agent{ID: "a1"}, facts.Agent{ID: "A1"})
	if err != nil {
		fmt.Println(err)
		return
	}
	var out strings.Builder
	if err := report.Checked(&out, res, report.Chinese); err != nil {
		fmt.Println(err)
	}
	fmt.Print(strings.Replace(out.String(), res.Policy().Digest(), "sha256:...", 1))
	// Output:
	// 小店薪酬 2026-06:2 人,无错误(sha256:...)
	// 提醒: id.near_duplicate at agents[0].id (agent a1): want an id that differs by more than case from agents[1].id
}
