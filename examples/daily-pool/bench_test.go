package dailypool

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/examples/internal/twin"
	"github.com/cspay/cspay/policy"
	"github.com/cspay/cspay/scoring/facts"
)

// The benchmark closes the sample month of 26 agents laid out again and again
// under new ids. The facts are made before the clock runs; making columns of
// them is part of the close.
//
//	go test ./examples/daily-pool -run '^$' -bench Close -benchtime 5x
//
// BenchmarkCloseAgainstTwin runs the slow decimal twin beside it in the same
// process, turn by turn, and prints how many times longer the twin takes
// (x_twin, a ratio of one run).

var sizes = []int{1_000, 100_000}

func BenchmarkClose(b *testing.B) {
	p := zw().Policy(b)
	for _, n := range sizes {
		b.Run(fmt.Sprintf("agents=%d", n), func(b *testing.B) {
			m := manyAgents(zw().Facts(b, p), n)
			b.ReportAllocs()
			for b.Loop() {
				_, err := p.Close(m, policy.History{})
				require.NoError(b, err)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*n), "ns/agent")
		})
	}
}

func BenchmarkCloseAgainstTwin(b *testing.B) {
	p := zw().Policy(b)
	for _, n := range sizes {
		b.Run(fmt.Sprintf("agents=%d", n), func(b *testing.B) {
			m := manyAgents(zw().Facts(b, p), n)
			slow := manyTwins(zw().Month(b), n)
			var fast, twins time.Duration
			for b.Loop() {
				start := b.Elapsed()
				_, err := p.Close(m, policy.History{})
				require.NoError(b, err)
				middle := b.Elapsed()
				_, err = twin.Close(slow)
				require.NoError(b, err)
				fast, twins = fast+middle-start, twins+b.Elapsed()-middle
			}
			b.ReportMetric(float64(twins)/float64(fast), "x_twin")
		})
	}
}

// nth gives an agent of the k-th copy of the sample its id.
func nth(id string, k int) string { return fmt.Sprintf("%05d-%s", k, id) }

// manyAgents copies the sample month until there are n agents.
func manyAgents(m facts.Month, n int) facts.Month {
	out := facts.Month{Period: m.Period}
	for k := 0; len(out.Agents) < n; k++ {
		in := m.Agents[:min(len(m.Agents), n-len(out.Agents))]
		known := map[string]bool{}
		for _, a := range in {
			known[a.ID] = true
			a.ID = nth(a.ID, k)
			out.Agents = append(out.Agents, a)
		}
		for _, e := range m.Events {
			if !known[e.Agent] {
				continue
			}
			e.ID, e.Agent = nth(e.ID, k), nth(e.Agent, k)
			e.Silent = copies(e.Silent, known, k)
			out.Events = append(out.Events, e)
		}
		for _, x := range m.Exclusions {
			// An exclusion of an event goes with the event's agent.
			if known[x.Agent] {
				x.Agent = nth(x.Agent, k)
				out.Exclusions = append(out.Exclusions, x)
			}
		}
	}
	return out
}

// manyTwins does the same to the twin's own form of the month.
func manyTwins(m twin.Month, n int) twin.Month {
	out := twin.Month{Period: m.Period}
	for k := 0; len(out.Agents) < n; k++ {
		in := m.Agents[:min(len(m.Agents), n-len(out.Agents))]
		known := map[string]bool{}
		for _, a := range in {
			known[a.ID] = true
			a.ID = nth(a.ID, k)
			out.Agents = append(out.Agents, a)
		}
		for _, e := range m.Events {
			if !known[e.Agent] {
				continue
			}
			e.ID, e.Agent = nth(e.ID, k), nth(e.Agent, k)
			e.Silent = copies(e.Silent, known, k)
			out.Events = append(out.Events, e)
		}
		for _, x := range m.Exclusions {
			if known[x.Agent] {
				x.Agent = nth(x.Agent, k)
				out.Exclusions = append(out.Exclusions, x)
			}
		}
	}
	return out
}

func copies(ids []string, known map[string]bool, k int) []string {
	var out []string
	for _, id := range ids {
		if known[id] {
			out = append(out, nth(id, k))
		}
	}
	return slices.Clip(out)
}

// TestManyAgentsAreTheTwinsToo keeps the benchmark honest: both close the same
// larger month to the same totals.
func TestManyAgentsAreTheTwinsToo(t *testing.T) {
	const n = 130
	p := zw().Policy(t)
	r, err := p.Close(manyAgents(zw().Facts(t, p), n), policy.History{})
	require.NoError(t, err)
	want, err := twin.Close(manyTwins(zw().Month(t), n))
	require.NoError(t, err)
	require.Len(t, want.Slips, n)
	for _, s := range want.Slips {
		got, ok := r.Slip(s.Agent)
		require.True(t, ok)
		require.Equal(t, s.Total, got.Total().StringFixed(2))
	}
}
