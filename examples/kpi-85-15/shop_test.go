package kpi8515

import (
	"math/big"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"go.yaml.in/yaml/v4"

	"github.com/cspay/cspay/examples/internal/shop"
	"github.com/cspay/cspay/examples/internal/twin"
	"github.com/cspay/cspay/scoring/explain"
)

func sw() shop.Shop {
	return shop.Shop{
		Files: Files, YAML: yaml.Unmarshal, Twin: twin.CloseSW, Agents: 40,
		Schemes: []string{"schemes.pre_sales", "schemes.after_sales"},
		// The lines stand in their blocks; one that does not apply has no number.
		IsLine: func(depth int, s explain.Step) bool {
			return depth <= 3 && s.Value.State == explain.Known
		},
		Standing: "by_score", Rankings: []string{"by_score", "by_sales", "star"},
		Page: "sw.md", Worked: []string{"B03", "B09", "B30"}, Fact: teamwork,
	}
}

// TestMain knows the flag that lets the twin write its result:
//
//	go test ./examples/kpi-85-15 -run TestTwin -write
func TestMain(m *testing.M) { shop.Main(m) }

func TestTwinAgreesWithTheCommittedResult(t *testing.T) { sw().TwinAgreesWithTheCommittedResult(t) }

func TestTwinDoesNotDependOnTheOrderOfAnything(t *testing.T) {
	sw().TwinDoesNotDependOnTheOrderOfAnything(t)
}

func TestTheEngineGivesTheTwinsResult(t *testing.T)       { sw().EngineGivesTheTwinsResult(t) }
func TestTheEngineGivesTheLinesWorkedByHand(t *testing.T) { sw().EngineGivesTheWorkedLines(t) }
func TestEveryExplanationIsItsNumber(t *testing.T)        { sw().ExplanationsAreTheirNumbers(t) }
func TestTheBytesDependOnNothingElse(t *testing.T)        { sw().BytesDependOnNothingElse(t) }
func TestASlipIsExplainedInBothLanguages(t *testing.T)    { sw().SlipsAreExplainedInBothLanguages(t) }
func TestAResultIsReadByManyAtOnce(t *testing.T)          { sw().ResultIsReadByManyAtOnce(t) }
func TestTheLinesWorkedByHandAreTheResult(t *testing.T)   { sw().WorkedLinesAreTheResult(t) }
func TestTheFactsWorkedByHandAreTheFiles(t *testing.T)    { sw().WorkedFactsAreTheFiles(t) }

func TestTheLinesWorkedByHandAddUp(t *testing.T) {
	sw().WorkedLinesAddUp(t, func(t *testing.T, w shop.Worked) {
		t.Helper()
		kpi, ability := shop.Entry{Value: w.Value("kpi.points")}, shop.Entry{Value: w.Value("ability.points")}
		assert.Equal(t, w.Value("score"), shop.Sum(t, kpi, ability))
		assert.Equal(t, ability.Value, shop.Sum(t, slices.DeleteFunc(w.Under("schemes."), outsideAbility)...))
	})
}

// outsideAbility tells the lines of the KPI block from those of the other.
func outsideAbility(e shop.Entry) bool {
	id := e.Name[strings.LastIndex(e.Name, ".")+1:]
	return !slices.Contains([]string{"product_exam", "speech_exam", "teamwork", "tasks", "reviews", "complaints"}, id)
}

// teamwork returns how many votes were cast on an agent, or what they add up
// to: the facts of the page that are no figures of the roster or the days.
func teamwork(m twin.Month, agent, name string) *big.Rat {
	votes, marks := new(big.Rat), new(big.Rat)
	for _, b := range m.Ballots {
		if b.Topic == "teamwork" && b.Agent == agent {
			votes.Add(votes, big.NewRat(1, 1))
			marks.Add(marks, b.Score)
		}
	}
	return map[string]*big.Rat{"votes": votes, "marks": marks}[name]
}

func TestThePageQuotesWhatSlipsSay(t *testing.T) { sw().PageQuotesWhatSlipsSay(t) }
