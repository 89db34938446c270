package policy

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/scoring/facts"
)

// oneRule is a policy whose only rule, on line 10 column 29, is the text.
func oneRule(rule string) string {
	return `format: cspay/v1
id: rule
currency: CNY
metrics:
  exam: {unit: number, better: higher, decimals: 3, missing: not_applicable}
  sold: {unit: money, better: higher}
  target: {unit: money}
  seconds: {unit: seconds, better: lower}
scheme:
  - {id: only, points: 100, ` + rule + `}
`
}

// given is a month of one agent with these values, on line 3 column 12.
func given(values string) shop {
	return shop{facts: "month: 2026-01\nagents:\n- {id: A1, values: {" + values + "}}\n"}
}

// scores asserts the score of the one agent of a month.
func scores(src string, s shop, want string) func(*testing.T) {
	return func(t *testing.T) {
		p, err := Load(strings.NewReader(src))
		require.NoError(t, err)
		r, err := s.close(p)
		require.NoError(t, err)
		slip, ok := r.Slip("A1")
		require.True(t, ok)
		require.True(t, slip.Scored())
		assert.Equal(t, want, slip.Score().StringFixed(2))
	}
}

// refuses asserts that a month of a policy does not close, for these problems.
func refuses(src string, s shop, want ...spot) func(*testing.T) {
	return func(t *testing.T) {
		p, err := Load(strings.NewReader(src))
		require.NoError(t, err)
		r, err := s.close(p)
		assert.Nil(t, r)
		refused(t, err, want...)
	}
}

// scoreRows are the rows about limits, targets and tiers, through Load and
// Close.
func scoreRows(add addRow) {
	limitRows(add)
	clampRows(add)
	targetRows(add)
	tierRows(add)
}

func limitRows(add addRow) {
	for n, want := range []string{"100.00", "100.00", "100.00", "100.00", "95.00", "95.00"} {
		add("071", fmt.Sprintf("R %d of more than 3", n), func(t *testing.T) {
			m := smallMonth()
			m.Agents, m.Events = m.Agents[1:], nil
			m.Agents[0].Values["exam"] = dec("100")
			for i := range n {
				m.Events = append(m.Events, facts.Event{ID: fmt.Sprint(i), Agent: "A1", Kind: "bad_review", Date: day("2026-01-05")})
			}
			r, err := loadSmall(t).Close(m, History{})
			require.NoError(t, err)
			slip, _ := r.Slip("A1")
			assert.Equal(t, want, slip.Score().StringFixed(2))
		})
	}
	bands := func(step string) string {
		return oneRule("bands: {metric: exam, steps: [{" + step + ", share: 100%}], else: 40%}")
	}
	add("072", "R 79.999 against at least 80", scores(bands("at_least: 80"), given("exam: 79.999"), "40.00"))
	add("072", "R 80 against at least 80", scores(bands("at_least: 80"), given("exam: 80"), "100.00"))
	add("072", "R 79.999 of 100 as a ratio against 80%", func(t *testing.T) {
		src := strings.Replace(oneRule("bands: {metric: rate, steps: [{at_least: 80%, share: 100%}], else: 40%}"),
			"  seconds", "  rate: {unit: percent, from: {ratio: sold, to: target}}\n  seconds", 1)
		scores(src, given("sold: 79999.99, target: 100000"), "40.00")(t)
		scores(src, given("sold: 80000.00, target: 100000"), "100.00")(t)
	})
	add("073", "R 1.9 for above 1.9", scores(bands("over: 1.9"), given("exam: 1.9"), "40.00"))
	add("073", "R 1.901 for above 1.9", scores(bands("over: 1.9"), given("exam: 1.901"), "100.00"))
	add("073", "R 1.9 for at least 1.9", scores(bands("at_least: 1.9"), given("exam: 1.9"), "100.00"))

	const award = `format: cspay/v1
id: award
currency: CNY
metrics:
  sold: {unit: money}
  target: {unit: money}
  completion: {unit: percent, better: higher, from: {ratio: sold, to: target}}
pay:
  - {id: award, bonus: {amount: 100, by: completion, steps: [{at_least: 110%, coefficient: 1}], else: 0}}
`
	for _, c := range []struct{ name, sold, want string }{
		{"R 110% exactly", "371800.00", "100.00"},
		{"R a cent short of 110%, which prints as 110.0000%", "371799.99", "0.00"},
		{"R a cent above 110%", "371800.01", "100.00"},
	} {
		add("074", c.name, func(t *testing.T) {
			p, err := Load(strings.NewReader(award))
			require.NoError(t, err)
			r, err := given("sold: " + c.sold + ", target: 338000").close(p)
			require.NoError(t, err)
			assert.Equal(t, []string{c.want}, paid(t, r, "A1", "award"))
		})
	}
}

