package policy

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/payout"
	"github.com/cspay/cspay/rank"
	"github.com/cspay/cspay/scoring"
	"github.com/cspay/cspay/scoring/facts"
)

// perClause counts figures by their clause, as a person does in the file.
func perClause(gaps []Gap) map[string]int {
	n := map[string]int{}
	for _, g := range gaps {
		n[g.Clause]++
	}
	return n
}

// TestGapsOfTheShops counts in the files, line by line.
func TestGapsOfTheShops(t *testing.T) {
	t.Parallel()
	t.Run("ZW: 59 sample figures", func(t *testing.T) {
		t.Parallel()
		p, err := LoadFile("../examples/daily-pool/policy.yaml")
		require.NoError(t, err)
		gaps := p.Gaps()
		assert.Equal(t, map[string]int{
			"accounts.fund":              1, // offender
			"scheme.response":            5, // points, target, formula, floor, cap
			"scheme.satisfaction":        4, // points, target, floor, cap
			"scheme.slow":                8, // points, three limits, three shares, else
			"scheme.answer_ask":          4,
			"scheme.reply":               4,
			"scheme.exam":                2, // points, out_of
			"scheme.reviews":             2, // points, over
			"scheme.fund_overflow":       1, // points_per_yuan
			"pay.base":                   1, // basis
			"pay.commission":             4, // a limit, two rates, negative
			"pay.bonus":                  10,
			"pay.pool":                   7, // five faults, unpaid leave, absence
			"pay.champion":               2, // one amount, ties
			"guard":                      1, // region
			"improvement_plans.coaching": 3, // what opens it, two goals
		}, perClause(gaps))
		assert.Len(t, gaps, 59)
		assert.Equal(t, Gap{
			Path: "accounts[0].silent.offender", Clause: "accounts.fund", Key: "silent.offender", Value: "relieved",
			Name: facts.Text{ZH: "互检基金", EN: "Peer-inspection fund"},
			Decides: facts.Text{
				ZH: "决定同事代罚以后出错者本人在「互检基金」里还扣不扣",
				EN: "whether the one who erred still pays into Peer-inspection fund beside a silent colleague",
			},
			Source: "互检方案", File: "../examples/daily-pool/policy.yaml", Line: 54, Column: 34,
		}, gaps[0])
		assert.Equal(t, Gap{
			Path: "scheme[0].points", Clause: "scheme.response", Key: "points", Value: "20",
			Name:    facts.Text{ZH: "响应速度", EN: "Response"},
			Decides: facts.Text{ZH: "决定「响应速度」满分多少分", EN: "how many points Response is worth"},
			File:    "../examples/daily-pool/policy.yaml", Line: 59, Column: 60,
		}, gaps[1])
	})
	t.Run("SW: 71 sample figures", func(t *testing.T) {
		t.Parallel()
		p, err := LoadFile("../examples/kpi-85-15/policy.yaml")
		require.NoError(t, err)
		gaps := p.Gaps()
		assert.Equal(t, map[string]int{
			"panels.teamwork":                3, // least, most, quorum
			"panels.attribution":             2, // tie, quorum
			"schemes.pre_sales.conversion":   4,
			"schemes.pre_sales.sales":        3, // its target is a metric
			"schemes.pre_sales.response":     5,
			"schemes.pre_sales.answer_ask":   4,
			"schemes.pre_sales.reply":        8,
			"schemes.pre_sales.product_exam": 2,
			"schemes.pre_sales.speech_exam":  2,
			"schemes.pre_sales.teamwork":     1,
			"schemes.pre_sales.tasks":        4,
			"schemes.after_sales.response":   5,
			"schemes.after_sales.answer_ask": 4,
			"schemes.after_sales.invite":     4,
			"schemes.after_sales.good_rate":  4,
			"schemes.after_sales.complaints": 1, // within
			"pay.base":                       1,
			"pay.bonus":                      10,
			"pay.champion":                   2,
			"pay.star":                       1,
			"guard":                          1, // region
		}, perClause(gaps))
		assert.Len(t, gaps, 71)
		assert.Equal(t, "0", gaps[0].Value, "the lowest mark of the scale is stated as 0")
	})
}

