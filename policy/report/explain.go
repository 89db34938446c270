package report

import (
	"bufio"
	"io"
	"slices"
	"strings"

	"github.com/cspay/cspay/payout"
	"github.com/cspay/cspay/policy"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// Explain writes one agent's slip for the agent: every line with the clause it
// comes from, down to the facts, and the lines of money at the end. What an
// account or a metric was made of is told once, where it counts first. The zero
// Slip has nothing to tell.
func Explain(w io.Writer, slip policy.Slip, lang Lang) error {
	if slip == (policy.Slip{}) {
		return nil
	}
	step := slip.Explain()
	who := strings.TrimSpace(slip.Agent() + " " + slip.Name())
	step.Args = append([]explain.Arg{explain.T("agent", same(who))}, step.Args...)
	out := bufio.NewWriter(w)
	t := teller{out: out, lang: lang, told: map[string]bool{}}
	t.tell(step, 0, "")
	if lines := slip.Lines(); len(lines) > 0 {
		_, _ = out.WriteString("\n")
		writeTable(out, lineTable(slip, itemNames(step), lang))
	}
	return out.Flush()
}

// teller writes a tree of steps, indented.
type teller struct {
	out  *bufio.Writer
	lang Lang
	// told are the clauses and what they were made of that stand above.
	told map[string]bool
}

func (t *teller) tell(s explain.Step, depth int, parent string) {
	notes, steps := t.notes(s, parent), s.Steps
	if key := s.Clause + "\n" + t.plain(steps); len(steps) > 0 && t.told[key] {
		notes, steps = append(notes, label("report.above", t.lang)), nil
	} else {
		t.told[key] = true
	}
	text := strings.Repeat("  ", depth) + s.Sentence(t.lang)
	if len(notes) > 0 {
		text += "  [" + strings.Join(notes, " · ") + "]"
	}
	_, _ = t.out.WriteString(text + "\n")
	for _, child := range steps {
		t.tell(child, depth+1, s.Clause)
	}
}

// plain is what steps say, without their notes.
func (t *teller) plain(steps []explain.Step) string {
	var b strings.Builder
	for _, s := range steps {
		s.Walk(func(depth int, s explain.Step) {
			b.WriteString(strings.Repeat(" ", depth) + s.Sentence(t.lang) + "\n")
		})
	}
	return b.String()
}

// notes are the clause of a policy that a step follows, where the shop's
// handbook says so, and that figures fill a gap.
func (t *teller) notes(s explain.Step, parent string) []string {
	var notes []string
	if s.Clause != parent && ofPolicy(s.Clause) {
		notes = append(notes, explain.Visible(s.Clause))
	}
	if s.Source != "" {
		notes = append(notes, explain.Visible(s.Source))
	}
	if s.Sample {
		notes = append(notes, label("report.sample", t.lang))
	}
	return notes
}

// ofPolicy reports whether a clause is one that decides, and not a fact or a
// part of the clause above.
func ofPolicy(clause string) bool {
	return clause == "guard" || slices.ContainsFunc([]string{
		"scheme.", "schemes.", "accounts.", "rankings.", "red_lines.", "pay.",
		"streaks.", "improvement_plans.", "ladder.", "eliminations.", "gate.",
	}, func(section string) bool {
		return strings.HasPrefix(clause, section)
	})
}

// itemNames are the names that an explanation gives to clauses of pay.
func itemNames(root explain.Step) map[string]facts.Text {
	names := map[string]facts.Text{}
	for _, s := range root.Steps {
		for _, a := range s.Args {
			if a.Key == "item" {
				names[s.Clause] = a.Name
			}
		}
	}
	return names
}

// lineTable has one row a line of money and the total.
func lineTable(slip policy.Slip, names map[string]facts.Text, lang Lang) []column {
	title := func(code explain.Code) column { return column{cells: []string{label(code, lang)}} }
	table := []column{
		title("report.item"), title("report.treatment"), title("report.date"),
		title("report.clause"), title("report.reason"), title("report.review"), title("report.amount"),
	}
	table[len(table)-1].number = true
	for _, l := range slip.Lines() {
		fill(table, []string{
			explain.Say(itemName(names, l), lang), explain.Word("treatment", string(l.Treatment), lang),
			l.Date.String(), l.Clause, reasonText(l, lang), reviewText(l, lang), l.Text(),
		})
	}
	fill(table, []string{label("report.total", lang), "", "", "", "", "", fixed(slip.Total())})
	return table
}

// itemName is the name of a line's item.
func itemName(names map[string]facts.Text, l payout.Line) facts.Text {
	if l.Item == payout.GuardItem {
		guard, _ := explain.Template("report.guard")
		return guard
	}
	return titleOf(names["pay."+l.Item], l.Item)
}

func reasonText(l payout.Line, lang Lang) string {
	if l.Reason == "" {
		return ""
	}
	if l.Duty != (facts.Text{}) {
		return explain.Say(l.Duty, lang)
	}
	return explain.Word("reason", string(l.Reason), lang)
}

func reviewText(l payout.Line, lang Lang) string {
	if !l.Review {
		return ""
	}
	return label("report.review.yes", lang)
}
