package payout_test

import (
	"fmt"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/payout"
	"github.com/cspay/cspay/scoring"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

func atLeast(metric, limit string) facts.Clause {
	return facts.Clause{Metric: metric, AtLeast: ptr(limit)}
}

// marked is 100.00 from a mark of 90 and 50.00 from one of 80.
func marked(match payout.Match) payout.Award {
	return payout.Award{Match: match, Cases: []payout.Case{
		{When: facts.When{atLeast("mark", "90")}, Amount: d("100")},
		{When: facts.When{atLeast("mark", "80")}, Amount: d("50")},
	}}
}

func awardCases() []payCase {
	rest := marked(payout.FirstMatch)
	rest.Cases[1] = payout.Case{Amount: d("50")}
	champion := payout.Award{Match: payout.AllMatch, Cases: []payout.Case{
		{When: facts.When{{Ranking: "by_sales", First: facts.AnyTied}}, Amount: d("30")},
	}}
	needy := payout.Award{Match: payout.FirstMatch, Cases: []payout.Case{
		{When: facts.When{atLeast("hits", "3"), atLeast("needed", "1")}, Amount: d("1")}, {Amount: d("2")},
	}}
	later := payout.Award{Match: payout.FirstMatch, Cases: []payout.Case{
		{When: facts.When{atLeast("hits", "3")}, Amount: d("1")}, {When: facts.When{atLeast("needed", "1")}, Amount: d("2")},
	}}
	huge := payout.Award{Match: payout.AllMatch, Cases: []payout.Case{
		{When: facts.When{atLeast("hits", "0")}, Amount: d("9999999999999999.99")}, {When: facts.When{atLeast("hits", "1")}, Amount: d("0.01")},
	}}
	probation := func(a *facts.Agent) { a.Status = facts.Probation }
	return []payCase{
		{it: "the first case that holds pays alone", edge: "90", pay: marked(payout.FirstMatch), given: "mark=90.00", want: "100.00"},
		{it: "89.99 falls to the second case", edge: "90", pay: marked(payout.FirstMatch), given: "mark=89.99", want: "50.00"},
		{it: "80.00 reaches the second case", edge: "80", pay: marked(payout.FirstMatch), given: "mark=80.00", want: "50.00"},
		{it: "79.99 reaches none and is a line of 0.00", edge: "80", pay: marked(payout.FirstMatch), given: "mark=79.99", want: "0.00"},
		{it: "all that hold add up", edge: "all", pay: marked(payout.AllMatch), given: "mark=90.00", want: "150.00"},
		{it: "one of all holds", edge: "all", pay: marked(payout.AllMatch), given: "mark=89.99", want: "50.00"},
		{it: "the case before the last one takes 90", edge: "else", pay: rest, given: "mark=90", want: "100.00"},
		{it: "the last case without conditions takes the rest", edge: "else", pay: rest, given: "mark=1", want: "50.00"},
		{it: "the first place", edge: "place", pay: champion, given: "sales=1", want: "30.00"},
		{it: "no place", edge: "place", pay: champion, given: "sales=1", agent: probation, want: "0.00"},
		{it: "a mark that is not applicable reaches no case", pay: marked(payout.FirstMatch), want: "0.00"},
		{it: "005 a value that a case needs and that is missing", edge: "missing", pay: needy, given: "hits=3", fails: facts.CodeMetricMissing},
		{it: "a value behind a condition that fails is not needed", edge: "missing", pay: needy, given: "hits=2", want: "2.00"},
		{it: "005 a value that the second case needs", edge: "missing later", pay: later, given: "hits=2", fails: facts.CodeMetricMissing},
		{it: "a value of a case after the one that pays is not needed", edge: "missing later", pay: later, given: "hits=3", want: "1.00"},
		{it: "022 the largest award", edge: "18 digits", pay: huge, given: "hits=0", want: "9999999999999999.99"},
		{it: "a cent more than 18 digits hold", edge: "18 digits", pay: huge, given: "hits=1", fails: facts.CodeNumberOverflow},
	}
}

func TestAward(t *testing.T) {
	t.Parallel()
	run(t, awardCases())
}

// TestAwardBlames reports the value that a condition lacks by agent and metric,
// and leaves a figure to the stage that makes it.
func TestAwardBlames(t *testing.T) {
	t.Parallel()
	t.Run("the metric of the condition, not the first that there is", func(t *testing.T) {
		t.Parallel()
		award := payout.Award{Match: payout.AllMatch, Cases: []payout.Case{
			{When: facts.When{atLeast("hits", "1"), atLeast("errors", "1")}, Amount: d("1")},
			{When: facts.When{atLeast("needed", "1")}, Amount: d("1")},
		}}
		_, err := payout.Make(plan(award), terms(), month("2026-01", facts.Agent{ID: "a"}))
		assert.Equal(t, map[string]facts.Code{"agents[0].values.needed": facts.CodeMetricMissing}, codes(t, err))
		var p *facts.Problem
		require.ErrorAs(t, err, &p)
		assert.Equal(t, "a", p.Agent)
		assert.Empty(t, p.Got)
	})
	t.Run("a score that a missing metric leaves out is reported once, as the metric", func(t *testing.T) {
		t.Parallel()
		c := facts.NewCheck()
		schema := columns.NewSchema(facts.Metrics{"exam": {Unit: facts.Points, Better: facts.Higher}}, c)
		scores := scoring.CompileAccounts(nil, schema, c)
		scores.CompileScheme(scoring.Scheme{Indicators: []scoring.Indicator{
			{ID: "exam", Points: d("100"), Rule: scoring.Direct{Metric: "exam", OutOf: d("100")}},
		}}, scoring.DefaultRounding(), schema, c)
		award := payout.Award{Match: payout.FirstMatch, Cases: []payout.Case{{When: facts.When{atLeast("score", "80")}, Amount: d("50")}}}
		sheet := plan(award).Compile(schema, payout.DefaultRounding(), c.At("pay"))
		require.NoError(t, c.Err())
		c = facts.NewFactsCheck()
		table := schema.Build(month("2026-01", facts.Agent{ID: "a"}), c)
		scores.Run(table, c)
		sheet.Run(table, c)
		assert.Equal(t, map[string]facts.Code{"agents[0].values.exam": facts.CodeMetricMissing}, codes(t, c.Err()))
	})
}

func TestAwardCompile(t *testing.T) {
	t.Parallel()
	change := func(f func(*payout.Award)) payout.Award {
		a := marked(payout.FirstMatch)
		f(&a)
		return a
	}
	cases := []struct {
		name string
		pay  payout.Award
		want map[string]facts.Code
	}{
		{"nothing given", payout.Award{}, map[string]facts.Code{"match": facts.CodeRequired, "cases": facts.CodeRequired}},
		{"an unknown match", change(func(a *payout.Award) { a.Match = "best" }), map[string]facts.Code{"match": facts.CodeWordUnknown}},
		{
			"a case without conditions before the last one", change(func(a *payout.Award) { a.Cases[0].When = nil }),
			map[string]facts.Code{"cases[0].when": facts.CodeRequired},
		},
		{
			"a case without conditions among all", change(func(a *payout.Award) { a.Match, a.Cases[1].When = payout.AllMatch, nil }),
			map[string]facts.Code{"cases[1].when": facts.CodeRequired},
		},
		{"one id twice", change(func(a *payout.Award) { a.Cases[0].ID, a.Cases[1].ID = "x", "x" }), map[string]facts.Code{"cases[1].id": facts.CodeIDDuplicate}},
		{"a duty", change(func(a *payout.Award) { a.Cases[1].Duty.EN = "practise" }), map[string]facts.Code{"cases[1].duty": facts.CodeOneOf}},
		{"an amount below 0", change(func(a *payout.Award) { a.Cases[1].Amount = d("-0.01") }), map[string]facts.Code{"cases[1].amount": facts.CodeNumberNegative}},
		{"an amount finer than a cent", change(func(a *payout.Award) { a.Cases[1].Amount = d("0.001") }), map[string]facts.Code{"cases[1].amount": facts.CodeNumberScale}},
		{"everything at once", change(func(a *payout.Award) {
			a.Match, a.Cases[0].Amount = "", d("-1")
			a.Cases[0].When[0].Metric, a.Cases[1].When = "marc", facts.When{{Ranking: "by_luck", First: facts.Sole}}
		}), map[string]facts.Code{
			"match": facts.CodeRequired, "cases[0].amount": facts.CodeNumberNegative,
			"cases[0].when[0].metric": facts.CodeNameUnknown, "cases[1].when[0].ranking": facts.CodeNameUnknown,
		}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			compileFails(t, c.pay, c.want)
		})
	}
}

