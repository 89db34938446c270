package formatdoc

import (
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/policy"
	"github.com/cspay/cspay/scoring/facts"
)

// yamlOf returns the YAML of a page.
func yamlOf(t *testing.T, page string) []string {
	t.Helper()
	var list []string
	for _, fence := range regexp.MustCompile("(?s)```yaml\n(.*?)```").FindAllStringSubmatch(read(t, page), -1) {
		list = append(list, fence[1])
	}
	return list
}

// TestEachJurisdictionOfAPageLoads takes those of the format reference and of
// the page on guards.
func TestEachJurisdictionOfAPageLoads(t *testing.T) {
	for _, page := range []string{"docs/format.md", "docs/guards.md"} {
		seen := 0
		for _, text := range yamlOf(t, page) {
			if !strings.Contains(text, "cspay-jurisdiction/v1") {
				continue
			}
			seen++
			_, err := policy.LoadJurisdiction(strings.NewReader(text))
			require.NoError(t, err, page)
		}
		assert.Equal(t, 1, seen, page)
	}
}

func TestTheDatesOfThePageOnGuards(t *testing.T) {
	page := read(t, "docs/guards.md")
	for _, text := range yamlOf(t, "docs/guards.md") {
		if !strings.Contains(text, "our_city") {
			continue
		}
		law, err := policy.LoadJurisdiction(strings.NewReader(text))
		require.NoError(t, err)
		for on, want := range map[string]string{"2026-02-28": "2200.00", "2026-03-01": "2330.00"} {
			day, err := facts.ParseDate(on)
			require.NoError(t, err)
			wage, ok := law.Regions["our_city"].At(day)
			require.True(t, ok)
			assert.Equal(t, want, wage.Monthly.StringFixed(2))
			assert.Contains(t, page, want)
		}
	}
}

func TestTheGuardsOfThePagesCompile(t *testing.T) {
	seen := 0
	for _, page := range []string{"docs/format.md", "docs/guards.md"} {
		for _, text := range yamlOf(t, page) {
			if strings.HasPrefix(text, "guard:") || strings.HasPrefix(text, "effective:") {
				seen++
				loads(t, benchWith("metrics", bench()["metrics"]+bench()["pay"]+text))
			}
		}
	}
	assert.GreaterOrEqual(t, seen, 2)
}
