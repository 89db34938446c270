package payout_test

import (
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/payout"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// TestExplain holds what each kind tells: the code of its sentence and the
// values in it.
func TestExplain(t *testing.T) {
	t.Parallel()
	calendar := payout.BasePay{Metric: "wage", Basis: payout.Calendar}
	paidDays := payout.BasePay{Metric: "wage", Basis: payout.PaidDays}
	attended := payout.BasePay{Metric: "wage", Basis: payout.Attended, Roster: "roster"}
	net := payout.Commission{Metric: "sales", Less: "returns", Slabs: shopZW(), Negative: payout.NegativeZero}
	probation := func(a *facts.Agent) { a.Status = facts.Probation }
	cases := []struct {
		payCase
		code string
		args map[string]string
	}{
		{payCase{it: "base pay by calendar days", pay: calendar, given: "wage=3100", agent: both(served("2026-01-16", ""), leave(facts.UnpaidLeave, "2026-01-31", "2026-01-31"))}, "base_pay", map[string]string{"wage": "3100.00", "num": "15", "den": "31", "basis": "calendar", "lost": "1", "service": "16"}},
		{payCase{it: "base pay by 21.75 days, in days", pay: paidDays, given: "wage=2175", agent: leave(facts.UnpaidLeave, "2026-01-05", "2026-01-05")}, "base_pay", map[string]string{"num": "20.75", "den": "21.75", "lost": "1", "service": "31"}},
		{payCase{it: "base pay by a roster, in days", pay: attended, given: "wage=2200, roster=21.5", agent: days("1-21 worked")}, "base_pay", map[string]string{"num": "21", "den": "21.5"}},
		{payCase{it: "base pay without a wage", pay: calendar}, "pay.not_applicable", nil},
		{payCase{it: "a net commission", pay: net, given: "sales=60000, returns=2000"}, "commission.net", map[string]string{"base": "58000.00", "paid": "620.00", "gross": "60000.00", "returned": "2000.00"}},
		{payCase{it: "a gross commission", pay: payout.Commission{Metric: "sales", Rate: ptr("0.01")}, given: "sales=100"}, "commission", map[string]string{"base": "100.00", "paid": "1.00"}},
		{payCase{it: "a commission below 0 that is not charged", pay: net, given: "sales=1, returns=2"}, "commission.negative", map[string]string{"base": "-1.00", "paid": "0.00"}},
		{payCase{it: "a commission without sales", pay: net}, "pay.not_applicable", nil},
		{payCase{it: "a bonus step", pay: goldenBonus("mark"), given: "mark=90"}, "bonus.step", map[string]string{"amount": "2000.00", "coefficient": "1.2", "n": "90", "word": "at_least", "limit": "90"}},
		{payCase{it: "a bonus below every step", pay: goldenBonus("mark"), given: "mark=79.99"}, "bonus.else", map[string]string{"coefficient": "0", "n": "79.99"}},
		{payCase{it: "a bonus without a mark", pay: goldenBonus("mark")}, "pay.not_applicable", nil},
		{payCase{it: "a pool", pay: byTable(), period: "2026-06", agent: served("2026-06-01", "2026-06-10"), events: "8 wrong_item"}, "daily_pool", map[string]string{"amount": "5000.00", "month": "30", "service": "10", "earned": "1666.70", "lost": "83.33", "treatment": "not_earned"}},
		{payCase{it: "a remainder", pay: payout.Remainder{Account: "fund"}}, "remainder", nil},
		{payCase{it: "an award", pay: champion(), given: "sales=1"}, "rank_award", map[string]string{"place": "1"}},
		{payCase{it: "a place without an award", pay: payout.RankAward{Ranking: "by_sales", Amounts: ds("0", "1")}, given: "sales=1"}, "rank_award.none", map[string]string{"place": "1"}},
		{payCase{it: "no place", pay: champion(), given: "sales=1", agent: probation}, "rank_award.unplaced", nil},
	}
	for _, c := range cases {
		t.Run(c.it, func(t *testing.T) {
			t.Parallel()
			tree := slip(t, c.pay, c.facts(t)).Explain()
			require.Len(t, tree.Steps, 1)
			step := tree.Steps[0]
			assert.Equal(t, "pay.x", step.Clause)
			assert.Equal(t, c.code, string(step.Code))
			for key, want := range c.args {
				assert.Equal(t, want, said(step, key), key)
			}
		})
	}
}

// said gives the value of a sentence's key, numbers without their unit.
func said(step explain.Step, key string) string {
	for _, a := range step.Args {
		switch {
		case a.Key != key:
		case a.Number != nil:
			return a.Number.Bare()
		default:
			return a.Word
		}
	}
	return "nothing"
}

func TestExplainPoolDays(t *testing.T) {
	t.Parallel()
	a := facts.Agent{ID: "a"}
	leave(facts.Absent, "2026-06-09", "2026-06-09")(&a)
	m := month("2026-06", a)
	m.Events = []facts.Event{
		{ID: "e1", Agent: "a", Kind: "wrong_item", Date: on("2026-06-08")},
		{ID: "e2", Agent: "a", Kind: "late", Date: on("2026-06-08"), Status: facts.Withdrawn},
	}
	step := slip(t, byTable(), m).Explain().Steps[0]
	require.Len(t, step.Steps, 2)
	fault, absence := step.Steps[0], step.Steps[1]

	assert.Equal(t, "daily_pool.loss", string(fault.Code))
	assert.Equal(t, "2026-06-08", said(fault, "date"))
	assert.Equal(t, "166.67", said(fault, "slice"))
	assert.Equal(t, "50", said(fault, "share"))
	assert.Equal(t, "83.33", said(fault, "loss"))
	require.Len(t, fault.Steps, 2, "the withdrawn fault is shown too, with its status")
	assert.Equal(t, "events.e1", fault.Steps[0].Clause)
	assert.Equal(t, "daily_pool.fault", string(fault.Steps[0].Code))
	assert.Equal(t, "50", said(fault.Steps[0], "share"))
	assert.Equal(t, "event", string(fault.Steps[1].Code))
	assert.Equal(t, "withdrawn", said(fault.Steps[1], "status"))

	assert.Equal(t, "daily_pool.forfeit", string(absence.Code))
	assert.Equal(t, "2026-06-09", said(absence, "date"))
	assert.Equal(t, "absent", said(absence, "attendance"))
	assert.Equal(t, "166.67", said(absence, "loss"))
	assert.Empty(t, absence.Steps)
}

func TestExplainItem(t *testing.T) {
	t.Parallel()
	base := payout.BasePay{Amount: d("1"), Basis: payout.Calendar}
	p := payout.Plan{Items: []payout.Item{
		{ID: "plain", Pay: base},
		{
			ID: "cited", Pay: base, Name: facts.Text{ZH: "底薪", EN: "Base pay"},
			Cite: facts.Cite{Source: "handbook 3.1", Sample: facts.Sample{Keys: []string{"amount"}}},
		},
	}}
	slips, err := payout.Make(p, terms(), month("2026-01", facts.Agent{ID: "a"}))
	require.NoError(t, err)
	s, _ := slips.Of("a")
	steps := s.Explain().Steps
	require.Len(t, steps, 2)
	assert.Equal(t, facts.Text{ZH: "plain", EN: "plain"}, steps[0].Args[0].Name, "an item without a name has its id")
	assert.False(t, steps[0].Sample)
	assert.Equal(t, facts.Text{ZH: "底薪", EN: "Base pay"}, steps[1].Args[0].Name)
	assert.Equal(t, "handbook 3.1", steps[1].Source)
	assert.True(t, steps[1].Sample)
}

func TestWords(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		word facts.Word
		want []string
	}{
		{payout.Earned, []string{string(payout.Earned), string(payout.NotEarned), string(payout.Deducted)}},
		{payout.Calendar, []string{
			string(payout.Calendar), string(payout.PaidDays), string(payout.Rostered), string(payout.Attended), string(payout.Fixed30),
		}},
		{payout.NegativeZero, []string{string(payout.NegativeZero), string(payout.NegativeCharge)}},
		{payout.ByTable, []string{string(payout.ByTable), string(payout.ByErrorRate), string(payout.ByRatio)}},
		{payout.Keep, []string{string(payout.Keep), string(payout.Forfeit)}},
		{payout.AllWin, []string{string(payout.AllWin), string(payout.SplitAward), string(payout.NoneWins)}},
	} {
		assert.Equal(t, c.want, c.word.Words())
	}
}

