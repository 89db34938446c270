package policy

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/scoring/facts"
)

// typingPolicy is that of TM10: who is regular for more than six months must
// reach 70 words, everybody else 60.
const typingPolicy = `format: cspay/v1
id: typing
currency: CNY
metrics:
  exam: {unit: points, missing: zero}
  sales: {unit: money, missing: zero}
  typing: {unit: count, better: higher}
streaks:
  - id: slow
    cases:
      - {when: [{metric: typing, under: 60}]}
      - {when: [{status: [regular]}, {tenure: regular, over: 6}, {metric: typing, under: 70}]}
    months: 2
    probation: counts
pay:
  - id: typing
    penalty: {match: all, cases: [{when: [{metric: slow.hit, at_least: 1}], amount: 10, duty: {zh: 每天练习, en: Practice}}]}
`

func TestTM10TwoMonthsBelowTheTypingStandard(t *testing.T) {
	const trial, young, old = "trial", "young", "old"
	cases := []struct {
		it, who string
		words   []int
		want    string
	}{
		{"59 twice running in the trial period", trial, []int{59, 59}, "10.00"},
		{"60 is the standard", trial, []int{59, 60}, "0.00"},
		{"one month is not enough", trial, []int{60, 59}, "0.00"},
		{"three months count once", trial, []int{59, 59, 59}, "0.00"},
		{"four months count twice", trial, []int{59, 59, 59, 59}, "10.00"},
		{"regular for six months: 60", young, []int{69, 69}, "0.00"},
		{"regular for more: 69 is below 70", old, []int{69, 69}, "10.00"},
		{"regular for more: 70", old, []int{69, 70}, "0.00"},
	}
	for _, tt := range cases {
		t.Run("TM10: "+tt.it, func(t *testing.T) {
			c := newCareer(t, typingPolicy)
			var slip Slip
			for i, words := range tt.words {
				a := person("A1", "typing", words)
				switch tt.who {
				case trial:
					a.Status = facts.Probation
				case young:
					a.Regular = period("2026-01").First() // one month by the end of January, four by that of April
				case old:
					a.Regular = period("2025-01").First()
				}
				slip, _ = c.close(facts.Month{Period: period(fmt.Sprintf("2026-%02d", i+1)), Agents: []facts.Agent{a}}).Slip("A1")
			}
			assert.Equal(t, tt.want, slip.Uncollected().StringFixed(2))
		})
	}
}

// gatePolicy is the gate of TM15: four weeks of training, then two with a mentor.
const gatePolicy = `format: cspay/v1
id: gate
currency: CNY
metrics:
  exam: {unit: points, missing: zero}
  sales: {unit: money, better: higher, missing: zero}
  failed: {unit: count, missing: zero}
  typing: {unit: count, missing: not_applicable}
rankings:
  - {id: by_sales, by: sales, eligible: [{metric: gate.stage, at_most: 0}]}
gate:
  stages:
    - {id: training, weeks: 4, fails: [{metric: failed, over: 0}]}
    - {id: mentor, weeks: 2, fails: [{metric: typing, under: 60}]}
`

func TestTM15TheGateOfNewHires(t *testing.T) {
	cases := []struct {
		it, hired string
		values    []any
		ranked    bool
		want      string
	}{
		{"hired on 9 March, in training until 5 April", "2026-03-09", nil, false, ""},
		{"hired on 4 March, in training until 31 March", "2026-03-04", nil, false, ""},
		{"hired on 3 March, with a mentor on 31 March", "2026-03-03", []any{"typing", 60}, false, ""},
		{"hired on 18 February, with a mentor until 31 March", "2026-02-18", []any{"typing", 60}, false, ""},
		{"hired on 17 February, through on 31 March", "2026-02-17", []any{"typing", 60}, true, ""},
		{"not hired of late", "", nil, true, ""},
		{"a failed exam in training", "2026-03-09", []any{"failed", 1}, false, "A1 training 2026-03 proposed"},
		{"59 words with a mentor", "2026-03-03", []any{"typing", 59}, false, "A1 mentor 2026-03 proposed"},
		{"59 words in training only are none of the mentor's", "2026-03-09", []any{"typing", 59}, false, ""},
		{"a failed exam long after", "", []any{"failed", 1}, true, ""},
	}
	for _, tt := range cases {
		t.Run("TM15: "+tt.it, func(t *testing.T) {
			c := newCareer(t, gatePolicy)
			a := person("A1", tt.values...)
			if tt.hired != "" {
				var err error
				a.Hired, err = facts.ParseDate(tt.hired)
				require.NoError(t, err)
			}
			r := c.close(facts.Month{Period: period("2026-03"), Agents: []facts.Agent{a, person("A2")}})
			slip, _ := r.Slip("A1")
			assert.Equal(t, tt.ranked, slip.PlaceIn("by_sales") > 0)
			assert.Equal(t, tt.want, strings.Join(candidatesOf(r), "; "))
		})
	}
}
