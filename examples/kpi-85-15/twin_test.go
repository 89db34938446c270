package kpi8515

import (
	"encoding/json"
	"flag"
	"os"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/examples/internal/twin"
)

// TestMain knows the flag that lets the twin write its result:
//
//	go test ./examples/kpi-85-15 -run TestTwin -write
func TestMain(m *testing.M) {
	flag.Bool("write", false, "write expected.json from the twin")
	os.Exit(m.Run())
}

func TestTwinAgreesWithTheCommittedResult(t *testing.T) {
	got, err := closeTwin(t).JSON()
	require.NoError(t, err)
	if flag.Lookup("write").Value.String() == "true" {
		require.NoError(t, os.WriteFile("expected.json", got, 0o644))
		return
	}
	want, err := os.ReadFile("expected.json")
	require.NoError(t, err)
	assert.Equal(t, string(want), string(got))
}

func TestTwinDoesNotDependOnTheOrderOfAnything(t *testing.T) {
	want, err := closeTwin(t).JSON()
	require.NoError(t, err)
	m := month(t)
	slices.Reverse(m.Agents)
	slices.Reverse(m.Events)
	slices.Reverse(m.Ballots)
	slices.Reverse(m.Exclusions)
	for _, a := range m.Agents {
		slices.Reverse(a.Days)
	}
	r, err := twin.CloseSW(m)
	require.NoError(t, err)
	got, err := r.JSON()
	require.NoError(t, err)
	assert.Equal(t, string(want), string(got))
}

func month(t *testing.T) twin.Month {
	t.Helper()
	m, err := loadTwin()
	require.NoError(t, err)
	return m
}

func closeTwin(t *testing.T) twin.Result {
	t.Helper()
	r, err := twin.CloseSW(month(t))
	require.NoError(t, err)
	return r
}

// slips reads the committed result by agent.
func slips(t *testing.T) map[string]twin.Slip {
	t.Helper()
	b, err := Files.ReadFile("expected.json")
	require.NoError(t, err)
	var r twin.Result
	require.NoError(t, json.Unmarshal(b, &r))
	byAgent := map[string]twin.Slip{}
	for _, s := range r.Slips {
		byAgent[s.Agent] = s
	}
	return byAgent
}
