package shop

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/cspay/cspay/scoring/explain"
)

// PageQuotesWhatSlipsSay checks that each sentence that the shop's page quotes
// is said to some agent of the sample month.
func (s Shop) PageQuotesWhatSlipsSay(t *testing.T) {
	t.Helper()
	page, err := os.ReadFile(filepath.Join("..", "..", "docs", "shops", s.Page))
	must(t, err)
	said := map[string]bool{}
	for slip := range s.Close(t).Slips() {
		slip.Explain().Walk(func(_ int, step explain.Step) {
			for _, lang := range explain.Langs() {
				said[step.Sentence(lang)] = true
			}
		})
	}
	quotes := 0
	for line := range strings.Lines(string(page)) {
		if quote, ok := strings.CutPrefix(strings.TrimSpace(line), "> "); ok {
			quotes++
			need(t, "somebody is told: "+quote, said[quote])
		}
	}
	need(t, "a page that quotes what is said", quotes > 0)
}
