package report

import (
	"bufio"
	"io"

	"github.com/shopspring/decimal"

	"github.com/cspay/cspay/internal/fix"
	"github.com/cspay/cspay/payout"
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
// every pay item and the total, then the sum of the totals, the spreads that
// the policy publishes, what the month says about careers and the warnings.
// A column that nobody fills is left out.
func Text(w io.Writer, res *policy.Result, lang Lang) error {
	doc := res.Policy().Document()
	out := bufio.NewWriter(w)
	line(out, explain.Step{Code: "report.title", Args: titleArgs(res, doc)}, lang)
	if res.Len() > 0 {
		_, _ = out.WriteString("\n")
		writeTable(out, monthTable(res, doc, lang))
	}
	if len(doc.Pay.Items) > 0 {
		_, _ = out.WriteString("\n")
		line(out, explain.Step{Code: "report.sum", Value: sumOf(res)}, lang)
	}
	writeSpreads(out, res, doc, lang)
	writeCareers(out, res, doc, lang)
	for _, p := range res.Warnings() {
		_, _ = out.WriteString(problemText(p, lang) + "\n")
	}
	return out.Flush()
}

// titleArgs are the values of a title: whose policy, which month, how many.
func titleArgs(res *policy.Result, doc policy.Document) []explain.Arg {
	return []explain.Arg{
		explain.T("policy", titleOf(doc.Name, doc.ID)), explain.W("month", res.Period().String()),
		explain.N("agents", explain.Whole(int64(res.Len()), 0, facts.Number)),
	}
}

func titleOf(name facts.Text, id string) facts.Text {
	if name == (facts.Text{}) {
		return same(id)
	}
	return name
}

// same is a text that reads alike in both languages.
func same(s string) facts.Text { return facts.Text{ZH: s, EN: s} }

// line writes a sentence. A bufio.Writer keeps its first error, which Flush
// returns.
func line(out *bufio.Writer, s explain.Step, lang Lang) {
	_, _ = out.WriteString(s.Sentence(lang) + "\n")
}

func label(code explain.Code, lang Lang) string { return explain.Step{Code: code}.Sentence(lang) }

// monthTable has one row an agent; columns of people come before those of
// money.
func monthTable(res *policy.Result, doc policy.Document, lang Lang) []column {
	title := func(code explain.Code, number bool) column {
		return column{cells: []string{label(code, lang)}, number: number}
	}
	people := []column{
		title("report.agent", false), title("report.name", false), title("report.role", false),
		title("report.score", true), title("report.grade", false), title("report.place", true),
	}
	people[0].keep = true
	money := make([]column, len(doc.Pay.Items), len(doc.Pay.Items)+3)
	for i, it := range doc.Pay.Items {
		money[i] = column{cells: []string{explain.Say(titleOf(it.Name, it.ID), lang)}, number: true}
	}
	if len(money) > 0 {
		money = append(money, title("report.guard", true), title("report.total", true), title("report.review", false))
	}
	for slip := range res.Slips() {
		fill(people, peopleCells(slip, lang))
		fill(money, moneyCells(slip, doc, lang))
	}
	return append(people, money...)
}

// fill adds a row to columns; a cell that no column is for is dropped.
func fill(table []column, row []string) {
	for i := range table {
		table[i].cells = append(table[i].cells, row[i])
	}
}

func peopleCells(slip policy.Slip, lang Lang) []string {
	score, place := none, none
	if slip.Scored() {
		score = fixed(slip.Score())
	}
	if p, ok := slip.Standing(); ok {
		place = placeText(p)
	}
	role, grade := explain.Word("role", slip.Attribute(facts.ByRole), lang), explain.Say(slip.GradeName(), lang)
	return []string{slip.Agent(), slip.Name(), role, score, grade, place}
}

// placeText is a place as it is read: 3, 2.5 for a mean place, 0.333333 for a
// percent rank.
func placeText(place decimal.Decimal) string {
	v, err := fix.FromDecimal(place, placeScale)
	if err != nil {
		return none
	}
	return explain.Whole(v, placeScale, facts.Number).Bare()
}

// placeScale is the number of decimals a place can have.
const placeScale = 6

// moneyCells are what each pay item comes to, empty for an item that is not
// for this agent, and the total.
func moneyCells(slip policy.Slip, doc policy.Document, lang Lang) []string {
	net := map[string]decimal.Decimal{}
	for _, l := range slip.Lines() {
		net[l.Item] = net[l.Item].Add(l.Amount)
	}
	cells := make([]string, 0, len(doc.Pay.Items)+3)
	for _, it := range doc.Pay.Items {
		cell := ""
		if amount, ok := net[it.ID]; ok {
			cell = fixed(amount)
		}
		cells = append(cells, cell)
	}
	guard, review := "", ""
	if amount, ok := net[payout.GuardItem]; ok {
		guard = fixed(amount)
	}
	if slip.NeedsReview() {
		review = label("report.review.yes", lang)
	}
	return append(cells, guard, fixed(slip.Total()), review)
}

// sumOf adds the totals up; a sum of more than 18 digits is said to be out of
// range.
func sumOf(res *policy.Result) explain.Number {
	var sum decimal.Decimal
	for slip := range res.Slips() {
		sum = sum.Add(slip.Total())
	}
	return money(sum)
}

// fixed prints money or a score. Both come out of columns of that scale, so
// that the fallback is never seen.
func fixed(d decimal.Decimal) string {
	v, err := fix.FromDecimal(d, moneyScale)
	if err != nil {
		return none
	}
	return fix.Text(v, moneyScale)
}
