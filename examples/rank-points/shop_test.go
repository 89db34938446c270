package rankpoints

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

func yt() shop.Shop {
	return shop.Shop{
		Files: Files, YAML: yaml.Unmarshal, Twin: twin.CloseYT, Agents: 25,
		Schemes: []string{"schemes.regular", "schemes.probation"},
		// The lines stand in their blocks; one that does not apply has no number.
		IsLine: func(depth int, s explain.Step) bool {
			return depth <= 3 && s.Value.State == explain.Known
		},
		Standing: "by_score", Rankings: []string{"by_score", "by_sales", "by_orders", "pk"},
		Page: "yt.md", Worked: []string{"C01", "C09", "C13"}, Fact: fact,
	}
}

// TestMain knows the flag that lets the twin write its result:
//
//	go test ./examples/rank-points -run TestTwin -write
func TestMain(m *testing.M) { shop.Main(m) }

func TestTwinAgreesWithTheCommittedResult(t *testing.T) { yt().TwinAgreesWithTheCommittedResult(t) }

func TestTwinDoesNotDependOnTheOrderOfAnything(t *testing.T) {
	yt().TwinDoesNotDependOnTheOrderOfAnything(t)
}

func TestTheEngineGivesTheTwinsResult(t *testing.T)       { yt().EngineGivesTheTwinsResult(t) }
func TestTheEngineGivesTheLinesWorkedByHand(t *testing.T) { yt().EngineGivesTheWorkedLines(t) }
func TestEveryExplanationIsItsNumber(t *testing.T)        { yt().ExplanationsAreTheirNumbers(t) }
func TestTheBytesDependOnNothingElse(t *testing.T)        { yt().BytesDependOnNothingElse(t) }
func TestASlipIsExplainedInBothLanguages(t *testing.T)    { yt().SlipsAreExplainedInBothLanguages(t) }
func TestAResultIsReadByManyAtOnce(t *testing.T)          { yt().ResultIsReadByManyAtOnce(t) }
func TestTheLinesWorkedByHandAreTheResult(t *testing.T)   { yt().WorkedLinesAreTheResult(t) }
func TestTheFactsWorkedByHandAreTheFiles(t *testing.T)    { yt().WorkedFactsAreTheFiles(t) }

func TestTheLinesWorkedByHandAddUp(t *testing.T) {
	yt().WorkedLinesAddUp(t, func(t *testing.T, w shop.Worked) {
		t.Helper()
		blocks := []shop.Entry{{Value: w.Value("named")}}
		for _, block := range []string{"efficiency", "quality", "team", "service", "process"} {
			if points := w.Value(block + ".points"); points != "" {
				blocks = append(blocks, shop.Entry{Value: points})
			}
		}
		assert.Greater(t, len(blocks), 2)
		assert.Equal(t, w.Value("score"), shop.Sum(t, blocks...))
	})
}

// fact returns the figures of the page that are no figures of the roster or the
// days: days rostered, events that count, what the team has together, and the
// marks of checked chats.
func fact(m twin.Month, agent, name string) *big.Rat {
	what, of, _ := strings.Cut(name, " ")
	switch {
	case name == "rostered days":
		return rostered(shop.Agents(m)[agent])
	case what == "team" && of != "chats" && of != "errors":
		total := new(big.Rat)
		for _, a := range m.Agents {
			if teamOf(a) == teamOf(shop.Agents(m)[agent]) {
				total.Add(total, shop.Figure(a, of))
			}
		}
		return total
	case what == "team":
		return checked(m, of, func(c twin.Chat) bool {
			return teamOf(shop.Agents(m)[c.Agent]) == teamOf(shop.Agents(m)[agent])
		})
	case slices.Contains([]string{"satisfied", "dissatisfied"}, what) && of != "":
		return checked(m, of, func(c twin.Chat) bool { return c.Agent == agent && c.Source == what })
	case slices.Contains([]string{"praises", "blames"}, name):
		return upheld(m, agent, strings.TrimSuffix(name, "s"))
	}
	return nil
}

// rostered counts the rows of days that are not rest.
func rostered(a twin.Agent) *big.Rat {
	n := int64(0)
	for _, d := range a.Days {
		if d.Attendance != "rest" {
			n++
		}
	}
	return big.NewRat(n, 1)
}

// teamOf is the team at the end of the month.
func teamOf(a twin.Agent) string {
	team := a.Team
	for _, m := range a.Memberships {
		if m.Team != "" {
			team = m.Team
		}
	}
	return team
}

// checked counts chats or the errors found in them.
func checked(m twin.Month, what string, wanted func(twin.Chat) bool) *big.Rat {
	n := 0
	for _, c := range m.Chats {
		switch {
		case !wanted(c):
		case what == "chats":
			n++
		case what == "errors":
			n += len(c.Items)
		}
	}
	return big.NewRat(int64(n), 1)
}

// upheld counts an agent's events of a kind that are upheld; none of those that
// the page works out is excluded.
func upheld(m twin.Month, agent, kind string) *big.Rat {
	n := int64(0)
	for _, e := range m.Events {
		if e.Agent == agent && e.Kind == kind && (e.Status == "" || e.Status == "upheld") {
			n++
		}
	}
	return big.NewRat(n, 1)
}

func TestThePageQuotesWhatSlipsSay(t *testing.T) { yt().PageQuotesWhatSlipsSay(t) }
