package columns_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// busy is one agent with 8 late of 200 conversations on two days.
func busy(exclusions ...facts.Exclusion) facts.Month {
	return facts.Month{
		Period: january(),
		Agents: []facts.Agent{{
			ID: "A01", Values: values{"exam": d("80"), "bonus": d("-5")},
			Days: []facts.Day{
				row(5, "conversations", "150", "late", "6", "response", "30", "peak", "9"),
				row(6, "conversations", "50", "late", "2", "response", "50"),
			},
		}},
		Exclusions: exclusions,
	}
}

func TestZW10(t *testing.T) {
	five := values{"late": d("5"), "conversations": d("5")}
	tests := []struct {
		name       string
		exclusions []facts.Exclusion
		metric     string
		want       string
	}{
		{"8 late of 200 without an exclusion", nil, "late_rate", "8/200"},
		{"5 excluded for the month are 3 of 195", []facts.Exclusion{{Agent: "A01", Subtract: five}}, "late_rate", "3/195"},
		{"5 excluded on a day are 3 of 195", []facts.Exclusion{{Agent: "A01", Date: day(5), Subtract: five}}, "late_rate", "3/195"},
		{"two like exclusions come off twice", []facts.Exclusion{
			{Agent: "A01", Subtract: values{"late": d("4")}}, {Agent: "A01", Subtract: values{"late": d("4")}},
		}, "late_rate", "0/200"},
		{"a month's and a day's both come off", []facts.Exclusion{
			{Agent: "A01", Date: day(6), Subtract: values{"late": d("2")}}, {Agent: "A01", Subtract: values{"late": d("6")}},
		}, "late_rate", "0/200"},
		{"a whole day comes off every metric", []facts.Exclusion{{Agent: "A01", Date: day(5)}}, "late_rate", "2/50"},
		{"a whole day comes off a mean", []facts.Exclusion{{Agent: "A01", Date: day(5)}}, "response", "2500.000/50"},
		{"a whole day comes off a maximum", []facts.Exclusion{{Agent: "A01", Date: day(5)}}, "peak", "0"},
		{"a day's weight comes off a mean", []facts.Exclusion{{Agent: "A01", Date: day(5), Subtract: values{"conversations": d("150")}}}, "response", "2500.000/50"},
		{"both days leave nothing to measure", []facts.Exclusion{{Agent: "A01", Date: day(5)}, {Agent: "A01", Date: day(6)}}, "late_rate", "not applicable"},
		{"both days leave nothing to weigh", []facts.Exclusion{{Agent: "A01", Date: day(5)}, {Agent: "A01", Date: day(6)}}, "response", "not applicable"},
		{"a given metric", []facts.Exclusion{{Agent: "A01", Subtract: values{"exam": d("0.5")}}}, "exam", "79.50"},
		{"all there is", []facts.Exclusion{{Agent: "A01", Subtract: values{"late": d("8")}}}, "late", "0"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			for i := range tt.exclusions {
				tt.exclusions[i].Reason = "restricted area"
			}
			s := schema(t, shop())
			table := build(t, s, busy(tt.exclusions...))
			assert.Equal(t, tt.want, read(t, s, table, "A01", tt.metric))
		})
	}
}

