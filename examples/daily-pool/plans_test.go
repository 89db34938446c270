package dailypool

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/cspay/cspay/rank"
)

// TestZW6_CoachingComesFirst holds that a score under 70 opens two months of
// coaching and makes nobody a candidate.
func TestZW6_CoachingComesFirst(t *testing.T) {
	t.Parallel()
	r := zw().Close(t)
	var agents []string
	for _, p := range r.Plans() {
		agents = append(agents, p.Agent)
		assert.Equal(t, rank.PlanOpen, p.Status)
		assert.Equal(t, "2026-08", p.Due.String())
	}
	assert.Equal(t, []string{"A10", "A14", "A22"}, agents)
	assert.Empty(t, r.Candidates())
}
