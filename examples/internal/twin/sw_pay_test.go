package twin

import (
	"math/big"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestSW5_TiedChampionsShareTheAwardsOfThePlacesTheyFill(t *testing.T) {
	one := []*big.Rat{whole(1000)}
	three := []*big.Rat{whole(1000), whole(500), whole(200)}
	for name, c := range map[string]struct {
		amounts []*big.Rat
		places  []int
		want    []string
	}{
		"one champion":                       {one, []int{2, 1, 3}, []string{"0.00", "1000.00", "0.00"}},
		"two champions":                      {one, []int{1, 3, 1}, []string{"500.00", "0.00", "500.00"}},
		"three: the first id gets the cent":  {one, []int{1, 4, 1, 1}, []string{"333.34", "0.00", "333.33", "333.33"}},
		"six: the first four get a cent":     {one, []int{1, 1, 1, 1, 1, 1}, []string{"166.67", "166.67", "166.67", "166.67", "166.66", "166.66"}},
		"second place is not paid":           {one, []int{1, 2, 2}, []string{"1000.00", "0.00", "0.00"}},
		"two first fill the second place":    {three, []int{1, 3, 1}, []string{"750.00", "200.00", "750.00"}},
		"three second, two of them are paid": {three, []int{2, 1, 2, 2}, []string{"233.34", "1000.00", "233.33", "233.33"}},
		"unplaced get nothing":               {one, []int{0, 1, 0}, []string{"0.00", "1000.00", "0.00"}},
		"nobody is placed":                   {one, []int{0, 0}, []string{"0.00", "0.00"}},
	} {
		t.Run(name, func(t *testing.T) {
			assert.Equal(t, c.want, fixedAll(splitAward(c.amounts, c.places)))
		})
	}
}

func TestSW5_SalesAreRankedAmongAllPreSalesWhoseSalesAreKnown(t *testing.T) {
	sells := func(id, status, sales string) Agent {
		a := best(t, id, "pre_sales")
		a.Status = status
		delete(a.Days[0].Values, "sales")
		if sales != "" {
			a.Days[0].Values["sales"] = num(t, sales)
		}
		return a
	}
	other := best(t, "F", "after_sales")
	other.Days[0].Values["sales"] = num(t, "9999.00")
	sheets := runSW(t, swMonth(
		t, sells("A", "", "700.00"), sells("B", "probation", "800.00"), sells("C", "", "800.00"),
		sells("D", "", ""), sells("E", "", "800.00"), other,
	))
	for id, want := range map[string]struct {
		place int
		award string
	}{
		"A": {4, "0.00"}, "B": {1, "333.34"}, "C": {1, "333.33"}, "D": {0, "0.00"}, "E": {1, "333.33"}, "F": {0, "0.00"},
	} {
		assert.Equal(t, want.place, sheets[id].salesPlace, id)
		assert.Equal(t, "champion", sheets[id].lines[2].Item)
		assert.Equal(t, want.award, sheets[id].lines[2].Amount, id)
	}
	assert.Zero(t, sheets["B"].scorePlace, "on probation")
}

func TestSW11_TheStarHasTheBestAbilityBlockAndThenTheBestScore(t *testing.T) {
	serves := func(id, answers string) Agent {
		a := best(t, id, "after_sales")
		a.Days[0].Values["answers"] = num(t, answers)
		return a
	}
	m := Month{Period: "2026-07", Agents: []Agent{
		serves("A", "100"), serves("B", "110"), serves("C", "120"), serves("D", "110"), best(t, "E", "pre_sales"),
	}}
	for id, marks := range map[string]string{"A": "55554", "B": "55545", "C": "55544", "D": "55455", "E": "55555"} {
		m.Ballots = append(m.Ballots, marked(t, id, marks)...)
	}
	sheets := runSW(t, m)
	// C scores most with 14.60 in the block; A, B and D have 14.80.
	for id, want := range map[string]struct {
		place int
		award string
	}{
		"A": {3, "0.00"}, "B": {1, "500.00"}, "C": {4, "0.00"}, "D": {1, "500.00"}, "E": {0, "0.00"},
	} {
		assert.Equal(t, want.place, sheets[id].starPlace, id)
		assert.Equal(t, "star", sheets[id].lines[3].Item)
		assert.Equal(t, want.award, sheets[id].lines[3].Amount, id)
	}
	assert.Equal(t, 1, sheets["C"].scorePlace)
}

func TestSW1_ScoresArePlacedWithinTheRole(t *testing.T) {
	slow := best(t, "A", "pre_sales")
	slow.Days[0].Values["response"] = num(t, "40")
	probation := best(t, "C", "pre_sales")
	probation.Status = "probation"
	sheets := runSW(t, swMonth(t, slow, best(t, "B", "pre_sales"), probation, best(t, "D", "after_sales"), best(t, "E", "after_sales")))
	for id, place := range map[string]int{"A": 2, "B": 1, "C": 0, "D": 1, "E": 1} {
		assert.Equal(t, place, sheets[id].scorePlace, id)
	}
}

func TestSWTheBonusFollowsTheExactScore(t *testing.T) {
	for score, want := range map[string]string{
		"100": "1800.00", "95": "1800.00", "94.99": "1500.00", "85": "1500.00", "84.99": "1200.00",
		"75": "1200.00", "74.99": "750.00", "60": "750.00", "59.99": "0.00", "0": "0.00",
	} {
		s := &swSheet{score: num(t, score)}
		assert.Equal(t, want, fixed(s.bonus()), score)
	}
}

func TestSWASlipHasItsLinesAndPlaces(t *testing.T) {
	r, err := CloseSW(swMonth(t, best(t, "B", "after_sales"), best(t, "A", "pre_sales")))
	require.NoError(t, err)
	require.Len(t, r.Slips, 2)
	slip := r.Slips[0]
	assert.Equal(t, "A", slip.Agent)
	assert.Equal(t, "100.00", *slip.Score)
	assert.Equal(t, 1, *slip.Place)
	assert.Equal(t, 1, *slip.Places["by_score"])
	assert.Equal(t, 1, *slip.Places["by_sales"])
	assert.Nil(t, slip.Places["star"])
	assert.Equal(t, 1, *r.Slips[1].Places["star"])
	assert.Equal(t, "5900.00", slip.Total) // 3,100 + 1,800 + 1,000
	assert.Equal(t, "5400.00", r.Slips[1].Total)
}