func TestAwardExplains(t *testing.T) {
	t.Parallel()
	named := func(match payout.Match) payout.Award {
		a := marked(match)
		a.Cases[0].Name, a.Cases[1].ID = facts.Text{ZH: "优秀", EN: "Excellent"}, "good"
		a.Cases = append(a.Cases, payout.Case{When: facts.When{atLeast("hits", "5"), atLeast("mark", "60")}, Amount: d("7")})
		return a
	}
	cases := []struct {
		name, given string
		match       payout.Match
		code, which string
		steps       []string
	}{
		{"the first case by its name, with what it looked at", "mark=90", payout.FirstMatch, "award.case", "Excellent", []string{"metrics.mark 90"}},
		{"the second by its id", "mark=80", payout.FirstMatch, "award.case", "good", []string{"metrics.mark 80"}},
		{"the third by its number, and everything looked at on the way", "mark=79, hits=5", payout.FirstMatch, "award.case", "#3", []string{"metrics.mark 79", "metrics.hits 5"}},
		{"no case, and every value", "mark=79, hits=4", payout.FirstMatch, "award.none", "", []string{"metrics.mark 79", "metrics.hits 4"}},
		{"one of all", "mark=80", payout.AllMatch, "award.case", "good", []string{"metrics.mark 80", "metrics.hits 0"}},
		{
			"several of all, each with its part", "mark=90, hits=5", payout.AllMatch, "award.cases", "",
			[]string{"case 100.00", "case 50.00", "case 7.00", "metrics.mark 90", "metrics.hits 5"},
		},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			step := slip(t, named(c.match), payCase{given: c.given}.facts(t)).Explain().Steps[0]
			assert.Equal(t, c.code, string(step.Code))
			for _, a := range step.Args {
				if a.Key == "case" {
					assert.Equal(t, c.which, a.Name.EN)
				}
			}
			var got []string
			for _, s := range step.Steps {
				got = append(got, s.Clause+" "+s.Value.Bare())
			}
			assert.Equal(t, c.steps, got)
		})
	}
	t.Run("nothing holds is a line of 0.00 that says so", func(t *testing.T) {
		t.Parallel()
		s := slip(t, named(payout.FirstMatch), payCase{given: "mark=1"}.facts(t))
		assert.Equal(t, []string{"x earned 0.00"}, lines(s))
		assert.Equal(t, "x: the conditions of no case hold, 0.00 yuan", s.Explain().Steps[0].Sentence(explain.English))
	})
}

