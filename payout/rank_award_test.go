package payout_test

import (
	"fmt"
	"strconv"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

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

// awards pays a rank award to agents of these sales, in the order of their ids,
// by a ranking that counts ties like this.
func awards(t require.TestingT, award payout.RankAward, ranking facts.Ranking, sales ...string) []string {
	given := terms()
	ranking.ID, ranking.By = "by_sales", "sales"
	given.Rankings = []facts.Ranking{ranking}
	agents := make([]facts.Agent, len(sales))
	for i, s := range sales {
		agents[i] = facts.Agent{ID: fmt.Sprintf("A%02d", i), Values: map[string]decimal.Decimal{"sales": d(s)}}
	}
	slips, err := payout.Make(plan(award), given, month("2026-01", agents...))
	require.NoError(t, err)
	got := make([]string, 0, len(sales))
	for slip := range slips.All() {
		got = append(got, slip.Total().StringFixed(2))
	}
	return got
}

func TestRankAward(t *testing.T) {
	t.Parallel()
	run(t, rankAwardCases())
	cases := []struct {
		name             string
		amounts          []string
		sales            []string
		all, split, none []string
	}{
		{"SW5: two tied first", []string{"500", "300"}, []string{"9", "9", "8"}, []string{"500.00", "500.00", "0.00"}, []string{"400.00", "400.00", "0.00"}, []string{"0.00", "0.00", "0.00"}},
		{"SW5: two tied for the one award", []string{"1000"}, []string{"9", "9", "8"}, []string{"1000.00", "1000.00", "0.00"}, []string{"500.00", "500.00", "0.00"}, []string{"0.00", "0.00", "0.00"}},
		{"two tied second fill the second and the third place", []string{"500", "300", "100"}, []string{"9", "8", "8", "7"}, []string{"500.00", "300.00", "300.00", "0.00"}, []string{"500.00", "200.00", "200.00", "0.00"}, []string{"500.00", "0.00", "0.00", "0.00"}},
		{"YT3: places 1, 2, 2, 4, of which the third place's award is unused", []string{"400", "300", "200", "100"}, []string{"9", "8", "8", "7"}, []string{"400.00", "300.00", "300.00", "100.00"}, []string{"400.00", "250.00", "250.00", "100.00"}, []string{"400.00", "0.00", "0.00", "100.00"}},
		{"a tie that fills more places than there are awards", []string{"500", "300"}, []string{"9", "8", "8", "8"}, []string{"500.00", "300.00", "300.00", "300.00"}, []string{"500.00", "100.00", "100.00", "100.00"}, []string{"500.00", "0.00", "0.00", "0.00"}},
		{"the odd cents go to the earliest ids: 100.00 among three", []string{"100"}, []string{"9", "9", "9"}, []string{"100.00", "100.00", "100.00"}, []string{"33.34", "33.33", "33.33"}, []string{"0.00", "0.00", "0.00"}},
		{"two odd cents: 0.05 among three", []string{"0.03", "0.02"}, []string{"9", "9", "9"}, []string{"0.03", "0.03", "0.03"}, []string{"0.02", "0.02", "0.01"}, []string{"0.00", "0.00", "0.00"}},
		{"a cent among three", []string{"0.01"}, []string{"8", "9", "9", "9"}, []string{"0.00", "0.01", "0.01", "0.01"}, []string{"0.00", "0.01", "0.00", "0.00"}, []string{"0.00", "0.00", "0.00", "0.00"}},
		{"a tie past the awards", []string{"500"}, []string{"9", "8", "8"}, []string{"500.00", "0.00", "0.00"}, []string{"500.00", "0.00", "0.00"}, []string{"500.00", "0.00", "0.00"}},
		{"two ties", []string{"500", "300", "200", "100"}, []string{"8", "9", "9", "8"}, []string{"200.00", "500.00", "500.00", "200.00"}, []string{"150.00", "400.00", "400.00", "150.00"}, []string{"0.00", "0.00", "0.00", "0.00"}},
		{"a cent of sales decides the first place", []string{"500", "300"}, []string{"9.00", "9.01"}, []string{"300.00", "500.00"}, []string{"300.00", "500.00"}, []string{"300.00", "500.00"}},
		{"the third place has no award", []string{"500", "300"}, []string{"3", "2", "1"}, []string{"500.00", "300.00", "0.00"}, []string{"500.00", "300.00", "0.00"}, []string{"500.00", "300.00", "0.00"}},
		{"063 all tied", []string{"500", "300"}, []string{"1", "1", "1", "1"}, []string{"500.00", "500.00", "500.00", "500.00"}, []string{"200.00", "200.00", "200.00", "200.00"}, []string{"0.00", "0.00", "0.00", "0.00"}},
		{"062 one alone wins, however ties are shared", []string{"500"}, []string{"0"}, []string{"500.00"}, []string{"500.00"}, []string{"500.00"}},
		{"061 nobody", []string{"500"}, nil, []string{}, []string{}, []string{}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			for ties, want := range map[payout.AwardTies][]string{"": c.all, payout.AllWin: c.all, payout.SplitAward: c.split, payout.NoneWins: c.none} {
				award := payout.RankAward{Ranking: "by_sales", Amounts: ds(c.amounts...), Ties: ties}
				assert.Equal(t, want, awards(t, award, facts.Ranking{}, c.sales...), "%q", ties)
			}
		})
	}
}

