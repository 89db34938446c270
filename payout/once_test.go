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

// TestOnePenaltyPerEvent: one event costs money once, by the first clause that
// charges it: accounts, then the plan in its order.
func TestOnePenaltyPerEvent(t *testing.T) {
	t.Parallel()
	fund := payout.Item{ID: "fund", Pay: payout.Remainder{Account: "fund"}}
	pool := payout.Item{ID: "pool", Pay: hundredADay("serious", "0.5")}
	charge := payout.Item{ID: "charge", Pay: payout.ChargeBack{Event: "serious", Share: d("1")}}
	each := lawful()
	each.Guard.Penalties = payout.EachClause
	for _, c := range []struct {
		it     string
		items  []payout.Item
		bounds payout.Bounds
		events string
		terms  func(*scoring.Terms)
		want   []string
	}{
		{
			"an account, a pool and a charge-back: only the account",
			[]payout.Item{fund, pool, charge},
			lawful(), "8 serious=30", nil,
			[]string{"fund earned 90.00", "pool earned 3100.00", "pool not_earned 0.00 e0 once", "charge deducted 0.00", "charge deducted 0.00 e0 once"},
		},
		{
			"each: every clause",
			[]payout.Item{fund, pool, charge},
			each, "8 serious=30", nil,
			[]string{"fund earned 90.00", "pool earned 3100.00", "pool not_earned -50.00", "charge deducted -30.00 e0"},
		},
		{
			"no guard: every clause",
			[]payout.Item{fund, pool, charge},
			payout.Bounds{},
			"8 serious=30", nil,
			[]string{"fund earned 90.00", "pool earned 3100.00", "pool not_earned -50.00", "charge deducted -30.00 e0"},
		},
		{
			"the first item of the plan: the pool",
			[]payout.Item{pool, charge},
			lawful(), "8 serious=30", noMoney,
			[]string{"pool earned 3100.00", "pool not_earned -50.00", "charge deducted 0.00", "charge deducted 0.00 e0 once"},
		},
		{
			"the first item of the plan: the charge-back",
			[]payout.Item{charge, pool},
			lawful(), "8 serious=30", noMoney,
			[]string{"charge deducted -30.00 e0", "pool earned 3100.00", "pool not_earned 0.00 e0 once"},
		},
		{
			"other events are charged",
			[]payout.Item{pool, charge},
			lawful(), "8 serious=30, 9 serious=20", noMoney,
			[]string{"pool earned 3100.00", "pool not_earned -50.00", "pool not_earned -50.00", "charge deducted 0.00", "charge deducted 0.00 e0 once", "charge deducted 0.00 e1 once"},
		},
		{
			"an item that is not for the agent charges nothing", []payout.Item{
				{ID: "pool", When: facts.When{{Role: []string{"after_sales"}}}, Pay: hundredADay("serious", "0.5")}, charge,
			}, lawful(), "8 serious=30", noMoney, []string{"charge deducted -30.00 e0", "guard deducted 30.00 ceiling"},
		},
		{
			"a pool that lists the kind at 0% charges nothing",
			[]payout.Item{{ID: "pool", Pay: hundredADay("serious", "0")}, charge},
			lawful(),
			"8 serious=30", noMoney,
			[]string{"pool earned 3100.00", "charge deducted -30.00 e0"},
		},
		{
			"a charge-back of 0.00 charges nothing",
			[]payout.Item{charge, pool},
			lawful(), "8 serious=0", noMoney,
			[]string{"charge deducted 0.00", "pool earned 3100.00", "pool not_earned -50.00"},
		},
		{
			"ZW4: in the grace the account charges nothing, and the pool does",
			[]payout.Item{fund, pool},
			lawful(), "8 serious=30",
			func(t *scoring.Terms) { t.Accounts[0].Grace = &scoring.Grace{From: on("2026-01-01")} },
			[]string{"fund earned 100.00", "pool earned 3100.00", "pool not_earned -50.00"},
		},
		{
			"an account in points costs no money",
			[]payout.Item{pool},
			lawful(), "8 serious=30",
			func(t *scoring.Terms) { t.Accounts = t.Accounts[1:] },
			[]string{"pool earned 3100.00", "pool not_earned -50.00"},
		},
	} {
		t.Run(c.it, func(t *testing.T) {
			t.Parallel()
			terms := terms()
			if c.terms != nil {
				c.terms(&terms)
			}
			assert.Equal(t, c.want, told(settleUnder(t, c.items, c.bounds, terms, payCase{events: c.events})))
		})
	}
}