// TestAwardLaws holds an award against its cases written out.
func TestAwardLaws(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 5).Draw(t, "cases")
		mark := rapid.Int64Range(0, 100).Draw(t, "mark")
		var list []payout.Case
		first, all := int64(-1), int64(0)
		for i := range n {
			limit := rapid.Int64Range(0, 100).Draw(t, "limit")
			cents := rapid.Int64Range(0, 1_000_00).Draw(t, "cents")
			at := decimal.NewFromInt(limit)
			list = append(list, payout.Case{
				ID: fmt.Sprintf("c%d", i), When: facts.When{{Metric: "mark", AtLeast: &at}}, Amount: decimal.New(cents, -2),
			})
			if mark < limit {
				continue
			}
			all += cents
			if first < 0 {
				first = cents
			}
		}
		a := facts.Agent{ID: "a", Values: map[string]decimal.Decimal{"mark": decimal.NewFromInt(mark)}}
		for match, want := range map[payout.Match]int64{payout.FirstMatch: max(first, 0), payout.AllMatch: all} {
			slips, err := payout.Make(plan(payout.Award{Match: match, Cases: list}), terms(), month("2026-01", a))
			require.NoError(t, err)
			s, _ := slips.Of("a")
			require.Equal(t, decimal.New(want, -2).StringFixed(2), s.Total().StringFixed(2), match)
		}
	})
}
