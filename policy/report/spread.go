package report

import (
	"bufio"

	"github.com/shopspring/decimal"

	"github.com/cspay/cspay/internal/fix"
	"github.com/cspay/cspay/policy"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// writeSpreads writes a line for each item whose spread the policy publishes.
// It names nobody.
func writeSpreads(out *bufio.Writer, res *policy.Result, doc policy.Document, lang Lang) {
	names := map[string]facts.Text{}
	for _, it := range doc.Pay.Items {
		names[it.ID] = titleOf(it.Name, it.ID)
	}
	for _, s := range res.Spreads() {
		line(out, explain.Step{
			Code: "report.spread", Value: money(s.Gap),
			Args: []explain.Arg{
				explain.T("item", names[s.Item]), explain.N("highest", money(s.Highest)), explain.N("lowest", money(s.Lowest)),
				explain.N("agents", explain.Whole(int64(s.Agents), 0, facts.Number)),
			},
		}, lang)
	}
}

// money is an amount of a sentence; one of more than 18 digits is said to be
// out of range.
func money(d decimal.Decimal) explain.Number {
	n := explain.Whole(0, moneyScale, facts.Money)
	v, err := fix.FromDecimal(d, moneyScale)
	if err != nil {
		n.State = explain.Overflow
	}
	n.Unscaled = v
	return n
}