// TestRankAwardByOtherRankings pays 400, 300, 200, 100 for sales of 9, 8, 8, 7.
func TestRankAwardByOtherRankings(t *testing.T) {
	t.Parallel()
	cases := []struct {
		name    string
		ranking facts.Ranking
		ties    payout.AwardTies
		want    []string
	}{
		{"modified: the second place's award is unused", facts.Ranking{Ties: facts.Modified}, payout.AllWin, []string{"400.00", "200.00", "200.00", "100.00"}},
		{"dense: the fourth agent is third", facts.Ranking{Ties: facts.Dense}, payout.AllWin, []string{"400.00", "300.00", "300.00", "200.00"}},
		{"dense, nothing for the tied", facts.Ranking{Ties: facts.Dense}, payout.NoneWins, []string{"400.00", "0.00", "0.00", "200.00"}},
		{"ordinal: the earlier id is second", facts.Ranking{Ties: facts.Ordinal}, payout.AllWin, []string{"400.00", "300.00", "200.00", "100.00"}},
		{"a tie-break that parts nobody leaves the split", facts.Ranking{TieBreaks: []string{"sales"}}, payout.SplitAward, []string{"400.00", "250.00", "250.00", "100.00"}},
		{"lower is better", facts.Ranking{Better: facts.Lower}, payout.SplitAward, []string{"100.00", "250.00", "250.00", "400.00"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			award := payout.RankAward{Ranking: "by_sales", Amounts: ds("400", "300", "200", "100"), Ties: c.ties}
			assert.Equal(t, c.want, awards(t, award, c.ranking, "9", "8", "8", "7"))
		})
	}
	t.Run("063 a tie-break decides the prize", func(t *testing.T) {
		t.Parallel()
		given := terms()
		given.Rankings = []facts.Ranking{{ID: "by_sales", By: "sales", TieBreaks: []string{"mark"}}}
		sold := func(id, mark string) facts.Agent {
			return facts.Agent{ID: id, Values: map[string]decimal.Decimal{"sales": d("9"), "mark": d(mark)}}
		}
		for _, ties := range []payout.AwardTies{payout.AllWin, payout.SplitAward, payout.NoneWins} {
			award := payout.RankAward{Ranking: "by_sales", Amounts: ds("500"), Ties: ties}
			slips, err := payout.Make(plan(award), given, month("2026-01", sold("a", "80"), sold("b", "80.01")))
			require.NoError(t, err)
			first, _ := slips.Of("b")
			second, _ := slips.Of("a")
			assert.Equal(t, "500.00", first.Total().StringFixed(2), ties)
			assert.Equal(t, "0.00", second.Total().StringFixed(2), ties)
		}
	})
	t.Run("each partition has awards of its own", func(t *testing.T) {
		t.Parallel()
		given := terms()
		given.Rankings = []facts.Ranking{{ID: "by_sales", By: "sales", Within: facts.ByTeam}}
		sold := func(id, team, sales string) facts.Agent {
			return facts.Agent{ID: id, Team: team, Values: map[string]decimal.Decimal{"sales": d(sales)}}
		}
		award := payout.RankAward{Ranking: "by_sales", Amounts: ds("500", "300"), Ties: payout.SplitAward}
		slips, err := payout.Make(plan(award), given, month("2026-01",
			sold("a", "x", "9"), sold("b", "y", "5"), sold("c", "y", "5"), sold("d", "x", "8"), sold("e", "z", "1")))
		require.NoError(t, err)
		var got []string
		for slip := range slips.All() {
			got = append(got, slip.Total().StringFixed(2))
		}
		assert.Equal(t, []string{"500.00", "400.00", "400.00", "300.00", "500.00"}, got)
	})
	t.Run("a share of an agent for whom the item does not hold is paid to nobody", func(t *testing.T) {
		t.Parallel()
		award := payout.RankAward{Ranking: "by_sales", Amounts: ds("500"), Ties: payout.SplitAward}
		item := payout.Item{ID: "x", When: facts.When{{Metric: "hits", AtLeast: ptr("1")}}, Pay: award}
		sold := func(id, hits string) facts.Agent {
			return facts.Agent{ID: id, Values: map[string]decimal.Decimal{"sales": d("9"), "hits": d(hits)}}
		}
		slips, err := payout.Make(payout.Plan{Items: []payout.Item{item}}, terms(), month("2026-01", sold("a", "0"), sold("b", "1")))
		require.NoError(t, err)
		a, _ := slips.Of("a")
		b, _ := slips.Of("b")
		assert.Empty(t, a.Lines())
		assert.Equal(t, "250.00", b.Total().StringFixed(2))
	})
	t.Run("a split of more than 18 digits is reported", func(t *testing.T) {
		t.Parallel()
		award := payout.RankAward{Ranking: "by_sales", Amounts: ds("9999999999999999.99", "0.01"), Ties: payout.SplitAward}
		sold := func(id string) facts.Agent {
			return facts.Agent{ID: id, Values: map[string]decimal.Decimal{"sales": d("9")}}
		}
		_, err := payout.Make(plan(award), terms(), month("2026-01", sold("a"), sold("b")))
		require.ErrorIs(t, err, facts.CodeNumberOverflow)
	})
}

