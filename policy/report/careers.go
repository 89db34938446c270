package report

import (
	"bufio"
	"strconv"

	"github.com/shopspring/decimal"

	"github.com/cspay/cspay/policy"
	"github.com/cspay/cspay/rank"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// writeCareers writes what a month says about careers, for a manager: moves,
// candidates with their evidence, plans, and how far everybody is.
func writeCareers(out *bufio.Writer, res *policy.Result, doc policy.Document, lang Lang) {
	v := view{out: out, doc: doc, lang: lang}
	candidates := res.Candidates()
	v.section("report.moves", v.moves(res.Moves()))
	v.section("report.candidates", v.candidates(candidates))
	for i := range candidates {
		v.evidence(&candidates[i])
	}
	v.section("report.plans", v.plans(res.Plans()))
	v.section("report.progress", v.progress(res.Progress()))
}

// view writes careers by a policy's names in one language.
type view struct {
	out  *bufio.Writer
	doc  policy.Document
	lang Lang
}

// titles are the columns of a table; the first one stays when it is empty.
func (v view) titles(codes ...explain.Code) []column {
	out := make([]column, len(codes))
	for i, code := range codes {
		out[i] = column{cells: []string{label(code, v.lang)}, keep: i == 0}
	}
	return out
}

// section writes a table below its title, and nothing for one without rows.
func (v view) section(title explain.Code, table []column) {
	if len(table) == 0 || len(table[0].cells) < 2 {
		return
	}
	_, _ = v.out.WriteString("\n" + label(title, v.lang) + "\n")
	writeTable(v.out, table)
}

func (v view) moves(list []rank.Move) []column {
	table := v.titles("report.agent", "report.from", "report.to", "report.state", "report.proposed",
		"report.clause", "report.rule", "report.months", "report.who", "report.decided")
	for i := range list {
		m := &list[i]
		fill(table, append([]string{
			m.Agent, v.level(m.From), v.level(m.To), v.word("state", string(m.State)), m.Proposed.String(), m.Clause,
			joined(m.Rules, func(r rank.ProposalRule) string { return r.Rule }),
			rank.Months(farthest(m.Rules)),
		}, decisionCells(m.Decision)...))
	}
	return table
}

// farthest are the months of the rule that reaches back the farthest.
func farthest(rules []rank.ProposalRule) []facts.Period {
	var out []facts.Period
	for _, r := range rules {
		if len(r.Months) > len(out) {
			out = r.Months
		}
	}
	return out
}

func decisionCells(d *facts.Decision) []string {
	if d == nil {
		return []string{"", ""}
	}
	return []string{d.Who, d.Date.String()}
}

// candidates has a row for each rule of each candidate.
func (v view) candidates(list []rank.Candidate) []column {
	table := v.titles("report.agent", "report.rule", "report.months", "report.state", "report.proposed",
		"report.clause", "report.who", "report.decided")
	for i := range list {
		c := &list[i]
		for _, r := range rank.AlsoNow(c.Rules, c.Hits) {
			fill(table, append([]string{
				c.Agent, v.rule(c.Clause, r.Rule), rank.Months(r.Months), v.word("state", string(c.State)), c.Proposed.String(), c.Clause,
			}, decisionCells(c.Decision)...))
		}
	}
	return table
}

func (v view) plans(list []rank.PlanFinding) []column {
	table := v.titles("report.agent", "report.plan", "report.state", "report.metric", "report.baseline",
		"report.by_now", "report.goal", "report.opened", "report.due")
	for i := range list {
		p := &list[i]
		fill(table, []string{
			p.Agent, explain.Say(p.Name, v.lang), v.word("plan", string(p.Status)), v.name(p.Metric),
			v.valueOf(p.Metric, p.Baseline), v.valueOf(p.Metric, p.Value), v.goal(p.Goal), p.Opened.String(), p.Due.String(),
		})
	}
	return table
}

// progress has a column for each requirement of a promotion.
func (v view) progress(list []rank.Progress) []column {
	promotion := v.doc.Ladder.Promotion
	if promotion == nil {
		return nil
	}
	table := v.titles("report.agent", "report.level", "report.next", "report.window")
	for _, r := range promotion.Requires {
		table = append(table, column{cells: []string{explain.Say(titleOf(r.Name, r.ID), v.lang)}})
	}
	for i := range list {
		p := &list[i]
		row := []string{p.Agent, v.level(p.Level), "", p.Window.String()}
		if p.Next != "" {
			row[2] = v.level(p.Next)
		}
		for k := range promotion.Requires {
			row = append(row, v.need(p.Needs, k))
		}
		fill(table, row)
	}
	return table
}

func (v view) need(needs []rank.Need, k int) string {
	switch {
	case k >= len(needs):
		return ""
	case needs[k].Want > 0:
		return strconv.Itoa(needs[k].Have) + "/" + strconv.Itoa(needs[k].Want)
	case needs[k].Met:
		return label("report.yes", v.lang)
	}
	return label("report.no", v.lang)
}

func (v view) word(key, word string) string { return explain.Word(key, word, v.lang) }

func (v view) level(id string) string {
	for _, l := range v.doc.Ladder.Levels {
		if l.ID == id {
			return explain.Say(titleOf(l.Name, id), v.lang)
		}
	}
	return id
}

// rule is the name of a rule of an elimination or of a stage of the gate.
func (v view) rule(clause, id string) string {
	for _, e := range v.doc.Eliminations {
		for _, r := range e.AnyOf {
			if clause == "eliminations."+e.ID && r.ID == id {
				return explain.Say(titleOf(r.Name, id), v.lang)
			}
		}
	}
	for _, s := range v.doc.Gate.Stages {
		if clause == "gate."+s.ID && s.ID == id {
			return explain.Say(titleOf(s.Name, id), v.lang)
		}
	}
	return id
}

// name is what a metric, a ranking or a figure is called.
func (v view) name(id string) string { return explain.Say(v.title(id), v.lang) }

func (v view) title(id string) facts.Text {
	if m, ok := v.doc.Metrics[id]; ok {
		return titleOf(m.Name, id)
	}
	for _, r := range v.doc.Rankings {
		if r.ID == id {
			return titleOf(r.Name, id)
		}
	}
	if id == "score" {
		t, _ := explain.Template("report.score")
		return t
	}
	return same(id)
}

// unit is the unit of a metric; a figure is a number.
func (v view) unit(id string) facts.Unit {
	if m, ok := v.doc.Metrics[id]; ok {
		return m.Unit
	}
	return facts.Number
}

func (v view) valueOf(id string, d *decimal.Decimal) string {
	if d == nil {
		return ""
	}
	return rank.Shown(d, v.unit(id)).Text(v.lang)
}

// goal is a condition in short: the limits of what it looks at.
func (v view) goal(when facts.When) string {
	text := ""
	for i := range when {
		c := &when[i]
		id := c.Metric + c.Ranking
		for _, l := range []struct {
			word  string
			limit *decimal.Decimal
		}{{"over", c.Over}, {"at_least", c.AtLeast}, {"under", c.Under}, {"at_most", c.AtMost}} {
			if l.limit == nil || id == "" || c.Of != "" {
				continue
			}
			if text != "" {
				text += ", "
			}
			text += v.name(id) + " " + v.word("word", l.word) + " " + v.valueOf(id, l.limit)
		}
	}
	return text
}

func joined[T any](list []T, text func(T) string) string {
	out := ""
	for i, x := range list {
		if i > 0 {
			out += ", "
		}
		out += text(x)
	}
	return out
}
