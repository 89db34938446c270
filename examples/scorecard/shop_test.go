package scorecard

import (
	"math/big"
	"slices"
	"testing"

	"go.yaml.in/yaml/v4"

	"github.com/cspay/cspay/examples/internal/shop"
	"github.com/cspay/cspay/examples/internal/twin"
	"github.com/cspay/cspay/scoring/explain"
)

func card() shop.Shop {
	return shop.Shop{
		Files: Files, YAML: yaml.Unmarshal, Twin: twin.CloseCard, Agents: 20,
		Schemes: []string{"scheme"},
		// A line that does not apply has no number.
		IsLine:   func(depth int, s explain.Step) bool { return depth <= 2 && s.Value.State == explain.Known },
		Standing: "by_score", Rankings: []string{"by_score"},
		Page: "scorecard.md", Worked: []string{"C03", "C04", "C19"}, Fact: attendance,
	}
}

// attendance counts the attendance events of an agent that are upheld and not
// excluded: the one fact of the page that no row of the month gives.
func attendance(m twin.Month, agent, name string) *big.Rat {
	if name != "attendance events" {
		return nil
	}
	n := int64(0)
	for _, e := range m.Events {
		excluded := slices.ContainsFunc(m.Exclusions, func(x twin.Exclusion) bool { return x.Event == e.ID })
		if e.Agent == agent && e.Status == "" && !excluded {
			n++
		}
	}
	return big.NewRat(n, 1)
}

// TestMain knows the flag that lets the twin write its result:
//
//	go test ./examples/scorecard -run TestTwin -write
func TestMain(m *testing.M) { shop.Main(m) }

func TestTwinAgreesWithTheCommittedResult(t *testing.T) { card().TwinAgreesWithTheCommittedResult(t) }

func TestTwinDoesNotDependOnTheOrderOfAnything(t *testing.T) {
	card().TwinDoesNotDependOnTheOrderOfAnything(t)
}

func TestTheEngineGivesTheTwinsResult(t *testing.T)       { card().EngineGivesTheTwinsResult(t) }
func TestTheEngineGivesTheLinesWorkedByHand(t *testing.T) { card().EngineGivesTheWorkedLines(t) }
func TestEveryExplanationIsItsNumber(t *testing.T)        { card().ExplanationsAreTheirNumbers(t) }
func TestTheBytesDependOnNothingElse(t *testing.T)        { card().BytesDependOnNothingElse(t) }
func TestASlipIsExplainedInBothLanguages(t *testing.T)    { card().SlipsAreExplainedInBothLanguages(t) }
func TestAResultIsReadByManyAtOnce(t *testing.T)          { card().ResultIsReadByManyAtOnce(t) }
func TestTheLinesWorkedByHandAddUp(t *testing.T) {
	card().WorkedLinesAddUp(t, func(*testing.T, shop.Worked) {})
}
func TestTheLinesWorkedByHandAreTheResult(t *testing.T) { card().WorkedLinesAreTheResult(t) }
func TestTheFactsWorkedByHandAreTheFiles(t *testing.T)  { card().WorkedFactsAreTheFiles(t) }
func TestThePageQuotesWhatSlipsSay(t *testing.T)        { card().PageQuotesWhatSlipsSay(t) }