// TestSplitAwardsAddUp holds a split to the amounts of the places that the
// tied fill, counted from the sales alone.
func TestSplitAwardsAddUp(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		var amounts []string
		var cents []int64
		for range rapid.IntRange(1, 6).Draw(t, "amounts") {
			cents = append(cents, rapid.Int64Range(0, 99_999).Draw(t, "amount"))
			amounts = append(amounts, fmt.Sprintf("%d.%02d", cents[len(cents)-1]/100, cents[len(cents)-1]%100))
		}
		sold := rapid.SliceOfN(rapid.IntRange(0, 4), 0, 9).Draw(t, "sales")
		sales := make([]string, len(sold))
		for i, s := range sold {
			sales[i] = strconv.Itoa(s)
		}
		award := payout.RankAward{Ranking: "by_sales", Amounts: ds(amounts...), Ties: payout.SplitAward}
		got := awards(t, award, facts.Ranking{}, sales...)

		whole := int64(0)
		for i := range sold {
			better, group := 0, []int64{}
			for k, other := range sold {
				switch {
				case other > sold[i]:
					better++
				case other == sold[i]:
					group = append(group, d(got[k]).Shift(2).IntPart())
				}
			}
			filled, paid := int64(0), int64(0)
			for place := better; place < min(better+len(group), len(cents)); place++ {
				filled += cents[place]
			}
			for k, part := range group {
				paid += part
				require.LessOrEqual(t, part, group[max(k-1, 0)], "the odd cents go to the earliest ids")
				require.LessOrEqual(t, group[0]-part, int64(1), "nobody gets a cent more than another one")
			}
			require.Equal(t, filled, paid, "the awards of places %d to %d", better+1, better+len(group))
			whole += d(got[i]).Shift(2).IntPart()
		}
		all := int64(0)
		for place := range min(len(sold), len(cents)) {
			all += cents[place]
		}
		require.Equal(t, all, whole, "every award that somebody reached is paid once")
	})
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
		{"an unknown way of ties", payout.RankAward{Ranking: "by_sales", Amounts: ds("1"), Ties: "share"}, map[string]facts.Code{"ties": facts.CodeWordUnknown}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			compileFails(t, c.pay, c.want)
		})
	}
}

func TestRankAwardFitsItsRanking(t *testing.T) {
	t.Parallel()
	ways := []payout.AwardTies{payout.AllWin, payout.SplitAward, payout.NoneWins}
	cases := []struct {
		ranking facts.Ties
		want    [3]string // of ways: the key that is refused, or nothing
	}{
		{"", [3]string{"", "", ""}},
		{facts.Competition, [3]string{"", "", ""}},
		{facts.Modified, [3]string{"", "ties", ""}},
		{facts.Dense, [3]string{"", "ties", ""}},
		{facts.Ordinal, [3]string{"", "ties", "ties"}},
		{facts.MeanRank, [3]string{"ranking", "ranking", "ranking"}},
		{facts.PercentRank, [3]string{"ranking", "ranking", "ranking"}},
	}
	for _, c := range cases {
		t.Run(string(c.ranking), func(t *testing.T) {
			t.Parallel()
			given := terms()
			given.Rankings = []facts.Ranking{{ID: "by_sales", By: "sales", Ties: c.ranking}}
			for i, ties := range ways {
				award := payout.RankAward{Ranking: "by_sales", Amounts: ds("1"), Ties: ties}
				_, err := payout.Make(plan(award), given, month("2026-01"))
				if c.want[i] == "" {
					require.NoError(t, err, ties)
					continue
				}
				assert.Equal(t, map[string]facts.Code{"pay.items[0].rank_award." + c.want[i]: facts.CodeOneOf}, codes(t, err), ties)
			}
		})
	}
}
