package ladder

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.yaml.in/yaml/v4"

	"github.com/cspay/cspay/examples/internal/shop"
	"github.com/cspay/cspay/examples/internal/twin"
	"github.com/cspay/cspay/policy"
	"github.com/cspay/cspay/rank"
	"github.com/cspay/cspay/scoring/facts"
)

// twinYear is the year as the slow twin closes it.
func twinYear(t *testing.T) twin.Year {
	t.Helper()
	y, err := twin.CloseTMYear(tm().Year(t))
	require.NoError(t, err)
	return y
}

func TestTwinYearAgreesWithTheCommittedResult(t *testing.T) {
	tm().TwinYearAgreesWithTheCommittedResult(t, twinYear(t))
}

// year loads the twelve months as the library reads them.
func year(t *testing.T, p *policy.Policy) []facts.Month {
	t.Helper()
	var months []facts.Month
	for _, dir := range shop.Months() {
		m, err := p.LoadMonthFS(Files, dir)
		require.NoError(t, err)
		if text, err := fs.ReadFile(Files, dir+"/decisions.yaml"); err == nil && m.Decisions == nil {
			m.Decisions = decisions(t, text)
		}
		months = append(months, m)
	}
	return months
}

func decisions(t *testing.T, text []byte) []facts.Decision {
	t.Helper()
	var doc struct {
		Decisions []struct{ Agent, Clause, Outcome, Who, Date, Note string }
	}
	require.NoError(t, yaml.Unmarshal(text, &doc))
	var list []facts.Decision
	for _, d := range doc.Decisions {
		date, err := facts.ParseDate(d.Date)
		require.NoError(t, err)
		list = append(list, facts.Decision{
			Agent: d.Agent, Clause: d.Clause, Outcome: facts.Outcome(d.Outcome), Who: d.Who, Date: date, Note: d.Note,
		})
	}
	return list
}

// closeYear closes months in a row; between makes of each month's history what
// the next one reads.
func closeYear(t *testing.T, p *policy.Policy, months []facts.Month, between func(policy.History) policy.History) []*policy.Result {
	t.Helper()
	var results []*policy.Result
	var h policy.History
	for _, m := range months {
		r, err := p.Close(m, h)
		require.NoError(t, err)
		results = append(results, r)
		h = between(r.History())
	}
	return results
}

func handedOn(h policy.History) policy.History { return h }

// found is a month of the library in the shape of the twin's.
func found(r *policy.Result) twin.YearMonth {
	out := twin.YearMonth{
		Month: r.Period().String(), Moves: []twin.YearMove{}, Candidates: []twin.YearCandidate{}, Plans: []twin.YearPlan{},
		Levels: map[string]string{}, Totals: map[string]string{},
	}
	for _, m := range r.Moves() {
		out.Moves = append(out.Moves, twin.YearMove{
			Agent: m.Agent, From: m.From, To: m.To, Reason: strings.TrimPrefix(strings.TrimPrefix(m.Clause, "ladder."), "demotions."),
			State: string(m.State), Clause: m.Clause,
		})
	}
	for _, c := range r.Candidates() {
		for _, rule := range c.Rules {
			out.Candidates = append(out.Candidates, twin.YearCandidate{
				Agent: c.Agent, Rule: rule, Months: periods(c.Months), State: state(c), Clause: c.Clause,
			})
		}
	}
	for _, p := range r.Plans() {
		out.Plans = append(out.Plans, twin.YearPlan{
			Agent: p.Agent, Plan: p.ID, Status: string(p.Status), Opened: p.Opened.String(), Due: p.Due.String(),
		})
	}
	for slip := range r.Slips() {
		out.Levels[slip.Agent()] = slip.Attribute(facts.ByLevel)
		out.Totals[slip.Agent()] = slip.Total().StringFixed(2)
	}
	return out
}

func state(c rank.Candidate) string {
	if c.Exempt {
		return "exempt"
	}
	return string(c.State)
}

func periods(months []facts.Period) []string {
	list := make([]string, 0, len(months))
	for _, m := range months {
		list = append(list, m.String())
	}
	return list
}

// TestTheEngineClosesTheTwinsYear closes the twelve months in a row, each with
// the history and the decisions of its own, and holds what it finds against
// expected_year.json.
func TestTheEngineClosesTheTwinsYear(t *testing.T) {
	text, err := fs.ReadFile(Files, "expected_year.json")
	require.NoError(t, err)
	var want twin.Year
	require.NoError(t, json.Unmarshal(text, &want))
	p := tm().Policy(t)
	results := closeYear(t, p, year(t, p), handedOn)
	require.Len(t, want.Months, len(results))
	for i, r := range results {
		assert.Equal(t, want.Months[i], found(r), want.Months[i].Month)
		assert.Empty(t, r.Warnings(), "the roster has the levels that were decided")
	}
}

// TestEveryLineOfTheYearIsTheTwins holds every line of every slip of the year
// against the twin's.
func TestEveryLineOfTheYearIsTheTwins(t *testing.T) {
	p := tm().Policy(t)
	want := twinYear(t)
	for i, r := range closeYear(t, p, year(t, p), handedOn) {
		text, err := json.Marshal(want.Months[i].Result)
		require.NoError(t, err)
		var b bytes.Buffer
		require.NoError(t, r.WriteJSON(&b))
		shop.SameSlips(t, text, b.Bytes())
	}
}
