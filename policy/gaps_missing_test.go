package policy

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/payout"
	"github.com/cspay/cspay/scoring"
	"github.com/cspay/cspay/scoring/facts"
)

// incomplete lacks a figure of each sort, in a document whose other figures
// are samples.
const incomplete = `format: cspay/v1
id: shop
currency: CNY
metrics:
  sales: {unit: money, better: higher}
  response: {unit: seconds, better: lower}
  exam: {better: higher}
panels:
  vote: {name: {zh: 投票, en: Vote}, about: agent}
accounts:
  - {id: fund, opening: 100, unit: money, charges: {late: 10}, silent: {times: 2}, sample: [silent]}
scheme:
  - {id: speed, name: {zh: 速度, en: Speed}, points: , attainment: {metric: response, cap: 100%}, sample: true, source: 三.1}
  - {id: exam, points: 40, bands: {metric: sales, steps: [{at_least: 90, share: 100%}, {share: 50%}, {at_least: 70}]}, sample: [steps]}
  - {id: over, overflow: {account: fund}}
  - {id: worse, points: many, attainment: {metric: sales, target: 0, cap: 0.1.2}, sample: true}
pay:
  - {id: commission, commission: {metric: sales}}
  - {id: pool, daily_pool: {amount: 5000, share: table}}
  - {id: error_rate, daily_pool: {amount: 5000, share: error_rate, errors: sales}}
  - {id: award, rank_award: {ranking: by_sales, amounts: []}}
  - {id: bonus, bonus: {by: score, steps: [{at_least: 1, coefficient: 1}], else: 0}, sample: [else]}
rankings:
  - {id: by_sales, by: sales}
`

// TestMissingFigures has what is missing first, then the samples that could be
// read. What is there and wrong is neither, and a metric is no figure.
func TestMissingFigures(t *testing.T) {
	t.Parallel()
	gaps, err := GapsFrom(strings.NewReader(incomplete))
	_, loaded := Load(strings.NewReader(incomplete))
	require.Error(t, err)
	assert.Equal(t, loaded, err, "the problems are those of Load")
	var got []string
	for _, g := range gaps {
		value := g.Value
		if g.Missing {
			value = "?"
		}
		got = append(got, g.Path+"="+value)
	}
	assert.Equal(t, []string{
		"metrics.exam.unit=?",
		"panels.vote.scale=?",
		"accounts[0].silent.offender=?",
		"scheme[0].points=?",
		"scheme[0].attainment.formula=?",
		"scheme[0].attainment.target=?",
		"scheme[1].bands.steps[1]=?",
		"scheme[1].bands.steps[2].share=?",
		"scheme[2].overflow.points_per_yuan=?",
		"pay[0].commission.rate=?",
		"pay[1].daily_pool.faults=?",
		"pay[3].rank_award.amounts=?",
		"pay[4].bonus.amount=?",
		"accounts[0].silent.times=2",
		"scheme[0].attainment.cap=1",
		"scheme[1].bands.steps[0].at_least=90",
		"scheme[1].bands.steps[0].share=100%",
		"scheme[1].bands.steps[1].share=50%",
		"scheme[1].bands.steps[2].at_least=70",
		"pay[4].bonus.else=0",
	}, got)
	assert.Equal(t, Gap{
		Path: "scheme[0].points", Clause: "scheme.speed", Key: "points", Missing: true,
		Name: facts.Text{ZH: "速度", EN: "Speed"}, Source: "三.1",
		Decides: facts.Text{ZH: "决定「速度」满分多少分", EN: "how many points Speed is worth"},
		File:    "policy.yaml", Line: 13, Column: 52,
	}, gaps[3])
	assert.Equal(t, "how many yuan place 1 gets from award", gaps[11].Decides.EN)
	assert.Equal(t, "what share of the day's slice of pool one event of each kind costs", gaps[10].Decides.EN)
}

// TestMissingFiguresAreAmongTheProblems: nothing is said to be missing that
// Load does not refuse at that place.
func TestMissingFiguresAreAmongTheProblems(t *testing.T) {
	t.Parallel()
	gaps, err := GapsFrom(strings.NewReader(incomplete))
	var list Problems
	require.ErrorAs(t, err, &list)
	at := map[string]Problem{}
	for _, p := range list {
		at[plainPath(p.Path)] = *p
	}
	for _, g := range gaps {
		p, ok := at[plainPath(g.Path)]
		assert.Equal(t, g.Missing, ok, g.Path)
		if ok {
			assert.Equal(t, []any{p.File, p.Line, p.Column}, []any{g.File, g.Line, g.Column})
		}
	}
}

