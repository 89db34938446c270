package ladder

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/examples/internal/shop"
	"github.com/cspay/cspay/payout"
	"github.com/cspay/cspay/policy"
)

// The cases that the sample month has to contain, with the numbers that the
// specification gives for them. They were worked out on paper, not read off.

func TestTheMonthHasItsGoldenLines(t *testing.T) {
	byAgent := tm().Slips(t)
	for name, c := range map[string]struct{ agent, item, want string }{
		"TM9 89.9 and first, in after-sales":              {"T21", "exam_award", "100.00"},
		"TM9 89.9 by other marks, tied first":             {"T04", "exam_award", "100.00"},
		"TM9 third with 88.65":                            {"T01", "exam_award", "50.00"},
		"TM9 exactly 80":                                  {"T22", "exam_award", "50.00"},
		"TM9 79.9":                                        {"T23", "exam_award", "0.00"},
		"TM9 did not sit":                                 {"T24", "exam_award", "0.00"},
		"TM10 100 at 90%":                                 {"T01", "typing_award", "100.00"},
		"TM10 99 at 90%":                                  {"T02", "typing_award", "50.00"},
		"TM10 100 at 89.9%":                               {"T03", "typing_award", "0.00"},
		"TM10 59 on probation, for the first month":       {"T14", "typing_penalty", "0.00"},
		"TM11 the first with 1.95":                        {"T05", "items_award", "300.00"},
		"TM11 exactly 1.90 at place 5":                    {"T08", "items_award", "200.00"},
		"TM11 1.89":                                       {"T09", "items_award", "0.00"},
		"TM11 1.89 is above the shop's mean":              {"T09", "items_penalty", "0.00"},
		"TM11 one cent short of 60% of the target":        {"T16", "items_award", "0.00"},
		"TM11 exactly 60% of the target":                  {"T17", "items_award", "200.00"},
		"TM11 below the shop's mean":                      {"T20", "items_penalty", "-10.00"},
		"TM11 after-sales sell nothing":                   {"T21", "items_award", ""},
		"TM12 marks of exactly 80":                        {"T05", "summary_award", "100.00"},
		"TM12 a mean of 79.67":                            {"T06", "summary_award", "0.00"},
		"TM12 no summary":                                 {"T07", "summary_penalty", "-5.00"},
		"TM12 not one's own":                              {"T08", "summary_award", "0.00"},
		"TM12 not one's own was handed in all the same":   {"T08", "summary_penalty", "0.00"},
		"TM12 the talk not passed":                        {"T09", "summary_award", "0.00"},
		"TM12 two of three marks are enough":              {"T10", "summary_award", "100.00"},
		"TM12 on leave all month":                         {"T27", "summary_penalty", "0.00"},
		"TM13 120%":                                       {"T01", "overachievement", "200.00"},
		"TM13 119.99%":                                    {"T02", "overachievement", "100.00"},
		"TM13 the target itself":                          {"T03", "overachievement", "0.00"},
		"TM13 150%":                                       {"T05", "overachievement", "500.00"},
		"TM2 a faked order, before it is taken":           {"T18", "overachievement", "100.00"},
		"TM2 the score of 0 pays nothing":                 {"T25", "performance", "0.00"},
		"the whole wage on paid leave":                    {"T27", "base", "4200.00"},
		"12 of 30 days on 3,800.00":                       {"T28", "base", "1520.00"},
		"27 of 30 days on 4,100.00":                       {"T10", "base", "3690.00"},
		"left on the 20th: 20 of 30 days on 3,900.00":     {"T13", "base", "2600.00"},
		"joined on the 15th: 16 of 30 days on 3,600.00":   {"T14", "base", "1920.00"},
		"commission: 1,000.00 and 307,000.00 x 0.8%":      {"T05", "commission", "3456.00"},
		"TM1 the earlier of two promises, by its own day": {"T04", "freight", ""},
	} {
		t.Run(name, func(t *testing.T) {
			assert.Equal(t, c.want, shop.Amount(byAgent[c.agent], c.item, ""))
		})
	}
	assert.Equal(t, "-12.00", shop.Amount(byAgent["T04"], "freight", "2026-06-04"))
	assert.Equal(t, "-8.50", shop.Amount(byAgent["T04"], "freight", "2026-06-21"))
	assert.Equal(t, "0.00", shop.Amount(byAgent["T09"], "freight", ""), "reported, not upheld")
}

