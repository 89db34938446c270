package rankpoints

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/rank"
)

// TestYT6_BelowTheStandardIsAPlan holds both sides of the standard of 80: C07
// has 79.99 and C18 80.00. Nobody worked for C04, who has no score.
func TestYT6_BelowTheStandardIsAPlan(t *testing.T) {
	t.Parallel()
	var agents []string
	for _, p := range yt().Close(t).Plans() {
		agents = append(agents, p.Agent)
		assert.Equal(t, rank.PlanOpen, p.Status)
		assert.Equal(t, "2026-10", p.Due.String())
		if p.Agent == "C07" {
			require.NotNil(t, p.Baseline)
			assert.Equal(t, "79.99", p.Baseline.StringFixed(2))
		}
	}
	assert.Equal(t, []string{"C07", "C08", "C10", "C14", "C17", "C19", "C20", "C22", "C23", "C24", "C25"}, agents)
}
