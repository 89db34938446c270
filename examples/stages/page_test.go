package stages

import (
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/examples/internal/shop"
	"github.com/cspay/cspay/examples/internal/twin"
	"github.com/cspay/cspay/scoring/explain"
)

// byHand is what the page works out for one agent: the lines that all stages
// share, and those of each stage.
type byHand struct {
	shared map[string]string
	stages map[string]map[string]string
}

func page(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("..", "..", "docs", "shops", "stages.md"))
	require.NoError(t, err)
	return string(text)
}

// worked reads the page's tables of lines, by agent. The table of the stages has
// one column for each, with a dash where a stage has no such line.
func worked(t *testing.T) map[string]byHand {
	t.Helper()
	heading := regexp.MustCompile(`^### (S\d\d) `)
	line := regexp.MustCompile("^\\| `([^`]+)` \\| [^|]+ \\| ([^|]+) \\|$")
	side := regexp.MustCompile("^\\| `([^`]+)` \\| ([^|]+) \\| ([^|]+) \\| ([^|]+) \\|$")
	agents := map[string]byHand{}
	agent := ""
	for text := range strings.Lines(page(t)) {
		text = strings.TrimSpace(text)
		if m := heading.FindStringSubmatch(text); m != nil {
			agent = m[1]
			agents[agent] = byHand{map[string]string{}, map[string]map[string]string{"start-up": {}, "growth": {}, "mature": {}}}
		}
		if m := line.FindStringSubmatch(text); m != nil {
			agents[agent].shared[m[1]] = m[2]
		}
		if m := side.FindStringSubmatch(text); m != nil {
			for i, name := range names() {
				if amount := m[2+i]; amount != "–" {
					agents[agent].stages[name][m[1]] = amount
				}
			}
		}
	}
	assert.Equal(t, []string{"S01", "S05", "S11"}, slices.Sorted(maps.Keys(agents)))
	return agents
}

func TestTM3_TheAmountsWorkedByHandAreTheResults(t *testing.T) {
	for agent, hand := range worked(t) {
		for _, name := range names() {
			t.Run(agent+" "+name, func(t *testing.T) {
				slip := stage(t, name).Slips(t)[agent]
				assert.Equal(t, hand.stages[name], amounts(slip))
				require.NotNil(t, slip.Score)
				assert.Equal(t, hand.shared["score"], *slip.Score)
				assert.Equal(t, hand.shared["place.by_score"], shop.Place(slip.Place))
			})
		}
	}
}

// amounts are the lines of a slip and its total.
func amounts(slip twin.Slip) map[string]string {
	all := map[string]string{"total": slip.Total}
	for _, l := range slip.Lines {
		all[l.Clause] = l.Amount
	}
	return all
}

func TestTheLinesWorkedByHandAddUp(t *testing.T) {
	for agent, hand := range worked(t) {
		t.Run(agent, func(t *testing.T) {
			assert.Equal(t, hand.shared["score"], sum(t, hand.shared, "scheme."))
			for _, name := range names() {
				assert.Equal(t, hand.stages[name]["total"], sum(t, hand.stages[name], "pay."), name)
			}
		})
	}
}

// sum adds up the values whose names begin with a prefix.
func sum(t *testing.T, values map[string]string, prefix string) string {
	t.Helper()
	var entries []shop.Entry
	for name, value := range values {
		if strings.HasPrefix(name, prefix) {
			entries = append(entries, shop.Entry{Name: name, Value: value})
		}
	}
	assert.NotEmpty(t, entries, prefix)
	return shop.Sum(t, entries...)
}

func TestTheEngineGivesTheLinesWorkedByHand(t *testing.T) {
	for _, name := range names() {
		t.Run(name, func(t *testing.T) {
			s := stage(t, name)
			r := s.Close(t)
			for agent, hand := range worked(t) {
				slip, ok := r.Slip(agent)
				require.True(t, ok, agent)
				told := map[string]string{"score": slip.Score().StringFixed(2), "place.by_score": "none"}
				if place, ok := slip.Standing(); ok {
					told["place.by_score"] = place.StringFixed(0)
				}
				slip.Explain().Walk(func(depth int, step explain.Step) {
					if d, ok := step.Value.Decimal(); ok && strings.HasPrefix(step.Clause, "scheme.") && s.IsLine(depth, step) {
						told[step.Clause] = d.StringFixed(2)
					}
				})
				assert.Equal(t, hand.shared, told, agent)
			}
		})
	}
}

func TestThePageQuotesWhatSlipsSay(t *testing.T) {
	said := map[string]bool{}
	for _, name := range names() {
		for slip := range stage(t, name).Close(t).Slips() {
			slip.Explain().Walk(func(_ int, step explain.Step) {
				for _, lang := range explain.Langs() {
					said[step.Sentence(lang)] = true
				}
			})
		}
	}
	quotes := 0
	for line := range strings.Lines(page(t)) {
		if quote, ok := strings.CutPrefix(strings.TrimSpace(line), "> "); ok {
			quotes++
			assert.True(t, said[quote], "nobody is told: %s", quote)
		}
	}
	assert.Equal(t, 8, quotes)
}
