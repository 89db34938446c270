package stages

import (
	"io/fs"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.yaml.in/yaml/v4"

	"github.com/cspay/cspay/examples/internal/shop"
	"github.com/cspay/cspay/examples/internal/twin"
	"github.com/cspay/cspay/payout"
	"github.com/cspay/cspay/policy"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// names are the stages in their order, which is that of the page's columns.
func names() []string { return []string{"start-up", "growth", "mature"} }

// stage is one of the three as a shop of its own.
func stage(t *testing.T, name string) shop.Shop {
	t.Helper()
	files, err := fs.Sub(Files, name)
	require.NoError(t, err)
	return shop.Shop{
		Files: files, YAML: yaml.Unmarshal, Agents: 12,
		Twin: map[string]func(twin.Month) (twin.Result, error){
			"start-up": twin.CloseStartUp, "growth": twin.CloseGrowth, "mature": twin.CloseMature,
		}[name],
		Schemes: []string{"scheme"},
		// A line that does not apply has no number.
		IsLine:   func(depth int, s explain.Step) bool { return depth <= 2 && s.Value.State == explain.Known },
		Standing: "by_score", Rankings: []string{"by_score"},
		Page: "stages.md", Worked: []string{"S01", "S05", "S11"},
	}
}

// each runs a check of all three stages.
func each(t *testing.T, check func(s shop.Shop, t *testing.T)) {
	t.Helper()
	for _, name := range names() {
		t.Run(name, func(t *testing.T) { check(stage(t, name), t) })
	}
}

// TestMain knows the flag that lets the twin write its results:
//
//	go test ./examples/stages -run TestTwin -write
func TestMain(m *testing.M) { shop.Main(m) }

func TestTwinAgreesWithTheCommittedResult(t *testing.T) {
	for _, name := range names() {
		t.Run(name, func(t *testing.T) {
			t.Chdir(name) // where expected.json lies
			stage(t, name).TwinAgreesWithTheCommittedResult(t)
		})
	}
}

func TestTwinDoesNotDependOnTheOrderOfAnything(t *testing.T) {
	each(t, shop.Shop.TwinDoesNotDependOnTheOrderOfAnything)
}

func TestTM3_TheEngineGivesTheTwinsResults(t *testing.T) {
	each(t, shop.Shop.EngineGivesTheTwinsResult)
}

func TestEveryExplanationIsItsNumber(t *testing.T) { each(t, shop.Shop.ExplanationsAreTheirNumbers) }

func TestTheBytesDependOnNothingElse(t *testing.T) { each(t, shop.Shop.BytesDependOnNothingElse) }

func TestAResultIsReadByManyAtOnce(t *testing.T) { each(t, shop.Shop.ResultIsReadByManyAtOnce) }

func TestTheFactsWorkedByHandAreTheFiles(t *testing.T) { each(t, shop.Shop.WorkedFactsAreTheFiles) }

func TestASlipIsExplainedInBothLanguages(t *testing.T) {
	each(t, shop.Shop.SlipsAreExplainedInBothLanguages)
}

// TestTM3_TheStagesDifferInTheirPayAlone is what makes the three a template.
func TestTM3_TheStagesDifferInTheirPayAlone(t *testing.T) {
	blank := func(name string) policy.Document {
		doc := stage(t, name).Policy(t).Document()
		assert.NotEmpty(t, doc.Scheme.Indicators, "a whole policy")
		assert.NotEmpty(t, doc.Pay.Items)
		doc.ID, doc.Name, doc.Pay = "", facts.Text{}, payout.Plan{}
		return doc
	}
	startUp := blank("start-up")
	assert.Equal(t, startUp, blank("growth"))
	assert.Equal(t, startUp, blank("mature"))
}

func TestTM3_EachStageHasItsOwnItems(t *testing.T) {
	for name, want := range map[string][]string{
		"start-up": {"base_pay", "commission"},
		"growth":   {"base_pay", "performance_pay"},
		"mature":   {"base_pay", "performance_pay", "award"},
	} {
		t.Run(name, func(t *testing.T) {
			p := stage(t, name).Policy(t)
			var kinds []string
			for _, item := range p.Document().Pay.Items {
				kinds = append(kinds, item.Pay.Kind())
				assert.True(t, item.Sample.All, "%s has figures of its own", item.ID)
			}
			assert.Equal(t, want, kinds)
			assert.Equal(t, "stage-"+name, p.ID())
			assert.Empty(t, p.Warnings())
			assert.Empty(t, stage(t, name).Close(t).Warnings())
		})
	}
}

func TestTM3_TheStagesHaveTheSameFacts(t *testing.T) {
	for _, file := range []string{"facts.yaml", "daily.csv"} {
		want, err := fs.ReadFile(Files, "start-up/"+file)
		require.NoError(t, err)
		for _, name := range []string{"growth", "mature"} {
			got, err := fs.ReadFile(Files, name+"/"+file)
			require.NoError(t, err)
			assert.Equal(t, string(want), string(got), "%s of %s", file, name)
		}
	}
}
