package kpi8515

import (
	"math/big"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/cspay/cspay/examples/internal/shop"
	"github.com/cspay/cspay/examples/internal/twin"
)

// The cases that the sample month has to contain, with the numbers that the
// specification gives for them. They were worked out on paper, not read off.

func TestTheMonthHasItsGoldenLines(t *testing.T) {
	byAgent := sw().Slips(t)
	for name, c := range map[string]struct{ agent, item, want string }{
		"SW5 the first of three champions takes the odd cent": {"B03", "champion", "333.34"},
		"SW5 the second of three champions":                   {"B08", "champion", "333.33"},
		"SW5 the third of three champions":                    {"B15", "champion", "333.33"},
		"SW5 fourth in sales":                                 {"B19", "champion", "0.00"},
		"SW5 after-sales sell nothing":                        {"B28", "champion", "0.00"},
		"SW11 the star":                                       {"B28", "star", "500.00"},
		"SW11 the same ability block, a lower score":          {"B38", "star", "0.00"},
		"SW11 pre-sales are not ranked":                       {"B08", "star", "0.00"},
		"the bonus at 95 and above":                           {"B19", "bonus", "1800.00"},
		"the bonus at exactly 85.00":                          {"B10", "bonus", "1500.00"},
		"the bonus at 84.99":                                  {"B11", "bonus", "1200.00"},
		"the bonus below 75":                                  {"B36", "bonus", "750.00"},
		"the bonus below 60":                                  {"B16", "bonus", "0.00"},
		"the bonus without a score":                           {"B37", "bonus", "0.00"},
		"the whole wage on paid leave":                        {"B37", "base", "4100.00"},
		"27 of 31 days on 4,200.00":                           {"B20", "base", "3658.06"},
		"joined on the 13th: 19 of 31 days on 3,720.00":       {"B22", "base", "2280.00"},
		"joined on the 16th: 16 of 31 days on 3,100.00":       {"B40", "base", "1600.00"},
		"left on the 20th: 20 of 31 days on 3,800.00":         {"B39", "base", "2451.61"},
	} {
		t.Run(name, func(t *testing.T) {
			assert.Equal(t, c.want, shop.Amount(byAgent[c.agent], c.item, ""))
		})
	}
}

func TestTiesAndPlacesOfTheMonth(t *testing.T) {
	byAgent := sw().Slips(t)
	place := func(agent, ranking string) string { return shop.Place(byAgent[agent].Places[ranking]) }
	for name, c := range map[string]struct{ agent, ranking, want string }{
		"SW5 three share the first place in sales":    {"B03", "by_sales", "1"},
		"SW5 so the next is fourth, on probation":     {"B19", "by_sales", "4"},
		"SW5 sales are known without a target":        {"B22", "by_sales", "22"},
		"SW1 on probation, no place by score":         {"B19", "by_score", "none"},
		"SW1 regular since the 15th":                  {"B21", "by_score", "8"},
		"SW1 best of the pre-sales":                   {"B08", "by_score", "1"},
		"SW7 best of the after-sales":                 {"B28", "by_score", "1"},
		"SW7 no place on leave":                       {"B37", "by_score", "none"},
		"SW11 no place on leave":                      {"B37", "star", "none"},
		"SW11 the star":                               {"B28", "star", "1"},
		"SW11 second by the lower score":              {"B38", "star", "2"},
		"SW11 ranked on probation":                    {"B40", "star", "6"},
		"SW11 the same block and the same score":      {"B29", "star", "9"},
		"SW11 the same block and the same score, too": {"B31", "star", "9"},
		"SW11 the place after a tie stays empty":      {"B30", "star", "11"},
	} {
		t.Run(name, func(t *testing.T) {
			assert.Equal(t, c.want, place(c.agent, c.ranking))
		})
	}
	assert.Nil(t, byAgent["B37"].Score, "worked no day")
	assert.Equal(t, *byAgent["B29"].Score, *byAgent["B31"].Score)
	assert.Equal(t, "85.00", *byAgent["B10"].Score)
	assert.Equal(t, "84.99", *byAgent["B11"].Score)
}