// noMoney leaves the terms no account that charges money.
func noMoney(t *scoring.Terms) { t.Accounts = nil }

// TestRelievedOffender: ZW5 charges the colleague who kept silent, so that the
// event has cost the agent nothing yet.
func TestRelievedOffender(t *testing.T) {
	t.Parallel()
	for offender, want := range map[scoring.Offender][]string{
		scoring.Relieved: {"pool earned 3100.00", "pool not_earned -50.00"},
		scoring.PaysToo:  {"pool earned 3100.00", "pool not_earned 0.00 e0 once"},
	} {
		t.Run(string(offender), func(t *testing.T) {
			t.Parallel()
			terms := terms()
			terms.Accounts[0].Silent = &scoring.Silent{Times: 2, Offender: offender}
			m := payCase{events: "8 serious"}.facts(t)
			m.Agents = append(m.Agents, facts.Agent{ID: "b"})
			m.Events[0].Silent = []string{"b"}
			slips, err := payout.MakeWithin(payout.Plan{Items: []payout.Item{{ID: "pool", Pay: hundredADay("serious", "0.5")}}}, lawful(), terms, m)
			require.NoError(t, err)
			s, _ := slips.Of("a")
			assert.Equal(t, want, told(s))
		})
	}
}

// TestOnceIsTold: the line of 0.00 names the clause that charged the event, and
// the day of the pool does not tell it as a fault of its own.
func TestOnceIsTold(t *testing.T) {
	t.Parallel()
	terms := terms()
	terms.Accounts[0].Charges = map[string]decimal.Decimal{"serious": d("10")}
	pool := payout.DailyPool{Amount: d("3100"), Share: payout.ByTable, Faults: map[string]decimal.Decimal{"serious": d("0.5"), "late": d("0.2")}}
	s := settleUnder(t, []payout.Item{{ID: "pool", Pay: pool}}, lawful(), terms, payCase{events: "8 serious, 8 late"})
	assert.Equal(t, []string{"pool earned 3100.00", "pool not_earned -20.00", "pool not_earned 0.00 e0 once"}, told(s))
	steps := s.Explain().Steps
	assert.Len(t, steps, 2)
	assert.Equal(t, "settle.once", string(steps[1].Code))
	assert.Equal(t, "accounts.fund", said(steps[1], "clause"))
	assert.Equal(t, "events.e0", steps[1].Steps[0].Clause)
	day := steps[0].Steps[0]
	assert.Len(t, day.Steps, 1)
	assert.Equal(t, "events.e1", day.Steps[0].Clause)
}

// TestManyClausesForOneEvent: however many clauses want an event, finding the
// one that charged it takes no time that doubles with each.
func TestManyClausesForOneEvent(t *testing.T) {
	t.Parallel()
	var items []payout.Item
	for i := range 60 {
		items = append(items, payout.Item{ID: fmt.Sprintf("c%d", i), Pay: payout.ChargeBack{Event: "serious", Share: d("1")}})
	}
	s := settleUnder(t, append([]payout.Item{base()}, items...), lawful(), scoring.Terms{Metrics: terms().Metrics}, payCase{given: "wage=5000", events: "8 serious=30"})
	assert.Equal(t, "4970.00", s.Total().StringFixed(2))
	assert.Equal(t, 59, strings.Count(strings.Join(told(s), "\n"), "once"))
}

// TestAForfeitedDayChargesNoEvent: ZW2 and TM1 on a day of absence. The slice
// is lost for the absence, so the pool takes nothing for the event and leaves
// it to the charge-back.
func TestAForfeitedDayChargesNoEvent(t *testing.T) {
	t.Parallel()
	m := payCase{events: "8 serious=30"}.facts(t)
	m.Agents[0].Leave = []facts.Leave{{From: m.Events[0].Date, Until: m.Events[0].Date, Kind: facts.Absent}}
	items := []payout.Item{
		{ID: "pool", Pay: hundredADay("serious", "0.5")},
		{ID: "charge", Pay: payout.ChargeBack{Event: "serious", Share: d("1")}},
	}
	terms := terms()
	terms.Accounts = nil
	slips, err := payout.MakeWithin(payout.Plan{Items: items}, lawful(), terms, m)
	require.NoError(t, err)
	s, _ := slips.Of("a")
	assert.Equal(t, []string{"pool earned 3100.00", "pool not_earned -100.00", "charge deducted -30.00 e0"}, told(s))
}
