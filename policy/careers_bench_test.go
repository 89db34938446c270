package policy

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/scoring/facts"
)

// BenchmarkYear closes twelve months in a row. The facts are made before the
// clock runs; an agent of a year of 100,000 should cost what one of 1,000 does.
//
//	go test ./policy -run '^$' -bench Year -benchtime 1x
func BenchmarkYear(b *testing.B) {
	with := strings.Replace(careerPolicy, "  exam: {unit", "  mark: {unit: points, better: higher, missing: zero}\n  exam: {unit", 1)
	without, _, _ := strings.Cut(with, "streaks:")
	for name, src := range map[string]string{"with": with, "without": without} {
		p, err := Load(strings.NewReader(src))
		require.NoError(b, err)
		for _, n := range []int{1_000, 100_000} {
			b.Run(fmt.Sprintf("careers=%s/agents=%d", name, n), func(b *testing.B) {
				months := manyMonths(n)
				b.ReportAllocs()
				for b.Loop() {
					for r, err := range p.CloseMonths(b.Context(), seqOf(months), History{}) {
						require.NoError(b, err)
						require.Equal(b, n, r.Len())
					}
				}
				b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*n*len(months)), "ns/agent-month")
			})
		}
	}
}

func manyMonths(n int) []facts.Month {
	months := make([]facts.Month, 12)
	for i := range months {
		months[i].Period = period("2026-01") + facts.Period(i)
		for k := range n {
			a := person(fmt.Sprintf("A%06d", k), "sales", (k*7919+i)%100_000)
			if (k+i)%50 == 0 {
				a.Values["mark"] = dec("50")
			}
			months[i].Agents = append(months[i].Agents, a)
		}
	}
	return months
}
