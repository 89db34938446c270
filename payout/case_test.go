package payout_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/payout"
	"github.com/cspay/cspay/scoring"
	"github.com/cspay/cspay/scoring/facts"
)

func d(s string) decimal.Decimal { return decimal.RequireFromString(s) }

func ptr(s string) *decimal.Decimal {
	v := d(s)
	return &v
}

func ds(values ...string) []decimal.Decimal {
	out := make([]decimal.Decimal, len(values))
	for i, v := range values {
		out[i] = d(v)
	}
	return out
}

// terms are the metrics, accounts and rankings that every case may name.
func terms() scoring.Terms {
	return scoring.Terms{
		Metrics: facts.Metrics{
			"wage":     {Unit: facts.Money, Missing: facts.MissingNotApplicable},
			"sales":    {Unit: facts.Money, Better: facts.Higher, Missing: facts.MissingNotApplicable},
			"needed":   {Unit: facts.Money, Better: facts.Higher},
			"returns":  {Unit: facts.Money, Missing: facts.MissingNotApplicable},
			"mark":     {Unit: facts.Points, Better: facts.Higher, Missing: facts.MissingNotApplicable},
			"roster":   {Unit: facts.Days, Missing: facts.MissingNotApplicable},
			"hits":     {Unit: facts.Count, Missing: facts.MissingZero},
			"chats":    {Unit: facts.Count, Missing: facts.MissingZero},
			"hit_rate": {Unit: facts.Ratio, Better: facts.Higher, From: facts.From{Ratio: "hits", To: "chats"}},
			"errors":   {Unit: facts.Count, From: facts.From{Daily: facts.Sum}},
			"contacts": {Unit: facts.Count, From: facts.From{Daily: facts.Sum}},
			"hours":    {Unit: facts.Number, From: facts.From{Daily: facts.Sum}},
			"declared": {Unit: facts.Count, Missing: facts.MissingZero, From: facts.From{Daily: facts.Sum}},
			"spoilt":   {Unit: facts.Ratio, From: facts.From{Daily: facts.Maximum}},
		},
		Accounts: []scoring.Account{
			{ID: "fund", Opening: d("100"), Unit: facts.Money, Charges: map[string]decimal.Decimal{"serious": d("10"), "minor": d("5")}},
			{ID: "marks", Opening: d("10"), Unit: facts.Points, Charges: map[string]decimal.Decimal{"serious": d("1")}},
		},
		Rankings: []facts.Ranking{{ID: "by_sales", By: "sales", Eligible: facts.When{{Status: []facts.Status{facts.Regular}}}}},
	}
}

// month is a month of facts that a case goes on to change.
func month(period string, agents ...facts.Agent) facts.Month {
	p, err := facts.ParsePeriod(period)
	if err != nil {
		p = 0
	}
	return facts.Month{Period: p, Agents: agents}
}

func on(s string) facts.Date {
	date, err := facts.ParseDate(s)
	if err != nil {
		return 0
	}
	return date
}

// payCase is one agent's month under one pay item.
type payCase struct {
	it string
	// edge names a boundary: the cases of one edge stand on its two sides.
	edge string
	pay  payout.Pay
	// beside is another item, which the plan has first.
	beside payout.Pay
	period string // 2026-01 when left out: 31 days
	// given are the agent's values of the month: "sales=60000, returns=2000".
	given string
	agent func(*facts.Agent)
	// events are one a day of the month, and the money that one is about:
	// "8 wrong_item, 22 freight=12.50".
	events string
	want   string     // the total
	fails  facts.Code // or this code
}

// plan wraps one pay item.
func plan(p payout.Pay) payout.Plan {
	return payout.Plan{Items: []payout.Item{{ID: "x", Pay: p}}}
}

