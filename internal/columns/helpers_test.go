package columns_test

import (
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/internal/fix"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

type values = map[string]decimal.Decimal

func d(s string) decimal.Decimal { return decimal.RequireFromString(s) }

func dp(s string) *decimal.Decimal {
	v := d(s)
	return &v
}

func intp(n int) *int { return &n }

// day returns a date of January 2026, the month of these tests.
func day(n int) facts.Date {
	d, err := facts.NewDate(2026, 1, n)
	if err != nil {
		return -1
	}
	return d
}

func january() facts.Period { return day(1).Period() }

// shop has one metric of each derivation.
func shop() facts.Metrics {
	return facts.Metrics{
		"conversations": {Unit: facts.Count, Better: facts.Higher, From: facts.From{Daily: facts.Sum}},
		"late":          {Unit: facts.Count, Better: facts.Lower, From: facts.From{Daily: facts.Sum}},
		"late_rate":     {Unit: facts.Ratio, Better: facts.Lower, From: facts.From{Ratio: "late", To: "conversations"}},
		"response":      {Unit: facts.Seconds, Better: facts.Lower, From: facts.From{Daily: facts.Mean, Weight: "conversations"}},
		"peak":          {Unit: facts.Count, From: facts.From{Daily: facts.Maximum}, Missing: facts.MissingZero},
		"stock":         {Unit: facts.Count, From: facts.From{Daily: facts.Last}, Missing: facts.MissingNotApplicable},
		"bad_reviews":   {Unit: facts.Count, Better: facts.Lower, From: facts.From{Event: "bad_review"}},
		"reported":      {Unit: facts.Count, From: facts.From{Event: "bad_review", Status: facts.Reported}},
		"exam":          {Unit: facts.Points, Better: facts.Higher},
		"bonus":         {Unit: facts.Money, Missing: facts.MissingZero},
		"typing":        {Unit: facts.Number, Missing: facts.MissingNotApplicable},
		"satisfaction":  {Unit: facts.Percent, Better: facts.Higher, Missing: facts.MissingZero},
		"sick_rate":     {Unit: facts.Ratio, Better: facts.Lower, Missing: facts.MissingZero},
	}
}

// schema compiles metrics that must have no fault.
func schema(t testing.TB, metrics facts.Metrics) *columns.Schema {
	t.Helper()
	c := facts.NewCheck()
	s := columns.NewSchema(metrics, c.At("metrics"))
	require.Empty(t, list(c.Problems()))
	return s
}

// build lays out a month that must have no error.
func build(t testing.TB, s *columns.Schema, m facts.Month) *columns.Table {
	t.Helper()
	c := facts.NewFactsCheck()
	table := s.Build(m, c)
	require.NoError(t, c.Err())
	return table
}

// list writes problems as "code path", warnings with a W before.
func list(ps facts.Problems) []string {
	var out []string
	for _, p := range ps {
		s := string(p.Code)
		if p.Path != "" {
			s += " " + p.Path
		}
		if p.Severity == facts.Warning {
			s = "W " + s
		}
		out = append(out, s)
	}
	return out
}

// wants returns what the problem at a path wanted.
func wants(ps facts.Problems, path string) string {
	for _, p := range ps {
		if p.Path == path {
			return p.Want
		}
	}
	return ""
}

// read writes an agent's value of a metric or figure as an exact text.
func read(t testing.TB, s *columns.Schema, table *columns.Table, agent, name string) string {
	t.Helper()
	ref, ok := s.Lookup(name)
	require.True(t, ok, name)
	row, ok := table.Row(agent)
	require.True(t, ok, agent)
	return show(ref, table.At(ref, row))
}

func show(ref columns.Ref, v columns.Value) string {
	switch v.State {
	case explain.Known:
	case explain.Missing:
		return "missing"
	case explain.NotApplicable:
		return "not applicable"
	case explain.Overflow:
		return "overflow"
	}
	text := fix.Text(v.Num, ref.Scale)
	if v.Den != 1 {
		text += "/" + fix.Text(v.Den, 0)
	}
	return text
}

// calendar writes the days of a row as one letter each.
func calendar(table *columns.Table, agent string) string {
	row, _ := table.Row(agent)
	letters := map[columns.Day]string{
		columns.Outside: ".", columns.Unknown: "?", columns.Worked: "w", columns.Rest: "r",
		columns.PaidLeave: "p", columns.UnpaidLeave: "u", columns.Absent: "a",
	}
	var b strings.Builder
	for n := 1; n <= table.MonthDays; n++ {
		b.WriteString(letters[table.Day(row, n)])
	}
	return b.String()
}
