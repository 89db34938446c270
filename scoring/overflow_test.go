package scoring_test

import (
	"strconv"

	"github.com/cspay/cspay/scoring"
	"github.com/cspay/cspay/scoring/facts"
)

// erring is a month of so many errors of A01, the serious ones first.
func erring(serious, minor int) func(*facts.Month) {
	return func(m *facts.Month) {
		for i := range serious + minor {
			kind := "serious_error"
			if i >= serious {
				kind = "minor_error"
			}
			m.Events = append(m.Events, facts.Event{ID: "E" + strconv.Itoa(i), Agent: "A01", Kind: kind, Date: date("2026-01-05")})
		}
	}
}

func overflowCases() []ruleCase {
	rule := scoring.Overflow{Account: "fund", PointsPerYuan: dp("0.1")}
	exact := scoring.Overflow{Account: "fund", PointsPerYuan: dp("0.000999")}
	inPoints := scoring.Overflow{Account: "fund"}
	money := func(terms *scoring.Terms) { terms.Accounts = []scoring.Account{fund()} }
	inPointsTerms := func(terms *scoring.Terms) {
		a := fund()
		a.Unit = facts.Points
		terms.Accounts = []scoring.Account{a}
	}
	return []ruleCase{
		{name: "an account with something left", rule: rule, terms: money, month: erring(3, 2), want: "0.00"},
		{name: "an account used up to the cent", boundary: "over", rule: rule, terms: money, month: erring(10, 0), want: "0.00"},
		{name: "5.00 over take half a point", boundary: "over", beyond: true, rule: rule, terms: money, month: erring(10, 1), want: "-0.50"},
		{name: "ZW3: 12 serious errors take 2.00 points", rule: rule, terms: money, month: erring(12, 0), want: "-2.00"},
		{name: "a rate of millionths is rounded once", rule: exact, terms: money, month: erring(10, 1), want: "0.00"},
		{name: "half a hundredth is rounded away from zero", rule: exact, terms: money, month: erring(10, 2), want: "-0.01"},
		{name: "an account in points is taken off as it is", rule: inPoints, terms: inPointsTerms, month: erring(12, 0), want: "-20.00"},
		{name: "a rate of 0 takes nothing", rule: scoring.Overflow{Account: "fund", PointsPerYuan: dp("0")}, terms: money, month: erring(12, 0), want: "0.00"},
	}
}

func badOverflows() []badRule {
	return []badRule{
		{"row 103: zero", scoring.Overflow{}, []string{"name.unknown account"}},
		{"no rate for an account in money", scoring.Overflow{Account: "fund"}, []string{"shape.required points_per_yuan"}},
		{"a rate below 0", scoring.Overflow{Account: "fund", PointsPerYuan: dp("-0.1")}, []string{"number.negative points_per_yuan"}},
		{"a rate of seven decimals", scoring.Overflow{Account: "fund", PointsPerYuan: dp("0.0000001")}, []string{"number.scale points_per_yuan"}},
		{"a metric is no account", scoring.Overflow{Account: "sold", PointsPerYuan: dp("0.1")}, []string{"name.unknown account"}},
	}
}
