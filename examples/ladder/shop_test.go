package ladder

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

func tm() shop.Shop {
	return shop.Shop{
		Files: Files, YAML: yaml.Unmarshal, Twin: twin.CloseTM, Agents: 30,
		Schemes: []string{"schemes.pre_sales", "schemes.after_sales"},
		// The lines stand in their blocks; one that does not apply has no number.
		IsLine: func(depth int, s explain.Step) bool {
			return depth <= 3 && s.Value.State == explain.Known
		},
		Standing: "by_score", Rankings: []string{"by_score", "by_sales", "by_exam", "by_items"},
		Page: "tm.md", Worked: []string{"T04", "T20", "T23"}, Fact: booked,
	}
}

// TestMain knows the flag that lets the twin write its result:
//
//	go test ./examples/ladder -run TestTwin -write
func TestMain(m *testing.M) { shop.Main(m) }

func TestTwinAgreesWithTheCommittedResult(t *testing.T) { tm().TwinAgreesWithTheCommittedResult(t) }

func TestTwinDoesNotDependOnTheOrderOfAnything(t *testing.T) {
	tm().TwinDoesNotDependOnTheOrderOfAnything(t)
}

func TestTheEngineGivesTheTwinsResult(t *testing.T)       { tm().EngineGivesTheTwinsResult(t) }
func TestTheEngineGivesTheLinesWorkedByHand(t *testing.T) { tm().EngineGivesTheWorkedLines(t) }
func TestEveryExplanationIsItsNumber(t *testing.T)        { tm().ExplanationsAreTheirNumbers(t) }
func TestTheBytesDependOnNothingElse(t *testing.T)        { tm().BytesDependOnNothingElse(t) }
func TestASlipIsExplainedInBothLanguages(t *testing.T)    { tm().SlipsAreExplainedInBothLanguages(t) }
func TestAResultIsReadByManyAtOnce(t *testing.T)          { tm().ResultIsReadByManyAtOnce(t) }
func TestTheLinesWorkedByHandAreTheResult(t *testing.T)   { tm().WorkedLinesAreTheResult(t) }
func TestTheFactsWorkedByHandAreTheFiles(t *testing.T)    { tm().WorkedFactsAreTheFiles(t) }

func TestTheLinesWorkedByHandAddUp(t *testing.T) {
	tm().WorkedLinesAddUp(t, func(t *testing.T, w shop.Worked) {
		t.Helper()
		kpi, soft := shop.Entry{Value: w.Value("kpi.points")}, shop.Entry{Value: w.Value("soft.points")}
		assert.Equal(t, w.Value("score"), shop.Sum(t, kpi, soft))
		assert.Equal(t, soft.Value, shop.Sum(t, slices.DeleteFunc(w.Under("schemes."), outsideSoft)...))
	})
}

// outsideSoft tells the lines of the KPI block from the soft items.
func outsideSoft(e shop.Entry) bool {
	return !strings.HasSuffix(e.Name, ".attitude") && !strings.HasSuffix(e.Name, ".teamwork")
}

// booked returns the facts of the page that are no figures of the roster or the
// days: the votes and marks of a panel, and events of a kind that count.
func booked(m twin.Month, agent, name string) *big.Rat {
	kind, what, _ := strings.Cut(name, " ")
	n, sum := new(big.Rat), new(big.Rat)
	for _, b := range m.Ballots {
		if b.Topic == kind && b.Agent == agent {
			n.Add(n, big.NewRat(1, 1))
			sum.Add(sum, b.Score)
		}
	}
	switch what {
	case "votes":
		return n
	case "marks":
		return sum
	case "events":
		count := new(big.Rat)
		for _, e := range m.Events {
			if e.Agent == agent && e.Kind == kind && e.Status == "" {
				count.Add(count, big.NewRat(1, 1))
			}
		}
		return count
	default:
		return nil
	}
}

func TestThePageQuotesWhatSlipsSay(t *testing.T) { tm().PageQuotesWhatSlipsSay(t) }