// TestExplainTiedAwards tells a tie where it decides the amount.
func TestExplainTiedAwards(t *testing.T) {
	t.Parallel()
	cases := []struct {
		ties           payout.AwardTies
		code, outside  string // of the tied second, and of the tied past the awards
		place, tied    string
		amount, nobody string
	}{
		{payout.AllWin, "rank_award", "rank_award.none", "2", "2", "300.00", "0.00"},
		{payout.SplitAward, "rank_award.split", "rank_award.none", "2", "2", "150.00", "0.00"},
		{payout.NoneWins, "rank_award.tied", "rank_award.none", "2", "2", "0.00", "0.00"},
	}
	for _, c := range cases {
		t.Run(string(c.ties), func(t *testing.T) {
			t.Parallel()
			sold := func(id, sales string) facts.Agent {
				return facts.Agent{ID: id, Values: map[string]decimal.Decimal{"sales": d(sales)}}
			}
			award := payout.RankAward{Ranking: "by_sales", Amounts: ds("500", "300"), Ties: c.ties}
			slips, err := payout.Make(plan(award), terms(), month("2026-01",
				sold("a", "9"), sold("b", "8"), sold("c", "8"), sold("d", "7"), sold("e", "7")))
			require.NoError(t, err)
			step := func(agent string) explain.Step {
				slip, ok := slips.Of(agent)
				require.True(t, ok)
				return slip.Explain().Steps[0]
			}
			assert.Equal(t, "rank_award", string(step("a").Code), "nobody is tied with the first")
			assert.Equal(t, c.code, string(step("b").Code))
			assert.Equal(t, c.place, said(step("c"), "place"))
			assert.Equal(t, c.tied, said(step("c"), "tied"))
			assert.Equal(t, c.outside, string(step("d").Code), "a tie past the awards decides nothing")
			for agent, want := range map[string]string{"b": c.amount, "e": c.nobody} {
				slip, _ := slips.Of(agent)
				assert.Equal(t, want, slip.Total().StringFixed(2), agent)
			}
		})
	}
}
