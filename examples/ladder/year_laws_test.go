package ladder

import (
	"bytes"
	"context"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/examples/internal/twin"
	"github.com/cspay/cspay/policy"
)

// written are the results of a year and their histories as they are written.
func written(t *testing.T, results []*policy.Result) []string {
	t.Helper()
	var list []string
	for _, r := range results {
		var b bytes.Buffer
		require.NoError(t, r.WriteJSON(&b))
		require.NoError(t, r.History().Write(&b))
		list = append(list, b.String())
	}
	return list
}

// sameYear compares two years without printing them.
func sameYear(t *testing.T, want, got []string) {
	t.Helper()
	require.Len(t, got, len(want))
	for i := range want {
		same := want[i] == got[i]
		assert.True(t, same, "month %d has other bytes", i+1)
	}
}

func TestTheYearIsTheSameWithTheHistoryWrittenAndReadBetweenMonths(t *testing.T) {
	p := tm().Policy(t)
	want := written(t, closeYear(t, p, year(t, p), handedOn))
	got := written(t, closeYear(t, p, year(t, p), func(h policy.History) policy.History {
		var b bytes.Buffer
		require.NoError(t, h.Write(&b))
		back, err := policy.ReadHistory(&b)
		require.NoError(t, err)
		return back
	}))
	sameYear(t, want, got)
}

func TestTheYearDoesNotDependOnTheOrderOfAnything(t *testing.T) {
	p := tm().Policy(t)
	want := written(t, closeYear(t, p, year(t, p), handedOn))
	months := year(t, p)
	rng := rand.New(rand.NewPCG(7, 26))
	for _, m := range months {
		swap(rng, m.Agents)
		swap(rng, m.Events)
		swap(rng, m.Ballots)
		swap(rng, m.Decisions)
		for _, a := range m.Agents {
			swap(rng, a.Days)
		}
	}
	sameYear(t, want, written(t, closeYear(t, p, months, handedOn)))
}

func swap[T any](rng *rand.Rand, list []T) {
	rng.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
}

func TestTheTwinsYearDoesNotDependOnTheOrderOfAnything(t *testing.T) {
	want, err := twinYear(t).JSON()
	require.NoError(t, err)
	months := tm().Year(t)
	for _, m := range months {
		slices.Reverse(m.Agents)
		slices.Reverse(m.Events)
		slices.Reverse(m.Ballots)
		slices.Reverse(m.Decisions)
		for _, a := range m.Agents {
			slices.Reverse(a.Days)
		}
	}
	y, err := twin.CloseTMYear(months)
	require.NoError(t, err)
	got, err := y.JSON()
	require.NoError(t, err)
	same := string(want) == string(got)
	assert.True(t, same, "the year turned round has other bytes")
}

func TestCloseMonthsClosesTheYear(t *testing.T) {
	p := tm().Policy(t)
	want := written(t, closeYear(t, p, year(t, p), handedOn))
	var results []*policy.Result
	for r, err := range p.CloseMonths(context.Background(), p.LoadMonthsFS(Files, "."), policy.History{}) {
		require.NoError(t, err)
		results = append(results, r)
	}
	sameYear(t, want, written(t, results))
}

func TestALaterMonthChangesNoEarlierOne(t *testing.T) {
	p := tm().Policy(t)
	results := closeYear(t, p, year(t, p), handedOn)
	last := results[len(results)-1].History()
	for i, r := range results {
		var want, got bytes.Buffer
		require.NoError(t, r.History().Write(&want))
		require.NoError(t, (policy.History{Months: last.Months[:i+1]}).Write(&got))
		same := want.String() == got.String()
		assert.True(t, same, "month %d is written anew", i+1)
	}
}
