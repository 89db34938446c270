package report

import (
	"bufio"
	"io"
	"strings"

	"github.com/cspay/cspay/policy"
	"github.com/cspay/cspay/scoring/explain"
)

// Explain writes one agent's slip for the agent: every line with the clause it
// comes from, down to the facts, and the lines of money at the end.
func Explain(w io.Writer, slip policy.Slip, lang Lang) error {
	out := bufio.NewWriter(w)
	slip.Explain().Walk(func(depth int, s explain.Step) {
		_, _ = out.WriteString(strings.Repeat("  ", depth) + s.Sentence(lang) + notes(s, depth, lang) + "\n")
	})
	_, _ = out.WriteString("\n")
	rows := [][]string{{
		label("report.item", lang), label("report.treatment", lang),
		label("report.date", lang), label("report.clause", lang), label("report.amount", lang),
	}}
	for _, l := range slip.Lines() {
		rows = append(rows, []string{
			l.Item, explain.Word("treatment", string(l.Treatment), lang), l.Date.String(), l.Clause, l.Text(),
		})
	}
	rows = append(rows, []string{label("report.total", lang), "", "", "", fixed(slip.Total())})
	writeTable(out, rows, 4)
	return out.Flush()
}

// maxClauseDepth is how deep clauses are named: below, the steps are facts.
const maxClauseDepth = 2

func notes(s explain.Step, depth int, lang Lang) string {
	var parts []string
	if depth > 0 && depth <= maxClauseDepth && s.Clause != "" {
		parts = append(parts, s.Clause)
	}
	if s.Source != "" {
		parts = append(parts, s.Source)
	}
	if s.Sample {
		parts = append(parts, label("report.sample", lang))
	}
	if len(parts) == 0 {
		return ""
	}
	return "  [" + strings.Join(parts, " · ") + "]"
}
