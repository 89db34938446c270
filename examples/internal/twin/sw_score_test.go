package twin

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestSW1_SW7_TheTwoBlocksCarry85And15(t *testing.T) {
	for role, want := range map[string]map[string]string{
		"pre_sales": {
			"conversion": "25.00", "sales": "25.00", "response": "15.00", "answer_ask": "10.00", "reply": "10.00",
			"product_exam": "2.50", "speech_exam": "2.50", "teamwork": "5.00", "tasks": "5.00",
		},
		"after_sales": {
			"response": "25.00", "answer_ask": "15.00", "invite": "20.00", "good_rate": "25.00",
			"reviews": "5.00", "complaints": "5.00", "teamwork": "5.00",
		},
	} {
		t.Run(role, func(t *testing.T) {
			s := runSW(t, swMonth(t, best(t, "A", role)))["A"]
			assert.Equal(t, want, fixedPoints(s))
			assert.Equal(t, "15.00", fixed(s.ability))
			assert.Equal(t, "100.00", fixed(s.score))
		})
	}
}

func TestSW2_PointsThatDoNotApplyStayInTheirBlock(t *testing.T) {
	for name, change := range map[string]func(Agent){
		"no enquirers":      func(a Agent) { a.Days[0].Values["enquiries"], a.Days[0].Values["buyers"] = zero(), zero() },
		"nothing known":     func(a Agent) { delete(a.Days[0].Values, "enquiries"); delete(a.Days[0].Values, "buyers") },
		"buyers not known":  func(a Agent) { delete(a.Days[0].Values, "buyers") },
		"without enquiries": func(a Agent) { delete(a.Days[0].Values, "enquiries") },
	} {
		t.Run(name, func(t *testing.T) {
			a := best(t, "A", "pre_sales")
			change(a)
			s := runSW(t, swMonth(t, a))["A"]
			// 85 over 25 : 15 : 10 : 10 is 35.41666..., 21.25, 14.16666... twice;
			// the two cents left go to the first two of three equal remainders.
			assert.Equal(t, map[string]string{
				"sales": "35.42", "response": "21.25", "answer_ask": "14.17", "reply": "14.16",
				"product_exam": "2.50", "speech_exam": "2.50", "teamwork": "5.00", "tasks": "5.00",
			}, fixedPoints(s))
			assert.Equal(t, "100.00", fixed(s.score))
		})
	}
}

func TestSW2_SalesAreMeasuredAgainstTheAgentsOwnTarget(t *testing.T) {
	for name, c := range map[string]struct{ sales, target, want string }{
		"half the target":             {"500.00", "1000.00", "12.50"},
		"on target":                   {"1000.00", "1000.00", "25.00"},
		"above it is capped":          {"1000.01", "1000.00", "25.00"},
		"nothing sold":                {"0.00", "1000.00", "0.00"},
		"a third":                     {"100.00", "300.00", "8.33"},
		"more returned than sold":     {"-10.00", "300.00", "0.00"},
		"0.01 below half a hundredth": {"0.19", "1000.00", "0.00"},
		"exactly half a hundredth":    {"0.20", "1000.00", "0.01"},
	} {
		t.Run(name, func(t *testing.T) {
			a := best(t, "A", "pre_sales")
			a.Days[0].Values["sales"], a.Values["sales_target"] = num(t, c.sales), num(t, c.target)
			assert.Equal(t, c.want, fixed(runSW(t, swMonth(t, a))["A"].points["sales"]))
		})
	}
	t.Run("without a target the line does not apply", func(t *testing.T) {
		a := best(t, "A", "pre_sales")
		delete(a.Values, "sales_target")
		s := runSW(t, swMonth(t, a))["A"]
		assert.NotContains(t, s.points, "sales")
		assert.Equal(t, 1, s.salesPlace, "the sales are known all the same")
	})
	t.Run("a target of 0 is an error", func(t *testing.T) {
		a := best(t, "A", "pre_sales")
		a.Values["sales_target"] = zero()
		_, err := CloseSW(swMonth(t, a))
		require.ErrorContains(t, err, "agent A has a sales target that is not above 0")
	})
}

func TestSW2_ResponseLosesInProportionToTheTarget(t *testing.T) {
	for name, c := range map[string]struct{ actual, target, points, want string }{
		"target 30 s, actual 40 s, 10 points": {"40", "30", "10", "6.67"},
		"on target":                           {"25", "25", "15", "15.00"},
		"faster is capped":                    {"24.9", "25", "15", "15.00"},
		"a tenth of a second slower":          {"25.1", "25", "15", "14.94"},
		"half again as slow":                  {"37.5", "25", "15", "7.50"},
		"just below twice as slow":            {"49.9", "25", "15", "0.06"},
		"twice as slow":                       {"50", "25", "15", "0.00"},
		"slower than that is not negative":    {"60", "25", "15", "0.00"},
	} {
		t.Run(name, func(t *testing.T) {
			share := gap(num(t, c.actual), num(t, c.target))
			assert.Equal(t, c.want, fixed(roundHalfUp(mul(num(t, c.points), share))))
		})
	}
}