func TestMissingFiguresOfALiteral(t *testing.T) {
	t.Parallel()
	gaps, err := GapsOf(Document{
		ID: "x", Currency: "CNY",
		Metrics: facts.Metrics{"wait": {Unit: facts.Seconds, Better: facts.Lower}},
		Scheme: scoring.Scheme{Blocks: []scoring.Block{{ID: "kpi", Points: d("100")}}, Indicators: []scoring.Indicator{{
			ID: "wait", Block: "kpi", Points: d("100"), Rule: scoring.Attainment{Metric: "wait"},
			Cite: facts.Cite{Sample: facts.Sample{All: true}},
		}}},
		Pay: payout.Plan{Items: []payout.Item{{ID: "base", Pay: payout.BasePay{Basis: payout.Calendar}}}},
	})
	wellFormed(t, err)
	assert.Equal(t, []string{"formula=?", "target=?", "amount=?", "points=100"}, figures(gaps))
	assert.Equal(t, "scheme.indicators[0].attainment.formula", gaps[0].Path, "a scheme with blocks is no bare list")
	assert.Zero(t, gaps[0].Line)
}

func TestGapsOfWhatCanNotBeRead(t *testing.T) {
	t.Parallel()
	cases := []struct{ it, text string }{
		{"nothing", ""},
		{"a broken line", "pay: [\n"},
		{"a list", "- 1\n"},
		{"no text", "\xff\xfe"},
		{"no policy", "format: cspay/v1\n"},
		{"clauses of the wrong shape", "pay: 1\nscheme: {a: 1}\nmetrics: [1]\n"},
	}
	for _, c := range cases {
		t.Run(c.it, func(t *testing.T) {
			t.Parallel()
			gaps, err := GapsFrom(strings.NewReader(c.text))
			_, loaded := Load(strings.NewReader(c.text))
			assert.Empty(t, gaps)
			assert.Equal(t, loaded, err)
			wellFormed(t, err)
		})
	}
	t.Run("a literal that holds itself", func(t *testing.T) {
		t.Parallel()
		rules := []scoring.Rule{nil}
		rules[0] = best{Others: rules}
		gaps, err := GapsOf(Document{ID: "x", Currency: "CNY", Scheme: scoring.Scheme{Indicators: []scoring.Indicator{
			{ID: "a", Points: d("100"), Rule: rules[0], Cite: facts.Cite{Sample: facts.Sample{All: true}}},
		}}})
		assert.Empty(t, gaps)
		wellFormed(t, err)
	})
	t.Run("a kind that panics", func(t *testing.T) {
		t.Parallel()
		gaps, err := GapsOf(Document{ID: "x", Currency: "CNY", Scheme: scoring.Scheme{Indicators: []scoring.Indicator{
			{ID: "a", Points: d("100"), Rule: wordPanics{}, Cite: facts.Cite{Sample: facts.Sample{All: true}}},
		}}})
		assert.Equal(t, []string{"points=100"}, figures(gaps))
		wellFormed(t, err)
	})
	t.Run("a file that is not there", func(t *testing.T) {
		t.Parallel()
		gaps, err := GapsFile("../examples/no-such-shop/policy.yaml")
		assert.Empty(t, gaps)
		assert.ErrorIs(t, err, facts.CodeUnreadable)
	})
}

// TestGapsFS reads what LoadFS reads, JSON too.
func TestGapsFS(t *testing.T) {
	t.Parallel()
	fsys := fstest.MapFS{
		"shop.json": {Data: []byte(`{"format":"cspay/v1","id":"x","currency":"CNY",` +
			`"pay":[{"id":"b","base_pay":{"amount":1,"basis":"calendar"},"sample":["basis"]}]}`)},
	}
	gaps, err := GapsFS(fsys, "shop.json")
	require.NoError(t, err)
	require.Len(t, gaps, 1)
	assert.Equal(t, []any{"pay[0].base_pay.basis", "calendar", "shop.json", 1}, []any{gaps[0].Path, gaps[0].Value, gaps[0].File, gaps[0].Line})
	_, err = GapsFS(fsys, "none.json")
	require.ErrorIs(t, err, facts.CodeUnreadable)
}

// FuzzGaps holds that whatever Load refuses is told without a panic, and that
// what it takes lacks nothing.
func FuzzGaps(f *testing.F) {
	for _, text := range []string{incomplete, marked, sample(f, "policy.yaml"), strings.Replace(marked, "SAMPLE", "[x]", 1)} {
		f.Add(text)
	}
	for _, text := range newestPolicies() {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		gaps, err := GapsFrom(strings.NewReader(text))
		p, loaded := Load(strings.NewReader(text))
		assert.Equal(t, loaded, err)
		for _, g := range gaps {
			assert.NotEmpty(t, g.Path)
			assert.NotEmpty(t, g.Decides.ZH)
			assert.False(t, g.Missing && err == nil, g.Path)
			assert.Equal(t, g.Missing, g.Value == "", g.Path)
		}
		if err == nil {
			assert.Equal(t, p.Gaps(), gaps)
		}
	})
}
