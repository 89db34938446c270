package twin

import (
	"math/big"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func seller(t *testing.T, id, sales, returns string) Agent {
	t.Helper()
	a := plain(t, id, "pre_sales", "2026-06-01")
	a.Days[0].Values["sales"], a.Days[0].Values["returns"] = num(t, sales), num(t, returns)
	return a
}

func TestZW1_CommissionGoesThroughTheSlabsAndIsRoundedOnce(t *testing.T) {
	for name, c := range map[string]struct{ sales, returns, want string }{
		"60,000 less 2,000":                       {"60000.00", "2000.00", "620.00"},
		"exactly the first slab":                  {"52146.00", "2146.00", "500.00"},
		"a cent above the first slab":             {"50000.01", "0", "500.00"},
		"34 cents above it make half a cent":      {"50000.34", "0", "500.01"},
		"33 cents above it do not":                {"50000.33", "0", "500.00"},
		"a cent below it":                         {"49999.99", "0", "500.00"},
		"half a cent rounds up":                   {"0.50", "0", "0.01"},
		"49 fen earn nothing":                     {"0.49", "0", "0.00"},
		"nothing sold":                            {"0", "0", "0.00"},
		"returns as high as sales":                {"100.00", "100.00", "0.00"},
		"more returned than sold is not negative": {"100.00", "200.00", "0.00"},
	} {
		t.Run(name, func(t *testing.T) {
			s := run(t, Month{Period: "2026-06", Agents: []Agent{seller(t, "A", c.sales, c.returns)}})["A"]
			assert.Equal(t, "commission", s.lines[1].Item)
			assert.Equal(t, c.want, s.lines[1].Amount)
		})
	}
}

func TestTheBonusFollowsTheExactScore(t *testing.T) {
	for score, want := range map[string]string{
		"100": "1200.00", "90": "1200.00", "89.99": "1000.00", "80": "1000.00", "79.99": "800.00",
		"70": "800.00", "69.99": "500.00", "60": "500.00", "59.99": "0.00", "-3": "0.00",
	} {
		s := &sheet{score: num(t, score)}
		assert.Equal(t, want, fixed(s.bonus()), score)
	}
}

func TestEveryFirstInSalesGetsTheAward(t *testing.T) {
	probation, other := seller(t, "P", "900.00", "0"), seller(t, "O", "0", "0")
	probation.Status = "probation"
	other.Role = "after_sales"
	agents := []Agent{
		seller(t, "A", "800.00", "500.00"), seller(t, "B", "700.00", "0"), seller(t, "C", "800.00", "0"),
		seller(t, "D", "600.00", "0"), seller(t, "E", "700.00", "0"), probation, other,
	}
	r, err := Close(Month{Period: "2026-06", Agents: agents})
	require.NoError(t, err)
	want := map[string]struct {
		place any
		award string
	}{
		"A": {1, "500.00"}, "C": {1, "500.00"}, "B": {3, "0.00"}, "E": {3, "0.00"}, "D": {5, "0.00"},
		"P": {nil, "0.00"}, "O": {nil, "0.00"},
	}
	for _, slip := range r.Slips {
		last := slip.Lines[len(slip.Lines)-1]
		assert.Equal(t, "champion", last.Item)
		assert.Equal(t, want[slip.Agent].award, last.Amount, slip.Agent)
		if want[slip.Agent].place == nil {
			assert.Nil(t, slip.Places["by_sales"], slip.Agent)
			continue
		}
		assert.Equal(t, want[slip.Agent].place, *slip.Places["by_sales"], slip.Agent)
	}
}

func TestBasePayFollowsDaysPaidAndTheLastMembership(t *testing.T) {
	a := plain(t, "A", "after_sales", "2026-06-20")
	a.Hired = "2026-06-16"
	a.Status = "probation"
	a.Memberships = []Membership{{From: "2026-06-20", Status: "regular"}, {From: "2026-07-01", Role: "pre_sales"}}
	a.Values["base_wage"] = num(t, "2600.01")
	s := run(t, Month{Period: "2026-06", Agents: []Agent{a}})["A"]
	assert.Equal(t, "1300.01", s.lines[0].Amount) // 1,300.005
	assert.Equal(t, "after_sales", s.role)
	assert.Equal(t, "regular", s.status)
	assert.Equal(t, 1, s.scorePlace)
}

func TestSplitsAddUp(t *testing.T) {
	for name, c := range map[string]struct {
		total   string
		weights []int
		want    []string
	}{
		"three equal parts of a cent":    {"0.01", []int{1, 1, 1}, []string{"0.01", "0.00", "0.00"}},
		"the largest remainder is first": {"1.00", []int{1, 5}, []string{"0.17", "0.83"}},
		"nothing to split":               {"0.00", []int{1, 2}, []string{"0.00", "0.00"}},
	} {
		t.Run(name, func(t *testing.T) {
			var weights []*big.Rat
			for _, w := range c.weights {
				weights = append(weights, whole(w))
			}
			assert.Equal(t, c.want, fixedAll(split(num(t, c.total), weights)))
		})
	}
}

func TestWhatCannotBeComputedIsAnError(t *testing.T) {
	noExam, noWage, noCells := plain(t, "A", "pre_sales", "2026-06-01"), plain(t, "A", "pre_sales", "2026-06-01"), plain(t, "A", "pre_sales", "2026-06-01")
	delete(noExam.Values, "exam")
	delete(noWage.Values, "base_wage")
	delete(noCells.Days[0].Values, "replied")
	gone := plain(t, "A", "pre_sales", "2026-06-01")
	gone.Left = "2026-05-31"
	a := plain(t, "A", "pre_sales", "2026-06-01")
	for name, m := range map[string]Month{
		"no exam":                {Period: "2026-06", Agents: []Agent{noExam}},
		"no wage":                {Period: "2026-06", Agents: []Agent{noWage}},
		"a metric without cells": {Period: "2026-06", Agents: []Agent{noCells}},
		"left before the month":  {Period: "2026-06", Agents: []Agent{gone}},
		"an agent twice":         {Period: "2026-06", Agents: []Agent{a, a}},
		"no such month":          {Period: "2026-13"},
		"an unknown agent":       {Period: "2026-06", Agents: []Agent{a}, Events: repeated("attitude", "X", "2026-06-01", 1)},
		"an event in July":       {Period: "2026-06", Agents: []Agent{a}, Events: repeated("attitude", "A", "2026-07-01", 1)},
		"more excluded than is": {Period: "2026-06", Agents: []Agent{a}, Exclusions: []Exclusion{
			{Agent: "A", Subtract: map[string]*big.Rat{"slow": whole(2)}},
		}},
		"more excluded than the day has": {Period: "2026-06", Agents: []Agent{a}, Exclusions: []Exclusion{
			{Agent: "A", Date: "2026-06-01", Subtract: map[string]*big.Rat{"slow": whole(2)}},
		}},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Close(m)
			assert.Error(t, err)
		})
	}
}
