package report

import (
	"bufio"
	"io"

	"github.com/shopspring/decimal"

	"github.com/cspay/cspay/internal/fix"
	"github.com/cspay/cspay/policy"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// Lang is a language of the catalogue.
type Lang = explain.Lang

// The languages.
const (
	Chinese = explain.Chinese
	English = explain.English
)

// moneyScale is the number of decimals of money and scores.
const moneyScale = 2

// Text writes a closed month for a manager: one row an agent with score, place,
// every pay item and the total, then the sums and the warnings.
func Text(w io.Writer, res *policy.Result, lang Lang) error {
	doc := res.Policy().Document()
	out := bufio.NewWriter(w)
	line(out, explain.Step{Code: "report.title", Args: []explain.Arg{
		explain.T("policy", titleOf(doc.Name, doc.ID)), explain.W("month", res.Period().String()),
		explain.N("agents", explain.Whole(int64(res.Len()), 0, facts.Number)),
	}}, lang)
	_, _ = out.WriteString("\n")
	rows, sums := monthRows(res, doc, lang)
	writeTable(out, rows, 3)
	_, _ = out.WriteString("\n")
	line(out, explain.Step{Code: "report.sum", Value: sums}, lang)
	for _, p := range res.Warnings() {
		_, _ = out.WriteString(problemText(p, lang) + "\n")
	}
	return out.Flush()
}

func titleOf(name facts.Text, id string) facts.Text {
	if name == (facts.Text{}) {
		return facts.Text{ZH: id, EN: id}
	}
	return name
}

func line(out *bufio.Writer, s explain.Step, lang Lang) {
	// A bufio.Writer keeps its first error, which Flush returns.
	_, _ = out.WriteString(s.Sentence(lang) + "\n")
}

func label(code explain.Code, lang Lang) string { return explain.Step{Code: code}.Sentence(lang) }

// monthRows makes the table: a head, one row an agent, and the sum of totals.
func monthRows(res *policy.Result, doc policy.Document, lang Lang) ([][]string, explain.Number) {
	head := []string{
		label("report.agent", lang), label("report.name", lang), label("report.role", lang),
		label("report.score", lang), label("report.place", lang),
	}
	for _, it := range doc.Pay.Items {
		head = append(head, explain.Say(titleOf(it.Name, it.ID), lang))
	}
	rows := [][]string{append(head, label("report.total", lang))}
	var sum decimal.Decimal
	for slip := range res.Slips() {
		row := []string{slip.Agent(), shown(slip.Name()), explain.Word("role", slip.Attribute(facts.ByRole), lang), "-", "-"}
		if slip.Scored() {
			row[3] = fixed(slip.Score())
		}
		if place := slip.Place(); place > 0 {
			row[4] = fix.Text(int64(place), 0)
		}
		items := netByItem(slip)
		for _, it := range doc.Pay.Items {
			if net, ok := items[it.ID]; ok {
				row = append(row, fixed(net))
			} else {
				row = append(row, "")
			}
		}
		rows = append(rows, append(row, fixed(slip.Total())))
		sum = sum.Add(slip.Total())
	}
	v, _ := fix.FromDecimal(sum, moneyScale)
	return rows, explain.Whole(v, moneyScale, facts.Money)
}

func netByItem(slip policy.Slip) map[string]decimal.Decimal {
	net := map[string]decimal.Decimal{}
	for _, l := range slip.Lines() {
		net[l.Item] = net[l.Item].Add(l.Amount)
	}
	return net
}

func fixed(d decimal.Decimal) string {
	v, err := fix.FromDecimal(d, moneyScale)
	if err != nil {
		return "?"
	}
	return fix.Text(v, moneyScale)
}
