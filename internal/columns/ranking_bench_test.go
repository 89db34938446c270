package columns_test

import (
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/scoring/facts"
)

// BenchmarkRanking places 100,000 agents in groups of 25.
func BenchmarkRanking(b *testing.B) {
	agents := make([]facts.Agent, 100_000)
	for i := range agents {
		agents[i] = facts.Agent{
			ID: "A" + strconv.Itoa(100_000+i), Team: strconv.Itoa(i / 25),
			Values: values{"score": d(strconv.Itoa(i * 7919 % 101)), "sold": d(strconv.Itoa(i * 104729 % 1009)), "target": d(strconv.Itoa(1 + i*31%7))},
		}
	}
	for _, bench := range []struct {
		name string
		doc  facts.Ranking
	}{
		{"plain", facts.Ranking{ID: "r", By: "score", Within: facts.ByTeam}},
		{"ratio", facts.Ranking{ID: "r", By: "completion", Within: facts.ByTeam}},
		{"all together", facts.Ranking{ID: "r", By: "score"}},
	} {
		b.Run(bench.name, func(b *testing.B) {
			s, c := schema(b, sales()), facts.NewCheck()
			ready, _ := s.Rankings(c, []facts.Ranking{bench.doc}, columns.All(1))
			require.NoError(b, c.Err())
			table := build(b, s, facts.Month{Period: january(), Agents: agents})
			b.ReportAllocs()
			for b.Loop() {
				fc := facts.NewFactsCheck()
				ready[0].Run(table, fc)
			}
		})
	}
}