func TestSW4_TheMonthHasItsVotesOnTeamwork(t *testing.T) {
	byAgent := map[string][]string{}
	for _, b := range sw().Month(t).Ballots {
		if b.Topic == "teamwork" {
			byAgent[b.Agent] = append(byAgent[b.Agent], b.Score.RatString())
		}
	}
	assert.Equal(t, []string{"5", "4", "4", "3"}, byAgent["B01"], "without her own vote as the lead")
	assert.Equal(t, []string{"5", "4", "4"}, byAgent["B30"])
	assert.Equal(t, []string{"5", "4", "4"}, byAgent["B40"], "two never worked with the newcomer")
	assert.Len(t, byAgent["B07"], 4, "one was absent")
	assert.Empty(t, byAgent["B37"], "on leave all month")
	assert.Len(t, byAgent, 39)
}

func TestSW6_SW8_SW9_TheMonthHasItsEventsAroundTheLimits(t *testing.T) {
	m := sw().Month(t)
	for name, c := range map[string]struct {
		agent                          string
		reviews, attributed, complains int
	}{
		"exactly three at fault, by 4-0, 3-1 and 2-1": {"B24", 3, 3, 1},
		"four reported, one of them 2-2":              {"B30", 4, 3, 1},
		"four at fault":                               {"B27", 4, 4, 4},
		"five at fault":                               {"B26", 5, 5, 3},
		"five reported, one withdrawn, one excluded":  {"B33", 3, 3, 0},
		"nobody's fault":                              {"B25", 1, 0, 2},
		"decided without the lead it is about":        {"B32", 1, 1, 0},
		"one overturned, one not yet heard":           {"B35", 1, 0, 0},
		"five complaints":                             {"B36", 2, 1, 5},
		"nothing at fault":                            {"B23", 1, 0, 0},
	} {
		t.Run(name, func(t *testing.T) {
			reviews, attributed, complaints := counted(m, c.agent)
			assert.Equal(t, c.reviews, reviews)
			assert.Equal(t, c.attributed, attributed)
			assert.Equal(t, c.complains, complaints)
		})
	}
}

// counted returns what the files say of an agent's events that are upheld and
// not excluded: bad reviews, those with more votes for than against, complaints.
func counted(m twin.Month, agent string) (reviews, attributed, complaints int) {
	excluded := map[string]bool{}
	for _, e := range m.Exclusions {
		excluded[e.Event] = true
	}
	for _, e := range m.Events {
		switch {
		case e.Agent != agent || e.Status != "" || excluded[e.ID]:
		case e.Kind == "complaint":
			complaints++
		default:
			reviews++
			majority := new(big.Rat)
			for _, b := range m.Ballots {
				if b.Event == e.ID {
					majority.Add(majority, b.Score).Sub(majority, big.NewRat(1, 2))
				}
			}
			if majority.Sign() > 0 {
				attributed++
			}
		}
	}
	return reviews, attributed, complaints
}

func TestSW2_TheMonthHasItsRatesAtTheSteps(t *testing.T) {
	agents := shop.Agents(sw().Month(t))
	for name, c := range map[string]struct{ agent, part, whole, want string }{
		"replies at exactly 99.5%":         {"B05", "replied", "conversations", "199/200"},
		"replies at exactly 98%":           {"B06", "replied", "conversations", "49/50"},
		"replies at one less than 98%":     {"B13", "replied", "conversations", "1053/1075"},
		"replies at exactly 95%":           {"B14", "replied", "conversations", "19/20"},
		"conversion at exactly the target": {"B07", "buyers", "enquiries", "2/5"},
	} {
		t.Run(name, func(t *testing.T) {
			rate := new(big.Rat).Quo(shop.Figure(agents[c.agent], c.part), shop.Figure(agents[c.agent], c.whole))
			assert.Equal(t, c.want, rate.RatString())
		})
	}
	assert.Zero(t, shop.Figure(agents["B09"], "enquiries").Sign())
	assert.NotNil(t, agents["B09"].Days[0].Values["enquiries"], "none is not the same as not known")
	for _, d := range agents["B17"].Days {
		assert.Nil(t, d.Values["enquiries"])
	}
	assert.Nil(t, agents["B17"].Values["product_exam"])
	assert.Nil(t, agents["B22"].Values["sales_target"])
	assert.Empty(t, agents["B37"].Days)
}