func TestSW2_RepliesFallIntoBands(t *testing.T) {
	for name, c := range map[string]struct{ rate, want string }{
		"all":               {"1", "1.00"},
		"exactly 99.5%":     {"0.995", "1.00"},
		"a hair below":      {"0.9949999", "0.80"},
		"exactly 98%":       {"0.98", "0.80"},
		"a hair below 98%":  {"0.9799999", "0.50"},
		"exactly 95%":       {"0.95", "0.50"},
		"a hair below 95%":  {"0.9499999", "0.00"},
		"2106 of 2150":      {"2106/2150", "0.50"},
		"2107 of 2150, 98%": {"2107/2150", "0.80"},
	} {
		t.Run(name, func(t *testing.T) {
			assert.Equal(t, c.want, fixed(replyShare(num(t, c.rate))))
		})
	}
}

func TestSW3_ExamsTeamworkAndTasksMakeTheAbilityBlock(t *testing.T) {
	a := best(t, "A", "pre_sales")
	for name, value := range map[string]string{
		"product_exam": "86", "speech_exam": "71.5", "tasks_done": "17", "tasks_sent": "18",
	} {
		a.Values[name] = num(t, value)
	}
	s := runSW(t, swMonth(t, a))["A"]
	assert.Equal(t, "2.15", fixed(s.points["product_exam"]))
	assert.Equal(t, "1.79", fixed(s.points["speech_exam"])) // 1.7875
	assert.Equal(t, "4.72", fixed(s.points["tasks"]))       // 4.7222...
	assert.Equal(t, "13.66", fixed(s.ability))
	assert.Equal(t, "98.66", fixed(s.score))

	t.Run("a missed exam is carried by the rest of the block", func(t *testing.T) {
		delete(a.Values, "product_exam")
		s := runSW(t, swMonth(t, a))["A"]
		assert.Equal(t, "2.15", fixed(s.points["speech_exam"])) // 3 x 71.5%, 2.145
		assert.Equal(t, "6.00", fixed(s.points["teamwork"]))
		assert.Equal(t, "5.67", fixed(s.points["tasks"])) // 6 x 17/18, 5.6666...
		assert.Equal(t, "25.00", fixed(s.points["conversion"]))
	})
}

func TestSW7_NoReviewsLeaveTheKPIBlockToTheOthers(t *testing.T) {
	a := best(t, "A", "after_sales")
	for _, name := range []string{"invited", "reviews", "good_reviews"} {
		delete(a.Days[0].Values, name)
	}
	s := runSW(t, swMonth(t, a))["A"]
	// 85 over 25 : 15 is 53.125 and 31.875: the cent goes to the earlier.
	assert.Equal(t, "53.13", fixed(s.points["response"]))
	assert.Equal(t, "31.87", fixed(s.points["answer_ask"]))
	assert.Equal(t, "100.00", fixed(s.score))
}

func TestSW8_BadReviewsOverThreeCostAllPoints(t *testing.T) {
	for n, want := range []string{"5.00", "5.00", "5.00", "5.00", "0.00", "0.00"} {
		m := swMonth(t, best(t, "A", "after_sales"))
		for i := range n {
			event, votes := judged(t, fmt.Sprint("E", i), "A", "1111")
			m.Events, m.Ballots = append(m.Events, event), append(m.Ballots, votes...)
		}
		even, votes := judged(t, "even", "A", "1010")
		m.Events, m.Ballots = append(m.Events, even), append(m.Ballots, votes...)
		assert.Equal(t, want, fixed(runSW(t, m)["A"].points["reviews"]), "%d bad reviews and an even vote", n)
	}
}

func TestSW9_ComplaintsCostAQuarterEach(t *testing.T) {
	for n, want := range []string{"5.00", "3.75", "2.50", "1.25", "0.00", "0.00"} {
		m := swMonth(t, best(t, "A", "after_sales"))
		m.Events = repeated("complaint", "A", "2026-07-31", n)
		assert.Equal(t, want, fixed(runSW(t, m)["A"].points["complaints"]), "%d complaints", n)
	}
}

func TestSWFactsThatCanNotBeComputedWithAreErrors(t *testing.T) {
	for name, c := range map[string]struct {
		change func(m *Month)
		want   string
	}{
		"a role without a scheme": {func(m *Month) { m.Agents[0].Role = "logistics" }, `agent A is "logistics", which has no scheme`},
		"no response": {
			func(m *Month) { delete(m.Agents[0].Days[0].Values, "response") }, "agent A has no response",
		},
		"no base wage": {
			func(m *Month) { delete(m.Agents[0].Values, "base_wage") }, "agent A has no base_wage",
		},
		"an event of nobody": {
			func(m *Month) { m.Events = repeated("complaint", "B", "2026-07-01", 1) }, "agent B, who is not in the roster",
		},
		"an event before the hiring": {func(m *Month) {
			m.Agents[0].Hired = "2026-07-01"
			m.Events = repeated("complaint", "A", "2026-06-30", 1)
		}, "agent A was not in service"},
		"a kind of event that is not known": {
			func(m *Month) { m.Events = repeated("praise", "A", "2026-07-01", 1) }, "is of kind praise",
		},
	} {
		t.Run(name, func(t *testing.T) {
			m := swMonth(t, best(t, "A", "after_sales"))
			c.change(&m)
			_, err := CloseSW(m)
			require.ErrorContains(t, err, c.want)
		})
	}
	t.Run("a block in which nothing applies", func(t *testing.T) {
		s := runSW(t, swMonth(t, best(t, "A", "after_sales")))["A"]
		_, err := s.block([]swLine{{"reviews", whole(5), nil}})
		require.ErrorContains(t, err, "agent A has a block in which nothing applies")
	})
}
