package columns_test

import (
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// freights has the freight promised without need, and what is still open.
func freights() facts.Metrics {
	return facts.Metrics{
		"freight": {Unit: facts.Money, Better: facts.Lower, From: facts.From{Amounts: "freight_promise"}},
		"open":    {Unit: facts.Money, From: facts.From{Amounts: "freight_promise", Status: facts.Reported}},
		"praises": {Unit: facts.Count, From: facts.From{Event: "praise"}},
	}
}

func promise(id string, n int, amount *decimal.Decimal) facts.Event {
	return facts.Event{ID: id, Agent: "A01", Kind: "freight_promise", Date: day(n), Amount: amount, Order: "O-" + id}
}

func TestTM1AmountsAreAddedUp(t *testing.T) {
	with := func(status facts.EventStatus, e facts.Event) facts.Event { e.Status = status; return e }
	s := schema(t, freights())
	table := build(t, s, facts.Month{
		Period: january(), Agents: []facts.Agent{{ID: "A01"}, {ID: "A02"}},
		Events: []facts.Event{
			promise("E1", 1, dp("12.50")), promise("E2", 2, dp("8")), with(facts.Reported, promise("E3", 3, dp("30"))),
			with(facts.Withdrawn, promise("E4", 4, dp("100"))), with(facts.Overturned, promise("E5", 5, dp("100"))),
			promise("E6", 6, dp("7.77")), promise("E7", 7, dp("0")),
			{ID: "E8", Agent: "A01", Kind: "praise", Date: day(8), Amount: dp("50")},
		},
		Exclusions: []facts.Exclusion{{Event: "E6", Reason: "the platform's fault"}},
	})
	assert.Equal(t, "20.50", read(t, s, table, "A01", "freight"), "12.50 + 8.00, not the excluded 7.77")
	assert.Equal(t, "30.00", read(t, s, table, "A01", "open"))
	assert.Equal(t, "0.00", read(t, s, table, "A02", "freight"), "no event is no money, never missing")
	assert.Equal(t, "1", read(t, s, table, "A01", "praises"), "an amount changes no count")

	ref, _ := s.Lookup("freight")
	step := table.Explain(ref, 0)
	assert.Equal(t, explain.Code("metric.amounts"), step.Code)
	sum, told := int64(0), []explain.Code{}
	for _, child := range step.Steps {
		sum += child.Value.Unscaled
		told = append(told, child.Code)
	}
	assert.Equal(t, step.Value.Unscaled, sum, "what the events of the explanation add up to")
	assert.Equal(t, []explain.Code{
		"event.amount", "event.amount", "event.amount.none", "event.amount.none", "event.amount.none", "event.excluded", "event.amount",
	}, told)
	assert.Equal(t, "2026-01-01: freight_promise (event E1, order O-E1, upheld), 12.50 yuan", step.Steps[0].Sentence(explain.English))
	assert.Equal(t, "2026-01-03: freight_promise (event E3, order O-E3, reported), 30.00 yuan, not counted", step.Steps[2].Sentence(explain.English))
}

// TestEventsCarryTheirMoney: what pay items read of an event.
func TestEventsCarryTheirMoney(t *testing.T) {
	table := build(t, schema(t, freights()), facts.Month{
		Period: january(), Agents: []facts.Agent{{ID: "A01"}},
		Events: []facts.Event{promise("E1", 1, dp("12.5")), {ID: "E2", Agent: "A01", Kind: "praise", Date: day(2)}},
	})
	type money struct {
		amount int64
		given  bool
		order  string
	}
	of := func(e columns.Event) money { return money{e.Amount, e.HasAmount, e.Order} }
	require.Len(t, table.EventsOf(0), 2)
	assert.Equal(t, money{1250, true, "O-E1"}, of(table.EventsOf(0)[0]))
	assert.Equal(t, money{}, of(table.EventsOf(0)[1]))
}

func TestAmountsAreChecked(t *testing.T) {
	c := facts.NewFactsCheck()
	schema(t, freights()).Build(facts.Month{
		Period: january(), Agents: []facts.Agent{{ID: "A01"}},
		Events: []facts.Event{
			promise("E1", 1, nil), promise("E2", 2, dp("-0.01")), promise("E3", 3, dp("0.001")), promise("E4", 4, dp("0.00")),
			{ID: "E5", Agent: "A01", Kind: "praise", Date: day(5), Amount: dp("-1")},
			{ID: "E6", Agent: "A01", Kind: "praise", Date: day(6), Amount: dp("10000000000000000")},
			{ID: "E7", Agent: "A01", Kind: "praise", Date: day(6), Amount: dp("9999999999999999.99")},
			{ID: "E8", Agent: "A01", Kind: "unheard_of", Date: day(6), Amount: dp("0.005")},
		},
	}, c)
	assert.Equal(t, []string{
		"shape.required events[0].amount", "number.negative events[1].amount", "number.scale events[2].amount",
		"number.negative events[4].amount", "number.range events[5].amount",
		"W name.unknown events[7].kind", "number.scale events[7].amount",
	}, list(c.Problems()))
	assert.NotContains(t, c.Problems().Error(), "0.005", "row 96: no value of the facts in a message")
}

func TestAmountsBeyondAllMoney(t *testing.T) {
	c := facts.NewFactsCheck()
	schema(t, freights()).Build(facts.Month{
		Period: january(), Agents: []facts.Agent{{ID: "A01"}},
		Events: []facts.Event{promise("E1", 1, dp("9999999999999999.99")), promise("E2", 2, dp("0.01"))},
	}, c)
	assert.Equal(t, []string{"number.overflow agents[0].values.freight"}, list(c.Problems()))
}
