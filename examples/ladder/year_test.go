package ladder

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/examples/internal/shop"
	"github.com/cspay/cspay/examples/internal/twin"
	"github.com/cspay/cspay/policy"
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

// year loads the twelve months as the library reads them, each with its
// decisions.
func year(t *testing.T, p *policy.Policy) []facts.Month {
	t.Helper()
	var months []facts.Month
	for m, err := range p.LoadMonthsFS(Files, ".") {
		require.NoError(t, err)
		months = append(months, m)
	}
	require.Len(t, months, len(shop.Months()))
	return months
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

// found is a month of the library in the shape of the twin's: what the JSON of
// the year says and the twin does, too, with levels and totals.
func found(t *testing.T, r *policy.Result) twin.YearMonth {
	t.Helper()
	text, err := r.CareersJSON()
	require.NoError(t, err)
	var out twin.YearMonth
	require.NoError(t, json.Unmarshal(text, &out))
	out.Levels, out.Totals = map[string]string{}, map[string]string{}
	for slip := range r.Slips() {
		out.Levels[slip.Agent()] = slip.Attribute(facts.ByLevel)
		out.Totals[slip.Agent()] = slip.Total().StringFixed(2)
	}
	return out
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
		assert.Equal(t, want.Months[i], found(t, r), want.Months[i].Month)
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
