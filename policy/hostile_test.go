package policy

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/scoring/facts"
)

// minutes is what naive ways took: much more than any machine needs, also
// under the race detector.
const minutes = 30 * time.Second

// many writes a line for each number below n.
func many(n int, line string) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, line, i)
	}
	return b.String()
}

// TestHostileMeaningTakesNoTime is about texts within every limit, whose shape
// is fine and whose meaning is expensive when it is looked at naively.
func TestHostileMeaningTakesNoTime(t *testing.T) {
	const head = "format: cspay/v1\nid: a\ncurrency: CNY\n"
	chain := ""
	for i := 3999; i > 0; i-- {
		chain += fmt.Sprintf("- {id: r%d, by: m0, eligible: [{ranking: r%d, at_most: 1}]}\n", i, i-1)
	}
	for name, src := range map[string]string{
		"unknown metrics among many": head + "metrics:\n" + many(9000, "  m%d: {unit: count}\n") + "scheme:\n" + many(9000, "- {id: i%d, points: 1, direct: {metric: n%[1]d}}\n"),
		"unknown long metrics among many": head + "metrics:\n" + many(4000, "  "+strings.Repeat("m", 40)+"%d: {unit: count}\n") +
			"scheme:\n" + many(4000, "- {id: i%d, direct: {metric: "+strings.Repeat("n", 40)+"%[1]d}}\n"),
		"unknown keys":                head + "pay:\n" + many(9000, "- {id: i%d, daily_poll%[1]d: {}}\n"),
		"rankings, each by the next":  head + "metrics: {m0: {unit: count, better: higher}}\nrankings:\n" + chain + "- {id: r0, by: m0}\n",
		"rankings that wait for ever": head + "metrics: {m0: {unit: count, better: higher}}\nrankings:\n" + many(9000, "- {id: r%d, by: x%[1]d}\n"),
		"one id many times":           head + "metrics: {m0: {unit: count}}\npay:\n" + many(9000, "- {id: i, when: [{metric: m%d, over: 1}], base_pay: {amount: 1, basis: calendar}}\n"),
		"many kinds of events":        head + "accounts:\n- {id: a, unit: money, opening: 1, charges: {" + many(40000, "k%d: 1, ") + "z: 1}}\n",
	} {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			p, err := Load(strings.NewReader(src))
			if err != nil {
				wellFormed(t, err)
				assert.LessOrEqual(t, len(spots(t, err)), maxProblems+1)
			} else {
				_, err = p.Close(facts.Month{Period: period("2026-01"), Agents: []facts.Agent{{ID: "A"}}}, History{})
				if err != nil {
					wellFormed(t, err)
				}
			}
			assert.Less(t, time.Since(start), minutes)
		})
	}
}

func TestHostileFactsTakeNoTime(t *testing.T) {
	metrics := "format: cspay/v1\nid: a\ncurrency: CNY\nmetrics:\n" + many(300, "  m%d: {unit: count, missing: zero}\n") + many(50, "  d%d: {unit: count, missing: zero, from: {daily: sum}}\n") +
		many(300, "  e%d: {unit: count, from: {event: kind%[1]d}}\n")
	p, err := Load(strings.NewReader(metrics))
	require.NoError(t, err)
	for name, s := range map[string]shop{
		"strangers in values":         {facts: "month: 2026-01\nagents:\n" + many(10000, "- {id: A%d, values: {n%[1]d: 1}}\n")},
		"many stray values of one":    {facts: "month: 2026-01\nagents:\n- id: A\n  values:\n" + many(10000, "    n%d: 1\n")},
		"unknown kinds of events":     {facts: "month: 2026-01\nagents: [{id: A}]\nevents:\n" + many(10000, "- {id: e%d, agent: A, kind: kin%[1]d, date: 2026-01-05}\n")},
		"events of nobody":            {facts: "month: 2026-01\nagents: [{id: A}]\nevents:\n" + many(10000, "- {id: e%d, agent: B, kind: kind1, date: 2026-01-05}\n")},
		"one event seen by many":      {facts: "month: 2026-01\nagents:\n" + many(10000, "- {id: A%d}\n") + "events:\n- {id: e, agent: A0, kind: kind1, date: 2026-01-05, silent: [" + many(10000, "A%d, ") + "]}\n"},
		"one agent many times":        {facts: "month: 2026-01\nagents:\n" + many(10000, "- {id: A, name: n%d}\n")},
		"one leave after another":     {facts: "month: 2026-01\nagents:\n- id: A\n  leave:\n" + many(10000, "  - {from: 1900-01-01, until: 2199-12-31, kind: absent} # %d\n")},
		"one day many times":          {facts: "month: 2026-01\nagents:\n- id: A\n  days:\n" + many(10000, "  - {date: 2026-01-05} # %d\n")},
		"days of daily.csv":           {"month: 2026-01\nagents: [{id: A}]\n", "agent,date,d1\n" + many(10000, "A,2026-01-05,%d\n")},
		"one day excluded many times": {"month: 2026-01\nagents: [{id: A}]\nexclusions:\n" + many(10000, "- {agent: A, date: 2026-01-05, subtract: {d1: 1}, reason: r%d}\n"), "agent,date,d1\nA,2026-01-05,30000\n"},
		"many unknown columns":        {"month: 2026-01\nagents: [{id: A}]\n", "agent,date" + many(10000, ",c%d") + "\n"},
	} {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			r, err := s.close(p)
			if err != nil {
				wellFormed(t, err)
				assert.LessOrEqual(t, len(spots(t, err)), 2*(maxProblems+1), "of both files")
			} else {
				assert.LessOrEqual(t, len(r.Warnings()), maxProblems+1)
			}
			assert.Less(t, time.Since(start), minutes)
		})
	}
}
