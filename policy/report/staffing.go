package report

import (
	"bufio"
	"io"
	"strconv"

	"github.com/cspay/cspay/policy"
	"github.com/cspay/cspay/scoring/explain"
)

// Staffing writes a roster against a ratio of roles: how many there are, how
// many the ratio asks for, and how many are over or short.
func Staffing(w io.Writer, s policy.Staffing, lang Lang) error {
	out := bufio.NewWriter(w)
	line(out, explain.Step{Code: "report.staffing.title", Args: []explain.Arg{
		explain.T("policy", titleOf(s.Name, s.Policy)), explain.W("month", s.Period.String()),
		whole("total", s.Total), whole("others", s.Others),
	}}, lang)
	if len(s.Roles) == 0 {
		return out.Flush()
	}
	titles := []explain.Code{
		"report.role", "report.staffing.ratio", "report.staffing.have", "report.staffing.want", "report.staffing.signed",
	}
	table := make([]column, len(titles))
	for i, title := range titles {
		table[i] = column{cells: []string{label(title, lang)}, number: i > 0, keep: true}
	}
	for _, r := range s.Roles {
		fill(table, []string{
			explain.Word("role", r.Role, lang), strconv.Itoa(r.Parts), strconv.Itoa(r.Have), strconv.Itoa(r.Want), signed(r.Over()),
		})
	}
	_, _ = out.WriteString("\n")
	writeTable(out, table)
	return out.Flush()
}

func signed(n int) string {
	if n > 0 {
		return "+" + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}