func clampRows(add addRow) {
	bounded := func(bounds string) string {
		return `format: cspay/v1
id: bounded
currency: CNY
metrics: {exam: {unit: points}, praises: {unit: count}, blames: {unit: count}}
scheme:
` + bounds + `  indicators:
    - {id: exam, points: 100, direct: {metric: exam, out_of: 100}}
    - {id: praise, adjust: {metric: praises, each: 2}}
    - {id: blame, adjust: {metric: blames, each: -2}}
`
	}
	both := "  least: 0\n  most: 100\n"
	for _, c := range []struct{ name, bounds, values, want string }{
		{"R above full marks, no bound declared", "", "exam: 99, praises: 3, blames: 0", "105.00"},
		{"R below 0, no bound declared", "", "exam: 1, praises: 0, blames: 2", "-3.00"},
		{"R above full marks, bound", both, "exam: 99, praises: 3, blames: 0", "100.00"},
		{"R on full marks, bound", both, "exam: 98, praises: 1, blames: 0", "100.00"},
		{"R below 0, bound", both, "exam: 1, praises: 0, blames: 2", "0.00"},
		{"R on 0, bound", both, "exam: 4, praises: 0, blames: 2", "0.00"},
		{"R a line above its points, which nothing declares away", "", "exam: 120, praises: 0, blames: 0", "120.00"},
	} {
		add("075", c.name, scores(bounded(c.bounds), given(c.values), c.want))
	}
}

func targetRows(add addRow) {
	reach := func(rest string) string { return oneRule("attainment: {metric: " + rest + "}") }
	add("076", "attainment of a metric without a direction", loads("policy.yaml", reach("target, target: 5"),
		inPolicy(10, 50, facts.CodeMetricDirection)))
	add("076", "a ranking of a metric without a direction", loads("policy.yaml",
		oneRule("direct: {metric: exam, out_of: 100}")+"rankings: [{id: r, by: target}]\n",
		inPolicy(11, 12, facts.CodeMetricDirection)))
	add("076", "lower is better without a formula", loads("policy.yaml", reach("seconds, target: 30"),
		inPolicy(10, 29, facts.CodeRequired)))
	add("076", "R lower is better, said", scores(reach("seconds, target: 30, formula: gap"), given("seconds: 40"), "66.67"))

	add("077", "a target of 0", loads("policy.yaml", reach("sold, target: 0"), inPolicy(10, 64, facts.CodeTargetZero)))
	add("078", "a target below 0", loads("policy.yaml", reach("sold, target: -1"), inPolicy(10, 64, facts.CodeTargetNegative)))
	own := reach("sold, target_metric: target")
	at := func(code facts.Code) spot { return inFacts(3, 3, code, "A1") }
	add("077", "an agent's own target of 0", refuses(own, given("sold: 5, target: 0"), at(facts.CodeTargetZero)))
	add("078", "an agent's own target below 0", refuses(own, given("sold: 5, target: -0.01"), at(facts.CodeTargetNegative)))
	add("077", "R a target of a cent", scores(own, given("sold: 5, target: 0.01"), "50000.00"))
	completion := strings.Replace(oneRule("direct: {metric: rate, out_of: 1}"),
		"  seconds", "  rate: {unit: percent, from: {ratio: sold, to: target}}\n  seconds", 1)
	completion = strings.Replace(completion, "points: 100", "points: 60", 1) + "  - {id: rest, points: 40, direct: {metric: exam, out_of: 100}}\n"
	add("077", "R a ratio to 0 is not applicable", scores(completion, given("sold: 5, target: 0, exam: 50"), "50.00"))
	add("077", "R a ratio to a cent", scores(completion, given("sold: 0.01, target: 0.01, exam: 50"), "80.00"))
}

