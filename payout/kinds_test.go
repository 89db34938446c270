package payout_test

import (
	"reflect"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/payout"
)

// tables holds the cases of each kind; a new kind gets a line here too.
func tables() map[string][]payCase {
	return map[string][]payCase{
		"base_pay":   basePayCases(),
		"commission": commissionCases(),
		"bonus":      bonusCases(),
		"daily_pool": dailyPoolCases(),
		"remainder":  remainderCases(),
		"rank_award": rankAwardCases(),

		"award":           awardCases(),
		"overachievement": overachievementCases(),
		"performance_pay": performancePayCases(),
		"penalty":         penaltyCases(),
		"charge_back":     chargeBackCases(),
	}
}

func TestKinds(t *testing.T) {
	t.Parallel()
	listed := map[string]bool{}
	for _, k := range payout.Kinds() {
		kind := k.Kind()
		assert.False(t, listed[kind], "one line per kind")
		listed[kind] = true
		t.Run(kind, func(t *testing.T) {
			t.Parallel()
			assert.Equal(t, reflect.Struct, reflect.TypeOf(k).Kind(), "a kind is a value")
			assert.Regexp(t, `^[a-z][a-z0-9_]*$`, kind)
			table := tables()[kind]
			require.NotEmpty(t, table, "a kind has cases")
			edges := map[string][]payCase{}
			for _, c := range table {
				assert.IsType(t, k, c.pay, c.it)
				if c.edge != "" {
					edges[c.edge] = append(edges[c.edge], c)
				}
			}
			assert.NotEmpty(t, edges, "a kind has a boundary")
			for edge, cases := range edges {
				if assert.Len(t, cases, 2, edge) {
					a, b := cases[0], cases[1]
					assert.False(t, a.want == b.want && a.fails == b.fails, "%s: the two sides differ", edge)
				}
			}
		})
	}
	for kind := range tables() {
		assert.True(t, listed[kind], "%s has cases and is listed", kind)
	}
}

func TestKindsIsTheCallers(t *testing.T) {
	t.Parallel()
	payout.Kinds()[0] = nil
	assert.NotNil(t, payout.Kinds()[0])
}