func (c payCase) facts(t *testing.T) facts.Month {
	t.Helper()
	if c.period == "" {
		c.period = "2026-01"
	}
	a := facts.Agent{ID: "a", Values: map[string]decimal.Decimal{}}
	for pair := range strings.SplitSeq(c.given, ", ") {
		if id, value, ok := strings.Cut(pair, "="); ok {
			a.Values[id] = d(value)
		}
	}
	if c.agent != nil {
		c.agent(&a)
	}
	m := month(c.period, a)
	for i, e := range strings.Split(c.events, ", ") {
		var day int
		var kind string
		if n, _ := fmt.Sscanf(e, "%d %s", &day, &kind); n == 2 {
			event := facts.Event{ID: fmt.Sprintf("e%d", i), Agent: "a", Date: m.Period.First() + facts.Date(day-1)}
			var amount string
			if event.Kind, amount, _ = strings.Cut(kind, "="); amount != "" {
				event.Amount = ptr(amount)
			}
			m.Events = append(m.Events, event)
		}
	}
	return m
}

func (c payCase) run(t *testing.T) {
	t.Helper()
	p := plan(c.pay)
	if c.beside != nil {
		p.Items = append([]payout.Item{{ID: "beside", Pay: c.beside}}, p.Items...)
	}
	slips, err := payout.Make(p, terms(), c.facts(t))
	if c.fails != "" {
		require.ErrorIs(t, err, c.fails)
		var p *facts.Problem
		require.ErrorAs(t, err, &p)
		assert.Equal(t, "a", p.Agent)
		return
	}
	require.NoError(t, err)
	slip, ok := slips.Of("a")
	require.True(t, ok)
	assert.Equal(t, c.want, slip.Total().StringFixed(2))
}

// run tries every case of a kind.
func run(t *testing.T, cases []payCase) {
	t.Helper()
	for _, c := range cases {
		t.Run(c.it, func(t *testing.T) {
			t.Parallel()
			c.run(t)
		})
	}
}

// lines prints an agent's lines: "x earned 5000.00", "x not_earned -83.33 2026-06-08".
func lines(slip payout.Slip) []string {
	var out []string
	for _, l := range slip.Lines() {
		out = append(out, strings.TrimSpace(strings.Join([]string{l.Item, string(l.Treatment), l.Text(), l.Date.String()}, " ")))
	}
	return out
}

// codes gives the code of each problem of an error by its path.
func codes(t *testing.T, err error) map[string]facts.Code {
	t.Helper()
	var ps facts.Problems
	require.ErrorAs(t, err, &ps)
	out := map[string]facts.Code{}
	for _, p := range ps {
		out[p.Path] = p.Code
	}
	return out
}

// days gives the agent daily rows: "1-20 worked, 21 rest", the rest of the
// month without one.
func days(spec string) func(*facts.Agent) {
	return func(a *facts.Agent) {
		first := on("2026-01-01")
		for part := range strings.SplitSeq(spec, ", ") {
			var from, to int
			var kind string
			if n, _ := fmt.Sscanf(part, "%d-%d %s", &from, &to, &kind); n < 3 {
				_, _ = fmt.Sscanf(part, "%d %s", &from, &kind)
				to = from
			}
			for day := from; day <= to; day++ {
				a.Days = append(a.Days, facts.Day{Date: first + facts.Date(day-1), Attendance: facts.Attendance(kind)})
			}
		}
	}
}

// leave gives the agent a leave from one date until another.
func leave(kind facts.Attendance, from, until string) func(*facts.Agent) {
	return func(a *facts.Agent) {
		a.Leave = append(a.Leave, facts.Leave{From: on(from), Until: on(until), Kind: kind})
	}
}

func served(hired, left string) func(*facts.Agent) {
	return func(a *facts.Agent) { a.Hired, a.Left = on(hired), on(left) }
}

func both(changes ...func(*facts.Agent)) func(*facts.Agent) {
	return func(a *facts.Agent) {
		for _, change := range changes {
			change(a)
		}
	}
}