func tierRows(add addRow) {
	bands := func(steps, rest string) string {
		return oneRule("bands: {metric: exam, steps: [" + steps + "]" + rest + "}")
	}
	slabs := func(list string) string {
		return `format: cspay/v1
id: slabs
currency: CNY
metrics: {sold: {unit: money}}
pay:
  - {id: c, commission: {metric: sold, slabs: [` + list + `]}}
`
	}
	for _, c := range []struct {
		name, src    string
		line, column int
		code         facts.Code
		bounds       [2]string
	}{
		{"steps unsorted", bands("{at_least: 60, share: 50%}, {at_least: 90, share: 100%}", ", else: 0%"), 10, 87, facts.CodeBandOrder, [2]string{"60", "90"}},
		{"a step twice", bands("{at_least: 90, share: 50%}, {at_least: 90, share: 100%}", ", else: 0%"), 10, 87, facts.CodeBandOrder, [2]string{"90", "90"}},
		{"steps that look both ways, and overlap", bands("{at_least: 60, share: 50%}, {at_most: 90, share: 100%}", ", else: 0%"), 10, 87, facts.CodeBandOrder, [2]string{"60", "90"}},
		{"slabs unsorted", slabs("{up_to: 900, rate: 1%}, {up_to: 800, rate: 2%}, {rate: 3%}"), 6, 80, facts.CodeBandOrder, [2]string{"900.00", "800.00"}},
		{"a slab of nothing", slabs("{up_to: 900, rate: 1%}, {up_to: 900, rate: 2%}, {rate: 3%}"), 6, 80, facts.CodeBandOrder, [2]string{"900.00", "900.00"}},
		{"a slab below 0", slabs("{up_to: -5, rate: 1%}, {rate: 3%}"), 6, 56, facts.CodeBandOrder, [2]string{"0.00", "-5.00"}},
	} {
		add("079", c.name, func(t *testing.T) {
			loads("policy.yaml", c.src, inPolicy(c.line, c.column, c.code))(t)
			_, err := Load(strings.NewReader(c.src))
			for _, bound := range c.bounds {
				require.ErrorContains(t, err, bound, "both bounds are said")
			}
		})
	}
	add("079", "R steps beside each other have no gap", func(t *testing.T) {
		src := bands("{at_least: 90, share: 100%}, {at_least: 60, share: 50%}", ", else: 0%")
		scores(src, given("exam: 90"), "100.00")(t)
		scores(src, given("exam: 89.999"), "50.00")(t)
		scores(src, given("exam: 60"), "50.00")(t)
		scores(src, given("exam: 59.999"), "0.00")(t)
	})
	one := bands("{at_least: 90, share: 100%}", "")
	add("080", "no step, and nothing declared", refuses(one, given("exam: 89.999"), inFacts(3, 3, facts.CodeBandNone, "A1")))
	add("080", "R the last step, and nothing declared", scores(one, given("exam: 90"), "100.00"))
	add("080", "R no step, declared 0", scores(bands("{at_least: 90, share: 100%}", ", else: 0%"), given("exam: 89.999"), "0.00"))
	for name, list := range map[string]string{
		"two open tops":      "{rate: 1%}, {rate: 2%}",
		"the open top first": "{rate: 1%}, {up_to: 900, rate: 2%}, {rate: 3%}",
	} {
		add("081", name, loads("policy.yaml", slabs(list), inPolicy(6, 48, facts.CodeBandOpen)))
	}
	add("081", "no open top", loads("policy.yaml", slabs("{up_to: 900, rate: 1%}"), inPolicy(6, 56, facts.CodeBandOpen)))
	add("081", "steps without a limit", loads("policy.yaml", bands("{share: 50%}, {share: 100%}", ", else: 0%"), inPolicy(10, 59, facts.CodeBandOpen), inPolicy(10, 73, facts.CodeBandOpen)))
}
