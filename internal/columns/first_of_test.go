package columns_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// conversions are those of TM17: of orders and, where the shop has 赤兔, of
// inquiries, which the export gives in percent.
func conversions(missing facts.Missing) facts.Metrics {
	name := func(zh, en string) facts.Text { return facts.Text{ZH: zh, EN: en} }
	return facts.Metrics{
		"paid":      {Unit: facts.Count, Missing: facts.MissingNotApplicable},
		"ordered":   {Unit: facts.Count, Missing: facts.MissingNotApplicable},
		"order":     {Name: name("下单转化率", "Order conversion"), Unit: facts.Percent, Better: facts.Higher, From: facts.From{Ratio: "paid", To: "ordered"}},
		"inquiry":   {Name: name("询单转化率", "Inquiry conversion"), Unit: facts.Percent, Better: facts.Higher},
		"converted": {Name: name("转化率", "Conversion"), Unit: facts.Percent, Better: facts.Higher, Missing: missing, From: facts.From{FirstOf: []string{"order", "inquiry"}}},
		"floor":     {Unit: facts.Money, Missing: facts.MissingNotApplicable},
		"usual":     {Unit: facts.Money},
		"target":    {Unit: facts.Money, Better: facts.Higher, From: facts.From{FirstOf: []string{"floor", "usual"}}},
		"total":     {Unit: facts.Money, From: facts.From{Days: facts.CalendarDays, EachOf: "target"}},
		"per_order": {Unit: facts.Money, From: facts.From{Ratio: "target", To: "ordered"}},
	}
}

func TestTM17Substitute(t *testing.T) {
	idle := []facts.Leave{leave(1, 31, facts.PaidLeave)}
	tests := []struct {
		name, metric string
		rule         facts.Missing
		agent        facts.Agent
		want         string
	}{
		{"the first that has a value", "converted", "", facts.Agent{Values: values{"paid": d("3"), "ordered": d("7"), "inquiry": d("45")}}, "3.000000/7"},
		{"TM17: inquiry conversion stands in", "converted", "", facts.Agent{Values: values{"inquiry": d("45")}}, "0.450000"},
		{"for one that is not applicable too", "converted", "", facts.Agent{Values: values{"paid": d("0"), "ordered": d("0"), "inquiry": d("45")}}, "0.450000"},
		{"neither has a value", "converted", "", facts.Agent{}, "missing"},
		{"neither, where that is zero", "converted", facts.MissingZero, facts.Agent{}, "0.000000"},
		{"neither, where that is not applicable", "converted", facts.MissingNotApplicable, facts.Agent{}, "not applicable"},
		{"neither applies to who worked no day", "converted", facts.MissingZero, facts.Agent{Leave: idle}, "not applicable"},
		{"one number of one-number metrics", "target", "", facts.Agent{Values: values{"usual": d("11000")}}, "11000.00"},
		{"which others are made of", "total", "", facts.Agent{Values: values{"usual": d("11000")}}, "341000.00"},
		{"which is divided", "per_order", "", facts.Agent{Values: values{"floor": d("900"), "usual": d("11000"), "ordered": d("7")}}, "900.00/7"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			tt.agent.ID = "A01"
			s := schema(t, conversions(tt.rule))
			table := build(t, s, facts.Month{Period: january(), Agents: []facts.Agent{tt.agent}})
			assert.Equal(t, tt.want, read(t, s, table, "A01", tt.metric))
		})
	}
}

func TestTM17IsToldWithItsProvenance(t *testing.T) {
	tests := []struct {
		name, zh, en string
		values       values
		inside       explain.Code
	}{
		{
			"the first", "转化率 50%,采用:下单转化率", "Conversion 50%, used: order conversion",
			values{"paid": d("1"), "ordered": d("2")},
			"metric.ratio",
		},
		{
			"the second", "转化率 45%,采用:询单转化率;没有:下单转化率", "Conversion 45%, used: inquiry conversion; no order conversion",
			values{"inquiry": d("45")},
			"metric.given",
		},
		{"none", "转化率 未提供,没有:下单转化率、询单转化率", "Conversion not given: none of Order conversion, Inquiry conversion", nil, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := schema(t, conversions(""))
			table := build(t, s, facts.Month{Period: january(), Agents: []facts.Agent{{ID: "A01", Values: tt.values}}})
			ref, _ := s.Lookup("converted")
			step := table.Explain(ref, 0)
			assert.Equal(t, tt.zh, step.Sentence(explain.Chinese))
			assert.Equal(t, tt.en, step.Sentence(explain.English))
			if tt.inside == "" {
				require.Empty(t, step.Steps)
				return
			}
			require.Len(t, step.Steps, 1)
			assert.Equal(t, tt.inside, step.Steps[0].Code)
		})
	}
}

func TestNoneOfTheChoices(t *testing.T) {
	table := build(t, schema(t, conversions("")), facts.Month{Period: january(), Agents: []facts.Agent{{ID: "A01"}}})
	c := facts.NewFactsCheck()
	table.FailState(c, 0, "converted", explain.Missing)
	require.Equal(t, []string{"metric.missing agents[0].values.converted"}, list(c.Problems()))
	assert.Equal(t, "a value for one of order, inquiry", c.Problems()[0].Want)
}

func TestAChoiceOutOfRange(t *testing.T) {
	s, c := schema(t, facts.Metrics{
		"coarse": {Unit: facts.Number, Decimals: intp(0)}, "fine": {Unit: facts.Number, Decimals: intp(9)},
		"first": {Unit: facts.Number, From: facts.From{FirstOf: []string{"coarse", "fine"}}},
	}), facts.NewFactsCheck()
	table := s.Build(facts.Month{Period: january(), Agents: []facts.Agent{
		{ID: "A01", Values: values{"coarse": d("999999999"), "fine": d("1")}},
		{ID: "A02", Values: values{"coarse": d("1000000000"), "fine": d("1")}},
	}}, c)
	assert.Equal(t, []string{"number.overflow agents[1].values.first"}, list(c.Problems()))
	assert.Equal(t, "999999999.000000000", read(t, s, table, "A01", "first"))
}
