package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/examples/internal/sample"
	"github.com/cspay/cspay/examples/internal/shop"
)

func TestTheCommittedMonthsAreReproducedByteForByte(t *testing.T) {
	for _, stage := range folders() {
		t.Run(stage, func(t *testing.T) {
			shop.Reproduced(t, filepath.Join("..", stage), func(folder string) error {
				for _, s := range folders() {
					if err := os.Mkdir(filepath.Join(folder, s), 0o755); err != nil {
						return err
					}
				}
				if err := write(folder); err != nil {
					return err
				}
				return os.CopyFS(folder, os.DirFS(filepath.Join(folder, stage)))
			})
		})
	}
}

func TestTwelveAgents(t *testing.T) { assert.Len(t, roster(), 12) }

func TestADaysPartsAreNotMoreThanTheirWhole(t *testing.T) {
	for _, p := range roster() {
		for _, d := range sample.WorkedRows(daysOf(p)) {
			assert.LessOrEqual(t, d.enquiries, d.conversations, "%s on day %d", p.ID, d.Day)
			assert.LessOrEqual(t, d.buyers, d.enquiries, "%s on day %d", p.ID, d.Day)
			assert.LessOrEqual(t, d.ratings, d.conversations, "%s on day %d", p.ID, d.Day)
			assert.LessOrEqual(t, d.dissatisfied, d.ratings, "%s on day %d", p.ID, d.Day)
			assert.Positive(t, d.response, "%s on day %d", p.ID, d.Day)
		}
	}
}

func TestTM3_TheThreeStagesHaveOneMonth(t *testing.T) {
	for _, name := range []string{"facts.yaml", "daily.csv"} {
		var texts []string
		for _, stage := range folders() {
			text, err := os.ReadFile(filepath.Join("..", stage, name))
			require.NoError(t, err)
			texts = append(texts, string(text))
		}
		assert.NotEmpty(t, texts[0], name)
		assert.Equal(t, texts[0], texts[1], name)
		assert.Equal(t, texts[0], texts[2], name)
	}
}