func TestExclusionsAreChecked(t *testing.T) {
	tests := []struct {
		name string
		x    facts.Exclusion
		want []string
	}{
		{"no reason", facts.Exclusion{Event: "E1"}, []string{"shape.required exclusions[0].reason"}},
		{"an event", facts.Exclusion{Event: "E1", Reason: "r"}, nil},
		{"an event that is not there", facts.Exclusion{Event: "E2", Reason: "r"}, []string{"name.unknown exclusions[0].event"}},
		{"an event with an agent", facts.Exclusion{Event: "E1", Agent: "A01", Reason: "r"}, []string{"shape.one_of exclusions[0]"}},
		{"an event with a date", facts.Exclusion{Event: "E1", Date: day(5), Reason: "r"}, []string{"shape.one_of exclusions[0]"}},
		{"an event with amounts", facts.Exclusion{Event: "E1", Subtract: values{"late": d("1")}, Reason: "r"}, []string{"shape.one_of exclusions[0]"}},
		{"nothing", facts.Exclusion{Reason: "r"}, []string{"agent.unknown exclusions[0].agent"}},
		{"nobody", facts.Exclusion{Agent: "A09", Date: day(5), Reason: "r"}, []string{"agent.unknown exclusions[0].agent"}},
		{"an agent alone", facts.Exclusion{Agent: "A01", Reason: "r"}, []string{"shape.one_of exclusions[0]"}},
		{"a date of another month", facts.Exclusion{Agent: "A01", Date: day(31) + 1, Reason: "r"}, []string{"date.outside_month exclusions[0].date"}},
		{"a date without a daily row", facts.Exclusion{Agent: "A01", Date: day(7), Reason: "r"}, []string{"name.unknown exclusions[0].date"}},
		{"unknown metrics", facts.Exclusion{Agent: "A01", Subtract: values{"zz": d("1"), "laet": d("1")}, Reason: "r"}, []string{
			"metric.unknown exclusions[0].subtract.laet", "metric.unknown exclusions[0].subtract.zz",
		}},
		{"derived metrics", facts.Exclusion{Agent: "A01", Subtract: values{"late_rate": d("0.1"), "bad_reviews": d("1")}, Reason: "r"}, []string{
			"metric.derived exclusions[0].subtract.bad_reviews", "metric.derived exclusions[0].subtract.late_rate",
		}},
		{"a month's mean and maximum", facts.Exclusion{Agent: "A01", Subtract: values{"peak": d("1"), "response": d("1")}, Reason: "r"}, []string{
			"metric.derived exclusions[0].subtract.peak", "metric.derived exclusions[0].subtract.response",
		}},
		{"a given metric on a day", facts.Exclusion{Agent: "A01", Date: day(5), Subtract: values{"exam": d("1")}, Reason: "r"}, []string{"metric.derived exclusions[0].subtract.exam"}},
		{"one more than there is in the month", facts.Exclusion{Agent: "A01", Subtract: values{"late": d("9")}, Reason: "r"}, []string{"exclusion.above exclusions[0].subtract.late"}},
		{"one more than there is on the day", facts.Exclusion{Agent: "A01", Date: day(6), Subtract: values{"late": d("3")}, Reason: "r"}, []string{"exclusion.above exclusions[0].subtract.late"}},
		{"from a cell that is not there", facts.Exclusion{Agent: "A01", Date: day(6), Subtract: values{"peak": d("1")}, Reason: "r"}, []string{"exclusion.above exclusions[0].subtract.peak"}},
		{"below zero", facts.Exclusion{Agent: "A01", Subtract: values{"late": d("-1"), "bonus": d("-1")}, Reason: "r"}, []string{
			"number.negative exclusions[0].subtract.bonus", "number.negative exclusions[0].subtract.late",
		}},
		{"half a conversation", facts.Exclusion{Agent: "A01", Subtract: values{"late": d("0.5")}, Reason: "r"}, []string{"number.not_integer exclusions[0].subtract.late"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			m := busy(tt.x)
			m.Events = []facts.Event{{ID: "E1", Agent: "A01", Kind: "bad_review", Date: day(5)}}
			c := facts.NewFactsCheck()
			schema(t, shop()).Build(m, c)
			assert.Equal(t, tt.want, list(c.Problems()))
		})
	}
}

func TestExplanationsTellEachExclusion(t *testing.T) {
	s := schema(t, shop())
	table := build(t, s, busy(
		facts.Exclusion{Agent: "A01", Subtract: values{"late": d("1")}, Reason: "flood"},
		facts.Exclusion{Agent: "A01", Subtract: values{"late": d("1")}, Reason: "flood"},
		facts.Exclusion{Agent: "A01", Date: day(5), Subtract: values{"late": d("3")}, Reason: "restricted area"},
		facts.Exclusion{Agent: "A01", Date: day(6), Reason: "outage"},
	))
	tell := func(name string) (codes []explain.Code, taken int64) {
		ref, ok := s.Lookup(name)
		require.True(t, ok)
		for _, step := range table.Explain(ref, 0).Steps {
			codes, taken = append(codes, step.Code), taken+step.Value.Unscaled
		}
		return codes, taken
	}
	codes, taken := tell("late")
	assert.ElementsMatch(t, []explain.Code{"exclusion.amount", "exclusion.amount", "exclusion.amount", "exclusion.day"}, codes)
	assert.Equal(t, int64(5), taken, "both like amounts are told")
	codes, _ = tell("response")
	assert.Equal(t, []explain.Code{"exclusion.day"}, codes)
	codes, _ = tell("exam")
	assert.Empty(t, codes)
}
