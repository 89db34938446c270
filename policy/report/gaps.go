package report

import (
	"bufio"
	"io"

	"github.com/cspay/cspay/policy"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// Gaps writes the figures that a shop never stated: how many there are, then
// one row a figure below its clause, with what hangs on it and where it stands.
func Gaps(w io.Writer, gaps []policy.Gap, lang Lang) error {
	out := bufio.NewWriter(w)
	missing := 0
	for _, g := range gaps {
		if g.Missing {
			missing++
		}
	}
	count := func(n int) explain.Number { return explain.Whole(int64(n), 0, facts.Number) }
	line(out, explain.Step{Code: "report.gaps", Value: count(len(gaps)), Args: []explain.Arg{
		explain.N("missing", count(missing)), explain.N("sample", count(len(gaps)-missing)),
	}}, lang)
	if len(gaps) > 0 {
		_, _ = out.WriteString("\n")
		writeTable(out, gapTable(gaps, lang))
	}
	return out.Flush()
}

// gapTable names a clause once, in the row of its first figure.
func gapTable(gaps []policy.Gap, lang Lang) []column {
	codes := []explain.Code{
		"report.clause", "report.named", "report.figure", "report.value", "report.decides", "report.where",
	}
	table := make([]column, len(codes))
	for i, code := range codes {
		table[i].cells = []string{label(code, lang)}
	}
	for i, g := range gaps {
		clause, name := g.Clause, explain.Say(g.Name, lang)
		if i > 0 && gaps[i-1].Clause == clause && gaps[i-1].Missing == g.Missing {
			clause, name = "", ""
		}
		value := g.Value
		if g.Missing {
			value = label("report.missing", lang)
		}
		fill(table, []string{
			clause, name, g.Key, value, explain.Say(g.Decides, lang), placeOf(g.File, g.Line, g.Column),
		})
	}
	return table
}
