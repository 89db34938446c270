package scoring_test

import (
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/scoring"
	"github.com/cspay/cspay/scoring/facts"
)

type values = map[string]decimal.Decimal

func d(s string) decimal.Decimal { return decimal.RequireFromString(s) }

func dp(s string) *decimal.Decimal {
	v := d(s)
	return &v
}

func intp(n int) *int { return &n }

func date(s string) facts.Date {
	d, err := facts.ParseDate(s)
	if err != nil {
		return -1
	}
	return d
}

func month(s string) facts.Period { return date(s + "-01").Period() }

// shop has what the rules of these tests look at.
func shop() facts.Metrics {
	return facts.Metrics{
		"reviews":    {Unit: facts.Count, Better: facts.Lower},
		"hours":      {Unit: facts.Count, Better: facts.Lower, Decimals: intp(2)},
		"response":   {Unit: facts.Seconds, Better: facts.Lower},
		"mark":       {Unit: facts.Number, Better: facts.Higher, Decimals: intp(3)},
		"exam":       {Unit: facts.Points, Better: facts.Higher},
		"votes":      {Unit: facts.Points},
		"voters":     {Unit: facts.Count},
		"vote":       {Unit: facts.Points, Better: facts.Higher, From: facts.From{Ratio: "votes", To: "voters"}},
		"sold":       {Unit: facts.Money, Better: facts.Higher},
		"target":     {Unit: facts.Money, Better: facts.Higher},
		"norm":       {Unit: facts.Number, Better: facts.Higher},
		"completion": {Unit: facts.Percent, Better: facts.Higher, From: facts.From{Ratio: "sold", To: "target"}},
		"share":      {Unit: facts.Percent, Better: facts.Higher},
		"undirected": {Unit: facts.Number},
	}
}

// alone scores one rule beside nothing else: the indicator has the points, or
// none for an adjustment, which then stands beside 100 that are not earned.
func alone(rule scoring.Rule, points string) scoring.Scheme {
	scheme := scoring.Scheme{Indicators: []scoring.Indicator{{ID: "x", Rule: rule}}}
	if points != "" {
		scheme.Indicators[0].Points, scheme.Total = d(points), dp(points)
		return scheme
	}
	rest := scoring.Indicator{ID: "rest", Points: d("100"), Rule: scoring.Direct{Metric: "nought"}}
	scheme.Indicators = append(scheme.Indicators, rest)
	return scheme
}

// withNought adds a metric that is 0 unless it is given.
func withNought(metrics facts.Metrics) facts.Metrics {
	metrics["nought"] = facts.Metric{Unit: facts.Points, Missing: facts.MissingZero}
	return metrics
}

// points reads an indicator's points as a text of two decimals.
func points(t testing.TB, cards *scoring.Cards, agent, indicator string) string {
	t.Helper()
	card, ok := cards.Of(agent)
	require.True(t, ok, agent)
	p, ok := card.Points(indicator)
	if !ok {
		return "not applicable"
	}
	return p.StringFixed(2)
}

// total reads a score as a text of two decimals.
func total(t testing.TB, cards *scoring.Cards, agent string) string {
	t.Helper()
	card, ok := cards.Of(agent)
	require.True(t, ok, agent)
	s, ok := card.Score()
	if !ok {
		return "not applicable"
	}
	return s.StringFixed(2)
}

// faults writes the problems of an error as "code path".
func faults(t testing.TB, err error) []string {
	t.Helper()
	if err == nil {
		return nil
	}
	var ps facts.Problems
	require.ErrorAs(t, err, &ps, "%v", err)
	out := make([]string, len(ps))
	for i, p := range ps {
		out[i] = string(p.Code) + " " + p.Path
	}
	return out
}

// want returns what the problem at a path wanted.
func want(t testing.TB, err error, path string) string {
	t.Helper()
	var ps facts.Problems
	require.ErrorAs(t, err, &ps)
	for _, p := range ps {
		if p.Path == path {
			return p.Want
		}
	}
	assert.Fail(t, "no problem at "+path, "%v", err)
	return ""
}
