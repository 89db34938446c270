package report

import (
	"bufio"
	"io"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/cspay/cspay/internal/fix"
	"github.com/cspay/cspay/policy"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// Load writes a comparison by reception load for a manager: one row a band,
// then all of them together. Behind a figure that only some of a band have
// stands how many of how many. It is not for a notice board: a band of one
// shows that agent's own numbers.
func Load(w io.Writer, table policy.LoadTable, lang Lang) error {
	out := bufio.NewWriter(w)
	line(out, explain.Step{Code: "report.load.title", Args: []explain.Arg{
		explain.T("policy", titleOf(table.Name, table.Policy)), explain.W("month", table.Period.String()),
		explain.T("by", titleOf(table.By.Name, table.By.ID)),
	}}, lang)
	if table.All.Count > 0 {
		_, _ = out.WriteString("\n")
		writeTable(out, loadTable(table, lang))
	}
	if table.Without > 0 {
		_, _ = out.WriteString("\n")
		line(out, explain.Step{Code: "report.load.without", Args: []explain.Arg{whole("count", table.Without)}}, lang)
	}
	return out.Flush()
}

func whole(key string, n int) explain.Arg {
	return explain.N(key, explain.Whole(int64(n), 0, facts.Number))
}

// loadTable has the bands as rows; a sum has a second column for what a day
// brings.
func loadTable(table policy.LoadTable, lang Lang) []column {
	titles := []string{label("report.load.band", lang)}
	if table.Per != policy.LoadDays {
		titles = append(titles, label("report.load.agents", lang))
	}
	titles = append(titles, label("report.load.days", lang), label("report.load.mean", lang))
	for _, m := range table.Metrics {
		name := titleOf(m.Name, m.ID)
		titles = append(titles, explain.Say(name, lang))
		if !m.Quotient {
			perDay := explain.Step{Code: "report.load.per_day", Args: []explain.Arg{explain.T("metric", name)}}
			titles = append(titles, perDay.Sentence(lang))
		}
	}
	out := make([]column, len(titles))
	for i, title := range titles {
		out[i] = column{cells: []string{title}, number: i > 0, keep: i == 0}
	}
	for _, b := range table.Bands {
		fill(out, loadCells(table, b, bandText(b, lang)))
	}
	fill(out, loadCells(table, table.All, label("report.load.all", lang)))
	return out
}

func loadCells(table policy.LoadTable, b policy.LoadBand, name string) []string {
	cells := []string{name}
	if table.Per != policy.LoadDays {
		cells = append(cells, strconv.Itoa(b.Count))
	}
	cells = append(cells, strconv.Itoa(b.Days), loadText(b.Load, table.By.Unit))
	for i, m := range table.Metrics {
		var f policy.LoadFigure
		if i < len(b.Figures) {
			f = b.Figures[i]
		}
		text := loadText(f.Value, m.Unit)
		if f.Of < b.Count && text != none {
			text += " (" + strconv.Itoa(f.Of) + "/" + strconv.Itoa(b.Count) + ")"
		}
		cells = append(cells, text)
		if !m.Quotient {
			cells = append(cells, loadText(f.PerDay, m.Unit))
		}
	}
	return cells
}

// bandText says which loads a band holds: its bounds, or what a group came to.
func bandText(b policy.LoadBand, lang Lang) string {
	s := explain.Step{Code: "report.load.range"}
	switch {
	case b.AtLeast != nil && b.Under != nil:
		s.Code, s.Args = "report.load.between", []explain.Arg{explain.W("least", placeText(*b.AtLeast)), explain.W("under", placeText(*b.Under))}
	case b.AtLeast != nil:
		s.Code, s.Args = "report.load.from", []explain.Arg{explain.W("least", placeText(*b.AtLeast))}
	case b.Under != nil:
		s.Code, s.Args = "report.load.under", []explain.Arg{explain.W("under", placeText(*b.Under))}
	default:
		s.Args = []explain.Arg{explain.W("least", b.Least.Text), explain.W("most", b.Most.Text)}
	}
	return s.Sentence(lang)
}

// loadText is a number as it is read: a share in percent, with two decimals
// fewer than the fraction has.
func loadText(n policy.LoadNumber, unit facts.Unit) string {
	if n.State != explain.Known || n.Text == "" {
		return none
	}
	if unit != facts.Ratio && unit != facts.Percent {
		return n.Text
	}
	_, fraction, _ := strings.Cut(n.Text, ".")
	d, err := decimal.NewFromString(n.Text)
	if err != nil {
		return none
	}
	scale := max(0, len(fraction)-percentPlaces)
	v, err := fix.FromDecimal(d.Shift(percentPlaces), scale)
	if err != nil {
		return none
	}
	return fix.Text(v, scale) + "%"
}

// percentPlaces is how far a percent sign moves the decimal point.
const percentPlaces = 2
