package payout_test

import (
	"strconv"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/payout"
	"github.com/cspay/cspay/scoring/facts"
)

func champion() payout.RankAward {
	return payout.RankAward{Ranking: "by_sales", Amounts: ds("500", "300")}
}

// rankAwardCases are of one agent, who is first or unplaced; TestRankAward
// places several.
func rankAwardCases() []payCase {
	probation := func(a *facts.Agent) { a.Status = facts.Probation }
	return []payCase{
		{it: "the first gets the first award", edge: "eligible", pay: champion(), given: "sales=1", want: "500.00"},
		{it: "who is not eligible gets none", edge: "eligible", pay: champion(), given: "sales=1", agent: probation, want: "0.00"},
		{it: "who has no sales gets none", pay: champion(), want: "0.00"},
		{it: "who worked no day gets none", edge: "idle", pay: champion(), given: "sales=1", agent: leave(facts.PaidLeave, "2026-01-01", "2026-01-31"), want: "0.00"},
		{it: "who worked one day may", edge: "idle", pay: champion(), given: "sales=1", agent: leave(facts.PaidLeave, "2026-01-01", "2026-01-30"), want: "500.00"},
	}
}

func TestRankAward(t *testing.T) {
	t.Parallel()
	run(t, rankAwardCases())
	cases := []struct {
		name  string
		sales []string
		want  []string
	}{
		{"SW5: two tied first both get the first award, the second is nobody's", []string{"9", "9", "8"}, []string{"500.00", "500.00", "0.00"}},
		{"two tied second both get the second award", []string{"9", "8", "8", "7"}, []string{"500.00", "300.00", "300.00", "0.00"}},
		{"a cent decides the first place", []string{"9.00", "9.01"}, []string{"300.00", "500.00"}},
		{"the third place has no award", []string{"3", "2", "1"}, []string{"500.00", "300.00", "0.00"}},
		{"063 all tied all win", []string{"1", "1", "1"}, []string{"500.00", "500.00", "500.00"}},
		{"062 one alone wins", []string{"0"}, []string{"500.00"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			var agents []facts.Agent
			for i, s := range c.sales {
				agents = append(agents, facts.Agent{ID: strconv.Itoa(i), Values: map[string]decimal.Decimal{"sales": d(s)}})
			}
			slips, err := payout.Make(plan(champion()), terms(), month("2026-01", agents...))
			require.NoError(t, err)
			var got []string
			for slip := range slips.All() {
				got = append(got, slip.Total().StringFixed(2))
			}
			assert.Equal(t, c.want, got)
		})
	}
}

func TestRankAwardCompile(t *testing.T) {
	t.Parallel()
	cases := []struct {
		name string
		pay  payout.RankAward
		want map[string]facts.Code
	}{
		{"nothing given", payout.RankAward{}, map[string]facts.Code{"ranking": facts.CodeNameUnknown, "amounts": facts.CodeRequired}},
		{"a metric is no ranking", payout.RankAward{Ranking: "sales", Amounts: ds("1")}, map[string]facts.Code{"ranking": facts.CodeNameUnknown}},
		{"awards below 0 or past the cent", payout.RankAward{Ranking: "by_sales", Amounts: ds("1", "-1", "0.001")}, map[string]facts.Code{"amounts[1]": facts.CodeNumberNegative, "amounts[2]": facts.CodeNumberScale}},
		{"an unknown way of ties", payout.RankAward{Ranking: "by_sales", Amounts: ds("1"), Ties: "split"}, map[string]facts.Code{"ties": facts.CodeWordUnknown}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			compileFails(t, c.pay, c.want)
		})
	}
}
