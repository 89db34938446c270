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

// layer is one copy of the sample month under new ids, the last perhaps of its
// first agents only.
type layer struct {
	k     int
	known map[string]bool // the sample's ids of the agents that the copy has
}

// layers are as many copies of the sample's agents as make n.
func layers(n, size int, id func(i int) string) []layer {
	var list []layer
	for n > 0 {
		l := layer{k: len(list), known: map[string]bool{}}
		for i := range min(size, n) {
			l.known[id(i)] = true
		}
		list, n = append(list, l), n-size
	}
	return list
}

func (l layer) id(id string) string { return fmt.Sprintf("%05d-%s", l.k, id) }

// ids gives those of the agents that the copy has their ids in it.
func (l layer) ids(ids []string) []string {
	var out []string
	for _, id := range ids {
		if l.known[id] {
			out = append(out, l.id(id))
		}
	}
	return slices.Clip(out)
}

// rename gives the agent of an item the id in the copy, if the copy has it.
func (l layer) rename(agent *string) bool {
	if !l.known[*agent] {
		return false
	}
	*agent = l.id(*agent)
	return true
}

// laid copies a list of the month into each layer. The function renames what an
// item names and tells whether it belongs there.
func laid[T any](list []T, all []layer, rename func(*T, layer) bool) []T {
	var out []T
	for _, l := range all {
		for _, item := range list {
			if rename(&item, l) {
				out = append(out, item)
			}
		}
	}
	return out
}

// manyAgents copies the sample month until there are n agents. Exclusions of
// events name no agent and are left out.
func manyAgents(m facts.Month, n int) facts.Month {
	all := layers(n, len(m.Agents), func(i int) string { return m.Agents[i].ID })
	return facts.Month{
		Period: m.Period,
		Agents: laid(m.Agents, all, func(a *facts.Agent, l layer) bool { return l.rename(&a.ID) }),
		Events: laid(m.Events, all, func(e *facts.Event, l layer) bool {
			e.ID, e.Silent = l.id(e.ID), l.ids(e.Silent)
			return l.rename(&e.Agent)
		}),
		Exclusions: laid(m.Exclusions, all, func(x *facts.Exclusion, l layer) bool { return l.rename(&x.Agent) }),
	}
}

// manyTwins does the same to the twin's own form of the month.
func manyTwins(m twin.Month, n int) twin.Month {
	all := layers(n, len(m.Agents), func(i int) string { return m.Agents[i].ID })
	return twin.Month{
		Period: m.Period,
		Agents: laid(m.Agents, all, func(a *twin.Agent, l layer) bool { return l.rename(&a.ID) }),
		Events: laid(m.Events, all, func(e *twin.Event, l layer) bool {
			e.ID, e.Silent = l.id(e.ID), l.ids(e.Silent)
			return l.rename(&e.Agent)
		}),
		Exclusions: laid(m.Exclusions, all, func(x *twin.Exclusion, l layer) bool { return l.rename(&x.Agent) }),
	}
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
