package dailypool

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/cspay/cspay/examples/internal/shop"
)

// The cases that the sample month has to contain, with the numbers that the
// specification gives for them. They were worked out on paper, not read off.

func TestTheMonthHasItsGoldenLines(t *testing.T) {
	byAgent := zw().Slips(t)
	for name, c := range map[string]struct{ agent, item, date, want string }{
		"ZW1 60,000 less 2,000 returned":              {"A02", "commission", "", "620.00"},
		"ZW1 exactly the first slab":                  {"A06", "commission", "", "500.00"},
		"ZW1 more returned than sold":                 {"A08", "commission", "", "0.00"},
		"ZW2 the whole pool without a fault":          {"A11", "pool", "", "5000.00"},
		"ZW2 half of 166.67 is lost as 83.33":         {"A14", "pool", "2026-06-08", "-83.33"},
		"ZW2 120% of a day take that slice only":      {"A14", "pool", "2026-06-29", "-166.66"},
		"ZW2 70% and 60% take that slice only":        {"A16", "pool", "2026-06-22", "-166.66"},
		"ZW2 an absence forfeits a slice":             {"A18", "pool", "2026-06-09", "-166.67"},
		"ZW2 unpaid leave forfeits a slice":           {"A23", "pool", "2026-06-25", "-166.66"},
		"ZW2 joined on the 16th: 5 slices and 10":     {"A24", "pool", "", "2499.95"},
		"ZW2 left on the 12th: 12 slices":             {"A22", "pool", "", "2000.04"},
		"ZW2 a month of paid leave keeps the pool":    {"A25", "pool", "", "5000.00"},
		"ZW3 three serious and two minor":             {"A12", "fund", "", "60.00"},
		"ZW3 twelve serious":                          {"A14", "fund", "", "0.00"},
		"ZW4 an error in the month of hiring":         {"A24", "fund", "", "100.00"},
		"ZW4 an error in the month after":             {"A21", "fund", "", "95.00"},
		"ZW5 the silent witness pays double":          {"A19", "fund", "", "80.00"},
		"ZW5 the offender is relieved":                {"A20", "fund", "", "100.00"},
		"ZW5 a newcomer's silence relieves nobody":    {"A23", "fund", "", "90.00"},
		"two unpaid days of 30 on 3,800.00":           {"A10", "base", "", "3546.67"},
		"23 of 30 days on 3,500.00":                   {"A09", "base", "", "2683.33"},
		"the bonus at exactly 90.00":                  {"A03", "bonus", "", "1200.00"},
		"the bonus at 89.99":                          {"A06", "bonus", "", "1000.00"},
		"the bonus below 60":                          {"A10", "bonus", "", "0.00"},
		"tied for first in sales":                     {"A01", "champion", "", "500.00"},
		"tied for first in sales as well":             {"A07", "champion", "", "500.00"},
		"sold most, but on probation and not ranked":  {"A05", "champion", "", "0.00"},
		"after-sales sell nothing and are not ranked": {"A11", "champion", "", "0.00"},
	} {
		t.Run(name, func(t *testing.T) {
			assert.Equal(t, c.want, shop.Amount(byAgent[c.agent], c.item, c.date))
		})
	}
}

func TestFaultsThatDoNotCountTakeNothing(t *testing.T) {
	byAgent := zw().Slips(t)
	for name, c := range map[string]struct{ agent, date string }{
		"reported only":            {"A12", "2026-06-30"},
		"overturned":               {"A20", "2026-06-28"},
		"excluded with a reason":   {"A23", "2026-06-17"},
		"paid leave":               {"A23", "2026-06-05"},
		"a pre-sales agent":        {"A10", "2026-06-23"},
		"a day of the week's rest": {"A12", "2026-06-05"},
	} {
		t.Run(name, func(t *testing.T) {
			assert.Empty(t, shop.Amount(byAgent[c.agent], "pool", c.date))
		})
	}
}

func TestTiesAndPlacesOfTheMonth(t *testing.T) {
	byAgent := zw().Slips(t)
	assert.Equal(t, *byAgent["A13"].Score, *byAgent["A15"].Score)
	assert.Equal(t, *byAgent["A13"].Place, *byAgent["A15"].Place)
	for _, s := range byAgent {
		if s.Place != nil {
			assert.NotEqual(t, *byAgent["A13"].Place+1, *s.Place, "the place after a tie of two stays empty")
		}
	}
	assert.Equal(t, 1, *byAgent["A01"].Places["by_sales"])
	assert.Equal(t, 1, *byAgent["A07"].Places["by_sales"])
	assert.Equal(t, 3, *byAgent["A03"].Places["by_sales"])
	assert.Nil(t, byAgent["A05"].Places["by_sales"])
	assert.Nil(t, byAgent["A24"].Place, "on probation")
	assert.NotNil(t, byAgent["A26"].Place, "regular since the 15th")
	assert.Nil(t, byAgent["A25"].Score, "worked no day")
	assert.Nil(t, byAgent["A25"].Place)
}

func TestZW10_EightOfTwoHundredBecomeThreeOf195(t *testing.T) {
	m := zw().Month(t)
	slow, conversations := 0, 0
	for _, a := range m.Agents {
		if a.ID != "A24" {
			continue
		}
		for _, d := range a.Days {
			if d.Values["slow"] != nil {
				slow += int(d.Values["slow"].Num().Int64())
				conversations += int(d.Values["conversations"].Num().Int64())
			}
		}
	}
	assert.Equal(t, 8, slow)
	assert.Equal(t, 200, conversations)
	for _, e := range m.Exclusions {
		if e.Agent == "A24" {
			assert.Equal(t, "5", e.Subtract["slow"].RatString())
			assert.Equal(t, "5", e.Subtract["conversations"].RatString())
		}
	}
}
