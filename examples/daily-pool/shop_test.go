package dailypool

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"go.yaml.in/yaml/v4"

	"github.com/cspay/cspay/examples/internal/shop"
	"github.com/cspay/cspay/examples/internal/twin"
	"github.com/cspay/cspay/scoring/explain"
)

func zw() shop.Shop {
	return shop.Shop{
		Files: Files, YAML: yaml.Unmarshal, Twin: twin.Close, Agents: 26,
		Schemes:  []string{"scheme"},
		IsLine:   func(depth int, _ explain.Step) bool { return depth == 2 },
		Standing: "by_score", Rankings: []string{"by_score", "by_sales"},
		Page: "zw.md", Worked: []string{"A01", "A14", "A24"},
	}
}

// TestMain knows the flag that lets the twin write its result:
//
//	go test ./examples/daily-pool -run TestTwin -write
func TestMain(m *testing.M) { shop.Main(m) }

func TestTwinAgreesWithTheCommittedResult(t *testing.T) { zw().TwinAgreesWithTheCommittedResult(t) }

func TestTwinDoesNotDependOnTheOrderOfAnything(t *testing.T) {
	zw().TwinDoesNotDependOnTheOrderOfAnything(t)
}

func TestTheEngineGivesTheTwinsResult(t *testing.T)       { zw().EngineGivesTheTwinsResult(t) }
func TestTheEngineGivesTheLinesWorkedByHand(t *testing.T) { zw().EngineGivesTheWorkedLines(t) }
func TestEveryExplanationIsItsNumber(t *testing.T)        { zw().ExplanationsAreTheirNumbers(t) }
func TestTheBytesDependOnNothingElse(t *testing.T)        { zw().BytesDependOnNothingElse(t) }
func TestASlipIsExplainedInBothLanguages(t *testing.T)    { zw().SlipsAreExplainedInBothLanguages(t) }
func TestAResultIsReadByManyAtOnce(t *testing.T)          { zw().ResultIsReadByManyAtOnce(t) }
func TestTheLinesWorkedByHandAreTheResult(t *testing.T)   { zw().WorkedLinesAreTheResult(t) }
func TestTheFactsWorkedByHandAreTheFiles(t *testing.T)    { zw().WorkedFactsAreTheFiles(t) }

func TestTheLinesWorkedByHandAddUp(t *testing.T) {
	zw().WorkedLinesAddUp(t, func(t *testing.T, w shop.Worked) {
		t.Helper()
		assert.Len(t, w.Under("scheme."), 8)
	})
}

func TestThePageQuotesWhatSlipsSay(t *testing.T) { zw().PageQuotesWhatSlipsSay(t) }
