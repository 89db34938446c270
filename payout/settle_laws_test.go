package payout_test

import (
	"fmt"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/cspay/cspay/payout"
	"github.com/cspay/cspay/scoring"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// holdsTogether is what is true of every slip: the lines add up to the total
// and so do the steps below it, those of an item to its lines; what could not
// be taken is given back by lines that say so.
func holdsTogether(t require.TestingT, s payout.Slip) {
	total, left := decimal.Zero, decimal.Zero
	byItem, steps := map[string]decimal.Decimal{}, map[string]decimal.Decimal{}
	for _, l := range s.Lines() {
		total = total.Add(l.Amount)
		byItem[l.Item] = byItem[l.Item].Add(l.Amount)
		if l.Reason.Leaves() {
			left = left.Add(l.Amount)
		}
	}
	require.Equal(t, total.StringFixed(2), s.Total().StringFixed(2))
	require.Equal(t, left.StringFixed(2), s.Uncollected().StringFixed(2))
	tree := s.Explain()
	value, _ := tree.Value.Decimal()
	require.Equal(t, total.StringFixed(2), value.StringFixed(2))
	sum := decimal.Zero
	for _, step := range tree.Steps {
		value, ok := step.Value.Decimal()
		require.True(t, ok)
		sum = sum.Add(value)
		item := payout.GuardItem
		if name := itemOf(step); name != "" {
			item = name
		}
		steps[item] = steps[item].Add(value)
	}
	require.Equal(t, total.StringFixed(2), sum.StringFixed(2))
	for item, amount := range byItem {
		require.Equal(t, amount.StringFixed(2), steps[item].StringFixed(2), item)
	}
}

// itemOf is the id of the item that a step names; the items here have no other
// name.
func itemOf(step explain.Step) string {
	for _, a := range step.Args {
		if a.Key == "item" {
			return a.Name.EN
		}
	}
	return ""
}

// wholeSettlement is a plan with something for every part of the settlement.
func wholeSettlement() []payout.Item {
	deducted := fined("123.45")
	deducted.Treatment = payout.Deducted
	kept := hundredADay("late", "0.3")
	kept.Treatment = payout.Deducted
	return []payout.Item{
		base(),
		{ID: "own", Pay: own()},
		{ID: "fund", Pay: payout.Remainder{Account: "fund"}},
		{ID: "exam", Pay: fined("10")},
		{ID: "pool", Pay: hundredADay("serious", "0.5")},
		{ID: "kept", Pay: kept},
		{ID: "charge", Pay: payout.ChargeBack{Event: "serious", Share: d("0.333333")}},
		{ID: "freight", Pay: freight("1")},
		{ID: "loss", Pay: deducted},
		{ID: "summary", Pay: fined("5")},
	}
}

func settlementTerms() scoring.Terms {
	t := redTerms(
		crossing("tmall", scoring.PayZero, "pool", "kept"),
		scoring.RedLine{ID: "twice", When: facts.When{{Metric: "breaches", Over: ptr("1")}}, Effect: scoring.PayZero, Items: []string{"own", "pool"}},
	)
	t.Metrics["agreed"] = facts.Metric{Unit: facts.Money, Missing: facts.MissingZero}
	t.Metrics["wage"] = facts.Metric{Unit: facts.Money, Missing: facts.MissingZero}
	t.Metrics["sales"] = facts.Metric{Unit: facts.Money, Better: facts.Higher, Missing: facts.MissingZero}
	return t
}

func drawBounds(t *rapid.T) payout.Bounds {
	bounds := lawful()
	bounds.Guard.Penalties = rapid.SampledFrom([]payout.Penalties{"", payout.OncePerEvent, payout.EachClause}).Draw(t, "penalties")
	if rapid.Bool().Draw(t, "trial period") {
		bounds.Guard.Probation = &payout.ProbationGuard{
			Agreed: "agreed", Below: rapid.SampledFrom([]payout.BelowFloor{payout.TopUp, payout.Review}).Draw(t, "below"),
		}
	}
	return bounds
}

func drawSettlement(t *rapid.T) facts.Month {
	m := month("2026-01")
	cents := func(most int64, name string) decimal.Decimal {
		return decimal.New(rapid.Int64Range(0, most).Draw(t, name), -2)
	}
	for i := range rapid.IntRange(1, 4).Draw(t, "agents") {
		m.Agents = append(m.Agents, facts.Agent{
			ID: fmt.Sprintf("A%d", i), Status: rapid.SampledFrom([]facts.Status{facts.Regular, facts.Probation}).Draw(t, "status"),
			Hired: m.Period.First() + facts.Date(rapid.IntRange(0, 20).Draw(t, "hired")),
			Values: map[string]decimal.Decimal{
				"wage": cents(600_000, "wage"), "sales": cents(5_000, "sales"), "agreed": cents(600_000, "agreed"),
				"hits": decimal.NewFromInt(rapid.Int64Range(0, 1).Draw(t, "hits")),
			},
		})
	}
	for i := range rapid.IntRange(0, 10).Draw(t, "events") {
		e := drawEvent(t, m, rapid.SampledFrom(m.Agents).Draw(t, "who"))
		e.ID = fmt.Sprintf("e%d", i)
		m.Events = append(m.Events, e)
	}
	return m
}

func drawEvent(t *rapid.T, m facts.Month, a facts.Agent) facts.Event {
	amount := decimal.New(rapid.Int64Range(0, 150_000).Draw(t, "amount"), -2)
	return facts.Event{
		Agent: a.ID, Amount: &amount,
		Kind:   rapid.SampledFrom([]string{"serious", "late", "freight", "breach"}).Draw(t, "kind"),
		Date:   facts.Date(rapid.Int64Range(int64(a.Hired), int64(m.Period.Last())).Draw(t, "date")),
		Status: rapid.SampledFrom([]facts.EventStatus{facts.Upheld, facts.Upheld, facts.Reported, facts.Overturned}).Draw(t, "event status"),
	}
}

func settleAll(t *rapid.T, bounds payout.Bounds, m facts.Month) map[string]payout.Slip {
	slips, err := payout.MakeWithin(payout.Plan{Items: wholeSettlement()}, bounds, settlementTerms(), m)
	require.NoError(t, err)
	out := map[string]payout.Slip{}
	for s := range slips.All() {
		out[s.Agent()] = s
	}
	return out
}

// sums are a slip's gross, what was to be deducted and what was taken of it.
func sums(s payout.Slip) (gross, stated, taken decimal.Decimal) {
	for _, l := range s.Lines() {
		switch {
		case l.Treatment != payout.Deducted:
			gross = gross.Add(l.Amount)
		case l.Amount.Sign() < 0:
			stated = stated.Sub(l.Amount)
			taken = taken.Sub(l.Amount)
		default:
			taken = taken.Sub(l.Amount)
		}
	}
	return gross, stated, taken
}

func TestSettlementLaws(t *testing.T) {
	t.Parallel()
	t.Run("lines, total and explanation hold together", func(t *testing.T) {
		t.Parallel()
		rapid.Check(t, func(t *rapid.T) {
			for _, s := range settleAll(t, drawBounds(t), drawSettlement(t)) {
				holdsTogether(t, s)
			}
		})
	})
	t.Run("the law holds, and what it holds back is uncollected", func(t *testing.T) {
		t.Parallel()
		rapid.Check(t, func(t *rapid.T) {
			for _, s := range settleAll(t, drawBounds(t), drawSettlement(t)) {
				gross, stated, taken := sums(s)
				minimum := d("2490")
				require.False(t, taken.Mul(d("5")).GreaterThan(gross), "more than 20%% of %s: %s", gross, taken)
				require.False(t, s.Total().LessThan(decimal.Min(gross, minimum)))
				left := decimal.Zero
				for _, l := range s.Lines() {
					if l.Reason.Leaves() && l.Treatment == payout.Deducted {
						left = left.Add(l.Amount)
					}
				}
				require.Equal(t, stated.StringFixed(2), taken.Add(left).StringFixed(2))
			}
		})
	})
	t.Run("without a law nobody owes for a month's pay", func(t *testing.T) {
		t.Parallel()
		rapid.Check(t, func(t *rapid.T) {
			for _, s := range settleAll(t, payout.Bounds{}, drawSettlement(t)) {
				holdsTogether(t, s)
				require.False(t, s.Total().IsNegative())
			}
		})
	})
	t.Run("one more fault never pays more", func(t *testing.T) {
		t.Parallel()
		rapid.Check(t, func(t *rapid.T) {
			bounds, m := drawBounds(t), drawSettlement(t)
			before := settleAll(t, bounds, m)
			a := m.Agents[0]
			more := drawEvent(t, m, a)
			more.ID, more.Status = "more", facts.Upheld
			m.Events = append(m.Events, more)
			after := settleAll(t, bounds, m)
			require.False(t, after[a.ID].Total().GreaterThan(before[a.ID].Total()))
		})
	})
	t.Run("the order of agents and events changes nothing", func(t *testing.T) {
		t.Parallel()
		rapid.Check(t, func(t *rapid.T) {
			bounds, m := drawBounds(t), drawSettlement(t)
			want := settleAll(t, bounds, m)
			m.Agents = rapid.Permutation(m.Agents).Draw(t, "agents' order")
			m.Events = rapid.Permutation(m.Events).Draw(t, "events' order")
			got := settleAll(t, bounds, m)
			for id, s := range want {
				require.Equal(t, told(s), told(got[id]))
			}
		})
	})
}