// TestSampleKeys has a key, a key of the kind, one below another and one entry
// of a table.
func TestSampleKeys(t *testing.T) {
	t.Parallel()
	load := func(t *testing.T, sample string) (*Policy, error) {
		t.Helper()
		return Load(strings.NewReader(strings.Replace(marked, "SAMPLE", sample, 1)))
	}
	cases := []struct {
		it, sample string
		want       []string
	}{
		{"true marks the clause with its kind and what is below it", "true", []string{
			"when[0].at_least=90", "amount=3000", "share=table", "faults.late=20%", "faults.rude=50%", "rest=keep",
		}},
		{"a key marks what stands below it", "[faults]", []string{"faults.late=20%", "faults.rude=50%"}},
		{"a key below another", "[at_least]", []string{"when[0].at_least=90"}},
		{"an entry of a table", "[rude]", []string{"faults.rude=50%"}},
		{"the word of the kind", "[daily_pool]", []string{"amount=3000", "share=table", "faults.late=20%", "faults.rude=50%", "rest=keep"}},
		{"two keys", "[rest, amount]", []string{"amount=3000", "rest=keep"}},
		{"a metric is no figure, unless it is named", "[metric]", []string{"when[0].metric=exam"}},
		{"a key that is left out states nothing", "[absence]", nil},
		{"no key at all", "[]", nil},
	}
	for _, c := range cases {
		t.Run(c.it, func(t *testing.T) {
			t.Parallel()
			p, err := load(t, c.sample)
			require.NoError(t, err)
			assert.Equal(t, c.want, figures(p.Gaps()))
		})
	}
	refused := []struct{ it, sample, want string }{
		{"a misspelt key", "[fault]", `a known key; the nearest is "faults"`},
		{"a misspelt entry of a table", "[ruda]", `a known key; the nearest is "rude"`},
		{"a key in capitals", "[Amount]", `the key "amount", in this case of letters`},
		{"the id is no figure", "[id]", `a known key: `},
		{"a name is no figure", "[name]", `a known key: `},
		{"a key of another kind", "[coefficient]", `a known key: `},
	}
	for _, c := range refused {
		t.Run(c.it+" is refused", func(t *testing.T) {
			t.Parallel()
			_, err := load(t, c.sample)
			var list Problems
			require.ErrorAs(t, err, &list)
			require.Len(t, list, 1)
			assert.Equal(t, facts.CodeNameUnknown, list[0].Code)
			assert.Equal(t, "pay.items[0].sample[0]", list[0].Path)
			assert.Equal(t, []int{17, 14}, []int{list[0].Line, list[0].Column})
			assert.True(t, strings.HasPrefix(list[0].Want, c.want), list[0].Want)
		})
	}
}

// marked is a policy with one clause to mark.
const marked = `format: cspay/v1
id: shop
currency: CNY
metrics:
  exam: {unit: points, better: higher}
events:
  late: {name: {zh: 迟复, en: Late reply}}
  rude: {}
pay:
  - id: pool
    when: [{metric: exam, at_least: 90}]
    daily_pool:
      amount: 3000.00
      share: table
      faults: {late: 20%, rude: 50%}
      rest: keep
    sample: SAMPLE
`

// figures are the keys of gaps with their values.
func figures(gaps []Gap) []string {
	var out []string
	for _, g := range gaps {
		value := g.Value
		if g.Missing {
			value = "?"
		}
		out = append(out, g.Key+"="+value)
	}
	return out
}

func TestGapsAreToldByTheirNames(t *testing.T) {
	t.Parallel()
	p, err := Load(strings.NewReader(strings.Replace(marked, "SAMPLE", "[faults]", 1)))
	require.NoError(t, err)
	gaps := p.Gaps()
	require.Len(t, gaps, 2)
	assert.Equal(t, facts.Text{ZH: "pool", EN: "pool"}, gaps[0].Name, "a clause without a name is called by its id")
	assert.Equal(t, facts.Text{
		ZH: "决定一次「迟复」扣「pool」当日份额的多少", EN: "what share of the day's slice of pool one late reply costs",
	}, gaps[0].Decides)
	assert.Equal(t, "决定一次「rude」扣「pool」当日份额的多少", gaps[1].Decides.ZH)
	assert.Equal(t, "policy.yaml", gaps[1].File, "a stream is named by its form")
}

// TestGapsOfALiteral has no places, the order of the canonical document, and
// the values of the document that says the same.
func TestGapsOfALiteral(t *testing.T) {
	t.Parallel()
	p, err := Load(strings.NewReader(strings.Replace(marked, "SAMPLE", "true", 1)))
	require.NoError(t, err)
	literal, err := New(p.Document())
	require.NoError(t, err)
	want := p.Gaps()
	for i := range want {
		want[i].File, want[i].Line, want[i].Column = "", 0, 0
	}
	assert.Equal(t, want, literal.Gaps())
	again, err := GapsOf(p.Document())
	require.NoError(t, err)
	assert.Equal(t, want, again)
}