func TestWhatCouldNotBeTaken(t *testing.T) {
	byAgent := tm().Slips(t)
	for name, c := range map[string]struct{ agent, uncollected, total string }{
		// 4,200.00 + 300.00 + 1,786.80 + 50 + 50 + 100 = 6,486.80, of which a fifth is 1,297.36.
		"TM1 a fifth of the wage":                      {"T26", "202.64", "5189.44"},
		"TM1 the minimum wage":                         {"T28", "227.00", "2490.00"},
		"TM12 no award that the -5 could be taken off": {"T25", "5.00", "4150.00"},
		"nothing is left over":                         {"T04", "", "9364.25"},
	} {
		t.Run(name, func(t *testing.T) {
			assert.Equal(t, c.uncollected, byAgent[c.agent].Uncollected)
			assert.Equal(t, c.total, byAgent[c.agent].Total)
		})
	}
}

func TestTM2_TheMonthHasItsRedLines(t *testing.T) {
	byAgent := tm().Slips(t)
	for agent, line := range map[string]string{"T25": "tmall_rule", "T18": "fake_order", "T22": "data_leak"} {
		assert.Equal(t, []string{line}, byAgent[agent].RedLines, agent)
		assert.True(t, byAgent[agent].Review, agent)
	}
	assert.Equal(t, "0.00", *byAgent["T25"].Score)
	assert.Equal(t, "85.67", *byAgent["T22"].Score, "a review changes no number")
	taken := map[string]string{}
	for _, l := range byAgent["T18"].Lines {
		if l.Reason == "veto" {
			taken[l.Item] = l.Amount
		}
	}
	// 1,000.00 + 128,900.00 x 0.8% and one step of 10%.
	assert.Equal(t, map[string]string{"commission": "-2031.20", "overachievement": "-100.00"}, taken)
}

func TestPlacesOfTheMonth(t *testing.T) {
	byAgent := tm().Slips(t)
	for name, c := range map[string]struct{ agent, ranking, want string }{
		"TM9 two share the first place":               {"T04", "by_exam", "1"},
		"TM9 so the next is third":                    {"T01", "by_exam", "3"},
		"TM9 on probation, and ranked":                {"T30", "by_exam", "22"},
		"TM9 did not sit":                             {"T24", "by_exam", "none"},
		"TM7 last in sales":                           {"T16", "by_sales", "19"},
		"TM7 on probation, no place in sales":         {"T14", "by_sales", "none"},
		"TM7 regular since the 16th":                  {"T20", "by_sales", "15"},
		"TM7 last in the appraisal of pre-sales":      {"T17", "by_score", "19"},
		"TM7 last in the appraisal of after-sales":    {"T25", "by_score", "8"},
		"TM11 first":                                  {"T05", "by_items", "1"},
		"TM11 second, whatever was sold":              {"T16", "by_items", "2"},
		"TM11 on probation, no place":                 {"T14", "by_items", "none"},
		"TM7 on leave all month, no place by score":   {"T27", "by_score", "none"},
		"TM7 best in the appraisal, with full points": {"T05", "by_score", "1"},
	} {
		t.Run(name, func(t *testing.T) {
			assert.Equal(t, c.want, shop.Place(byAgent[c.agent].Places[c.ranking]))
		})
	}
	assert.Nil(t, byAgent["T27"].Score, "worked no day")
}

// TestTM3 pays the sample month by the three structures of the shop's stages,
// which are parts of the one policy.
func TestTM3(t *testing.T) {
	for _, c := range []struct {
		stage string
		items []string
		want  string // T05: 4,600.00, 2,000.00, 3,456.00; T09: 4,300.00, 1,940.00, 2,015.82 and a project of 300.00
		other string
	}{
		{"TM3: start-up, base pay and commission", []string{"base", "commission"}, "8056.00", "6315.82"},
		{"TM3: growth, base pay and performance bonus", []string{"base", "performance"}, "6600.00", "6240.00"},
		{"TM3: mature, base pay, performance and project awards", []string{"base", "performance", "project"}, "6600.00", "6540.00"},
	} {
		t.Run(c.stage, func(t *testing.T) {
			doc := tm().Policy(t).Document()
			doc.RedLines = nil // one of them names items that a stage may not have
			doc.Pay.Items = slices.DeleteFunc(doc.Pay.Items, func(i payout.Item) bool { return !slices.Contains(c.items, i.ID) })
			p, err := policy.New(doc)
			require.NoError(t, err)
			r, err := p.Close(tm().Facts(t, p), policy.History{})
			require.NoError(t, err)
			for agent, want := range map[string]string{"T05": c.want, "T09": c.other} {
				slip, ok := r.Slip(agent)
				require.True(t, ok)
				assert.Equal(t, want, slip.Total().StringFixed(2), agent)
			}
		})
	}
}
