package quality

import (
	"os"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/examples/internal/shop"
	"github.com/cspay/cspay/policy"
	"github.com/cspay/cspay/policy/report"
	"github.com/cspay/cspay/scoring/explain"
)

// The cases that the sample month has to contain, with the numbers that the
// specification gives for them. They were worked out on paper, not read off.

func TestTheMonthHasItsGoldenLines(t *testing.T) {
	byAgent := lf().Slips(t)
	for name, c := range map[string]struct{ agent, item, want string }{
		"tied for first in quality, 500 and 300 shared": {"L01", "quality_award", "400.00"},
		"tied for first in quality as well":             {"L13", "quality_award", "400.00"},
		"LF7 third, though too busy for response speed": {"L03", "quality_award", "200.00"},
		"LF7 one visitor under half the load":           {"L14", "quality_award", "0.00"},
		"LF2 47 of 60 picks":                            {"L12", "quality_award", "0.00"},
		"11 of 31 days on 3,300.00":                     {"L16", "base", "1170.97"},
		"8 of 31 days on 3,000.00":                      {"L09", "base", "774.19"},
		"a month of leave has no performance pay":       {"L15", "performance", "0.00"},
		"69.66 of a hundred on 2,000.00, though marked": {"L07", "performance", "1393.20"},
	} {
		t.Run(name, func(t *testing.T) {
			assert.Equal(t, c.want, shop.Amount(byAgent[c.agent], c.item, ""))
		})
	}
}

func TestLF2_LF7_WhoIsRankedByQuality(t *testing.T) {
	byAgent := lf().Slips(t)
	for agent, want := range map[string]string{
		"L01": "1", "L13": "1", "L03": "3", "L11": "7", // LF2: 48 of 60, LF7: exactly half the load
		"L12": "none", "L14": "none", // LF2: 47 of 60, LF7: a visitor less
		"L09": "none", "L10": "none", "L15": "none",
	} {
		assert.Equal(t, want, shop.Place(byAgent[agent].Places["by_quality"]), agent)
	}
	assert.Equal(t, 1, *byAgent["L14"].Place, "and has the best score")
}

func TestLF3_ThreeFatalChatsAreLookedAtByAPerson(t *testing.T) {
	for agent, slip := range lf().Slips(t) {
		assert.Equal(t, agent == "L07", slip.Review, agent)
		for _, l := range slip.Lines {
			assert.Equal(t, agent == "L07" && l.Item != "base", l.Review, "%s of %s", l.Item, agent)
		}
	}
}

// TestWhatSlipsSayOfTheRows holds sentences with the numbers of the rows.
func TestWhatSlipsSayOfTheRows(t *testing.T) {
	r := lf().Close(t)
	for name, c := range map[string]struct {
		agent string
		says  []string
		never []string
	}{
		"LF1: attended and due, and where the days due come from": {"L17", []string{
			"Attendance 95%, at least 95%, 80% of the points: 4 of 5 points",
			"Days due 20 days, used: days rostered less approved leave",
		}, nil},
		"LF1: 18 of 20 days": {"L18", []string{"Attendance 90%, at least 90%, 50% of the points: 2.5 of 5 points"}, nil},
		"LF1: exactly on three targets": {"L01", []string{
			"Deal rate 30% against a target of 30%, counted as actual / target: 20 of 20 points",
			"Return rate 5% against a target of 5%, counted as 2 - actual / target: 10 of 10 points",
		}, nil},
		"LF2: the sources apart": {"L13", []string{
			"QA mark ≈99.685 points, the mean of quality inspection (chats: 64)", // 6,330 over 63.5
			"QA mark of random picks 100 points, the mean of quality inspection (chats: 63)",
		}, nil},
		"LF2: a sample of nine": {"L09", []string{"Quality inspection: not applicable, not counted in the score", "Sample size 9, counted in quality inspection (chats: 9)"}, nil},
		"LF2: a sample of ten":  {"L10", []string{"QA mark 99 points out of 100 points: 24.75 of 25 points"}, nil},
		"LF3: a fatal item alone": {"L06", []string{
			"Insult: fatal, all 100 points off", "1 fatal chats, more than 0: 0 of 5 points",
		}, nil},
		"LF4: two items of one chat": {"L02", []string{"2026-08-25: chat Q0721 (complaint group), 70 of 100 points"}, nil},
		"LF5: the third, and what was found twice": {"L04", []string{
			"Vague answer: 15 points off", "Early closing: 5 points off",
			"Vague answer: occurrence 3 this month, fatal from occurrence 3 on, all 100 points off",
		}, []string{"Early closing: occurrence 3 this month, fatal from occurrence 3 on, all 100 points off"}},
		"LF5: the third by a complaint, and the fourth": {"L05", []string{
			"2026-08-15: chat Q0435 (complaint group; 客户截图), 0 of 100 points",
			"Shirking: occurrence 3 this month, fatal from occurrence 3 on, all 100 points off",
			"Shirking: occurrence 4 this month, fatal from occurrence 3 on, all 100 points off",
		}, nil},
		"LF5: the second in a chat that was fatal anyway": {"L07", []string{
			"Impatience: occurrence 3 this month, fatal from occurrence 3 on, all 100 points off",
		}, nil},
		"LF5: three times a day": {"L08", []string{
			"2026-08-13: chat Q0390 (random pick; 同日第三次), 0 of 100 points",
		}, nil},
		"LF6: yes or no": {"L03", []string{"Transferred to the survey ≈84.8485%: 56 of 66 chats passed on to the survey"}, nil},
		"LF7: exactly half as many again": {"L01", []string{
			"Average response time ≈30.8012 s against a target of 25 s, counted as target / actual: 12.17 of 15 points",
		}, []string{"Response speed: not applicable, not counted in the score"}},
		"LF7: one visitor more": {"L03", []string{
			"Response speed: not applicable, not counted in the score", "Visitors a day ≈300.0435, the first of these over the second",
		}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			said := told(t, r, c.agent)
			assert.Subset(t, said, c.says)
			for _, sentence := range c.never {
				assert.NotContains(t, said, sentence)
			}
		})
	}
}

// told returns what an agent's explanation says, one sentence a step.
func told(t *testing.T, r *policy.Result, agent string) []string {
	t.Helper()
	slip, ok := r.Slip(agent)
	require.True(t, ok)
	var said []string
	slip.Explain().Walk(func(_ int, s explain.Step) { said = append(said, s.Sentence(explain.English)) })
	return said
}

// TestLF7_ThePageShowsTheTableOfLoads holds the page's table to the month.
func TestLF7_ThePageShowsTheTableOfLoads(t *testing.T) {
	table, err := lf().Close(t).CompareLoad(policy.LoadQuery{
		By: "visitors", Bands: []decimal.Decimal{decimal.NewFromInt(200), decimal.NewFromInt(300)},
		Metrics: []string{"deal_rate", "response", "return_rate", "satisfaction", "qa_random"},
	})
	require.NoError(t, err)
	var b strings.Builder
	require.NoError(t, report.Load(&b, table, explain.English))
	page, err := os.ReadFile("../../docs/shops/lf.md")
	require.NoError(t, err)
	assert.Contains(t, string(page), "```text\n"+b.String()+"```\n")
	// 64,000 visitors on 320 days; 22 × 300 + 23 × 300 + 1 of them with L01 and L03.
	assert.Equal(t, "200.00", table.All.Load.Text)
	assert.Equal(t, "13501", table.Bands[2].Load.Num.String())
	assert.Equal(t, "45", table.Bands[2].Load.Den.String())
}
