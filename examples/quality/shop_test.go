package quality

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

func lf() shop.Shop {
	return shop.Shop{
		Files: Files, YAML: yaml.Unmarshal, Twin: twin.CloseLF, Agents: 18,
		Schemes: []string{"scheme"},
		// A line that does not apply has no number.
		IsLine:   func(depth int, s explain.Step) bool { return depth == 2 && s.Value.State == explain.Known },
		Standing: "by_score", Rankings: []string{"by_score", "by_quality"},
		Page: "lf.md", Worked: []string{"L03", "L04", "L09"}, Fact: inspected,
	}
}

// TestMain knows the flag that lets the twin write its result:
//
//	go test ./examples/quality -run TestTwin -write
func TestMain(m *testing.M) { shop.Main(m) }

func TestTwinAgreesWithTheCommittedResult(t *testing.T) { lf().TwinAgreesWithTheCommittedResult(t) }

func TestTwinDoesNotDependOnTheOrderOfAnything(t *testing.T) {
	lf().TwinDoesNotDependOnTheOrderOfAnything(t)
}

func TestTheEngineGivesTheTwinsResult(t *testing.T)       { lf().EngineGivesTheTwinsResult(t) }
func TestTheEngineGivesTheLinesWorkedByHand(t *testing.T) { lf().EngineGivesTheWorkedLines(t) }
func TestEveryExplanationIsItsNumber(t *testing.T)        { lf().ExplanationsAreTheirNumbers(t) }
func TestTheBytesDependOnNothingElse(t *testing.T)        { lf().BytesDependOnNothingElse(t) }
func TestASlipIsExplainedInBothLanguages(t *testing.T)    { lf().SlipsAreExplainedInBothLanguages(t) }
func TestAResultIsReadByManyAtOnce(t *testing.T)          { lf().ResultIsReadByManyAtOnce(t) }
func TestTheLinesWorkedByHandAreTheResult(t *testing.T)   { lf().WorkedLinesAreTheResult(t) }
func TestTheFactsWorkedByHandAreTheFiles(t *testing.T)    { lf().WorkedFactsAreTheFiles(t) }

func TestTheLinesWorkedByHandAddUp(t *testing.T) {
	lf().WorkedLinesAddUp(t, func(t *testing.T, w shop.Worked) {
		t.Helper()
		want := map[string]int{"L03": 7, "L04": 8, "L09": 7} // the lines that apply
		assert.Len(t, w.Under("scheme."), want[w.Agent])
	})
}

func TestThePageQuotesWhatSlipsSay(t *testing.T) { lf().PageQuotesWhatSlipsSay(t) }

// inspected returns what the page states of an agent's chats: how many came
// from a source, in how many an error was found, how many customers were passed
// to the survey of how many that somebody looked at, and the days with another
// number of random picks than three.
func inspected(m twin.Month, agent, name string) *big.Rat {
	count := func(holds func(twin.Chat) bool) *big.Rat {
		n := int64(0)
		for _, c := range m.Chats {
			if c.Agent == agent && holds(c) {
				n++
			}
		}
		return big.NewRat(n, 1)
	}
	word, of, _ := strings.Cut(name, " ")
	switch word {
	case "chats":
		return count(func(c twin.Chat) bool { return of == "" || c.Source == of })
	case "found":
		item, source, _ := strings.Cut(of, " ")
		return count(func(c twin.Chat) bool { return c.Source == source && slices.Contains(c.Items, item) })
	case "looked":
		return count(func(c twin.Chat) bool { return c.Transferred != nil })
	case "transferred":
		return count(func(c twin.Chat) bool { return c.Transferred != nil && *c.Transferred })
	case "picks":
		return count(func(c twin.Chat) bool { return c.Source == "random" && c.Date == of })
	default:
		return nil
	}
}