func TestAKindFromOutsideHasGaps(t *testing.T) {
	t.Parallel()
	gaps, err := GapsOf(Document{ID: "x", Currency: "CNY", Scheme: scoring.Scheme{Indicators: []scoring.Indicator{{
		ID: "moon", Points: d("100"), Rule: half{Of: d("2.50")}, Cite: facts.Cite{Sample: facts.Sample{Keys: []string{"of"}}},
	}}}})
	require.NoError(t, err)
	require.Len(t, gaps, 1)
	assert.Equal(t, Gap{
		Path: "scheme[0].half.of", Clause: "scheme.moon", Key: "of", Value: gaps[0].Value, Name: facts.Text{ZH: "moon", EN: "moon"},
		Decides: facts.Text{ZH: "决定「moon」的 of", EN: "what of is in moon"},
	}, gaps[0])
	assert.True(t, d(gaps[0].Value).Equal(d("2.5")))
}

// TestCasesAreOfTheirClause has two cases with ids of their own.
func TestCasesAreOfTheirClause(t *testing.T) {
	t.Parallel()
	zero := d("0")
	gaps, err := GapsOf(Document{
		ID: "x", Currency: "CNY", Metrics: facts.Metrics{"notes": {Unit: facts.Count}},
		Pay: payout.Plan{Items: []payout.Item{{ID: "notes", Pay: payout.Penalty{Match: payout.FirstMatch, Cases: []payout.Case{
			{ID: "none", When: facts.When{{Metric: "notes", AtMost: &zero}}, Amount: d("5")}, {ID: "some", Amount: d("1")},
		}}, Cite: facts.Cite{Sample: facts.Sample{All: true}}}}},
	})
	require.NoError(t, err)
	assert.Equal(t, []string{"match=first", "cases[0].when[0].at_most=0", "cases[0].amount=5", "cases[1].amount=1"}, figures(gaps))
	assert.Equal(t, map[string]int{"pay.notes": 4}, perClause(gaps))
	assert.Equal(t, "how many yuan case 2 of notes comes to", gaps[3].Decides.EN)
}

func TestAClauseBelowAClause(t *testing.T) {
	t.Parallel()
	inspection := func(own, source facts.Sample) []string {
		gaps, err := GapsOf(Document{ID: "x", Currency: "CNY", Inspections: facts.Inspections{"chat": {
			Mark: d("100"), Fatal: []string{"insult"}, Cite: facts.Cite{Sample: own},
			Sources: map[string]facts.ChatSource{"random": {Sampled: true, Cite: facts.Cite{Sample: source}}},
		}}, Pay: payout.Plan{Items: []payout.Item{{ID: "b", Pay: payout.BasePay{Amount: d("1"), Basis: payout.Calendar}}}}})
		require.NoError(t, err)
		var out []string
		for _, g := range gaps {
			out = append(out, g.Clause+" "+g.Key)
		}
		return out
	}
	all, none := facts.Sample{All: true}, facts.Sample{}
	both := []string{"inspections.chat mark", "inspections.chat.sources.random sampled"}
	assert.Equal(t, both, inspection(all, none), "the whole clause holds the clauses below it")
	assert.Equal(t, both, inspection(all, all), "a figure that is marked twice is one gap")
	assert.Equal(t, both[1:], inspection(none, all))
	assert.Equal(t, both[1:], inspection(facts.Sample{Keys: []string{"sources"}}, none))
	assert.Empty(t, inspection(none, none))
}

// TestClausesOfALadder are named as explanations cite them.
func TestClausesOfALadder(t *testing.T) {
	t.Parallel()
	all, pay := facts.Cite{Sample: facts.Sample{All: true}}, d("500")
	doc := Document{ID: "x", Currency: "CNY", Ladder: rank.Ladder{
		Levels:    []rank.Level{{ID: "P1"}, {ID: "P2", Pay: &pay, Cite: all}},
		Promotion: &rank.Promotion{Windows: []int{6, 12}, Cite: all},
	}}
	walk := newGapWalk(&doc, kindTable{})
	walk.samples()
	assert.Equal(t, []string{"pay=500", "windows[0]=6", "windows[1]=12"}, figures(walk.found))
	assert.Equal(t, map[string]int{"ladder.levels.P2": 1, "ladder.promotion": 2}, perClause(walk.found))
}
