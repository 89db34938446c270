package dailypool

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/scoring/explain"
)

// TestThePageQuotesWhatSlipsSay: each sentence that the shop's page quotes is
// said to some agent of the sample month.
func TestThePageQuotesWhatSlipsSay(t *testing.T) {
	page, err := os.ReadFile(filepath.Join("..", "..", "docs", "shops", "zw.md"))
	require.NoError(t, err)
	said := map[string]bool{}
	r := closeMonth(t)
	for slip := range r.Slips() {
		slip.Explain().Walk(func(_ int, s explain.Step) {
			for _, lang := range explain.Langs() {
				said[s.Sentence(lang)] = true
			}
		})
	}
	quotes := 0
	for line := range strings.Lines(string(page)) {
		if quote, ok := strings.CutPrefix(strings.TrimSpace(line), "> "); ok {
			quotes++
			assert.True(t, said[quote], quote)
		}
	}
	assert.Positive(t, quotes)
}
