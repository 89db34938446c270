package scoring_test

import (
	"github.com/shopspring/decimal"

	"github.com/cspay/cspay/scoring"
	"github.com/cspay/cspay/scoring/facts"
)

func placeCases() []ruleCase {
	rule := scoring.Place{Ranking: "by_mark", Shares: []decimal.Decimal{d("1"), d("0.9"), d("0.8")}, Else: dp("0.6")}
	strict := scoring.Place{Ranking: "by_mark", Shares: rule.Shares}
	ranked := func(terms *scoring.Terms) {
		terms.Rankings = []facts.Ranking{{ID: "by_mark", By: "mark", Eligible: facts.When{{Status: []facts.Status{facts.Regular}}}}}
	}
	// others stand beside A01, each with a score; all need it, and the second
	// indicator is there for who has no place.
	among := func(own string, others ...string) func(*facts.Month) {
		return func(m *facts.Month) {
			m.Agents[0].Values = values{"mark": d(own)}
			for i, score := range others {
				m.Agents = append(m.Agents, facts.Agent{ID: "B" + string(rune('a'+i)), Values: values{"mark": d(score)}})
			}
		}
	}
	return []ruleCase{
		{name: "YT3: the first place", rule: rule, points: "20", terms: ranked, month: among("90", "80", "80", "70"), want: "20.00"},
		{name: "YT3: a tied second place", rule: rule, points: "20", terms: ranked, month: among("80", "90", "80", "70"), want: "18.00"},
		{name: "YT3: after a tie the third place's mark is unused", rule: rule, points: "20", terms: ranked, month: among("70", "90", "80", "80"), want: "12.00"},
		{name: "a tied first place", rule: rule, points: "20", terms: ranked, month: among("90", "90"), want: "20.00"},
		{name: "a thousandth behind is the second place", rule: rule, points: "20", terms: ranked, month: among("89.999", "90"), want: "18.00"},
		{name: "the third place has a mark", boundary: "the last place with a mark", rule: strict, points: "20", terms: ranked, month: among("70", "90", "80"), want: "16.00"},
		{name: "the fourth takes else", boundary: "the last place with a mark", beyond: true, rule: rule, points: "20", terms: ranked, month: among("60", "90", "80", "70"), want: "12.00"},
		{name: "row 80: the fourth without an else is an error", rule: strict, points: "20", terms: ranked, month: among("60", "90", "80", "70"), want: "band.none agents[0].scheme.x"},
		{name: "row 62: alone is first", rule: rule, points: "20", terms: ranked, month: among("0"), want: "20.00"},
		{name: "who is not eligible has no place", rule: rule, points: "20", terms: ranked, month: func(m *facts.Month) {
			m.Agents[0].Status = facts.Intern
		}, want: "scheme.none_applies agents[0]"},
		{name: "row 5: who is eligible needs a value", rule: rule, points: "20", terms: ranked, want: "metric.missing agents[0].values.mark"},
	}
}

func badPlaces() []badRule {
	return []badRule{
		{"row 103: zero", scoring.Place{}, []string{"name.unknown ranking", "shape.required shares"}},
		{"mean places are not whole", scoring.Place{Ranking: "by_mean", Shares: []decimal.Decimal{d("1")}}, []string{"shape.one_of ranking"}},
		{"percent places are not whole", scoring.Place{Ranking: "by_percent", Shares: []decimal.Decimal{d("1")}}, []string{"shape.one_of ranking"}},
		{"no shares", scoring.Place{Ranking: "by_mark"}, []string{"shape.required shares"}},
		{"a metric is no ranking", scoring.Place{Ranking: "mark", Shares: []decimal.Decimal{d("1")}}, []string{"name.unknown ranking"}},
		{"a share of seven decimals", scoring.Place{Ranking: "by_mark", Shares: []decimal.Decimal{d("1"), d("0.0000001")}}, []string{"number.scale shares[1]"}},
		{"an else of seven decimals", scoring.Place{Ranking: "by_mark", Shares: []decimal.Decimal{d("1")}, Else: dp("0.0000001")}, []string{"number.scale else"}},
	}
}
